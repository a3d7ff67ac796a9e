// A vault as somebody reads it who has nothing but the passphrase and the two pages on its
// format: everything agrees, and a single changed bit does not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AUSCULT } from "../../scripts/build.mjs";
import { within } from "../../scripts/run.mjs";

const PASSPHRASE = "a walk along the harbour wall";
const KNOWN = within("src-tauri", "crates", "store", "tests", "fixtures", "format-1");
let place;
let sample;

/** Runs the reader; a vault is copied first, since even reading a database leaves files. */
function read(vault, passphrase) {
  const copy = mkdtempSync(join(place, "read-"));
  cpSync(vault, copy, { recursive: true });
  const python = within(".tools", "python", "bin", "python");
  const reader = within("tests", "reader", "reader.py");
  return spawnSync(python, [reader, copy], { input: `${passphrase}\n`, encoding: "utf8" });
}

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-reader-"));
  sample = join(place, "sample.auscult");
  const file = join(place, "passphrase");
  writeFileSync(file, `${PASSPHRASE}\n`);
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: join(place, "share") };
  const words = ["sample", "--vault", sample, "--passphrase-file", file];
  const made = spawnSync(AUSCULT, words, { env, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
});
after(() => rmSync(place, { recursive: true, force: true }));

test("the sample is read whole", () => {
  const { status, stdout, stderr } = read(sample, PASSPHRASE);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^All agrees\. Rows: [1-9]\d+\. Sealed files: [1-9]\d*\. Trail entries: [1-9]\d+\.$/mu);
});

test("the known vault of format 1 is read whole", () => {
  const { status, stderr } = read(KNOWN, "correct horse battery staple");
  assert.equal(status, 0, stderr);
});

test("another passphrase reads nothing", () => {
  assert.notEqual(read(sample, "a walk along another wall").status, 0);
});

test("a changed bit is seen in every file", () => {
  const [object] = readdirSync(join(sample, "evidence"));
  for (const name of ["header.json", "anchor", "vault.db", join("evidence", object)]) {
    const altered = mkdtempSync(join(place, "altered-"));
    cpSync(sample, altered, { recursive: true });
    const bytes = readFileSync(join(altered, name));
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    writeFileSync(join(altered, name), bytes);
    assert.notEqual(read(altered, PASSPHRASE).status, 0, `${name} was altered and nothing was said`);
  }
});
