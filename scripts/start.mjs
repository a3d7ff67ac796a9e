// Opens the workbench. Where there is no display it says so and does the main job all the
// same: a vault with the sample, the documents, and pictures of the real window.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AUSCULT, buildPage, buildPrograms, WINDOW } from "./build.mjs";
import { begin, end, openDisplay } from "./display.mjs";
import { ask, isStarted, main, Stop, within } from "./run.mjs";
import { setUp } from "./setup.mjs";

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function openWindow() {
  console.log("The workbench is open. This ends when its window is closed.");
  const { status } = spawnSync(WINDOW, [], { stdio: "inherit" });
  if (status !== 0) throw new Stop("The window ended with a fault. What it said stands above.");
}

/** Does the main job without a display: fills a folder with the sample's vault, its documents and
 * pictures of the real window, and returns the names of all files. */
export async function withoutDisplay(out = within("out")) {
  const at = (name) => join(out, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  // No secret: it opens the sample and nothing else.
  const passphrase = "an open sample with no secrets";
  writeFileSync(at("passphrase.txt"), `${passphrase}\n`);
  const vault = at("sample.auscult");
  const home = mkdtempSync(join(tmpdir(), "auscult-start-"));
  const env = { HOME: home, XDG_DATA_HOME: join(home, "share"), XDG_CACHE_HOME: join(home, "cache") };
  const auscult = (...words) => {
    const said = ask(AUSCULT, words, { env, complaints: "inherit" });
    if (said === null) throw new Stop(`auscult ${words[0]} failed. What it said stands above.`);
    return said;
  };
  const open = ["--vault", vault, "--passphrase-file", at("passphrase.txt")];
  try {
    auscult("sample", ...open);
    const [{ id, title, organisation }] = JSON.parse(auscult("assessments", ...open, "--json"));
    const of = [...open, "--assessment", id];
    for (const audience of ["leadership", "client", "working"]) {
      auscult("packet", ...of, "--audience", audience, "--out", at(`packet-${audience}.pdf`));
    }
    auscult("record", ...of, "--evidence", "all", "--plan", "--out", at("record.zip"));
    for (const format of ["pdf", "xlsx", "ics"]) {
      auscult("evidence-plan", ...of, "--format", format, "--out", at(`evidence-plan.${format}`));
    }
    auscult("catalog", "print", "--out", at("blank-checklist.pdf"));
    const pictures = await takePictures({ vault, passphrase, title, organisation }, env, at);
    const made = [
      [vault, "the sample's vault"],
      [at("passphrase.txt"), "what opens it"],
      [at("packet-leadership.pdf"), "the packet for leadership"],
      [at("packet-client.pdf"), "the client's packet"],
      [at("packet-working.pdf"), "the working papers"],
      [at("record.zip"), "a packet of record, which proves itself"],
      [at("evidence-plan.pdf"), "the evidence plan"],
      [at("evidence-plan.xlsx"), "the same as a workbook to be filled in"],
      [at("evidence-plan.ics"), "its due dates for a calendar"],
      [at("blank-checklist.pdf"), "the checklist to take along"],
      ...pictures.map((file) => [file, "a picture of the real window"]),
    ];
    console.log("\nThere is no display here, so no window was opened. Instead there are:");
    for (const [file, what] of made) console.log(`  ${file}   ${what}`);
    console.log("On a computer with a display, npm start opens the window.");
    return made.map(([file]) => file);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Walks through the window on a screen that nobody sees, and takes pictures on the way. */
async function takePictures({ vault, passphrase, title, organisation }, env, at) {
  const { words } = await import("./words.mjs");
  const { frame, library, desk, overview, shelf, request, start, paper } = words;
  const screen = await openDisplay();
  const pictures = [];
  const take = async (name) => {
    const file = at(`window-${name}.png`);
    writeFileSync(file, await screen.still());
    pictures.push(file);
  };
  const program = begin(WINDOW, ["--vault", vault], { env: { ...process.env, ...screen.env, ...env } });
  try {
    screen.read("focus", "password text", words.vault.passphrase);
    await take("unlock");
    screen.type(passphrase);
    screen.press("Return");
    screen.read("wait", "heading", library.title);
    for (const [colours, theme] of [
      ["light", frame.themeLight],
      ["dark", frame.themeDark],
    ]) {
      screen.read("press", "button", frame.look);
      screen.read("press", "radio menu item", theme);
      await take(`library-${colours}`);
      screen.read("press", "table cell", title);
      screen.read("wait", "entry", desk.note);
      await take(`desk-${colours}`);
      for (const [part, heading, name] of [
        [frame.overview, overview.title, "overview"],
        [frame.evidence, shelf.title, "evidence"],
        [frame.requests, request.title, "requests"],
        [frame.scope, start.scopeTitle, "scope"],
        [frame.paper, paper.title, "export"],
      ]) {
        screen.read("press", "button", part);
        screen.read("wait", "heading", heading);
        await take(`${name}-${colours}`);
      }
      screen.read("press", "button", organisation);
      screen.read("wait", "heading", organisation);
      await take(`organisation-${colours}`);
      screen.read("press", "button", words.organisation.start);
      screen.read("wait", "button", start.begin);
      await take(`start-${colours}`);
      screen.read("press", "button", frame.library);
      screen.read("wait", "heading", library.title);
    }
  } finally {
    await end(program);
    await screen.close();
  }
  return pictures;
}

if (isStarted(import.meta.url)) await main(async () => {
  console.log(
    hasDisplay
      ? "Building the workbench. The first time takes some minutes."
      : "There is no display here. Building the workbench; then the sample, its documents and\n" +
          "pictures of the window are made in the folder out. The first time takes some minutes.",
  );
  setUp(hasDisplay ? "build" : "display");
  buildPage();
  buildPrograms();
  await (hasDisplay ? openWindow() : withoutDisplay());
});
