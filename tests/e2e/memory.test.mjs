// After a lock nothing of the vault is left in the memory of any process of the program, as
// people get it: no key, no passphrase, no word that was typed. All of them are found before.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { after, before, test } from "node:test";
import { WINDOW } from "../../scripts/build.mjs";
import { begin, end, until } from "../../scripts/display.mjs";
import { within } from "../../scripts/run.mjs";
import { words } from "../../scripts/words.mjs";
import { newPlace, PASSPHRASE, sampleVault } from "./place.mjs";

const { vault: v, desk, library } = words;
const MARK = "The marmalade ledger of Ottoline Vance lies behind the third kiln";

let place;
let vault;
before(async () => {
  place = await newPlace();
  mkdirSync(place.at("home", "vaults"), { recursive: true });
  vault = sampleVault(place);
});
after(() => place?.close());

/** The processes of the program in this place, each with the name of its file. */
function processes() {
  return readdirSync("/proc")
    .filter((id) => /^\d+$/u.test(id))
    .flatMap((id) => {
      try {
        const file = readlinkSync(`/proc/${id}/exe`);
        const isOurs = readFileSync(`/proc/${id}/environ`, "utf8").includes(`HOME=${place.env.HOME}\0`);
        return isOurs && /auscult-desktop|WebKit/u.test(file) ? [{ id, name: file.split("/").at(-1) }] : [];
      } catch {
        return [];
      }
    });
}

/** Looks for the secrets in the memory of processes; returns how often each was found. */
function look(ids) {
  const python = within(".tools", "python", "bin", "python");
  const done = spawnSync(python, [within("tests", "e2e", "memory.py"), vault, ...ids], {
    input: `${PASSPHRASE}\n${MARK}\n`,
    encoding: "utf8",
    timeout: 120_000,
  });
  assert.equal(done.status, 0, done.stderr);
  const found = {};
  for (const line of done.stdout.trim().split("\n")) {
    const [, name, times] = line.split("\t");
    found[name] = (found[name] ?? 0) + Number(times);
  }
  return found;
}

test("a lock leaves no key and no text in any process", async (t) => {
  if (process.getuid() !== 0) {
    // The program refuses others of the same user a look into its memory: that is the point.
    t.diagnostic("Not looked at: only an administrator may look into this program's memory. Run as root.");
    return;
  }
  const screen = place.display;
  const program = begin(WINDOW, ["--vault", vault], { env: { ...process.env, ...place.env } });
  try {
    screen.read("wait", "heading", v.unlockTitle("sample"));
    screen.write(v.passphrase, PASSPHRASE, "password text");
    screen.lead("Return", "heading", library.title);
    screen.press("ctrl+k");
    screen.read("wait", "dialog", words.palette.title);
    screen.type("Safeguards of machine");
    screen.lead("Return", "entry", desk.note);
    screen.write(desk.note, MARK);
    screen.read("says", words.kit.saved("").trim());

    const open = processes();
    const kinds = [...new Set(open.map(({ name }) => name))].toSorted();
    assert.deepEqual(kinds, ["WebKitNetworkProcess", "WebKitWebProcess", WINDOW.split("/").at(-1)]);
    for (const { id, name } of open) {
      const status = readFileSync(`/proc/${id}/status`, "utf8");
      assert.match(status, /^Seccomp:\t2$/mu, `${name} has the kernel's filter`);
    }
    const before = look(open.map(({ id }) => id));
    t.diagnostic(`before: ${JSON.stringify(before)}`);
    for (const secret of ["vault key", "text 1", "passphrase"]) {
      assert.ok(before[secret] > 0, `the look finds the ${secret} while the vault is open`);
    }

    const begun = performance.now();
    screen.press("ctrl+l");
    screen.read("wait", "password text", v.passphrase);
    t.diagnostic(`from the key to the lock screen as a screen reader finds it: ${Math.round(performance.now() - begun)} ms`);
    const gone = open.filter(({ name }) => name.startsWith("WebKit")).map(({ id }) => id);
    await until("the web processes of before are gone", () => {
      const now = processes().map(({ id }) => id);
      return now.length >= 3 && !gone.some((id) => now.includes(id));
    });
    const after = look(processes().map(({ id }) => id));
    const { "bytes looked at": bytes, ...left } = after;
    assert.ok(bytes > 50_000_000, "the memory was looked at");
    assert.deepEqual(left, {}, "nothing of it is left");
    for (const { id, name } of processes()) {
      assert.match(readFileSync(`/proc/${id}/status`, "utf8"), /^Seccomp:\t2$/mu, `${name} has the filter still`);
    }
  } finally {
    await end(program);
  }
});
