// Where a journey takes place: a screen, a home, and the programs.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AUSCULT, HUGE_VAULT } from "../../scripts/build.mjs";
import { openDisplay } from "../../scripts/display.mjs";
import { Stop } from "../../scripts/run.mjs";

export const PASSPHRASE = "quiet harbour seven lanterns";

/** What the system is told of motion. */
const STILL = "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n";

/** A screen and a home of its own for one journey; all of it goes when the journey ends. `env`
 * is what the programs find around them besides. */
export async function newPlace({ size, env: own = {} } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "auscult-journey-")));
  const at = (...parts) => join(folder, ...parts);
  for (const name of ["home", "home/tmp", "home/.config/gtk-3.0", "desk"]) mkdirSync(at(name), { recursive: true });
  // Nothing moves or blinks while it is looked at.
  writeFileSync(at("home/.config/gtk-3.0/settings.ini"), STILL);
  const display = await openDisplay(size);
  const env = {
    ...display.env,
    HOME: at("home"),
    TMPDIR: at("home", "tmp"),
    XDG_DATA_HOME: at("home", ".local", "share"),
    XDG_CONFIG_HOME: at("home", ".config"),
    XDG_CACHE_HOME: at("home", ".cache"),
    XDG_STATE_HOME: at("home", ".local", "state"),
    ...own,
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

/** Returns the assessments of a vault, as the command line lists them. */
export function assessments(place, vault) {
  const { code, out, err } = auscult(place, "assessments", { vault, rest: ["--json"] });
  if (code !== 0) throw new Stop(`The assessments could not be listed: ${err}`);
  return JSON.parse(out);
}

/** Assessments, systems and requests in the huge vault: more than anybody has. */
const HUGE = ["1000", "300", "10000"];

/** How each vault is made that journeys and pictures begin with. */
const MAKE = {
  empty: (place, vault) => auscult(place, "vault create", { vault, options: { person: "Ines Okafor" } }),
  sample: (place, vault) => auscult(place, "sample", { vault }),
  huge: (place, vault) => makeHuge(vault, HUGE),
};

/** Makes some of those vaults in a place, and returns the folder of each by its name. */
export function makeVaults(place, names) {
  return Object.fromEntries(
    names.map((name) => {
      const vault = place.at("desk", `${name}.auscult`);
      const { code, err } = MAKE[name](place, vault);
      if (code !== 0) throw new Stop(`The vault ${name} could not be made: ${err}`);
      return [name, vault];
    }),
  );
}

/** Copies vaults into a place, and returns the folder of each by its name. */
export function copyVaults(vaults, place) {
  return Object.fromEntries(
    Object.entries(vaults).map(([name, folder]) => {
      const copy = place.at("desk", `${name}.auscult`);
      cpSync(folder, copy, { recursive: true });
      return [name, copy];
    }),
  );
}

/** Makes the sample's vault in a place, and returns its folder. */
export function sampleVault(place) {
  return makeVaults(place, ["sample"]).sample;
}

/** Makes a vault with a number of assessments, systems and requests. */
export function makeHuge(vault, counts, program = HUGE_VAULT) {
  const done = spawnSync(program, [vault, ...counts], { input: `${PASSPHRASE}\n`, encoding: "utf8" });
  return { code: done.status, err: done.stderr };
}

/** Stops unless a vault is sound from its first byte to its last. */
export function isSound(place, vault, passphrase = PASSPHRASE) {
  const { code, out, err } = auscult(place, "vault check", { vault, passphrase });
  if (code !== 0) throw new Stop(`The vault is not sound: ${out}${err}`);
}
