import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { useAnnounce } from "../../kit/Announcer";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./passphrase.module.css";

const w = words.passphrase;

/** Offers a passphrase of five words: to be taken, copied for half a minute, or passed over. */
export function Offer({ onTake }: { onTake: (passphrase: string) => void }) {
  const tell = useTell();
  const announce = useAnnounce();
  const [offered, setOffered] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  const attempt = (work: () => Promise<void>) => {
    setFault(null);
    work().catch((reason: unknown) => setFault(asFault(reason)));
  };
  const suggest = () =>
    attempt(async () => setOffered((await tell("suggest_passphrase", {})).passphrase));
  const copy = (secret: string) =>
    attempt(async () => {
      await tell("copy_secret", { secret });
      announce(w.copied);
    });

  if (offered === null) {
    return (
      <div>
        <Button weight="quiet" edge="start" onPress={suggest}>
          {w.offer}
        </Button>
        {fault && <FaultNote fault={fault} />}
      </div>
    );
  }
  return (
    <section className={styles.offer} aria-label={w.offered}>
      <p className={styles.offered} role="status">
        {offered}
      </p>
      <p className={styles.hint}>{w.offeredWords}</p>
      <div className={styles.acts}>
        <Button
          onPress={() => {
            onTake(offered);
            announce(w.taken);
          }}
        >
          {w.take}
        </Button>
        <Button weight="quiet" onPress={suggest}>
          {w.another}
        </Button>
        <Button weight="quiet" onPress={() => copy(offered)}>
          {w.copy}
        </Button>
      </div>
      {fault && <FaultNote fault={fault} />}
    </section>
  );
}
