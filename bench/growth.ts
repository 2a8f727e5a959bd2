/** How the whole command grows, in processor time: with the lines of one budget, and with the number of budgets. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildXlsx, type CellLiteral } from "../test/ooxml/build";
import type { Figure } from "./figure";
import { budget } from "./workbooks";

const LINES = [100, 1_000, 10_000, 100_000, 1_000_000];
const FILES = [10, 100, 1_000];
/** A workbook holds at most five million cells: a million lines have four columns. */
const MILLION = 1_000_000;

interface Taken {
  /** Milliseconds of all threads. */
  readonly cpu: number;
  /** Megabytes. */
  readonly peak: number;
}

export function growth(root: string): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  const meter = join(folder, "meter.cjs");
  const result = join(folder, "meter.json");
  writeFileSync(
    meter,
    `if (require("node:worker_threads").isMainThread) process.once("exit", () => {
       const { user, system } = process.cpuUsage();
       require("node:fs").writeFileSync(${JSON.stringify(result)}, JSON.stringify({ cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
     });`,
  );
  /** The least of several runs. */
  const run = (runs: number, files: readonly string[]): Taken => {
    const taken = Array.from({ length: runs }, () => {
      const args = ["--max-old-space-size=12000", "--require", meter, join(root, "bin/kenzan.js"), "check", ...files];
      const { status, stderr } = spawnSync(process.execPath, [...args, "--frame", "transformation", "--jobs", "1"], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      if (status !== 0 && status !== 1) throw new Error(String(stderr));
      return JSON.parse(readFileSync(result, "utf8")) as Taken;
    });
    return { cpu: Math.min(...taken.map(({ cpu }) => cpu)), peak: Math.max(...taken.map(({ peak }) => peak)) };
  };
  try {
    const file = join(folder, "budget.xlsx");
    const byLines = LINES.map((lines) => {
      writeFileSync(file, lines === MILLION ? slim(lines) : budget(root, lines));
      return run(lines <= 10_000 ? 3 : 1, [file]);
    });
    const books = Array.from({ length: Math.max(...FILES) }, (_, at) => join(folder, `budget-${at}.xlsx`));
    books.forEach((path, at) => writeFileSync(path, budget(root, 30, at * 7)));
    const byFiles = FILES.map((count) => run(1, books.slice(0, count)));
    return [...figures("lines", LINES, byLines), ...figures("workbooks of 30 lines", FILES, byFiles)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figures = (of: string, counts: readonly number[], taken: readonly Taken[]): Figure[] =>
  counts.flatMap((count, at): Figure[] => {
    const { cpu, peak } = taken[at] as Taken;
    const before = taken[at - 1];
    const name = `${count.toLocaleString("en-US")} ${of}`;
    return [
      { name, value: cpu, unit: "ms CPU", goal: null },
      { name: "  peak", value: peak, unit: "MB", goal: null },
      ...(before === undefined
        ? []
        : [
            {
              name: "  against a tenth",
              value: cpu / before.cpu,
              unit: "×",
              goal: { kind: "most", value: 11 },
            } as const,
          ]),
    ];
  });

/** A budget of four columns. */
function slim(lines: number): Uint8Array {
  const rows = Array.from({ length: lines }, (_, at): CellLiteral[] => {
    const [price, count] = [1_000 + (at % 900), 1 + (at % 9)];
    return [`温度センサー 型式K-${at % 5_000}`, price, count, price * count];
  });
  return buildXlsx({ sheets: [{ name: "予算明細", rows: [["品名", "単価", "数量", "金額"], ...rows] }] });
}
