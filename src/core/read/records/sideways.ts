/** A labour table drawn with one person a column. */
import { Grid } from "../../workbook/grid";
import type { Cell, Sheet } from "../../workbook/workbook";
import { assignFields } from "../columns/assign";
import { Profiles } from "../columns/profile";
import { useOf } from "../columns/table-use";
import type { LabourReading } from "../reading";
import type { ReadingHints } from "../reading-hints";
import { findTables } from "../tables/find";
import type { Page, Part } from "../tables/part";
import type { Categories } from "../words/categories";
import { headerOf } from "../words/headers";
import { readLabour, type PeopleContext } from "./people";

/** One person a column: the sheet is read turned over its diagonal, and every cell named where it really stands. */
export function sidewaysLabour(
  page: Page,
  categories: Categories,
  hints: ReadingHints,
  contextOf: (part: Part) => PeopleContext,
): LabourReading[] {
  if ((page.skipped !== null && page.skipped !== "no-table") || page.parts.some((part) => part.kind === "labour"))
    return [];
  if (page.sheet.rows.length > MOST_SIDEWAYS_ROWS) return [];
  const words = new Map<number, number>();
  for (const row of page.sheet.rows)
    for (const cell of row.cells) {
      const fields = typeof cell.value === "string" ? (headerOf(cell.value)?.fields ?? []) : [];
      if (fields.some((field) => PAY_FIELDS.has(field))) words.set(cell.column, (words.get(cell.column) ?? 0) + 1);
    }
  if (![...words.values()].some((count) => count >= 3)) return [];
  const grid = new Grid(turned(page.sheet));
  return findTables(grid).flatMap((table) => {
    const profiles = new Profiles(table, categories);
    const { kind, crossTable } = useOf(profiles);
    if (kind !== "labour") return [];
    const columns = assignFields(profiles, kind, hints.taxTreatment);
    const read = { rows: null, context: null, setAside: null };
    const part: Part = { table, kind, isTaught: false, crossTable, columns, scale: 1, ...read };
    if (page.skipped === "no-table") page.skipped = null;
    return readLabour(table, columns, contextOf(part)).map((reading) => ({
      ...reading,
      row: Math.min(...Object.values(reading.at).map((cell) => cell.column)),
      at: Object.fromEntries(
        Object.entries(reading.at).map(([field, cell]) => [field, { ...cell, row: cell.column, column: cell.row }]),
      ),
    }));
  });
}

/** A labour table with one person a column has a row for each part of the pay, not hundreds. */
const MOST_SIDEWAYS_ROWS = 200;
const PAY_FIELDS = new Set<string>([
  "basePay",
  "allowances",
  "overtime",
  "welfare",
  "scheduledHours",
  "hourlyRate",
  "hours",
  "person",
]);

function turned(sheet: Sheet): Sheet {
  const rows = new Map<number, Cell[]>();
  for (const row of sheet.rows)
    for (const cell of row.cells) {
      const turnedRow = rows.get(cell.column) ?? [];
      rows.set(cell.column, turnedRow);
      turnedRow.push({ ...cell, column: row.index });
    }
  return {
    ...sheet,
    rows: [...rows].sort((a, b) => a[0] - b[0]).map(([index, cells]) => ({ index, hidden: false, cells })),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      top: left,
      left: top,
      bottom: right,
      right: bottom,
    })),
    tables: [],
  };
}
