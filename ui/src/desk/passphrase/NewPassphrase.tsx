import type { CryptoMode } from "../../bridge/generated/wire";
import { SecretField } from "../../kit/Field";
import { words } from "../../words/en";
import { Offer } from "./Offer";
import { Strength } from "./Strength";
import styles from "./passphrase.module.css";

const w = words.passphrase;

/** A new passphrase as it stands in its two fields. */
export type Written = { passphrase: string; again: string };

/** Nothing written yet. */
export const BLANK: Written = { passphrase: "", again: "" };

/** Returns whether a new passphrase is there, twice the same. */
export function isSettled({ passphrase, again }: Written): boolean {
  return passphrase !== "" && passphrase === again;
}

type Props = {
  label: string;
  againLabel: string;
  /** The mode of the vault: it says how much a try costs. */
  mode: CryptoMode;
  value: Written;
  onChange: (value: Written) => void;
  /** Whether somebody tried to go on, so that what is missing is said. */
  tried: boolean;
  /** What the vault found. */
  error?: string | undefined;
  hint?: string;
};

/** Asks for a new passphrase twice, offers one, and says what it withstands. Pasting is allowed. */
export function NewPassphrase(props: Props) {
  const { label, againLabel, mode, value, onChange, tried, error, hint } = props;
  const { passphrase, again } = value;
  const differ = again !== "" && passphrase !== again;
  return (
    <>
      <div className={styles.fresh}>
        <SecretField
          label={label}
          hint={hint ?? w.hint}
          value={passphrase}
          onChange={(next) => onChange({ ...value, passphrase: next })}
          error={error ?? (tried && passphrase === "" ? w.missing : undefined)}
        />
        <Strength passphrase={passphrase} mode={mode} />
        <Offer onTake={(taken) => onChange({ ...value, passphrase: taken })} />
      </div>
      <SecretField
        label={againLabel}
        value={again}
        onChange={(next) => onChange({ ...value, again: next })}
        error={differ || (tried && again !== passphrase) ? w.differ : undefined}
      />
    </>
  );
}
