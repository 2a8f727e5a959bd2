/**
 * Finds what a workbook says twice, so that nothing is counted twice: summaries of lines that stand elsewhere,
 * breakdowns of a line that stands elsewhere, and hidden or superseded sheets.
 */
import { add, compare, floor, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import type { BudgetRows } from "../rows/read";
import type { Categories } from "../words/categories";
import type { LineRead } from "../records/lines";
import type { TotalRow } from "../reading";
import { referencesOf, type Reference } from "../../workbook/references";
import type { CellRef } from "../../workbook/workbook";

/** A table of lines as this module sees it. */
export interface LineTable {
  readonly sheet: string;
  /** Title and sheet name. */
  readonly names: string;
  readonly objectName: string | null;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Columns of amounts. */
  readonly amountColumns: readonly number[];
  /** It has columns for prices, quantities or vendors. */
  readonly isDetailed: boolean;
  readonly rows: BudgetRows;
}

export interface Repeats {
  /** Tables that only repeat. */
  readonly summaries: ReadonlySet<LineTable>;
  /** Tables that break one line of another table down. */
  readonly breakdowns: ReadonlySet<LineTable>;
  /** Single rows that repeat, by table. */
  readonly rows: ReadonlyMap<LineTable, ReadonlySet<number>>;
  /** Each repeating row is a total of what it repeats. */
  readonly totals: readonly TotalRow[];
}

const SUMMARY_NAME =
  /総括|集計|総表|合計表|一覧表?|サマリ|まとめ(?!①|②)|summary|内訳総|費目別|区分別|構成員別|全体|総計|概要/i;
const POINTS_ELSEWHERE = /別紙|別表|別シート|シート参照|のとおり|の通り|参照|内訳書|明細書|別添|合計|計$/;

/** @param labour sum of the labour tables' amounts, which a summary may include */
export function findRepeats(tables: readonly LineTable[], categories: Categories, labour: Fraction): Repeats {
  const summaries = new Set<LineTable>();
  const breakdowns = new Set<LineTable>();
  const rows = new Map<LineTable, Set<number>>();
  const totals: TotalRow[] = [];
  if (tables.length < 2) return { summaries, breakdowns, rows, totals };
  const drop = (table: LineTable, row: number): void => {
    const set = rows.get(table);
    if (set === undefined) rows.set(table, new Set([row]));
    else set.add(row);
  };
  byFormula(tables, categories, breakdowns, drop);
  byEqualSums(tables, categories, labour, rows, breakdowns, drop);
  const sums = categorySums(
    tables.filter((table) => !breakdowns.has(table)),
    rows,
  );
  for (const [table, dropped] of rows) {
    if (breakdowns.has(table)) continue;
    for (const read of table.rows.lines) {
      if (!dropped.has(read.line.row)) continue;
      const total = totalOf(read, categories, sums, labour);
      if (total !== null) totals.push(total);
    }
    if (!table.rows.lines.every(({ line }) => dropped.has(line.row))) continue;
    summaries.add(table);
    totals.push(...grandTotals(table, tables, rows, breakdowns, labour));
  }
  return { summaries, breakdowns, rows, totals };
}

const refersTo = (reference: Reference, from: string, table: LineTable): boolean =>
  (reference.sheet ?? from) === table.sheet &&
  table.amountColumns.some((column) => column >= reference.left && column <= reference.right) &&
  (reference.top === null || (reference.top >= table.top && (reference.bottom ?? reference.top) <= table.bottom + 1));

/** Lines whose amount is taken from amounts of another table. */
function byFormula(
  tables: readonly LineTable[],
  categories: Categories,
  breakdowns: Set<LineTable>,
  drop: (table: LineTable, row: number) => void,
): void {
  for (const table of tables) {
    const taken: { read: LineRead; from: LineTable[] }[] = [];
    for (const read of table.rows.lines) {
      const formula = read.line.amountFormula;
      if (formula === null) continue;
      const { cells, tables: names } = referencesOf(formula);
      const from = tables.filter(
        (other) =>
          other !== table &&
          (cells.some((reference) => refersTo(reference, table.sheet, other)) ||
            (other.objectName !== null && names.includes(other.objectName))),
      );
      const ownRow = cells.some(
        (reference) =>
          reference.sheet === null &&
          reference.top === read.line.row &&
          reference.left >= table.left &&
          reference.right <= table.right,
      );
      if (from.length > 0 && !ownRow) taken.push({ read, from });
    }
    for (const { read, from } of taken) {
      const { line } = read;
      const isItem =
        line.vendor !== null &&
        categories.resolve(line.description) === null &&
        !POINTS_ELSEWHERE.test(line.description + (line.note ?? ""));
      // An item keeps its line; the table that works its price out knows no categories.
      const isBreakdown = (other: LineTable): boolean =>
        other.rows.lines.every(({ line: part }) => part.statedMiddle === null && part.statedMajor === null);
      if (isItem && from.every(isBreakdown)) for (const other of from) breakdowns.add(other);
      else drop(table, line.row);
    }
  }
}

const keyOfLine = (read: LineRead, categories: Categories): string | null => {
  const { line } = read;
  const found = categories.resolve(line.description);
  return found === null ? compact(line.description) : found.word;
};

/** Sums of every category, and of every member, over all tables but one. */
function categorySums(
  tables: readonly LineTable[],
  dropped: ReadonlyMap<LineTable, ReadonlySet<number>>,
): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const table of tables)
    for (const { line, exact } of table.rows.lines) {
      if (exact === null || dropped.get(table)?.has(line.row) === true) continue;
      for (const key of new Set([line.statedMajor, line.statedMiddle, line.statedMinor, line.member]))
        if (key !== null) sums.set(compact(key), add(sums.get(compact(key)) ?? ZERO, exact));
    }
  return sums;
}

/** Rows that name a category or member and carry the sum of its lines elsewhere. */
function byEqualSums(
  tables: readonly LineTable[],
  categories: Categories,
  labour: Fraction,
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
  drop: (table: LineTable, row: number) => void,
): void {
  for (const table of tables) {
    if (table.isDetailed || breakdowns.has(table) || table.rows.lines.length === 0) continue;
    const open = table.rows.lines.filter(({ line }) => rows.get(table)?.has(line.row) !== true);
    if (open.length === 0) continue;
    const others = tables.filter((other) => other !== table && !breakdowns.has(other));
    const elsewhere = others.reduce(
      (sum, other) => sum + other.rows.lines.filter(({ line }) => rows.get(other)?.has(line.row) !== true).length,
      0,
    );
    if (elsewhere < open.length) continue;
    const sums = categorySums(others, rows);
    const judged = open.map((read) => {
      const key = keyOfLine(read, categories);
      const sum = key === null ? undefined : sums.get(key);
      const exact = read.exact ?? ZERO;
      const equal = sum !== undefined && (compare(sum, exact) === 0 || compare(add(sum, labour), exact) === 0);
      return {
        read,
        named: sum !== undefined,
        equal,
        empty: exact.n === 0n,
        labour: labour.n !== 0n && compare(exact, labour) === 0,
      };
    });
    const equal = judged.filter((row) => row.equal && !row.empty).length;
    const named = judged.filter((row) => row.named).length;
    const hinted = SUMMARY_NAME.test(table.names);
    const isSummary =
      (equal >= 2 && equal * 2 >= named) ||
      (equal >= 1 && (hinted || named === judged.length)) ||
      (hinted && named >= 2);
    if (!isSummary) continue;
    for (const row of judged) if (row.named || row.empty || row.labour) drop(table, row.read.line.row);
  }
}

/** The total of a summary is the sum of its rows as typed, or of every line they repeat. */
function grandTotals(
  summary: LineTable,
  tables: readonly LineTable[],
  dropped: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
  labour: Fraction,
): TotalRow[] {
  let all = ZERO;
  for (const table of tables)
    if (!breakdowns.has(table))
      for (const { line, exact } of table.rows.lines)
        if (exact !== null && dropped.get(table)?.has(line.row) !== true) all = add(all, exact);
  const own = summary.rows.lines.reduce((sum, { exact }) => add(sum, exact ?? ZERO), ZERO);
  return summary.rows.totals.flatMap((total) => {
    if ((total.total?.rank ?? 3) < 3 || total.total?.category != null || total.total?.tax === "inclusive") return [];
    const candidates = [
      { yen: floor(own), of: "all" },
      { yen: floor(all), of: "workbook" },
    ];
    if (labour.n !== 0n) candidates.push({ yen: floor(add(all, labour)), of: "workbook+labour" });
    const amount = total.exact === null ? null : floor(total.exact);
    return [
      {
        sheet: summary.sheet,
        row: total.row,
        cell: total.cell,
        label: total.label,
        amount,
        candidates,
        formula: total.formula,
      },
    ];
  });
}

function totalOf(
  read: LineRead,
  categories: Categories,
  sums: ReadonlyMap<string, Fraction>,
  labour: Fraction,
): TotalRow | null {
  const key = keyOfLine(read, categories);
  const sum = key === null ? undefined : sums.get(key);
  const { line } = read;
  const cell: CellRef | undefined = line.at.amount ?? line.at.amountExclusive ?? line.at.amountInclusive;
  if (sum === undefined || cell === undefined) return null;
  const candidates = [{ yen: floor(sum), of: "category" }];
  if (labour.n !== 0n) candidates.push({ yen: floor(add(sum, labour)), of: "category+labour" });
  return {
    sheet: line.sheet,
    row: line.row,
    cell,
    label: line.description,
    amount: line.amount,
    candidates,
    formula: line.amountFormula,
  };
}
