/**
 * What a person had before their eyes when they decided: the row's words, its yen, and the cell. A decision holds for
 * that, wherever it stands now, and for nothing else.
 */
import type { BudgetReading } from "../read/reading";
import type { Finding } from "../judge/finding";
import type { RatioResult, Report } from "../report/report";
import type { Seen } from "./decision";
import type { Scheme } from "../scheme/scheme";
import { cellName, columnNumber, isCellError, type Row, type Sheet, type Workbook } from "../workbook/workbook";

/** The rows of a workbook as a person sees them: "A line of 26,000 yen that says タクシー代". */
export class SeenRows {
  private readonly known = new Map<string, ReadonlyMap<number, Pick<Seen, "text" | "yen">>>();
  private readonly sheets: ReadonlyMap<string, Sheet>;

  constructor(
    workbook: Workbook,
    private readonly reading: BudgetReading,
  ) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  }

  has(sheet: string): boolean {
    return this.sheets.has(sheet);
  }

  /** @param cell "F12" */
  at(sheet: string, cell: string): Seen {
    const { row, column } = placeOf(cell);
    const seen = this.rowsOf(sheet).get(row) ?? NOTHING;
    return { ...seen, value: this.value(sheet, row, column) };
  }

  /** Where it stands now, the nearest first; the place itself when nothing moved. null when it is nowhere. */
  find(sheet: string, cell: string, seen: Seen, isFree: (cell: string) => boolean): string | null {
    const from = placeOf(cell);
    const rows = [...this.rowsOf(sheet)]
      .filter(([, row]) => row.text === seen.text && row.yen === seen.yen)
      .map(([row]) => row)
      .sort((a, b) => Math.abs(a - from.row) - Math.abs(b - from.row));
    for (const row of rows) {
      const columns = seen.value === null ? [from.column] : this.columnsOf(sheet, row, seen.value);
      columns.sort((a, b) => Math.abs(a - from.column) - Math.abs(b - from.column));
      const column = columns[0];
      if (column === undefined) continue;
      if (seen.value === null && this.value(sheet, row, column) !== null) continue;
      const place = cellName(row, column);
      if (isFree(place)) return place;
    }
    return null;
  }

  private columnsOf(sheet: string, row: number, value: string | number): number[] {
    const cells = this.sheets.get(sheet)?.rows.find(({ index }) => index === row)?.cells ?? [];
    return cells.filter((cell) => valueOf(cell.value) === value).map(({ column }) => column);
  }

  private value(sheet: string, row: number, column: number): string | number | null {
    const found = this.sheets.get(sheet)?.rows.find(({ index }) => index === row);
    return valueOf(found?.cells.find((cell) => cell.column === column)?.value ?? null);
  }

  /** By row number: what was read there, else the row's own words. */
  private rowsOf(name: string): ReadonlyMap<number, Pick<Seen, "text" | "yen">> {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const rows = new Map<number, Pick<Seen, "text" | "yen">>();
    for (const row of this.sheets.get(name)?.rows ?? []) rows.set(row.index, { text: wordsOf(row), yen: null });
    const { lines, labour, months } = this.reading;
    for (const { sheet, row, person, month } of months)
      if (sheet === name) rows.set(row, { text: `${person} ${month ?? ""}`.trimEnd(), yen: null });
    for (const { sheet, row, person, statedAmount } of labour)
      if (sheet === name) rows.set(row, { text: person, yen: statedAmount });
    for (const { sheet, row, description, amount } of lines)
      if (sheet === name) rows.set(row, { text: description, yen: amount });
    this.known.set(name, rows);
    return rows;
  }
}

const NOTHING = { text: "", yen: null } as const;

const wordsOf = (row: Row): string =>
  row.cells
    .map(({ value }) => value)
    .filter((value) => typeof value === "string" && value.trim() !== "")
    .join(" ");

/** A cell's value as it can be kept: an error by its name, an empty text as nothing. */
function valueOf(value: Row["cells"][number]["value"]): string | number | null {
  if (value === null || value === "") return null;
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? String(value) : value;
}

function placeOf(cell: string): { row: number; column: number } {
  const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(row), column: columnNumber(letters) };
}

/**
 * What is seen with a finding of the whole budget: of a limit on shares, the yen that were agreed to; of others nothing
 * that could change.
 */
export function seenOfBudget(rule: string, scheme: Scheme, ratios: readonly RatioResult[]): Seen | undefined {
  const limit = scheme.ratios.find((ratio) => ratio.rule === rule);
  const result = ratios.find(({ id }) => id === limit?.id);
  return result === undefined ? undefined : { text: result.id, yen: result.amount, value: null };
}

/** What a person sees with a finding, to be kept with what they decide on it. */
export function seenWith(
  { rule, sheet, cell }: Pick<Finding, "rule" | "sheet" | "cell">,
  workbook: Workbook,
  { reading, ratios }: Pick<Report, "reading" | "ratios">,
  scheme: Scheme | undefined,
): Seen | undefined {
  if (sheet !== null && cell !== null) return new SeenRows(workbook, reading).at(sheet, cell);
  return scheme === undefined ? undefined : seenOfBudget(rule, scheme, ratios);
}
