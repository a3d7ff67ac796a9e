import type { EvidenceRequest, Framework, RequestsView } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { labels, placed } from "../framework";
import { isOpen } from "./requestMark";

const w = words.request;

/** By what requests are put together. */
export type Arrangement = "due" | "person" | "control" | "artefact";

/** When something is to be done about a request. */
export type Bucket = keyof typeof w.buckets;

/** A request with what a row and a filter need of it. */
export type RequestRow = {
  request: EvidenceRequest;
  person: string;
  bucket: Bucket;
  text: string;
};

/** Requests that belong together. */
export type Group = {
  id: string;
  title: string;
  rows: readonly RequestRow[];
  open: number;
  overdue: number;
};

/** The group that holds all of them. */
export const ALL_GROUPS = "all";

const WEEK = 7;

/** Returns a day some days after another. */
export function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

function bucketOf(request: EvidenceRequest, today: string, week: string): Bucket {
  if (!isOpen(request)) return "done";
  if (request.state === "received") return "received";
  if (request.due === null) return "undated";
  if (request.due < today) return "overdue";
  return request.due <= week ? "week" : "later";
}

/** Returns a row for each request, in their order. */
export function requestRows(view: RequestsView, framework: Framework): RequestRow[] {
  const names = new Map(placed(framework).map(({ control }) => [control.id, control.label]));
  const people = new Map(view.people.map((person) => [person.id, person]));
  const week = daysAfter(view.today, WEEK);
  return view.requests.map((request) => {
    const known = request.person ? people.get(request.person) : undefined;
    const person = known?.name ?? request.ask;
    const { artefact, control } = request;
    return {
      request,
      person,
      bucket: bucketOf(request, view.today, week),
      text: `${artefact}\n${control}\n${names.get(control) ?? ""}\n${person}`.toLowerCase(),
    };
  });
}

/** Returns the rows that hold what was typed. */
export function matching(rows: readonly RequestRow[], typed: string): readonly RequestRow[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === "" ? rows : rows.filter((row) => row.text.includes(wanted));
}

/** Sooner first; what has no date comes last. Days compare as they are written. */
function byDue(a: RequestRow, b: RequestRow): number {
  const [one, other] = [a.request.due ?? "9", b.request.due ?? "9"];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Returns the rows in the order in which an arrangement lists them. Sorted once, they stay so
 * whatever a filter takes away. */
export function inOrder(by: Arrangement, rows: readonly RequestRow[]): readonly RequestRow[] {
  return by === "due" || by === "person" ? [...rows].sort(byDue) : rows;
}

function group(id: string, title: string, rows: readonly RequestRow[]): Group {
  const open = rows.filter((row) => row.bucket !== "done").length;
  const overdue = rows.filter((row) => row.bucket === "overdue").length;
  return { id, title, rows, open, overdue };
}

function gathered(rows: readonly RequestRow[], key: (row: RequestRow) => string) {
  const found = new Map<string, RequestRow[]>();
  for (const row of rows) {
    const name = key(row);
    const known = found.get(name);
    if (known) known.push(row);
    else found.set(name, [row]);
  }
  return found;
}

/** Whom a request goes to; where nobody was chosen, who usually has such a thing. */
function personKey({ request, person }: RequestRow): string {
  return person ? `person:${person}` : `usually:${request.owners[0] ?? ""}`;
}

function personTitle(key: string, framework: Framework): string {
  const [kind, ...rest] = key.split(":");
  const name = rest.join(":");
  if (kind === "person") return name;
  return name === "" ? w.nobody : w.nobodyUsually(labels(framework.owners, [name]));
}

const artefactKey = (artefact: string) => artefact.trim().toLowerCase();

/** Returns the groups of an arrangement, in the order in which to work through them; `rows`
 * are in its order. */
export function arranged(
  by: Arrangement,
  rows: readonly RequestRow[],
  view: RequestsView,
  framework: Framework,
): Group[] {
  switch (by) {
    case "due": {
      const found = gathered(rows, (row) => row.bucket);
      return (Object.keys(w.buckets) as Bucket[]).map((bucket) =>
        group(bucket, w.buckets[bucket], found.get(bucket) ?? []),
      );
    }
    case "person":
      return [...gathered(rows, personKey)]
        .map(([key, inside]) => group(key, personTitle(key, framework), inside))
        .sort((a, b) => a.id.localeCompare(b.id));
    case "control": {
      const found = gathered(rows, (row) => row.request.control);
      return placed(framework).flatMap(({ control: { id, label } }) => {
        const inside = found.get(id);
        return inside ? [group(id, `${id} ${label}`, inside)] : [];
      });
    }
    case "artefact": {
      const found = gathered(rows, (row) => artefactKey(row.request.artefact));
      return view.settles.flatMap(({ artefact }) => {
        const inside = found.get(artefactKey(artefact));
        return inside ? [group(artefactKey(artefact), artefact, inside)] : [];
      });
    }
  }
}

/** Returns all requests as one group. */
export function everythingIn(rows: readonly RequestRow[]): Group {
  return group(ALL_GROUPS, w.all, rows);
}

/** What is to be seen at the top, whatever is shown below. */
export type Due = { received: number; overdue: number; week: number; next: RequestRow | null };

/** Returns what is due, over all requests. */
export function dueOf(rows: readonly RequestRow[]): Due {
  const due: Due = { received: 0, overdue: 0, week: 0, next: null };
  for (const row of rows) {
    if (row.bucket === "received") due.received += 1;
    if (row.bucket === "overdue") due.overdue += 1;
    if (row.bucket === "week") due.week += 1;
    const waits = row.bucket === "week" || row.bucket === "later";
    if (waits && (due.next === null || byDue(row, due.next) < 0)) due.next = row;
  }
  return due;
}
