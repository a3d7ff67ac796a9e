export const paper = {
  title: "Export",
  size: "Paper",
  letter: "US Letter",
  a4: "A4",
  checklist: "Blank checklist",
  checklistWords: "All controls with room to write, to take along on paper.",
  write: (document: string) => `Write the ${document.toLowerCase()} …`,
  writing: "Writing …",
  cancelled: "Cancelled. Nothing was written.",
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
