import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openVault } from "../../../test/clinic";
import { show, violations } from "../../../test/show";
import { member, members, open } from "../../../test/vault";
import type { MembersView } from "../../bridge/generated/wire";
import type { Answers } from "../../bridge/memory";
import { faultOf, Memory } from "../../bridge/memory";
import { MayProvider, mayIn } from "../../bridge/may";
import { words } from "../../words/en";
import { PeopleDesk } from "./PeopleDesk";

const w = words.people;
const p = words.passphrase;
const LONG = "correct staple window harbour";
const CODE = ["000011", "110000", "720885", "451902", "000000", "123453", "654324", "333333"];

/** Shows the desk to somebody of a role. */
function atDesk(answers: Answers = {}, role: "owner" | "reader" = "owner", begin?: "passphrase") {
  const client = new Memory({ members: () => members(), status: () => openVault, ...answers });
  const may = { role, review: role === "owner", assess: role === "owner", own: role === "owner" };
  const desk = (
    <MayProvider value={mayIn({ ...open, may })}>
      <PeopleDesk begin={begin} />
    </MayProvider>
  );
  return { client, ...show(desk, client) };
}

const cardOf = async (name: string) =>
  (await screen.findByRole("heading", { name })).closest("li") as HTMLElement;

describe("the people of a vault", () => {
  it("are listed with what opens it for each, and what roles are worth is said", async () => {
    atDesk({
      members: () =>
        members({
          members: [
            member("R. Ames", { role: "owner" }, { isPresent: true, stays: "A vault keeps one owner." }),
            member("M. Reyes", { role: "reviewer", recoverySlot: "s2" }, { needsKeyFile: true, fingerprint: "aa11bb22cc" }),
          ],
          removed: [{ ...member("T. Old").member, removed: "2026-11-20T09:00:00Z" }],
        }),
    });
    const card = await cardOf("M. Reyes");
    for (const said of [w.roles.reviewer, w.withKeyFile, w.hasCode, "aa11 bb22 cc"]) {
      expect(card).toHaveTextContent(said);
    }
    const own = await cardOf("R. Ames");
    expect(own).toHaveTextContent(w.you);
    expect(own).toHaveTextContent("A vault keeps one owner.");
    expect(within(own).queryByRole("button", { name: w.removeOf("R. Ames") })).toBeNull();
    expect(screen.getByText(w.honestRole)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: new RegExp(w.removed, "u") })).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("are changed by owners only; the own way in by everybody", async () => {
    atDesk({}, "reader");
    const own = await cardOf("R. Ames");
    expect(screen.queryByRole("button", { name: w.add })).toBeNull();
    expect(screen.queryByRole("button", { name: w.removeOf("M. Reyes") })).toBeNull();
    expect(within(own).getByRole("button", { name: w.changePassphrase })).toBeEnabled();
    expect(within(own).getByRole("button", { name: w.makeCode })).toBeEnabled();
  });

  it("gain one who typed their passphrase twice, with the role that was chosen", async () => {
    const { client, user } = atDesk({
      add_member: () => members({ done: "K. Lund has a way in." }),
      suggest_passphrase: () => ({ passphrase: LONG }),
    });
    const add = await screen.findByRole("button", { name: w.add });
    await user.click(add);
    await user.click(screen.getByRole("button", { name: w.addDo }));
    expect(screen.getByText(w.nameMissing)).toBeInTheDocument();
    expect(screen.getByText(p.missing)).toBeInTheDocument();
    expect(client.asked("add_member")).toEqual([]);
    await user.type(screen.getByLabelText(w.name), " K. Lund ");
    await user.click(screen.getByRole("radio", { name: w.roles.reviewer }));
    expect(screen.getByText(w.roleWords.reviewer)).toBeInTheDocument();
    await user.type(screen.getByLabelText(w.theirPassphrase), LONG);
    await user.type(screen.getByLabelText(w.theirPassphraseAgain), LONG);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.addDo }));
    await waitFor(() => {
      expect(client.asked("add_member")).toEqual([
        { name: "K. Lund", role: "reviewer", passphrase: LONG, keyFile: null },
      ]);
    });
    expect((await screen.findByText("K. Lund has a way in.")).closest("[role=status]")).not.toBeNull();
    await waitFor(() => expect(add).toHaveFocus());
  });

  it("keep what was typed when the vault did not take it", async () => {
    const { user } = atDesk({
      add_member: () => {
        throw faultOf("weak-passphrase", "This passphrase is easy to guess.", "Use more words.");
      },
    });
    await user.click(await screen.findByRole("button", { name: w.add }));
    await user.type(screen.getByLabelText(w.name), "K. Lund");
    await user.type(screen.getByLabelText(w.theirPassphrase), "aaaaaaaaaaaa");
    await user.type(screen.getByLabelText(w.theirPassphraseAgain), "aaaaaaaaaaaa");
    await user.click(screen.getByRole("button", { name: w.addDo }));
    expect(await screen.findByText(/easy to guess/u)).toBeInTheDocument();
    expect(screen.getByLabelText(w.theirPassphrase)).toHaveAccessibleDescription(/easy to guess/u);
    expect(screen.getByLabelText(w.name)).toHaveValue("K. Lund");
  });

  it("get another name and role", async () => {
    const { client, user } = atDesk({ save_member: () => members() });
    await user.click(await screen.findByRole("button", { name: w.editOf("M. Reyes") }));
    const name = screen.getByLabelText(w.name);
    await user.clear(name);
    await user.type(name, "Maria Reyes");
    await user.click(screen.getByRole("radio", { name: w.roles.owner }));
    await user.click(screen.getByRole("button", { name: w.editDo }));
    await waitFor(() => {
      expect(client.asked("save_member")).toEqual([
        { member: "m-M. Reyes", name: "Maria Reyes", role: "owner" },
      ]);
    });
  });

  it("lose one only after it is said that a copy stays readable, and nothing else is done meanwhile", async () => {
    const removed: ((view: MembersView) => void)[] = [];
    const { client, user } = atDesk({
      remove_member: () =>
        new Promise((resolve) => {
          removed.push(resolve);
        }),
    });
    await user.click(await screen.findByRole("button", { name: w.removeOf("M. Reyes") }));
    const dialog = await screen.findByRole("alertdialog", { name: w.removeTitle("M. Reyes") });
    for (const said of [w.removeCopy("M. Reyes"), w.removeFinal, w.removeBackups]) {
      expect(dialog).toHaveTextContent(said);
    }
    expect(await violations()).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: w.removeDo }));
    expect(await screen.findByText(w.removing)).toBeInTheDocument();
    await user.keyboard("{Escape}");
    expect(dialog).toBeInTheDocument();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    removed[0]?.(members({ members: [member("R. Ames", { role: "owner" }, { isPresent: true })], done: "M. Reyes is removed." }));
    expect(await screen.findByText("M. Reyes is removed.")).toBeInTheDocument();
    expect(client.asked("remove_member")).toEqual([{ member: "m-M. Reyes" }]);
    await waitFor(() => expect(screen.queryByRole("heading", { name: "M. Reyes" })).toBeNull());
  });
});

describe("the own passphrase", () => {
  const write = async (user: ReturnType<typeof atDesk>["user"]) => {
    await user.type(screen.getByLabelText(w.fresh), LONG);
    await user.type(screen.getByLabelText(w.freshAgain), LONG);
  };

  it("is changed by who knows the one before, and a wrong one is said at its field", async () => {
    let isWrong = true;
    const { client, user } = atDesk({
      change_passphrase: () => {
        if (isWrong) throw faultOf("wrong-passphrase", "This is not your passphrase.");
        return members({ done: "Your passphrase is changed." });
      },
    });
    await user.click(await screen.findByRole("button", { name: w.changePassphrase }));
    expect(screen.getByLabelText(w.current)).toHaveFocus();
    await write(user);
    await user.click(screen.getByRole("button", { name: w.changeDo }));
    expect(screen.getByText(w.currentMissing)).toBeInTheDocument();
    expect(client.asked("change_passphrase")).toEqual([]);
    await user.type(screen.getByLabelText(w.current), "as it was");
    await user.click(screen.getByRole("button", { name: w.changeDo }));
    expect(await screen.findByText(/not your passphrase/u)).toBeInTheDocument();
    expect(screen.getByLabelText(w.current)).toBeInvalid();
    expect(await violations()).toEqual([]);
    isWrong = false;
    await user.click(screen.getByRole("button", { name: w.changeDo }));
    expect(await screen.findByText("Your passphrase is changed.")).toBeInTheDocument();
    expect(client.asked("change_passphrase").at(-1)).toEqual({
      current: "as it was",
      currentKeyFile: null,
      passphrase: LONG,
      keyFile: null,
    });
  });

  it("keeps its key file unless another or none is chosen", async () => {
    const { client, user } = atDesk({
      members: () => members({ members: [member("R. Ames", {}, { isPresent: true, needsKeyFile: true })] }),
      choose_key_file: () => ({ folder: "/media/stick/work.key" }),
      change_passphrase: () => members(),
    });
    await user.click(await screen.findByRole("button", { name: w.changePassphrase }));
    const before = screen.getByRole("group", { name: w.currentKeyFile });
    await user.click(within(before).getByRole("button", { name: p.chooseKeyFile }));
    const next = screen.getByRole("group", { name: w.freshKeyFile });
    expect(await within(next).findByText("work.key")).toBeInTheDocument();
    await user.type(screen.getByLabelText(w.current), "as it was");
    await write(user);
    await user.click(within(next).getByRole("button", { name: p.withoutKeyFile }));
    await user.click(screen.getByRole("button", { name: w.changeDo }));
    await waitFor(() => {
      expect(client.asked("change_passphrase")[0]).toMatchObject({
        currentKeyFile: "/media/stick/work.key",
        keyFile: null,
      });
    });
  });

  it("is set anew without the one before when a recovery code opened the vault", async () => {
    const { client, user } = atDesk(
      { members: () => members({ byRecoveryCode: true }), change_passphrase: () => members() },
      "owner",
      "passphrase",
    );
    expect(await screen.findByText(w.changeRecovered)).toBeInTheDocument();
    expect(screen.queryByLabelText(w.current)).toBeNull();
    await write(user);
    await user.click(screen.getByRole("button", { name: w.changeDo }));
    await waitFor(() => expect(client.asked("change_passphrase")[0]?.current).toBe(""));
  });
});

describe("the own recovery code", () => {
  it("is shown once, printed, and counts only after it was typed", async () => {
    const { client, user } = atDesk({
      make_recovery_code: () => ({ groups: CODE }),
      print_recovery_code: () => ({
        file: { name: "Recovery.pdf", folder: "/home/w", pages: 1, sha256: "ab", warnings: [] },
      }),
      confirm_recovery_code: () => members({ done: "Your recovery code counts." }),
    });
    await user.click(await screen.findByRole("button", { name: w.makeCode }));
    expect(screen.getByText(w.codeWhoever)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.codeMake }));
    const shown = await screen.findByRole("list", { name: w.codeShown });
    expect(within(shown).getAllByRole("listitem").map((one) => one.textContent)).toEqual(
      CODE.map((group, at) => `${p.group(at + 1)}: ${group}`),
    );
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.codePrint }));
    expect(await screen.findByText(w.codePrinted("Recovery.pdf", "/home/w"))).toBeInTheDocument();
    expect(screen.getByText(w.codePrintedWords)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.codeTry }));
    expect(screen.queryByText("720885")).toBeNull();
    expect(screen.getByLabelText(p.group(1))).toHaveFocus();
    expect(screen.getByRole("button", { name: w.codeConfirm })).toBeDisabled();
    await user.keyboard(CODE.join(""));
    expect(await violations()).toEqual([]);
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Your recovery code counts.")).toBeInTheDocument();
    expect(client.asked("confirm_recovery_code")).toEqual([{ code: CODE.join("-") }]);
  });

  it("is removed only after it is said what that means", async () => {
    const own = member("R. Ames", { recoverySlot: "s9" }, { isPresent: true });
    const { client, user } = atDesk({
      members: () => members({ members: [own] }),
      remove_recovery_code: () => members({ done: "Removed." }),
    });
    await user.click(await screen.findByRole("button", { name: w.removeCode }));
    expect(screen.getByText(w.codeRemoveWords)).toBeInTheDocument();
    expect(client.asked("remove_recovery_code")).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.codeRemoveDo }));
    await waitFor(() => expect(client.asked("remove_recovery_code")).toHaveLength(1));
  });
});
