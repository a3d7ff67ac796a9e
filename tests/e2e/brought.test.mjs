// Evidence that comes from another program on the screen: words and a picture from the
// clipboard, files dragged over the window.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { begin, end, until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { atControl, CONTROL, withSample } from "./sample.mjs";

const { code, evidence, kit } = words;
const here = withSample();

/** Does something at a control while another program has something to give. */
async function beside(given, part) {
  const env = { ...process.env, ...here.place.env };
  const stdio = ["ignore", "pipe", "inherit"];
  const other = begin("/usr/bin/python3", [within("tests", "e2e", "other.py"), ...given], { env, stdio });
  let said = "";
  other.stdout.on("data", (piece) => (said += piece));
  try {
    await until("the other program is ready", () => said.includes("ready"));
    const says = (word) => until(`the other program says ${word}`, () => said.includes(word));
    await atControl(here, CONTROL, (window) => part(window, says));
  } finally {
    await end(other);
  }
}

const looked = async (window, look) => {
  await window.inside("region", evidence.title).press("button", evidence.look(""), { any: true });
  await look(window.inside("dialog"));
  await window.inside("dialog").press("button", kit.close);
  await window.gone("dialog");
};

test("words are pasted", () =>
  beside(["text", "Copied from the log: door 3 opened at 02:14."], async (window) => {
    await window.press("button", evidence.paste);
    await window.says(code.attach.added);
    await looked(window, (dialog) => dialog.says("door 3 opened at 02:14"));
  }));

test("a picture is pasted", () =>
  beside(["picture", within("assets", "sample", "screen-lock-policy.png")], async (window) => {
    const before = readdirSync(`${here.vault}/evidence`).length;
    await window.press("button", evidence.paste);
    await window.says(code.attach.added);
    assert.equal(readdirSync(`${here.vault}/evidence`).length, before + 1);
  }));

test("files are dragged into the window", () => {
  const names = ["north-door.txt", "south-door.txt"];
  for (const name of names) writeFileSync(here.place.at("desk", name), `Log of ${name}.`);
  return beside(["files", ...names.map((name) => here.place.at("desk", name))], async (window, says) => {
    await here.place.display.drag([10, 10], [700, 450], {
      begun: () => says("dragging"),
      over: () => says("wanted"),
    });
    const results = window.inside("region", evidence.results);
    for (const name of names) await results.says(name);
    await results.says(evidence.counted.added(2));
  });
});
