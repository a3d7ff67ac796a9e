import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  plugins: [react()],
  test: {
    environment: "jsdom",
    // One page for all files halves the time; test/setup.ts leaves it empty after each test.
    pool: "threads",
    isolate: false,
    setupFiles: [here("./test/setup.ts")],
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    // Looking for barriers on six screens takes seconds on a busy machine.
    testTimeout: 20_000,
    // A failed look-up names the roles that are there; the whole page helps nobody.
    env: { DEBUG_PRINT_LIMIT: "0" },
  },
});
