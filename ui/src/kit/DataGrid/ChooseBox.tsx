import styles from "./DataGrid.module.css";
import { classes } from "../classes";
import { Icon } from "../Icon";

type Props = { label: string; state: "all" | "some" | "none"; tabIndex: 0 | -1 };

/** A box that shows whether rows are chosen. Its presses and keys are the grid's. */
export function ChooseBox({ label, state, tabIndex }: Props) {
  return (
    <span
      role="checkbox"
      aria-label={label}
      aria-checked={state === "some" ? "mixed" : state === "all"}
      tabIndex={tabIndex}
      className={classes(styles.box, state !== "none" && styles.boxOn)}
    >
      {state === "all" && <Icon name="check" />}
      {state === "some" && <Icon name="dash" />}
    </span>
  );
}
