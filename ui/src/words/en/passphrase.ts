const list = (groups: readonly number[]) =>
  groups.length === 1 ? `Group ${String(groups[0])}` : `Groups ${groups.slice(0, -1).join(", ")} and ${String(groups.at(-1))}`;

export const passphrase = {
  hint: "Four or five unrelated words make a good one. Spaces and pasting are allowed.",
  missing: "Write a passphrase.",
  differ: "The two are not the same yet.",
  strength: "What a copied vault would withstand",
  withstands: (time: string) =>
    `Against a thousand graphics cards, a copy of the vault would hold for ${time}.`,
  offer: "Offer me a passphrase of five words",
  offered: "A passphrase that is offered",
  offeredWords: "Made by chance, and shown only here. Write it down or keep it in a password manager before you use it.",
  take: "Use this one",
  taken: "The passphrase is in its field. Write it once more below.",
  another: "Another",
  copy: "Copy for 30 seconds",
  copied: "Copied. The clipboard is cleared in 30 seconds.",
  noKeyFile: "None",
  chooseKeyFile: "Choose a key file …",
  makeKeyFile: "Make one …",
  withoutKeyFile: "Without it",
  keyFileMade: "The key file was made. Keep a copy of it in a second place: without it the passphrase opens nothing.",
  group: (number: number) => `Group ${number} of 8`,
  codeHint: "Eight groups of six digits. Each is checked as you type; a whole code can be pasted.",
  wrongGroups: (groups: readonly number[]) =>
    `${list(groups)} cannot be right. Compare with the paper, digit by digit.`,
  groupsFit: "All eight groups fit.",
} as const;
