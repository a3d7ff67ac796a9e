// Measures what people feel, each against its baseline in the same run, and prints medians,
// spreads and ratios. Figures depend on the machine; ratios less so. Nothing here passes or
// fails. Each pair is measured in turn, so that what slows the machine slows both.
//
// `npm run bench -- dev` does the same with the development build, to try the bench itself.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { randomFillSync } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPage } from "./build.mjs";
import { inTheWindow } from "./bench-window.mjs";
import { begin, end, openDisplay } from "./display.mjs";
import { ask, main, root, run, Stop, within } from "./run.mjs";
import { setUp } from "./setup.mjs";

const profile = process.argv[2] === "dev" ? "dev" : "release";
const built = (...parts) => within("target", profile === "dev" ? "debug" : "release", ...parts);
const GIBIBYTE = 2 ** 30;
const rows = [];

/** Runs an example of a crate and returns what it printed. */
const example = (name) =>
  JSON.parse(
    execFileSync(built("examples", name), { cwd: root, stdio: ["ignore", "pipe", "inherit"] })
      .toString()
      .trim()
      .split("\n")
      .at(-1),
  );

const rounds = (count, measure) => Array.from({ length: count }, (_, round) => measure(round));
const row = (what, ours, baseline, target = "") => rows.push({ what, ours, baseline, target });

function saving() {
  // Each run saves a thousand times in both, in turn.
  const runs = rounds(3, () => example("store_bench").autosave);
  const of = (field) => runs.map((saved) => saved[field]);
  row("Autosave, p50, ms / plain SQLite", of("p50"), of("plainP50"));
  row("Autosave, p99, ms / plain SQLite", of("p99"), of("plainP99"), "1.3 times");
}

function keys() {
  const runs = rounds(2, () => example("keys_bench"));
  const of = (field) => runs.map((figures) => figures[field]);
  const size = runs[0].mebibytes;
  row(`A new key for a vault of ${size} MiB, ms / copying and flushing it`, of("rotation"), of("plainCopy"), "2,000 ms");
  row("Changing a passphrase, ms / its stretch alone", of("change"), of("stretch"), "100 ms more");
}

function checking() {
  const runs = rounds(2, () => example("check_bench"));
  const of = (field) => runs.map((figures) => figures[field]);
  row(`Check of a vault of ${runs[0].mebibytes} MiB with 50,000 records, ms`, of("database"), null, "500 ms");
  const size = runs[0].evidenceMebibytes;
  row(`Its ${size} MiB of evidence, opened and digested, ms / digesting as many bytes`, of("evidence"), of("plain"), "1 GiB/s");
}

function workbench() {
  const runs = rounds(3, () => example("workbench_bench"));
  const of = (field) => runs.map((figures) => figures[field]);
  row("Unlock beyond the stretch, ms", of("unlockBeyondStretch"), null, "150 ms");
  row("Open an assessment, ms", of("openAssessment"), null, "50 ms");
  row("Answer a control with all that follows, ms", of("answer"), null);
  row("Library of 1,000 assessments, ms", of("library"), null, "50 ms");
}

function trail() {
  const runs = rounds(2, () => example("trail_bench"));
  const of = (field) => runs.map((figures) => figures[field]);
  row("Look at a trail of a million entries, ms", of("wholeMs"), null, "2,000 ms");
  row("The same beside other work, ms", of("besideMs"), null);
  row("What is looked at and signed at unlock then, ms", of("openAndSignMs"), null, "150 ms");
}

function search() {
  const runs = rounds(2, () => example("search_bench").search);
  row("Search of a million notes, p95, ms", runs.map(({ p95 }) => p95), null, "10 ms");
}

function packet() {
  const compare = beside();
  const typst = [];
  const runs = rounds(3, () => {
    const figures = example("packet_bench");
    typst.push(compare());
    return figures;
  });
  const of = (field) => runs.map((figures) => figures[field]);
  const long = (field) => runs.map((figures) => figures.long[field]);
  row(`Packet of ${runs[0].pages} pages, ms / raw untagged writer`, of("ours"), of("raw"), "1.7 times");
  row(`The same, ms / Typst, ${typst[0].pages} pages, tagged`, of("ours"), typst.map(({ ms }) => ms), "450 ms");
  row("The same, peak memory, MiB", of("peakMiB"), null, "120 MiB");
  row("Layout of the same and a picture of its first page, ms", of("seen"), null, "150 ms");
  row(`Packet of ${runs[0].long.pages} pages, ms`, long("ms"), null);
  row("The same, peak memory, MiB", long("peakMiB"), null);
}

/** Another typesetter with the same content, fonts and sizes, from a package of its own that
 * nothing but this needs. Returns what sets it once. */
function beside() {
  const environment = within(".tools", "typst");
  const python = join(environment, "bin", "python");
  const wanted = "typst==0.15.2";
  if (ask(python, ["-m", "pip", "freeze"])?.includes(wanted) !== true) {
    run("python3", ["-m", "venv", environment]);
    run(python, ["-m", "pip", "install", "--quiet", "--only-binary", ":all:", wanted]);
  }
  const folder = within("target", "typst");
  execFileSync(built("examples", "packet_bench"), ["typst", folder]);
  const words = [within("scripts", "set_typst.py"), join(folder, "packet.typ"), within("assets", "fonts")];
  return () => JSON.parse(execFileSync(python, words).toString());
}

/** Runs a program; returns milliseconds, the most memory it had in MiB, and what it printed. */
function time(program, words) {
  const begun = process.hrtime.bigint();
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      const [, kibibytes] = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      peak = Number(kibibytes) / 1024;
    } catch {
      // It has ended, or this system has no such file.
    }
  }, 10);
  return new Promise((tell, fail) => {
    let said = "";
    let printed = "";
    child.stdout.on("data", (piece) => (printed += piece));
    child.stderr.on("data", (piece) => (said += piece));
    child.on("error", fail);
    child.on("close", (status) => {
      clearInterval(look);
      const ms = Number(process.hrtime.bigint() - begun) / 1e6;
      if (status === 0) tell({ ms, peak, printed });
      else fail(new Stop(`${program} failed: ${said}`));
    });
  });
}

/** A gibibyte that comes into a vault, and leaves it in a packet of record. */
async function attaching() {
  const folder = mkdtempSync(join(tmpdir(), "auscult-bench-"));
  try {
    const passphrase = join(folder, "passphrase");
    writeFileSync(passphrase, "correct horse battery staple\n");
    const open = ["--vault", join(folder, "bench.auscult"), "--passphrase-file", passphrase];
    execFileSync(built("auscult"), ["sample", ...open]);
    const [{ id }] = JSON.parse(execFileSync(built("auscult"), ["assessments", ...open, "--json"]).toString());
    const attach = (file) =>
      time(built("auscult"), ["attach", ...open, "--assessment", id, "--control", "TEC-EN-3", "--json", file]);
    const record = (evidence) =>
      time(built("auscult"), [
        ...["record", ...open, "--assessment", id, "--out", join(folder, "record.zip")],
        ...["--audience", "none", "--no-data", "--evidence", evidence],
      ]);
    const large = join(folder, "large");
    const copy = join(folder, "copy");
    const small = join(folder, "small");
    const ours = [];
    const theirs = [];
    const peaks = [];
    const recorded = [];
    const recordedPeaks = [];
    for (const round of rounds(3, (number) => number)) {
      fillWithNoise(large);
      writeFileSync(small, `round ${round}`);
      // Attaching a few bytes costs the unlock; what a gibibyte costs beyond it is the attaching.
      const unlocking = await attach(small);
      const attached = await attach(large);
      ours.push(attached.ms - unlocking.ms);
      peaks.push(attached.peak);
      const [{ id: few }] = JSON.parse(unlocking.printed);
      const [{ id: many }] = JSON.parse(attached.printed);
      const beginning = await record(few);
      const made = await record(many);
      recorded.push(made.ms - beginning.ms);
      recordedPeaks.push(made.peak);
      let sum = 0;
      for (const [program, ...words] of [
        ["cp", large, copy],
        ["sync", copy],
        ["openssl", "dgst", "-sha256", large],
      ]) {
        sum += (await time(program, words)).ms;
      }
      theirs.push(sum);
      rmSync(copy);
    }
    row("Attach 1 GiB, ms / cp, sync and openssl dgst", ours, theirs, "1 times");
    row("The same, peak memory with the stretch's 256, MiB", peaks, null);
    row("Packet of record of 1 GiB, ms / cp, sync and openssl dgst", recorded, theirs, "1.3 times");
    row("The same, peak memory with the stretch's 256, MiB", recordedPeaks, null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a file with a gibibyte that no vault has seen, and waits until it is on the disk. */
function fillWithNoise(file) {
  const piece = Buffer.alloc(2 ** 24);
  const handle = openSync(file, "w");
  for (let length = 0; length < GIBIBYTE; length += piece.length) {
    writeSync(handle, randomFillSync(piece));
  }
  closeSync(handle);
  spawnSync("sync", [file]);
}

/** From the start of a program until its window looks as it stays, on a screen that nobody
 * sees. The two programs take turns. */
async function windows() {
  const screen = await openDisplay();
  const home = mkdtempSync(join(tmpdir(), "auscult-bench-"));
  const env = { ...process.env, ...screen.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  const open = async (program) => {
    await screen.still();
    const begun = performance.now();
    const child = begin(program, [], { env });
    try {
      return (await screen.settled()) - begun;
    } finally {
      await end(child);
    }
  };
  try {
    const [ours, theirs] = [built("auscult-desktop"), built("examples", "blank_window")];
    // The first of each fills the system's caches.
    await open(ours);
    await open(theirs);
    const [mine, blank] = [[], []];
    for (const round of rounds(7, (number) => number)) {
      const order = [
        [ours, mine],
        [theirs, blank],
      ];
      for (const [program, times] of round % 2 ? order : order.toReversed()) times.push(await open(program));
    }
    row("Window to first usable view, ms / blank Tauri window", mine, blank, "1.3 times");
  } finally {
    await screen.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function report() {
  const figure = (value) => value.toFixed(value < 10 ? 2 : 0);
  const spread = (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    return `${figure(middle)} (${figure(sorted[0])}–${figure(sorted.at(-1))})`;
  };
  const table = [["What", "ours", "baseline", "ratio", "target"]];
  for (const { what, ours, baseline, target } of rows) {
    const ratio = baseline ? spread(ours.map((value, round) => value / baseline[round])) : "";
    table.push([what, spread(ours), baseline ? spread(baseline) : "", ratio, target]);
  }
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  console.log(`\nMedian (least–most); ${profile} build\n`);
  for (const line of table) {
    const cells = line.map((cell, column) =>
      column === 0 || column === 4 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(cells.join("  ").trimEnd());
  }
}

/** The window that a driver may drive, built as the one that people get. */
const DRIVEN = within("target", "programs", `auscult-desktop-driven-${profile}`);

await main(async () => {
  setUp("test");
  buildPage();
  console.log("Building. The first time with optimisation takes a good while.");
  const packages = ["shell", "cli", "store", "workbench", "packet"].flatMap((name) => ["--package", name]);
  const build = (...features) => {
    const all = ["--features", ["packet/baseline", ...features].join(",")];
    run("cargo", ["build", "--quiet", "--locked", "--profile", profile, ...packages, ...all, "--bins", "--examples"]);
  };
  build("shell/driving");
  mkdirSync(within("target", "programs"), { recursive: true });
  copyFileSync(built("auscult-desktop"), DRIVEN);
  build();

  saving();
  keys();
  checking();
  workbench();
  trail();
  search();
  await attaching();
  packet();
  await windows();
  await inTheWindow({ program: DRIVEN, hugeVault: built("examples", "huge_vault"), row });
  report();
});
