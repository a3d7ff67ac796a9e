import { createContext, useContext } from "react";
import type { MemberRole, VaultView } from "./generated/wire";

/** Why something may not be done here: the vault lies where nothing can be written, nobody
 * accepted it yet as it was found, or the present member's role does not let them. */
export type Reason = "media" | "held" | MemberRole;

/** What may be done in the open vault now. The workbench refuses the rest; the page only does
 * not offer it. */
export type May = {
  /** Flag answers and write working notes. */
  review: boolean;
  /** Work on organisations, assessments and evidence. */
  assess: boolean;
  /** People and keys, retention, destruction, repairs. */
  own: boolean;
  /** Make backups and bundles: nothing is written into the vault's records by them. */
  hand: boolean;
  /** Why not everything. */
  because: Reason | null;
};

/** Everything. */
const ALL: May = { review: true, assess: true, own: true, hand: true, because: null };

/** Returns what may be done in a vault. */
export function mayIn({ may, readOnly, heldBack }: VaultView): May {
  const hand = may?.assess ?? false;
  if (readOnly || heldBack || !may) {
    const because = heldBack ? "held" : "media";
    return { review: false, assess: false, own: false, hand: hand && !heldBack, because };
  }
  const { role, review, assess, own } = may;
  return { review, assess, own, hand, because: assess ? null : role };
}

const MayContext = createContext<May>(ALL);

/** Tells the screens below it what may be done. */
export const MayProvider = MayContext.Provider;

/** Returns what may be done here now. */
export function useMay(): May {
  return useContext(MayContext);
}
