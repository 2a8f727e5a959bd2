/** What each subtotal and total row may legitimately be the sum of. */
import { add, compare, floor, fraction, multiply, subtract, toText, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import { firstFrom } from "../../workbook/workbook";
import type { BudgetRows, TotalRead } from "../rows/read";
import { withoutNumbering } from "../words/categories";
import type { LineRead } from "../records/lines";
import type { BudgetLine, TotalRow } from "../reading";

/** One table of lines, as far as totals need it. */
export interface SummedTable {
  readonly sheet: string;
  readonly rows: BudgetRows;
  /** The table right above it, whose last lines a total here may include when no total closes them there. */
  readonly above: SummedTable | null;
}

/** Lines of a table, and of those above it, that no total has closed. */
function openSum(table: SummedTable | null): Fraction {
  if (table === null) return ZERO;
  const { lines, totals } = table.rows;
  const last = totals.findLast((total) => !total.above)?.row ?? null;
  const open = lines.reduce<Fraction>(
    (sum, { line, exact }) => (exact === null || (last !== null && line.row < last) ? sum : add(sum, exact)),
    ZERO,
  );
  return last === null ? add(openSum(table.above), open) : open;
}

interface Sums {
  readonly all: Fraction;
  readonly byCategory: ReadonlyMap<string, Fraction>;
  readonly byMember: ReadonlyMap<string, Fraction>;
}

const zeroIfNone = (value: Fraction | null): Fraction => value ?? ZERO;

/** Sums by words as typed, each of them compared with others only once. */
class SumsByWords {
  private readonly sums = new Map<string, { yen: Fraction }>();

  add(words: string | null, yen: Fraction): void {
    if (words === null) return;
    const sum = this.sums.get(words);
    if (sum === undefined) this.sums.set(words, { yen });
    else sum.yen = add(sum.yen, yen);
  }

  byKey(): Map<string, Fraction> {
    const sums = new Map<string, Fraction>();
    for (const [words, { yen }] of this.sums) {
      const key = compact(words);
      sums.set(key, add(sums.get(key) ?? ZERO, yen));
    }
    return sums;
  }
}

function sumsOf(lines: readonly LineRead[]): Sums {
  let all = ZERO;
  const categories = new SumsByWords();
  const members = new SumsByWords();
  for (const { line, exact } of lines) {
    const yen = zeroIfNone(exact);
    all = add(all, yen);
    categories.add(line.statedMajor, yen);
    categories.add(line.statedMiddle, yen);
    categories.add(line.statedMinor, yen);
    members.add(line.member, yen);
  }
  return { all, byCategory: categories.byKey(), byMember: members.byKey() };
}

class Candidates {
  readonly list: { yen: number; exact: Fraction; of: string }[] = [];
  private readonly seen = new Set<number | string>();

  add(exact: Fraction, of: string): void {
    const yen = floor(exact);
    const key = exact.d === 1n ? yen : toText(exact);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.list.push({ yen, exact, of });
  }
}

/** A total with the sums that it may be, the likeliest first. */
export const heldAgainst = (total: TotalRead, sheet: string, candidates: TotalRow["candidates"]): TotalRow => ({
  sheet,
  row: total.row,
  cell: total.cell,
  label: total.label,
  amount: total.exact === null ? null : floor(total.exact),
  amountExact: total.exact,
  candidates,
  formula: total.formula,
});

/**
 * Totals of every table with their candidates. All sums are taken once; each total then costs a few look-ups.
 * @param labour sums of the labour tables by sheet, which a total of everything may include
 */
export function totalRows(tables: readonly SummedTable[], labour: ReadonlyMap<string, Fraction>): TotalRow[] {
  const ofTable = tables.map((table) => sumsOf(table.rows.lines));
  const workbook = ofTable.reduce((sum, sums) => add(sum, sums.all), ZERO);
  const bySheet = new Map<string, Fraction>();
  const merged: Sums = { all: workbook, byCategory: new Map(), byMember: new Map() };
  tables.forEach((table, index) => {
    const sums = ofTable[index] as Sums;
    bySheet.set(table.sheet, add(bySheet.get(table.sheet) ?? ZERO, sums.all));
    for (const [from, into] of [
      [sums.byCategory, merged.byCategory as Map<string, Fraction>],
      [sums.byMember, merged.byMember as Map<string, Fraction>],
    ] as const)
      for (const [key, yen] of from) into.set(key, add(into.get(key) ?? ZERO, yen));
  });
  const labourSum = [...labour.values()].reduce(add, ZERO);
  const allOf = new Map(tables.map((table, index) => [table, (ofTable[index] as Sums).all]));
  return tables.flatMap((table, index) =>
    totalsOf(table, ofTable[index] as Sums, merged, bySheet.get(table.sheet) ?? ZERO, allOf, {
      here: labour.get(table.sheet) ?? ZERO,
      all: labourSum,
    }),
  );
}

/** 税込計 beside 税別計: what the lines come to in the column of the other tax treatment; null where one says nothing there. */
function inOtherColumn(lines: readonly LineRead[]): { readonly column: number; readonly yen: Fraction } | null {
  const column = lines[0]?.line.otherAmount?.cell.column;
  if (column === undefined) return null;
  let yen = ZERO;
  for (const { line } of lines) {
    if (line.otherAmount?.cell.column !== column) return null;
    yen = add(yen, fraction(line.otherAmount.yen));
  }
  return { column, yen };
}

const rowOf = ({ line }: LineRead): number => line.row;

function totalsOf(
  table: SummedTable,
  own: Sums,
  workbook: Sums,
  sheet: Fraction,
  allOf: ReadonlyMap<SummedTable, Fraction>,
  labour: { readonly here: Fraction; readonly all: Fraction },
): TotalRow[] {
  const several = allOf.size > 1;
  const { lines, totals, taxRows, headings } = table.rows;
  if (totals.length === 0 || (lines.length === 0 && !several)) return [];
  const prefix = runningSums(lines.map(({ exact }) => zeroIfNone(exact)));
  const hasComputed = lines.some(({ computed }) => computed);
  const above = table.above === null ? null : (allOf.get(table.above) ?? null);
  const carried = openSum(table.above);
  const other = inOtherColumn(lines);
  const before = (row: number): number => firstFrom(lines, row, rowOf);
  const result: TotalRow[] = [];
  /** Lines before the last total of each rank, and before the last total of any. */
  const since: Record<1 | 2 | 3 | 4, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  let group = 0;
  let heading = -1;
  let standsLastAbove = false;
  /** Subtotals that stand for something without lines here (a sheet of its own). */
  let lineless = ZERO;
  const events = [
    ...totals.map((total) => ({ row: total.row, total })),
    ...headings.map(({ row }) => ({ row, total: null })),
  ].sort((a, b) => a.row - b.row || (a.total === null ? -1 : 1));
  for (const [index, event] of events.entries()) {
    const at = before(event.row);
    if (event.total === null) {
      heading = at;
      if (at > group) group = at;
      continue;
    }
    const total = event.total;
    const label = total.total;
    const rank = label?.rank ?? 1;
    const found = new Candidates();
    const range = (from: number, to: number, of: string): void => {
      if (to <= from) return;
      found.add(subtract(prefix[to] as Fraction, prefix[from] as Fraction), of);
    };
    const without = leftOut(total.label, lines);
    if (without !== null) {
      found.add(subtract(prefix[at] as Fraction, without), "all");
      found.add(subtract(workbook.all, without), "workbook");
    }
    const key = label?.category?.word ?? null;
    const named = key !== null || total.above;
    const whole = !named && (rank >= 3 || label === null || isLast(events, index));
    // 経費 計 below groups of which none has a sum of its own
    if (whole && totals.length === 1 && headings.length > 1) range(0, at, "all");
    if (total.above) {
      const next = events.slice(index + 1).find((later) => later.total !== null || later.row > event.row);
      range(at, next === undefined ? lines.length : before(next.row), "below");
      belowUntilPeer(total, events, index, at, lines.length, before, range);
      // 総計 above the sums of its groups
      if (rank >= 3 && key === null) range(at, lines.length, "below");
    } else {
      const isOfOthers = key !== null && at > group && !lines.slice(group, at).some(({ line }) => isOf(line, key));
      const isAbove = (standsLastAbove || isOfOthers) && at < lines.length;
      if (isAbove) range(at, nextEvent(events, index, lines.length, before), "below");
      range(group, at, "group");
      // 合計 right below the last 小計: of all since the one before it, ere of the heading that closed with its group.
      if (at === group) range(since[rank], at, "group");
      if (heading >= 0) range(heading, at, "heading");
      if (at === group) range(at, nextEvent(events, index, lines.length, before), "below");
    }
    if (!total.above) range(since[rank], at, "group");
    if (!total.above && since[rank] === 0 && carried.n !== 0n) found.add(add(carried, prefix[at] as Fraction), "group");
    const categoryKey = key ?? (total.above ? compact(total.heading.middle ?? total.heading.major ?? "") : null);
    if (categoryKey !== null && categoryKey !== "") {
      for (const sums of [own, workbook]) {
        const yen = sums.byCategory.get(categoryKey);
        if (yen !== undefined) found.add(yen, "category");
      }
    }
    const member = label === null ? null : compact(label.of);
    if (member !== null && member !== "") {
      for (const sums of [own, workbook]) {
        const yen = sums.byMember.get(member);
        if (yen !== undefined) found.add(yen, "member");
      }
    }
    if (total.heading.member !== null && !named) {
      const yen = own.byMember.get(compact(total.heading.member));
      if (yen !== undefined && rank >= 3) found.add(yen, "member");
    }
    if (whole) {
      range(0, at, "all");
      range(0, lines.length, "all");
      if (other?.column === total.cell.column) found.add(other.yen, "all");
      // 宿泊料の合計 below the other expenses, before their own sum: that of the table above.
      if (above !== null && !isLast(events, index)) found.add(above, "sheet");
      // 物と人: the last of its table may be of others as well, whatever it is called.
      if (rank >= 3 || (label === null && isLast(events, index))) {
        if (lineless.n !== 0n) found.add(add(prefix[at] as Fraction, lineless), "subtotals");
        if (sheet.n !== 0n) found.add(sheet, "sheet");
        if (several && workbook.all.n !== 0n) found.add(workbook.all, "workbook");
        if (labour.here.n !== 0n) found.add(add(sheet, labour.here), "sheet+labour");
        if (labour.all.n !== 0n) found.add(add(workbook.all, labour.all), "workbook+labour");
      }
    }
    withTax(total, found, taxRows);
    asItIsCut(total, found);
    // Right by what is typed: a line whose amount nobody typed counts all the same, and the total leaves it out.
    if (total.proof !== null && total.exact !== null && !hasComputed) found.add(total.exact, "proven");
    // A prepared 小計 of 0 over an empty block sums nothing, nor does one of a 費目 that no line states.
    const isEmpty = key !== null && own.byCategory.size > 0 && !own.byCategory.has(key);
    const hasNoneBelow = standsLastAbove && nextEvent(events, index, lines.length, before) === at;
    const sumsNothing = total.exact?.n === 0n && (isEmpty || hasNoneBelow || (!total.above && at === since[rank]));
    if (sumsNothing) found.add(ZERO, "nothing");
    if (found.list.length === 0) {
      if (total.exact !== null) lineless = add(lineless, total.exact);
    } else {
      result.push(heldAgainst(total, table.sheet, found.list));
    }
    standsLastAbove = total.above;
    if (!total.above) {
      for (let level = 1; level <= rank; level++) since[level as 1 | 2 | 3 | 4] = at;
      group = at;
    }
  }
  return result;
}

/**
 * 小計（③ウェブサイト関連費を除く）, 課税対象額: the sum of the lines that a total says it leaves out; null where it says
 * nothing such.
 */
function leftOut(label: string, lines: readonly LineRead[]): Fraction | null {
  if (TAXED_ALONE.test(compact(label))) return sumsOf(lines.filter(({ line }) => line.taxRate === 0)).all;
  const named = EXCLUDING.exec(label)?.[1];
  if (named === undefined) return null;
  const bare = (text: string): string => compact(withoutNumbering(text));
  const isNamed = ({ line }: LineRead): boolean =>
    [line.statedMajor, line.statedMiddle, line.statedMinor, line.description].some(
      (text) => text !== null && bare(text) === bare(named),
    );
  return sumsOf(lines.filter(isNamed)).all;
}
const TAXED_ALONE = /^課税対象(?:金?額|分|計)*$/;
const EXCLUDING = /[(（]([^()（）]+?)(?:を|は)?(?:除く|除き|除外|含まない|含まず)[)）]/;

/** It belongs to the category of that word. */
const isOf = ({ statedMajor, statedMiddle, statedMinor }: BudgetLine, word: string): boolean =>
  [statedMajor, statedMiddle, statedMinor].some((stated) => stated !== null && compact(stated) === compact(word));

/** Of the first none, one, two … */
function runningSums(yen: readonly Fraction[]): Fraction[] {
  const sums = [ZERO];
  for (const [index, next] of yen.entries()) sums.push(add(sums[index] as Fraction, next));
  return sums;
}

type Event = { readonly row: number; readonly total: TotalRead | null };

function nextEvent(events: readonly Event[], index: number, end: number, before: (row: number) => number): number {
  const next = events[index + 1];
  return next === undefined ? end : before(next.row);
}

/** A subtotal above its group reaches to the next of its own kind, across those below it. */
function belowUntilPeer(
  total: TotalRead,
  events: readonly Event[],
  index: number,
  at: number,
  end: number,
  before: (row: number) => number,
  range: (from: number, to: number, of: string) => void,
): void {
  const isMajor = total.heading.middle === null;
  for (const later of events.slice(index + 1)) {
    const ends =
      later.total !== null &&
      (!later.total.above || (later.total.heading.middle === null) === isMajor || isMajor === false);
    if (ends) {
      range(at, before(later.row), "below");
      return;
    }
  }
  range(at, end, "below");
}

const isLast = (events: readonly Event[], index: number): boolean =>
  !events.slice(index + 1).some((event) => event.total !== null);

/** A total with tax is the sum, the tax row and the sum, or the sum at 10% or 8%. */
function withTax(total: TotalRead, found: Candidates, taxRows: BudgetRows["taxRows"]): void {
  const tax = taxRows.filter(({ row }) => row < total.row).reduce((sum, { exact }) => add(sum, exact), ZERO);
  const inclusive = total.total?.tax === "inclusive";
  if (tax.n === 0n && !inclusive) return;
  for (const { yen, of } of [...found.list]) {
    const base = fraction(yen);
    if (tax.n !== 0n) found.add(add(base, tax), `${of}+tax`);
    if (!inclusive) continue;
    for (const percent of [10, 8]) {
      const exact = multiply(base, fraction(100 + percent, 100));
      found.add(exact, `${of}+tax`);
      found.add(fraction(floor(add(exact, fraction(1, 2)))), `${of}+tax`);
      found.add(fraction(-floor({ n: -exact.n, d: exact.d })), `${of}+tax`);
    }
    // Lines at 8% and at 10%: anything between the two cannot be told from the lines alone.
    const exact = total.exact;
    if (
      exact !== null &&
      compare(exact, multiply(base, fraction(108, 100))) > 0 &&
      compare(exact, multiply(base, fraction(110, 100))) < 0
    )
      found.add(exact, `${of}+tax`);
  }
}

/** 計（千円未満切捨て）: the sum, cut as its words say. */
function asItIsCut({ label }: TotalRead, found: Candidates): void {
  const [, unit, how] = CUT.exec(compact(label)) ?? [];
  const step = unit === undefined ? undefined : UNITS[unit];
  if (step === undefined || how === undefined) return;
  const half = how === "四捨五入" ? step / 2 : how.includes("上") ? step - 1 : 0;
  for (const { yen, of } of [...found.list]) found.add(fraction(Math.floor((yen + half) / step) * step), of);
}
const CUT =
  /(十|百|千|万|10|100|1,?000|10,?000)円(?:未満|以下|単位)(?:の?端数)?[はをに]?(切り?捨て?|切り?上げ?|四捨五入)/;
const UNITS: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1_000, 万: 10_000 },
  ...{ "10": 10, "100": 100, "1000": 1_000, "1,000": 1_000, "10000": 10_000, "10,000": 10_000 },
};
