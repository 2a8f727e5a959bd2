import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The engine runs anywhere: it may not know a platform, a shell or a library. */
const pureCore = {
  files: ["src/core/**/*.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { regex: "^(?!\\.{1,2}/)", message: "src/core imports nothing outside itself." },
          {
            regex: "(^|/)(views|template|excel|ooxml|cli|taskpane|commands|workbench|messages|schemes)(/|$)",
            message: "src/core knows no shell, no wording and no scheme file.",
          },
        ],
      },
    ],
    "no-restricted-globals": [
      "error",
      "window",
      "document",
      "navigator",
      "fetch",
      "process",
      "Buffer",
      "require",
      "setTimeout",
      "setInterval",
      "console",
      "Date",
      "Office",
      "Excel",
      "localStorage",
      "performance",
    ],
  },
};

/** Views turn a report into sheets, marks and comparisons for every shell: as pure as the engine, and above it. */
const pureViews = {
  files: ["src/views/**/*.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { regex: "^(?!\\.{1,2}/)", message: "src/views imports no library." },
          {
            regex: "(^|/)(excel|ooxml|cli|taskpane|commands|workbench)(/|$)",
            message: "src/views knows no shell.",
          },
        ],
      },
    ],
    "no-restricted-globals": pureCore.rules["no-restricted-globals"],
  },
};

/** Who may know Excel, and who may know .xlsx bytes. */
const rooms = {
  files: ["src/**/*.{ts,tsx}"],
  ignores: ["src/core/**"],
  rules: {
    "@typescript-eslint/consistent-type-imports": "error",
  },
};

export default tseslint.config(
  {
    ignores: ["dist/**", "node_modules/**", "coverage/**", "mutants/.tmp/**", "mutants/report/**", "test/fixtures/**"],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ["src/excel/**/*.ts", "src/taskpane/**/*.{ts,tsx}", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: { ...officeAddins.configs?.recommended?.rules },
  },
  { files: ["**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        module: "writable",
        require: "readonly",
        __dirname: "readonly",
        __filename: "readonly",
        setTimeout: "readonly",
        performance: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  rooms,
  pureCore,
  pureViews,
  { files: ["test/**", "bench/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  prettier,
);
