const number = (of: number) => of.toLocaleString("en-US");
const count = (of: number, one: string, many: string) => `${number(of)} ${of === 1 ? one : many}`;

export const health = {
  checkTitle: "Check of the vault",
  checkWords:
    "Reads every record and every sealed file, and compares them with the vault’s own history. Nothing is changed.",
  run: "Check now",
  checkAction: "Check the vault now",
  saveAction: "Save the report of the check",
  again: "Check again",
  checking: "Checking …",
  cancelled: "Stopped. Nothing was changed.",
  sound: "Everything is sound.",
  notes: "Nothing is lost. Something can be put in order.",
  warned: "Nothing is lost yet. Something needs your attention.",
  unsound:
    "Something is damaged or was altered. Make a copy of the whole vault folder now, before anything is repaired.",
  checkedAt: (when: string) => `Checked ${when}.`,
  severity: { sound: "Sound", note: "To tidy up", warning: "Look here", fault: "Not sound" },
  lookedAt: (of: number) => `${number(of)} looked at`,
  repair: "Repair",
  repairOf: (part: string) => `Repair: ${part}`,
  repairing: "Repairing …",
  save: "Save the report …",
  saved: (name: string) => `${name} was saved`,
  savedWords: (folder: string) => `It lies in ${folder}.`,
  lines: "What was looked at",

  backups: "Backups",
  backupWords:
    "A backup is a whole copy of the vault in another folder, encrypted like the vault and opened by the same ways in. You can go on working meanwhile. Sealed files that are there already are not copied again.",
  make: "Make a backup …",
  makeAction: "Make a backup",
  making: "Backing up …",
  made: (copied: number, objects: number) =>
    `The backup is made and was opened to see that it works. ${
      objects === 0
        ? "It holds no sealed files."
        : `${number(copied)} of its ${count(objects, "sealed file", "sealed files")} ${copied === 1 ? "was" : "were"} new.`
    }`,
  madeUnverified:
    "The backup was made, but it could not be opened to see that it works. Make another one, on another disk if you can.",
  overdue: "It is time for a backup",
  overdueWords: "If this computer is lost or breaks, what was done since then is lost with it.",
  list: "Backups that this computer knows of",
  columns: { at: "When", folder: "Where", state: "State", objects: "Sealed files" },
  verified: "Verified",
  unverified: "Not verified",
  absent: "Not reachable now",
  objects: (copied: number, objects: number) => `${number(objects)}, ${number(copied)} new`,
  showing: (of: number) => count(of, "backup", "backups"),
  none: "No backup yet",
  noneWords:
    "Choose a folder on another drive: a stick, an external disk, a share. A backup beside the vault is lost with it.",
  toBackups: "Backups",

  restore: "Restore a backup …",
  restoreAction: "Restore a backup",
  restoreTitle: "Restore a backup",
  restoreWords:
    "The backup is copied to a new place and opens there as a vault of its own. Nothing is written over: this vault and the backup stay as they are.",
  from: "The backup",
  fromHint: "The folder of a backup. Its name ends in .auscult-backup.",
  to: "Where it goes",
  toHint: "A new folder that is not there yet.",
  fromMissing: "Choose the backup.",
  toMissing: "Choose where it goes.",
  samePlace: "That is the backup itself. Choose a new place.",
  restoreDo: "Restore it",
  restoring: "Restoring …",
  restoreAfter: "This vault is locked then, and the restored one asks for its passphrase.",
  group: "Health and backups",
} as const;
