// Builds the page and the programs, and puts copies of the programs aside, where another
// build with other features does not replace them.
import { copyFileSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { isStarted, main, run, within } from "./run.mjs";
import { setUp } from "./setup.mjs";

const aside = (name) => within("target", "programs", name);

/** The window as people get it, the window that a driver may drive, and the command line. */
export const WINDOW = aside("auscult-desktop");
export const DRIVEN = aside("auscult-desktop-driven");
export const AUSCULT = aside("auscult");

/** Makes a vault with more in it than anybody has. */
export const HUGE_VAULT = aside("huge_vault");

/** Builds the page. */
export function buildPage() {
  run("npm", ["run", "--silent", "ui:build", "--", "--logLevel", "error"], {
    sentence: "The page could not be built. What the builder said stands above.",
  });
}

/** Builds the window and the command line as people get them. */
export function buildPrograms() {
  cargo();
  keep("auscult-desktop", WINDOW);
  keep("auscult", AUSCULT);
}

/** Builds the window that a driver may drive, the command line, and what makes a huge vault. */
export function buildDriven() {
  cargo("--example", "huge_vault", "--features", "shell/driving");
  keep("auscult-desktop", DRIVEN);
  keep("auscult", AUSCULT);
  keep(join("examples", "huge_vault"), HUGE_VAULT);
}

function cargo(...words) {
  // Always the whole workspace: one selection of features for everything but the window.
  run("cargo", ["build", "--workspace", "--bins", "--locked", ...words], {
    sentence: "The programs could not be built. What cargo said stands above.",
  });
}

function keep(name, copy) {
  mkdirSync(within("target", "programs"), { recursive: true });
  // A running program cannot be written to, but its name can be given to another.
  copyFileSync(within("target", "debug", name), `${copy}.new`);
  renameSync(`${copy}.new`, copy);
}

if (isStarted(import.meta.url)) {
  await main(() => {
    setUp("test");
    buildPage();
    buildDriven();
    buildPrograms();
  });
}
