import type { VaultView } from "../bridge/generated/wire";
import { words } from "../words/en";

/** Who has a way into the vault. */
export function PeoplePart({ vault }: { vault: VaultView }) {
  return <p>{words.frame.trail(vault.entries, vault.head)}</p>;
}
