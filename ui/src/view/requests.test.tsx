import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { item } from "../../test/evidence";
import { controlAt, plan, request, settling } from "../../test/requests";
import { show, violations } from "../../test/show";
import type { EvidenceRequest, HistoryView, RequestsView as Plan } from "../bridge/generated/wire";
import { faultOf, Memory } from "../bridge/memory";
import { useTell } from "../bridge/queries";
import { words } from "../words/en";
import { RequestsView } from "./RequestsView";

const w = words.request;

const some = [
  request("r1", { artefact: "Risk analysis", due: "2026-11-20" }),
  request("r2", { artefact: "Access list", control: controlAt(1), due: "2026-11-28" }),
  request("r3", { artefact: "Access list", control: controlAt(2) }),
  request("r4", { artefact: "Backup test", state: "received" }),
];

function TakeBack() {
  const tell = useTell();
  const of = clinic.assessment.assessment.id;
  return <button onClick={() => void tell("undo", { of })}>Take it back</button>;
}

function shown(requests: EvidenceRequest[] = some, part: Partial<Plan> = {}) {
  let held = plan(requests, part);
  const client = new Memory({
    requests: () => held,
    shelf: () => ({ evidence: [item("e1", { title: "Export of accounts" })], links: [] }),
    save_requests: ({ requests: changed }) => {
      const by = new Map(changed.map((one) => [one.id, one]));
      held = { ...held, requests: held.requests.map((one) => by.get(one.id) ?? one) };
      return held;
    },
    attach_files: () => ({
      files: [
        { fileName: "new.pdf", outcome: "added", evidence: item("e2"), sentence: "" },
      ],
    }),
  });
  const onControl = vi.fn();
  const view = (
    <>
      <div data-testid="plan">
        <RequestsView file={clinic.assessment} framework={framework} onControl={onControl} />
      </div>
      <TakeBack />
    </>
  );
  return { client, onControl, ...show(view, client) };
}

const list = (name: string = w.all) => screen.findByRole("grid", { name });
const choose = async (user: ReturnType<typeof shown>["user"], ...names: string[]) => {
  for (const name of names) {
    const rows = await within(await list()).findAllByRole("row", { name: new RegExp(name, "u") });
    for (const row of rows) await user.click(within(row).getByRole("checkbox", { hidden: true }));
  }
};

describe("the evidence plan", () => {
  it("shows what is overdue and next at the top, and leads there", async () => {
    const { user } = shown();
    await user.click(await screen.findByRole("button", { name: w.overdueCount(1) }));
    const grid = await list(w.buckets.overdue);
    expect(within(grid).getByText("Risk analysis")).toBeInTheDocument();
    expect(within(grid).queryByText("Backup test")).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it("is arranged by person, control and what settles several, with how many are open", async () => {
    const settles = [settling("Access list", some.slice(1, 3))];
    const { user } = shown(some, { settles });
    await list();
    for (const [by, count] of [["person", 1], ["control", 3], ["artefact", 1]] as const) {
      await user.click(screen.getByRole("button", { name: new RegExp(w.arrange, "u") }));
      await user.click(screen.getByRole("option", { name: w.arrangements[by] }));
      const groups = screen.getByRole("grid", { name: w.groupTitles[by] });
      // A head and the group of all stand above.
      expect(within(groups).getAllByRole("row")).toHaveLength(count + 2);
    }
    const groups = screen.getByRole("grid", { name: w.groupTitles.artefact });
    await user.click(within(groups).getByText("Access list"));
    expect(within(await list("Access list")).getAllByRole("checkbox")).toHaveLength(3);
  });

  it("changes what is chosen in one step, by key", async () => {
    const { user, client } = shown();
    await choose(user, "Access list");
    await user.keyboard("1");
    await waitFor(() => {
      expect(client.asked("save_requests")).toHaveLength(1);
    });
    const [saved] = client.asked("save_requests");
    expect(saved?.requests.map(({ id, state }) => [id, state])).toEqual([
      ["r2", "asked"],
      ["r3", "asked"],
    ]);
    expect(await screen.findAllByText(w.changed(2, words.code.request.asked))).not.toHaveLength(0);
  });

  it("says no longer what was done once it was taken back", async () => {
    const step = { what: "request", control: null, records: 2, at: clinic.SAVED } as const;
    const { user, client } = shown();
    let history: HistoryView = { undo: step, redo: null };
    client.teach({
      history: () => history,
      undo: () => {
        history = { undo: null, redo: step };
        return { step, history };
      },
    });
    await choose(user, "Access list");
    await user.keyboard("1");
    const done = w.changed(2, words.code.request.asked);
    await screen.findAllByText(done);
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    await waitFor(() => {
      expect(within(screen.getByTestId("plan")).queryByText(done)).toBeNull();
    });
  });

  it("acts on the request that has the focus when none is chosen, however the focus came", async () => {
    const { user, client } = shown();
    const grid = await list();
    within(grid).getAllByRole("gridcell")[1]?.focus();
    await user.keyboard("1");
    await waitFor(() => {
      expect(client.asked("save_requests")).toHaveLength(1);
    });
    await user.keyboard("{ArrowDown}2");
    await waitFor(() => {
      expect(client.asked("save_requests")).toHaveLength(2);
    });
    const [first, second] = client.asked("save_requests").map(({ requests }) => requests);
    expect(first?.map(({ state }) => state)).toEqual(["asked"]);
    expect(second?.map(({ state }) => state)).toEqual(["received"]);
    expect(first?.[0]?.id).not.toBe(second?.[0]?.id);
  });

  it("gives the focus to the next request when one that was dealt with is gone", async () => {
    const { user } = shown();
    const grid = await list();
    within(grid).getAllByRole("gridcell")[1]?.focus();
    await user.keyboard("3");
    await user.click(await screen.findByRole("button", { name: w.acceptDo }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(grid).toContainElement(document.activeElement as HTMLElement));
  });

  it("is refused only with a reason", async () => {
    const { user, client } = shown();
    await choose(user, "Risk analysis");
    await user.keyboard("4");
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    expect(screen.getByText(w.reasonMissing)).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: w.reason }), "Not theirs to give");
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    await waitFor(() => {
      expect(client.asked("save_requests")[0]?.requests[0]).toMatchObject({
        state: "refused",
        reason: "Not theirs to give",
      });
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("accepts one artefact for several controls, with evidence from the shelf or attached now", async () => {
    const { user, client } = shown();
    await choose(user, "Access list");
    await user.keyboard("3");
    const dialog = await screen.findByRole("dialog", { name: w.acceptMany(2) });
    expect(within(dialog).getByText(w.acceptWithout)).toBeInTheDocument();
    const row = await within(dialog).findByRole("row", { name: /Export of accounts/u });
    await user.click(within(row).getByRole("checkbox", { hidden: true }));
    await user.click(within(dialog).getByRole("button", { name: words.evidence.attach }));
    await within(dialog).findByText(w.acceptPicked(2));
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: w.acceptDo }));
    await waitFor(() => {
      expect(client.asked("save_requests")[0]?.requests.map(({ state, evidence }) => [state, evidence])).toEqual([
        ["accepted", ["e1", "e2"]],
        ["accepted", ["e1", "e2"]],
      ]);
    });
  });

  it("sets one due date and one person for all that are chosen", async () => {
    const { user, client } = shown();
    await choose(user, "Access list");
    await user.keyboard("d");
    await user.click(await screen.findByRole("button", { name: w.dueIn.week }));
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    await waitFor(() => {
      expect(client.asked("save_requests")[0]?.requests.map((one) => one.due !== null)).toEqual([true, true]);
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await choose(user, "Risk analysis");
    await user.keyboard("p");
    await user.type(await screen.findByRole("textbox", { name: w.ask }), "The vendor");
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    await waitFor(() => {
      expect(client.asked("save_requests")[1]?.requests[0]).toMatchObject({ ask: "The vendor", person: null });
    });
  });

  it("says why a change was not kept, and keeps what was chosen", async () => {
    const { user, client } = shown();
    client.teach({
      save_requests: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    await choose(user, "Access list");
    await user.keyboard("1");
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
    expect(screen.getByText(w.actsFor(2))).toBeInTheDocument();
  });

  it("offers to ask for proof where it lacks, and says how much was added", async () => {
    const { user, client } = shown(some, { missing: [controlAt(5), controlAt(6)] });
    client.teach({ request_missing: () => plan([...some, request("r9"), request("r10")]) });
    expect(await screen.findByText(w.missing(2))).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.missingDo }));
    expect(await screen.findAllByText(w.missingDone(2))).not.toHaveLength(0);
  });

  it("of ten thousand renders those in view", async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => request(`r${i}`, { control: controlAt(i) }));
    shown(many);
    const grid = await list();
    expect(grid).toHaveAttribute("aria-rowcount", "10001");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
  });

  it("asks by hand for something that no catalogue knows, for a control", async () => {
    const { user, client } = shown();
    await user.click(await screen.findByRole("button", { name: w.add }));
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    expect(screen.getByText(w.artefactMissing)).toBeInTheDocument();
    expect(client.asked("save_requests")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: w.artefact }), "Letter of the board");
    await user.click(screen.getByRole("button", { name: new RegExp(w.controlNone, "u") }));
    await user.click(screen.getByRole("option", { name: new RegExp(controlAt(3), "u") }));
    await user.click(screen.getByRole("button", { name: words.kit.save }));
    await waitFor(() => {
      expect(client.asked("save_requests")[0]?.requests[0]).toMatchObject({
        artefact: "Letter of the board",
        control: controlAt(3),
        origin: "person",
      });
    });
  });
});
