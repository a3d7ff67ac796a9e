// What the window says when somebody brings it the wrong thing: what happened, what was
// kept, and what to do.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import { auscult, isSound, newPlace } from "./place.mjs";
import { inWindow } from "./window.mjs";

const w = words.vault;
let place;
let vault;

before(async () => {
  place = await newPlace();
  vault = place.at("desk", "practice.auscult");
  const made = auscult(place, "vault create", { vault, options: { person: "Ines Okafor" } });
  assert.equal(made.code, 0, made.err);
});
after(() => place?.close());

test("a passphrase that is too weak is refused before anything is made", () =>
  inWindow(place, {}, async (window) => {
    const folder = place.at("desk", "weak.auscult");
    await window.press("button", w.create);
    await window.write(w.folder, folder);
    await window.write(w.person, "Ines Okafor");
    await window.writeSecret(w.passphrase, "short");
    await window.writeSecret(w.again, "short");
    await window.press("button", w.createTitle);
    await window.invalid(w.passphrase);
    assert.ok(!existsSync(folder), "nothing was made");
    await window.close();
  }));

test("a folder that is no vault is named as that and left as it was", () =>
  inWindow(place, {}, async (window) => {
    const folder = place.at("desk", "photos");
    mkdirSync(folder);
    writeFileSync(place.at("desk", "photos", "harbour.txt"), "a picture in words");
    window.choose({ vault: [folder] });
    await window.press("button", w.open);
    await unlock(window);
    await window.says(w.faultTitle);
    await window.says("There is no vault in this folder");
    assert.deepEqual(readdirSync(folder), ["harbour.txt"]);
    await window.close();
  }));

test("a wrong passphrase is said to be wrong, and the right one then opens", () =>
  inWindow(place, { vault }, async (window) => {
    await window.find("heading", w.unlockTitle("practice"));
    await unlock(window, "not the passphrase");
    await window.says("The passphrase does not open this vault");
    await unlock(window);
    await window.find("heading", words.library.title);
    await window.close();
  }));

test("a vault that is open elsewhere is not opened a second time", () =>
  inWindow(place, { vault }, async (window) => {
    await unlock(window);
    await window.find("heading", words.library.title);

    const elsewhere = await newPlace();
    try {
      await inWindow(elsewhere, { vault }, async (second) => {
        await unlock(second);
        await second.says(w.heldTitle);
        await second.close();
      });
      const line = auscult(elsewhere, "assessments", { vault });
      assert.equal(line.code, 1);
      assert.match(line.err, /since/u, "the command line tells since when it is held");
    } finally {
      await elsewhere.close();
    }

    await window.close();
    // The first window held it all the while, and has let go of it.
    isSound(place, vault);
  }));
