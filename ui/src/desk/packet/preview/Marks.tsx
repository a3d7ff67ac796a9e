import type { PacketFind } from "../../../bridge/generated/wire";
import { classes } from "../../../kit/classes";
import styles from "./preview.module.css";

const share = (of: number) => `${100 * of}%`;

type Props = { finds: readonly PacketFind[]; here: PacketFind | null };

/** The finds of one page, marked where they stand. */
export function Marks({ finds, here }: Props) {
  return finds.map((find, at) => (
    <mark
      key={at}
      aria-hidden="true"
      className={classes(styles.mark, find === here && styles.here)}
      style={{
        left: share(find.x),
        top: share(find.y),
        width: share(find.width),
        height: share(find.height),
      }}
    />
  ));
}
