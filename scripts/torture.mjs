// The vault's torments: `npm run torture -- [--rounds N] [--seed S] [ROW ...]`.
//
// Without rounds each row is run as often as in `npm test`. With them, what the crates' own
// tests do at random is done as often, too.
import { isStarted, main, run } from "./run.mjs";

/** The tests whose rounds can be chosen: package, file, beginning of the name. */
const SEEDED = [
  ["store", "store", "seeded_attacks_with_the_key"],
  ["store", "store", "a_rotation_that_is_killed"],
];

/** Runs the rows; all of them without words. */
export function torture(words = []) {
  run("cargo", ["run", "--quiet", "--locked", "--package", "torture", "--", ...words], {
    sentence: "Something was lost, or not noticed. The row and its seed stand above.",
  });
  const rounds = words[words.indexOf("--rounds") + 1];
  if (!words.includes("--rounds") || words.length > 2) return;
  for (const [crate, file, name] of SEEDED) {
    run("cargo", ["test", "--quiet", "--locked", "--package", crate, "--test", file, "--", "--nocapture", name], {
      env: { AUSCULT_ROUNDS: rounds },
      sentence: "Something was lost, or not noticed. The test stands above.",
    });
  }
}

if (isStarted(import.meta.url)) await main(() => torture(process.argv.slice(2)));
