import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import styles from "./Tree.module.css";
import { Icon } from "./Icon";

/** A branch or leaf: `depth` counts from 1. */
export type Twig = {
  id: string;
  depth: number;
  parent: string | null;
  hasChildren: boolean;
  content: ReactNode;
};

type Props = {
  label: string;
  twigs: readonly Twig[];
  selected: string | null;
  onSelect: (id: string) => void;
};

/** A tree with one tab stop (APG tree): arrows move, open and fold; Enter chooses. */
export function Tree({ label, twigs, selected, onSelect }: Props) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const hidden = new Set<string>();
  const shown = twigs.filter((twig) => {
    const parent = twig.parent;
    const away = parent !== null && (folded.has(parent) || hidden.has(parent));
    if (away) hidden.add(twig.id);
    return !away;
  });
  const stop = shown.find((t) => t.id === (focused ?? selected))?.id ?? shown[0]?.id;

  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const fold = (id: string, away: boolean) =>
    setFolded((was) => {
      const next = new Set(was);
      if (away) next.add(id);
      else next.delete(id);
      return next;
    });

  const go = (twig: Twig | undefined) => {
    if (!twig) return;
    wanted.current = true;
    setFocused(twig.id);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const place = shown.findIndex((t) => t.id === stop);
    const twig = shown[place];
    if (!twig) return;
    const open = twig.hasChildren && !folded.has(twig.id);
    switch (event.key) {
      case "ArrowDown":
        go(shown[place + 1]);
        break;
      case "ArrowUp":
        go(shown[place - 1]);
        break;
      case "Home":
        go(shown[0]);
        break;
      case "End":
        go(shown.at(-1));
        break;
      case "ArrowRight":
        if (open) go(shown[place + 1]);
        else if (twig.hasChildren) fold(twig.id, false);
        break;
      case "ArrowLeft":
        if (open) fold(twig.id, true);
        else go(shown.find((t) => t.id === twig.parent));
        break;
      case "Enter":
      case " ":
        onSelect(twig.id);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      role="tree"
      tabIndex={-1}
      aria-label={label}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      {shown.map((twig) => (
        // The tree takes the keys of all its items.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={twig.id}
          role="treeitem"
          aria-level={twig.depth}
          aria-selected={twig.id === selected}
          aria-expanded={twig.hasChildren ? !folded.has(twig.id) : undefined}
          tabIndex={twig.id === stop ? 0 : -1}
          data-depth={twig.depth}
          className={styles.twig}
          onClick={() => {
            setFocused(twig.id);
            onSelect(twig.id);
          }}
        >
          {twig.hasChildren ? (
            // A mouse folds here; keys fold with the arrows.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <span
              className={styles.turn}
              data-open={!folded.has(twig.id)}
              onClick={(event) => {
                event.stopPropagation();
                fold(twig.id, !folded.has(twig.id));
              }}
            >
              <Icon name="right" />
            </span>
          ) : (
            <span className={styles.turn} />
          )}
          <span className={styles.content}>{twig.content}</span>
        </div>
      ))}
    </div>
  );
}
