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
const PEOPLE = within("src-tauri", "crates", "vault", "tests", "fixtures");
const SECOND = "maple otter violin drift saddle";
let place;
let sample;

/** Runs the reader; a vault is copied first, since even reading a database leaves files. */
function read(vault, passphrase, ...words) {
  const copy = mkdtempSync(join(place, "read-"));
  cpSync(vault, copy, { recursive: true });
  const python = within(".tools", "python", "bin", "python");
  const reader = within("tests", "reader", "reader.py");
  return spawnSync(python, [reader, copy, ...words], { input: `${passphrase}\n`, encoding: "utf8" });
}

/** Runs the program on a vault, with a passphrase from a file. */
function auscult(vault, passphrase, words, ...options) {
  const file = join(place, "passphrase");
  writeFileSync(file, `${passphrase}\n`);
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: join(place, "share") };
  const open = ["--vault", vault, "--passphrase-file", file];
  const done = spawnSync(AUSCULT, [...words, ...open, ...options], { env, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
}

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-reader-"));
  sample = join(place, "sample.auscult");
  auscult(sample, PASSPHRASE, ["sample"]);
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

test("the known vault of several people is read by each kind of way in, and by no other", () => {
  const vault = join(PEOPLE, "format-1-people");
  const stick = ["--key-file", join(PEOPLE, "stick.key")];
  const ways = [
    ["correct horse battery staple"],
    [SECOND, ...stick],
    ["692351 645238 175637 367576 127314 490512 095227 268840", "--recovery-code"],
  ];
  const found = ways.map((way) => read(vault, ...way, "--keys-only"));
  for (const { status, stderr } of found) assert.equal(status, 0, stderr);
  assert.equal(new Set(found.map(({ stdout }) => stdout)).size, 1, "each way leads to the same keys");
  for (const wrong of [[SECOND], ["correct horse battery staple", ...stick], ["somebody who was removed since"]])
    assert.notEqual(read(vault, ...wrong, "--keys-only").status, 0, wrong[0]);
});

test("a vault is read whole by somebody else's passphrase and key file, after others were removed", () => {
  const vault = join(place, "people.auscult");
  const [stick, phrase] = [join(place, "stick.key"), join(place, "second")];
  auscult(vault, PASSPHRASE, ["sample"]);
  writeFileSync(phrase, `${SECOND}\n`);
  writeFileSync(stick, "any file of some length is a key file, too\n");
  const add = (...options) => auscult(vault, PASSPHRASE, ["vault", "add"], ...options);
  add("--name", "Ada", "--new-passphrase-file", phrase, "--new-key-file", stick);
  writeFileSync(phrase, "somebody who leaves again soon\n");
  add("--name", "Ben", "--new-passphrase-file", phrase);
  auscult(vault, PASSPHRASE, ["vault", "remove"], "--name", "Ben");
  const { status, stderr } = read(vault, SECOND, "--key-file", stick);
  assert.equal(status, 0, stderr);
  assert.equal(read(vault, PASSPHRASE).status, 0);
  assert.notEqual(read(vault, SECOND).status, 0);
  assert.notEqual(read(vault, "somebody who leaves again soon").status, 0);
});
