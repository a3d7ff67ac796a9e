import { act, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { show, violations } from "../../test/show";
import type { Answers } from "../bridge/memory";
import { Memory } from "../bridge/memory";
import { useAsk } from "../bridge/queries";
import type {
  AnswerRow,
  AssessmentView,
  BulkRow,
  Control,
  ControlRow,
  ControlView,
} from "../bridge/generated/wire";
import { controlOf, placed } from "../desk/framework";
import { Remembered } from "../kit/remembered";
import { words } from "../words/en";
import { DeskView } from "./DeskView";
import { PlaceProvider, type Place } from "./place";

const w = words.desk;
const controls = placed(framework).map((place) => place.control);
const at = (place: number): Control => {
  const found = controls[place];
  if (!found) throw new Error(`the catalogue has no control ${place}`);
  return found;
};
const required = (id: string): Control => {
  const found = controlOf(framework, id);
  if (!found) throw new Error(`the catalogue has no control ${id}`);
  return found;
};

const fileWith = (change: (place: number) => Partial<ControlRow>): AssessmentView => ({
  ...clinic.assessment,
  rows: clinic.assessment.rows.map((row, place) => ({ ...row, ...change(place) })),
});

/** A workbench that holds what it is told, as far as the desk sees it. */
function workbench(views: Record<string, ControlView> = {}, more: Answers = {}): Memory {
  const view = (id: string) => views[id] ?? clinic.controlView(required(id));
  return new Memory({
    control: ({ control }) => view(control),
    answer: ({ control, subject, words: said }) => {
      const was = view(control);
      const answers = was.answers.map((row) => (row.subject === subject ? { ...row, words: said } : row));
      views[control] = { ...was, answers };
      return {
        control: views[control],
        row: { ...clinic.controlRow(required(control)), answered: said.implementation !== null },
        standing: clinic.standing,
        assessment: clinic.assessment.assessment,
        saved: clinic.SAVED,
      };
    },
    ...more,
  });
}

function Desk({ file: begun, start }: { file: AssessmentView; start: string | null }) {
  const file = useAsk("assessment", { assessment: "a1" }).data ?? begun;
  const [place, go] = useState<Place>({ at: "assessment", assessment: "a1", part: "desk", control: start });
  const control = place.at === "assessment" ? place.control : null;
  return (
    <PlaceProvider value={{ place, go }}>
      <DeskView file={file} framework={framework} control={control} />
    </PlaceProvider>
  );
}

async function desk(file = clinic.assessment, client = workbench(), start: string | null = null) {
  const part = (
    <Remembered>
      <Desk file={file} start={start} />
    </Remembered>
  );
  client.teach({ assessment: () => file });
  const shown = show(part, client);
  await waitFor(() => {
    expect(shown.cache.getQueryData(["assessment", { assessment: "a1" }])).toBe(file);
  });
  await screen.findByRole("radiogroup", { name: w.answer });
  return { ...shown, client, part };
}

const question = () => screen.getByRole("heading", { level: 1 }).textContent;

describe("the desk", () => {
  it("answers a control with two keystrokes: its word, and on to the next", async () => {
    const { user, client } = await desk();
    expect(question()).toBe(at(0).question);
    await user.keyboard("1");
    // It stays in view when its answer has come back from the vault.
    await screen.findByText(/^Saved/u);
    await screen.findByText(w.progress(1, controls.length));
    expect(question()).toBe(at(0).question);
    await user.keyboard("n");
    expect(question()).toBe(at(1).question);
    await waitFor(() => {
      expect(client.asked("answer")).toMatchObject([
        { control: at(0).id, words: { implementation: framework.answers[0]?.id } },
      ]);
    });
  });

  it("goes on from a field that an answer asked for with Ctrl+Enter, and loses nothing", async () => {
    const { user, client } = await desk();
    const planned = framework.answers.findIndex((a) => a.id === "planned") + 1;
    await user.keyboard(`${planned}Dana{Control>}{Enter}{/Control}`);
    expect(question()).toBe(at(1).question);
    await waitFor(() => {
      expect(client.asked("answer").at(-1)?.words).toMatchObject({ planOwner: "Dana" });
    });
  });

  it("begins at the first control without an answer, and says how far it is and what is next", async () => {
    await desk(fileWith((place) => ({ answered: place < 12 })));
    expect(question()).toBe(at(12).question);
    const bar = screen.getByRole("navigation", { name: w.controls });
    expect(bar).toHaveTextContent(w.progress(12, controls.length));
    expect(within(bar).getByRole("button", { name: w.nextIs(at(13).id, at(13).label) })).toBeVisible();
  });

  it("goes to the next flagged one with G and to the next with an open request with R", async () => {
    const { user } = await desk(fileWith((place) => ({ flagged: place === 7, openRequests: place === 9 ? 1 : 0 })));
    await user.keyboard("g");
    expect(question()).toBe(at(7).question);
    await user.keyboard("r");
    expect(question()).toBe(at(9).question);
    await user.keyboard("k");
    expect(question()).toBe(at(8).question);
  });

  it("stays in the section with N as long as something in it is open", async () => {
    const { user } = await desk();
    const last = controls.at(-1);
    const group = placed(framework).at(-1)?.group;
    const inGroup = placed(framework).filter((place) => place.group === group);
    await user.click(screen.getAllByRole("treeitem").at(-1) as HTMLElement);
    for (const { control } of inGroup) {
      await user.keyboard("n");
      expect(question()).toBe(control.question);
    }
    expect(question()).toBe(last?.question);
    await user.keyboard("n");
    expect(question()).toBe(inGroup[0]?.control.question);
  });

  it("opens the first control that a filter leaves with Enter, and its keys work at once", async () => {
    const { user } = await desk();
    await user.keyboard("/");
    await user.keyboard(`${at(20).id}{Enter}`);
    expect(question()).toBe(at(20).question);
    await user.keyboard("e");
    expect(screen.getByLabelText(w.note)).toHaveFocus();
  });

  it("keeps its place when one leaves and comes back", async () => {
    const flagged = fileWith((place) => ({ flagged: place === 5 || place === 7 }));
    const { user, rerender, part } = await desk(flagged);
    await user.click(screen.getByRole("button", { name: new RegExp(w.which) }));
    await user.click(await screen.findByRole("option", { name: w.counted(w.whichOf.flagged, 2) }));
    await user.click(screen.getByText(at(7).id));
    expect(question()).toBe(at(7).question);
    rerender(<Remembered>{null}</Remembered>);
    rerender(part);
    expect(question()).toBe(at(7).question);
    expect(screen.getByRole("grid", { name: w.controls })).toHaveAttribute("aria-rowcount", "3");
  });

  it("goes through the subjects of a split control before it goes on", async () => {
    const split = splitView(at(0), 3);
    const { user } = await desk(clinic.assessment, workbench({ [at(0).id]: split }));
    expect(screen.getByRole("radio", { name: /^System 0/u })).toBeChecked();
    await user.keyboard("1n");
    expect(screen.getByRole("radio", { name: /^System 1/u })).toBeChecked();
    await user.keyboard("[[");
    expect(screen.getByRole("radio", { name: /^System 0/u })).toBeChecked();
    await user.keyboard("]");
    await user.keyboard("1n1n");
    await waitFor(() => {
      expect(question()).toBe(at(1).question);
    });
  });

  it("shows 300 systems as a list of what is in view, with how far they are", async () => {
    const split = splitView(at(0), 300);
    const { user } = await desk(clinic.assessment, workbench({ [at(0).id]: split }));
    const list = screen.getByRole("grid", { name: w.subjects });
    expect(list).toHaveAttribute("aria-rowcount", "301");
    expect(within(list).getAllByRole("row").length).toBeLessThan(60);
    expect(screen.getByRole("region", { name: w.subjects })).toHaveTextContent(w.progress(0, 300));
    await user.type(screen.getByRole("searchbox", { name: w.subjectFilter }), "System 27");
    expect(list).toHaveAttribute("aria-rowcount", "12");
  });

  it("previews answers given alike, row by row, applies them and takes them back", async () => {
    const rows: BulkRow[] = [
      { control: at(0).id, subject: "all", subjectName: "All", before: null, after: "planned", changes: true, refused: "" },
      { control: at(1).id, subject: "all", subjectName: "All", before: "partial", after: "partial", changes: false, refused: "" },
      { control: at(2).id, subject: "all", subjectName: "All", before: null, after: null, changes: false, refused: "The plan lacks a date." },
    ];
    const history = { undo: null, redo: null };
    const { user, client } = await desk(clinic.assessment, workbench({}, {
      preview_bulk: () => ({ rows }),
      answer_bulk: () => clinic.assessment,
      undo: () => ({ step: { what: "bulk-answer", control: null, records: 1, at: clinic.SAVED }, history }),
    }));
    await user.keyboard("b");
    const dialog = await screen.findByRole("dialog", { name: w.bulkTitle });
    expect(dialog).toHaveTextContent(w.bulkNothing);
    await user.click(within(dialog).getByRole("button", { name: new RegExp(w.bulkWord) }));
    await user.click(await screen.findByRole("option", { name: /^Planned/u }));
    await user.type(within(dialog).getByLabelText(w.planOwner), "Dana");
    expect(await within(dialog).findByText("The plan lacks a date.")).toBeInTheDocument();
    expect(within(dialog).getAllByText(w.bulkCount(1, 1, 1)).length).toBeGreaterThan(0);
    await user.click(within(dialog).getByRole("button", { name: w.bulkDo(1) }));
    expect(await screen.findByText(w.bulkDone(1))).toBeInTheDocument();
    expect(client.asked("answer_bulk")).toMatchObject([
      {
        controls: controls.map(({ id }) => id),
        onlyUnanswered: true,
        set: { implementation: "planned", planOwner: "Dana", exclusionReason: null, note: null, flagged: null },
      },
    ]);
    await user.click(screen.getByRole("button", { name: w.undo }));
    expect(await screen.findByText(w.undone)).toBeInTheDocument();
    expect(client.asked("undo")).toEqual([{ of: "a1" }]);
  });

  it("answers alike what was chosen in the list", async () => {
    const { user, client } = await desk(clinic.assessment, workbench({}, { preview_bulk: () => ({ rows: [] }) }));
    await user.keyboard("xjxb");
    const dialog = await screen.findByRole("dialog", { name: w.bulkTitle });
    expect(within(dialog).getByRole("radio", { name: w.bulkChosen(2) })).toBeChecked();
    await user.type(within(dialog).getByLabelText(w.bulkNote), "Seen");
    await waitFor(() => {
      expect(client.asked("preview_bulk").at(-1)).toMatchObject({
        controls: [at(0).id, at(1).id],
        set: { note: "Seen", implementation: null },
      });
    });
  });

  it("shows what joining keeps and what goes before it joins", async () => {
    const split = splitView(at(0), 2, (place) => ({
      words: { ...clinic.noWords, implementation: place === 0 ? "implemented" : "partial", note: `Note ${place}` },
    }));
    const { user, client } = await desk(clinic.assessment, workbench({ [at(0).id]: split }, {
      join_answers: () => ({
        control: clinic.controlView(at(0)),
        row: clinic.controlRow(at(0)),
        standing: clinic.standing,
        assessment: clinic.assessment.assessment,
        saved: clinic.SAVED,
      }),
    }));
    await user.keyboard("s");
    const dialog = await screen.findByRole("dialog", { name: w.joinTitle });
    const after = within(dialog).getByRole("region", { name: w.joinAfter });
    expect(within(after).getByLabelText(w.joinNote)).toHaveValue("Note 0\n\n**System 1**: Note 1");
    expect(after).toHaveTextContent(w.joinGoneWords(w.counts(words.code.implementation.partial, 1)));
    await user.click(within(dialog).getByText("System 1"));
    expect(within(after).getByLabelText(w.joinNote)).toHaveValue("Note 1\n\n**System 0**: Note 0");
    await user.click(within(dialog).getByRole("button", { name: w.joinDo }));
    await waitFor(() => {
      expect(client.asked("join_answers")).toMatchObject([{ control: at(0).id, keep: "system:1" }]);
    });
  });

  it("asks for the next control and the one before, so that they are there when they are wanted", async () => {
    const { client } = await desk(clinic.assessment, workbench(), at(5).id);
    await waitFor(() => {
      expect(client.asked("control").map((request) => request.control).sort()).toEqual(
        [at(4).id, at(5).id, at(6).id].sort(),
      );
    });
  });

  it("has no fault that axe knows", async () => {
    const { user } = await desk(clinic.assessment, workbench({ [at(0).id]: splitView(at(0), 300) }));
    await act(() => Promise.resolve());
    expect(await violations()).toEqual([]);
    await user.keyboard("x");
    expect(await violations()).toEqual([]);
  });
});

function splitView(control: Control, count: number, change: (place: number) => Partial<AnswerRow> = () => ({})): ControlView {
  const answers = Array.from({ length: count }, (_, place) => ({
    ...clinic.answerRow(),
    subject: `system:${place}`,
    subjectName: `System ${place}`,
    ...change(place),
  }));
  return { ...clinic.controlView(control), split: true, answers };
}
