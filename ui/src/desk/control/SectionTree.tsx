import { memo } from "react";
import type { ControlRow, Framework } from "../../bridge/generated/wire";
import { Icon } from "../../kit/Icon";
import { Meter } from "../../kit/Meter";
import { Tree, type Twig } from "../../kit/Tree";
import { words } from "../../words/en";
import { placed } from "../framework";
import { WHOLE } from "./listing";
import styles from "./tree.module.css";

const w = words.desk;

type Props = {
  framework: Framework;
  rows: ReadonlyMap<string, ControlRow>;
  selected: string;
  onSelect: (id: string) => void;
};

/** Sections and groups with how far each is, and where something was flagged. */
export const SectionTree = memo(function SectionTree(props: Props) {
  const { framework, rows, selected, onSelect } = props;
  const places = placed(framework);
  const twig = (id: string, title: string, depth: number, parent: string | null): Twig => {
    const inside = places
      .filter((p) => id === WHOLE || p.section === id || p.group === id)
      .map((p) => rows.get(p.control.id));
    const answered = inside.filter((row) => row?.answered).length;
    const flagged = inside.filter((row) => row?.flagged).length;
    return {
      id,
      depth,
      parent,
      hasChildren: depth === 1 && id !== WHOLE,
      content: (
        <span className={styles.branch}>
          <span className={styles.branchTitle}>{title}</span>
          {flagged > 0 && (
            <span className={styles.branchFlag}>
              <Icon name="flag" />
              <span className="visually-hidden">, {w.flaggedCount(flagged)}</span>
            </span>
          )}
          <span className={styles.branchCount}>
            <span aria-hidden="true">{w.short(answered, inside.length)}</span>
            <span className="visually-hidden">, {w.progress(answered, inside.length)}</span>
          </span>
          {depth === 1 && (
            <span className={styles.branchBar} aria-hidden="true">
              <Meter label={title} value={answered} total={inside.length} text="" slim />
            </span>
          )}
        </span>
      ),
    };
  };
  const twigs: Twig[] = [twig(WHOLE, w.all, 1, null)];
  for (const section of framework.sections) {
    twigs.push(twig(section.id, section.title, 1, null));
    for (const part of section.parts) {
      for (const group of part.groups) twigs.push(twig(group.id, group.title, 2, section.id));
    }
  }
  return <Tree label={w.sections} twigs={twigs} selected={selected} onSelect={onSelect} />;
});
