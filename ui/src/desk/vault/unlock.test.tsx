import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { noVault, openVault } from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import { locked } from "../../../test/vault";
import type { VaultView } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { Unlock } from "./Unlock";

const w = words.vault;
const p = words.passphrase;
const nothing = () => undefined;
const LONG = "correct staple window harbour";
const folder = "/home/somebody/Work.auscult";

/** Eight groups of which each can be right. */
const GROUPS = ["000011", "110000", "720885", "451902", "000000", "123453", "654324", "333333"];
const CODE = GROUPS.join("-");

const unlocking = (part: Partial<VaultView> = {}, onOpened = nothing as () => void) => (
  <Unlock vault={locked(part)} onOther={nothing} onOpened={onOpened} />
);

describe("unlocking", () => {
  it("begins in the passphrase, and Enter sends it", async () => {
    const client = new Memory({ unlock: () => openVault, status: () => noVault });
    const { user } = show(unlocking(), client);
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
    const { user } = show(unlocking());
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
    const { user } = show(unlocking(), client);
    await user.keyboard("some words here{Enter}");
    expect(await screen.findByText(new RegExp(message, "u"))).toBeInTheDocument();
    expect(screen.getByLabelText(w.passphrase)).toHaveValue("some words here");
    expect(screen.getByRole("button", { name: w.unlock })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });

  it("asks for a key file only where one belongs to a passphrase, and hands it over", async () => {
    const client = new Memory({
      unlock: () => openVault,
      choose_key_file: () => ({ folder: "/media/stick/work.key" }),
    });
    const { unmount } = show(unlocking(), client);
    expect(screen.queryByRole("group", { name: w.keyFile })).toBeNull();
    unmount();
    const next = show(unlocking({ takesKeyFile: true }), client);
    await next.user.click(screen.getByRole("button", { name: p.chooseKeyFile }));
    expect(await screen.findByText("work.key")).toBeInTheDocument();
    await next.user.type(screen.getByLabelText(w.passphrase), `${LONG}{Enter}`);
    await waitFor(() => expect(client.asked("unlock")[0]?.keyFile).toBe("/media/stick/work.key"));
    expect(await violations()).toEqual([]);
  });

  it("shows the mode, the last head and what was noticed", async () => {
    show(unlocking({ lastHead: "9f31 c2d4", warnings: ["This copy is older than the last one seen here."] }));
    expect(screen.getByText(w.modeStandard)).toBeInTheDocument();
    expect(screen.getByText("9f31 c2d4")).toBeInTheDocument();
    expect(screen.getByText(/older than the last one/u)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });
});

describe("a recovery code", () => {
  const byCode = async (client = new Memory(), onOpened = nothing as () => void) => {
    const shown = show(unlocking({ takesRecoveryCode: true }, onOpened), client);
    await shown.user.click(screen.getByRole("button", { name: w.byCode }));
    return shown;
  };

  it("leads from group to group as it is typed, and opens the vault", async () => {
    const onOpened = vi.fn();
    const client = new Memory({ unlock: () => openVault });
    const { user } = await byCode(client, onOpened);
    expect(screen.getByLabelText(p.group(1))).toHaveFocus();
    await user.keyboard(CODE.replaceAll("-", ""));
    expect(screen.getByLabelText(p.group(8))).toHaveValue("333333");
    expect(screen.getByText(p.groupsFit)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(client.asked("unlock")).toEqual([
        { folder, passphrase: "", keyFile: null, recoveryCode: CODE },
      ]);
    });
    expect(onOpened).toHaveBeenCalledWith("code");
  });

  it("names the group that cannot be right, keeps the focus there, and sends nothing", async () => {
    const client = new Memory();
    const { user } = await byCode(client);
    await user.keyboard("000011110001");
    expect(screen.getByLabelText(p.group(2))).toHaveFocus();
    expect(screen.getByLabelText(p.group(2))).toBeInvalid();
    expect(screen.getByLabelText(p.group(1))).toBeValid();
    const said = screen.getByText(p.wrongGroups([2]));
    expect(said.closest("[role=status]")).not.toBeNull();
    await user.keyboard("{Enter}");
    expect(client.asked("unlock")).toEqual([]);
    await user.keyboard("{Backspace}0");
    expect(screen.queryByText(p.wrongGroups([2]))).toBeNull();
    expect(screen.getByLabelText(p.group(3))).toHaveFocus();
  });

  it("takes a number that is too large for wrong, though eleven divides it", async () => {
    const { user } = await byCode();
    await user.keyboard("720896");
    expect(screen.getByText(p.wrongGroups([1]))).toBeInTheDocument();
  });

  it("is pasted whole, whatever stands between its digits", async () => {
    const { user } = await byCode();
    await user.paste(`  ${GROUPS.join(" \n")} `);
    expect(GROUPS.map((_, at) => screen.getByLabelText<HTMLInputElement>(p.group(at + 1)).value)).toEqual(GROUPS);
    expect(screen.getByLabelText(p.group(8))).toHaveFocus();
    expect(screen.getByRole("button", { name: w.unlock })).toBeEnabled();
  });

  it("lets the arrows and the backspace walk from group to group", async () => {
    const { user } = await byCode();
    await user.paste(CODE);
    const box = screen.getByLabelText<HTMLInputElement>(p.group(8));
    box.setSelectionRange(0, 0);
    fireEvent.keyDown(box, { key: "ArrowLeft" });
    expect(screen.getByLabelText(p.group(7))).toHaveFocus();
    const before = screen.getByLabelText<HTMLInputElement>(p.group(7));
    before.setSelectionRange(6, 6);
    fireEvent.keyDown(before, { key: "ArrowRight" });
    expect(box).toHaveFocus();
  });
});
