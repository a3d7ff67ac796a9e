import type { Find, FindSpan } from "../../bridge/generated/wire";
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
  // What was found in the name itself is marked there, and not said twice.
  const named = find.snippet.map(({ text }) => text).join("") === find.title;
  return (
    <div className={styles.row}>
      <span className={styles.title}>
        <span className={styles.name}>{named ? <Words spans={find.snippet} /> : find.title}</span>
        {find.kind === "working-note" && (
          <Status shade="private" icon="lock" fill>
            {words.find.private}
          </Status>
        )}
      </span>
      {!named && find.snippet.length > 0 && (
        <span className={styles.snippet}>
          <Words spans={find.snippet} />
        </span>
      )}
      <span className={styles.place}>{where.join(" · ")}</span>
    </div>
  );
}

/** Words with those marked that were searched for. They are text and never markup. */
function Words({ spans }: { spans: readonly FindSpan[] }) {
  return spans.map(({ text, found }, place) =>
    found ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
