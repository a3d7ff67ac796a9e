const pieces = (count: number) => (count === 1 ? "One thing that was typed" : `${count} things that were typed`);

/** Why the vault was locked, on the screen that asks for it again. */
export const locking = {
  title: {
    idle: "Locked because nobody was here",
    sleep: "Locked before the computer went to sleep",
    session: "Locked with the computer's session",
    fault: "Locked after a fault in the program",
    lost: "Not everything could be saved",
  },
  saved: "What was typed is saved.",
  fault: "Something went wrong inside the program. What was shown as saved is saved. Unlock the vault and look at the last thing you did.",
  lost: (count: number) =>
    `${pieces(count)} could not be saved before the vault was locked. Everything that was shown as saved is saved. Unlock the vault and look at the last thing you did.`,
} as const;
