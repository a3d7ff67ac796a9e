import { useState } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { LookView } from "../../bridge/generated/wire";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import styles from "./look.module.css";

const w = words.look;

/** The colours that are offered. Nothing stands for the program's own. */
const OFFERED = ["", ...Object.keys(w.colours)];

/** Returns the digits of a colour that somebody wrote or pasted, none for the program's own, and
 * nothing for what is no colour yet. */
function colourOf(text: string): string | null {
  const written = text.trim().toLowerCase();
  return /^(?:#?[0-9a-f]{6})?$/u.test(written) ? written.replace("#", "") : null;
}

type Props = {
  value: string;
  onChange: (colour: string, when: "now" | "soon") => void;
  /** What is said of this very colour; nothing while it is not known yet. */
  said: LookView | null;
};

/** The colour of headings and rules: one of those that read well, or another by its digits. */
export function ColourField({ value, onChange, said }: Props) {
  // What is no colour yet stays in the field and goes nowhere.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value.toUpperCase();
  const isColour = colourOf(shown) !== null;
  const write = (text: string) => {
    const next = colourOf(text);
    setTyped(text);
    if (next !== null) onChange(next, "soon");
  };
  return (
    <div className={styles.field}>
      <h3>{w.colour}</h3>
      <Swatches
        value={value}
        onChange={(colour) => {
          setTyped(null);
          onChange(colour, "now");
        }}
      />
      <div className={styles.digits}>
        <Field
          label={w.digits}
          hint={w.colourHint}
          mono
          maxLength={9}
          value={shown}
          onChange={write}
          error={isColour ? undefined : w.colourWrong}
        />
        <Swatch colour={value} />
      </div>
      <div role="status">{said && isColour && <Said view={said} />}</div>
    </div>
  );
}

function Said({ view: { contrast, refused } }: { view: LookView }) {
  if (refused !== null) {
    return (
      <Note tone="warn" title={w.refused}>
        <p>{refused}</p>
      </Note>
    );
  }
  return <p className={styles.quiet}>{contrast === null ? w.contrastOwn : w.contrast(contrast)}</p>;
}

type SwatchesProps = { value: string; onChange: (colour: string) => void };

function Swatches({ value, onChange }: SwatchesProps) {
  const isReadOnly = useReadOnly();
  const name = (colour: string) => w.colours[colour as keyof typeof w.colours];
  const colour = value.toLowerCase();
  return (
    <RadioGroup
      value={OFFERED.includes(colour) ? colour : null}
      isDisabled={isReadOnly}
      onChange={onChange}
      orientation="horizontal"
    >
      <Label className={styles.label ?? ""}>{w.good}</Label>
      <div className={styles.swatches}>
        {OFFERED.map((one) => (
          <RadioField key={one} value={one} className={styles.choice ?? ""}>
            <RadioButton className={styles.swatch ?? ""}>
              <Swatch colour={one} />
              <span>{one === "" ? w.own : name(one)}</span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

/** A spot of a colour; the program's own is its teal on paper. */
function Swatch({ colour }: { colour: string }) {
  const known = /^[0-9a-f]{6}$/iu.test(colour);
  return (
    <span
      aria-hidden="true"
      className={known ? styles.spot : styles.ownSpot}
      style={known ? { backgroundColor: `#${colour}` } : undefined}
    />
  );
}
