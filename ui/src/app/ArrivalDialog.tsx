import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { usePlace, type Begun } from "../view/place";
import type { Arrival } from "../view/WelcomeView";
import { words } from "../words/en";

const w = words.arrival;

/** What is offered to somebody who just made a vault, or came in by a recovery code. */
const offers: Record<Arrival, { title: string; words: string; name: string; begin: Begun }> = {
  made: { title: w.madeTitle, words: w.made, name: w.makeCode, begin: "recovery-code" },
  recovered: {
    title: w.recoveredTitle,
    words: w.recovered,
    name: w.setPassphrase,
    begin: "passphrase",
  },
};

/** Offers what should be done right after a vault was made or recovered. */
export function ArrivalDialog({ arrival, onDone }: { arrival: Arrival | null; onDone: () => void }) {
  const { go } = usePlace();
  if (arrival === null) return null;
  const offer = offers[arrival];
  const take = () => {
    onDone();
    go({ at: "vault", part: "people", begin: offer.begin });
  };
  return (
    <Dialog
      title={offer.title}
      role="alertdialog"
      isOpen
      onClose={onDone}
      foot={
        <>
          <Button onPress={onDone}>{w.later}</Button>
          <Button
            weight="primary"
            onPress={take}
            // A person goes on from here.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          >
            {offer.name}
          </Button>
        </>
      }
    >
      <p>{offer.words}</p>
      <p>{w.laterWords}</p>
    </Dialog>
  );
}
