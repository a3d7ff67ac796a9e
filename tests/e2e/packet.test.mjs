// A packet is put together beside its pages, leaves as a record, and is verified by somebody
// who has neither this program nor the vault: by the lines that VERIFY.txt tells.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { until } from "../../scripts/display.mjs";
import { words } from "../../scripts/words.mjs";
import { leaveDialog, pagesDrawn, toTheDesk, toThePacket } from "./desk.mjs";
import { auscult, isSound } from "./place.mjs";
import { withSample } from "./sample.mjs";
import { inWindow } from "./window.mjs";

const { packet, written } = words;
const here = withSample();

/** A picture of the sample that is no exhibit there, and the exhibit that it becomes. */
const PICTURE = "Imaging desk";
const NUMBER = 4;
const SHOWS = "A locked screen at the imaging desk, seen after five minutes";

/** Returns how many pages there are. */
const pageCount = async (window) => {
  const title = packet.preview.titleOf("", 2).replace(/.*2/u, "");
  const said = await window.session.call(
    (end) => [...document.querySelectorAll("[role=region]")].map((one) => one.ariaLabel).find((name) => name?.endsWith(end)),
    title,
  );
  return Number(/([\d,]+)\D*$/u.exec(said)[1].replaceAll(",", ""));
};

/** Returns the headings of the outline. */
const headings = (window) =>
  window.session.call(
    (label) => [...document.querySelectorAll(`[role=tree][aria-label="${label}"] bdi`)].map((one) => one.textContent),
    packet.preview.outlineOf,
  );

/** Looks for words in the pages, and returns how many were found. */
async function finds(window, sought) {
  await window.write(packet.preview.searchField, sought, "searchbox");
  let said = "";
  await until(`it is known how often ${sought} stands there`, async () => {
    said = await window.session.call(
      (none, of) => [...document.querySelectorAll("[role=status]")].map((one) => one.textContent.trim()).find((one) => one === none || new RegExp(of, "u").test(one)) ?? "",
      packet.preview.foundNone,
      `^\\d[\\d,]* of [\\d,]+$`,
    );
    return said;
  });
  return said === packet.preview.foundNone ? 0 : Number(said.split(" of ")[1].replaceAll(",", ""));
}

let record;

test("audience, parts and exhibits are chosen, the pages follow, and a record leaves", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    await toTheDesk(window);
    await toThePacket(window);
    const many = await pageCount(window);
    await window.press("radio", packet.audiences.leadership);
    await until("leadership's pages are there", async () => (await pageCount(window)) < 6);
    await pagesDrawn(window);
    await window.press("radio", packet.audiences.client);
    await until("the client's pages are back", async () => (await pageCount(window)) === many);

    await window.press("button", packet.preview.outline);
    const part = packet.part.provisions;
    const before = await headings(window);
    await window.press("row", part);
    assert.ok(before.includes(part));
    await until("the part went from the outline", async () => !(await headings(window)).includes(part));
    const left = before.filter((name) => name !== part);
    assert.deepEqual(await headings(window), left, "the others are still there");
    await pagesDrawn(window);
    assert.ok((await pageCount(window)) < many);

    await window.press("tab", packet.tab.exhibits);
    await window.press("button", packet.exhibitAdd);
    await window.inside("dialog").press("gridcell", PICTURE);
    await window.inside("dialog").press("button", packet.exhibitAddDo(1));
    await window.gone("dialog");
    await window.write(packet.exhibitAlternative, SHOWS);
    await window.saved();
    await window.press("button", packet.preview.search);
    await until("the exhibit is in the pages", async () => (await finds(window, packet.exhibitNumber(NUMBER))) > 0);
    await pagesDrawn(window);

    window.choose({ save: [here.place.at("desk")] });
    await window.press("button", packet.record);
    const dialog = window.inside("dialog");
    await dialog.press("checkbox", packet.audiences.leadership);
    await dialog.press("radio", packet.recordOriginal.all);
    await dialog.press("checkbox", packet.recordData);
    await dialog.press("checkbox", packet.recordPlan);
    await dialog.write(packet.to, "Counsel of the clinic");
    await dialog.press("button", packet.recordDo);
    const said = await dialog.says(written.done(""));
    record = /\S[^\n]*\.zip/u.exec(said)[0];
    await leaveDialog(window);

    // What left stands in the register.
    await window.press("tab", packet.view.issued);
    await window.says("Counsel of the clinic");
    await window.close();
    isSound(here.place, here.vault);
  }));

test("the packet is as it was left when one comes back", () =>
  inWindow(here.place, { vault: here.vault }, async (window) => {
    await toTheDesk(window);
    await toThePacket(window);
    const row = await window.find("row", packet.part.provisions);
    assert.equal(await window.session.call((one) => one.ariaSelected, row), "false");
    await window.press("tab", packet.tab.exhibits);
    await window.inside("listitem", packet.exhibitOf(NUMBER, PICTURE)).press("button", null, { any: true });
    assert.equal(await window.value(packet.exhibitAlternative), SHOWS);
    await window.close();
  }));

/** Unpacks a record, and returns the folder. */
function unpack(file, name) {
  const folder = here.place.at(name);
  mkdirSync(folder);
  execFileSync("python3", ["-m", "zipfile", "-e", file, folder]);
  return folder;
}

/** Runs the lines that VERIFY.txt tells, in the folder of a record. */
function lines(folder) {
  const text = readFileSync(`${folder}/VERIFY.txt`, "utf8");
  return [...text.matchAll(/^\$ (.+)$/gmu)].map(([, line]) => {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, encoding: "utf8" });
    return { line, status, said: stdout + stderr };
  });
}

test("a stranger verifies the record by the lines that stand in it", () => {
  const folder = unpack(here.place.at("desk", record), "stranger");
  const done = lines(folder);
  assert.ok(done.length >= 3, "VERIFY.txt tells how");
  for (const { line, status, said } of done) assert.equal(status, 0, `${line}\n${said}`);
  assert.ok(done.some(({ said }) => said.includes("Verified OK")));
  assert.ok(done.some(({ said }) => said.includes(".pdf: OK")));
  const { code: exit, out, err } = auscult(here.place, "verify", { rest: [here.place.at("desk", record)] });
  assert.equal(exit, 0, out + err);
  assert.ok(readdirSync(folder).length > 5);
});

/** Changes one byte in the middle of an entry of an archive, and leaves all else as it is. */
const TURN = `
import sys, zipfile
old, new, name = sys.argv[1:]
with zipfile.ZipFile(old) as a, zipfile.ZipFile(new, "w") as b:
    for info in a.infolist():
        held = bytearray(a.read(info))
        if info.filename == name:
            held[len(held) // 2] ^= 1
        b.writestr(info, bytes(held), compress_type=info.compress_type)
`;

test("one byte that was changed is named", () => {
  const folder = here.place.at("stranger");
  const sums = readFileSync(`${folder}/SHA256SUMS`, "utf8");
  const name = /^\S+ [ *](\S+\.pdf)$/mu.exec(sums)[1];
  const changed = here.place.at("changed.zip");
  execFileSync("python3", ["-c", TURN, here.place.at("desk", record), changed, name]);
  const { code: exit, out, err } = auscult(here.place, "verify", { rest: [changed] });
  assert.notEqual(exit, 0);
  assert.ok((out + err).includes(name), out + err);
  const failed = lines(unpack(changed, "changed")).filter(({ status }) => status !== 0);
  assert.ok(failed.some(({ said }) => said.includes(`${name}: FAILED`)));
});
