/**
 * The sheet 時給単価の計算: how each person's hourly rate and amount come about, as formulas over the figures that the
 * application states, for the papers that are kept or handed in.
 */
import type { LabourRow } from "../../core/report/report";
import type { ReportShown } from "../../core/report/shown";
import { LABOUR_BASIS_TITLES } from "../../core/workbook/own-sheets";
import type { Scheme } from "../../core/scheme/scheme";
import { Draft } from "../summary/draft";
import type { SheetModel } from "../summary/model";
import { HOURS, Page, relative, YEN } from "../summary/page";
import { atOnce } from "../summary/at-once";
import { labour } from "../summary/tables";
import type { SummaryWords } from "../summary/words";
import { printed } from "../summary/print";

/** Characters; A to N, as on the summary sheet, whose table of wages this is. */
const WIDTHS = [5, 13, 26, 16, 12, 12, 12, 11, 10, 11, 11, 9, 12, 12];

export function labourBasis(report: ReportShown, scheme: Scheme, words: SummaryWords, lang: "ja" | "en"): SheetModel {
  const page = new Page(WIDTHS);
  const draft = new Draft(page, report, scheme, words, []);
  page.put(1, LABOUR_BASIS_TITLES[lang], { style: "title" });
  page.makeTall(1, 26);
  page.next();
  page.put(1, [words.pick(scheme.name), words.unit].join(" ・ "), { style: "subtitle" });
  page.next(2);
  labour(draft);
  months(draft);
  const { cells, area, rowHeights } = atOnce(page.finish());
  return {
    name: words.labour.sheet,
    // Where a figure stands is told, and nothing more: the sheet is the user's from now on.
    cells: cells.map((cell) => (cell.link === null ? cell : { ...cell, link: null, style: "text" })),
    area,
    merges: page.merges,
    columns: WIDTHS.map((width, index) => ({ column: index + 1, width })),
    rowHeights,
    chart: null,
    table: null,
    print: printed(area, {
      product: words.product,
      repeat: { top: 1, bottom: 1 },
      breaks: page.breaks(area.bottom),
    }),
  };
}

/** Month by month: rate × hours, no more than what was really paid. */
function months({ page, report, words }: Draft): void {
  const rows = report.labour.flatMap((row) => row.months.map((month) => ({ row, month })));
  if (rows.length === 0) return;
  const say = words.labour;
  page.heading(say.months);
  page.header([
    [words.lines.place, 1, 2],
    [say.person, 3],
    [say.month, 4],
    [say.rate, 5],
    [say.hours, 6],
    [say.amount, 7],
    [say.paid, 8, 9],
    [say.eligible, 10, 11],
  ]);
  for (const { row, month } of rows) {
    const cell = (column: number): string => relative(page.row, column);
    const rate = allowedRate(row);
    page.put(1, `${month.sheet}!${month.row}`, { style: "text", to: 2 });
    page.put(3, row.person, { style: "textWrap" });
    page.put(4, month.month ?? "", { style: "text" });
    page.put(5, rate ?? "", { style: "number", format: YEN });
    page.put(6, month.hours ?? "", { style: "number", format: HOURS });
    const computed = month.computed;
    if (computed === null) page.put(7, "", { style: "number" });
    else {
      const worked = { formula: () => `ROUNDDOWN(ROUND(${cell(5)}*${cell(6)},6),0)`, value: worth(rate, month.hours) };
      page.figure(7, worked, computed, { style: "number" });
    }
    page.put(8, month.payPaid ?? "", { style: "number", format: YEN, to: 9 });
    if (month.allowed === null) page.put(10, "", { style: "number", to: 11 });
    else {
      const least = month.payPaid === null ? (computed ?? NaN) : Math.min(computed ?? NaN, month.payPaid);
      const formula = (): string => (month.payPaid === null ? cell(7) : `MIN(${cell(7)},${cell(8)})`);
      page.figure(10, { formula, value: least }, month.allowed, { style: "number", to: 11 });
    }
    page.next();
  }
  page.next();
}

const allowedRate = ({ rate, statedRate }: LabourRow): number | null =>
  rate === null ? statedRate : statedRate === null ? rate : Math.min(rate, statedRate);

const worth = (rate: number | null, hours: number | null): number =>
  Math.floor(Number(((rate ?? NaN) * (hours ?? NaN)).toFixed(6)));
