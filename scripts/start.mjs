// Builds the workbench and serves it to this computer: npm start [-- PORT]. Where the checkout cannot be written to, the
// built pages lie in a folder of their own for as long as the server runs.
import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const port = process.argv[2] ?? "3100";

const isWritable = (folder) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
const dist = join(root, "dist");
const own = existsSync(dist) ? isWritable(dist) : isWritable(root);
const place = own ? join(dist, "workbench") : mkdtempSync(join(tmpdir(), "kenzan-workbench-"));
if (!own) process.on("exit", () => rmSync(place, { recursive: true, force: true }));

execFileSync(process.execPath, [join(root, "scripts/build-workbench.mjs"), place], { cwd: root, stdio: "inherit" });
const server = spawn(process.execPath, [join(root, "scripts/serve.mjs"), place, port], { stdio: "inherit" });
server.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
