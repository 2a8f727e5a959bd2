/** A decision holds for what the person saw, wherever it stands now, and for nothing else. */
import { check } from "../../../src/core/check";
import { seenWith } from "../../../src/core/decisions/seen";
import { weighDecisions } from "../../../src/core/decisions/weigh";
import type { Decisions, Waiver } from "../../../src/core/decisions/decision";
import type { Finding } from "../../../src/core/judge/finding";
import type { Report } from "../../../src/core/report/report";
import { schemes } from "../../../src/schemes";
import { book, checked, DEFAULT, FIRST, SHEET, workbookOf, type Book, type LineLiteral } from "../rules/budget";

const TAXI: LineLiteral = { item: "タクシー代（現地打合せ）", middle: "旅費", price: 26_000 };
const SENSOR: LineLiteral = { item: "温度センサー", middle: "消耗品費", price: 400_000 };
const RULE = "eligibility/travel-class";

function given(it: Book, rule = RULE): Waiver {
  const workbook = workbookOf(it);
  const report = check(workbook, schemes, DEFAULT);
  const finding = report.findings.find((found) => found.rule === rule) as Finding;
  const scheme = schemes.find(({ id }) => id === report.scheme);
  const seen = seenWith(finding, workbook, report, scheme)!;
  const { sheet, cell } = finding;
  return { rule, sheet, cell, reason: "深夜のため了承済み", by: "佐藤", date: "2025-05-20", seen };
}

const open = (report: Report, rule = RULE): number =>
  report.findings.filter((finding) => finding.rule === rule && finding.waived === null).length;

test("it holds where it was given, and counts", () => {
  const it = book([SENSOR, TAXI]);
  const report = checked(it, {}, { waivers: [given(it)] });
  expect([open(report), report.totals?.eligible]).toEqual([0, 426_000]);
  expect(report.decisions).toEqual([{ kind: "waiver", index: 0, state: "holds", sheet: SHEET, cell: `C${FIRST + 1}` }]);
});

test("no reason stands in for an answer, or for what could not be read", () => {
  const rows = {
    予算: [
      ["内容", "金額"],
      ["センサー", 300_000],
      ["配線", "見積中"],
      ["合計", 300_000],
      [null, 45_000],
    ],
  };
  const rules = ["check/frame-missing", "sheet/amount-unreadable", "sheet/money-unread"];
  const waivers = rules.map((rule) => ({
    rule,
    sheet: null,
    cell: null,
    reason: "確認済み",
    by: "佐藤",
    date: "2025-05-20",
  }));
  const report = check(workbookOf(rows), schemes, {}, { waivers, corrections: [], columns: [] });
  expect(rules.map((rule) => open(report, rule))).toEqual([1, 1, 1]);
  expect(report.decisions.map(({ state }) => state)).toEqual(["unused", "unused", "unused"]);
});

test.each<[string, LineLiteral]>([
  ["another text", { item: "グリーン車 東京出張", middle: "旅費", price: 26_000 }],
  ["another amount", { ...TAXI, price: 290_000 }],
])("with %s in the row it does not hold any more, and that is said", (_, line) => {
  const report = checked(book([SENSOR, line]), {}, { waivers: [given(book([SENSOR, TAXI]))] });
  expect([open(report), report.totals?.eligible]).toEqual([1, 400_000]);
  expect(report.decisions.map(({ state }) => state)).toEqual(["changed"]);
});

test("it follows its row when rows are inserted above or lines change places", () => {
  const waivers = [given(book([SENSOR, TAXI]))];
  const more: LineLiteral = { item: "無線モジュール", middle: "消耗品費", price: 90_000 };
  for (const [lines, row] of [
    [[more, more, SENSOR, TAXI], FIRST + 3],
    [[TAXI, SENSOR], FIRST],
  ] as const) {
    const report = checked(book(lines), {}, { waivers });
    expect(open(report)).toBe(0);
    expect(report.decisions).toMatchObject([{ state: "moved", cell: `C${row}` }]);
  }
});

test("one of two equal lines stays open", () => {
  const it = book([SENSOR, TAXI]);
  const report = checked(book([TAXI, SENSOR, TAXI]), {}, { waivers: [given(it)] });
  expect(open(report)).toBe(1);
  const both = checked(book([TAXI, SENSOR, TAXI]), {}, { waivers: [given(it), given(it)] });
  expect(open(both)).toBe(0);
});

test("when nothing is found there any more it is unused", () => {
  const it = book([SENSOR, TAXI]);
  const report = checked(it, {}, { waivers: [{ ...given(it), rule: "eligibility/period" }] });
  expect(report.decisions.map(({ state }) => state)).toEqual(["unused"]);
  expect(open(report)).toBe(1);
});

test("an agreement on travel holds up to the yen that were agreed to", () => {
  const budgetWith = (travel: number): Book =>
    book([
      { item: "温度センサー", middle: "消耗品費", price: 1_000_000 },
      { item: "出張旅費 北九州－東京", middle: "旅費", price: travel },
    ]);
  const waivers = [given(budgetWith(230_000), "ratio/travel")];
  const allowed = (travel: number): unknown => {
    const report = checked(budgetWith(travel), {}, { waivers });
    return [report.totals?.allowed, report.ratios[0]?.status, report.decisions[0]?.state];
  };
  expect(allowed(230_000)).toEqual([1_230_000, "waived", "holds"]);
  expect(allowed(220_000)).toEqual([1_220_000, "waived", "holds"]);
  expect(allowed(230_001)).toEqual([1_200_000, "warning", "changed"]);
});

test("a corrected category is held against what the cell still says, with the correction to write", () => {
  const it = book([{ item: "自動倉庫連携プログラムの作成", middle: "諸経費", price: 100_000 }]);
  const correction = { description: "自動倉庫連携プログラムの作成", vendor: null, middle: "外注費", minor: null };
  const report = checked(it, {}, { corrections: [correction] });
  const found = report.findings.filter(({ rule }) => rule === "category/mismatch");
  expect(found.map(({ fix }) => fix?.value)).toEqual(["外注費"]);
  const agreed = { ...correction, middle: "諸経費", minor: null };
  expect(open(checked(it, {}, { corrections: [agreed] }), "category/mismatch")).toBe(0);
});

test("every decision is weighed in yen, alone; both figures are there in every mode", () => {
  const it = book([SENSOR, TAXI, { item: "懇親会費", middle: "諸経費", price: 30_000 }]);
  const decisions: Decisions = {
    waivers: [given(it), { ...given(it), rule: "eligibility/period" }],
    corrections: [
      { description: "温度センサー", vendor: null, middle: "消耗品費", minor: null, eligibility: "ineligible" },
    ],
    columns: [],
  };
  const weigh = (mode: "apply" | "show" | "ignore") =>
    weighDecisions((d) => check(workbookOf(it), schemes, DEFAULT, d), decisions, mode);
  // 2/3 of 400,000 without; of 426,000 with the taxi alone; of nothing but the taxi with both.
  const { weighed, report } = weigh("show");
  expect([weighed.subsidyWithout, report.subsidy?.amount]).toEqual([266_000, 266_000]);
  expect(weighed.made.map(({ kind, yen, valid }) => [kind, yen, valid])).toEqual([
    ["waiver", 284_000 - 266_000, true],
    ["waiver", 0, false],
    ["correction", -266_000, true],
  ]);
  expect(weigh("apply").report.subsidy?.amount).toBe(weighed.subsidyWith);
  expect(weigh("ignore").weighed).toMatchObject({ made: [], subsidyWith: 266_000, subsidyWithout: 266_000 });
});
