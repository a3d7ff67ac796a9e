import type { ReactNode } from "react";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import type { Need } from "./needs";
import styles from "./panel.module.css";

const w = words.desk;

/** A field that the chosen word asks for. While it lacks, the focus comes here first. */
export function Needed({ need, children }: { need: Need | undefined; children: ReactNode }) {
  return (
    <div className={styles.needed} data-lacks={need?.lacks ? "" : undefined}>
      {children}
      {need?.lacks && (
        // The sentence below the fields names it for readers.
        <span className={styles.mark} aria-hidden="true">
          {w.needed}
        </span>
      )}
    </div>
  );
}

type LacksProps = { needs: readonly Need[]; open?: string; whole: string };

/** Says as one writes which fields still lack, or that all is there. It is one text that changes
 * in its place, so that readers hear of it. */
export function Lacks({ needs, open, whole }: LacksProps) {
  const lacking = needs.filter((one) => one.lacks).map((one) => one.label);
  const said = [w.lacks(lacking.join(", ")), open].filter(Boolean).join(" ");
  const isWhole = lacking.length === 0;
  return (
    <p role="status" className={styles.lacks}>
      <Status shade={isWhole ? "good" : "warn"} icon={isWhole ? "check" : "warning"}>
        {isWhole ? whole : said}
      </Status>
    </p>
  );
}

/** Puts the focus into the first field that lacks. */
export function toFirstLacking(): void {
  const field = document.querySelector<HTMLElement>(
    "[data-lacks] :is(input:not([type=hidden]), textarea, [role=spinbutton])",
  );
  field?.focus();
  field?.scrollIntoView({ block: "nearest" });
}
