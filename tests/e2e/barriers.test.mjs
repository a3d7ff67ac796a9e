// Every screen and state in the real window holds nothing that axe-core knows to be a barrier.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { copyVaults, makeVaults, newPlace } from "./place.mjs";
import { SCREENS, show, VAULTS } from "./screens.mjs";
import { inWindow } from "./window.mjs";

let home;
let vaults;
before(async () => {
  home = await newPlace();
  vaults = makeVaults(home, VAULTS);
});
after(() => home?.close());

/** Looks at every screen, and returns what was found, each with its screen. */
async function found(look, rules) {
  const place = await newPlace(look);
  try {
    // What one look does to a vault another does not find.
    const copies = copyVaults(vaults, place);
    return await inWindow(place, {}, async (window) => {
      const all = [];
      for (const screen of SCREENS) {
        await show(window, screen, copies);
        all.push(...(await window.barriers(rules)).map((line) => `${screen[0]}: ${line}`));
      }
      await window.close();
      return all;
    });
  } finally {
    await place.close();
  }
}

test("no screen holds a barrier", async () => {
  assert.equal((await found({})).join("\n"), "");
});

// What is there is the same; only its colours are others.
test("in the dark nothing is harder to read", async () => {
  assert.equal((await found({ env: { GTK_THEME: "Adwaita:dark" } }, ["color-contrast"])).join("\n"), "");
});

test("a planted barrier is found", () =>
  inWindow(home, {}, async (window) => {
    await show(window, SCREENS.find(([name]) => name === "desk"), vaults);
    await window.session.call(() => {
      document.querySelector("main button").replaceChildren();
      document.querySelector("main h1, main h2").style.color = "silver";
    });
    const said = (await window.barriers()).join("\n");
    for (const rule of ["button-name", "color-contrast"]) assert.ok(said.includes(rule), `${rule}: ${said}`);
    await window.close();
  }));
