import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { item, linkOf, noPreview } from "../../test/evidence";
import { controlAt } from "../../test/requests";
import { show, violations } from "../../test/show";
import type { Evidence, EvidenceLink, ShelfView as Shelf } from "../bridge/generated/wire";
import { Memory } from "../bridge/memory";
import { words } from "../words/en";
import { ShelfView } from "./ShelfView";

const w = words.shelf;
const e = words.evidence;

const some = [
  item("risk", { title: "Risk analysis" }),
  item("scan", { title: "Scan of a chart", phi: "yes" }),
  item("list", { title: "Access list", phi: "unknown" }),
];

function shown(evidence: Evidence[] = some, links: EvidenceLink[] = []) {
  let held: Shelf = { evidence, links };
  const client = new Memory({
    shelf: () => held,
    preview: () => ({ ...noPreview, kind: "text", text: "What it says" }),
    link_evidence: () => held,
    withdraw_evidence: () => held,
    save_evidence: ({ evidence: changed }) => {
      held = { ...held, evidence: held.evidence.map((one) => (one.id === changed.id ? changed : one)) };
      return held;
    },
    attach_files: ({ redacts }) => {
      const copy = item("copy", { title: "Scan, redacted", ...(redacts ? { redacts } : {}) });
      held = { ...held, evidence: [...held.evidence, copy] };
      return { files: [{ fileName: "redacted.pdf", outcome: "added", evidence: copy, sentence: "" }] };
    },
  });
  const onControl = vi.fn();
  const view = <ShelfView file={clinic.assessment} framework={framework} onControl={onControl} />;
  return { client, onControl, ...show(view, client) };
}

const row = async (name: string) =>
  within(await screen.findByRole("grid", { name: w.title })).getByRole("row", {
    name: new RegExp(name, "u"),
  });

describe("the shelf of all evidence", () => {
  it("says what belongs here when nothing is there", async () => {
    shown([]);
    expect(await screen.findByText(w.noneTitle)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: e.attach })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("shows an item beside the list: a look at it, what is said of it, what it bears on", async () => {
    const { user, onControl } = shown(some, [linkOf("risk", controlAt(4))]);
    await user.click(within(await row("Risk analysis")).getByText("Risk analysis"));
    const beside = await screen.findByRole("region", { name: "Risk analysis" });
    expect(await within(beside).findByText("What it says")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(within(beside).getByRole("tab", { name: w.tabs.facts }));
    expect(within(beside).getByText("ab".repeat(32))).toBeInTheDocument();
    await user.click(within(beside).getByRole("tab", { name: w.tabs.links(1) }));
    await user.click(within(beside).getByRole("button", { name: new RegExp(controlAt(4), "u") }));
    expect(onControl).toHaveBeenCalledWith(controlAt(4));
    await user.click(within(beside).getByRole("button", { name: words.kit.close }));
    expect(screen.queryByRole("region", { name: "Risk analysis" })).toBeNull();
  });

  it("links several items to several answers in one step", async () => {
    const { user, client } = shown();
    for (const name of ["Risk analysis", "Access list"]) {
      await user.click(within(await row(name)).getByRole("checkbox", { hidden: true }));
    }
    expect(screen.getByText(w.chosen(2))).toBeInTheDocument();
    await user.keyboard("l");
    const dialog = await screen.findByRole("dialog", { name: w.linkMany(2) });
    for (const place of [2, 9]) {
      await user.clear(within(dialog).getByRole("searchbox"));
      await user.type(within(dialog).getByRole("searchbox"), controlAt(place));
      await user.click(
        within(dialog).getByRole("checkbox", { name: new RegExp(`^${controlAt(place)} `, "u") }),
      );
    }
    await user.click(within(dialog).getByRole("radio", { name: words.code.strength.tested }));
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: w.linkDo }));
    await waitFor(() => {
      expect(client.asked("link_evidence")).toEqual([
        {
          assessment: "a1",
          evidence: ["risk", "list"],
          answers: [2, 9].map((place) => ({ control: controlAt(place), subject: "all" })),
          strength: "tested",
          bearing: "supports",
        },
      ]);
    });
    await waitFor(() => expect(screen.queryByText(w.chosen(2))).toBeNull());
  });

  it("withdraws several items only with a reason", async () => {
    const { user, client } = shown();
    for (const name of ["Risk analysis", "Access list"]) {
      await user.click(within(await row(name)).getByRole("checkbox", { hidden: true }));
    }
    await user.click(screen.getByRole("button", { name: e.withdraw }));
    const dialog = await screen.findByRole("dialog", { name: e.withdrawMany(2) });
    await user.click(within(dialog).getByRole("button", { name: e.withdrawMany(2) }));
    expect(client.asked("withdraw_evidence")).toEqual([]);
    await user.type(within(dialog).getByRole("textbox", { name: e.withdrawReason }), "Superseded");
    await user.click(within(dialog).getByRole("button", { name: e.withdrawMany(2) }));
    await waitFor(() => {
      expect(client.asked("withdraw_evidence")).toEqual([
        { evidence: "risk", reason: "Superseded" },
        { evidence: "list", reason: "Superseded" },
      ]);
    });
  });

  it("counts what is shown in words as the filter narrows it, and the down arrow leads there", async () => {
    const { user } = shown();
    await user.type(await screen.findByRole("searchbox", { name: w.filter }), "access");
    expect(screen.getAllByText(w.showing(1, 3))).not.toHaveLength(0);
    await user.keyboard("{ArrowDown}");
    expect(await row("Access list")).toContainElement(document.activeElement as HTMLElement);
    await user.click(screen.getByRole("button", { name: w.showAll }));
    expect(screen.getAllByText(w.showing(3, 3))).not.toHaveLength(0);
  });
});

describe("evidence with PHI", () => {
  it("that nobody looked at is asked about, and the answer is kept", async () => {
    const { user, client } = shown();
    await user.click(within(await row("Access list")).getByText("Access list"));
    expect(await screen.findByText(e.phiUnknown)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: e.phiIsNot }));
    await waitFor(() => {
      expect(client.asked("save_evidence")[0]?.evidence).toMatchObject({ id: "list", phi: "no" });
    });
    await waitFor(() => expect(screen.queryByText(e.phiUnknown)).toBeNull());
  });

  it("gets a redacted copy beside the sealed original; both are shown as a pair", async () => {
    const { user, client } = shown();
    await user.click(within(await row("Scan of a chart")).getByText("Scan of a chart"));
    await user.click(await screen.findByRole("button", { name: e.redact }));
    const dialog = await screen.findByRole("dialog", { name: e.redactTitle("Scan of a chart") });
    // What is dropped now is the copy, not something for the shelf.
    act(() => {
      client.say("dropped", { token: "t1", count: 1 });
    });
    await within(dialog).findByText(e.redactsNote);
    expect(client.asked("attach_files")).toEqual([
      expect.objectContaining({ redacts: "scan", dropped: "t1" }),
    ]);
    expect(await violations()).toEqual([]);
    await user.click(
      within(dialog).getAllByRole("button", { name: words.kit.close }).at(-1) as HTMLElement,
    );
    const pair = await screen.findByRole("list", { name: e.pair });
    expect(screen.queryByText(e.phiYes)).toBeNull();
    await user.click(within(pair).getByRole("button", { name: e.look("Scan, redacted") }));
    const beside = await screen.findByRole("region", { name: "Scan, redacted" });
    expect(within(beside).getByText(e.sealedOriginal)).toBeInTheDocument();
  });
});
