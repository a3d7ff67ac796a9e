import { describe, expect, it } from "vitest";
import { framework } from "../../../test/catalogue";
import { controlAt, plan, request, settling } from "../../../test/requests";
import { arranged, dueOf, inOrder, matching, requestRows, type Arrangement } from "./arrange";

const policies = [
  request("undated", { artefact: "Policy", control: controlAt(1) }),
  request("same", { artefact: "policy ", control: controlAt(2) }),
];
const view = plan(
  [
    request("late", { due: "2026-11-20", state: "asked", person: "p1" }),
    request("today", { due: "2026-11-26", ask: "The vendor" }),
    request("week", { due: "2026-12-03", control: controlAt(1) }),
    request("later", { due: "2026-12-04", owners: [framework.owners[0]?.id ?? ""] }),
    ...policies,
    request("came", { state: "received", due: "2026-11-01" }),
    request("done", { state: "accepted", due: "2026-11-01" }),
    request("refused", { state: "refused", reason: "Not theirs" }),
  ],
  { settles: [settling("Policy", policies)] },
);
const rows = requestRows(view, framework);
const groups = (by: Arrangement) =>
  arranged(by, inOrder(by, rows), view, framework).map(({ title, rows: inside, open, overdue }) => ({
    title,
    ids: inside.map((row) => row.request.id),
    open,
    overdue,
  }));

describe("requests by due date", () => {
  it("part what came, what is late, what is due within seven days, and the rest", () => {
    expect(groups("due").map(({ ids }) => ids)).toEqual([
      ["came"],
      ["late"],
      ["today", "week"],
      ["later"],
      ["undated", "same"],
      ["done", "refused"],
    ]);
  });

  it("say at the top what is overdue and what is next, whatever is shown below", () => {
    const due = dueOf(rows);
    expect(due).toMatchObject({ received: 1, overdue: 1, week: 2 });
    expect(due.next?.request.id).toBe("today");
  });
});

describe("requests by person", () => {
  it("stand under whoever was chosen, and else under who usually has such a thing", () => {
    const found = groups("person");
    expect(found.map(({ title }) => title)).toEqual([
      "M. Reyes",
      "The vendor",
      expect.stringContaining("Nobody chosen"),
      expect.stringContaining(framework.owners[0]?.label ?? "?"),
    ]);
    expect(found[0]).toMatchObject({ ids: ["late"], open: 1, overdue: 1 });
  });
});

describe("requests by control", () => {
  it("stand in the order of the framework, those that are done not counted", () => {
    expect(groups("control").map(({ title, open }) => [title.split(" ")[0], open])).toEqual([
      [controlAt(0), 4],
      [controlAt(1), 2],
      [controlAt(2), 1],
    ]);
  });
});

describe("what one artefact would settle", () => {
  it("holds every request that names it, however it was written", () => {
    expect(groups("artefact")).toEqual([
      { title: "Policy", ids: ["undated", "same"], open: 2, overdue: 0 },
    ]);
  });
});

describe("ten thousand requests", () => {
  it("are filtered by what stands in artefact, control and person, in time for the next key", () => {
    const many = plan(
      Array.from({ length: 10_000 }, (_, i) =>
        request(`r${i}`, { control: controlAt(i), ask: `Person ${i % 300}`, due: "2026-12-01" }),
      ),
    );
    const all = inOrder("person", requestRows(many, framework));
    // The best of some is what the code takes; a busy machine only adds.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      const fit = matching(all, "person 29");
      expect(arranged("person", fit, many, framework).length).toBe(11);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
