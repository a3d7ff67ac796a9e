// The steps by which the screens of screens.mjs are reached. Each is made from what a person
// would be told to do, and is itself a function of the window.
import { words } from "../../scripts/words.mjs";
import { goTo, unlock } from "./desk.mjs";

const { vault: v, library, desk, frame } = words;

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

/** Presses keys. */
export const keys =
  (...strokes) =>
  (window) =>
    window.keys(...strokes);

/** Writes into a search field. */
export const filter = (name, text) => async (window) => {
  await window.press("searchbox", name);
  await window.type(text);
};

/** Opens the first assessment of the library. */
export async function atDesk(window) {
  await window.inside("grid", library.assessments).press("gridcell", null, { any: true });
  await window.find("tree", desk.sections);
}

/** Opens a control at the desk. */
export const control = (id) =>
  after(atDesk, (window) => goTo(window, id), says(id));

/** Presses the name of a part of the assessment. */
export const partButton = (name) => pressIn("navigation", frame.parts, name);

/** Opens a part of the assessment. */
export const part = (name, heading) => after(atDesk, partButton(name), shown("heading", heading));

/** From here on no question of this name is answered: what a slow disk looks like. */
export const stalled = (command) => (window) => answered(window, command, null);

/** From here on every question of this name is answered with this fault. */
export const refused = (command) => (window) =>
  answered(window, command, {
    code: "storage",
    message: "The vault could not be read.",
    hint: "Nothing was changed. See whether its disk is connected, then try again.",
    reference: "S2",
  });

function answered(window, command, fault) {
  return window.session.call(
    (name, said) => {
      const ask = globalThis.fetch;
      globalThis.fetch = (address, how) => {
        if (!String(address).endsWith(`/${name}`)) return ask(address, how);
        if (!said) return new Promise(() => undefined);
        const headers = { "Tauri-Response": "error", "Content-Type": "application/json" };
        return Promise.resolve(new Response(JSON.stringify(said), { headers }));
      };
    },
    command,
    fault,
  );
}

/** Goes to the welcome, and locks whatever is open. */
export async function toWelcome(window) {
  const there = async (name) => (await window.all("button", name)).length > 0;
  if (await there(frame.lock)) {
    await window.press("button", frame.lock);
    await window.secret(v.passphrase);
  }
  if (await there(v.other)) await window.press("button", v.other);
  await window.find("button", v.create);
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
