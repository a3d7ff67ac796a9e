import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { clinicOpen } from "../../test/program";
import { violations } from "../../test/show";
import type { Find, StepView } from "../bridge/generated/wire";
import { faultOf, type Answers } from "../bridge/memory";
import { placed } from "../desk/framework";
import { words } from "../words/en";

const w = words.frame;
const first = placed(framework)[0]?.control.id ?? "";
const third = placed(framework)[2]?.control.id ?? "";

const step = (control: string | null): StepView => ({
  what: "answer",
  control,
  records: 1,
  at: clinic.SAVED,
});

async function inAssessment(answers: Answers = {}) {
  const shown = clinicOpen(answers);
  await shown.user.click(await screen.findByText("Annual review"));
  await screen.findByRole("tree", { name: words.desk.sections });
  return shown;
}

describe("undo and redo", () => {
  it("say what they would undo, undo it, and ask everything anew", async () => {
    let done = false;
    const { user, client } = await inAssessment({
      history: () =>
        done ? { undo: null, redo: step(third) } : { undo: step(third), redo: null },
      undo: () => {
        done = true;
        return { step: step(third), history: { undo: null, redo: step(third) } };
      },
    });
    await screen.findByRole("button", { name: w.undoStep(w.stepOf("answer", third)) });
    const asked = client.asked("assessment").length;
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(client.asked("undo")).toEqual([{ of: "a1" }]));
    expect(await screen.findByText(w.undone(w.stepOf("answer", third)))).toBeInTheDocument();
    expect(client.asked("assessment").length).toBeGreaterThan(asked);
    expect(
      await screen.findByRole("button", { name: w.redoStep(w.stepOf("answer", third)) }),
    ).toBeEnabled();
    // The desk shows what was undone.
    await waitFor(() => expect(client.asked("control").map((of) => of.control)).toContain(third));
  });

  it("are done one after the other when their keys are pressed quickly", async () => {
    let left = 3;
    const history = () => ({ undo: left > 0 ? step(first) : null, redo: null });
    const { user, client } = await inAssessment({
      history,
      undo: async () => {
        await new Promise(requestAnimationFrame);
        left -= 1;
        return { step: step(first), history: history() };
      },
    });
    await screen.findByRole("button", { name: w.undoStep(w.stepOf("answer", first)) });
    await user.keyboard("{Control>}zzzz{/Control}");
    expect(await screen.findByText(w.noUndo)).toBeInTheDocument();
    expect(client.asked("undo")).toHaveLength(3);
  });

  it("know of a step that was taken a moment ago", async () => {
    let taken = false;
    const { user, client } = await inAssessment({
      history: () => ({ undo: taken ? step(first) : null, redo: null }),
      undo: () => ({ step: step(first), history: { undo: null, redo: step(first) } }),
    });
    await screen.findByRole("button", { name: w.undo });
    taken = true;
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(client.asked("undo")).toHaveLength(1));
  });

  it("never leave the focus nowhere", async () => {
    const { user } = await inAssessment({
      history: () => ({ undo: step(first), redo: null }),
      undo: () => ({ step: step(first), history: { undo: null, redo: step(first) } }),
    });
    const undo = await screen.findByRole("button", { name: w.undoStep(w.stepOf("answer", first)) });
    undo.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  it("are a note that loses nothing when they fail", async () => {
    const { user, client } = await inAssessment({
      history: () => ({ undo: step(first), redo: null }),
      undo: () => {
        throw faultOf("input", "The evidence was withdrawn since.", "Look at the evidence.");
      },
    });
    const undo = await screen.findByRole("button", { name: w.undoStep(w.stepOf("answer", first)) });
    await user.click(undo);
    expect(await screen.findByRole("region", { name: w.undo })).toHaveTextContent("The evidence was withdrawn since.");
    expect(screen.getByText(w.nothingUndone)).toBeInTheDocument();
    expect(client.asked("undo")).toHaveLength(1);
    expect(await violations("screen")).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.dismiss }));
    expect(screen.queryByRole("region", { name: w.undo })).toBeNull();
  });

  it("rest where nothing can be undone", async () => {
    const { user, client } = clinicOpen();
    await screen.findByText("Annual review");
    await user.keyboard("{Control>}z{/Control}");
    expect(client.asked("undo")).toEqual([]);
    expect(screen.getByRole("button", { name: w.undo })).toBeDisabled();
  });
});

describe("the palette", () => {
  const open = async (user: Awaited<ReturnType<typeof inAssessment>>["user"]) => {
    await user.keyboard("{Control>}k{/Control}");
    return screen.findByRole("dialog", { name: words.palette.title });
  };

  it("finds an action by its words and does it once it is gone", async () => {
    const { user, client } = await inAssessment({ lock: () => clinic.noVault });
    const dialog = await open(user);
    await user.keyboard("lock the");
    const options = within(dialog).getAllByRole("option");
    expect(options.map((option) => option.textContent)).toEqual([
      expect.stringContaining(w.lockVault),
    ]);
    expect(await violations()).toEqual([]);
    client.teach({ status: () => clinic.noVault });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(client.asked("lock")).toHaveLength(1));
  });

  it("goes to a part, a control and another assessment", async () => {
    const { user, client } = await inAssessment();
    await open(user);
    await user.keyboard(`${words.overview.title.toLowerCase()}{Enter}`);
    await waitFor(() => expect(client.asked("overview").length).toBeGreaterThan(0));
    await open(user);
    await user.keyboard(`${third.toLowerCase()}{Enter}`);
    await waitFor(() => expect(client.asked("control").map((of) => of.control)).toContain(third));
  });

  it("gives the focus back and says when nothing is called so", async () => {
    const { user } = await inAssessment();
    const part = screen.getByRole("button", { name: w.scope });
    part.focus();
    await open(user);
    await user.keyboard("zzzz");
    expect(screen.getByText(words.palette.none)).toBeInTheDocument();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(part).toHaveFocus());
  });
});

const find = (part: Partial<Find>): Find => ({
  kind: "answer",
  id: first,
  organisation: "o1",
  organisationName: "Harbour Clinic",
  assessment: "a1",
  assessmentTitle: "Annual review",
  control: first,
  subject: "all",
  title: first,
  snippet: [
    { text: "the ", found: false },
    { text: "badge", found: true },
    { text: " reader <b>", found: false },
  ],
  ...part,
});

describe("the search", () => {
  const open = async (user: Awaited<ReturnType<typeof inAssessment>>["user"]) => {
    await user.keyboard("{Control>}f{/Control}");
    return screen.findByRole("dialog", { name: words.find.title });
  };

  // user-event takes the focus that moves in the list for one that leaves the field, in the
  // middle of React's work; so the words come by an event of their own.
  const write = (value: string) =>
    fireEvent.change(screen.getByRole("searchbox"), { target: { value } });

  it("groups what is found, marks the words and private notes, and goes there", async () => {
    const { user, client } = await inAssessment({
      search: () => ({
        finds: [find({}), find({ kind: "working-note", control: third, id: third, title: third })],
        more: false,
      }),
    });
    const dialog = await open(user);
    write("badge");
    const rows = await within(dialog).findAllByRole("option");
    expect(rows).toHaveLength(2);
    expect(within(dialog).getAllByText("badge")[0]?.tagName).toBe("MARK");
    expect(dialog.querySelector("b")).toBeNull();
    expect(rows[1]).toHaveTextContent(words.find.private);
    expect(within(dialog).getByText(words.find.group("Answers", 1))).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await waitFor(() => expect(client.asked("control").map((of) => of.control)).toContain(third));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("shows what belongs to the newest words, whichever answer comes last", async () => {
    const waiting = new Map<string, (view: { finds: Find[]; more: boolean }) => void>();
    const { user } = await inAssessment({
      search: ({ text }) => new Promise((resolve) => waiting.set(text, resolve)),
    });
    const dialog = await open(user);
    write("old");
    await waitFor(() => expect(waiting.has("old")).toBe(true));
    write("new");
    await waitFor(() => expect(waiting.has("new")).toBe(true));
    waiting.get("new")?.({ finds: [find({ title: "Newest" })], more: false });
    expect(await within(dialog).findByText("Newest")).toBeInTheDocument();
    waiting.get("old")?.({ finds: [find({ title: "Older" })], more: false });
    await new Promise(requestAnimationFrame);
    expect(within(dialog).queryByText("Older")).toBeNull();
  });

  it("says when nothing is found, offers the whole vault, and tells of a fault", async () => {
    const search = vi.fn((): { finds: Find[]; more: boolean } => ({ finds: [], more: false }));
    const { user, client } = await inAssessment({ search });
    const dialog = await open(user);
    expect(within(dialog).getByText(words.find.begin)).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: words.find.here }));
    await user.click(within(dialog).getByRole("searchbox"));
    await user.paste("x".repeat(10_000));
    expect(await within(dialog).findByText(words.find.noneHere)).toBeInTheDocument();
    expect(client.asked("search").at(-1)?.assessment).toBe("a1");
    await user.click(within(dialog).getByRole("button", { name: words.find.lookEverywhere }));
    expect(await within(dialog).findByText(words.find.noneAnywhere)).toBeInTheDocument();
    client.teach({
      search: () => {
        throw faultOf("other", "The vault could not be read.");
      },
    });
    await user.clear(within(dialog).getByRole("searchbox"));
    await user.click(within(dialog).getByRole("searchbox"));
    await user.keyboard("badge");
    expect(await within(dialog).findByText("The vault could not be read.")).toBeInTheDocument();
  });
});

describe("the page of keys", () => {
  it("lists the keys of the screen in view and of every list, and filters them", async () => {
    const { user } = await inAssessment();
    await user.keyboard("?");
    const dialog = await screen.findByRole("dialog", { name: w.keysTitle });
    expect(within(dialog).getByText(w.lockVault)).toBeInTheDocument();
    expect(within(dialog).getByText(w.keyNames.tick)).toBeInTheDocument();
    await user.type(within(dialog).getByRole("searchbox"), "ctrl+k");
    expect(within(dialog).getByText(words.palette.title)).toBeInTheDocument();
    expect(within(dialog).queryByText(w.lockVault)).toBeNull();
    expect(await violations()).toEqual([]);
  });
});

describe("the look", () => {
  it("is that which was kept, and is kept when it changes", async () => {
    const { user, client } = clinicOpen({
      settings: () => ({ theme: "dark", panes: { sections: 300 }, zoom: 125, idleMinutes: null }),
    });
    await screen.findByText("Annual review");
    await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("dark"));
    expect(client.zoomed).toEqual([1.25]);
    await user.click(screen.getByRole("button", { name: w.look }));
    expect(await screen.findByRole("menuitemradio", { name: w.themeDark })).toBeChecked();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("menuitemradio", { name: w.themeLight }));
    expect(document.documentElement.dataset["theme"]).toBe("light");
    await waitFor(() => {
      expect(client.asked("save_settings").at(-1)).toEqual({
        theme: "light",
        panes: { sections: 300 },
        idleMinutes: null,
        zoom: 125,
      });
    });
  });

  it("grows and shrinks by keys, also over a dialog, and no further than it may", async () => {
    const { user, client } = clinicOpen();
    await screen.findByText("Annual review");
    await user.keyboard("?");
    await screen.findByRole("dialog");
    await user.keyboard("{Control>}++++++++{/Control}");
    await waitFor(() => expect(client.zoomed.at(-1)).toBe(2));
    expect(screen.getByText(w.sizeNow(200))).toBeInTheDocument();
    await user.keyboard("{Control>}-{/Control}");
    await waitFor(() => expect(client.zoomed.at(-1)).toBe(1.75));
    await user.keyboard("{Control>}0{/Control}");
    await waitFor(() => expect(client.zoomed.at(-1)).toBe(1));
    await waitFor(() => expect(client.asked("save_settings").at(-1)?.zoom).toBe(100));
  });
});

describe("the focus", () => {
  it("leaves a text field by Escape wherever it stands, so that letters are keys again", async () => {
    const { user } = clinicOpen();
    const leave = async (name: string) => {
      const field = await screen.findByRole("searchbox", { name });
      await user.type(field, "zz{Escape}");
      expect(field).toHaveValue("");
      expect(field).toHaveFocus();
      await user.keyboard("{Escape}");
      expect(screen.getByRole("main")).toHaveFocus();
    };
    await leave(words.library.filter);
    await user.click(screen.getByText("Annual review"));
    await leave(words.desk.filter);
  });

  it("goes to the screen when what was pressed is gone", async () => {
    const { user } = await inAssessment();
    const gone = document.createElement("button");
    gone.addEventListener("pointerup", (event) => {
      event.stopPropagation();
      gone.remove();
    });
    screen.getByRole("main").append(gone);
    await user.pointer([{ target: gone, keys: "[MouseLeft>]" }, { target: gone, keys: "[/MouseLeft]" }]);
    await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
  });
});
