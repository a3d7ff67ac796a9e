import { describe, expect, it } from "vitest";
import type { Find } from "../bridge/generated/wire";
import { placeOf } from "./placeOf";

const find = (part: Partial<Find>): Find => ({
  kind: "answer",
  id: "x1",
  organisation: "o1",
  organisationName: "",
  assessment: "a1",
  assessmentTitle: "",
  control: "ADM-SO-1",
  subject: "all",
  title: "",
  snippet: [],
  ...part,
});
const library = { at: "library" } as const;

describe("what is found is to be seen", () => {
  it("at its control, with the subject it is about", () => {
    for (const kind of ["answer", "working-note", "observation", "finding"] as const) {
      expect(placeOf(find({ kind, subject: "system:s1" }), library)).toEqual({
        at: "assessment",
        assessment: "a1",
        part: "desk",
        control: "ADM-SO-1",
        subject: "system:s1",
      });
    }
  });

  it("on the shelf, in the plan, or in its organisation, by its id", () => {
    expect(placeOf(find({ kind: "evidence" }), library)).toMatchObject({
      part: "evidence",
      shown: "x1",
    });
    expect(placeOf(find({ kind: "request" }), library)).toMatchObject({
      part: "requests",
      shown: "x1",
    });
    expect(placeOf(find({ kind: "vendor", assessment: null }), library)).toEqual({
      at: "organisation",
      organisation: "o1",
      shown: "x1",
    });
  });

  it("in the assessment in view when it is a control of the catalogue", () => {
    const control = find({ kind: "control", id: "TEC-EN-1", control: null, assessment: null });
    const here = { at: "assessment", assessment: "a9", part: "overview", control: null } as const;
    expect(placeOf(control, here)).toMatchObject({
      assessment: "a9",
      part: "desk",
      control: "TEC-EN-1",
    });
    expect(placeOf(control, library)).toEqual(library);
  });
});
