/** What stands in a column of figures, row by row, beside the others. */
import { toNumber } from "../../money/fraction";
import { readAmount, readThousands } from "../../text/amount";
import { isDateFormat } from "../../text/date";
import { compact } from "../../text/fold";
import { readQuantity } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import type { Cell, Row } from "../../workbook/workbook";
import type { Field } from "../field";
import type { HeaderColumn, Table } from "../tables/table";
import { scaleOf, withoutUnit } from "../words/headers";
import { spelled } from "../words/kana";
import { markOf } from "../words/marks";
import type { ColumnValues } from "./amount-candidate";
import type { FieldColumn } from "./field-column";
import { multiplyTo } from "./product";

const SAMPLE = 80;

const WORD_OF_MONEY = "の?(?:予算|計画|予定|見込み?|支出|支払い?|経費|費用)?(?:予定)?(?:金?額)?";
/** Also below a heading: 上期 over 4～6月 and 7～9月, 令和7年度 over 上期 and 下期. */
const PERIOD = new RegExp(
  `^(?:(?:令和|r|20)?\\d{1,2}年度?)?(?:[上下](?:半期|期)|(?:[上下](?:半期|期))?(?:第?[1-4一二三四](?:四半期|q|期)|q[1-4]|\\d{1,2}月?[~-]\\d{1,2}月)|前半|後半)(?:分|計)?${WORD_OF_MONEY}$`,
);
/** 7月予算, not 7月 alone. */
const MONEY_OF_A_MONTH = new RegExp(`^\\d{1,2}月(?:分|度)?(?!$)${WORD_OF_MONEY}$`);

/** 7月 実績 | 差異 beside 7月 予算. */
const OF_THE_PAST = /(?:実績|差異?|差額|増減|執行|残額?|比|率)(?:金?額)?$/;

const SUM_OF_PERIOD = /計(?:額|金額)?$/;

/** 第1四半期, 4～6月(千円), 1Q, 上期: parts of a year beside each other. */
export const isPeriod = (header: string): boolean =>
  PERIOD.test(withoutUnit(header)) || MONEY_OF_A_MONTH.test(withoutUnit(header));

/** 第2四半期 計 over its months. */
export const sumsPeriod = (header: string): boolean => SUM_OF_PERIOD.test(withoutUnit(header));

export const isMonthly = ({ meaning, text }: HeaderColumn): boolean =>
  meaning?.month === true || isPeriod(compact(text));

/** Of columns of a period: they tell what was spent, or how that differs from what was planned. */
export const tellsThePast = (header: string): boolean => OF_THE_PAST.test(withoutUnit(header));

/** A row of the sample with all that its columns are asked for. */
export interface SampledRow {
  readonly row: Row;
  /** By column, within the table and beside it. */
  readonly figures: readonly Figure[];
  readonly saysTotal: boolean;
}

interface Figure {
  readonly column: number;
  readonly value: number;
  readonly formula: string | null;
}

/** Rows that hold anything, from the top of the table. */
export function sampleOf({ grid, firstRow, lastRow, repeatedHeaders, left, right }: Table): readonly SampledRow[] {
  const rows: SampledRow[] = [];
  for (const row of grid.sheet.rows) {
    if (row.index < firstRow || repeatedHeaders.has(row.index)) continue;
    if (row.index > lastRow || rows.length >= SAMPLE) break;
    if (
      row.cells.some((cell) => cell.column >= left && cell.column <= right && cell.value !== null && cell.value !== "")
    )
      rows.push(sampled(row));
  }
  return rows;
}

function sampled(row: Row): SampledRow {
  const figures = row.cells.flatMap((cell) => {
    const value = figureOf(cell);
    return value === null ? [] : [{ column: cell.column, value, formula: cell.formula }];
  });
  const endsInTotal = row.cells.some(({ value }) => {
    const said = typeof value === "string" ? spelled(value) : "";
    return said.includes("計") && TOTAL.test(compact(said));
  });
  return { row, figures, saysTotal: endsInTotal && !multiplies(figures) };
}

/** 含水率計 | 47000 | 3 | 141000: a price and a count that make their amount are an item's, whatever its name ends in. */
const multiplies = (figures: readonly Figure[]): boolean =>
  figures.some(({ value }, at) => {
    const factors = figures.slice(Math.max(0, at - MOST_FACTORS), at).map((factor) => factor.value);
    return (
      value !== 0 &&
      multiplyTo(
        factors.filter((factor) => factor !== 0),
        value,
      )
    );
  });
const MOST_FACTORS = 5;

function figureOf({ value, format }: Cell): number | null {
  if (typeof value === "number") return isDateFormat(format) ? null : value;
  if (typeof value !== "string" || !/[\d０-９円]/.test(value)) return null;
  const read = readAmount(value) ?? readThousands(value) ?? readQuantity(value);
  return read === null ? null : toNumber(read.value);
}

export const figureAt = ({ figures }: SampledRow, from: number, to: number): Figure | undefined =>
  figures.find(({ column }) => column >= from && column <= to);

export const hasFigures = (sample: readonly SampledRow[], { column, right }: HeaderColumn): boolean =>
  sample.some((row) => figureAt(row, column, right) !== undefined);

const NUMBERS: ReadonlySet<Field | null> = new Set<Field | null>([
  null,
  "unitPrice",
  "unitPriceExclusive",
  "unitPriceInclusive",
  "quantity",
  "hours",
  "hourlyRate",
]);

type Columns = readonly { readonly column: number; readonly right: number }[];

/** What stands in columns of a table, one or several together. */
export type ValuesOf = (own: Columns) => ColumnValues;

export function valuesIn(table: Table, columns: readonly FieldColumn[], sample: readonly SampledRow[]): ValuesOf {
  const fields = new Map<number, Field>();
  for (const { field, column, right } of columns)
    for (let at = column; at <= right; at++) if (!fields.has(at)) fields.set(at, field);
  const hasMonths = table.columns.some((column) => isMonthly(column) && !sumsPeriod(compact(column.text)));
  const amounts = table.columns.filter(
    (column) =>
      column.meaning?.fields.includes("amount") === true ||
      (isMonthly(column) && !(hasMonths && sumsPeriod(compact(column.text)))) ||
      /対象外|自己負担|税額|消費税|料金$|代金$/.test(column.text),
  );
  return (own) => valuesOf(own, { table, fields, amounts, sample });
}

/** What is the same of all columns of a table. */
interface Surroundings {
  readonly table: Table;
  readonly fields: ReadonlyMap<number, Field>;
  /** Those that may add up to another one. */
  readonly amounts: readonly HeaderColumn[];
  readonly sample: readonly SampledRow[];
}

function valuesOf(own: Columns, { table, fields, amounts, sample }: Surroundings): ColumnValues {
  let [filled, spoken, marks, words, fine, nonzero, rows, products, across, added, productFormulas, totals] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  const byRow = new Map<number, number>();
  const isOwn = (column: number): boolean => own.some((it) => column >= it.column && column <= it.right);
  const others = amounts.filter(({ column }) => !isOwn(column));
  // 謝金（千円） of prices in yen.
  const unit = scaleOf(compact(table.columns.find(({ column }) => column === own[0]?.column)?.text ?? "")) ?? 1;
  for (const one of sample) {
    const { row, saysTotal } = one;
    const figures = own
      .map(({ column, right }) => figureAt(one, column, right))
      .filter((figure) => figure !== undefined);
    const numbers: number[] = [];
    let any = figures.length > 0;
    if (
      !any &&
      row.cells.some(({ column, value }) => isOwn(column) && typeof value === "string" && value.trim() !== "")
    )
      words++;
    for (const { column, value } of one.figures) {
      if (column < table.left || column > table.right || isOwn(column)) continue;
      const field = fields.get(column) ?? null;
      if (field !== "no" && field !== "evidenceNo") any = true;
      if (NUMBERS.has(field) && numbers.length < 5 && value !== 0) numbers.push(value);
    }
    if (!any) continue;
    rows++;
    const first = figures[0];
    if (first === undefined) {
      const said = row.cells.filter((cell) => isOwn(cell.column) && speaks(cell));
      if (said.length > 0) spoken++;
      if (said.some((cell) => markOf(cell) !== null)) marks++;
      continue;
    }
    spoken++;
    filled++;
    if (first.formula === null && isFine(first.value)) fine++;
    const value = figures.reduce((sum, figure) => sum + figure.value, 0);
    if (value === 0) continue;
    nonzero++;
    byRow.set(row.index, value);
    if (multiplyTo(numbers, value) || (unit > 1 && multiplyTo(numbers, value * unit))) products++;
    if (first.formula !== null && /\*|PRODUCT\(/i.test(first.formula) && !/SUM\(/i.test(first.formula))
      productFormulas++;
    const beside = others
      .map(({ column, right }) => figureAt(one, column, right)?.value ?? 0)
      .filter((figure) => figure !== 0);
    if (beside.length >= 1 && Math.abs(beside.reduce((sum, figure) => sum + figure, 0) - value) < 1) {
      across++;
      if (beside.length >= 2) added++;
    }
    if (saysTotal) totals++;
  }
  if (added === 0) across = 0;
  return { filled, spoken, marks, words, fine, nonzero, rows, products, across, productFormulas, totals, byRow };
}

/** No money has more than two decimals. */
const isFine = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) > 1e-6;

const speaks = (cell: Cell): boolean => cell.formula !== null || !isBlank(cell);

/** 設計 is work. */
const TOTAL = /(?<!設)計(?:額|金額)?(?:\(.*\))?$/;
