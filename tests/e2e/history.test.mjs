// What was done can be taken back the next day, too, and after evidence was withdrawn.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { atControl, CONTROL, withSample } from "./sample.mjs";

const { code, desk, evidence, frame } = words;
const FILE = "visitor-log.txt";
const FIRST = "What stood there on the first day.";
const here = withSample();

const atTheControl = (part) => atControl(here, CONTROL, part);

/** Waits until this is what would be undone, whatever it was done to. */
const undo = async (window, what) => {
  await window.find("button", frame.undoStep(what));
  await window.keys(["control", "z"]);
};

const redo = async (window, what) => {
  await window.find("button", frame.redoStep(what));
  await window.keys(["control", "shift", "z"]);
};

test("an answer is taken back the next day, and given again", async () => {
  await atTheControl(async (window) => {
    await window.write(desk.note, FIRST);
    await window.saved();
    await window.keys("escape", "2");
    await window.chosen("radio", code.implementation.partial);
    await window.keys("escape", "6");
    await window.chosen("radio", code.implementation["not-implemented"]);
    await window.saved();
  });
  await atTheControl(async (window) => {
    await undo(window, code.step.answer);
    await window.chosen("radio", code.implementation.partial);
    await redo(window, code.step.answer);
    await window.chosen("radio", code.implementation["not-implemented"]);
    await undo(window, code.step.answer);
    await window.chosen("radio", code.implementation.partial);
    assert.equal(await window.value(desk.note), FIRST);
  });
});

test("evidence that was withdrawn comes back, and what was done before it can be undone", () =>
  atTheControl(async (window) => {
    writeFileSync(here.place.at("desk", FILE), "Nobody came.");
    window.choose({ evidence: [here.place.at("desk", FILE)] });
    await window.press("button", evidence.attach);
    await window.says(code.attach.added);
    const item = window.inside("region", evidence.title);
    await item.press("button", evidence.more, { any: true });
    await window.press("menuitem", evidence.withdraw);
    await window.inside("dialog").write(evidence.withdrawReason, "It is of the wrong house.");
    await window.inside("dialog").press("button", evidence.withdrawTitle);
    await window.gone("dialog");
    await item.says("It is of the wrong house.");

    await undo(window, code.step.withdraw);
    await window.find("button", frame.undoStep(code.step.attach));
    assert.ok(!(await item.text()).includes("It is of the wrong house."), "it counts again");
    await redo(window, code.step.withdraw);
    await item.says("It is of the wrong house.");
  }));
