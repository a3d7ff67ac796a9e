import type { BundleView } from "../../bridge/generated/wire";
import { Facts } from "../../kit/Facts";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { moment } from "../../words/format";

const w = words.bundle;

/** What a bundle holds, and whether it can be or was taken in. */
export function BundleFacts({ bundle }: { bundle: BundleView }) {
  const { name, organisation, title, madeBy, at, answers, evidence, refused, taken } = bundle;
  return (
    <>
      {taken !== null && <Note tone="good" title={w.taken(title)} live />}
      <Facts
        of={[
          [w.file, name],
          [w.organisation, organisation],
          [w.assessment, <strong key="title">{title}</strong>],
          [w.madeBy, madeBy],
          [w.madeAt, moment(at)],
          [w.answers, answers.toLocaleString("en-US")],
          [w.evidence, w.items(evidence)],
        ]}
      />
      {refused !== null && taken === null && (
        <Note tone="warn" title={w.refused}>
          <p>{refused}</p>
        </Note>
      )}
    </>
  );
}
