// What every journey does on its way to the desk.
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { PASSPHRASE } from "./place.mjs";

const { vault, library, desk, palette } = words;

/** Unlocks the vault that the window asks for. */
export async function unlock(window, passphrase = PASSPHRASE) {
  await window.writeSecret(vault.passphrase, passphrase);
  // After wrong tries the next one is taken later.
  await window.gone("timer");
  await window.keys("enter");
}

/** How the sample's assessment begins to be called. */
export const SAMPLE = "Safeguards of machine-learning systems";

/** Opens an assessment from the library. */
export async function openAssessment(window, title = SAMPLE) {
  await window.inside("grid", library.assessments).press("gridcell", title);
  await window.find("tree", desk.sections);
}

/** Unlocks, and opens an assessment of the library. */
export async function toTheDesk(window, title = SAMPLE) {
  await unlock(window);
  await openAssessment(window, title);
}

/** Goes to a control by keys alone, from wherever in its assessment: by the list of all actions. */
export async function goTo(window, control) {
  await window.keys(["control", "k"]);
  await window.find("dialog", palette.title);
  await window.type(control);
  await window.find("option", control);
  await window.keys("enter");
  await window.gone("dialog");
  await until(`${control} is open`, () => window.session.call(isOpen, control));
  await window.find("textbox", desk.note);
}

// Runs in the page.
function isOpen(control) {
  const head = document.getElementById("control-question")?.closest("header");
  return head?.textContent.startsWith(control) ?? false;
}
