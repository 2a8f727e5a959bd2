/** Amounts told twice down the rows, 税抜 | 385,000 over 税込 | 423,500 beside each item: drawn as one row with the amount asked for. */
import { fold } from "../../text/fold";
import { readNumber } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type CellValue, type Row, type Sheet } from "../../workbook/workbook";
import type { Tax } from "../words/headers";
import { isTotalWord } from "../words/total-words";
import type { Texts } from "./holds";

const ROWS_CHECKED = 60;
const FEWEST_ITEMS = 2;
const MOST_ROWS = 3;
const SAYS: Readonly<Record<Told, RegExp>> = {
  exclusive: /^(?:税抜き?|税別|本体)(?:額|金額|価格|価額)?$/,
  tax: /^(?:うち)?消費税(?:額|等)?(?:\(\d+%\))?$|^税額$/,
  inclusive: /^(?:税込み?)(?:額|金額|価格|価額|合計|計)?$/,
};
const RATES = [1.1, 1.08];

/** How the words of SAYS begin, as typed, in the texts of a sheet; a cell is asked for less, before it is folded. */
const MAY_SAY = /税|本体/;
const SAID = /(?:^|[(（])\s*(?:うち)?\s*(?:税\s*[抜込別額]|本\s*体|消\s*費\s*税)/gm;

type Told = Tax | "tax";

/** The rows of one item, by what their amounts are. */
interface OfItem {
  readonly of: string;
  readonly rows: ReadonlyMap<Told, Row>;
}

const mayTell = (value: CellValue | undefined): value is string => typeof value === "string" && MAY_SAY.test(value);

/** What a row says its amount is, and of what where the same cell says so: 読取装置（税込）. */
function toldIn(row: Row, column: number): { readonly told: Told; readonly of: string } | null {
  const value = cellIn(row, column)?.value;
  if (!mayTell(value)) return null;
  const text = fold(value).replace(/\s/g, "");
  const [, of = "", remark = text] = /^(.+)\(([^()]+)\)$/.exec(text) ?? [];
  const told = (["exclusive", "tax", "inclusive"] as const).find((one) => SAYS[one].test(remark));
  return told === undefined ? null : { told, of };
}

interface Asked {
  readonly wanted: Tax;
  readonly texts: Texts;
}

/** null where no amounts of a sheet stand so; only its first rows say whether any do. */
export function settleTaxRows(sheet: Sheet, { wanted, texts }: Asked): Redrawn | null {
  if (!texts.holds(SAID, 2 * FEWEST_ITEMS)) return null;
  const first = sheet.rows.slice(0, ROWS_CHECKED).flatMap(({ cells }) => cells.map(({ column }) => column));
  const telling = new Set<number>();
  for (const { cells } of sheet.rows) for (const { column, value } of cells) if (mayTell(value)) telling.add(column);
  const found = [...new Set(first)]
    .filter((column) => telling.has(column))
    .map((column) => itemsIn(sheet, column))
    .find((some) => some.filter(({ of }) => !isTotalWord(of)).length >= FEWEST_ITEMS);
  if (found === undefined) return null;
  const items = found.map(({ rows }) => ({ rows: [...rows.values()], chosen: rows.get(wanted) as Row }));
  const drawn = sheet.rows.flatMap((row): DrawnRow[] => {
    const item = items.find(({ rows }) => rows.includes(row));
    if (item === undefined) return [{ row, from: row.index }];
    return row === item.rows[0] ? [asOne(row, item.chosen, item.rows)] : [];
  });
  return redrawn(sheet, drawn, sheet.merges, true);
}

/** What the chosen row says, and what the others say beside it. */
function asOne(top: Row, chosen: Row, rows: readonly Row[]): DrawnRow {
  const from = new Map<number, Row>();
  for (const row of [chosen, ...rows])
    for (const cell of row.cells) if (!isBlank(cell) && !from.has(cell.column)) from.set(cell.column, row);
  const cells = [...from].map(([column, row]) => cellIn(row, column) as Cell);
  return {
    row: { ...top, cells: inColumnOrder(cells) },
    from: top.index,
    placeOf: (column) => ({ row: (from.get(column) ?? top).index, column }),
  };
}

/** 税抜 over 税込, or 税込 over 税抜, with the tax between them or without, right below each other and apart by the tax. */
function itemsIn({ rows }: Sheet, column: number): OfItem[] {
  const items: OfItem[] = [];
  for (let at = 0; at < rows.length; at++) {
    const item = itemFrom(rows, at, column);
    if (item === null || !isApartByTax(item.rows)) continue;
    items.push(item);
    at += item.rows.size - 1;
  }
  return items;
}

function itemFrom(rows: readonly Row[], first: number, column: number): OfItem | null {
  const top = rows[first] as Row;
  const of = toldIn(top, column)?.of;
  if (of === undefined) return null;
  const found = new Map<Told, Row>();
  for (const [at, row] of rows.slice(first, first + MOST_ROWS).entries()) {
    const said = row.index === top.index + at ? toldIn(row, column) : null;
    if (said === null || said.of !== of || found.has(said.told)) return null;
    found.set(said.told, row);
    if (found.has("exclusive") && found.has("inclusive")) return { of, rows: found };
  }
  return null;
}

function isApartByTax(item: OfItem["rows"]): boolean {
  const [exclusive, inclusive] = [item.get("exclusive"), item.get("inclusive")];
  if (exclusive === undefined || inclusive === undefined) return false;
  return exclusive.cells.some((cell) => {
    const [own, other] = [figureIn(cell), figureIn(cellIn(inclusive, cell.column))];
    return own !== null && other !== null && RATES.some((rate) => Math.abs(own * rate - other) <= 1);
  });
}

function figureIn(cell: Cell | undefined): number | null {
  if (typeof cell?.value === "number") return cell.value >= 100 ? cell.value : null;
  const read = typeof cell?.value === "string" ? readNumber(cell.value) : null;
  return read === null || read.value.d !== 1n || read.value.n < 100n ? null : Number(read.value.n);
}
