import type { CryptoMode } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { NewPassphrase, type Written } from "../passphrase/NewPassphrase";
import { recipientFault, waysIn, type Way } from "./ways";

const w = words.bundle;

/** How a bundle is to be sealed, as it stands in the fields. */
export type Seal = { way: Way; written: Written; recipient: string };

type Props = {
  mode: CryptoMode;
  value: Seal;
  onChange: (value: Seal) => void;
  tried: boolean;
  /** What was found wrong with the passphrase. */
  weak: string | undefined;
};

/** Asks how a bundle is sealed, and with what. */
export function SealFields({ mode, value, onChange, tried, weak }: Props) {
  const { way, written, recipient } = value;
  const ways = waysIn(mode);
  return (
    <>
      {ways.length > 1 ? (
        <Radios<Way>
          label={w.how}
          value={way}
          options={ways.map((id) => ({ id, label: w.ways[id], hint: w.wayHints[id] }))}
          onChange={(next) => onChange({ ...value, way: next })}
        />
      ) : (
        <Note tone="info" title={w.ownOnlyTitle}>
          <p>{w.ownOnly}</p>
        </Note>
      )}
      {way === "age-recipient" ? (
        <Field
          label={w.recipient}
          hint={w.recipientHint}
          mono
          value={recipient}
          onChange={(next) => onChange({ ...value, recipient: next })}
          error={tried || recipient !== "" ? recipientFault(recipient) : undefined}
        />
      ) : (
        <NewPassphrase
          label={w.passphrase}
          againLabel={w.again}
          hint={w.passphraseHint}
          mode={mode}
          value={written}
          onChange={(next) => onChange({ ...value, written: next })}
          tried={tried}
          error={weak}
        />
      )}
    </>
  );
}
