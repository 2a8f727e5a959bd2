/**
 * Labour told person by person, in blocks or sheets: 氏名 | 鬼塚 剛 and the like in pairs, and the months below each other under 月 | 従事時間 |
 * 金額. Drawn anew as two tables: one row a person, and one row a person and month.
 */
import { compact, oneLine } from "../../text/fold";
import { add, fraction, multiply, subtract, toNumber, type Fraction } from "../../money/fraction";
import { isDateFormat } from "../../text/date";
import { isBlank, textOf } from "../../workbook/grid";
import { redrawn, type DrawnRow, type Place, type Redrawn } from "../../workbook/redrawn";
import type { Area, Cell, Row, Sheet } from "../../workbook/workbook";
import type { Field } from "../field";
import { moneyOf, quantityOf } from "../records/values";
import { filledIn } from "../tables/title-rows";
import { headerOf } from "../words/headers";
import { isTotalWord } from "../words/total-words";
import { isFigure } from "./table-header";

interface PersonsDrawn {
  readonly drawing: Redrawn;
  /** The row of the drawing that heads the persons; null where only their months are told. */
  readonly header: number | null;
}

/** A cell, and where it stands. */
interface Stands {
  readonly cell: Cell;
  readonly row: number;
}

/** 基本給（4月） | 274,000 */
interface Pair {
  readonly label: Stands;
  readonly value: Stands;
  readonly fields: readonly Field[];
}

/** 月 | 従事時間 | 金額 over a month a row. */
interface MonthTable {
  readonly header: Row;
  readonly columns: readonly Cell[];
  readonly months: readonly Row[];
  readonly total: Row | null;
  readonly bottom: number;
}

/** One person's. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  /** Rows of which something was taken. */
  readonly rows: ReadonlySet<number>;
  readonly person: Pair;
  readonly pairs: readonly Pair[];
  readonly table: MonthTable;
  readonly hours: Cell;
  readonly amount: Cell | null;
  readonly pay: Cell | null;
  readonly rate: Stands | null;
  readonly kind: Stands | null;
}

const MOST_ROWS = 2_000;
const ROWS_CHECKED = 60;
const A_YEN = 1;
const LONGEST_NAME = 30;

const PARTS_OF_PAY: readonly Field[] = ["basePay", "allowances", "overtime", "bonus", "oneOffPay", "welfare"];
const HOURS_OF_PAY: readonly Field[] = ["scheduledHours", "scheduledDays"];
/** What a pair gives a column of its own, in this order. */
const OWN_COLUMNS: readonly Field[] = [...PARTS_OF_PAY, ...HOURS_OF_PAY];
const KIND_OF_WORK =
  /^(?:(?:従業員|補助員)(?:費|給)?|パート(?:タイマー)?|アルバイト|派遣(?:社員|職員)?|(?:正|契約)?社員)$/;
const RANK = /役職|職名|職位|肩書/;

/** null where no labour is told so. */
export function drawPersons(sheet: Sheet): PersonsDrawn | null {
  if (sheet.rows.length > MOST_ROWS || !sheet.rows.slice(0, ROWS_CHECKED).some(namesPerson)) return null;
  const blocks = blocksOf(splitPairs(sheet));
  return blocks === null ? null : drawnAnew(sheet, blocks);
}

const labelOf = (cell: Cell): string | null => {
  const text = textOf(cell);
  return text === null || isFigure(cell) ? null : oneLine(text).replace(/\s*[:：]$/, "");
};
/** What a label means; null for what is none. */
const meaningOf = (cell: Cell): readonly Field[] | null => {
  const header = headerOf(labelOf(cell) ?? "");
  return header === null || header.month || header.fields.length === 0 ? null : header.fields;
};
const isOf = (cell: Cell, field: Field): boolean => meaningOf(cell)?.[0] === field;
const namesPerson = (row: Row): boolean => filledIn(splitRow(row)).some((cell) => isOf(cell, "person"));

/** 氏名：轟 茂 所属：製造課, 【氏名】轟 茂 in one cell: labels and what they say, a part of a column behind each other. */
const LABELS = /(?:^|\s)[【［[]?([^\s:：【】［］[\]]{1,16})(?:[】］\]][:：]?|[:：])\s*/gu;
/** A label with gaps between its letters. */
const INSIDE = /^([^:：]{1,16})[:：]\s*(\S.*)$/su;
const STEP = 1 / 64;

function splitRow(row: Row): Row {
  const partsOf = (cell: Cell): readonly string[] => {
    const text = typeof cell.value === "string" && SEPARATES.test(cell.value) ? cell.value.trim() : "";
    const found = [...text.matchAll(LABELS)];
    const several = found.flatMap(({ index, 0: { length }, 1: label }, at) => [
      label as string,
      text.slice(index + length, found[at + 1]?.index).trim(),
    ]);
    const isWhole = found[0]?.index === 0 && several.every((part) => part !== "");
    const parts = isWhole ? several : (INSIDE.exec(text)?.slice(1) ?? []);
    return parts.every((part, at) => at % 2 === 1 || meaningOf({ ...cell, value: part }) !== null) ? parts : [];
  };
  const split = (cell: Cell): Cell[] => {
    const parts = partsOf(cell);
    return parts.length === 0
      ? [cell]
      : parts.map((value, at) => ({ ...cell, value, column: cell.column + at * STEP }));
  };
  const cells = row.cells.flatMap(split);
  return cells.length === row.cells.length ? row : { ...row, cells };
}
const SEPARATES = /[:：】］\]]/;

const splitPairs = (sheet: Sheet): Sheet => ({ ...sheet, rows: sheet.rows.map(splitRow) });

/** A plain figure below it is no day of a project. */
const FIRST_SERIAL = 20_000;

const isMonth = (cell: Cell, header: Cell): boolean => {
  if (typeof cell.value === "number") {
    if (isDateFormat(cell.format)) return cell.value >= FIRST_SERIAL;
    return isOf(header, "month") && Number.isInteger(cell.value) && cell.value >= 1 && cell.value <= 12;
  }
  return headerOf(textOf(cell) ?? "")?.month === true;
};

const cellAt = (row: Row | undefined, column: number): Cell | undefined =>
  row?.cells.find((cell) => cell.column === column && !isBlank(cell));

/** 月, 区分, いつ, or a word that nobody knows. */
const mayHeadMonths = (cell: Cell): boolean =>
  textOf(cell) !== null && !isFigure(cell) && HEADS_MONTHS.has(meaningOf(cell)?.[0]);
const HEADS_MONTHS: ReadonlySet<Field | undefined> = new Set<Field | undefined>([
  undefined,
  "month",
  "paymentDate",
  "orderDate",
  "category",
  "no",
]);

/** Each a row below a header, from one month to the last, no month twice. */
function monthTablesOf({ rows, merges }: Sheet): MonthTable[] {
  return rows.flatMap((header, at) =>
    filledIn(header).flatMap((corner): MonthTable[] => {
      const next = cellAt(rows[at + 1], corner.column);
      if (next === undefined || !mayHeadMonths(corner)) return [];
      if (!isMonth(next, corner) || isMonth(corner, corner)) return [];
      const below = rows.slice(at + 1);
      const isNext = (row: Row, step: number): boolean => {
        const cell = cellAt(row, corner.column);
        return row.index === header.index + 1 + step && cell !== undefined && isMonth(cell, corner);
      };
      const end = below.findIndex((row, step) => !isNext(row, step));
      const months = end < 0 ? below : below.slice(0, end);
      const said = months.map((row) => spelled(cellAt(row, corner.column) as Cell));
      const last = months.at(-1);
      if (last === undefined || new Set(said).size < said.length) return [];
      const after = below[months.length];
      const closing = cellAt(after, corner.column);
      const isTotal = closing !== undefined && isTotalWord(textOf(closing) ?? "");
      const total = isTotal && (after as Row).index <= last.index + 2 ? (after as Row) : null;
      const columns = sideBySide(header, corner, merges);
      return columns.length < 2 ? [] : [{ header, columns, months, total, bottom: (total ?? last).index }];
    }),
  );
}

const DAYS_OF_A_MONTH = 28;
/** Two days of one month say the same, so that days are no months. */
const spelled = ({ value, format }: Cell): string =>
  typeof value === "number" && isDateFormat(format)
    ? String(Math.floor(value / DAYS_OF_A_MONTH))
    : compact(String(value));

/** The header cells from the months' on, up to a gap. */
function sideBySide(row: Row, corner: Cell, merges: readonly Area[]): Cell[] {
  const columns: Cell[] = [];
  let next = corner.column;
  for (const cell of filledIn(row)) {
    if (cell.column < corner.column) continue;
    if (cell.column !== next) break;
    if (columns.length > 0 && isOf(cell, "month")) break;
    columns.push(cell);
    const area = merges.find(
      ({ top, bottom, left }) => top <= row.index && bottom >= row.index && left === cell.column,
    );
    next = (area?.right ?? cell.column) + 1;
  }
  return columns;
}

interface Blocks {
  readonly blocks: readonly Block[];
  readonly top: number;
  readonly bottom: number;
}

/** null where the sheet holds none, or figures between the blocks that are not theirs. */
function blocksOf(sheet: Sheet): Blocks | null {
  const tables = monthTablesOf(sheet);
  const blocks: Block[] = [];
  for (const table of tables) {
    const beside = tables.filter(({ header }) => header.index === table.header.index);
    const corner = table.columns[0] as Cell;
    const left = beside[0] === table ? 1 : corner.column;
    const next = beside[beside.indexOf(table) + 1];
    const right = next === undefined ? Infinity : (next.columns[0] as Cell).column - 1;
    const above = Math.max(
      0,
      ...tables.filter(({ bottom }) => bottom < table.header.index).map(({ bottom }) => bottom),
    );
    const block = blockOf(sheet, table, above, left, right);
    if (block !== null) blocks.push(block);
  }
  if (blocks.length === 0) return null;
  const top = Math.min(...blocks.map((block) => block.top));
  const last = Math.max(...blocks.map((block) => block.bottom));
  const unfilled = tables.filter((table) => table.header.index > last && isUnfilled(table));
  const bottom = Math.max(last, ...unfilled.map((table) => table.bottom));
  const isTaken = (row: Row): boolean => blocks.some(({ rows }) => rows.has(row.index)) || isSum(row);
  const isStray = (row: Row): boolean =>
    row.index > top && row.index < bottom && !isTaken(row) && row.cells.some(saysFigure);
  return sheet.rows.some(isStray) ? null : { blocks, top, bottom };
}

const saysFigure = (cell: Cell): boolean =>
  !isBlank(cell) && isFigure(cell) && cell.value !== 0 && !isMonth(cell, cell);

/** A block more of the form, of nobody. */
const isUnfilled = ({ columns: [corner], months }: MonthTable): boolean =>
  !months.some(({ cells }) => cells.some((cell) => cell.column !== corner?.column && saysFigure(cell)));

/** 従業員費 小計 | 95 | 198,900 between the blocks. */
function isSum(row: Row): boolean {
  const [first] = filledIn(row);
  return first !== undefined && !isFigure(first) && /計$/.test(compact(textOf(first) ?? ""));
}

function blockOf(sheet: Sheet, table: MonthTable, above: number, left: number, right: number): Block | null {
  const first = (table.columns[0] as Cell).column;
  const last = (table.columns.at(-1) as Cell).column;
  const isInTable = (row: Row, { column }: Cell): boolean =>
    row.index >= table.header.index && Math.floor(column) >= first && Math.floor(column) <= last;
  const around = sheet.rows
    .filter(({ index }) => index > above && index <= table.bottom)
    .map((row): Row => {
      const isOwn = (cell: Cell): boolean => cell.column >= left && cell.column <= right && !isInTable(row, cell);
      return { ...row, cells: filledIn(row).filter(isOwn) };
    });
  // Tables further right in the rows of the months are not this person's.
  if (
    around.some(
      ({ index, cells }) => index > table.header.index && cells.some((cell) => cell.column > last && isFigure(cell)),
    )
  )
    return null;
  const pairs = pairsIn(around);
  const person = pairs.findLast(({ fields, value }) => fields[0] === "person" && isName(value.cell));
  if (person === undefined) return null;
  const own = pairs.filter(({ label }) => label.row >= topOf(person, pairs));
  const columns = columnsOf(table, own);
  if (columns === null) return null;
  const taken = own.flatMap(({ label, value }) => [label.row, value.row]);
  const rows = new Set([...taken, table.header.index, ...table.months.map(({ index }) => index)]);
  if (table.total !== null) rows.add(table.total.index);
  const heads = sheet.rows.filter(({ index }) => index > above && index < table.header.index);
  return {
    top: Math.min(...rows),
    bottom: table.bottom,
    rows,
    person,
    pairs: own,
    table,
    ...columns,
    kind: kindIn(own) ?? (above === 0 ? null : kindAbove(heads)),
  };
}

const isName = (cell: Cell): boolean => {
  const text = textOf(cell);
  return text !== null && !isFigure(cell) && text.length <= LONGEST_NAME;
};

/** The first row of the pairs without a gap around the name. */
function topOf(person: Pair, pairs: readonly Pair[]): number {
  const rows = new Set(pairs.flatMap(({ label, value }) => [label.row, value.row]));
  let top = person.label.row;
  while (rows.has(top - 1)) top--;
  return top;
}

/** 従業員費 in a pair. */
function kindIn(pairs: readonly Pair[]): Stands | null {
  const isKind = ({ fields, value }: Pair): boolean =>
    fields[0] === "employment" || KIND_OF_WORK.test(compact(textOf(value.cell) ?? ""));
  return pairs.find((pair) => pair.fields[0] !== "person" && isKind(pair))?.value ?? null;
}

/** 補助員費 alone in a row over a block. */
function kindAbove(rows: readonly Row[]): Stands | null {
  const alone = rows.flatMap((row): Stands[] => {
    const [cell, ...more] = filledIn(row);
    const isKind = cell !== undefined && more.length === 0 && KIND_OF_WORK.test(compact(textOf(cell) ?? ""));
    return isKind ? [{ cell, row: row.index }] : [];
  });
  return alone.at(-1) ?? null;
}

/** Labels with what stands right of them; in a row of nothing but labels with what stands below. */
function pairsIn(rows: readonly Row[]): Pair[] {
  const pairs: Pair[] = [];
  const put = (label: Cell, value: Cell, row: Row, below = row): void => {
    const fields = meaningOf(label) as readonly Field[];
    pairs.push({ label: { cell: label, row: row.index }, value: { cell: value, row: below.index }, fields });
  };
  rows.forEach((row, at) => {
    const { cells } = row;
    const labels = cells.filter((cell) => meaningOf(cell) !== null);
    if (labels.length >= 2 && labels.length === cells.length) {
      const below = rows[at + 1];
      const values = labels.map(({ column }) => cellAt(below, column));
      if (isList(rows[at + 2], labels)) return;
      if (below?.index === row.index + 1 && values.some((value) => value !== undefined && meaningOf(value) === null)) {
        labels.forEach((label, index) => {
          const value = values[index];
          if (value !== undefined) put(label, value, row, below);
        });
        return;
      }
    }
    for (let index = 0; index + 1 < cells.length; index++) {
      const [label, value] = [cells[index] as Cell, cells[index + 1] as Cell];
      if (meaningOf(label) === null) continue;
      // 所属 | (blank) | 役職 | 主任
      if (meaningOf(value) !== null && value.column > label.column + 1) continue;
      put(label, value, row);
      index++;
    }
  });
  return pairs;
}

/** A row more of it: the labels head a list, and are of no one person. */
const isList = (row: Row | undefined, labels: readonly Cell[]): boolean =>
  labels.filter(({ column }) => {
    const cell = cellAt(row, column);
    return cell !== undefined && meaningOf(cell) === null && !isMonth(cell, cell);
  }).length >= 2;

type Columns = Pick<Block, "hours" | "amount" | "pay" | "rate">;

/** Which column of the months is which, by a rate that makes the hours an amount, else by words; null for no months of work. */
function columnsOf(table: MonthTable, pairs: readonly Pair[]): Columns | null {
  const [, ...others] = table.columns;
  const figures = others.filter(({ column }) => table.months.some((row) => quantityOf(cellAt(row, column)) !== null));
  const told = pairs.find(
    ({ fields }) => fields[0] === "hourlyRate" || (fields[0] === "unitPrice" && fields.includes("hourlyRate")),
  );
  const rateColumn = figures.find((cell) => isOf(cell, "hourlyRate") && isOneFigure(table, cell));
  const inColumn = rateColumn === undefined ? undefined : standsIn(table, rateColumn);
  const rate = told?.value ?? inColumn ?? null;
  const yen = rate === null ? null : (moneyOf(rate.cell, 1)?.yen ?? null);
  const isAsked = (cell: Cell): boolean =>
    cell !== rateColumn &&
    (meaningOf(cell)?.includes("hours") === true || /時間|工数/.test(compact(textOf(cell) ?? "")));
  const proven = yen === null ? null : provenIn(table, figures, yen);
  const hours = proven?.hours ?? figures.find((cell) => isAsked(cell) && meaningOf(cell)?.[0] !== "hourlyRate");
  if (hours === undefined) return null;
  const free = figures.filter((cell) => cell !== hours && cell !== rateColumn && cell !== proven?.amount);
  const amount = proven?.amount ?? free.find((cell) => isOf(cell, "amount")) ?? null;
  const mayBePaid = free.filter((cell) => cell !== amount);
  const pay =
    mayBePaid.find((cell) => isOf(cell, "payPaid")) ??
    mayBePaid.find((cell) => meaningOf(cell)?.includes("payPaid")) ??
    mayBePaid.find((cell) => /支給|給与|賃金|支払/.test(compact(textOf(cell) ?? "")) && !isAsked(cell)) ??
    null;
  const isPaid = pairs.some(({ fields }) => fields[0] === "basePay");
  if (yen === null && !isPaid && pay === null) return null;
  return { hours, amount, pay, rate: yen === null ? null : rate };
}

/** Its figures are one in all months. */
function isOneFigure({ months }: MonthTable, { column }: Cell): boolean {
  const said = months.flatMap((row) => moneyOf(cellAt(row, column), 1)?.yen ?? []).map(toNumber);
  return said.length > 0 && new Set(said).size === 1;
}

function standsIn({ months }: MonthTable, { column }: Cell): Stands | undefined {
  const row = months.find((one) => cellAt(one, column) !== undefined);
  return row === undefined ? undefined : { cell: cellAt(row, column) as Cell, row: row.index };
}

/** Hours × rate = amount in every month. */
function provenIn(
  { months }: MonthTable,
  figures: readonly Cell[],
  rate: Fraction,
): { hours: Cell; amount: Cell } | null {
  for (const hours of figures)
    for (const amount of figures) {
      const checked = months.flatMap((row): boolean[] => {
        const count = quantityOf(cellAt(row, hours.column))?.value;
        const yen = moneyOf(cellAt(row, amount.column), 1)?.yen;
        if (count === undefined || yen == null || (count.n === 0n && yen.n === 0n)) return [];
        return [Math.abs(toNumber(subtract(multiply(count, rate), yen))) < A_YEN];
      });
      if (hours !== amount && checked.length > 0 && checked.every((isRight) => isRight)) return { hours, amount };
    }
  return null;
}

/** One column of a table of the drawing: what heads it, and what it holds for each person or month. */
interface Column<T> {
  readonly word: string;
  readonly head: Stands;
  cell(of: T): Stands | null;
}

/** Its own word where it says the field, else a word that does. */
const headed = (head: Stands, field: Field, word: string): string =>
  isOf(head.cell, field) ? (labelOf(head.cell) as string) : word;

function personColumns(blocks: readonly Block[]): Column<Block>[] {
  const [{ person, table, hours }] = blocks as [Block];
  const columns: Column<Block>[] = [
    { word: headed(person.label, "person", "氏名"), head: person.label, cell: (block) => block.person.value },
  ];
  const put = (field: Field, word: string, head: Stands, cell: Column<Block>["cell"]): void => {
    if (blocks.some((block) => cell(block) !== null)) columns.push({ word: headed(head, field, word), head, cell });
  };
  put("position", "役職", person.label, (block) => positionOf(block.pairs));
  put("employment", "雇用形態", person.label, ({ kind }) => kind);
  const told = new Map<string, Pair>();
  for (const field of OWN_COLUMNS)
    for (const pair of blocks.flatMap(({ pairs }) => pairs))
      if (pair.fields[0] === field) told.set(keyOf(pair), told.get(keyOf(pair)) ?? pair);
  for (const [key, { label, fields }] of told)
    put(
      fields[0] as Field,
      labelOf(label.cell) as string,
      label,
      ({ pairs }) => pairs.find((pair) => keyOf(pair) === key)?.value ?? null,
    );
  const rated = blocks.find(({ rate }) => rate !== null);
  if (rated !== undefined) {
    const label = rated.pairs.find(({ value }) => value === rated.rate)?.label ?? person.label;
    put("hourlyRate", "時給単価", label, ({ rate }) => rate);
  }
  put("hours", "従事時間", { cell: hours, row: table.header.index }, hoursOf);
  const claimed = blocks.find(({ amount }) => amount !== null);
  const head = claimed?.amount ?? hours;
  put("amount", "金額", { cell: head, row: (claimed ?? (blocks[0] as Block)).table.header.index }, amountOf);
  return columns;
}

const keyOf = ({ label, fields }: Pair): string => `${fields[0] as string} ${compact(labelOf(label.cell) ?? "")}`;

/** 役職 rather than 所属. */
function positionOf(pairs: readonly Pair[]): Stands | null {
  const told = pairs.filter(({ fields }) => fields[0] === "position");
  return (told.find(({ label }) => RANK.test(compact(labelOf(label.cell) ?? ""))) ?? told[0])?.value ?? null;
}

/** As the total says, or a pair; else the sum of the months. */
function hoursOf({ table, hours, pairs }: Block): Stands | null {
  const total = cellAt(table.total ?? undefined, hours.column);
  if (total !== undefined && table.total !== null && quantityOf(total) !== null)
    return { cell: total, row: table.total.index };
  const pair = pairs.find(({ fields, value }) => fields.includes("hours") && quantityOf(value.cell) !== null);
  if (pair !== undefined) return pair.value;
  const [first] = table.months.flatMap((row) => ({ row, cell: cellAt(row, hours.column) }));
  const counts = table.months.flatMap((row) => quantityOf(cellAt(row, hours.column))?.value ?? []);
  if (first === undefined || counts.length === 0) return null;
  const value = toNumber(counts.reduce(add, fraction(0)));
  return { cell: { ...hours, value, formula: null, format: null }, row: first.row.index };
}

function amountOf({ table, amount, pairs }: Block): Stands | null {
  const total = amount === null ? undefined : cellAt(table.total ?? undefined, amount.column);
  if (total !== undefined && table.total !== null) return { cell: total, row: table.total.index };
  return pairs.find(({ fields, value }) => fields[0] === "amount" && isFigure(value.cell))?.value ?? null;
}

interface MonthOf {
  readonly block: Block;
  readonly row: Row;
}

const isWorked = ({ hours, pay }: Block, row: Row): boolean =>
  [hours, pay].some((cell) => cell !== null && cellAt(row, cell.column) !== undefined);

function monthColumns(blocks: readonly Block[]): Column<MonthOf>[] {
  const [{ person, table, hours }] = blocks as [Block];
  const at = (row: Row, column: Cell | null | undefined): Stands | null => {
    const cell = column == null ? undefined : cellAt(row, column.column);
    return cell === undefined ? null : { cell, row: row.index };
  };
  const head = (cell: Cell, { header } = table): Stands => ({ cell, row: header.index });
  const month = table.columns[0] as Cell;
  const columns: Column<MonthOf>[] = [
    { word: headed(person.label, "person", "氏名"), head: person.label, cell: ({ block }) => block.person.value },
    {
      word: headed(head(month), "month", "月"),
      head: head(month),
      cell: ({ block, row }) => at(row, block.table.columns[0]),
    },
    {
      word: headed(head(hours), "hours", "従事時間"),
      head: head(hours),
      cell: ({ block, row }) => at(row, block.hours),
    },
  ];
  const paid = blocks.find(({ pay }) => pay !== null);
  if (paid?.pay != null) {
    const over = head(paid.pay, paid.table);
    columns.push({
      word: headed(over, "payPaid", "実支給額"),
      head: over,
      cell: ({ block, row }) => at(row, block.pay),
    });
  }
  return columns;
}

function drawnAnew(sheet: Sheet, { blocks, top, bottom }: Blocks): PersonsDrawn {
  const rows: DrawnRow[] = [];
  let next = top;
  const draw = (from: number, cells: readonly (Stands | null)[]): void => {
    const stands = new Map(cells.flatMap((one, at): [number, Stands][] => (one === null ? [] : [[at + 1, one]])));
    const placeOf = (column: number): Place => {
      const one = stands.get(column);
      return one === undefined ? { row: from, column } : { row: one.row, column: Math.floor(one.cell.column) };
    };
    const drawn = [...stands].map(([column, { cell }]) => ({ ...cell, column }));
    rows.push({ row: { index: next++, hidden: false, cells: drawn }, from, placeOf });
  };
  const table = <T>(columns: readonly Column<T>[], entries: readonly T[], rowOf: (entry: T) => number): void => {
    const heads = columns.map(({ word, head }) => ({ ...head, cell: { ...head.cell, value: word, formula: null } }));
    draw((columns.at(-1) as Column<T>).head.row, heads);
    for (const entry of entries)
      draw(
        rowOf(entry),
        columns.map((column) => column.cell(entry)),
      );
  };
  const isPaid = blocks.some(({ rate, pairs }) => rate !== null || pairs.some(({ fields }) => fields[0] === "basePay"));
  const header = isPaid ? next : null;
  if (isPaid) {
    table(personColumns(blocks), blocks, ({ person }) => person.value.row);
    next++;
  }
  const months = blocks.flatMap((block) =>
    block.table.months.flatMap((row): MonthOf[] => (isWorked(block, row) ? [{ block, row }] : [])),
  );
  table(monthColumns(blocks), months, ({ row }) => row.index);
  const shift = Math.max(0, next - 1 - bottom);
  const drawing = redrawn(
    sheet,
    [
      ...sheet.rows.filter(({ index }) => index < top).map((row) => ({ row, from: row.index })),
      ...rows,
      ...sheet.rows
        .filter(({ index }) => index > bottom)
        .map((row) => ({ row: { ...row, index: row.index + shift }, from: row.index })),
    ],
    sheet.merges.filter((area) => area.bottom < top),
    false,
  );
  return { drawing, header };
}
