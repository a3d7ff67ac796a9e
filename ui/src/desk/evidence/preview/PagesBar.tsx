import { useState } from "react";
import { Button, ToggleButton } from "../../../kit/Button";
import { Field } from "../../../kit/Field";
import { words } from "../../../words/en";
import styles from "./preview.module.css";

const w = words.preview;

type Props = {
  /** The page being read, counted from 0. */
  here: number;
  /** Pages that can be shown. */
  pages: number;
  /** Pages in all. */
  total: number;
  full: boolean;
  onFull: (full: boolean) => void;
  onPage: (page: number) => void;
};

/** Which page of how many, and the ways to another. */
export function PagesBar({ here, pages, total, full, onFull, onPage }: Props) {
  const [wanted, setWanted] = useState("");
  return (
    <div className={styles.bar}>
      <span className={styles.position}>{w.position(here + 1, total)}</span>
      {pages > 1 && (
        <>
          <Button
            weight="quiet"
            icon="up"
            isDisabled={here === 0}
            onPress={() => onPage(here - 1)}
          >
            {w.previous}
          </Button>
          <Button
            weight="quiet"
            icon="down"
            isDisabled={here >= pages - 1}
            onPress={() => onPage(here + 1)}
          >
            {w.next}
          </Button>
        </>
      )}
      {total > 2 && (
        <form
          className={styles.goTo}
          onSubmit={(event) => {
            event.preventDefault();
            const page = Number(wanted);
            if (Number.isInteger(page) && page > 0) onPage(page - 1);
            setWanted("");
          }}
        >
          <Field
            label={w.goTo}
            quietLabel
            placeholder={w.goTo}
            inputMode="numeric"
            value={wanted}
            onChange={(text) => setWanted(text.replaceAll(/\D/gu, ""))}
          />
        </form>
      )}
      <ToggleButton isSelected={full} onChange={onFull}>
        {w.full}
      </ToggleButton>
    </div>
  );
}
