export const program = {
  cryptoTitle: "Cryptography",
  modes: {
    standard: "Standard mode",
    approved: "Approved mode (FIPS 140-3)",
    failed: "Approved mode failed",
  },
  factsTitle: "What is known about the module",
  algorithms: "Algorithms in use",
  columns: { name: "Algorithm", purpose: "Used for", provider: "Served by" },
  refused: (names: readonly string[]) => `Asked for just now, and not to be had: ${names.join(", ")}.`,
  providers: (names: readonly string[]) => `Providers loaded in this program: ${names.join(", ")}.`,
  moduleFolder: "The module is looked for in",
  notInstalled: "Approved mode is not to be had here: its module is not installed.",
  move: {
    approved: "Move this vault to approved mode …",
    standard: "Move this vault to standard mode …",
  },
  moveTitle: { approved: "Move this vault to approved mode?", standard: "Move this vault to standard mode?" },
  moveWords: {
    approved:
      "The vault's keys are wrapped anew: passphrases are stretched by PBKDF2 in place of Argon2id, and everything is served by the OpenSSL FIPS provider.",
    standard:
      "The vault's keys are wrapped anew: passphrases are stretched by Argon2id, which costs somebody who guesses more, and no claim of approved mode holds any more.",
  },
  moveOthers:
    "Your passphrase has to be the only one: remove others with a way in before, and add them again afterwards. Recovery codes stay.",
  moveBackups: "Backups and copies made before stay in the mode in which they were made.",
  moveRecorded: "It is written into the trail. The vault is locked then, and opens in a program that begins anew in that mode.",
  passphrase: "Your passphrase",
  passphraseMissing: "Write your passphrase.",
  keyFile: "Key file",
  keyFileHint: "The file that belongs to your passphrase.",
  moveDo: "Move the vault",
  moving: "Moving … Do not turn the computer off.",

  protectionsTitle: "What keeps this program to itself",
  protectionsWords: "As it is in force now, on this computer.",
  active: "In force",
  inactive: "Not in force",

  idleTitle: "Locking",
  idle: "Lock after this time without a touch",
  idleHint: "It also locks when the computer sleeps and when the session is locked. Kept for this computer, not for this vault.",
  minutes: (count: number) =>
    count === 60 ? "1 hour" : count === 120 ? "2 hours" : count === 1 ? "1 minute" : `${String(count)} minutes`,

  versionTitle: "Version",
  version: (version: string) => `Auscult ${version}`,
} as const;
