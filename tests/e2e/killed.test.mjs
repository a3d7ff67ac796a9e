// The power goes, in the middle of a word and in the middle of a large file: whatever was
// shown as saved is there afterwards, and the vault is sound.
import assert from "node:assert/strict";
import { readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { isSound } from "./place.mjs";
import { CONTROL, openAt, withSample } from "./sample.mjs";

const { desk, evidence } = words;
const here = withSample();

const atTheControl = (part) => openAt(here, CONTROL, part);

test("killed while somebody types, three times", async () => {
  let saved = "";
  const isKept = async (window) => {
    const note = await window.value(desk.note);
    assert.ok(note.startsWith(saved), `what was shown as saved is there: ${saved}`);
  };
  for (const sentence of ["The first visit.", "The second visit.", "The third visit."]) {
    await atTheControl(async (window) => {
      await isKept(window);
      await window.write(desk.note, sentence);
      await window.saved();
      saved = sentence;
      // More words follow, and nobody waits until they are saved.
      const typing = window.type(" And more words that nobody lets settle.").catch(() => null);
      await until("more words stand there", async () => {
        const note = await window.value(desk.note).catch(() => "");
        return note.length > sentence.length;
      });
      await window.kill();
      await typing;
    });
    isSound(here.place, here.vault);
  }
  await atTheControl(async (window) => {
    await isKept(window);
    await window.close();
  });
});

test("killed while a large file is sealed", async () => {
  const small = here.place.at("desk", "small.txt");
  const large = here.place.at("desk", "large.bin");
  writeFileSync(small, "A small file that was there before.");
  writeFileSync(large, "A large file begins like this.");
  truncateSync(large, 3 * 1024 ** 3);
  const objects = () => readdirSync(join(here.vault, "evidence")).toSorted();

  let earlier;
  await atTheControl(async (window) => {
    window.choose({ evidence: [small] });
    await window.press("button", evidence.attach);
    await window.says(words.code.attach.added);
    earlier = objects();
    window.choose({ evidence: [large] });
    await window.press("button", evidence.attach);
    await window.says(evidence.attaching(1, 1));
    await until("a part of the large file lies in the vault", () => objects().length > earlier.length);
    await window.kill();
  });
  isSound(here.place, here.vault);

  await atTheControl(async (window) => {
    await window.says("small.txt");
    assert.ok(!(await window.text()).includes("large.bin"), "half a file is no evidence");
    assert.deepEqual(objects(), earlier, "what was half sealed was swept away");
    window.choose({ evidence: [small] });
    await window.press("button", evidence.attach);
    await window.says(words.code.attach["already-there"]);
    await window.close();
  });
  isSound(here.place, here.vault);
});
