/** Colours that the words of a workbook give a meaning reach the engine from Excel as from the file; others are not asked for. */
import { join } from "node:path";
import { check } from "../../src/core/check";
import { inExcel } from "../../src/excel/errors";
import { patchSnapshot } from "../../src/excel/patch";
import { readSnapshot } from "../../src/excel/snapshot";
import { schemes } from "../../src/schemes";
import { bookFrom, workbookFrom } from "../../src/workbench/host/convert";
import { bookOf, openBook, openFile, workbookIn } from "../excel-host/open";

const HANDS = join(__dirname, "../fixtures/hands");
const FILES = ["colour-grey-of-the-theme", "colour-patches-beside-words"].map((name) => join(HANDS, `${name}.xlsx`));

const read = () => inExcel((context) => readSnapshot(context));
const claimed = async (): Promise<number | undefined> =>
  check((await read()).workbook, schemes, { frame: "planning" }).totals?.claimed;

test.each(FILES)("%s: Excel, the workbench and the file give one report", async (path) => {
  openFile(path);
  const expected = check(workbookIn(path), schemes, { frame: "planning" });
  expect(check((await read()).workbook, schemes, { frame: "planning" })).toEqual(expected);
  expect(check(workbookFrom(bookFrom(workbookIn(path))), schemes, { frame: "planning" })).toEqual(expected);
});

const budget = (legend: string) =>
  bookOf({
    予算: [
      [legend, null],
      ["品名", "金額"],
      ["帳票電子化アプリ開発委託", 560_000],
      ["書類棚", 80_000],
    ],
  });

test("a sentence costs one more sync; without one, no colour is asked for", async () => {
  const syncs: number[] = [];
  for (const [legend, yen] of [
    ["令和7年度", 640_000],
    ["黄色のセルは対象外", 560_000],
  ] as const) {
    const book = budget(legend);
    for (const sheet of book.sheets) sheet.make(4, 2).style = { "Fill/Color": "#FFFF00" };
    const host = openBook(book);
    expect(await claimed()).toBe(yen);
    syncs.push(host.syncs);
  }
  expect((syncs[1] ?? 0) - (syncs[0] ?? 0)).toBe(1);
});

test("after an edit a workbook whose colours mean something is read as a whole", async () => {
  const book = budget("黄色のセルは対象外");
  openBook(book);
  const before = await read();
  const edits = [{ sheetId: before.sheetIds[0] as string, address: "B4" }];
  expect(await inExcel((context) => patchSnapshot(context, before, edits as never))).toBeNull();
});
