import { useRef, useState } from "react";
import type { Evidence, PreviewPage } from "../../../bridge/generated/wire";
import { useAnnounce } from "../../../kit/Announcer";
import { IconButton, ToggleButton } from "../../../kit/Button";
import { words } from "../../../words/en";
import { Drawn } from "./Drawn";
import { Scroll } from "./Scroll";
import { useBox } from "../../../kit/useBox";
import styles from "./preview.module.css";

const w = words.preview;
const MARGIN = 24;

type Props = { evidence: Evidence; page: PreviewPage };

/** A picture: whole or at its own size, turned for the eyes. What is sealed stays as it is. */
export function Picture({ evidence, page }: Props) {
  const announce = useAnnounce();
  const [quarters, setQuarters] = useState(0);
  const [full, setFull] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useBox(box);
  const lies = quarters % 2 === 1;
  const across = lies ? page.height : page.width;
  const down = lies ? page.width : page.height;
  const fits = Math.min(1, (width - MARGIN) / across, (height - MARGIN) / down);
  const scale = full ? 1 : Math.max(0.01, fits);
  const turn = (by: 1 | 3) => {
    const next = (quarters + by) % 4;
    setQuarters(next);
    announce(w.turned(next * 90));
  };
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <ToggleButton isSelected={full} onChange={setFull}>
          {w.full}
        </ToggleButton>
        <IconButton icon="turnLeft" label={w.turnLeft} onPress={() => turn(3)} />
        <IconButton icon="turnRight" label={w.turnRight} onPress={() => turn(1)} />
        {quarters > 0 && <span className={styles.quiet}>{w.turned(quarters * 90)}</span>}
      </div>
      <Scroll label={w.of(evidence.title)} box={box}>
        <div className={styles.sheet} style={{ width: across * scale, height: down * scale }}>
          <span aria-hidden="true" className={styles.waiting}>
            {w.loading}
          </span>
          <Drawn
            evidence={evidence.id}
            page={1}
            alt={w.picture(evidence.text || evidence.title)}
            width={page.width * scale}
            height={page.height * scale}
            style={{ transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)` }}
            failed={w.undrawnPicture}
          />
        </div>
      </Scroll>
    </div>
  );
}
