export const vault = {
  welcome: "An audit of machine-learning systems under HIPAA, on this computer only",
  welcomeWords:
    "Auscult keeps assessments in an encrypted vault: 74 controls with answers, notes and evidence. It works without a network and sends nothing anywhere.",
  create: "Create a vault",
  createWords: "For your own work. You choose a folder and a passphrase.",
  open: "Open a vault",
  openWords: "A folder whose name ends in .auscult.",
  restore: "Restore a backup",
  restoreWords: "Into a new place. Nothing that is there is written over.",
  sample: "Try the sample clinic",
  sampleWords: "An invented clinic with all 74 controls touched. Takes a few seconds the first time.",
  sampleOpening: "Opening the sample … The first time takes a few seconds.",
  recent: "Opened here before",
  missing: "Not reachable now",
  inMode: "approved mode",
  unlockTitle: (name: string) => `Unlock ${name}`,
  unlock: "Unlock",
  unlocking: "Unlocking … This takes about a second on purpose.",
  opening: "Opening …",
  code: "Recovery code",
  byCode: "Use a recovery code",
  byPassphrase: "Use the passphrase",
  keyFile: "Key file",
  keyFileHint: "Only where one belongs to your passphrase: both are needed then.",
  wait: (seconds: number) =>
    seconds === 1 ? "The next try is taken in 1 second." : `The next try is taken in ${seconds} seconds.`,
  waited: "The next try is taken now.",
  waitWords:
    "This slows down somebody who guesses at this window. A copy of the vault knows no such limit: only the passphrase protects it.",
  modeStandard: "Standard mode",
  modeApproved: "Approved mode (FIPS 140-3)",
  lastHead: "Last head seen on this computer:",
  noticed: "Something was noticed about this vault",
  wantsApproved: "This vault asks for approved mode",
  wantsStandard: "This vault asks for standard mode",
  wantsWords:
    "The program has one mode from its start to its end, so that nothing of the other can be used by mistake. It closes, begins anew in that mode, and asks for the passphrase of this vault there.",
  beginApproved: "Begin anew in approved mode",
  beginStandard: "Begin anew in standard mode",
  beginning: "The program begins anew …",
  failedTitle: "Approved mode cannot be used now",
  failedNote: "The cryptographic module was not loaded, or its self-test failed",
  failedWords:
    "No vault is opened and nothing falls back to other cryptography. All vaults are as they were.",
  failedDo:
    "Install the module again from the archive that its certificate names, then try it again. Vaults of standard mode open in standard mode.",
  tryModule: "Try the module again",
  passphrase: "Passphrase",
  again: "Passphrase again",
  other: "Another vault",
  createTitle: "Create a vault",
  back: "Back",
  folder: "Folder",
  folderHint: "The vault becomes a folder of this name. Copy the whole folder to make a backup.",
  choose: "Choose …",
  folderMissing: "Choose where the vault goes.",
  person: "Your name",
  personHint: "Stands under the answers you write.",
  personMissing: "Write your name.",
  newKeyFileHint:
    "Not needed. With one, both it and the passphrase are needed to open the vault: keep it on a stick apart from the computer, and a copy in a second place.",
  mode: "Cryptography",
  modes: {
    standard: "Standard",
    standardWords: "Argon2id and AES-256 from OpenSSL. Right for most work.",
    approved: "Approved (FIPS 140-3)",
    approvedWords:
      "Every security function comes from the OpenSSL FIPS provider. For clients whose contracts ask for it. The program begins anew.",
  },
  inApproved: "This vault will be made in approved mode.",
  inApprovedWords:
    "Every security function comes from the OpenSSL FIPS provider. A passphrase needs 14 characters here.",
  creating: "Creating … This takes about two seconds.",
  noRecovery: "Nobody can recover this passphrase",
  noRecoveryWords:
    "Not us, not anyone. Write it down and keep it where you keep such things. Once the vault is made, you can print a recovery code for the day when it is lost.",
  createAnew:
    "The program closes, begins anew in that mode, and this form comes again there. Nothing of what is typed here is kept.",
  heldTitle: "The vault is open elsewhere",
  faultTitle: "The vault could not be opened",
} as const;

export const arrival = {
  madeTitle: "The vault is made",
  made: "One thing is left: a way in for the day when the passphrase is lost. A recovery code is printed once, kept on paper, and opens the vault without a passphrase.",
  makeCode: "Make a recovery code …",
  later: "Later",
  laterWords: "You find both at any time under The vault, People and keys.",
  recoveredTitle: "Set a new passphrase now",
  recovered:
    "The recovery code opened the vault. Until you set a new passphrase, that paper is your only way in.",
  setPassphrase: "Set a new passphrase …",
} as const;

export const vaultView = {
  title: "The vault",
  open: "The vault: people, trail, health",
  parts: "Parts of the vault",
  tabs: {
    people: "People and keys",
    trail: "Trail",
    documents: "Documents",
    health: "Health and backups",
    program: "This program",
  },
} as const;
