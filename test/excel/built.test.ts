/** The pane's own modules as production builds them, minified: what Excel refuses is still told in its own words. */
import { build } from "esbuild";
import { createRequire } from "node:module";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type * as officeHost from "../../src/taskpane/officeHost";
import type * as sessions from "../../src/taskpane/session";
import { engineHere } from "../taskpane/engineHere";
import { HostError } from "../../src/workbench/host/errors";
import type { Step } from "../../src/workbench/host/protocol";
import { openFile, SAMPLES } from "../excel-host/open";

type Built = Pick<typeof officeHost, "OfficeHost"> & Pick<typeof sessions, "createSession">;
const root = resolve(__dirname, "../..");
let built: Built;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-built-"));
  const entry = join(folder, "entry.ts");
  writeFileSync(
    entry,
    ["officeHost", "session"]
      .map((name) => `export * from ${JSON.stringify(join(root, "src/taskpane", name))};`)
      .join("\n"),
  );
  const outfile = join(folder, "pane.cjs");
  const common = { bundle: true, minify: true, format: "cjs", platform: "browser", target: "es2022" } as const;
  await build({ ...common, entryPoints: [entry], outfile, logLevel: "error" });
  built = createRequire(__filename)(outfile) as Built;
});

const session = () => {
  const host = new built.OfficeHost("ja", "light");
  return built.createSession(host, engineHere(), () => "2025-05-20", 1_000_000);
};
const refusing =
  (code: string) =>
  ({ type }: Step): HostError | null =>
    type === "ConditionalFormatCollection" || type === "Range" ? new HostError(code, "no") : null;

test("a cell that is being edited", async () => {
  const host = openFile(SAMPLES[0]!);
  host.cellBeingEdited = true;
  const pane = session();
  await pane.open();
  expect(pane.state().trouble).toMatchObject({ name: "CellBeingEdited" });
  host.cellBeingEdited = false;
  await pane.open();
  expect(pane.state().trouble).toBeNull();
  pane.close();
});

test.each([
  ["AccessDenied", "SheetProtected"],
  ["ItemNotFound", "SheetMissing"],
  ["ApiNotFound", "ExcelTooOld"],
])("%s is %s", async (code, name) => {
  const host = openFile(SAMPLES[0]!);
  host.refuse(refusing(code));
  const pane = session();
  await pane.open();
  expect(pane.state().trouble).toMatchObject({ name });
  pane.close();
});
