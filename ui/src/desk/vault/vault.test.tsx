import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { noVault, openVault } from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { CreateVault } from "./CreateVault";
import { strength } from "./strength";
import { Unlock } from "./Unlock";
import { Welcome } from "./Welcome";

const w = words.vault;
const nothing = () => undefined;
const LONG = "correct staple window harbour";

describe("the first screen", () => {
  it("opens the sample with one press", async () => {
    const client = new Memory({ open_sample: () => openVault });
    const { user } = show(<Welcome recent={[]} onCreate={nothing} onUnlock={nothing} />, client);
    await user.click(screen.getByRole("button", { name: new RegExp(w.sample, "u") }));
    expect(client.asked("open_sample")).toHaveLength(1);
  });

  it("says what kept the sample from opening", async () => {
    const client = new Memory({
      open_sample: () => {
        throw faultOf("other", "The disk is full.", "Make room and try again.");
      },
    });
    const { user } = show(<Welcome recent={[]} onCreate={nothing} onUnlock={nothing} />, client);
    await user.click(screen.getByRole("button", { name: new RegExp(w.sample, "u") }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
    expect(await violations()).toEqual([]);
  });

  it("lists vaults opened before, and says which cannot be reached", async () => {
    const onUnlock = vi.fn();
    const recent = [
      { name: "Work", folder: "/home/w/Work.auscult", present: true, mode: "standard" as const },
      { name: "Old", folder: "/media/stick/Old.auscult", present: false, mode: "standard" as const },
    ];
    const { user } = show(<Welcome recent={recent} onCreate={nothing} onUnlock={onUnlock} />);
    expect(screen.getByRole("button", { name: /Old/u })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: /Work/u }));
    expect(onUnlock).toHaveBeenCalledWith("/home/w/Work.auscult");
  });
});

describe("making a vault", () => {
  it("asks for all it needs before it asks the workbench", async () => {
    const client = new Memory();
    const { user } = show(<CreateVault onBack={nothing} />, client);
    await user.click(screen.getByRole("button", { name: w.createTitle }));
    expect(screen.getByText(w.folderMissing)).toBeInTheDocument();
    expect(screen.getByText(w.personMissing)).toBeInTheDocument();
    expect(client.calls).toEqual([]);
  });

  it("hands over folder, name and passphrase, and nothing while the two differ", async () => {
    const client = new Memory({
      choose_new_vault: () => ({ folder: "/home/w/Work.auscult" }),
      create_vault: () => openVault,
    });
    const { user } = show(<CreateVault onBack={nothing} />, client);
    await user.click(screen.getByRole("button", { name: w.choose }));
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    await user.type(screen.getByLabelText(w.passphrase), LONG);
    await user.type(screen.getByLabelText(w.again), "other");
    expect(screen.getByText(w.differ)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.createTitle }));
    expect(client.asked("create_vault")).toEqual([]);
    await user.clear(screen.getByLabelText(w.again));
    await user.click(screen.getByLabelText(w.again));
    await user.paste(LONG);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(client.asked("create_vault")).toEqual([
        { folder: "/home/w/Work.auscult", person: "R. Ames", passphrase: LONG, keyFile: null },
      ]);
    });
  });

  it("shows at the passphrase that the workbench found it too weak", async () => {
    const client = new Memory({
      create_vault: () => {
        throw faultOf("weak-passphrase", "This passphrase is easy to guess.", "Use more words.");
      },
    });
    const { user } = show(<CreateVault onBack={nothing} />, client);
    await user.type(screen.getByLabelText(w.folder), "/home/w/Work.auscult");
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    await user.type(screen.getByLabelText(w.passphrase), "aaaaaaaaaaaa");
    await user.type(screen.getByLabelText(w.again), "aaaaaaaaaaaa{Enter}");
    expect(await screen.findByText(/easy to guess/u)).toBeInTheDocument();
    expect(screen.getByLabelText(w.passphrase)).toHaveAccessibleDescription(/easy to guess/u);
    expect(screen.getByLabelText(w.passphrase)).toHaveValue("aaaaaaaaaaaa");
    expect(await violations()).toEqual([]);
  });

  it.each([
    ["short", 0],
    ["aaaaaaaaaaaaaa", 1],
    ["abcdefghijkl", 2],
    ["correct staple window", 3],
    [LONG, 4],
  ])("shows how strong a passphrase looks: %s", (passphrase, grade) => {
    expect(strength(passphrase)).toBe(grade);
  });
});

describe("unlocking", () => {
  const folder = "/home/w/Work.auscult";
  const unlock = <Unlock name="Work" folder={folder} onOther={nothing} />;

  it("begins in the passphrase, and Enter sends it", async () => {
    const client = new Memory({ unlock: () => openVault });
    const { user } = show(unlock, client);
    expect(screen.getByLabelText(w.passphrase)).toHaveFocus();
    await user.paste(LONG);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(client.asked("unlock")).toEqual([
        { folder, passphrase: LONG, keyFile: null, recoveryCode: null },
      ]);
    });
  });

  it("hides the passphrase until it is asked to show it", async () => {
    const { user } = show(unlock);
    const field = screen.getByLabelText(w.passphrase);
    expect(field).toHaveAttribute("type", "password");
    await user.click(screen.getByRole("button", { name: words.kit.show(w.passphrase) }));
    expect(field).toHaveAttribute("type", "text");
  });

  it.each([
    ["wrong-passphrase", "This passphrase does not open the vault."],
    ["held", "Somebody has it open since 9:30."],
    ["other", "The header of the vault is damaged."],
  ] as const)("says what kept it shut (%s) and keeps what was typed", async (code, message) => {
    const client = new Memory({
      unlock: () => {
        throw faultOf(code, message, "Nothing was changed.");
      },
      status: () => noVault,
    });
    const { user } = show(unlock, client);
    await user.keyboard("some words here{Enter}");
    expect(await screen.findByText(new RegExp(message, "u"))).toBeInTheDocument();
    expect(screen.getByLabelText(w.passphrase)).toHaveValue("some words here");
    expect(screen.getByRole("button", { name: w.unlock })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });
});
