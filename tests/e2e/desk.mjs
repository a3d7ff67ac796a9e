// What every journey does on its way to the desk.
import { words } from "../../scripts/words.mjs";
import { PASSPHRASE } from "./place.mjs";

const { vault, library, desk } = words;

/** Unlocks the vault that the window asks for. */
export async function unlock(window, passphrase = PASSPHRASE) {
  await window.writeSecret(vault.passphrase, passphrase);
  await window.keys("enter");
}

/** Unlocks, and opens the first assessment of the library. */
export async function toTheDesk(window) {
  await unlock(window);
  await window.inside("grid", library.assessments).press("gridcell", null, { any: true });
  await window.find("tree", desk.sections);
}

/** Goes to a control by keys alone: search, then the one row that is left. */
export async function goTo(window, control) {
  await window.keys("escape", "/");
  await window.keys(["control", "a"]);
  await window.type(control);
  await window.says(desk.showing(1, 74));
  await window.keys("tab", "enter");
  await window.find("textbox", desk.note);
  await window.says(control);
}
