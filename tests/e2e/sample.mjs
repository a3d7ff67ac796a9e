// The sample, for journeys that begin in it.
import { after, before } from "node:test";
import { goTo, toTheDesk } from "./desk.mjs";
import { isSound, newPlace, sampleVault } from "./place.mjs";
import { inWindow } from "./window.mjs";

/** A control of the sample at which little is said yet. */
export const CONTROL = "AUD-CA-3";

/** A place with the sample in it: there before the tests of a file, and gone after them. */
export function withSample() {
  const here = {};
  before(async () => {
    here.place = await newPlace();
    here.vault = sampleVault(here.place);
  });
  after(() => here.place?.close());
  return here;
}

/** Opens the sample's assessment at a control and does something there; what that leaves of
 * the window is the part's own affair. */
export function openAt({ place, vault }, control, part) {
  return inWindow(place, { vault }, async (window) => {
    await toTheDesk(window);
    await goTo(window, control);
    await part(window);
  });
}

/** The same, and closes the window afterwards: the vault is sound then. */
export async function atControl(here, control, part) {
  await openAt(here, control, async (window) => {
    await part(window);
    await window.close();
  });
  isSound(here.place, here.vault);
}
