/** The disk that `test/e2e/workbench.test.ts` gives to `npm start`: nothing can be written below the checkout. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

test("that disk refuses what it says", async () => {
  const code = `require("node:fs").writeFileSync(${JSON.stringify(join(root, "never.txt"))}, "")`;
  const child = spawn(process.execPath, ["--require", join(__dirname, "read-only.cjs"), "-e", code], {
    stdio: "ignore",
  });
  expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(1);
  expect(existsSync(join(root, "never.txt"))).toBe(false);
});
