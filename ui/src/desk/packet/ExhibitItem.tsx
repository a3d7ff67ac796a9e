import type { KeyboardEvent } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { Exhibit, ExhibitCandidate } from "../../bridge/generated/wire";
import { IconButton } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { useReadOnly } from "../../kit/readOnly";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { ExhibitSigns } from "./ExhibitSigns";
import { arePages, hasPages } from "./plan";
import styles from "./packet.module.css";

const w = words.packet;

/** The id of what opens an exhibit, and of the field for its words. */
export const exhibitHead = (evidence: string) => `exhibit-${evidence}`;
export const exhibitWords = (evidence: string) => `exhibit-words-${evidence}`;

type Props = {
  exhibit: Exhibit;
  /** Nothing when the evidence can no longer be printed. */
  candidate: ExhibitCandidate | null;
  number: number;
  last: number;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (exhibit: Exhibit) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One exhibit: what is printed of it and what is said to it. */
export function ExhibitItem(props: Props) {
  const { exhibit, candidate, number, last, isOpen, onOpen, onMove, onRemove } = props;
  const isReadOnly = useReadOnly();
  const title = candidate?.title ?? w.exhibitNumber(number);
  const change = (part: Partial<Exhibit>) => props.onChange({ ...exhibit, ...part });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!event.altKey || by === 0 || isReadOnly) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    // Alt with an arrow moves the exhibit, wherever in it the focus is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.exhibit} aria-label={w.exhibitOf(number, title)} onKeyDown={onKeyDown}>
      <div className={styles.exhibitHead}>
        <AriaButton
          id={exhibitHead(exhibit.evidence)}
          className={styles.exhibitName ?? ""}
          aria-expanded={isOpen}
          onPress={onOpen}
        >
          <Icon name={isOpen ? "down" : "right"} />
          <span className={styles.number}>{number}</span>
          <bdi className={styles.grows}>{title}</bdi>
        </AriaButton>
        {!isReadOnly && (
          <span className={styles.tools}>
            <IconButton icon="up" label={w.up(title)} keys="Alt ↑" isDisabled={number === 1} onPress={() => onMove(-1)} />
            <IconButton icon="down" label={w.down(title)} keys="Alt ↓" isDisabled={number === last} onPress={() => onMove(1)} />
            <IconButton icon="cross" label={w.exhibitRemove(title)} onPress={onRemove} />
          </span>
        )}
      </div>
      <p className={styles.exhibitSigns}>
        {candidate === null || candidate.whyNot !== "" ? (
          <Status shade="bad" icon="stop">
            {w.exhibitGone}
          </Status>
        ) : (
          <ExhibitSigns of={candidate} />
        )}
        {exhibit.alternative.trim() === "" && (
          <Status shade="warn" icon="eye">
            {w.exhibitAlternativeMissing}
          </Status>
        )}
      </p>
      {isOpen && (
        <div className={styles.exhibitFields}>
          {candidate?.whyNot && <p className={styles.hint}>{candidate.whyNot}</p>}
          <Field
            id={exhibitWords(exhibit.evidence)}
            label={w.exhibitAlternative}
            hint={w.exhibitAlternativeHint}
            lines={2}
            value={exhibit.alternative}
            onChange={(alternative) => change({ alternative })}
          />
          <Field
            label={w.exhibitCaption}
            hint={w.exhibitCaptionHint}
            value={exhibit.caption}
            onChange={(caption) => change({ caption })}
          />
          {candidate !== null && hasPages(candidate.fileName) && (
            <Field
              label={w.exhibitPages}
              hint={w.exhibitPagesHint}
              value={exhibit.pages}
              error={arePages(exhibit.pages) ? undefined : w.exhibitPagesWrong}
              onChange={(pages) => change({ pages })}
            />
          )}
        </div>
      )}
    </li>
  );
}
