// Five hundred texts that would run a script, in every field, file name and file that is taken
// in, and then every screen: none runs, and none even becomes a part of the page.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../../scripts/words.mjs";
import { goTo, toTheDesk, unlock } from "./desk.mjs";
import { PAYLOADS } from "./payloads.mjs";
import { withSample } from "./sample.mjs";
import { SCREENS, show } from "./screens.mjs";
import { filter } from "./ways.mjs";
import { inWindow } from "./window.mjs";

const here = withSample();
const { evidence, desk, shelf } = words;

/** How many of them a note takes. */
const EACH = 12;

/** Fields whose words stand elsewhere: a name must still be found by how it begins. */
const NAMES = new Set(["name", "title"]);

/** Fields that are no words of anybody. */
const FIXED = new Set(["id", "organisation", "assessment", "control", "subject", "method", "on", "by", "vendor", "modelKind", "hosting", "stage", "asOf", "started", "kind"]);

/** The screens that show what people wrote, without those in which a command is kept from
 * answering. */
const WALK = /^(?:library$|organisation(?!-same)|start$|desk$|desk-(?:decision|evidence|split|bulk|observation|describe)$|overview|evidence$|evidence-chosen$|requests|scope|export$|search-found$|palette$|vault-trail)/u;

/** Names of files that would run. */
const FILES = PAYLOADS.filter((text) => !/[/\0]/u.test(text) && Buffer.byteLength(text) < 200).slice(0, 12);

/** Asks the program as its page does. */
async function ask(window, command, request) {
  const { view, fault } = await window.session.callSlow(
    async (name, asked) =>
      globalThis.__TAURI_INTERNALS__.invoke(name, { request: asked }).then(
        (given) => ({ view: given }),
        (why) => ({ fault: why }),
      ),
    command,
    request,
  );
  assert.equal(fault, undefined, `${command}: ${JSON.stringify(fault)}`);
  return view;
}

const taken = { count: 0 };
const next = () => PAYLOADS[taken.count++ % PAYLOADS.length];

/** Puts one into every field of words that a record has. */
function filled(record) {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => {
      if (typeof value !== "string" || FIXED.has(field)) return [field, value];
      return [field, NAMES.has(field) ? `${value} ${next()}` : next()];
    }),
  );
}

// Runs in the page: all that none of the program's own screens has.
function foreign() {
  const own = (one) => one.src.startsWith("tauri://localhost/") || one.textContent === "";
  const odd = "iframe, object, embed, math, audio, video, animate, base, meta[http-equiv=refresh], form[action], a[href^='javascript:' i]";
  const handlers = [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on")));
  const scripts = [...document.scripts].filter((one) => !own(one));
  return [...document.querySelectorAll(odd), ...handlers, ...scripts]
    .map((one) => one.outerHTML.slice(0, 120))
    .concat(globalThis.ran ? ["something ran"] : []);
}

test("none runs and none becomes a part of the page, on any screen", async () => {
  assert.ok(PAYLOADS.length >= 500);
  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await unlock(window);
    await window.find("heading", words.library.title);
    const { organisations, assessments } = await ask(window, "library", {});
    const [{ id: organisation }] = organisations;
    const all = await ask(window, "organisation", { organisation });
    await ask(window, "save_organisation", filled(all.organisation));
    for (const [kind, records] of Object.entries({ site: all.sites, system: all.systems, vendor: all.vendors, person: all.people })) {
      for (const record of records) await ask(window, `save_${kind}`, filled(record));
    }
    const [{ id: assessment }] = assessments;
    const { rows, assessment: whole } = await ask(window, "assessment", { assessment });
    await ask(window, "save_assessment", filled(whole));
    let noted = 0;
    for (const { control } of rows) {
      const { answers, observations } = await ask(window, "control", { assessment, control });
      const [{ subject, words: said }] = answers;
      const note = PAYLOADS.slice(noted, noted + EACH).join("\n\n") || next();
      noted += EACH;
      await ask(window, "answer", { assessment, control, subject, words: { ...said, note, whoWouldKnow: next() } });
      await ask(window, "write_working_note", { assessment, control, subject, text: `${next()}\n\n${next()}` });
      for (const observation of observations) await ask(window, "save_observation", filled(observation));
    }
    assert.ok(noted >= PAYLOADS.length, "all of them stand in notes");
    const { requests } = await ask(window, "requests", { assessment });
    const asked = requests.slice(0, 12).map((request) => ({ ...request, artefact: next(), ask: next(), collection: next() }));
    await ask(window, "save_requests", { assessment, requests: asked });
    const { evidence: items } = await ask(window, "shelf", { assessment });
    for (const item of items) {
      const put = { ...item, title: `${item.title} ${next()}`, providedBy: next(), collection: next(), documentVersion: next() };
      await ask(window, "save_evidence", { evidence: put, control: null, strength: null });
    }
    await window.close();
  });

  await inWindow(here.place, { vault: here.vault }, async (window) => {
    await toTheDesk(window);
    // Files whose names would run, that hold all that would run.
    const paths = FILES.flatMap((name) => ["csv", "txt", "html", "svg"].map((ending) => here.place.at("desk", `${name}.${ending}`)));
    for (const path of paths) writeFileSync(path, `${PAYLOADS.map((text) => `"${text.replaceAll('"', '""')}";x`).join("\n")}\n${path}`);
    await goTo(window, "ADM-SO-1");
    window.choose({ evidence: paths });
    await window.press("button", evidence.attach);
    await window.says(evidence.counted.added(paths.length));
    await window.close();
  });

  await inWindow(here.place, {}, async (window) => {
    const vaults = { sample: here.vault };
    const found = [];
    const walked = SCREENS.filter(([name, vault]) => vault === "sample" && WALK.test(name));
    assert.ok(walked.length > 20, walked.map(([name]) => name).join(" "));
    for (const screen of walked) {
      await show(window, screen, vaults);
      found.push(...(await window.session.call(foreign)).map((line) => `${screen[0]}: ${line}`));
    }
    // Each kind of file, as the shelf previews it.
    for (const ending of ["csv", "txt", "html", "svg"]) {
      await show(window, SCREENS.find(([name]) => name === "evidence"), vaults);
      await filter(shelf.filter, `.${ending}`)(window);
      await window.press("gridcell", FILES[0], { any: true });
      await window.find("region", FILES[0], { any: true });
      found.push(...(await window.session.call(foreign)).map((line) => `${ending}: ${line}`));
    }
    // Each note with its twelve, drawn as people read it.
    await show(window, SCREENS.find(([name]) => name === "desk"), vaults);
    for (const control of ["ADM-SO-1", "AUD-CA-3", "TEC-EN-3", "PHY-WS-4"]) {
      await goTo(window, control);
      await window.find("textbox", desk.note);
      found.push(...(await window.session.call(foreign)).map((line) => `${control}: ${line}`));
    }
    assert.equal(found.join("\n"), "");
    // What is looked for is seen where it is.
    await window.session.call(() => document.body.insertAdjacentHTML("beforeend", "<b onclick='0'>x</b><iframe></iframe>"));
    assert.equal((await window.session.call(foreign)).length, 2);
    await window.close();
  });
});
