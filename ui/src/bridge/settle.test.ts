import { describe, expect, it } from "vitest";
import { controlOfClass, framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import type { AssessmentView, ControlView } from "./generated/wire";
import { makeCache } from "./queries";
import { settle } from "./settle";

const control = controlOfClass("REQ");
const name = { assessment: "a1", control: control.id };

function filled() {
  const cache = makeCache();
  cache.setQueryData(["assessment", { assessment: "a1" }], clinic.assessment);
  cache.setQueryData(["control", name], clinic.controlView(control));
  cache.setQueryData(["overview", { assessment: "a1" }], clinic.overview);
  cache.setQueryData(["framework", { digest: "d1" }], { digest: "d1", framework });
  return cache;
}

const answered = {
  control: clinic.controlView(control, clinic.answerRow({ implementation: "implemented" })),
  row: { ...clinic.controlRow(control), state: "implemented" as const, answered: true },
  standing: { ...clinic.standing, word: "Established" },
  assessment: clinic.assessment.assessment,
  saved: clinic.SAVED,
};

describe("an answer that came back", () => {
  const cache = filled();
  const request = { ...name, subject: "all", words: clinic.noWords };
  settle(cache, "answer", request, answered);

  it("stands in the control, in its row and in the figures, without another question", () => {
    const held = cache.getQueryData<ControlView>(["control", name]);
    expect(held?.answers[0]?.words.implementation).toBe("implemented");
    const file = cache.getQueryData<AssessmentView>(["assessment", { assessment: "a1" }]);
    expect(file?.rows.find((row) => row.control === control.id)?.answered).toBe(true);
    expect(file?.rows.filter((row) => row.answered)).toHaveLength(1);
    expect(file?.standing.word).toBe("Established");
  });

  it("outdates what follows from it, and leaves the catalogue alone", () => {
    const outdated = (key: unknown[]) => cache.getQueryState(key)?.isInvalidated;
    expect(outdated(["overview", { assessment: "a1" }])).toBe(true);
    expect(outdated(["framework", { digest: "d1" }])).toBe(false);
  });
});

describe("locking", () => {
  it("leaves nothing of the vault in the page", () => {
    const cache = filled();
    settle(cache, "lock", { lost: 0 }, clinic.noVault);
    const left = cache.getQueryCache().getAll().map((query) => query.queryKey[0]);
    expect(left).toEqual(["status"]);
  });
});

describe("a private note that came back", () => {
  it("stands at its answer and nowhere else", () => {
    const cache = filled();
    settle(
      cache,
      "write_working_note",
      { ...name, subject: "all", text: "ask again" },
      { saved: clinic.SAVED },
    );
    const held = cache.getQueryData<ControlView>(["control", name]);
    expect(held?.answers[0]?.workingNote).toBe("ask again");
    expect(JSON.stringify(cache.getQueryData(["overview", { assessment: "a1" }]))).not.toContain(
      "ask again",
    );
  });
});
