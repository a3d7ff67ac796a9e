import { useMay } from "../bridge/may";
import { ReadOnly } from "../kit/readOnly";
import { AssessmentView } from "./AssessmentView";
import { LibraryView } from "./LibraryView";
import { OrganisationView } from "./OrganisationView";
import type { Place } from "./place";
import { StartView } from "./StartView";
import { VaultView } from "./VaultView";

/** The screen of a place. Where the present member may not work, it can only be read; what
 * belongs to the vault itself asks that for each of its parts. */
export function Screen({ place }: { place: Place }) {
  const { assess } = useMay();
  return <ReadOnly value={!assess && place.at !== "vault"}>{screenOf(place)}</ReadOnly>;
}

function screenOf(place: Place) {
  switch (place.at) {
    case "library":
      return <LibraryView />;
    case "organisation":
      return <OrganisationView organisation={place.organisation} />;
    case "start":
      return <StartView organisation={place.organisation} />;
    case "vault":
      return <VaultView place={place} />;
    case "assessment":
      return <AssessmentView place={place} />;
  }
}
