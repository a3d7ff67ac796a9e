// Two people and one vault: a second person is added, the first is removed, and a recovery code
// opens what a lost passphrase does not.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import { auscult, isSound, makeVaults, newPlace, PASSPHRASE } from "./place.mjs";
import { inWindow } from "./window.mjs";

const { vault: v, vaultView, people: p, passphrase: ph, arrival, library } = words;
const FIRST = "Ines Okafor";
const SECOND = "Mateo Lindqvist";
const THEIRS = "copper sandal orchard meridian";
const ANEW = "violet anchor pepper theatre";

let place;
let vault;
before(async () => {
  place = await newPlace();
  vault = makeVaults(place, ["empty"]).empty;
});
after(() => place?.close());

/** Unlocks, and goes to the people of the vault by its key. */
async function toPeople(window, passphrase) {
  await unlock(window, passphrase);
  await window.find("heading", library.title);
  await window.keys(["control", ","]);
  await window.find("heading", p.title);
}

test("a second person is added by themself, with a role of their own", () =>
  inWindow(place, { vault }, async (window) => {
    await toPeople(window, PASSPHRASE);
    await window.press("button", p.add);
    await window.write(p.name, SECOND);
    await window.press("radio", p.roles.owner);
    await window.writeSecret(p.theirPassphrase, THEIRS);
    await window.writeSecret(p.theirPassphraseAgain, THEIRS);
    await window.press("button", p.addDo);
    await window.find("heading", SECOND);
    await window.lock();
    await toPeople(window, THEIRS);
    assert.match(await window.inside("main").text(), new RegExp(`${SECOND}\\s+${p.you}`, "u"));
    await window.close();
  }));

let code;
test("a recovery code counts only after it was typed from paper", () =>
  inWindow(place, { vault }, async (window) => {
    await toPeople(window, THEIRS);
    await window.press("button", p.makeCode);
    await window.press("button", p.codeMake);
    await window.find("list", p.codeShown);
    const list = await window.inside("list", p.codeShown).all("listitem");
    code = [];
    for (const one of list) {
      code.push(await window.session.call((item) => item.querySelector("code").textContent, one));
    }
    assert.equal(code.length, 8);
    window.choose({ save: [place.at("desk")] });
    await window.press("button", p.codePrint);
    await window.says(p.codePrintedWords);
    assert.ok(existsSync(place.at("desk", "Recovery sheet of empty.pdf")), "the sheet was written");
    await window.press("button", p.codeTry);
    // One digit is wrong at first.
    const slip = String((Number(code[0][5]) + 1) % 10);
    await window.type(code[0].slice(0, 5) + slip);
    await window.says(ph.wrongGroups([1]));
    await window.keys("backspace", code[0][5], ...code.slice(1).join(""));
    await window.says(ph.groupsFit);
    await window.press("button", p.codeConfirm);
    await window.says(p.hasCode);
    await window.close();
  }));

test("the first person is removed, and their passphrase opens the vault no more", () =>
  inWindow(place, { vault }, async (window) => {
    await toPeople(window, THEIRS);
    await window.press("button", p.removeOf(FIRST));
    await window.inside("alertdialog").says(p.removeCopy(FIRST));
    await window.press("button", p.removeDo);
    await window.gone("alertdialog");
    await window.gone("heading", FIRST);
    await window.find("button", p.removed);
    await window.lock();
    await unlock(window, PASSPHRASE);
    await window.invalid(v.passphrase);
    await toPeople(window, THEIRS);
    await window.close();
    isSound(place, vault, THEIRS);
  }));

test("the recovery code opens the vault, and a new passphrase is set in place of the lost one", () =>
  inWindow(place, { vault }, async (window) => {
    await window.secret(v.passphrase);
    await window.press("button", v.byCode);
    await window.find("textbox", ph.group(1));
    await window.keys(...code.join(""));
    await window.says(ph.groupsFit);
    await window.press("button", v.unlock);
    await window.find("alertdialog", arrival.recoveredTitle);
    await window.press("button", arrival.setPassphrase);
    await window.find("dialog", p.changeTitle);
    await window.says(p.changeRecovered);
    await window.writeSecret(p.fresh, ANEW);
    await window.writeSecret(p.freshAgain, ANEW);
    await window.press("button", p.changeDo);
    await window.gone("dialog");
    await window.lock();
    await unlock(window, THEIRS);
    await window.invalid(v.passphrase);
    await toPeople(window, ANEW);
    assert.ok((await window.text()).includes(p.hasCode), "the code stays");
    await window.press("tab", vaultView.tabs.program);
    await window.close();
    isSound(place, vault, ANEW);
    assert.notEqual(auscult(place, "vault check", { vault, passphrase: THEIRS }).code, 0);
  }));
