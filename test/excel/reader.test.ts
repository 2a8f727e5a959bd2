import fc from "fast-check";
import { inExcel } from "../../src/excel/errors";
import { applyFix, takeBack } from "../../src/excel/fix";
import { WorkbookReader } from "../../src/excel/reader";
import { watch } from "../../src/excel/watch";
import type { Book } from "../../src/workbench/host/book";
import { workbookFrom } from "../../src/workbench/host/convert";
import { bookOf, openBook, settle } from "../excel-host/open";

/** Lines whose amounts are price × quantity, and a total on another sheet. */
function budget(count = 1000): Book {
  const lines = Array.from({ length: count }, (_, index) => [
    `品目${index}`,
    100,
    index,
    `=B${index + 2}*C${index + 2}`,
  ]);
  const book = bookOf({
    明細: [["品名", "単価", "数量", "金額"], ...lines],
    集計: [["合計", `=SUM(明細!D2:D${count + 1})`]],
  });
  book.calculate = ({ sheets: [detail, total] }) => {
    let sum: number | string = 0;
    for (let row = 2; row <= count + 1; row += 1) {
      const cell = detail!.get(row, 4)!;
      const product = Number(detail!.get(row, 2)?.value) * Number(detail!.get(row, 3)?.value);
      if (cell.formula !== null) cell.value = Number.isNaN(product) ? "#VALUE!" : product;
      sum = typeof sum === "string" || typeof cell.value === "string" ? "#VALUE!" : sum + Number(cell.value);
    }
    total!.get(1, 2)!.value = sum;
  };
  book.calculate(book);
  return book;
}

/** A reader that hears of edits, over a book that was read once. */
async function following(book: Book) {
  const host = openBook(book);
  const reader = new WorkbookReader();
  const read = () => inExcel((context) => reader.read(context));
  const heard: (string | null)[] = [];
  const stop = await inExcel((context) =>
    watch(context, (edit) => {
      heard.push(edit.address);
      reader.note(edit);
    }),
  );
  await read();
  host.syncs = 0;
  return { host, read, heard, stop };
}

test("after an edit of one cell everything is up to date in one sync", async () => {
  const { host, read, heard } = await following(budget());
  host.type("明細", "B500", [[777]]);
  await settle();
  expect(heard).toEqual(["B500"]);
  expect(await read()).toEqual(workbookFrom(host.book));
  expect(host.syncs).toBe(1);
  expect(host.book.sheet("集計")?.get(1, 2)?.value).toBe(777 * 498 + 100 * ((999 * 1000) / 2 - 498));
});

test("whatever is typed, pasted or cleared, the followed workbook equals the one read anew", async () => {
  const cell = fc.oneof(fc.nat(), fc.constantFrom("", "りんご", "=1+1", "'=1", "#N/A", true));
  const edit = fc.record({
    row: fc.integer({ min: 1, max: 35 }),
    column: fc.integer({ min: 1, max: 6 }),
    grid: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }),
    merge: fc.boolean(),
    strike: fc.boolean(),
  });
  const { host, read } = await following(budget(30));
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      host.syncs = 0;
      for (const { row, column, grid, merge, strike } of edits) {
        const area = { top: row, left: column, bottom: row + grid.length - 1, right: column + 1 };
        const sheet = host.book.sheet("明細")!;
        sheet.unmerge(area);
        if (merge) sheet.merges.push(area);
        const from = String.fromCharCode(64 + column);
        const to = String.fromCharCode(65 + column);
        host.type("明細", `${from}${row}:${to}${area.bottom}`, grid);
        for (const { cell: made } of sheet.within(area)) made.style = strike ? { "Font/Strikethrough": true } : {};
      }
      await settle(5);
      expect(await read()).toEqual(workbookFrom(host.book));
      expect(host.syncs).toBe(1);
    }),
    { numRuns: 25 },
  );
});

test("rows inserted, a sheet renamed, or no edit at all: the whole workbook is read", async () => {
  const { host, read } = await following(budget());
  await read();
  expect(host.syncs).toBe(3);
  host.type("明細", "A2", [["a"]]);
  host.book.sheet("集計")!.name = "まとめ";
  await settle();
  expect((await read()).sheets[1]?.name).toBe("まとめ");
  host.type("明細", "2:3", [["a"]]);
  await settle();
  host.syncs = 0;
  expect(await read()).toEqual(workbookFrom(host.book));
  expect(host.syncs).toBe(3);
});

test("a sheet deleted meanwhile does not stop the reading", async () => {
  const { host, read } = await following(budget());
  host.type("集計", "A1", [["計"]]);
  await settle();
  host.book.removeSheet(host.book.sheet("集計")!);
  expect(await read()).toEqual(workbookFrom(host.book));
});

test("edits by others and our own writing are no edits of the person's", async () => {
  const { host, heard, stop } = await following(budget());
  host.type("明細", "B2", [[1]], "Remote");
  await inExcel((context) => applyFix(context, { sheet: "明細", cell: "B3", value: 5 }));
  await settle();
  expect(heard).toEqual([]);
  await stop();
  host.type("明細", "B2", [[2]]);
  await settle();
  expect(heard).toEqual([]);
});

test("a fix keeps numbers numbers and text text, and can be taken back", async () => {
  const host = openBook(bookOf({ 明細: [["=1+1", "'12", 5, "x"]] }));
  const sheet = host.book.sheets[0]!;
  sheet.get(1, 2)!.numberFormat = "@";
  const put = async (cell: string, value: string | number) => {
    const before = structuredClone(sheet.get(1, cell.charCodeAt(0) - 64));
    const undo = await inExcel((context) => applyFix(context, { sheet: "明細", cell: `${cell}1`, value }));
    const after = sheet.get(1, cell.charCodeAt(0) - 64)!;
    const seen = [after.value, after.formula];
    await inExcel((context) => takeBack(context, undo));
    expect(sheet.get(1, cell.charCodeAt(0) - 64)).toEqual({
      ...before,
      value: before?.formula === null ? before.value : 0,
    });
    return seen;
  };
  expect(await put("A", 120000)).toEqual([120000, null]);
  expect(await put("B", 981818)).toEqual([981818, null]);
  expect(await put("C", "=cmd|'/c calc'!A1")).toEqual(["=cmd|'/c calc'!A1", null]);
  expect(await put("C", "2025/6/1")).toEqual(["2025/6/1", null]);
  expect(await put("D", "消耗品費")).toEqual(["消耗品費", null]);
});
