import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault } from "./fault";
import { faultOf } from "./memory";
import { PAUSE, RETRY, Saver } from "./saver";
import { Savers } from "./savers";

const refused = (fault: Fault): Promise<string> =>
  Promise.resolve().then(() => {
    throw fault;
  });

type Save = { value: string; done: (at: string) => void; fail: (code?: "other" | "input") => void };

function saverWith(value = "") {
  const saves: Save[] = [];
  const saver = new Saver<string>(
    value,
    (said) =>
      new Promise((resolve) => {
        saves.push({
          value: said,
          done: resolve,
          fail: (code = "other") => {
            resolve(refused(faultOf(code, "The disk is full.")));
          },
        });
      }),
  );
  return { saver, saves };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a draft", () => {
  it("is saved within half a second of the last keystroke, and not at each", async () => {
    const { saver, saves } = saverWith();
    expect(PAUSE).toBeLessThan(500);
    saver.write("a", "soon");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    saver.write("ab", "soon");
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves.map((s) => s.value)).toEqual(["ab"]);
  });

  it("is called saved only after the workbench answered", async () => {
    const { saver, saves } = saverWith();
    saver.write("a", "soon");
    expect(saver.state.is).toBe("waiting");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(saver.state.is).toBe("saving");
    saves[0]?.done("2026-11-25T09:00:00Z");
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state).toEqual({ is: "saved", at: "2026-11-25T09:00:00Z" });
  });

  it("keeps newer words when an older answer comes", async () => {
    const { saver, saves } = saverWith("held");
    saver.write("a", "now");
    saver.write("ab", "soon");
    saves[0]?.done("1");
    await vi.advanceTimersByTimeAsync(0);
    saver.adopt("a");
    expect(saver.value).toBe("ab");
    expect(saver.state.is).toBe("waiting");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(saves.at(-1)?.value).toBe("ab");
  });

  it("saves one at a time, the newest last", async () => {
    const { saver, saves } = saverWith();
    saver.write("a", "now");
    saver.write("b", "now");
    saver.write("c", "now");
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.map((s) => s.value)).toEqual(["a"]);
    saves[0]?.done("1");
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.map((s) => s.value)).toEqual(["a", "c"]);
    saves[1]?.done("2");
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toHaveLength(2);
    expect(saver.state).toEqual({ is: "saved", at: "2" });
  });

  it("that could not be saved says so, keeps its words and is tried again", async () => {
    const { saver, saves } = saverWith();
    saver.write("a", "now");
    saves[0]?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state).toMatchObject({ is: "failed", fault: { message: "The disk is full." } });
    saver.adopt("held");
    expect(saver.value).toBe("a");
    expect(saver.owes).toBe(true);
    await vi.advanceTimersByTimeAsync(RETRY);
    saves[1]?.done("2");
    await vi.advanceTimersByTimeAsync(0);
    expect(saves[1]?.value).toBe("a");
    expect(saver.state.is).toBe("saved");
  });

  it("that a person must put right is not tried again by itself", async () => {
    const { saver, saves } = saverWith();
    saver.write("a", "now");
    saves[0]?.fail("input");
    await vi.advanceTimersByTimeAsync(RETRY * 3);
    expect(saves).toHaveLength(1);
    expect(saver.state.is).toBe("failed");
  });

  it("takes what the workbench holds when nothing newer waits", () => {
    const { saver } = saverWith("old");
    saver.adopt("new");
    expect(saver.value).toBe("new");
  });
});

describe("all drafts together", () => {
  it("are saved at once on leaving, those that still wait too", async () => {
    const savers = new Savers();
    const saved: string[] = [];
    for (const name of ["one", "two"]) {
      const saver = savers.of(name, "", (value) => {
        saved.push(value);
        return Promise.resolve("1");
      });
      saver.write(`${name} written`, "soon");
    }
    await expect(savers.flush()).resolves.toEqual([]);
    expect(saved).toEqual(["one written", "two written"]);
  });

  it("name what could not be saved", async () => {
    const savers = new Savers();
    const fault = faultOf("other", "The disk is full.");
    savers.of("one", "", () => refused(fault)).write("x", "soon");
    await expect(savers.flush()).resolves.toEqual([fault]);
  });

  it("keep a draft when its screen comes again", () => {
    const savers = new Savers();
    const save = () => Promise.resolve("1");
    savers.of("one", "", save).write("typed", "soon");
    expect(savers.of("one", "held", save).value).toBe("typed");
  });

  it("are given up with their vault", async () => {
    const savers = new Savers();
    const save = vi.fn(() => Promise.resolve("1"));
    savers.of("one", "", save).write("typed", "soon");
    savers.clear();
    await vi.advanceTimersByTimeAsync(PAUSE * 2);
    expect(save).not.toHaveBeenCalled();
    expect(savers.of("one", "held", save).value).toBe("held");
  });
});
