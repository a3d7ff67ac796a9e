// The sentences of the window, from where the window has them, so that a journey asks for a
// button by what it says today.
import { runnerImport } from "vite";
import { within } from "./run.mjs";

const { module } = await runnerImport(within("ui", "src", "words", "en.ts"), {
  configFile: false,
  logLevel: "silent",
});

export const words = module.words;
