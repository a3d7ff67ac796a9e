import type { CheckWeight, PacketCheck, PacketPlan } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import type { IconName } from "../../kit/Icon";
import { Note } from "../../kit/Note";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";
import { Some } from "../Some";
import { leadOf, weighing, type Lead } from "./plan";
import styles from "./packet.module.css";

const w = words.packet;
const WEIGHTS: readonly CheckWeight[] = ["stop", "warn", "info"];
const marks: Record<CheckWeight, { shade: Shade; icon: IconName }> = {
  stop: { shade: "bad", icon: "stop" },
  warn: { shade: "warn", icon: "warning" },
  info: { shade: "quiet", icon: "info" },
};

type Props = {
  checks: readonly PacketCheck[];
  plan: PacketPlan;
  onLead: (lead: Lead) => void;
};

/** What should be known before the packet leaves, the weightiest first, each with the way to
 * where it is put right. */
export function ChecksTab({ checks, plan, onLead }: Props) {
  const sorted = WEIGHTS.flatMap((weight) => weighing(checks, weight));
  return (
    <div className={styles.tab}>
      <h2 className={styles.label}>{w.checks}</h2>
      {sorted.length === 0 ? (
        <Note tone="good">
          <p>{w.checksNone}</p>
        </Note>
      ) : (
        <div className={styles.list}>
          <Some items={sorted} first={40}>
            {(check) => <Check key={nameOf(check)} check={check} lead={leadOf(check, plan)} onLead={onLead} />}
          </Some>
        </div>
      )}
    </div>
  );
}

const nameOf = ({ code, control, evidence, sentence }: PacketCheck) =>
  [code, control, evidence, sentence].join(" ");

type CheckProps = { check: PacketCheck; lead: Lead | null; onLead: (lead: Lead) => void };

function Check({ check, lead, onLead }: CheckProps) {
  const { shade, icon } = marks[check.severity];
  return (
    <li className={styles.check}>
      <span className={styles.checkHead}>
        <Status shade={shade} icon={icon}>
          {w.checkWeights[check.severity]}
        </Status>
        {check.count > 1 && <span className={styles.count}>{w.counted(check.count)}</span>}
      </span>
      <p>{check.sentence}</p>
      {lead && (
        <p>
          <Button small weight="quiet" edge="start" onPress={() => onLead(lead)}>
            {lead.to === "control" ? w.checkGo.control(lead.control) : w.checkGo[lead.to]}
          </Button>
        </p>
      )}
    </li>
  );
}
