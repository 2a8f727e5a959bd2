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
    const reference = referenceOf(match);
    if (reference !== null) cells.push(reference);
  }
  const tables = bare.includes("[") ? [...bare.matchAll(TABLE)].map((match) => match[1] as string) : [];
  return { cells, tables };
}

function referenceOf(match: RegExpExecArray | readonly (string | undefined)[]): Reference | null {
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? null;
  const [left, row, right, bottom, first, last] = match.slice(3, 9);
  if (left !== undefined)
    return {
      sheet,
      top: Number(row),
      bottom: Number(bottom ?? row),
      left: columnNumber(left),
      right: columnNumber(right ?? left),
    };
  if (first === undefined || last === undefined) return null;
  return { sheet, top: null, bottom: null, left: columnNumber(first), right: columnNumber(last) };
}

/**
 * A formula with its references told anew.
 * @param move the new text of a reference; undefined leaves it as it is, null: it cannot be told
 * @returns null where one of them cannot be told
 */
export function movedReferences(
  formula: string,
  move: (reference: Reference) => string | null | undefined,
): string | null {
  let isTold = true;
  const moved = formula
    .split(/("[^"]*")/)
    .map((part, index) =>
      // Every second part is a text in quotes.
      index % 2 === 1
        ? part
        : part.replace(REFERENCE, (...match: string[]) => {
            const reference = referenceOf(match);
            const text = reference === null ? undefined : move(reference);
            if (text === null) isTold = false;
            return text ?? (match[0] as string);
          }),
    )
    .join("");
  return isTold ? moved : null;
}
