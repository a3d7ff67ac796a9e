import type { Evidence, PreviewView } from "../../../bridge/generated/wire";
import { useAsk } from "../../../bridge/queries";
import { Note } from "../../../kit/Note";
import { Empty, Loading } from "../../../kit/State";
import { words } from "../../../words/en";
import { size } from "../../../words/format";
import { FaultNote } from "../../FaultNote";
import { SaveCopy } from "../SaveCopy";
import { Pages } from "./Pages";
import { Picture } from "./Picture";
import { Scroll } from "./Scroll";
import { Table } from "./Table";
import styles from "./preview.module.css";

const w = words.preview;

/** What an item of evidence looks like, without a copy of it outside the vault. */
export function Preview({ evidence }: { evidence: Evidence }) {
  // Sealed bytes never change: asked once is enough.
  const asked = useAsk("preview", { evidence: evidence.id }, { fresh: Infinity });
  return (
    <div className={styles.preview}>
      {asked.data ? (
        <Shown evidence={evidence} view={asked.data} />
      ) : asked.isError ? (
        <div className={styles.plain}>
          <FaultNote
            fault={asked.error}
            title={w.failed}
            onRetry={() => void asked.refetch()}
          />
          {evidence.attachment && <SaveCopy evidence={evidence} />}
        </div>
      ) : (
        <div className={styles.plain}>
          <Loading lines={6} />
        </div>
      )}
    </div>
  );
}

function Shown({ evidence, view }: { evidence: Evidence; view: PreviewView }) {
  const { pages, rows, total, sentence } = view;
  const first = pages[0];
  switch (view.kind) {
    case "picture":
      return (
        <>
          {sentence && <Remark>{sentence}</Remark>}
          {first && <Picture evidence={evidence} page={first} />}
        </>
      );
    case "pages":
      return (
        <>
          {sentence && <Remark>{sentence}</Remark>}
          <Pages evidence={evidence} pages={pages} total={Math.max(total, pages.length)} />
        </>
      );
    case "text":
      return (
        <>
          {view.cut && <Remark>{sentence || w.textCut(size(view.text.length))}</Remark>}
          <Scroll label={w.text(evidence.title)}>
            <pre className={styles.text} dir="auto">
              {view.text}
            </pre>
          </Scroll>
        </>
      );
    case "table":
      return (
        <>
          {sentence && <Remark>{sentence}</Remark>}
          <Table title={evidence.title} rows={rows} total={total} />
        </>
      );
    case "reference":
      return (
        <Scroll label={w.of(evidence.title)} plain>
          <p className={styles.quiet}>{w.reference}</p>
          <p className={styles.words}>{evidence.text || w.referenceEmpty}</p>
        </Scroll>
      );
    case "unshown":
      return (
        <div className={styles.plain}>
          <Empty icon="file" title={w.unshown}>
            <p>{sentence || w.unshownWords}</p>
            <SaveCopy evidence={evidence} />
          </Empty>
        </div>
      );
  }
}

function Remark({ children }: { children: string }) {
  return (
    <div className={styles.remark}>
      <Note tone="info">
        <p>{children}</p>
      </Note>
    </div>
  );
}
