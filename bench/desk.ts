/**
 * The desk: processor time and memory for an application, at 20, 200 and 2,000 of them. Budgets with estimates as
 * workbooks, and the same with half of the estimates as PDFs.
 * Usage: node bench/run.mjs desk [COUNT…]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, writeTo } from "../test/desk/generator";
import { print, type Figure } from "./figure";

const counts = process.argv.slice(2).map(Number);

/** Of the whole process with its workers, when it ends. */
const METER = `const { isMainThread } = require("node:worker_threads");
if (isMainThread) process.once("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.error("measured " + maxRSS / 1024 + " " + (userCPUTime + systemCPUTime) / 1e6);
});`;

interface Measured {
  readonly megabytes: number;
  /** Of processors. */
  readonly seconds: number;
}

function measured(folder: string, count: number, pdfs: boolean): Measured {
  const place = join(folder, `${String(count)}${pdfs ? "-pdf" : ""}`);
  // In portions: what is generated is not what is measured, and need not fit in memory at once.
  for (let from = 0; from < count; from += 100) {
    const some = generate({ seed: from + 1, count: Math.min(100, count - from), pdfs });
    const named = some.applications.map((one) => ({ ...one, name: `${String(from)}_${one.name}` }));
    writeTo(place, { ...some, applications: named });
  }
  const meter = join(folder, "meter.cjs");
  writeFileSync(meter, METER);
  const args = ["--require", meter, "bin/kenzan.js", "desk", place, "--out", `${place}-out`, "--jobs", "1"];
  const { stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const [, megabytes, seconds] = /measured ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  if (status === 2 || megabytes === undefined) throw new Error(stderr);
  rmSync(place, { recursive: true });
  rmSync(`${place}-out`, { recursive: true });
  return { megabytes: Number(megabytes), seconds: Number(seconds) };
}

const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
try {
  const figures: Figure[] = [];
  for (const pdfs of [false, true])
    for (const count of counts.length > 0 ? counts : [20, 200, 2_000]) {
      const { megabytes, seconds } = measured(folder, count, pdfs);
      const name = `${count.toLocaleString("en-US")} applications, ${pdfs ? "half of the estimates PDFs" : "no PDFs"}`;
      const goal = pdfs || count < 100 ? null : ({ kind: "least", value: 20 } as const);
      figures.push({ name, value: count / seconds, unit: "/s of one core", goal });
      figures.push({ name: "  peak memory", value: megabytes, unit: "MB", goal: null });
      process.stdout.write(`${print(figures.slice(-2))}\n`);
    }
} finally {
  rmSync(folder, { recursive: true });
}
