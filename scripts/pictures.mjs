// Makes a picture of every screen of the window in every look, and one page that shows them
// all: out/pictures/index.html.
//
// `npm run pictures -- desk dark` makes only the screens whose names begin with `desk`, and
// only dark; `--as-is` takes page and programs as they were built last.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDriven, buildPage, DRIVEN } from "./build.mjs";
import { until } from "./display.mjs";
import { main, Stop, within } from "./run.mjs";
import { setUp } from "./setup.mjs";

const OUT = within("out", "pictures");

/** What each look asks of the screen, of the system's settings, or of the window. */
const LOOKS = {
  light: {},
  dark: { env: { GTK_THEME: "Adwaita:dark" } },
  contrast: { env: { GTK_THEME: "HighContrast" } },
  zoom: { sizes: [110, 125, 150, 175, 200] },
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
  const { SCREENS, show, VAULTS } = await import("../tests/e2e/screens.mjs");
  const { copyVaults, makeVaults, newPlace } = await import("../tests/e2e/place.mjs");
  const { inWindow } = await import("../tests/e2e/window.mjs");
  const { words } = await import("./words.mjs");

  const beginnings = named.filter((word) => !(word in LOOKS));
  const looks = Object.keys(LOOKS).filter((look) => named.includes(look));
  const screens = SCREENS.filter(([name]) => beginnings.some((word) => name.startsWith(word)));
  if (beginnings.length > 0 && screens.length === 0) {
    throw new Stop(`No screen begins so. There are: ${SCREENS.map(([name]) => name).join(", ")}.`);
  }

  // Another build may replace the program while this one is at work.
  const own = mkdtempSync(join(tmpdir(), "auscult-pictures-"));
  const program = join(own, "auscult-desktop-driven");
  const missing = [];
  try {
    copyFileSync(DRIVEN, program);
    const wanted = screens.length > 0 ? screens : SCREENS;
    mkdirSync(join(own, "desk"));
    const names = VAULTS.filter((name) => wanted.some(([, vault]) => vault === name) || name === "sample");
    const vaults = makeVaults({ at: (...parts) => join(own, ...parts), env: { HOME: own } }, names);
    for (const look of looks.length > 0 ? looks : Object.keys(LOOKS)) {
      const { size, env, sizes = [] } = LOOKS[look];
      const place = await newPlace({ size, env });
      place.patience = 20_000;
      place.isEnlarged = sizes.length > 0;
      mkdirSync(join(OUT, look), { recursive: true });
      try {
        // Each look begins with the same vaults, whatever was done to those of another.
        const copies = copyVaults(vaults, place);
        await inWindow(place, { program }, async (window) => {
          for (const size of sizes) {
            await window.keys(["control", "+"]);
            await window.says(words.frame.sizeNow(size));
          }
          // Each screen begins with a page made anew, which has the size that was kept.
          const kept = place.at("home", ".local", "share", "auscult", "settings.json");
          const last = sizes.at(-1);
          const isKept = () => existsSync(kept) && JSON.parse(readFileSync(kept, "utf8")).zoom === last;
          if (last) await until("the size of the text is kept", isKept);
          for (const screen of wanted) {
            const [name] = screen;
            await show(window, screen, copies).catch((reason) => {
              if (!(reason instanceof Stop)) throw reason;
              missing.push(`${look} ${name}: ${reason.message.slice(0, 200)}`);
            });
            writeFileSync(join(OUT, look, `${name}.png`), await window.picture());
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
