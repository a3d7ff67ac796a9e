import { useMemo, useState } from "react";
import type { IssuedView } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { DataGrid } from "../../kit/DataGrid/DataGrid";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { issuedColumns } from "./issuedColumns";
import { IssueSheet } from "./IssueSheet";
import { whatOf, type TitleOf } from "./issues";
import { OwnFingerprint } from "./OwnFingerprint";
import { useVerify } from "./useVerify";
import styles from "./issued.module.css";

const w = words.issued;

type Props = {
  /** Of which organisation; of all, where neither is named. */
  organisation?: string;
  /** Of which assessment. */
  assessment?: string;
};

/** The register of what left the vault, the last first, and the fingerprint that stands in it. */
export function IssuedPanel({ organisation, assessment }: Props) {
  const about = { organisation: organisation ?? null, assessment: assessment ?? null };
  const asked = useAsk("issued", about);
  const library = useAsk("library", {}, { enabled: assessment === undefined });
  const verify = useVerify();
  const assessments = library.data?.assessments;
  const titleOf = useMemo((): TitleOf | null => {
    if (assessment !== undefined) return null;
    const titles = new Map(assessments?.map(({ id, title }) => [id, title]));
    return (id) => titles.get(id) ?? (assessments ? w.gone : "");
  }, [assessment, assessments]);
  return (
    <section className={styles.panel} aria-label={w.title}>
      <header className={styles.head}>
        <h2>{w.title}</h2>
        <Button weight="quiet" edge="end" icon="shield" onPress={verify.open}>
          {words.verify.open}
        </Button>
      </header>
      <p className={styles.words}>{w.words}</p>
      <Asked of={asked} lines={6}>
        {(view) => (
          <>
            <Entries view={view} titleOf={titleOf} />
            <OwnFingerprint fingerprint={view.fingerprint} />
          </>
        )}
      </Asked>
      {verify.dialog}
    </section>
  );
}

function Entries({ view, titleOf }: { view: IssuedView; titleOf: TitleOf | null }) {
  const [open, setOpen] = useState<string | null>(null);
  const shown = view.issues.find(({ id }) => id === open);
  const isBeside = shown !== undefined;
  const columns = useMemo(() => issuedColumns({ titleOf, isBeside }), [titleOf, isBeside]);
  return (
    <div className={isBeside ? styles.sides : styles.whole}>
      <div className={styles.list}>
        <DataGrid
          label={w.title}
          rows={view.issues}
          columns={columns}
          rowKey={(issue) => issue.id}
          rowText={whatOf}
          onOpen={(issue) => setOpen(issue.id)}
          selected={open}
          summary={w.showing(view.issues.length)}
          empty={
            <Empty icon="inbox" title={w.none}>
              <p>{w.noneWords}</p>
            </Empty>
          }
        />
      </div>
      {shown && (
        <IssueSheet
          key={shown.id}
          issue={shown}
          title={titleOf?.(shown.assessment) ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
