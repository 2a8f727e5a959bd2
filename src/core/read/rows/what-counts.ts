/** Which rows of a table their sheet leaves out: by a column of marks, by a colour that its words give a meaning, by a line through them. */
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { cellIn, type Row } from "../../workbook/workbook";
import type { Fields } from "../columns/fields";
import type { HeaderColumn } from "../tables/find";
import { markOf } from "../words/marks";
import { isProof, type Choice } from "../sums/choose";
import type { TableRows } from "./table-rows";

const ASKS =
  /(?:申請|計上|購入|実施|補助金|助成金|予算).*(?:する|する[?か]|含め|出す|入れ|使う|使[?か]|有無|要否|可否|対象|[?]$)|^(?:採否|採用|選択|要否|(?:補助|助成)?対象|申請|計上|購入|導入|発注)[?か]?$/;

/** Some rows, and what says that they are left out. */
export interface LeftOut {
  readonly by: "marks" | "colours" | "strikes";
  readonly rows: ReadonlySet<number>;
  /** How surely: beyond question, in words that the sums may contradict, or only where the sums need it. */
  readonly how: "asked" | "said" | "silent";
}

/** Every way in which the sheet may say so; none for most tables. */
export function leftOutIn(rows: TableRows): LeftOut[] {
  const { table } = rows.fields;
  return table.columns.flatMap((column) => (rows.isOwnColumn(column.column) ? [] : (byMarks(column, rows) ?? [])));
}

/** 申請に含める, 採否: marks in every row of an item that says anything, and not all of them no. */
function byMarks(column: HeaderColumn, { fields, slots }: TableRows): LeftOut | null {
  const { table, grid } = fields;
  const asks = ASKS.test(compact(column.text));
  const isRemarks = REMARKS.has(fields.fieldAt(column.column) ?? "");
  const out = new Set<number>();
  let [yes, blank, other, areAllPlain] = [0, 0, 0, true];
  for (const row of grid.rowsBetween(table.firstRow, table.lastRow)) {
    const cell = cellIn(row, column.column);
    if (isBlank(cell)) {
      if (isItem(row, fields, slots.description)) blank++;
      continue;
    }
    const mark = isRemarks && !MAY_LEAVE_OUT.test(String(cell?.value)) ? null : markOf(cell);
    if (mark === null) {
      if (isItem(row, fields, slots.description)) other++;
      if (other > 0 && (asks || !isRemarks)) return null;
      continue;
    }
    if (!mark.isPlain) areAllPlain = false;
    if (mark.counts) yes++;
    else out.add(row.index);
  }
  if (out.size === 0 || yes + blank + other === 0) return null;
  if (asks && yes > 0) return { by: "marks", rows: out, how: "asked" };
  if (other === 0 && (asks || (areAllPlain && yes > 0))) return { by: "marks", rows: out, how: "said" };
  return areAllPlain || yes > 0 ? { by: "marks", rows: out, how: "silent" } : null;
}

/** Among remarks of other kinds one may say 対象外. */
const REMARKS: ReadonlySet<string> = new Set(["note", "specification"]);
const MAY_LEAVE_OUT = /外|負担|自費|見送|不採用|しない|取|中止|[×✕☐]/;

/** An item with its amount: no sum, and nothing that stands below the table. */
const isItem = (row: Row, fields: Fields, description: number): boolean =>
  fields.cell(row, description) !== undefined &&
  fields.amounts.some((slot) => fields.moneyIn(row, slot, 1)?.yen != null);

interface Chosen {
  readonly choice: Choice;
}

/**
 * What the sheet says of rows it leaves out holds unless its totals are right only with them; a silent sign holds only where
 * totals need it. What a column asks is beyond question.
 * @param chooseWith the reading with some of them in force; `leftOut` of the views is set to those of the last call
 */
export function settleLeftOut<Found extends Chosen>(
  all: readonly LeftOut[],
  chooseWith: (active: readonly LeftOut[]) => Found,
): Found {
  const first = all.filter(({ how }) => how !== "silent");
  let best = { active: first, found: chooseWith(first) };
  let last = first;
  for (const one of all.filter(({ how }) => how !== "asked")) {
    const isActive = best.active.includes(one);
    last = isActive ? best.active.filter((other) => other !== one) : [...best.active, one];
    const found = chooseWith(last);
    if (proofsOf(found) > proofsOf(best.found)) best = { active: last, found };
  }
  return last === best.active ? best.found : chooseWith(best.active);
}

const proofsOf = ({ choice }: Chosen): number => choice.sums.filter((sum) => isProof(sum) && sum.of >= 2).length;
