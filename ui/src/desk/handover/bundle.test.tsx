import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as clinic from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import type { BundleView, CryptoMode } from "../../bridge/generated/wire";
import { faultOf, Memory, type Answers } from "../../bridge/memory";
import { words } from "../../words/en";
import { BundleCard } from "./BundleCard";
import { OpenBundleDialog } from "./OpenBundleDialog";

const w = words.bundle;
const PASSPHRASE = "four grey herons stand still";
const file = {
  name: "harbour.age",
  folder: "/home/ines",
  pages: null,
  sha256: "ab".repeat(32),
  warnings: [],
};

async function making(mode: CryptoMode = "standard", more: Answers = {}) {
  const client = new Memory({
    status: () => ({ ...clinic.openVault, mode }),
    rate_passphrase: () => ({ level: 4, taken: true, time: "centuries", advice: null }),
    export_bundle: () => ({ file }),
    ...more,
  });
  const shown = show(<BundleCard assessment="a1" title="Annual review" />, client);
  shown.cache.setQueryData(["status", {}], { ...clinic.openVault, mode });
  await shown.user.click(screen.getByRole("button", { name: w.open }));
  const dialog = within(await screen.findByRole("dialog", { name: w.title }));
  return { client, dialog, ...shown };
}

describe("making a bundle", () => {
  it("says that private notes are in it, seals it by a passphrase, and tells the digest", async () => {
    const { user, dialog, client } = await making();
    expect(dialog.getByText(/private working notes/u)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: w.make }));
    expect(dialog.getByText(words.passphrase.missing)).toBeInTheDocument();
    expect(client.asked("export_bundle")).toEqual([]);
    expect(await violations()).toEqual([]);
    await user.type(dialog.getByLabelText(w.passphrase), PASSPHRASE);
    await user.type(dialog.getByLabelText(w.again), PASSPHRASE);
    await user.click(dialog.getByRole("button", { name: w.make }));
    expect(await dialog.findByText(w.done("harbour.age"))).toBeInTheDocument();
    expect(client.asked("export_bundle")).toEqual([
      expect.objectContaining({
        assessment: "a1",
        passphrase: PASSPHRASE,
        recipient: null,
        format: "age",
      }),
    ]);
  });

  it("seals it for a recipient without any passphrase", async () => {
    const { user, dialog, client } = await making();
    await user.click(dialog.getByRole("radio", { name: w.ways["age-recipient"] }));
    await user.type(dialog.getByLabelText(w.recipient), "ssh-ed25519 AAAA");
    expect(dialog.getByText(w.recipientWrong)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: w.make }));
    expect(client.asked("export_bundle")).toEqual([]);
    await user.clear(dialog.getByLabelText(w.recipient));
    await user.type(dialog.getByLabelText(w.recipient), " age1qyqszqgpqyqszqgp ");
    await user.click(dialog.getByRole("button", { name: w.make }));
    await dialog.findByText(w.done("harbour.age"));
    expect(client.asked("export_bundle")[0]).toMatchObject({
      passphrase: "",
      recipient: "age1qyqszqgpqyqszqgp",
      format: "age",
    });
  });

  it("offers in approved mode only its own format, and says why", async () => {
    const { user, dialog, client } = await making("approved");
    expect(dialog.getByText(w.ownOnlyTitle)).toBeInTheDocument();
    expect(dialog.queryByRole("radio")).toBeNull();
    await user.type(dialog.getByLabelText(w.passphrase), PASSPHRASE);
    await user.type(dialog.getByLabelText(w.again), PASSPHRASE);
    await user.click(dialog.getByRole("button", { name: w.make }));
    await dialog.findByText(w.done("harbour.age"));
    expect(client.asked("export_bundle")[0]).toMatchObject({ format: "own", recipient: null });
  });

  it("marks a passphrase that is too weak, and does nothing when no place was chosen", async () => {
    let answer: () => { file: null } = () => {
      throw faultOf("weak-passphrase", "The passphrase is too short.");
    };
    const { user, dialog } = await making("standard", { export_bundle: () => answer() });
    await user.type(dialog.getByLabelText(w.passphrase), "short");
    await user.type(dialog.getByLabelText(w.again), "short");
    await user.click(dialog.getByRole("button", { name: w.make }));
    expect(await dialog.findByText("The passphrase is too short.")).toBeInTheDocument();
    expect(dialog.queryByRole("alert")).toBeNull();
    answer = () => ({ file: null });
    await user.click(dialog.getByRole("button", { name: w.make }));
    await waitFor(() => expect(dialog.queryByText("The passphrase is too short.")).toBeNull());
    expect(dialog.getByLabelText(w.passphrase)).toHaveValue("short");
  });
});

const found: BundleView = {
  name: "harbour.age",
  organisation: "Harbour Clinic",
  title: "Annual review",
  madeBy: "Tom Reyes",
  at: "2026-11-25T10:00:00Z",
  answers: 74,
  evidence: 1,
  refused: null,
  taken: null,
};

function taking(more: Answers = {}) {
  const onShow = vi.fn();
  const client = new Memory({
    choose_bundle: () => ({ folder: "/home/ines/harbour.age" }),
    choose_identity: () => ({ folder: "/home/ines/key.txt" }),
    open_bundle: ({ take }) => ({ ...found, taken: take ? "o9" : null }),
    ...more,
  });
  const shown = show(<OpenBundleDialog onClose={vi.fn()} onShow={onShow} />, client);
  const dialog = within(screen.getByRole("dialog", { name: w.takeTitle }));
  return { client, dialog, onShow, ...shown };
}

describe("opening a bundle", () => {
  it("shows what is in it before anything is taken, then takes it and leads there", async () => {
    const { user, dialog, client, onShow } = taking();
    await user.click(dialog.getByRole("button", { name: w.look }));
    expect(dialog.getByText(w.fileMissing)).toBeInTheDocument();
    expect(dialog.getByText(w.theirPassphraseMissing)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.file) }));
    await user.type(dialog.getByLabelText(w.theirPassphrase), PASSPHRASE);
    await user.click(dialog.getByRole("button", { name: w.look }));
    expect(await dialog.findByText("Tom Reyes")).toBeInTheDocument();
    expect(dialog.getByText(w.items(1))).toBeInTheDocument();
    expect(client.asked("open_bundle").map(({ take }) => take)).toEqual([false]);
    await user.click(dialog.getByRole("button", { name: w.takeDo }));
    expect(await dialog.findByText(w.taken("Annual review"))).toBeInTheDocument();
    expect(client.asked("open_bundle")[1]).toMatchObject({
      file: "/home/ines/harbour.age",
      passphrase: PASSPHRASE,
      identity: null,
      take: true,
    });
    await user.click(dialog.getByRole("button", { name: w.show }));
    expect(onShow).toHaveBeenCalledWith("o9");
  });

  it("opens one with a key file, and sends no passphrase then", async () => {
    const { user, dialog, client } = taking();
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.file) }));
    await user.type(dialog.getByLabelText(w.theirPassphrase), "left over");
    await user.click(dialog.getByRole("radio", { name: w.opens.identity }));
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.identity) }));
    await user.click(dialog.getByRole("button", { name: w.look }));
    await dialog.findByText("Tom Reyes");
    expect(client.asked("open_bundle")[0]).toMatchObject({
      passphrase: "",
      identity: "/home/ines/key.txt",
    });
  });

  it("says why one cannot be taken in, and does not offer it", async () => {
    const { user, dialog } = taking({
      open_bundle: () => ({ ...found, refused: "This assessment is in this vault already." }),
    });
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.file) }));
    await user.type(dialog.getByLabelText(w.theirPassphrase), PASSPHRASE);
    await user.click(dialog.getByRole("button", { name: w.look }));
    expect(await dialog.findByText(/in this vault already/u)).toBeInTheDocument();
    expect(dialog.queryByRole("button", { name: w.takeDo })).toBeNull();
    await user.click(dialog.getByRole("button", { name: w.another }));
    expect(dialog.getByLabelText(w.theirPassphrase)).toHaveValue("");
  });

  it("marks a wrong passphrase at its field, and says of another version what to do", async () => {
    let fault = faultOf("wrong-passphrase", "The passphrase does not open this bundle.");
    const { user, dialog } = taking({
      open_bundle: () => {
        throw fault;
      },
    });
    await user.click(dialog.getByRole("button", { name: words.kit.choosePlaceOf(w.file) }));
    await user.type(dialog.getByLabelText(w.theirPassphrase), "not this one");
    await user.click(dialog.getByRole("button", { name: w.look }));
    await waitFor(() => expect(dialog.getByLabelText(w.theirPassphrase)).toBeInvalid());
    fault = faultOf("other", "This bundle was made by a newer version.", "Open it with that.");
    await user.click(dialog.getByRole("button", { name: w.look }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("newer version");
  });
});
