import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import type { BackupRow, BackupsView, CheckLine, CheckView, VaultView } from "../../bridge/generated/wire";
import { MayProvider, mayIn } from "../../bridge/may";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { words } from "../../words/en";
import { HealthDesk } from "./HealthDesk";

const w = words.health;
const vault = clinic.openVault.vault as VaultView;

const line = (part: string, more: Partial<CheckLine> = {}): CheckLine => ({
  part,
  sound: true,
  severity: "sound",
  lookedAt: 12,
  sentence: `All of ${part.toLowerCase()} is as it was written.`,
  repair: null,
  repairSentence: null,
  ...more,
});
const orphans = line("Sealed files", {
  severity: "note",
  sentence: "2 sealed files belong to nothing.",
  repair: "orphans",
  repairSentence: "Moves them out of the vault's folder.",
});
const lost = line("Header", { sound: false, severity: "fault", sentence: "One of two copies is gone." });
const checked = (...lines: CheckLine[]): CheckView => ({
  sound: lines.every(({ sound }) => sound),
  lines,
  at: "2026-11-25T10:00:00Z",
});
const backup: BackupRow = {
  folder: "/media/stick/Work.auscult",
  at: "2026-11-22T10:00:00Z",
  verified: true,
  present: true,
  copied: 3,
  objects: 40,
};
const backups = (more: Partial<BackupsView> = {}): BackupsView => ({
  backups: [backup],
  sentence: "Last verified backup 3 days ago.",
  isOverdue: false,
  warnings: [],
  ...more,
});

function health(more: Answers = {}, may = mayIn(vault)) {
  const client = new Memory({ backups: () => backups(), cancel_task: () => ({}), ...more });
  const element = (
    <MayProvider value={may}>
      <HealthDesk vault={vault} />
    </MayProvider>
  );
  return { client, ...show(element, client) };
}

const check = () => within(screen.getByRole("region", { name: w.checkTitle }));

describe("the check", () => {
  it("shows the worst first, repairs it, and shows what is so then", async () => {
    const { user, client } = health({
      check_vault: () => checked(line("Pages"), orphans, lost),
      repair_vault: () => checked(line("Pages"), line("Sealed files"), lost),
    });
    await user.click(screen.getByRole("button", { name: w.run }));
    const list = within(await screen.findByRole("list", { name: w.lines }));
    expect(list.getAllByRole("listitem").map((item) => item.textContent.includes("Header"))).toEqual([
      true,
      false,
      false,
    ]);
    expect(check().getByRole("alert")).toHaveTextContent(w.unsound);
    expect(screen.getByText(/Moves them out/u)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.repairOf("Sealed files") }));
    expect(client.asked("repair_vault")).toEqual([{ repair: "orphans" }]);
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: w.repairOf("Sealed files") })).toBeNull(),
    );
  });

  it("tells how far it is, and stops when asked to", async () => {
    let stop: (reason: unknown) => void = () => undefined;
    const { user, client } = health({
      check_vault: () => new Promise((_, reject) => (stop = reject)),
      cancel_task: () => {
        stop(faultOf("other", "Cancelled."));
        return {};
      },
    });
    await user.click(screen.getByRole("button", { name: w.run }));
    const task = await waitFor(() => {
      const [request] = client.asked("check_vault");
      if (!request) throw new Error("not asked yet");
      return request.task;
    });
    client.say("progress", { task, file: 3, files: 10, done: 50, total: 100 });
    await waitFor(() =>
      expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "25"),
    );
    await user.click(screen.getByRole("button", { name: words.kit.cancel }));
    expect(await screen.findByText(w.cancelled)).toBeInTheDocument();
    expect(client.asked("cancel_task")).toEqual([{ task }]);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("saves its report", async () => {
    const file = { name: "check.pdf", folder: "/home/ines", pages: 2, sha256: "ab", warnings: [] };
    const { user } = health({
      check_vault: () => checked(line("Pages")),
      save_check: () => ({ file }),
    });
    await user.click(screen.getByRole("button", { name: w.run }));
    await user.click(await screen.findByRole("button", { name: w.save }));
    expect(await screen.findByText(w.saved("check.pdf"))).toBeInTheDocument();
  });

  it("offers no repair to somebody who may not", async () => {
    const may = { role: "assessor", review: true, assess: true, own: false } as const;
    const { user } = health(
      { check_vault: () => checked(orphans) },
      mayIn({ ...vault, may }),
    );
    await user.click(screen.getByRole("button", { name: w.run }));
    expect(await screen.findByText("2 sealed files belong to nothing.")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: w.repairOf("Sealed files") })).toBeNull();
  });
});

describe("the backups", () => {
  it("says in earnest when one is overdue, and makes one where the person says", async () => {
    let now = backups({ backups: [], sentence: "There is no backup yet.", isOverdue: true });
    const { user, client } = health({
      backups: () => now,
      choose_backup_place: () => ({ folder: "/media/stick" }),
      back_up: () => (now = backups({ sentence: "Last verified backup just now." })),
    });
    expect(await screen.findByText(w.overdue)).toBeInTheDocument();
    expect(screen.getByText(w.none)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.make }));
    expect(await screen.findByText(w.made(3, 40))).toBeInTheDocument();
    expect(client.asked("back_up")).toEqual([expect.objectContaining({ folder: "/media/stick" })]);
    expect(await screen.findByRole("gridcell", { name: w.verified })).toBeInTheDocument();
    expect(screen.queryByText(w.overdue)).toBeNull();
  });

  it("says so when the new one could not be opened again", async () => {
    const beside = "It lies on the same disk as the vault.";
    const bad = backups({
      backups: [{ ...backup, verified: false }],
      isOverdue: true,
      warnings: [beside],
    });
    const { user } = health({
      choose_backup_place: () => ({ folder: "/media/stick" }),
      back_up: () => bad,
    });
    await user.click(await screen.findByRole("button", { name: w.make }));
    expect(await screen.findByText(w.madeUnverified)).toBeInTheDocument();
    expect(screen.getByText(beside)).toBeInTheDocument();
  });

  it("makes none when no folder is chosen, or when something typed is not saved", async () => {
    let folder: string | null = null;
    const { user, client, savers } = health({ choose_backup_place: () => ({ folder }) });
    await user.click(await screen.findByRole("button", { name: w.make }));
    folder = "/media/stick";
    savers
      .of("note", "", () => Promise.reject(new Error("no")))
      .write("Not saved.", "soon");
    await user.click(screen.getByRole("button", { name: w.make }));
    expect(await screen.findByRole("alert")).toHaveTextContent(words.fault.unexpected);
    expect(client.asked("back_up")).toEqual([]);
  });

  it("restores one into a new place, and never into itself", async () => {
    const { user, client, cache } = health({
      choose_new_vault: () => ({ folder: "/home/ines/Again.auscult" }),
      restore_vault: ({ to }) => ({
        ...clinic.noVault,
        state: "locked",
        vault: { ...vault, folder: to },
      }),
    });
    await user.click(await screen.findByRole("gridcell", { name: backup.folder }));
    const dialog = within(await screen.findByRole("dialog", { name: w.restoreTitle }));
    expect(dialog.getByLabelText(w.from)).toHaveValue(backup.folder);
    await user.click(dialog.getByRole("button", { name: w.restoreDo }));
    expect(dialog.getByText(w.toMissing)).toBeInTheDocument();
    await user.type(dialog.getByLabelText(w.to), backup.folder);
    expect(dialog.getByText(w.samePlace)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.to) }));
    await user.click(dialog.getByRole("button", { name: w.restoreDo }));
    await waitFor(() =>
      expect(client.asked("restore_vault")).toEqual([
        expect.objectContaining({ from: backup.folder, to: "/home/ines/Again.auscult" }),
      ]),
    );
    await waitFor(() =>
      expect(cache.getQueryData(["status", {}])).toMatchObject({ state: "locked" }),
    );
  });

  it("says why one could not be restored, and keeps what was chosen", async () => {
    const { user } = health({
      restore_vault: () => {
        throw faultOf("input", "There is something in this folder already. It was not touched.");
      },
    });
    await user.click(await screen.findByRole("gridcell", { name: backup.folder }));
    const dialog = within(await screen.findByRole("dialog", { name: w.restoreTitle }));
    await user.type(dialog.getByLabelText(w.to), "/home/ines");
    await user.click(dialog.getByRole("button", { name: w.restoreDo }));
    expect(await dialog.findByText(/It was not touched/u)).toBeInTheDocument();
    expect(dialog.getByLabelText(w.to)).toHaveValue("/home/ines");
  });
});
