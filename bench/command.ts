/** The command line as people run it: many small workbooks, and one very long one. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, time, type Figure } from "./figure";
import { budget } from "./workbooks";

const SMALL_BOOKS = 1000;
const FRAME = ["--frame", "transformation", "--format", "json"];

export function command(root: string): Figure[] {
  const kenzan = join(root, "bin/kenzan.js");
  const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  const run = (args: readonly string[], nodeArgs: readonly string[] = []) =>
    spawnSync(process.execPath, [...nodeArgs, kenzan, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
  try {
    const start = median(time(9, () => run(["--version"])));

    const books = Array.from({ length: SMALL_BOOKS }, (_, at) => join(folder, `budget-${at}.xlsx`));
    books.forEach((path, at) => writeFileSync(path, budget(root, 30, at * 7)));
    const many = (jobs: number) => {
      const start = performance.now();
      const { status, stderr } = run(["check", ...books, ...FRAME, "--jobs", String(jobs)]);
      if (status !== 0 && status !== 1) throw new Error(stderr);
      return SMALL_BOOKS / ((performance.now() - start) / 1000);
    };
    const oneCore = many(1);
    const twoCores = many(2);

    const long = join(folder, "long.xlsx");
    writeFileSync(long, budget(root, 100_000));
    const meter = join(folder, "meter.cjs");
    writeFileSync(meter, 'process.once("exit", () => console.error(`peak ${process.resourceUsage().maxRSS}`));');
    const { stderr } = run(["check", long, ...FRAME], ["--require", meter]);
    const peak = Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;

    return [
      { name: "start of the command", value: start, unit: "ms", goal: { kind: "most", value: 500 } },
      { name: "1,000 small workbooks, one core", value: oneCore, unit: "/s", goal: { kind: "least", value: 100 } },
      { name: "1,000 small workbooks, --jobs 2", value: twoCores, unit: "/s", goal: null },
      { name: "peak memory at 100,000 lines", value: peak, unit: "MB", goal: { kind: "most", value: 600 } },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
