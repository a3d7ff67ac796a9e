import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../test/clinic";
import { verified } from "../../test/issues";
import { show, violations } from "../../test/show";
import type { AssessmentRow, LibraryView as View } from "../bridge/generated/wire";
import { Memory, type Answers } from "../bridge/memory";
import { words } from "../words/en";
import { LibraryView } from "./LibraryView";
import { PlaceProvider } from "./place";

const w = words.library;
const row = (part: Partial<AssessmentRow>): AssessmentRow => ({ ...clinic.listed, ...part });
const view: View = {
  organisations: clinic.library.organisations,
  assessments: [
    row({ id: "a1", title: "Annual review 2025", changed: "2025-11-20T09:00:00Z" }),
    row({ id: "a2", title: "Move of the imaging suite", changed: "2026-11-24T09:00:00Z" }),
    row({ id: "a3", title: "First look", stage: "final", changed: "2024-02-01T09:00:00Z" }),
    row({ id: "a4", title: "An old one", archived: true }),
  ],
};

function library(of: View = view, more: Answers = {}) {
  const go = vi.fn();
  const client = new Memory({ library: () => of, ...more });
  const element = (
    <PlaceProvider value={{ place: { at: "library" }, go }}>
      <LibraryView />
    </PlaceProvider>
  );
  return { client, go, ...show(element, client) };
}

const grid = () => screen.findByRole("grid", { name: w.assessments });
const titles = async () =>
  within(await grid())
    .getAllByRole("row")
    .slice(1)
    .map((one) => view.assessments.find(({ title }) => one.textContent.includes(title))?.id);

async function showing(user: ReturnType<typeof library>["user"], name: string) {
  await user.click(screen.getByRole("button", { name: new RegExp(w.show, "u") }));
  await user.click(await screen.findByRole("option", { name }));
}

async function tick(user: ReturnType<typeof library>["user"], title: string) {
  const line = (await screen.findByText(title)).closest<HTMLElement>('[role="row"]');
  await user.click(within(line ?? document.body).getAllByRole("gridcell")[0] ?? document.body);
}

describe("the library", () => {
  it("shows what was changed last first, and nothing that was put away", async () => {
    library();
    expect(await titles()).toEqual(["a2", "a1", "a3"]);
    expect(await violations()).toEqual([]);
  });

  it("filters by words and by state", async () => {
    const { user } = library();
    await grid();
    await showing(user, w.shows.final);
    expect(await titles()).toEqual(["a3"]);
    await showing(user, w.shows.archived);
    expect(await titles()).toEqual(["a4"]);
    await showing(user, w.shows.used);
    await user.keyboard("{Escape}/imaging");
    expect(await titles()).toEqual(["a2"]);
    await user.keyboard("{ArrowDown}");
    expect(await grid()).toContainElement(document.activeElement as HTMLElement);
  });

  it("leads from the organisation's name to the organisation, and from the rest to the desk", async () => {
    const { user, go } = library();
    const first = within(await grid()).getAllByRole("row")[1] ?? document.body;
    await user.click(within(first).getByText("Harbour Clinic"));
    expect(go).toHaveBeenLastCalledWith({ at: "organisation", organisation: "o1" });
    await user.click(within(first).getByText("Move of the imaging suite"));
    expect(go).toHaveBeenLastCalledWith(
      expect.objectContaining({ at: "assessment", assessment: "a2", part: "desk" }),
    );
  });

  it("puts what is ticked away and brings it back", async () => {
    const put = (archived: boolean): View => ({
      ...view,
      assessments: view.assessments.map((one) => (one.id === "a2" ? { ...one, archived } : one)),
    });
    let now = view;
    const { user, client } = library(view, {
      library: () => now,
      archive_assessment: ({ archived }) => (now = put(archived)),
    });
    await tick(user, "Move of the imaging suite");
    await user.click(await screen.findByRole("button", { name: w.archive }));
    await waitFor(async () => expect(await titles()).toEqual(["a1", "a3"]));
    await showing(user, w.shows.archived);
    await tick(user, "Move of the imaging suite");
    await user.click(await screen.findByRole("button", { name: w.back }));
    await waitFor(async () => expect(await titles()).toEqual(["a4"]));
    expect(client.asked("archive_assessment")).toEqual([
      { assessment: "a2", archived: true },
      { assessment: "a2", archived: false },
    ]);
  });

  it("starts one afresh from another, and says which controls the newest checklist lost", async () => {
    const { user, client, go } = library(view, {
      duplicate_assessment: () => ({
        assessment: { ...clinic.assessment, assessment: { ...clinic.assessment.assessment, id: "a9" } },
        gone: ["OLD-1"],
      }),
    });
    await tick(user, "Annual review 2025");
    await user.click(await screen.findByRole("button", { name: w.duplicate }));
    const dialog = within(await screen.findByRole("dialog", { name: w.afresh.title }));
    const year = String(new Date().getFullYear());
    expect(dialog.getByLabelText(words.start.name)).toHaveValue(`Annual review ${year}`);
    await user.click(dialog.getByRole("radio", { name: w.afresh.carry }));
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: w.afresh.make }));
    expect(await dialog.findByText("OLD-1")).toBeInTheDocument();
    expect(client.asked("duplicate_assessment")[0]).toMatchObject({
      assessment: "a1",
      carryAnswers: true,
    });
    await user.click(dialog.getByRole("button", { name: w.afresh.open }));
    expect(go).toHaveBeenLastCalledWith(expect.objectContaining({ assessment: "a9" }));
  });

  it("lets a packet of record be checked", async () => {
    const { user } = library(view, { verify_record: () => verified() });
    await grid();
    await user.click(screen.getByRole("button", { name: words.verify.open }));
    await user.click(await screen.findByRole("button", { name: words.verify.choose }));
    expect(await screen.findByText(words.verify.verdicts.sound)).toBeInTheDocument();
  });

  it("begins with the organisation where there is nothing yet", async () => {
    const { user } = library({ organisations: [], assessments: [] });
    expect(await screen.findByText(w.noneTitle)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.newOrganisation }));
    expect(await screen.findByRole("dialog", { name: w.newOrganisation })).toBeInTheDocument();
  });

  it("warns of a second organisation of the same name", async () => {
    const { user } = library();
    await grid();
    await user.click(screen.getByRole("button", { name: w.newOrganisation }));
    await user.type(await screen.findByLabelText(w.organisationName), "harbour  clinic");
    expect(screen.getByText(w.sameName("Harbour Clinic"))).toBeInTheDocument();
  });

  it("renders only what is in view of a thousand", async () => {
    const many = Array.from({ length: 1000 }, (_, i) => row({ id: `m${i}`, title: `Review ${i}` }));
    const { user } = library({ ...view, assessments: many });
    expect(await grid()).toHaveAttribute("aria-rowcount", "1001");
    expect(within(await grid()).getAllByRole("row").length).toBeLessThan(60);
    await user.keyboard("/Review 999");
    expect(within(await grid()).getAllByRole("row")).toHaveLength(2);
  });
});
