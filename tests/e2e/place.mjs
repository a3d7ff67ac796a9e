// Where a journey takes place: a screen, a home, and the programs.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AUSCULT } from "../../scripts/build.mjs";
import { openDisplay } from "../../scripts/display.mjs";
import { Stop } from "../../scripts/run.mjs";

export const PASSPHRASE = "quiet harbour seven lanterns";

/** A screen and a home of its own for one journey; all of it goes when the journey ends. */
export async function newPlace({ size } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "auscult-journey-")));
  const at = (...parts) => join(folder, ...parts);
  for (const name of ["home", "home/tmp", "desk"]) mkdirSync(at(name));
  const display = await openDisplay(size);
  const env = {
    ...display.env,
    HOME: at("home"),
    TMPDIR: at("home", "tmp"),
    XDG_DATA_HOME: at("home", ".local", "share"),
    XDG_CONFIG_HOME: at("home", ".config"),
    XDG_CACHE_HOME: at("home", ".cache"),
    XDG_STATE_HOME: at("home", ".local", "state"),
  };
  const close = async () => {
    await display.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, at, display, env, close };
}

/** Returns the ids of the running programs of a place that were started from a file. */
export function running(program, place) {
  return readdirSync("/proc").filter((id) => {
    try {
      return (
        readlinkSync(`/proc/${id}/exe`) === program &&
        readFileSync(`/proc/${id}/environ`, "utf8").includes(`HOME=${place.env.HOME}\0`)
      );
    } catch {
      return false;
    }
  });
}

/** Whether a program has ended with all its threads: one that still waits for the disk keeps
 * the files of the whole program open. */
export function hasEnded(id) {
  try {
    return readdirSync(`/proc/${id}/task`).every((thread) =>
      /\) [ZX] /u.test(readFileSync(`/proc/${id}/task/${thread}/stat`, "utf8")),
    );
  } catch {
    return true;
  }
}

/** Runs the command line with the passphrase of the journeys; `vault` is a folder. */
export function auscult(place, command, { vault, passphrase = PASSPHRASE, options = {}, rest = [] } = {}) {
  const named = { ...(vault ? { vault, "passphrase-file": "-" } : {}), ...options };
  const words = [...command.split(" "), ...Object.entries(named).flatMap(([k, v]) => [`--${k}`, v]), ...rest];
  const done = spawnSync(AUSCULT, words, {
    env: { ...process.env, ...place.env },
    input: `${passphrase}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Makes the sample's vault in a place, and returns its folder. */
export function sampleVault(place) {
  const vault = place.at("desk", "clinic.auscult");
  const { code, err } = auscult(place, "sample", { vault });
  if (code !== 0) throw new Stop(`The sample could not be made: ${err}`);
  return vault;
}

/** Stops unless a vault is sound from its first byte to its last. */
export function isSound(place, vault) {
  const { code, out, err } = auscult(place, "vault check", { vault });
  if (code !== 0) throw new Stop(`The vault is not sound: ${out}${err}`);
}
