import type { Consequence, Framework } from "../../bridge/generated/wire";
import { Chip } from "../../kit/Status";
import { Icon, type IconName } from "../../kit/Icon";
import { words } from "../../words/en";
import styles from "./assessment.module.css";

const w = words.start;

const icons: Record<Consequence["effect"]["type"], IconName> = {
  "not-applicable": "dash",
  weight: "scales",
  "weight-set": "scales",
  remark: "info",
  "not-binding": "dash",
  duty: "warning",
};

function title({ effect }: Consequence): string {
  switch (effect.type) {
    case "weight":
      return w.effect.weight(effect.by);
    case "weight-set":
      return w.effect["weight-set"](effect.to);
    default:
      return w.effect[effect.type];
  }
}

type Props = {
  framework: Framework;
  consequences: readonly Consequence[];
  /** At a control it goes without saying which control is touched. */
  at?: "assessment" | "control";
};

/** What answers to the profile change, each with its reason and what it touches. */
export function Effects({ framework, consequences, at = "assessment" }: Props) {
  return (
    <ul className={styles.effects}>
      {consequences.map((consequence, index) => (
        <li key={index} className={styles.effect}>
          <Icon name={icons[consequence.effect.type]} />
          <div>
            <p>
              <strong>{title(consequence)}</strong>
              {at === "assessment" &&
                consequence.controls.length > 0 &&
                ` · ${w.controls(consequence.controls.length)}`}
            </p>
            <p className={styles.reason}>{consequence.effect.reason}</p>
            {at === "assessment" && (
              <p className={styles.chips}>
                {consequence.controls.map((id) => (
                  <Chip key={id}>{id}</Chip>
                ))}
              </p>
            )}
            {consequence.effect.type === "duty" && (
              <Duties framework={framework} ids={consequence.effect.duties} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Duties({ framework, ids }: { framework: Framework; ids: readonly string[] }) {
  const duties = framework.duties.filter((duty) => ids.includes(duty.id));
  return (
    <ul className={styles.duties}>
      {duties.map((duty) => (
        <li key={duty.id}>
          {duty.title} <span className={styles.reason}>{duty.citation}</span>
          {duty.fromMemory && <span className={styles.reason}> ({w.fromMemory})</span>}
        </li>
      ))}
    </ul>
  );
}
