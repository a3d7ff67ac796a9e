import type { ReactNode } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import { words } from "../words/en";
import type { TermName } from "../words/en/terms";
import styles from "./Term.module.css";

type Props = {
  name: TermName;
  /** The word as the sentence needs it, when that is not the term itself. */
  children?: ReactNode;
};

/** A word in running text that explains itself on hover, focus and press. Escape closes it. */
export function Term({ name, children }: Props) {
  const { word, means } = words.terms[name];
  return (
    <Explained word={word} means={means}>
      {children ?? word}
    </Explained>
  );
}

type ExplainedProps = { word: string; means: string; children: ReactNode };

/** The same for a word whose meaning comes from elsewhere, such as a catalogue. */
export function Explained({ word, means, children }: ExplainedProps) {
  return (
    <TooltipTrigger delay={300} closeDelay={120} shouldCloseOnPress={false}>
      <Button className={styles.term ?? ""}>{children}</Button>
      <Tooltip className={styles.means ?? ""} offset={6}>
        {typeof children === "string" && children.toLowerCase() === word.toLowerCase() ? null : (
          <strong>{word}</strong>
        )}
        {means}
      </Tooltip>
    </TooltipTrigger>
  );
}
