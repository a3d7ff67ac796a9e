import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Leaves out what the page cannot use, for it speaks one language and counts in one calendar:
 * the controls bring their own few words in thirty languages, and dates bring ten calendars. */
const oneLanguage: Plugin = {
  name: "one-language",
  enforce: "pre",
  load(id) {
    if (/\/private\/intl\/[a-z]+\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/u.test(id)) {
      return "export default {};";
    }
    if (/\/@internationalized\/date\/dist\/private\/createCalendar\.mjs$/u.test(id)) {
      return `import { GregorianCalendar } from "./calendars/GregorianCalendar.mjs";
        export const createCalendar = () => new GregorianCalendar();`;
    }
    return null;
  },
};

export const config = defineConfig({
  root: here("."),
  base: "./",
  plugins: [oneLanguage, react()],
  clearScreen: false,
  server: { host: "127.0.0.1", port: 5183, strictPort: true },
  build: {
    outDir: here("./dist"),
    emptyOutDir: true,
    // Fonts stay files: the content security policy has no data: for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
});

export default config;
