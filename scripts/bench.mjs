// Measures what people feel, each against its baseline in the same run, and prints ratios.
// Figures depend on the machine; ratios less so. Nothing here passes or fails.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const cargo = (...words) =>
  execFileSync("cargo", words, { cwd: root, stdio: ["ignore", "pipe", "inherit"] }).toString();
const example = (crate, name, ...words) =>
  JSON.parse(
    cargo("run", "--quiet", "--release", "-p", crate, "--example", name, "--", ...words)
      .trim()
      .split("\n")
      .at(-1),
  );
const rows = [];
const row = (what, ours, baseline, target) =>
  rows.push({ what, ours, baseline, target, ratio: baseline ? ours / baseline : null });
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (command, words) => {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, words, { cwd: root });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
};

console.log("Building with optimisation. The first time takes a while.");
cargo("build", "--quiet", "--release", "-p", "cli", "-p", "vault", "-p", "store", "-p", "workbench", "-p", "packet", "--examples", "--bins");

const { autosave } = example("store", "store_bench");
row("Autosave, p50 (ms) / plain SQLite", autosave.p50, autosave.plainP50, "");
row("Autosave, p99 (ms) / plain SQLite", autosave.p99, autosave.plainP99, "1.3 times");

const bench = example("workbench", "workbench_bench");
row("Unlock beyond the stretch (ms)", bench.unlockBeyondStretch, null, "150 ms");
row("Open an assessment (ms)", bench.openAssessment, null, "50 ms");
row("Answer a control, all that follows included (ms)", bench.answer, null, "");
row("Library of 1,000 assessments, 74,000 answers (ms)", bench.library, null, "50 ms");

const folder = mkdtempSync(join(tmpdir(), "auscult-bench-"));
try {
  const file = join(folder, "gibibyte");
  spawnSync("sh", ["-c", `head -c 1073741824 /dev/urandom > ${file} && sync`]);
  const passphrase = join(folder, "passphrase");
  spawnSync("sh", ["-c", `echo correct horse battery staple > ${passphrase}`]);
  const auscult = join(root, "target/release/auscult");
  const vault = join(folder, "bench.auscult");
  const open = ["--vault", vault, "--passphrase-file", passphrase];
  seconds(auscult, ["sample", ...open]);
  const [assessment] = JSON.parse(
    execFileSync(auscult, ["assessments", ...open, "--json"]).toString(),
  );
  const id = ["--assessment", assessment.id];
  const empty = join(folder, "small");
  spawnSync("sh", ["-c", `echo x > ${empty}`]);
  // Attaching a byte costs the unlock; what a gibibyte costs beyond it is the attaching.
  const attach = (path) =>
    seconds(auscult, ["attach", ...open, ...id, "--control", "TEC-EN-3", path]);
  const ours = [];
  const theirs = [];
  for (let round = 0; round < 3; round += 1) {
    spawnSync("sh", ["-c", `printf ${round} | dd of=${file} conv=notrunc bs=1 2>/dev/null; sync`]);
    const small = attach(empty);
    ours.push(attach(file) - small);
    const copy = join(folder, "copy");
    theirs.push(
      seconds("cp", [file, copy]) + seconds("sync", [copy]) + seconds("openssl", ["dgst", "-sha256", file]),
    );
    rmSync(copy);
  }
  row("Attach 1 GiB (ms) / cp, sync, openssl dgst", median(ours), median(theirs), "1 times");
  if (existsSync("/usr/bin/time")) {
    const { stderr } = spawnSync("/usr/bin/time", ["-f", "%M", auscult, "attach", ...open, ...id, "--control", "TEC-EN-4", file]);
    row("Attach 1 GiB, peak memory (MiB, the stretch's 256 included)", Number(stderr.toString().trim().split("\n").at(-1)) / 1024, null, "");
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const packet = example("packet", "packet_bench");
row("Packet of about 286 pages (ms) / raw untagged writer", packet.ours, packet.raw, "1.7 times");
row("The same, pages", packet.pages, null, "");
row("The same, peak memory (MiB)", packet.peakMiB, null, "120 MiB");

const figure = (value) => (value === null ? "" : value.toFixed(value < 10 ? 2 : 0));
console.log("\nWhat                                                              ours  baseline  ratio  target");
for (const { what, ours, baseline, ratio, target } of rows) {
  console.log(
    what.padEnd(62),
    figure(ours).padStart(8),
    figure(baseline).padStart(9),
    figure(ratio).padStart(6),
    "",
    target,
  );
}
