// A screen that nobody sees: an X server, a window manager, and a bus of its own for the
// interface that screen readers use. Everything it starts ends with it.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { png } from "./picture.mjs";
import { ask, Stop, within } from "./run.mjs";

/** How large a screen is unless somebody says otherwise. */
const SIZE = [1440, 900];

/** Main windows fill the screen without a frame; Alt+F4 asks a window to close. */
const WINDOWS = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
`;

const pause = (ms) => new Promise((go) => setTimeout(go, ms));

/** Waits until a question is answered with something true, and returns the answer. */
export async function until(what, question, { patience = 30_000, every = 40 } = {}) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Stop(`Waited ${patience / 1000} s and it did not happen: ${what}.`);
    await pause(every);
  }
}

/** Starts a program in a process group of its own, so that it ends with all it started. */
export function begin(program, words, options = {}) {
  const child = spawn(program, words, { stdio: "ignore", ...options, detached: true });
  child.on("error", () => undefined);
  child.ended = new Promise((tell) => {
    child.on("exit", (code, signal) => tell(code ?? signal));
    child.on("error", tell);
  });
  return child;
}

/** Ends a program with all that it started, and waits for it. */
export async function end(child, signal = "SIGTERM") {
  for (const how of [signal, "SIGKILL"]) {
    try {
      process.kill(-child.pid, how);
    } catch {
      // The group is gone already.
    }
    let patience;
    const over = new Promise((tell) => {
      patience = setTimeout(tell, 3000, "still there");
    });
    const outcome = await Promise.race([child.ended.then(() => "gone"), over]);
    clearTimeout(patience);
    if (outcome === "gone") break;
  }
}

/** Reads the first line that a program writes to an extra file descriptor. */
function firstLine(child, fd) {
  return new Promise((tell, fail) => {
    let text = "";
    child.stdio[fd].on("data", (piece) => {
      text += piece;
      if (text.includes("\n")) tell(text.split("\n")[0]);
    });
    void child.ended.then((how) => fail(new Stop(`${child.spawnfile} ended at once (${how}).`)));
  });
}

/** Opens a screen of a width and height. `env` is what programs need that are to appear on it. */
export async function openDisplay([width, height] = SIZE) {
  const folder = mkdtempSync(join(tmpdir(), "auscult-display-"));
  // Sockets of the bus and of the screen readers' interface stay in this folder too.
  const own = { XDG_RUNTIME_DIR: folder, GDK_BACKEND: "x11" };
  const started = [];
  const close = async () => {
    for (const child of started.toReversed()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = begin(
      "Xvfb",
      ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-fbdir", folder, "-nolisten", "tcp"],
      { stdio: ["ignore", "ignore", "ignore", "pipe"] },
    );
    started.push(server);
    const display = `:${await firstLine(server, 3)}`;

    const bus = begin("dbus-daemon", ["--session", "--nofork", "--print-address=3"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
      env: { ...process.env, ...own, DISPLAY: display },
    });
    started.push(bus);
    const env = { ...own, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 3) };
    const config = join(folder, "windows.xml");
    const ready = join(folder, "windows-ready");
    writeFileSync(config, WINDOWS);
    started.push(
      begin("openbox", ["--sm-disable", "--config-file", config, "--startup", `touch ${ready}`], {
        env: { ...process.env, ...env },
      }),
    );
    await until("the window manager is there", () => existsSync(ready));

    /** Presses keys or types, as a person at this screen would. */
    const xdotool = (...words) => {
      if (ask("xdotool", words, { env }) === null) throw new Stop(`xdotool ${words[0]} failed.`);
    };
    // Out of the way of what is pictured.
    ask("xdotool", ["mousemove", String(width), String(height)], { env });
    const type = (text) => xdotool("type", "--clearmodifiers", "--delay", "8", text);
    const press = (...keys) => xdotool("key", "--clearmodifiers", ...keys);
    /** Holds the pointer down at one point of the screen, moves it a little, then to another
     * point, and lets go; `begun` and `over` wait for the programs in between. */
    const drag = async ([x, y], to, { begun, over }) => {
      const move = (...places) => {
        for (const place of places) xdotool("mousemove", ...place.map(String));
      };
      move([x, y]);
      xdotool("mousedown", "1");
      move([x + 4, y + 4], [x + 12, y + 12], [x + 20, y + 20]);
      await begun();
      move([to[0] - 20, to[1] - 20], [to[0] - 10, to[1] - 10], to);
      await over();
      xdotool("mouseup", "1");
    };
    const reader = (complaints, ...words) =>
      ask("/usr/bin/python3", [within("scripts", "screen.py"), ...words], { env, complaints });
    const read = (...words) => {
      const said = reader("inherit", ...words);
      if (said === null) throw new Stop(`On the screen this was not found: ${words.join(", ")}.`);
      return said;
    };
    const memory = () => readFileSync(join(folder, "Xvfb_screen0"));
    return {
      env,
      close,
      shot: () => png(memory()),
      press,
      type,
      drag,
      /** Writes into a field and looks whether it stands there. A person who sees a letter
       * missing types again, and so does this. */
      write: (name, text, role = "entry") => {
        for (let turn = 0; turn < 3; turn += 1) {
          read("focus", role, name);
          press("ctrl+a");
          type(text);
          if (reader("ignore", "holds", role, name, text) !== null) return;
        }
        throw new Stop(`What was typed did not come to stand in the field: ${name}.`);
      },
      /** Presses a key that leads to a thing, once more when it did not. */
      lead: (key, role, name) => {
        for (let turn = 0; turn < 3; turn += 1) {
          press(key);
          if (reader("ignore", "soon", role, name) !== null) return;
        }
        throw new Stop(`${key} did not lead to this: ${role} ${name}.`);
      },
      /** Types a path into a chooser of files and looks whether it stands there. */
      choose: (title, path) => {
        for (let turn = 0; turn < 3; turn += 1) {
          read("wait", "file chooser", title);
          // The first letter of a path opens the line for it; the line takes it then.
          if (turn > 0) press("ctrl+a");
          type(path);
          if (reader("ignore", "holds", "text", "", path) === null) continue;
          press("Return");
          return;
        }
        throw new Stop(`What was typed did not come to stand in the chooser: ${title}.`);
      },
      /** Waits until the picture does not change any more, and returns it. */
      still: async () => {
        // Shorter than a caret stays on or off, which otherwise never stands still.
        let before = memory();
        let same = 0;
        await until("the picture stands still", async () => {
          await pause(80);
          const now = memory();
          same = now.equals(before) ? same + 1 : 0;
          before = now;
          return same === 4;
        });
        return png(before);
      },
      /** Waits until the picture has changed and then stays as it is, and returns when it last
       * changed, by the clock of `performance`. */
      settled: async () => {
        let before = memory();
        let last = null;
        await until("the picture has changed and stays", async () => {
          const now = memory();
          if (!now.equals(before)) last = performance.now();
          before = now;
          return last !== null && performance.now() - last > 1000;
        }, { every: 5 });
        return last;
      },
      /** Reads the screen, and uses it, as a screen reader does: see screen.py. */
      read,
    };
  } catch (reason) {
    await close();
    throw reason;
  }
}
