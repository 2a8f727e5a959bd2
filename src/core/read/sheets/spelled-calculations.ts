/** A calculation over several cells, @ | 32,000 | 円 | × | 3 | 回 | ＝ | 96,000 | 円: drawn as one cell that says all of it. */
import { normal } from "../../text/fold";
import { readNumber } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { rearranged, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { headsAmounts } from "../words/headers";

const ROWS_CHECKED = 200;
const FEWEST_ROWS = 2;
const LONGEST_UNIT = 5;

/** at, figure, times, equals, a unit or another short word; of other words nothing is made. */
type Part = "@" | "f" | "x" | "=" | "u" | " ";
const EQUALS = /^\s*[=＝﹦]\s*$/;
const SPELLED = /@?fu?(?:xfu?)+=(f)u?/;

interface Calculation {
  readonly cells: readonly Cell[];
  readonly result: Cell;
}

const said = ({ value }: Cell): string => normal(String(value)).trim();

function partOf(cell: Cell): Part {
  if (typeof cell.value === "number") return "f";
  const text = said(cell);
  if (text === "@") return "@";
  if (/^[×✕xX*]$/.test(text)) return "x";
  if (text === "=") return "=";
  if (readNumber(text) !== null) return "f";
  return text.length <= LONGEST_UNIT && !/\d/.test(text) ? "u" : " ";
}

function calculationIn(row: Row): Calculation | null {
  if (!row.cells.some((cell) => typeof cell.value === "string" && EQUALS.test(cell.value))) return null;
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const parts = filled.map(partOf).join("");
  const found = SPELLED.exec(parts);
  if (found === null) return null;
  const cells = filled.slice(found.index, found.index + found[0].length);
  const result = cells[found[0].lastIndexOf("f")];
  return result === undefined ? null : { cells, result };
}

const yenOf = (cell: Cell): number =>
  typeof cell.value === "number" ? cell.value : Number(said(cell).replace(/[,円¥\\]/g, ""));

function holds({ cells, result }: Calculation): boolean {
  const factors = cells.filter((cell) => cell !== result && partOf(cell) === "f").map(yenOf);
  return Math.abs(factors.reduce((product, factor) => product * factor, 1) - yenOf(result)) < 1;
}

/** null where no calculations of a sheet are spelled so; only its first rows say whether any are. */
export function joinCalculations(sheet: Sheet): Redrawn | null {
  const first = sheet.rows.slice(0, ROWS_CHECKED).findIndex((row) => calculationIn(row) !== null);
  if (first < 0) return null;
  const found = new Map<number, Calculation>();
  for (const row of sheet.rows.slice(first)) {
    const calculation = calculationIn(row);
    if (calculation !== null) found.set(row.index, calculation);
  }
  const calculations = [...found.values()];
  // Results that are told in thousands are no yen.
  if (found.size < FEWEST_ROWS || calculations.filter(holds).length * 2 < found.size) return null;
  const start = Math.min(...calculations.map(({ cells }) => (cells[0] as Cell).column));
  const results = new Set(calculations.map(({ result }) => result.column));
  // The results have a column of their own, or stand under the header of the whole calculation.
  const isHeaded = [...results].some((column) => isHeadedAsAmount(sheet.rows.slice(0, first), column));
  const target = (column: number): number => (isHeaded ? column : start);
  const drawn = sheet.rows.map((row, at): DrawnRow => {
    const calculation = found.get(row.index);
    if (calculation !== undefined) return joined(row, calculation, target(calculation.result.column));
    return at < first || isHeaded ? { row, from: row.index } : moved(row, results, start);
  });
  const top = (sheet.rows[first] as Row).index;
  const merges = sheet.merges.filter(
    (area) => area.top < top || area.right < start || area.left > Math.max(...results),
  );
  return redrawn(sheet, drawn, merges, true);
}

const isHeadedAsAmount = (rows: readonly Row[], column: number): boolean =>
  rows.some((row) => headsAmounts(cellIn(row, column)?.value));

function joined(row: Row, { cells, result }: Calculation, column: number): DrawnRow {
  const [from, to] = [(cells[0] as Cell).column, (cells.at(-1) as Cell).column];
  const rest = row.cells.filter((cell) => (cell.column < from || cell.column > to) && cell.column !== column);
  const text = cells.map((cell) => (typeof cell.value === "number" ? String(cell.value) : said(cell))).join("");
  const value = text.endsWith("円") ? text : `${text}円`;
  return rearranged(row, [...rest, { ...result, column, value }], new Map([[column, result.column]]));
}

/** A sum under the results stands where they are drawn. */
function moved(row: Row, results: ReadonlySet<number>, start: number): DrawnRow {
  const figures = row.cells.filter((cell) => results.has(cell.column) && !isBlank(cell));
  const [figure] = figures;
  const isFree = row.cells.every(
    (cell) => cell.column < start || isBlank(cell) || cell === figure || partOf(cell) === "u",
  );
  if (figure === undefined || figures.length > 1 || !isFree || partOf(figure) !== "f") return { row, from: row.index };
  const rest = row.cells.filter((cell) => cell !== figure && cell.column !== start);
  return rearranged(row, [...rest, { ...figure, column: start }], new Map([[start, figure.column]]));
}
