import { useMemo, useState } from "react";
import type { Framework } from "../bridge/generated/wire";
import { Checkbox } from "../kit/Choice";
import { SearchField } from "../kit/Field";
import { words } from "../words/en";
import { placed } from "./framework";
import styles from "./ControlPicker.module.css";

const w = words.picker;

type Props = {
  framework: Framework;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
};

/** Chooses controls out of all, by section and by what is typed. */
export function ControlPicker({ framework, chosen, onChosen }: Props) {
  const [text, setText] = useState("");
  const places = useMemo(() => placed(framework), [framework]);
  const wanted = text.trim().toLowerCase();
  // What was chosen stays in view, whatever is typed next.
  const fits = places.filter(
    ({ control: { id, label, question } }) =>
      chosen.has(id) || `${id} ${label} ${question}`.toLowerCase().includes(wanted),
  );
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <div className={styles.picker}>
      <SearchField label={w.filter} value={text} onChange={setText} />
      <div className={styles.list}>
        {framework.sections.map((section) => {
          const inside = fits.filter((place) => place.section === section.id);
          return (
            inside.length > 0 && (
              <div key={section.id} role="group" aria-label={section.title}>
                <p className={styles.section} aria-hidden="true">
                  {section.title}
                </p>
                {inside.map(({ control: { id, label } }) => (
                  <Checkbox key={id} isSelected={chosen.has(id)} onChange={(on) => toggle(id, on)}>
                    <span className={styles.id}>{id}</span> {label}
                  </Checkbox>
                ))}
              </div>
            )
          );
        })}
        {fits.length === 0 && <p className={styles.section}>{w.none}</p>}
      </div>
      <p role="status" className={styles.section}>
        {w.chosen(chosen.size)}
      </p>
    </div>
  );
}
