import { basename } from "node:path";
import { check } from "../../src/core/check";
import { inExcel } from "../../src/excel/errors";
import { readSnapshot } from "../../src/excel/snapshot";
import { schemes } from "../../src/schemes";
import { SAMPLES, openFile, workbookIn } from "../excel-host/open";

test.each(SAMPLES.map((path) => [basename(path), path]))("%s: Excel and the file give one report", async (_, path) => {
  openFile(path);
  const seen = await inExcel(async (context) => (await readSnapshot(context)).workbook);
  expect(check(seen, schemes)).toEqual(check(workbookIn(path), schemes));
});
