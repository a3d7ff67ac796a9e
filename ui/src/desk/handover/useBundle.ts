import { useState } from "react";
import type { ExportedFile } from "../../bridge/generated/wire";
import type { Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useWork } from "../../bridge/work";
import { isSettled } from "../passphrase/NewPassphrase";
import type { Seal } from "./SealFields";
import { formatOf, recipientFault } from "./ways";

/** Returns how a bundle of an assessment is made, how far that is, and what came of it. */
export function useBundle(assessment: string) {
  const tell = useTell();
  const savers = useSavers();
  const working = useWork();
  const [file, setFile] = useState<ExportedFile | null>(null);
  const [unsaved, setUnsaved] = useState<Fault | null>(null);

  const make = async ({ way, written, recipient }: Seal) => {
    const isFor = way === "age-recipient";
    if (isFor ? recipientFault(recipient) !== undefined : !isSettled(written)) return;
    setUnsaved(null);
    // What is still being typed belongs in it.
    const left = await savers.flush();
    if (left[0]) {
      setUnsaved(left[0]);
      return;
    }
    const done = await working.run((task) =>
      tell("export_bundle", {
        assessment,
        passphrase: isFor ? "" : written.passphrase,
        recipient: isFor ? recipient.trim() : null,
        format: formatOf(way),
        task,
      }),
    );
    setFile(done?.file ?? null);
  };
  const isWeak = working.fault?.code === "weak-passphrase";
  return {
    ...working,
    make,
    file,
    weak: isWeak ? working.fault?.message : undefined,
    fault: unsaved ?? (isWeak ? null : working.fault),
  };
}
