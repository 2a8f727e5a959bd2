/** What several test files need is built from the sources once a run, by whichever needs it first; the others wait. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const RUN = process.env["KENZAN_TESTS"] ?? mkdtempSync(join(tmpdir(), "kenzan-tests-"));

/** As they lie in the project: the command line is started as people start it, and the desk finds the page beside it. */
const PLACES = { "build-cli": "dist/cli", "build-page": "dist/page" };

/** An empty folder that goes when the run ends. */
export const newFolder = (): string => mkdtempSync(join(RUN, "kenzan-test-"));

/** What a script of `scripts/` builds: the folder that it was given. */
export function prepared(script: keyof typeof PLACES): string {
  const folder = join(RUN, PLACES[script]);
  const [begun, done] = [join(RUN, `${script}.begun`), join(RUN, `${script}.done`)];
  if (isFirst(begun)) {
    if (script === "build-cli") cpSync(join(ROOT, "bin"), join(RUN, "bin"), { recursive: true });
    execFileSync(process.execPath, [join(ROOT, "scripts", `${script}.mjs`), folder], { cwd: ROOT });
    writeFileSync(done, "");
  }
  for (let waited = 0; !existsSync(done); waited += 1) {
    if (waited === 6_000) throw new Error(`${script} was begun by another test file, and never ended`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
