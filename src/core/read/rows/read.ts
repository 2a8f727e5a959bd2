/** Reads one table of amounts from top to bottom: lines under their headings, totals over their lines. */
import { toNumber, ZERO, type Fraction } from "../../money/fraction";
import type { Span } from "../../text/date";
import { compact, oneLine } from "../../text/fold";
import { Carry, NOTHING_STATED } from "./carry";
import type { Categories, CategoryFound, Level } from "../words/categories";
import type { Field } from "../field";
import type { FieldColumn } from "../columns/field-column";
import type { MemberColumn } from "../columns/member-columns";
import type { Draft } from "./draft";
import { RowSorter, type Sorted } from "./sort";
import { SAYS_NONE, type SortingContext } from "./table-rows";
import { Fields } from "../columns/fields";
import { textOf } from "../../workbook/grid";
import type { Tax } from "../words/headers";
import type { TotalLabel } from "../words/labels";
import { inCategoryOf, LineReader, type LineRead, type Surroundings } from "../records/lines";
import type { RowRole } from "../reading";
import type { Choice } from "../sums/choose";
import { isProof, type SumFound } from "../sums/sum-found";
import type { Table } from "../tables/table";
import { moneyOf } from "../records/values";
import type { CellRef } from "../../workbook/workbook";

export interface BudgetContext extends SortingContext {
  readonly categories: Categories;
  readonly taxTreatment: Tax;
  readonly date1904: boolean;
  /** Of the scheme; null where it states none. */
  readonly period: Span | null;
  /** Category and member that title or sheet name give to every line. */
  readonly category: CategoryFound | null;
  readonly member: string | null;
  /** Columns of what each member bears. */
  readonly byMember: readonly MemberColumn[];
  /** Headings that reach down from the table above. */
  readonly inherited: Surroundings["heading"];
}

export interface TotalRead {
  readonly row: number;
  readonly cell: CellRef;
  readonly label: string;
  readonly total: TotalLabel | null;
  readonly exact: Fraction | null;
  readonly formula: string | null;
  /** The subtotal stands above its group. */
  readonly above: boolean;
  /** Headings in force where the total stands. */
  readonly heading: Surroundings["heading"];
  /** How the sheet's own figures prove it; null when they do not. */
  readonly proof: SumFound | null;
}

export interface BudgetRows {
  readonly lines: readonly LineRead[];
  /** Lines as read, also those taken out since because they repeat others. */
  readonly all: readonly LineRead[];
  readonly totals: readonly TotalRead[];
  /** Tax rows (消費税) in order, by row number. */
  readonly taxRows: readonly { readonly row: number; readonly exact: Fraction }[];
  /** Group headings, by row number: totals do not reach across them unless they are of higher rank. */
  readonly headings: readonly { readonly row: number; readonly level: Level | "member" | null }[];
  readonly roles: readonly { readonly row: number; readonly role: RowRole }[];
  readonly notes: readonly { readonly text: string; readonly cell: CellRef }[];
  readonly lastRow: number;
  /** Figures in the column of the amounts: how many rows, and their sum in yen. */
  readonly found: { readonly of: number; readonly yen: number };
  /** How rows with figures were chosen; `figures` are those that are no lines, or all where another reading is close. */
  readonly choice: Choice;
  readonly figures: readonly Draft[];
  readonly leftOut: Sorted["leftOut"];
  /** Headings still in force below the table. */
  readonly open: Surroundings["heading"];
}

export const NO_HEADING: Surroundings["heading"] = { ...NOTHING_STATED, member: null };

export function readBudgetRows(table: Table, columns: readonly FieldColumn[], context: BudgetContext): BudgetRows {
  const fields = new Fields(table, columns, context.taxTreatment);
  const { drafts, choice, figures, leftOut } = new RowSorter(fields, context).sort();
  const lineRows = drafts.filter((draft) => draft.role === "line").map((draft) => draft.row.index);
  const reader = new LineReader(
    fields,
    context,
    drafts.filter((draft) => draft.role === "line"),
  );
  const carry = new Carry(fields, lineRows, context.categories, context.byMember);

  const lines: LineRead[] = [];
  const totals: TotalRead[] = [];
  const taxRows: { row: number; exact: Fraction }[] = [];
  const headings: { row: number; level: Level | "member" | null }[] = [];
  const notes: { text: string; cell: CellRef }[] = [];
  let heading = context.inherited;
  const addsUpMonths = fields.columns[fields.amounts[0] ?? -1]?.set !== undefined;
  let groupStart = 0;
  /** What うち 設計, うち 製造 below it are parts of. */
  let whole: string | null = null;
  let lastRow = table.headerBottom;
  /** Below a total nothing goes on. */
  let ended = false;

  drafts.forEach((draft, index) => {
    const row = draft.row.index;
    switch (draft.role) {
      case "line": {
        const read = reader.read(draft, carry, { heading, category: context.category, member: context.member });
        const isPart = draft.view?.senses.some(({ part }) => part) === true;
        if (!isPart) whole = null;
        if (whole !== null) lines.push(partOf(whole, read));
        else lines.push(read.line.discount ? inCategoryOf(read, lines[lines.length - 1]) : read);
        [lastRow, ended] = [row, false];
        break;
      }
      case "group":
        heading = underHeading(heading, draft);
        headings.push({ row, level: draft.heading?.level ?? null });
        if (draft.heading?.level != null) carry.restart(draft.heading.level);
        groupStart = lines.length;
        break;
      case "subtotal":
      case "total": {
        lastRow = row;
        whole = wholeIn(draft);
        // A running total below the months is none of the amounts.
        if ((addsUpMonths || draft.money?.yen == null) && RUNNING.test(compact(String(draft.text?.value ?? "")))) break;
        // The balance column of an account says what its blank sum would.
        if (draft.money?.yen == null && isSaidElsewhere(draft, fields)) break;
        if (draft.heading !== null) {
          heading = underHeading(heading, draft);
          if (draft.heading.level !== null) carry.restart(draft.heading.level);
          headings.push({ row, level: draft.heading.level });
          totals.push(totalOf(draft, true, heading, fields, context.scale));
        } else {
          const category = draft.total?.label?.category ?? null;
          const above =
            draft.isAbove || (category !== null && lines.length === groupStart && isFollowedByLine(drafts, index));
          if (category !== null) nameGroup(lines, groupStart, category);
          totals.push(totalOf(draft, above, heading, fields, context.scale));
          carry.afterTotal(category?.level ?? null);
          if (above && category !== null) heading = { ...heading, [category.level]: category.shown };
          else if (category?.level === "major") heading = { ...NO_HEADING, member: heading.member };
          else if (category?.level === "middle") heading = { ...heading, middle: null, minor: null };
        }
        // 外注費 | システム開発 | 500,000 over うち 設計 and うち 製造.
        if (draft.isAbove) carry.below(draft.row);
        groupStart = lines.length;
        if (draft.role === "total") ended = true;
        break;
      }
      case "tax":
        if (draft.money?.yen != null) taxRows.push({ row, exact: draft.money.yen });
        break;
      case "funding":
      case "breakdown":
        break;
      case "note": {
        const cell = draft.text;
        if (cell !== undefined) notes.push({ text: oneLine(String(cell.value)), cell: fields.ref(row, cell.column) });
        break;
      }
      default:
        if (!ended && continuesLine(drafts, index, fields)) appendTo(lines, draft, fields);
    }
  });
  const roles = drafts.map((draft) => ({ row: draft.row.index, role: draft.role }));
  return {
    lines,
    all: lines,
    totals,
    taxRows,
    headings,
    roles,
    notes,
    lastRow,
    choice,
    found: { of: figures.length, yen: figures.reduce((sum, { money }) => sum + toNumber(money?.yen ?? ZERO), 0) },
    figures: choice.second === null ? figures.filter(({ role }) => role !== "line") : figures,
    leftOut,
    open: ended ? NO_HEADING : heading,
  };
}

const RUNNING = /^(?:支払|支出|予算|執行)?(?:累計|累積)(?:額|金額)?$/;

const partOf = (whole: string, { line, ...read }: LineRead): LineRead => ({
  ...read,
  line: { ...line, partOf: whole },
});

/** The words of a sum above its lines that is no category's. */
function wholeIn({ isAbove, heading, total, text }: Draft): string | null {
  if (!isAbove || (heading !== null && heading.level !== null) || total?.label != null) return null;
  return typeof text?.value === "string" ? oneLine(text.value) : null;
}

function underHeading(before: Surroundings["heading"], draft: Draft): Surroundings["heading"] {
  const named = draft.heading;
  switch (named?.level) {
    case "member":
      return { ...NO_HEADING, member: named.shown };
    case "major":
      return { ...NO_HEADING, member: before.member, major: named.shown };
    case "middle":
      return { ...before, middle: named.shown, minor: null };
    case "minor":
      return { ...before, minor: named.shown };
    default:
      return before;
  }
}

/** The amount of a sum is blank, and a column that counts nothing holds a figure. */
function isSaidElsewhere({ row, total }: Draft, fields: Fields): boolean {
  return row.cells.some(({ column, value }) => {
    const field = fields.fieldAt(column);
    return typeof value === "number" && value !== 0 && column !== total?.amountCell?.column && !COUNTS.has(field);
  });
}
const COUNTS: ReadonlySet<Field | undefined> = new Set([
  ...(["no", "quantity", "hours", "taxRate"] as const),
  ...(["unitPrice", "unitPriceExclusive", "unitPriceInclusive"] as const),
]);

function totalOf(
  draft: Draft,
  above: boolean,
  heading: Surroundings["heading"],
  fields: Fields,
  scale: number,
): TotalRead {
  const slot = draft.moneySlot >= 0 ? draft.moneySlot : (fields.amounts[0] ?? -1);
  const column = fields.columns[slot];
  const cell = draft.total?.amountCell ?? fields.cell(draft.row, slot);
  const words = draft.heading?.cell ?? draft.total?.cell;
  return {
    row: draft.row.index,
    cell: fields.ref(draft.row.index, cell?.column ?? column?.column ?? fields.table.left),
    label: typeof words?.value === "string" ? oneLine(words.value) : "",
    total: draft.total?.label ?? null,
    // 第1四半期 | 第2四半期 | …: what a total comes to over all of the columns that make the amount.
    exact:
      (column?.set === undefined ? undefined : draft.money?.yen) ?? moneyOf(cell, column?.scale ?? scale)?.yen ?? null,
    formula: cell?.formula ?? null,
    above,
    heading,
    proof: draft.sum !== null && isProof(draft.sum) ? draft.sum : null,
  };
}

function isFollowedByLine(drafts: readonly Draft[], index: number): boolean {
  for (let next = index + 1; next < drafts.length; next++) {
    const role = drafts[next]?.role;
    if (role === "line") return true;
    if (role === "total" || role === "subtotal") return false;
  }
  return false;
}

/** A row that only wraps the description of the line right above it, or of one above rows that do. */
function continuesLine(drafts: readonly Draft[], index: number, fields: Fields): boolean {
  const draft = drafts[index] as Draft;
  if (draft.money !== null || draft.saysNoAmount || isItsOwn(draft, fields)) return false;
  const words = textOf(fields.cell(draft.row, fields.slot("description")));
  return words !== null && !SAYS_NONE.test(compact(words)) && isRightBelowLine(drafts, index);
}

/**
 * 配線 | 1,200 | | -1,200 under 変更前, 変更後 and 増減: whatever became of its amount, it is an item of its own; not where its
 * amount is merged with that of the line above.
 */
function isItsOwn({ row }: Draft, { table, grid, columns, amounts }: Fields): boolean {
  const column = columns[amounts[0] ?? -1]?.column;
  const merged = column === undefined ? undefined : grid.area(row.index, column);
  if (merged !== undefined && merged.top < row.index) return false;
  return row.cells.some(({ value, column: at }) => typeof value === "number" && at >= table.left && at <= table.right);
}

/** 代表者 below a sentence that stands far below the last line wraps nothing. */
function isRightBelowLine(drafts: readonly Draft[], index: number): boolean {
  const [draft, above] = [drafts[index] as Draft, drafts[index - 1]];
  if (above === undefined || draft.row.index - above.row.index > 1) return false;
  return above.role === "line" || (above.role === "other" && isRightBelowLine(drafts, index - 1));
}

function appendTo(lines: LineRead[], draft: Draft, fields: Fields): void {
  const last = lines[lines.length - 1];
  const text = textOf(fields.cell(draft.row, fields.slot("description")));
  if (last === undefined || text === null) return;
  const description = `${last.line.description} ${oneLine(text)}`;
  lines[lines.length - 1] = { ...last, line: { ...last.line, description } };
}

/** Lines without any stated category that a subtotal below them names. */
function nameGroup(lines: LineRead[], from: number, category: CategoryFound): void {
  const key = category.level === "major" ? "statedMajor" : category.level === "middle" ? "statedMiddle" : null;
  if (key === null) return;
  for (let index = from; index < lines.length; index++) {
    const read = lines[index] as LineRead;
    if (read.line[key] === null && (key === "statedMajor" || read.line.at.middle === undefined))
      lines[index] = { ...read, line: { ...read.line, [key]: category.shown } };
  }
}
