import type { VaultView } from "../bridge/generated/wire";
import { words } from "../words/en";

/** What was done in the vault, by whom and when. */
export function TrailPart({ vault }: { vault: VaultView }) {
  return <p>{words.frame.trail(vault.entries, vault.head)}</p>;
}
