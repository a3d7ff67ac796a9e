import type { OrganisationView, Person, Site, System, Vendor } from "../../bridge/generated/wire";
import type { Column } from "../../kit/DataGrid/DataGrid";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { AgreementFields, datesMixed } from "./AgreementFields";
import { AgreementMark, endsOn } from "./AgreementMark";
import { mixedDates } from "./faults";
import type { Kind, Named } from "./Roster";
import { SystemFields } from "./SystemFields";
import styles from "./organisation.module.css";

const w = words.organisation;
const nothing = () => undefined;

function column<R extends Named>(id: string, title: string, of: (record: R) => string): Column<R> {
  return {
    id,
    title,
    width: "minmax(7rem, 1fr)",
    cell: (record) => <span className={styles.cut}>{of(record)}</span>,
    sort: (a, b) => of(a).localeCompare(of(b), "en", { numeric: true }),
  };
}

/** Returns how systems are listed and edited. */
export function systemKind(file: OrganisationView): Kind<System> {
  const vendor = ({ vendor: id }: System) => file.vendors.find((v) => v.id === id)?.name ?? "";
  return {
    title: w.systems,
    fresh: w.newSystem,
    add: w.addSystem,
    empty: w.noSystems,
    emptyWords: w.noSystemsWords,
    columns: [column("purpose", w.purpose, (s) => s.purpose), column("vendor", w.vendor, vendor)],
    about: (s) => [s.purpose, s.hosting, s.modelKind, vendor(s)].join(" "),
    fields: (system, change) => (
      <SystemFields system={system} vendors={file.vendors} onChange={change} />
    ),
    check: nothing,
  };
}

/** How sites are listed and edited. */
export const siteKind: Kind<Site> = {
  title: w.sites,
  fresh: w.newSite,
  add: w.addSite,
  empty: w.noSites,
  emptyWords: w.noSitesWords,
  columns: [column("address", w.address, (site) => site.address)],
  about: (site) => site.address,
  fields: (site, change) => (
    <>
      <Field label={w.address} value={site.address} onChange={(address) => change({ address })} />
      <Field
        label={w.remarks}
        lines={3}
        value={site.remarks}
        onChange={(remarks) => change({ remarks })}
      />
    </>
  ),
  check: nothing,
};

/** How vendors are listed and edited. */
export const vendorKind: Kind<Vendor> = {
  title: w.vendors,
  fresh: w.newVendor,
  add: w.addVendor,
  empty: w.noVendors,
  emptyWords: w.noVendorsWords,
  columns: [
    column("service", w.service, (vendor) => vendor.service),
    {
      id: "agreement",
      title: w.agreement,
      width: "13.5rem",
      cell: ({ agreement }) => <AgreementMark agreement={agreement} />,
      sort: (a, b) => endsOn(a.agreement).localeCompare(endsOn(b.agreement)),
    },
  ],
  about: (vendor) => [vendor.service, words.code.agreement[vendor.agreement.state]].join(" "),
  fields: (vendor, change) => (
    <>
      <Field label={w.service} value={vendor.service} onChange={(service) => change({ service })} />
      <Field label={w.contact} value={vendor.contact} onChange={(contact) => change({ contact })} />
      <div className={styles.fields}>
        <AgreementFields
          agreement={vendor.agreement}
          onChange={(agreement) => change({ agreement })}
        />
      </div>
    </>
  ),
  check: ({ agreement }) => {
    if (datesMixed(agreement)) throw mixedDates();
  },
};

/** How people are listed and edited. */
export const personKind: Kind<Person> = {
  title: w.people,
  fresh: w.newPerson,
  add: w.addPerson,
  empty: w.noPeople,
  emptyWords: w.noPeopleWords,
  columns: [
    column("role", w.role, (person) => person.role),
    column("contact", w.contact, (person) => person.contact),
  ],
  about: (person) => [person.role, person.contact].join(" "),
  fields: (person, change) => (
    <>
      <Field label={w.role} value={person.role} onChange={(role) => change({ role })} />
      <Field label={w.contact} value={person.contact} onChange={(contact) => change({ contact })} />
    </>
  ),
  check: nothing,
};
