import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Evidence, PreviewPage } from "../../../bridge/generated/wire";
import { useAnnounce } from "../../../kit/Announcer";
import { words } from "../../../words/en";
import { Drawn } from "./Drawn";
import { PagesBar } from "./PagesBar";
import { Scroll } from "./Scroll";
import { GAP, pageAt, strip } from "./strip";
import { useBox } from "../../../kit/useBox";
import styles from "./preview.module.css";

const w = words.preview;

/** How long a page stays in view before it is drawn: pages that fly by are not. */
const REST = 90;

type Props = { evidence: Evidence; pages: readonly PreviewPage[]; total: number };

/** The pages of a document below each other; only those in view are there. */
export function Pages({ evidence, pages, total }: Props) {
  const announce = useAnnounce();
  const [full, setFull] = useState(false);
  const [top, setTop] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useBox(box);
  const laid = useMemo(() => strip(pages, width, full), [pages, width, full]);
  const first = pageAt(laid.tops, top - height / 2);
  const last = pageAt(laid.tops, top + height * 1.5);
  const here = pageAt(laid.tops, top + height / 2);

  // Another size keeps the page that was being read.
  const reading = useRef(0);
  useLayoutEffect(() => {
    const at = laid.tops[reading.current];
    if (at !== undefined) box.current?.scrollTo({ top: at - GAP });
  }, [laid, box]);

  const scrolled = (to: number) => {
    setTop(to);
    reading.current = pageAt(laid.tops, to + height / 2);
  };
  const goTo = (page: number) => {
    const index = Math.max(0, Math.min(pages.length - 1, page));
    const at = laid.tops[index] ?? 0;
    box.current?.scrollTo({ top: at - GAP });
    scrolled(at - GAP);
    announce(w.position(index + 1, total));
  };
  const keys: Record<string, () => void> = {
    ArrowRight: () => goTo(here + 1),
    ArrowLeft: () => goTo(here - 1),
    Home: () => goTo(0),
    End: () => goTo(pages.length - 1),
  };
  return (
    <div className={styles.frame}>
      <PagesBar
        here={here}
        pages={pages.length}
        total={total}
        full={full}
        onFull={setFull}
        onPage={goTo}
      />
      <Scroll
        label={w.of(evidence.title)}
        box={box}
        onScroll={(event) => scrolled(event.currentTarget.scrollTop)}
        onKeyDown={(event) => {
          const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
          if (!act || event.target !== event.currentTarget) return;
          event.preventDefault();
          act();
        }}
      >
        <div className={styles.strip} style={{ height: laid.length, minWidth: laid.width + 2 * GAP }}>
          {pages.slice(first, last + 1).map((page, place) => {
            const index = first + place;
            const tall = laid.height(index);
            return (
              <div
                key={index}
                className={styles.page}
                style={{ top: laid.tops[index], height: tall, width: full ? page.width : laid.width }}
              >
                <span aria-hidden="true" className={styles.waiting}>
                  {w.loading}
                </span>
                <Resting at={index === here ? 0 : REST}>
                  <Drawn
                    evidence={evidence.id}
                    page={index + 1}
                    alt={w.page(index + 1, total, evidence.title)}
                    width={full ? page.width : laid.width}
                    height={tall}
                    failed={w.undrawn}
                  />
                </Resting>
              </div>
            );
          })}
        </div>
      </Scroll>
    </div>
  );
}

/** Shows what it holds once it has been there for a moment. */
function Resting({ at, children }: { at: number; children: React.ReactNode }) {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), at);
    return () => clearTimeout(timer);
  }, [at]);
  return rested ? children : null;
}
