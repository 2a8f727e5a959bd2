/** Before all tests: one folder for everything they write, taken away when the run ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-tests-"));
  process.env["KENZAN_TESTS"] = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
