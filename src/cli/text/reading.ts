/** How every sheet was read, so that a person can see a misreading. */
import { cellName, columnName } from "../../core/workbook/workbook";
import type { BudgetReading, Fact, RowRole, SheetReading, TableReading } from "../../core/read/reading";
import { figure } from "../../messages/message";
import { skippedText } from "../../messages/reading";
import { doubtText, provenText } from "../../messages/trace";
import { fieldNames, tableNames } from "../../messages/tables";
import { paragraph, pick, section, type Page } from "./page";

export function reading(page: Page, { sheets, facts, trace }: BudgetReading): string[] {
  return section(page, pick(page, "シートの読み取り", "How the sheets were read"), [
    ...paragraph(page, "  ", provenText(trace, page.lang), 2),
    ...trace.doubts.flatMap((doubt) => paragraph(page, pick(page, "  ・", "  - "), doubtText(doubt, page.lang), 4)),
    ...sheets.flatMap((sheet) =>
      sheetLines(
        page,
        sheet,
        facts.filter(({ cell }) => cell.sheet === sheet.sheet),
      ),
    ),
  ]);
}

function sheetLines(page: Page, { sheet, tables, skipped }: SheetReading, facts: readonly Fact[]): string[] {
  const used = tables.filter(({ kind }) => kind !== "application");
  const isUsed = used.length > 0 || facts.length > 0;
  if (!isUsed || (skipped !== null && skipped !== "no-table"))
    return [`  ${quoted(page, sheet)}  ${skippedText(skipped, page.lang)}`];
  return [...used.flatMap((table) => tableLines(page, sheet, table)), ...factLines(page, sheet, facts)];
}

/** 申請情報: what it says, and where. */
function factLines(page: Page, sheet: string, facts: readonly Fact[]): string[] {
  if (facts.length === 0) return [];
  const said = facts.map(({ label, text, cell }) => `${cellName(cell.row, cell.column)} ${label} ${text}`);
  return [
    `  ${quoted(page, sheet)}  ${tableNames[page.lang].application}`,
    ...paragraph(page, "    ", said.join(pick(page, "、", ", ")), 4),
  ];
}

const quoted = (page: Page, sheet: string): string => pick(page, `「${sheet}」`, `"${sheet}"`);

function tableLines(page: Page, sheet: string, table: TableReading): string[] {
  const area = `${columnName(table.left)}${table.headerTop}:${columnName(table.right)}${table.lastRow}`;
  const unit =
    table.yenPerUnit === 1
      ? ""
      : pick(page, `、単位 ${figure(table.yenPerUnit, 3)}円`, `, in ${figure(table.yenPerUnit, 3)} yen`);
  const header =
    table.headerTop === table.headerBottom
      ? pick(page, `見出し${table.headerTop}行目`, `header row ${table.headerTop}`)
      : pick(
          page,
          `見出し${table.headerTop}–${table.headerBottom}行目`,
          `header rows ${table.headerTop}-${table.headerBottom}`,
        );
  const roles = ROLES.flatMap(([role, ja, en]) => {
    const rows = table.rows.filter((row) => row.role === role).map(({ row }) => row);
    return rows.length === 0
      ? []
      : [pick(page, `${ja}${rows.length}行（${ranges(rows)}行目）`, `${en} ${rows.length} (${ranges(rows)})`)];
  });
  const columns = table.columns.map(({ field, column }) => `${columnName(column)} ${fieldNames[page.lang][field]}`);
  return [
    `  ${quoted(page, sheet)} ${area}  ${tableNames[page.lang][table.kind]}${unit}`,
    ...paragraph(page, "    ", [header, ...roles].join(" / "), 4),
    ...(columns.length === 0
      ? []
      : paragraph(
          page,
          pick(page, "    列  ", "    columns  "),
          columns.join(pick(page, "、", ", ")),
          pick(page, 8, 13),
        )),
  ];
}

const ROLES: readonly (readonly [RowRole, string, string])[] = [
  ["line", "明細", "lines"],
  ["subtotal", "小計", "subtotals"],
  ["total", "合計", "totals"],
  ["tax", "消費税", "tax rows"],
  ["funding", "補助金・自己負担など", "grant and funding rows"],
  ["breakdown", "内訳", "breakdowns"],
  ["group", "区分見出し", "group headings"],
  ["note", "注記", "notes"],
  ["other", "その他", "other"],
];

/** [5, 6, 7, 9] → "5–7, 9" */
function ranges(rows: readonly number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    // Several lines may stand in one row.
    if (last !== undefined && (last.to === row || last.to + 1 === row)) last.to = row;
    else parts.push({ from: row, to: row });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
