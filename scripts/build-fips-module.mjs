// Builds the OpenSSL FIPS provider 3.1.2 for approved mode, by the plain steps of its security
// policy: perl Configure enable-fips; make; make install_fips. No other flag: with one more,
// it would no longer be the module that CMVP certificate 4985 is about.
//
//   npm run fips:build                        from the source crate, for tests
//   npm run fips:build -- --archive FILE      from the official archive openssl-3.1.2.tar.gz
//   npm run fips:build -- --into FOLDER       somewhere else than .tools/fips
//
// The settings (fipsmodule.cnf) belong to one installation: `openssl fipsinstall` makes them
// here, and they are not handed on.
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ask, isStarted, main, run, Stop, within } from "./run.mjs";

/** Where the tests find the module. */
export const MODULE = within(".tools", "fips");

/** The crate whose package holds the source of OpenSSL 3.1.2. */
const CRATE = { name: "openssl-src", version: "300.1.3+3.1.2" };

/** SHA-256 of openssl-3.1.2.tar.gz. Compare it with the one that stands beside the archive
 * on OpenSSL's own page of the release: a number in this file proves nothing to you. */
const OFFICIAL = "a0ce69b8b97ea6a35b96875235aa453b966ba3cba8af2de23657d8b6767d6539";

const LIBRARY = process.platform === "darwin" ? "fips.dylib" : "fips.so";
const SETTINGS = "fipsmodule.cnf";

/** What of a whole build the module and its installer need. */
const NEEDED = [["build_generated"], [`providers/${LIBRARY}`, "apps/openssl"]];

/** Builds the module unless it is there, and returns whether it had to. */
export function buildModule({ into = MODULE, archive } = {}) {
  if (existsSync(join(into, LIBRARY)) && existsSync(join(into, SETTINGS))) return false;
  if (process.platform === "win32") {
    throw new Stop(
      "On Windows the module is built by hand, as its security policy says. Then put fips.dll and fipsmodule.cnf into the folder fips.",
    );
  }
  const work = mkdtempSync(join(tmpdir(), "auscult-fips-"));
  try {
    const source = archive === undefined ? ofCrate(work) : ofArchive(work, archive);
    // All that the policy says for the validated module; for tests, what the module needs.
    make(source, archive === undefined ? NEEDED : [[], ["install_fips", `DESTDIR=${join(work, "installed")}`]]);
    install(source, into);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return true;
}

/** Takes the source out of the crate, which cargo fetches for a manifest of its own. */
function ofCrate(work) {
  const folder = join(work, "fetch");
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src", "lib.rs"), "");
  const manifest = join(folder, "Cargo.toml");
  const [version] = CRATE.version.split("+");
  writeFileSync(
    manifest,
    `[package]\nname = "source"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n${CRATE.name} = "=${version}"\n\n[workspace]\n`,
  );
  run("cargo", ["fetch", "--quiet", "--manifest-path", manifest], {
    sentence: `The crate ${CRATE.name} ${CRATE.version} could not be fetched. Is there a network?`,
  });
  const known = ask("cargo", ["metadata", "--format-version", "1", "--offline", "--manifest-path", manifest]);
  const crate = JSON.parse(known ?? "{}").packages?.find(
    ({ name, version }) => name === CRATE.name && version === CRATE.version,
  );
  if (crate === undefined) throw new Stop(`cargo did not fetch ${CRATE.name} ${CRATE.version}.`);
  const source = join(work, "source");
  // Cargo's own copy stays as it is.
  cpSync(join(dirname(crate.manifest_path), "openssl"), source, { recursive: true });
  return source;
}

/** Takes the source out of the official archive. */
function ofArchive(work, archive) {
  if (!existsSync(archive)) throw new Stop(`There is no file ${archive}.`);
  const digest = createHash("sha256").update(readFileSync(archive)).digest("hex");
  if (digest !== OFFICIAL) {
    throw new Stop(
      `This is not the official archive of OpenSSL 3.1.2.\nIts SHA-256 is       ${digest}\nand should be        ${OFFICIAL}`,
    );
  }
  const source = join(work, "source");
  mkdirSync(source);
  run("tar", ["--extract", "--gzip", "--strip-components=1", "--file", archive, "--directory", source]);
  return source;
}

function make(source, steps) {
  const built = (program, ...words) =>
    run("nice", ["-n", "10", program, ...words], {
      cwd: source,
      sentence: `The module could not be built: ${[program, ...words].join(" ")} failed. What it said stands above.`,
    });
  built("perl", "Configure", "enable-fips");
  for (const targets of steps) built("make", "--silent", `-j${availableParallelism()}`, ...targets);
}

/** Puts the module into its folder and makes the settings of this installation there. */
function install(source, into) {
  mkdirSync(into, { recursive: true });
  const built = join(source, "providers", LIBRARY);
  const settings = join(source, SETTINGS);
  const paths = { LD_LIBRARY_PATH: source, DYLD_LIBRARY_PATH: source, OPENSSL_CONF: "/dev/null" };
  run(join(source, "apps", "openssl"), ["fipsinstall", "-quiet", "-module", built, "-out", settings], {
    cwd: source,
    env: paths,
    sentence: "The module was built and its self-test failed, so it is not installed.",
  });
  for (const [from, name] of [
    [built, LIBRARY],
    [settings, SETTINGS],
  ]) {
    const beside = join(into, `${name}.new`);
    copyFileSync(from, beside);
    chmodSync(beside, 0o644);
    renameSync(beside, join(into, name));
  }
}

const HONEST = `
What this means:
- Certificate 4985 is for the module that is built from the official archive
  openssl-3.1.2.tar.gz by the steps of its security policy. Its SHA-256 is
  ${OFFICIAL}
  Compare that with the one that OpenSSL publishes beside the archive.
- A module from the source crate is for tests. It has the same source and is not
  the validated build, and no program can tell the two apart afterwards.
- The settings belong to this installation. On another computer run
  openssl fipsinstall there.`;

if (isStarted(import.meta.url)) {
  await main(() => {
    const { values } = parseArgs({ options: { into: { type: "string" }, archive: { type: "string" } } });
    const into = values.into === undefined ? MODULE : resolve(values.into);
    const archive = values.archive === undefined ? undefined : resolve(values.archive);
    const isNew = buildModule({ into, archive });
    console.log(
      isNew
        ? `The module was built ${archive === undefined ? "from the source crate" : "from the official archive"} and put into ${into}: ${readdirSync(into).join(", ")}.`
        : `A module is in ${into} already. Nothing was done: remove the folder to build it anew.`,
    );
    console.log(HONEST);
  });
}
