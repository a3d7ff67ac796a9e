import type { VaultView } from "../bridge/generated/wire";
import { words } from "../words/en";

/** What does the cryptography here, and what keeps the program to itself. */
export function ProgramPart({ vault }: { vault: VaultView }) {
  return <p>{words.frame.trail(vault.entries, vault.head)}</p>;
}
