/** Opens a sheet: its tables, what each is for, and the fields of their columns. */
import type { ColumnChoice } from "../../decisions/decision";
import { compact } from "../../text/fold";
import { Grid } from "../../workbook/grid";
import { isOwnSheet } from "../../workbook/own-sheets";
import { NOWHERE, type Sheet } from "../../workbook/workbook";
import { assignFields } from "../columns/assign";
import { Profiles } from "../columns/profile";
import { useOf } from "../columns/table-use";
import type { FieldColumn } from "../columns/field-column";
import type { Field } from "../field";
import type { SkippedCode } from "../reading";
import type { ReadingHints } from "../reading-hints";
import { moneyOf } from "../records/values";
import { isExample } from "../relations/table-detectors";
import { blocksOf } from "../tables/blocks";
import { findTables, tableAt } from "../tables/find";
import type { Table } from "../tables/table";
import type { Page } from "../tables/part";
import { sectionsOf } from "../tables/sections";
import { scaleOf } from "../words/headers";
import type { Categories } from "../words/categories";
import { mergeCentredHeadings } from "./centred-headings";
import { legendsOf } from "./colours";
import { drawPersons } from "./person-blocks/draw";
import { redraw } from "./redraw";
import { asSeen } from "./seen";
import { unitFor, unitStatements } from "./units";

/** Sheets that are read all the same, so that what they hold can be told. */
const TOLD = new Set<SkippedCode>(["hidden", "example"]);

export function openPage(
  sheet: Sheet,
  choices: readonly ColumnChoice[],
  categories: Categories,
  hints: ReadingHints,
  isForm: boolean,
): Page {
  const choice = choices.find((candidate) => candidate.sheet === sheet.name);
  const drawn = mergeCentredHeadings(asSeen(sheet));
  const byColumns = choice !== undefined && choice.columns.length > 0;
  const persons = byColumns ? null : drawPersons(drawn);
  const redrawn = persons?.drawing ?? redraw(drawn, byColumns, { wanted: hints.taxTreatment, isForm });
  const grid = new Grid(redrawn?.sheet ?? drawn);
  const page: Page = {
    sheet,
    redrawn,
    grid,
    isForm: isForm && redrawn !== null && persons === null,
    persons: persons?.header ?? null,
    parts: [],
    units: unitStatements(grid),
    legends: legendsOf(sheet),
    skipped: null,
  };
  if (isOwnSheet(sheet)) page.skipped = "hidden-by-kenzan";
  else if (choice?.use === false) page.skipped = "by-choice";
  else if (sheet.visibility === "veryHidden") page.skipped = "hidden";
  else if (isExample(compact(sheet.name))) page.skipped = "example";
  else if (sheet.rows.length === 0) page.skipped = "empty";
  if (page.skipped !== null && !TOLD.has(page.skipped)) return page;
  const found = findTables(grid).flatMap(sectionsOf).flatMap(blocksOf);
  const tables = found.some((table) => coversChoice(table, choice)) ? found : [...found, ...chosenTable(grid, choice)];
  for (const table of tables) {
    const profiles = new Profiles(table, categories);
    const { kind: read, crossTable } = useOf(profiles);
    const isTaught = coversChoice(table, choice);
    const kind = isTaught ? (choice?.kind ?? (read === "other" ? "budget" : read)) : read;
    const columns = chosenColumns(assignFields(profiles, kind, hints.taxTreatment), table, choice);
    page.parts.push({
      table,
      kind,
      isTaught,
      crossTable,
      columns,
      scale: unitFor(table, tables, page.units),
      rows: null,
      context: null,
      setAside: null,
    });
  }
  if (page.parts.length === 0) page.skipped ??= "no-table";
  return page;
}

const isAmountField = (field: Field): boolean => field.startsWith("amount");

/** Figures that every row of a taught table has: yen, or hours. */
const isFigure = ({ field }: ColumnChoice["columns"][number]): boolean => isAmountField(field) || FIGURES.has(field);
const FIGURES = new Set<Field>(["basePay", "hourlyRate", "hours", "payPaid"]);

/** Whether a table holds the columns a person chose for the amounts of lines, or for what they said it is. */
const coversChoice = (table: Table, choice: ColumnChoice | undefined): boolean =>
  choice !== undefined &&
  choice.columns.some((column) => (choice.kind === undefined ? isAmountField(column.field) : isFigure(column))) &&
  choice.columns.every(({ column }) => column === NOWHERE || isIn(table, column));

const isIn = ({ left, right }: Table, column: number): boolean => column >= left && column <= right;

/** Where no header was found, the table begins with the first figure of the chosen columns. */
function chosenTable(grid: Grid, choice: ColumnChoice | undefined): Table[] {
  const amount = choice?.columns.find((column) =>
    choice.kind === undefined ? isAmountField(column.field) : isFigure(column),
  );
  if (choice === undefined || amount === undefined) return [];
  const first = grid.sheet.rows.find((row) => moneyOf(grid.own(row.index, amount.column), 1)?.yen != null);
  const columns = choice.columns.map(({ column }) => column).filter((column) => column !== NOWHERE);
  return first === undefined ? [] : [tableAt(grid, first.index, columns)];
}

const NO_MARKS: FieldColumn = {
  ...{ field: "counted", column: NOWHERE, right: NOWHERE },
  ...{ header: "", tax: null, scale: null },
};

/** A person's choice of columns stands above what was read. */
function chosenColumns(columns: readonly FieldColumn[], table: Table, choice: ColumnChoice | undefined): FieldColumn[] {
  if (choice === undefined) return [...columns];
  const chosen = choice.columns.filter(({ column }) => isIn(table, column));
  const gone = choice.columns.filter(({ column }) => column === NOWHERE);
  const kept = columns.filter(
    (column) =>
      !gone.some(({ field }) => field === column.field) &&
      !chosen.some(
        (other) => other.field === column.field || (other.column >= column.column && other.column <= column.right),
      ),
  );
  const added = chosen.map(({ field, column }): FieldColumn => {
    const header = table.columns.find((candidate) => column >= candidate.column && column <= candidate.right);
    return {
      field,
      column,
      right: column,
      header: header?.text ?? "",
      tax: header?.meaning?.tax ?? null,
      scale: header?.meaning?.scale ?? scaleOf(compact(header?.text ?? "")),
      ...(isAmountField(field) ? { isChosen: true } : {}),
    };
  });
  // Marks are found by what stands in a column: that there are none has to be told.
  if (gone.some(({ field }) => field === "counted")) added.push(NO_MARKS);
  return [...kept, ...added].sort((a, b) => a.column - b.column);
}
