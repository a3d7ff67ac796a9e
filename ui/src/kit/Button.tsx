import type { ReactNode } from "react";
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
  type ToggleButtonProps,
} from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import { Keys } from "./Keys";
import { useReadOnly } from "./readOnly";

/** How much a button weighs: one primary at most on a screen. */
export type Weight = "primary" | "plain" | "quiet" | "danger";

type Props = Omit<ButtonProps, "className" | "style" | "children"> & {
  weight?: Weight;
  icon?: IconName;
  keys?: string;
  /** At work: it keeps the focus, so that no key is lost, and takes no further press. */
  isBusy?: boolean;
  /** Fits a row of a table. */
  small?: boolean;
  /** Lets the word of a quiet button stand flush with the text around it. */
  edge?: "start" | "end";
  /** It leads to a change: it is not there where one can only read. */
  changes?: boolean;
  children: ReactNode;
};

/** A button with a word. */
export function Button(props: Props) {
  const { weight = "plain", icon, keys, edge, small, isBusy, changes, children, ...rest } = props;
  const isReadOnly = useReadOnly();
  const atWork = isBusy ? ({ type: "button", onPress: () => undefined } as const) : {};
  if (changes && isReadOnly) return null;
  return (
    <AriaButton
      {...rest}
      {...atWork}
      className={classes(
        styles.button,
        styles[weight],
        isBusy && styles.busy,
        small && styles.small,
        edge && styles[edge],
      )}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {keys && <Keys keys={keys} />}
    </AriaButton>
  );
}

type IconProps = Omit<ButtonProps, "className" | "style" | "children" | "aria-label"> & {
  icon: IconName;
  label: string;
  keys?: string;
};

/** A button with a picture only; its name shows on hover and focus. */
export function IconButton({ icon, label, keys, ...rest }: IconProps) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(styles.button, styles.quiet, styles.square)}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ""} offset={6}>
        {label} {keys && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}

type ToggleProps = Omit<ToggleButtonProps, "className" | "style" | "children"> & {
  icon?: IconName;
  keys?: string;
  /** It changes something, and cannot be pressed where one can only read. */
  changes?: boolean;
  children: ReactNode;
};

/** A button that stays down. */
export function ToggleButton({ icon, keys, changes, children, ...rest }: ToggleProps) {
  const isReadOnly = useReadOnly();
  return (
    <AriaToggleButton
      {...rest}
      isDisabled={(changes && isReadOnly) || (rest.isDisabled ?? false)}
      className={classes(styles.button, styles.plain, styles.toggle)}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {keys && <Keys keys={keys} />}
    </AriaToggleButton>
  );
}
