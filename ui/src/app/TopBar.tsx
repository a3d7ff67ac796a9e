import type { VaultView } from "../bridge/generated/wire";
import { useActions } from "../kit/actions";
import { Button, IconButton } from "../kit/Button";
import { usePlace } from "../view/place";
import { words } from "../words/en";
import { LockButton } from "./LockButton";
import { Look } from "./Look";
import { Steps } from "./Steps";
import { Trail } from "./Trail";
import { Unsaved } from "./Unsaved";
import type { History } from "./useHistory";
import styles from "./Frame.module.css";

const w = words.frame;

/** What can be opened over the screen from everywhere. */
export type Over = "palette" | "search" | "keys";

type Props = { vault: VaultView; history: History; onShow: (over: Over) => void };

/** The bar above every place: where one is, and what can be done from everywhere. */
export function TopBar({ vault, history, onShow }: Props) {
  const { go } = usePlace();
  const group = words.palette.everywhere;
  const toVault = () => go({ at: "vault", part: "people" });
  useActions([
    {
      id: "palette",
      name: words.palette.title,
      keys: "Ctrl+K",
      group,
      run: () => onShow("palette"),
    },
    { id: "search", name: words.find.label, keys: "Ctrl+F", group, run: () => onShow("search") },
    { id: "keys", name: w.keys, keys: "?", group, run: () => onShow("keys") },
    { id: "vault", name: words.vaultView.open, keys: "Ctrl+,", group, run: toVault },
  ]);
  return (
    <header className={styles.top}>
      <Trail />
      <Unsaved />
      <Steps history={history} />
      <span className={styles.search}>
        <Button
          icon="search"
          keys="Ctrl F"
          aria-keyshortcuts="Control+F"
          onPress={() => onShow("search")}
        >
          {words.find.label}
        </Button>
      </span>
      <span className={styles.vault} title={vault.folder}>
        {w.vault(vault.name)}
      </span>
      <IconButton
        icon="bolt"
        label={words.palette.title}
        keys="Ctrl K"
        aria-keyshortcuts="Control+K"
        onPress={() => onShow("palette")}
      />
      <Look />
      <IconButton
        icon="shield"
        label={words.vaultView.open}
        keys="Ctrl ,"
        aria-keyshortcuts="Control+,"
        onPress={toVault}
      />
      <IconButton
        icon="keyboard"
        label={w.keys}
        keys="?"
        aria-keyshortcuts="?"
        onPress={() => onShow("keys")}
      />
      <LockButton />
    </header>
  );
}
