// What every journey does on its way to the desk.
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { PASSPHRASE } from "./place.mjs";

const { vault, library, desk, palette, frame, packet, plan, written, kit } = words;

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

/** Goes to the packet, and waits until its first page is drawn. */
export async function toThePacket(window) {
  await window.inside("navigation", frame.parts).press("button", frame.paper);
  await window.press("tab", packet.view.packet);
  await pagesDrawn(window);
}

/** Waits until the pages in view are those of the last change, and drawn. */
export function pagesDrawn(window) {
  return until("the pages are drawn", () => window.session.call(arePagesDrawn, packet.preview.refreshing));
}

// Runs in the page.
function arePagesDrawn(refreshing) {
  const pictures = [...document.querySelectorAll("article img")];
  return (
    pictures.length > 0 &&
    pictures.every((one) => one.dataset.drawn === "true") &&
    ![...document.querySelectorAll("[role=status]")].some((one) => one.textContent === refreshing)
  );
}

/** Exports the packet that is shown, and returns what is said of the file. */
export async function exportPacket(window) {
  await toThePacket(window);
  await window.press("button", packet.export);
  await window.find("dialog", packet.exportTitle(""));
  await window.inside("dialog").press("button", packet.exportDo);
  const said = await window.inside("dialog").says(written.done(""));
  await leaveDialog(window);
  return said;
}

/** Exports the evidence plan as a PDF, and returns what is said of the file. */
export async function exportPlan(window) {
  await window.inside("navigation", frame.parts).press("button", frame.paper);
  await window.press("tab", packet.view.documents);
  await window.press("button", plan.write);
  await window.find("dialog", plan.writeTitle);
  await window.inside("dialog").press("radio", plan.formats.pdf);
  await window.inside("dialog").press("button", plan.writeDo);
  const said = await window.inside("dialog").says(written.done(""));
  await leaveDialog(window);
  return said;
}

/** Closes the dialog that is open. */
export async function leaveDialog(window) {
  await window.inside("dialog").press("button", kit.close, { any: true });
  await window.gone("dialog");
}

// Runs in the page.
function isOpen(control) {
  const head = document.getElementById("control-question")?.closest("header");
  return head?.textContent.startsWith(control) ?? false;
}
