// A person who uses nothing but the keyboard.
import { until } from "../../scripts/display.mjs";
import { Stop } from "../../scripts/run.mjs";

/** More stops of the tabulator than any screen may ask for on the way to one thing. */
const FAR = 60;

export class Keyboard {
  /** How many keys were pressed, chords counted once; words that are written are not counted. */
  strokes = 0;

  constructor(window) {
    this.window = window;
  }

  async press(...strokes) {
    this.strokes += strokes.length;
    await this.window.keys(...strokes);
  }

  /** Writes words, letter by letter, where the focus is. */
  async write(text) {
    const isReady = () => this.window.session.call(() => document.activeElement.matches("input, textarea"));
    await until("the focus is where something can be written", isReady);
    await this.window.session.keys(...text);
    await until(`the field holds ${JSON.stringify(text)}`, () =>
      this.window.session.call((typed) => document.activeElement.value?.endsWith(typed) ?? false, text),
    );
  }

  /** Moves with the tabulator until the focus is on a thing, `back` for the other way. */
  async tabTo(role, name, { back = false, inside } = {}) {
    const where = inside ? this.window.inside(...inside) : this.window;
    const thing = await where.find(role, name, { any: true });
    const isThere = () => this.window.session.call((one) => one.contains(document.activeElement), thing);
    for (let stop = 0; stop < FAR; stop += 1) {
      if (await isThere()) return;
      await this.press(back ? ["shift", "tab"] : "tab");
    }
    throw new Stop(`${FAR} stops did not lead to ${role} ${JSON.stringify(name)}.`);
  }

  /** Goes to a thing and presses it. */
  async use(role, name, how) {
    await this.tabTo(role, name, how);
    await this.press(role === "checkbox" || role === "radio" ? "space" : "enter");
  }

  /** Chooses what the palette offers under a name. */
  async choose(name) {
    await this.press(["control", "k"]);
    await this.find(name);
  }

  /** Writes into a finder, goes down to what was meant, and opens it. */
  async find(text, isMeant = (said) => said.startsWith(text)) {
    const at = () =>
      this.window.session.call(() => {
        const field = document.querySelector("[role=dialog] input");
        return document.getElementById(field?.getAttribute("aria-activedescendant"))?.textContent ?? "";
      });
    await this.window.find("dialog");
    await this.write(text);
    let here = await until("one of them is marked", at);
    while (!isMeant(here)) {
      const before = here;
      await this.press("down");
      here = await until("the next one is marked", async () => {
        const next = await at();
        return next !== before && next;
      });
    }
    await this.press("enter");
    await this.window.gone("dialog");
  }
}
