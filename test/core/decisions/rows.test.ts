/** What a person says a row is holds against words and sums, for the row they saw. */
import { NO_DECISIONS } from "../../../src/core/check";
import { rowChoiceOf } from "../../../src/core/decisions/rows";
import { parseSaved, serialise, NOTHING_SAVED } from "../../../src/core/decisions/saved";
import { weighDecisions } from "../../../src/core/decisions/weigh";
import type { RowTold } from "../../../src/core/read/reading";
import type { Report } from "../../../src/core/report/report";
import type { RowChoice } from "../../../src/core/decisions/decision";
import { decisionReason } from "../../../src/messages/decisions";
import { DETECTOR_WORDS } from "../../../src/messages/trace";
import { checked, findingsOf, formula, type Book, type Grid } from "../rules/budget";

const SHEET = "経費";
const ROWS: Grid = [
  ["内容", "金額"],
  ["センサー", 300_000],
  ["制御盤", 200_000],
  ["小計", 500_000],
  ["配線工事", 80_000],
  ["合計", 580_000],
];
const book = (rows: Grid = ROWS, sheet = SHEET): Book => ({ [sheet]: rows });

const told = (report: Report, row: number, sheet = SHEET): RowTold => {
  const found = report.reading.trace.rowsOf(sheet).find((one) => one.row === row);
  if (found === undefined) throw new Error(`nothing is told of row ${row}`);
  return found;
};
const choice = (row: number, as: RowChoice["as"], rows = ROWS): RowChoice =>
  rowChoiceOf(told(checked(book(rows)), row), as);
const claimed = (it: Book, ...rows: RowChoice[]): number | undefined => checked(it, {}, { rows }).totals?.claimed;

test("every row is told with its role, its words and yen, and why", () => {
  const rows = checked(book()).reading.trace.rowsOf(SHEET);
  expect(rows.map(({ row, role, text, yen }) => [row, role, text, yen])).toEqual([
    [2, "line", "センサー", 300_000],
    [3, "line", "制御盤", 200_000],
    [4, "subtotal", "小計", 500_000],
    [5, "line", "配線工事", 80_000],
    [6, "total", "合計", 580_000],
  ]);
  expect(rows[2]).toMatchObject({ counted: true, isProven: true, isChosen: false });
  expect(rows[2]?.why[0]).toBe("label-is-total");
  expect(rows[2]?.cell).toEqual({ sheet: SHEET, row: 4, column: 2 });
  for (const { why } of rows) for (const name of why) expect(DETECTOR_WORDS[name]).toBeDefined();
});

test("what else a row may be is told where it is close", () => {
  const rows: Grid = [
    ["内容", "金額"],
    ["システム開発費", 500_000],
    ["設計", 300_000],
    ["製造", 200_000],
    ["部材", 100_000],
  ];
  expect(told(checked(book(rows)), 2)).toMatchObject({ role: "line", or: "subtotal" });
});

test("no sheet, no rows", () => expect(checked(book()).reading.trace.rowsOf("別")).toEqual([]));

test("a row that counts nothing by choice is neither a line nor unread money", () => {
  const report = checked(book(), {}, { rows: [choice(5, "skip")] });
  expect(report.totals?.claimed).toBe(500_000);
  expect(told(report, 5)).toMatchObject({ role: "other", isChosen: true });
  expect(findingsOf(report, "sheet/money-unread")).toEqual([]);
});

test("a line by choice counts, whatever its words and the sums say", () => {
  expect(claimed(book(), choice(4, "line"))).toBe(1_080_000);
  expect(claimed(book(), choice(6, "line"))).toBe(1_160_000);
});

test("a subtotal by choice is no line, above its lines or below them", () => {
  const below: Grid = [
    ["内容", "金額"],
    ["設計", 300_000],
    ["製造", 200_000],
    ["ソフト一式", 500_000],
    ["部材", 7_000],
  ];
  expect(claimed(book(below), choice(4, "subtotal", below))).toBe(507_000);
  const above: Grid = [
    ["内容", "金額"],
    ["ソフト一式", 500_000],
    ["設計", 320_000],
    ["製造", 180_000],
    ["部材", 7_000],
  ];
  const report = checked(book(above), {}, { rows: [choice(2, "subtotal", above)] });
  expect(report.totals?.claimed).toBe(507_000);
  expect(findingsOf(report, "arithmetic/total")).toEqual([]);
});

test("a line that repeats another table counts when a person says that it is one", () => {
  const it: Book = {
    総括表: [
      ["費目", "金額"],
      ["消耗品費", formula("=明細!C4", 300_000)],
      ["旅費", formula("=明細!C5", 90_000)],
    ],
    明細: [
      ["費目", "内容", "金額"],
      ["消耗品費", "センサー", 200_000],
      ["消耗品費", "電線", 100_000],
      ["旅費", "東京出張", 90_000],
    ],
  };
  const without = checked(it);
  expect(without.totals?.claimed).toBe(390_000);
  expect(told(without, 2, "総括表")).toMatchObject({ role: "other", counted: false });
  const rows = [rowChoiceOf(told(without, 2, "総括表"), "line")];
  expect(claimed(it, ...rows)).toBe(690_000);
});

test("it follows its row, also onto a sheet of another name", () => {
  const moved: Grid = [["内容", "金額"], ["架台", 40_000], ...ROWS.slice(1)];
  const report = checked(book(moved), {}, { rows: [choice(5, "skip")] });
  expect(report.decisions).toEqual([{ kind: "row", index: 0, state: "moved", sheet: SHEET, cell: "B6" }]);
  expect(report.totals?.claimed).toBe(540_000);
  expect(claimed(book(ROWS, "経費（修正）"), choice(5, "skip"))).toBe(500_000);
});

test.each<[string, Grid[number]]>([
  ["words", ["電気工事", 80_000]],
  ["amount", ["配線工事", 90_000]],
])("with other %s in the row it does not hold any more, and that is said", (_, line) => {
  const rows = ROWS.map((row, index) => (index === 4 ? line : row));
  const report = checked(book(rows), {}, { rows: [choice(5, "skip")] });
  expect(report.decisions.map(({ kind, state }) => [kind, state])).toEqual([["row", "changed"]]);
  expect(report.lines).toHaveLength(3);
});

test("of equal rows the nearest is meant, each once", () => {
  const rows: Grid = [
    ["内容", "金額"],
    ["電線", 1_000],
    ["電線", 1_000],
    ["電線", 1_000],
    ["架台", 50_000],
  ];
  const one = choice(3, "skip", rows);
  expect(checked(book(rows), {}, { rows: [one] }).lines.map(({ row }) => row)).toEqual([2, 4, 5]);
  expect(claimed(book(rows), one, one)).toBe(51_000);
});

test("it is kept in the workbook, and its worth is told", () => {
  const rows = [{ ...choice(5, "skip"), by: "佐藤", date: "2025-05-20" }];
  const saved = { ...NOTHING_SAVED, revision: 2, decisions: { ...NO_DECISIONS, rows } };
  expect(parseSaved(serialise(saved))).toEqual(saved);
  const { report, weighed } = weighDecisions((some) => checked(book(), {}, some), saved.decisions, "show");
  expect(report.totals?.claimed).toBe(580_000);
  expect(weighed.made).toMatchObject([
    { kind: "rows", sheet: SHEET, cell: "B5", by: "佐藤", date: "2025-05-20", valid: true },
  ]);
  expect(weighed.made[0]?.yen).toBeLessThan(0);
  expect(weighed.made.map((made) => decisionReason(made, "ja"))).toEqual(["「配線工事」を数えない"]);
});

test.each([
  ["as", "total"],
  ["row", -1],
  ["seen", { text: "x" }],
])("a kept choice whose %s is %p is refused", (key, value) => {
  const rows = [{ ...choice(5, "skip"), [key]: value }];
  const text = JSON.stringify({ version: 1, revision: 1, settings: {}, decisions: { ...NO_DECISIONS, rows } });
  expect(() => parseSaved(text)).toThrow(/bad-shape at decisions\.rows\[0\]/);
});

test("beside another decision, each is worth its own yen", () => {
  const corrections = [
    { description: "センサー", vendor: null, middle: "消耗品費", minor: null, eligibility: "eligible" as const },
  ];
  const rows = [choice(5, "skip")];
  const { weighed } = weighDecisions(
    (some) => checked(book(), {}, some),
    { ...NO_DECISIONS, corrections, rows },
    "show",
  );
  const [ofCorrection, ofRow] = weighed.made;
  expect(ofCorrection?.yen).toBe(0);
  expect(ofRow?.yen).toBe((weighed.subsidyWith ?? 0) - (weighed.subsidyWithout ?? 0));
  expect(ofRow?.yen).not.toBe(0);
});
