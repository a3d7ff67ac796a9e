import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// The folders from the ground up. Each may use those below it, and none above.
const storeys = ["kit", "desk", "view", "app"];

const tauri = {
  regex: "^@tauri-apps/",
  message: "Only bridge/tauri.ts speaks with Tauri; everything else asks the client.",
};

/** Forbids a folder to use the folders above it. */
function storey(folder, above, more = []) {
  return {
    files: [`ui/src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            tauri,
            ...more,
            {
              regex: `(^|/)(${above.join("|")})/`,
              message: `${folder} stands below ${above.join(", ")} and knows nothing of them.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ["ui/dist/**", "ui/src/bridge/generated/**", "**/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  hooks.configs.flat.recommended,
  a11y.flatConfigs.strict,
  {
    files: ["ui/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-imports": ["error", { patterns: [tauri] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "A name of its own lets a reader search for it.",
        },
        {
          selector: "JSXText[value=/\\p{L}/u]",
          message: "Texts for people stand in src/words.",
        },
        {
          selector:
            "JSXAttribute[name.name=/^(aria-label|title|label|hint|placeholder|alt|error)$/] > Literal[value=/\\p{L}/u]",
          message: "Texts for people stand in src/words.",
        },
      ],
      // Numbers in sentences and style values are what they look like.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A fault is what the workbench rejects a call with; it has no use for a stack.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "file", name: "Fault" }] },
      ],
      // `() => setOpen(true)` hands nothing on: it reads better than a block.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  ...storeys.slice(0, -1).map((folder, floor) =>
    storey(
      folder,
      storeys.slice(floor + 1),
      folder === "kit"
        ? [{ regex: "(^|/)bridge/", message: "The kit shows what it is given and asks nobody." }]
        : [],
    ),
  ),
  storey("bridge", storeys),
  storey("words", [...storeys, "bridge"]),
  {
    files: ["ui/src/bridge/tauri.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    // A test may speak in its own words.
    files: ["ui/test/**/*.{ts,tsx}", "ui/src/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // Tools read their settings from a default export.
    files: ["ui/*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
