/** `npm start` in a checkout that may not be written to: the pages are built elsewhere, served, and gone afterwards. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(__dirname, "../..");

/** The line that a process prints first of those that say it. */
async function said(child: ChildProcess, words: RegExp): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream }))
    if (words.test(line)) return line;
  throw new Error(`it ended before it said ${String(words)}`);
}

test("the workbench is built beside the checkout, and served", async () => {
  const preload = join(__dirname, "read-only.cjs");
  const started = spawn(process.execPath, ["--require", preload, join(root, "scripts/start.mjs"), "0"], {
    env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(preload)}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const line = await said(started, /http:\/\/\S+:\d+/);
    const address = /http:\/\/\S+:\d+\//.exec(line)![0];
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>検算");
  } finally {
    const ended = new Promise((resolve) => started.on("exit", resolve));
    started.kill("SIGTERM");
    await ended;
  }
});

test("the disk of that test refuses what it says", async () => {
  const code = `require("node:fs").writeFileSync(${JSON.stringify(join(root, "never.txt"))}, "")`;
  const child = spawn(process.execPath, ["--require", join(__dirname, "read-only.cjs"), "-e", code], {
    stdio: "ignore",
  });
  expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(1);
  expect(existsSync(join(root, "never.txt"))).toBe(false);
});
