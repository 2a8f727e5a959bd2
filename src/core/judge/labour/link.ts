/** Which rows of the labour sheet a line of wages stands for (domain 1.3). */
import type { BudgetLine } from "../../read/reading";
import { cellAt, columnNumber, type CellRef, type Workbook } from "../../workbook/workbook";
import type { LabourState, LineState } from "../state";
import type { RowYen } from "./shares";
import { personKey, withoutGaps } from "../../text/person";
import { plain } from "../../text/plain";

export interface LabourLine {
  readonly read: BudgetLine;
  /** The scheme's item that the line is of; null where it may be any, or the scheme has none. */
  readonly item: string | null;
  /** The item of wages that the sheet states; without one the line's words alone speak, as 人件費 may of anybody's. */
  readonly stated: string | null;
}

/**
 * For each line the rows it stands for: by formula, by the person's name, or because it equals the total of that kind.
 * A row may be shared by several lines of one person; `shareOut` then counts it once.
 */
export function linkLabour(
  lines: readonly LabourLine[],
  labour: readonly LabourState[],
  workbook: Workbook,
): Map<LabourLine, readonly LabourState[]> {
  const links = new Map<LabourLine, readonly LabourState[]>();
  if (labour.length === 0) return links;
  const named = new Set<LabourState>();
  const waiting: LabourLine[] = [];
  for (const line of lines) {
    const referred = summed(line, byFormula(line.read, labour, workbook));
    const rows = referred.length > 0 || namesOthers(line.read) ? referred : byName(line.read, labour);
    if (rows.length === 0) waiting.push(line);
    else {
      links.set(line, rows);
      for (const row of rows) named.add(row);
    }
  }
  for (const line of waiting) {
    const free = labour.filter((row) => !named.has(row));
    const ofTotal = byTotal(line, free, waiting);
    const rows = ofTotal.length === 0 && namesOthers(line.read) ? byName(line.read, labour) : ofTotal;
    if (rows.length === 0) continue;
    links.set(line, rows);
    for (const row of rows) named.add(row);
  }
  return links;
}

/** SUMIF refers to all rows and sums those of one kind or member: the rows that give the line's amount are meant. */
function summed(line: LabourLine, rows: readonly LabourState[]): readonly LabourState[] {
  const { member, amount } = line.read;
  const ofMember = rows.filter(
    ({ read }) => member !== null && read.member !== null && plain(read.member) === plain(member),
  );
  const groups = [rows, ...byItem(line, rows), ofMember, ...byItem(line, ofMember)];
  return groups.find((group) => group.length > 0 && statedTotal(group) === amount) ?? rows;
}

/** The rows of the item that the line's words speak of, and those of the item that the sheet states. */
const byItem = ({ item, stated }: LabourLine, rows: readonly LabourState[]): LabourState[][] =>
  [...new Set([item, stated ?? item])].map((of) => rows.filter((row) => (row.item?.middle ?? null) === of));

const statedTotal = (rows: readonly LabourState[]): number =>
  rows.reduce((sum, row) => sum + (row.read.statedAmount ?? row.amount ?? 0), 0);

const REFERENCE =
  /(?:'((?:[^']|'')+)'|([^\s'!()+\-*/,;:&=<>^"]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/g;

function byFormula(line: BudgetLine, labour: readonly LabourState[], workbook: Workbook): LabourState[] {
  const formulas = [line.amountFormula, formulaAt(line.at.unitPrice, workbook), formulaAt(line.at.quantity, workbook)];
  const found = new Set<LabourState>();
  for (const formula of formulas) {
    if (formula === null) continue;
    for (const match of formula.matchAll(REFERENCE)) {
      const sheet = (match[1] ?? match[2] ?? "").replaceAll("''", "'");
      const rows = labour.filter((row) => row.read.sheet === sheet);
      if (rows.length === 0) continue;
      const [top, bottom] = [Number(match[4]), Number(match[6] ?? match[4])];
      const [left, right] = [columnNumber(match[3] ?? "A"), columnNumber(match[5] ?? match[3] ?? "A")];
      const isReferred = ({ row, column }: CellRef): boolean =>
        row >= top && row <= bottom && column >= left && column <= right;
      const told = rows.filter((row) => Object.values(row.read.at).some(isReferred));
      const covered = told.length > 0 ? told : rows.filter((row) => row.read.row >= top && row.read.row <= bottom);
      for (const row of covered.length > 0 ? covered : rowsOfTotal(sheet, top, match[3] ?? "A", rows, workbook))
        found.add(row);
    }
    if (found.size > 0) break;
  }
  return [...found];
}

/** A reference to the labour sheet's total row stands for the rows that this total sums; without a range, for all. */
function rowsOfTotal(
  sheet: string,
  row: number,
  column: string,
  rows: readonly LabourState[],
  workbook: Workbook,
): readonly LabourState[] {
  const formula = formulaAt({ sheet, row, column: columnNumber(column) }, workbook);
  const range = formula === null ? null : /\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)/.exec(formula);
  const summed =
    range === null ? [] : rows.filter((it) => it.read.row >= Number(range[1]) && it.read.row <= Number(range[2]));
  if (summed.length > 0) return summed;
  return row > Math.max(...rows.map((it) => it.read.row)) ? rows : [];
}

function formulaAt(at: CellRef | undefined, workbook: Workbook): string | null {
  if (at === undefined) return null;
  const sheet = workbook.sheets.find((candidate) => candidate.name === at.sheet);
  return (sheet && cellAt(sheet, at.row, at.column)?.formula) ?? null;
}

/** Whether a line states the very pay of a person it names: then it is that pay, whatever the task is called. */
export const statesPay = (line: BudgetLine, labour: readonly LabourState[]): boolean =>
  line.amount !== null &&
  line.amount !== 0 &&
  byName(line, labour).some(
    ({ read }) => read.statedAmount === line.amount && (line.people.length > 0 || isNamedIn(line, read.person)),
  );

const says = ({ description, specification, note, people }: BudgetLine, name: string): boolean =>
  [description, specification ?? "", note ?? "", ...people].some((text) => withoutGaps(text).includes(name));

const isNamedIn = (line: BudgetLine, person: string): boolean =>
  personKey(person).length >= FEWEST_LETTERS && says(line, personKey(person));
const FEWEST_LETTERS = 2;

/** 本田ほか２名: more than are named, so that the sum is asked before the name. */
const namesOthers = ({ description, specification, note }: BudgetLine): boolean =>
  [description, specification, note].some((text) => text !== null && OTHERS.test(plain(text)));
const OTHERS = /(?:ほか|他|外)[0-9]{1,2}[名人]/;

function byName(line: BudgetLine, labour: readonly LabourState[]): LabourState[] {
  const candidates = labour.filter(
    (row) => line.member === null || row.read.member === null || plain(row.read.member) === plain(line.member),
  );
  const full = candidates.filter((row) => isNamedIn(line, row.read.person));
  if (full.length > 0) return full;
  return candidates.filter((row) => {
    const surname = surnameOf(row.read.person);
    return (
      surname !== null &&
      says(line, surname) &&
      candidates.filter((other) => surnameOf(other.read.person) === surname).length === 1
    );
  });
}

/** The part before the space; one character alone would be found in any word. */
function surnameOf(person: string): string | null {
  const [surname, given] = person.normalize("NFKC").trim().split(/\s+/);
  return given !== undefined && surname !== undefined && surname.length >= 2 ? withoutGaps(surname) : null;
}

/** The rows whose stated (or worked-out) amounts add up to the line's amount: all of the line's kind, or all. */
function byTotal(
  line: LabourLine,
  free: readonly LabourState[],
  waiting: readonly LabourLine[],
): readonly LabourState[] {
  if (line.read.amount === null || line.read.amount === 0) return [];
  const ofMember = free.filter(
    (row) =>
      line.read.member === null || row.read.member === null || plain(row.read.member) === plain(line.read.member),
  );
  const groups = [...byItem(line, ofMember), ofMember, ...byItem(line, free), free];
  for (const group of groups) {
    if (group.length > 0 && statedTotal(group) === line.read.amount) return group;
  }
  const text = plain([line.read.description, line.read.specification ?? "", line.read.note ?? ""].join(" "));
  if (!REFERS.test(text)) return [];
  // 人件費（別紙） alone stands for everybody; where other lines are of other items, each is for its own.
  const isOfItem = line.stated !== null || waiting.some((other) => other.item !== line.item);
  return (isOfItem ? groups : [ofMember, free]).find((group) => group.length > 0) ?? [];
}

/** "人件費（別紙）": the line says itself that the labour sheet stands behind it, whatever it adds up to. */
const REFERS =
  /別紙|別表|別シート|(?:労務費|人件費|時給)(?:単価)?(?:の)?(?:シート|計算|算出|算定|内訳|明細|一覧)|計算表|算出表|算定表|計算書/;

/**
 * What each line counts of its rows, so that every row's eligible amount counts once: rows of several lines are shared
 * out in the order of the lines, each up to its amount, the last taking what remains.
 */
export function shareOut(
  links: ReadonlyMap<LineState, readonly LabourState[]>,
): ReadonlyMap<LineState, readonly RowYen[]> {
  const counted = new Map<LineState, RowYen[]>([...links.keys()].map((line) => [line, []]));
  const users = new Map<LabourState, LineState[]>();
  for (const [line, rows] of links) for (const row of rows) users.set(row, [...(users.get(row) ?? []), line]);
  const room = new Map<LineState, number>();
  for (const [row, lines] of users) {
    let left = row.counted;
    lines.forEach((line, index) => {
      const asked = room.get(line) ?? line.read.amount ?? Infinity;
      const yen = index === lines.length - 1 ? left : Math.min(left, Math.max(0, asked));
      counted.get(line)?.push({ row, yen, isShared: lines.length > 1 });
      room.set(line, asked - yen);
      left -= yen;
    });
  }
  return counted;
}
