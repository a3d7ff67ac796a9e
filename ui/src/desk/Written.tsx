import type { ExportedFile } from "../bridge/generated/wire";
import { Digest } from "../kit/Digest";
import { Facts } from "../kit/Facts";
import { Note } from "../kit/Note";
import { words } from "../words/en";

const w = words.written;

/** A file that was written outside the vault: where it is, its digest, and what was noticed. */
export function Written({ file }: { file: ExportedFile }) {
  return (
    <Note tone="good" title={w.done(file.name)} live>
      <Facts
        of={[
          [w.folder, file.folder],
          [w.length, file.pages === null ? null : w.pages(file.pages)],
          [w.digest, <Digest key="digest" hex={file.sha256} of={w.digest} />],
        ]}
      />
      {file.warnings.length > 0 && (
        <>
          <p>
            <strong>{w.warnings}</strong>
          </p>
          <ul>
            {file.warnings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
