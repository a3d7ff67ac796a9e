import type { Framework, ItemStanding, ProvisionStanding } from "../../bridge/generated/wire";
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
  items: readonly ItemStanding[];
  onControl: (id: string) => void;
};

/** One line of the law with the controls that speak to it, and what that says together. */
export function ProvisionSheet({ framework, entry, items, onControl }: Props) {
  const { provision, conclusion, speakers, restsOn } = entry;
  const designation = framework.designations.find(({ id }) => id === provision.designation);
  const supports = speakers.some(({ role }) => role === "supports");
  return (
    <section className={styles.sheet} aria-label={provision.citation}>
      <header>
        <p className={styles.cite}>
          {framework.citationPrefix} {provision.citation} · {provision.rule}
        </p>
        <h2>{provision.title}</h2>
      </header>
      <div>
        <ConclusionMark of={conclusion} />
        {remarks(framework, entry, items).map((remark) => (
          <p key={remark} className={styles.quiet}>
            {remark}
          </p>
        ))}
      </div>
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
        <p className={styles.quiet}>
          {restsOn ? w.restsOn[restsOn] : w.restsOnNone} {supports && restsOn && w.supportsWords}
        </p>
      )}
    </section>
  );
}

/** What a conclusion rests on, where that is less than its word might say; as the packet has it. */
function remarks(
  framework: Framework,
  { conclusion, restsOn, speakers }: ProvisionStanding,
  items: readonly ItemStanding[],
): string[] {
  const said: string[] = [];
  if (restsOn === "means") said.push(conclusion === "open" ? w.whatElse : w.byMeans);
  const bearers = new Set(speakers.filter((s) => s.role === restsOn).map((s) => s.control));
  const unshown = items.some(
    (item) => bearers.has(item.control) && item.assurance < framework.assurance.gapBelow,
  );
  if ((conclusion === "met" || conclusion === "decided") && unshown) said.push(w.saidNotShown);
  return said;
}
