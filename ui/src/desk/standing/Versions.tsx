import type { Framework, OverviewView } from "../../bridge/generated/wire";
import { Empty } from "../../kit/State";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { clock } from "../../words/format";
import { Compare } from "./Compare";
import styles from "./version.module.css";
import card from "./standing.module.css";

const w = words.overview;

type Props = { framework: Framework; view: OverviewView; onControl: (id: string) => void };

/** The versions made final, and what changed between two of them. */
export function Versions({ framework, view, onControl }: Props) {
  const versions = [...view.versions].sort((a, b) => b.number - a.number);
  if (versions.length === 0) {
    return (
      <Empty icon="lock" title={w.noVersions}>
        <p>{w.noVersionsWords}</p>
      </Empty>
    );
  }
  return (
    <div className={styles.part}>
      <section className={card.card} aria-label={w.versions}>
        <header>
          <h2>{w.versions}</h2>
          <p className={card.quiet}>{w.versionsWords}</p>
        </header>
        <ul>
          {versions.map((version) => (
            <li key={version.id} className={styles.version}>
              <Status shade="good" icon="lock">
                {w.versionTitle(version.number)}
              </Status>
              <span>{w.versionLine(version.by, clock(version.at))}</span>
              <span className={styles.digest}>
                {w.digest} <code>{version.digest}</code>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Compare
        framework={framework}
        assessment={view.assessment.id}
        numbers={versions.map(({ number }) => number)}
        onControl={onControl}
      />
    </div>
  );
}
