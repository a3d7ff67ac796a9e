import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The design preview: the same screens over the in-memory client. It has an entry of its
// own outside of src, so nothing of it can reach the program.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("./preview"),
  plugins: [react()],
  clearScreen: false,
  server: { host: "127.0.0.1", port: 5184, strictPort: true, fs: { allow: [here("..")] } },
  build: { outDir: here("../out/preview"), emptyOutDir: true, assetsInlineLimit: 0 },
});
