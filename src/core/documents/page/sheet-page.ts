/** A sheet of a workbook as a page: every cell a segment in its place, merged cells as wide as they are. */
import { isDateFormat, serialDay } from "../../text/date";
import { cellName, isCellError, type Area, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { isSummary } from "../../workbook/own-sheets";
import type { Line, Page, Segment } from "./paper";
import { foldRadicals } from "./radicals";

const COLUMN = 60;
const LETTER = 10;
const LINE = 14;
/** More than any form has: what lies beyond is not looked at. */
const MOST_ROWS = 3_000;
const MOST_CELLS = 60_000;
/** No cell of an estimate says more. */
const LONGEST = 2_000;

/** null where the sheet is not for reading: hidden, or Kenzan's own. */
export function pageOfSheet(sheet: Sheet, number: number, date1904: boolean): Page | null {
  if (sheet.visibility !== "visible" || isSummary(sheet)) return null;
  const hidden = new Set(sheet.hiddenColumns);
  const areas = new Map(sheet.merges.slice(0, MOST_CELLS).map((area) => [`${area.top},${area.left}`, area]));
  const lines: Line[] = [];
  let cells = 0;
  let [top, right, before] = [0, 0, 0];
  for (const row of sheet.rows.slice(0, MOST_ROWS)) {
    // Empty rows keep their distance, but a form is not the longer for a thousand of them.
    top += LINE * Math.min(row.index - before - 1, 5);
    before = row.index;
    if (row.hidden) continue;
    const { below, height } = linesOfRow(row, number, top, hidden, areas, date1904);
    lines.push(...below);
    for (const line of below) for (const segment of line.segments) right = Math.max(right, segment.x1);
    top += height;
    cells += row.cells.length;
    if (cells > MOST_CELLS) break;
  }
  return { width: right, height: top, lines, upright: [], level: [], remarks: [], sheet: sheet.name };
}

function linesOfRow(
  row: Row,
  page: number,
  top: number,
  hidden: ReadonlySet<number>,
  areas: ReadonlyMap<string, Area>,
  date1904: boolean,
): { below: Line[]; height: number } {
  const levels: Segment[][] = [];
  for (const cell of row.cells) {
    if (hidden.has(cell.column)) continue;
    const text = shown(cell, date1904);
    if (text === null) continue;
    const last = areas.get(`${row.index},${cell.column}`)?.right ?? cell.column;
    const parts = text
      .split(/[\r\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    for (const [level, part] of parts.entries()) {
      const y0 = top + level * LINE * 0.9;
      const segment = {
        text: part,
        x0: cell.column * COLUMN,
        x1: (last + 1) * COLUMN - 8,
        y0,
        y1: y0 + LETTER,
        size: LETTER,
        value: typeof cell.value === "number" && parts.length === 1 && !isDateFormat(cell.format) ? cell.value : null,
        cell: cellName(row.index, cell.column),
      };
      (levels[level] ??= []).push(segment);
    }
  }
  const below = levels.flatMap((segments, level): Line[] =>
    segments.length === 0 ? [] : [{ page, y: top + level * LINE * 0.9 + LETTER / 2, size: LETTER, segments }],
  );
  // The distance to the next row is greater than between the lines of one cell.
  return { below, height: LINE * 0.9 * Math.max(levels.length, 1) + LINE * 0.4 };
}

/** As a person reads it off the screen, near enough: a day as a day, 0.1 as 10% where the format says so. */
function shown({ value, format }: Cell, date1904: boolean): string | null {
  if (value === null || value === "" || isCellError(value) || typeof value === "boolean") return null;
  if (typeof value === "string") {
    const text = foldRadicals(value.slice(0, LONGEST)).trim();
    return text === "" ? null : text;
  }
  if (!Number.isFinite(value)) return null;
  if (isDateFormat(format) && value >= 1) {
    const day = serialDay(value, date1904);
    if (day !== null) {
      const [year, month, date] = day.split("-").map(Number);
      return `${String(year)}年${String(month)}月${String(date)}日`;
    }
  }
  if (format?.includes("%") === true) return `${String(Math.round(value * 10_000) / 100)}%`;
  const digits = String(Math.round(value * 1e6) / 1e6);
  const behind = format === null ? "" : unitBehind(format);
  return `${digits}${behind}`;
}

/** 0"台" shows the unit with the number. */
const unitBehind = (format: string): string =>
  /[0#?]\s*"([^"\d]{1,6})"/
    .exec(format.split(";")[0] as string)?.[1]
    ?.trim()
    .replace(/^-$/, "") ?? "";
