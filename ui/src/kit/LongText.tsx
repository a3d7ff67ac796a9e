import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import field from "./Field.module.css";
import { classes } from "./classes";
import { useReadOnly } from "./readOnly";

type Props = {
  id: string;
  label: string;
  hint?: ReactNode;
  lines: number;
  value: string;
  onChange: (text: string) => void;
  aside?: ReactNode;
  /** The key that leads here, for readers. */
  shortcut?: string;
};

/** A labelled text that may be as long as a book. The field itself holds what is written and is
 * told only of what comes from elsewhere, so that a letter costs the same in a long text. */
export function LongText({ id, label, hint, lines, value, onChange, aside, shortcut }: Props) {
  const hintId = useId();
  const isReadOnly = useReadOnly();
  const area = useRef<HTMLTextAreaElement>(null);
  const [start] = useState(value);
  const written = useRef(start);
  const [isFocused, setFocused] = useState(false);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useLayoutEffect(() => {
    if (!area.current || value === written.current) return;
    written.current = value;
    area.current.value = value;
  }, [value]);
  return (
    <div className={field.field}>
      <span className={field.labels}>
        <label htmlFor={id} className={field.label}>
          {label}
        </label>
        {aside}
      </span>
      <textarea
        ref={area}
        id={id}
        className={classes(field.input, field.area)}
        rows={lines}
        spellCheck
        readOnly={isReadOnly}
        defaultValue={start}
        aria-describedby={hint ? hintId : undefined}
        aria-keyshortcuts={shortcut}
        data-focused={isFocused || undefined}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onInput={(event) => {
          written.current = event.currentTarget.value;
          tell.current(written.current);
        }}
      />
      {hint && (
        <span id={hintId} className={field.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
