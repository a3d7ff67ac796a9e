import { useState, type KeyboardEvent } from "react";
import type { PacketFind } from "../../../bridge/generated/wire";
import { useAnnounce } from "../../../kit/Announcer";
import { useActions } from "../../../kit/actions";
import { useRemembered } from "../../../kit/remembered";
import { Empty } from "../../../kit/State";
import { useKeys } from "../../../kit/useKeys";
import { words } from "../../../words/en";
import type { LaidOut } from "../useLaidOut";
import { FIND, FindBar } from "./FindBar";
import { zoomed, type Zoom } from "./geometry";
import { Outline } from "./Outline";
import { PreviewBar } from "./PreviewBar";
import { Strip } from "./Strip";
import { useFinds } from "./useFinds";
import { usePages } from "./usePages";
import styles from "./preview.module.css";

const w = words.packet.preview;

/** How far above a find the upper edge stands, as a share of the page. */
const ABOVE = 0.2;

type Props = { latest: LaidOut; name: string; isBehind: boolean };

/** The pages as they will be, below each other, with their headings and a search. */
export function PacketPreview({ latest, name, isBehind }: Props) {
  const announce = useAnnounce();
  const pages = usePages(latest, name);
  const { pane, here, goTo, percent, zoom } = pages;
  const { token, pages: many, outline } = pane.of.view;
  const [hasOutline, setOutline] = useRemembered("packet outline", false);
  const [isFinding, setFinding] = useState(false);
  const toFind = (find: PacketFind, at: number, total: number) => {
    goTo(find.page, Math.max(0, find.y - ABOVE));
    announce(w.foundAt(at + 1, total, find.page + 1, find.excerpt));
  };
  const finds = useFinds(token, here, toFind);

  const toPage = (page: number) => {
    announce(w.position(goTo(page) + 1, many));
  };
  const step = (by: 1 | -1) => {
    const next = finds.step(by);
    if (next) toFind(next.find, next.at, finds.found?.total ?? 0);
  };
  const search = () => {
    setFinding(true);
    requestAnimationFrame(() => {
      const field = document.getElementById(FIND);
      if (!(field instanceof HTMLInputElement)) return;
      field.focus();
      field.select();
    });
  };
  const close = () => {
    setFinding(false);
    finds.setText("");
    pages.box.current?.focus();
  };
  const size = (to: Zoom) => {
    pages.setZoom(to);
    if (typeof to === "number") announce(w.sizeNow(to));
  };
  const resize = (way: "larger" | "smaller") => size(zoomed(percent, way));
  const toggle = () => setOutline(!hasOutline);

  const group = w.title;
  useActions([
    { id: "packet.page.next", name: w.next, keys: "J", group, run: () => toPage(here + 1) },
    { id: "packet.page.previous", name: w.previous, keys: "K", group, run: () => toPage(here - 1) },
    { id: "packet.search", name: w.search, keys: "/", group, run: search },
    { id: "packet.find.next", name: w.nextFind, keys: "F3", group, run: () => step(1) },
    { id: "packet.outline", name: w.outlineAction, keys: "O", group, run: toggle },
    { id: "packet.larger", name: w.larger, keys: "+", group, run: () => resize("larger") },
    { id: "packet.smaller", name: w.smaller, keys: "-", group, run: () => resize("smaller") },
    { id: "packet.width", name: w.fitWidth, keys: "0", group, run: () => size("width") },
  ]);
  // The key of the plus without Shift, where it stands there.
  useKeys({ "=": () => resize("larger") });

  // In the pages the key of the search looks into the pages.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== "f") return;
    event.preventDefault();
    search();
  };
  return (
    // The frame takes a key of all that stands in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.frame} onKeyDown={onKeyDown}>
      <PreviewBar
        here={here}
        pages={many}
        zoom={zoom}
        hasOutline={hasOutline}
        isBehind={isBehind}
        onPage={toPage}
        onZoom={size}
        onSize={resize}
        onOutline={toggle}
        onSearch={search}
      />
      {isFinding && <FindBar finds={finds} onStep={step} onClose={close} />}
      <div className={styles.room}>
        {hasOutline && <Outline outline={outline} here={here} onPage={toPage} />}
        {many === 0 ? (
          <Empty icon="file" title={w.none}>
            <p>{w.noneWords}</p>
          </Empty>
        ) : (
          <Strip
            label={w.titleOf(words.packet.audiences[pane.of.plan.audience], many)}
            box={pages.box}
            pane={pane}
            entering={pages.entering}
            here={here}
            finds={finds}
            onDrawn={pages.onDrawn}
            onScroll={pages.onScroll}
            onPage={toPage}
          />
        )}
      </div>
    </div>
  );
}
