/** A folder of applications given to the one page, from the disk and with the network off: what `kenzan desk` says of it. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { editWorkbook } from "../../src/ooxml/edit";
import { readWorkbook } from "../../src/ooxml/read";
import { launchBrowser } from "../browser";
import { applications, desk, newOut } from "../desk/desk";
import { newFolder, prepared } from "../run/prepared";
import { drop, isOpen, openAnew, ROOT, VIEWPORT } from "./workbenchPage";

const { folder } = applications({ seed: 3, count: 2 });
const errors: string[] = [];
let browser: Browser;
let page: Page;
const picture = async (name: string) => {
  const pictures = process.env["KENZAN_SCREENSHOTS"];
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
};

beforeAll(async () => {
  const address = pathToFileURL(join(prepared("build-page"), "kenzan.html")).href;
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: "ja-JP",
    acceptDownloads: true,
  });
  await context.setOffline(true);
  context.setDefaultTimeout(240_000);
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(address, { waitUntil: "commit" });
  await isOpen(page, /\.xlsx$/);
});
afterAll(() => browser?.close());

/** Gives a folder, and waits until it is examined: of the one before, the page says until then that it is done. */
const examine = async (give: () => Promise<void>) => {
  await page.locator("#overview").evaluate((overview) => overview.removeAttribute("aria-busy"));
  await give();
  await page.locator('#overview[aria-busy="false"]').waitFor();
};
const table = () =>
  page
    .locator(".many-table tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent ?? "")),
    );
const column = async (name: string) => {
  const heads = await page.locator(".many-table th").allTextContents();
  return (await table()).map((cells) => cells[heads.indexOf(name)] ?? "");
};

const savedBook = async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "一覧をブックで保存" }).click(),
  ]);
  return readWorkbook(readFileSync(await download.path()));
};

/** The workbook that is open. */
const opened = () => page.evaluate(() => document.body.dataset["open"] ?? "");

test("a folder dropped on the page gives the overview that the desk gives", async () => {
  const before = await page.title();
  await examine(() => drop(page, [folder]));
  expect([before.split(" — ")[0], await page.title()]).toEqual([await opened(), "申請の一覧 — 検算 Kenzan"]);
  await picture("desk-folder");
  const out = newOut();
  desk(folder, "--out", out);
  const csv = readFileSync(join(out, "overview.csv"), "utf8").trimEnd().split("\r\n");
  const [head = [], ...rows] = csv.map((line) =>
    line
      .replace(/^\uFEFF/, "")
      .slice(1, -1)
      .split('","'),
  );
  for (const name of [
    "申請",
    "状態",
    "申請者",
    "申請枠",
    "申請経費",
    "補助額（計算）",
    "直す",
    "確かめる",
    "見積 一致",
    "見積 要対応",
    "ほかの申請と共通",
  ])
    expect([name, (await column(name)).map((value) => value.replaceAll(",", ""))]).toEqual([
      name,
      rows.map((cells) => cells[head.indexOf(name)]),
    ]);
  expect(errors).toEqual([]);
});

test("the table is sorted by any heading, and by need again; the overview is saved as a workbook", async () => {
  const byNeed = await column("申請");
  const press = () => page.locator(".many-table th button", { hasText: "申請経費" }).click();
  const figures = async () => (await column("申請経費")).map((value) => Number(value.replaceAll(",", "")));
  await press();
  expect(await figures()).toEqual((await figures()).sort((a, b) => b - a));
  await press();
  expect(await figures()).toEqual((await figures()).sort((a, b) => a - b));
  await press();
  expect(await column("申請")).toEqual(byNeed);
  const book = await savedBook();
  expect(book.sheets.map(({ name }) => name)).toEqual(["一覧", "枠ごとの集計", "申請どうしの照合"]);
  expect(book.sheets[0]?.rows.filter(({ index }) => index > 4)).toHaveLength(2);
});

test("an application opens in the workbench with its estimates, and the overview is still there", async () => {
  const [first = ""] = await column("申請");
  await page.getByRole("button", { name: `${first} を開く` }).click();
  await isOpen(page, new RegExp(`^${first}_`));
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: /見積書/ }).click();
  await pane.getByText("一致").first().waitFor();
  await picture("desk-folder-application");
  expect(await page.title()).toBe(`${await opened()} — 検算 Kenzan`);
  await page.getByRole("button", { name: "申請の一覧へ" }).click();
  expect(await page.title()).toBe("申請の一覧 — 検算 Kenzan");
  expect(await column("申請")).toHaveLength(2);
  expect(errors).toEqual([]);
});

test("behind the overview the workbook can be drawn, and nobody gets into it by keys", async () => {
  interface Grid {
    getActiveWorkbook(): { getSheets(): Sheet[]; getActiveSheet(): Sheet; setActiveSheet(sheet: Sheet): void };
  }
  interface Sheet {
    getSheetId(): string;
    getSheetName(): string;
  }
  const toOther = () => {
    const book = (window as unknown as { kenzanGrid: Grid }).kenzanGrid.getActiveWorkbook();
    const other = book.getSheets().find((sheet) => sheet.getSheetId() !== book.getActiveSheet().getSheetId());
    if (other !== undefined) book.setActiveSheet(other);
    return new Promise<string | undefined>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(other?.getSheetName()), 200)),
    );
  };
  expect(await page.locator("main").isVisible()).toBe(false);
  expect(await page.evaluate(toOther)).toBeDefined();
  await page.locator(".many-table button").last().focus();
  const walked = new Set<string>();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    walked.add(await page.evaluate(() => (document.activeElement?.closest("main") === null ? "out" : "in")));
  }
  expect([...walked]).toEqual(["out"]);
  expect(errors).toEqual([]);
});

test("in the other language the overview is said anew, and back", async () => {
  await examine(() => page.locator("#folder-picker").setInputFiles(folder));
  const names = (await column("申請")).sort();
  await page.locator("#language").focus();
  await page.keyboard.press("Enter");
  await page.getByText("2 applications were checked.", { exact: true }).waitFor();
  expect(await page.title()).toBe("Applications — Kenzan");
  expect(await page.locator("#overview h2").textContent()).toBe("Applications");
  expect((await column("Application")).sort()).toEqual(names);
  expect((await page.locator(".many-table thead").textContent()) ?? "").not.toMatch(/[ぁ-ん]/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("language");
  await page.locator("#language").click();
  await page.getByText("2件を調べました。", { exact: true }).waitFor();
  expect((await column("申請")).sort()).toEqual(names);
  expect(errors).toEqual([]);
});

test("it is stopped after the application under way, and gone on with", async () => {
  // Pressed as soon as it can be.
  await page.locator("#overview").evaluate((overview) => {
    const watch = new MutationObserver(() => {
      const stop = [...overview.querySelectorAll("button")].find(({ textContent }) => textContent === "中止");
      if (overview.getAttribute("aria-busy") !== "true" || stop === undefined || stop.hidden) return;
      watch.disconnect();
      stop.click();
    });
    watch.observe(overview, { attributes: true, childList: true, subtree: true });
  });
  await page.locator("#folder-picker").setInputFiles(folder);
  await page.getByText("中止しました。2件のうち1件を調べました。").waitFor();
  expect(await table()).toHaveLength(1);
  await page.getByRole("button", { name: "続きから調べる" }).click();
  await page.getByText("2件を調べました。", { exact: true }).waitFor();
  expect(await table()).toHaveLength(2);
});

test("what lies too deep is named, on the page and in the workbook that is saved", async () => {
  const place = newFolder();
  cpSync(folder, place, { recursive: true });
  const deep = join(place, "控え", ...Array.from({ length: 9 }, (_, at) => String(at)));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, "見積書.csv"), "品名,金額");
  writeFileSync(join(place, "送付状.pdf"), "");
  mkdirSync(join(place, "読めない申請"));
  writeFileSync(join(place, "読めない申請", "予算書.xlsx"), "no workbook");
  await examine(() => drop(page, [place]));
  await page.getByText("見ていないファイルやフォルダーがあります: 控え/0/1/2/3/4/5/6/7/。").waitFor();
  // Why an application could not be checked is seen without moving a table that is wider than the window.
  const why = page.locator("tr", { hasText: "読めない申請" }).locator(".many-remarks");
  expect(await why.textContent()).toMatch(/予算書/);
  const { x = 0, width = Infinity } = (await why.boundingBox()) ?? {};
  expect(x + width).toBeLessThan(VIEWPORT.width);
  expect(await page.locator(".many-table th").allTextContents()).not.toContain("備考");
  const [list, , , left] = (await savedBook()).sheets;
  const texts = (sheet: typeof list) => sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
  expect(texts(list)).toContainEqual(expect.stringContaining("調べていないファイルやフォルダーが2件あります"));
  expect(left?.name).toBe("調べていないファイル");
  expect(texts(left)).toEqual(expect.arrayContaining(["送付状.pdf", "控え/0/1/2/3/4/5/6/7/"]));
  expect(errors).toEqual([]);
});

test("what applicants answered stands below the table, of a letter beside the folders as well, and in the workbook", async () => {
  const sample = join(ROOT, "samples/transformation-errors.xlsx");
  const [place, out] = [newFolder(), newOut()];
  cpSync(sample, join(place, "工業/予算書.xlsx"), { recursive: true });
  desk(place, "--out", out, "--letters");
  const letter = readFileSync(join(out, "letters/補正のお願い_工業.xlsx"));
  const book = editWorkbook(letter);
  const [sheet] = readWorkbook(letter).sheets;
  const row = sheet?.rows.find(({ cells }) => cells[0]?.value === 1)?.index ?? 0;
  book.setCell(sheet?.name ?? "", { row, column: 7, value: "覚書のとおりです。" });
  writeFileSync(join(place, "回答.xlsx"), book.save());
  await examine(() => drop(page, [place]));
  expect([await column("申請"), await column("ご回答")]).toEqual([["工業"], ["1"]]);
  expect(await page.locator(".many-answer").allTextContents()).toEqual(["覚書のとおりです。"]);
  const answers = (await savedBook()).sheets.find(({ name }) => name === "ご回答");
  expect(answers?.rows.find(({ index }) => index === 5)?.cells.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["工業", 1, "覚書のとおりです。", "../回答.xlsx"]),
  );
  expect(errors).toEqual([]);
});

test("of two folders given quickly the last is shown; one that is closed while it is said anew stays closed", async () => {
  const sample = join(ROOT, "samples/transformation-errors.xlsx");
  const [slow, quick] = [newFolder(), newFolder()];
  cpSync(sample, join(slow, "遅い申請/予算書.xlsx"), { recursive: true });
  cpSync(sample, join(slow, "回答.xlsx"));
  cpSync(sample, join(quick, "早い申請/予算書.xlsx"), { recursive: true });
  // What lies beside the folders is looked into first: on a slow disk that takes its time.
  await page.evaluate(() => {
    const read = File.prototype.arrayBuffer;
    const held = window as unknown as { kenzanHold: () => void; kenzanGo: () => void };
    let later = Promise.resolve();
    held.kenzanHold = () => void (later = new Promise((resolve) => (held.kenzanGo = resolve)));
    File.prototype.arrayBuffer = async function (this: File) {
      if (this.name === "回答.xlsx") await later;
      return read.call(this);
    };
  });
  const hold = () => page.evaluate(() => (window as unknown as { kenzanHold: () => void }).kenzanHold());
  const go = async () => {
    await page.evaluate(() => (window as unknown as { kenzanGo: () => void }).kenzanGo());
    await page.waitForTimeout(300);
  };
  await hold();
  await page.locator("#folder-picker").setInputFiles(slow);
  await examine(() => page.locator("#folder-picker").setInputFiles(quick));
  await go();
  expect(await column("申請")).toEqual(["早い申請"]);
  await examine(() => page.locator("#folder-picker").setInputFiles(slow));
  expect(await column("申請")).toContain("遅い申請");
  await hold();
  await page.locator("#language").click();
  await page.locator("#overview").getByRole("button", { name: "閉じる", exact: true }).click();
  await page.locator("#language").click();
  await go();
  await openAnew(page, sample);
  expect(await page.locator("#back").isVisible()).toBe(false);
  expect(errors).toEqual([]);
});

test("the letter given beside the budget is ticked off as the budget is mended", async () => {
  const sample = join(ROOT, "samples/transformation-errors.xlsx");
  const [place, out] = [newFolder(), newOut()];
  cpSync(sample, join(place, "申請.xlsx"));
  desk(place, "--out", out, "--letters");
  await openAnew(page, sample);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  await pane.locator("input[type=file][multiple]").setInputFiles(join(out, "letters/補正のお願い_申請.xlsx"));
  await pane.getByText(/^補正のお願い \d+件を読みました。/).waitFor();
  await pane.getByRole("button", { name: "直ったかどうかを見る" }).click();
  await pane.getByRole("heading", { name: /^補正のお願い \d+件のうち 0件が直りました$/ }).waitFor();
  await pane.getByRole("button", { name: /か所をまとめて直す/ }).click();
  await pane.getByRole("button", { name: /か所に書き込む/ }).click();
  await pane.getByText(/か所を直しました/).waitFor();
  await pane.getByRole("heading", { name: /^補正のお願い \d+件のうち [1-9]\d*件が直りました$/ }).waitFor();
  expect(await pane.locator(".asked .mended").count()).toBeGreaterThan(0);
  expect(await pane.locator(".asked .open").count()).toBeGreaterThan(0);
  await pane.locator(".asked").scrollIntoViewIfNeeded();
  await picture("desk-letter-ticked");
  expect(errors).toEqual([]);
});
