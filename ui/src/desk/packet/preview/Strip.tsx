import type { KeyboardEvent, RefObject } from "react";
import { GAP } from "./geometry";
import { Marks } from "./Marks";
import { PageSheet } from "./PageSheet";
import type { Finds } from "./useFinds";
import type { Layer } from "./usePages";
import styles from "./preview.module.css";

const range = ({ first, last }: Layer) =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);

type Props = {
  label: string;
  box: RefObject<HTMLDivElement | null>;
  pane: Layer;
  /** Pages that take the place of those in view once they are drawn. */
  entering: Layer | null;
  here: number;
  finds: Finds;
  onDrawn: (token: string, page: number) => void;
  onScroll: (top: number) => void;
  onPage: (page: number) => void;
};

/** The pages below each other; only those near what is in view are there. */
export function Strip(props: Props) {
  const { label, box, pane, entering, here, finds, onDrawn, onScroll, onPage } = props;
  const { pages } = pane.laid;
  const keys: Record<string, () => void> = {
    ArrowRight: () => onPage(here + 1),
    ArrowLeft: () => onPage(here - 1),
    Home: () => onPage(0),
    End: () => onPage(pages - 1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (!act || event.target !== event.currentTarget) return;
    event.preventDefault();
    act();
  };
  // Both lie in one list, so that a page that takes its place is not drawn once more.
  const sheets = [pane, ...(entering ? [entering] : [])].flatMap((layer) =>
    range(layer).map((page) => ({ layer, page })),
  );
  return (
    // It takes the focus, so that the arrows and page keys move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.scroll}
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.strip}
        style={{ height: pane.laid.length, minWidth: pane.laid.width + 2 * GAP }}
      >
        {sheets.map(({ layer: { of, laid }, page }) => {
          const isEntering = of !== pane.of;
          const { token, pages: many } = of.view;
          return (
            <PageSheet
              key={`${token} ${page}`}
              token={token}
              page={page}
              pages={many}
              width={laid.width}
              style={{ top: laid.top(page), width: laid.width, height: laid.height }}
              isHere={page === here}
              isEntering={isEntering}
              onDrawn={onDrawn}
            >
              {finds.found !== null && (
                <Marks finds={finds.found.finds.filter((f) => f.page === page)} here={finds.here} />
              )}
            </PageSheet>
          );
        })}
      </div>
    </div>
  );
}
