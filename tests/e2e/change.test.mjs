// A change of the scope says what it touches before it is made, and loses nothing; a final
// version stays as it was, and what changed since can be seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo, toTheDesk } from "./desk.mjs";
import { isSound } from "./place.mjs";
import { withSample } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { desk, frame, overview, start } = words;
const { preview } = start;
/** A control that the sample answers system by system. */
const SPLIT = "TEC-MS-2";
const SYSTEM = "Retina triage";
const here = withSample();

const part = (window, name) => window.inside("navigation", frame.parts).press("button", name);

test("a system that leaves the scope takes no answer with it", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    await toTheDesk(window);
    await goTo(window, SPLIT);
    await window.inside("radiogroup", desk.subjects).press("radio", SYSTEM);
    const said = await window.value(desk.note);
    assert.notEqual(said, "", "there is something to lose");

    await part(window, frame.scope);
    await window.press("checkbox", SYSTEM);
    const note = window.inside("complementary", preview.title);
    await note.press("button", preview.effect.leaves);
    await note.says(SPLIT);
    await note.press("button", preview.apply);
    await note.says(preview.idle);

    await part(window, frame.desk);
    await goTo(window, SPLIT);
    assert.deepEqual(await window.all("radio", SYSTEM), []);

    await part(window, frame.scope);
    await window.press("checkbox", SYSTEM);
    await note.press("button", preview.apply);
    await note.says(preview.idle);
    await part(window, frame.desk);
    await goTo(window, SPLIT);
    await window.inside("radiogroup", desk.subjects).press("radio", SYSTEM);
    assert.equal(await window.value(desk.note), said, "it is there again, word for word");
    await window.close();
    isSound(here.place, here.vault);
  }));

test("a version is made final, work goes on, and the difference is shown", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    const later = "Seen again after the version was made final.";
    await toTheDesk(window);
    await part(window, frame.overview);
    await window.press("button", overview.finalise);
    await window.inside("dialog").press("button", overview.finaliseDo(1));
    await window.gone("dialog");

    await part(window, frame.desk);
    await goTo(window, "ADM-SO-1");
    await window.says(desk.final);
    await window.write(desk.note, later);
    await window.saved();

    await part(window, frame.overview);
    await window.press("tab", overview.tab.versions);
    await window.says(overview.versionTitle(1));
    const compare = window.inside("region", overview.compare);
    await compare.says("ADM-SO-1");
    await compare.says(later);
    await window.close();
    isSound(here.place, here.vault);
  }));
