import { inSheet } from "../core/workbook/addresses";
import { columnName, columnNumber } from "../core/workbook/workbook";
import { MAX_COLUMN, MAX_ROW } from "./references";

/** A row or column of a reference: relative ones move with the formula. */
interface Coordinate {
  readonly at: number;
  readonly fixed: boolean;
  readonly axis: "row" | "column";
}

/** Text that stays, and groups of coordinates that make one reference (`A1`; `A:B` and `1:3` too). */
type Piece = string | readonly (Coordinate | ":")[];

/**
 * Cell, whole-column and whole-row references, and whatever must not be mistaken for one: texts, quoted sheet names,
 * names (`LOG10(` and `A1!` are none of them references) and numbers (`1E5`).
 */
const TOKEN = new RegExp(
  [
    /"(?:[^"]|"")*"|'(?:[^']|'')*'/,
    /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!$\\\u0080-\uffff])/,
    /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!$\\\u0080-\uffff])/,
    /(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!\\\u0080-\uffff])/,
    /[A-Za-z_\\$\u0080-\uffff][\w.\\?$\u0080-\uffff]*/,
    /\d+\.?\d*(?:[eE][+-]?\d+)?/,
    /[^]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);

/** A formula that can be written for other cells: what a shared formula is. */
export class MovableFormula {
  private readonly pieces: readonly Piece[];

  constructor(readonly text: string) {
    this.pieces = split(text);
  }

  /** The formula as it reads so many rows down and columns to the right. */
  moved(rows: number, columns: number): string {
    let text = "";
    for (const piece of this.pieces) text += typeof piece === "string" ? piece : write(piece, rows, columns);
    return text;
  }
}

function split(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  const reference = (...parts: (Coordinate | ":")[]) => {
    pieces.push(plain, parts);
    plain = "";
  };
  let at = 0;
  while (at < formula.length) {
    if (formula[at] === "[") {
      const end = closingBracket(formula, at);
      plain += formula.slice(at, end);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    const [token = "", fixA, colA, fixB, colB, fixC, rowC, fixD, rowD, fixE, colE, fixF, rowF] = match ?? [];
    at = TOKEN.lastIndex;
    const first = column(fixA ?? fixE, colA ?? colE);
    if (colB !== undefined && first && column(fixB, colB)) reference(first, ":", column(fixB, colB) as Coordinate);
    else if (rowD !== undefined) reference(row(fixC, rowC), ":", row(fixD, rowD));
    else if (rowF !== undefined && first && Number(rowF) <= MAX_ROW) reference(first, row(fixF, rowF));
    else plain += token;
  }
  pieces.push(plain);
  return pieces;
}

/** Structured references (`表1[[#This Row],[金額]]`) and books (`[1]`) nest brackets; `'` takes the next one literally. */
function closingBracket(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    if (formula[at] === "'") at += 1;
    else if (formula[at] === "[") depth += 1;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

function column(dollar: string | undefined, letters: string | undefined): Coordinate | null {
  const at = columnNumber((letters ?? "").toUpperCase());
  return at >= 1 && at <= MAX_COLUMN ? { at, fixed: dollar === "$", axis: "column" } : null;
}

const row = (dollar: string | undefined, digits: string | undefined): Coordinate => ({
  at: Number(digits),
  fixed: dollar === "$",
  axis: "row",
});

function write(parts: readonly (Coordinate | ":")[], rows: number, columns: number): string {
  let text = "";
  for (const part of parts) {
    if (part === ":") {
      text += part;
      continue;
    }
    const isRow = part.axis === "row";
    const at = part.fixed ? part.at : part.at + (isRow ? rows : columns);
    if (at < 1 || at > (isRow ? MAX_ROW : MAX_COLUMN)) return "#REF!";
    text += (part.fixed ? "$" : "") + (isRow ? String(at) : columnName(at));
  }
  return text;
}

/** Functions newer than the file format carry a prefix that no person ever sees. */
export const withoutFutureFunctionPrefix = (formula: string): string =>
  formula.includes("_xl") ? formula.replace(/_xlfn\.(?:_xlws\.)?|_xlpm\.|_xludf\./g, "") : formula;

/**
 * Functions that a file must name with their prefix, or Excel shows #NAME? until the formula is typed again. LET and
 * LAMBDA are missing: the names they make need prefixes, too.
 */
const FUTURE_FUNCTIONS = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW " +
    "CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH " +
    "DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS " +
    "HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE " +
    "PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH " +
    "T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
const WORKSHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

/** The opposite of `withoutFutureFunctionPrefix`. */
export const withFutureFunctionPrefix = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g, (token) => {
    const name = token.toUpperCase();
    if (WORKSHEET_FUNCTIONS.has(name)) return `_xlfn._xlws.${token}`;
    return FUTURE_FUNCTIONS.has(name) ? `_xlfn.${token}` : token;
  });

/** A formula whose references to sheets follow their new names. */
export function withSheetsRenamed(formula: string, renames: ReadonlyMap<string, string>): string {
  if (renames.size === 0 || !formula.includes("!")) return formula;
  const byName = new Map([...renames].map(([name, renamed]) => [name.toLowerCase(), renamed]));
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|(?<![\]\p{L}\p{N}_.])([\p{L}_\\][\p{L}\p{N}_.\\?]*)!/gu,
    (token, quoted?: string, bare?: string) => {
      const renamed = byName.get((quoted?.replaceAll("''", "'") ?? bare ?? "").toLowerCase());
      return renamed === undefined ? token : inSheet(renamed, "");
    },
  );
}

/** One row comes into a sheet before row `at`, or row `at` leaves it. */
export interface RowShift {
  readonly sheet: string;
  readonly at: number;
  readonly by: 1 | -1;
}

/**
 * A formula that follows a shift, as Excel's do: a range that ends above the new row stays as long as it was.
 * @param own the sheet that the formula stands on
 */
export function withRowsShifted(formula: string, own: string, shift: RowShift): string {
  const pieces = split(formula);
  let [text, isMoved, sheet] = ["", false, own];
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const isEnd = pieces[index - 1] === ":" && index >= 2;
    if (!isEnd) sheet = qualifier(pieces[index - 1] as string) ?? own;
    const isStart = pieces[index + 1] === ":" && index + 2 < pieces.length;
    const moved = isSameName(sheet, shift.sheet)
      ? movedReference(piece, shift, isStart ? "first" : isEnd ? "last" : null)
      : piece;
    isMoved ||= moved !== piece;
    text += moved === null ? "#REF!" : write(moved, 0, 0);
  }
  return isMoved ? text : formula;
}

export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** "'労務費'!" and "労務費!" before a reference name its sheet; a sheet of another book has a name of its own kind. */
function qualifier(before: string): string | null {
  const [, quoted, bare] = /(?:'((?:[^']|'')*)'|([^\s'!()+\-*/^&=<>,;:{}"]+))!$/.exec(before) ?? [];
  return quoted?.replaceAll("''", "'") ?? bare ?? null;
}

type End = "first" | "last" | null;

/** The same piece where nothing moves; null where it spoke of the row that left. */
function movedReference(
  piece: readonly (Coordinate | ":")[],
  shift: RowShift,
  end: End,
): readonly (Coordinate | ":")[] | null {
  const isWhole = piece.includes(":"); // "3:5"
  const parts = piece.map((part, index): Coordinate | ":" | null => {
    if (part === ":" || part.axis === "column") return part;
    const at = shiftedRow(part.at, shift, isWhole ? (index === 0 ? "first" : "last") : end);
    return at === null ? null : at === part.at ? part : { ...part, at };
  });
  if (parts.some((part) => part === null)) return null;
  return parts.every((part, index) => part === piece[index]) ? piece : (parts as (Coordinate | ":")[]);
}

/** @returns null for the row that left */
export function shiftedRow(row: number, { at, by }: RowShift, end: End = null): number | null {
  if (by > 0) return row >= at ? Math.min(row + 1, MAX_ROW) : row;
  if (row !== at) return row > at ? row - 1 : row;
  return end === null ? null : end === "first" ? at : at - 1;
}
