// Everything that must hold, in stages. Each stage's own output stands in full; at the end
// stands how long each took and which failed.
//
// A stage that fails does not stop the later ones, unless they lean on it: one run says all
// that is wrong. `npm test -- NAME ...` runs only the stages of these names.
import { readdirSync } from "node:fs";
import { buildDriven, buildPage, buildPrograms } from "./build.mjs";
import { MODULE } from "./build-fips-module.mjs";
import { main, run, Stop, within } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { checkSupply } from "./supply.mjs";
import { torture } from "./torture.mjs";

const npm = (script) => run("npm", ["run", "--silent", script], { sentence: `npm run ${script} failed.` });
const cargo = (...words) => run("cargo", words, { sentence: `cargo ${words.slice(0, 4).join(" ")} … failed.` });

const STAGES = [
  ["setup", () => setUp("test"), []],
  ["format", () => cargo("fmt", "--all", "--check"), ["setup"]],
  ["page", buildPage, ["setup"]],
  ["page-check", () => npm("ui:check"), ["setup"]],
  [
    "programs",
    () => {
      buildDriven();
      buildPrograms();
    },
    ["page"],
  ],
  [
    "lint",
    () => {
      const strict = ["--", "--deny", "warnings"];
      cargo("clippy", "--workspace", "--all-targets", "--all-features", "--locked", ...strict);
      // Only the window has code that a feature takes away.
      cargo("clippy", "--package", "shell", "--all-targets", "--locked", ...strict);
    },
    ["setup"],
  ],
  ["core", () => cargo("test", "--workspace", "--locked"), ["page"]],
  // Generated files are compared by a test that needs a feature of its own.
  ["generated", () => cargo("test", "--package", "bridge", "--features", "bindings", "--locked"), ["setup"]],
  ["reader", reader, ["programs"]],
  ["pdf", papers, ["programs"]],
  ["approved", approved, ["programs"]],
  ["torture", () => torture(), ["core"]],
  ["supply", checkSupply, ["setup"]],
  ["journeys", journeys, ["programs"]],
  ["unchanged", unchanged, []],
];

/** The journeys in the real window, one after the other: they share the processors. */
export function journeys() {
  const files = readdirSync(within("tests", "e2e"))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => within("tests", "e2e", name));
  run("node", ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files], {
    sentence: "A journey in the real window failed. Its story and what it saw stand above.",
  });
}

/** A vault, a bundle, an evidence plan and a packet of record as somebody reads them without a line of this project's code. */
function reader() {
  const files = ["reader", "bundle", "plan", "record"].map((name) => within("tests", "reader", `${name}.test.mjs`));
  run("node", ["--test", "--test-reporter=spec", ...files], {
    sentence: "A vault, a bundle, a plan or a packet of record is not what other programs make of it.",
  });
}

/** Every document on paper, before two validators. */
function papers() {
  cargo("build", "--package", "packet", "--example", "odd_paper", "--locked");
  run("node", ["--test", "--test-reporter=spec", within("tests", "pdf", "papers.test.mjs")], {
    sentence: "A document is not valid, or not whole. What was found stands above.",
  });
}

/** Approved mode with the module that setup built. These tests cannot be run without it, so
 * they are no part of the stage `core`. */
function approved() {
  for (const crate of ["vault", "workbench"]) {
    const words = ["test", "--package", crate, "--features", "module-tests", "--test", "approved", "--locked"];
    run("cargo", words, {
      env: { AUSCULT_TEST_MODULE: MODULE },
      sentence: "Approved mode does not do what it promises. What was seen stands above.",
    });
  }
  run("node", ["--test", "--test-reporter=spec", within("tests", "approved", "approved.test.mjs")], {
    sentence: "Approved mode does not do what it promises on the command line.",
  });
}

/** What the tests write must be what is committed. */
function unchanged() {
  run("git", ["diff", "--exit-code"], {
    sentence: "Files that belong to the project were changed: by this run, or they were not committed.",
  });
}

await main(() => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !STAGES.some(([stage]) => stage === name));
  if (unknown.length > 0) {
    throw new Stop(`There is no stage ${unknown.join(", ")}. Stages: ${STAGES.map(([name]) => name).join(", ")}`);
  }
  const results = [];
  const bad = new Set();
  for (const [name, work, needs] of STAGES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const lacks = needs.filter((need) => bad.has(need));
    const begun = Date.now();
    console.log(`\n== ${name}`);
    let outcome = "passed";
    try {
      if (lacks.length > 0) throw new Stop(`Not run, because ${lacks.join(" and ")} failed.`);
      work();
    } catch (reason) {
      console.error(reason instanceof Stop ? reason.message : reason);
      outcome = lacks.length > 0 ? "NOT RUN" : "FAILED";
      bad.add(name);
    }
    const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
    results.push(`${name.padEnd(12)} ${minutes.padStart(5)} min  ${outcome}`);
    console.log(`== ${results.at(-1)}`);
  }
  console.log(`\n${results.join("\n")}`);
  if (bad.size > 0) throw new Stop(`Failed: ${[...bad].join(", ")}.`);
  console.log("\nAll stages passed.");
});
