/** The tables of figures: items, labour, and the lines that everything sums. */
import type { LabourRow } from "../../core/report/report";
import { fromNumber } from "../../core/money/fraction";
import type { Area, CellRef } from "../../core/workbook/workbook";
import type { Draft } from "./draft";
import type { SummaryItem } from "./items";
import type { ModelChart, ModelTable } from "./model";
import { absoluteArea, absoluteCell, inSheet } from "../../core/workbook/addresses";
import { sumWhere, HOURS, literal, PERCENT, relative, YEN, type Figure } from "./page";
import { sumByName } from "./calculation";

/** Rows that the chart needs beside the table of items. */
const CHART_ROWS = 13;

/** @returns the chart of what the eligible cost is made of, null without any item */
export function categories(draft: Draft): ModelChart | null {
  const { page, report, words, scheme, items } = draft;
  if (report.totals === null) return null;
  const say = words.categories;
  const { byMiddle, eligible } = report.totals;
  const majorOf = new Map(scheme.categories.map((category) => [category.middle, category.major]));
  const named = Object.keys(byMiddle);
  const nameless = items.some(({ name }) => name === null);
  if (named.length === 0 && !nameless) return null;

  const top = page.row;
  page.heading(say.heading);
  const header = page.row;
  page.header([
    [say.major, 1, 2],
    [say.middle, 3],
    [say.claimed, 4],
    [say.eligible, 5],
    [say.share, 6],
  ]);
  const first = page.row;
  const last = first + named.length + (nameless ? 1 : 0) - 1;
  const total = { claimed: relative(last + 1, 4), eligible: relative(last + 1, 5) };
  const row = (major: string, name: string, yen: number, figure: (range: "claimed" | "eligible") => Figure): void => {
    const cell = relative(page.row, 5);
    page.put(1, major, { style: "text", to: 2 });
    page.paragraph(3, name, { style: "textWrap" });
    const claimed = figure("claimed");
    page.figure(4, claimed, claimed.value, { style: "number" });
    page.figure(5, figure("eligible"), yen, { style: "number" });
    page.figure(6, share(cell, total.eligible, yen, eligible), eligible === 0 ? 0 : yen / eligible, {
      style: "number",
      format: PERCENT,
    });
    page.next();
  };
  for (const name of named)
    row(majorOf.get(name) ?? majorOfItem(items, name) ?? "", name, byMiddle[name] ?? 0, (of) =>
      of === "eligible" ? sumByName(draft, [name]) : claimedByName(draft, name),
    );
  if (nameless)
    row(
      "",
      say.none,
      draft.eligible(({ name }) => name === null),
      (of) => withoutName(draft, of),
    );
  const sum = (column: number, value: number): Figure => ({
    formula: () => `SUM(${relative(first, column)}:${relative(last, column)})`,
    value,
  });
  const claimedTotal = items.reduce((all, { claimed }) => all + (claimed ?? 0), 0);
  page.put(1, say.total, { style: "total", to: 3 });
  page.figure(4, sum(4, claimedTotal), claimedTotal, { style: "totalNumber" });
  page.figure(
    5,
    sum(
      5,
      draft.eligible(() => true),
    ),
    eligible,
    { style: "totalNumber" },
  );
  page.put(6, "", { style: "totalNumber" });
  page.next();
  for (const [major, yen] of Object.entries(report.totals.byMajor)) {
    const groups = `${relative(first, 1)}:${relative(last, 1)}`;
    const formula = (): string => sumWhere(`${relative(first, 5)}:${relative(last, 5)}`, groups, major);
    page.put(1, say.totalOf(major), { style: "text", to: 4 });
    page.figure(5, { formula, value: draft.eligible((item) => item.major === major) }, yen, { style: "number" });
    page.figure(6, share(relative(page.row, 5), total.eligible, yen, eligible), eligible === 0 ? 0 : yen / eligible, {
      style: "number",
      format: PERCENT,
    });
    page.next();
  }
  const bottom = Math.max(page.row, top + CHART_ROWS);
  page.row = bottom + 1;
  page.keepTogether(top);
  return {
    title: say.chart,
    categories: { top: first, left: 3, bottom: last, right: 3 },
    values: { top: first, left: 5, bottom: last, right: 5 },
    seriesName: { row: header, column: 5 },
    place: { top: top + 1, left: 8, bottom, right: 14 },
  };
}

const share = (cell: string, total: string, yen: number, all: number): Figure => ({
  formula: () => `IF(${total}=0,0,${cell}/${total})`,
  value: all === 0 ? 0 : yen / all,
});

const majorOfItem = (items: readonly SummaryItem[], wanted: string): string | null =>
  items.find(({ name }) => name === wanted)?.major ?? null;

function claimedByName(draft: Draft, wanted: string): Figure {
  return {
    formula: () => sumWhere(draft.at("lines.claimed"), draft.at("lines.name"), wanted),
    value: draft.items.reduce((sum, { name, claimed }) => sum + (name === wanted ? (claimed ?? 0) : 0), 0),
  };
}

/** Lines of no item carry the word for it in the line table. */
function withoutName(draft: Draft, of: "claimed" | "eligible"): Figure {
  return {
    formula: () => sumWhere(draft.at(`lines.${of}`), draft.at("lines.name"), draft.words.categories.none),
    value: draft.items.reduce((sum, item) => sum + (item.name === null ? (item[of] ?? 0) : 0), 0),
  };
}

export function labour(draft: Draft): void {
  const { page, report, words } = draft;
  if (report.labour.length === 0) return;
  const say = words.labour;
  page.heading(say.heading);
  page.header([
    [words.lines.no, 1],
    [words.lines.place, 2],
    [say.person, 3],
    [say.kind, 4],
    [say.basePay, 5],
    [say.allowances, 6],
    [say.excluded, 7],
    [say.welfare, 8],
    [say.scheduledHours, 9],
    [say.rate, 10],
    [say.statedRate, 11],
    [say.hours, 12],
    [say.amount, 13],
    [say.eligible, 14],
  ]);
  const first = page.row;
  for (const [index, row] of report.labour.entries()) page.tableRow(() => labourRow(draft, row, index + 1));
  const last = page.row - 1;
  const sum = (column: number, value: number): Figure => ({
    formula: () => `SUM(${relative(first, column)}:${relative(last, column)})`,
    value,
  });
  const amount = report.labour.reduce((all, row) => all + (row.amount ?? 0), 0);
  const eligible = report.labour.reduce((all, row) => all + row.eligibleAmount, 0);
  page.put(1, say.total, { style: "total", to: 12 });
  page.figure(13, sum(13, amount), amount, { style: "totalNumber" });
  page.figure(14, sum(14, eligible), eligible, { style: "totalNumber" });
  page.next();
  page.put(1, say.note, { style: "note" });
  page.next(2);
}

function labourRow(draft: Draft, row: LabourRow, number: number): void {
  const { page } = draft;
  const { parts } = row;
  const excluded = (parts.overtime ?? 0) + (parts.bonus ?? 0) + (parts.oneOffPay ?? 0);
  const cell = (column: number): string => relative(page.row, column);
  const pay = (column: number, yen: number | null): void =>
    page.put(column, yen ?? "", { style: "number", format: YEN });
  page.put(1, number, { style: "number" });
  page.put(2, placeName(row), { style: "link", link: { sheet: row.sheet, row: row.row, column: 1 } });
  page.paragraph(3, row.position === null ? row.person : `${row.person}（${row.position}）`, { style: "textWrap" });
  page.paragraph(4, row.kind, { style: "textWrap" });
  pay(5, parts.basePay);
  pay(6, parts.allowances);
  pay(7, excluded === 0 ? null : excluded);
  pay(8, parts.welfare);
  page.put(9, parts.scheduledHours ?? "", { style: "number", format: HOURS });
  if (row.rate === null) page.put(10, "", { style: "number" });
  else page.figure(10, rateFigure(row, excluded, cell), row.rate, { style: "number" });
  pay(11, row.statedRate);
  page.put(12, row.hours ?? "", { style: "number", format: HOURS });
  if (row.amount === null) page.put(13, "", { style: "number" });
  else page.figure(13, amountFigure(row, cell), row.amount, { style: "number" });
  const amountCell = cell(13);
  const kept = { formula: () => amountCell, value: row.amount ?? 0 };
  page.figure(14, row.amount === null ? null : kept, row.eligibleAmount, { style: "number" });
}

/** Pay that does not count stands beside the allowances, or (headed うち…) inside them. */
function rateFigure(row: LabourRow, excluded: number, cell: (column: number) => string): Figure | null {
  const { basePay, allowances, welfare, scheduledHours } = row.parts;
  if (basePay === null || scheduledHours === null || scheduledHours <= 0) return null;
  const inside = row.insideAllowances.reduce((all, kind) => all + (row.parts[kind] ?? 0), 0);
  const hours = wholeHours(scheduledHours);
  const taken = inside === 0 ? "" : inside === excluded ? `-${cell(7)}` : `-${inside}`;
  const dividend = `(${cell(5)}+${cell(6)}+${cell(8)}${taken})${hours.scale === 1 ? "" : `*${hours.scale}`}`;
  const yen = basePay + (allowances ?? 0) + (welfare ?? 0) - inside;
  const formula = `ROUNDDOWN(${dividend}/${scaledHours(cell(9), hours.scale)},0)`;
  return {
    formula: () => formula,
    value: Math.floor((yen * hours.scale) / hours.whole),
  };
}

/** Rounded down once: what the person may ask for, the lower of stated and computed rate, times the hours. */
function amountFigure(row: LabourRow, cell: (column: number) => string): Figure | null {
  if (row.rate === null || row.hours === null) return null;
  const rate = row.statedRate === null ? row.rate : Math.min(row.rate, row.statedRate);
  const { whole, scale } = wholeHours(row.hours);
  const rateCells = row.statedRate === null ? cell(10) : `MIN(${cell(10)},${cell(11)})`;
  const hours = scaledHours(cell(12), scale);
  const formula = scale === 1 ? `${rateCells}*${hours}` : `ROUNDDOWN(${rateCells}*${hours}/${scale},0)`;
  return { formula: () => formula, value: Math.floor((rate * whole) / scale) };
}

/** 162.75 hours are 651 quarters: dividing by a whole number keeps a spreadsheet exact. */
function wholeHours(hours: number): { readonly whole: number; readonly scale: number } {
  const { n, d } = fromNumber(hours);
  return { whole: Number(n), scale: Number(d) };
}

const scaledHours = (cell: string, scale: number): string => (scale === 1 ? cell : `ROUND(${cell}*${scale},0)`);

export const placeName = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}!${row}`;

/** Rows between two pauses. */
const A_TURN = 100;

/** The lines that everything above sums; pauses now and then. @returns the table, null when there is no line */
export function* lines(draft: Draft): Generator<void, ModelTable | null> {
  const { page, words, items, report } = draft;
  if (items.length === 0) return null;
  const say = words.lines;
  page.heading(say.heading);
  page.put(1, say.note, { style: "note" });
  page.keep();
  page.next();
  const header = page.row;
  page.header(
    [
      say.no,
      say.place,
      say.description,
      say.item,
      say.verdict,
      say.claimed,
      say.eligible,
      say.major,
      say.minor,
      say.member,
      say.unitPrice,
      say.quantity,
      say.evidence,
      say.reason,
    ].map((label, index) => [label, index + 1] as const),
  );
  const first = page.row;
  for (const [index, item] of items.entries()) {
    lineRow(draft, item, index + 1, report.members[0]?.name ?? null);
    if (index % A_TURN === A_TURN - 1) yield;
  }
  const column = (left: number): string => absoluteArea({ top: first, left, bottom: page.row - 1, right: left });
  draft.mark("lines.no", column(1));
  draft.mark("lines.name", column(4));
  draft.mark("lines.claimed", column(6));
  draft.mark("lines.eligible", column(7));
  draft.mark("lines.member", column(10));
  draft.mark("lines.reason", column(14));
  const area: Area = { top: header, left: 1, bottom: page.row - 1, right: 14 };
  return { name: "KenzanLines", area };
}

function lineRow({ page, words }: Draft, item: SummaryItem, number: number, lead: string | null): void {
  const say = words.lines;
  const link: CellRef = { sheet: item.sheet, row: item.row, column: 1 };
  const [verdictCell, claimedCell] = [relative(page.row, 5), relative(page.row, 6)];
  const ineligible = say.verdictOf("ineligible");
  page.put(1, number, { style: "number" });
  page.put(2, placeName(item), { style: "link", link });
  page.paragraph(3, item.description, { style: "textWrap" });
  page.paragraph(4, item.name ?? words.categories.none, { style: "textWrap" });
  page.put(5, say.verdictOf(item.verdict), { style: "text" });
  const source = item.claimedCell;
  if (item.claimed === null) page.put(6, say.unreadable, { style: "number" });
  else {
    const less = item.claimedElsewhere === 0 ? "" : `-${item.claimedElsewhere}`;
    const own =
      source === null
        ? null
        : {
            formula: () => `${inSheet(source.sheet, absoluteCell(source.row, source.column))}${less}`,
            value: item.claimed,
          };
    page.figure(6, own, item.claimed, { style: "number" });
  }
  const counted = {
    formula: () => `IF(${verdictCell}=${literal(ineligible)},0,${claimedCell})`,
    value: item.verdict === "ineligible" ? 0 : (item.claimed ?? NaN),
  };
  page.figure(7, counted, item.eligible, { style: "number" });
  page.paragraph(8, item.major ?? "", { style: "textWrap" });
  page.paragraph(9, item.minor ?? "", { style: "textWrap" });
  page.paragraph(10, item.member ?? lead ?? "", { style: "textWrap" });
  page.put(11, item.unitPrice ?? "", { style: "number", format: YEN });
  page.put(12, item.quantity ?? "", { style: "number", format: HOURS });
  page.put(13, item.evidenceNo ?? "", { style: "text" });
  page.paragraph(14, item.reason === null ? "" : say.reasonOf(item.reason), { style: "textWrap" });
  page.next();
}
