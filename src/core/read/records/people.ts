/** Tables of people: labour, monthly hours, consortium members, the project team. */
import { add, compare, floor, ZERO, type Fraction } from "../../money/fraction";
import { compact } from "../../text/fold";
import { isDateFormat, readMonth, serialDay, type Span } from "../../text/date";
import { personKey, personName } from "../../text/person";
import type { FieldColumn } from "../columns/field-column";
import { isMonthPlan } from "../columns/proven-wages";
import { isBlank, textOf, type Grid } from "../../workbook/grid";
import type { Field } from "../field";
import type { LabourReading, MemberReading, MonthReading, PersonReading } from "../reading";
import { entriesOf, type Entry } from "./entries";
import { withPersons } from "./persons-by-place";
import { aMonth, scheduledHours } from "./scheduled-hours";
import type { Table } from "../tables/table";
import { endsInSum } from "../words/total-words";
import { memberIn } from "../words/members";
import { moneyOf, quantityOf, shownText } from "./values";
import type { Cell, CellRef } from "../../workbook/workbook";

export interface PeopleContext {
  readonly scale: number;
  readonly date1904: boolean;
  readonly within: Span | null;
  /** Member that title or sheet name give to every row. */
  readonly member: string | null;
  /** The members of the consortium, by their names. */
  readonly members: readonly string[];
}

const KIND_OF_WORK = /(?:従業員|補助員)費?|パート|アルバイト|派遣|正社員|社員|役員/;

/** 基本給（年額）; 令和7年4月分 is of a month. */
const OF_A_YEAR = /年(?:額|間|収|俸)|\(年\)|\/年/;
/** Pay whose parts may stand in several columns. */
const SEVERAL_PARTS: ReadonlySet<Field> = new Set<Field>(["allowances", "welfare"]);

export function readLabour(table: Table, found: readonly FieldColumn[], context: PeopleContext): LabourReading[] {
  const readings: LabourReading[] = [];
  const columns = withPersons(table, found);
  const scaleOf = (field: Field): number => columns.find((column) => column.field === field)?.scale ?? context.scale;
  const isOfYear = (field: Field): boolean =>
    columns.some((column) => column.field === field && OF_A_YEAR.test(compact(column.header)));
  const titled = KIND_OF_WORK.exec(table.title ?? "")?.[0] ?? null;
  let heading: string | null = null;
  const whose = new MemberOfRow(table, columns, context);
  const hoursOfMonths = monthlyHours(table, columns);
  for (const entry of entriesOf(table, columns)) {
    const money = (field: Field): Fraction | null => moneyOf(entry.cell(field), scaleOf(field))?.yen ?? null;
    /** Yen a month. */
    const pay = (field: Field): Fraction | null => {
      const yen = SEVERAL_PARTS.has(field) ? total(field) : money(field);
      return yen !== null && isOfYear(field) ? aMonth(yen) : yen;
    };
    /** Parts of one component in several columns, together. */
    const total = (field: Field): Fraction | null =>
      columns.reduce<Fraction | null>((sum, column) => {
        if (column.field !== field) return sum;
        // A heading over several columns without finer ones below: its parts stand side by side.
        for (let at = column.column; at <= column.right; at++) {
          const yen = moneyOf(table.grid.own(entry.row, at), column.scale ?? context.scale)?.yen ?? null;
          if (yen !== null) sum = sum === null ? yen : add(sum, yen);
        }
        return sum;
      }, null);
    const count = (field: Field): Fraction | null => quantityOf(entry.cell(field))?.value ?? null;
    const name = entry.text("person") ?? entry.text("position");
    const rate = money("hourlyRate");
    const [amount, basePay] = [money("amount"), pay("basePay")];
    const hours = count("hours") ?? hoursOfMonths(entry.row);
    if (rate === null && hours === null && amount === null && basePay === null) {
      // A heading such as "補助員費" over the rows of part-timers.
      const words =
        table.grid
          .row(entry.row)
          ?.cells.map((cell) => textOf(cell))
          .filter((text) => text !== null) ?? [];
      if (words.length === 1) heading = KIND_OF_WORK.exec(words[0] as string)?.[0] ?? heading;
      whose.head(words);
      continue;
    }
    if (name === null) continue;
    if (rate === null && basePay === null && isSumLabel(name)) continue;
    readings.push({
      sheet: table.grid.name,
      row: entry.row,
      at: entry.at,
      person: name,
      position: entry.text("position"),
      employment: entry.text("employment") ?? heading ?? titled,
      member: whose.member(entry),
      basePay,
      allowances: pay("allowances"),
      overtime: pay("overtime"),
      bonus: pay("bonus"),
      oneOffPay: pay("oneOffPay"),
      welfare: pay("welfare"),
      scheduledHours: scheduledHours(columns, entry),
      statedRate: rate,
      hours,
      statedAmount: amount === null ? null : floor(amount),
      statedAmountExact: amount,
    });
  }
  return readings.filter((reading, at) => !sumsUp(reading, readings.slice(0, at)));
}

/** 品と人で below the persons, without a rate or hours where they have some: what they come to, or below a blank row more than that. */
function sumsUp(
  { row, statedRate, hours, basePay, statedAmountExact: yen }: LabourReading,
  above: LabourReading[],
): boolean {
  const last = above.at(-1);
  if (last === undefined || yen === null || statedRate !== null || hours !== null || basePay !== null) return false;
  if (!above.every((other) => other.statedRate !== null || other.hours !== null)) return false;
  const sum = above.reduce((all, other) => add(all, other.statedAmountExact ?? ZERO), ZERO);
  return above.length > 1 && (compare(yen, sum) === 0 || (row > last.row + 1 && compare(yen, sum) > 0));
}

/**
 * 氏名 | 時間単価 | 時間 | 金額 among the tables of a budget, beside a labour sheet that tells the pay of the same persons: such
 * rows are lines that stand for that sheet's.
 */
export function areOfLabourSheet(rows: readonly LabourReading[], all: readonly LabourReading[]): boolean {
  const isPaidElsewhere = (row: LabourReading): boolean =>
    row.basePay === null &&
    row.statedAmount !== null &&
    all.some(
      (other) =>
        other.sheet !== row.sheet &&
        other.basePay !== null &&
        other.statedAmount === row.statedAmount &&
        personKey(other.person) === personKey(row.person),
    );
  return rows.length > 0 && rows.every(isPaidElsewhere);
}

/** Blocks that tell the months of persons whom a labour sheet lists: the list, which tells no less, says what they are paid. */
export function arePaidIn(rows: readonly LabourReading[], listed: readonly LabourReading[]): boolean {
  const isListed = (row: LabourReading): boolean =>
    listed.some(
      (other) => personKey(other.person) === personKey(row.person) && (row.basePay === null || other.basePay !== null),
    );
  return rows.length > 0 && rows.every(isListed);
}

/** 従業員 計, 小計②, 購入＋労務費, 全部で: a sum within the table is nobody. */
const isSumLabel = (name: string): boolean =>
  /計(?:額|金額)?\d*$|総額$|.\+./.test(compact(name).replace(/\([^()]*\)/g, "")) || endsInSum(name);

/**
 * Whose person a row is: by the column of members, by another cell of the row that names one (所属), by a heading over the
 * rows, by the table's title. A cell that is left blank below a name means the same.
 */
class MemberOfRow {
  private readonly hasColumn: boolean;
  private readonly personColumn: number | undefined;
  private said: string | null = null;
  private saidIn: number | null = null;
  private heading: string | null = null;

  constructor(
    private readonly table: Table,
    columns: readonly FieldColumn[],
    private readonly context: PeopleContext,
  ) {
    this.hasColumn = columns.some(({ field }) => field === "member");
    this.personColumn = columns.find(({ field }) => field === "person")?.column;
  }

  /** A row of nothing but words. */
  head(words: readonly string[]): void {
    this.heading = memberIn(words.join(" "), this.context.members) ?? this.heading;
  }

  member(entry: Entry): string | null {
    if (this.hasColumn) this.said = entry.text("member") ?? this.said;
    else this.look(entry.row);
    return this.said ?? this.heading ?? this.context.member;
  }

  private look(row: number): void {
    const { table, context, personColumn } = this;
    if (context.members.length === 0) return;
    for (let column = table.left; column <= table.right; column++) {
      const text = column === personColumn ? null : textOf(table.grid.cell(row, column));
      const named = text === null ? null : memberIn(text, context.members);
      if (named === null) continue;
      [this.said, this.saidIn] = [named, column];
      return;
    }
    if (this.saidIn !== null && !isBlank(table.grid.cell(row, this.saidIn))) [this.said, this.saidIn] = [null, null];
  }
}

/** Of a plan by the month without a column for the whole: the hours of all months, by their headers or proven. */
function monthlyHours(table: Table, columns: readonly FieldColumn[]): (row: number) => Fraction | null {
  if (columns.some(({ field }) => field === "hours")) return () => null;
  const isProven = isMonthPlan(table);
  const ofMonths = table.columns.filter(
    ({ meaning, text }) => meaning?.month === true && (isProven || /時間|工数|hours/i.test(text)),
  );
  return (row) => {
    const hours = ofMonths.flatMap(({ column }) => quantityOf(table.grid.own(row, column))?.value ?? []);
    return hours.length === 0 ? null : hours.reduce(add);
  };
}

const ABOUT_PAY = /支給|給与|賃金|支払|金額|pay/i;
const ABOUT_COMPUTED = /単価|[×*]|計算|上限|対象額|労務費/;

/** Rows of person, month, hours and pay; or a person × month grid, hours and pay as columns, rows or blocks. */
export function readMonths(table: Table, columns: readonly FieldColumn[], context: PeopleContext): MonthReading[] {
  const monthColumns = table.columns.filter((column) => column.meaning?.month === true);
  if (monthColumns.length === 0) return monthRows(table, columns, context);
  const personColumn = columns.find((column) => column.field === "person");
  const isOfHours = isMonthPlan(table);
  const block = `${table.title ?? ""} ${table.above[0]?.text ?? ""} ${table.grid.name}`;
  const readings: MonthReading[] = [];
  let person: string | null = null;
  for (const entry of entriesOf(table, columns)) {
    const own = shownText(entry.cell("person"));
    if (own !== null) person = personName(own);
    if (person === null || personColumn === undefined) continue;
    // A column between the name and the months may say what the row holds.
    const label = rowLabel(table, entry.row, personColumn.right + 1, (monthColumns[0]?.column ?? 1) - 1);
    for (const column of monthColumns) {
      const cell = table.grid.own(entry.row, column.column);
      if (cell === undefined || isBlank(cell)) continue;
      const words = `${label ?? ""} ${column.text}`;
      const about = /時間|支給|給与|賃金|支払|金額|hours|pay/i.test(words) ? words : `${words} ${block}`;
      if (label !== null && ABOUT_COMPUTED.test(label)) continue;
      const isPay = !isOfHours && ABOUT_PAY.test(about) && !(label === null && /時間/.test(column.text));
      const at: CellRef = { sheet: table.grid.name, row: entry.row, column: column.column };
      const hours = isPay ? null : (quantityOf(cell)?.value ?? null);
      const pay = isPay ? (moneyOf(cell, column.meaning?.scale ?? context.scale)?.yen ?? null) : null;
      readings.push({
        sheet: table.grid.name,
        row: entry.row,
        person,
        month: headerMonth(table, column.column, column.text, context),
        hours,
        hoursCell: isPay ? null : at,
        payPaid: pay,
        payCell: isPay ? at : null,
      });
    }
  }
  return readings;
}

function rowLabel(table: Table, row: number, from: number, to: number): string | null {
  for (let column = to; column >= from; column--) {
    const text = textOf(table.grid.cell(row, column));
    if (text !== null) return compact(text);
  }
  return null;
}

/** What a header says of its month: 8月 従事時間. */
const OF_THE_MONTH = /(?<=\d\s*月(?:分|度)?)[^\d～〜~-]*(?:時間数?|工数|額|支給|給与|支払|賃金)$/;

function headerMonth(table: Table, column: number, text: string, context: PeopleContext): string | null {
  for (let row = table.headerTop; row <= table.headerBottom; row++) {
    const cell = table.grid.cell(row, column);
    const month = monthOf(cell, context);
    if (month !== null) return month;
  }
  return readMonth(text.replace(OF_THE_MONTH, ""), context.within);
}

function monthOf(cell: Cell | undefined, context: PeopleContext): string | null {
  if (cell === undefined || isBlank(cell)) return null;
  if (typeof cell.value === "number") {
    if (cell.value > 30_000 && (isDateFormat(cell.format) || cell.value < 80_000))
      return serialDay(cell.value, context.date1904)?.slice(0, 7) ?? null;
    return readMonth(String(cell.value), context.within);
  }
  return typeof cell.value === "string" ? readMonth(cell.value, context.within) : null;
}

function monthRows(table: Table, columns: readonly FieldColumn[], context: PeopleContext): MonthReading[] {
  const readings: MonthReading[] = [];
  const scale = (field: Field): number => columns.find((column) => column.field === field)?.scale ?? context.scale;
  let person: string | null = null;
  let month: string | null = null;
  for (const entry of entriesOf(table, columns)) {
    const name = entry.text("person");
    if (name !== null) person = personName(name);
    const monthCell = entry.carried("month");
    if (monthCell !== undefined && !isBlank(monthCell)) month = monthOf(monthCell, context);
    const hours = quantityOf(entry.cell("hours"))?.value ?? null;
    const pay = moneyOf(entry.cell("payPaid"), scale("payPaid"))?.yen ?? null;
    if (person === null || (hours === null && pay === null)) continue;
    readings.push({
      sheet: table.grid.name,
      row: entry.row,
      person,
      month,
      hours,
      hoursCell: entry.at.hours ?? null,
      payPaid: pay,
      payCell: entry.at.payPaid ?? null,
    });
  }
  return readings;
}

/** Hours and pay of one person and month that stand in different rows or blocks become one reading. */
export function joinMonths(readings: readonly MonthReading[]): MonthReading[] {
  const joined: MonthReading[] = [];
  const open = new Map<string, number>();
  for (const reading of readings) {
    const key = `${personKey(reading.person)}|${reading.month ?? ""}`;
    const at = open.get(key);
    const other = at === undefined ? undefined : joined[at];
    if (at !== undefined && other !== undefined && reading.month !== null) {
      const complements =
        (other.hours === null) !== (reading.hours === null) && (other.payPaid === null) !== (reading.payPaid === null);
      if (complements) {
        const hours = other.hours === null ? reading : other;
        const pay = other.hours === null ? other : reading;
        joined[at] = { ...hours, payPaid: pay.payPaid, payCell: pay.payCell };
        open.delete(key);
        continue;
      }
    }
    open.set(key, joined.length);
    joined.push(reading);
  }
  return joined;
}

export function readMembers(table: Table, columns: readonly FieldColumn[]): MemberReading[] {
  const readings: MemberReading[] = [];
  for (const entry of entriesOf(table, columns)) {
    const name = entry.text("name");
    if (name === null || /^\d+$/.test(name)) continue;
    const [classText, role] = [entry.text("class"), entry.text("role")];
    if (classText === null && role === null && !hasOther(table, entry)) continue;
    readings.push({ sheet: table.grid.name, row: entry.row, name, classText, role });
  }
  return readings;
}

const hasOther = (table: Table, entry: Entry): boolean =>
  (table.grid
    .row(entry.row)
    ?.cells.filter((cell) => cell.column >= table.left && cell.column <= table.right && !isBlank(cell)).length ?? 0) >=
  2;

export function readTeam(table: Table, columns: readonly FieldColumn[]): PersonReading[] {
  const readings: PersonReading[] = [];
  for (const entry of entriesOf(table, columns)) {
    const name = shownText(entry.cell("person"));
    if (name === null) continue;
    for (const single of name.split(/[、,，/／\n]/)) {
      const person = personName(single);
      if (person !== "") readings.push({ sheet: table.grid.name, row: entry.row, name: person });
    }
  }
  return readings;
}

const ROLE = /責任者|担当|総括|統括|リーダー|管理者|メンバー|従事者|補助|主任|代表|指導|PM|経理|leader|manager|member/i;
const FULL_NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,5}[\s\u3000]+[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{1,5}$/u;

/** A team drawn as a chart: roles beside or above full names, without any header. */
export function readTeamChart(grid: Grid): PersonReading[] {
  const people: PersonReading[] = [];
  for (const row of grid.sheet.rows)
    for (const cell of row.cells) {
      if (typeof cell.value !== "string" || cell.value.length > 60) continue;
      const [label, inside] = cell.value.split(/[:：]/, 2) as [string, string | undefined];
      const beside = [textOf(grid.own(row.index, cell.column - 1)), textOf(grid.own(row.index - 1, cell.column))];
      const hasRole = inside !== undefined ? ROLE.test(label) : beside.some((text) => text !== null && ROLE.test(text));
      const name = personName(inside ?? label);
      if (hasRole && FULL_NAME.test(name) && !/会社|大学|法人|団体|研究所/.test(name))
        people.push({ sheet: grid.name, row: row.index, name });
    }
  return people.length >= 2 ? people : [];
}
