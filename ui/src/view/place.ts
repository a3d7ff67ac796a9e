import { createContext, useContext } from "react";

/** The parts of an assessment's screen. */
export type Part = "desk" | "overview" | "evidence" | "requests" | "scope" | "paper";

/** The parts of the vault's own screen. */
export type VaultPart = "people" | "trail" | "documents" | "health" | "program";

/** What of the own way in somebody comes to change at once. */
export type Begun = "recovery-code" | "passphrase";

/** Where a person is. There is no address bar, so this is a value, not a URL. `shown` names
 * the one record that somebody wants to see there, by its id. */
export type Place =
  | { at: "library" }
  | { at: "organisation"; organisation: string; shown?: string }
  | { at: "start"; organisation: string | null }
  | { at: "vault"; part: VaultPart; begin?: Begun }
  | {
      at: "assessment";
      assessment: string;
      part: Part;
      control: string | null;
      /** Which answer of a control that is split. */
      subject?: string;
      shown?: string;
    };

type Steps = { place: Place; go: (place: Place) => void };

const PlaceContext = createContext<Steps>({ place: { at: "library" }, go: () => undefined });

/** Gives the screens below it their place. */
export const PlaceProvider = PlaceContext.Provider;

/** Returns the place and how to leave it. */
export function usePlace(): Steps {
  return useContext(PlaceContext);
}
