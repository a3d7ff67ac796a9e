import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { show, violations } from "../../test/show";
import type { AssessmentView, TermsView } from "../bridge/generated/wire";
import { Memory, type Answers } from "../bridge/memory";
import { blank } from "../desk/organisation/blank";
import { placed } from "../desk/framework";
import { words } from "../words/en";
import { ScopeView } from "./ScopeView";

const w = words.start;
const controls = placed(framework).map(({ control }) => control.id);

const system = (id: string, name: string) => ({ ...blank.system("o1"), id, name });
const file: AssessmentView = {
  ...clinic.assessment,
  systems: [system("s1", "Retina triage"), system("s2", "No-show forecast")],
  assessment: {
    ...clinic.assessment.assessment,
    scope: { ...clinic.assessment.assessment.scope, systems: ["s1", "s2"] },
  },
};

const touched: TermsView = {
  rows: [
    { control: controls[0] ?? "", subject: "system:s2", subjectName: "No-show forecast", effect: "leaves", implementation: "implemented" },
    { control: controls[1] ?? "", subject: "all", subjectName: "", effect: "counts-otherwise", implementation: "partial" },
  ],
  added: [],
  gone: [],
  before: 40,
  after: 44.5,
};

function scope(more: Answers = {}, of: AssessmentView = file) {
  const onControl = vi.fn();
  const client = new Memory({
    profile_consequences: () => ({ consequences: [] }),
    preview_terms: () => touched,
    save_assessment: (assessment) => ({ ...of, assessment }),
    ...more,
  });
  return {
    client,
    onControl,
    ...show(<ScopeView file={of} framework={framework} onControl={onControl} />, client),
  };
}

const note = () => within(screen.getByRole("complementary", { name: w.preview.title }));

describe("a change of scope", () => {
  it("shows which answers it touches before it is saved, and saves it when applied", async () => {
    const { user, client, onControl } = scope();
    await user.click(screen.getByRole("checkbox", { name: "No-show forecast" }));
    await user.click(await note().findByRole("button", { name: /^No longer asked/u }));
    expect(client.asked("save_assessment")).toEqual([]);
    expect(note().getByText("No-show forecast", { exact: false })).toBeInTheDocument();
    expect(note().getByText(/40\.0 % → 44\.5 %/u)).toBeInTheDocument();
    expect(note().getByText(w.preview.kept)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(note().getByRole("button", { name: new RegExp(controls[0] ?? "", "u") }));
    expect(onControl).toHaveBeenCalledWith(controls[0]);
    await user.click(note().getByRole("button", { name: w.preview.apply }));
    await waitFor(() => {
      expect(client.asked("save_assessment")[0]?.scope.systems).toEqual(["s1"]);
    });
    expect(note().getByText(w.preview.idle)).toBeInTheDocument();
  });

  it("asks of a change of the profile what it touches", async () => {
    const { user, client } = scope();
    const question = framework.profile.find(({ askedPer }) => askedPer === "organisation");
    const option = question?.options[1];
    await user.click(
      within(screen.getByRole("radiogroup", { name: question?.question ?? "" })).getByRole("radio", {
        name: option?.label ?? "",
      }),
    );
    await note().findByText(w.preview.kept);
    expect(client.asked("preview_terms").at(-1)?.profile).toEqual([
      { question: question?.id, subject: "all", option: option?.id },
    ]);
    expect(client.asked("save_assessment")).toEqual([]);
  });

  it("puts it back without a trace, also when the change is undone by hand", async () => {
    const { user, client } = scope();
    const box = () => screen.getByRole("checkbox", { name: "No-show forecast" });
    await user.click(box());
    await user.click(await note().findByRole("button", { name: w.preview.back }));
    expect(box()).toBeChecked();
    await user.click(box());
    await user.click(box());
    expect(note().getByText(w.preview.idle)).toBeInTheDocument();
    expect(client.asked("save_assessment")).toEqual([]);
  });

  it("saves words as they are written, and never a change that waits to be applied", async () => {
    const { user, client } = scope();
    await user.click(screen.getByRole("checkbox", { name: "No-show forecast" }));
    await user.type(screen.getByLabelText(w.statement), "Both floors.");
    await waitFor(() => {
      expect(client.asked("save_assessment").at(-1)?.scope.statement).toBe("Both floors.");
    });
    expect(client.asked("save_assessment").at(-1)?.scope.systems).toEqual(["s1", "s2"]);
    await user.click(note().getByRole("button", { name: w.preview.apply }));
    await waitFor(() => {
      expect(client.asked("save_assessment").at(-1)?.scope).toMatchObject({
        statement: "Both floors.",
        systems: ["s1"],
      });
    });
  });

  it("says of a final assessment that a change opens the next version", async () => {
    const final = { ...file, assessment: { ...file.assessment, stage: "final" as const, version: 2 } };
    const { user } = scope({}, final);
    await user.click(screen.getByRole("checkbox", { name: "No-show forecast" }));
    expect(await note().findByText(w.preview.opensVersion(2))).toBeInTheDocument();
  });
});

describe("many systems", () => {
  const many: AssessmentView = {
    ...file,
    systems: Array.from({ length: 300 }, (_, i) => system(`s${i}`, `System ${i}`)),
  };

  it("renders only what is in view of three hundred and finds one by its name", async () => {
    const { user } = scope({}, many);
    const list = within(screen.getByRole("group", { name: w.systems }));
    expect(list.getAllByRole("checkbox").length).toBeLessThan(40);
    await user.type(list.getByRole("searchbox"), "System 299");
    expect(list.getAllByRole("checkbox")).toHaveLength(1);
    await user.click(list.getByRole("checkbox", { name: "System 299" }));
    expect(list.getByText(w.chosen(3, 300))).toBeInTheDocument();
  });

  it("asks the questions of one system at a time and takes them over from another", async () => {
    const { user, client } = scope();
    const questions = framework.profile.filter(({ askedPer }) => askedPer === "system");
    const first = questions[0];
    const about = () => within(screen.getByRole("region", { name: w.questionsOf("Retina triage") }));
    expect(about().getAllByRole("radiogroup")).toHaveLength(questions.length);
    await user.click(
      within(about().getByRole("radiogroup", { name: first?.question ?? "" })).getAllByRole("radio")[0] ??
        document.body,
    );
    const grid = within(screen.getByRole("grid", { name: w.perSystem }));
    expect(grid.getByText(w.systemAnswered(1, questions.length))).toBeInTheDocument();
    await user.click(grid.getByText("No-show forecast"));
    const other = within(await screen.findByRole("region", { name: w.questionsOf("No-show forecast") }));
    await user.click(other.getByRole("button", { name: new RegExp(w.sameAs, "u") }));
    await user.click(await screen.findByRole("option", { name: "Retina triage" }));
    await waitFor(() => {
      expect(client.asked("preview_terms").at(-1)?.profile.map(({ subject }) => subject)).toEqual([
        "system:s1",
        "system:s2",
      ]);
    });
  });

  it("chooses what is there already instead of adding it twice", async () => {
    const { user, client } = scope({}, {
      ...file,
      assessment: { ...file.assessment, scope: { ...file.assessment.scope, systems: ["s1"] } },
    });
    const list = within(screen.getByRole("group", { name: w.systems }));
    await user.type(list.getByRole("textbox"), "no-show FORECAST{Enter}");
    expect(await list.findByText(w.alreadyThere("No-show forecast"))).toBeInTheDocument();
    expect(list.getByRole("checkbox", { name: "No-show forecast" })).toBeChecked();
    expect(client.asked("save_system")).toEqual([]);
  });
});
