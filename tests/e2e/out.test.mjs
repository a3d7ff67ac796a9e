// Some fifty ways out of a page, and commands that are not on the list: in the real window
// none reaches a listener and none runs; in a bare web view all of them do, so the listener
// and the marks can be believed.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { begin, end, until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { unlock } from "./desk.mjs";
import { UNLISTED, waysBelow } from "./out.mjs";
import { withSample } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const here = withSample();
let listener;
const heard = new Set();
before(async () => {
  listener = createServer((request, answer) => {
    const name = request.url.slice(1).split("?")[0];
    if (name !== "bare") heard.add(name);
    answer.writeHead(200, { "Content-Type": "text/html", "Access-Control-Allow-Origin": "*" });
    answer.end("<!doctype html><title>x</title><body></body>");
  });
  listener.on("upgrade", (request, socket) => {
    heard.add(request.url.slice(1));
    socket.destroy();
  });
  await new Promise((go) => listener.listen(0, "127.0.0.1", go));
});
after(() => {
  listener?.closeAllConnections();
  listener?.close();
});

const address = () => `http://127.0.0.1:${listener.address().port}`;
const names = () => waysBelow("").map(({ name }) => name);

test("a bare web view lets every one of them out", async () => {
  heard.clear();
  const scripts = waysBelow(address()).map(({ script }) => JSON.stringify(script));
  const bare = begin("/usr/bin/python3", [within("tests", "e2e", "bare.py"), `${address()}/bare`], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, ...here.place.env },
  });
  try {
    bare.stdin.write(`${scripts.length}\n${scripts.join("\n")}\n`);
    const missing = () => names().filter((name) => !heard.has(name));
    await until("all ways are heard", () => missing().length === 0).catch(() => undefined);
    assert.deepEqual(missing(), [], "these were not heard, so nothing is known of them");
  } finally {
    await end(bare);
  }
});

test("the window lets none of them out and runs none of them", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    await unlock(window);
    await window.find("heading", words.library.title);
    heard.clear();
    const refused = [];
    for (const { name, script } of waysBelow(address())) {
      // A driver's script is not the page's: no policy binds it, but all that it brings about.
      const tried = { script: `try { ${script} } catch (refusal) { return String(refusal) }`, args: [] };
      await window.session.send("POST", "/execute/sync", tried);
      const is = await window.session.call(() => [location.href, globalThis.ran ?? ""]);
      assert.match(is[0], /^tauri:\/\/localhost/u, `${name} led elsewhere`);
      refused.push(name);
    }
    assert.deepEqual(refused, names());
    const ran = () => window.session.call(() => globalThis.ran ?? "");
    // All that was begun has been refused by the time that the page has come to rest.
    const rest = () =>
      new Promise((tell) => {
        const idle = () => requestAnimationFrame(() => setTimeout(tell, 0));
        if (document.readyState === "complete") idle();
        else addEventListener("load", idle);
      });
    for (let turn = 0; turn < 25; turn += 1) await window.session.callSlow(rest);
    assert.equal(await ran(), "", "nothing ran");
    assert.deepEqual([...heard], [], "nothing was heard");
    // The mark and the listener are there to be seen.
    await window.session.call(() => void (globalThis.ran = "seen"));
    assert.equal(await ran(), "seen");
    await fetch(`${address()}/seen`);
    assert.deepEqual([...heard], ["seen"]);
  }));

test("no command is answered that is not on the list", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    const call = (command) =>
      window.session.callSlow(
        (name) => globalThis.__TAURI_INTERNALS__.invoke(name, {}).then(() => "answered", (why) => `refused: ${why}`),
        command,
      );
    assert.equal(await call("status"), "answered");
    for (const command of UNLISTED) assert.match(await call(command), /^refused: .*(?:not allowed|not found)/u, command);
  }));

test("the page's own objects cannot be changed under it", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    const isFrozen = await window.session.call(() => Object.isFrozen(Object.prototype));
    assert.ok(isFrozen);
    assert.equal(await window.session.call(() => typeof globalThis.__TAURI__), "undefined");
  }));
