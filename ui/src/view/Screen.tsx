import { AssessmentView } from "./AssessmentView";
import { LibraryView } from "./LibraryView";
import { OrganisationView } from "./OrganisationView";
import type { Place } from "./place";
import { StartView } from "./StartView";
import { VaultView } from "./VaultView";

/** The screen of a place. */
export function Screen({ place }: { place: Place }) {
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
