import type { Fault } from "./generated/wire";
import { words } from "../words/en";

export type { Fault };

/** Makes a fault of whatever a call was rejected with. */
export function asFault(reason: unknown): Fault {
  if (typeof reason === "object" && reason !== null && "code" in reason && "message" in reason) {
    return reason as Fault;
  }
  return {
    code: "other",
    message: words.fault.unexpected,
    hint: words.fault.unexpectedHint,
    reference: "U1",
  };
}
