// A bundle in other hands: Debian's age and tar open one, what they make is taken in, and the
// own format is opened by a program that was written from the two pages alone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AUSCULT } from "../../scripts/build.mjs";
import { within } from "../../scripts/run.mjs";

const PASSPHRASE = "a walk along the harbour wall";
const SECRET = "seven lanterns on a quiet pier";
const PYTHON = within(".tools", "python", "bin", "python");
const OPENER = within("tests", "reader", "bundle.py");
let place;
let assessment;
let recipient;
const at = (name) => join(place, name);

function run(program, words, input) {
  return spawnSync(program, words, { cwd: place, input, maxBuffer: 1 << 28 });
}

function must(program, words, input) {
  const done = run(program, words, input);
  assert.equal(done.status, 0, `${program} ${words[0]}: ${done.stderr}`);
  return done.stdout;
}

/** Runs the program on a vault of the place. */
function auscult(vault, words) {
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: at("share") };
  const open = ["--vault", at(vault), "--passphrase-file", at("passphrase")];
  return spawnSync(AUSCULT, [...words, ...open], { cwd: place, env, encoding: "utf8" });
}

function done(vault, words) {
  const { status, stdout, stderr } = auscult(vault, words);
  assert.equal(status, 0, stderr);
  return stdout;
}

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-bundle-"));
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`);
  writeFileSync(at("secret"), `${SECRET}\n`);
  done("sample.auscult", ["sample"]);
  [{ id: assessment }] = JSON.parse(done("sample.auscult", ["assessments", "--json"]));
  must("age-keygen", ["-o", at("identity.txt")]);
  recipient = must("age-keygen", ["-y", at("identity.txt")]).toString().trim();
  const make = ["bundle", "make", "--assessment", assessment];
  done("sample.auscult", [...make, "--out", at("bundle.age"), "--recipient", recipient]);
  done("sample.auscult", [...make, "--out", at("bundle.own"), "--bundle-passphrase-file", at("secret")]);
  for (const name of ["first.auscult", "second.auscult"]) done(name, ["vault", "create", "--person", "Kim Hale"]);
});
after(() => rmSync(place, { recursive: true, force: true }));

test("Debian's age opens a bundle, and tar lists what is in it", () => {
  writeFileSync(at("bundle.tar"), must("age", ["-d", "-i", at("identity.txt"), at("bundle.age")]));
  const names = must("tar", ["-tf", at("bundle.tar")]).toString().trim().split("\n");
  assert.deepEqual(names.slice(0, 3), ["bundle.json", "catalogue.json", "records/organisation.json"]);
  assert.ok(names.includes("records/working_note.json") && names.some((name) => name.startsWith("evidence/")));
  assert.match(must(PYTHON, [OPENER, "--check", at("bundle.tar")]).toString(), /^All agrees\. Members: \d\d+\.$/mu);
});

test("what tar and age put together again is taken into a vault", () => {
  must("tar", ["-xf", at("bundle.tar"), "--one-top-level=out"]);
  const names = must("tar", ["-tf", at("bundle.tar")]).toString().trim().split("\n");
  must("tar", ["-cf", at("again.tar"), "--format=ustar", "-C", at("out"), ...names]);
  must("age", ["-r", recipient, "-o", at("again.age"), at("again.tar")]);
  const words = ["--from", at("again.age"), "--identity", at("identity.txt"), "--json"];
  const [taken] = JSON.parse(done("first.auscult", ["bundle", "open", ...words]));
  assert.equal(taken.id, assessment);
  const score = ["score", "--assessment", assessment, "--json"];
  assert.equal(done("first.auscult", score), done("sample.auscult", score));
  done("first.auscult", ["vault", "check"]);
});

test("an age file that holds something else is refused", () => {
  must("age", ["-r", recipient, "-o", at("other.age"), at("identity.txt")]);
  const { status, stderr } = auscult("second.auscult", [
    "bundle",
    "look",
    "--from",
    at("other.age"),
    "--identity",
    at("identity.txt"),
  ]);
  assert.equal(status, 1);
  assert.match(stderr, /\(B1[12]\)/u);
});

test("the own format is opened by a program that is none of ours, and by no other passphrase", () => {
  writeFileSync(at("own.tar"), must(PYTHON, [OPENER, at("bundle.own")], `${SECRET}\n`));
  assert.match(must(PYTHON, [OPENER, "--check", at("own.tar")]).toString(), /^All agrees/mu);
  assert.notEqual(run(PYTHON, [OPENER, at("bundle.own")], "another\n").status, 0);
  const bytes = readFileSync(at("bundle.own"));
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(at("altered.own"), bytes);
  assert.notEqual(run(PYTHON, [OPENER, at("altered.own")], `${SECRET}\n`).status, 0);
  const words = ["--from", at("altered.own"), "--bundle-passphrase-file", at("secret")];
  assert.match(auscult("second.auscult", ["bundle", "look", ...words]).stderr, /\(B11\)/u);
});
