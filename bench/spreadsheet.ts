/**
 * The whole check beside a spreadsheet of the same questions: the six rules of `rules.ts` as formulas in every row, the sums
 * and the subsidy below, all of it opened, calculated anew and saved by LibreOffice. What LibreOffice takes to open and save
 * one empty row is printed too: it is no part of the calculation.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook } from "../src/ooxml/read";
import { nodeCodec } from "../src/ooxml/zip/node-codec";
import type { CellLiteral } from "../test/ooxml/build";
import { libreOffice, recalculate } from "../test/template/libreOffice";
import { median, type Figure } from "./figure";
import { DEAR, faultyBudget } from "./workbooks";

const LINES = 10_000;

export function spreadsheet(root: string): Figure[] {
  if (libreOffice === undefined) {
    process.stderr.write("LibreOffice is not installed: the check is not measured beside a spreadsheet.\n");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "kenzan-bench-"));
  try {
    const [budget, formulas, empty] = [faultyBudget(LINES), withFormulas(LINES), withFormulas(1)];
    const file = join(folder, "budget.xlsx");
    writeFileSync(file, budget);
    const check = () => {
      const args = ["check", file, "--frame", "transformation", "--format", "json"];
      const { status, stderr } = spawnSync(process.execPath, [join(root, "bin/kenzan.js"), ...args], {
        maxBuffer: 1 << 30,
      });
      if (status !== 1) throw new Error(String(stderr));
    };
    const calculated = recalculate(new Map([["book", formulas]])).get("book") as Uint8Array;
    expectSame(calculated);
    const times = { kenzan: [] as number[], office: [] as number[], start: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      times.kenzan.push(taken(check));
      times.office.push(taken(() => recalculate(new Map([["book", formulas]]))));
      times.start.push(taken(() => recalculate(new Map([["book", empty]]))));
    }
    const [kenzan, office, start] = [median(times.kenzan), median(times.office), median(times.start)];
    return [
      { name: "kenzan check of 10,000 lines, a command", value: kenzan, unit: "ms", goal: null },
      { name: "  six rules as formulas, LibreOffice", value: office, unit: "ms", goal: null },
      { name: "  LibreOffice with one row", value: start, unit: "ms", goal: null },
      { name: "  LibreOffice against Kenzan", value: office / kenzan, unit: "×", goal: { kind: "least", value: 1 } },
      { name: "  without LibreOffice's own start", value: (office - start) / kenzan, unit: "×", goal: null },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function taken(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The same lines with the six rules beside every row, and the subsidy below. */
function withFormulas(lines: number): Uint8Array {
  const formulas = (row: number): CellLiteral[] =>
    [
      `IF(ABS(I${row}-G${row}*H${row})<1,0,1)`,
      `IF(AND(C${row}="${DEAR}",G${row}<200000),1,0)`,
      `IF(C${row}="",1,0)`,
      `IF(ISNUMBER(SEARCH("手形",K${row})),1,0)`,
      `IF(OR(J${row}<DATE(2025,4,1),J${row}>DATE(2026,2,28)),1,0)`,
      `IF(ISNUMBER(SEARCH("北九州市",F${row})),0,1)`,
      `IF(O${row}+P${row}>0,0,I${row})`,
    ].map((formula) => ({ value: 0, formula }));
  const last = lines + 1;
  const sums = ["L", "M", "N", "O", "P", "Q", "R"].map((column) => ({
    value: 0,
    formula: `SUM(${column}2:${column}${last})`,
  }));
  const subsidy = { value: 0, formula: `ROUNDDOWN(MIN(5000000,R${last + 1}*2/3),-3)` };
  return faultyBudget(lines, formulas, [
    [...Array<null>(11).fill(null), ...sums],
    [...Array<null>(11).fill(null), subsidy],
  ]);
}

/** The formulas say what they are to say: they were calculated, and the subsidy is at its cap. */
function expectSame(calculated: Uint8Array): void {
  const [sheet] = readWorkbook(calculated, nodeCodec).sheets;
  const [sums, subsidy] = sheet?.rows.slice(-2) ?? [];
  const found = (sums?.cells ?? []).map(({ value }) => Number(value));
  if (found[0] !== Math.ceil(LINES / 17) || subsidy?.cells[0]?.value !== 5_000_000)
    throw new Error(`LibreOffice calculated ${JSON.stringify(found)}`);
}
