import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from "react";
import {
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import styles from "./Dialog.module.css";
import { classes } from "./classes";
import { IconButton } from "./Button";
import { words } from "../words/en";

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** `most` takes nearly all of the window, for a table; `whole` all of it, and its content
   * fills it, for something to look at. */
  wide?: boolean | "most" | "whole";
  role?: "dialog" | "alertdialog";
  children: ReactNode;
  /** Buttons at the foot. */
  foot?: ReactNode;
};

const FIELD = "input:not([type=radio], [type=checkbox], [type=search]), textarea";

/** A question or a short task over the screen. Focus goes in and comes back. What somebody
 * wrote in it is not lost by a press beside it, and Escape leaves the field first. */
export function Dialog(props: Props) {
  const { title, isOpen, onClose, wide, role = "dialog", children, foot } = props;
  const written = useRef(false);
  useEffect(() => {
    if (!isOpen) written.current = false;
  }, [isOpen]);
  const write = ({ target }: SyntheticEvent) => {
    if ((target as HTMLElement).matches(FIELD)) written.current = true;
  };
  const leave = (event: KeyboardEvent) => {
    const field = event.target as HTMLInputElement;
    if (event.key !== "Escape" || !written.current || !field.matches(FIELD) || field.value === "") return;
    event.stopPropagation();
    field.closest<HTMLElement>(`[role=${role}]`)?.focus();
  };
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
      shouldCloseOnInteractOutside={() => !written.current}
      className={styles.scrim ?? ""}
    >
      <Modal className={classes(styles.modal, wide && styles[wide === true ? "wide" : wide])}>
        <AriaDialog role={role} className={styles.dialog ?? ""}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="cross" label={words.kit.close} onPress={onClose} />
          </header>
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div className={styles.body} onInput={write} onKeyDown={leave}>
            {children}
          </div>
          {foot && <footer className={styles.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
