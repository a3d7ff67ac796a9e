// What is measured inside the real window, with the program built as it is given to people but
// for the driver's way in. All times run from the key, as the page's own clock has it, to the
// frame after which it is seen.
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { until } from "./display.mjs";
import { within } from "./run.mjs";

/** How often a key is measured. */
const TIMES = 50;
/** Rows in the list that is filtered. */
const ROWS = 2000;
/** Changes of control, each with a few letters written, over which memory is watched. */
const STEPS = 1000;
/** Steps between two looks at the memory; a driver does not wait long for its answer. */
const STRIDE = 25;
/** Steps after which all controls were seen and what is kept of them is kept. */
const WARM = 200;

/** Measures in the window of a program and hands each figure to `row`. */
export async function inTheWindow({ program, hugeVault, row }) {
  // These need the packages that setting up brings.
  const { words } = await import("./words.mjs");
  const { makeHuge, newPlace } = await import("../tests/e2e/place.mjs");
  const { inWindow } = await import("../tests/e2e/window.mjs");
  const { goTo, toTheDesk } = await import("../tests/e2e/desk.mjs");
  const { desk, frame, request } = words;

  const place = await newPlace();
  try {
    const vault = place.at("desk", "bench.auscult");
    makeHuge(vault, ["0", "0", String(ROWS)], hugeVault);
    await inWindow(place, { vault, program }, async (window) => {
      const { session } = window;
      await session.call(watchKeys);
      /** Presses a key and returns milliseconds until what it did was worked out, and seen. */
      const timed = async (stroke, sign) => {
        await session.call(`(sign) => globalThis.bench.wait(sign)`, sign);
        await window.keys(stroke);
        return until("the key was seen", () => session.call(`() => globalThis.bench.seen`), { every: 10 });
      };

      await toTheDesk(window, "Everything at once");
      await goTo(window, "ADM-SO-1");
      const times = async (stroke, sign) => {
        const all = [];
        while (all.length < TIMES) all.push(await timed(stroke, sign));
        return all;
      };
      const next = await times("j", "control");
      row("Next control, key to seen, ms", next.map(({ seen }) => seen), null, "50 ms");

      await goTo(window, "TEC-EN-3");
      await window.paste(desk.note, "A long note goes on and on. ".repeat(3660));
      await window.saved();
      const typed = await times("x", "field");
      row("A key in a 100 kB note, worked out and laid out, ms", typed.map(({ done }) => done), null, "16 ms");
      row("The same, key to seen, ms", typed.map(({ seen }) => seen), null);
      await window.paste(desk.note, "Short again.");
      await window.saved();

      const kept = await memory(window, place);
      row(`Memory after ${WARM} controls and edits, MiB`, [kept.start], null);
      row(`The same after ${STEPS}, MiB`, [kept.end], null);
      row("Growth for each in between, KiB", [kept.slope], null, "none");

      await window.inside("navigation", frame.parts).press("button", frame.requests);
      await window.find("heading", request.title);
      await window.press("searchbox", request.filter);
      const filtered = [];
      // Each of these leaves other rows than the one before.
      for (const stroke of [..."01903", ...Array(5).fill("backspace")]) filtered.push(await timed(stroke, "grid"));
      row(`Filter of ${ROWS} rows, key to seen, ms`, filtered.map(({ seen }) => seen), null, "50 ms");
      await window.close();
    });
  } finally {
    await place.close();
  }

  const assets = within("ui", "dist", "assets");
  const page = readFileSync(within("ui", "dist", "index.html"), "utf8");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const kilobytes = (names) => names.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0) / 1000;
  row("JavaScript for the first view, kB", [kilobytes(scripts.filter((name) => page.includes(name)))], null);
  row("JavaScript in all, kB", [kilobytes(scripts)], null, "600 kB");
}

/** Walks through the controls and writes in each, and reads the memory on the way. */
async function memory(window, place) {
  const readings = [];
  for (let step = STRIDE; step <= STEPS; step += STRIDE) {
    await window.session.callSlow(walk, STRIDE);
    if (step % WARM === 0) await window.saved();
    readings.push([step, resident(place)]);
  }
  const late = readings.filter(([step]) => step >= WARM);
  return { start: late[0][1], end: late.at(-1)[1], slope: slope(late) * 1024 };
}

/** Runs in the page: so many changes of control, back and forth, with a word in each note. */
async function walk(count) {
  const frame = () => new Promise((go) => requestAnimationFrame(go));
  const question = () => document.getElementById("control-question").textContent;
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  globalThis.way ??= "j";
  for (let step = 0; step < count; step += 1) {
    const before = question();
    press(globalThis.way);
    await frame();
    await frame();
    if (question() === before) globalThis.way = globalThis.way === "j" ? "k" : "j";
    press("e");
    document.execCommand("insertText", false, step % 2 ? "word " : "");
    document.activeElement.blur();
    await frame();
  }
}

/** How much memory the programs of a place take, in MiB: the window's own and its web view's. */
function resident(place) {
  let kibibytes = 0;
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
    try {
      const program = readlinkSync(`/proc/${id}/exe`);
      const isOurs = readFileSync(`/proc/${id}/environ`, "utf8").includes(`HOME=${place.env.HOME}\0`);
      if (!isOurs || !/auscult-desktop|WebKit\w+Process/u.test(program)) continue;
      kibibytes += Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]);
    } catch {
      // It ended while it was looked at, or is somebody else's.
    }
  }
  return kibibytes / 1024;
}

/** The slope of the line that lies closest to some points. */
function slope(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const up = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return up / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

/** Runs in the page: listens to keys, and tells when what a key did was worked out and seen. */
function watchKeys() {
  const texts = {
    control: () => document.getElementById("control-question")?.textContent,
    field: () => document.activeElement?.value?.length,
    grid: () => document.querySelector("main")?.textContent,
  };
  const bench = { seen: null, wait: null };
  bench.wait = (sign) => {
    const read = texts[sign];
    const before = read();
    bench.seen = null;
    const hear = ({ timeStamp }) => {
      removeEventListener("keydown", hear, true);
      const soon = (work) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = work;
        port2.postMessage(null);
      };
      let done = null;
      soon(() => {
        // Whatever the key did at once is done here; what it moved is laid out now.
        void document.body.offsetHeight;
        done = performance.now() - timeStamp;
      });
      const look = () => {
        if (done === null || read() === before) requestAnimationFrame(look);
        // A task that is asked for in a frame runs once that frame was drawn.
        else requestAnimationFrame(() => soon(() => (bench.seen = { done, seen: performance.now() - timeStamp })));
      };
      requestAnimationFrame(look);
    };
    addEventListener("keydown", hear, true);
  };
  globalThis.bench = bench;
}
