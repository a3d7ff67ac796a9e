import { useState } from "react";
import { IconButton, ToggleButton } from "../../../kit/Button";
import { Select } from "../../../kit/Choice";
import { Field } from "../../../kit/Field";
import { words } from "../../../words/en";
import { ZOOMS, type Zoom } from "./geometry";
import styles from "./preview.module.css";

const w = words.packet.preview;
const sizes = ZOOMS.map((zoom) => ({ id: String(zoom), label: w.zooms[zoom] }));

type Props = {
  /** The page that is read, counted from 0. */
  here: number;
  pages: number;
  zoom: Zoom;
  hasOutline: boolean;
  isBehind: boolean;
  onPage: (page: number) => void;
  onZoom: (zoom: Zoom) => void;
  onSize: (way: "larger" | "smaller") => void;
  onOutline: () => void;
  onSearch: () => void;
};

/** Which page of how many, how large, and the ways to another. */
export function PreviewBar(props: Props) {
  const { here, pages, zoom, hasOutline, isBehind, onPage, onZoom, onSize } = props;
  const [wanted, setWanted] = useState<string | null>(null);
  const go = () => {
    const page = Number(wanted);
    if (wanted !== null && wanted !== "" && page > 0) onPage(page - 1);
    setWanted(null);
  };
  return (
    <div className={styles.bar} role="group" aria-label={w.bar}>
      <ToggleButton
        icon="note"
        keys="O"
        aria-keyshortcuts="o"
        isSelected={hasOutline}
        onChange={props.onOutline}
      >
        {w.outline}
      </ToggleButton>
      <span className={styles.group}>
        <IconButton
          icon="up"
          label={w.previous}
          keys="K"
          isDisabled={here === 0}
          onPress={() => onPage(here - 1)}
        />
        <IconButton
          icon="down"
          label={w.next}
          keys="J"
          isDisabled={here >= pages - 1}
          onPress={() => onPage(here + 1)}
        />
      </span>
      <form
        className={styles.pageField}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field
          label={w.pageField}
          quietLabel
          inputMode="numeric"
          isReadOnly={false}
          value={wanted ?? String(here + 1)}
          onFocus={(event) => event.currentTarget instanceof HTMLInputElement && event.currentTarget.select()}
          onBlur={() => setWanted(null)}
          onChange={(text) => setWanted(text.replaceAll(/\D/gu, ""))}
        />
        <span className={styles.count}>{w.ofPages(pages)}</span>
      </form>
      <span className={styles.behind} role="status">
        {isBehind && w.refreshing}
      </span>
      <span className={styles.group}>
        <IconButton icon="dash" label={w.smaller} keys="-" onPress={() => onSize("smaller")} />
        <span className={styles.size}>
          <Select<string>
            looks
            quietLabel
            label={w.zoom}
            value={String(zoom)}
            options={sizes}
            onChange={(id) => onZoom(ZOOMS.find((one) => String(one) === id) ?? "width")}
          />
        </span>
        <IconButton icon="plus" label={w.larger} keys="+" onPress={() => onSize("larger")} />
      </span>
      <IconButton icon="search" label={w.search} keys="/" aria-keyshortcuts="/" onPress={props.onSearch} />
    </div>
  );
}
