import type { Evidence, EvidenceLink, Phi, ShelfView, Strength } from "../../bridge/generated/wire";

/** One row of the shelf: an item with what it bears on. */
export type ShelfRow = {
  evidence: Evidence;
  links: readonly EvidenceLink[];
  /** Controls it bears on, each once. */
  controls: readonly string[];
  /** The redacted copies of it, or its sealed original. */
  pair: readonly Evidence[];
  /** What a filter looks through, in small letters. */
  text: string;
};

/** Which items, by how they stand. */
export type Show = "all" | "unlinked" | "expired" | "withdrawn" | "counting";

/** Which items, by how old they are on the as-of date. */
export type Age = "any" | "month" | "year" | "older";

/** What the shelf shows; an empty word means any. */
export type ShelfFilter = {
  text: string;
  show: Show;
  control: string;
  strength: Strength | "";
  person: string;
  age: Age;
  phi: Phi | "";
};

export const everything: ShelfFilter = {
  text: "",
  show: "all",
  control: "",
  strength: "",
  person: "",
  age: "any",
  phi: "",
};

/** Returns the rows of a shelf, in its order. */
export function shelfRows(view: ShelfView): ShelfRow[] {
  const links = new Map<string, EvidenceLink[]>();
  for (const link of view.links) {
    const known = links.get(link.evidence);
    if (known) known.push(link);
    else links.set(link.evidence, [link]);
  }
  const byId = new Map(view.evidence.map((e) => [e.id, e]));
  const copies = new Map<string, Evidence[]>();
  for (const e of view.evidence) {
    if (e.redacts) copies.set(e.redacts, [...(copies.get(e.redacts) ?? []), e]);
  }
  return view.evidence.map((evidence) => {
    const own = links.get(evidence.id) ?? [];
    const controls = [...new Set(own.map((link) => link.control))];
    const original = evidence.redacts ? byId.get(evidence.redacts) : undefined;
    const pair = [...(original ? [original] : []), ...(copies.get(evidence.id) ?? [])];
    const { title, attachment, text, providedBy, collectedBy } = evidence;
    const said = [title, attachment?.fileName, text, providedBy, collectedBy, ...controls];
    return { evidence, links: own, controls, pair, text: said.join("\n").toLowerCase() };
  });
}

/** Returns the day from which an item is of an age, or younger. */
function daysBefore(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - days);
  return moment.toISOString().slice(0, 10);
}

/** Returns whether an item is no longer valid on a day. */
export function isExpired({ validUntil }: Evidence, asOf: string): boolean {
  return validUntil !== null && validUntil < asOf;
}

/** Returns the rows that a filter lets through. */
export function filtered(
  rows: readonly ShelfRow[],
  filter: ShelfFilter,
  asOf: string,
): readonly ShelfRow[] {
  const wanted = filter.text.trim().toLowerCase();
  const month = daysBefore(asOf, 31);
  const year = daysBefore(asOf, 366);
  const shows: Record<Show, (row: ShelfRow) => boolean> = {
    all: () => true,
    counting: ({ evidence }) => evidence.withdrawn === null,
    unlinked: ({ links, evidence }) => links.length === 0 && evidence.withdrawn === null,
    expired: ({ evidence }) => isExpired(evidence, asOf),
    withdrawn: ({ evidence }) => evidence.withdrawn !== null,
  };
  const ages: Record<Age, (day: string) => boolean> = {
    any: () => true,
    month: (day) => day >= month,
    year: (day) => day >= year,
    older: (day) => day < year,
  };
  const shown = shows[filter.show];
  const aged = ages[filter.age];
  return rows.filter((row) => {
    const { evidence, links } = row;
    return (
      shown(row) &&
      aged(evidence.collectedOn ?? evidence.added.slice(0, 10)) &&
      (filter.control === "" || row.controls.includes(filter.control)) &&
      (filter.strength === "" || links.some((link) => link.strength === filter.strength)) &&
      (filter.person === "" ||
        evidence.providedBy === filter.person ||
        evidence.collectedBy === filter.person) &&
      (filter.phi === "" || evidence.phi === filter.phi) &&
      (wanted === "" || row.text.includes(wanted))
    );
  });
}

/** Returns who provided or collected something, by name. */
export function peopleOf(rows: readonly ShelfRow[]): string[] {
  const names = rows.flatMap(({ evidence }) => [evidence.providedBy, evidence.collectedBy]);
  return [...new Set(names.filter((name) => name !== ""))].sort((a, b) => a.localeCompare(b));
}

/** What the shelf holds in all. */
export type Totals = { items: number; unlinked: number; phiOpen: number; expired: number; withdrawn: number };

/** Counts what stands out on the shelf. */
export function totals(rows: readonly ShelfRow[], asOf: string): Totals {
  const counted = { items: rows.length, unlinked: 0, phiOpen: 0, expired: 0, withdrawn: 0 };
  for (const { evidence, links } of rows) {
    if (evidence.withdrawn) counted.withdrawn += 1;
    else {
      if (links.length === 0) counted.unlinked += 1;
      if (evidence.phi === "unknown") counted.phiOpen += 1;
      if (isExpired(evidence, asOf)) counted.expired += 1;
    }
  }
  return counted;
}
