/** Colours are read where the sheet's own words give them a meaning, and nowhere else. */
import { check } from "../../../src/core/check";
import { painted, type Look as Seen } from "../../../src/core/read/sheets/colours";
import type { Cell, Sheet, Workbook } from "../../../src/core/workbook/workbook";
import { notCheckedText } from "../../../src/messages";
import { schemes } from "../../../src/schemes";

type Look = Pick<Cell, "fill" | "color"> & { readonly struck?: boolean };

const GRID: readonly (readonly (string | number)[])[] = [
  ["品名", "金額"],
  ["帳票電子化アプリ開発委託", 560_000],
  ["書類棚", 80_000],
  ["受付端末", 120_000],
];

/** @param looks by row of the table, the first item is 1 */
function sheetOf(
  name: string,
  legend: string | null,
  total: number | null,
  looks: Readonly<Record<number, Look>>,
): Sheet {
  const table = total === null ? GRID : [...GRID, ["合計", total]];
  const rows = [...(legend === null ? [] : [[legend]]), ...table];
  const first = legend === null ? 1 : 2;
  return {
    name,
    visibility: "visible",
    rows: rows.map((row, at) => ({
      index: at + 1,
      hidden: false,
      cells: row.map((value, column): Cell => ({
        ...{ column: column + 1, value, formula: null, format: null, struck: false },
        ...looks[at + 1 - first],
      })),
    })),
    merges: [],
    hiddenColumns: [],
    tables: [],
  };
}

const bookOf = (...sheets: readonly Sheet[]): Workbook => ({ date1904: false, sheets, settings: {} });
const read = (workbook: Workbook) => check(workbook, schemes, { frame: "planning" });
const claimed = (
  legend: string | null,
  total: number | null,
  looks: Readonly<Record<number, Look>>,
): number | undefined => read(bookOf(sheetOf("予算", legend, total, looks))).totals?.claimed;

const ofSheet = ({ findings }: ReturnType<typeof read>): string[] =>
  findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("sheet/"));

const [YELLOW, GREY, PINK, BLUE, GREEN, ORANGE, PURPLE, RED] = [
  ...["#ffff00", "#d9d9d9", "#ffc7ce", "#0070c0", "#92d050", "#f8cbad", "#7030a0", "#ff0000"],
] as [string, string, string, string, string, string, string, string];

describe("a row of a colour that is not applied for does not count, and is told", () => {
  test.each([
    ["黄色のセルは対象外", { fill: YELLOW }],
    ["※薄い黄色の行は、今回は申請しません。", { fill: "#fff2cc" }],
    ["グレーの行は計上しない", { fill: GREY }],
    ["灰色：自己負担", { fill: "#a6a6a6" }],
    ["（ピンクは補助対象外）", { fill: PINK }],
    ["水色＝次年度以降に実施", { fill: "#ddebf7" }],
    ["緑のセルは見送り", { fill: GREEN }],
    ["オレンジ色の行は自社負担です", { fill: ORANGE }],
    ["紫のマーカー部分は合計に含みません", { fill: PURPLE }],
    ["赤字は対象外経費", { color: RED }],
    ["青い文字のものは自社で負担します", { color: BLUE }],
    ["対象外の経費は赤字で表示しています", { color: "#c00000" }],
    ["色付きは自己負担", { fill: "#4472c4" }],
    ["網掛け部分は申請しません", { fill: GREY }],
    ["取り消し線は取り下げた経費", { struck: true }],
  ] as const)("%s", (legend, look) => {
    const report = read(bookOf(sheetOf("予算", legend, null, { 2: look })));
    expect(report.totals?.claimed).toBe(680_000);
    expect(report.findings.filter(({ rule }) => rule === "sheet/money-unread").map(({ data }) => data["yen"])).toEqual([
      80_000,
    ]);
    expect(report.notChecked.filter(({ code }) => code.startsWith("colours"))).toEqual([]);
  });
});

test("two colours, of which one is applied for", () => {
  const legend = "黄色＝今回申請する経費　　灰色＝自社負担（申請しない）";
  expect(claimed(legend, null, { 1: { fill: YELLOW }, 2: { fill: GREY }, 3: { fill: YELLOW } })).toBe(680_000);
});

test("where only one colour is applied for, the others are left out; 以外 turns it round", () => {
  expect(claimed("黄色の行が今回の申請分です", null, { 1: { fill: YELLOW }, 3: { fill: YELLOW } })).toBe(680_000);
  expect(claimed("オレンジ以外は自費", null, { 1: { fill: ORANGE }, 3: { fill: ORANGE } })).toBe(680_000);
});

test("what a sheet of its own says holds for the sheets of amounts", () => {
  const notes: Sheet = { ...sheetOf("記載要領", null, null, {}), rows: [] };
  const said = sheetOf("記載要領", "グレーの行は計上しない", null, {}).rows.slice(0, 1);
  expect(
    read(bookOf({ ...notes, rows: said }, sheetOf("予算", null, null, { 2: { fill: GREY } }))).totals?.claimed,
  ).toBe(680_000);
});

test("totals that are right only with the rows outweigh the colour, and that is said", () => {
  const report = read(bookOf(sheetOf("予算", "黄色のセルは対象外", 760_000, { 2: { fill: YELLOW } })));
  expect(report.totals?.claimed).toBe(760_000);
  expect(report.notChecked.map((item) => notCheckedText(item, "ja")).join()).toContain(
    "「黄色のセルは対象外」とありますが、合計はその行も含めて合っている",
  );
});

test("a total without the rows proves the reading", () => {
  const report = read(bookOf(sheetOf("予算", "黄色のセルは対象外", 680_000, { 2: { fill: YELLOW } })));
  expect(report.totals?.claimed).toBe(680_000);
  expect(report.reading.trace.proven).toBe(true);
});

test("a colour by itself means nothing", () => {
  expect(claimed(null, null, { 2: { fill: YELLOW } })).toBe(760_000);
  expect(claimed("黄色のセルに入力してください", null, { 2: { fill: YELLOW } })).toBe(760_000);
  expect(claimed("黄色のセルは対象外", null, { 2: { fill: "#00b050" } })).toBe(760_000);
  // 黄色 of a legend is the ground of a cell, 赤字 its text.
  expect(claimed("赤字は対象外経費", null, { 2: { fill: RED } })).toBe(760_000);
});

describe("the colours that a file has", () => {
  const plain = (legend: string) => sheetOf("予算", legend, null, {});
  /** Row 4 is the second item. */
  const seen = (legend: string, look: Seen) =>
    read(bookOf(painted(plain(legend), (row) => (row === 4 ? look : { fill: "#FFFFFF", color: "#000000" })))).totals
      ?.claimed;

  test("are those of its cells, in any case of letters", () => {
    expect(seen("赤字は対象外経費", { color: "#FF0000" })).toBe(680_000);
    expect(seen("黄色のセルは対象外", { fill: "#FFFF00", color: "#000000" })).toBe(680_000);
    expect(seen("赤字は対象外経費", { fill: "#FFFF00", color: "#000000" })).toBe(760_000);
  });

  test("a white ground and black text are none", () => {
    const sheet = plain("白いセルは対象外、黒字は対象外");
    expect(painted(sheet, () => ({ fill: "#FFFFFF", color: "#000000" }))).toEqual(sheet);
    expect(painted(sheet, () => undefined)).toEqual(sheet);
  });
});

test("a line through an item counts until the total leaves it out", () => {
  const left = read(bookOf(sheetOf("予算", null, 680_000, { 2: { struck: true } })));
  expect([left.totals?.claimed, ofSheet(left)]).toEqual([680_000, ["sheet/money-unread"]]);
  const kept = read(bookOf(sheetOf("予算", null, 760_000, { 2: { struck: true } })));
  expect([kept.totals?.claimed, ofSheet(kept)]).toEqual([760_000, ["sheet/struck-line"]]);
});

const said = (legend: string): string[] =>
  read(bookOf(sheetOf("色分け", legend, null, {})))
    .notChecked.filter(({ code }) => code.startsWith("colours"))
    .map((item) => notCheckedText(item, "ja"));

test.each([
  "黄色＝今回申請する経費　　灰色＝自社負担（申請しない）",
  "グレーの行は補助対象外です",
  "青字：変更した箇所",
])("where colours mean something (%s) and no row has them, that is said", (legend) => {
  expect(said(legend)).toEqual([expect.stringContaining(`色分け A1 に「${legend}」とありますが`)]);
});

test.each([
  "黄色のセルに入力してください",
  "緑色のセルは自動計算です（変更しないでください）",
  "白色申告の写し",
  "赤外線カメラは対象",
  "赤羽支店は対象",
  "緑茶は対象外",
  "青色申告の対象者です",
  "赤字の場合は対象外",
])("%s gives no colour a meaning", (text) => {
  expect(said(text)).toEqual([]);
});
