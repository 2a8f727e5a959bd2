/** Inserting a template where Excel is the workbench's own host: what the pane adds is what will be saved. */
import { readFileSync } from "node:fs";
import { check } from "../../src/core/check";
import { cellAt, type Workbook } from "../../src/core/workbook/workbook";
import { inExcel, type HostError } from "../../src/excel/errors";
import { insertSheets } from "../../src/excel/insert";
import { readAppearance } from "../../src/ooxml/appearance";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { templateOf } from "../../src/taskpane/templateOf";
import { workbookFrom } from "../../src/workbench/host/convert";
import { saveWorkspace } from "../../src/workbench/save";
import { openWorkspace } from "../../src/workbench/workspace";
import { buildXlsx } from "../ooxml/build";
import { bent } from "../ooxml/workbooks";
import { openBook, SAMPLES } from "../excel-host/open";

const open = (bytes: Uint8Array) => {
  const workspace = openWorkspace("予算.xlsx", bytes, "ja-JP");
  return { workspace, host: openBook(workspace.book) };
};
const sample = (name: string) => new Uint8Array(readFileSync(SAMPLES.find((path) => path.endsWith(name))!));
const insert = () => inExcel((context) => insertSheets(context, templateOf("fais-dx-2025")));
const report = (workbook: Workbook) => check(workbook, schemes);

test("the sheets of a file come after those of the workbook, under names that are free", async () => {
  const { workspace, host } = open(buildXlsx({ sheets: [{ name: "予算明細", rows: [["私の表"]] }] }));
  const names = await insert();
  expect(names).toEqual(["申請情報", "予算明細 (2)", "労務費", "見積書一覧"]);
  const { book } = workspace;
  expect(book.sheets.map(({ name }) => name)).toEqual(["予算明細", ...names]);
  expect(book.sheet("予算明細")?.get(1, 1)?.value).toBe("私の表");
  expect(book.active?.name).toBe("申請情報");
  expect(host.syncs).toBe(2);
});

test("they look as the template does, and their formulas follow their names", async () => {
  const { workspace } = open(sample("planning-clean.xlsx"));
  await insert();
  const budget = workspace.book.sheet("予算明細 (2)")!;
  expect(budget.get(4, 1)?.style).toMatchObject({ "Font/Bold": true, "Fill/Color": "#ddebf7" });
  expect(budget.frozen).toEqual({ rows: 4, columns: 0 });
  expect(budget.columnWidths.size).toBeGreaterThan(5);
  const formulas = [...workspace.book.sheet("申請情報 (2)")!.rows.values()].flatMap((row) =>
    [...row.values()].flatMap(({ formula }) => formula ?? []),
  );
  expect(formulas.join()).toContain("'予算明細 (2)'!");
  expect(formulas.join().replaceAll("'予算明細 (2)'!", "")).not.toContain("予算明細!");
});

test("what is filled in, checked and saved checks the same when the file is opened", async () => {
  const before = sample("travel-over.xlsx");
  const { workspace, host } = open(before);
  const names = await insert();
  const information = names[0]!;
  const row = [...workspace.book.sheet(information)!.rows].find(([, cells]) => cells.get(1)?.value === "申請枠")![0];
  host.type(information, `B${row}`, [["計画策定枠"]]);
  const budget = workspace.book.sheet(names[1]!)!;
  const columns = new Map([...budget.rows.get(budget.frozen!.rows)!].map(([at, { value }]) => [String(value), at]));
  const letter = (header: RegExp) => String.fromCharCode(64 + [...columns].find(([name]) => header.test(name))![1]);
  const first = budget.frozen!.rows + 1;
  host.type(budget.name, `${letter(/^内訳/)}${first}`, [["先進地視察 小倉－東京 新幹線"]]);
  host.type(budget.name, `${letter(/^単価/)}${first}`, [[44_580]]);
  host.type(budget.name, `${letter(/^数量/)}${first}`, [[2]]);

  const saved = saveWorkspace(workspace, "ja", false);
  const [now, then] = [workbookFrom(workspace.book), readWorkbook(saved)];
  expect(then.sheets).toEqual(now.sheets);
  expect(report(then)).toEqual(report(now));
  expect(report(then).lines.some(({ sheet }) => sheet === budget.name)).toBe(true);
  expect(
    cellAt(
      then.sheets.find(({ name }) => name === information)!,
      row,
      2,
    )?.value,
  ).toBe("計画策定枠");
  // The sheets that were there are what they were, and the new ones look as in the template.
  expect(then.sheets.slice(0, -names.length)).toEqual(readWorkbook(before).sheets);
  const looks = (bytes: Uint8Array, name: string) => {
    const appearance = readAppearance(bytes);
    const { cells } = appearance.sheets.find((sheet) => sheet.name === name)!;
    return [...cells].map(([at, inRow]) => [at, [...inRow].map(([column, look]) => [column, appearance.looks[look]])]);
  };
  expect(looks(saved, budget.name)).toEqual(looks(templateOf("fais-dx-2025"), "予算明細"));

  // Opened and saved once more, nothing changes.
  const again = openWorkspace("again.xlsx", saved, "ja-JP");
  expect(readWorkbook(saveWorkspace(again, "ja", false))).toEqual(then);
});

test("a workbook whose structure is locked takes no sheets, and says so", async () => {
  const { workspace } = open(
    bent((_, text) => text.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')),
  );
  const refused = await insert().catch((error: HostError) => error.code);
  expect(refused).toMatch(/Protected/);
  expect(workspace.book.sheets).toHaveLength(2);
});
