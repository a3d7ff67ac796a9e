import type { Find } from "../../bridge/generated/wire";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./search.module.css";

type Props = { find: Find; withAssessment: boolean };

/** One find: its name, the words around what was found, and where it is. */
export function FindRow({ find, withAssessment }: Props) {
  const where = [
    find.kind === "organisation" ? "" : find.organisationName,
    withAssessment && find.kind !== "assessment" ? find.assessmentTitle : "",
    find.control !== null && find.title !== find.control ? find.control : "",
  ].filter(Boolean);
  return (
    <div className={styles.row}>
      <span className={styles.title}>
        <span className={styles.name}>{find.title}</span>
        {find.kind === "working-note" && (
          <Status shade="private" icon="lock" fill>
            {words.find.private}
          </Status>
        )}
      </span>
      {find.snippet.length > 0 && (
        <span className={styles.snippet}>
          {find.snippet.map((span, place) =>
            span.found ? <mark key={place}>{span.text}</mark> : <span key={place}>{span.text}</span>,
          )}
        </span>
      )}
      <span className={styles.place}>{where.join(" · ")}</span>
    </div>
  );
}
