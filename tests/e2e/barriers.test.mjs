// Every main screen in the real window, in light and in dark, holds nothing that axe-core
// knows to be a barrier.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo, toTheDesk } from "./desk.mjs";
import { newPlace, sampleVault } from "./place.mjs";
import { inWindow } from "./window.mjs";

const { vault: v, library, start, frame, desk, evidence, kit } = words;
let place;
let vault;

before(async () => {
  place = await newPlace();
  vault = sampleVault(place);
});
after(() => place?.close());

test("before a vault is open", () =>
  inWindow(place, {}, async (window) => {
    const found = [];
    const look = async (screen) => found.push(...(await window.barriers()).map((line) => `${screen}: ${line}`));
    await look("welcome");
    await window.press("button", v.create);
    await window.press("button", v.createTitle);
    await window.says(v.personMissing);
    await look("create, with what is missing");
    await window.press("button", v.back);
    window.choose({ vault: [vault] });
    await window.press("button", v.open);
    await window.secret(v.passphrase);
    await look("unlock");
    assert.equal(found.join("\n"), "");
    await window.close();
  }));

for (const [theme, name] of [
  ["light", frame.themeLight],
  ["dark", frame.themeDark],
]) {
  test(`every screen, ${theme}`, () =>
    inWindow(place, { vault }, async (window) => {
      const found = [];
      const look = async (screen) => found.push(...(await window.barriers()).map((line) => `${screen}: ${line}`));
      const part = (to) => window.inside("navigation", frame.parts).press("button", to);

      await toTheDesk(window);
      await window.press("button", frame.theme);
      await window.press("menuitemradio", name);
      await window.gone("menu");
      await look("desk");
      await goTo(window, "TEC-EN-3");
      await look("a control");
      await window.press("button", evidence.reference);
      await window.find("dialog");
      await look("describing evidence");
      await window.inside("dialog").press("button", kit.close);
      await window.gone("dialog");
      await window.press("button", desk.addObservation);
      await window.find("dialog", desk.newObservation);
      await look("an observation");
      await window.inside("dialog").press("button", kit.close);
      await window.gone("dialog");
      for (const [to, heading] of [
        [frame.overview, words.overview.title],
        [frame.evidence, words.shelf.title],
        [frame.requests, words.request.title],
        [frame.scope, start.scopeTitle],
        [frame.paper, words.paper.title],
      ]) {
        await part(to);
        await window.find("heading", heading);
        await look(to);
      }
      for (const [button, dialog] of [
        [frame.keys, frame.keysTitle],
        [frame.check, frame.checkTitle],
      ]) {
        await window.press("button", button);
        await window.find("dialog", dialog);
        await look(dialog);
        await window.inside("dialog").press("button", kit.close);
        await window.gone("dialog");
      }
      await window.inside("navigation", frame.where).press("button", "Larkspur Family Health");
      await window.find("heading", "Larkspur Family Health");
      await look("organisation");
      await window.inside("main").press("button", words.organisation.start);
      await window.find("button", start.begin);
      await look("start an assessment");
      await window.inside("navigation", frame.where).press("button", frame.library);
      await window.find("heading", library.title);
      await look("library");
      assert.equal(found.join("\n"), "");
      await window.close();
    }));
}
