// What the programs are made of: may it be linked, is a fault of it known, and what is it all.
//
// Licences, forbidden packages and sources by cargo-deny; known faults by cargo-audit, from a
// fresh database where there is a network and else from the one that lies in tests/advisories;
// bills of materials in CycloneDX by cargo-cyclonedx and npm.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { ask, isStarted, main, run, Stop, within } from "./run.mjs";

const tool = (name) => within(".tools", "python", "bin", name);

/** The longest that a fresh database is waited for, in seconds. */
const PATIENCE = "60";

/** Checks all of it; the bills lie in out/sbom afterwards. */
export function checkSupply() {
  licences();
  advisories();
  npmPackages();
  bills();
}

function licences() {
  run(tool("cargo-deny"), ["--locked", "check", "licenses", "bans", "sources"], {
    sentence: "Something is linked that deny.toml does not allow.",
  });
}

function advisories() {
  const fresh = within(".tools", "advisories", "fresh");
  const words = ["audit", "--file", within("Cargo.lock"), "--no-yanked", "--quiet"];
  const fetched = ask("timeout", [PATIENCE, tool("cargo-audit"), ...words, "--db", fresh, "--json"]);
  const given = fetched === null && !existsSync(within(".tools", "advisories", "fresh", "crates"));
  const database = given ? snapshot() : fresh;
  console.log(
    given
      ? `Advisories: no network, so those of ${dateOf(snapshotName())} that lie in tests/advisories.`
      : "Advisories: a fresh database.",
  );
  const here = [...words, "--db", database, "--no-fetch", "--stale"];
  run(tool("cargo-audit"), [...here, "--deny", "warnings"], {
    sentence: "A fault is known of a package that is linked, or one is no longer looked after. Update it, or accept it with its reason in .cargo/audit.toml.",
  });
  const seen = JSON.parse(ask(tool("cargo-audit"), [...here, "--json"]) ?? "{}");
  const known = seen.database?.["advisory-count"] ?? 0;
  // A database of nothing would find nothing.
  if (known < 500) throw new Stop(`The database holds ${known} advisories: that is not all of it.`);
  console.log(`Advisories: ${known} known, ${seen.lockfile["dependency-count"]} packages looked at, none that is not accepted.`);
}

function snapshotName() {
  const [name] = readdirSync(within("tests", "advisories"))
    .filter((file) => file.endsWith(".tar.xz"))
    .toSorted()
    .toReversed();
  if (!name) throw new Stop("There is neither a network nor a database in tests/advisories. No package was looked at.");
  return name;
}

const dateOf = (name) => /\d{4}-\d{2}-\d{2}/u.exec(name)?.[0] ?? "an unknown day";

function snapshot() {
  const folder = within(".tools", "advisories", "given");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("tar", ["--extract", "--xz", "--file", within("tests", "advisories", snapshotName()), "--directory", folder]);
  return folder;
}

/** Nothing from npm runs while it is installed, and everything is what the lock file says. */
function npmPackages() {
  const { packages } = JSON.parse(readFileSync(within("package-lock.json"), "utf8"));
  const listed = Object.entries(packages).filter(([path]) => path !== "");
  const unsure = listed.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path);
  if (unsure.length > 0) throw new Stop(`The lock file names no digest for ${unsure.join(", ")}.`);
  if (!readFileSync(within(".npmrc"), "utf8").split("\n").includes("ignore-scripts=true")) {
    throw new Stop("npm would run scripts of packages while it installs them: .npmrc must say ignore-scripts=true.");
  }
  console.log(`npm: ${listed.length} packages by their digests, none runs a script when it is installed.`);
}

/** Writes the bills of materials. */
function bills() {
  const folder = within("out", "sbom");
  mkdirSync(folder, { recursive: true });
  for (const [name, manifest] of [
    ["auscult-desktop", within("src-tauri")],
    ["auscult", within("src-tauri", "crates", "cli")],
  ]) {
    const words = ["cyclonedx", "--format", "json", "--spec-version", "1.5", "--override-filename", "bill"];
    run(within(".tools", "bin", "cargo-cyclonedx"), [...words, "--manifest-path", `${manifest}/Cargo.toml`], {
      sentence: "The bill of materials of the Rust packages could not be written.",
    });
    renameSync(`${manifest}/bill.json`, `${folder}/${name}.cdx.json`);
    for (const stray of strays()) rmSync(stray);
  }
  const page = ask("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--omit", "dev"]);
  if (page === null) throw new Stop("The bill of materials of the npm packages could not be written.");
  writeFileSync(`${folder}/page.cdx.json`, page);
  for (const [bill, part] of [
    ["auscult-desktop", "tauri"],
    ["auscult", "sqlcipher-src"],
    ["page", "react-aria-components"],
  ]) {
    const { bomFormat, components } = JSON.parse(readFileSync(`${folder}/${bill}.cdx.json`, "utf8"));
    const names = new Set(components.map(({ name }) => name));
    if (bomFormat !== "CycloneDX" || !names.has(part)) throw new Stop(`The bill ${bill} does not name ${part}.`);
    console.log(`Bill of materials: out/sbom/${bill}.cdx.json, ${components.length} parts.`);
  }
}

/** cargo-cyclonedx writes one bill beside each manifest of the workspace. */
function strays() {
  const folders = [
    within("src-tauri"),
    within("tests"),
    ...readdirSync(within("src-tauri", "crates")).map((name) => within("src-tauri", "crates", name)),
    ...readdirSync(within("tests")).map((name) => within("tests", name)),
  ];
  return folders.map((folder) => `${folder}/bill.json`).filter((file) => existsSync(file));
}

if (isStarted(import.meta.url)) await main(checkSupply);
