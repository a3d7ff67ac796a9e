import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noWords } from "../../../test/clinic";
import { Saver } from "../../bridge/saver";
import type { AnswerWords } from "../../bridge/generated/wire";
import { change, useSaid } from "./answerDraft";

describe("an answer being written", () => {
  it("draws nothing anew but the note while the note is typed", () => {
    const draft = new Saver<AnswerWords>(noWords, () => Promise.resolve("1"));
    let drawn = 0;
    const { result } = renderHook(() => {
      drawn += 1;
      return useSaid(draft);
    });
    for (const note of ["S", "Se", "See"]) act(() => change(draft, { note }, "soon"));
    expect(drawn).toBe(1);
    act(() => change(draft, { flagged: true }, "now"));
    expect(drawn).toBe(2);
    expect(result.current.flagged).toBe(true);
  });
});
