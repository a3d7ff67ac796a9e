// An evidence plan leaves as a workbook, is filled in as a client would, and comes back: what it
// would change is seen first, the desk shows it then, the same file again changes nothing, and
// one step takes all of it back. What left stands in the register, and how documents look is
// chosen beside it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { toTheDesk, unlock } from "./desk.mjs";
import { auscult, assessments, isSound } from "./place.mjs";
import { withSample } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { plan, request, written, frame, issued, look, organisation, library, kit } = words;
const here = withSample();
const CLINIC = "Larkspur Family Health";
const CLIENT = "Mira at the clinic";

/** A small red square, as a PNG. */
const LOGO = within("src-tauri", "icons", "128x128.png");

const part = (window, name) => window.inside("navigation", frame.parts).press("button", name);

async function toRequests(window) {
  await toTheDesk(window);
  await part(window, frame.requests);
  await window.find("heading", request.title);
}

/** Reads a workbook in the window, up to what it would change. */
async function reading(window, file) {
  window.choose({ plan: [file] });
  await window.press("button", plan.read);
  const dialog = window.inside("dialog", plan.readTitle);
  await dialog.press("button", plan.choose);
  return dialog;
}

/** What the command line says of the requests. */
const said = () => {
  const [{ id }] = assessments(here.place, here.vault);
  const { out, code, err } = auscult(here.place, "requests", { vault: here.vault, options: { assessment: id }, rest: ["--json"] });
  assert.equal(code, 0, err);
  return new Map(JSON.parse(out).map((one) => [one.id, one]));
};

let filled;
let named;
test("a plan leaves as a workbook and is filled in by a client", async () => {
  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await toRequests(window);
    window.choose({ save: [here.place.at("desk")] });
    await window.press("button", plan.write);
    const dialog = window.inside("dialog", plan.writeTitle);
    await dialog.write(plan.to, CLIENT);
    await dialog.press("button", plan.writeDo);
    await dialog.says(written.digest);
    await dialog.press("button", kit.close, { any: true });
    await window.gone("dialog");
    await window.close();
  });
  const [book, ...others] = readdirSync(here.place.at("desk")).filter((name) => name.endsWith(".xlsx"));
  assert.ok(book && others.length === 0, "one workbook was written");
  filled = here.place.at("desk", "filled-in.xlsx");
  const python = within(".tools", "python", "bin", "python");
  const out = execFileSync(python, [within("tests", "reader", "plan.py"), "fill", here.place.at("desk", book), filled], { encoding: "utf8" });
  named = JSON.parse(out);
  assert.equal(named.length, 3);
});

test("what it would change is seen, left, applied, said by the desk, and taken back in one step", async () => {
  const before = said();
  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await toRequests(window);
    const dialog = await reading(window, filled);
    await dialog.says(plan.summaryWords(7, 3));
    await dialog.says("@home until January");
    await dialog.press("button", plan.leave);
    await window.gone("dialog");

    await (await reading(window, filled)).press("button", plan.apply(7));
    await window.gone("dialog");
    await window.says(plan.applied(7, 3));
    await window.close();
  });
  const now = said();
  const changed = [...now.values()].filter((one) => JSON.stringify(one) !== JSON.stringify(before.get(one.id)));
  assert.deepEqual(changed.map(({ id }) => id).sort(), [...new Set(named)].sort());
  assert.equal(now.get(named[0]).state, "received");
  assert.equal(now.get(named[1]).state, "not-to-be-had");

  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await toRequests(window);
    await window.says(request.receivedCount([...now.values()].filter(({ state }) => state === "received").length));
    const dialog = await reading(window, filled);
    await dialog.says(plan.nothing);
    await dialog.press("button", kit.close, { any: true });
    await window.gone("dialog");
    assert.deepEqual(await window.all("button", plan.apply(7)), []);
    await window.press("button", frame.undo);
    await window.says(request.receivedCount([...before.values()].filter(({ state }) => state === "received").length));
    await window.close();
  });
  assert.deepEqual(said(), before);
  isSound(here.place, here.vault);
});

test("a file that is no plan is refused with its reason, and nothing changes", async () => {
  const before = said();
  const text = here.place.at("desk", "no-plan.xlsx");
  writeFileSync(text, "This is no workbook.\n");
  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await toRequests(window);
    const dialog = await reading(window, text);
    await dialog.find("alert");
    await dialog.press("button", kit.cancel);
    await window.gone("dialog");
    await window.close();
  });
  assert.deepEqual(said(), before);
});

test("what left stands in the register, and documents get a logo and a colour", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    await unlock(window);
    await window.inside("grid", library.organisations).press("gridcell", CLINIC);
    await window.press("tab", organisation.tab.documents);
    const register = window.inside("region", issued.title);
    await register.says(CLIENT);
    await register.press("gridcell", CLIENT);
    await register.says(issued.facts.digest);

    window.choose({ logo: [LOGO] });
    await window.press("button", look.choose);
    await window.write(look.alternative, CLINIC);
    await window.press("radio", look.colours["1f4e79"]);
    await window.saved();
    const picture = await window.find("img", CLINIC);
    const isDrawn = (one) => one.complete && one.naturalWidth > 0;
    assert.ok(await window.session.call(isDrawn, picture), "the logo is drawn");
    await window.says(look.contrast(8.6).slice(0, 20));
    await window.close();
    isSound(here.place, here.vault);
  }));
