import { useMemo, useRef, useState, type ReactNode } from "react";
import type { VaultView } from "../bridge/generated/wire";
import { MayProvider, mayIn } from "../bridge/may";
import { FaultNote } from "../desk/FaultNote";
import { Search } from "../desk/search/Search";
import { Button } from "../kit/Button";
import { usePlace } from "../view/place";
import { words } from "../words/en";
import { KeysDialog } from "./KeysDialog";
import { Notices } from "./Notices";
import { Palette } from "./Palette";
import { placeOf } from "./placeOf";
import { TopBar, type Over } from "./TopBar";
import { useFocusKept } from "./useFocusKept";
import { useHistory } from "./useHistory";
import styles from "./Frame.module.css";

const w = words.frame;

/** What stands around every place while a vault is open. */
export function Frame({ vault, children }: { vault: VaultView; children: ReactNode }) {
  const { place, go } = usePlace();
  const [over, show] = useState<Over | null>(null);
  const history = useHistory();
  const close = () => show(null);
  const screen = useRef<HTMLElement>(null);
  useFocusKept(screen);
  const { stuck } = history;
  const may = useMemo(() => mayIn(vault), [vault]);
  return (
    <MayProvider value={may}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#content">
          {w.skip}
        </a>
        <TopBar vault={vault} history={history} onShow={show} />
        <Notices vault={vault} />
        {stuck && (
          <section className={styles.stuck} aria-label={w[stuck.way]}>
            <FaultNote
              fault={stuck.fault}
              title={stuck.way === "undo" ? w.nothingUndone : w.nothingRedone}
              onRetry={() => history.walk(stuck.way)}
            />
            <Button weight="quiet" icon="cross" onPress={history.dismiss}>
              {w.dismiss}
            </Button>
          </section>
        )}
        {/* The skip link and a new screen put the focus here. */}
        <main id="content" ref={screen} tabIndex={-1} className={styles.content}>
          {children}
        </main>
        <Palette isOpen={over === "palette"} onClose={close} />
        <Search
          isOpen={over === "search"}
          onClose={close}
          assessment={place.at === "assessment" ? place.assessment : null}
          onGo={(find) => go(placeOf(find, place))}
        />
        <KeysDialog isOpen={over === "keys"} onClose={close} />
      </div>
    </MayProvider>
  );
}
