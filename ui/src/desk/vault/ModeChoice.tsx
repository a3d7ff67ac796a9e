import { useAsk } from "../../bridge/queries";
import type { CryptoMode } from "../../bridge/generated/wire";
import { Radios } from "../../kit/Choice";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";

const w = words.vault;
const options = [
  { id: "standard" as const, label: w.modes.standard, hint: w.modes.standardWords },
  { id: "approved" as const, label: w.modes.approved, hint: w.modes.approvedWords },
];

type Props = { mode: CryptoMode; value: CryptoMode; onChange: (mode: CryptoMode) => void };

/** The cryptography of a new vault: a choice where the module of approved mode is installed. */
export function ModeChoice({ mode, value, onChange }: Props) {
  const { data } = useAsk("crypto", {}, { fresh: Infinity });
  if (mode === "approved") {
    return (
      <Note tone="info" title={w.inApproved}>
        <p>{w.inApprovedWords}</p>
      </Note>
    );
  }
  if (!data?.approvedAvailable) return null;
  return (
    <Radios
      label={w.mode}
      value={value === "approved" ? "approved" : "standard"}
      options={options}
      onChange={onChange}
    />
  );
}
