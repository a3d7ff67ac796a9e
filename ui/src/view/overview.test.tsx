import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { show, violations } from "../../test/show";
import type {
  AssessmentView,
  ClosedGate,
  Finding,
  ItemStanding,
  OverviewView as View,
} from "../bridge/generated/wire";
import { Memory, type Answers } from "../bridge/memory";
import { placed } from "../desk/framework";
import { words } from "../words/en";
import { percent } from "../words/format";
import { OverviewView } from "./OverviewView";
import { PlaceProvider } from "./place";

const w = words.overview;
const controls = placed(framework).map(({ control }) => control);
const first = controls[0];
if (!first) throw new Error("the catalogue is empty");

const file: AssessmentView = {
  ...clinic.assessment,
  rows: clinic.assessment.rows.map((row, index) => ({ ...row, answered: index === 0 })),
};

const items: ItemStanding[] = controls.map((control, index) => ({
  control: control.id,
  state: index === 0 ? "partial" : "unresolved",
  value: index === 0 ? 0.5 : 0,
  assurance: 0,
  severity: control.severity,
  classWeight: 1,
  restsOnProvision: index % 2 === 0,
  rows: [],
}));

function findingOf(part: Partial<Finding> = {}): Finding {
  return {
    id: "f1",
    assessment: "a1",
    standing: "open",
    firstRaised: clinic.SAVED,
    consequence: "",
    response: { course: "none", text: "", owner: "", due: null, state: "open" },
    control: first?.id ?? "",
    subject: "all",
    kind: "gap",
    severity: 4,
    wording: "Access is shared between two people.",
    contradiction: false,
    ...part,
  };
}

const view: View = {
  ...clinic.overview,
  standing: { ...clinic.standing, items },
  findings: [findingOf(), findingOf({ id: "f2", kind: "evidence-gap", severity: 2 })],
};

function overview(part: Partial<View> = {}, more: Answers = {}, of = file) {
  const onControl = vi.fn();
  const onPart = vi.fn();
  const client = new Memory({
    overview: () => ({ ...view, ...part }),
    control: () => clinic.controlView(first ?? fail()),
    ...more,
  });
  const element = (
    <OverviewView file={of} framework={framework} onControl={onControl} onPart={onPart} />
  );
  return { client, onControl, onPart, ...show(element, client) };
}

function fail(): never {
  throw new Error("the catalogue is empty");
}

const tab = (name: string) => screen.findByRole("tab", { name: new RegExp(name, "u") });

describe("where it stands", () => {
  it("opens a figure into the rows it came from, and a row leads to its control", async () => {
    const { user, onControl } = overview();
    await user.click(
      await screen.findByRole("button", { name: new RegExp(`^${w.conformity}: ?${w.allItems}`, "u") }),
    );
    const rows = within(await screen.findByRole("dialog", { name: w.rows }));
    expect(rows.getAllByText(w.rowsShowing(controls.length)).length).toBeGreaterThan(0);
    await user.click(rows.getByText(first.id));
    expect(onControl).toHaveBeenCalledWith(first.id);
  });

  it("shows the same numbers as bars and as a table", async () => {
    const sections = clinic.standing.sections.map((section, index) => ({
      ...section,
      figures: { ...section.figures, conformity: 31.25 + index, assurance: index * 7 },
    }));
    const { user } = overview({ standing: { ...view.standing, sections } });
    const chart = within(await screen.findByRole("region", { name: w.bySection }));
    for (const { title, figures } of sections) {
      const group = within(chart.getByRole("group", { name: title }));
      expect(group.getByText(percent(figures.conformity))).toBeInTheDocument();
      expect(group.getByText(percent(figures.assurance))).toBeInTheDocument();
    }
    await user.click(chart.getByRole("radio", { name: w.asTable }));
    for (const { title, figures } of sections) {
      const row = chart.getByRole("row", { name: new RegExp(`^${title}`, "u") });
      expect(row).toHaveTextContent(percent(figures.conformity));
      expect(row).toHaveTextContent(percent(figures.assurance));
    }
  });

  it("says of every gate which controls closed it and what would open it", async () => {
    const gates: ClosedGate[] = framework.gates.map(({ id, title, cap, when }) => ({
      gate: id,
      title,
      cap,
      controls: when.type === "assurance-below" ? [] : [first.id],
    }));
    const { user, onControl } = overview({ standing: { ...view.standing, gates } });
    const part = within(await screen.findByRole("region", { name: w.gates }));
    for (const { title } of gates) {
      await user.click(part.getByRole("button", { name: new RegExp(`^${title}`, "u") }));
    }
    expect(part.getAllByText(/^It opens once/u)).toHaveLength(gates.length);
    await user.click(part.getAllByRole("button", { name: new RegExp(first.id, "u") })[0] ?? fail());
    expect(onControl).toHaveBeenCalledWith(first.id);
  });

  it("opens a number of the severities into just these findings", async () => {
    const { user } = overview();
    const severity = framework.severities.find(({ weight }) => weight === 2)?.label ?? "";
    const name = w.findingsIn(1, severity, words.code.finding["evidence-gap"]);
    await user.click(await screen.findByRole("button", { name }));
    const list = within(await screen.findByRole("grid", { name: words.finding.list }));
    expect(list.getAllByRole("row")).toHaveLength(2);
    expect(list.getByText(words.code.finding["evidence-gap"])).toBeInTheDocument();
  });

  it("says what to do where nothing is answered, and where nothing applies", async () => {
    const { user, onControl, unmount } = overview({}, {}, clinic.assessment);
    expect(await screen.findByText(w.emptyTitle)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.toDesk }));
    expect(onControl).toHaveBeenCalled();
    unmount();
    const all = { ...clinic.standing.all, applicable: 0, conformity: null };
    const { user: other, onPart } = overview({ standing: { ...view.standing, all } });
    expect(await screen.findByText(w.allOutTitle)).toBeInTheDocument();
    await other.click(screen.getByRole("button", { name: w.toScope }));
    expect(onPart).toHaveBeenCalledWith("scope");
  });

  it("is without a barrier in every tab", async () => {
    const version = { id: "v1", assessment: "a1", number: 1, digest: "ab12", by: "R. Ames", at: clinic.SAVED };
    const { user } = overview(
      {
        versions: [version],
        owed: [{ lack: "response", control: first.id, subject: "all", fields: [] }],
        provisions: framework.provisions.slice(0, 5).map((provision) => ({
          provision,
          conclusion: "partly",
          restsOn: "is",
          speakers: [{ control: first.id, role: "is", state: "partial" }],
        })),
      },
      { compare_versions: () => ({ rows: [], before: 40, after: 41 }) },
    );
    for (const name of Object.values(w.tab)) {
      await user.click(await tab(name));
      expect(await violations(), name).toEqual([]);
    }
  });
});

describe("findings", () => {
  it("keeps the one that is being replied to though it no longer matches the filter", async () => {
    const { user, client } = overview({}, { save_response: () => view });
    await user.click(await tab(w.tab.findings));
    const chooser = () => screen.getAllByRole("button", { name: new RegExp(words.finding.course, "u") });
    await user.click(chooser()[0] ?? fail());
    await user.click(await screen.findByRole("option", { name: words.finding.reply.no }));
    const owner = await screen.findByLabelText(words.finding.owner);
    await user.click(chooser()[1] ?? fail());
    await user.click(await screen.findByRole("option", { name: words.code.course.remedy }));
    await user.type(owner, "M. Sandoval");
    expect(screen.getByLabelText(words.finding.owner)).toHaveValue("M. Sandoval");
    await vi.waitFor(() => {
      expect(client.asked("save_response").at(-1)?.response).toMatchObject({
        course: "remedy",
        owner: "M. Sandoval",
      });
    });
  });

  it("opens on the finding that somebody came to see", async () => {
    const client = new Memory({
      overview: () => ({ ...view, findings: [findingOf(), findingOf({ id: "f7", wording: "The seventh." })] }),
      control: () => clinic.controlView(first),
    });
    const place = { at: "assessment", assessment: "a1", part: "overview", control: null, shown: "f7" } as const;
    show(
      <PlaceProvider value={{ place, go: vi.fn() }}>
        <OverviewView file={file} framework={framework} onControl={vi.fn()} onPart={vi.fn()} />
      </PlaceProvider>,
      client,
    );
    expect(await screen.findByText("The seventh.")).toBeInTheDocument();
  });

  it("shows the plan of a planned answer", async () => {
    const row = clinic.answerRow({
      implementation: "planned",
      planOwner: "Tomas Brandt",
      planDue: "2027-02-01",
    });
    const { user } = overview({}, { control: () => clinic.controlView(first, row) });
    await user.click(await tab(w.tab.findings));
    expect(
      await screen.findByText(words.finding.planOf("Tomas Brandt", "Feb 1, 2027"), { exact: false }),
    ).toBeInTheDocument();
  });

  it("renders only what is in view of five thousand, and goes on by key", async () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      findingOf({ id: `f${index}`, wording: `Gap number ${index}.` }),
    );
    const { user } = overview({ findings: many });
    await user.click(await tab(w.tab.findings));
    const list = await screen.findByRole("grid", { name: words.finding.list });
    expect(list).toHaveAttribute("aria-rowcount", "5001");
    expect(within(list).getAllByRole("row").length).toBeLessThan(80);
    expect(screen.getByText("Gap number 0.")).toBeInTheDocument();
    await user.keyboard("j");
    expect(screen.getByText("Gap number 1.")).toBeInTheDocument();
    await user.keyboard("k");
    expect(screen.getByText("Gap number 0.")).toBeInTheDocument();
  });
});

describe("on the way to final", () => {
  it("lists what is owed, says what final means, and names the version", async () => {
    const owed: View["owed"] = [
      { lack: "plan", control: first.id, subject: "all", fields: ["owner"] },
      { lack: "phi-look", control: null, subject: "all", fields: ["Photo of the rack"] },
    ];
    const { user, client, onPart } = overview({ owed }, { finalise: () => clinic.assessment });
    await user.click(await screen.findByRole("button", { name: w.finalise }));
    const dialog = within(await screen.findByRole("dialog", { name: w.finaliseTitle(1) }));
    expect(dialog.getByText(w.finaliseWords)).toBeInTheDocument();
    expect(dialog.getByText(w.finaliseOwed(2))).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: new RegExp(words.code.lack["phi-look"], "u") }));
    await user.click(dialog.getByRole("button", { name: "Photo of the rack" }));
    expect(onPart).toHaveBeenCalledWith("evidence");
    await user.click(dialog.getByRole("button", { name: w.finaliseDo(1) }));
    await vi.waitFor(() => {
      expect(client.asked("finalise")).toEqual([{ assessment: "a1" }]);
    });
  });

  it("leads from a finding without a response to that finding", async () => {
    const owed: View["owed"] = [
      { lack: "response", control: first.id, subject: "system:s9", fields: [] },
    ];
    const of = findingOf({ id: "f9", subject: "system:s9", wording: "The ninth gap." });
    const { user } = overview({ owed, findings: [findingOf(), of] });
    await user.click(await tab(w.tab.owed));
    await user.click(screen.getByRole("button", { name: new RegExp(first.id, "u") }));
    expect(await screen.findByText("The ninth gap.")).toBeInTheDocument();
  });

  it("shows what changed between a version and now, with the figure before and after", async () => {
    const version = { id: "v1", assessment: "a1", number: 1, digest: "ab12", by: "R. Ames", at: clinic.SAVED };
    const { user, client } = overview(
      { versions: [version] },
      {
        compare_versions: () => ({
          before: 40,
          after: 52.5,
          rows: [
            {
              what: "note",
              control: first.id,
              name: "All",
              before: "The door is open at night.",
              after: "The door is locked at night.",
            },
            { what: "terms", control: null, name: "Title", before: null, after: "Second review" },
          ],
        }),
      },
    );
    await user.click(await tab(w.tab.versions));
    const part = within(await screen.findByRole("region", { name: w.compare }));
    expect(await part.findByText("open", { selector: "del" })).toBeInTheDocument();
    expect(part.getByText("locked", { selector: "ins" })).toBeInTheDocument();
    expect(part.getByText(w.isNew)).toBeInTheDocument();
    expect(part.getByText(/40\.0 % → 52\.5 %/u)).toBeInTheDocument();
    expect(client.asked("compare_versions")).toEqual([{ assessment: "a1", from: 1, to: null }]);
  });
});
