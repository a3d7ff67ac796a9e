// A packet of record as a stranger gets it: nothing but the archive, a shell, sha256sum and
// openssl. The very lines of VERIFY.txt are run; each of them can fail; and the program names
// what differs without a vault.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AUSCULT } from "../../scripts/build.mjs";
import { within } from "../../scripts/run.mjs";

const PASSPHRASE = "a walk along the harbour wall";
const PYTHON = within(".tools", "python", "bin", "python");
const READER = within("tests", "reader", "record.py");
const SCHEMA = within("assets", "schema", "assessment-data-1.schema.json");
let place;
let record;
let unpacked;
let names;
const at = (name) => join(place, name);

function run(program, words, options = {}) {
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: at("share") };
  return spawnSync(program, words, { env, encoding: "utf8", ...options });
}

function must(program, words) {
  const done = run(program, words);
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

/** A copy of the unpacked record in a folder of its own. */
function copy() {
  const folder = mkdtempSync(at("copy-"));
  cpSync(unpacked, folder, { recursive: true });
  return folder;
}

/** The lines of VERIFY.txt that are to be run. */
function lines(folder = unpacked) {
  const page = readFileSync(join(folder, "VERIFY.txt"), "utf8");
  return page.split("\n").flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []));
}

/** Runs these lines in a folder and says which of them failed, counted from 1. */
function failed(folder) {
  return lines().flatMap((line, index) => {
    const { status } = run("sh", ["-ec", line], { cwd: folder });
    return status === 0 ? [] : [index + 1];
  });
}

/** Packs a folder anew. */
function packed(folder) {
  const file = join(mkdtempSync(at("again-")), "record.zip");
  must(PYTHON, [READER, "again", file, folder]);
  return file;
}

function verify(file, status) {
  const done = run(AUSCULT, ["verify", "--json", file]);
  assert.equal(done.status, status, done.stderr);
  return JSON.parse(done.stdout);
}

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-record-"));
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`);
  record = at("record.zip");
  unpacked = at("unpacked");
  mkdirSync(unpacked);
  const open = ["--vault", at("sample.auscult"), "--passphrase-file", at("passphrase")];
  must(AUSCULT, ["sample", ...open]);
  const [{ id }] = JSON.parse(must(AUSCULT, ["assessments", ...open, "--json"]));
  const wanted = ["--audience", "leadership,client,working", "--plan", "--to", "The board"];
  must(AUSCULT, ["record", ...open, "--assessment", id, "--out", record, ...wanted]);
  names = JSON.parse(must(PYTHON, [READER, "unpack", record, unpacked]));
});
after(() => rmSync(place, { recursive: true, force: true }));

test("the record holds what was asked for, under safe names", () => {
  for (const name of [
    "packets/leadership.pdf",
    "packets/client.pdf",
    "packets/working.pdf",
    "data/assessment.json",
    "plan/evidence-plan.pdf",
    "plan/evidence-plan.xlsx",
    "plan/evidence-plan.ics",
    "VERIFY.txt",
    "manifest.json",
    "manifest.sig",
    "signer.pem",
    "SHA256SUMS",
  ]) {
    assert.ok(names.includes(name), name);
  }
  const evidence = names.filter((name) => name.startsWith("evidence/"));
  assert.ok(evidence.length >= 5, evidence.join(", "));
  for (const name of evidence) assert.match(name, /^evidence\/\d{3}-[a-z0-9-]+(\.[a-z0-9]+)?$/u);
});

test("every line of VERIFY.txt succeeds in an empty folder, and the program agrees", () => {
  assert.ok(lines().length >= 5);
  assert.deepEqual(failed(unpacked), []);
  const verdict = verify(record, 0);
  assert.equal(verdict.verdict, "sound");
  assert.deepEqual(verdict.differences, []);
  const fingerprint = run("sh", ["-ec", lines().at(-1)], { cwd: unpacked }).stdout;
  assert.ok(fingerprint.includes(verdict.signer) && verdict.signer.length === 64, fingerprint);
  const page = readFileSync(join(unpacked, "VERIFY.txt"), "utf8");
  assert.ok(page.includes(verdict.signer));
});

test("one changed byte of a packet is seen by a stranger and named by the program", () => {
  const bytes = readFileSync(record);
  const pdf = readFileSync(join(unpacked, "packets", "client.pdf"));
  const place = bytes.indexOf(pdf.subarray(0, 4096)) + 2000;
  bytes[place] ^= 1;
  const changed = at("changed.zip");
  writeFileSync(changed, bytes);
  const verdict = verify(changed, 3);
  assert.equal(verdict.verdict, "differs");
  assert.deepEqual(
    verdict.differences.map(({ name, kind }) => [name, kind]),
    [["packets/client.pdf", "changed"]],
  );
  const text = run(AUSCULT, ["verify", changed]);
  assert.equal(text.status, 3);
  assert.match(text.stdout, /changed\s+packets\/client\.pdf/u);

  const folder = copy();
  pdf[2000] ^= 1;
  writeFileSync(join(folder, "packets", "client.pdf"), pdf);
  assert.deepEqual(failed(folder), [2, 3]);
});

test("a changed list of sums does not hide a changed file", () => {
  const folder = copy();
  writeFileSync(join(folder, "data", "assessment.json"), "{}\n");
  const rest = names.filter((name) => !["manifest.sig", "SHA256SUMS"].includes(name));
  const { stdout } = run("sha256sum", rest, { cwd: folder });
  writeFileSync(join(folder, "SHA256SUMS"), stdout);
  // The plain list agrees with itself; the one inside the signed manifest does not.
  assert.deepEqual(failed(folder), [2]);
});

test("what is missing and what was added is seen", () => {
  const folder = copy();
  writeFileSync(join(folder, "evidence", "999-more.txt"), "more\n");
  assert.deepEqual(failed(folder), [4]);
  rmSync(join(folder, "packets", "working.pdf"));
  assert.deepEqual(failed(folder), [2, 3]);
});

test("another signature, and another key, are seen", () => {
  const folder = copy();
  const key = at("other.key");
  must("openssl", ["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key]);
  const manifest = join(folder, "manifest.json");
  const sign = ["dgst", "-sha256", "-sign", key, "-out", join(folder, "manifest.sig"), manifest];
  must("openssl", sign);
  assert.deepEqual(failed(folder), [1]);
  must("openssl", ["ec", "-in", key, "-pubout", "-out", join(folder, "signer.pem")]);
  // Now the signature is that key's, and the manifest names another.
  assert.deepEqual(failed(folder), [2, 3]);
});

test("the program names what differs in the same files packed anew", () => {
  const folder = copy();
  assert.equal(verify(packed(folder), 0).verdict, "sound");
  writeFileSync(join(folder, "evidence", "999-more.txt"), "more\n");
  writeFileSync(join(folder, "plan", "evidence-plan.ics"), "BEGIN:VCALENDAR\n");
  rmSync(join(folder, "packets", "working.pdf"));
  const { differences } = verify(packed(folder), 3);
  assert.deepEqual(
    differences.map(({ name, kind }) => [name, kind]),
    [
      ["evidence/999-more.txt", "added"],
      ["packets/working.pdf", "missing"],
      ["plan/evidence-plan.ics", "changed"],
    ],
  );
});

test("what is no record is called none", () => {
  writeFileSync(at("letter.txt"), "Dear auditor\n");
  assert.equal(verify(at("letter.txt"), 3).verdict, "not-a-record");
  const gone = run(AUSCULT, ["verify", at("gone.zip")]);
  assert.equal(gone.status, 1);
  assert.doesNotMatch(gone.stderr, /gone\.zip/u);
});

test("the data is as the schema says, and the schema describes every field", () => {
  const data = join(unpacked, "data", "assessment.json");
  const counts = JSON.parse(must(PYTHON, [READER, "check", SCHEMA, data]));
  assert.ok(counts.controls > 50 && counts.evidence > 5 && counts.findings > 5, JSON.stringify(counts));
  const more = JSON.parse(readFileSync(data, "utf8"));
  more.controls[0].workingNote = "not for others";
  writeFileSync(at("more.json"), JSON.stringify(more));
  const refused = run(PYTHON, [READER, "check", SCHEMA, at("more.json")]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /workingNote/u);
});
