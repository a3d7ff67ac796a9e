import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { openVault } from "../../../test/clinic";
import { crypto } from "../../../test/vault";
import { show, violations } from "../../../test/show";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { CreateVault } from "./CreateVault";
import { Welcome } from "./Welcome";

const w = words.vault;
const p = words.passphrase;
const nothing = () => undefined;
const LONG = "correct staple window harbour";

describe("the first screen", () => {
  it("opens the sample with one press", async () => {
    const client = new Memory({ open_sample: () => openVault });
    const { user } = show(<Welcome recent={[]} mode="standard" onCreate={nothing} onUnlock={nothing} onRestore={nothing} onVerify={nothing} />, client);
    await user.click(screen.getByRole("button", { name: new RegExp(w.sample, "u") }));
    expect(client.asked("open_sample")).toHaveLength(1);
  });

  it("says what kept the sample from opening", async () => {
    const client = new Memory({
      open_sample: () => {
        throw faultOf("other", "The disk is full.", "Make room and try again.");
      },
    });
    const { user } = show(<Welcome recent={[]} mode="standard" onCreate={nothing} onUnlock={nothing} onRestore={nothing} onVerify={nothing} />, client);
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
    const { user } = show(<Welcome recent={recent} mode="standard" onCreate={nothing} onUnlock={onUnlock} onRestore={nothing} onVerify={nothing} />);
    expect(screen.getByRole("button", { name: /Old/u })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: /Work/u }));
    expect(onUnlock).toHaveBeenCalledWith("/home/w/Work.auscult");
  });
});

describe("making a vault", () => {
  const creating = <CreateVault mode="standard" onBack={nothing} onMade={nothing} />;

  it("asks for all it needs before it asks the workbench", async () => {
    const client = new Memory();
    const { user } = show(creating, client);
    await user.click(screen.getByRole("button", { name: w.createTitle }));
    expect(screen.getByText(w.folderMissing)).toBeInTheDocument();
    expect(screen.getByText(w.personMissing)).toBeInTheDocument();
    expect(client.asked("create_vault")).toEqual([]);
  });

  it("hands over folder, name and passphrase, and nothing while the two differ", async () => {
    const client = new Memory({
      choose_new_vault: () => ({ folder: "/home/w/Work.auscult" }),
      create_vault: () => openVault,
    });
    const { user } = show(creating, client);
    await user.click(screen.getByRole("button", { name: w.choose }));
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    await user.type(screen.getByLabelText(w.passphrase), LONG);
    await user.type(screen.getByLabelText(w.again), "other");
    expect(screen.getByText(p.differ)).toBeInTheDocument();
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
    const { user } = show(creating, client);
    await user.type(screen.getByLabelText(w.folder), "/home/w/Work.auscult");
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    await user.type(screen.getByLabelText(w.passphrase), "aaaaaaaaaaaa");
    await user.type(screen.getByLabelText(w.again), "aaaaaaaaaaaa{Enter}");
    expect(await screen.findByText(/easy to guess/u)).toBeInTheDocument();
    expect(screen.getByLabelText(w.passphrase)).toHaveAccessibleDescription(/easy to guess/u);
    expect(screen.getByLabelText(w.passphrase)).toHaveValue("aaaaaaaaaaaa");
    expect(await violations()).toEqual([]);
  });

  it("offers a passphrase, which is written once more before it counts", async () => {
    const client = new Memory({
      suggest_passphrase: () => ({ passphrase: "anvil copper lantern meadow quartz" }),
      copy_secret: () => ({}),
      create_vault: () => openVault,
    });
    const { user } = show(creating, client);
    await user.click(screen.getByRole("button", { name: p.offer }));
    const offer = await screen.findByRole("region", { name: p.offered });
    expect(offer).toHaveTextContent("anvil copper lantern meadow quartz");
    await user.click(screen.getByRole("button", { name: p.copy }));
    expect(client.asked("copy_secret")).toEqual([{ secret: "anvil copper lantern meadow quartz" }]);
    await user.click(screen.getByRole("button", { name: p.take }));
    expect(screen.getByLabelText(w.passphrase)).toHaveValue("anvil copper lantern meadow quartz");
    expect(screen.getByLabelText(w.again)).toHaveValue("");
    expect(await violations()).toEqual([]);
  });

  it("tells what a copied vault would withstand, of the newest words only", async () => {
    const answers: ((time: string) => void)[] = [];
    const client = new Memory({
      rate_passphrase: () =>
        new Promise((resolve) => {
          answers.push((time) => resolve({ level: 1, taken: false, time, advice: "Use more words." }));
        }),
    });
    const { user } = show(creating, client);
    await user.type(screen.getByLabelText(w.passphrase), "first");
    await waitFor(() => expect(answers).toHaveLength(1));
    await user.type(screen.getByLabelText(w.passphrase), " second");
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.("three weeks");
    expect(await screen.findByText(p.withstands("three weeks"))).toBeInTheDocument();
    expect(screen.getByText(/Use more words/u).closest("[aria-live=polite]")).not.toBeNull();
    answers[0]?.("a second");
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    expect(screen.queryByText(p.withstands("a second"))).toBeNull();
    expect(screen.getByRole("meter", { name: p.strength })).toHaveAttribute("aria-valuetext", "three weeks");
  });

  it("hands over the key file that was made for it", async () => {
    const onMade = vi.fn();
    const client = new Memory({
      make_key_file: () => ({ folder: "/media/stick/work.key" }),
      create_vault: () => openVault,
    });
    const { user } = show(<CreateVault mode="standard" onBack={nothing} onMade={onMade} />, client);
    await user.type(screen.getByLabelText(w.folder), "/home/w/Work");
    await user.type(screen.getByLabelText(w.person), "R. Ames");
    await user.click(screen.getByRole("button", { name: p.makeKeyFile }));
    expect(await screen.findByText("work.key")).toBeInTheDocument();
    expect(screen.getByText(p.keyFileMade)).toBeInTheDocument();
    await user.type(screen.getByLabelText(w.passphrase), LONG);
    await user.type(screen.getByLabelText(w.again), `${LONG}{Enter}`);
    await waitFor(() => expect(onMade).toHaveBeenCalledOnce());
    expect(client.asked("create_vault")[0]?.keyFile).toBe("/media/stick/work.key");
  });

  it("begins anew when approved mode is chosen, and asks for nothing before", async () => {
    const client = new Memory({ crypto: () => crypto({ approvedAvailable: true }), begin_anew: () => ({}) });
    const { user } = show(creating, client);
    await user.click(await screen.findByRole("radio", { name: w.modes.approved }));
    expect(screen.queryByLabelText(w.passphrase)).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.beginApproved }));
    expect(client.asked("begin_anew")).toEqual([{ mode: "approved", folder: null }]);
  });

  it("offers no approved mode where its module is not installed", async () => {
    const client = new Memory({ crypto: () => crypto({ approvedAvailable: false }) });
    show(creating, client);
    await waitFor(() => expect(client.asked("crypto")).toHaveLength(1));
    expect(screen.queryByRole("radio")).toBeNull();
  });
});
