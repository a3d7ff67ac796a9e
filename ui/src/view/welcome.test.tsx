import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noVault } from "../../test/clinic";
import { show, violations } from "../../test/show";
import { verified } from "../../test/issues";
import { locked } from "../../test/vault";
import type { VaultView } from "../bridge/generated/wire";
import { faultOf, Memory } from "../bridge/memory";
import { useAsk } from "../bridge/queries";
import { words } from "../words/en";
import { WelcomeView } from "./WelcomeView";

const w = words.vault;
const nothing = () => undefined;
const folder = "/home/somebody/Work.auscult";

function Whole() {
  const { data } = useAsk("status", {});
  return data ? <WelcomeView status={data} isFresh onArrive={nothing} /> : null;
}

describe("the wait after wrong tries", () => {
  it("is counted down, said once, and takes no try meanwhile", async () => {
    let wait = 0;
    const vault = () => locked({ waitSeconds: wait });
    const client = new Memory({
      status: () => ({ ...noVault, state: "locked", vault: vault() }),
      unlock: () => {
        wait = 2;
        throw faultOf("wrong-passphrase", "This passphrase does not open the vault.");
      },
    });
    const { user } = show(<Whole />, client);
    await user.type(await screen.findByLabelText(w.passphrase), "wrong words{Enter}");
    expect(await screen.findByRole("timer")).toHaveTextContent(w.wait(2));
    expect(screen.getByText(new RegExp(w.waitWords.slice(-60), "u"))).toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(client.asked("unlock")).toHaveLength(1);
    expect(screen.getByRole("button", { name: w.unlock })).toBeDisabled();
    await waitFor(() => expect(screen.queryByRole("timer")).toBeNull());
    expect(screen.getByText(w.waited)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.unlock }));
    await waitFor(() => expect(client.asked("unlock")).toHaveLength(2));
  });
});

describe("a vault of another mode", () => {
  const status = (mode: "standard" | "approved" | "failed", vault: VaultView) => ({
    status: () => ({ ...noVault, state: "locked" as const, mode, vault }),
  });

  it("opens in a program that begins anew, and asks for no passphrase here", async () => {
    const client = new Memory({ ...status("standard", locked({ mode: "approved" })), begin_anew: () => ({}) });
    const { user } = show(<Whole />, client);
    expect(await screen.findByText(w.wantsApproved)).toBeInTheDocument();
    expect(screen.queryByLabelText(w.passphrase)).toBeNull();
    expect(await violations("screen")).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.beginApproved }));
    expect(client.asked("begin_anew")).toEqual([{ mode: "approved", folder }]);
  });

  it("opens nothing while the module cannot be used, and says what to do", async () => {
    const client = new Memory({ ...status("failed", locked({ mode: "approved" })), begin_anew: () => ({}) });
    const { user } = show(<Whole />, client);
    expect(await screen.findByText(w.failedWords)).toBeInTheDocument();
    expect(screen.queryByLabelText(w.passphrase)).toBeNull();
    expect(await violations("screen")).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.tryModule }));
    await user.click(screen.getByRole("button", { name: w.beginStandard }));
    expect(client.asked("begin_anew")).toEqual([
      { mode: "approved", folder },
      { mode: "standard", folder: null },
    ]);
  });

  it("is asked for when it is chosen, so that its lock screen knows what it takes", async () => {
    const recent = [{ name: "Work", folder, present: true, mode: "standard" as const }];
    const client = new Memory({
      status: () => ({ ...noVault, recent }),
      ask_for_vault: () => ({ ...noVault, state: "locked", recent, vault: locked({ takesRecoveryCode: true }) }),
    });
    const { user } = show(<Whole />, client);
    await user.click(await screen.findByRole("button", { name: /Work/u }));
    expect(await screen.findByRole("button", { name: w.byCode })).toBeInTheDocument();
    expect(client.asked("ask_for_vault")).toEqual([{ folder }]);
  });
});

describe("a backup", () => {
  it("is restored from the welcome, and then asks for its passphrase", async () => {
    const there = "/home/somebody/Restored.auscult";
    const client = new Memory({
      status: () => noVault,
      restore_vault: () => ({ ...noVault, state: "locked", vault: locked({ name: "Restored", folder: there }) }),
    });
    const { user } = show(<Whole />, client);
    await user.click(await screen.findByRole("button", { name: new RegExp(w.restore, "u") }));
    await user.type(screen.getByLabelText(words.health.from), "/media/stick/Work.auscult-backup");
    await user.type(screen.getByLabelText(words.health.to), there);
    await user.click(screen.getByRole("button", { name: words.health.restoreDo }));
    expect(await screen.findByRole("heading", { name: w.unlockTitle("Restored") })).toBeInTheDocument();
    expect(await violations("screen")).toEqual([]);
  });
});

describe("the welcome", () => {
  it("lets a packet of record be checked by who has no vault", async () => {
    const client = new Memory({ status: () => noVault, verify_record: () => verified() });
    const { user } = show(<Whole />, client);
    await user.click(await screen.findByRole("button", { name: new RegExp(words.verify.open, "u") }));
    await user.click(await screen.findByRole("button", { name: words.verify.choose }));
    expect(await screen.findByText(words.verify.verdicts.sound)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });
});
