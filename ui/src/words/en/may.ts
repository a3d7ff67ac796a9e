/** What somebody may not do in a vault, and why. */
export const may = {
  reviewer:
    "You are here as a reviewer: you read everything, flag answers and write private notes. Assessors and owners change the rest, and issue what leaves.",
  reader: "You are here as a reader: you read everything. Others write, and issue what leaves.",
  readOnlyTitle: "This vault can only be read here",
  readOnly:
    "It lies on a disk that takes no writing, or on a share whose lock cannot be trusted. Nothing is issued from it either, because that is entered in its register. To work in it, copy the whole folder to a disk of this computer and open it there.",
  heldTitle: "This vault is not as it was left",
  heldSteps: [
    "Do not accept it yet. Everything can be read, and nothing is written meanwhile.",
    "Look for a newer copy of the folder: on the computer where you worked last, in the history of your synchronised folder, among your backups. If there is one, lock this vault and open that one.",
    "If there is none, what is missing is lost. Accept the vault as it is; the trail then says who did, and when.",
  ],
  heldOthers: "Only somebody who works in this vault can accept it. Tell an owner.",
  toBackups: "See the backups",
  toTrail: "See the trail",
} as const;
