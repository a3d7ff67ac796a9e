// The documents of the sample, a recovery sheet and a certificate of destruction: valid, readable
// by machines, and whole.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { within } from "../../scripts/run.mjs";
import { auscult, newPlace, sampleVault } from "./place.mjs";

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
    for (const command of ["packet", "evidence-plan", "catalog print"]) {
      const out = place.at("desk", `${command.replace(" ", "-")}-${paper}.pdf`);
      const about = command === "catalog print" ? {} : { assessment: id };
      const open = command === "catalog print" ? {} : { vault };
      const done = auscult(place, command, { ...open, options: { ...about, paper, out } });
      assert.equal(done.code, 0, done.err);
      files.push(out);
    }
    papersOfTheVault(vault, paper);
  }
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

test("each keeps to PDF/UA-1 and PDF/A-3a", () => {
  const python = within(".tools", "python", "bin", "python");
  const { status, stdout, stderr } = spawnSync(python, [within("tests", "pdf_profiles.py"), ...files], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
});

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
    ["/packet-", "text"],
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
  for (const [file, text] of named("/packet-")) {
    for (const { citation } of catalogue.provisions) {
      assert.ok(text.includes(squeeze(citation)), `${file} names ${citation}`);
    }
  }
});
