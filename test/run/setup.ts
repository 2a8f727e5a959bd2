/** Before all tests: one folder for everything they write, taken away when the run ends. */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-tests-"));
  process.env["KENZAN_TESTS"] = folder;
  // What is built there finds the library of the ledger, which is no part of a bundle.
  symlinkSync(join(__dirname, "../../node_modules"), join(folder, "node_modules"), "junction");
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
