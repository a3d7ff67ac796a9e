import { useEffect, useMemo, useRef } from "react";
import type { OutlineRow } from "../../../bridge/generated/wire";
import { Tree, type Twig } from "../../../kit/Tree";
import { words } from "../../../words/en";
import { branch } from "./branch";
import { headingAt } from "./geometry";
import styles from "./preview.module.css";

const w = words.packet.preview;

type Props = { outline: readonly OutlineRow[]; here: number; onPage: (page: number) => void };

/** The headings of the packet: those of the first level, and what stands under the one that is
 * read. A press goes there. */
export function Outline({ outline, here, onPage }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const at = headingAt(outline, here);
  const twigs = useMemo(
    (): Twig[] =>
      branch(outline, at).map((place) => {
        const { level, title, page } = outline[place] ?? { level: 1, title: "", page: 0 };
        return {
          id: String(place),
          depth: Math.min(level, 4),
          parent: null,
          hasChildren: false,
          content: (
            <span className={styles.heading} title={title}>
              <bdi className={styles.headingWords}>{title}</bdi>
              <span className={styles.headingPage}>{page + 1}</span>
            </span>
          ),
        };
      }),
    [outline, at],
  );
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <div ref={box} className={styles.outline}>
      <Tree
        label={w.outlineOf}
        twigs={twigs}
        selected={at < 0 ? null : String(at)}
        onSelect={(id) => onPage(outline[Number(id)]?.page ?? 0)}
      />
    </div>
  );
}
