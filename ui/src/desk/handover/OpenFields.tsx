import { Radios } from "../../kit/Choice";
import { SecretField } from "../../kit/Field";
import { words } from "../../words/en";
import { options } from "../../words/options";
import { PlaceField } from "../PlaceField";

const w = words.bundle;

/** By what a bundle is opened, as it stands in the fields. */
export type Opening = {
  file: string;
  by: "passphrase" | "identity";
  passphrase: string;
  identity: string;
};

/** Returns whether something is missing. */
export function lacks({ file, by, passphrase, identity }: Opening): boolean {
  return !file.trim() || !(by === "passphrase" ? passphrase : identity.trim());
}

type Props = {
  value: Opening;
  onChange: (value: Opening) => void;
  tried: boolean;
  /** Why the passphrase did not open it. */
  error: string | undefined;
};

/** Asks which bundle is opened, and with what. */
export function OpenFields({ value, onChange, tried, error }: Props) {
  const put = (part: Partial<Opening>) => onChange({ ...value, ...part });
  return (
    <>
      <PlaceField
        label={w.file}
        hint={w.fileHint}
        by="choose_bundle"
        value={value.file}
        onChange={(file) => put({ file })}
        error={tried && !value.file.trim() ? w.fileMissing : undefined}
      />
      <Radios<Opening["by"]>
        label={w.opensBy}
        value={value.by}
        options={options<Opening["by"]>(w.opens)}
        onChange={(by) => put({ by })}
        flow="line"
      />
      {value.by === "passphrase" ? (
        <SecretField
          label={w.theirPassphrase}
          value={value.passphrase}
          onChange={(passphrase) => put({ passphrase })}
          error={error ?? (tried && !value.passphrase ? w.theirPassphraseMissing : undefined)}
        />
      ) : (
        <PlaceField
          label={w.identity}
          hint={w.identityHint}
          by="choose_identity"
          value={value.identity}
          onChange={(identity) => put({ identity })}
          error={error ?? (tried && !value.identity.trim() ? w.identityMissing : undefined)}
        />
      )}
    </>
  );
}
