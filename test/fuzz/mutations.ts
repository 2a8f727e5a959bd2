/** Changes to a workbook that people, programs and enemies make; each is told by three numbers, so that it shrinks. */
import fc from "fast-check";
import type { Cell, CellValue, Sheet, Workbook } from "../../src/core/workbook/workbook";
import { mapSheets } from "./corpus";

export interface Mutation {
  readonly kind: keyof typeof KINDS;
  readonly sheet: number;
  readonly at: number;
  readonly what: number;
}

/** Values that a cell may hold although nobody would type them there. */
export const ODD: readonly CellValue[] = [
  "", " ", "　", "0", "-0", "１，２３４", "▲5,000", "(3,000)", "¥1,000-", "一式", "別途見積", "未定", "合計", "小計", "内訳",
  "=1+1", "<b>x</b>", "\u001b[31m", "\u202e予算", "../../etc", "1e308", "9".repeat(40), "年", "令和7年13月45日", "%", "2/3",
  "a".repeat(5_000), "消費税（10%）", "〃", "同上", "値引き", 0, -0, 1, -1, 0.1, 1e-300, 1e15, 1e16, 1.7976931348623157e308,
  -1e15, 45_000, 2_958_466, 1 / 3, true, false, { error: "#REF!" }, { error: "#N/A" },
]; // prettier-ignore

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** The cell that a number means, among those that are there. */
function withCell(sheet: Sheet, at: number, change: (cell: Cell) => Cell): Sheet {
  const total = sheet.rows.reduce((sum, { cells }) => sum + cells.length, 0);
  if (total === 0) return sheet;
  let left = at % total;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const here = left;
      left -= row.cells.length;
      if (here < 0 || here >= row.cells.length) return row;
      return { ...row, cells: row.cells.map((cell, index) => (index === here ? change(cell) : cell)) };
    }),
  };
}

const KINDS = {
  value: (sheet: Sheet, at: number, what: number) =>
    withCell(sheet, at, (cell) => ({ ...cell, value: pick(ODD, what), formula: null })),
  scale: (sheet: Sheet, at: number, what: number) =>
    withCell(sheet, at, (cell) =>
      typeof cell.value === "number" ? { ...cell, value: cell.value * pick([-1, 10, 1000, 0.5, 1.1], what) } : cell,
    ),
  text: (sheet: Sheet, at: number) =>
    withCell(sheet, at, (cell) => (typeof cell.value === "number" ? { ...cell, value: String(cell.value) } : cell)),
  format: (sheet: Sheet, at: number, what: number) =>
    withCell(sheet, at, (cell) => ({
      ...cell,
      format: pick(["0%", "[$-411]ge.m.d", ";;;", '#,##0,"千円"', "@", "yyyy/m/d", "0.0E+00"], what),
    })),
  formula: (sheet: Sheet, at: number, what: number) =>
    withCell(sheet, at, (cell) => ({
      ...cell,
      formula: pick(["A1", "SUM(A:A)", "SUM(A1:XFD1048576)", "((((", "#REF!+1", "INDIRECT(A1)", "'无'!A1"], what),
    })),
  strike: (sheet: Sheet, at: number) => withCell(sheet, at, (cell) => ({ ...cell, struck: !cell.struck })),
  dropRow: (sheet: Sheet, at: number) => ({
    ...sheet,
    rows: sheet.rows.filter((_, index) => index !== at % Math.max(1, sheet.rows.length)),
  }),
  repeatRow: (sheet: Sheet, at: number) => {
    const row = sheet.rows[at % Math.max(1, sheet.rows.length)];
    if (row === undefined) return sheet;
    const rows = sheet.rows.map((own) => (own.index > row.index ? { ...own, index: own.index + 1 } : own));
    rows.splice(sheet.rows.indexOf(row) + 1, 0, { ...row, index: row.index + 1 });
    return { ...sheet, rows };
  },
  swapRows: (sheet: Sheet, at: number, what: number) => {
    if (sheet.rows.length < 2) return sheet;
    const [one, two] = [at % sheet.rows.length, what % sheet.rows.length];
    const rows = [...sheet.rows];
    const [a, b] = [rows[one]!, rows[two]!];
    rows[one] = { ...b, index: a.index };
    rows[two] = { ...a, index: b.index };
    return { ...sheet, rows };
  },
  merge: (sheet: Sheet, at: number, what: number) => {
    const row = sheet.rows[at % Math.max(1, sheet.rows.length)];
    const left = row?.cells[what % Math.max(1, row.cells.length)]?.column;
    if (row === undefined || left === undefined) return sheet;
    const area = { top: row.index, left, bottom: row.index + (what % 3), right: left + (at % 3) };
    return { ...sheet, merges: [...sheet.merges, area] };
  },
  hideSheet: (sheet: Sheet, _: number, what: number) => ({
    ...sheet,
    visibility: pick(["hidden", "veryHidden", "visible"] as const, what),
  }),
  rename: (sheet: Sheet, _: number, what: number) => ({
    ...sheet,
    name: pick(["集計", "旧", "(2)", "見積", "労務費", "収入の部", "Sheet1", "予算"], what) + String(what % 7),
  }),
  farCell: (sheet: Sheet, _: number, what: number) => {
    const row = { index: 1_048_576, hidden: false, cells: [cellAt(1 + (what % 16_384), pick(ODD, what))] };
    return { ...sheet, rows: [...sheet.rows.filter(({ index }) => index < row.index), row] };
  },
} as const;

const cellAt = (column: number, value: CellValue): Cell => ({
  column,
  value,
  formula: null,
  format: null,
  struck: false,
});

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
  sheet: fc.nat(7),
  at: fc.nat(5_000),
  what: fc.nat(5_000),
});

export function mutated(workbook: Workbook, mutations: readonly Mutation[]): Workbook {
  return mutations.reduce((book, { kind, sheet, at, what }) => {
    const index = sheet % Math.max(1, book.sheets.length);
    let seen = -1;
    return mapSheets(book, (own) => ((seen += 1) === index ? KINDS[kind](own, at, what) : own));
  }, workbook);
}
