// What `npm start` does where there is no display: the main job all the same, with pictures of
// the window as people get it.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { withoutDisplay } from "../../scripts/start.mjs";

test("without a display the sample, its documents and pictures of the window are made", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "auscult-start-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const made = await withoutDisplay(join(folder, "out"));
  assert.ok(made.length > 20, `only ${made.length} files`);
  for (const file of made) assert.ok(existsSync(file) && statSync(file).size > 0, file);
});
