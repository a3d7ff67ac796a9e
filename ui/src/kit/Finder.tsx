import { useEffect, useRef, type ReactNode } from "react";
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { Icon } from "./Icon";
import { Keys } from "./Keys";
import { words } from "../words/en";
import styles from "./Finder.module.css";

/** One thing that can be chosen. */
export type Item = { id: string; text: string; content: ReactNode };

/** Things of one kind, under a heading. */
export type Group = { id: string; title: string; items: readonly Item[] };

type Props = {
  title: string;
  label: string;
  isOpen: boolean;
  onClose: () => void;
  text: string;
  onText: (text: string) => void;
  groups: readonly Group[];
  listLabel: string;
  /** Is called once the finder is gone and the focus is back. */
  onChoose: (id: string) => void;
  /** Stands between the field and the list. */
  above?: ReactNode;
  /** Stands instead of the list when there is nothing in it. */
  empty: ReactNode;
  /** What is to be said below the list. */
  foot?: ReactNode;
};

/** A field over a list: type, move with the arrows, open with Enter. The focus stays in the
 * field, and goes back to where it was. */
export function Finder(props: Props) {
  const { title, label, isOpen, onClose, text, onText, groups, onChoose } = props;
  const chosen = useRef<string | null>(null);
  const w = words.find;

  useEffect(() => {
    const id = chosen.current;
    if (isOpen || id === null) return;
    chosen.current = null;
    // The focus comes back in the next frame; what was chosen may move it on after that.
    requestAnimationFrame(() => requestAnimationFrame(() => onChoose(id)));
  }, [isOpen, onChoose]);

  const choose = (id: string) => {
    chosen.current = id;
    onClose();
  };
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={styles.scrim ?? ""}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog aria-label={title} className={styles.dialog ?? ""}>
          <Autocomplete inputValue={text} onInputChange={onText}>
            <SearchField
              aria-label={label}
              className={styles.field ?? ""}
              // eslint-disable-next-line jsx-a11y/no-autofocus -- It was opened to type into.
              autoFocus
              onKeyDown={(event) => {
                // One press closes it, whatever was typed.
                if (event.key === "Escape") onClose();
                else event.continuePropagation();
              }}
            >
              <Icon name="search" />
              <Input className={styles.input ?? ""} placeholder={label} />
            </SearchField>
            {props.above}
            {groups.length === 0 ? (
              <div className={styles.empty}>{props.empty}</div>
            ) : (
              // The list has no focus of its own; what scrolls can be reached all the same.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              <div className={styles.list} tabIndex={0} role="group" aria-label={props.listLabel}>
                <ListBox
                  aria-label={props.listLabel}
                  className={styles.found ?? ""}
                  items={groups}
                  onAction={(key) => choose(String(key))}
                >
                  {(group) => <Section group={group} />}
                </ListBox>
              </div>
            )}
          </Autocomplete>
          <footer className={styles.foot}>
            <span className={styles.said}>{props.foot}</span>
            <span className={styles.hint}>
              <Keys keys="↑ ↓" /> {w.keysMove}
            </span>
            <span className={styles.hint}>
              <Keys keys="Enter" /> {w.keysOpen}
            </span>
            <span className={styles.hint}>
              <Keys keys="Esc" /> {w.keysClose}
            </span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Section({ group }: { group: Group }) {
  return (
    <ListBoxSection id={group.id}>
      <Header className={styles.heading ?? ""}>{group.title}</Header>
      <Collection items={group.items}>
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.text} className={styles.item ?? ""}>
            {item.content}
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}
