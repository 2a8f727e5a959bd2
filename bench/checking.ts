/** Checking with all rules, and how it grows. */
import { check } from "../src/core/check";
import { readWorkbook } from "../src/ooxml/read";
import { nodeCodec } from "../src/ooxml/zip/node-codec";
import { schemes } from "../src/schemes";
import { median, time, type Figure } from "./figure";
import { budget } from "./workbooks";

export function checking(root: string): Figure[] {
  const measure = (lines: number, runs: number): number => {
    const workbook = readWorkbook(budget(root, lines), nodeCodec);
    const run = () => check(workbook, schemes, { scheme: "fais-dx-2025", frame: "transformation" });
    const read = run().lines.length; // the report itself is let go: nobody holds two of them
    if (read !== lines) throw new Error(`${read} lines were read, not ${lines}`);
    return median(time(runs, run));
  };
  const ten = measure(10_000, 9);
  const hundred = measure(100_000, 3);
  return [
    { name: "check 10,000 lines, all rules", value: ten, unit: "ms", goal: { kind: "most", value: 150 } },
    { name: "check 100,000 lines against 10,000", value: hundred / ten, unit: "×", goal: { kind: "most", value: 11 } },
  ];
}
