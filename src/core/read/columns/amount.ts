/** Which column holds the amounts of the lines: every column with figures is a candidate, weighed by words, values and sums. */
import { compact } from "../../text/fold";
import { isDateFormat } from "../../text/date";
import { readAmount, readThousands } from "../../text/amount";
import { readQuantity } from "../../text/number";
import { toNumber } from "../../money/fraction";
import { isBlank } from "../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import { weightOf, evidenceFor, type Evidence } from "../hypothesis";
import type { Field } from "../field";
import type { HeaderColumn, Table } from "../tables/table";
import { looksLikeCategory, type Categories } from "../words/categories";
import { scaleOf, type Tax } from "../words/headers";
import { markOf } from "../words/marks";
import { isPartOfCost } from "../words/parts-of-cost";
import type { FieldColumn } from "./assign";
import { multiplyTo } from "./product";
import type { AmountCandidate, ColumnValues } from "./amount-candidate";
import { AMOUNT_DETECTORS, NOT_SPENDING_WORD } from "./amount-detectors";

interface WeighedCandidate {
  readonly candidate: AmountCandidate;
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

const SAMPLE = 80;
/** Candidates further behind the best than this are not read for their sums. */
const CLOSE = 7;
const MOST_READ = 3;
/** Below this no column holds amounts. */
const LEAST = 1;

/** 第1四半期, 4～6月, 1Q, 上期: parts of a year beside each other. */
export const PERIOD =
  /^(?:第?[1-4一二三四](?:四半期|q|期)|q[1-4]|\d{1,2}月?[~-]\d{1,2}月|[上下](?:半期|期)|前半|後半)(?:分|計)?$/;

/** 第2四半期 計 over its months. */
const SUM_OF_PERIOD = /計(?:額|金額)?$/;

const isMonthly = ({ meaning, text }: HeaderColumn): boolean => meaning?.month === true || PERIOD.test(compact(text));

const DEBIT = /^借方.*(?:科目|勘定)/;
const CREDIT = /^貸方.*(?:科目|勘定)/;

/**
 * A sheet says which of its columns is applied for: 本申請は「標準」ケースの金額で行う, 査定額で申請する, 申請するプラン | プランB, or
 * ★採用 over the column.
 */
export function isSaidToCount({ above }: Table, word: string, column: number): boolean {
  return above.some((said, at) => {
    const text = compact(said.text);
    if (said.column === column && CHOSEN_HERE.test(text)) return true;
    const beside = above[at + 1];
    if (CHOSEN_IS.test(text) && beside?.row === said.row && compact(beside.text) === word) return true;
    const found = word.length < 2 || NOT_CLAIMED.test(text) ? -1 : text.indexOf(word);
    return found >= 0 && CLAIMED.test(text.slice(found + word.length));
  });
}
const CHOSEN_HERE = /^[★☆◎○●▼↓]*(?:採用|申請|提出|決定)(?:する)?(?:案|プラン|列|対象)?[★☆◎○●▼↓]*$/;
const CHOSEN_IS =
  /^(?:採用|申請|提出|選択|選定|契約)(?:する|した|予定の?)?(?:プラン|案|ケース|コース|パターン|金額)?[:：]?$/;
const CLAIMED =
  /^[」』"”】]?(?:の?(?:ケース|案|列|欄|プラン|シナリオ|パターン|金額|価格|見積))*(?:で|を|にて|により|に基づき)[^。]{0,12}(?:申請|計上|採用|提出|発注|要望|行う|行い)/;
const NOT_CLAIMED = /(?:しない|せず|ではない|なし)[。)]?$/;

const RATES = /免税|非課税|不課税|課税|8[%％]|10[%％]|軽減|標準税率/;

/** Candidates with their evidence from words and values, the best first. */
export function amountCandidates(
  table: Table,
  columns: readonly FieldColumn[],
  wanted: Tax,
  categories: Categories,
): WeighedCandidate[] {
  const sample = sampleOf(table);
  const others = columns.filter(({ field }) => !field.startsWith("amount"));
  const headed = table.columns.filter((column) => column.text !== "" || hasFigures(sample, column));
  const spare = spareColumn(table, sample);
  const single = [...headed, ...(spare === null ? [] : [spare])]
    .map((column) => candidateOf(column, others, sample, wanted, table))
    .filter(({ values, isAmountWord }) => values.filled > 0 || isAmountWord);
  settleTax(single);
  for (const candidate of single) candidate.isFactor = single.some((other) => makesByCounts(candidate, other, single));
  const candidates = [...single, ...setsOf(single, sample, others, table, categories)];
  return candidates.map(weighed).sort((a, b) => b.score - a.score || a.candidate.column - b.candidate.column);
}

/** 金額 | 消費税 | 金額合計: where the one and the tax are the other in every row, the figures say which is without tax. */
function settleTax(single: readonly AmountCandidate[]): void {
  const silent = single.filter(({ isAmountWord, tax }) => isAmountWord && tax === null);
  const taxes = single.filter(({ field }) => field === "taxAmount");
  for (const { values: tax } of taxes)
    for (const without of silent)
      for (const whole of silent) {
        if (whole === without || !makesWithTax(without.values.byRow, tax.byRow, whole.values.byRow)) continue;
        [without.tax, whole.tax] = ["exclusive", "inclusive"];
        return;
      }
}

/** In every row with the three, and in two at least. */
function makesWithTax(
  without: ReadonlyMap<number, number>,
  tax: ReadonlyMap<number, number>,
  whole: ReadonlyMap<number, number>,
): boolean {
  const rows = [...tax.keys()].filter((row) => without.has(row) && whole.has(row));
  const at = (of: ReadonlyMap<number, number>, row: number): number => of.get(row) ?? 0;
  return rows.length >= 2 && rows.every((row) => Math.abs(at(without, row) + at(tax, row) - at(whole, row)) < 1);
}

export const weighed = (candidate: AmountCandidate): WeighedCandidate => {
  const evidence = evidenceFor(candidate, AMOUNT_DETECTORS);
  return { candidate, evidence, score: weightOf(evidence) };
};

/** Those that are worth reading their rows for, because the words do not decide. */
export function inQuestion(candidates: readonly WeighedCandidate[]): readonly WeighedCandidate[] {
  const [best] = candidates;
  if (best === undefined || best.score < LEAST - CLOSE) return [];
  return candidates.filter(({ score }) => score >= best.score - CLOSE).slice(0, MOST_READ);
}

export const isAmount = ({ score }: WeighedCandidate): boolean => score >= LEAST;

/** The columns of a table with the chosen amount, and beside it the amount in the other tax treatment. */
export function withAmounts(
  columns: readonly FieldColumn[],
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
): FieldColumn[] {
  const own = (column: number): boolean =>
    (column >= chosen.column && column <= chosen.right) || chosen.set?.includes(column) === true;
  const isOfPart = (field: Field): boolean =>
    chosen.hasOwnFactors === true && (field.startsWith("unitPrice") || field === "quantity");
  const rest = columns.filter(({ field, column }) => !field.startsWith("amount") && !isOfPart(field) && !own(column));
  const other = candidates.find(
    ({ candidate, score }) =>
      !own(candidate.column) &&
      candidate.set === undefined &&
      candidate.isAmountWord &&
      score >= LEAST &&
      candidate.tax !== null &&
      candidate.tax !== (chosen.tax ?? chosen.wanted),
  )?.candidate;
  const { price, counts } =
    chosen.hasOwnFactors === true ? { price: null, counts: [] } : factorsBeside(chosen, candidates, rest);
  const better = price === null ? betterPrice(chosen, candidates, rest) : null;
  const isFactor = (column: number): boolean =>
    column === price?.column || counts.some((count) => count.column === column);
  const isReplaced = ({ field }: FieldColumn): boolean => better !== null && field.startsWith("unitPrice");
  const result = [
    ...rest.filter((column) => !isFactor(column.column) && !isReplaced(column)),
    columnOf(chosen, true),
    ...(better === null ? [] : [{ ...columnOf(better, false), field: "unitPrice" as const }]),
  ];
  if (price !== null) result.push({ ...columnOf(price, false), field: "unitPrice" });
  for (const count of counts) result.push({ ...columnOf(count, false), field: "quantity" });
  if (other !== undefined) result.push(columnOf(other, false));
  const full = candidates.find(
    ({ candidate }) =>
      !own(candidate.column) &&
      candidate !== other &&
      candidate.isAmountWord &&
      candidate.set === undefined &&
      FULL_COST.test(candidate.word) &&
      !OTHER_SHARE.test(candidate.word),
  )?.candidate;
  if (full !== undefined && ELIGIBLE.test(chosen.word)) result.push({ ...columnOf(full, false), field: "fullCost" });
  return result.sort((a, b) => a.column - b.column);
}

const FULL_COST = /経費の?額|事業費|事業に要する|総額|見積|金額|経費総額|所要額|^経費$|^費用$/;
const ELIGIBLE = /対象/;
const OTHER_SHARE = /対象外|(?:自社|自己|当社|会社|事業者)負担/;

interface Factors {
  readonly price: AmountCandidate | null;
  readonly counts: readonly AmountCandidate[];
}

/** Columns that no word names, but that multiply to the amounts with those that are named: the greatest is the price. */
function factorsBeside(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): Factors {
  const byWords = { price: priceBeside(chosen, candidates, columns), counts: [] };
  const isOwn = (column: number): boolean => column === chosen.column || chosen.set?.includes(column) === true;
  const of = candidates
    .map(({ candidate }) => candidate)
    .filter(({ set, column }) => set === undefined && !isOwn(column));
  const isPrice = ({ field }: AmountCandidate): boolean => field?.startsWith("unitPrice") === true;
  const named = of.filter((candidate) => isPrice(candidate) || candidate.field === "quantity");
  const price = named.find(isPrice) ?? byWords.price;
  const known = price === null || named.includes(price) ? named : [...named, price];
  const free = of.filter(
    (candidate) =>
      candidate !== price &&
      (candidate.field === null || candidate.field === "month") &&
      !candidate.isMonth &&
      candidate.word !== "" &&
      candidate.values.nonzero > 0 &&
      !isSummed(candidate) &&
      !(price !== null && candidate.isAmountWord),
  );
  // 単価 × 拠点数 × 月: that the named ones fit where the others are 1 does not make them all.
  const without = madeBy(known, chosen);
  if (free.length === 0 || free.length > MOST_FREE || (isMost(without) && without.made === without.rows))
    return byWords;
  const choices = subsetsOf(free).filter(
    (some) => some.length + known.length >= 2 && (price !== null || some.length >= 2 || known.length >= 1),
  );
  const found = choices.find((some) => {
    const product = madeBy([...known, ...some], chosen);
    return isMost(product) && (!isMost(without) || product.made > without.made);
  });
  if (found === undefined) return byWords;
  if (price !== null) return { price: byWords.price, counts: found };
  const [greatest] = [...found].sort((a, b) => sumOf(b) - sumOf(a)) as [AmountCandidate];
  return { price: greatest, counts: found.filter((candidate) => candidate !== greatest) };
}

const MOST_FREE = 4;

/** Bids of several firms have totals of their own, a price of one piece has none. */
const isSummed = ({ field, values }: AmountCandidate): boolean => field === null && values.totals > 0;

const sumOf = ({ values }: AmountCandidate): number =>
  [...values.byRow.values()].reduce((sum, value) => sum + value, 0);

/** Small ones first. */
const subsetsOf = (of: readonly AmountCandidate[]): AmountCandidate[][] =>
  Array.from({ length: (1 << of.length) - 1 }, (_, at) =>
    of.filter((__, index) => ((at + 1) & (1 << index)) !== 0),
  ).sort((a, b) => a.length - b.length);

interface Made {
  readonly rows: number;
  readonly made: number;
}

/** Two of three rows, and at least two. */
const isMost = ({ rows, made }: Made): boolean => made >= 2 && made * 3 >= rows * 2;

/** The rows where all of them stand, and in how many their product is the amount, or that with tax. */
function madeBy(factors: readonly AmountCandidate[], { values }: AmountCandidate): Made {
  let [rows, made] = [0, 0];
  if (factors.length < 2) return { rows, made };
  for (const [row, amount] of values.byRow) {
    const parts = factors.map((factor) => factor.values.byRow.get(row));
    if (parts.some((part) => part === undefined || Math.abs(part) < 0.1)) continue;
    rows++;
    const product = (parts as number[]).reduce((all, part) => all * part, 1);
    if (Math.abs(product - amount) < 1 || Math.abs(Math.round(product * 1.1) - amount) < 1) made++;
  }
  return { rows, made };
}

/** 標準単価 | 仕切単価: of several prices the one that the amounts are made of, where the one taken makes none. */
function betterPrice(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): AmountCandidate | null {
  const prices = candidates
    .map(({ candidate }) => candidate)
    .filter(({ field, header }) => field?.startsWith("unitPrice") === true || /単価|価格$/.test(compact(header)));
  const taken = columns.find(({ field }) => field.startsWith("unitPrice"));
  if (taken === undefined || prices.length < 2) return null;
  const makes = (price: AmountCandidate): boolean => makesAmounts(price, chosen, candidates);
  const own = prices.find(({ column }) => column === taken.column);
  if (own === undefined || makes(own)) return null;
  const [better, ...more] = prices.filter((price) => price !== own && price.column !== chosen.column && makes(price));
  return more.length === 0 ? (better ?? null) : null;
}

/** In every row where all three stand, figure × count is the other figure, and in one of them at least the count is not 1. */
function makesByCounts(price: AmountCandidate, other: AmountCandidate, of: readonly AmountCandidate[]): boolean {
  if (other === price || !other.isAmountWord || !price.isAmountWord || other.column < price.column) return false;
  return of.some(({ field, values: { byRow: counts } }) => {
    if (field !== "quantity") return false;
    let told = 0;
    for (const [row, count] of counts) {
      const [figure, made] = [price.values.byRow.get(row), other.values.byRow.get(row)];
      if (figure === undefined || made === undefined) continue;
      if (Math.abs(figure * count - made) >= 1) return false;
      if (count !== 1) told++;
    }
    return told > 0;
  });
}

/** Times a count it gives the amount in nearly every row. */
function makesAmounts(
  { values }: AmountCandidate,
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
): boolean {
  const counts = candidates.map(({ candidate }) => candidate).filter(({ field }) => field === "quantity");
  const rows = [...chosen.values.byRow].filter(([row]) => values.byRow.has(row));
  const made = rows.filter(([row, amount]) => {
    const factors = counts.map((count) => count.values.byRow.get(row)).filter((count) => count !== undefined);
    return factors.length > 0 && multiplyTo([values.byRow.get(row) ?? 0, ...factors], amount);
  });
  return rows.length > 0 && made.length * 10 >= rows.length * 8;
}

/** 価格 or 料金 left of the amount, times the counts: a price of one, whatever its word. */
function priceBeside(
  chosen: AmountCandidate,
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): AmountCandidate | null {
  if (chosen.values.products === 0 || columns.some(({ field }) => field.startsWith("unitPrice"))) return null;
  const left = candidates
    .map(({ candidate }) => candidate)
    .filter((candidate) => !isSummed(candidate))
    .filter(({ column, field, word, set, values }) => {
      const isFree = field === null || field === "unitPrice";
      return set === undefined && column < chosen.column && isFree && word !== "" && values.nonzero > 0;
    });
  if (left.length < 2) return left[0] ?? null;
  // Beside a list price the one that the amounts are made of: 標準価格, 提供価格.
  const explaining = left.filter((price) => makesAmounts(price, chosen, candidates));
  return explaining.length === 1 ? (explaining[0] ?? null) : null;
}

function columnOf(candidate: AmountCandidate, isChosen: boolean): FieldColumn {
  const { column, right, header, tax, scale, set, rates } = candidate;
  const field: Field = tax === "exclusive" ? "amountExclusive" : tax === "inclusive" ? "amountInclusive" : "amount";
  return {
    field,
    column,
    right,
    header,
    tax,
    scale,
    isChosen,
    ...(set === undefined ? {} : { set }),
    ...(rates === undefined ? {} : { rates }),
  };
}

/** Rows with figures, from the top of the table. */
function sampleOf({ grid, firstRow, lastRow, repeatedHeaders, left, right }: Table): readonly Row[] {
  const rows: Row[] = [];
  for (const row of grid.sheet.rows) {
    if (row.index < firstRow || repeatedHeaders.has(row.index)) continue;
    if (row.index > lastRow || rows.length >= SAMPLE) break;
    if (
      row.cells.some((cell) => cell.column >= left && cell.column <= right && cell.value !== null && cell.value !== "")
    )
      rows.push(row);
  }
  return rows;
}

const figureAt = (row: Row, from: number, to: number): { value: number; formula: string | null } | null => {
  for (let column = from; column <= to; column++) {
    const cell = cellIn(row, column);
    if (cell === undefined) continue;
    if (typeof cell.value === "number" && !isDateFormat(cell.format))
      return { value: cell.value, formula: cell.formula };
    if (typeof cell.value === "string" && /[\d０-９円]/.test(cell.value)) {
      const read = readAmount(cell.value) ?? readThousands(cell.value) ?? readQuantity(cell.value);
      if (read !== null) return { value: toNumber(read.value), formula: cell.formula };
    }
  }
  return null;
};

const hasFigures = (sample: readonly Row[], { column, right }: HeaderColumn): boolean =>
  sample.some((row) => figureAt(row, column, right) !== null);

/** Figures right behind the last header, under none of their own: amounts often stand there. */
function spareColumn(table: Table, sample: readonly Row[]): HeaderColumn | null {
  if (table.object !== null) return null;
  const column = { column: table.right, right: table.right, text: "", meaning: null };
  const known = table.columns.some((header) => header.column <= table.right && header.right >= table.right);
  return !known && hasFigures(sample, column) ? column : null;
}

const NUMBERS: ReadonlySet<Field | null> = new Set<Field | null>([
  null,
  "unitPrice",
  "unitPriceExclusive",
  "unitPriceInclusive",
  "quantity",
  "hours",
  "hourlyRate",
]);

function candidateOf(
  column: HeaderColumn,
  columns: readonly FieldColumn[],
  sample: readonly Row[],
  wanted: Tax,
  table: Table,
): AmountCandidate {
  const whole = compact(column.text);
  const word = whole.replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g, "") || whole;
  const fields = column.meaning?.fields ?? [];
  const isAmountWord = fields.includes("amount");
  const assigned =
    columns.find((other) => other.column <= column.column && other.right >= column.column)?.field ?? null;
  return {
    column: column.column,
    right: column.right,
    header: column.text,
    word,
    whole,
    field: isAmountWord
      ? assigned === null || fields[0] === "amount"
        ? null
        : assigned
      : (assigned ?? fields[0] ?? null),
    isAmountWord,
    tax: column.meaning?.tax ?? null,
    wanted,
    scale: column.meaning?.scale ?? scaleOf(whole),
    isMonth: isMonthly(column),
    isSaidToCount: isSaidToCount(table, word, column.column),
    isHidden: table.grid.sheet.hiddenColumns.includes(column.column),
    isJournal: [DEBIT, CREDIT].every((side) => table.columns.some(({ text }) => side.test(compact(text)))),
    values: valuesOf([column], columns, sample, table),
    isFactor: false,
    proven: null,
  };
}

function valuesOf(
  own: readonly { readonly column: number; readonly right: number }[],
  columns: readonly FieldColumn[],
  sample: readonly Row[],
  table: Table,
): ColumnValues {
  let [filled, spoken, marks, nonzero, rows, products, across, added, productFormulas, totals] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  const byRow = new Map<number, number>();
  const isOwn = (column: number): boolean => own.some((it) => column >= it.column && column <= it.right);
  const fieldOf = (column: number): Field | null =>
    columns.find((other) => other.column <= column && other.right >= column)?.field ?? null;
  const hasMonths = table.columns.some((column) => isMonthly(column) && !SUM_OF_PERIOD.test(compact(column.text)));
  const amounts = table.columns.filter(
    (column) =>
      !isOwn(column.column) &&
      (column.meaning?.fields.includes("amount") === true ||
        (isMonthly(column) && !(hasMonths && SUM_OF_PERIOD.test(compact(column.text)))) ||
        /対象外|自己負担|税額|消費税|料金$|代金$/.test(column.text)),
  );
  for (const row of sample) {
    const figures = own.map(({ column, right }) => figureAt(row, column, right)).filter((figure) => figure !== null);
    const numbers: number[] = [];
    let any = figures.length > 0;
    for (const { column, value, format } of row.cells) {
      if (column < table.left || column > table.right || isOwn(column)) continue;
      const number = typeof value === "number" && !isDateFormat(format) ? value : null;
      const read = number ?? (typeof value === "string" ? (figureAt(row, column, column)?.value ?? null) : null);
      if (read === null) continue;
      const field = fieldOf(column);
      if (field !== "no" && field !== "evidenceNo") any = true;
      if (NUMBERS.has(field) && numbers.length < 5 && read !== 0) numbers.push(read);
    }
    if (!any) continue;
    rows++;
    const [first] = figures;
    if (first === undefined) {
      const said = row.cells.filter((cell) => isOwn(cell.column) && speaks(cell));
      if (said.length > 0) spoken++;
      if (said.some((cell) => markOf(cell) !== null)) marks++;
      continue;
    }
    spoken++;
    filled++;
    const value = figures.reduce((sum, figure) => sum + figure.value, 0);
    if (value === 0) continue;
    nonzero++;
    byRow.set(row.index, value);
    if (multiplyTo(numbers, value)) products++;
    if (first.formula !== null && /\*|PRODUCT\(/i.test(first.formula) && !/SUM\(/i.test(first.formula))
      productFormulas++;
    const beside = amounts
      .map(({ column, right }) => figureAt(row, column, right)?.value ?? 0)
      .filter((figure) => figure !== 0);
    if (beside.length >= 1 && Math.abs(beside.reduce((sum, figure) => sum + figure, 0) - value) < 1) {
      across++;
      if (beside.length >= 2) added++;
    }
    if (row.cells.some((cell) => typeof cell.value === "string" && TOTAL.test(compact(cell.value)))) totals++;
  }
  if (added === 0) across = 0;
  return { filled, spoken, marks, nonzero, rows, products, across, productFormulas, totals, byRow };
}

const speaks = (cell: Cell): boolean => cell.formula !== null || !isBlank(cell);

const TOTAL = /計(?:額|金額)?(?:\(.*\))?$/;

/** 金額 | 小計 | 合計, of which no row fills two: lines and their sums stand in steps. */
function stairsOf(single: readonly AmountCandidate[], sample: readonly Row[]): readonly AmountCandidate[] {
  const [first, ...rest] = single.filter(({ isAmountWord, values }) => isAmountWord && values.nonzero > 0);
  const steps = rest.filter(({ word }) => STEP.test(word));
  if (first === undefined || STEP.test(first.word) || steps.length === 0) return [];
  const stairs = [first, ...steps];
  const isOneFilled = (row: Row): boolean =>
    stairs.filter(({ column, right }) => figureAt(row, column, right) !== null).length <= 1;
  return sample.every(isOneFilled) ? stairs : [];
}
const STEP = /^(?:小計|中計|計|合計|総計|総額|費目計)$/;

/** 日当 | 数 | 金額 | 宿泊費 | 数 | 金額: of each price the amount has the same word, and a row costs them all. */
function twinsOf(single: readonly AmountCandidate[], { columns }: Table): readonly AmountCandidate[] {
  const made = single.filter(({ isAmountWord, values }) => isAmountWord && values.products > 0);
  const [first] = made;
  const twins = made.filter(({ whole }) => whole === first?.whole);
  const wordsIn = (from: number, to: number): readonly string[] =>
    columns.filter(({ column }) => column > from && column < to).map(({ text }) => compact(text));
  const isAnotherPrice = ({ column }: AmountCandidate, index: number): boolean => {
    const before = twins[index - 1];
    if (before === undefined) return true;
    const known = wordsIn(0, before.column);
    return wordsIn(before.right, column).some((word) => word !== "" && !known.includes(word));
  };
  return twins.every(isAnotherPrice) ? twins : [];
}

/** What a header of amounts at one rate says. */
const rateOf = (whole: string): 10 | 8 | 0 =>
  /免税|非課税|不課税/.test(whole) ? 0 : /8[%％]|軽減/.test(whole) ? 8 : 10;

/**
 * Columns of items of cost beside each other. Those that the scheme does not name (設備備品費, その他 beside 消耗品費 and 旅費)
 * are among them; none where a sum at their right says that still others hold amounts.
 */
function byCategory(
  single: readonly AmountCandidate[],
  { columns }: Table,
  categories: Categories,
): readonly AmountCandidate[] {
  // Also those that no entry fills yet say that the table has a column an item.
  if (columns.filter(({ text }) => categories.resolve(text) !== null).length < 2) return [];
  const isNamed = ({ header, values }: AmountCandidate): boolean =>
    values.rows > 0 && categories.resolve(header) !== null;
  const [first, last] = [single.findIndex(isNamed), single.findLastIndex(isNamed)];
  if (first < 0) return [];
  const core = single.slice(first, last + 1);
  const filledIn = (row: number): number => core.filter(({ values }) => values.byRow.has(row)).length;
  // 現金仕入 beside 消耗品費 and 旅費: whatever its name, an entry fills it or one of the others; sums fill several.
  const isApart = ({ word, values }: AmountCandidate): boolean => {
    const entries = [...values.byRow.keys()].filter((row) => filledIn(row) < 2);
    return word !== "" && entries.length > 0 && entries.every((row) => !filledIn(row));
  };
  const isOther = (candidate: AmountCandidate): boolean => {
    const { header, word, field, isAmountWord, values } = candidate;
    if (values.rows === 0 || field !== null || NOT_SPENDING_WORD.test(word)) return false;
    return (!isAmountWord && looksLikeCategory(header)) || isApart(candidate);
  };
  let [from, to] = [first, last];
  while (from > 0 && isOther(single[from - 1] as AmountCandidate)) from--;
  // その他 over 科目 and 金額: what item it is stands before its amount.
  for (
    let at = last + 1;
    at < single.length && (isOther(single[at] as AmountCandidate) || single[at]?.field === "category");
    at++
  )
    if (isOther(single[at] as AmountCandidate)) to = at;
  const named = single.slice(from, to + 1).filter((candidate) => isNamed(candidate) || isOther(candidate));
  const sum = single.slice(to + 1).find(({ word }) => STEP.test(word));
  const isWhole = sum === undefined || [...sum.values.byRow.keys()].every((row) => isInOne(named, row));
  return isWhole ? named : [];
}

const isInOne = (of: readonly AmountCandidate[], row: number): boolean =>
  of.some(({ values }) => values.byRow.has(row));

/** 機器代 | 設定費 | 送料 beside each other, and no column that adds them up. */
function partsOf(single: readonly AmountCandidate[], columns: readonly FieldColumn[]): readonly AmountCandidate[] {
  const isPriced = columns.some(({ field }) => field.startsWith("unitPrice") || field === "quantity");
  const parts = single.filter(({ header, values }) => values.filled > 0 && isPartOfCost(header));
  const others = single.filter(({ isAmountWord, values }) => isAmountWord && values.filled > 0);
  return isPriced || others.some((other) => !parts.includes(other)) ? [] : parts;
}

/** Amounts by tax rate, by month, by category or by parts, side by side: together they are one amount. */
function setsOf(
  single: readonly AmountCandidate[],
  sample: readonly Row[],
  columns: readonly FieldColumn[],
  table: Table,
  categories: Categories,
): AmountCandidate[] {
  const sets: AmountCandidate[] = [];
  const add = (of: readonly AmountCandidate[], least: number, own: Partial<AmountCandidate> = {}): void => {
    const [first] = of;
    if (first === undefined || of.length < least) return;
    sets.push({
      ...first,
      set: of.map(({ column }) => column),
      word: (of.find(({ isAmountWord }) => isAmountWord) ?? first).word,
      whole: (of.find(({ isAmountWord }) => isAmountWord) ?? first).word,
      field: null,
      isAmountWord: true,
      isMonth: false,
      values: valuesOf(of, columns, sample, table),
      ...own,
    });
  };
  const byRate = single.filter(
    ({ whole, field, values }) => RATES.test(whole) && field !== "taxAmount" && field !== "taxRate" && values.rows > 0,
  );
  add(byRate, 2, { rates: new Map(byRate.map(({ column, whole }) => [column, rateOf(whole)])) });
  add(byCategory(single, table, categories), 2);
  // 7月 | 8月 | 9月 | 計 of each quarter: the months make the amount, their sums would count them twice.
  const months = single.filter(({ isMonth }) => isMonth);
  const bare = months.filter(({ whole }) => !SUM_OF_PERIOD.test(whole));
  add(bare.length >= 2 ? bare : months, single.some(({ whole }) => PERIOD.test(whole)) ? 2 : 3);
  add(stairsOf(single, sample), 2);
  add(partsOf(single, columns), 2);
  const twins = twinsOf(single, table);
  const products = Math.min(...twins.map(({ values }) => values.products));
  add(twins, 2, { values: { ...valuesOf(twins, columns, sample, table), products }, hasOwnFactors: true });
  return sets;
}
