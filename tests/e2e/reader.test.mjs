// A vault belongs to whoever has its passphrase: a program that shares no line with this one
// opens it from its described format alone, and finds that all of it agrees.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { within } from "../../scripts/run.mjs";
import { auscult, newPlace, PASSPHRASE } from "./place.mjs";

let place;
let vault;
before(async () => {
  place = await newPlace();
  vault = place.at("desk", "clinic.auscult");
  const made = auscult(place, "sample", { vault });
  assert.equal(made.code, 0, made.err);
});
after(() => place?.close());

const read = (passphrase) =>
  spawnSync(within(".tools", "python", "bin", "python"), [within("tests", "reader", "reader.py"), vault], {
    input: `${passphrase}\n`,
    encoding: "utf8",
  });

test("another program reads the vault of the sample", () => {
  const { status, stdout, stderr } = read(PASSPHRASE);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^All agrees\./u);
});

test("and does not, with another passphrase", () => {
  const { status, stdout } = read("another harbour seven lanterns");
  assert.notEqual(status, 0);
  assert.ok(!stdout.includes("All agrees"));
});
