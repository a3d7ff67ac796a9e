// An evidence plan in other hands: openpyxl and icalendar open what leaves, a client fills the
// workbook in, and the program says what came back before it takes it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AUSCULT } from "../../scripts/build.mjs";
import { within } from "../../scripts/run.mjs";

const PYTHON = within(".tools", "python", "bin", "python");
const READER = within("tests", "reader", "plan.py");
let place;
let assessment;
const at = (name) => join(place, name);

/** Runs the program on the sample of the place. */
function auscult(...words) {
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: at("share") };
  const open = ["--vault", at("sample.auscult"), "--passphrase-file", at("passphrase")];
  return spawnSync(AUSCULT, [...words, ...open], { cwd: place, env, encoding: "utf8", maxBuffer: 1 << 28 });
}

function done(...words) {
  const { status, stdout, stderr } = auscult(...words);
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Lets other hands work on a file and returns what they say. */
function hands(...words) {
  const { status, stdout, stderr } = spawnSync(PYTHON, [READER, ...words], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const requests = () => JSON.parse(done("requests", "--assessment", assessment, "--json"));
const write = (format, name) =>
  done("evidence-plan", "--assessment", assessment, "--format", format, "--out", at(name));
const read = (name, ...words) =>
  JSON.parse(done("evidence-plan", "import", at(name), "--assessment", assessment, "--json", ...words));

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-plan-"));
  writeFileSync(at("passphrase"), "a walk along the harbour wall\n");
  done("sample");
  [{ id: assessment }] = JSON.parse(done("assessments", "--json"));
});
after(() => rmSync(place, { recursive: true, force: true }));

test("a workbook has lists, days, a frozen header and nothing that is worked out", () => {
  write("xlsx", "plan.xlsx");
  const all = requests();
  const { rows, days } = hands("look", at("plan.xlsx"));
  assert.equal(rows, all.length);
  assert.equal(days, all.filter(({ due }) => due !== null).length);
  assert.ok(days > 0);
});

test("what a client filled in is said, then taken, and the same file again changes nothing", () => {
  write("xlsx", "plan.xlsx");
  const untouched = read("plan.xlsx");
  assert.deepEqual([untouched.changes, untouched.refused, untouched.notes], [[], [], []]);
  const [first, second, last] = hands("fill", at("plan.xlsx"), at("filled.xlsx"));
  const before = requests();
  const { changes, refused, applied } = read("filled.xlsx");
  assert.deepEqual([refused, applied], [[], 0]);
  const said = changes.map(({ request, field, after }) => [request, field, after].join("|"));
  assert.deepEqual(said.sort(), [
    `${first}|due|2027-01-29`,
    `${first}|state|Received`,
    `${second}|reason|=cmd|' /C calc'!A0`,
    `${second}|state|Not to be had`,
    `${last}|ask|Jo in IT`,
    `${last}|due|2026-12-24`,
    `${last}|remark|@home until January`,
  ].sort());
  assert.deepEqual(requests(), before, "saying changes nothing");
  assert.equal(read("filled.xlsx", "--apply").applied, 3);
  const now = Object.fromEntries(requests().map((request) => [request.id, request]));
  assert.deepEqual([now[first].state, now[first].due], ["received", "2027-01-29"]);
  assert.equal(now[second].state, "not-to-be-had");
  assert.deepEqual([now[last].ask, now[last].due], ["Jo in IT", "2026-12-24"]);
  const again = read("filled.xlsx", "--apply");
  assert.deepEqual([again.changes, again.refused, again.applied], [[], [], 0]);
  done("undo", "--assessment", assessment);
  assert.deepEqual(requests(), before, "one step takes it back");
});

test("what cannot be taken is refused by its row, and what was renamed is said", () => {
  write("xlsx", "plan.xlsx");
  hands("odd", at("plan.xlsx"), at("odd.xlsx"));
  const { changes, refused, notes } = read("odd.xlsx");
  assert.deepEqual(changes, []);
  const told = refused.map(({ row, sentence }) => `${row}: ${sentence}`).join("\n");
  assert.match(told, /By control, row 3: .*2027-04-03 or as 2027-03-04/u);
  assert.match(told, /By owner, row 5 and By owner, row \d+: The same request stands there more than once/u);
  assert.match(told, /By owner, row \d+: The row has no id/u);
  assert.equal(refused.length, 3);
  assert.match(notes.join("\n"), /is called “Status”/u);
});

test("a file that is no workbook is refused, and nothing is changed", () => {
  writeFileSync(at("list.xlsx"), "State;Due date\nReceived;soon\n");
  writeFileSync(at("torn.xlsx"), Buffer.from("504b0304140000000800", "hex"));
  for (const name of ["list.xlsx", "torn.xlsx", "passphrase", "not-there.xlsx"]) {
    const words = ["evidence-plan", "import", at(name), "--assessment", assessment, "--apply"];
    const { status, stderr } = auscult(...words);
    assert.equal(status, 1, name);
    assert.match(stderr, /\w+\. .*\([A-Z]\d+\)/u, name);
  }
});

test("a calendar has one entry for each due date", () => {
  write("ics", "plan.ics");
  const due = requests().filter((request) => request.due !== null);
  const events = hands("calendar", at("plan.ics"));
  const wanted = due.map(({ id, due: on }) => `${id} ${on}`).sort();
  assert.deepEqual(events.map(({ uid, due: on }) => `${uid} ${on}`).sort(), wanted);
  assert.ok(events.every(({ summary }) => summary.startsWith("Evidence due: ")));
});
