// Approved mode as a person has it: the command line, the module that was built, and a vault
// from its making to the packet. What lies below is tested in the crate `vault`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AUSCULT } from "../../scripts/build.mjs";
import { MODULE } from "../../scripts/build-fips-module.mjs";

const CLAIM =
  "In approved mode every security function is performed by the OpenSSL FIPS Provider 3.1.2 (CMVP #4985). " +
  "This product is not itself FIPS validated. On operating systems outside the certificate's tested list the " +
  "module runs under the user's own affirmation (CMVP MM 7.9).";
const PASSPHRASE = "a walk along the harbour wall";
const PROVIDERS = ["base", "fips"];

let place;
let home;
let vault;
let assessment;

/** Runs the command line with the module of a folder among the program's own files. */
function auscult(words, { own = home, env = {}, program = [AUSCULT] } = {}) {
  const [name, ...before] = program;
  return spawnSync(name, [...before, ...words], {
    cwd: place,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: place, XDG_DATA_HOME: own, ...env },
  });
}

/** Runs a command that must be done. */
function done(words, options) {
  const ended = auscult(words, options);
  assert.equal(ended.status, 0, `${words.join(" ")}: ${ended.stderr}`);
  return ended.stdout;
}

const inVault = (...words) => [...words, "--vault", vault, "--passphrase-file", "passphrase"];

/** Makes a folder of the program's own with a module that somebody may have meddled with. */
function ownFolder(name, meddle) {
  const own = join(place, name);
  const fips = join(own, "auscult", "fips");
  mkdirSync(fips, { recursive: true });
  cpSync(MODULE, fips, { recursive: true });
  meddle?.(fips);
  return own;
}

/** Every file of the vault that belongs to it, with its bytes. */
function files() {
  const names = readdirSync(vault, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "lock")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return names.map((name) => [name, readFileSync(name).toString("hex")]);
}

before(() => {
  place = mkdtempSync(join(tmpdir(), "auscult-approved-"));
  writeFileSync(join(place, "passphrase"), `${PASSPHRASE}\n`);
  home = ownFolder("home");
  vault = join(place, "sample.auscult");
  done(inVault("sample", "--approved"));
  [{ id: assessment }] = JSON.parse(done(inVault("assessments", "--json")));
});
after(() => rmSync(place, { recursive: true, force: true }));

test("a vault in approved mode goes from its making to the packet", () => {
  const { stretch } = JSON.parse(readFileSync(join(vault, "header.json"), "utf8"));
  assert.deepEqual(stretch, { kind: "pbkdf2-hmac-sha512", rounds: 1_000_000 });
  const of = (...words) => inVault(...words, "--assessment", assessment);
  const control = JSON.parse(done(of("requests", "--json")))[0].control;
  done(of("answer", "--control", control, "--implementation", "partial", "--note", "half of it"));
  writeFileSync(join(place, "scan.txt"), "what was seen\n");
  const [attached] = JSON.parse(done([...of("attach", "--control", control, "--json"), "scan.txt"]));
  assert.match(attached.sha256, /^[0-9a-f]{64}$/u);
  assert.match(done(inVault("vault", "check").slice(0)), /sound/u);
  done(of("packet", "--out", "packet.pdf"));
  const printed = spawnSync("pdftotext", ["-layout", join(place, "packet.pdf"), "-"], { encoding: "utf8" });
  const said = printed.stdout.replaceAll(/\s+/gu, " ").replaceAll("\u2019", "'");
  for (const words of [
    CLAIM,
    "OpenSSL FIPS Provider 3.1.2. The module",
    "CMVP 4985, sunset 2030-03-10",
    "This program cannot tell how a module was built",
    "Passed, ",
    "PBKDF2-HMAC-SHA-512",
  ]) {
    assert.ok(said.includes(words), words);
  }
});

test("the four facts and who serves what are told, and nothing but the module serves", () => {
  const crypto = JSON.parse(done(["crypto", "--vault", vault, "--json"]));
  assert.equal(crypto.mode, "approved");
  assert.equal(crypto.claim, CLAIM);
  assert.deepEqual(
    crypto.facts.map(({ name }) => name),
    ["Module", "Certificate", "Self-test", "This system"],
  );
  assert.equal(crypto.facts[0].value, "OpenSSL FIPS Provider 3.1.2");
  assert.match(crypto.facts[2].value, /^Passed, \d{4}-\d\d-\d\d \d\d:\d\d UTC$/u);
  assert.deepEqual(crypto.providers, PROVIDERS);
  assert.deepEqual(new Set(crypto.algorithms.map(({ provider }) => provider)), new Set(["fips"]));
  assert.deepEqual(crypto.refused, ["Argon2id", "Ed25519", "ChaCha20-Poly1305", "MD5"]);
  assert.ok(done(["crypto", "--vault", vault]).includes(CLAIM));
});

test("standard mode claims nothing, with the module or without", () => {
  const standard = join(place, "standard.auscult");
  const words = ["--vault", standard, "--passphrase-file", "passphrase"];
  const without = ownFolder("without", (fips) => rmSync(fips, { recursive: true }));
  done(["sample", ...words], { own: without });
  for (const own of [home, without]) {
    const crypto = JSON.parse(done(["crypto", "--vault", standard, "--json"], { own }));
    assert.equal(crypto.mode, "standard");
    assert.deepEqual([crypto.facts, crypto.refused, crypto.providers], [[], [], ["default"]]);
    assert.ok(!crypto.claim.includes("4985"));
    assert.equal(crypto.approvedAvailable, own === home);
    done(["assessments", ...words], { own });
  }
});

test("a vault is moved to approved mode and back, and the trail says so", () => {
  const moving = join(place, "moving.auscult");
  const words = ["--vault", moving, "--passphrase-file", "passphrase"];
  const mode = () => JSON.parse(done(["crypto", "--vault", moving, "--json"])).mode;
  const kind = () => JSON.parse(readFileSync(join(moving, "header.json"), "utf8")).stretch.kind;
  done(["sample", ...words]);
  assert.deepEqual([mode(), kind()], ["standard", "argon2id"]);
  done(["vault", "move", ...words, "--to", "approved"]);
  assert.deepEqual([mode(), kind()], ["approved", "pbkdf2-hmac-sha512"]);
  assert.equal(auscult(["vault", "move", ...words, "--to", "approved"]).status, 1);
  done(["vault", "move", ...words, "--to", "standard"]);
  assert.equal(mode(), "standard");
  const moves = JSON.parse(done(["trail", "show", ...words, "--action", "move", "--json"]));
  assert.equal(moves.length, 2);
  assert.equal(kind(), "argon2id");
  done(["vault", "check", ...words]);
  const without = ownFolder("no-module", (fips) => rmSync(fips, { recursive: true }));
  const refused = auscult(["vault", "move", ...words, "--to", "approved"], { own: without });
  assert.match(refused.stderr, /\(V16\)/u);
  assert.equal(mode(), "standard");
});

test("with a module that is missing, changed or weakened nothing opens and nothing is touched", () => {
  const library = readdirSync(MODULE).find((name) => name.startsWith("fips."));
  const settings = "fipsmodule.cnf";
  const change = (name, bytes) => (fips) =>
    writeFileSync(join(fips, name), bytes(readFileSync(join(fips, name))));
  const flip = (bytes) => {
    bytes[Math.floor(bytes.length / 3)] ^= 1;
    return bytes;
  };
  const cases = {
    missing: (fips) => rmSync(join(fips, library)),
    changed: change(library, flip),
    "another-code": change(settings, (text) => text.toString().replace(/module-mac = ../u, "module-mac = 00")),
    weakened: change(settings, (text) => text.toString().replace("security-checks = 1", "security-checks = 0")),
    "no-settings": (fips) => rmSync(join(fips, settings)),
  };
  const untouched = files();
  for (const [name, meddle] of Object.entries(cases)) {
    const own = ownFolder(name, meddle);
    const opened = auscult(inVault("assessments"), { own });
    assert.equal(opened.status, 1, name);
    assert.match(opened.stderr, /No vault was opened\..*\(V16\)/su, name);
    assert.equal(opened.stdout, "", name);
    const made = auscult(["sample", "--approved", "--vault", "new.auscult", "--passphrase-file", "passphrase"], { own });
    assert.equal(made.status, 1, name);
    assert.ok(!readdirSync(place).includes("new.auscult"), name);
    const told = auscult(["crypto", "--approved", "--json"], { own });
    assert.equal(told.status, 3, name);
    assert.equal(JSON.parse(told.stdout).mode, "failed", name);
  }
  assert.deepEqual(files(), untouched);
  done(inVault("assessments"));
});

test("what OPENSSL_CONF and OPENSSL_MODULES say is not heard", () => {
  const hostile = join(place, "hostile.cnf");
  writeFileSync(
    hostile,
    "openssl_conf = start\n[start]\nproviders = all\nalg_section = asked\n[all]\ndefault = on\n[on]\nactivate = 1\n" +
      "[asked]\ndefault_properties = provider=default\n",
  );
  const env = { OPENSSL_CONF: hostile, OPENSSL_MODULES: place };
  const crypto = JSON.parse(done(["crypto", "--vault", vault, "--json"], { env }));
  assert.deepEqual(crypto.providers, PROVIDERS);
  done(inVault("assessments"), { env });
});

test("over a whole command no other module and no outside configuration is opened", () => {
  const trace = join(place, "trace");
  const program = ["strace", "-f", "-qq", "-e", "trace=open,openat", "-o", trace, AUSCULT];
  done(inVault("score", "--assessment", assessment), { program });
  const opened = readFileSync(trace, "utf8")
    .split("\n")
    .filter((line) => /= \d+$/u.test(line))
    .map((line) => /"([^"]*)"/u.exec(line)?.[1] ?? "");
  assert.ok(opened.some((path) => path === join(home, "auscult", "fips", "fips.so")), "the module was not loaded");
  const outside = opened.filter((path) => /openssl|ossl-modules|engines|\.cnf$/u.test(path) && !path.startsWith(home));
  assert.deepEqual(outside, []);
});

test("a passphrase of thirteen characters is too short for approved mode and not for standard", () => {
  writeFileSync(join(place, "short"), "kx7-vq2-mw9-t\n");
  const make = (name, ...words) =>
    auscult(["vault", "create", "--vault", name, "--passphrase-file", "short", "--person", "P", ...words]);
  const refused = make("short-approved.auscult", "--approved");
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /14 characters/u);
  assert.equal(make("short-standard.auscult").status, 0);
});
