import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { controlOfClass, framework } from "../../../test/catalogue";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import type { AnswerWords, Control, Person } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { AnswerOf } from "./AnswerOf";

const w = words.desk;
const people: Person[] = [
  { id: "p1", organisation: "o1", name: "Dana Whitlock", role: "Practice manager", contact: "" },
];
const addressable = controlOfClass("ADD");
const required = controlOfClass("REQ");

/** A workbench that takes every answer as it is. */
function taking(control: Control) {
  return new Memory({
    answer: ({ words: said }) => ({
      control: clinic.controlView(control, clinic.answerRow(said)),
      row: clinic.controlRow(control),
      standing: clinic.standing,
      assessment: clinic.assessment.assessment,
      saved: clinic.SAVED,
    }),
    write_working_note: () => ({ saved: clinic.SAVED }),
  });
}

function answerTo(control: Control, said: Partial<AnswerWords> = {}, client = taking(control)) {
  const row = clinic.answerRow(said);
  const view = clinic.controlView(control, row);
  const shown = show(
    <AnswerOf framework={framework} control={control} view={view} row={row} people={people} />,
    client,
  );
  return { ...shown, client, last: () => client.asked("answer").at(-1)?.words };
}

const labelOf = (element: Element | null) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? (element.labels?.[0]?.textContent ?? "")
    : "";

const word = (id: string) =>
  screen.getByRole("radio", { name: framework.answers.find((a) => a.id === id)?.label ?? id });

/** What is said to lack, if something does. */
const lacking = () => screen.queryByText(/Still lacks/u)?.textContent;

describe("an answer", () => {
  it("is one row of eight words, each with its key", async () => {
    const { user, last } = answerTo(addressable);
    expect(screen.getByRole("radiogroup", { name: w.answer })).toBeInTheDocument();
    await user.keyboard("2");
    await waitFor(() => {
      expect(last()?.implementation).toBe(framework.answers[1]?.id);
    });
  });

  it("offers another way only where the law lets one decide", async () => {
    const { user, client } = answerTo(required);
    expect(word("alternative")).toBeDisabled();
    expect(word("not-reasonable")).toBeDisabled();
    await user.keyboard(String(framework.answers.findIndex((a) => a.id === "alternative") + 1));
    expect(client.asked("answer")).toEqual([]);
  });

  it("of another way shows the decision record and names every field it lacks", async () => {
    const { user, last } = answerTo(addressable, { implementation: "alternative" });
    const needed = framework.decisionRecord.filter((f) => f.requiredFor.includes("alternative"));
    expect(needed.length).toBeGreaterThan(3);
    const lack = screen.getByText(/Still lacks/u);
    for (const field of needed) expect(lack).toHaveTextContent(field.label);
    const first = needed[0];
    if (!first) throw new Error("the record has no field");
    await user.type(screen.getByLabelText(first.label), "One site, nine people");
    await waitFor(() => {
      expect(last()?.decision[first.id]).toBe("One site, nine people");
    });
    expect(screen.getByText(/Still lacks/u)).not.toHaveTextContent(first.label);
  });

  it("of another way says when its record is whole", () => {
    const decision = Object.fromEntries(
      framework.decisionRecord.map((f) => [f.id, f.kind === "date" ? "2026-11-01" : "Written"]),
    );
    answerTo(addressable, { implementation: "alternative", decision });
    expect(screen.getByText(w.decisionWhole)).toBeInTheDocument();
  });

  it("of a plan asks who sees to it and by when", async () => {
    const { user, last } = answerTo(required, { implementation: "planned" });
    expect(lacking()).toBe(w.lacks(`${w.planOwner}, ${w.planDue}`));
    await user.type(screen.getByLabelText(w.planOwner), "Security officer");
    await user.click(screen.getAllByRole("spinbutton")[0] as HTMLElement);
    await user.keyboard("03142027");
    await waitFor(() => {
      expect(last()).toMatchObject({ planOwner: "Security officer", planDue: "2027-03-14" });
    });
    expect(lacking()).toBeUndefined();
    expect(screen.getByText(w.planWhole)).toBeInTheDocument();
  });

  it("of not applicable asks for a reason and who approved it", async () => {
    const { user, last } = answerTo(required, { implementation: "not-applicable" });
    expect(lacking()).toContain(w.lacks(`${w.exclusionReason}, ${w.exclusionApprover}`));
    await user.type(screen.getByLabelText(w.exclusionReason), "No paper records");
    await user.type(screen.getByLabelText(w.exclusionApprover), "Privacy officer");
    await waitFor(() => {
      expect(last()).toMatchObject({
        exclusionReason: "No paper records",
        exclusionApprover: "Privacy officer",
      });
    });
    expect(lacking()).toBeUndefined();
  });

  it("of not knowing asks who would", async () => {
    const { user, last } = answerTo(required, { implementation: "unknown" });
    await user.type(screen.getByLabelText(w.who), "The hosting vendor");
    await waitFor(() => {
      expect(last()?.whoWouldKnow).toBe("The hosting vendor");
    });
  });

  it("keeps what was written for one word when another is tried and taken back", async () => {
    const { user, last } = answerTo(required, {
      implementation: "planned",
      planOwner: "Security officer",
    });
    await user.click(word("implemented"));
    expect(screen.queryByLabelText(w.planOwner)).toBeNull();
    await user.click(word("planned"));
    expect(screen.getByLabelText(w.planOwner)).toHaveValue("Security officer");
    await waitFor(() => {
      expect(last()?.planOwner).toBe("Security officer");
    });
  });

  it("warns where the conclusion goes against the answer, and keeps both", () => {
    answerTo(required, {
      implementation: "implemented",
      determination: "other-than-satisfied",
    });
    expect(screen.getByText(w.contradiction)).toBeInTheDocument();
  });

  it("loses no keystroke when its screen goes before the pause is over", async () => {
    const { user, last, unmount } = answerTo(required);
    await user.type(screen.getByLabelText(w.note), "Seen on the server");
    unmount();
    await waitFor(() => {
      expect(last()?.note).toBe("Seen on the server");
    });
  });

  it("says that it is not saved, why, and tries again when asked", async () => {
    const client = taking(required);
    client.teach({
      answer: () => {
        throw faultOf("other", "The disk is full.", "Make room.");
      },
    });
    const { user } = answerTo(required, {}, client);
    await user.click(word("partial"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
    expect(screen.getByText(words.kit.notSaved)).toBeInTheDocument();
    expect(word("partial")).toBeChecked();
    client.teach({
      answer: ({ words: said }) => ({
        control: clinic.controlView(required, clinic.answerRow(said)),
        row: clinic.controlRow(required),
        standing: clinic.standing,
        assessment: clinic.assessment.assessment,
        saved: clinic.SAVED,
      }),
    });
    await user.click(screen.getAllByRole("button", { name: words.kit.tryAgain })[0] as HTMLElement);
    expect(await screen.findByText(/^Saved/u)).toBeInTheDocument();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it.each<[string, Partial<AnswerWords>, string]>([
    ["planned", {}, w.planOwner],
    ["planned", { planOwner: "Dana Whitlock" }, "month, "],
    ["not-applicable", {}, w.exclusionReason],
    ["not-applicable", { exclusionReason: "No paper" }, w.exclusionApprover],
    ["unknown", {}, w.who],
    ["alternative", {}, framework.decisionRecord[0]?.label ?? ""],
  ])("of %s by its key takes the focus to the first field that lacks", async (id, said, field) => {
    const { user } = answerTo(addressable, said);
    await user.keyboard(String(framework.answers.findIndex((a) => a.id === id) + 1));
    const focused = document.activeElement;
    expect(focused?.getAttribute("aria-label") ?? labelOf(focused)).toContain(field);
  });

  it("cites the rule that its record follows", () => {
    answerTo(addressable, { implementation: "not-reasonable" });
    expect(screen.getByRole("region", { name: w.decision })).toHaveTextContent(
      `${framework.citationPrefix} ${framework.decisionCitation}`,
    );
  });

  it("takes a person who is known with one press", async () => {
    const { user, last } = answerTo(required, { implementation: "planned" });
    await user.click(screen.getByRole("button", { name: "Dana Whitlock" }));
    await waitFor(() => {
      expect(last()?.planOwner).toBe("Dana Whitlock, Practice manager");
    });
    expect(screen.queryByRole("button", { name: /Dana/u })).toBeNull();
  });

  it("goes to its note with E and to the private note with W", async () => {
    const { user } = answerTo(required);
    await user.keyboard("e");
    expect(screen.getByLabelText(w.note)).toHaveFocus();
    await user.click(document.body);
    await user.keyboard("w");
    expect(screen.getByLabelText(w.working)).toHaveFocus();
  });

  it("flags with its key, but not while a note is written", async () => {
    const { user, last, client } = answerTo(required);
    await user.keyboard("f");
    await waitFor(() => {
      expect(last()?.flagged).toBe(true);
    });
    const before = client.asked("answer").length;
    await user.type(screen.getByLabelText(w.note), "f");
    await waitFor(() => {
      expect(client.asked("answer").length).toBeGreaterThan(before);
    });
    expect(last()).toMatchObject({ flagged: true, note: "f" });
  });

  it("keeps the private note apart: it goes its own way", async () => {
    const { user, client } = answerTo(required);
    await user.type(screen.getByLabelText(w.working), "Ask again in May");
    await waitFor(() => {
      expect(client.asked("write_working_note").at(-1)?.text).toBe("Ask again in May");
    });
    expect(client.asked("answer")).toEqual([]);
  });

  it.each([["alternative"], ["planned"], ["not-applicable"], ["unknown"]] as const)(
    "of %s has no fault that axe knows",
    async (id) => {
      answerTo(addressable, { implementation: id });
      expect(await violations()).toEqual([]);
    },
  );
});
