/** What Excel makes of a value put into a cell, as if it were typed: "=…" is a formula, "12" a number, "'=1" text. */
import type { BookCell } from "./book";
import { invalidArgument } from "./errors";

/** Excel takes no text of more than 255 characters inside a formula. */
const LONG_LITERAL = /"(?:[^"]|""){256,}"/;

const NUMBER = /^\s*[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?([eE][+-]?\d+)?\s*$/;
const PERCENT = /^\s*[+-]?\d+(\.\d*)?%\s*$/;
const DATE = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/;
const ERA = /^(R|令和)(\d{1,2}|元)[.年](\d{1,2})[.月](\d{1,2})日?$/;

/** Puts `value` into the cell the way Excel would. Text format ("@") keeps text as it is. */
export function enter(cell: BookCell, value: unknown, date1904: boolean): void {
  cell.formula = null;
  if (typeof value === "number" || typeof value === "boolean")
    cell.value = cell.numberFormat === "@" ? String(value) : value;
  else if (value === null || value === undefined) cell.value = "";
  else enterText(cell, String(value), date1904);
}

function enterText(cell: BookCell, text: string, date1904: boolean): void {
  if (text.startsWith("'")) cell.value = text.slice(1);
  else if (cell.numberFormat === "@") cell.value = text;
  else if (text.length > 1 && /^[=+\-@]/.test(text) && !NUMBER.test(text) && !PERCENT.test(text)) {
    if (LONG_LITERAL.test(text)) throw invalidArgument("Range.formulas");
    cell.formula = text.replace(/^[=@]/, "");
    cell.value = 0;
  } else if (NUMBER.test(text)) cell.value = Number(text.replace(/,/g, ""));
  else if (PERCENT.test(text)) cell.value = Number(text.trim().slice(0, -1)) / 100;
  else if (/^(true|false)$/i.test(text)) cell.value = text.toLowerCase() === "true";
  else cell.value = serial(text, date1904) ?? text;
}

function serial(text: string, date1904: boolean): number | null {
  const western = DATE.exec(text);
  const era = ERA.exec(text);
  const [year, month, day] =
    western !== null
      ? [Number(western[1]), western[2], western[3]]
      : era !== null
        ? [2018 + (era[2] === "元" ? 1 : Number(era[2])), era[3], era[4]]
        : [];
  if (year === undefined) return null;
  return dateSerial(year, Number(month), Number(day), date1904);
}

/** Serial number of a day of 1904-01-01 or later, in the workbook's date system. */
export function dateSerial(year: number, month: number, day: number, date1904: boolean): number {
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return days + (date1904 ? 24_107 : 25_569);
}
