import styles from "./Brand.module.css";
import { words } from "../words/en";

/** The name with its mark: a pulse within a frame. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg className={styles.mark} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <rect x="1" y="1" width="18" height="18" rx="4.5" />
        <path strokeWidth="8%" d="M4 10.5h3l1.6-4.5 2.8 8 1.6-3.5h3" />
      </svg>
      {words.frame.name}
    </span>
  );
}
