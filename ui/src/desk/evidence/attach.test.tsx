import { act, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { show, violations } from "../../../test/show";
import type { AttachedView } from "../../bridge/generated/wire";
import { faultOf, Memory } from "../../bridge/memory";
import { words } from "../../words/en";
import { Attach } from "./Attach";
import { useStrayFiles } from "./taker";

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
  it("shows how far it is over all files, and asks to stop when somebody cancels", async () => {
    const { client } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    const task = client.asked("attach_files")[0]?.task ?? "";
    act(() => {
      client.say("progress", { task, file: 2, files: 3, done: 25, total: 100 });
    });
    expect(screen.getByText(w.attaching(2, 3))).toBeInTheDocument();
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "42");
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

  it("says of each file what became of it: counts first, then what was not taken and why", async () => {
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
    const results = await screen.findByRole("region", { name: w.results });
    const counts = [w.counted.added(1), w.counted["already-there"](1), w.counted.failed(1)];
    for (const count of counts) expect(within(results).getByText(count)).toBeInTheDocument();
    // A reader hears the same without going there.
    expect(screen.getByText(counts.join(", "))).toBeInTheDocument();
    const failed = screen.getByRole("list", { name: w.problems });
    expect(failed).toHaveTextContent(`gone.pdf${words.code.attach.failed}It is gone.`);
    const taken = screen.getByRole("list", { name: w.taken });
    expect(taken).toHaveTextContent(`scan.pdf${words.code.attach.added}`);
    expect(taken).toHaveTextContent(`same.pdf${words.code.attach["already-there"]}`);
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: w.forget }));
    expect(screen.queryByRole("region", { name: w.results })).toBeNull();
  });

  it("of five hundred files lists what was not taken and folds the rest away", async () => {
    const { client, finish } = sealing();
    const { user } = show(attach, client);
    await user.click(screen.getByRole("button", { name: w.attach }));
    act(() => {
      finish({
        files: Array.from({ length: 500 }, (_, index) => ({
          fileName: `scan ${index}.pdf`,
          outcome: index % 100 === 7 ? ("failed" as const) : ("added" as const),
          evidence: null,
          sentence: index % 100 === 7 ? "It is a folder." : "",
        })),
      });
    });
    await screen.findByRole("region", { name: w.results });
    expect(screen.getByText(w.counted.added(495))).toBeInTheDocument();
    expect(screen.getAllByRole("listitem")).toHaveLength(5);
    await user.click(screen.getByRole("button", { name: `${w.taken}495` }));
    expect(screen.getAllByRole("listitem")).toHaveLength(500);
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

  it("takes what was copied, by key and by button, and leaves Ctrl+V in a field to the field", async () => {
    const client = new Memory({
      attach_pasted: () => ({
        files: [{ fileName: "Pasted.png", outcome: "added", evidence: null, sentence: "" }],
      }),
    });
    const { user } = show(
      <>
        {attach}
        <input aria-label="note" />
      </>,
      client,
    );
    await user.click(screen.getByRole("textbox", { name: "note" }));
    await user.keyboard("{Control>}v{/Control}");
    expect(client.asked("attach_pasted")).toEqual([]);
    await user.click(document.body);
    await user.keyboard("{Control>}v{/Control}");
    expect(await screen.findByText("Pasted.png")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: w.paste }));
    expect(client.asked("attach_pasted")).toHaveLength(2);
    expect(client.asked("attach_pasted")[0]).toMatchObject({
      control: "ADM-SO-1",
      subject: "all",
      strength: "examined",
    });
  });

  it("gives dropped files to the innermost place that takes files", () => {
    const { client } = sealing();
    const inner = <Attach assessment="a1" control={null} subject="all" redacts="e9" />;
    const { rerender } = show(attach, client);
    rerender(
      <>
        {attach}
        {inner}
      </>,
    );
    act(() => {
      client.say("dropped", { token: "t8", count: 1 });
    });
    expect(client.asked("attach_files").map((asked) => asked.redacts)).toEqual(["e9"]);
  });

  it("takes files that were dropped where nothing takes any, once the shelf is there", async () => {
    const { client } = sealing();
    function Elsewhere() {
      const [at, setAt] = useState<"overview" | "shelf">("overview");
      useStrayFiles(() => setAt("shelf"));
      return at === "shelf" && <Attach assessment="a1" control={null} subject="all" />;
    }
    const { rerender } = show(<Elsewhere />, client);
    act(() => {
      client.say("dropped", { token: "t9", count: 1 });
    });
    await waitFor(() => {
      expect(client.asked("attach_files").map((asked) => asked.dropped)).toEqual(["t9"]);
    });
    rerender(<Elsewhere />);
    expect(client.asked("attach_files")).toHaveLength(1);
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
