/**
 * A person's way through the workbench, in a real browser with Microsoft's own office.js: open, check, fix, waive, mark,
 * summarise, save; and the command line finds in the saved file what the pane said. With KENZAN_SCREENSHOTS=folder it
 * also takes the pictures of the README.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { DECISIONS_KEY, parseSaved } from "../../src/core/decisions/saved";
import { readWorkbook } from "../../src/ooxml/read";
import { words } from "../../src/taskpane/words";
import { words as pageWords } from "../../src/workbench/words";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { launchBrowser } from "../browser";
import { frameOf } from "./agreement";
import { kenzan, newFolder } from "../cli/kenzan";
import { buildXlsx } from "../ooxml/build";
import {
  becomes,
  isOpen,
  openAnew,
  openPage,
  ROOT,
  serveWorkbench,
  shown,
  staying,
  type,
  type Served,
} from "./workbenchPage";

/** As much of the grid's own interface as a person's menus use. */
interface GridSheet {
  insertRowsBefore(row: number, count: number): unknown;
  deleteColumns(column: number, count: number): unknown;
  getRange(a1: string): { merge(): unknown };
  setName(name: string): unknown;
}
interface GridBook {
  deleteSheet(sheet: GridSheet): unknown;
  insertSheet(): unknown;
}

let served: Served;
let browser: Browser;
let page: Page;
let pane: FrameLocator;
let elsewhere: readonly string[];
let errors: readonly string[];
const folder = newFolder();
const pictures = process.env["KENZAN_SCREENSHOTS"];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveWorkbench(), launchBrowser()]);
  ({ page, pane, elsewhere, errors } = await openPage(browser, served.address));
});
const anew = () => openAnew(page, join(ROOT, "samples/transformation-errors.xlsx"));

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const picture = async (page: Page, name: string) => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
};

/** The command line's report of a file. */
const commandLine = (
  file: string,
): { subsidy: { amount: number }; findings: { rule: string; cell: string | null; waived: unknown }[] } =>
  JSON.parse(kenzan(["check", file, "--decisions", "apply", "--format", "json"]).stdout);

async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

/** A press on a row of the strip brings it into sight, also on a sheet that was never drawn. */
async function showsRow(page: Page, mark: Locator): Promise<void> {
  const row = Number(/^\d+/.exec((await mark.getAttribute("aria-label")) ?? "")?.[0]);
  await mark.click();
  await page.waitForFunction((index) => {
    const { kenzanGrid } = window as unknown as {
      kenzanGrid: {
        getActiveWorkbook(): {
          getActiveSheet(): { getVisibleRange(): { startRow: number; endRow: number } | undefined };
        };
      };
    };
    const seen = kenzanGrid.getActiveWorkbook().getActiveSheet().getVisibleRange();
    return seen !== undefined && seen.startRow > 4 && seen.startRow < index && index <= seen.endRow;
  }, row);
}

test("open, check, fix, waive, mark, summarise, save; the command line finds the same", async () => {
  await picture(page, "workbench-start");
  await showsRow(
    page,
    pane
      .getByRole("toolbar", { name: /予算明細/ })
      .getByRole("button")
      .last(),
  );
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  await pane
    .getByRole("button", { name: /予算明細 C6/ })
    .first()
    .click();
  await picture(page, "workbench-result");

  // A correction through the pane reaches the grid.
  expect(await shown(page, "予算明細", "C6")).toBe("機械装置等製作・購入費");
  await pane
    .getByRole("button", { name: /基準額に届きません/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "直す…", exact: true }).first().click();
  await pane.getByRole("button", { name: "この値にする" }).click();
  await becomes(page, "予算明細", "C6", "消耗品費");

  // An edit in the grid reaches the pane: 36,000 yen less, × 2/3.
  await type(page, "予算明細", "J9", 248_000);
  await pane.getByText("4,588,000").first().waitFor();

  // A waiver gives the taxi back: 17,400 yen, and is kept with the workbook.
  await pane
    .getByRole("button", { name: /タクシー・特別席の料金は対象外です/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "理由を書いて承認済みにする…" }).first().click();
  await pane.getByRole("textbox", { name: "理由" }).fill("終電後のため");
  await pane.getByRole("textbox", { name: "お名前" }).fill("経理 山田");
  await pane.getByRole("button", { name: "承認済みにする", exact: true }).click();
  await pane.getByText("4,599,000").first().waitFor();

  await pane.getByRole("button", { name: "集計シート" }).click();
  await pane.getByText(/シート「検算結果」を作りました/).waitFor();
  await picture(page, "workbench-summary");

  const file = await save(page, "checked.xlsx");
  const report = commandLine(file);
  expect(report.subsidy.amount).toBe(4_599_000);
  expect(report.findings.find(({ rule }) => rule === "eligibility/travel-class")?.waived).not.toBeNull();
  expect(report.findings.some(({ rule, cell }) => rule === "category/equipment-threshold" && cell === "C6")).toBe(
    false,
  );
  const saved = readWorkbook(readFileSync(file), nodeCodec);
  expect(saved.sheets.map(({ name }) => name)).toContain("検算結果");

  // Opened again, it still has its marks and its summary, and saving it again changes nothing.
  await openAnew(page, file);
  const again = await save(page, "again.xlsx");
  expect(commandLine(again)).toEqual({ ...report, file: "again.xlsx" });
  const marks = (path: string) =>
    Object.values(unzipSync(readFileSync(path))).filter((part) => strFromU8(part).includes("kenzan:error")).length;
  expect(marks(file)).toBeGreaterThan(0);
  expect(marks(again)).toBe(marks(file));
  expect(readWorkbook(readFileSync(again), nodeCodec)).toEqual(saved);

  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});

test("a template inserted into one's own workbook is filled in, checked and saved with it", async () => {
  await anew();
  const own = buildXlsx({ sheets: [{ name: "メモ", rows: [["事業の覚え書き"]] }] });
  await openAnew(page, { name: "覚え書き.xlsx", mimeType: "", buffer: Buffer.from(own) });
  await pane.getByRole("button", { name: "様式を追加する" }).click();
  await pane.getByRole("button", { name: "チェックする" }).and(pane.locator(":enabled")).waitFor();
  await becomes(page, "予算明細", "A4", "No");
  await type(page, "申請情報", "B7", "計画策定枠");
  await type(page, "申請情報", "B8", "市内中小事業者");
  const line = { C5: "消耗品費", D5: "温度センサー", F5: 12_800, G5: 30, H5: "個" };
  for (const [cell, value] of Object.entries(line)) await type(page, "予算明細", cell, value);
  // The template's own formulas calculate in the grid, over the sheets.
  const requested = (value: string) => becomes(page, "申請情報", "B20", value);
  await requested("256,000");
  await picture(page, "workbench-template");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("256,000").first().waitFor();
  await picture(page, "workbench-template-result");
  // What a formula leaves empty is empty for the pane, too.
  await type(page, "予算明細", "F5", "");
  await requested("0");
  await pane.getByText("256,000").first().waitFor({ state: "detached" });
  await type(page, "予算明細", "F5", 12_800);
  await requested("256,000");
  await pane.getByText("256,000").first().waitFor();

  const file = await save(page, "filled.xlsx");
  const report = commandLine(file);
  expect(report.subsidy.amount).toBe(256_000);
  expect(report.findings.map(({ rule }) => rule)).not.toContain("subsidy/rate");
  const saved = readWorkbook(readFileSync(file), nodeCodec);
  expect(saved.sheets[0]).toEqual(readWorkbook(own, nodeCodec).sheets[0]);
  await openAnew(page, file);
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("256,000").first().waitFor();
  const again = await save(page, "filled-again.xlsx");
  expect(readWorkbook(readFileSync(again), nodeCodec)).toEqual(saved);
  expect(commandLine(again)).toEqual({ ...report, file: "filled-again.xlsx" });
  expect(errors).toEqual([]);
});

test("what was sent is kept before the workbook is saved or another is opened; what is half written stays in the other language, and is asked for", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  const { waive, findings } = words.ja;
  const write = async () => {
    await pane.getByRole("button", { name: findings.waive }).first().click();
    await pane.getByRole("textbox", { name: waive.reason, exact: true }).fill("事務局に確認済み");
    await pane.getByRole("textbox", { name: waive.by, exact: true }).fill("小倉");
  };
  /** Sends it, and presses or chooses something in the page within the same turn. */
  const sendAnd = (then: (page: Document) => void) =>
    frameOf(page).evaluate(
      `[...document.querySelectorAll("button")].find(({ textContent }) => textContent === "${waive.save}").click();
       (${then.toString()})(window.parent.document)`,
    );
  const stay = (act: () => Promise<unknown>) => staying(page, act);
  await write();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    sendAnd((own) => own.getElementById("save")?.click()),
  ]);
  const { waivers } = parseSaved(
    readWorkbook(readFileSync(await download.path()), nodeCodec).settings[DECISIONS_KEY]!,
  ).decisions;
  expect(waivers).toMatchObject([{ reason: "事務局に確認済み", by: "小倉" }]);
  await write();
  const name = "transformation-errors.xlsx";
  const choose = (own: Document) => {
    const list = own.getElementById("samples") as HTMLSelectElement;
    list.selectedIndex = 1;
    list.dispatchEvent(new Event("change"));
  };
  expect(await stay(() => sendAnd(choose))).toBe(pageWords.ja.discard(name));
  // Half written: asked for in both languages, and gone once it is given up.
  await write();
  expect(await stay(() => page.locator("#samples").selectOption({ index: 1 }))).toBe(pageWords.ja.discardBoth(name));
  await page.locator("#language").click();
  await pane.getByRole("button", { name: words.en.start.check }).click();
  await pane.getByRole("button", { name: words.en.findings.waive }).first().click();
  const reason = pane.getByRole("textbox", { name: words.en.waive.reason, exact: true });
  expect(await reason.inputValue()).toBe("事務局に確認済み");
  await page.locator("#language").click();
  await pane.getByRole("button", { name: words.ja.start.check }).waitFor();
  expect(errors).toEqual([]);
});

test("a workbook taken away while its formulas are being worked out leaves nothing behind", async () => {
  await anew();
  const before = errors.length;
  await page.evaluate(() => {
    const { kenzanGrid } = window as unknown as {
      kenzanGrid: { syncExecuteCommand(id: string, params: object): void };
    };
    // What the grid tells itself when a long calculation begins.
    kenzanGrid.syncExecuteCommand("formula.mutation.set-formula-calculation-notification", { stageInfo: { stage: 1 } });
  });
  await anew();
  await page.waitForTimeout(1_200);
  expect(errors.slice(before)).toEqual([]);
});

test("one's own workbook by picking it, and in words what cannot be opened", async () => {
  await anew();
  // While the pane is under way, the one of the workbook before cannot be taken for it.
  let arrive = () => {};
  await page.route("**/pane.html", async (route) => {
    await new Promise<void>((resolve) => (arrive = resolve));
    await route.continue();
  });
  await page.locator("#file").setInputFiles(join(ROOT, "test/fixtures/samples/messy-layout.xlsx"));
  await isOpen(page, /messy/);
  await page.getByText("messy-layout.xlsx を開きました。").waitFor(); // the list of samples says nothing of it
  expect(await page.locator("#pane").isVisible()).toBe(false);
  arrive();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("2,289,000").first().waitFor();
  await page.unroute("**/pane.html");

  await page
    .locator("#file")
    .setInputFiles({ name: "壊れた.xlsx", mimeType: "", buffer: Buffer.from("これはブックではありません") });
  await page.getByText("壊れた.xlsx を開けません").waitFor();
});

test("what the saved file could not follow is refused in words: rows, columns, sheets, notes", async () => {
  await anew();
  const status = page.getByText("行・列・シートの追加、削除、移動とセルの結合は、ここではできません。");
  const attempts = [
    (sheet: GridSheet) => sheet.insertRowsBefore(9, 1),
    (sheet: GridSheet) => sheet.deleteColumns(2, 1),
    (sheet: GridSheet) => sheet.getRange("A5:B6").merge(),
    (sheet: GridSheet) => sheet.setName("別の名前"),
    (sheet: GridSheet, book: GridBook) => book.deleteSheet(sheet),
    (_: GridSheet, book: GridBook) => book.insertSheet(),
  ];
  for (const attempt of attempts) {
    // The same message again would not be seen to come again.
    await page.locator("#status").evaluate((element) => (element.textContent = ""));
    await page
      .evaluate(
        `(${attempt.toString()})(kenzanGrid.getActiveWorkbook().getSheetByName("予算明細"), kenzanGrid.getActiveWorkbook())`,
      )
      .catch(() => undefined);
    await status.waitFor();
  }
  await page.evaluate(`kenzanGrid.executeCommand("sheet.command.update-note", {
    unitId: kenzanGrid.getActiveWorkbook().getId(),
    sheetId: kenzanGrid.getActiveWorkbook().getSheetByName("予算明細").getSheetId(),
    row: 4,
    col: 3,
    note: { width: 160, height: 72, note: "要確認" },
  })`);
  await page.getByText("セルのメモは保存できないため、ここでは書けません。").waitFor();
  expect(await shown(page, "予算明細", "J9")).toBe("284,000");
  const file = await save(page, "refused.xlsx");
  const before = readFileSync(join(ROOT, "samples/transformation-errors.xlsx"));
  expect(readWorkbook(readFileSync(file), nodeCodec)).toEqual(readWorkbook(before, nodeCodec));
  expect(errors).toEqual([]);
});

test("saving what was only opened gives back the same bytes in every part", async () => {
  await anew();
  const file = await save(page, "untouched.xlsx");
  const before = readFileSync(join(ROOT, "samples/transformation-errors.xlsx"));
  expect(readWorkbook(readFileSync(file), nodeCodec)).toEqual(readWorkbook(before, nodeCodec));
});
