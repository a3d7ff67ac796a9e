import { useEffect, useState, type CSSProperties, type ReactNode } from "react";
import { packetAddress } from "../../../bridge/preview";
import { useAsk } from "../../../bridge/queries";
import { usePixelRatio } from "../../../bridge/settings";
import { Button } from "../../../kit/Button";
import { classes } from "../../../kit/classes";
import { words } from "../../../words/en";
import styles from "./preview.module.css";

const w = words.packet.preview;

/** How long a page stays in view before it is drawn: pages that fly by are not. */
const REST = 90;

/** How long a size stays before pages are drawn anew for it. */
const SIZE_REST = 160;

type Props = {
  token: string;
  page: number;
  pages: number;
  width: number;
  style: CSSProperties;
  /** Drawn at once, because it is looked at. */
  isHere: boolean;
  /** On its way to take the place of others: drawn, and neither seen nor read yet. */
  isEntering: boolean;
  onDrawn: (token: string, page: number) => void;
  /** What lies over the page. */
  children?: ReactNode;
};

/** One page as it will be printed, with its words for whoever cannot see it. */
export function PageSheet(props: Props) {
  const { token, page, pages, width, style, isHere, isEntering, onDrawn, children } = props;
  const said = useAsk("packet_page", { token, page }, { fresh: Infinity, enabled: !isEntering });
  const ratio = usePixelRatio();
  const label = said.data?.label ?? String(page + 1);
  return (
    <article
      aria-label={w.page(label, page + 1, pages)}
      className={classes(styles.page, isEntering && styles.entering)}
      style={style}
    >
      <span aria-hidden="true" className={styles.waiting}>
        {w.drawing}
      </span>
      <Resting rest={isHere || isEntering ? 0 : REST}>
        <Drawn
          address={packetAddress(token, page, width * ratio)}
          onSettled={() => onDrawn(token, page)}
        />
      </Resting>
      {!isEntering && (
        <>
          {children}
          <div className="visually-hidden">
            {said.data?.text
              .split("\n")
              .map((line, at) => (line.trim() === "" ? null : <p key={at}>{line}</p>))}
            {said.isError && <p>{w.unread}</p>}
          </div>
        </>
      )}
    </article>
  );
}

/** The picture of a page. Another size is drawn once it stays; until then this one is stretched. */
function Drawn({ address, onSettled }: { address: string; onSettled: () => void }) {
  const [shown, show] = useState(address);
  const [state, setState] = useState<"coming" | "there" | "failed">("coming");
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => show(address), SIZE_REST);
    return () => clearTimeout(timer);
  }, [address]);
  if (state === "failed") {
    return (
      <div className={styles.undrawn} role="alert">
        <p>{w.undrawn}</p>
        <Button
          onPress={() => {
            setTurn(turn + 1);
            setState("coming");
          }}
        >
          {words.kit.tryAgain}
        </Button>
      </div>
    );
  }
  return (
    <img
      key={turn}
      src={shown}
      // Its words stand beside it.
      alt=""
      draggable={false}
      data-drawn={state === "there"}
      className={styles.picture}
      onLoad={() => {
        setState("there");
        onSettled();
      }}
      onError={() => {
        setState("failed");
        onSettled();
      }}
    />
  );
}

/** Shows what it holds once it has been there for a moment. */
function Resting({ rest, children }: { rest: number; children: ReactNode }) {
  const [rested, setRested] = useState(rest === 0);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), rest);
    return () => clearTimeout(timer);
  }, [rest]);
  return rested ? children : null;
}
