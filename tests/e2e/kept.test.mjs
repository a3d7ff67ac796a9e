// The vault keeps its promises: a backup opens again in another place, a vault that was set
// back is noticed, and what is destroyed leaves a certificate and no trace.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo, openAssessment, toTheDesk, unlock } from "./desk.mjs";
import { auscult, isSound, newPlace, sampleVault } from "./place.mjs";
import { CONTROL } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { desk, frame, health, library, may, organisation, retention, trail, vaultView } = words;
const CLINIC = "Larkspur Family Health";
let place;
let vault;

before(async () => {
  place = await newPlace();
  vault = sampleVault(place);
  for (const name of ["stick", "papers"]) mkdirSync(place.at("desk", name));
});
after(() => place?.close());

/** Writes a note at the control and waits until the vault has it. */
async function note(window, text) {
  await goTo(window, CONTROL);
  await window.write(desk.note, text);
  await window.saved();
}

/** Opens a part of the vault's own screen. */
async function toVault(window, tab) {
  await window.press("button", vaultView.open);
  await window.press("tab", tab);
}

test("a backup is made while working, put in a new place, and opens there", async () => {
  const again = place.at("desk", "again.auscult");
  const backups = place.at("desk", "stick");
  const noted = "Written before the backup.";
  await inWindow(place, { vault }, async (window) => {
    await toTheDesk(window);
    await note(window, noted);
    await toVault(window, vaultView.tabs.health);
    window.choose({ backup: [backups] });
    await window.press("button", health.make);
    await window.says("was opened to see that it works");
    await window.find("gridcell", health.verified);
    await window.close();
  });
  const [made] = readdirSync(backups);
  await inWindow(place, { vault }, async (window) => {
    // What comes after the backup is not in it.
    await toTheDesk(window);
    await note(window, "Written after the backup.");
    await toVault(window, vaultView.tabs.health);
    window.choose({ vault: [join(backups, made)], "new-vault": [again] });
    await window.press("button", health.restore);
    const dialog = window.inside("dialog", health.restoreTitle);
    await dialog.press("button", words.kit.choosePlaceOf(health.from));
    await dialog.press("button", words.kit.choosePlaceOf(health.to));
    // What the open vault left in memory goes with the program, which begins anew at the other.
    await dialog.press("button", health.restoreDo).catch((reason) => {
      if (!existsSync(window.files.anew)) throw reason;
    });
    await window.begunAnew();
    await window.find("heading", words.vault.unlockTitle("again"));
    await unlock(window);
    await window.find("heading", library.title);
    assert.ok(!(await window.text()).includes(may.heldTitle), "a lawful copy raises no alarm");
    await openAssessment(window);
    await goTo(window, CONTROL);
    assert.equal(await window.value(desk.note), noted);
    await window.close();
  });
  isSound(place, again);
  isSound(place, vault);
});

test("a vault that was set back is noticed, read, and goes on once somebody accepts it", async () => {
  const kept = place.at("kept");
  mkdirSync(kept);
  const files = ["vault.db", "anchor"];
  const move = (from, to) => files.forEach((name) => cpSync(join(from, name), join(to, name)));
  await inWindow(place, { vault }, async (window) => {
    await toTheDesk(window);
    await note(window, "As it was.");
    await window.close();
  });
  move(vault, kept);
  await inWindow(place, { vault }, async (window) => {
    await toTheDesk(window);
    await note(window, "As it became.");
    await window.close();
  });
  // Somebody puts the older files back, anchor and all: only this computer remembers the newer.
  move(kept, vault);
  await inWindow(place, { vault }, async (window) => {
    await unlock(window);
    const said = await window.says(may.heldTitle);
    assert.match(said, /missing/u);
    await openAssessment(window);
    await goTo(window, CONTROL);
    assert.equal(await window.value(desk.note), "As it was.");
    const isReadOnly = (field) => window.session.call((one) => one.readOnly, field);
    assert.ok(await isReadOnly(await window.find("textbox", desk.note)), "nothing can be written");
    await window.press("button", frame.accept);
    await window.gone("button", frame.accept);
    await window.write(desk.note, "And on it goes.");
    await window.saved();
    await toVault(window, vaultView.tabs.trail);
    await window.says(trail.did("accept", "vault"));
    await window.close();
  });
  isSound(place, vault);
});

test("a client is destroyed with a certificate, and nothing of it is left in the vault", async () => {
  const papers = place.at("desk", "papers");
  await inWindow(place, { vault }, async (window) => {
    await unlock(window);
    await window.inside("grid", library.organisations).press("gridcell", CLINIC);
    await window.press("tab", organisation.tab.retention);
    await window.press("button", retention.destroy);
    const dialog = window.inside("alertdialog", retention.dialog(CLINIC));
    await dialog.write(retention.name, CLINIC);
    await dialog.write(retention.reason, "The contract is over.");
    // It is a consultant’s copy: that the clinic still keeps its own has to be said.
    await dialog.press("checkbox");
    window.choose({ save: [papers] });
    await dialog.press("button", retention.destroyDo);
    const done = window.inside("dialog", retention.done(CLINIC));
    await done.press("button", words.kit.close, { any: true });
    await window.says(library.noneTitle);
    await window.close();
  });
  const [certificate] = readdirSync(papers);
  assert.equal(readFileSync(join(papers, certificate)).subarray(0, 5).toString(), "%PDF-");
  isSound(place, vault);
  assert.doesNotMatch(auscult(place, "assessments", { vault, rest: ["--json"] }).out, /Larkspur/u);
  assert.deepEqual(readdirSync(join(vault, "evidence")), [], "no sealed file is left");
});
