/**
 * Every formula of the summary sheet, worked out again with all saved results stripped, gives what the report says; and no
 * formula leads back to itself. Both branches of every IF are walked, so that no cycle hides in the one not taken.
 */
import fc from "fast-check";
import { check } from "../../../src/core/check";
import type { Settings } from "../../../src/core/judge/settings";
import { cellName } from "../../../src/core/workbook/workbook";
import { summaryWords } from "../../../src/messages/summary";
import { schemes } from "../../../src/schemes";
import { summarySheet } from "../../../src/views/summary/summary";
import { workbookFrom } from "../../../src/workbench/host/convert";
import { book, cell, checked, SHEET, type Book, type Grid } from "../../core/rules/budget";
import { bookOf } from "../../excel-host/open";
import { calculator } from "../../template/evaluate";
import { samples, schemeOf, type Sample } from "./samples";
import { schemeCases } from "./schemes";

function recalculated({ report, scheme }: Sample): void {
  const model = summarySheet(report, scheme, summaryWords.ja);
  const bare = model.cells.map((cell) => (cell.formula === null ? cell : { ...cell, value: "" }));
  const budget = report.lines.flatMap(({ amountCell: at, amount }): [string, number][] =>
    at === null ? [] : [[`${at.sheet}!${cellName(at.row, at.column)}`, amount ?? 0]],
  );
  const valueAt = calculator({ sheets: [{ name: model.name, cells: bare }] }, new Map(budget));
  const formulas = model.cells.filter(({ formula }) => formula !== null);
  const place = ({ row, column }: { row: number; column: number }): string => cellName(row, column);
  expect(formulas.map((cell) => [place(cell), exact(valueAt(`${model.name}!${place(cell)}`))])).toEqual(
    formulas.map((cell) => [place(cell), exact(cell.value)]),
  );
}

/** Shares are no money: twelve digits of them are enough. */
const exact = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

test.each([...samples(), ...schemeCases()].map((sample) => [sample.name, sample] as const))("%s", (_, sample) =>
  recalculated(sample),
);

test("the line table looks at the budget's own cells, and the sheet says so once they change", () => {
  const rows = [
    ["品名", "金額"],
    ["センサー", 300_000],
    ["無線モジュール", 200_000],
  ];
  const workbook = workbookFrom(bookOf({ "予算 '7": rows }));
  const report = check(workbook, schemes, { scheme: "fais-dx-2025", frame: "planning" });
  const model = summarySheet(report, schemeOf(report), summaryWords.ja);
  const notice = model.cells.find(({ formula }) => formula?.includes(summaryWords.ja.stale))!;
  const said = (first: number, second: number): unknown => {
    const bare = model.cells.map((cell) => (cell.formula === null ? cell : { ...cell, value: "" }));
    const typed = new Map([
      ["予算 '7!B2", first],
      ["予算 '7!B3", second],
    ]);
    return calculator(
      { sheets: [{ name: model.name, cells: bare }] },
      typed,
    )(`${model.name}!${cellName(notice.row, notice.column)}`);
  };
  expect([notice.value, said(300_000, 200_000)]).toEqual(["", ""]);
  expect(said(300_001, 200_000)).toBe(summaryWords.ja.stale);
  expect(said(200_000, 300_000)).toBe(summaryWords.ja.stale);
});

describe("a line of wages for people of several items and members", () => {
  const members = {
    構成員一覧: [
      ["構成員名", "区分", "役割"],
      ["株式会社甲", "市内中小事業者", "代表構成員"],
      ["有限会社乙", "市外事業者", "構成員"],
    ],
  };
  const labour: Grid = [
    ["構成員", "氏名", "区分", "基本給", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
    ["株式会社甲", "木村 亮", "従業員", 160000, 160, 1000, 100, 100000],
    ["株式会社甲", "中島 由香", "パート", null, null, 1080, 50, 54000],
    ["有限会社乙", "佐藤 健一", "従業員", 160000, 160, 1200, 100, 120000],
    ["合計", null, null, null, null, null, null, 274000],
  ];
  const sensor = { item: "電流センサー", middle: "消耗品費", price: 12_400 };
  const wages = (amount: number, more: Book) =>
    checked(book([sensor, { item: "人件費（別紙のとおり）", major: "労務費", amount }], { 労務費: labour, ...more }));

  test.each([
    ["equal to its people's, one of whom states too high a rate", 274_000, {}],
    ["more than its people's", 300_000, {}],
    ["less than one of its people's", 50_000, {}],
    ["of two members", 274_000, members],
  ])("%s", (_, amount, more) => {
    const report = wages(amount, more);
    expect(report.totals?.byMiddle).toMatchObject({ 従業員費: 200_000, 補助員費: 54_000 });
    expect(report.lines[1]?.shares.reduce((sum, { claimed }) => sum + (claimed ?? 0), 0)).toBe(amount);
    recalculated({ name: "wages", report, scheme: schemeOf(report) });
  });

  test("its own cell is looked at: the sheet says so once it changes", () => {
    const report = wages(274_000, {});
    const model = summarySheet(report, schemeOf(report), summaryWords.ja);
    const notice = model.cells.find(({ formula }) => formula?.includes(summaryWords.ja.stale))!;
    const said = (yen: number): unknown => {
      const bare = model.cells.map((cell) => (cell.formula === null ? cell : { ...cell, value: "" }));
      const typed = new Map([
        [`${SHEET}!${cell("amount")}`, 12_400],
        [`${SHEET}!${cell("amount", 1)}`, yen],
      ]);
      const valueAt = calculator({ sheets: [{ name: model.name, cells: bare }] }, typed);
      return valueAt(`${model.name}!${cellName(notice.row, notice.column)}`);
    };
    expect([said(274_000), said(274_001)]).toEqual(["", summaryWords.ja.stale]);
  });
});

const subsidies = schemes.filter(({ result, frames }) => result === "subsidy" && frames.length > 0);

/** Lines of some items of a scheme: none of one kind, only of one kind, one line, all ineligible, beyond every cap. */
const drawn = fc.constantFrom(...subsidies).chain((scheme) => {
  const items = scheme.categories.map(({ middle, minor }) => minor ?? middle);
  const item = fc.constantFrom(...(items.length === 0 ? ["機械装置"] : items));
  const yen = fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.constantFrom(50_000_000, 200_000, 1_000_000));
  const text = fc.constantFrom(
    "センサー",
    "展示会出展",
    "タクシー代",
    "機械装置",
    "出張旅費",
    "備品",
    "懇親会費",
    "翻訳",
  );
  return fc.record({
    id: fc.constant(scheme.id),
    frame: fc.constantFrom(...scheme.frames.map(({ id }) => id)),
    applicant: fc.constantFrom(...scheme.classes),
    lines: fc.array(fc.tuple(item, text, yen), { minLength: 1, maxLength: 6 }),
    income: scheme.incomeDeducted === undefined ? fc.constant(undefined) : fc.integer({ min: 1, max: 400_000 }),
    deficit: fc.boolean(),
    requested: fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: undefined }),
    waived: fc.boolean(),
  });
});

test("hundreds of drawn budgets of every scheme", () => {
  fc.assert(
    fc.property(drawn, ({ id, frame, applicant, lines, income, deficit, requested, waived }) => {
      const scheme = schemes.find((candidate) => candidate.id === id)!;
      const given = { scheme: id, frame, applicant, income, deficit, requested, employees: 30 };
      const settings = Object.fromEntries(
        Object.entries({ ...given, corporateMembers: 3, rate: "2/3" }).filter(([, value]) => value !== undefined),
      ) as Settings;
      const book = bookOf({ 予算明細: [["費目", "品名", "金額"], ...lines] });
      const waivers = waived
        ? scheme.ratios.map(({ rule }) => ({
            rule,
            sheet: null,
            cell: null,
            reason: "合意",
            by: "検査",
            date: "2025-05-20",
          }))
        : [];
      const report = check(workbookFrom(book), schemes, settings, { corrections: [], columns: [], waivers });
      recalculated({ name: id, report, scheme: schemeOf(report) });
    }),
    { numRuns: 400, seed: 13 },
  );
});
