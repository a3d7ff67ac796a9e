import { useState } from "react";
import type { ExportedFile } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Digest } from "../../kit/Digest";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { asked, type TrailFilter } from "./useTrail";
import { PAGE } from "./pages";

const w = words.trail;

/** Saves the entries under a filter as a file for somebody else. */
export function useSaveTrail(filter: TrailFilter) {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [file, setFile] = useState<ExportedFile | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async () => {
    setBusy(true);
    setFault(null);
    setFile(null);
    try {
      setFile((await tell("export_trail", { ...asked(filter), skip: 0, take: PAGE })).file);
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  useActions([
    { id: "save trail", name: w.saveAction, group: w.group, run: () => void save() },
  ]);
  const button = (
    <Button icon="download" isBusy={busy} onPress={() => void save()}>
      {w.save}
    </Button>
  );
  const outcome = (
    <>
      {file && (
        <Note tone="good" title={w.saved(file.name)} live>
          <p>{w.savedWords(file.folder)}</p>
          <Digest hex={file.sha256} of={w.digest} />
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
    </>
  );
  return { button, outcome };
}
