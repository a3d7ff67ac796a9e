const number = (of: number) => of.toLocaleString("en-US");
const count = (of: number, one: string, many: string) => `${number(of)} ${of === 1 ? one : many}`;

/** The evidence plan as a file: written for others, and read back when they filled it in. */
export const plan = {
  title: "Evidence plan",
  about:
    "What is still to be collected, from whom and by when. As a workbook it can be filled in by the client and read back here.",
  write: "Export the plan …",
  writeAction: "Export the evidence plan",
  writeTitle: "Export the evidence plan",
  format: "As what",
  formats: {
    xlsx: "Workbook (XLSX)",
    pdf: "Document (PDF)",
    ics: "Calendar (ICS)",
  },
  formatHints: {
    xlsx: "The client fills it in and sends it back. You read it in here.",
    pdf: "To read, print and tick on paper.",
    ics: "One entry for each due date, for any calendar program.",
  },
  paper: "Paper",
  papers: { letter: "US Letter", a4: "A4" },
  to: "To whom it goes",
  toHint: "Stands in the register of what was issued. It may stay empty.",
  open: "It leaves in the clear: whoever has the file can read what is asked and of whom.",
  writeDo: "Choose where …",
  writing: "Writing …",
  cancelled: "Cancelled. Nothing was written.",

  read: "Read a filled-in plan …",
  readAction: "Read back a filled-in evidence plan",
  readTitle: "Read back a filled-in evidence plan",
  readWords:
    "Choose the workbook that came back. You see what would change before anything does, and whatever you apply is one step that can be undone.",
  readSafe: "Formulas and macros in it are not run. What it says is taken as text, dates and states.",
  choose: "Choose the file …",
  another: "Choose another file …",
  reading: "Reading …",
  noneChosen: "No file was chosen. Nothing changed.",
  leave: "Leave it",
  apply: (of: number) => `Apply ${count(of, "change", "changes")}`,
  applying: "Applying …",
  file: "File",
  summary: "What it would change",
  summaryWords: (changes: number, requests: number) =>
    `${count(changes, "change", "changes")} to ${count(requests, "request", "requests")}`,
  unchanged: (of: number) =>
    `${count(of, "row says", "rows say")} what is already so.`,
  nothing: "Nothing would change",
  nothingWords: (of: number) =>
    of === 0
      ? "It has no row that says anything new."
      : `All ${count(of, "row says", "rows say")} what is already so here.`,
  allRefused: "None of it can be taken",
  allRefusedWords: "Whatever it says anew has a reason against it, listed below. Nothing changes.",
  conflicts: (of: number) =>
    of === 1
      ? "1 thing was changed here too since the file was made. It is marked and left as it is here. If the file is right, change it here by hand."
      : `${number(of)} things were changed here too since the file was made. They are marked and left as they are here. Where the file is right, change them here by hand.`,
  conflict: "Changed here too, left as it is",
  columns: { request: "Request", field: "What", before: "Now", after: "Would be" },
  fields: {
    state: "State",
    person: "Whom to ask",
    ask: "Somebody not on the list",
    due: "By when",
    reason: "Reason",
    remark: "Their remark",
  },
  empty: "Empty",
  changesLabel: "Changes by request",
  refused: (of: number) => `${count(of, "row", "rows")} that cannot be taken`,
  notes: "Noticed in the file",
  applied: (changes: number, requests: number) =>
    `${count(changes, "change", "changes")} to ${count(requests, "request", "requests")} applied. Ctrl+Z takes all of it back.`,
} as const;
