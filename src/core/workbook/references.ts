/** Which cells a formula refers to, as far as a reader of tables needs it. */
import { columnNumber } from "./workbook";

export interface Reference {
  /** null: the formula's own sheet. */
  readonly sheet: string | null;
  /** null: whole columns. */
  readonly top: number | null;
  readonly bottom: number | null;
  readonly left: number;
  readonly right: number;
}

export interface References {
  readonly cells: readonly Reference[];
  /** Names of table objects: 経費[金額]. */
  readonly tables: readonly string[];
}

const CELL = String.raw`\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(.!\[])`;
const COLUMNS = String.raw`\$?([A-Z]{1,3}):\$?([A-Z]{1,3})(?![\w(])`;
const SHEET = String.raw`(?:'((?:[^']|'')+)'!|([^\s'"!()+\-*/^&=<>,;:{}\[\]%]+)!)?`;
const REFERENCE = new RegExp(`${SHEET}(?<![A-Za-z_.\\d$])(?:${CELL}|${COLUMNS})`, "g");
const TABLE = /([\p{L}_][\p{L}\p{N}_.]*)\[/gu;

export function referencesOf(formula: string): References {
  const bare = formula.replace(/"[^"]*"/g, '""');
  const cells: Reference[] = [];
  for (const match of bare.matchAll(REFERENCE)) {
    const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? null;
    if (match[3] !== undefined) {
      const row = Number(match[4]);
      cells.push({
        sheet,
        top: row,
        bottom: match[6] === undefined ? row : Number(match[6]),
        left: columnNumber(match[3]),
        right: columnNumber(match[5] ?? match[3]),
      });
    } else if (match[7] !== undefined)
      cells.push({
        sheet,
        top: null,
        bottom: null,
        left: columnNumber(match[7]),
        right: columnNumber(match[8] as string),
      });
  }
  const tables = bare.includes("[") ? [...bare.matchAll(TABLE)].map((match) => match[1] as string) : [];
  return { cells, tables };
}
