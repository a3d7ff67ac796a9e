import type { BundleFormat, CryptoMode } from "../../bridge/generated/wire";
import { words } from "../../words/en";

/** How a bundle can be sealed. */
export type Way = "age-passphrase" | "age-recipient" | "own";

/** Returns the ways that there are in a mode: the parts of age are not in the FIPS module. */
export function waysIn(mode: CryptoMode): readonly Way[] {
  return mode === "standard" ? ["age-passphrase", "age-recipient", "own"] : ["own"];
}

/** Returns the format of a way. */
export function formatOf(way: Way): BundleFormat {
  return way === "own" ? "own" : "age";
}

/** Returns what is wrong with a line that should be an age recipient; nothing when it may be
 * one. Whether it truly is says the workbench. */
export function recipientFault(line: string): string | undefined {
  const text = line.trim();
  if (text === "") return words.bundle.recipientMissing;
  return /^age1\S+$/u.test(text) ? undefined : words.bundle.recipientWrong;
}
