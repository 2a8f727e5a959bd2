/**
 * Finds what a workbook says twice, so that nothing is counted twice: summaries of lines that stand elsewhere,
 * breakdowns of a line that stands elsewhere, and hidden or superseded sheets.
 */
import { add, compare, floor, fraction, multiply, subtract, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import type { BudgetRows, TotalRead } from "../rows/read";
import { lumpNamed } from "../tables/blocks";
import { withoutNumbering, type Categories } from "../words/categories";
import { sumOfLines, type LineRead } from "../records/lines";
import { heldAgainst } from "../sums/totals";
import type { BudgetLine, TotalRow } from "../reading";
import { referencesOf, type Reference } from "../../workbook/references";
import type { CellRef } from "../../workbook/workbook";

/** A table of lines as this module sees it. */
export interface LineTable {
  readonly sheet: string;
  /** What its sheet is called, compact, without what the names of all sheets begin with. */
  readonly called: string;
  /** Title and sheet name. */
  readonly names: string;
  readonly title: string | null;
  readonly objectName: string | null;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Columns of amounts. */
  readonly amountColumns: readonly number[];
  /** It has columns for prices, quantities or vendors. */
  readonly isDetailed: boolean;
  /** Its amounts are told month by month: a plan of when things are paid. */
  readonly isSchedule: boolean;
  /** Its items are persons. */
  readonly isOfPersons: boolean;
  readonly rows: BudgetRows;
}

interface Repeats {
  /** Tables that only repeat. */
  readonly summaries: ReadonlySet<LineTable>;
  /** Tables that break one line of another table down. */
  readonly breakdowns: ReadonlySet<LineTable>;
  /** Single rows that repeat, by table. */
  readonly rows: ReadonlyMap<LineTable, ReadonlySet<number>>;
  /** Tables that break down one line, which is counted by them: they stand under its categories. */
  readonly heirs: ReadonlyMap<LineTable, BudgetLine>;
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
  const heirs = new Map<LineTable, BudgetLine>();
  if (tables.length < 2) return { summaries, breakdowns, rows, heirs, totals };
  const drop = (table: LineTable, row: number): void => {
    const set = rows.get(table);
    if (set === undefined) rows.set(table, new Set([row]));
    else set.add(row);
  };
  byFormula(tables, categories, breakdowns, heirs, drop);
  byKeyedSums(tables, categories, labour, rows, breakdowns, drop);
  byDetail(tables, rows, breakdowns, heirs, drop);
  byEqualSums(tables, categories, labour, rows, breakdowns, drop);
  wagesTwice(tables, rows, breakdowns);
  labourLeft(tables, labour, rows, drop);
  totals.push(...wholeAsLine(tables, labour, rows, breakdowns, drop));
  const counted = tables.filter((table) => !breakdowns.has(table));
  const sums = categorySums(counted, rows);
  const inOtherTax = categorySums(counted, rows, ({ line }) =>
    line.otherAmount === null ? null : fraction(line.otherAmount.yen),
  );
  for (const [table, dropped] of rows) {
    if (breakdowns.has(table)) continue;
    for (const read of table.rows.lines) {
      if (!dropped.has(read.line.row)) continue;
      const other = inOtherTax.get(keyOfLine(read, categories));
      const places = [
        ...placesOf(read, table, tables, rows, breakdowns),
        // 費目別 of 税込 beside lines in both.
        ...(other === undefined ? [] : [other]),
      ];
      const total = totalOf(read, categories, sums, labour, places);
      if (total !== null) totals.push(total);
    }
    // A row of 0 sums nothing, and belongs to the summary it stands in.
    if (!table.rows.lines.every(({ line, exact }) => dropped.has(line.row) || exact?.n === 0n)) continue;
    summaries.add(table);
    totals.push(...grandTotals(table, tables, rows, breakdowns, labour));
  }
  return { summaries, breakdowns, rows, heirs, totals };
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
  heirs: Map<LineTable, BudgetLine>,
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
      else {
        drop(table, line.row);
        const [only, ...more] = from;
        if (only !== undefined && more.length === 0) heirs.set(only, line);
      }
    }
  }
}

/** The lines of a table that no earlier finding has taken out. */
const keptLines = (table: LineTable, dropped: ReadonlyMap<LineTable, ReadonlySet<number>>): readonly LineRead[] => {
  const own = dropped.get(table);
  return own === undefined ? table.rows.lines : table.rows.lines.filter(({ line }) => !own.has(line.row));
};

interface Open {
  readonly lines: readonly LineRead[];
  readonly sum: Fraction;
}

const opened = new WeakMap<LineTable, Open & { readonly dropped: number }>();

/** Those of them that carry yen, worked out anew when more were taken out: of many tables each is held against all others. */
function openIn(table: LineTable, dropped: ReadonlyMap<LineTable, ReadonlySet<number>>): Open {
  const out = dropped.get(table)?.size ?? 0;
  let open = opened.get(table);
  if (open?.dropped !== out) {
    const lines = keptLines(table, dropped).filter(({ exact }) => exact !== null && exact.n !== 0n);
    opened.set(table, (open = { lines, sum: sumOfLines(lines), dropped: out }));
  }
  return open;
}

const openLines = (table: LineTable, dropped: ReadonlyMap<LineTable, ReadonlySet<number>>): readonly LineRead[] =>
  openIn(table, dropped).lines;

/** Yen as text: equal sums are equal keys. */
const keyOfYen = (yen: Fraction): string => `${String(yen.n)}/${String(yen.d)}`;

/**
 * A table whose every figure is the sum, by some key, of the lines of other tables, and whose whole is theirs, sums them
 * up: by category, member, vendor, sheet, or as their own totals do.
 */
function byKeyedSums(
  tables: readonly LineTable[],
  categories: Categories,
  labour: Fraction,
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
  drop: (table: LineTable, row: number) => void,
): void {
  const known = new Map<LineTable, ReadonlySet<string>>();
  const keyed = (table: LineTable): ReadonlySet<string> => {
    const sums = known.get(table) ?? keyedSums(table, rows);
    known.set(table, sums);
    return sums;
  };
  for (const table of tables) {
    if (breakdowns.has(table)) continue;
    const open = openLines(table, rows);
    if (open.length === 0) continue;
    const rest = tables.filter(
      (other) => other !== table && !breakdowns.has(other) && openLines(other, rows).length > 0,
    );
    // A plan of payments tells with tax what the lines tell without it.
    const isTold = open.every(({ line }) => line.amountTax === "inclusive");
    for (const group of groupsOf(table, rest)) {
      const theirs = group.map((other) => openIn(other, rows));
      const whole = theirs.reduce((sum, other) => add(sum, other.sum), ZERO);
      const of = theirs.reduce((count, { lines }) => count + lines.length, 0);
      const isWithTax =
        isTold && theirs.every(({ lines }) => lines.every(({ line }) => line.amountTax !== "inclusive"));
      const yenOf = isWithTax ? withoutTax : yenIn;
      const own = open.reduce((sum, read) => add(sum, yenOf(read)), ZERO);
      const isWhole = compare(own, whole) === 0 || (labour.n !== 0n && compare(own, add(whole, labour)) === 0);
      const isPlan = isWhole && table.isSchedule && !group.some((other) => other.isSchedule);
      if (isPlan || (isFiner(group, of, table, open) && isCover(table, open, whole))) {
        for (const { line } of open) drop(table, line.row);
        break;
      }
      const isTwice = (isWithTax && of === open.length) || isFiner(group, of, table, open);
      if (!isWhole || !isTwice || isPurchase(table, open, group, categories)) continue;
      const sums = new Set(group.flatMap((other) => [...keyed(other), ...sumsBeside(other, table, open)]));
      if (group.length > 1) for (const key of crossSums(group, rows)) sums.add(key);
      if (labour.n !== 0n) sums.add(keyOfYen(labour));
      // Lines that state their 中項目 alone say nothing of the 大項目 that the summary names: the whole is theirs all the same.
      const isMajor = ({ line }: LineRead): boolean =>
        !table.isDetailed && categories.resolve(line.description)?.level === "major";
      const isKeyed = open.every((read) => sums.has(keyOfYen(yenOf(read))) || isMajor(read));
      if (
        !isKeyed &&
        !(
          open.length >= 2 &&
          !table.isDetailed &&
          partsInto(
            theirs.flatMap(({ lines }) => lines.map(yenIn)),
            open.map(yenOf),
          )
        )
      )
        continue;
      for (const { line } of open) drop(table, line.row);
      break;
    }
  }
}

/**
 * Each figure of 開発・委託 | 機器 is the sum of some lines of another table, and each of those is in one of them: it sums them
 * up, in words of its own. What would take too long to see is left open.
 */
function partsInto(yen: readonly Fraction[], sums: readonly Fraction[]): boolean {
  if (yen.length > MOST_PARTED || [...yen, ...sums].some(({ n }) => n <= 0n)) return false;
  const left = [...sums];
  const parts = [...yen].sort((a, b) => compare(b, a));
  let steps = 0;
  const fits = (at: number): boolean => {
    const part = parts[at];
    if (part === undefined) return true;
    const tried = new Set<string>();
    for (let into = 0; into < left.length && steps++ < MOST_STEPS; into++) {
      const before = left[into] as Fraction;
      if (compare(before, part) < 0 || tried.has(keyOfYen(before))) continue;
      tried.add(keyOfYen(before));
      left[into] = subtract(before, part);
      if (fits(at + 1)) return true;
      left[into] = before;
    }
    return false;
  };
  return fits(0) && steps < MOST_STEPS;
}
const MOST_PARTED = 40;
const MOST_STEPS = 20_000;

const yenIn = ({ exact }: LineRead): Fraction => exact ?? ZERO;
const WITHOUT_TAX = fraction(10, 11n);
const withoutTax = (read: LineRead): Fraction => multiply(yenIn(read), WITHOUT_TAX);

/** 請負金額 | 工事価格 on the front page of a 内訳書: each of its figures is the whole, with tax or without. */
const isCover = ({ isDetailed }: LineTable, open: readonly LineRead[], whole: Fraction): boolean =>
  !isDetailed &&
  open.length >= 2 &&
  open.every((read) => [yenIn, withoutTax].some((yenOf) => compare(yenOf(read), whole) === 0));

/**
 * The only line of a table with prices or vendors, named neither as a category nor after what it would sum: its amount is
 * that of other tables by chance.
 */
function isPurchase(
  table: LineTable,
  open: readonly LineRead[],
  group: readonly LineTable[],
  categories: Categories,
): boolean {
  const [only, ...more] = open;
  if (only === undefined || more.length > 0 || !table.isDetailed || SUMMARY_NAME.test(table.names)) return false;
  const { description, unitPrice, vendor, note } = only.line;
  if (unitPrice === null && vendor === null) return false;
  const isNamedAfterGroup = group.some((other) => isNamedAfter(other, [description]));
  return (
    !isNamedAfterGroup && categories.resolve(description) === null && !POINTS_ELSEWHERE.test(description + (note ?? ""))
  );
}

/** その1＋その2＋追加 below the last table: the last line of a table is all the others of several tables together. */
function wholeAsLine(
  tables: readonly LineTable[],
  labour: Fraction,
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
  drop: (table: LineTable, row: number) => void,
): TotalRow[] {
  const open = new Map(tables.map((table) => [table, breakdowns.has(table) ? [] : openLines(table, rows)]));
  const all = sumOfLines([...open.values()].flat());
  const wholes = [all, add(all, labour)];
  for (const [table, lines] of open) {
    const last = lines.at(-1);
    const rest = [...open].filter(([other, theirs]) => theirs.length > (other === table ? 1 : 0));
    if (last === undefined || rest.length < 2 || last.line.unitPrice !== null || last.line.vendor !== null) continue;
    const yen = yenIn(last);
    if (!wholes.some((whole) => compare(subtract(whole, yen), yen) === 0)) continue;
    drop(table, last.line.row);
    return [totalAt(last.line, [candidate(subtract(all, yen), "workbook")])].filter((total) => total !== null);
  }
  return [];
}

/** Of a summary whose other figures stand elsewhere, the one that is the labour sheet's total does too. */
function labourLeft(
  tables: readonly LineTable[],
  labour: Fraction,
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  drop: (table: LineTable, row: number) => void,
): void {
  if (labour.n === 0n) return;
  for (const table of tables) {
    const [only, ...more] = openLines(table, rows);
    const dropped = rows.get(table)?.size ?? 0;
    if (only === undefined || more.length > 0 || dropped === 0 || table.isDetailed) continue;
    if (only.exact !== null && compare(only.exact, labour) === 0) drop(table, only.line.row);
  }
}

/** 氏名 | 日額 | 日数 | 金額 works out what lines of 労務費 say of the same persons, or in one sum. */
function wagesTwice(
  tables: readonly LineTable[],
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: Set<LineTable>,
): void {
  for (const table of tables.filter(({ isOfPersons }) => isOfPersons)) {
    const own = openLines(table, rows);
    const wages = tables
      .filter((other) => other !== table && !breakdowns.has(other))
      .flatMap((other) => openLines(other, rows).filter(isWage));
    if (own.length === 0 || wages.length === 0) continue;
    const isNamed = ({ line }: LineRead): boolean =>
      wages.some((wage) => compact(wage.line.description).includes(compact(line.description)));
    if (own.every(isNamed) || compare(sumOfLines(own), sumOfLines(wages)) === 0) breakdowns.add(table);
  }
}

const WAGE = /^(?:労務費|人件費|従業員費|補助員費|賃金)/;
const isWage = ({ line }: LineRead): boolean =>
  [line.statedMajor, line.statedMiddle, line.statedMinor, line.description].some(
    (word) => word !== null && WAGE.test(compact(withoutNumbering(word))),
  );

/** Each other table alone, those of one sheet, those of other sheets, all together. */
function groupsOf(table: LineTable, rest: readonly LineTable[]): readonly (readonly LineTable[])[] {
  const groups: (readonly LineTable[])[] = rest.map((other) => [other]);
  const bySheet = new Map<string, LineTable[]>();
  for (const other of rest) bySheet.set(other.sheet, [...(bySheet.get(other.sheet) ?? []), other]);
  for (const group of bySheet.values()) if (group.length > 1) groups.push(group);
  const elsewhere = rest.filter(({ sheet }) => sheet !== table.sheet);
  for (const group of [elsewhere, rest]) if (group.length > 1) groups.push(group);
  return groups;
}

/** The group names more, or as much and with prices, counts or vendors that the summary lacks. */
function isFiner(group: readonly LineTable[], of: number, table: LineTable, open: readonly LineRead[]): boolean {
  if (of !== open.length) return of > open.length;
  return group.every(({ isDetailed }) => isDetailed) && !table.isDetailed;
}

const keysOf = ({ line }: Pick<LineRead, "line">): Set<string> =>
  new Set(
    [line.statedMajor, line.statedMiddle, line.statedMinor, line.member, line.vendor, line.description]
      .filter((key) => key !== null && key !== "")
      .map((key) => compact(key as string)),
  );

function sumsByKey(lines: readonly LineRead[]): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const read of lines)
    for (const key of keysOf(read)) sums.set(key, add(sums.get(key) ?? ZERO, read.exact ?? ZERO));
  return sums;
}

function keyedSums(table: LineTable, rows: ReadonlyMap<LineTable, ReadonlySet<number>>): Set<string> {
  const lines = openLines(table, rows);
  const sums = new Set([...sumsByKey(lines).values()].map(keyOfYen));
  sums.add(keyOfYen(sumOfLines(lines)));
  for (const { exact } of table.rows.totals) if (exact !== null) sums.add(keyOfYen(exact));
  return sums;
}

/** 合計金額 in the first row of a record, its items beside it and below: what stands beside each row, down to the next. */
function sumsBeside(other: LineTable, table: LineTable, open: readonly LineRead[]): string[] {
  if (other.sheet !== table.sheet || other.left <= table.right || other.top !== table.top) return [];
  const sums: string[] = [];
  let at = 0;
  for (const [index] of open.entries()) {
    const next = open[index + 1]?.line.row ?? Infinity;
    const beside: LineRead[] = [];
    for (; at < other.rows.lines.length && (other.rows.lines[at] as LineRead).line.row < next; at++)
      beside.push(other.rows.lines[at] as LineRead);
    sums.push(keyOfYen(sumOfLines(beside)));
  }
  return sums;
}

function crossSums(group: readonly LineTable[], rows: ReadonlyMap<LineTable, ReadonlySet<number>>): string[] {
  const bySheet = new Map<string, Fraction>();
  for (const table of group)
    bySheet.set(table.sheet, add(bySheet.get(table.sheet) ?? ZERO, sumOfLines(openLines(table, rows))));
  const byKey = sumsByKey(group.flatMap((table) => openLines(table, rows)));
  return [...bySheet.values(), ...byKey.values()].map(keyOfYen);
}

const DETAIL_ELSEWHERE =
  /別紙|別表|別シート|別添|内訳書|明細書|内訳表|明細表|(?:表|シート|明細|内訳|計画|一覧)[」』]?(?:の|に)?(?:とおり|通り|参照|よる)/;

const REFERS = /とおり|通り|参照|から|より|よる|計上/;

/**
 * A line that says itself, or by the name of the sheet, that another table breaks it down, is counted once: by the items
 * where they add up to it, else by the line.
 */
function byDetail(
  tables: readonly LineTable[],
  rows: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: Set<LineTable>,
  heirs: Map<LineTable, BudgetLine>,
  drop: (table: LineTable, row: number) => void,
): void {
  for (const table of tables) {
    if (breakdowns.has(table)) continue;
    for (const { line, exact } of openLines(table, rows)) {
      const words = compact(`${line.description}${line.specification ?? ""}${line.note ?? ""}`);
      const pointsAway = DETAIL_ELSEWHERE.test(words);
      const refers = REFERS.test(words);
      for (const other of tables) {
        if (other === table || breakdowns.has(other)) continue;
        const isQuoted = refers && quotes(words, other.called);
        const points = pointsAway || isQuoted || (refers && words.includes(other.called));
        const open = openIn(other, rows);
        // One line alone may be worth as much by chance, unless it works out what the other names in a word, or on a sheet of its name.
        const isElsewhere = other.sheet !== table.sheet;
        const isNamesake = isElsewhere && other.called === compact(line.description);
        const isWorkedOut = isNamesake || (other.isDetailed && !table.isDetailed && isElsewhere);
        if (open.lines.length === 0 || (open.lines.length === 1 && !points && !isWorkedOut)) continue;
        const isSum = compare(open.sum, exact ?? ZERO) === 0;
        if (!isSum && !points) continue;
        const named =
          other.sheet === table.sheet
            ? other.title !== null && lumpNamed(other.title) === lumpNamed(line.description)
            : isQuoted || isNamedAfter(other, [line.description, line.statedMiddle, line.statedMinor]);
        if (isSum && (points || named) && table.rows.lines.length > 1) {
          drop(table, line.row);
          heirs.set(other, line);
        } else if (points && named) breakdowns.add(other);
        else continue;
        break;
      }
    }
  }
}

/** 「旅費計算」のとおり and a sheet named R7_旅費計算. */
const quotes = (words: string, sheet: string): boolean =>
  [...words.matchAll(/[「『]([^」』]{2,})[」』]/g)].some(([, name]) => sheet.includes(name as string));

/** 出張旅費 and a sheet named 出張 or 旅費内訳. */
function isNamedAfter({ called }: LineTable, names: readonly (string | null)[]): boolean {
  const bare = (text: string): string => compact(text).replace(/\([^()]*\)|[費等・]|内訳書?|明細書?|一覧/g, "");
  const place = bare(called);
  return names.some((name) => {
    const own = name === null ? "" : bare(name);
    return Math.min(own.length, place.length) >= 2 && (own.includes(place) || place.includes(own));
  });
}

const keyOfLine = (read: LineRead, categories: Categories): string => {
  const { line } = read;
  const found = categories.resolve(line.description);
  return found === null ? compact(line.description) : found.word;
};

/** Sums of every category, and of every member, over all tables but one. */
function categorySums(
  tables: readonly LineTable[],
  dropped: ReadonlyMap<LineTable, ReadonlySet<number>>,
  yenOf: (read: LineRead) => Fraction | null = ({ exact }) => exact,
): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const table of tables)
    for (const read of keptLines(table, dropped)) {
      const { line } = read;
      const yen = yenOf(read);
      if (yen === null) continue;
      for (const key of new Set([line.statedMajor, line.statedMiddle, line.statedMinor, line.member]))
        if (key !== null) sums.set(compact(key), add(sums.get(compact(key)) ?? ZERO, yen));
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
    const open = keptLines(table, rows);
    if (open.length === 0) continue;
    const others = tables.filter((other) => other !== table && !breakdowns.has(other));
    const elsewhere = others.reduce((sum, other) => sum + keptLines(other, rows).length, 0);
    if (elsewhere < open.length) continue;
    const sums = categorySums(others, rows);
    const judged = open.map((read) => {
      const key = keyOfLine(read, categories);
      const sum = sums.get(key);
      const exact = read.exact ?? ZERO;
      const equal = sum !== undefined && (compare(sum, exact) === 0 || compare(add(sum, labour), exact) === 0);
      return {
        read,
        named: sum !== undefined,
        equal,
        empty: exact.n === 0n,
        labour: labour.n !== 0n && (compare(exact, labour) === 0 || LABOUR.test(key)),
      };
    });
    const equal = judged.filter((row) => row.equal && !row.empty).length;
    const named = judged.filter((row) => row.named).length;
    const hinted = SUMMARY_NAME.test(table.names);
    // Where other rows of the table repeat already, so do these.
    const isBegun = (rows.get(table)?.size ?? 0) > 0 && judged.every((row) => row.named || row.labour);
    const isSummary =
      isBegun ||
      (equal >= 2 && equal * 2 >= named) ||
      (equal >= 1 && (hinted || named === judged.length)) ||
      (hinted && named >= 2);
    if (!isSummary) continue;
    for (const row of judged) if (row.named || row.empty || row.labour) drop(table, row.read.line.row);
  }
}

/** In 千円 its row is not the yen of the labour sheet. */
const LABOUR = /^(?:労務費|人件費)(?:計|合計)?$/;

/** The total of a summary is the sum of its rows as typed, or of every line they repeat. */
function grandTotals(
  summary: LineTable,
  tables: readonly LineTable[],
  dropped: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
  labour: Fraction,
): TotalRow[] {
  const all = sumOfLines(
    tables.filter((table) => !breakdowns.has(table)).flatMap((table) => keptLines(table, dropped)),
  );
  const own = sumOfLines(summary.rows.lines);
  return summary.rows.totals.flatMap((total) => {
    // 物品費 above its 中項目, as in a pivot table: no word of a total, and one of its group.
    if (total.above && total.total === null) return sumBelow(total, summary);
    if ((total.total?.rank ?? 3) < 3 || total.total?.category != null || total.total?.tax === "inclusive") return [];
    const candidates = [candidate(own, "all"), candidate(all, "workbook")];
    if (labour.n !== 0n) candidates.push(candidate(add(all, labour), "workbook+labour"));
    const taxAbove = summary.rows.taxRows.filter(({ row }) => row < total.row);
    if (taxAbove.length > 0) {
      const tax = taxAbove.reduce((sum, { exact }) => add(sum, exact), ZERO);
      candidates.push(...candidates.map(({ exact, of }) => candidate(add(exact, tax), `${of}+tax`)));
    }
    return [heldAgainst(total, summary.sheet, candidates)];
  });
}

/** The sum of a summary's rows below it, down to any of the sums that follow: the nearest is the likeliest. */
function sumBelow(total: TotalRead, summary: LineTable): TotalRow[] {
  const ends = [...summary.rows.totals.filter(({ row }) => row > total.row).map(({ row }) => row), Infinity];
  const candidates = ends
    .map((end) => sumOfLines(summary.rows.lines.filter(({ line: { row } }) => row > total.row && row < end)))
    .filter(({ n }) => n !== 0n)
    .map((exact) => candidate(exact, "below"));
  return candidates.length === 0 ? [] : [heldAgainst(total, summary.sheet, candidates)];
}

/** What a summary's row may sum by where it stands: the tables its formula takes, and the sheet of its name. */
function placesOf(
  { line }: LineRead,
  table: LineTable,
  tables: readonly LineTable[],
  dropped: ReadonlyMap<LineTable, ReadonlySet<number>>,
  breakdowns: ReadonlySet<LineTable>,
): Fraction[] {
  const others = tables.filter((other) => other !== table && !breakdowns.has(other));
  const cells = line.amountFormula === null ? [] : referencesOf(line.amountFormula).cells;
  const named = compact(withoutNumbering(line.description));
  const groups = [
    others.filter((other) => cells.some((reference) => refersTo(reference, table.sheet, other))),
    others.filter(({ sheet, called }) => sheet !== table.sheet && compact(withoutNumbering(called)) === named),
  ];
  const kept = (of: readonly LineTable[]): LineRead[] => of.flatMap((other) => keptLines(other, dropped));
  // 構成員 | 区分 | 金額: one member's lines of one item.
  const words = keysOf({ line });
  const own =
    line.member === null
      ? []
      : kept(others).filter(
          ({ line: other }) =>
            other.member !== null &&
            compact(other.member) === compact(line.member as string) &&
            [other.statedMajor, other.statedMiddle, other.statedMinor].some(
              (word) => word !== null && words.has(compact(word)),
            ),
        );
  return [...groups.filter((group) => group.length > 0).map(kept), ...(own.length > 0 ? [own] : [])].map(sumOfLines);
}

const candidate = (exact: Fraction, of: string): TotalRow["candidates"][number] => ({ yen: floor(exact), exact, of });

function totalOf(
  read: LineRead,
  categories: Categories,
  sums: ReadonlyMap<string, Fraction>,
  labour: Fraction,
  places: readonly Fraction[],
): TotalRow | null {
  const key = keyOfLine(read, categories);
  const sum = sums.get(key);
  if (sum === undefined) return null;
  const candidates = [candidate(sum, "category"), ...places.map((yen) => candidate(yen, "place"))];
  if (labour.n !== 0n) candidates.push(candidate(add(sum, labour), "category+labour"));
  return totalAt(read.line, candidates);
}

/** A line that is the total of others; null where its amount stands in no cell of its own. */
function totalAt(line: BudgetLine, candidates: TotalRow["candidates"]): TotalRow | null {
  const cell: CellRef | undefined = line.at.amount ?? line.at.amountExclusive ?? line.at.amountInclusive;
  if (cell === undefined) return null;
  return {
    sheet: line.sheet,
    row: line.row,
    cell,
    label: line.description,
    amount: line.amount,
    amountExact: line.amountExact,
    candidates,
    formula: line.amountFormula,
  };
}
