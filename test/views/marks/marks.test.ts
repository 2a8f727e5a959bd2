import fc from "fast-check";
import { areaName } from "../../../src/core/workbook/addresses";
import { addressLists, isMarkFormula, markFormula, marksOf } from "../../../src/views/marks/marks";
import type { Finding, Severity } from "../../../src/core/judge/finding";

const finding = (sheet: string | null, cell: string | null, severity: Severity, waived = false): Finding => ({
  rule: "arithmetic/line",
  severity,
  sheet,
  cell,
  clause: "",
  data: {},
  fix: null,
  answer: "reason",
  waived: waived ? { reason: "r", by: "b", date: "2025-05-20" } : null,
});

test("each cell is marked once, by its gravest finding; waived findings and whole sheets are not", () => {
  const marks = marksOf([
    finding("明細", "J5", "warning"),
    finding("明細", "J5", "error"),
    finding("明細", "J6", "error"),
    finding("明細", "J8", "error"),
    finding("明細", "AA6", "info"),
    finding("明細", "J7", "error", true),
    finding("明細", null, "error"),
    finding(null, null, "error"),
    finding("労務費", "B4", "warning"),
  ]);
  expect(
    marks.map(({ sheet, rules }) => [sheet, rules.map(({ severity, areas }) => [severity, areas.map(areaName)])]),
  ).toEqual([
    [
      "明細",
      [
        ["error", ["J5:J6", "J8"]],
        ["info", ["AA6"]],
      ],
    ],
    ["労務費", [["warning", ["B4"]]]],
  ]);
});

test("a mark knows itself, and no formula of a user's", () => {
  for (const severity of ["error", "warning", "info"] as const) {
    expect(isMarkFormula(markFormula(severity))).toBe(true);
    expect(isMarkFormula(`=${markFormula(severity)}`)).toBe(true);
  }
  expect(isMarkFormula("=$J5>0")).toBe(false);
  expect(isMarkFormula('=AND(N("kenzan:error")=0,$A1>0)')).toBe(false);
});

test("address lists hold every area once and keep to the limit", () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 1_048_576 }), { minLength: 1, maxLength: 3000 });
  fc.assert(
    fc.property(rows, (list) => {
      const areas = list.map((row) => ({ top: row, left: 703, bottom: row, right: 703 }));
      const lists = addressLists(areas, ",", 8192);
      expect(lists.every((addresses) => addresses.length <= 8192)).toBe(true);
      expect(lists.join().split(",")).toEqual(areas.map(areaName));
    }),
    { numRuns: 30 },
  );
});
