import { useState, type CSSProperties } from "react";
import { previewAddress } from "../../../bridge/preview";
import { Button } from "../../../kit/Button";
import { words } from "../../../words/en";
import styles from "./preview.module.css";

type Props = {
  evidence: string;
  page: number;
  alt: string;
  /** The width it is shown at, in pixels of the page. */
  width: number;
  height: number;
  style?: CSSProperties;
  /** What is said when it could not be drawn. */
  failed: string;
};

/** One picture from the vault: on its way, there, or not to be drawn. */
export function Drawn({ evidence, page, alt, width, height, style, failed }: Props) {
  const [state, setState] = useState<"coming" | "there" | "failed">("coming");
  const [turn, setTurn] = useState(0);
  const size = { width, height, ...style };
  if (state === "failed") {
    return (
      <div className={styles.undrawn} style={size} role="alert">
        <p>{failed}</p>
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
      src={previewAddress(evidence, page, Math.ceil(width * window.devicePixelRatio))}
      alt={alt}
      draggable={false}
      aria-busy={state === "coming"}
      className={state === "there" ? styles.there : styles.coming}
      style={size}
      onLoad={() => setState("there")}
      onError={() => setState("failed")}
    />
  );
}
