import { useEffect, useState } from "react";
import type { CryptoMode, StrengthView } from "../../bridge/generated/wire";
import { useClient } from "../../bridge/queries";
import { Meter } from "../../kit/Meter";
import { words } from "../../words/en";
import styles from "./passphrase.module.css";

const w = words.passphrase;

/** How long nobody types before a passphrase is judged, in milliseconds. */
const PAUSE = 250;

/** The highest level. */
const MOST = 4;

/** Says how long a copied vault would withstand, behind a passphrase. What is asked is not kept
 * anywhere on the page. */
export function Strength({ passphrase, mode }: { passphrase: string; mode: CryptoMode }) {
  const client = useClient();
  const [view, setView] = useState<StrengthView | null>(null);

  useEffect(() => {
    if (passphrase === "") return;
    let isLatest = true;
    const timer = setTimeout(() => {
      client.call("rate_passphrase", { passphrase, mode }).then(
        (rated) => {
          if (isLatest) setView(rated);
        },
        // Who judges in the end is the vault; without a meter nothing is lost.
        () => {
          if (isLatest) setView(null);
        },
      );
    }, PAUSE);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [client, passphrase, mode]);

  const shown = passphrase === "" ? null : view;
  return (
    <div className={styles.strength}>
      {shown && (
        <Meter
          label={w.strength}
          value={shown.level}
          total={MOST}
          text={shown.time}
          tone={shown.taken && shown.level > 1 ? "bar" : "bar2"}
          slim
        />
      )}
      {/* The region is there before it says something, or it would not be heard. */}
      <p aria-live="polite">
        {shown && (
          <>
            <strong>{w.withstands(shown.time)}</strong> {shown.advice}
          </>
        )}
      </p>
    </div>
  );
}
