import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { clinicOpen } from "../../test/program";
import { violations } from "../../test/show";
import { crypto, members } from "../../test/vault";
import { faultOf } from "../bridge/memory";
import { placed } from "../desk/framework";
import { words } from "../words/en";

async function atTheDesk() {
  const shown = clinicOpen();
  await shown.user.click(await screen.findByText("Annual review"));
  await screen.findByLabelText(words.desk.note);
  return shown;
}

describe("the program", () => {
  it("tells the host once that its first view is there", async () => {
    const { client } = clinicOpen();
    await screen.findByRole("heading", { name: words.library.title });
    expect(client.asked("ready")).toHaveLength(1);
  });

  it("puts the focus on a new screen, and keeps it on the tab of a part", async () => {
    const { user } = clinicOpen();
    await screen.findByText("Annual review");
    expect(screen.getByRole("main")).toHaveFocus();
    await user.click(screen.getByText("Annual review"));
    await screen.findByLabelText(words.desk.note);
    expect(screen.getByRole("main")).toHaveFocus();
    const overview = screen.getByRole("button", { name: words.frame.overview });
    overview.focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: words.overview.title });
    expect(screen.getByRole("button", { name: words.frame.overview })).toHaveFocus();
  });

  it("saves what is still being typed before it lets the window close", async () => {
    const { user, client } = await atTheDesk();
    await user.type(screen.getByLabelText(words.desk.note), "Last words");
    client.say("closing", {});
    await waitFor(() => {
      expect(client.asked("closed")).toHaveLength(1);
    });
    const saved = client.calls.findLastIndex(({ command }) => command === "answer");
    const closed = client.calls.findIndex(({ command }) => command === "closed");
    expect(client.asked("answer").at(-1)?.words.note).toBe("Last words");
    expect(saved).toBeLessThan(closed);
  });

  it("does not close by itself over what could not be saved", async () => {
    const { user, client } = await atTheDesk();
    client.teach({
      answer: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    await user.type(screen.getByLabelText(words.desk.note), "Last words");
    client.say("closing", {});
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("The disk is full.");
    expect(client.asked("closed")).toEqual([]);
    expect(client.asked("stay")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: words.frame.stay }));
    expect(screen.getByLabelText(words.desk.note)).toHaveValue("Last words");
  });

  it("lets a person accept a vault that was found older than it should be", async () => {
    const { vault } = clinic.openVault;
    if (!vault) throw new Error("the fixture has no vault");
    const { user, client } = clinicOpen({
      status: () => ({
        ...clinic.openVault,
        vault: { ...vault, heldBack: true, warnings: ["Saves are missing."] },
      }),
      accept_vault: () => clinic.openVault,
    });
    await user.click(await screen.findByRole("button", { name: words.frame.accept }));
    expect(client.asked("accept_vault")).toHaveLength(1);
    expect(screen.queryByText("Saves are missing.")).toBeNull();
  });

  it("says on every screen that something is not saved, until it is", async () => {
    const { user, client } = await atTheDesk();
    const { answer } = client.answers;
    client.teach({
      answer: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    await user.type(screen.getByLabelText(words.desk.note), "Last words");
    await user.click(screen.getByRole("button", { name: words.frame.overview }));
    expect(await screen.findByText(words.frame.unsaved(1))).toBeInTheDocument();
    if (answer) client.teach({ answer });
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    await waitFor(() => {
      expect(screen.queryByText(words.frame.unsaved(1))).toBeNull();
    });
    expect(client.asked("answer").at(-1)?.words.note).toBe("Last words");
  });

  it("saves before it locks, and shows nothing of the vault afterwards", async () => {
    const { user, client } = await atTheDesk();
    await user.type(screen.getByLabelText(words.desk.note), "Last words");
    client.teach({ status: () => clinic.noVault });
    await user.keyboard("{Control>}l{/Control}");
    await screen.findByRole("heading", { name: words.vault.welcome });
    expect(client.asked("answer").at(-1)?.words.note).toBe("Last words");
    expect(screen.queryByText("Annual review")).toBeNull();
    expect(document.body.textContent).not.toContain("Last words");
  });

  it("offers a recovery code as soon as a vault is made, and leads to it", async () => {
    const { client, user } = clinicOpen({
      status: () => clinic.noVault,
      crypto: () => crypto(),
      create_vault: () => clinic.openVault,
      members: () => members(),
    });
    await user.click(await screen.findByRole("button", { name: new RegExp(words.vault.createWords, "u") }));
    await user.type(screen.getByLabelText(words.vault.folder), "/home/w/Work");
    await user.type(screen.getByLabelText(words.vault.person), "R. Ames");
    await user.type(screen.getByLabelText(words.vault.passphrase), "correct staple window");
    await user.type(screen.getByLabelText(words.vault.again), "correct staple window{Enter}");
    const offer = await screen.findByRole("alertdialog", { name: words.arrival.madeTitle });
    expect(offer).toHaveTextContent(words.arrival.made);
    expect(client.asked("create_vault")).toHaveLength(1);
    expect(await violations("screen")).toEqual([]);
    await user.click(screen.getByRole("button", { name: words.arrival.makeCode }));
    expect(await screen.findByRole("dialog", { name: words.people.codeTitle })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: words.kit.cancel }));
    expect(await screen.findByRole("heading", { name: words.people.title })).toBeInTheDocument();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  it("goes to the vault by its key, from tab to tab, and keeps the focus on what is at work", async () => {
    const { user } = clinicOpen({ check_vault: () => new Promise(() => undefined) });
    await screen.findByText("Annual review");
    await user.keyboard("{Control>},{/Control}");
    expect(await screen.findByRole("heading", { name: words.frame.vault("Work") })).toBeInTheDocument();
    expect(screen.getByRole("tab", { name: words.vaultView.tabs.people })).toHaveAttribute("aria-selected", "true");
    await user.click(screen.getByRole("tab", { name: words.vaultView.tabs.health }));
    const check = await screen.findByRole("button", { name: words.health.run });
    await user.click(check);
    expect(await screen.findByText(words.health.checking)).toBeInTheDocument();
    expect(check).toHaveFocus();
    expect(await violations("screen")).toEqual([]);
  });

  it("goes on when one screen cannot be shown", async () => {
    // React tells of a broken screen on the console.
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { user } = clinicOpen({
      shelf: () => ({ evidence: null as never, links: [] }),
    });
    await user.click(await screen.findByText("Annual review"));
    await user.click(await screen.findByRole("button", { name: words.frame.evidence }));
    expect(await screen.findByText(words.fault.screen)).toBeInTheDocument();
    expect(told).toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: words.fault.toLibrary }));
    expect(await screen.findByRole("heading", { name: words.library.title })).toBeInTheDocument();
  });

  it("shows what went wrong where a list should be, and asks again when told to", async () => {
    const { client, user } = clinicOpen({
      library: () => {
        throw faultOf("other", "The vault was taken away.", "Put it back.");
      },
    });
    expect(await screen.findByText("The vault was taken away.")).toBeInTheDocument();
    client.teach({ library: () => clinic.library });
    await user.click(screen.getByRole("button", { name: words.kit.tryAgain }));
    expect(await screen.findByText("Annual review")).toBeInTheDocument();
  });

  it("moves from control to control by key, and keeps what was typed at the first", async () => {
    const { user, client } = await atTheDesk();
    const order = placed(framework).map(({ control }) => control);
    await user.type(screen.getByLabelText(words.desk.note), "At the first");
    await user.keyboard("{Escape}j");
    expect(
      await screen.findByRole("heading", { name: order[1]?.question ?? "" }),
    ).toBeInTheDocument();
    await waitFor(() => {
      expect(client.asked("answer").at(-1)).toMatchObject({
        control: order[0]?.id,
        words: { note: "At the first" },
      });
    });
  });

  it("has no fault that axe knows on any screen of an assessment", async () => {
    const { user } = await atTheDesk();
    const { desk, overview, evidence, requests, scope, paper } = words.frame;
    for (const part of [desk, overview, evidence, requests, scope, paper]) {
      await user.click(screen.getByRole("button", { name: part }));
      await waitFor(() => {
        expect(screen.getByRole("button", { name: part })).toHaveAttribute("aria-current", "page");
      });
      await screen.findAllByRole("heading");
      expect(await violations("screen"), part).toEqual([]);
    }
  });
});
