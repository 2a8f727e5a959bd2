import { basename } from "node:path";
import { markFormula, marksOf, type SheetMarks } from "../../src/views/marks/marks";
import type { Severity } from "../../src/core/judge/finding";
import { cellName } from "../../src/core/workbook/workbook";
import { CellBeingEdited, SheetMissing, inExcel } from "../../src/excel/errors";
import { clearMarks, mark } from "../../src/excel/marks";
import { HostError } from "../../src/workbench/host/errors";
import type { ExcelHost } from "../../src/workbench/host/host";
import { dress } from "../excel-host/dress";
import { KITCHEN, SAMPLES, bookOf, openBook, openFile } from "../excel-host/open";
import { stateOf } from "../excel-host/state";
import { finding } from "./findings";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Marks on a third of all cells of all sheets. */
const everywhere = (host: ExcelHost): SheetMarks[] =>
  marksOf(
    host.book.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, cells]) =>
        [...cells.keys()]
          .filter((column) => (row + column) % 3 === 0)
          .map((column) => finding(sheet.name, cellName(row, column), SEVERITIES[row % 3] as Severity)),
      ),
    ),
  );

const put = (marks: readonly SheetMarks[]) => inExcel((context) => mark(context, marks));
const clear = () => inExcel(clearMarks);

const rulesOf = (host: ExcelHost, sheet: string) =>
  host.book.sheet(sheet)?.rules.map((rule) => [rule.formula, rule.areas.length]);

describe.each([...SAMPLES, ...KITCHEN].map((path) => [basename(path), path]))("%s", (_, path) => {
  test("marking and clearing give back every cell, format, rule and comment", async () => {
    const host = openFile(path);
    dress(host.book, path);
    const before = stateOf(host.book);
    const marked = await put(everywhere(host));
    expect(marked.failed).toEqual([]);
    expect(stateOf(host.book)).not.toEqual(before);
    expect(host.syncs).toBe(3);
    await put(everywhere(host)); // marking again replaces the marks
    expect(await clear()).toEqual({ protected: [], failed: [] });
    expect(stateOf(host.book)).toEqual(before);
  });
});

test("one rule a severity and sheet, the gravest asked first, above the user's own", async () => {
  const host = openBook(bookOf({ 明細: [[1, 2, 3]] }));
  const sheet = host.book.sheets[0]!;
  const own = {
    id: "own",
    type: "Custom",
    areas: [{ top: 1, left: 1, bottom: 9, right: 9 }],
    stopIfTrue: true,
    formula: "=$A1>0",
    format: {},
  };
  sheet.rules.push(own);
  const findings = [finding("明細", "A1", "error"), finding("明細", "C7", "error"), finding("明細", "B1", "warning")];
  await put(marksOf(findings));
  expect(rulesOf(host, "明細")).toEqual([
    [`=${markFormula("error")}`, 2],
    [`=${markFormula("warning")}`, 1],
    ["=$A1>0", 1],
  ]);
  expect(sheet.get(1, 1)?.style).toEqual({});
  await put(marksOf(findings.slice(0, 1)));
  expect(rulesOf(host, "明細")).toEqual([
    [`=${markFormula("error")}`, 1],
    ["=$A1>0", 1],
  ]);
  await clear();
  expect(sheet.rules).toEqual([own]);
});

test("thousands of scattered cells are split over addresses that Excel takes", async () => {
  const host = openBook(bookOf({ 明細: [[1]] }));
  const findings = Array.from({ length: 5000 }, (_, index) => finding("明細", `AB${1000 + 2 * index}`, "error"));
  expect((await put(marksOf(findings))).failed).toEqual([]);
  const rules = host.book.sheets[0]!.rules;
  expect(rules.flatMap((rule) => rule.areas)).toHaveLength(5000);
  expect(rules.length).toBeLessThan(10);
  await clear();
  expect(host.book.sheets[0]!.rules).toEqual([]);
});

test("a protected sheet is listed and left alone; the others are marked", async () => {
  const host = openBook(bookOf({ 明細: [[1]], 労務費: [[1]], 表紙: [[1]] }));
  host.book.sheet("明細")!.protection = {};
  host.book.sheet("表紙")!.protection = {};
  const marks = marksOf([finding("明細", "A1", "error"), finding("労務費", "A1", "error")]);
  expect(await put(marks)).toEqual({ protected: ["明細"], failed: [] });
  expect(host.book.sheets.map((sheet) => sheet.rules.length)).toEqual([0, 1, 0]);
  host.book.sheet("明細")!.protection = { AllowFormatCells: true };
  expect(await put(marks)).toEqual({ protected: [], failed: [] });
  expect(host.book.sheets.map((sheet) => sheet.rules.length)).toEqual([1, 1, 0]);
});

test("a sheet deleted before or meanwhile is told; the others are marked", async () => {
  const host = openBook(bookOf({ 明細: [[1]], 労務費: [[1]], 表紙: [[1]] }));
  const marks = marksOf(["無い", "明細", "労務費", "表紙"].map((sheet) => finding(sheet, "A1", "error")));
  host.beforeSync = (sync) => sync === 3 && host.book.removeSheet(host.book.sheet("明細")!);
  const { failed } = await put(marks);
  expect(failed.map(({ sheet, problem }) => [sheet, problem instanceof SheetMissing])).toEqual([
    ["無い", true],
    ["明細", true],
  ]);
  expect(host.book.sheets.map((sheet) => [sheet.name, sheet.rules.length])).toEqual([
    ["労務費", 1],
    ["表紙", 1],
  ]);
});

test("a refusal for one sheet, whatever it is, leaves the marks of the others whole", async () => {
  const host = openBook(bookOf({ 明細: [[1]], 労務費: [[1]] }));
  let first = true;
  host.refuse(({ type, name }) => {
    if (type !== "ConditionalFormatCollection" || name !== "Add" || !first) return null;
    first = false;
    return new HostError("GeneralException", "There was an internal error.");
  });
  const marks = marksOf([finding("明細", "A1", "error"), finding("労務費", "A1", "warning")]);
  expect(await put(marks)).toEqual({ protected: [], failed: [] });
  expect(host.book.sheets.map((sheet) => sheet.rules.length)).toEqual([1, 1]);
});

test("while a cell is being edited nothing is changed", async () => {
  const host = openBook(bookOf({ 明細: [[1]] }));
  host.beforeSync = (sync) => (host.cellBeingEdited = sync === 3);
  await expect(put(marksOf([finding("明細", "A1", "error")]))).rejects.toThrow(CellBeingEdited);
  expect(host.book.sheets[0]!.rules).toEqual([]);
});
