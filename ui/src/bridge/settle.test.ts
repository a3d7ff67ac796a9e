import { describe, expect, it } from "vitest";
import { controlOfClass, framework } from "../../test/catalogue";
import * as clinic from "../../test/clinic";
import { plan, request } from "../../test/requests";
import type { AssessmentView, ControlView, RequestsView } from "./generated/wire";
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

describe("a plan that was applied", () => {
  it("stands in the requests, and outdates what rests on them", () => {
    const cache = filled();
    const key = ["requests", { assessment: "a1" }];
    cache.setQueryData(key, plan([]));
    settle(cache, "apply_plan", { token: "t1" }, plan([request("r1", { state: "received" })]));
    expect(cache.getQueryData<RequestsView>(key)?.requests[0]?.state).toBe("received");
    expect(cache.getQueryState(["control", name])?.isInvalidated).toBe(true);
  });
});

describe("a file that left", () => {
  it("makes the register be asked for again, and nothing to be undone", () => {
    const cache = filled();
    const about = { organisation: null, assessment: "a1" };
    cache.setQueryData(["issued", about], { issues: [], fingerprint: "" });
    cache.setQueryData(["history", { of: "a1" }], { undo: null, redo: null });
    settle(
      cache,
      "export_plan",
      { assessment: "a1", format: "ics", paper: "letter", to: "" },
      { file: null },
    );
    expect(cache.getQueryState(["issued", about])?.isInvalidated).toBe(true);
    expect(cache.getQueryState(["history", { of: "a1" }])?.isInvalidated).toBe(false);
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
