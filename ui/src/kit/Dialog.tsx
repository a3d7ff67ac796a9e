import type { ReactNode } from "react";
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

/** A question or a short task over the screen. Focus goes in and comes back. */
export function Dialog(props: Props) {
  const { title, isOpen, onClose, wide, role = "dialog", children, foot } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
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
          <div className={styles.body}>{children}</div>
          {foot && <footer className={styles.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
