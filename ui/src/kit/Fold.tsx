import { useState, type ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Fold.module.css";
import { Icon } from "./Icon";

type Props = {
  title: string;
  count?: string | number;
  open?: boolean;
  onOpen?: (open: boolean) => void;
  level?: 2 | 3 | 4;
  /** Without the line above, where it is all that its frame holds. */
  plain?: boolean;
  children: ReactNode;
};

/** A part that folds away under its heading. */
export function Fold({ title, count, open, onOpen, level = 3, plain, children }: Props) {
  const [own, setOwn] = useState(open ?? false);
  const isOpen = onOpen ? (open ?? false) : own;
  return (
    <Disclosure
      className={classes(styles.fold, plain && styles.plain)}
      isExpanded={isOpen}
      onExpandedChange={onOpen ?? setOwn}
    >
      <Heading level={level} className={styles.heading ?? ""}>
        <Button slot="trigger" className={styles.trigger ?? ""}>
          <Icon name="right" />
          <span>{title}</span>
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </Button>
      </Heading>
      {/* What is folded away costs nothing until it is opened. */}
      <DisclosurePanel className={styles.panel ?? ""}>{isOpen && children}</DisclosurePanel>
    </Disclosure>
  );
}
