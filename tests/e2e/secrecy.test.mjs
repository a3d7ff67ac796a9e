// The program as people get it, used through the keyboard and the interface of screen
// readers, under the eyes of the kernel: it opens no socket but local ones, and no word typed,
// no file name and no byte of evidence lies in the clear in any file that it wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DRIVEN, WINDOW } from "../../scripts/build.mjs";
import { begin, end } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { auscult, isSound, newPlace, PASSPHRASE, running } from "./place.mjs";

const { vault: v, library, start, desk, evidence } = words;
const CLINIC = "Willowbrook Ear Practice";
const PERSON = "Ottoline Vance";
const TITLE = "Quiet year in review";
const NOTE = "The archive room smells of cedar and the hygrometer is broken.";
const FILE = "hygrometer-readings.csv";
const BYTES = `Reading of the broken hygrometer;cedar archive\n${"17;42;31\n".repeat(3000)}`;

let place;
let vault;
before(async () => {
  place = await newPlace();
  vault = place.at("home", "vaults", "practice.auscult");
  for (const folder of ["home/vaults", "papers", "trace"]) mkdirSync(place.at(folder));
  writeFileSync(place.at("papers", FILE), BYTES);
});
after(() => place?.close());

test("the program has no way in for a driver", () => {
  const driven = readFileSync(DRIVEN);
  const given = readFileSync(WINDOW);
  for (const word of ["AUSCULT_DRIVING_READY", "AUSCULT_DRIVING_ANSWERS"]) {
    assert.ok(driven.includes(word), "the search finds the word where it is");
    assert.ok(!given.includes(word), `${word} is not in the program`);
  }
});

test("an assessment is begun, and the kernel saw no socket but local ones", async () => {
  const screen = place.display;
  const port = 9222;
  const program = begin(
    "strace",
    ["-ff", "--seccomp-bpf", "-e", "trace=network", "-o", place.at("trace", "calls"), WINDOW],
    {
      env: {
        ...process.env,
        ...place.env,
        // What would open the page to another program is asked for, and must not be given.
        TAURI_WEBVIEW_AUTOMATION: "true",
        WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${port}`,
      },
    },
  );
  try {
    screen.read("press", "button", v.create);
    screen.write(v.folder, vault);
    screen.write(v.person, PERSON);
    screen.write(v.passphrase, PASSPHRASE, "password text");
    screen.write(v.again, PASSPHRASE, "password text");
    screen.lead("Return", "button", words.arrival.later);
    screen.read("press", "button", words.arrival.later);
    screen.read("wait", "button", library.newOrganisation);

    const [id] = running(WINDOW, place);
    const surroundings = readFileSync(`/proc/${id}/environ`, "utf8");
    assert.ok(!/TAURI_WEBVIEW_AUTOMATION|WEBKIT_INSPECTOR/u.test(surroundings), "the doors are gone");
    await assert.rejects(reached(port), "nobody listens");

    screen.read("press", "button", library.newOrganisation);
    screen.read("wait", "dialog", library.newOrganisation);
    screen.write(library.organisationName, CLINIC);
    screen.lead("Return", "heading", CLINIC);
    screen.read("press", "button", words.organisation.start);
    screen.write(start.name, TITLE);
    screen.read("press", "button", start.begin);

    screen.read("press", "radio button", words.code.implementation.partial);
    screen.read("says", desk.progress(1, 74));
    screen.write(desk.note, NOTE);
    // The real file chooser: a path is typed into it.
    screen.read("press", "button", evidence.attach);
    screen.choose("Attach files", place.at("papers", FILE));
    screen.read("says", words.code.attach.added);

    // A screen reader hears that it is saved, and what a search finds.
    screen.read("says", words.kit.saved("").trim());
    screen.press("Escape", "ctrl+f");
    screen.read("wait", "dialog", words.find.title);
    screen.write(words.find.label, "hygrometer");
    screen.read("says", words.find.found(2));
    screen.press("Escape");
    screen.press("alt+F4");
    await program.ended;
  } finally {
    await end(program);
  }

  const calls = readdirSync(place.at("trace")).flatMap((name) =>
    readFileSync(place.at("trace", name), "utf8").split("\n"),
  );
  const done = calls.filter((call) => /^\w+\(/u.test(call) && !/= -1 E/u.test(call));
  const local = done.filter((call) => call.startsWith("socket") && call.includes("AF_UNIX"));
  assert.ok(local.length > 0, "the kernel was listened to");
  const elsewhere = done.filter(
    (call) => (call.startsWith("socket") && !call.includes("AF_UNIX")) || /sa_family=AF_(?!UNIX)/u.test(call),
  );
  assert.deepEqual(elsewhere, []);
});

test("all of it is in the vault", () => {
  // From another home, so that the first one stays as the program left it.
  const other = { ...place, env: { HOME: place.at("desk") } };
  isSound(other, vault);
  const [row] = JSON.parse(auscult(other, "assessments", { vault, rest: ["--json"] }).out);
  assert.equal(row.organisation, CLINIC);
  assert.equal(row.title, TITLE);
  const out = place.at("papers", "packet.pdf");
  const packet = auscult(other, "packet", { vault, options: { assessment: row.id, out } });
  assert.equal(packet.code, 0, packet.err);
  const text = execFileSync("pdftotext", [out, "-"], { encoding: "utf8" }).replaceAll(/\s+/gu, " ");
  for (const said of [CLINIC, TITLE, NOTE, FILE]) assert.ok(text.includes(said), said);
});

test("no word, file name or byte of it lies in the clear", () => {
  const secrets = [CLINIC, PERSON, TITLE, NOTE, NOTE.slice(10, 40), PASSPHRASE, FILE, BYTES.slice(0, 30), BYTES.slice(60, 96)];
  const forms = secrets.flatMap(formsOf);
  const papers = filesBelow(place.at("papers")).flatMap((file) => found(file, forms));
  assert.ok(papers.length > 0, "the search finds evidence where it lies in the clear");
  const written = [place.at("home"), place.env.XDG_RUNTIME_DIR].flatMap(filesBelow);
  assert.ok(written.some((file) => file.endsWith("vault.db")), "the search reaches the vault");
  assert.deepEqual(written.flatMap((file) => found(file, forms)), []);
});

/** A text as it might lie in a file: as it is, in 16-bit characters, in hexadecimal, and in
 * base64 at each of the three places where it can begin. */
function formsOf(text) {
  const bytes = Buffer.from(text);
  const based = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replaceAll("=", "");
    return whole.slice(Math.ceil((shift * 8) / 6), -2);
  });
  return [bytes, Buffer.from(text, "utf16le"), bytes.toString("hex"), ...based];
}

function found(file, forms) {
  const holds = [file, readFileSync(file)];
  return forms.filter((form) => holds.some((where) => where.includes(form))).map((form) => `${form} in ${file}`);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function reached(port) {
  return new Promise((tell, fail) => connect(port, "127.0.0.1").on("connect", tell).on("error", fail));
}
