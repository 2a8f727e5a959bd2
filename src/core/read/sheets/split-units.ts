/** One amount in two columns and more, 千円 | 円 under 金額 over 230 | 700: drawn as one figure in yen. */
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { rearranged, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { headerOf } from "../words/headers";
import type { Texts } from "./holds";

const ROWS_CHECKED = 40;
const YEN: Readonly<Record<string, number>> = {
  ...{ 円: 1, 千: 1_000, 千円: 1_000, 万: 10_000, 万円: 10_000 },
  ...{ 百万: 1_000_000, 百万円: 1_000_000, 億: 100_000_000, 億円: 100_000_000 },
};

interface Band {
  readonly left: number;
  /** Yen of each of its columns, from the left; the last one is 1. */
  readonly units: readonly number[];
  /** The row with the units. */
  readonly row: number;
}

/** null where no amount of a sheet stands so; only its first rows are looked at for a header. */
export function joinUnits(sheet: Sheet, { texts }: { readonly texts: Texts }): Redrawn | null {
  if (!texts.holds(/^\s*円\s*$/gm)) return null;
  const bands = sheet.rows.slice(0, ROWS_CHECKED).flatMap((row, at) => bandsIn(row, sheet.rows[at - 1]));
  const written = bands.filter((band) => isWritten(sheet, band));
  if (written.length === 0) return null;
  const drawn = sheet.rows.map((row): DrawnRow => {
    const cells = written.reduce((now, band) => joined(row.index, now, band), row.cells);
    return cells === row.cells ? { row, from: row.index } : rearranged(row, cells, new Map());
  });
  const isOver = ({ left, right }: Sheet["merges"][number]): boolean =>
    written.some((band) => left <= rightOf(band) && right >= band.left);
  return redrawn(
    sheet,
    drawn,
    sheet.merges.filter((area) => area.left === area.right || !isOver(area)),
    true,
  );
}

const rightOf = ({ left, units }: Band): number => left + units.length - 1;

/** 千円 | 円 beside each other below a header of money, or 金額 千円 | 円 in one row. */
function bandsIn(row: Row, above: Row | undefined): Band[] {
  return row.cells.flatMap((last): Band[] => {
    const units: number[] = [];
    let left = last.column;
    for (let column = last.column; ; column--) {
      const text = compact(String(cellIn(row, column)?.value ?? ""));
      const unit = YEN[text] ?? YEN[UNIT_BEHIND.exec(text)?.[1] ?? ""];
      if (unit === undefined || (units.length === 0 ? unit !== 1 : unit <= (units[0] as number))) break;
      units.unshift(unit);
      left = column;
      if (YEN[text] === undefined) break;
    }
    const own = cellIn(row, left)?.value;
    const over = above?.index === row.index - 1 ? cellIn(above, left)?.value : undefined;
    const isOneRow = typeof own === "string" && YEN[compact(own)] === undefined;
    return units.length >= 2 && headsMoney(isOneRow ? own : over) ? [{ left, units, row: row.index }] : [];
  });
}

const headsMoney = (value: Cell["value"] | undefined): boolean =>
  typeof value === "string" &&
  headerOf(value)?.fields.some((field) => field.startsWith("amount") || field.startsWith("unitPrice")) === true;

/** 金額（千円）, 金額 千円 */
const UNIT_BEHIND = /^[^()]+\(?(百万円?|千円?|万円?|億円?)\)?$/;

/** What a row says in them, in yen; null where a cell holds no such part, undefined where all are blank. */
function yenIn(cells: readonly Cell[], { left, units }: Band): number | null | undefined {
  let yen: number | undefined;
  for (const [at, unit] of units.entries()) {
    const cell = cells.find(({ column }) => column === left + at);
    if (cell === undefined || isBlank(cell)) continue;
    const figure = Number(compact(String(cell.value)).replace(/,/g, ""));
    const most = at === 0 ? Infinity : (units[at - 1] as number) / unit;
    if (!Number.isInteger(figure) || figure < 0 || figure >= most) return null;
    yen = (yen ?? 0) + figure * unit;
  }
  return yen;
}

/** Every figure below fits the units, and one of them fills the last column and another one. */
function isWritten({ rows }: Sheet, band: Band): boolean {
  let isParted = false;
  for (const { index, cells } of rows) {
    if (index <= band.row) continue;
    const own = cells.filter((cell) => cell.column >= band.left && cell.column <= rightOf(band) && !isBlank(cell));
    const yen = yenIn(own, band);
    if (yen === null && isParted && own.every(({ value }) => typeof value === "string")) break;
    if (yen === null) return false;
    isParted ||= own.length >= 2 && own.at(-1)?.column === rightOf(band) && (yen ?? 0) >= 1_000;
  }
  return isParted;
}

function joined(row: number, cells: readonly Cell[], band: Band): readonly Cell[] {
  if (row < band.row) return cells;
  const isOwn = ({ column }: Cell): boolean => column >= band.left && column <= rightOf(band);
  const [own, rest] = [cells.filter(isOwn), cells.filter((cell) => !isOwn(cell))];
  const [first] = own;
  if (first === undefined) return cells;
  if (row === band.row) {
    const word = typeof first.value === "string" ? first.value.replace(UNIT_OF_HEADER, "").trim() : "";
    return YEN[compact(String(first.value))] === undefined ? [...rest, { ...first, value: word }] : rest;
  }
  const yen = yenIn(own, band);
  return yen == null ? cells : [...rest, { ...first, column: band.left, value: yen, formula: null, format: null }];
}

const UNIT_OF_HEADER = /[(（]?\s*(?:百万|千|万|億)円?\s*[)）]?\s*$/;
