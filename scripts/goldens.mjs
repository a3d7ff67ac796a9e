// Writes the golden outlines and page pictures anew, and out/goldens.html, which shows the old
// beside the new: what changed first, everything else below.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { ask, main, run, within } from "./run.mjs";

const PAPERS = within("src-tauri", "crates", "workbench", "tests", "papers");
const OLD = within("out", "goldens");

/** The files of a folder and below by their path in it. */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:png|txt)$/u.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length + 1));
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A picture inside the page, so that the page can be sent as one file. */
function picture(path) {
  if (!existsSync(path)) return "<p>None</p>";
  return `<img alt="" src="data:image/png;base64,${readFileSync(path).toString("base64")}">`;
}

function shown(name) {
  const [before, after] = [`${OLD}/${name}`, `${PAPERS}/${name}`];
  if (name.endsWith(".png")) {
    return `<div class="pair"><div>Old<br>${picture(before)}</div><div>New<br>${picture(after)}</div></div>`;
  }
  const words = ["diff", "--no-index", "--unified=2", before, after];
  // git ends with 1 where two files differ, which is no failure here.
  const done = ask("sh", ["-c", 'git "$@" || true', "git", ...words]);
  return `<pre>${escaped(done ?? "")}</pre>`;
}

await main(() => {
  rmSync(OLD, { recursive: true, force: true });
  mkdirSync(OLD, { recursive: true });
  cpSync(PAPERS, OLD, { recursive: true, filter: (from) => !from.endsWith(".rs") });
  run("cargo", ["test", "--package", "workbench", "--test", "papers", "--locked"], {
    env: { AUSCULT_WRITE_GOLDEN: "1" },
    sentence: "The documents could not be made. What was seen stands above.",
  });
  const names = [...new Set([...filesIn(OLD), ...filesIn(PAPERS)])].sort();
  const read = (path) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  const isChanged = (name) => !read(`${OLD}/${name}`).equals(read(`${PAPERS}/${name}`));
  const changed = names.filter(isChanged);
  const rest = names.filter((name) => name.endsWith(".png") && !changed.includes(name));
  const part = (name, inside) => `<section><h2>${name}</h2>${inside}</section>`;
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Golden pages</title>
<style>
body { font: 15px/1.5 sans-serif; margin: 2rem; background: #e9edee; color: #1b2327 }
section { display: inline-block; vertical-align: top; margin: 0 1.5rem 1.5rem 0 }
h2 { font-size: 0.9rem; margin: 0 0 0.4rem }
.pair { display: flex; gap: 0.6rem }
img { background: white; box-shadow: 0 1px 4px #0003 }
pre { background: white; padding: 1rem; overflow: auto; max-width: 70rem }
</style>
<h1>${changed.length} of ${names.length} changed</h1>
${changed.map((name) => part(name, shown(name))).join("\n")}
<h1>As before</h1>
${rest.map((name) => part(name, picture(`${PAPERS}/${name}`))).join("\n")}
</html>\n`;
  writeFileSync(within("out", "goldens.html"), page);
  console.log(`${changed.length} of ${names.length} changed: out/goldens.html shows the old beside the new.`);
});
