import styles from "./Keys.module.css";

/** A key to press, shown where it works. Readers hear of it through `aria-keyshortcuts`. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.split(/ |\+(?=.)/u).map((key, place) => (
        <kbd key={place} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
