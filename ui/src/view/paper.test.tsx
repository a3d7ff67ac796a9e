import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../test/clinic";
import { item } from "../../test/evidence";
import { candidate, check, laidOut, plan, planView } from "../../test/packet";
import { show, violations } from "../../test/show";
import type { Audience, LaidOutView, PacketPlan, PacketPlanView } from "../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../bridge/memory";
import { newExhibit } from "../desk/packet/plan";
import { Remembered } from "../kit/remembered";
import { ReadOnly } from "../kit/readOnly";
import { words } from "../words/en";
import { PaperView } from "./PaperView";
import { PlaceProvider, type Place } from "./place";

const w = words.packet;
const p = w.preview;

type Given = { view?: Partial<PacketPlanView>; laid?: Partial<LaidOutView>; readOnly?: boolean; answers?: Answers };

function shown({ view = {}, laid = {}, readOnly = false, answers = {} }: Given = {}) {
  const held = new Map<Audience, PacketPlanView>([["client", planView(view)]]);
  let layouts = 0;
  const client = new Memory({
    assessment: () => clinic.assessment,
    shelf: () => ({ evidence: [item("e1"), item("e2")], links: [] }),
    packet_plan: ({ audience }) => held.get(audience) ?? planView({ plan: plan({ audience }) }),
    save_packet_plan: ({ plan: next }) => {
      const was = held.get(next.audience) ?? planView();
      held.set(next.audience, { ...was, plan: next });
      return { ...was, plan: next };
    },
    lay_out_packet: ({ plan: of }) => {
      layouts += 1;
      return laidOut(`t${layouts}`, of, laid);
    },
    packet_page: ({ token, page }) => ({ text: `Words of ${token}\nPage ${page + 1}`, label: String(page + 1) }),
    ...answers,
  });
  const go = vi.fn();
  const place: Place = { at: "assessment", assessment: "a1", part: "paper", control: null };
  const all = show(
    <Remembered>
      <PlaceProvider value={{ place, go }}>
        <ReadOnly value={readOnly}>
          <PaperView file={clinic.assessment} />
        </ReadOnly>
      </PlaceProvider>
    </Remembered>,
    client,
  );
  return { client, go, ...all };
}

const parts = () => screen.findByRole("grid", { name: w.parts });
const rowOf = async (name: string) => within(await parts()).getByRole("row", { name });
const names = async () =>
  within(await parts()).getAllByRole("row").map((row) => row.textContent);
const pictures = () => [...document.querySelectorAll<HTMLImageElement>("article img")];
const pagesOf = (token: string) => pictures().filter(({ src }) => src.includes(`/packet/${token}/`));
const drawAll = (token: string) => {
  for (const picture of pagesOf(token)) fireEvent.load(picture);
};
const isAt = async (page: number) =>
  waitFor(() => expect(screen.getByRole("textbox", { name: p.pageField })).toHaveValue(String(page)));
const lastPlan = (client: Memory): PacketPlan | undefined => client.asked("save_packet_plan").at(-1)?.plan;

describe("the parts of a packet", () => {
  it("are shown, left out and put in order by keys alone, and kept", async () => {
    const { client, user } = shown();
    (await rowOf(w.part.summary)).focus();
    await user.keyboard("{ArrowDown} ");
    expect(await rowOf(w.part.sections)).toHaveAttribute("aria-selected", "false");
    expect(await rowOf(w.part.sections)).toHaveFocus();
    await user.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
    expect((await names()).slice(0, 4)).toEqual([
      w.part.summary,
      w.part.findings,
      w.part.exhibits,
      w.part.sections,
    ]);
    expect(await rowOf(w.part.sections)).toHaveFocus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}{Home}");
    expect(await rowOf(w.part.summary)).toHaveFocus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect((await names())[0]).toBe(w.part.summary);
    await waitFor(() => expect(lastPlan(client)?.parts.map(({ part }) => part)).toEqual([
      "summary", "findings", "sections", "exhibits", "glossary",
    ]));
    expect(lastPlan(client)?.parts.find(({ part }) => part === "sections")?.shown).toBe(false);
    expect(await violations()).toEqual([]);
  });

  it("come back as proposed, and that is taken back", async () => {
    const { user } = shown();
    await user.click(await rowOf(w.part.findings));
    await user.click(screen.getByRole("button", { name: w.proposed }));
    expect(await rowOf(w.part.findings)).toHaveAttribute("aria-selected", "true");
    await user.click(screen.getByRole("button", { name: w.takeBack }));
    expect(await rowOf(w.part.findings)).toHaveAttribute("aria-selected", "false");
    expect(screen.queryByRole("button", { name: w.takeBack })).toBeNull();
  });

  it("of each audience are a plan of their own, and private ones say so", async () => {
    const working = plan({ audience: "working", parts: [{ part: "working-notes", shown: true }] });
    const { client, user } = shown({
      answers: { packet_plan: ({ audience }) => planView({ plan: audience === "working" ? working : plan({ audience }) }) },
    });
    await parts();
    await user.click(screen.getByRole("radio", { name: new RegExp(w.audiences.working, "u") }));
    const notes = await screen.findByRole("row", { name: new RegExp(w.part["working-notes"], "u") });
    expect(notes).toHaveTextContent(w.private);
    expect(screen.getByText(w.workingWarning)).toBeInTheDocument();
    await waitFor(() => expect(client.asked("lay_out_packet").at(-1)?.plan.audience).toBe("working"));
  });

  it("can only be read by whoever may only read, and nothing leaves", async () => {
    const { client, user } = shown({ readOnly: true });
    await user.click(await rowOf(w.part.findings));
    expect(await rowOf(w.part.findings)).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect((await names())[2]).toBe(w.part.findings);
    for (const name of [w.export, w.record, w.print, w.proposed]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
    await user.click(screen.getByRole("radio", { name: new RegExp(w.audiences.leadership, "u") }));
    await waitFor(() => expect(client.asked("lay_out_packet").at(-1)?.plan.audience).toBe("leadership"));
    expect(client.asked("save_packet_plan")).toEqual([]);
  });
});

describe("the pages", () => {
  it("are laid out once for changes that follow each other, and the old ones stay until the new are drawn", async () => {
    const { client, user } = shown();
    await screen.findByRole("article", { name: p.page("1", 1, 51) });
    expect(client.asked("lay_out_packet")).toHaveLength(1);
    await user.click(await rowOf(w.part.summary));
    await user.click(await rowOf(w.part.glossary));
    await waitFor(() => expect(pagesOf("t2").length).toBeGreaterThan(0));
    expect(client.asked("lay_out_packet")).toHaveLength(2);
    expect(pagesOf("t1").length).toBeGreaterThan(0);
    expect(screen.getByText(p.ofPages(51))).toBeInTheDocument();
    drawAll("t2");
    expect(await screen.findByText(p.ofPages(31))).toBeInTheDocument();
    expect(pagesOf("t1")).toEqual([]);
  });

  it("that came too late are not shown, and only one layout is under way at a time", async () => {
    const answered: ((view: LaidOutView) => void)[] = [];
    const { client, user } = shown({
      answers: { lay_out_packet: () => new Promise<LaidOutView>((go) => answered.push(go)) },
    });
    await waitFor(() => expect(answered).toHaveLength(1));
    await act(async () => { answered[0]?.(laidOut("t1", plan())); await Promise.resolve(); });
    expect(await screen.findByText(p.ofPages(51))).toBeInTheDocument();
    await user.click(await rowOf(w.part.summary));
    await waitFor(() => expect(answered).toHaveLength(2));
    await user.click(await rowOf(w.part.findings));
    await waitFor(() => expect(lastPlan(client)?.parts.filter(({ shown: is }) => is)).toHaveLength(3));
    expect(answered).toHaveLength(2);
    await act(async () => { answered[1]?.(laidOut("stale", plan())); await Promise.resolve(); });
    await waitFor(() => expect(answered).toHaveLength(3));
    expect(pagesOf("stale")).toEqual([]);
    expect(client.asked("lay_out_packet")[2]?.plan.parts.filter(({ shown: is }) => is)).toHaveLength(3);
  });

  it("of three hundred are there near what is read only, with their words", async () => {
    const { client, user } = shown({ laid: { pages: 300 } });
    const first = await screen.findByRole("article", { name: p.page("1", 1, 300) });
    await waitFor(() => expect(first).toHaveTextContent("Words of t1"));
    expect(screen.getAllByRole("article").length).toBeLessThan(6);
    const field = screen.getByRole("textbox", { name: p.pageField });
    await user.clear(field);
    await user.type(field, "250{Enter}");
    await isAt(250);
    expect(await screen.findByRole("article", { name: p.page("250", 250, 300) })).toBeInTheDocument();
    expect(screen.queryByRole("article", { name: p.page("1", 1, 300) })).toBeNull();
    expect(client.asked("packet_page").length).toBeLessThan(12);
    expect(await violations()).toEqual([]);
  });

  it("are gone through by keys, and have the size that was asked for", async () => {
    const { user } = shown();
    const pages = await screen.findByRole("region", { name: p.titleOf(w.audiences.client, 51) });
    await user.keyboard("jj");
    await isAt(3);
    await user.keyboard("k");
    await isAt(2);
    pages.focus();
    await user.keyboard("{End}");
    await isAt(51);
    await user.keyboard("{ArrowRight}{Home}");
    await isAt(1);
    const wide = () => parseFloat(screen.getAllByRole("article")[0]?.style.width ?? "");
    expect(wide()).toBe(608);
    await user.keyboard("+");
    expect(wide()).toBe(816);
    await user.keyboard("+-");
    expect(wide()).toBe(816);
    await user.keyboard("0");
    expect(wide()).toBe(608);
  });

  it("are drawn with as many pixels as the screen shows of them", async () => {
    shown({ answers: { settings: () => ({ theme: "system", panes: {}, zoom: 200, idleMinutes: null }) } });
    await waitFor(() => expect(pictures()[0]?.src).toContain("width=1216"));
  });

  it("are found by their headings", async () => {
    const { user } = shown();
    await screen.findByText(p.ofPages(51));
    await user.keyboard("o");
    const outline = screen.getByRole("tree", { name: p.outlineOf });
    await user.click(within(outline).getByRole("treeitem", { name: /findings/u }));
    await isAt(22);
    expect(within(outline).getByRole("treeitem", { name: /findings/u })).toHaveAttribute("aria-selected", "true");
    expect(await violations()).toEqual([]);
  });

  it("are searched, with every find marked where it stands and gone to in turn", async () => {
    const find = (page: number) => ({ page, excerpt: "the badge reader", from: 4, to: 9, x: 0.1, y: 0.5, width: 0.2, height: 0.02 });
    const { client, user } = shown({
      answers: { search_packet: () => ({ finds: [find(0), find(0), find(30)], total: 3 }) },
    });
    const pages = await screen.findByRole("region", { name: p.titleOf(w.audiences.client, 51) });
    pages.focus();
    await user.keyboard("{Control>}f{/Control}");
    const field = screen.getByRole("searchbox", { name: p.searchField });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard("badge");
    expect(await screen.findByText(p.found(1, 3))).toBeInTheDocument();
    expect(client.asked("search_packet")).toEqual([{ token: "t1", words: "badge" }]);
    const marks = document.querySelectorAll<HTMLElement>("article mark");
    expect(marks).toHaveLength(2);
    expect(marks[0]?.style.top).toBe("50%");
    await user.keyboard("{Enter}{Enter}");
    await isAt(31);
    expect(screen.getByText(p.found(3, 3))).toBeInTheDocument();
    await user.keyboard("{Enter}");
    await isAt(1);
    await user.keyboard("{Shift>}{Enter}{/Shift}");
    await isAt(31);
    expect(await violations()).toEqual([]);
    await user.keyboard("{Escape}{Escape}");
    expect(screen.queryByRole("searchbox", { name: p.searchField })).toBeNull();
    expect(document.querySelectorAll("article mark")).toHaveLength(0);
  });

  it("that cannot be laid out say why and are asked for again; those from before stay", async () => {
    let fails = true;
    const { user } = shown({
      answers: {
        lay_out_packet: ({ plan: of }) => {
          if (fails) throw faultOf("other", "The pages could not be made.");
          return laidOut("t1", of);
        },
      },
    });
    expect(await screen.findByText("The pages could not be made.")).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    expect(await screen.findByText(p.ofPages(51))).toBeInTheDocument();
    fails = true;
    await user.click(await rowOf(w.part.summary));
    expect(await screen.findByText(p.failedKept)).toBeInTheDocument();
    expect(screen.getByText(p.ofPages(51))).toBeInTheDocument();
  });

  it("that could not be drawn say so, and are drawn when asked again", async () => {
    const { user } = shown();
    await screen.findByRole("article", { name: p.page("1", 1, 51) });
    const [first] = pictures();
    if (!first) throw new Error("no picture of a page");
    fireEvent.error(first);
    expect(screen.getByRole("alert")).toHaveTextContent(p.undrawn);
    await user.click(within(screen.getByRole("alert")).getByRole("button", { name: words.kit.tryAgain }));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("exhibits", () => {
  it("are added from what can be printed, described and put in order; the rest says why not", async () => {
    const { client, user } = shown({ view: { candidates: [candidate("e1"), candidate("e2", { fileName: "x.png", phi: "yes", hasRedacted: true }), candidate("e3", { whyNot: "It is encrypted." })] } });
    await user.click(await screen.findByRole("tab", { name: new RegExp(w.tab.exhibits, "u") }));
    await user.keyboard("a");
    const dialog = await screen.findByRole("dialog", { name: w.exhibitAddTitle });
    expect(within(dialog).getByText(words.code.phi.yes)).toBeInTheDocument();
    expect(within(dialog).getByText(w.hasRedacted)).toBeInTheDocument();
    await user.click(within(dialog).getByRole("button", { name: new RegExp(w.exhibitUnprintable(1).replace(/[()]/gu, "."), "u") }));
    expect(within(dialog).getByText("It is encrypted.")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByText("Item e1"));
    await user.click(within(dialog).getByText("Item e2"));
    await user.click(within(dialog).getByRole("button", { name: w.exhibitAddDo(2) }));
    const first = await screen.findByRole("listitem", { name: w.exhibitOf(1, "Item e1") });
    expect(within(first).getByText(w.exhibitAlternativeMissing)).toBeInTheDocument();
    await user.type(within(first).getByRole("textbox", { name: w.exhibitAlternative }), "A signed memo");
    await user.type(within(first).getByRole("textbox", { name: w.exhibitPages }), "3-1");
    expect(within(first).getByText(w.exhibitPagesWrong)).toBeInTheDocument();
    expect(within(first).queryByText(w.exhibitAlternativeMissing)).toBeNull();
    await user.clear(within(first).getByRole("textbox", { name: w.exhibitPages }));
    await user.type(within(first).getByRole("textbox", { name: w.exhibitPages }), "1-3");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(await screen.findByRole("listitem", { name: w.exhibitOf(1, "Item e2") })).toBeInTheDocument();
    await waitFor(() =>
      expect(lastPlan(client)?.exhibits).toEqual([
        newExhibit("e2"),
        { evidence: "e1", pages: "1-3", caption: "", alternative: "A signed memo" },
      ]),
    );
    await user.click(screen.getByRole("button", { name: w.exhibitRemove("Item e2") }));
    await waitFor(() => expect(lastPlan(client)?.exhibits).toHaveLength(1));
    expect(await violations()).toEqual([]);
  });
});

describe("before it leaves", () => {
  const checks = [
    check("unanswered", { control: "ADM-SO-1", sentence: "One control is unanswered.", severity: "info" }),
    check("expired", { evidence: "e2", sentence: "Item e2 has expired." }),
    check("alternative", { evidence: "e1", severity: "stop", sentence: "Exhibit 1 is not in words." }),
  ];
  const excluded = [{ what: "Private notes", count: 4, why: "They are yours." }];
  const given: Given = { view: { plan: plan({ exhibits: [newExhibit("e1")] }) }, laid: { checks, excluded } };

  it("each check leads to where it is put right, the weightiest first", async () => {
    const { go, user } = shown(given);
    await user.click(await screen.findByRole("button", { name: w.checksStops(1) }));
    const items = within(screen.getByRole("tabpanel", { name: /Checks/u })).getAllByRole("listitem");
    expect(items.map((one) => one.textContent)).toEqual([
      expect.stringContaining("Exhibit 1 is not in words."),
      expect.stringContaining("Item e2 has expired."),
      expect.stringContaining("One control is unanswered."),
    ]);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.checkGo.control("ADM-SO-1") }));
    expect(go).toHaveBeenLastCalledWith(expect.objectContaining({ part: "desk", control: "ADM-SO-1" }));
    await user.click(screen.getByRole("button", { name: w.checkGo.evidence }));
    expect(go).toHaveBeenLastCalledWith(expect.objectContaining({ part: "evidence", shown: "e2" }));
    await user.click(screen.getByRole("button", { name: w.checkGo.exhibit }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: w.exhibitAlternative })).toHaveFocus());
  });

  it("what the recipient will not see is counted, with why", async () => {
    const { user } = shown(given);
    await user.click(await screen.findByRole("tab", { name: `${w.tab.excluded} 1` }));
    const [row] = within(screen.getByRole("tabpanel", { name: /Not seen/u })).getAllByRole("listitem");
    expect(row).toHaveTextContent("Private notes4They are yours.");
  });

  it("what must be settled is named before the PDF is written, and to whom it goes is remembered", async () => {
    const file = { name: "packet.pdf", folder: "/out", pages: 51, sha256: "ab".repeat(32), warnings: ["One font."] };
    const { client, user } = shown({ ...given, answers: { export_packet: () => ({ file }) } });
    await screen.findByText(p.ofPages(51));
    await user.keyboard("e");
    const dialog = await screen.findByRole("dialog", { name: w.exportTitle(w.audiences.client) });
    expect(within(dialog).getByText("Exhibit 1 is not in words.")).toBeInTheDocument();
    expect(within(dialog).queryByText("Item e2 has expired.")).toBeNull();
    await user.type(within(dialog).getByRole("textbox", { name: w.to }), "Counsel ");
    await user.click(await within(dialog).findByRole("button", { name: w.exportAllTheSame }));
    expect(await within(dialog).findByText(words.written.done("packet.pdf"))).toBeInTheDocument();
    expect(within(dialog).getByText("One font.")).toBeInTheDocument();
    expect(client.asked("export_packet")[0]).toMatchObject({ assessment: "a1", to: "Counsel" });
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getAllByRole("button", { name: words.kit.close }).at(-1) ?? dialog);
    await user.keyboard("p");
    const print = await screen.findByRole("dialog", { name: w.printTitle(w.audiences.client) });
    expect(within(print).getByRole("textbox", { name: w.to })).toHaveValue("Counsel ");
  });

  it("a record holds the chosen packets, originals and data, and is cancelled on the way", async () => {
    let give: (reason: unknown) => void = () => undefined;
    const { client, user } = shown({
      answers: {
        export_record: () => new Promise((_, fail) => { give = fail; }),
        cancel_task: () => { give(faultOf("other", "Cancelled.")); return {}; },
      },
    });
    await screen.findByText(p.ofPages(51));
    await user.keyboard("r");
    const dialog = await screen.findByRole("dialog", { name: w.recordTitle });
    await user.click(within(dialog).getByRole("checkbox", { name: w.audiences.leadership }));
    await user.click(await within(dialog).findByRole("radio", { name: w.recordOriginal.all }));
    await user.click(within(dialog).getByRole("checkbox", { name: w.recordData }));
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: w.recordDo }));
    await waitFor(() => expect(client.asked("export_record")).toHaveLength(1));
    const [asked] = client.asked("export_record");
    expect(asked?.plans.map(({ audience }) => audience)).toEqual(["leadership", "client"]);
    expect(asked).toMatchObject({ evidence: ["e1", "e2"], data: true, evidencePlan: false });
    const bar = within(dialog).getByRole("progressbar", { name: w.recordMaking }).parentElement;
    await user.click(within(bar ?? dialog).getByRole("button", { name: words.kit.cancel }));
    expect(await within(dialog).findByText(w.recordCancelled)).toBeInTheDocument();
  });
});

describe("templates", () => {
  it("are saved, used and removed, and never hold exhibits", async () => {
    const a4 = { id: "tp1", name: "Short", plan: plan({ paper: "a4", parts: plan().parts.map((one) => ({ ...one, shown: one.part === "summary" })) }) };
    const { client, user } = shown({
      view: { plan: plan({ exhibits: [newExhibit("e1")] }), templates: [a4] },
      answers: { save_template: () => ({ templates: [] }), remove_template: () => ({ templates: [] }) },
    });
    await user.click(await screen.findByRole("button", { name: new RegExp(`^${w.templates}`, "u") }));
    await user.click(screen.getByRole("button", { name: w.templateUseOf("Short") }));
    await waitFor(() => expect(lastPlan(client)).toMatchObject({ paper: "a4", exhibits: [newExhibit("e1")] }));
    expect(lastPlan(client)?.parts.filter(({ shown: is }) => is)).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: w.templateSave }));
    await user.type(await screen.findByRole("textbox", { name: w.templateName }), "short{Enter}");
    await waitFor(() => expect(client.asked("save_template")).toHaveLength(1));
    expect(client.asked("save_template")[0]).toMatchObject({ id: "tp1", name: "short", plan: { exhibits: [] } });
    await user.click(screen.getByRole("button", { name: w.templateRemoveOf("Short") }));
    await user.click(await screen.findByRole("button", { name: w.templateRemove }));
    await waitFor(() => expect(client.asked("remove_template")).toEqual([{ template: "tp1" }]));
  });
});
