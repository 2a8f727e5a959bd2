/** A row that comes into a sheet or leaves it: whatever refers to the rows below follows, and coming and going cancel out. */
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withRowsShifted } from "../../src/ooxml/formulas";
import { editWorkbook } from "../../src/ooxml/edit";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { buildXlsx } from "./build";

const here = { sheet: "労務費", at: 5, by: 1 } as const;
const gone = { ...here, by: -1 } as const;

test.each([
  ["SUM(I2:I4)", "SUM(I2:I4)"],
  ["SUM(I2:I5)", "SUM(I2:I6)"],
  ["I4+I5+$I$6", "I4+I6+$I$7"],
  ["SUM(5:7)+SUM(A:A)", "SUM(6:8)+SUM(A:A)"],
  ["'労務費'!I5+労務費!I9+別表!I9", "'労務費'!I6+労務費!I10+別表!I9"],
  ["SUM('労務費'!I2:I8)", "SUM('労務費'!I2:I9)"],
  ['[1]労務費!I5&"I5"&LOG10(10)', '[1]労務費!I5&"I5"&LOG10(10)'],
  ["表1[[#This Row],[I5]]", "表1[[#This Row],[I5]]"],
])("%s becomes %s, and again what it was", (before, after) => {
  expect(withRowsShifted(before, "労務費", here)).toBe(after);
  expect(withRowsShifted(after, "労務費", gone)).toBe(before);
});

test("on another sheet only what names the sheet follows", () => {
  expect(withRowsShifted("I5+労務費!I5", "予算明細", here)).toBe("I5+労務費!I6");
});

test("what spoke of the row alone that left speaks of nothing; a range around it is shorter", () => {
  expect(withRowsShifted("I5+SUM(I5:I7)+SUM(I2:I5)", "労務費", gone)).toBe("#REF!+SUM(I5:I6)+SUM(I2:I4)");
});

const folder = join(__dirname, "../fixtures/samples");
const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

test("in any sample, a row put in and taken out again leaves what every sheet says", () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(9), fc.integer({ min: 2, max: 40 }), (file, pick, at) => {
      const bytes = readFileSync(join(folder, file));
      const before = readWorkbook(bytes, nodeCodec);
      const { name } = before.sheets[pick % before.sheets.length]!;
      const put = editWorkbook(bytes, nodeCodec);
      if (!put.shiftRows({ sheet: name, at, by: 1 })) return;
      const longer = put.save({ breakSignature: true });
      const shifted = readWorkbook(longer, nodeCodec).sheets.find((sheet) => sheet.name === name)!;
      const said = (rows: typeof shifted.rows) =>
        rows.flatMap(({ index, cells }) =>
          cells.filter(({ value }) => value !== null).map(({ column, value }) => [index, column, value]),
        );
      expect(said(shifted.rows)).toEqual(
        said(before.sheets.find((sheet) => sheet.name === name)!.rows).map(([row, ...cell]) => [
          Number(row) + (Number(row) >= at ? 1 : 0),
          ...cell,
        ]),
      );
      const taken = editWorkbook(longer, nodeCodec);
      expect(taken.shiftRows({ sheet: name, at, by: -1 })).toBe(true);
      const again = readWorkbook(taken.save({ breakSignature: true }), nodeCodec);
      expect(again.sheets.map(({ merges, rows }) => [merges, said(rows)])).toEqual(
        before.sheets.map(({ merges, rows }) => [merges, said(rows)]),
      );
      const formulas = (workbook: typeof before) =>
        workbook.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ formula }) => formula)));
      expect(formulas(again).filter((formula) => formula !== null)).toEqual(
        formulas(before).filter((formula) => formula !== null),
      );
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

test("a sheet with a table of Excel's keeps its rows", () => {
  const bytes = buildXlsx({
    sheets: [
      {
        name: "労務費",
        rows: [
          ["氏名", "金額"],
          ["山田", 1],
        ],
        tables: [{ name: "表1", ref: "A1:B2" }],
      },
    ],
  });
  const editor = editWorkbook(bytes);
  expect(editor.shiftRows({ ...here, at: 3 })).toBe(false);
  expect(readWorkbook(editor.save())).toEqual(readWorkbook(bytes));
});
