import type { SheetModel } from "../../src/views/summary/model";
import { SUMMARY_NAME } from "../../src/views/summary/model";
import { summarySheet } from "../../src/views/summary/summary";
import { CellBeingEdited, SheetProtected, inExcel } from "../../src/excel/errors";
import { writeSummary } from "../../src/excel/summary";
import { summaryWords } from "../../src/messages/summary";
import type { BookSheet } from "../../src/workbench/host/book";
import { HostError } from "../../src/workbench/host/errors";
import { WEB_PAYLOAD_LIMIT } from "../../src/workbench/host/host";
import { samples } from "../views/summary/samples";
import { SAMPLES, bookOf, openBook, openFile } from "../excel-host/open";
import { stateOf } from "../excel-host/state";

const MODELS = samples().map(({ name, report, scheme }, index) => ({
  name,
  path: SAMPLES[index]!,
  model: summarySheet(report, scheme, summaryWords.ja),
}));
const SHORT = MODELS.find(({ name }) => name === "kyoso-2024.xlsx")!.model;
const LONG = MODELS.find(({ name }) => name === "transformation-errors.xlsx")!.model;

const write = (model: SheetModel) => inExcel((context) => writeSummary(context, model));

/** What the sheet holds, as the model puts it: typed values and formulas. */
function seen(sheet: BookSheet, { top, left, bottom, right }: SheetModel["area"]) {
  const cells = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const cell = sheet.get(row, column);
      if (cell === undefined || (cell.value === "" && cell.formula === null)) continue;
      cells.push([row, column, cell.formula?.startsWith("HYPERLINK") ? "link" : (cell.formula ?? cell.value)]);
    }
  return cells;
}

const expected = (model: SheetModel) =>
  model.cells
    .filter(({ value, formula }) => value !== "" || formula !== null)
    .map(({ row, column, value, formula, link }) => [row, column, link !== null ? "link" : (formula ?? value)]);

test.each(MODELS.map((one) => [one.name, one] as const))("%s: the sheet is the model", async (_, { path, model }) => {
  const host = openFile(path);
  const before = stateOf(host.book) as { sheets: unknown[] };
  expect(await write(model)).toBe("検算結果");
  const sheet = host.book.sheet("検算結果")!;
  expect(seen(sheet, model.area)).toEqual(expected(model));
  expect(sheet.merges).toHaveLength(model.merges.length);
  expect(sheet.tables.map(({ area }) => area)).toEqual([model.table?.area]);
  expect(sheet.charts.map(({ place, series }) => [place, series])).toEqual([
    [model.chart?.place, [{ name: "対象額", values: model.chart?.values, categories: model.chart?.categories }]],
  ]);
  expect(sheet.pageLayout).toMatchObject({ Orientation: "Landscape", PaperSize: "A4" });
  expect(host.syncs).toBeLessThanOrEqual(4);
  // The user's own sheets are untouched.
  expect((stateOf(host.book) as { sheets: unknown[] }).sheets.slice(0, -1)).toEqual(before.sheets);
});

test("formats and looks reach the cells", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  await write(LONG);
  const sheet = host.book.sheet("検算結果")!;
  for (const { row, column, format, style } of LONG.cells) {
    const cell = sheet.get(row, column)!;
    expect(cell.numberFormat).toBe(format ?? "General");
    if (style === "header") expect(cell.style).toMatchObject({ "Font/Bold": true, "Fill/Color": "#DDEBF7" });
  }
});

test("writing again replaces just what was written, longer or shorter", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  await write(LONG);
  const once = stateOf(host.book);
  await write(SHORT);
  await write(LONG);
  const sheet = host.book.sheet("検算結果")!;
  expect(seen(sheet, LONG.area)).toEqual(expected(LONG));
  expect([host.book.sheets.length, host.book.names.length, sheet.charts.length, sheet.tables.length]).toEqual([
    2, 1, 1, 1,
  ]);
  await write(LONG);
  expect(seen(sheet, LONG.area)).toEqual(expected(LONG));
  expect(Object.keys(stateOf(host.book) as object)).toEqual(Object.keys(once as object));
});

test("a person's own notes, chart and name of the sheet stay", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  await write(SHORT);
  const sheet = host.book.sheet("検算結果")!;
  sheet.make(3, 20).value = "横のメモ";
  sheet.make(SHORT.area.bottom + 2, 3).value = "下のメモ";
  sheet.charts.push({
    id: "own",
    name: "私のグラフ",
    type: "Pie",
    source: { sheet: "x", area: SHORT.area },
    place: null,
    series: [],
    properties: {},
  });
  host.book.renameSheet(sheet, "検算（提出用）");
  expect(await write(LONG)).toBe("検算（提出用）");
  expect(seen(sheet, LONG.area)).toEqual(expected(LONG));
  expect(sheet.get(3, 20)?.value).toBe("横のメモ");
  const below = [...sheet.rows].filter(([row]) => row > LONG.area.bottom).flatMap(([, cells]) => [...cells.values()]);
  expect(below.map(({ value }) => value).filter((value) => value !== "")).toEqual(["下のメモ"]);
  expect(sheet.charts.map(({ name }) => name)).toEqual(["私のグラフ", "Kenzan.Chart"]);
  expect(host.book.sheets).toHaveLength(2);
});

test("a sheet of that name that is not ours is left alone", async () => {
  const host = openBook(bookOf({ 検算結果: [["私の表"]] }));
  expect(await write(SHORT)).toBe("検算結果 (2)");
  expect(host.book.sheet("検算結果")?.get(1, 1)?.value).toBe("私の表");
});

test("a deleted sheet is made anew", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  await write(SHORT);
  host.book.removeSheet(host.book.sheet("検算結果")!);
  expect(await write(SHORT)).toBe("検算結果");
  expect(host.book.names.map(({ name }) => name)).toEqual([SUMMARY_NAME]);
});

test("protection and a cell being edited are told, and nothing is half written", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  host.book.structureProtected = true;
  await expect(write(SHORT)).rejects.toThrow(SheetProtected);
  expect(host.book.sheets).toHaveLength(1);
  host.book.structureProtected = false;
  await write(SHORT);
  const before = stateOf(host.book);
  host.book.sheet("検算結果")!.protection = {};
  await expect(write(LONG)).rejects.toThrow(SheetProtected);
  host.book.sheet("検算結果")!.protection = null;
  expect(stateOf(host.book)).toEqual(before);
  host.cellBeingEdited = true;
  await expect(write(LONG)).rejects.toThrow(CellBeingEdited);
});

test("without a printer the sheet is whole all the same", async () => {
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  host.refuse(({ type }) => (type === "PageLayout" ? new HostError("GeneralException", "no printer") : null));
  await write(SHORT);
  expect(seen(host.book.sheet("検算結果")!, SHORT.area)).toEqual(expected(SHORT));
});

test("names of sheets with quotes keep their links", async () => {
  const link = { sheet: `佐藤's "明細"`, row: 7, column: 3 };
  const model: SheetModel = {
    ...SHORT,
    cells: [{ row: 1, column: 1, value: `佐藤's "明細"!7`, formula: null, style: "link", format: null, link }],
    merges: [],
    chart: null,
    table: null,
  };
  const host = openBook(bookOf({ S: [[1]] }));
  await write(model);
  expect(host.book.sheet("検算結果")?.get(1, 1)?.formula).toBe(
    `HYPERLINK("#'佐藤''s ""明細""'!C7","佐藤's ""明細""!7")`,
  );
});

test("ten thousand lines stay within what Excel on the web takes", async () => {
  const report = samples()[0]!;
  const line = report.report.lines[0]!;
  const lines = Array.from({ length: 10_000 }, (_, row) => ({ ...line, amountCell: null, row: row + 5 }));
  const model = summarySheet({ ...report.report, lines }, report.scheme, summaryWords.ja);
  const host = openBook(bookOf({ 予算明細: [[1]] }), { payloadLimit: WEB_PAYLOAD_LIMIT });
  await write(model);
  expect(host.book.sheet("検算結果")?.get(model.area.bottom, 1)?.value).toBe(10_000);
});

test("stopped between two requests nothing half-written is left", async () => {
  const { report, scheme } = samples()[0]!;
  const line = report.lines[0]!;
  const lines = Array.from({ length: 3_000 }, (_, row) => ({ ...line, amountCell: null, row: row + 5 }));
  const model = summarySheet({ ...report, lines }, scheme, summaryWords.ja);
  const host = openBook(bookOf({ 予算明細: [[1]] }));
  const stop = new AbortController();
  host.book.subscribe(({ kind }) => {
    if (kind === "cells") stop.abort();
  });
  await expect(inExcel((context) => writeSummary(context, model, stop.signal))).rejects.toThrow();
  expect(host.book.sheets.map(({ name }) => name)).toEqual(["予算明細"]);
});
