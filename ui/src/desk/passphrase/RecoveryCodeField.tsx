import { useId, useRef, type ClipboardEvent, type KeyboardEvent } from "react";
import { classes } from "../../kit/classes";
import { Icon } from "../../kit/Icon";
import { words } from "../../words/en";
import { DIGITS, fill, GROUPS, isWhole, stateOf } from "./code";
import styles from "./passphrase.module.css";

const w = words.passphrase;

type Props = {
  label: string;
  hint?: string;
  groups: readonly string[];
  onChange: (groups: string[]) => void;
  /** What is wrong with the code as a whole. */
  error?: string | undefined;
  autoFocus?: boolean;
};

/** A recovery code in its eight groups. Each is checked as it is typed, and a code that is
 * pasted finds its groups by itself. */
export function RecoveryCodeField({ label, hint, groups, onChange, error, autoFocus }: Props) {
  const id = useId();
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const to = (group: number) => {
    const box = boxes.current[group];
    box?.focus();
    box?.select();
  };
  const wrong = groups.flatMap((group, index) => (stateOf(group) === "wrong" ? [index + 1] : []));
  const fits = isWhole(groups) ? w.groupsFit : undefined;
  const said = wrong.length > 0 ? w.wrongGroups(wrong) : (error ?? fits);

  const write = (group: number, text: string) => {
    const digits = text.replaceAll(/\D/gu, "").slice(0, DIGITS);
    const next = groups.map((was, index) => (index === group ? digits : was));
    onChange(next);
    // A group that is full and right leads on; one that is wrong keeps the focus.
    if (digits.length === DIGITS && groups[group] !== digits && stateOf(digits) === "right") {
      if (group + 1 < GROUPS) to(group + 1);
    }
  };
  const paste = (group: number, event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    const digits = text.replaceAll(/\D/gu, "").length;
    if (digits <= DIGITS) return;
    event.preventDefault();
    const done = fill(groups, digits >= GROUPS * DIGITS ? 0 : group, text);
    onChange(done.groups);
    to(done.last);
  };
  const key = (group: number, event: KeyboardEvent<HTMLInputElement>) => {
    const { value, selectionStart: at, selectionEnd: end } = event.currentTarget;
    const isAlone = at === end;
    const back = (event.key === "Backspace" || event.key === "ArrowLeft") && isAlone && at === 0;
    const on = event.key === "ArrowRight" && isAlone && at === value.length;
    if (!(back && group > 0) && !(on && group + 1 < GROUPS)) return;
    event.preventDefault();
    to(back ? group - 1 : group + 1);
  };

  return (
    <fieldset className={styles.code} aria-describedby={`${id}-hint ${id}-said`}>
      <legend>{label}</legend>
      <div className={styles.groups}>
        {groups.map((group, index) => (
          <input
            key={index}
            ref={(box) => {
              boxes.current[index] = box;
            }}
            className={classes(styles.group, styles[stateOf(group)])}
            aria-label={w.group(index + 1)}
            aria-invalid={stateOf(group) === "wrong" || undefined}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            value={group}
            // The one thing to do where this is shown.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={autoFocus && index === 0}
            onChange={(event) => write(index, event.target.value)}
            onPaste={(event) => paste(index, event)}
            onKeyDown={(event) => key(index, event)}
          />
        ))}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint ?? w.codeHint}
      </p>
      <p id={`${id}-said`} role="status" className={classes(styles.said, said !== fits && styles.bad)}>
        {said && (
          <>
            <Icon name={said === w.groupsFit ? "check" : "stop"} /> {said}
          </>
        )}
      </p>
    </fieldset>
  );
}
