import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { library } from "../../../test/clinic";
import { entry, OWN, verified } from "../../../test/issues";
import { show, violations } from "../../../test/show";
import type { VerifiedView } from "../../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { words } from "../../words/en";
import { IssuedPanel } from "./IssuedPanel";

const w = words.issued;
const v = words.verify;

const entries = [
  entry("i2", { to: "M. Reyes", pages: 84 }),
  entry("i1", { kind: "print", sha256: "", audience: "working", draft: false, to: "" }),
];

function panel(answers: Answers = {}, of: { assessment?: string; organisation?: string } = { assessment: "a1" }) {
  const client = new Memory({
    issued: () => ({ issues: entries, fingerprint: OWN }),
    library: () => library,
    ...answers,
  });
  return { client, ...show(<IssuedPanel {...of} />, client) };
}

async function checked(view: VerifiedView | (() => VerifiedView)) {
  const shown = panel({ verify_record: () => (typeof view === "function" ? view() : view) });
  await shown.user.click(await screen.findByRole("button", { name: v.open }));
  const dialog = within(await screen.findByRole("dialog", { name: v.title }));
  await shown.user.click(dialog.getByRole("button", { name: v.choose }));
  return { ...shown, dialog };
}

describe("the register of what was issued", () => {
  it("says of each what it was, to whom it went and by what it is known", async () => {
    const { user, client } = panel();
    const grid = within(await screen.findByRole("grid", { name: w.title }));
    const rows = grid.getAllByRole("row").slice(1).map((row) => row.textContent);
    expect(rows[0]).toContain(w.what(w.kinds.packet, w.audiences.client));
    expect(rows[0]).toContain("M. Reyes");
    expect(rows[0]).toContain(w.version(1, true));
    expect(rows[0]).toContain("9f31c2d4");
    expect(rows[1]).toContain(w.noDigest);
    expect(rows[1]).toContain(w.toNobody);
    expect(client.asked("issued")).toEqual([{ organisation: null, assessment: "a1" }]);
    await user.click(grid.getByText(w.what(w.kinds.packet, w.audiences.client)));
    const sheet = within(screen.getByRole("region", { name: w.open(w.what(w.kinds.packet, w.audiences.client)) }));
    expect(sheet.getByText("84")).toBeInTheDocument();
    expect(sheet.getByRole("button", { name: words.kit.copy(w.facts.digest) })).toBeInTheDocument();
    expect(sheet.getByRole("button", { name: words.kit.copy(w.facts.signer) })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(sheet.getByRole("button", { name: w.close }));
    expect(screen.queryByRole("region", { name: /the entry/u })).toBeNull();
  });

  it("names the assessment where entries are of several, and says when one is gone", async () => {
    panel(
      { issued: () => ({ issues: [entry("i1"), entry("i2", { assessment: "a9" })], fingerprint: OWN }) },
      { organisation: "o1" },
    );
    expect(await screen.findByText("Annual review")).toBeInTheDocument();
    expect(screen.getByText(w.gone)).toBeInTheDocument();
  });

  it("says what belongs here while nothing was issued", async () => {
    panel({ issued: () => ({ issues: [], fingerprint: OWN }) });
    expect(await screen.findByText(w.none)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("renders no more than is in view when it is huge", async () => {
    const issues = Array.from({ length: 2000 }, (_, at) => entry(`i${at}`));
    panel({ issued: () => ({ issues, fingerprint: OWN }) });
    const grid = within(await screen.findByRole("grid", { name: w.title }));
    expect(grid.getAllByRole("row").length).toBeLessThan(80);
    expect(screen.getAllByText(w.showing(2000))).not.toHaveLength(0);
  });

  it("shows the own fingerprint in groups, and copies it whole", async () => {
    const { user } = panel();
    await user.click(await screen.findByRole("button", { name: words.kit.copy(w.fingerprint) }));
    expect(await navigator.clipboard.readText()).toBe(OWN);
    expect(screen.getByText(w.fingerprintWords)).toBeInTheDocument();
  });
});

describe("a packet of record that is sound", () => {
  it("is said to be as it was signed, and no more than that", async () => {
    const { dialog } = await checked(verified());
    expect(await dialog.findByText(v.verdicts.sound)).toBeInTheDocument();
    expect(dialog.getByText(v.signerUnknown)).toBeInTheDocument();
    expect(dialog.getByText(v.provesWords)).toBeInTheDocument();
    expect(dialog.getByText(v.factsSound)).toBeInTheDocument();
    expect(dialog.getByText("Harbour Clinic")).toBeInTheDocument();
    expect(dialog.getByRole("button", { name: words.kit.copy(v.fingerprint) })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("names whose key it is when this vault knows that, and still says what to compare", async () => {
    const { dialog } = await checked(verified({ signerKnown: "R. Ames" }));
    expect(await dialog.findByText(v.signerKnown("R. Ames"))).toBeInTheDocument();
    expect(dialog.getByText(v.provesWords)).toBeInTheDocument();
  });
});

describe("a packet of record that is not sound", () => {
  it("names each thing that differs, and trusts neither its facts nor its signer", async () => {
    const kinds = ["changed", "missing", "added", "signature", "archive"] as const;
    const differences = kinds.map((kind) => ({ name: `${kind}.pdf`, kind, sentence: `About ${kind}.` }));
    const { dialog } = await checked(
      verified({ verdict: "differs", sentence: "Five things differ.", differences }),
    );
    expect(await dialog.findByText(v.verdicts.differs)).toBeInTheDocument();
    const items = dialog.getAllByRole("listitem").map((item) => item.textContent);
    expect(items).toEqual(kinds.map((kind) => `${v.kinds[kind]}${kind}.pdfAbout ${kind}.`));
    expect(dialog.getByText(v.signerDiffers)).toBeInTheDocument();
    expect(dialog.getByText(v.factsDiffer)).toBeInTheDocument();
    expect(dialog.queryByText(v.provesWords)).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it("is said to be none when it is none, and another can be looked at", async () => {
    let view = verified({ verdict: "not-a-record", sentence: "No manifest.", facts: [], signer: "" });
    const { user, dialog } = await checked(() => view);
    expect(await dialog.findByText(v.verdicts["not-a-record"])).toBeInTheDocument();
    expect(dialog.queryByRole("heading", { name: v.signer })).toBeNull();
    view = verified();
    await user.click(dialog.getByRole("button", { name: v.another }));
    expect(await dialog.findByText(v.verdicts.sound)).toBeInTheDocument();
    expect(dialog.queryByText(v.verdicts["not-a-record"])).toBeNull();
  });
});

describe("looking at a packet of record", () => {
  it("tells how far it is, and says nothing of one that was not looked at whole", async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    const { user, dialog, client } = await checked(verified());
    client.teach({
      verify_record: () =>
        new Promise((_, no) => {
          refuse = no;
        }),
      cancel_task: () => {
        refuse(faultOf("other", "Cancelled."));
        return {};
      },
    });
    await user.click(await dialog.findByRole("button", { name: v.another }));
    const bar = await dialog.findByRole("progressbar", { name: v.checking });
    const task = client.asked("verify_record").at(-1)?.task ?? "";
    client.say("progress", { task, file: 1, files: 1, done: 40, total: 80 });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "50"));
    await user.click(dialog.getByRole("button", { name: words.kit.cancel }));
    expect(await dialog.findByText(v.cancelled)).toBeInTheDocument();
    expect(dialog.queryByText(v.verdicts.sound)).toBeNull();
  });

  it("is stopped when the dialog is closed", async () => {
    const { user, dialog, client } = await checked(verified());
    client.teach({ verify_record: () => new Promise(() => undefined), cancel_task: () => ({}) });
    await user.click(await dialog.findByRole("button", { name: v.another }));
    await dialog.findByRole("progressbar", { name: v.checking });
    const task = client.asked("verify_record").at(-1)?.task;
    await user.keyboard("{Escape}");
    expect(client.asked("cancel_task")).toEqual([{ task }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("says that no file was chosen, and tells of a fault", async () => {
    let answer: () => VerifiedView = () => verified({ file: null });
    const { user, dialog } = await checked(() => answer());
    expect(await dialog.findByText(v.noneChosen)).toBeInTheDocument();
    answer = () => {
      throw faultOf("other", "The file could not be read.");
    };
    await user.click(dialog.getByRole("button", { name: v.choose }));
    expect(await dialog.findByText("The file could not be read.")).toBeInTheDocument();
  });
});
