import type { OrganisationView as File } from "../bridge/generated/wire";
import { useAsk, useTell } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { AgreementFields, datesMixed } from "../desk/organisation/AgreementFields";
import { blank } from "../desk/organisation/blank";
import { Roster } from "../desk/organisation/Roster";
import { SystemFields } from "../desk/organisation/SystemFields";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { words } from "../words/en";
import { AssessmentList } from "./AssessmentList";
import { OrganisationDetails } from "./OrganisationDetails";
import { usePlace } from "./place";
import styles from "./OrganisationView.module.css";

const w = words.organisation;
const missing = (tried: boolean, name: string) =>
  tried && !name.trim() ? w.nameMissing : undefined;
const unnamed = (record: { name: string }) => !record.name.trim();

/** An organisation with its sites, systems, vendors and people, edited in place. */
export function OrganisationView({ organisation }: { organisation: string }) {
  const file = useAsk("organisation", { organisation });
  return (
    <div className={styles.view}>
      <Asked of={file} lines={10}>
        {(view) => <Sheet file={view} />}
      </Asked>
    </div>
  );
}

function Sheet({ file }: { file: File }) {
  const tell = useTell();
  const { go } = usePlace();
  const id = file.organisation.id;
  const vendors = [
    { id: "", label: w.noVendor },
    ...file.vendors.map((v) => ({ id: v.id, label: v.name })),
  ];
  return (
    <>
      <header className={styles.head}>
        <h1>{file.organisation.name}</h1>
        <Button
          weight="primary"
          icon="plus"
          onPress={() => go({ at: "start", organisation: id })}
        >
          {w.start}
        </Button>
      </header>
      <OrganisationDetails file={file} />
      <AssessmentList rows={file.assessments} />
      <Roster
        title={w.systems}
        add={w.addSystem}
        fresh={w.newSystem}
        empty={w.noSystems}
        records={file.systems}
        blank={blank.system(id)}
        about={(system) => system.purpose}
        lacks={unnamed}
        save={(system) => tell("save_system", system)}
        fields={(system, change, tried) => (
          <SystemFields
            system={system}
            vendors={vendors}
            onChange={change}
            error={missing(tried, system.name)}
          />
        )}
      />
      <Roster
        title={w.sites}
        add={w.addSite}
        fresh={w.newSite}
        empty={w.noSites}
        records={file.sites}
        blank={blank.site(id)}
        about={(site) => site.address}
        lacks={unnamed}
        save={(site) => tell("save_site", site)}
        fields={(site, change, tried) => (
          <>
            <Field
              label={w.name}
              value={site.name}
              onChange={(name) => change({ name })}
              error={missing(tried, site.name)}
            />
            <Field
              label={w.address}
              value={site.address}
              onChange={(address) => change({ address })}
            />
            <Field
              label={w.remarks}
              value={site.remarks}
              onChange={(remarks) => change({ remarks })}
            />
          </>
        )}
      />
      <Roster
        title={w.vendors}
        add={w.addVendor}
        fresh={w.newVendor}
        empty={w.noVendors}
        records={file.vendors}
        blank={blank.vendor(id)}
        about={(v) => [v.service, words.code.agreement[v.agreement.state]].filter(Boolean).join(" · ")}
        lacks={(v) => unnamed(v) || datesMixed(v.agreement)}
        save={(vendor) => tell("save_vendor", vendor)}
        fields={(vendor, change, tried) => (
          <>
            <Field
              label={w.name}
              value={vendor.name}
              onChange={(name) => change({ name })}
              error={missing(tried, vendor.name)}
            />
            <Field
              label={w.service}
              value={vendor.service}
              onChange={(service) => change({ service })}
            />
            <Field
              label={w.contact}
              value={vendor.contact}
              onChange={(contact) => change({ contact })}
            />
            <AgreementFields
              agreement={vendor.agreement}
              onChange={(agreement) => change({ agreement })}
            />
          </>
        )}
      />
      <Roster
        title={w.people}
        add={w.addPerson}
        fresh={w.newPerson}
        empty={w.noPeople}
        records={file.people}
        blank={blank.person(id)}
        about={(person) => [person.role, person.contact].filter(Boolean).join(" · ")}
        lacks={unnamed}
        save={(person) => tell("save_person", person)}
        fields={(person, change, tried) => (
          <>
            <Field
              label={w.name}
              value={person.name}
              onChange={(name) => change({ name })}
              error={missing(tried, person.name)}
            />
            <Field label={w.role} value={person.role} onChange={(role) => change({ role })} />
            <Field
              label={w.contact}
              value={person.contact}
              onChange={(contact) => change({ contact })}
            />
          </>
        )}
      />
    </>
  );
}
