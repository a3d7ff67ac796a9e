// The real window, used as a person uses it: things are found by role and name.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DRIVEN } from "../../scripts/build.mjs";
import { until } from "../../scripts/display.mjs";
import { Stop, within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { hasEnded, running } from "./place.mjs";
import { drive } from "./webdriver.mjs";

/** Where pictures of failed journeys are left. */
const PICTURES = within("target", "journeys");

/** What finds things on the page by role and name. */
const EYES = ["@testing-library/dom/dist/@testing-library/dom.umd.min.js", "TestingLibraryDom"];

const KEY = {
  backspace: "\uE003",
  control: "\uE009",
  down: "\uE015",
  enter: "\uE007",
  escape: "\uE00C",
  shift: "\uE008",
  space: " ",
  tab: "\uE004",
};

/** What a driver says of something that is not still or not free yet. */
const MOVING = new Set(["element not interactable", "element click intercepted"]);

/** Opens the window in a place, under a driver, for a part of a journey. Whatever happens in
 * it, the window is gone afterwards; a part that fails leaves a picture of what was there. */
export async function inWindow(place, { vault, program = DRIVEN } = {}, part) {
  const files = { ready: place.at("ready"), answers: place.at("answers.json"), anew: place.at("anew.json") };
  const start = async (words) => {
    const env = {
      ...place.env,
      AUSCULT_DRIVING_READY: files.ready,
      AUSCULT_DRIVING_ANSWERS: files.answers,
      AUSCULT_DRIVING_ANEW: files.anew,
    };
    rmSync(files.ready, { force: true });
    rmSync(files.anew, { force: true });
    return drive(program, words, env, () => existsSync(files.ready));
  };
  const session = await start(vault ? ["--vault", vault] : []);
  files.start = start;
  try {
    await session.load(...EYES);
    return await part(new Window(session, place, files));
  } catch (reason) {
    mkdirSync(PICTURES, { recursive: true });
    const picture = join(PICTURES, `${new Date().toISOString().replaceAll(":", "")}.png`);
    writeFileSync(picture, place.display.shot());
    console.error(`A picture of the window as it was then: ${picture}`);
    throw reason;
  } finally {
    await session.end();
  }
}

// Runs in the page. The name of a thing may say more than what is asked for (a button's hint,
// or what is chosen in a list); the closest goes before.
function find(role, name, inside) {
  const { queryAllByRole } = globalThis.TestingLibraryDom;
  const all = (where, of, called) => {
    const clean = (text) => text.replaceAll(/\s+/gu, " ").trim();
    if (called === null) return queryAllByRole(where, of);
    const ways = [
      (said) => clean(said) === called,
      (said) => clean(said).startsWith(called),
      (said) => clean(said).includes(called),
    ];
    const found = ways.map((way) => queryAllByRole(where, of, { name: way }));
    return found.find((some) => some.length > 0) ?? [];
  };
  const places = inside ? all(document.body, inside[0], inside[1]) : [document.body];
  return places.flatMap((place) => all(place, role, name));
}

class Window {
  #inside = null;

  constructor(session, place, files) {
    this.session = session;
    this.place = place;
    this.files = files;
  }

  /** Waits as long as is waited in this place. */
  #until(what, question) {
    return until(what, question, this.place.patience ? { patience: this.place.patience } : {});
  }

  /** Says which files the next questions are answered with. */
  choose(chosen) {
    writeFileSync(this.files.answers, JSON.stringify(chosen));
  }

  /** Begins again at the first view, as a page that was just opened. An open vault stays open. */
  async anew() {
    rmSync(this.files.ready, { force: true });
    await this.session.call(() => void setTimeout(() => location.reload(), 0));
    // No command may be sent before the page is there.
    await this.#until("the first view is there again", () => existsSync(this.files.ready));
    await this.session.load(...EYES);
  }

  /** Goes on in the program that begins anew: when a vault is locked, the one before ends. A
   * driver knows no more than the program that it started, so the next one is started here, by
   * the words that the one before it left. */
  async begunAnew() {
    const { anew, start } = this.files;
    // A file that is there may not hold its words yet.
    await this.#until("the program begins anew", () => existsSync(anew) && readFileSync(anew, "utf8").endsWith("]"));
    await this.session.end();
    const words = JSON.parse(readFileSync(anew, "utf8"));
    this.session.become(await start(words));
    await this.session.load(...EYES);
    return words;
  }

  /** Locks the vault by its button, and goes on at its lock. */
  async lock() {
    // The program may end while the driver still waits for the press to be done.
    await this.press("button", words.frame.lock).catch((reason) => {
      if (!existsSync(this.files.anew)) throw reason;
    });
    return this.begunAnew();
  }

  /** The same window, looked at only inside one part of it. */
  inside(role, name = null) {
    const part = new Window(this.session, this.place, this.files);
    part.#inside = [role, name];
    return part;
  }

  all(role, name = null) {
    return this.session.call(find, role, name, this.#inside);
  }

  /** Waits for the one thing of a role and name; `any` takes the first of several. */
  async find(role, name = null, { any = false } = {}) {
    let found = [];
    const what = `${role} ${JSON.stringify(name)}${this.#inside ? ` in ${this.#inside.join(" ")}` : ""}`;
    try {
      await this.#until(`there is one ${what}`, async () => {
        found = await this.all(role, name);
        return found.length === 1 || (any && found.length > 1);
      });
    } catch (reason) {
      throw new Stop(`${reason.message} There were ${found.length}. The window says:\n${await this.text()}`);
    }
    return found[0];
  }

  /** Waits until there is none. */
  gone(role, name = null) {
    return this.#until(`there is no ${role} ${name}`, async () => (await this.all(role, name)).length === 0);
  }

  async press(role, name = null, how = {}) {
    const element = await this.find(role, name, how);
    // The box of a choice is drawn by its label; the input itself is out of sight.
    const label = await this.session.call(
      (one) => (one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") : one),
      element,
    );
    await this.#click(label);
  }

  /** Clicks where a thing is; waits for whatever still moves or lies over it. */
  async #click(element) {
    // The driver misses what it clicks at in a page that is enlarged.
    if (this.place.isEnlarged) {
      await this.session.call((one) => (one.focus(), one.click()), element);
      return;
    }
    await this.#until("it can be clicked", async () => {
      await this.session.call((one) => one.scrollIntoView({ block: "center", behavior: "instant" }), element);
      return this.session.click(element).then(
        () => true,
        (reason) => {
          if (MOVING.has(reason.code)) return false;
          throw reason;
        },
      );
    });
  }

  /** Writes into a field in place of what stands there. */
  async write(name, text, role = "textbox") {
    await this.#replace(await this.find(role, name), text);
  }

  /** Puts words into a field all at once, as pasting does. */
  async paste(name, text) {
    const element = await this.find("textbox", name);
    await this.#click(element);
    await this.session.keys([KEY.control, "a"]);
    await this.session.call((words) => document.execCommand("insertText", false, words), text);
    await this.#holds(element, text);
  }

  #holds(element, text) {
    return this.#until("the field holds what was typed", () =>
      this.session.call((one, typed) => one.value === typed, element, text),
    );
  }

  async #replace(element, text) {
    await this.#click(element);
    await this.session.keys([KEY.control, "a"]);
    await this.session.type(element, text);
    await this.#holds(element, text);
  }

  /** Finds a passphrase's field: such a field has no role. */
  secret(label) {
    return this.#until(`there is a field ${label}`, () =>
      this.session.call(
        (called) => globalThis.TestingLibraryDom.queryByLabelText(document.body, called, { selector: "input" }),
        label,
      ),
    );
  }

  async writeSecret(label, text) {
    await this.#replace(await this.secret(label), text);
  }

  /** Waits until a passphrase's field is marked as wrong. */
  async invalid(label) {
    const element = await this.secret(label);
    await this.#until(`${label} is marked as wrong`, () =>
      this.session.call((one) => one.getAttribute("aria-invalid") === "true", element),
    );
  }

  /** Writes a day, such as 2026-11-24, part by part as the field asks for it. */
  async writeDay(group, day) {
    const [year, month, date] = day.split("-");
    const [first] = await this.inside("group", group).all("spinbutton");
    await this.#click(first);
    await this.session.keys(...month, ...date, ...year);
  }

  /** Types where the focus is, after what stands there. */
  async type(text) {
    const isReady = () => this.session.call(() => document.activeElement.matches("input, textarea"));
    await this.#until("the focus is where something can be typed", isReady);
    const element = await this.session.send("GET", "/element/active");
    await this.session.type(element, text);
    await this.#until("the field holds what was typed", () =>
      this.session.call((one, typed) => one.value.endsWith(typed), element, text),
    );
  }

  /** Returns what stands in a field. */
  async value(name) {
    return this.session.call((one) => one.value, await this.find("textbox", name));
  }

  /** Waits until a choice is made. */
  async chosen(role, name) {
    const element = await this.find(role, name);
    await this.#until(`${name} is chosen`, () => this.session.call((one) => one.checked, element));
  }

  /** Chooses one of a folded list. */
  async pick(name, option) {
    await this.press("button", name);
    // The list opens over the window, not inside the part.
    const whole = new Window(this.session, this.place, this.files);
    await whole.press("option", option);
    await whole.gone("listbox");
  }

  /** Presses keys where the focus is: names of KEY, or letters. */
  keys(...strokes) {
    const named = (stroke) => (Array.isArray(stroke) ? stroke.map(named) : (KEY[stroke] ?? stroke));
    return this.session.keys(...strokes.map(named));
  }

  /** Waits until the window says something, and returns all that it says. */
  async says(text) {
    let said = "";
    try {
      await this.#until(`the window says ${JSON.stringify(text)}`, async () => {
        said = await this.text();
        return said.includes(text);
      });
    } catch (reason) {
      throw new Stop(`${reason.message} It says:\n${said}`);
    }
    return said;
  }

  async text() {
    const part = this.#inside ? await this.session.call(find, ...this.#inside, null) : [];
    return this.session.call((one) => (one ?? document.body).innerText, part[0] ?? null);
  }

  /** Waits until all that was written is shown as saved. */
  saved() {
    const { saving, waiting, saved } = words.kit;
    return this.#until("all is shown as saved", () =>
      this.session.call(
        (busy, done) => {
          const marks = [...document.querySelectorAll("[role=status]")].map((mark) => mark.textContent);
          return !marks.some((mark) => busy.includes(mark)) && marks.some((mark) => mark.startsWith(done));
        },
        [saving, waiting],
        saved("").trim(),
      ),
    );
  }

  /** Returns a picture of the screen once the page as it now stands is on it. The driver's own
   * never comes back where the page is drawn without a graphics card. */
  async picture() {
    const drawn = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    await this.session.callSlow(drawn);
    return this.place.display.still();
  }

  /** Returns what axe finds wrong with the window as it stands, as lines; by some rules only,
   * where they are named. */
  async barriers(rules = null) {
    await this.session.load("axe-core/axe.min.js", "axe");
    const found = await this.session.callSlow(async (only) => {
      const { violations } = await globalThis.axe.run(document, only ? { runOnly: only } : {});
      return violations.map(({ id, nodes }) => {
        const [{ html, any, all, none }] = nodes;
        const why = [...any, ...all, ...none][0]?.message ?? "";
        return `${id}, ${nodes.length} times. ${why} First: ${html.slice(0, 160)}`;
      });
    }, rules);
    if (!Array.isArray(found)) throw new Stop(`axe could not look at the window: ${found}`);
    return found;
  }

  /** Closes the window as a person does, and waits until the program has ended. */
  async close() {
    const programs = running(DRIVEN, this.place);
    this.place.display.press("alt+F4");
    await this.#until("the program has ended", () => programs.every(hasEnded));
  }

  /** Ends the program without a warning. */
  async kill() {
    const programs = running(DRIVEN, this.place);
    for (const id of programs) process.kill(Number(id), "SIGKILL");
    await this.#until("the program is gone", () => programs.every(hasEnded));
  }
}
