import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { show, violations } from "../../../test/show";
import type { AttachedView } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { Attach } from "./Attach";

const w = words.evidence;
const attach = <Attach assessment="a1" control="ADM-SO-1" subject="all" />;

/** A workbench that seals until it is told that it is done. */
function sealing() {
  let finish: (view: AttachedView) => void = () => undefined;
  const client = new Memory({
    attach_files: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
    cancel_task: () => ({}),
  });
  return { client, finish: (view: AttachedView) => finish(view) };
}

describe("attaching", () => {
  it("shows how far it is, and asks to stop when somebody cancels", async () => {
    const { client } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    const task = client.asked("attach_files")[0]?.task ?? "";
    act(() => {
      client.say("progress", { task, file: 2, files: 3, done: 25, total: 100 });
    });
    expect(screen.getByText(w.attaching(2, 3))).toBeInTheDocument();
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "25");
    await user.click(screen.getByRole("button", { name: w.cancel }));
    expect(client.asked("cancel_task")).toEqual([{ task }]);
  });

  it("does not mistake the progress of another task for its own", async () => {
    const { client } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    act(() => {
      client.say("progress", { task: "other", file: 2, files: 3, done: 25, total: 100 });
    });
    expect(screen.queryByText(w.attaching(2, 3))).toBeNull();
  });

  it("says of each file what became of it, and why one was not taken", async () => {
    const { client, finish } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    act(() => {
      finish({
        files: [
          { fileName: "scan.pdf", outcome: "added", evidence: null, sentence: "" },
          { fileName: "same.pdf", outcome: "already-there", evidence: null, sentence: "" },
          { fileName: "gone.pdf", outcome: "failed", evidence: null, sentence: "It is gone." },
        ],
      });
    });
    const list = await screen.findByRole("list", { name: w.results });
    expect(list).toHaveTextContent(`scan.pdf${words.code.attach.added}`);
    expect(list).toHaveTextContent(`same.pdf${words.code.attach["already-there"]}`);
    expect(list).toHaveTextContent(`gone.pdf${words.code.attach.failed}It is gone.`);
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it("takes files that are dropped, at the control that is open", async () => {
    const { client } = sealing();
    show(attach, client);
    act(() => {
      client.say("dropped", { token: "t7", count: 2 });
    });
    await waitFor(() => {
      expect(client.asked("attach_files")).toEqual([
        expect.objectContaining({ control: "ADM-SO-1", subject: "all", dropped: "t7" }),
      ]);
    });
  });

  it("takes one load at a time: a second press waits for the first", async () => {
    const { client } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    await user.click(screen.getByRole("button", { name: w.attach }));
    expect(client.asked("attach_files")).toHaveLength(1);
  });

  it("says what kept all of it from being taken", async () => {
    const client = new Memory({
      attach_files: () => {
        throw faultOf("other", "The disk is full.");
      },
    });
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The disk is full.");
  });
});
