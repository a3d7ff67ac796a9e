// The steps by which the screens of screens.mjs are reached. Each is made from what a person
// would be told to do, and is itself a function of the window.
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { goTo, openAssessment, unlock } from "./desk.mjs";

const { vault: v, library, frame } = words;

/** One step after the other. */
export const after =
  (...steps) =>
  async (window, vaults) => {
    for (const step of steps) await step(window, vaults);
  };

/** Presses a thing, the first of several. */
export const press =
  (name, role = "button") =>
  (window) =>
    window.press(role, name, { any: true });

/** Presses a button inside a part of the window. */
export const pressIn = (role, name, button) => (window) => window.inside(role, name).press("button", button);

/** Presses a button and waits for the dialog that it opens. */
export const dialog =
  (button, title = button) =>
  async (window) => {
    await press(button)(window);
    await window.find("dialog", title);
  };

/** Waits until a thing is there. */
export const shown =
  (role, name = null) =>
  (window) =>
    window.find(role, name, { any: true });

/** Waits until the window says something. */
export const says = (text) => (window) => window.says(text);

/** Goes to a tab. */
export const tab = (name) => press(name, "tab");

/** Writes into a field, or where the focus is. */
export const write = (name, text) => (window) => (name === null ? window.type(text) : window.write(name, text));

/** Writes into a search field. */
export const filter = (name, text) => async (window) => {
  await window.press("searchbox", name);
  await window.type(text);
};

/** Opens the sample's assessment. */
export const atDesk = (window) => openAssessment(window);

/** Opens a control at the desk. */
export const control = (id) => after(atDesk, (window) => goTo(window, id));

/** Presses the name of a part of the assessment. */
export const partButton = (name) => pressIn("navigation", frame.parts, name);

/** Opens a part of the assessment. */
export const part = (name, heading) => after(atDesk, partButton(name), shown("heading", heading));

/** From here on no question of this name is answered: what a slow disk looks like. */
export const stalled = (command) => (window) => answered(window, command, null);

/** From here on every question of this name is answered with this view: for what is seldom so. */
export const given = (command, view) => (window) => answered(window, command, view, "ok");

/** From here on every question of this name is answered with this fault. */
export const refused = (command) => (window) =>
  answered(window, command, {
    code: "storage",
    message: "The vault could not be read.",
    hint: "Nothing was changed. See whether its disk is connected, then try again.",
    reference: "S2",
  });

function answered(window, command, view, how = "error") {
  return window.session.call(
    (name, said, kind) => {
      const ask = globalThis.fetch;
      globalThis.fetch = (address, how) => {
        if (!String(address).endsWith(`/${name}`)) return ask(address, how);
        if (!said) return new Promise(() => undefined);
        const headers = { "Tauri-Response": kind, "Content-Type": "application/json" };
        return Promise.resolve(new Response(JSON.stringify(said), { headers }));
      };
    },
    command,
    view,
    how,
  );
}

/** Brings a part of a screen into view. */
export const intoView = (role, name) => async (window) => {
  const part = await window.find(role, name);
  await window.session.call((one) => one.scrollIntoView({ block: "start", behavior: "instant" }), part);
};

/** Waits until a picture inside the window was drawn. */
export const drawn = (name) => async (window) => {
  const picture = await window.find("img", name, { any: true });
  await until(`the picture ${name} was drawn`, () =>
    window.session.call((one) => one.complete && one.naturalWidth > 0 && one.ariaBusy !== "true", picture),
  );
};

/** Chooses one of a folded list. */
export const pick = (name, option) => (window) => window.pick(name, option);

/** Goes to the welcome, and locks whatever is open. */
export async function toWelcome(window) {
  const there = async (name) => (await window.all("button", name)).length > 0;
  let at = null;
  await until("the window shows where it is", async () => {
    for (const name of [v.create, v.other, frame.lock]) if (await there(name)) at = name;
    return at;
  });
  if (at === frame.lock) {
    await window.lock();
    await window.secret(v.passphrase);
  }
  if (at !== v.create) await window.press("button", v.other);
  await window.find("button", v.sample);
}

/** Goes to the lock of a vault. */
export async function toLock(window, folder) {
  await toWelcome(window);
  window.choose({ vault: [folder] });
  await window.press("button", v.open);
  await window.secret(v.passphrase);
}

/** Opens a vault at its library. */
export async function toLibrary(window, folder) {
  await toLock(window, folder);
  await unlock(window);
  await window.find("heading", library.title);
}
