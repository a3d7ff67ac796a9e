/** How documents look. */
export const look = {
  title: "How documents look",
  ofOrganisation:
    "The logo stands on the cover of this organisation’s packets, and its colour in their headings and rules.",
  ofConsultant:
    "Your logo stands beside the client’s on every packet that you issue. Your colour is used where the client has none.",
  logo: "Logo",
  logoNone: "No logo. The cover shows the name alone.",
  logoHint:
    "A PNG or JPEG picture. It is redrawn here and kept no larger than it needs; whatever else is in the file is left out.",
  choose: "Choose a picture …",
  another: "Choose another …",
  choosing: "Looking at it …",
  remove: "Remove the logo",
  removed: "The logo was removed.",
  chosen: "The logo is kept.",
  shown: (alternative: string) => alternative || "The logo, not described yet",
  undrawn: "The logo could not be shown. What is kept in the vault is as it was.",
  alternative: "Description of the logo",
  alternativeHint:
    "What somebody who cannot see it must know: whose it is. For example: Harbour Clinic.",
  alternativeMissing: "Describe the logo, so that a screen reader can say whose it is.",
  colour: "Colour",
  digits: "Another colour, by its digits",
  colourHint: "Six digits, 0 to 9 and A to F. Empty means the program’s own.",
  colourWrong: "A colour has six digits, 0 to 9 and A to F, such as 0B5563.",
  good: "Colours that read well",
  own: "The program’s own",
  colours: {
    "0b5563": "Teal",
    "1f4e79": "Blue",
    "2f3e8f": "Indigo",
    "5b2c6f": "Plum",
    "8a1c3b": "Burgundy",
    "7a3b12": "Rust",
    "2e5d34": "Green",
    "37474f": "Slate",
  },
  contrast: (ratio: number) => `Contrast on white paper: ${ratio.toFixed(1)} to 1.`,
  contrastOwn: "The program’s own colour. It reads well on white paper.",
  refused: "This colour is not used",
} as const;
