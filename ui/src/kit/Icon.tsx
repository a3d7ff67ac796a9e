import styles from "./Icon.module.css";

// 16 by 16, drawn with one stroke, so that all look of one hand.
const paths = {
  check: "M3 8.5l3.2 3.2L13 4.8",
  half: "M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11",
  clock: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 5v3.2l2.2 1.4",
  swap: "M3 5.5h9l-2.4-2.4M13 10.5H4l2.4 2.4",
  scales: "M8 2.5v11M4.5 13.5h7M3 5h10M3 5l-1.5 4h3zM13 5l-1.5 4h3z",
  cross: "M4 4l8 8M12 4l-8 8",
  dash: "M3.5 8h9",
  question: "M5.8 6a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.8M8 12.2v.1",
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11",
  flag: "M4 14V2.5M4 3h8l-2 2.8 2 2.8H4",
  clip: "M12.5 7.5l-4.9 4.9a2.8 2.8 0 0 1-4-4l5.3-5.3a1.9 1.9 0 0 1 2.7 2.7L6.4 11a.9.9 0 0 1-1.3-1.3l4.5-4.5",
  inbox: "M2.5 9.5l1.8-6h7.4l1.8 6v3.5h-11zM2.5 9.5h3.2l.8 1.5h3l.8-1.5h3.2",
  lock: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.3 10.3l3.2 3.2",
  plus: "M8 3v10M3 8h10",
  right: "M6 3.5L10.5 8 6 12.5",
  left: "M10 3.5L5.5 8l4.5 4.5",
  down: "M3.5 6L8 10.5 12.5 6",
  up: "M3.5 10L8 5.5l4.5 4.5",
  warning: "M8 2.5l6 11H2zM8 6.5v3.2M8 11.6v.1",
  stop: "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5v3.8M8 11v.1",
  info: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 7.3V11M8 5v.1",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1",
  moon: "M13 9.8A5.5 5.5 0 0 1 6.2 3a5.5 5.5 0 1 0 6.8 6.8z",
  screen: "M2.5 3.5h11v7.5h-11zM6 13.5h4M8 11v2.5",
  keyboard: "M1.5 4.5h13v7h-13zM4 7h.1M6.6 7h.1M9.2 7h.1M11.8 7h.1M5 9.3h6",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 0 1 0-3.6",
  branch: "M4.5 2.5v11M4.5 8.5c5 0 7-1 7-6",
  merge: "M11.5 13.5v-3c0-3-7-2-7-8M4.5 13.5c0-3 1.5-4 3-4.6",
  file: "M4 1.8h5.2L12 4.6v9.6H4zM9 1.8v3h3",
  note: "M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6",
  people: "M6 3a2.2 2.2 0 1 1 0 4.4A2.2 2.2 0 0 1 6 3M1.8 13c0-2.6 1.8-4.2 4.2-4.2s4.2 1.6 4.2 4.2M10.5 3.2a2.1 2.1 0 0 1 0 4M11.6 9c1.6.4 2.6 1.9 2.6 4",
  building: "M3.5 13.5v-11h9v11M1.8 13.5h12.4M6 5.2h1M9 5.2h1M6 8h1M9 8h1M7 13.5v-2.8h2v2.8",
  download: "M8 2.5v7.8M4.8 7.2L8 10.4l3.2-3.2M2.8 13.5h10.4",
  copy: "M5.8 5.8h7.7v7.7H5.8zM10.2 5.8V2.5H2.5v7.7h3.3",
  pencil: "M3 13l.6-2.8 7.3-7.3 2.2 2.2-7.3 7.3zM9.8 4l2.2 2.2",
  shield: "M8 2l5 1.8v3.7c0 3-2 5.2-5 6.5c-3-1.3-5-3.5-5-6.5V3.8zM5.8 8l1.6 1.6l3-3.1",
  turnLeft: "M3.2 3.2v3.6h3.6M3.6 6.6a5 5 0 1 1-.4 3.2",
  turnRight: "M12.8 3.2v3.6H9.2M12.4 6.6a5 5 0 1 0 .4 3.2",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h7a3.75 3.75 0 0 1 0 7.5H5",
  redo: "M10.5 3l3 3l-3 3M13.5 6h-7a3.75 3.75 0 0 0 0 7.5H11",
  bolt: "M3 4.5l3.5 3.5L3 11.5M8 11.5h5",
  home: "M2.5 7.5L8 2.8l5.5 4.7M4 6.5v7h8v-7",
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths;

/** A small picture beside a word; never the only sign, so it is hidden from readers. Its stroke
 * is a share of it, because zooming the page would scale a width in pixels twice. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" strokeWidth="9.4%" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
