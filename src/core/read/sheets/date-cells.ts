/** Days over several cells, 7 | 6 | 10 under 年 | 月 | 日 or 令和 | 7 | 年 | 6 | 月 | 10 | 日 in a row: drawn as one cell each. */
import { readDay } from "../../text/date";
import { fold } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { redrawn, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Area, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import type { Texts } from "./holds";

const HEADER_CHECKED = 60;
const YEAR = /^(.{0,6})年(?:\(.{1,4}\))?$/;
/** 年 in a cell, and 日 some texts behind it. */
const SPELLED_ON = /^\s*年\s*\u2029(?:[^\u2029]{0,6}\u2029){0,4}\s*日\s*$/gm;
const ERA = /令和|\(r\)/;
const YEAR_TYPED = /^(?:令和|令|r)?(?:元|\d{1,2})$|^20\d\d$/;
const SPELLED = /^(令和|令|r)?(元|\d{1,4})年(\d{1,2})月(\d{1,2})日$/;
const MOST_CELLS = 7;
/** Of an era that nobody names: 7 is 令和7年, 25 is 2025. */
const MOST_OF_ERA = 19;

/** Three columns beside each other, under words for their parts. */
interface Band {
  readonly left: number;
  readonly headerRow: number;
  /** What is drawn over them; null where a heading above says what day it is. */
  readonly header: string | null;
  readonly isOfEra: boolean;
}

/** Cells of one row drawn as one; null leaves them out. */
interface Joined {
  readonly left: number;
  readonly right: number;
  readonly value: string | null;
}

const said = (cell: Cell | undefined): string =>
  cell === undefined || isBlank(cell) ? "" : fold(String(cell.value)).replace(/\s/g, "");

/** null where no day of a sheet is written so; only its first rows are looked at for a header. */
export function joinDays(sheet: Sheet, { texts }: { readonly texts: Texts }): Redrawn | null {
  const bands = sheet.rows.slice(0, HEADER_CHECKED).flatMap((row) => bandsIn(row, sheet));
  if (bands.length === 0 && !texts.holds(SPELLED_ON)) return null;
  const years = new Map<Band, string>();
  let isWritten = false;
  const rows = sheet.rows.map((row) => {
    const days = [
      ...bands.flatMap((band) => (row.index > band.headerRow ? dayUnder(band, row, years) : [])),
      ...dayIn(row),
    ];
    isWritten ||= days.length > 0;
    const heads = bands.filter(({ headerRow }) => headerRow === row.index);
    const joined = [...days, ...heads.map(({ left, header }) => ({ left, right: left + 2, value: header }))];
    return { row: joined.length === 0 ? row : { ...row, cells: joinedCells(row, joined) }, from: row.index };
  });
  const isOver = ({ left, right, top }: Area): boolean =>
    bands.some((band) => left <= band.left + 2 && right >= band.left && top <= band.headerRow);
  return isWritten
    ? redrawn(
        sheet,
        rows,
        sheet.merges.filter((area) => !isOver(area)),
        true,
      )
    : null;
}

const joinedCells = (row: Row, joined: readonly Joined[]): Cell[] =>
  row.cells.flatMap((cell): Cell[] => {
    const one = joined.find(({ left, right }) => cell.column >= left && cell.column <= right);
    if (one === undefined) return [cell];
    return cell.column > one.left || one.value === null ? [] : [{ ...cell, value: one.value, formula: null }];
  });

/** 年 | 月 | 日, 発注年 | 発注月 | 発注日. */
function bandsIn(row: Row, sheet: Sheet): Band[] {
  return row.cells.flatMap((cell): Band[] => {
    const of = typeof cell.value === "string" && cell.value.includes("年") ? YEAR.exec(said(cell))?.[1] : undefined;
    const isPart = (word: string, at: number): boolean =>
      [word, `${of ?? ""}${word}`].includes(said(cellIn(row, cell.column + at)));
    if (of === undefined || !isPart("月", 1) || !isPart("日", 2)) return [];
    const above = sheet.rows.find(({ index }) => index === row.index - 1);
    const heading = said(above === undefined ? undefined : cellIn(above, cell.column));
    const header = of !== "" ? `${of}日` : heading === "" ? "日付" : null;
    return [{ left: cell.column, headerRow: row.index, header, isOfEra: ERA.test(heading + said(cell)) }];
  });
}

/** A year that is left blank is that of the row above. */
function dayUnder(band: Band, row: Row, years: Map<Band, string>): Joined[] {
  const [year, month, day] = [0, 1, 2].map((at) => said(cellIn(row, band.left + at)).replace(/[年月日]$/, ""));
  if (year !== undefined && YEAR_TYPED.test(year)) years.set(band, year);
  const value = dayOf((year === "" ? years.get(band) : year) ?? "", month ?? "", day ?? "", band.isOfEra);
  return value === null ? [] : [{ left: band.left, right: band.left + 2, value }];
}

/** 令和 | 7 | 年 | 6 | 月 | 10 | 日 in cells beside each other. */
function dayIn(row: Row): Joined[] {
  return row.cells.flatMap((cell, at): Joined[] => {
    if (typeof cell.value !== "string" || cell.value.trim().length !== 1 || said(cell) !== "年") return [];
    for (let first = Math.max(0, at - 2); first < at; first++) {
      const cells = row.cells.slice(first, first + MOST_CELLS);
      const end = cells.findIndex((one) => said(one) === "日");
      const parts = cells.slice(0, end + 1).map(said);
      const [, era, year = "", month = "", day = ""] = SPELLED.exec(parts.join("")) ?? [];
      const value = parts.length < 5 ? null : dayOf(`${era ?? ""}${year}`, month, day, false);
      if (value !== null) return [{ left: (cells[0] as Cell).column, right: (cells[end] as Cell).column, value }];
    }
    return [];
  });
}

function dayOf(year: string, month: string, day: string, isOfEra: boolean): string | null {
  const isBare = /^\d{1,2}$/.test(year);
  const known = !isBare ? year : isOfEra || Number(year) <= MOST_OF_ERA ? `令和${year}` : `20${year}`;
  return YEAR_TYPED.test(year) ? readDay(`${known}年${month}月${day}日`) : null;
}
