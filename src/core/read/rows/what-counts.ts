/** Which rows of a table their sheet leaves out: by a column of marks, by a colour that its words give a meaning, by a line through them. */
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { cellIn, type Cell, type Row } from "../../workbook/workbook";
import type { Fields } from "../columns/fields";
import { markOf } from "../words/marks";
import { isTotalWord } from "../words/total-words";
import type { Choice } from "../sums/choose";
import { isProof } from "../sums/sum-found";
import type { LeftOut } from "./left-out";
import { leftOutBySums } from "./left-out-groups";
import { leftOutBySaying } from "./said-rows";
import type { TableRows } from "./table-rows";

const ASKS =
  /(?:申請|計上|購入|実施|補助金|助成金|予算).*(?:する|する[?か]|含め|出す|入れ|使う|使[?か]|有無|要否|可否|対象|[?]$)|^(?:採否|採用|選択|要否|(?:補助|助成)?対象|申請|計上|購入|導入|発注)[?か]?$/;

/** Every way in which the sheet may say so; none for most tables. */
export function leftOutIn(rows: TableRows): LeftOut[] {
  const { table, columns } = rows.fields;
  const told = columns.filter(({ field }) => field === "counted");
  const marks =
    told.length > 0
      ? told.flatMap((column) => byMarks({ ...column, isTold: true }, rows) ?? [])
      : table.columns.flatMap((column) =>
          rows.isOwnColumn(column.column)
            ? []
            : (byMarks({ column: column.column, header: column.text, isTold: false }, rows) ?? []),
        );
  return [
    ...marks,
    ...[leftOutBySaying(rows), leftOutBySums(rows)].filter((found) => found !== null),
    ...byColours(rows),
    ...byStrikes(rows),
  ];
}

/** A column that may hold marks; `isTold`: a person said that it does. */
type Asked = { readonly column: number; readonly header: string; readonly isTold: boolean };

/** 申請に含める, 採否: marks in every row of an item that says anything, and not all of them no. */
function byMarks({ column, header, isTold }: Asked, { fields, slots }: TableRows): LeftOut | null {
  const { table, grid } = fields;
  const asks = ASKS.test(compact(header));
  const isState = STATE.test(compact(header));
  const isRemarks = isState || REMARKS.has(fields.fieldAt(column) ?? "");
  const out = new Set<number>();
  let [yes, other, areAllPlain] = [0, 0, true];
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow)) {
    const cell = cellIn(row, column);
    if (isBlank(cell)) continue;
    // Remarks are many: cheap refusal of those that say nothing such.
    if (isRemarks && !(typeof cell?.value === "string" && MAY_LEAVE_OUT.test(cell.value))) {
      other++;
      continue;
    }
    const mark = markOf(cell);
    if (mark === null) {
      if (isRemarks || isItem(row, fields, slots.description)) other++;
      if (other > 0 && !isTold && (asks || !isRemarks)) return null;
      continue;
    }
    if (!mark.isPlain) areAllPlain = false;
    if (mark.counts) yes++;
    else out.add(row.index);
  }
  if (CHOOSES.test(compact(header)) && out.size === 0 && yes > 0 && other === 0)
    return unmarked(column, { fields, slots });
  if (out.size === 0 || (!isTold && yes + other === 0 && !leavesAny(out, fields, slots.description))) return null;
  const found = { by: "marks", rows: out, column } as const;
  if (isTold || (asks && yes > 0)) return { ...found, how: "asked" };
  if ((other === 0 && (asks || (areAllPlain && yes > 0))) || (isState && areAllPlain)) return { ...found, how: "said" };
  return areAllPlain || yes > 0 ? { ...found, how: "silent" } : null;
}

/** ○ beside what was chosen of a list, and nothing beside the rest. */
function unmarked(column: number, { fields, slots }: Pick<TableRows, "fields" | "slots">): LeftOut | null {
  const { table, grid } = fields;
  const rows = new Set<number>();
  const item = slots.description >= 0 ? slots.description : slots.specification;
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow))
    if (isBlank(cellIn(row, column)) && isItem(row, fields, item)) rows.add(row.index);
  return rows.size === 0 ? null : { by: "marks", rows, column, how: "said" };
}
const CHOOSES = /^(?:採否|採用|選定|選択|採択)(?:品|結果)?$/;

/** Whether an item stands in another row. */
function leavesAny(out: ReadonlySet<number>, fields: Fields, description: number): boolean {
  const { table, grid } = fields;
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow))
    if (!out.has(row.index) && isItem(row, fields, description)) return true;
  return false;
}

/** Among remarks of other kinds one may say 対象外. */
const REMARKS: ReadonlySet<string> = new Set(["note", "specification"]);
/** 状態: 有効, 発注済 and 取消. */
const STATE = /^(?:状態|状況|進捗(?:状況)?|ステータス|status|state)$/;
const MAY_LEAVE_OUT = /外|負担|自費|見送|不採用|しない|取|中止|廃止|無効|失効|削除|欠番|没|キャンセル|[×✕☐]/;

/**
 * Rows whose item or amount has a colour that means so, and those without it where it alone is applied for. A legend that
 * means no row, or all of them, says nothing.
 */
function byColours({ fields, slots, context }: TableRows): LeftOut[] {
  const legends = context.legends.filter(({ says }) => says !== null);
  if (legends.length === 0) return [];
  const meant = new Map(legends.map((legend) => [legend, new Set<number>()]));
  const items = new Set<number>();
  const { table, grid } = fields;
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow)) {
    const seen = tellingCells(row, fields, slots.description);
    if (seen === null) continue;
    items.add(row.index);
    for (const [{ isStrike, isMeant }, rows] of meant)
      if (isStrike ? seen.every(({ struck }) => struck) : seen.some(isMeant)) rows.add(row.index);
  }
  return legends.flatMap((legend): LeftOut[] => {
    const named = meant.get(legend) ?? new Set();
    if (named.size === 0) return [];
    const leavesThem = (legend.says === "out") !== legend.isOthers;
    const rows = leavesThem ? named : new Set([...items].filter((row) => !named.has(row)));
    // 黄色＝申請, 灰色＝自社負担: the second says which are left out.
    if (!leavesThem && legend.says === "in" && legends.some(({ says }) => says === "out")) return [];
    return rows.size === 0 || rows.size === items.size
      ? []
      : [{ by: legend.isStrike ? "strikes" : "colours", rows, how: "said", legend }];
  });
}

/** A line through an item and its amount means that it is gone only where the totals say so as well, or the remarks of each: 取下げ. */
function byStrikes({ fields, slots }: TableRows): LeftOut[] {
  const { table, grid } = fields;
  const rows = new Set<number>();
  const column = fields.columns[slots.description]?.column ?? 0;
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow))
    if (cellIn(row, column)?.struck === true && tellingCells(row, fields, slots.description)?.every(isStruck) === true)
      rows.add(row.index);
  const isSaid = (row: number): boolean =>
    grid
      .row(row)
      ?.cells.some(
        ({ column: at, value, struck }) =>
          !struck && typeof value === "string" && REMARKS.has(fields.fieldAt(at) ?? "") && MAY_LEAVE_OUT.test(value),
      ) === true;
  return rows.size === 0 ? [] : [{ by: "strikes", rows, how: [...rows].every(isSaid) ? "said" : "silent" }];
}
const isStruck = ({ struck }: Cell): boolean => struck;

/** The item and its amount, where a row has both and is no total; null of other rows. */
function tellingCells(row: Row, fields: Fields, description: number): Cell[] | null {
  const item = fields.cell(row, description);
  if (item === undefined || (typeof item.value === "string" && isTotalWord(item.value))) return null;
  const amount = fields.amounts.map((slot) => fields.cell(row, slot)).find((cell) => cell !== undefined);
  return amount === undefined ? null : [item, amount];
}

/** An item with its amount: no sum, and nothing that stands below the table. */
const isItem = (row: Row, fields: Fields, description: number): boolean =>
  fields.cell(row, description) !== undefined &&
  fields.amounts.some((slot) => fields.moneyIn(row, slot, 1)?.yen != null);

interface Chosen {
  readonly choice: Choice;
}

/** Which of them are in force in the reading that was chosen. */
interface Settled<Found extends Chosen> {
  readonly active: readonly LeftOut[];
  readonly found: Found;
}

/**
 * What the sheet says of rows it leaves out holds unless its totals are right only with them; a silent sign holds only where
 * totals need it. What a column asks is beyond question.
 * @param chooseWith the reading with some of them in force; `leftOut` of the views is set to those of the last call
 */
export function settleLeftOut<Found extends Chosen>(
  all: readonly LeftOut[],
  chooseWith: (active: readonly LeftOut[]) => Found,
): Settled<Found> {
  const first = all.filter(({ how }) => how !== "silent");
  let best = { active: first, found: chooseWith(first) };
  let last = first;
  for (const one of all.filter(({ how }) => how !== "asked")) {
    const isActive = best.active.includes(one);
    last = isActive ? best.active.filter((other) => other !== one) : [...best.active, one];
    const found = chooseWith(last);
    if (isBetter(found, best.found)) best = { active: last, found };
  }
  return last === best.active ? best : { active: best.active, found: chooseWith(best.active) };
}

/** More totals are right, or as many are and fewer are wrong. */
function isBetter({ choice }: Chosen, { choice: other }: Chosen): boolean {
  const right = ({ sums }: Choice): number => sums.filter((sum) => isProof(sum) && sum.of >= 2).length;
  const wrong = ({ sums }: Choice): number => sums.filter(({ by }) => by === null).length;
  return right(choice) > right(other) || (right(choice) === right(other) && wrong(choice) < wrong(other));
}
