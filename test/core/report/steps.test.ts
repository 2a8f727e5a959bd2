/** The steps tell the engine's own figures: what they take away leads from what was claimed to the subsidy. */
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import { tellingSteps } from "../../../src/core/report/steps";
import { schemes } from "../../../src/schemes";
import { samples, schemeOf } from "../../views/summary/samples";
import { schemeCases } from "../../views/summary/schemes";
import { workbookFrom } from "../../../src/workbench/host/convert";
import { bookOf } from "../../excel-host/open";

const cases = [...samples(), ...schemeCases()].map(({ name, report }) => [name, report] as const);

const level = (report: Report, id: string): number | undefined => report.steps.find((step) => step.id === id)?.level;

test.each(cases)("%s", (_, report) => {
  const { steps, totals, subsidy } = report;
  expect(level(report, "claimed")).toBe(totals!.claimed);
  expect(level(report, "eligible")).toBe(totals!.eligible);
  expect(level(report, "allowed")).toBe(totals!.allowed);
  expect(level(report, "rate")).toBe(subsidy!.beforeCap ?? undefined);
  expect(level(report, "amount")).toBe(subsidy!.amount ?? undefined);
  // Levels are where their cuts lead; only the rate makes a new figure.
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined || step.id === "rate") continue;
    expect([step.id, step.level]).toEqual([step.id, before.level - (step.kind === "cut" ? step.yen : 0)]);
    if (step.id === "reduction") expect(step.lines.reduce((sum, { yen }) => sum + yen, 0)).toBe(step.yen);
  }
  const told = tellingSteps(steps);
  expect(told[0]).toBe(steps[0]);
  expect(told.at(-1)).toBe(steps.at(-1));
  expect(told.every(({ kind, yen }) => kind !== "cut" || yen !== 0)).toBe(true);
});

test("every line that loses yen stands under one reason", () => {
  const rows = [
    ["中項目", "品名", "単価", "数量", "金額"],
    ["消耗品費", "センサー", 10_000, 10, 100_000],
    ["諸経費", "コピー用紙・事務用品", 3_000, 1, 3_000],
    ["諸経費", "クラウド利用料 年額（2025年8月1日から）", 240_000, 1, 240_000],
  ];
  const report = check(workbookFrom(bookOf({ 明細: rows })), schemes, {
    scheme: "fais-dx-2025",
    frame: "planning",
    start: "2025-08-01",
  });
  const reductions = report.steps.filter(({ id }) => id === "reduction");
  expect(reductions.map(({ of, yen, lines }) => [of, yen, lines.map(({ row }) => row)])).toEqual([
    ["ineligible", 3_000, [3]],
    ["cloud/proration", 120_000, [4]],
  ]);
});

test("income comes off where the scheme deducts it", () => {
  const { report } = samples().find(({ name }) => name === "kyoso-2024.xlsx")!;
  const income = report.reading.income.filter((row) => row.isProjectIncome).reduce((sum, row) => sum + row.yen, 0);
  expect(income).toBeGreaterThan(0);
  expect(report.steps.find(({ id }) => id === "income")?.yen).toBe(income);
  expect(schemeOf(report).incomeDeducted).toBeDefined();
});
