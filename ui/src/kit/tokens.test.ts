import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");
const page = readFileSync(join(import.meta.dirname, "../../DESIGN.md"), "utf8");

const looks = ["light", "dark"] as const;
type Look = (typeof looks)[number];

function token(name: string, look: Look): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, "u").exec(css);
  const value = found?.[look === "light" ? 1 : 2];
  if (!value) throw new Error(`tokens.css has no colour pair --${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

// What is read stands on what: WCAG 2.2, 1.4.3 asks for 4.5 to 1.
const text: [string, string[]][] = [
  ["ink", ["ground", "surface", "sunken", "hover", "selected", "accent-wash", "good-wash", "warn-wash", "bad-wash", "private-wash", "found"]],
  ["ink-2", ["ground", "surface", "sunken", "hover", "selected", "accent-wash", "warn-wash", "private-wash"]],
  ["ink-3", ["ground", "surface", "sunken", "hover", "selected", "private-wash"]],
  ["accent", ["ground", "surface", "sunken", "hover", "accent-wash", "selected"]],
  ["on-accent", ["accent", "accent-hover"]],
  ["good", ["ground", "surface", "sunken", "hover", "good-wash", "selected"]],
  ["warn", ["ground", "surface", "sunken", "hover", "warn-wash", "selected"]],
  ["bad", ["ground", "surface", "sunken", "hover", "bad-wash", "selected"]],
  ["private", ["surface", "private-wash", "selected"]],
];

// What only has to be made out: 1.4.11 asks for 3 to 1.
const shapes: [string, string[]][] = [
  ["line-strong", ["surface", "sunken", "ground"]],
  ["focus", ["ground", "surface", "sunken", "selected"]],
  ["bar", ["track", "surface"]],
  ["bar-2", ["track", "surface"]],
];

describe.each(looks)("the colours of the %s look", (look) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));

  it.each(pairs(text))("let %s be read on %s", (front, back) => {
    expect(contrast(token(front, look), token(back, look))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))("let %s be made out on %s", (front, back) => {
    expect(contrast(token(front, look), token(back, look))).toBeGreaterThanOrEqual(3);
  });

  it("are those that DESIGN.md names, with their measured contrast", () => {
    const column = look === "light" ? 3 : 4;
    const lines = page.split("\n").filter((line) => /^\| `[a-z0-9-]+` on `/u.test(line));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const [, front = "", back = ""] = /`([a-z0-9-]+)` on `([a-z0-9-]+)`/u.exec(line) ?? [];
      const written = line.split("|")[column]?.trim();
      const measured = contrast(token(front, look), token(back, look)).toFixed(1);
      expect(`${front} on ${back}: ${written ?? ""}`).toBe(`${front} on ${back}: ${measured}`);
    }
  });
});
