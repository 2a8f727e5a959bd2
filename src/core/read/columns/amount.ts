/** Which column holds the amounts of the lines: every column with figures is a candidate, weighed by words, values and sums. */
import { fiscalYear, type Span } from "../../text/date";
import { compact } from "../../text/fold";
import type { Field } from "../field";
import { evidenceFor, weightOf } from "../hypothesis";
import type { HeaderColumn, Table } from "../tables/table";
import type { Categories } from "../words/categories";
import { scaleOf, taxOf, withoutUnit, type Tax } from "../words/headers";
import { ITEM_FIELDS } from "../words/item-fields";
import { isBeforeChange, isOutdated } from "../words/versions";
import type { AmountCandidate, WeighedCandidate } from "./amount-candidate";
import { AMOUNT_DETECTORS, OWNED } from "./amount-detectors";
import { betterPrice, countsIn, factorsBeside, makesByCounts, unitOfPrice } from "./amount-factors";
import { isSumOfMembers, setsOf } from "./amount-sets";
import { hasFigures, isMonthly, sampleOf, valuesIn, type ValuesOf } from "./amount-values";
import type { FieldColumn } from "./field-column";
import type { MemberColumn } from "./member-columns";
import { reductionsIn, takesOff } from "./reduced";
import { isSaidToCount } from "./said-to-count";

/** Candidates further behind the best than this are not read for their sums. */
const CLOSE = 7;

const MOST_READ = 3;

/** Below this no column holds amounts. */
const LEAST = 1;

const DEBIT = /^借方.*(?:科目|勘定)/;

const CREDIT = /^貸方.*(?:科目|勘定)/;

/** Candidates with their evidence from words and values, the best first. */
export function amountCandidates(
  table: Table,
  columns: readonly FieldColumn[],
  wanted: Tax,
  categories: Categories,
  byMember: readonly MemberColumn[],
  period: Span | null,
): WeighedCandidate[] {
  const sample = sampleOf(table);
  const others = columns.filter(({ field }) => !field.startsWith("amount"));
  const headed = table.columns.filter((column) => column.text !== "" || hasFigures(sample, column));
  const valuesOf = valuesIn(table, others, sample);
  const isJournal = [DEBIT, CREDIT].every((side) => table.columns.some(({ text }) => side.test(compact(text))));
  const single = headed
    .map((column) => candidateOf(column, others, valuesOf, wanted, isJournal, table))
    .filter(({ values, isAmountWord }) => values.filled > 0 || isAmountWord);
  settleTax(single);
  for (const candidate of single) candidate.isFactor = single.some((other) => makesByCounts(candidate, other, single));
  for (const { before, left } of reductionsIn(single)) {
    [before.isBeforeReduction, left.isLeftOver] = [true, true];
    left.tax ??= before.tax;
  }
  for (const candidate of sharesOf(single, period)) candidate.isShareOfPeriod = true;
  for (const candidate of single) candidate.sumsMembers = isSumOfMembers(candidate, single, byMember);
  const candidates = [...single, ...setsOf(single, sample, valuesOf, others, table, categories, byMember)];
  return candidates.map(weighed).sort((a, b) => b.score - a.score || a.candidate.column - b.candidate.column);
}

/**
 * 金額 | 消費税 | 金額合計, 商品代 | 消費税 | 請求額: where the one and the tax are the other in every row, the figures say
 * which is without tax.
 */
function settleTax(single: readonly AmountCandidate[]): void {
  const taxes = single.filter(({ field }) => field === "taxAmount");
  const amounts = single.filter(({ field }) => field === null);
  for (const { values: tax } of taxes)
    for (const without of amounts)
      for (const whole of amounts) {
        if (without.tax === "inclusive" || whole.tax !== null || !whole.isAmountWord) continue;
        if (!makesWithTax(without.values.byRow, tax.byRow, whole.values.byRow)) continue;
        [without.tax, whole.tax] = ["exclusive", "inclusive"];
        return;
      }
}

/** 契約額 | うち令和7年度 | うち令和8年度: of years that add up to a whole, the one year in which the scheme's period lies. */
function sharesOf(single: readonly AmountCandidate[], period: Span | null): readonly AmountCandidate[] {
  const years = single.flatMap((candidate) => {
    const year = fiscalYear(candidate.header);
    return year === null || candidate.values.nonzero === 0 ? [] : [{ candidate, year }];
  });
  const inPeriod = years.filter(({ year }) => period !== null && year.from <= period.to && period.from <= year.to);
  if (years.length < 2 || inPeriod.length !== 1) return [];
  const sumOf = (row: number): number =>
    years.reduce((sum, { candidate }) => sum + (candidate.values.byRow.get(row) ?? 0), 0);
  const isWhole = ({ isAmountWord, values: { byRow } }: AmountCandidate): boolean => {
    const right = [...byRow].filter(([row, yen]) => Math.abs(sumOf(row) - yen) < 1).length;
    return isAmountWord && right >= 2 && right * 3 >= byRow.size * 2;
  };
  const isParted = single.some((whole) => years.every(({ candidate }) => candidate !== whole) && isWhole(whole));
  return isParted ? inPeriod.map(({ candidate }) => candidate) : [];
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
  const kept = columns.filter(({ field, column }) => !field.startsWith("amount") && !isOfPart(field) && !own(column));
  const rest = kept.some(saysItem) || !columns.some(saysItem) ? kept : kept.map(namingItems);
  const other = candidates.find(
    ({ candidate, score }) =>
      !own(candidate.column) &&
      candidate.set === undefined &&
      candidate.isAmountWord &&
      score >= LEAST &&
      candidate.tax !== null &&
      candidate.tax !== (chosen.tax ?? chosen.wanted),
  )?.candidate;
  const full = candidates.find(
    ({ candidate }) =>
      !own(candidate.column) &&
      candidate !== other &&
      candidate.set === undefined &&
      !OTHER_SHARE.test(candidate.word) &&
      ((candidate.isAmountWord && FULL_COST.test(candidate.word)) || isWholeOf(candidate, chosen)),
  )?.candidate;
  const fullCost = full !== undefined && (ELIGIBLE.test(chosen.word) || chosen.isShareOfPeriod) ? full : null;
  const { price, counts } = factorsOf([chosen, ...(fullCost === null ? [] : [fullCost])], candidates, rest);
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
  for (const [at, column] of result.entries()) {
    const own = candidates.find(({ candidate }) => candidate.column === column.column && candidate.set === undefined);
    if (!column.field.startsWith("unitPrice") || own === undefined) continue;
    const scale = unitOfPrice(own.candidate, chosen, [...countsIn(candidates), ...counts]);
    if (scale !== null) result[at] = { ...column, scale };
  }
  for (const count of counts) result.push({ ...columnOf(count, false), field: "quantity" });
  const takenOff = candidates.find(({ candidate }) => takesOff(candidate) && !own(candidate.column))?.candidate;
  if (takenOff !== undefined && !result.some(({ column }) => column === takenOff.column))
    result.push({ ...columnOf(takenOff, false), field: "takenOff" });
  if (other !== undefined) result.push(columnOf(other, false));
  if (fullCost !== null) result.push({ ...columnOf(fullCost, false), field: "fullCost" });
  return result.sort((a, b) => a.column - b.column);
}

const saysItem = ({ field }: FieldColumn): boolean => field === "specification" || ITEM_FIELDS.has(field);

/** 摘要 | 内訳 | 金額: where 内訳 holds amounts, 摘要 names the items. */
const namingItems = (column: FieldColumn): FieldColumn =>
  column.field === "note" ? { ...column, field: "description" } : column;

/** Prices and counts that make the first of these that any make: what is claimed, or the whole of which it is a part. */
function factorsOf(
  made: readonly AmountCandidate[],
  candidates: readonly WeighedCandidate[],
  columns: readonly FieldColumn[],
): ReturnType<typeof factorsBeside> {
  const found = made
    .filter(({ hasOwnFactors }) => hasOwnFactors !== true)
    .map((amount) => factorsBeside(amount, candidates, columns));
  return found.find(({ price, counts }) => price !== null || counts.length > 0) ?? { price: null, counts: [] };
}

const FULL_COST = /契約額|予算(?:金?額)?$|経費の?額|事業費|事業に要する|総額|見積|金額|経費総額|所要額|^経費$|^費用$/;

/** 会社全体 beside 補助対象分: in no row less, and of more rows. */
function isWholeOf({ field, whole, values }: AmountCandidate, part: AmountCandidate): boolean {
  if (field !== null || whole === "" || values.nonzero <= part.values.nonzero) return false;
  return [...part.values.byRow].every(([row, yen]) => (values.byRow.get(row) ?? 0) >= yen);
}

const ELIGIBLE = /対象/;

const OTHER_SHARE = /対象外|(?:自社|自己|当社|会社|事業者)負担/;

function columnOf(candidate: AmountCandidate, isChosen: boolean): FieldColumn {
  const { column, right, header, tax, scale, set, stepsAddUp, rates } = candidate;
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
    ...(stepsAddUp === true ? { areLevels: true } : {}),
    ...(rates === undefined ? {} : { rates }),
  };
}

/** 現有設備 | 取得年 | 取得価額 beside what is bought in its place. */
const isOfWhatIsOwned = (word: string, headers: readonly string[]): boolean =>
  OWNED.test(word) && headers.some((header) => REPLACED.test(compact(header)));
const REPLACED =
  /^(?:現有|既存|既設|現在の?|旧)(?:の?(?:設備|機器|機械|装置|品|システム))|^置き?換え|^更新前|^取得年(?:度|月日?)?$/;

function candidateOf(
  column: HeaderColumn,
  columns: readonly FieldColumn[],
  valuesOf: ValuesOf,
  wanted: Tax,
  isJournal: boolean,
  table: Table,
): AmountCandidate {
  const said = compact(column.text);
  const whole = withoutUnit(said) || said;
  const word = whole.replace(/\([^()]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g, "") || whole;
  const fields = column.meaning?.fields ?? [];
  const headers = table.columns.map(({ text }) => text);
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
    tax: column.meaning?.tax ?? taxOf(said),
    wanted,
    scale: column.meaning?.scale ?? scaleOf(said),
    isMonth: isMonthly(column),
    isShareOfPeriod: false,
    isOutdated:
      isOutdated(column.text, headers) || isBeforeChange(column.text, headers) || isOfWhatIsOwned(word, headers),
    isSaidToCount: isSaidToCount(table, word, column.column),
    isHidden: table.grid.sheet.hiddenColumns.includes(column.column),
    isJournal,
    values: valuesOf([column]),
    isFactor: false,
    isBeforeReduction: false,
    isLeftOver: false,
    sumsMembers: false,
    proven: null,
  };
}
