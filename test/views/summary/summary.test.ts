import { check } from "../../../src/core/check";
import type { Report, Step } from "../../../src/core/report/report";
import { stepsOf } from "../../../src/core/report/steps";
import { percent } from "../../../src/views/summary/calculation";
import type { ModelCell, SheetModel } from "../../../src/views/summary/model";
import { summarySheet } from "../../../src/views/summary/summary";
import { textWidth } from "../../../src/views/summary/page";
import { summaryWords } from "../../../src/messages/summary";
import { schemes } from "../../../src/schemes";
import { workbookFrom } from "../../../src/workbench/host/convert";
import { bookOf } from "../../excel-host/open";
import { samples, schemeOf, type Sample } from "./samples";
import { schemeCases } from "./schemes";

const SAMPLES = samples();
const EACH = SAMPLES.map((sample) => [sample.name, sample] as const);

const modelOf = ({ report, scheme }: Sample, lang: "ja" | "en" = "ja"): SheetModel =>
  summarySheet(report, scheme, summaryWords[lang]);

/** Figures in the row that a label begins. */
function figures(model: SheetModel, label: string): ModelCell[] {
  const row = model.cells.find((cell) => cell.column === 1 && cell.value === label)?.row;
  return model.cells.filter((cell) => cell.row === row && typeof cell.value === "number");
}

/** How the sheet calls a step of a report; null where the report has no such step. */
function label({ report, scheme }: Sample, id: Step["id"]): string | null {
  const step = report.steps.find((candidate) => candidate.id === id);
  return step === undefined ? null : summaryWords.ja.steps.say(step, report, scheme).label;
}

const figure = (model: SheetModel, label: string): number | undefined =>
  figures(model, label)[0]?.value as number | undefined;

describe.each(EACH)("%s", (_, sample) => {
  const model = modelOf(sample);
  const { report } = sample;

  test("shows the figures of the report", () => {
    const { categories } = summaryWords.ja;
    for (const step of report.steps)
      expect(figure(model, summaryWords.ja.steps.say(step, report, sample.scheme).label)).toBe(
        step.kind === "cut" ? 0 - step.yen : step.yen,
      );
    for (const [name, yen] of Object.entries(report.totals?.byMiddle ?? {})) {
      const row = model.cells.find((cell) => cell.column === 3 && cell.value === name)?.row;
      expect(model.cells.find((cell) => cell.row === row && cell.column === 5)?.value).toBe(yen);
    }
    for (const [name, yen] of Object.entries(report.totals?.byMajor ?? {}))
      expect(figure(model, categories.totalOf(name))).toBe(yen);
  });

  test("every figure of the calculation is a formula", () => {
    const { categories } = summaryWords.ja;
    const traced = report.steps.filter(({ id }) => id !== "income").map(({ id }) => label(sample, id) ?? "");
    for (const name of [...traced, categories.total])
      for (const cell of figures(model, name)) expect([name, cell.formula]).toEqual([name, expect.any(String)]);
  });

  test("has every line, finding and open point, with links to their cells", () => {
    const links = model.cells.filter(({ link }) => link !== null);
    const open = report.findings.filter(({ waived, cell }) => waived === null && cell !== null);
    const lines = report.lines.length + report.labour.filter(({ inBudget }) => !inBudget).length;
    expect(links).toHaveLength(open.length + lines + report.labour.length);
    expect(model.table?.area).toMatchObject({ bottom: model.area.bottom, right: model.area.right });
    expect((model.table?.area.bottom ?? 0) - (model.table?.area.top ?? 0)).toBe(lines);
    // What has to be corrected is read first.
    const { severityOf } = summaryWords.ja.findings;
    const gravities = (["error", "warning", "info"] as const).map(severityOf);
    const told = model.cells.flatMap(({ column, value }) => (column === 2 ? [gravities.indexOf(String(value))] : []));
    const ranks = told.filter((rank) => rank !== -1);
    expect(ranks).toHaveLength(report.findings.filter(({ waived }) => waived === null).length);
    expect(ranks).toEqual(ranks.toSorted());
    const texts = new Set(model.cells.map(({ value }) => value));
    for (const item of report.notChecked) expect(texts).toContain(summaryWords.ja.notChecked.say(item));
  });

  test("a row is as high as the longest of its texts that wrap", () => {
    for (const { cells, columns, merges, rowHeights } of [model, modelOf(sample, "en")]) {
      const heights = new Map(rowHeights.map(({ row, height }) => [row, height]));
      const widths = new Map(columns.map(({ column, width }) => [column, width]));
      for (const { row, column, value, style } of cells) {
        if (style !== "textWrap" || typeof value !== "string") continue;
        const { right } = merges.find(({ top, left }) => top === row && left === column) ?? { right: column };
        let room = 0;
        for (let at = column; at <= right; at += 1) room += widths.get(at) ?? 0;
        const lines = Math.min(Math.ceil(textWidth(value) / room), 30);
        if (lines > 1)
          expect({ row, value, isHigh: (heights.get(row) ?? 0) >= lines * 12 }).toMatchObject({ isHigh: true });
      }
    }
  });

  test("is sound as a sheet", () => {
    for (const { area, cells, merges, table, chart } of [model, modelOf(sample, "en")]) {
      const keys = cells.map(({ row, column }) => row * 100 + column);
      expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
      for (const { row, column } of cells) {
        expect(row).toBeLessThanOrEqual(area.bottom);
        expect(column).toBeLessThanOrEqual(area.right);
      }
      // No two merged areas share a cell, and none lies in the table, where Excel allows none.
      const merged = merges.flatMap(({ top, left, right }) =>
        Array.from({ length: right - left + 1 }, (_, index) => `${top},${left + index}`),
      );
      expect(new Set(merged).size).toBe(merged.length);
      const { top } = table!.area;
      expect(merges.every((merge) => merge.bottom < top)).toBe(true);
      const headers = cells.filter(({ row }) => row === top).map(({ value }) => value);
      expect(new Set(headers).size).toBe(14);
      expect(chart!.values.bottom - chart!.values.top).toBe(chart!.categories.bottom - chart!.categories.top);
    }
  });
});

test.each(schemeCases().map((sample) => [sample.name, sample] as const))(
  "%s: the subsidy is worked out by formulas",
  (_, sample) => {
    const model = modelOf(sample);
    const { beforeCap, amount } = sample.report.subsidy!;
    expect(beforeCap).toBeGreaterThan(0);
    for (const [id, yen] of [
      ["rate", beforeCap],
      ["amount", amount],
    ] as const) {
      const found = figures(model, label(sample, id) ?? summaryWords.ja.steps.amount);
      expect(found.map(({ value }) => value)).toEqual(yen === null ? [] : [yen]);
      for (const { formula } of found) expect(formula).not.toBeNull();
    }
  },
);

test("a scheme that pays no subsidy shows its own result", () => {
  const rows = [
    ["種別", "品名", "単価", "数量", "金額"],
    ["機械装置", "マシニングセンタ(中古)", 2_000_000, 1, 2_000_000],
    ["器具備品", "測定用パソコン", 299_999, 1, 299_999],
  ];
  const workbook = workbookFrom(bookOf({ 明細: rows }));
  const made = (scheme: string, frame?: string): { model: SheetModel; report: Report } => {
    const report = check(workbook, schemes, frame === undefined ? { scheme } : { scheme, frame });
    return { report, model: modelOf({ name: scheme, report, scheme: schemeOf(report) }) };
  };
  const texts = made("sentan-setsubi-2022").model.cells.map(({ value }) => value);
  expect(texts.join()).toContain("中古の設備は対象になりません。");
  expect(texts).toContain("要件を満たさない設備が2件あります。");
  expect(texts.filter((text) => text === "満たさない")).toHaveLength(2);
  expect(texts).not.toContain(summaryWords.ja.steps.amount);

  const { model, report } = made("dx-tax-2023", "credit");
  const shares = report.measure?.kind === "tax-credit" ? report.measure.relief : [];
  expect(shares.length).toBeGreaterThan(0);
  for (const { share, yen } of shares) {
    const [cell] = figures(model, summaryWords.ja.measure.share(percent(share)));
    expect([cell?.value, typeof cell?.formula]).toEqual([yen, "string"]);
  }
});

test("without a budget table the sheet says so, and is sound all the same", () => {
  const report = check(workbookFrom(bookOf({ メモ: [["予算はまだです"]] })), schemes);
  const model = modelOf({ name: "none", report, scheme: schemeOf(report) });
  expect(model.cells.find(({ style }) => style === "verdictBad")?.value).toBe(summaryWords.ja.verdict.nothing);
  expect([model.chart, model.table]).toEqual([null, null]);
  expect(model.cells.filter(({ formula }) => formula !== null)).toEqual([]);
});

test("text that begins like a formula stays text", () => {
  const sample = SAMPLES[0]!;
  const spoiled: Report = {
    ...sample.report,
    lines: sample.report.lines.map((line) => ({
      ...line,
      amountCell: null,
      description: "=cmd|'/c calc'!A1",
      member: "@SUM(A1)",
    })),
  };
  const model = modelOf({ ...sample, report: spoiled });
  const cells = model.cells.filter(({ value }) => value === "=cmd|'/c calc'!A1" || value === "@SUM(A1)");
  expect(cells.length).toBeGreaterThan(1);
  for (const cell of cells) expect(cell.formula).toBeNull();
});

test("where the sums are not the report's, the report's figures stand", () => {
  const sample = SAMPLES[0]!;
  const totals = { ...sample.report.totals!, claimed: 1, eligible: 2, allowed: 3 };
  const steps = stepsOf({ ...sample.report, totals }, 1000);
  const spoiled = { ...sample, report: { ...sample.report, totals, steps } };
  const model = modelOf(spoiled);
  const shown = (["claimed", "eligible", "allowed"] as const).map((id) => figures(model, label(spoiled, id)!)[0]);
  expect(shown.map((cell) => [cell?.value, cell?.formula])).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ]);
});

test("a table that goes on over printed pages begins each of them with its header", () => {
  const sample = SAMPLES.find(({ report }) => report.findings.length > 20 && report.labour.length > 0)!;
  const { findings, labour } = sample.report;
  const waived = findings
    .slice(0, 20)
    .map((one) => ({ ...one, waived: { reason: "了承済み", by: "小倉", date: "2025-05-20" } }));
  const many = <T>(list: readonly T[], times: number): T[] => Array.from({ length: times }, () => list).flat();
  const long = { ...sample.report, findings: [...many(findings, 5), ...many(waived, 5)], labour: many(labour, 20) };
  for (const lang of ["ja", "en"] as const) {
    const { cells, print, table } = modelOf({ ...sample, report: long as Report }, lang);
    const first = (row: number) => cells.find((cell) => cell.row === row && cell.column === 1);
    const pages = print.breaks!.filter((row) => row < table!.area.top);
    // Nothing but a row of one of these tables has a number in front.
    const headless = pages.filter((row) => typeof first(row)?.value === "number");
    expect(headless).toEqual([]);
    const headed = pages.filter((row) => first(row)?.style === "header" && typeof first(row + 1)?.value === "number");
    expect(headed.length).toBeGreaterThan(10);
    const numbers = cells.filter(
      ({ row, column, style }) => column === 1 && style === "number" && row < table!.area.top,
    );
    expect(numbers).toHaveLength(long.findings.length + long.labour.length + long.notChecked.length);
  }
});

test("Japanese text counts double", () => {
  expect([textWidth("abc"), textWidth("検算"), textWidth("ｶﾅ1")]).toEqual([3, 4, 3]);
});
