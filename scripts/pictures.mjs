// Makes a picture of every screen of the window in every look, and one page that shows them
// all: out/pictures/index.html.
//
// `npm run pictures -- desk dark` makes only the screens whose names begin with `desk`, and
// only dark; `--as-is` takes page and programs as they were built last.
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDriven, buildPage, DRIVEN, HUGE_VAULT } from "./build.mjs";
import { main, Stop, within } from "./run.mjs";
import { setUp } from "./setup.mjs";

const OUT = within("out", "pictures");

/** Assessments, systems and requests in the huge vault. */
const HUGE = ["1000", "300", "10000"];

/** What each look asks of the screen, of the system's settings, or of the window. */
const LOOKS = {
  light: {},
  dark: { env: { GTK_THEME: "Adwaita:dark" } },
  contrast: { env: { GTK_THEME: "HighContrast" } },
  zoom: { zoom: 5 },
  laptop: { size: [1366, 768] },
  narrow: { size: [960, 640] },
  large: { size: [3840, 2160] },
};

await main(async () => {
  const asked = process.argv.slice(2);
  const named = asked.filter((word) => word !== "--as-is");
  if (!asked.includes("--as-is")) {
    setUp("test");
    buildPage();
    buildDriven();
  }
  // These need the packages that setting up brings.
  const { SCREENS, show } = await import("../tests/e2e/screens.mjs");
  const { auscult, newPlace, PASSPHRASE } = await import("../tests/e2e/place.mjs");
  const { inWindow } = await import("../tests/e2e/window.mjs");

  const beginnings = named.filter((word) => !(word in LOOKS));
  const looks = Object.keys(LOOKS).filter((look) => named.includes(look));
  const screens = SCREENS.filter(([name]) => beginnings.some((word) => name.startsWith(word)));
  if (beginnings.length > 0 && screens.length === 0) {
    throw new Stop(`No screen begins so. There are: ${SCREENS.map(([name]) => name).join(", ")}.`);
  }

  // Another build may replace the program while this one is at work.
  const own = mkdtempSync(join(tmpdir(), "auscult-pictures-"));
  const program = join(own, "auscult-desktop-driven");
  copyFileSync(DRIVEN, program);
  const missing = [];
  try {
    const wanted = screens.length > 0 ? screens : SCREENS;
    const vaults = [...new Set(wanted.map(([, vault]) => vault)), "sample"].filter((vault) => vault !== "none");
    const place = { env: { HOME: own } };
    for (const vault of new Set(vaults)) makeVault(vault, join(own, `${vault}.auscult`), { auscult, place, PASSPHRASE });
    for (const look of looks.length > 0 ? looks : Object.keys(LOOKS)) {
      const place = await newPlace({ size: LOOKS[look].size });
      Object.assign(place.env, LOOKS[look].env);
      place.patience = 10_000;
      try {
        // Each look begins with the same vaults, whatever was done to those of another.
        const fresh = Object.fromEntries(vaults.map((name) => [name, place.at("desk", `${name}.auscult`)]));
        for (const [name, folder] of Object.entries(fresh)) cpSync(join(own, `${name}.auscult`), folder, { recursive: true });
        mkdirSync(join(OUT, look), { recursive: true });
        await inWindow(place, { program }, async (window) => {
          for (let step = 0; step < (LOOKS[look].zoom ?? 0); step += 1) await window.keys(["control", "+"]);
          for (const screen of wanted) {
            const file = join(OUT, look, `${screen[0]}.png`);
            rmSync(file, { force: true });
            try {
              await show(window, screen, fresh);
            } catch (reason) {
              if (!(reason instanceof Stop)) throw reason;
              missing.push(`${look} ${screen[0]}: ${reason.message.slice(0, 200)}`);
            }
            writeFileSync(file, await place.display.still());
          }
        });
      } finally {
        await place.close();
      }
      console.log(`${look}: ${wanted.length} pictures`);
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  writeFileSync(join(OUT, "index.html"), sheet(SCREENS.map(([name]) => name)));
  console.log(`\nThe pictures are in ${OUT}; index.html shows them all.`);
  if (missing.length > 0) throw new Stop(`Not reached:\n${missing.join("\n")}`);
});

/** Makes a vault of the list in a folder. */
function makeVault(name, vault, { auscult, place, PASSPHRASE }) {
  const make = {
    empty: () => auscult(place, "vault create", { vault, options: { person: "Ines Okafor" } }),
    sample: () => auscult(place, "sample", { vault }),
    huge: () => {
      const done = spawnSync(HUGE_VAULT, [vault, ...HUGE], { input: `${PASSPHRASE}\n`, encoding: "utf8" });
      return { code: done.status, err: done.stderr };
    },
  };
  const { code, err } = make[name]();
  if (code !== 0) throw new Stop(`The vault ${name} could not be made: ${err}`);
}

/** One page with all pictures that there are: a line for each screen, a column for each look. */
function sheet(names) {
  const cell = (name, look) => {
    const file = `${look}/${name}.png`;
    if (!existsSync(join(OUT, file))) return "<td></td>";
    return `<td><a href="${file}"><img src="${file}" alt="${name}, ${look}" loading="lazy"></a></td>`;
  };
  const looks = Object.keys(LOOKS);
  const rows = names.map((name) => `<tr><th scope="row">${name}</th>${looks.map((look) => cell(name, look)).join("")}</tr>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Auscult, every screen</title>
<style>body{font:14px sans-serif}th{text-align:start;position:sticky;inset-inline-start:0;background:#fff}img{width:22rem}</style>
<table><tr><th>Screen</th>${looks.map((look) => `<th>${look}</th>`).join("")}</tr>
${rows.join("\n")}
</table></html>
`;
}
