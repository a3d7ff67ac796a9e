// The main job as a story: a consultant makes a vault, assesses a small eye clinic, goes home,
// comes back the next day, finds everything, and leaves with two PDFs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { exportPacket, exportPlan, goTo, toTheDesk } from "./desk.mjs";
import { newPlace, PASSPHRASE } from "./place.mjs";
import { inWindow } from "./window.mjs";

const { vault: v, library, organisation: o, start, desk, evidence, request, frame, kit } = words;

const CLINIC = "Lakeside Eye Clinic";
const TITLE = "First review of the reading room";
const SITES = ["Harbour Street", "Mill Lane"];
const SYSTEMS = ["Retina triage", "No-show forecast"];
const VENDORS = ["Northlight Imaging", "Plain Cloud Hosting"];
const WORKING = "Ask again about the spare keys, privately.";

/** What is answered, one control of each section: the key of its word, and the note. */
const ANSWERS = [
  { control: "ADM-SO-1", key: "1", note: "The security officer is named in the charter of March." },
  { control: "PHY-FA-1", key: "7", note: "All model servers stand at the hosting provider." },
  { control: "TEC-EN-1", key: "4", note: "The camera stores images that it cannot encrypt itself." },
  { control: "DAT-MN-1", key: "2", note: "Birth dates still travel with every scan, though nobody uses them." },
  { control: "INC-BR-1", key: "8", note: "Nobody in the room could say how a breach would be noticed." },
  { control: "AUD-CA-1", key: "6", note: "No evaluation was made since the forecast went live." },
];
const DECISION = {
  Size: "Nine people work here.",
  "Technical infrastructure": "One camera with a closed controller.",
  Cost: "A new camera costs more than the yearly surplus.",
  Probability: "Theft from the locked room is unlikely.",
  "Risk analysis": "Risk analysis of January, line 14.",
  "Alternative measure": "The controller stands in a locked and watched cabinet.",
  Reason: "The vendor offers no encryption for this model.",
  "Approved by": "Mina Sandoval, practice manager",
};
/** The answer words in the order of their keys. */
const KEYS = JSON.parse(readFileSync(within("assets", "catalogs", "hipaa-ml-2026.11.json"), "utf8")).answers;
const WHO = "The night supervisor of the front desk";
const APPROVER = "Tomas Brandt, owner";
const FILE = "cabinet-inspection.txt";
const ANSWERING = "who-to-call.txt";
const BYTES = "The cabinet was locked at every visit.\n".repeat(40);

let place;
before(async () => {
  place = await newPlace();
  writeFileSync(place.at("desk", FILE), BYTES);
  writeFileSync(place.at("desk", ANSWERING), "Whoever sees something odd calls the front desk.");
});
after(() => place?.close());

test("the first day: vault, clinic, profile, answers, evidence", () =>
  inWindow(place, {}, async (window) => {
    await window.press("button", v.create);
    window.choose({ "new-vault": [place.at("desk", "lakeside.auscult")] });
    await window.press("button", v.choose);
    await window.write(v.person, "Ines Okafor");
    await window.writeSecret(v.passphrase, PASSPHRASE);
    await window.writeSecret(v.again, PASSPHRASE);
    await window.keys("enter");
    // A recovery code is offered at once.
    await window.find("alertdialog", words.arrival.madeTitle);
    await window.press("button", words.arrival.later);

    await window.find("heading", library.title);
    await window.says(library.noneTitle);
    await window.press("button", library.newOrganisation, { any: true });
    await window.find("dialog", library.newOrganisation);
    await window.type(CLINIC);
    await window.keys("enter");

    await window.find("heading", CLINIC);
    for (const [tab, line, names] of [
      [o.tab.sites, o.newSite, SITES],
      [o.tab.systems, o.newSystem, SYSTEMS],
      [o.tab.vendors, o.newVendor, VENDORS],
    ]) {
      await window.press("tab", tab);
      for (const name of names) {
        await window.write(line, name);
        await window.keys("enter");
        await window.find("gridcell", name);
      }
    }

    await window.inside("main").press("button", o.start);
    await window.write(start.name, TITLE);
    // All that the clinic has is in scope unless somebody takes it away.
    for (const name of [...SITES, ...SYSTEMS, ...VENDORS]) await window.chosen("checkbox", name);
    await window.write(start.requestedBy, "The owners of the clinic");
    const profile = window.inside("region", start.steps[2]);
    await profile.inside("radiogroup", "What is the organisation").press("radio", "A covered entity");
    await profile.inside("radiogroup", "Is any computing for ML done").press("radio", "No, all of it is hosted");
    await window.says(start.effect["not-applicable"]);
    await profile.inside("grid", start.perSystem).press("gridcell", SYSTEMS[0]);
    const system = window.inside("region", start.questionsOf(SYSTEMS[0]));
    await system.press("radio", "Yes, in training");
    await window.press("button", start.begin);
    await window.find("tree", desk.sections);

    for (const { control, key, note } of ANSWERS) {
      await goTo(window, control);
      // Some words ask for something at once: Escape leaves it for later.
      await window.keys(key, "escape", "e");
      await window.type(note);
      await window.saved();
    }

    await goTo(window, "TEC-EN-1");
    const decision = window.inside("region", desk.decision);
    for (const [field, text] of Object.entries(DECISION)) await decision.write(field, text);
    await decision.writeDay("Date", "2026-10-05");
    await decision.writeDay("Next review", "2027-10-05");
    await window.says(desk.decisionWhole);
    await window.saved();
    window.choose({ evidence: [place.at("desk", FILE)] });
    await window.press("button", evidence.attach);
    await window.says(words.code.attach.added);
    await window.press("button", evidence.look("cabinet-inspection"));
    await window.inside("dialog").says("The cabinet was locked at every visit.");
    await window.inside("dialog").press("button", kit.close);
    await window.gone("dialog");

    await goTo(window, "PHY-FA-1");
    const exclusion = window.inside("region", desk.exclusion);
    await exclusion.press("button", desk.exclusionUse);
    await exclusion.write(desk.exclusionApprover, APPROVER);
    await window.saved();

    await goTo(window, "INC-BR-1");
    await window.write(desk.who, WHO);
    await window.saved();

    await window.inside("navigation", frame.parts).press("button", frame.requests);
    await window.write(request.filter, WHO, "searchbox");
    await window.press("gridcell", WHO, { any: true });
    await window.find("dialog", request.edit);
    await window.inside("dialog").press("button", kit.close);
    await window.gone("dialog");
    // The focus is back at its row, and Space chooses it.
    await window.keys("space");
    await window.press("button", request.act.accepted);
    await window.find("dialog", request.acceptTitle(""));
    window.choose({ evidence: [place.at("desk", ANSWERING)] });
    await window.inside("dialog").press("button", evidence.attach);
    await window.says(request.acceptPicked(1));
    await window.press("button", request.acceptDo);
    await window.says(request.changed(1, words.code.request.accepted));

    await window.inside("navigation", frame.parts).press("button", frame.desk);
    await goTo(window, "ADM-SO-1");
    await window.write(desk.working, WORKING);
    await window.saved();
    // The last words are not waited for: closing must not lose a keystroke.
    await window.write(desk.note, `${ANSWERS[0].note} It was read aloud.`);
    await window.close();
  }));

test("the next day: unlock, find all of it, and take it along on paper", () =>
  inWindow(place, {}, async (window) => {
    await window.find("heading", v.unlockTitle("lakeside"));
    await toTheDesk(window, TITLE);

    for (const { control, key, note } of ANSWERS) {
      await goTo(window, control);
      const wanted = control === "ADM-SO-1" ? `${note} It was read aloud.` : note;
      assert.equal(await window.value(desk.note), wanted);
      await window.chosen("radio", KEYS[Number(key) - 1].label);
    }
    await goTo(window, "TEC-EN-1");
    for (const [field, text] of Object.entries(DECISION)) assert.equal(await window.value(field), text);
    await window.says(FILE);
    await goTo(window, "PHY-FA-1");
    assert.equal(await window.value(desk.exclusionApprover), APPROVER);
    await goTo(window, "INC-BR-1");
    assert.equal(await window.value(desk.who), WHO);
    await goTo(window, "ADM-SO-1");
    assert.equal(await window.value(desk.working), WORKING);

    window.choose({ save: [place.at("desk")] });
    const texts = {};
    for (const [name, leave] of [
      ["packet", exportPacket],
      ["plan", exportPlan],
    ]) {
      const file = /\S[^\n]*\.pdf/u.exec(await leave(window))[0];
      texts[name] = squeeze(execFileSync("pdftotext", [place.at("desk", file), "-"], { encoding: "utf8" }));
    }
    await window.close();

    const packet = [
      CLINIC,
      TITLE,
      ...SITES,
      ...SYSTEMS,
      ...VENDORS,
      ...ANSWERS.map(({ note }) => note),
      "It was read aloud.",
      ...Object.values(DECISION),
      APPROVER,
      FILE,
      createHash("sha256").update(BYTES).digest("hex"),
    ];
    for (const text of packet) assert.ok(texts.packet.includes(squeeze(text)), `the packet says: ${text}`);
    for (const text of [CLINIC, WHO]) assert.ok(texts.plan.includes(squeeze(text)), `the plan says: ${text}`);
    for (const [name, text] of Object.entries(texts)) {
      assert.ok(!text.includes(squeeze(WORKING)), `the private working note is not in ${name}`);
    }
  }));

/** Words without what a line break may put between or take from them. */
function squeeze(text) {
  return text.replaceAll(/[\s\u00AD\u2010-]/gu, "");
}
