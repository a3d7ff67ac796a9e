import type { OrganisationView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { words } from "../../words/en";
import { blank } from "../organisation/blank";
import { Choose } from "./Choose";
import type { Weighty } from "./terms";
import styles from "./assessment.module.css";

const w = words.start;
type Chosen = Pick<Weighty, "sites" | "systems" | "vendors">;
type Props = {
  chosen: Chosen;
  file: Pick<OrganisationView, "organisation" | "sites" | "systems" | "vendors">;
  onChange: (part: Partial<Chosen>) => void;
};

/** Which systems, sites and vendors are in scope. */
export function ScopeFields({ chosen, file, onChange }: Props) {
  const tell = useTell();
  const id = file.organisation.id;
  return (
    <div className={styles.lists}>
      <Choose
        title={w.systems}
        all={file.systems}
        chosen={chosen.systems}
        onChange={(systems) => onChange({ systems })}
        add={async (name) => (await tell("save_system", { ...blank.system(id), name })).systems}
      />
      <Choose
        title={w.sites}
        all={file.sites}
        chosen={chosen.sites}
        onChange={(sites) => onChange({ sites })}
        add={async (name) => (await tell("save_site", { ...blank.site(id), name })).sites}
      />
      <Choose
        title={w.vendors}
        all={file.vendors}
        chosen={chosen.vendors}
        onChange={(vendors) => onChange({ vendors })}
        add={async (name) => (await tell("save_vendor", { ...blank.vendor(id), name })).vendors}
      />
    </div>
  );
}
