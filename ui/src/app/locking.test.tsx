import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import * as clinic from "../../test/clinic";
import { clinicOpen } from "../../test/program";
import { show, violations } from "../../test/show";
import type { LockedView } from "../bridge/generated/wire";
import { faultOf } from "../bridge/memory";
import { WhyLocked } from "../desk/vault/WhyLocked";
import { words } from "../words/en";

async function typing() {
  const shown = clinicOpen({ lock: () => clinic.noVault });
  await shown.user.click(await screen.findByText("Annual review"));
  await screen.findByLabelText(words.desk.note);
  await shown.user.type(screen.getByLabelText(words.desk.note), "Last wor");
  return shown;
}

describe("a vault that is locked by itself", () => {
  it("saves the middle of a word first, and is locked once", async () => {
    const { client } = await typing();
    client.say("locking", {});
    client.say("locking", {});
    await waitFor(() => expect(client.asked("lock")).toEqual([{ lost: 0 }]));
    expect(client.asked("answer").at(-1)?.words.note).toBe("Last wor");
    const at = (name: string) => client.calls.findLastIndex(({ command }) => command === name);
    expect(at("answer")).toBeLessThan(at("lock"));
  });

  it("tries again what could not be saved", async () => {
    const { client } = await typing();
    const { answer } = client.answers;
    let tries = 0;
    client.teach({
      answer: (request) => {
        tries += 1;
        if (tries === 1 || !answer) throw faultOf("other", "The disk is full.");
        return answer(request);
      },
    });
    client.say("locking", {});
    await waitFor(() => expect(client.asked("lock")).toEqual([{ lost: 0 }]), { timeout: 3000 });
    expect(tries).toBe(2);
  });

  it("is locked all the same when something cannot be saved, and counts it", async () => {
    const { client } = await typing();
    client.teach({
      answer: () => {
        throw faultOf("input", "This is too long.");
      },
    });
    client.say("locking", {});
    await waitFor(() => expect(client.asked("lock")).toEqual([{ lost: 1 }]), { timeout: 4000 });
  });
});

describe("the lock screen", () => {
  const w = words.locking;
  const said = (locked: LockedView) => show(<WhyLocked locked={locked} />);

  it("says why it is there, and that all is saved", async () => {
    said({ because: "idle", lost: 0 });
    expect(document.body).toHaveTextContent(w.title.idle);
    expect(document.body).toHaveTextContent(w.saved);
    expect(await violations()).toEqual([]);
  });

  it("says what was lost, whoever locked", () => {
    said({ because: null, lost: 1 });
    expect(document.body).toHaveTextContent(w.lost(1));
    expect(document.body).toHaveTextContent(w.title.lost);
  });

  it("says that a fault of the program locked it", () => {
    said({ because: "fault", lost: 0 });
    expect(document.body).toHaveTextContent(w.fault);
  });
});
