/** Small budgets as literals, checked through the engine's public entry. */
import { check, NO_DECISIONS } from "../../../src/core/check";
import type { Decisions, Waiver } from "../../../src/core/decisions/decision";
import type { DocumentRead } from "../../../src/core/documents/document";
import type { Finding, Fix } from "../../../src/core/judge/finding";
import type { Report } from "../../../src/core/report/report";
import type { Settings } from "../../../src/core/judge/settings";
import type { Cell, CellValue, Workbook } from "../../../src/core/workbook/workbook";
import { columnNumber } from "../../../src/core/workbook/workbook";
import { schemes } from "../../../src/schemes";

export interface Rich {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
  readonly struck?: boolean;
}
export type Value = CellValue | Rich;
export type Grid = readonly (readonly Value[])[];
/** Sheets by name, in order; rows and columns from A1. */
export type Book = Readonly<Record<string, Grid>>;

const isRich = (value: Value): value is Rich => typeof value === "object" && value !== null && "value" in value;

export const formula = (text: string, value: CellValue): Rich => ({ value, formula: text });

/** A date as spreadsheets keep it: "2025-06-01" → its serial number under a date format. */
export const day = (iso: string): Rich => ({
  value: Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569,
  format: "yyyy/m/d",
});

export function workbookOf(book: Book): Workbook {
  return {
    date1904: false,
    settings: {},
    sheets: Object.entries(book).map(([name, grid]) => ({
      name,
      visibility: "visible",
      merges: [],
      hiddenColumns: [],
      tables: [],
      rows: grid.map((values, row) => ({
        index: row + 1,
        hidden: false,
        cells: values.flatMap((value, column): Cell[] => {
          const rich = isRich(value) ? value : { value };
          if (rich.value === null && rich.formula === undefined) return [];
          return [
            {
              column: column + 1,
              value: rich.value,
              formula: rich.formula ?? null,
              format: rich.format ?? null,
              struck: rich.struck ?? false,
            },
          ];
        }),
      })),
    })),
  };
}

/** The columns of `budget`, A–O. */
const COLUMNS = [
  ["major", "大項目"],
  ["middle", "中項目"],
  ["item", "品名"],
  ["price", "単価"],
  ["quantity", "数量"],
  ["unit", "単位"],
  ["amount", "金額"],
  ["note", "備考"],
  ["vendor", "発注先"],
  ["address", "発注先所在地"],
  ["ordered", "発注日"],
  ["delivered", "納品日"],
  ["paid", "支払日"],
  ["method", "支払方法"],
  ["member", "構成員"],
] as const;

type Column = (typeof COLUMNS)[number][0];
export type LineLiteral = { readonly item: string } & Partial<Record<Column, Value>>;

/** Row of the first line. */
export const FIRST = 4;
export const SHEET = "予算";

const MAJORS: Readonly<Record<string, string>> = {
  "土木・建築工事費": "物品費",
  "機械装置等製作・購入費": "物品費",
  消耗品費: "物品費",
  "保守・改造修理費": "物品費",
  従業員費: "労務費",
  補助員費: "労務費",
};

export interface Layout {
  /** Replaces headers, e.g. { amount: "金額(税込)" }. */
  readonly headers?: Partial<Record<Column, string>>;
  readonly title?: string;
  readonly notes?: readonly string[];
  /** Rows below the lines, as they stand in the sheet. */
  readonly below?: Grid;
}

/** One line a row from row 4 on; the amount is price × quantity and the 大項目 follows the 中項目 unless given. */
export function budget(lines: readonly LineLiteral[], layout: Layout = {}): Grid {
  const rows = lines.map((line) => {
    const number = (value: Value | undefined) => (typeof value === "number" ? value : null);
    const quantity = line.quantity === undefined && line.price !== undefined ? 1 : line.quantity;
    const middle = line.middle;
    const filled: Partial<Record<Column, Value>> = {
      major: typeof middle === "string" && middle !== "" ? (MAJORS[middle] ?? "その他経費") : null,
      amount: number(line.price) === null ? null : Math.floor((number(line.price) ?? 0) * (number(quantity) ?? 1)),
      ...line,
      quantity: quantity ?? null,
    };
    return COLUMNS.map(([column]) => filled[column] ?? null);
  });
  return [
    [layout.title ?? "予算経費見込書"],
    [],
    COLUMNS.map(([column, header]) => layout.headers?.[column] ?? header),
    ...rows,
    ...(layout.below ?? []),
    ...(layout.notes ?? []).map((note): Value[] => [note]),
  ];
}

/** A workbook with the budget sheet first. */
export const book = (lines: readonly LineLiteral[], more: Book = {}, layout: Layout = {}): Book => ({
  [SHEET]: budget(lines, layout),
  ...more,
});

/** "G4" for the first line's amount. */
export const cell = (column: Column, line = 0): string =>
  `${String.fromCharCode(65 + COLUMNS.findIndex(([name]) => name === column))}${FIRST + line}`;

export const DEFAULT: Settings = { frame: "transformation" };

/** A budget of one line of outsourced work that names its grant, and what else is said of the application. */
export const budgetFor = (grant: string, frame: string, yen = 3_000_000, said: Grid = []): Book => ({
  申請情報: [["補助金名", grant], ["申請枠", frame], ...said],
  予算明細: [
    ["中項目", "品名", "金額"],
    ["外注費", "受発注システム調査", yen],
  ],
});

export const checked = (it: Book, settings: Settings = {}, decisions: Partial<Decisions> = {}): Report =>
  check(workbookOf(it), schemes, { ...DEFAULT, ...settings }, { ...NO_DECISIONS, ...decisions });

/** With estimates that were given beside the workbook. */
export const checkedWith = (papers: readonly DocumentRead[], it: Book, decisions: Partial<Decisions> = {}): Report =>
  check(workbookOf(it), schemes, DEFAULT, { ...NO_DECISIONS, ...decisions }, papers);

/** Without a frame but what the workbook states. */
export const asStated = (it: Book, settings: Settings = {}): Report => check(workbookOf(it), schemes, settings);

export const findingsOf = (report: Report, rule: string): readonly Finding[] =>
  report.findings.filter((finding) => finding.rule === rule);

/** Cells of a rule's findings, "予算!G4"; "予算" or "" where the finding names no cell or no sheet. */
export const cellsOf = (report: Report, rule: string): readonly string[] =>
  findingsOf(report, rule).map(({ sheet, cell: at }) => [sheet, at].filter((part) => part !== null).join("!"));

export const waiverOf = (finding: Pick<Finding, "rule" | "sheet" | "cell">): Waiver => ({
  rule: finding.rule,
  sheet: finding.sheet,
  cell: finding.cell,
  reason: "財団と協議済み",
  by: "経理課",
  date: "2025-05-20",
});

/** The book with the fixes' values typed into their cells. */
export function withFixes(it: Book, fixes: readonly Fix[]): Book {
  const sheets = Object.fromEntries(Object.entries(it).map(([name, grid]) => [name, grid.map((row) => [...row])]));
  for (const { sheet, cell: at, value } of fixes) {
    const place = /^([A-Z]+)(\d+)$/.exec(at);
    const grid = sheets[sheet];
    const row = grid?.[Number(place?.[2]) - 1];
    if (place === null || row === undefined) throw new Error(`no such cell: ${sheet}!${at}`);
    const column = columnNumber(place[1] ?? "") - 1;
    while (row.length < column) row.push(null);
    row[column] = value;
  }
  return sheets;
}
