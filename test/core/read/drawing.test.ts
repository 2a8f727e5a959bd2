import * as fc from "fast-check";
import { readBudget } from "../../../src/core/read/read";
import type { BudgetReading, RowRole } from "../../../src/core/read/reading";
import type { Sheet, Workbook } from "../../../src/core/workbook/workbook";
import { draw, items, styles, type Item } from "./drawing";
import { HINTS } from "./hints";

const expected = (budget: readonly Item[]): string[] =>
  budget.map(({ major, middle, item, price, count }) => [major, middle, item, price * count].join("|"));
const brief = (reading: BudgetReading): string[] =>
  reading.lines.map((line) => [line.statedMajor, line.statedMiddle, line.description, line.amount].join("|"));
const wrong = (reading: BudgetReading): string[] =>
  reading.totals
    .filter((total) => !total.candidates.some(({ yen }) => yen === total.amount))
    .map((total) => `${total.sheet}!${String(total.row)} ${total.label} ${String(total.amount)}`);

const runs = Number(process.env.DRAWINGS ?? 200);

test("however a budget is drawn, the same lines are read and its totals are right", () => {
  fc.assert(
    fc.property(items, styles, (budget, style) => {
      const { book, totals } = draw(budget, style);
      const reading = readBudget(book, [], HINTS);
      expect(brief(reading)).toEqual(expected(budget));
      expect(wrong(reading)).toEqual([]);
      expect(reading.totals).toHaveLength(totals);
    }),
    { numRuns: runs },
  );
});

/** Moves everything from a row or column on by one: a blank row or column comes in. */
function withBlank(book: Workbook, at: { row?: number; column?: number }): Workbook {
  const row = (index: number): number => (at.row !== undefined && index >= at.row ? index + 1 : index);
  const column = (index: number): number => (at.column !== undefined && index >= at.column ? index + 1 : index);
  const shift = (page: Sheet): Sheet => ({
    ...page,
    rows: page.rows.map((line) => ({
      ...line,
      index: row(line.index),
      // Formulas of a drawing name cells that have moved; without them the values speak.
      cells: line.cells.map((cell) => ({ ...cell, column: column(cell.column), formula: null })),
    })),
    merges: page.merges.map((area) => ({
      top: row(area.top),
      left: column(area.left),
      bottom: row(area.bottom),
      right: column(area.right),
    })),
  });
  return { ...book, sheets: book.sheets.map(shift) };
}

test("a blank row or column in between changes no line", () => {
  fc.assert(
    fc.property(items, styles, fc.nat(30), fc.nat(12), (budget, drawn, row, column) => {
      const style = { ...drawn, beside: false, summary: false, headerRows: 1 as const, newPageAfter: 0 };
      const { book } = draw(budget, style);
      const before = brief(readBudget(book, [], HINTS));
      const first = style.row + 4;
      expect(brief(readBudget(withBlank(book, { row: first + row }), [], HINTS))).toEqual(before);
      expect(brief(readBudget(withBlank(book, { column: style.column + column }), [], HINTS))).toEqual(before);
    }),
    { numRuns: runs / 2 },
  );
});

test("a total that is off by some yen is found wherever it stands, and nothing else is", () => {
  fc.assert(
    fc.property(items, styles, fc.nat(20), fc.integer({ min: 1, max: 999 }), (budget, drawn, which, yen) => {
      const style = { ...drawn, numbers: "numeric" as const, formulas: false, summary: false, beside: false };
      const { book } = draw(budget, style);
      const { totals } = readBudget(book, [], HINTS);
      const total = totals[which % Math.max(1, totals.length)];
      fc.pre(total !== undefined);
      const { sheet, row, column } = total.cell;
      // More than all lines together, so that no other sum can excuse it.
      const off = book.sheets.map((page) =>
        page.name !== sheet
          ? page
          : {
              ...page,
              rows: page.rows.map((line) =>
                line.index !== row
                  ? line
                  : {
                      ...line,
                      cells: line.cells.map((cell) =>
                        cell.column === column && typeof cell.value === "number"
                          ? { ...cell, value: cell.value + 800_000_000 / style.scale + yen / style.scale }
                          : cell,
                      ),
                    },
              ),
            },
      );
      const reading = readBudget({ ...book, sheets: off }, [], HINTS);
      expect(brief(reading)).toEqual(expected(budget));
      expect(wrong(reading)).toHaveLength(1);
      expect(wrong(reading)[0]?.startsWith(`${sheet}!${String(row)} `)).toBe(true);
    }),
    { numRuns: runs / 2 },
  );
});

const STRAY_WORDS = ["", "その他", "参考", "※ 予備", "消費税", "補助金申請額", "うち 設計", "小計", "繰越", "部材計"];

/** One more row somewhere, of a few words and a figure in the column of the amounts. */
function withStray(book: Workbook, at: number, words: string, yen: number, first: number, column: number): Workbook {
  const [page, ...rest] = book.sheets as [Sheet, ...Sheet[]];
  const row = first + (at % Math.max(1, (page.rows.at(-1)?.index ?? first) + 2 - first));
  const cell = (place: number, value: string | number) => ({ ...NO_LOOK, column: place, value });
  const stray = { index: row, hidden: false, cells: [cell(column, yen)] };
  const named = words === "" ? stray.cells : [cell(1, words), ...stray.cells];
  const moved = page.rows.map((line) => (line.index >= row ? { ...line, index: line.index + 1 } : line));
  const rows = [...moved, { ...stray, cells: named }].sort((a, b) => a.index - b.index);
  return { ...book, sheets: [{ ...page, rows, merges: [] }, ...rest] };
}
const NO_LOOK = { formula: null, format: null, struck: false };

const PLACED: ReadonlySet<RowRole> = new Set<RowRole>(["line", "subtotal", "total", "tax", "funding", "breakdown"]);

test("every yen in the column of the amounts has its place or is told, whatever row comes in between", () => {
  const strays = fc.record({
    at: fc.nat(30),
    words: fc.constantFrom(...STRAY_WORDS),
    yen: fc.integer({ min: 1, max: 9e6 }),
  });
  fc.assert(
    fc.property(items, styles, strays, (budget, drawn, { at, words, yen }) => {
      const style = { ...drawn, numbers: "numeric" as const, column: drawn.column + 1, formulas: false };
      const plain = {
        ...style,
        summary: false,
        beside: false,
        headerRows: 1 as const,
        newPageAfter: 0,
        scale: 1 as const,
      };
      const { book } = draw(budget, plain);
      const header = readBudget(book, [], HINTS).sheets[0]?.tables[0];
      const column = header?.columns.find(({ field }) => field.startsWith("amount"))?.column;
      fc.pre(header !== undefined && column !== undefined);
      const changed = withStray(book, at, words, yen, header.firstRow, column);
      const found = changed.sheets.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.column === column ? [cell.value] : []))),
      );
      const reading = readBudget(changed, [], HINTS);
      const rows = changed.sheets.flatMap(({ name }) => reading.trace.rowsOf(name));
      const placed = rows.filter(({ role }) => PLACED.has(role)).map((row) => row.yen ?? 0);
      const told = [...reading.account.unread, ...reading.account.setAside].map((one) => one.yen);
      const sum = (figures: readonly unknown[]): number =>
        figures.reduce<number>((all, one) => all + (typeof one === "number" ? one : 0), 0);
      expect(sum(placed) + sum(told)).toBe(sum(found));
      expect(reading.account.accounted).toBe(sum(placed));
    }),
    { numRuns: runs / 4 },
  );
});
