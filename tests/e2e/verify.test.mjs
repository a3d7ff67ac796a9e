// A packet of record is checked in the window: with its own vault open, in another one, and by
// who has no vault; one that was changed is not taken for sound, and what differs is named.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import { assessments, auscult, newPlace, sampleVault } from "./place.mjs";
import { inWindow } from "./window.mjs";

const { verify, library, vault: v, kit } = words;

/** Changes one byte in the middle of an entry of an archive, and leaves all else as it is. */
const TURN = `
import sys, zipfile
old, new, name = sys.argv[1:]
with zipfile.ZipFile(old) as a, zipfile.ZipFile(new, "w") as b:
    for info in a.infolist():
        held = bytearray(a.read(info))
        if info.filename == name:
            held[len(held) // 2] ^= 1
        b.writestr(info, bytes(held), compress_type=info.compress_type)
`;

const MANIFEST = "manifest.json";
let place;
let vault;
let record;
before(async () => {
  place = await newPlace();
  vault = sampleVault(place);
  const [{ id }] = assessments(place, vault);
  record = place.at("desk", "record.zip");
  const done = auscult(place, "record", { vault, options: { assessment: id, out: record } });
  assert.equal(done.code, 0, done.err);
});
after(() => place?.close());

/** Chooses a file in the open dialog, and waits for the verdict. */
async function check(window, file, verdict, again = false) {
  window.choose({ record: [file] });
  const dialog = window.inside("dialog", verify.title);
  await dialog.press("button", again ? verify.another : verify.choose);
  await dialog.says(verify.verdicts[verdict]);
  return dialog;
}

test("a record is sound, its signer is known here, and one changed byte is named", () => {
  const changed = place.at("desk", "changed.zip");
  execFileSync("python3", ["-c", TURN, record, changed, MANIFEST]);
  const none = place.at("desk", "none.zip");
  writeFileSync(none, "This is no record.\n");
  return inWindow(place, { vault }, async (window) => {
    await unlock(window);
    await window.find("heading", library.title);
    await window.press("button", verify.open);
    const dialog = await check(window, record, "sound");
    await dialog.says(verify.provesWords);
    await dialog.says(verify.signerKnown("Robin Ashdown"));
    await check(window, changed, "differs", true);
    await dialog.says(MANIFEST);
    assert.ok(!(await dialog.text()).includes(verify.provesWords), "nothing is proved");
    await check(window, none, "not-a-record", true);
    await dialog.press("button", kit.close, { any: true });
    await window.gone("dialog");
    await window.close();
  });
});

test("who has no vault can check one, and is told what to compare", () =>
  inWindow(place, {}, async (window) => {
    await window.press("button", v.other);
    await window.find("button", v.create);
    await window.press("button", verify.open);
    const dialog = await check(window, record, "sound");
    await dialog.says(verify.signerUnknown);
    await dialog.says(verify.provesWords);
    await window.keys("escape");
    await window.gone("dialog");
    await window.close();
  }));
