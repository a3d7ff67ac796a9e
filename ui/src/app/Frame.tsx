import { useState, type ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTell } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { asFault, type Fault } from "../bridge/fault";
import type { VaultView } from "../bridge/generated/wire";
import { FaultNote } from "../desk/FaultNote";
import { Button, IconButton } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useKeys } from "../kit/useKeys";
import { words } from "../words/en";
import { CheckDialog } from "./CheckDialog";
import { KeysDialog } from "./KeysDialog";
import { Notices } from "./Notices";
import { Trail } from "./Trail";
import { Unsaved } from "./Unsaved";
import { applyTheme, readTheme, type Theme } from "./theme";
import styles from "./Frame.module.css";

const w = words.frame;

const themes: { id: Theme; label: string; icon: "screen" | "sun" | "moon" }[] = [
  { id: "system", label: w.themeSystem, icon: "screen" },
  { id: "light", label: w.themeLight, icon: "sun" },
  { id: "dark", label: w.themeDark, icon: "moon" },
];

/** What stands around every place while a vault is open. */
export function Frame({ vault, children }: { vault: VaultView; children: ReactNode }) {
  const tell = useTell();
  const savers = useSavers();
  const [shown, show] = useState<"keys" | "check" | null>(null);
  const [theme, setTheme] = useState(readTheme);
  const [unsaved, setUnsaved] = useState<Fault | null>(null);
  const [locking, setLocking] = useState(false);

  const lock = async (anyway: "ask" | "anyway") => {
    setLocking(true);
    const left = await savers.flush();
    try {
      if (left[0] && anyway === "ask") {
        setUnsaved(left[0]);
        return;
      }
      setUnsaved(null);
      await tell("lock", {});
      savers.clear();
    } catch (reason) {
      setUnsaved(asFault(reason));
    } finally {
      setLocking(false);
    }
  };

  useKeys({ "ctrl+l": () => void lock("ask"), "?": () => show("keys") });

  const icon = themes.find((t) => t.id === theme)?.icon ?? "screen";
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {w.skip}
      </a>
      <header className={styles.top}>
        <Trail />
        <Unsaved />
        <span className={styles.vault} title={vault.folder}>
          {w.vault(vault.name)}
        </span>
        <MenuTrigger>
          <IconButton icon={icon} label={w.theme} />
          <Popover className={styles.menu ?? ""} placement="bottom end">
            <Menu
              aria-label={w.theme}
              selectionMode="single"
              selectedKeys={[theme]}
              onAction={(key) => {
                setTheme(key as Theme);
                applyTheme(key as Theme);
              }}
            >
              {themes.map((choice) => (
                <MenuItem key={choice.id} id={choice.id} className={styles.item ?? ""}>
                  {choice.label}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
        <IconButton icon="shield" label={w.check} onPress={() => show("check")} />
        <IconButton icon="keyboard" label={w.keys} keys="?" onPress={() => show("keys")} />
        <Button
          icon="lock"
          aria-keyshortcuts="Control+L"
          isBusy={locking}
          onPress={() => void lock("ask")}
        >
          {locking ? w.locking : w.lock}
        </Button>
      </header>
      <Notices vault={vault} />
      {/* The skip link and a new screen put the focus here. */}
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <KeysDialog isOpen={shown === "keys"} onClose={() => show(null)} />
      <CheckDialog vault={vault} isOpen={shown === "check"} onClose={() => show(null)} />
      <Dialog
        title={w.closingTitle}
        role="alertdialog"
        isOpen={unsaved !== null}
        onClose={() => setUnsaved(null)}
        foot={
          <>
            <Button weight="danger" onPress={() => void lock("anyway")}>
              {w.lockAnyway}
            </Button>
            <Button weight="primary" onPress={() => setUnsaved(null)}>
              {w.stay}
            </Button>
          </>
        }
      >
        <p>{w.lockWords}</p>
        {unsaved && <FaultNote fault={unsaved} />}
      </Dialog>
    </div>
  );
}
