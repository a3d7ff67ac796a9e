import type { Framework, ProvisionStanding } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { controlOf } from "../framework";
import { StateMark } from "../marks";
import { ConclusionMark } from "./conclusion";
import styles from "./provision.module.css";

const w = words.overview;

type Props = {
  framework: Framework;
  entry: ProvisionStanding;
  onControl: (id: string) => void;
};

/** One line of the law with the controls that speak to it, and what that says together. */
export function ProvisionSheet({ framework, entry, onControl }: Props) {
  const { provision, conclusion, speakers, restsOn } = entry;
  const designation = framework.designations.find(({ id }) => id === provision.designation);
  const roles = [...new Set(speakers.map(({ role }) => role))];
  return (
    <section className={styles.sheet} aria-label={provision.citation}>
      <header>
        <p className={styles.cite}>
          {framework.citationPrefix} {provision.citation} · {provision.rule}
        </p>
        <h2>{provision.title}</h2>
      </header>
      <ConclusionMark of={conclusion} />
      {designation && (
        <p>
          <strong>{designation.label}.</strong> {designation.meaning}
        </p>
      )}
      <h3>{w.speakers}</h3>
      {speakers.length === 0 && <p className={styles.quiet}>{w.noSpeaker}</p>}
      <ul className={styles.speakers}>
        {speakers.map(({ control, role, state }) => (
          <li key={control + role}>
            <Button weight="quiet" small edge="start" onPress={() => onControl(control)}>
              {`${control} ${controlOf(framework, control)?.label ?? ""}`}
            </Button>
            <span className={styles.role}>{w.role[role]}</span>
            <StateMark state={state} />
          </li>
        ))}
      </ul>
      {speakers.length > 0 && (
        <div className={styles.quiet}>
          <p>{restsOn ? w.restsOn(w.role[restsOn]) : w.restsOnNone}</p>
          <ul>
            {roles.map((role) => (
              <li key={role}>
                <strong>{w.role[role]}:</strong> {w.roleMeans[role]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
