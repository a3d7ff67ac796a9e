// The vault is locked in the middle of a word: by key, because nobody is there, before the
// computer sleeps, and with its session. What was typed is there after the next unlock, and
// the lock screen says why it came.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { goTo, openAssessment, unlock } from "./desk.mjs";
import { openLogind } from "./logind.mjs";
import { isSound, newPlace, PASSPHRASE, sampleVault } from "./place.mjs";
import { CONTROL } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { desk, vault: v, locking } = words;

let logind;
const here = {};
before(async () => {
  logind = await openLogind();
  here.place = await newPlace({ env: logind.env });
  here.vault = sampleVault(here.place);
});
after(async () => {
  await here.place?.close();
  await logind?.close();
});

async function toTheNote(window) {
  await unlock(window);
  await openAssessment(window);
  await goTo(window, CONTROL);
}

/** Types half a word at the control, lets something lock the vault, and looks afterwards. */
function lockedBy(typed, how, said) {
  return inWindow(here.place, { vault: here.vault }, async (window) => {
    await toTheNote(window);
    await window.write(desk.note, typed.slice(0, 4));
    await window.type(typed.slice(4));
    await how(window);
    await window.begunAnew();
    await window.secret(v.passphrase);
    if (said) await window.says(said);
    await toTheNote(window);
    assert.equal(await window.value(desk.note), typed);
    await window.close();
    isSound(here.place, here.vault);
  });
}

test("by its key, in the middle of a word", () =>
  lockedBy("The cabinet was loc", (window) => window.keys(["control", "l"]).catch(() => null), null));

test("before the computer sleeps, which waits for it", async () => {
  await lockedBy(
    "The hygrometer bro",
    async () => {
      await logind.hears("held sleep delay", logind.count("released") + 1);
      const released = logind.count("released");
      logind.does("sleep");
      await logind.hears("released", released + 1);
    },
    locking.title.sleep,
  );
});

test("with the session, told in either way, and not with somebody else's", async () => {
  for (const [word, typed] of [
    ["lock", "The door was op"],
    ["hint", "The window was ope"],
  ]) {
    await lockedBy(
      typed,
      async (window) => {
        logind.does("other");
        await window.saved();
        logind.does(word);
      },
      locking.title.session,
    );
  }
});

test("because nobody is there, counted from the last key", async () => {
  const seconds = 12;
  const place = { ...here.place, env: { ...here.place.env, AUSCULT_DRIVING_IDLE: String(seconds) } };
  const sentence = "Somebody types this word by word, and each word keeps the vault open for a while, until half a wo";
  await inWindow(place, { vault: here.vault }, async (window) => {
    // What a driver does is no touch, so a person at the keyboard does it.
    await window.secret(v.passphrase);
    place.display.type(PASSPHRASE);
    place.display.press("Return");
    await openAssessment(window);
    place.display.press("Shift_L");
    await goTo(window, CONTROL);
    place.display.press("Shift_L");
    await window.write(desk.note, sentence[0]);
    const begun = performance.now();
    let stands = sentence[0];
    for (const word of sentence.slice(1).match(/\S+\s?/gu)) {
      place.display.type(word);
      stands += word;
      await until("what was typed stands there", async () => (await window.value(desk.note)) === stands);
    }
    const last = performance.now();
    await until("the vault is locked", () => existsSync(window.files.anew));
    const waited = (performance.now() - last) / 1000;
    // Had the typing not counted, the lock would have come earlier by as long as it took.
    assert.ok(waited > seconds - 2, `${waited} s after the last key, ${(last - begun) / 1000} s of typing`);
    // From here on nobody is at the keyboard.
    delete place.env.AUSCULT_DRIVING_IDLE;
    await window.begunAnew();
    await window.says(locking.title.idle);
    await toTheNote(window);
    assert.equal(await window.value(desk.note), sentence);
    await window.close();
  });
});
