// The window is closed while something is under way: whatever was done is there afterwards,
// whole or not at all, and the vault is sound.
import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo } from "./desk.mjs";
import { atControl, CONTROL, withSample } from "./sample.mjs";

const { desk, evidence, find } = words;
const NOTE = "Written just before the window was closed.";
const here = withSample();

/** Does something at the control, and closes the window in the middle of it. */
const closedIn = (part) => atControl(here, CONTROL, part);

/** Looks at the control the next time. */
const nextTime = closedIn;

test("in the middle of attaching a large file", async () => {
  const large = here.place.at("desk", "large.bin");
  writeFileSync(large, "A large file begins like this.");
  truncateSync(large, 3 * 1024 ** 3);
  await closedIn(async (window) => {
    await window.write(desk.note, NOTE);
    window.choose({ evidence: [large] });
    await window.press("button", evidence.attach);
    await window.says(evidence.attaching(1, 1));
  });
  await nextTime(async (window) => {
    assert.equal(await window.value(desk.note), NOTE);
    assert.ok(!(await window.text()).includes("large.bin"), "half a file is no evidence");
  });
});

test("in the middle of answering many at once", async () => {
  const added = "Said of all of them together.";
  await closedIn(async (window) => {
    await window.keys("b");
    await window.find("dialog", desk.bulkTitle);
    await window.write(desk.bulkNote, added);
    await window.press("checkbox", desk.bulkOnlyOpen);
    // One control is answered for each of three systems.
    await window.press("button", desk.bulkDo(76));
  });
  const kept = [];
  await nextTime(async (window) => {
    for (const control of [CONTROL, "ADM-SO-1", "PHY-WS-4"]) {
      await goTo(window, control);
      kept.push((await window.value(desk.note)).includes(added));
    }
  });
  assert.ok(kept.every((one) => one === kept[0]), `all of them or none: ${kept.join(", ")}`);
});

test("in the middle of a search, with a word that is not saved yet", async () => {
  await closedIn(async (window) => {
    await window.write(desk.note, `${NOTE} And more.`);
    await window.keys(["control", "f"]);
    await window.find("dialog", find.title);
    await window.type("cabinet");
  });
  await nextTime(async (window) => assert.equal(await window.value(desk.note), `${NOTE} And more.`));
});
