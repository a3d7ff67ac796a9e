import type { Fault } from "../../bridge/fault";
import { words } from "../../words/en";

function waiting(message: string): Fault {
  return { code: "input", message, hint: words.start.waits, reference: "I1" };
}

/** What a record without a name waits for. */
export function nameless(): Fault {
  return waiting(words.organisation.nameMissing);
}

/** What an agreement waits for that ends before it begins. */
export function mixedDates(): Fault {
  return waiting(words.organisation.datesMixed);
}
