/** Columns that together make one amount: by tax rate, by month, by category, in steps, by parts. */
import { compact } from "../../text/fold";
import type { Table } from "../tables/table";
import { looksLikeCategory, type Categories } from "../words/categories";
import { taxOf } from "../words/headers";
import { roleIn } from "../words/members";
import { isPartOfCost } from "../words/parts-of-cost";
import type { AmountCandidate } from "./amount-candidate";
import { NAMES, NOT_SPENDING_WORD, OTHER_FIELDS } from "./amount-detectors";
import { figureAt, isPeriod, sumsPeriod, tellsThePast, type SampledRow, type ValuesOf } from "./amount-values";
import type { FieldColumn } from "./field-column";
import type { MemberColumn } from "./member-columns";
import { kindsIn } from "./own-kinds";
import { STEP, stairsOf } from "./stairs";

const RATES = /免税|非課税|不課税|課税|8[%％]|10[%％]|軽減|標準税率/;

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

/** 代表 | 構成員A beside each other, and no column that says what they come to; firms that nothing calls members may be offers. */
function ofMembers(single: readonly AmountCandidate[], byMember: readonly MemberColumn[]): readonly AmountCandidate[] {
  if (!byMember.every(({ member, header }) => member !== null || roleIn(header) !== null)) return [];
  const isMembers = ({ column }: AmountCandidate): boolean => byMember.some((other) => other.column === column);
  const [own, others] = [single.filter(isMembers), single.filter((candidate) => !isMembers(candidate))];
  const isTold = ({ isAmountWord, sumsMembers, values }: AmountCandidate): boolean =>
    (isAmountWord && values.nonzero > 0) || sumsMembers;
  return others.some(isTold) ? [] : own;
}

/** 買うもの | 頼むもの | 借りるもの: no word says what they are, what stands below them does. */
function byOwnKinds(single: readonly AmountCandidate[], sample: readonly SampledRow[]): readonly AmountCandidate[] {
  // Among remarks may be figures as well: 月16,000円.
  const filled = single.filter(({ field, values }) => values.nonzero > values.words && !OTHER_FIELDS.has(field));
  const isOwn = ({ word, field, isAmountWord }: AmountCandidate): boolean =>
    !isAmountWord && (field === null || NAMES.has(field)) && word !== "" && !NOT_SPENDING_WORD.test(word);
  const rows = sample.map((row) => filled.map(({ column, right }) => figureAt(row, column, right)?.value));
  return filled.every(isOwn) ? filled.slice(0, kindsIn(rows)) : [];
}

/** 金がく | 代表 | 構成員A: whatever its word, in most rows it is what they bear together. */
export function isSumOfMembers(
  { column, values: { byRow } }: AmountCandidate,
  single: readonly AmountCandidate[],
  byMember: readonly MemberColumn[],
): boolean {
  const own = single.filter((other) => byMember.some((member) => member.column === other.column));
  if (own.length < 2 || byRow.size < 2 || own.some((other) => other.column === column)) return false;
  const right = [...byRow].filter(([row, yen]) => {
    const borne = own.reduce((sum, { values }) => sum + (values.byRow.get(row) ?? 0), 0);
    return Math.abs(borne - yen) < 1;
  });
  return right.length * 3 >= byRow.size * 2;
}

const OF_MEMBERS = "構成員別";
const OF_RATES = "金額";
const OF_KINDS = "金額";

/** Amounts by tax rate, by month, by category, by parts or by members, side by side: together they are one amount. */
export function setsOf(
  single: readonly AmountCandidate[],
  sample: readonly SampledRow[],
  valuesOf: ValuesOf,
  columns: readonly FieldColumn[],
  table: Table,
  categories: Categories,
  byMember: readonly MemberColumn[],
): AmountCandidate[] {
  const sets: AmountCandidate[] = [];
  const add = (of: readonly AmountCandidate[], least: number, own: Partial<AmountCandidate> = {}): void => {
    const [first] = of;
    // 補助対象経費（税抜） | 事業に要する経費（税込）: the same money told twice.
    const isTwice = ["exclusive", "inclusive"].every((tax) => of.some(({ whole }) => taxOf(whole) === tax));
    if (first === undefined || of.length < least || isTwice) return;
    sets.push({
      ...first,
      set: of.map(({ column }) => column),
      word: (of.find(({ isAmountWord }) => isAmountWord) ?? first).word,
      whole: (of.find(({ isAmountWord }) => isAmountWord) ?? first).word,
      field: null,
      isAmountWord: true,
      isMonth: false,
      values: valuesOf(of),
      ...own,
    });
  };
  const byRate = single.filter(
    ({ whole, field, values }) => RATES.test(whole) && field !== "taxAmount" && field !== "taxRate" && values.rows > 0,
  );
  // 金額（税抜） over 10% and 8%: what heads them all says what they are.
  const [heading, ...others] = [...new Set(byRate.map(({ header }) => header.slice(0, header.lastIndexOf(" "))))];
  const word = compact(heading ?? "").replace(/\([^()]*\)/g, "");
  const isHeaded = others.length === 0 && word !== "";
  // 10% | 8% | 非課税, 標準10% | 不課税: a rate alone is no amount, and may sound like a list price; what stands at each together is one.
  const named = isHeaded ? word : (byRate.find(({ isAmountWord }) => isAmountWord)?.word ?? OF_RATES);
  add(byRate, 2, {
    ...{ word: named, whole: named },
    isOutdated: byRate.every(({ isOutdated }) => isOutdated),
    rates: new Map(byRate.map(({ column, whole }) => [column, rateOf(whole)])),
  });
  add(byCategory(single, table, categories), 2);
  // 7月 | 8月 | 9月 | 計 of each quarter: the months make the amount, their sums would count them twice.
  const ofPeriods = single.filter(({ isMonth }) => isMonth);
  const planned = ofPeriods.filter(({ whole }) => !tellsThePast(whole));
  const months = planned.length >= 2 ? planned : ofPeriods;
  const bare = months.filter(({ whole }) => !sumsPeriod(whole));
  add(bare.length >= 2 ? bare : months, single.some(({ whole }) => isPeriod(whole)) ? 2 : 3);
  const stairs = stairsOf(single, sample);
  add(stairs.of, 2, { stepsAddUp: stairs.isProven });
  add(partsOf(single, columns), 2);
  add(byOwnKinds(single, sample), 2, { word: OF_KINDS, whole: OF_KINDS });
  add(ofMembers(single, byMember), 2, { word: OF_MEMBERS, whole: OF_MEMBERS, field: null });
  const twins = twinsOf(single, table);
  if (twins.length >= 2) {
    const products = Math.min(...twins.map(({ values }) => values.products));
    add(twins, 2, { values: { ...valuesOf(twins), products }, hasOwnFactors: true });
  }
  return sets;
}
