// Odd files, odd words, and a disk that goes away under somebody's hands: each gets a
// sentence, and nothing is lost.
import assert from "node:assert/strict";
import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo, toThePacket } from "./desk.mjs";
import { atControl, CONTROL, withSample } from "./sample.mjs";

const { desk, evidence, frame, kit, packet } = words;
const here = withSample();

const atTheControl = (part) => atControl(here, CONTROL, part);

test("files with odd names are taken, and one that is gone is named", () =>
  atTheControl(async (window) => {
    const names = [
      "leer.txt",
      `${"ä".repeat(125)}.txt`,
      "\u202Efdp.exe\u202C.txt",
      "line\nbreak\u0007.txt",
      "تقرير.txt",
    ];
    for (const name of names) writeFileSync(here.place.at("desk", name), name === "leer.txt" ? "" : `of ${name}`);
    window.choose({ evidence: [...names, "gone.txt"].map((name) => here.place.at("desk", name)) });
    await window.press("button", evidence.attach);
    const results = window.inside("region", evidence.results);
    await results.says(evidence.counted.added(names.length));
    await results.says(evidence.counted.failed(1));
    await window.inside("list", evidence.problems).says("gone.txt");
  }));

test("words in any script are kept as they are, and so is a megabyte of them", () =>
  atTheControl(async (window) => {
    const odd = "الفحص اكتمل 审计完成 \u{1F9D1}\u200D\u2695\uFE0F **never closed [and](this\n\n> neither `that";
    await window.paste(desk.note, odd);
    await window.saved();
    await window.press("button", desk.notePreview);
    await window.says("never closed");
    await window.press("button", desk.noteWrite);
    assert.equal(await window.value(desk.note), odd);

    const long = `${"A long note goes on and on. ".repeat(37_450)}The end.`;
    await window.paste(desk.note, long);
    await window.saved();
    await goTo(window, "ADM-SO-1");
    await goTo(window, CONTROL);
    assert.equal(await window.value(desk.note), long);
  }));

test("a document that cannot be written where it was to go leaves nothing behind", () =>
  atTheControl(async (window) => {
    await toThePacket(window);
    window.choose({ save: [here.place.at("desk", "no-such-folder", "packet.pdf")] });
    await window.press("button", packet.export);
    await window.inside("dialog").press("button", packet.exportDo);
    await window.inside("dialog").find("alert");
    assert.ok(!existsSync(here.place.at("desk", "no-such-folder")));
    assert.deepEqual(readdirSync(here.place.at("desk")).filter((name) => name.includes("pdf") && !name.includes("txt")), []);
  }));

test("a vault that is moved away under the window loses no word, even when somebody closes it", async () => {
  const away = here.place.at("desk", "moved-away");
  const last = "The folder is back, the window is still the same, and these words came after all that.";
  await atTheControl(async (window) => {
    renameSync(here.vault, away);
    await window.paste(desk.note, "Written while the folder was elsewhere.");
    await window.says(`${kit.notSaved}\n`);
    here.place.display.press("alt+F4");
    await window.find("alertdialog", frame.closingTitle);
    await window.press("button", frame.stay);
    await window.gone("alertdialog");
    renameSync(away, here.vault);
    await window.press("button", kit.tryAgain, { any: true });
    await window.saved();
    await window.write(desk.note, last);
    await window.saved();
  });
  await atTheControl(async (window) => assert.equal(await window.value(desk.note), last));
});
