import { memo, useMemo } from "react";
import type { ControlRow, Framework } from "../../bridge/generated/wire";
import { Button, ToggleButton } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { SearchField } from "../../kit/Field";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { holds, type Which } from "./listing";
import styles from "./list.module.css";

const w = words.desk;

/** The field that filters the list. */
export const FILTER = "control-filter";

type Props = {
  framework: Framework;
  rows: ReadonlyMap<string, ControlRow>;
  text: string;
  which: Which;
  choosing: boolean;
  onText: (text: string) => void;
  onWhich: (which: Which) => void;
  onChoosing: (choosing: boolean) => void;
  onBulk: () => void;
  /** Opens the first control that is left. */
  onFirst: () => void;
};

/** Narrows the list of controls, and does something with all that it shows. */
export const ControlTools = memo(function ControlTools(props: Props) {
  const { framework, rows } = props;
  const isReadOnly = useReadOnly();
  const options = useMemo(() => {
    const all = [...rows.values()];
    const choice = (id: Which, name: string) => ({
      id,
      label: w.counted(name, all.filter((row) => holds(id, row)).length),
    });
    return [
      choice("all", w.whichOf.all),
      choice("unanswered", w.whichOf.unanswered),
      choice("flagged", w.whichOf.flagged),
      choice("asked", w.whichOf.asked),
      choice("finding", w.whichOf.finding),
      ...framework.answers.map(({ id, label }) => choice(id, label)),
    ];
  }, [framework, rows]);
  return (
    <div className={styles.tools}>
      {/* Enter opens what is left, Down goes into the list. */}
      <div
        onKeyDownCapture={(event) => {
          if (event.key === "Enter") props.onFirst();
          else if (event.key === "ArrowDown") toList(event.currentTarget);
          else return;
          event.preventDefault();
        }}
      >
        <SearchField id={FILTER} label={w.filter} value={props.text} onChange={props.onText} />
      </div>
      <Select<Which>
        looks
        label={w.which}
        quietLabel
        value={props.which}
        options={options}
        onChange={props.onWhich}
      />
      {!isReadOnly && (
        <div className={styles.several}>
          <ToggleButton
            keys="X"
            aria-keyshortcuts="x"
            isSelected={props.choosing}
            onChange={props.onChoosing}
          >
            {props.choosing ? w.chooseEnd : w.chooseSeveral}
          </ToggleButton>
          <Button keys="B" aria-keyshortcuts="b" onPress={props.onBulk}>
            {w.bulk}
          </Button>
        </div>
      )}
    </div>
  );
});

/** Puts the focus into the list that stands below. */
function toList(from: HTMLElement): void {
  const grid = from.closest("section")?.querySelector("[role=grid]");
  grid?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
}
