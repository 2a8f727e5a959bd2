import { basename } from "node:path";
import type { Sheet, Workbook } from "../../src/core/workbook/workbook";
import { NOTHING_SAVED, DECISIONS_KEY, serialise, toXml } from "../../src/core/decisions/saved";
import { CellBeingEdited, NotInExcel, WorkbookTooLarge, inExcel } from "../../src/excel/errors";
import { readSnapshot } from "../../src/excel/snapshot";
import { workbookFrom } from "../../src/workbench/host/convert";
import { WEB_PAYLOAD_LIMIT } from "../../src/workbench/host/host";
import { KITCHEN, SAMPLES, bookOf, openBook, openFile, workbookIn } from "../excel-host/open";

const web = { payloadLimit: WEB_PAYLOAD_LIMIT };

const read = (progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> =>
  inExcel(async (context) => (await readSnapshot(context, progress, signal)).workbook);

/** Rows of formats alone hold nothing for the engine, and the order of merged areas means nothing. */
const essential = (sheet: Sheet): Sheet => ({
  ...sheet,
  rows: sheet.rows.filter((row) => row.cells.length > 0),
  merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
});

test.each([...SAMPLES, ...KITCHEN].map((path) => [basename(path), path]))(
  "%s is read through Excel as from its file",
  async (_, path) => {
    const host = openFile(path, web);
    const expected = workbookIn(path);
    expect(await read()).toEqual({ ...expected, sheets: expected.sheets.map(essential) });
    expect(host.syncs).toBeLessThanOrEqual(4);
  },
);

/** A budget of many lines, as long in its texts as the samples. */
function budget(lines: number) {
  const head = [
    "No",
    "大項目",
    "中項目",
    "内訳",
    "仕様",
    "発注先",
    "単価",
    "数量",
    "単位",
    "金額",
    "発注日",
    "納品日",
    "支払日",
    "備考",
  ];
  const line = (index: number) => [
    index,
    "その他経費",
    "外注費",
    `生産・販売実績データ分析業務委託 第${index}期`,
    "月次集計とレポート",
    "株式会社データラボ戸畑",
    12345 + index,
    2,
    "式",
    `=G${index + 1}*H${index + 1}`,
    45900,
    45930,
    45960,
    `項番${index} ${12345 + index}円×2式`,
  ];
  return bookOf({ 予算明細: [head, ...Array.from({ length: lines }, (_, index) => line(index + 1))] });
}

test("ten thousand lines, some rows half struck, come in four syncs of less than 5 MB each", async () => {
  const book = budget(10_000);
  const sheet = book.sheets[0]!;
  sheet.hiddenRows.add(5000);
  for (const column of [1, 2, 3, 4]) sheet.make(9000, column).style = { "Font/Strikethrough": true };
  for (let column = 1; column <= 14; column += 1) sheet.make(42, column).style = { "Font/Strikethrough": true };
  for (let row = 100; row < 1000; row += 1) sheet.merges.push({ top: row, left: 2, bottom: row, right: 3 });
  const host = openBook(book, web);
  const shares: number[] = [];
  const seen = await read((share) => shares.push(share));
  expect(host.syncs).toBe(4);
  expect(host.longestAnswer).toBeLessThan(WEB_PAYLOAD_LIMIT);
  expect(seen).toEqual(workbookFrom(book));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test("each further part costs one sync, and parts too long after all are asked again in smaller ones", async () => {
  const long = "あ".repeat(2000);
  const book = bookOf({ 長文: Array.from({ length: 3000 }, (_, row) => [row, long]) });
  const host = openBook(book, web);
  expect(await read()).toEqual(workbookFrom(book));
  expect(host.longestAnswer).toBeLessThan(WEB_PAYLOAD_LIMIT);
  expect(host.longestAnswer).toBeGreaterThan(WEB_PAYLOAD_LIMIT / 4);
});

test("one row that Excel does not hand over is told", async () => {
  openBook(bookOf({ 明細: [["x".repeat(3_000_000)]] }), web);
  await expect(read()).rejects.toThrow(WorkbookTooLarge);
});

test("a sheet of forms, merged all over, is read whole", async () => {
  const book = bookOf({ 方眼紙: Array.from({ length: 200 }, (_, row) => Array.from({ length: 40 }, () => row)) });
  for (let row = 1; row <= 200; row += 1)
    for (let column = 1; column < 40; column += 2)
      book.sheets[0]!.merges.push({ top: row, left: column, bottom: row, right: column + 1 });
  openBook(book, web);
  expect((await read()).sheets[0]?.merges).toHaveLength(4000);
});

test("empty and very hidden sheets, errors and typed equals signs keep their meaning", async () => {
  const book = bookOf({ 空: [], 明細: [["#REF!", "=1+1", true, ""]] });
  book.sheets[0]!.visibility = "VeryHidden";
  book.sheets[1]!.make(2, 2).value = "=SUM(A1)";
  openBook(book);
  const seen = await read();
  expect(seen.sheets.map(({ visibility, rows }) => [visibility, rows.length])).toEqual([
    ["veryHidden", 0],
    ["visible", 2],
  ]);
  expect(seen.sheets[1]?.rows.flatMap((row) => row.cells.map(({ value, formula }) => [value, formula]))).toEqual([
    [{ error: "#REF!" }, null],
    [0, "1+1"],
    [true, null],
    ["=SUM(A1)", null],
  ]);
});

test("what was saved with the workbook comes along, from whichever copy is the later", async () => {
  const book = bookOf({ S: [[1]] });
  const text = (revision: number): string => serialise({ ...NOTHING_SAVED, revision });
  book.settings.set(DECISIONS_KEY, text(2));
  book.customXml.push({ id: "1", xml: toXml(text(3)) });
  openBook(book);
  expect((await read()).settings).toEqual({ [DECISIONS_KEY]: text(3) });
  book.settings.set(DECISIONS_KEY, text(4));
  expect((await read()).settings).toEqual({ [DECISIONS_KEY]: text(4) });
});

test("a person can stop it between two parts", async () => {
  const host = openBook(budget(10_000), web);
  const stop = new AbortController();
  host.beforeSync = (sync) => sync === 3 && stop.abort();
  await expect(read(undefined, stop.signal)).rejects.toThrow(/abort/i);
  expect(host.syncs).toBe(3);
});

test("a cell being edited and a plain browser are told by name", async () => {
  const host = openBook(bookOf({ S: [[1]] }));
  host.cellBeingEdited = true;
  await expect(read()).rejects.toThrow(CellBeingEdited);
  Object.assign(globalThis, { Excel: undefined });
  await expect(read()).rejects.toThrow(NotInExcel);
});
