export const paper = {
  title: "Export",
  intro: "Each document is a PDF that stands by itself. Its digest is shown when it is written, so that anybody can check it later with sha256sum.",
  size: "Paper",
  letter: "US Letter",
  a4: "A4",
  packet: "Audit packet",
  packetWords: "Everything for the client: summary, every control with its answers and evidence, findings with responses, index by provision. Private working notes are never part of it.",
  plan: "Evidence plan",
  planWords: "What is still to be collected, from whom and by when, with boxes to tick on paper.",
  checklist: "Blank checklist",
  checklistWords: "All controls with room to write, to take along on paper.",
  write: (document: string) => `Write the ${document.toLowerCase()} …`,
  writing: "Writing …",
  draft: "This is a draft: every page of the packet says so.",
  owed: (count: number) =>
    `${count} ${count === 1 ? "point is" : "points are"} still open. The packet lists them, so that nobody takes it for finished.`,
  toOverview: "See where it stands",
  done: (name: string) => `${name} was written`,
  cancelled: "Cancelled. Nothing was written.",
  folder: "Folder",
  length: "Length",
  pages: (count: number) => `${count} ${count === 1 ? "page" : "pages"}`,
  digest: "SHA-256",
  copy: "Copy the digest",
  copied: "Copied",
  warnings: "Noticed while it was made",
} as const;

/** A file that was written outside the vault. */
export const written = {
  done: (name: string) => `${name} was written`,
  folder: "Folder",
  length: "Length",
  pages: (count: number) => `${count.toLocaleString("en-US")} ${count === 1 ? "page" : "pages"}`,
  digest: "SHA-256",
  warnings: "Noticed while it was made",
} as const;
