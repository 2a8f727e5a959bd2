/** Reads a workbook however it was drawn, in passes: sheets → tables → columns → rows → sums → relations → records → application. */

import { add, fraction, ZERO, type Fraction } from "../money/fraction";
import type { ColumnChoice } from "../decisions/decision";
import { fiscalYear } from "../text/date";
import { compact } from "../text/fold";
import { Grid, textOf } from "../workbook/grid";
import { NOWHERE, type Workbook } from "../workbook/workbook";
import { accountOf } from "./account";
import { factsOf } from "./application/pages";
import { atMarkedRate } from "./application/reduced-rate";
import { taxNotesOf } from "./application/tax-notes";
import { assignFields } from "./columns/assign";
import { Profiles } from "./columns/profile";
import { paysByRow } from "./columns/proven-wages";
import { monthsOf } from "./columns/table-use";
import type { FieldColumn } from "./columns/field-column";
import { memberColumns, type MemberColumn } from "./columns/member-columns";
import { chooseAmount, isSettled } from "./columns/choose-amount";
import type {
  BudgetReading,
  IncomeReading,
  LabourReading,
  MemberReading,
  SheetReading,
  TableKind,
  TableReading,
} from "./reading";
import type { Field } from "./field";
import type { ReadingHints } from "./reading-hints";
import { readEstimates } from "./records/estimates";
import { labourTotals } from "./records/labour-totals";
import { isNamedByThePast } from "./relations/past";
import { readIncome } from "./records/income";
import type { LineRead } from "./records/lines";
import { shownText } from "./records/values";
import {
  areOfLabourSheet,
  arePaidIn,
  joinMonths,
  readLabour,
  readMembers,
  readMonths,
  readTeam,
  readTeamChart,
  type PeopleContext,
} from "./records/people";
import { sidewaysLabour } from "./records/sideways";
import { blankForm } from "./relations/order-forms";
import { oldWages } from "./relations/old-wages";
import { relate } from "./relations/relate";
import { NO_HEADING, readBudgetRows, type BudgetContext, type BudgetRows } from "./rows/read";
import type { ChosenRow, ChosenRows } from "./rows/table-rows";
import { inPlace, rowRead } from "./sheets/in-place";
import { filledForms } from "./sheets/forms";
import { coloursRead, legendsFor } from "./sheets/legends-read";
import { openPage } from "./sheets/open";
import { sumsAcross } from "./sums/sums-across";
import { totalRows, type SummedTable } from "./sums/totals";
import { totalsOutside } from "./sums/totals-outside";
import type { Table } from "./tables/table";
import { pricedList, provenList, titledList } from "./tables/headless";
import {
  headingsAbove,
  memberOf,
  partBefore,
  sumsAbove,
  sumsOfPagesBefore,
  titleCategory,
  type Page,
  type Part,
} from "./tables/part";
import { traceOf } from "./trace";
import { Categories } from "./words/categories";
import { Labels } from "./words/labels";
import { roleIn } from "./words/members";
/**
 * @param choices how a person corrected the reading of a sheet
 * @param hints what the scheme says of categories, tax and period
 * @param chosen what a person said of single rows
 */
export function readBudget(
  workbook: Workbook,
  choices: readonly ColumnChoice[],
  hints: ReadingHints,
  chosen: readonly ChosenRow[] = [],
): BudgetReading {
  const reading = readDrawn(workbook, choices, hints, chosen);
  const holdsNothing = reading.lines.length === 0 && (reading.totals.length === 0 || reading.labour.length > 0);
  const titled = headlessIn(workbook, reading, titledList);
  const lists = (): ColumnChoice[] => {
    const proven = headlessIn(workbook, reading, provenList);
    return proven.length > 0 ? proven : headlessIn(workbook, reading, pricedList);
  };
  const found = titled.length > 0 ? titled : holdsNothing || hasWrongTotal(reading) ? lists() : [];
  if (found.length === 0) return reading;
  const withLists = readDrawn(workbook, [...choices, ...found], hints, chosen);
  return titled.length > 0 || holdsNothing || withLists.trace.proven ? withLists : reading;
}

/** 物と人 on the second sheet may be what a list on the first comes to as well. */
const hasWrongTotal = ({ trace, totals }: BudgetReading): boolean => !trace.proven && totals.length > 0;

/** Where no header says what is a budget, lists that are said to be applied for, or right by their own totals, are. */
function headlessIn({ sheets }: Workbook, reading: BudgetReading, listIn: typeof provenList): ColumnChoice[] {
  return sheets.flatMap((sheet, index): ColumnChoice[] => {
    const isOpen = sheet.visibility === "visible" && reading.sheets[index]?.skipped === "no-table";
    const columns = isOpen ? listIn(new Grid(sheet)) : null;
    return columns === null ? [] : [{ sheet: sheet.name, use: true, columns, kind: "budget" }];
  });
}

function readDrawn(
  workbook: Workbook,
  choices: readonly ColumnChoice[],
  hints: ReadingHints,
  chosen: readonly ChosenRow[],
): BudgetReading {
  const categories = new Categories(hints.categoryWords);
  const forms = filledForms(workbook.sheets);
  const pages = workbook.sheets.map((sheet) => openPage(sheet, choices, categories, hints, forms.has(sheet)));
  const parts = pages.flatMap((page) => page.parts);
  const used = (): Part[] => pages.flatMap((page) => (isUsed(page) ? page.parts : []));
  const of = (kind: TableKind): Part[] => used().filter((part) => part.kind === kind);

  const listed = [
    ...of("members").flatMap((part) => readMembers(part.table, part.columns)),
    ...used().flatMap((part) => membersBesideAmounts(part, categories, hints)),
  ];
  const byMember = new Map(used().map((part) => [part, memberColumns(part.table, listed)]));
  const members =
    listed.length > 0 ? listed : of("budget").flatMap((part) => namedMembers(part, byMember.get(part) ?? []));
  const memberNames = [...new Set(members.map((member) => member.name))];
  const labels = new Labels(categories, new Set(memberNames.map(compact)));
  for (const part of [...of("budget"), ...of("labour")]) part.columns = withMembers(part, memberNames);
  const namedInBudgets = memberNames.length > 0 ? [] : membersOfLines(of("budget"));
  const peopleContext = (part: Part): PeopleContext => ({
    scale: part.scale,
    date1904: workbook.date1904,
    within: hints.period ?? fiscalYear([part.table.title, ...part.table.above.map((text) => text.text)].join(" ")),
    member: memberOf(part, parts, memberNames),
    members: memberNames.length > 0 ? memberNames : namedInBudgets,
  });
  // Where nobody else says what they come to, the hours of each month that are priced are the wages; what was paid is not.
  if (of("labour").length === 0)
    for (const part of of("hours").filter(({ table }) => paysByRow(table))) {
      const columns = assignFields(new Profiles(part.table, categories), "labour", hints.taxTreatment);
      if (columns.some(({ field }) => field === "amount")) [part.kind, part.columns] = ["labour", columns];
    }
  const paid = of("labour").map((part) => ({
    part,
    rows: readLabour(part.table, part.columns, peopleContext(part)),
  }));
  const outdated = oldWages(paid, pages);
  for (const [part, reason] of outdated) [part.kind, part.setAside] = ["other", reason];
  const allPaid = paid.flatMap(({ part, rows }) => (outdated.has(part) ? [] : rows));
  const listedAgain = paid.filter(({ rows }) => areOfLabourSheet(rows, allPaid));
  for (const { part } of listedAgain) {
    part.kind = "budget";
    part.columns = withMembers(
      { ...part, columns: assignFields(new Profiles(part.table, categories), "budget", hints.taxTreatment) },
      memberNames,
    );
  }
  const inForce = paid.filter((one) => !listedAgain.includes(one) && !outdated.has(one.part));
  const ofBlocks = inForce.filter(({ part }) => isOfBlocks(part, pages));
  const ofLists = inForce.filter((one) => !ofBlocks.includes(one)).flatMap(({ rows }) => rows);
  const wagesOf = inForce.filter((one) => !ofBlocks.includes(one) || !arePaidIn(one.rows, ofLists));
  const labour = [
    ...wagesOf.flatMap(({ rows }) => rows),
    ...pages.flatMap((page) => sidewaysLabour(page, categories, hints, peopleContext)),
  ];
  const wages = labour.reduce((sum, row) => sum + (row.statedAmount ?? 0), 0);
  for (const part of parts) {
    if (part.kind !== "budget" && part.kind !== "income" && part.kind !== "summary") continue;
    const category = titleCategory(part.table, categories);
    const context: BudgetContext = {
      categories,
      labels,
      members: memberNames,
      taxTreatment: hints.taxTreatment,
      date1904: workbook.date1904,
      period: hints.period ?? null,
      scale: part.scale,
      category,
      inherited: category?.level === "middle" ? headingsAbove(part, parts) : NO_HEADING,
      member: memberOf(part, parts, memberNames),
      byMember: byMember.get(part) ?? [],
      funds: part.kind === "income",
      sums: {
        above: sumsAbove(part, parts),
        outside: wages === 0 ? [] : [wages],
        pages: sumsOfPagesBefore(part, parts),
      },
      chosen: chosenIn(part, pages, chosen),
      legends: legendsFor(part, pages),
    };
    part.context = context;
    if (!isSettled(part)) chooseAmount(part, context, hints.taxTreatment);
    part.rows = readBudgetRows(part.table, part.columns, context);
    if (!hasAmounts(part)) {
      part.rows = blankForm(part);
      if (part.rows === null) part.kind = "other";
    }
  }
  const { repeats, pricesAlone } = relate(pages, workbook, categories, wages, hints.plainness);

  const budgets = of("budget");
  const lines = pages.flatMap((page) =>
    atMarkedRate(
      budgets.filter(({ table }) => table.grid === page.grid).flatMap((part) => placed(part, pages)),
      page,
    ),
  );
  const outside = totalsOutside(budgets, pages);
  const totals = [
    ...totalRows(summed(budgets), labourBySheet(labour)),
    ...outside.map(({ total }) => total),
    ...budgets.flatMap(sumsAcross),
    ...wagesOf.flatMap(({ part, rows }) => labourTotals(part.table, part.columns, part.scale, rows, labour, lines)),
    ...repeats,
  ];
  const reading: BudgetReading = {
    sheets: pages.map(sheetReading),
    lines: lines.map(({ line }) => line),
    totals,
    labour,
    months: joinMonths(
      [...of("hours"), ...of("labour").filter(tellsMonths)].flatMap((part) =>
        readMonths(part.table, part.columns, peopleContext(part)),
      ),
    ),
    members,
    pricesAlone: pricesAlone.flatMap(({ table, rows }) => {
      const lines = rows?.lines ?? [];
      const yen = lines.reduce((sum, { line }) => sum + (line.amount ?? 0), 0);
      return yen === 0 ? [] : [{ sheet: table.grid.name, of: lines.length, yen }];
    }),
    undivided: [...budgets.flatMap(undividedIn), ...divisionsBeside(lines, byMember, budgets)],
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
    income: of("income").flatMap((part) => (isNamedByThePast(part) ? [] : incomeOf(part))),
    taxNotes: pages.flatMap(taxNotesOf),
    account: accountOf(pages),
    colours: coloursRead(pages),
    trace: traceOf(budgets, totals, outside, pages),
  };
  return inPlace(reading, pages);
}

/** 構成員名 | 申請者区分 | 役割 | 補助対象経費: a summary of the members' cost says as well who they are. */
function membersBesideAmounts(
  { table, kind }: Part,
  categories: Categories,
  { taxTreatment }: ReadingHints,
): ReturnType<typeof readMembers> {
  const first = table.columns.map(({ meaning }) => meaning?.fields[0]);
  if ((kind !== "budget" && kind !== "summary") || !first.includes("class")) return [];
  if (!first.includes("member") && !first.includes("name")) return [];
  return readMembers(table, assignFields(new Profiles(table, categories), "members", taxTreatment)).filter(
    ({ classText }) => classText !== null,
  );
}

/** Where no list says who they are: 代表構成員 | 構成員A over what each bears. */
function namedMembers({ table }: Part, columns: readonly MemberColumn[]): MemberReading[] {
  const [sheet, row] = [table.grid.name, table.headerBottom];
  return columns.flatMap(({ member: name }) =>
    name === null ? [] : [{ sheet, row, name, classText: null, role: roleIn(name) }],
  );
}

function undividedIn({ table, rows, context }: Part): BudgetReading["undivided"] {
  const lines = (rows?.lines ?? []).filter(({ isUndivided }) => isUndivided);
  const headers = (context?.byMember ?? []).map(({ header }) => header);
  return lines.length === 0 ? [] : [{ sheet: table.grid.name, headers, rows: lines.map(({ line }) => line.row) }];
}

/** Tables that do not count divide the whole among members, and no line does. */
function divisionsBeside(
  lines: readonly LineRead[],
  byMember: ReadonlyMap<Part, readonly MemberColumn[]>,
  budgets: readonly Part[],
): BudgetReading["undivided"] {
  if (lines.some(({ line }) => line.member !== null || line.byMember !== undefined)) return [];
  return [...byMember].flatMap(([part, columns]) =>
    budgets.includes(part) || part.rows === null || columns.length === 0
      ? []
      : [{ sheet: part.table.grid.name, headers: columns.map(({ header }) => header), rows: [] }],
  );
}

/** 申請者, 担当機関: whatever its header says, a column of nothing but members' names says whose the lines are. */
function withMembers({ table, columns }: Part, members: readonly string[]): readonly FieldColumn[] {
  if (members.length < 2 || columns.some(({ field }) => field === "member")) return columns;
  const names = new Set(members.map(compact));
  const isMembers = ({ column, text, meaning }: Table["columns"][number]): boolean => {
    if (text === "" || (meaning !== null && meaning.fields.length > 0 && !MAY_BE_MEMBERS.has(meaning.fields[0])))
      return false;
    const said = table.grid
      .rowsBetween(table.firstRow, table.lastRow)
      .flatMap(({ index }) => textOf(table.grid.own(index, column)) ?? []);
    return said.length >= 2 && said.every((name) => names.has(compact(name)));
  };
  const found = table.columns.find(isMembers);
  if (found === undefined) return columns;
  const { column, right, text: header } = found;
  const member: FieldColumn = { field: "member", column, right, header, tax: null, scale: null };
  return [...columns.filter((other) => other.column !== column), member].sort((a, b) => a.column - b.column);
}

/** Headers of names that may be those of members. */
const MAY_BE_MEMBERS: ReadonlySet<Field | undefined> = new Set<Field | undefined>([
  "vendor",
  "person",
  "name",
  "position",
  "role",
  "note",
]);

/** Of a budget with a column of members. */
function membersOfLines(budgets: readonly Part[]): string[] {
  const names = budgets.flatMap(({ table, columns }) => {
    const column = columns.find(({ field }) => field === "member")?.column;
    return column === undefined
      ? []
      : table.grid
          .rowsBetween(table.firstRow, table.lastRow)
          .map(({ index }) => shownText(table.grid.own(index, column)));
  });
  return [...new Set(names.filter((name) => name !== null))];
}

/** Months beside each other, or a column of them. */
const tellsMonths = ({ table, columns }: Part): boolean =>
  monthsOf(table) >= 2 || columns.some(({ field }) => field === "month");

const isUsed = ({ skipped }: Page): boolean => skipped === null || skipped === "no-table";

/** A column of amounts, or prices and counts that make them. */
const hasAmounts = ({ columns }: Part): boolean =>
  columns.some(({ field }) => field.startsWith("amount")) ||
  (columns.some(({ field }) => field.startsWith("unitPrice")) && columns.some(({ field }) => field === "quantity"));

function chosenIn(part: Part, pages: readonly Page[], chosen: readonly ChosenRow[]): ChosenRows {
  const own = chosen.filter(({ sheet, table }) => sheet === part.table.grid.name && table === indexOf(part, pages));
  const page = pages.find(({ grid }) => grid === part.table.grid) as Page;
  const { left, right } = part.table;
  return new Map(own.map((choice) => [rowRead(page, choice.cell, left, right), choice.as]));
}

/** Labour told person by person in blocks or sheets. */
const isOfBlocks = ({ table }: Part, pages: readonly Page[]): boolean =>
  pages.some(({ grid, persons }) => grid === table.grid && persons === table.headerTop);

/** Its place among the tables of its sheet. */
const indexOf = (part: Part, pages: readonly Page[]): number =>
  pages.find(({ grid }) => grid === part.table.grid)?.parts.indexOf(part) ?? 0;

/** Stated amounts of the labour rows, summed by sheet. */
function labourBySheet(labour: readonly LabourReading[]): Map<string, Fraction> {
  const sums = new Map<string, Fraction>();
  for (const { sheet, statedAmount } of labour)
    sums.set(sheet, add(sums.get(sheet) ?? ZERO, fraction(statedAmount ?? 0)));
  return sums;
}

/** Tables of lines with the one before each. */
function summed(budgets: readonly Part[]): SummedTable[] {
  const tables = new Map<Part, SummedTable>();
  for (const part of budgets) {
    const above = partBefore(part, budgets);
    tables.set(part, {
      sheet: part.table.grid.name,
      rows: part.rows as BudgetRows,
      above: (above === undefined ? null : tables.get(above)) ?? null,
    });
  }
  return [...tables.values()];
}

/** Lines with the index of their table among the sheet's. */
function placed(part: Part, pages: readonly Page[]): LineRead[] {
  const index = indexOf(part, pages);
  return (part.rows?.lines ?? []).map((read) =>
    index === 0 ? read : { ...read, line: { ...read.line, table: index } },
  );
}

function incomeOf(part: Part): IncomeReading[] {
  const title = compact(`${part.table.title ?? ""}${part.table.grid.name}`);
  return part.rows === null ? [] : readIncome(part.rows, /調達|資金|財源/.test(title) && !/収入/.test(title));
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
    columns: [...part.columns, ...marksRead(part)].flatMap(({ field, column, header }) =>
      column === NOWHERE ? [] : [{ field, column, header }],
    ),
    rows: rows?.roles ?? [],
    yenPerUnit: part.columns.find((column) => column.field.startsWith("amount"))?.scale ?? part.scale,
  };
}

/** The column whose marks leave rows out, where it is for nothing else. */
function marksRead({ table, columns, rows }: Part): TableReading["columns"] {
  const isFree = (at: number): boolean => !columns.some(({ column, right }) => at >= column && at <= right);
  return (rows?.leftOut ?? []).flatMap(({ column, isInForce }) =>
    column !== undefined && isInForce && isFree(column)
      ? [{ field: "counted", column, header: table.columns.find((one) => one.column === column)?.text ?? "" }]
      : [],
  );
}
