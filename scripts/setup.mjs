// Installs what is missing and nothing else. With all of it there this takes a moment.
//
// A fresh Debian 12 machine brings Node and Rust. The rest comes from the system's packages,
// from npm, from crates.io and from PyPI; the last two stay in .tools, which git ignores.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { buildModule } from "./build-fips-module.mjs";
import { ask, isStarted, main, run, Stop, within } from "./run.mjs";

/** What the programs are built with. */
const BUILD = ["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev"];

/** A screen that nobody sees, with what a desktop has on it: windows to close, keys to
 * press, and the interface that a screen reader reads. */
const DISPLAY = [
  "xvfb",
  "xauth",
  "xdotool",
  "openbox",
  "dbus",
  "at-spi2-core",
  "python3-gi",
  "gir1.2-atspi-2.0",
];

/** What the tests drive and look through. veraPDF runs on Java, which no longer has JAXB. */
const TEST = [
  "webkit2gtk-driver",
  "poppler-utils",
  "qpdf",
  "strace",
  "python3-venv",
  "age",
  "gir1.2-webkit2-4.1",
  "openjdk-17-jdk-headless",
  "libjaxb-java",
];

/** Programs that cargo builds for the tests. */
const TOOLS = [
  ["tauri-driver", "2.1.0"],
  ["cargo-cyclonedx", "0.5.9"],
];
const RUST = [1, 95];

/** Makes sure that all is there: for `build`, for `display` (build and a virtual screen), or
 * for `test` (all of it). */
export function setUp(purpose) {
  rust(purpose);
  const packages = { build: BUILD, display: [...BUILD, ...DISPLAY] };
  system(packages[purpose] ?? [...BUILD, ...DISPLAY, ...TEST]);
  npm();
  if (purpose === "test") {
    tools();
    python();
    buildModule();
  }
}

function rust(purpose) {
  const version = ask("rustc", ["--version"]);
  if (version === null) {
    throw new Stop("Rust is not installed. Install it with rustup, then run this again.");
  }
  const [, major, minor] = /rustc (\d+)\.(\d+)/u.exec(version) ?? [];
  if (Number(major) !== RUST[0] || Number(minor) < RUST[1]) {
    throw new Stop(
      `Rust ${RUST.join(".")} or newer is needed and this is ${version.trim()}. Run: rustup update stable`,
    );
  }
  if (purpose !== "test") return;
  for (const [command, component] of [
    ["fmt", "rustfmt"],
    ["clippy", "clippy"],
  ]) {
    if (ask("cargo", [command, "--version"]) === null) {
      run("rustup", ["component", "add", component], {
        sentence: `The Rust component ${component} is missing and could not be added with rustup.`,
      });
    }
  }
}

function system(packages) {
  const missing = absent(packages);
  if (missing === null) {
    console.log(
      `This system has no Debian packages. What is needed there is called: ${packages.join(" ")}`,
    );
    return;
  }
  if (missing.length === 0) return;
  const command = ["apt-get", "install", "--yes", "--no-install-recommends", ...missing];
  const isRoot = process.getuid?.() === 0;
  // Without a terminal nobody can be asked for a password.
  const sudo = process.stdin.isTTY ? ["sudo"] : ["sudo", "-n"];
  if (!isRoot && ask(sudo[0], ["--version"]) === null) {
    throw new Stop(
      `System packages are missing and only root may install them. Run as root: ${command.join(" ")}`,
    );
  }
  console.log(`Installing system packages: ${missing.join(" ")}`);
  const as = isRoot ? [] : sudo;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const apt = (words) => {
    const [program, ...rest] = [...as, ...words];
    run(program, rest, {
      env,
      sentence: `System packages could not be installed. Run as root, then run this again: ${command.join(" ")}`,
    });
  };
  apt(["apt-get", "update", "--quiet"]);
  apt(command);
}

/** Returns which of the packages are not installed, or null where there is no dpkg. */
function absent(packages) {
  if (ask("dpkg-query", ["--version"]) === null) return null;
  return packages.filter((name) => {
    const state = ask("dpkg-query", ["--show", "--showformat=${db:Status-Status}", name]);
    return state?.trim() !== "installed";
  });
}

function npm() {
  if (npmIsWhole()) return;
  run("npm", ["ci"], {
    sentence: "The npm packages could not be installed. Is there a network? Run: npm ci",
  });
}

/** Whether what is installed is what the lock file says; optional packages may be absent. */
function npmIsWhole() {
  const installed = within("node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const here = read(installed);
  const wanted = read(within("package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" ||
      here[path]?.version === version ||
      (here[path] === undefined && (optional || devOptional)),
  );
}

function tools() {
  const list = within(".tools", ".crates.toml");
  const known = existsSync(list) ? readFileSync(list, "utf8") : "";
  const built = within(".tools", "build");
  for (const [name, version] of TOOLS) {
    if (known.includes(`"${name} ${version} `)) continue;
    // Built as for development: they run for seconds, and that is half the time of building.
    const words = ["install", name, "--debug", "--locked", "--version", version, "--quiet"];
    run("cargo", [...words, "--root", within(".tools"), "--target-dir", built], {
      sentence: `${name} could not be built. Is there a network? What cargo said stands above.`,
    });
  }
  rmSync(built, { recursive: true, force: true });
}

function python() {
  const wanted = readFileSync(within("tests", "requirements.txt"), "utf8");
  const stamp = within(".tools", "python", "requirements.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const folder = within(".tools", "python");
  rmSync(folder, { recursive: true, force: true });
  // The system's own Python: the packages above belong to it.
  const system = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  run(system, ["-m", "venv", folder], {
    sentence: "A Python environment could not be made. Debian's package for it is python3-venv.",
  });
  run(
    within(".tools", "python", "bin", "pip"),
    ["install", "--quiet", "--requirement", within("tests", "requirements.txt")],
    { sentence: "The Python packages of tests/requirements.txt could not be installed. Is there a network?" },
  );
  writeFileSync(stamp, wanted);
}

if (isStarted(import.meta.url)) {
  await main(() => {
    const purpose = process.argv[2] ?? "test";
    setUp(purpose);
    console.log(`All that ${purpose === "test" ? "the tests need" : "is needed"} is there.`);
  });
}
