// A consultant works a whole day without a mouse: not one click is made here. All controls are
// answered, each with at most four keys beyond the words themselves.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import { Keyboard } from "./keyboard.mjs";
import { assessments, auscult } from "./place.mjs";
import { withSample } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { organisation: o, start, desk, frame, library, overview } = words;

const CLINIC = "Larkspur Family Health";
const TITLE = "Second look, by keys alone";
/** As many keys as a control may cost beyond the words themselves. */
const MOST = 4;
const catalogue = JSON.parse(readFileSync(within("assets", "catalogs", "hipaa-ml-2026.11.json"), "utf8"));
const controls = catalogue.sections.flatMap((s) => s.parts.flatMap((p) => p.groups.flatMap((g) => g.controls)));
const key = (word) => String(catalogue.answers.findIndex(({ id }) => id === word) + 1);
const label = (word) => catalogue.answers.find(({ id }) => id === word).label;
/** What is answered, in turn. */
const TURNS = ["implemented", "partial", "not-implemented", "implemented", "unknown"];
const note = (id) => `${id} was seen.`;

/** The controls that are answered together, and how many of them said something else before. */
const TOGETHER = "AUD-DS";
const OTHERS = controls.filter(
  ({ id }, index) => id.startsWith(TOGETHER) && TURNS[index % TURNS.length] !== "not-implemented",
).length;

const here = withSample();

test("a consultant answers every control by keys alone, with four for each at most", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    const keyboard = new Keyboard(window);
    const reads = (text) => until(`the question is ${text}`, () => question(window, text));
    await window.secret(words.vault.passphrase);
    await unlockByKeys(keyboard);
    await window.find("heading", library.title);

    await keyboard.choose(CLINIC);
    await window.find("heading", CLINIC);
    await keyboard.use("button", o.start, { inside: ["main"] });
    await keyboard.tabTo("textbox", start.name);
    await keyboard.press(["control", "a"]);
    await keyboard.write(TITLE);
    await keyboard.use("button", start.begin);
    await window.says(desk.progress(0, controls.length));

    for (const [index, control] of controls.entries()) {
      const word = TURNS[index % TURNS.length];
      await reads(control.question);
      keyboard.strokes = 0;
      await keyboard.press(key(word));
      if (word === "unknown") {
        // The focus is where it asks who would know.
        await keyboard.write("The practice manager");
        await keyboard.press("escape");
      }
      await keyboard.press("e");
      await keyboard.write(note(control.id));
      if (index < controls.length - 1) await keyboard.press(["control", "enter"]);
      assert.ok(keyboard.strokes <= MOST, `${control.id} took ${keyboard.strokes} keys`);
    }
    await keyboard.press("escape");
    await window.says(desk.progress(controls.length, controls.length));
    await window.saved();
    await window.close();
  }));

test("what was answered is in the packet, word for word", () => {
  const { id } = assessments(here.place, here.vault).find(({ title }) => title === TITLE);
  const out = here.place.at("desk", "packet.pdf");
  const done = auscult(here.place, "packet", { vault: here.vault, options: { assessment: id, out } });
  assert.equal(done.code, 0, done.err);
  const squeeze = (text) => text.replaceAll(/[\s\u00AD\u2010-]/gu, "");
  const text = squeeze(execFileSync("pdftotext", [out, "-"], { encoding: "utf8" }));
  for (const control of controls) assert.ok(text.includes(squeeze(note(control.id))), control.id);
});

test("undo and redo, split and join, many at once, search and palette, by keys alone", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    const keyboard = new Keyboard(window);
    const chosen = (word) => window.chosen("radio", label(word));
    const undo = async (what = words.code.step.answer) => {
      await window.find("button", frame.undoStep(what));
      await keyboard.press(["control", "z"]);
    };
    await window.secret(words.vault.passphrase);
    await unlockByKeys(keyboard);
    await window.find("heading", library.title);
    await keyboard.choose(TITLE);
    await window.find("tree", desk.sections);

    // Search finds the note, and leads to its control.
    await keyboard.press(["control", "f"]);
    await keyboard.find("TEC-EN-3 was seen", (said) => said.includes("TEC-EN-3"));
    const asked = controls.find(({ id }) => id === "TEC-EN-3");
    await until("the control that was found is open", () => question(window, asked.question));
    const before = TURNS[controls.indexOf(asked) % TURNS.length];
    await chosen(before);

    await keyboard.press(key("planned"));
    await keyboard.press("escape");
    await chosen("planned");
    await window.saved();
    await undo();
    await chosen(before);
    await window.find("button", frame.redoStep(words.code.step.answer));
    await keyboard.press(["control", "shift", "z"]);
    await chosen("planned");
    await undo();
    await chosen(before);

    await keyboard.press("s");
    await window.find("radiogroup", desk.subjects);
    await keyboard.press("]", key("partial"));
    await chosen("partial");
    await window.saved();
    await keyboard.press("s");
    await window.find("dialog", desk.joinTitle);
    await keyboard.use("button", desk.joinDo);
    await window.gone("dialog");
    await window.gone("radiogroup", desk.subjects);

    await keyboard.press("/");
    await keyboard.write(TOGETHER);
    await keyboard.press("enter", "b");
    await window.find("dialog", desk.bulkTitle);
    await keyboard.use("button", desk.bulkWord);
    await window.find("listbox");
    await keyboard.press(..."Not impl", "enter");
    await window.gone("listbox");
    await keyboard.use("checkbox", desk.bulkOnlyOpen);
    await keyboard.use("button", desk.bulkDo(OTHERS));
    await window.says(desk.bulkDone(OTHERS));
    await keyboard.press("escape");
    await window.gone("dialog");
    await undo(words.code.step["bulk-answer"]);
    await window.says(frame.undone(words.code.step["bulk-answer"]));

    // By the palette to another part, and back.
    await keyboard.choose(overview.title);
    await window.find("heading", overview.title);
    await keyboard.choose(frame.desk);
    await window.find("tree", desk.sections);
    await window.close();
  }));

function question(window, text) {
  return window.session.call((wanted) => document.getElementById("control-question")?.textContent === wanted, text);
}

async function unlockByKeys(keyboard) {
  await keyboard.write("quiet harbour seven lanterns");
  await keyboard.press("enter");
}
