import { readFileSync } from "node:fs";
import { inExcel } from "../../src/excel/errors";
import { insertSheets } from "../../src/excel/insert";
import { readWorkbook } from "../../src/ooxml/read";
import { addSheets } from "../../src/workbench/host/convert";
import { SAMPLES, bookOf, openBook } from "../excel-host/open";

test("the sheets of a file come after those of the workbook, under names that are free", async () => {
  const path = SAMPLES.find((sample) => sample.endsWith("travel-over.xlsx"))!;
  const host = openBook(bookOf({ 経費明細: [["私の表"]] }));
  host.book.insertFile = (bytes) => addSheets(host.book, readWorkbook(bytes));
  const names = await inExcel((context) => insertSheets(context, readFileSync(path)));
  expect(names).toEqual(["経費明細 (2)", "推進体制"]);
  expect(host.book.sheets.map(({ name }) => name)).toEqual(["経費明細", ...names]);
  expect(host.book.sheet("経費明細")?.get(1, 1)?.value).toBe("私の表");
  expect(host.book.active?.name).toBe("経費明細 (2)");
  expect(host.book.sheet("経費明細 (2)")?.used(true)).not.toBeNull();
  expect(host.syncs).toBe(2);
});
