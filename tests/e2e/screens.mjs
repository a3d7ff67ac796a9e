// Every screen and state of the window, in one list: pictures are made of all of them, and
// axe looks at all of them. A new screen is one line.
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import {
  after,
  atDesk,
  control,
  dialog,
  filter,
  part,
  partButton,
  press,
  pressIn,
  refused,
  says,
  shown,
  stalled,
  toLibrary,
  toLock,
  toWelcome,
} from "./ways.mjs";

const { vault: v, library, organisation: o, start, desk, evidence, shelf, request, overview, paper, frame, kit } =
  words;

const create = press(v.create);
const passphrases = (first, second) => async (window) => {
  await window.writeSecret(v.passphrase, first);
  await window.writeSecret(v.again, second);
};
const locked = (window, vaults) => toLock(window, vaults.sample);
const CLINIC = "Larkspur Family Health";
const clinic = after(
  (window) => window.inside("grid", library.organisations).press("gridcell", CLINIC),
  shown("heading", CLINIC),
);
const atOverview = part(frame.overview, overview.title);
const atEvidence = part(frame.evidence, shelf.title);
const atRequests = part(frame.requests, request.title);

/** The name of each screen, the vault in which it is looked at (`none` is before one is open),
 * and the way there from where that vault begins. */
export const SCREENS = [
  ["welcome", "none", shown("button", v.sample)],
  ["create", "none", create],
  ["create-missing", "none", after(create, press(v.createTitle), says(v.personMissing))],
  ["create-passphrase", "none", after(create, passphrases("four grey herons", "four grey"), says(v.differ))],
  ["unlock", "none", locked],
  ["unlock-wrong", "none", after(locked, (window) => unlock(window, "not this one"), (window) => window.invalid(v.passphrase))],

  ["library-empty", "empty", says(library.noneTitle)],
  ["library-new-organisation", "empty", dialog(library.newOrganisation)],

  ["library", "sample", says("Larkspur")],
  ["library-no-match", "sample", after(filter(library.filter, "zzz"), says(library.noMatch))],
  ["organisation", "sample", clinic],
  ["organisation-system", "sample", after(clinic, press("Retina triage"))],
  ["organisation-new-vendor", "sample", after(clinic, press(o.addVendor))],
  ["start", "sample", after(clinic, pressIn("main", null, o.start), shown("button", start.begin))],
  ["desk", "sample", atDesk],
  ["desk-no-match", "sample", after(atDesk, filter(desk.filter, "zzz"), says(desk.noMatch))],
  ["desk-decision", "sample", control("TEC-EN-3")],
  ["desk-observation", "sample", after(control("TEC-EN-3"), dialog(desk.addObservation, desk.newObservation))],
  ["desk-reference", "sample", after(control("TEC-EN-3"), dialog(evidence.reference, evidence.referenceTitle))],
  ["desk-loading", "sample", after(stalled("control"), atDesk)],
  ["desk-failed", "sample", after(refused("control"), atDesk, shown("button", kit.tryAgain))],
  ["overview", "sample", atOverview],
  ["overview-table", "sample", after(atOverview, press(overview.asTable, "radio"))],
  ["overview-finalise", "sample", after(atOverview, dialog(overview.finalise, overview.finaliseTitle(1)))],
  ["overview-failed", "sample", after(refused("overview"), atDesk, partButton(frame.overview), shown("button", kit.tryAgain))],
  ["evidence", "sample", atEvidence],
  ["evidence-no-match", "sample", after(atEvidence, filter(shelf.filter, "zzz"), says(shelf.none))],
  ["requests", "sample", atRequests],
  ["scope", "sample", part(frame.scope, start.scopeTitle)],
  ["export", "sample", part(frame.paper, paper.title)],
  ["keys", "sample", dialog(frame.keys, frame.keysTitle)],
  ["check", "sample", dialog(frame.check, frame.checkTitle)],
  ["check-sound", "sample", after(dialog(frame.check, frame.checkTitle), press(frame.checkRun), says(frame.checkSound))],
];

/** Brings the window from wherever it is to a screen of the list. `vaults` holds the folder of
 * each vault by its name. */
export async function show(window, [, vault, way], vaults) {
  await window.anew();
  if (vault === "none") await toWelcome(window);
  else if (window.vault !== vault) await toLibrary(window, vaults[vault]);
  window.vault = vault;
  await way(window, vaults);
}
