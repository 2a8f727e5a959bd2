/** A table in its sheet, from its header to its rows; and what stands around it. */
import { compact } from "../../text/fold";
import type { Grid } from "../../workbook/grid";
import type { Redrawn } from "../../workbook/redrawn";
import type { Sheet } from "../../workbook/workbook";
import type { FieldColumn } from "../columns/field-column";
import type { SetAsideReason, SkippedCode, TableKind } from "../reading";
import { NO_HEADING, type BudgetContext, type BudgetRows } from "../rows/read";
import type { Categories, CategoryFound } from "../words/categories";
import type { Legend } from "../sheets/colours";
import type { UnitStatement } from "../sheets/units";
import { shortName } from "../words/members";
import type { Table } from "./table";

export interface Part {
  readonly table: Table;
  kind: TableKind;
  /** A person said what its columns hold. */
  readonly isTaught: boolean;
  readonly crossTable: boolean;
  columns: readonly FieldColumn[];
  readonly scale: number;
  rows: BudgetRows | null;
  /** What its rows were read with. */
  context: BudgetContext | null;
  /** Why it does not count; null while it does, or where it holds no amounts. */
  setAside: SetAsideReason | null;
}

export interface Page {
  readonly sheet: Sheet;
  /** How it was drawn anew to be read; null where it is read as it stands. */
  readonly redrawn: Redrawn | null;
  /** Other sheets are filled in on the same form, which was drawn anew. */
  readonly isForm: boolean;
  /** The row of the drawing that heads labour told person by person; null where none is told so. */
  readonly persons: number | null;
  /** Of the sheet as it is read. */
  readonly grid: Grid;
  readonly parts: Part[];
  /** "単位：千円" and the like, from top to bottom. */
  readonly units: readonly UnitStatement[];
  /** What its colours mean, by its own words. */
  readonly legends: readonly Legend[];
  skipped: SkippedCode | null;
}

function partAbove({ table }: Part, parts: readonly Part[]): Part | undefined {
  return parts.findLast(
    (other) =>
      other.table.grid === table.grid &&
      other.table.headerBottom < table.headerTop &&
      other.table.left <= table.right &&
      table.left <= other.table.right,
  );
}

/** The table right of which a list goes on under the same header, else the one right above. */
export const partBefore = (part: Part, parts: readonly Part[]): Part | undefined =>
  parts.findLast((other) => goesOnIn(other.table, part.table)) ?? partAbove(part, parts);

/** 番号 | 内容 | 金額 | | 番号 | 内容 | 金額: the halves of one list. */
function goesOnIn(left: Table, right: Table): boolean {
  const words = ({ columns }: Table): string => columns.map(({ text }) => compact(text)).join("|");
  return (
    left.grid === right.grid &&
    left.headerTop === right.headerTop &&
    left.right < right.left &&
    words(left) === words(right)
  );
}

/** The category that the title, or else the sheet's name, gives to all lines of a table. */
export function titleCategory(table: Table, categories: Categories): CategoryFound | null {
  for (const text of [table.title, table.grid.name]) {
    const found = text === null ? null : categories.mentioned(text);
    if (found !== null) return found;
  }
  return null;
}

/** A table titled "(2) 消耗品費" stands under the 大項目 that the table right above it was left in. */
export function headingsAbove(part: Part, parts: readonly Part[]): BudgetRows["open"] {
  const open = partAbove(part, parts)?.rows?.open ?? NO_HEADING;
  return { ...open, middle: null, minor: null };
}

/** Yen of the lines of the tables that a total of this one may include, the nearest first: left of it, and above. */
export function sumsAbove({ table }: Part, parts: readonly Part[]): number[] {
  const isAbove = (other: Table): boolean => other.grid === table.grid && other.headerBottom < table.headerTop;
  return parts
    .filter((other) => other.rows !== null && (isAbove(other.table) || goesOnIn(other.table, table)))
    .map((other) => other.rows?.choice.yen ?? 0)
    .reverse();
}

/**
 * Yen of the lines of the half to the left, or else of the sheet before, of the two before, and so on: what a page that is
 * carried over begins with.
 */
export function sumsOfPagesBefore({ table }: Part, parts: readonly Part[]): number[] {
  const halves = parts.filter((other) => goesOnIn(other.table, table));
  if (halves.length > 0) return [halves.reduce((sum, { rows }) => sum + (rows?.choice.yen ?? 0), 0)];
  const sums = new Map<Grid, number>();
  for (const other of parts) {
    if (other.table.grid === table.grid) break;
    sums.set(other.table.grid, (sums.get(other.table.grid) ?? 0) + (other.rows?.choice.yen ?? 0));
  }
  let carried = 0;
  return [...sums.values()].reverse().map((sum) => (carried += sum));
}

/** Whose lines a table holds: the member named above it, or above a table further up, until another is named. */
export function memberOf(part: Part, parts: readonly Part[], members: readonly string[]): string | null {
  const own = titleMember(part.table, members);
  if (own !== null || members.length === 0 || part.table.above.some(({ text }) => OF_ALL.test(compact(text))))
    return own;
  const above = partAbove(part, parts);
  if (above === undefined) return null;
  const headed = above.columns.some(({ field }) => field === "member") ? undefined : above.rows?.lines.at(-1);
  return headed?.line.member ?? memberOf(above, parts, members);
}

const OF_ALL = /全構成員|構成員全|コンソーシアム全体|全体|共通|共同/;

/** The consortium member that the texts above a table or the sheet's name speak of. */
function titleMember(table: Table, members: readonly string[]): string | null {
  if (members.length === 0) return null;
  const texts = [...table.above.map((text) => text.text), table.grid.name];
  for (const text of texts) {
    const folded = compact(text);
    if (/代表構成員|代表事業者/.test(folded)) continue;
    const named = members.filter((member) => folded.includes(compact(member)));
    if (named.length === 1) return named[0] as string;
  }
  const place = shortName(table.grid.name);
  const byName = members.filter((member) => {
    const short = shortName(member);
    return short.length >= 2 && (place.includes(short) || (place.length >= 2 && short.includes(place)));
  });
  return byName.length === 1 ? (byName[0] as string) : null;
}
