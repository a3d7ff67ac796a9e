import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import type { DestroyedView, RetentionView, VaultView } from "../../bridge/generated/wire";
import { MayProvider, mayIn } from "../../bridge/may";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { words } from "../../words/en";
import { RetentionDesk } from "./RetentionDesk";

const w = words.retention;
const vault = clinic.openVault.vault as VaultView;

const held = (more: Partial<RetentionView> = {}): RetentionView => ({
  organisation: "o1",
  name: "Harbour Clinic",
  hold: false,
  holdReason: "",
  contractUntil: null,
  rows: [
    {
      name: "Annual review",
      kind: "assessment",
      created: "2019-02-01",
      lastInEffect: "2019-11-01",
      keepUntil: "2025-11-01",
      isPast: true,
    },
    {
      name: "Role charter",
      kind: "evidence",
      created: "2026-02-01",
      lastInEffect: null,
      keepUntil: null,
      isPast: false,
    },
  ],
  refused: null,
  early: null,
  rule: "Kept for six years (45 CFR 164.316(b)(2)(i)).",
  ...more,
});
const destroyed: DestroyedView = {
  name: "Harbour Clinic",
  certificate: {
    name: "certificate.pdf",
    folder: "/home/ines",
    pages: 1,
    sha256: "ab".repeat(32),
    warnings: [],
  },
  unreached: ["A backup of Nov 22."],
};

function desk(view: RetentionView, more: Answers = {}, may = mayIn(vault)) {
  let now = view;
  const onDestroyed = vi.fn();
  const client = new Memory({
    retention: () => now,
    save_retention: (said) => (now = { ...now, ...said }),
    destroy_organisation: () => destroyed,
    ...more,
  });
  const element = (
    <MayProvider value={may}>
      <RetentionDesk organisation="o1" onDestroyed={onDestroyed} />
    </MayProvider>
  );
  return { client, onDestroyed, ...show(element, client) };
}

async function asking(view = held(), more: Answers = {}) {
  const shown = desk(view, more);
  await shown.user.click(await screen.findByRole("button", { name: w.destroy }));
  const dialog = within(await screen.findByRole("alertdialog", { name: w.dialog(view.name) }));
  return { dialog, ...shown };
}

describe("how long things are kept", () => {
  it("says the rule and the day of each thing, and what is in effect still", async () => {
    desk(held());
    expect(await screen.findByText(/164\.316/u)).toBeInTheDocument();
    expect(screen.getByRole("gridcell", { name: w.past("Nov 1, 2025") })).toBeInTheDocument();
    expect(screen.getByRole("gridcell", { name: w.whileInEffect })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("saves a hold only with its reason", async () => {
    const { user, client } = desk(held());
    await user.click(await screen.findByRole("checkbox", { name: w.hold }));
    expect(await screen.findByText(w.holdReasonMissing)).toBeInTheDocument();
    await user.type(screen.getByLabelText(w.holdReason), "Suit 26-114");
    await waitFor(() =>
      expect(client.asked("save_retention").at(-1)).toEqual({
        organisation: "o1",
        hold: true,
        holdReason: "Suit 26-114",
        contractUntil: null,
      }),
    );
    expect(client.asked("save_retention").every(({ holdReason }) => holdReason !== "")).toBe(true);
  });

  it("can only be read by who is no owner, and says so", async () => {
    const may = { role: "assessor", review: true, assess: true, own: false } as const;
    desk(held({ hold: true, holdReason: "Suit" }), {}, mayIn({ ...vault, may }));
    expect(await screen.findByText(w.onlyOwner)).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: w.hold })).toBeDisabled();
    expect(screen.getByLabelText(w.holdReason)).toHaveAttribute("readonly");
    expect(screen.queryByRole("button", { name: w.destroy })).toBeNull();
  });
});

describe("destroying a client", () => {
  it("is not to be had while something keeps it, and says what", async () => {
    desk(held({ refused: "A legal hold is in force." }));
    expect(await screen.findByText("A legal hold is in force.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: w.destroy })).toBeDisabled();
  });

  it("says what goes and what is not reached, and wants the name and a reason", async () => {
    const { user, dialog, client, onDestroyed } = await asking();
    expect(dialog.getByText("Annual review")).toBeInTheDocument();
    expect(dialog.getByText(w.documents(1))).toBeInTheDocument();
    for (const sentence of w.unreached) expect(dialog.getByText(sentence)).toBeInTheDocument();
    await user.type(dialog.getByLabelText(w.name), "harbour clinic");
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    expect(dialog.getByText(w.nameWrong)).toBeInTheDocument();
    expect(dialog.getByText(w.reasonMissing)).toBeInTheDocument();
    expect(client.asked("destroy_organisation")).toEqual([]);
    expect(await violations()).toEqual([]);
    await user.clear(dialog.getByLabelText(w.name));
    await user.type(dialog.getByLabelText(w.name), "Harbour Clinic");
    await user.type(dialog.getByLabelText(w.reason), "The contract is over.");
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    await waitFor(() => expect(onDestroyed).toHaveBeenCalledWith(destroyed));
    expect(client.asked("destroy_organisation")).toEqual([
      {
        organisation: "o1",
        name: "Harbour Clinic",
        reason: "The contract is over.",
        early: false,
      },
    ]);
  });

  it("wants it said that the client still has to keep its own copy", async () => {
    const early = "The clinic still has to keep its own copy.";
    const { user, dialog, client } = await asking(held({ early }));
    await user.type(dialog.getByLabelText(w.name), "Harbour Clinic");
    await user.type(dialog.getByLabelText(w.reason), "The contract is over.");
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    expect(dialog.getByText(w.earlyMissing)).toBeInTheDocument();
    await user.click(dialog.getByRole("checkbox", { name: early }));
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    await waitFor(() => expect(client.asked("destroy_organisation")[0]).toMatchObject({ early: true }));
  });

  it("destroys nothing without a place for the certificate, and tells of a fault", async () => {
    let answer: () => DestroyedView = () => ({ ...destroyed, certificate: null });
    const { user, dialog, onDestroyed } = await asking(held(), {
      destroy_organisation: () => answer(),
    });
    await user.type(dialog.getByLabelText(w.name), "Harbour Clinic");
    await user.type(dialog.getByLabelText(w.reason), "The contract is over.");
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    expect(await dialog.findByText(w.nothingDestroyed)).toBeInTheDocument();
    answer = () => {
      throw faultOf("other", "The disk is full.");
    };
    await user.click(dialog.getByRole("button", { name: w.destroyDo }));
    expect(await dialog.findByText("The disk is full.")).toBeInTheDocument();
    expect(onDestroyed).not.toHaveBeenCalled();
  });
});
