// Approved mode in the real window: the program begins anew for it, a vault is made there, and
// its packet says by what every secret was kept.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { MODULE } from "../../scripts/build-fips-module.mjs";
import { words } from "../../scripts/words.mjs";
import { exportPacket, goTo, unlock } from "./desk.mjs";
import { makeVaults, newPlace, PASSPHRASE } from "./place.mjs";
import { inWindow } from "./window.mjs";

const { vault: v, vaultView, arrival, library, organisation: o, start, desk, program } = words;
const CLINIC = "Lakeside Imaging";
const TITLE = "Federal review";
const CLAIM =
  "In approved mode every security function is performed by the OpenSSL FIPS Provider 3.1.2 (CMVP #4985). " +
  "This product is not itself FIPS validated.";

let place;
before(async () => {
  place = await newPlace();
  const fips = place.at("home", ".local", "share", "auscult", "fips");
  mkdirSync(fips, { recursive: true });
  cpSync(MODULE, fips, { recursive: true });
});
after(() => place?.close());

/** Presses what begins the program anew: it may be gone before the driver hears of the press. */
const begin = (window, name) => window.press("button", name).catch(() => null);

/** The text of a document without what a line break may put between words. */
const squeeze = (text) => text.replaceAll(/[\s\u00AD\u2010-]/gu, "");

test("a vault is made in approved mode, worked in, and leaves as a packet that says so", () =>
  inWindow(place, {}, async (window) => {
    await window.press("button", v.create);
    await window.press("radio", v.modes.approved);
    await window.says(v.createAnew);
    await begin(window, v.beginApproved);
    assert.ok((await window.begunAnew()).includes("--approved"));

    // The form comes again by itself.
    await window.find("heading", v.createTitle);
    await window.says(v.inApproved);
    await window.write(v.folder, place.at("desk", "federal.auscult"));
    await window.write(v.person, "Ines Okafor");
    await window.writeSecret(v.passphrase, PASSPHRASE);
    await window.writeSecret(v.again, PASSPHRASE);
    await window.press("button", v.createTitle);
    await window.find("alertdialog", arrival.madeTitle);
    await window.press("button", arrival.later);
    const { stretch } = JSON.parse(readFileSync(place.at("desk", "federal.auscult", "header.json"), "utf8"));
    assert.deepEqual(stretch, { kind: "pbkdf2-hmac-sha512", rounds: 1_000_000 });

    await window.press("button", library.newOrganisation, { any: true });
    await window.find("dialog", library.newOrganisation);
    await window.type(CLINIC);
    await window.keys("enter");
    await window.find("heading", CLINIC);
    await window.inside("main").press("button", o.start);
    await window.write(start.name, TITLE);
    await window.press("button", start.begin);
    await window.find("tree", desk.sections);
    await goTo(window, "ADM-SO-1");
    await window.keys("1", "escape", "e");
    await window.type("The charter names the official.");
    await window.saved();

    window.choose({ save: [place.at("desk")] });
    const said = await exportPacket(window);
    const file = place.at("desk", /\S[^\n]*\.pdf/u.exec(said)[0]);
    const packet = squeeze(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
    for (const text of [CLINIC, "The charter names the official.", CLAIM]) {
      assert.ok(packet.includes(squeeze(text)), `the packet says: ${text}`);
    }

    await window.keys(["control", ","]);
    await window.press("tab", vaultView.tabs.program);
    await window.says(CLAIM);
    await window.says("4985");
    await window.press("button", program.algorithms);
    const served = await window.inside("table").text();
    assert.match(served, /fips/iu);
    assert.doesNotMatch(served, /Argon2id|Ed25519/u);

    // Locked, it comes back in the same mode.
    assert.ok((await window.lock()).includes("--approved"));
    await window.says(v.modeApproved);
    await unlock(window);
    await window.find("heading", library.title);
    await window.close();
  }));

test("a vault of approved mode asks a program of standard mode to begin anew", () => {
  const { empty } = makeVaults(place, ["empty"]);
  return inWindow(place, { vault: empty }, async (window) => {
    await window.says(v.modeStandard);
    await window.press("button", v.other);
    await window.press("button", "federal");
    await window.says(v.wantsApproved);
    await begin(window, v.beginApproved);
    assert.ok((await window.begunAnew()).includes("--approved"));
    await unlock(window);
    await window.find("heading", library.title);
    await window.close();
  });
});

test("without its module nothing opens, and nothing falls back", async () => {
  rmSync(place.at("home", ".local", "share", "auscult", "fips", "fips.so"));
  await inWindow(place, { vault: place.at("desk", "federal.auscult") }, async (window) => {
    await window.says(v.failedTitle);
    assert.deepEqual(await window.all("textbox"), []);
    assert.equal(await window.session.call(() => document.querySelector("input")), null);
    await begin(window, v.beginStandard);
    assert.ok(!(await window.begunAnew()).includes("--approved"));
    await window.close();
  });
});
