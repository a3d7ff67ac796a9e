import { useMemo, useState } from "react";
import type { DestroyedView, RetentionView } from "../../bridge/generated/wire";
import type { Fault } from "../../bridge/fault";
import { useMay } from "../../bridge/may";
import { useAsk, useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Checkbox } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { ReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { FaultNote } from "../FaultNote";
import { SaveMark } from "../SaveMark";
import { DestroyDialog } from "./DestroyDialog";
import { RetentionRows } from "./RetentionRows";
import styles from "./handover.module.css";

const w = words.retention;

type Props = { organisation: string; onDestroyed: (done: DestroyedView) => void };

/** How long what belongs to an organisation is kept, and the end of it. */
export function RetentionDesk({ organisation, onDestroyed }: Props) {
  const asked = useAsk("retention", { organisation });
  const may = useMay();
  return (
    <Asked of={asked} lines={8}>
      {(view) => (
        <div className={styles.desk}>
          <ReadOnly value={!may.own}>
            <Terms view={view} />
          </ReadOnly>
          <RetentionRows rows={view.rows} />
          {may.own && <End view={view} onDestroyed={onDestroyed} />}
        </div>
      )}
    </Asked>
  );
}

type Said = Pick<RetentionView, "hold" | "holdReason" | "contractUntil">;

function unreasoned(): Fault {
  return { code: "input", message: w.holdReasonMissing, hint: "", reference: "U3" };
}

function Terms({ view }: { view: RetentionView }) {
  const tell = useTell();
  const may = useMay();
  const { organisation, hold, holdReason, contractUntil } = view;
  const held = useMemo<Said>(
    () => ({ hold, holdReason, contractUntil }),
    [hold, holdReason, contractUntil],
  );
  const draft = useDraft<Said>(
    `retention ${organisation}`,
    held,
    async (said) => {
      if (said.hold && !said.holdReason.trim()) throw unreasoned();
      await tell("save_retention", { organisation, ...said });
      return new Date().toISOString();
    },
  );
  const said = draft.value;
  const write = (part: Partial<Said>, when: "now" | "soon" = "soon") =>
    draft.write({ ...said, ...part }, when);
  return (
    <section className={styles.terms} aria-label={w.title}>
      <header className={styles.termsHead}>
        <h2>{w.title}</h2>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </header>
      <p className={styles.rule}>{view.rule}</p>
      <div className={styles.hold}>
        <Checkbox
          isSelected={said.hold}
          onChange={(next) => write({ hold: next }, next && !said.holdReason.trim() ? "soon" : "now")}
        >
          {w.hold}
        </Checkbox>
        {(said.hold || said.holdReason !== "") && (
          <Field
            label={w.holdReason}
            lines={2}
            value={said.holdReason}
            onChange={(next) => write({ holdReason: next })}
            error={said.hold && !said.holdReason.trim() ? w.holdReasonMissing : undefined}
          />
        )}
      </div>
      <DateField
        label={w.contract}
        hint={w.contractHint}
        value={said.contractUntil}
        onChange={(next) => write({ contractUntil: next })}
      />
      {!may.own && <p className={styles.quiet}>{w.onlyOwner}</p>}
      {draft.state.is === "failed" && draft.state.fault.code !== "input" && (
        <FaultNote fault={draft.state.fault} onRetry={draft.retry} />
      )}
    </section>
  );
}

function End({ view, onDestroyed }: { view: RetentionView } & Pick<Props, "onDestroyed">) {
  const [asking, ask] = useState(false);
  return (
    <section className={styles.end} aria-label={w.destroyTitle}>
      <h2>{w.destroyTitle}</h2>
      <p>{w.destroyWords}</p>
      {view.refused !== null && (
        <Note tone="info" title={w.refused}>
          <p>{view.refused}</p>
        </Note>
      )}
      <Button weight="danger" isDisabled={view.refused !== null} onPress={() => ask(true)}>
        {w.destroy}
      </Button>
      {asking && (
        <DestroyDialog view={view} onClose={() => ask(false)} onDestroyed={onDestroyed} />
      )}
    </section>
  );
}
