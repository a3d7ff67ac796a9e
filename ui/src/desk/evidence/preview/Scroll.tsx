import type { HTMLAttributes, ReactNode, RefObject } from "react";
import styles from "./preview.module.css";

type Props = Omit<HTMLAttributes<HTMLDivElement>, "aria-label" | "role" | "tabIndex" | "className"> & {
  label: string;
  box?: RefObject<HTMLDivElement | null>;
  plain?: boolean;
  children: ReactNode;
};

/** A part that scrolls: it takes the focus, so that the arrows and page keys move it. */
export function Scroll({ label, box, plain, children, ...rest }: Props) {
  return (
    <div
      {...rest}
      ref={box}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={plain ? styles.plain : styles.scroll}
    >
      {children}
    </div>
  );
}
