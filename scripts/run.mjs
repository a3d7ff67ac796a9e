// Running other programs, and saying what goes on in sentences.
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** The folder of the project. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Returns a path inside the project. */
export const within = (...parts) => join(root, ...parts);

/** What every program started here finds around it: whatever folder for built files is set
 * elsewhere, this project's own is used. */
const SURROUNDINGS = { ...process.env, CARGO_TARGET_DIR: within("target") };

/** What stops a script, in a sentence for people; anything else is a fault of the script. */
export class Stop extends Error {}

/** Runs a program with its output in view; stops with a sentence when it fails. */
export function run(program, words, { env = {}, sentence, cwd = root } = {}) {
  const done = spawnSync(program, words, {
    cwd,
    stdio: "inherit",
    env: { ...SURROUNDINGS, ...env },
  });
  if (done.status === 0) return;
  const how = done.error?.code === "ENOENT" ? "is not installed" : `ended with ${done.status ?? done.signal}`;
  throw new Stop(sentence ?? `${[program, ...words].join(" ")} ${how}.`);
}

/** Runs a program quietly and returns what it printed, or null when it failed. */
export function ask(program, words, { env = {}, complaints = "ignore" } = {}) {
  const done = spawnSync(program, words, {
    cwd: root,
    stdio: ["ignore", "pipe", complaints],
    encoding: "utf8",
    env: { ...SURROUNDINGS, ...env },
    maxBuffer: 1 << 28,
  });
  return done.status === 0 ? done.stdout : null;
}

/** Whether a script was started itself, and not taken in by another. */
export const isStarted = (url) => realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs a script's main part: a Stop is printed as a sentence, and the exit code tells. */
export async function main(part) {
  try {
    await part();
  } catch (reason) {
    console.error(`\n${reason instanceof Stop ? reason.message : (reason.stack ?? reason)}`);
    process.exitCode = 1;
  }
}
