// Every document that the program prints: valid to two validators, readable by machines, and
// whole; and both validators seen to find what is planted.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { within } from "../../scripts/run.mjs";
import { auscult, newPlace, sampleVault } from "../e2e/place.mjs";

const AUDIENCES = ["leadership", "client", "working"];
const PAPERS = ["letter", "a4"];
const catalogue = JSON.parse(readFileSync(within("assets", "catalogs", "hipaa-ml-2026.11.json"), "utf8"));
const controls = catalogue.sections
  .flatMap((section) => section.parts)
  .flatMap((part) => part.groups)
  .flatMap((group) => group.controls);

let place;
const files = [];
before(async () => {
  place = await newPlace();
  const vault = sampleVault(place);
  const [{ id }] = JSON.parse(auscult(place, "assessments", { vault, rest: ["--json"] }).out);
  for (const paper of PAPERS) {
    for (const audience of AUDIENCES) {
      const out = place.at("desk", `packet-${audience}-${paper}.pdf`);
      // With the data inside on one paper, without it on the other.
      const rest = paper === "letter" ? ["--data"] : [];
      const done = auscult(place, "packet", { vault, options: { assessment: id, paper, audience, out }, rest });
      assert.equal(done.code, 0, done.err);
      files.push(out);
    }
    for (const command of ["evidence-plan", "catalog print"]) {
      const out = place.at("desk", `${command.replace(" ", "-")}-${paper}.pdf`);
      const about = command === "catalog print" ? {} : { assessment: id };
      const open = command === "catalog print" ? {} : { vault };
      const done = auscult(place, command, { ...open, options: { ...about, paper, out } });
      assert.equal(done.code, 0, done.err);
      files.push(out);
    }
    papersOfTheVault(vault, paper);
  }
  // What nobody plans for: all scripts, odd pictures, huge rows, exhibits, files inside.
  execFileSync(within("target", "debug", "examples", "odd_paper"), [place.at("desk")]);
  files.push(...PAPERS.map((paper) => place.at("desk", `odd-${paper}.pdf`)));
});

/** Prints what comes with the vault itself; the client goes in a copy. */
function papersOfTheVault(vault, paper) {
  const sheet = place.at("desk", `recovery-${paper}.pdf`);
  const printed = auscult(place, "vault recovery", { vault, options: { out: sheet, paper } });
  const doomed = place.at("desk", `doomed-${paper}.auscult`);
  cpSync(vault, doomed, { recursive: true });
  const [{ organisation: name }] = JSON.parse(auscult(place, "assessments", { vault, rest: ["--json"] }).out);
  const certificate = place.at("desk", `certificate-${paper}.pdf`);
  const about = { organisation: name, name, reason: "The engagement ended.", certificate, paper };
  const destroyed = auscult(place, "destroy", { vault: doomed, options: about, rest: ["--early"] });
  // Nobody types the code from the sheet, so it does not count; the sheet is there.
  assert.match(printed.err, /The sheet is written/u);
  assert.equal(destroyed.code, 0, destroyed.err);
  files.push(sheet, certificate);
}
after(() => place?.close());

/** What a validator printed: the files that it looked at under both profiles, and what it found
 * in each, in lines. */
function said(printed) {
  const [looked, found] = [new Map(), new Map()];
  for (const line of printed.split("\n").filter(Boolean)) {
    const [, file, checked] = /^(.+\.pdf): \S+ (checked [1-9]\d*)?/u.exec(line) ?? [];
    assert.ok(file, line);
    const into = checked ? looked : found;
    into.set(file, [...(into.get(file) ?? []), line]);
  }
  const twice = [...looked].filter(([, lines]) => lines.length === 2).map(([file]) => file);
  return { looked: twice.sort(), found };
}

/** page-validation: rules written anew in Rust, as a Python package. */
function byPageValidation(list) {
  const python = within(".tools", "python", "bin", "python");
  const done = spawnSync(python, [within("tests", "pdf", "profiles.py"), ...list], { encoding: "utf8" });
  assert.equal(done.stderr, "");
  return said(done.stdout);
}

/** veraPDF: the validator of the PDF Association, which comes inside an npm package; Debian has
 * the part of Java that it lacks. */
function byVeraPdf(list) {
  const jars = [
    within("node_modules", "@opendataloader", "pdf", "lib", "opendataloader-pdf-cli.jar"),
    "/usr/share/java/jaxb-runtime.jar",
    "/usr/share/java/jaxb-core.jar",
  ];
  const words = ["-cp", jars.join(":"), within("tests", "pdf", "VeraPdf.java"), ...list];
  const done = spawnSync("java", words, { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, done.stderr);
  return said(done.stdout);
}

for (const [name, ask] of [
  ["page-validation", byPageValidation],
  ["veraPDF", byVeraPdf],
]) {
  test(`each keeps to PDF/UA-1 and PDF/A-3a, says ${name}`, () => {
    const { looked, found } = ask(files);
    assert.deepEqual([...found.values()].flat(), []);
    assert.deepEqual(looked, files.toSorted());
  });

  test(`${name} finds each of thirteen planted defects`, () => {
    const folder = place.at("desk", `damaged-for-${name}`);
    mkdirSync(folder);
    const python = within(".tools", "python", "bin", "python");
    const good = place.at("desk", "odd-letter.pdf");
    execFileSync(python, [within("tests", "pdf", "damage.py"), good, folder]);
    const damaged = readdirSync(folder).map((file) => `${folder}/${file}`);
    assert.equal(damaged.length, 13);
    const { looked, found } = ask(damaged);
    assert.deepEqual(looked, damaged.toSorted());
    const missed = damaged.filter((file) => !found.has(file)).map((file) => basename(file));
    assert.deepEqual(missed, []);
  });
}

test("each is sound to qpdf and of the paper that was asked for", () => {
  for (const file of files) {
    execFileSync("qpdf", ["--check", file]);
    const size = /Page size:\s+(.+) pts/u.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1];
    assert.match(size, file.includes("letter") ? /^612 x 792/u : /^595\.\d+ x 841\.\d+/u);
  }
});

test("packet and checklist name every control, and the packet every provision", () => {
  const squeeze = (text) => text.replaceAll(/[\s\u00AD\u2010-]/gu, "");
  const read = (file) => squeeze(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
  const texts = Object.fromEntries(files.map((file) => [file, read(file)]));
  const named = (kind) => Object.entries(texts).filter(([file]) => file.includes(kind));
  assert.ok(controls.length > 0 && catalogue.provisions.length > 0);
  for (const [kind, said] of [
    ["/packet-client", "text"],
    ["/packet-working", "text"],
    ["/catalog-print-", "question"],
  ]) {
    for (const [file, text] of named(kind)) {
      for (const control of controls) {
        assert.ok(text.includes(squeeze(`${control.id} ${control.label}`)), `${file} names ${control.id}`);
        // The end of it may stand on the next page.
        const beginning = squeeze(control[said]).slice(0, 60);
        assert.ok(text.includes(beginning), `${file} has the ${said} of ${control.id}`);
      }
    }
  }
  for (const [file, text] of [...named("/packet-client"), ...named("/packet-working")]) {
    for (const { citation } of catalogue.provisions) {
      assert.ok(text.includes(squeeze(citation)), `${file} names ${citation}`);
    }
  }
});

/** The words of a PDF, page by page, as pdftotext reads them; hyphens at line ends are joined. */
const pagesOf = (file) =>
  execFileSync("pdftotext", [file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\f");
const wordsOf = (pages) =>
  new Set(
    pages
      .join("\n")
      .replaceAll(/[\u00AD\u2010-]\n/gu, "")
      .match(/\p{L}{3,}/gu),
  );

test("the client copy has every word of the working papers but the private ones", () => {
  for (const paper of PAPERS) {
    const working = pagesOf(place.at("desk", `packet-working-${paper}.pdf`));
    const shared = working.filter((page) => !/ \u00B7 (?:Private working notes|The trail)$/mu.test(page));
    assert.ok(shared.length < working.length - 10, "the trail and the notes have pages of their own");
    const client = pagesOf(place.at("desk", `packet-client-${paper}.pdf`));
    // The first say whose papers they are; the last are pieces of digests.
    const own = /^(?:Private|Give|[a-f]+)$/u;
    const wanted = [...wordsOf(shared)].filter((word) => !own.test(word));
    const lost = (pages) => {
      const there = wordsOf(pages);
      return wanted.filter((word) => !there.has(word));
    };
    assert.deepEqual(lost(client), []);
    // A page that is missing would be seen.
    assert.notDeepEqual(lost(client.toSpliced(30, 1)), []);
  }
});
