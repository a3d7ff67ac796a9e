import { describe, expect, it } from "vitest";
import { matches } from "./matches";

const offers = [
  { group: "Assessments", name: "Annual review, Larkspur Clinic" },
  { group: "Organisations", name: "Larkspur Clinic" },
  { group: "Everywhere", name: "Lock the vault" },
  { group: "Everywhere", name: "Check the vault" },
];

const names = (typed: string) =>
  matches(offers, typed).flatMap(({ things }) => things.map(({ name }) => name));

describe("what the palette offers", () => {
  it("is all of it, in its order, before anything is typed", () => {
    expect(names("  ")).toEqual(offers.map(({ name }) => name));
  });

  it("holds every word that was typed, wherever it stands", () => {
    expect(names("vault check")).toEqual(["Check the vault"]);
    expect(names("everywhere LOCK")).toEqual(["Lock the vault"]);
    expect(names("zz")).toEqual([]);
  });

  it("begins with the thing that is called so", () => {
    expect(names("lark")[0]).toBe("Larkspur Clinic");
  });

  it("is cut where a group is long, and says how many more there are", () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ group: "A", name: `One ${at}` }));
    const [group] = matches(many, "one");
    expect((group?.things.length ?? 0) + (group?.more ?? 0)).toBe(1000);
    expect(group?.things.length).toBeLessThan(20);
  });
});
