import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noWords } from "../../../test/clinic";
import { Saver } from "../../bridge/saver";
import type { AnswerWords } from "../../bridge/generated/wire";
import { change, useSaid, useSaveState } from "./answerDraft";

describe("an answer being written", () => {
  it("draws nothing anew but the note while the note is typed", () => {
    const draft = new Saver<AnswerWords>(noWords, () => Promise.resolve("1"));
    let drawn = 0;
    const { result } = renderHook(() => {
      drawn += 1;
      return { said: useSaid(draft), state: useSaveState(draft) };
    });
    act(() => change(draft, { note: "S" }, "soon"));
    expect(result.current.state.is).toBe("waiting");
    const before = drawn;
    for (const note of ["Se", "See", "Seen"]) act(() => change(draft, { note }, "soon"));
    expect(drawn).toBe(before);
    act(() => change(draft, { flagged: true }, "soon"));
    expect(drawn).toBe(before + 1);
    expect(result.current.said.flagged).toBe(true);
  });
});
