import type { Conclusion, Framework, ProvisionStanding } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import type { IconName } from "../../kit/Icon";
import { Status, type Shade } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./standing.module.css";

const w = words.overview;

const marks: Record<Conclusion, { icon: IconName; shade: Shade }> = {
  met: { icon: "check", shade: "good" },
  partly: { icon: "half", shade: "warn" },
  "not-met": { icon: "cross", shade: "bad" },
  decided: { icon: "scales", shade: "good" },
  open: { icon: "circle", shade: "quiet" },
  "not-applicable": { icon: "dash", shade: "quiet" },
  "context-only": { icon: "info", shade: "quiet" },
  "not-assessed": { icon: "dash", shade: "quiet" },
};

type Props = {
  framework: Framework;
  provisions: readonly ProvisionStanding[];
  onControl: (id: string) => void;
};

/** What the answers say about each line of the law, in its order. */
export function Provisions({ framework, provisions, onControl }: Props) {
  return (
    <section className={styles.folded}>
      <Fold title={w.provisionsTitle} count={w.provisionsShowing(provisions.length)} level={2} plain>
        <p className={styles.quiet}>{w.provisionsWords}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{w.provisionColumns.citation}</th>
              <th scope="col">{w.provisionColumns.title}</th>
              <th scope="col">{w.provisionColumns.conclusion}</th>
              <th scope="col">{w.provisionColumns.controls}</th>
            </tr>
          </thead>
          <tbody>
            {provisions.map(({ provision, conclusion, speakers }) => (
              <tr key={provision.citation}>
                <th scope="row" className={styles.cite}>
                  {framework.citationPrefix} {provision.citation}
                </th>
                <td>{provision.title}</td>
                <td>
                  <Status {...marks[conclusion]}>{words.code.conclusion[conclusion]}</Status>
                </td>
                <td className={styles.speakers}>
                  {speakers.map((speaker) => (
                    <Button
                      key={speaker.control + speaker.role}
                      weight="quiet"
                      small
                      edge="start"
                      onPress={() => onControl(speaker.control)}
                    >
                      {`${speaker.control} (${words.code.role[speaker.role]})`}
                    </Button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Fold>
    </section>
  );
}
