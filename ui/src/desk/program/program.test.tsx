import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noVault, openVault } from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import { crypto, open } from "../../../test/vault";
import type { CryptoView } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { ProgramDesk } from "./ProgramDesk";

const w = words.program;

const CLAIM = "In approved mode every security function is performed by the module. The product is not validated.";

const approved: Partial<CryptoView> = {
  mode: "approved",
  refused: ["Argon2id", "MD5"],
  providers: ["fips", "base"],
  claim: CLAIM,
  facts: [
    { name: "Module", value: "OpenSSL FIPS Provider 3.1.2", sentence: "As the module names itself." },
    { name: "Certificate", value: "4985, until 2030-03-10", sentence: "It covers builds by the policy." },
    { name: "Self-test", value: "Passed", sentence: "At the start." },
    { name: "This system", value: "Unknown", sentence: "Not on the tested list." },
  ],
};

function atDesk(view: Partial<CryptoView> = {}) {
  const client = new Memory({
    status: () => openVault,
    crypto: () => crypto(view),
    protections: () => ({
      lines: [
        { name: "No sockets", active: true, sentence: "The kernel refuses them." },
        { name: "No tracing", active: false, sentence: "Not on this system." },
      ],
    }),
    settings: () => ({ theme: "system", panes: {}, zoom: null, idleMinutes: null }),
    save_settings: (settings) => settings,
  });
  return { client, ...show(<ProgramDesk vault={open} />, client) };
}

describe("this program", () => {
  it("says its claim word by word, with four facts and who serves each algorithm", async () => {
    const { user } = atDesk(approved);
    expect(await screen.findByText(CLAIM)).toBeInTheDocument();
    expect(screen.getByText(w.modes.approved)).toBeInTheDocument();
    for (const { name, value, sentence } of approved.facts ?? []) {
      expect(screen.getByText(name)).toBeInTheDocument();
      expect(screen.getByText(value)).toBeInTheDocument();
      expect(screen.getByText(sentence)).toBeInTheDocument();
    }
    await user.click(screen.getByRole("button", { name: new RegExp(w.algorithms, "u") }));
    expect(screen.getByRole("row", { name: /AES-256-GCM Sealing evidence OpenSSL default/u })).toBeInTheDocument();
    expect(screen.getByText(w.refused(["Argon2id", "MD5"]))).toBeInTheDocument();
    expect(screen.getByText(w.providers(["fips", "base"]))).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("lists what protects it, what is in force and what is not", async () => {
    atDesk();
    const lines = await screen.findAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      `${w.active}No socketsThe kernel refuses them.`,
      `${w.inactive}No tracingNot on this system.`,
    ]);
  });

  it("keeps the time after which it locks", async () => {
    const { client, user } = atDesk();
    await user.click(await screen.findByRole("button", { name: new RegExp(w.idle, "u") }));
    await user.click(screen.getByRole("option", { name: w.minutes(5) }));
    await waitFor(() => expect(client.asked("save_settings").at(-1)?.idleMinutes).toBe(5));
    expect(await violations()).toEqual([]);
  });

  it("offers no move where the module is not installed", async () => {
    atDesk();
    expect(await screen.findByText(new RegExp(w.notInstalled, "u"))).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: w.move.approved })).toBeNull();
  });

  it("moves the vault only with the passphrase, after the consequences are said", async () => {
    const { client, user } = atDesk({ approvedAvailable: true });
    let isWrong = true;
    client.teach({
      move_vault: () => {
        if (isWrong) throw faultOf("wrong-passphrase", "This passphrase does not open the vault.");
        return noVault;
      },
    });
    await user.click(await screen.findByRole("button", { name: w.move.approved }));
    for (const said of [w.moveWords.approved, w.moveOthers, w.moveRecorded]) {
      expect(screen.getByText(said)).toBeInTheDocument();
    }
    await user.click(screen.getByRole("button", { name: w.moveDo }));
    expect(screen.getByText(w.passphraseMissing)).toBeInTheDocument();
    expect(client.asked("move_vault")).toEqual([]);
    await user.type(screen.getByLabelText(w.passphrase), "four words{Enter}");
    expect(await screen.findByText(/does not open the vault/u)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    isWrong = false;
    await user.click(screen.getByRole("button", { name: w.moveDo }));
    await waitFor(() => {
      expect(client.asked("move_vault").at(-1)).toEqual({
        mode: "approved",
        passphrase: "four words",
        keyFile: null,
      });
    });
  });
});
