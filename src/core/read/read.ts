/** Reads a workbook however it was drawn: the one entry of this room. */
import { add, fraction, ZERO, type Fraction } from "../money/fraction";
import type { ColumnChoice } from "../report/report";
import { isSummary } from "../workbook/own-sheets";
import { compact, fold, oneLine } from "../text/fold";
import { fiscalYear } from "../text/date";
import { amountCandidates, inQuestion, isAmount, weighed, withAmounts } from "./columns/amount";
import { Fields } from "./columns/fields";
import { isProof } from "./sums/choose";
import { RowSorter, type RowChoice } from "./rows/sort";
import { NO_HEADING, readBudgetRows, type BudgetContext, type BudgetRows } from "./rows/read";
import { Categories, type CategoryFound } from "./words/categories";
import { assignFields, useOf, type FieldColumn } from "./columns/assign";
import { readEstimates } from "./records/estimates";
import { readFacts, type Taken } from "./application/facts";
import { Grid, hasNoResult } from "../workbook/grid";
import { findRepeats, type LineTable } from "./relations/repeats";
import { headerOf, scaleOf, taxOf, type Tax } from "./words/headers";
import { readIncome } from "./records/income";
import { Labels } from "./words/labels";
import type { LineRead } from "./records/lines";
import {
  joinMonths,
  readLabour,
  readMembers,
  readMonths,
  readTeam,
  readTeamChart,
  type PeopleContext,
} from "./records/people";
import type { ReadingHints } from "./reading-hints";
import type {
  Account,
  BudgetReading,
  Fact,
  Field,
  IncomeReading,
  LabourReading,
  RowRole,
  SheetReading,
  TableKind,
  TableReading,
  TextReading,
  TotalRow,
} from "./reading";
import { findTables, tableAt, type Table } from "./tables/find";
import { moneyOf } from "./records/values";
import { totalRows, type SummedTable } from "./sums/totals";
import type { Cell, Sheet, Workbook } from "../workbook/workbook";

interface Part {
  readonly table: Table;
  kind: TableKind;
  readonly crossTable: boolean;
  columns: readonly FieldColumn[];
  readonly scale: number;
  rows: BudgetRows | null;
}

interface Page {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly parts: Part[];
  /** "単位：千円" and the like, from top to bottom. */
  readonly units: readonly UnitStatement[];
  skipped: string | null;
}

const EXAMPLE_SHEET = /記入例|記載例|入力例|サンプル|見本|記入要領|記入方法|example|sample/i;
const OWN_SHEET = /^検算結果|^kenzan/i;

/**
 * @param choices how a person corrected the reading of a sheet
 * @param hints what the scheme says of categories, tax and period
 */
export function readBudget(workbook: Workbook, choices: readonly ColumnChoice[], hints: ReadingHints): BudgetReading {
  const categories = new Categories(hints.categoryWords);
  const pages = workbook.sheets.map((sheet) => openPage(sheet, choices, categories, hints));
  const parts = pages.flatMap((page) => page.parts);
  const of = (kind: TableKind): Part[] => parts.filter((part) => part.kind === kind);

  const members = of("members").flatMap((part) => readMembers(part.table, part.columns));
  const memberNames = [...new Set(members.map((member) => member.name))];
  const labels = new Labels(categories, new Set(memberNames.map(compact)));
  for (const part of parts) {
    if (part.kind !== "budget" && part.kind !== "income" && part.kind !== "summary") continue;
    const category = titleCategory(part.table, categories);
    const context = {
      categories,
      labels,
      members: memberNames,
      taxTreatment: hints.taxTreatment,
      date1904: workbook.date1904,
      scale: part.scale,
      category,
      inherited: category?.level === "middle" ? headingsAbove(part, parts) : NO_HEADING,
      member: titleMember(part.table, memberNames),
      funds: part.kind === "income",
      sums: { above: sumsAbove(part, parts), outside: [] },
      chosen: NOT_CHOSEN,
    };
    if (!isSettled(part)) chooseAmount(part, context, hints.taxTreatment);
    part.rows = readBudgetRows(part.table, part.columns, context);
  }

  const peopleContext = (part: Part) => ({
    scale: part.scale,
    date1904: workbook.date1904,
    within: hints.period ?? fiscalYear([part.table.title, ...part.table.above.map((text) => text.text)].join(" ")),
    member: titleMember(part.table, memberNames),
  });
  setAsideSheets(pages, workbook);
  const labour = [
    ...of("labour").flatMap((part) => readLabour(part.table, part.columns, peopleContext(part))),
    ...pages.flatMap((page) => sidewaysLabour(page, categories, hints, peopleContext)),
  ];
  const repeats = setAsideRepeats(of("budget"), categories, labour);

  const budgets = of("budget");
  const lines = budgets.flatMap((part) => placed(part, pages));
  return {
    sheets: pages.map(sheetReading),
    lines: lines.map(({ line }) => line),
    totals: [...totalRows(summed(budgets), labourBySheet(labour)), ...repeats],
    labour,
    months: joinMonths(of("hours").flatMap((part) => readMonths(part.table, part.columns, peopleContext(part)))),
    members,
    team: [
      ...of("team").flatMap((part) => readTeam(part.table, part.columns)),
      ...pages.flatMap((page) =>
        page.skipped === "no-table" && /体制|チーム|team/i.test(page.sheet.name) ? readTeamChart(page.grid) : [],
      ),
    ],
    estimates: of("estimates").flatMap((part) =>
      readEstimates(part.table, part.columns, {
        scale: part.scale,
        date1904: workbook.date1904,
        unlabelled: hints.taxTreatment,
      }),
    ),
    facts: pages.flatMap((page) => factsOf(page, workbook.date1904)),
    income: of("income").flatMap((part) => incomeOf(part)),
    taxNotes: pages.flatMap(taxNotesOf),
    account: {
      unread: [],
      setAside: [],
      withoutResult: budgets.flatMap(withoutResult),
      accounted: lines.reduce((sum, { line }) => sum + (line.amount ?? 0), 0),
    },
  };
}

/** Lines and totals whose amount is a formula without its result, in the order of the sheet. */
function withoutResult({ table, rows }: Part): Account["withoutResult"][number][] {
  const cells = new Map<number, Account["withoutResult"][number]>();
  for (const { line } of rows?.lines ?? []) {
    const { amount, amountExclusive, amountInclusive } = line.at;
    const cell = amount ?? amountExclusive ?? amountInclusive;
    if (line.amount === null && line.amountText === null && line.amountFormula !== null && cell !== undefined)
      cells.set(line.row, { cell: { ...cell, row: line.row }, description: line.description, role: "line" });
  }
  for (const { cell, label } of rows?.totals ?? [])
    if (hasNoResult(table.grid.own(cell.row, cell.column)))
      cells.set(cell.row, { cell, description: label, role: "total" });
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, found]) => found);
}

const SUPERSEDED =
  /旧版|\(旧\)|（旧）|旧$|^旧|_old\b|\bold\b|バックアップ|backup|控え?$|変更前|修正前|ボツ|不使用|使わない|没/i;
const COPY = /[ _]?[(（]\d[)）]$| ?[-_] ?コピー|のコピー|copy/i;

/** A hidden sheet counts only where a visible one refers to it; a superseded one or a copy not at all. */
function setAsideSheets(pages: readonly Page[], workbook: Workbook): void {
  const hasBudget = (page: Page): boolean => page.parts.some((part) => part.kind === "budget");
  const budgetPages = pages.filter(hasBudget);
  const setAside = (page: Page, why: string): void => {
    page.skipped = why;
    for (const part of page.parts) if (part.kind === "budget" || part.kind === "income") part.kind = "other";
  };
  for (const page of budgetPages) {
    const others = budgetPages.filter((other) => other !== page && other.skipped === null);
    if (page.sheet.visibility !== "visible") {
      const visible = others.some((other) => other.sheet.visibility === "visible");
      if (visible && !isReferredTo(page.sheet.name, workbook)) setAside(page, "hidden");
    } else if (SUPERSEDED.test(page.sheet.name) && others.some((other) => !SUPERSEDED.test(other.sheet.name)))
      setAside(page, "superseded");
    else if (COPY.test(page.sheet.name) && others.some((other) => sameLines(page, other))) setAside(page, "copy");
  }
}

function isReferredTo(name: string, workbook: Workbook): boolean {
  const quoted = `'${name.replace(/'/g, "''")}'!`;
  return workbook.sheets.some(
    (sheet) =>
      sheet.visibility === "visible" &&
      sheet.rows.some((row) =>
        row.cells.some(
          (cell) => cell.formula !== null && (cell.formula.includes(`${name}!`) || cell.formula.includes(quoted)),
        ),
      ),
  );
}

/** Four lines in five are the same. */
function sameLines(page: Page, other: Page): boolean {
  const keys = (of: Page): string[] =>
    of.parts
      .flatMap((part) => (part.kind === "budget" ? (part.rows?.lines ?? []) : []))
      .map(({ line }) => `${compact(line.description)}|${String(line.amount)}`);
  const known = new Set(keys(other));
  const own = keys(page);
  return own.length > 0 && own.filter((key) => known.has(key)).length * 5 >= own.length * 4;
}

/** Takes out what repeats lines of another table; returns the totals those repetitions are. */
function setAsideRepeats(
  budgets: readonly Part[],
  categories: Categories,
  labour: readonly LabourReading[],
): TotalRow[] {
  const tables = new Map<LineTable, Part>();
  for (const part of budgets) {
    const { table, columns } = part;
    const fields = new Set(columns.map((column) => column.field));
    tables.set(
      {
        sheet: table.grid.name,
        names: `${table.title ?? ""} ${table.grid.name}`,
        objectName: table.object?.name ?? null,
        top: table.firstRow,
        bottom: table.lastRow,
        left: table.left,
        right: table.right,
        amountColumns: columns.filter((column) => column.field.startsWith("amount")).map((column) => column.column),
        isDetailed:
          fields.has("quantity") || fields.has("vendor") || [...fields].some((field) => field.startsWith("unitPrice")),
        rows: part.rows as BudgetRows,
      },
      part,
    );
  }
  const paid = labour.reduce((sum, row) => sum + (row.statedAmount ?? 0), 0);
  const repeats = findRepeats([...tables.keys()], categories, fraction(paid));
  for (const [table, part] of tables) {
    if (repeats.summaries.has(table)) part.kind = "summary";
    else if (repeats.breakdowns.has(table)) part.kind = "other";
    const dropped = repeats.rows.get(table);
    const rows = part.rows;
    if (dropped === undefined || rows === null) continue;
    part.rows = {
      ...rows,
      lines: rows.lines.filter(({ line }) => !dropped.has(line.row)),
      roles: rows.roles.map((role) => (dropped.has(role.row) ? { ...role, role: "other" as const } : role)),
    };
  }
  return [...repeats.totals];
}

function openPage(sheet: Sheet, choices: readonly ColumnChoice[], categories: Categories, hints: ReadingHints): Page {
  const grid = new Grid(sheet);
  const page: Page = { sheet, grid, parts: [], units: unitStatements(grid), skipped: null };
  const choice = choices.find((candidate) => candidate.sheet === sheet.name);
  if (choice?.use === false) page.skipped = "by-choice";
  else if (OWN_SHEET.test(sheet.name) || isSummary(sheet)) page.skipped = "hidden-by-kenzan";
  else if (sheet.visibility === "veryHidden") page.skipped = "hidden";
  else if (EXAMPLE_SHEET.test(sheet.name)) page.skipped = "example";
  else if (sheet.rows.length === 0) page.skipped = "empty";
  if (page.skipped !== null) return page;
  const found = findTables(grid);
  const tables = found.some((table) => coversChoice(table, choice)) ? found : [...found, ...chosenTable(grid, choice)];
  for (const table of tables) {
    const { kind: read, crossTable } = useOf(table, categories);
    const kind = read === "other" && coversChoice(table, choice) ? "budget" : read;
    const columns = chosenColumns(assignFields(table, kind, categories, hints.taxTreatment), table, choice);
    page.parts.push({ table, kind, crossTable, columns, scale: unitFor(table, tables, page.units), rows: null });
  }
  if (page.parts.length === 0) page.skipped = "no-table";
  return page;
}

/** One person a column: the sheet is read turned over its diagonal, and every cell named where it really stands. */
function sidewaysLabour(
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
    const { kind, crossTable } = useOf(table, categories);
    if (kind !== "labour") return [];
    const columns = assignFields(table, kind, categories, hints.taxTreatment);
    const part: Part = { table, kind, crossTable, columns, scale: 1, rows: null };
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

const isAmountField = (field: Field): boolean => field.startsWith("amount");

/** Whether a table holds the columns a person chose for the amounts of lines. */
const coversChoice = (table: Table, choice: ColumnChoice | undefined): boolean =>
  choice !== undefined &&
  choice.columns.some(({ field }) => isAmountField(field)) &&
  choice.columns.every(({ column }) => column >= table.left && column <= table.right);

/** Where no header was found, the table begins with the first figure of the chosen amounts. */
function chosenTable(grid: Grid, choice: ColumnChoice | undefined): Table[] {
  const amount = choice?.columns.find(({ field }) => isAmountField(field));
  if (choice === undefined || amount === undefined) return [];
  const first = grid.sheet.rows.find((row) => moneyOf(grid.own(row.index, amount.column), 1)?.yen != null);
  const columns = choice.columns.map(({ column }) => column);
  return first === undefined ? [] : [tableAt(grid, first.index, columns)];
}

/** A person's choice of columns stands above what was read. */
function chosenColumns(columns: readonly FieldColumn[], table: Table, choice: ColumnChoice | undefined): FieldColumn[] {
  if (choice === undefined) return [...columns];
  const chosen = choice.columns.filter(({ column }) => column >= table.left && column <= table.right);
  const kept = columns.filter(
    (column) =>
      !chosen.some(
        (other) => other.field === column.field || (other.column >= column.column && other.column <= column.right),
      ),
  );
  const added = chosen.map(({ field, column }) => {
    const header = table.columns.find((candidate) => column >= candidate.column && column <= candidate.right);
    return {
      field,
      column,
      right: column,
      header: header?.text ?? "",
      tax: header?.meaning?.tax ?? null,
      scale: header?.meaning?.scale ?? null,
      ...(isAmountField(field) ? { isChosen: true } : {}),
    };
  });
  return [...kept, ...added].sort((a, b) => a.column - b.column);
}

interface UnitStatement {
  readonly row: number;
  readonly column: number;
  readonly scale: number;
}

/** "単位：千円" and the like, wherever they stand. */
function unitStatements(grid: Grid): UnitStatement[] {
  const found: UnitStatement[] = [];
  for (const row of grid.sheet.rows)
    for (const cell of row.cells) {
      if (typeof cell.value !== "string" || cell.value.length > 60 || !cell.value.includes("円")) continue;
      if (cell.value.length > 6 && !cell.value.includes("位")) continue;
      const folded = compact(cell.value);
      if (!/単位.{0,6}円|^[(]?(?:千円|百万円|万円|円)[)]?$/.test(folded)) continue;
      found.push({ row: row.index, column: cell.column, scale: scaleOf(folded) ?? 1 });
    }
  return found;
}

/** The statement nearest above the table; else one beside its header or below it; else the first of the sheet. */
function unitFor(table: Table, tables: readonly Table[], units: readonly UnitStatement[]): number {
  const overlapping = tables.filter(
    (other) => other !== table && other.left <= table.right && other.right >= table.left,
  );
  const floorRow = Math.max(
    0,
    ...overlapping.filter((other) => other.headerBottom < table.headerTop).map((other) => other.headerBottom),
  );
  const above = units.filter((unit) => unit.row <= table.headerBottom && unit.row > floorRow);
  const near = above.filter((unit) => unit.column <= table.right + 3);
  const last = near[near.length - 1] ?? above[above.length - 1];
  if (last !== undefined) return last.scale;
  const inherited = units.filter((unit) => unit.row <= table.headerTop);
  return (inherited[0] ?? units.find((unit) => unit.row > table.headerBottom && unit.row <= table.lastRow))?.scale ?? 1;
}

/** The category that the title, or else the sheet's name, gives to all lines of a table. */
function titleCategory(table: Table, categories: Categories): CategoryFound | null {
  for (const text of [table.title, table.grid.name]) {
    const found = text === null ? null : categories.mentioned(text);
    if (found !== null) return found;
  }
  return null;
}

/** A table titled "(2) 消耗品費" stands under the 大項目 that the table right above it was left in. */
function headingsAbove(part: Part, parts: readonly Part[]): BudgetRows["open"] {
  const open = partAbove(part, parts)?.rows?.open ?? NO_HEADING;
  return { ...open, middle: null, minor: null };
}

/** Yen of the lines of the tables above on the same sheet, the nearest first. */
function sumsAbove({ table }: Part, parts: readonly Part[]): number[] {
  return parts
    .filter(
      (other) => other.table.grid === table.grid && other.table.headerBottom < table.headerTop && other.rows !== null,
    )
    .map((other) => other.rows?.choice.yen ?? 0)
    .reverse();
}

/** A person chose the column of the amounts. */
const isSettled = ({ columns }: Part): boolean => columns.some(({ isChosen }) => isChosen === true);

/** Settles which column holds the amounts; where words and values leave it open, the rows are read for their sums. */
function chooseAmount(part: Part, context: BudgetContext, wanted: Tax): void {
  const { table } = part;
  const candidates = amountCandidates(table, part.columns, wanted);
  const close = inQuestion(candidates);
  const read =
    close.length < 2
      ? close
      : close
          .map(({ candidate }) => {
            const fields = new Fields(table, withAmounts(part.columns, candidate, candidates), wanted);
            const { choice } = new RowSorter(fields, context).sort();
            const proven = choice.sums.filter((sum) => isProof(sum) && sum.of >= 2).length;
            return weighed({ ...candidate, proven });
          })
          .sort((a, b) => b.score - a.score);
  const [best] = read;
  part.columns =
    best !== undefined && isAmount(best)
      ? withAmounts(part.columns, best.candidate, candidates)
      : part.columns.filter(({ field }) => !field.startsWith("amount"));
}

const NOT_CHOSEN: RowChoice = new Map();

function partAbove({ table }: Part, parts: readonly Part[]): Part | undefined {
  return parts.findLast(
    (other) =>
      other.table.grid === table.grid &&
      other.table.headerBottom < table.headerTop &&
      other.table.left <= table.right &&
      table.left <= other.table.right,
  );
}

/** Stated amounts of the labour rows, summed by sheet. */
function labourBySheet(labour: readonly LabourReading[]): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const { sheet, statedAmount } of labour)
    sums.set(sheet, add(sums.get(sheet) ?? ZERO, fraction(statedAmount ?? 0)));
  return sums;
}

/** Tables of lines with the one right above each. */
function summed(budgets: readonly Part[]): SummedTable[] {
  const tables = new Map<Part, SummedTable>();
  for (const part of budgets) {
    const above = partAbove(part, budgets);
    tables.set(part, {
      sheet: part.table.grid.name,
      rows: part.rows as BudgetRows,
      above: (above === undefined ? null : tables.get(above)) ?? null,
    });
  }
  return [...tables.values()];
}

const CORPORATE =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益財団法人|公益社団法人|国立大学法人|学校法人|\(株\)|\(有\)|\(同\)/g;
const shortName = (name: string): string => compact(name).replace(CORPORATE, "");

/** The consortium member that the texts above a table or the sheet's name speak of. */
function titleMember(table: Table, members: readonly string[]): string | null {
  if (members.length === 0) return null;
  const texts = [...table.above.map((text) => text.text), table.grid.name];
  for (const text of texts) {
    const folded = compact(text);
    if (/代表構成員|代表事業者/.test(folded)) continue;
    const named = members.filter((member) => folded.includes(compact(member)));
    if (named.length === 1) return named[0] as string;
  }
  const place = shortName(table.grid.name);
  const byName = members.filter((member) => {
    const short = shortName(member);
    return short.length >= 2 && (place.includes(short) || (place.length >= 2 && short.includes(place)));
  });
  return byName.length === 1 ? (byName[0] as string) : null;
}

/** Lines with the index of their table among the sheet's. */
function placed(part: Part, pages: readonly Page[]): LineRead[] {
  const page = pages.find((candidate) => candidate.grid === part.table.grid);
  const index = page?.parts.indexOf(part) ?? 0;
  return (part.rows?.lines ?? []).map((read) =>
    index === 0 ? read : { ...read, line: { ...read.line, table: index } },
  );
}

function incomeOf(part: Part): IncomeReading[] {
  const title = compact(`${part.table.title ?? ""}${part.table.grid.name}`);
  return part.rows === null ? [] : readIncome(part.rows, /調達|資金|財源/.test(title) && !/収入/.test(title));
}

function factsOf(page: Page, date1904: boolean): Fact[] {
  if (page.skipped !== null && page.skipped !== "no-table") return [];
  const taken = page.parts.flatMap((part) => takenBy(part));
  return readFacts(page.grid, taken, page.units[0]?.scale ?? 1, date1904);
}

const ENTRIES: readonly RowRole[] = ["line", "subtotal", "total", "group"];

/** Header rows, and the rows of a table that are its own entries: no pairs stand there. */
function takenBy({ kind, table, rows }: Part): Taken[] {
  if (kind === "other" && rows === null) return [];
  const others = (rows?.roles ?? []).filter(({ role }) => !ENTRIES.includes(role));
  const { left, right, headerTop: top, lastRow: bottom } = table;
  return [{ left, right, top, bottom, free: new Set(others.map(({ row }) => row)) }];
}

/** What titles and notes around budget tables say of tax. */
function taxNotesOf(page: Page): (TextReading & { tax: Tax })[] {
  const found: (TextReading & { tax: Tax })[] = [];
  for (const part of page.parts) {
    if (part.kind !== "budget") continue;
    const texts = [
      ...part.table.above.map(({ row, column, text }) => ({ text, cell: { sheet: page.grid.name, row, column } })),
      ...(part.rows?.notes ?? []),
    ];
    for (const { text, cell } of texts) {
      const tax = taxOf(
        fold(text)
          .replace(/\s+/g, "")
          .replace(/消費税(?:額|等|及び地方消費税)*(?:は|を)?(?=抜|別|除|込|含)/g, "税")
          .replace(/税含まない|税含めない|税含まず/g, "税抜"),
      );
      if (tax !== null) found.push({ text: oneLine(text), cell, tax });
    }
  }
  return found;
}

function sheetReading(page: Page): SheetReading {
  return { sheet: page.sheet.name, tables: page.parts.map(tableReading), skipped: page.skipped };
}

function tableReading(part: Part): TableReading {
  const { table, rows } = part;
  return {
    kind: part.kind,
    title: table.title,
    headerTop: table.headerTop,
    headerBottom: table.headerBottom,
    firstRow: table.firstRow,
    lastRow: rows?.lastRow ?? table.lastRow,
    left: table.left,
    right: table.right,
    columns: part.columns.map(({ field, column, header }) => ({ field, column, header })),
    rows: rows?.roles ?? [],
    yenPerUnit: part.columns.find((column) => column.field.startsWith("amount"))?.scale ?? part.scale,
  };
}
