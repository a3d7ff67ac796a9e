// The few words of WebDriver (W3C) that the journeys use.
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { begin, end, until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const freePort = () =>
  new Promise((tell) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => tell(port));
    });
  });

/** What a driver says when a command could not be done. */
export class Refused extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

/** Starts a program under tauri-driver and returns its session. No command may be sent
 * before the page is there, so `isThere` is asked first: the program says it itself. */
export async function drive(program, words, env, isThere) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const driver = begin(
    within(".tools", "bin", "tauri-driver"),
    ["--port", port, "--native-port", nativePort, "--native-driver", "/usr/bin/WebKitWebDriver"].map(String),
    { env: { ...process.env, ...env } },
  );
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Refused(value);
    return value;
  };
  try {
    // The native driver comes up after the one in front of it.
    await until("the driver is there", () => send("GET", "/status").catch(() => null));
    const capabilities = { alwaysMatch: { "tauri:options": { application: program, args: words } } };
    const { sessionId } = await send("POST", "/session", { capabilities });
    await until("the program says that its first view is there", isThere);
    return new Session(driver, (method, path, body) => send(method, `/session/${sessionId}${path}`, body));
  } catch (reason) {
    await end(driver);
    throw reason;
  }
}

class Session {
  constructor(driver, send) {
    this.driver = driver;
    this.send = send;
  }

  /** Calls a function in the page. Elements go in and come out as references. */
  call(work, ...args) {
    const script = `return (${work}).apply(null, arguments)`;
    return this.send("POST", "/execute/sync", { script, args });
  }

  /** The same for a function that takes its time. */
  callSlow(work, ...args) {
    const script = `const tell = Array.from(arguments).pop();
      (${work}).apply(null, Array.from(arguments).slice(0, -1)).then(tell, (reason) => tell(String(reason)))`;
    return this.send("POST", "/execute/async", { script, args });
  }

  /** Puts a library of node_modules into the page, once. */
  async load(file, name) {
    if (await this.call(`(name) => name in globalThis`, name)) return;
    const script = readFileSync(within("node_modules", file), "utf8");
    await this.send("POST", "/execute/sync", { script, args: [] });
  }

  /** Goes on as another session does. */
  become({ driver, send }) {
    this.driver = driver;
    this.send = send;
  }

  id(element) {
    return element[ELEMENT];
  }

  click(element) {
    return this.send("POST", `/element/${this.id(element)}/click`, {});
  }

  type(element, text) {
    return this.send("POST", `/element/${this.id(element)}/value`, { text });
  }

  /** Presses keys one after the other where the focus is; those of an inner list together. */
  async keys(...strokes) {
    const actions = strokes.flatMap((stroke) => {
      const held = [stroke].flat();
      return [
        ...held.map((value) => ({ type: "keyDown", value })),
        ...held.toReversed().map((value) => ({ type: "keyUp", value })),
      ];
    });
    await this.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Ends the driver and whatever it started. */
  async end() {
    await end(this.driver);
  }
}
