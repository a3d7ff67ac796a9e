import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { change, found, writtenFile } from "../../../../test/plans";
import { plan, request } from "../../../../test/requests";
import { show, violations } from "../../../../test/show";
import type { HistoryView, PlanImportView } from "../../../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../../../bridge/memory";
import { useTell } from "../../../bridge/queries";
import { ReadOnly } from "../../../kit/readOnly";
import { words } from "../../../words/en";
import { PlanCard } from "./PlanCard";

const w = words.plan;

function TakeBack() {
  const tell = useTell();
  return <button onClick={() => void tell("undo", { of: "a1" })}>Take it back</button>;
}

function card(answers: Answers = {}) {
  const client = new Memory({
    export_plan: ({ format }) => ({ file: writtenFile(`plan.${format}`) }),
    apply_plan: () => plan([request("r1", { state: "received" })]),
    history: () => ({ undo: null, redo: null }),
    ...answers,
  });
  const view = (
    <>
      <PlanCard assessment="a1" />
      <TakeBack />
    </>
  );
  return { client, ...show(view, client) };
}

async function reading(view: PlanImportView, answers: Answers = {}) {
  const shown = card({ read_plan: () => view, ...answers });
  await shown.user.click(screen.getByRole("button", { name: w.read }));
  const dialog = within(await screen.findByRole("dialog", { name: w.readTitle }));
  await shown.user.click(dialog.getByRole("button", { name: w.choose }));
  return { ...shown, dialog };
}

describe("the evidence plan on its way out", () => {
  it("is written in the format, on the paper and for whom somebody says", async () => {
    const { user, client } = card();
    await user.click(screen.getByRole("button", { name: w.write }));
    const dialog = within(await screen.findByRole("dialog", { name: w.writeTitle }));
    await user.click(dialog.getByRole("radio", { name: w.papers.a4 }));
    await user.type(dialog.getByLabelText(w.to), " M. Reyes ");
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: w.writeDo }));
    expect(await dialog.findByText(words.written.done("plan.xlsx"))).toBeInTheDocument();
    expect(client.asked("export_plan")).toEqual([
      { assessment: "a1", format: "xlsx", paper: "a4", to: "M. Reyes" },
    ]);
  });

  it("asks for no paper where there is none", async () => {
    const { user, client } = card();
    await user.click(screen.getByRole("button", { name: w.write }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByRole("radiogroup", { name: w.paper })).toBeInTheDocument();
    await user.click(dialog.getByRole("radio", { name: new RegExp(w.formats.ics.replace(/[()]/gu, "."), "u") }));
    expect(dialog.queryByRole("radiogroup", { name: w.paper })).toBeNull();
    await user.click(dialog.getByRole("button", { name: w.writeDo }));
    await dialog.findByText(words.written.done("plan.ics"));
    expect(client.asked("export_plan")[0]).toMatchObject({ format: "ics", to: "" });
  });

  it("says that nothing was written when no place was chosen, and tells of a fault", async () => {
    const { user, client } = card({ export_plan: () => ({ file: null }) });
    await user.click(screen.getByRole("button", { name: w.write }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: w.writeDo }));
    expect(await dialog.findByText(w.cancelled)).toBeInTheDocument();
    client.teach({
      export_plan: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    await user.click(dialog.getByRole("button", { name: w.writeDo }));
    expect(await dialog.findByText("The disk is full.")).toBeInTheDocument();
    expect(dialog.queryByText(w.cancelled)).toBeNull();
  });

  it("is not offered to who may only read", () => {
    show(
      <ReadOnly value>
        <PlanCard assessment="a1" />
      </ReadOnly>,
      new Memory({ history: () => ({ undo: null, redo: null }) }),
    );
    expect(screen.getByRole("heading", { name: w.title })).toBeInTheDocument();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("an evidence plan that came back", () => {
  it("shows what would change, request by request, before anything does", async () => {
    const view = found({
      changes: [
        change("r1", { artefact: "Risk analysis" }),
        change("r1", { artefact: "Risk analysis", field: "due", before: "", after: "2026-12-04" }),
        change("r2", { field: "reason", before: "Lost", after: "", conflicts: true }),
      ],
      refused: [{ row: "By control, row 9", sentence: "The state “Done” is none of the six." }],
      unchanged: 40,
      notes: ["A column that is not known was left alone: Mood."],
    });
    const { dialog, client } = await reading(view);
    const table = within(await dialog.findByRole("table", { name: w.changesLabel }));
    expect(table.getAllByRole("row").slice(1).map((row) => row.textContent)).toEqual([
      "Risk analysis ADM-SO-1StateWantedReceived",
      `By when${w.empty}2026-12-04`,
      `Artefact r2 ADM-SO-1Reason${w.conflict}Lost${w.empty}`,
    ]);
    expect(dialog.getByText(w.summaryWords(2, 1))).toBeInTheDocument();
    expect(dialog.getByRole("button", { name: w.apply(2) })).toBeInTheDocument();
    expect(dialog.getByText(w.conflicts(1))).toBeInTheDocument();
    expect(dialog.getByText(w.unchanged(40))).toBeInTheDocument();
    expect(dialog.getByRole("heading", { name: w.refused(1) })).toBeInTheDocument();
    expect(dialog.getByText("By control, row 9")).toBeInTheDocument();
    expect(dialog.getByText(/Mood/u)).toBeInTheDocument();
    expect(client.asked("apply_plan")).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it("is applied as one step, and says so until that is taken back", async () => {
    const step = { what: "request", control: null, records: 1, at: "2026-11-25T09:30:00Z" } as const;
    let history: HistoryView = { undo: step, redo: null };
    const { user, dialog, client } = await reading(found({ changes: [change("r1")] }), {
      history: () => history,
      undo: () => {
        history = { undo: null, redo: step };
        return { step, history };
      },
    });
    await user.click(await dialog.findByRole("button", { name: w.apply(1) }));
    const region = within(await screen.findByRole("region", { name: w.title }));
    expect(await region.findByText(w.applied(1, 1))).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(client.asked("apply_plan")).toEqual([{ token: "t1" }]);
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    await waitFor(() => expect(region.queryByText(w.applied(1, 1))).toBeNull());
  });

  it("is left alone when somebody thinks better of it", async () => {
    const { user, dialog, client } = await reading(found({ changes: [change("r1")] }));
    await user.click(await dialog.findByRole("button", { name: w.leave }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(client.asked("apply_plan")).toEqual([]);
  });

  it("says that nothing would change when it says what is so already", async () => {
    const { dialog } = await reading(found({ unchanged: 41 }));
    expect(await dialog.findByText(w.nothing)).toBeInTheDocument();
    expect(dialog.getByText(w.nothingWords(41))).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: w.apply(0) })).toBeNull();
  });

  it("applies nothing when all of it was changed here too", async () => {
    const { dialog } = await reading(found({ changes: [change("r1", { conflicts: true })], unchanged: 3 }));
    expect(await dialog.findByText(w.allRefused)).toBeInTheDocument();
    expect(dialog.getByText(w.conflicts(1))).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: /^Apply/u })).toBeNull();
  });

  it("says that none of it can be taken, with the reason of each row", async () => {
    const refused = Array.from({ length: 25 }, (_, at) => ({ row: `Row ${at + 2}`, sentence: "No such id." }));
    const { user, dialog } = await reading(found({ refused }));
    expect(await dialog.findByText(w.allRefused)).toBeInTheDocument();
    expect(dialog.getAllByRole("listitem")).toHaveLength(20);
    await user.click(dialog.getByRole("button", { name: words.some.more(5, 5) }));
    expect(dialog.getAllByRole("listitem")).toHaveLength(25);
  });

  it("says that no file was chosen, and why one was refused, and reads another", async () => {
    let answer: () => PlanImportView = () => found({ file: null });
    const { user, dialog } = await reading(found(), { read_plan: () => answer() });
    expect(await dialog.findByText(w.noneChosen)).toBeInTheDocument();
    answer = () => {
      throw faultOf("input", "This workbook is not an evidence plan.");
    };
    await user.click(dialog.getByRole("button", { name: w.choose }));
    expect(await dialog.findByText("This workbook is not an evidence plan.")).toBeInTheDocument();
    answer = () => found({ changes: [change("r1")] });
    await user.click(dialog.getByRole("button", { name: w.choose }));
    expect(await dialog.findByRole("button", { name: w.apply(1) })).toBeInTheDocument();
    expect(dialog.queryByText("This workbook is not an evidence plan.")).toBeNull();
  });

  it("costs no more when it is huge", async () => {
    const changes = Array.from({ length: 3000 }, (_, at) => change(`r${at}`));
    const { user, dialog } = await reading(found({ changes }));
    const table = await dialog.findByRole("table");
    expect(within(table).getAllByRole("rowheader")).toHaveLength(40);
    expect(dialog.getByRole("button", { name: w.apply(3000) })).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: words.some.more(200, 2960) }));
    expect(within(table).getAllByRole("rowheader")).toHaveLength(240);
  });

  it("keeps what would change in view when it could not be applied", async () => {
    const { user, dialog } = await reading(found({ changes: [change("r1")] }), {
      apply_plan: () => {
        throw faultOf("input", "Something else was written meanwhile. Read the file again.");
      },
    });
    await user.click(await dialog.findByRole("button", { name: w.apply(1) }));
    expect(await dialog.findByText(/written meanwhile/u)).toBeInTheDocument();
    expect(dialog.getByRole("table")).toBeInTheDocument();
  });
});
