/** The desk's page in a real browser, with clicks and keys: the overview filtered and sorted, a decision made, a round later. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Browser, Page } from "playwright-core";
import Database from "libsql";
import { join } from "node:path";
import { launchBrowser } from "../browser";
import { commandPath } from "../cli/kenzan";
import { applications, desk, newOut, rows } from "./desk";

const { folder } = applications({ seed: 11, count: 6, pdfs: false });
const out = newOut();
let server: ChildProcess;
let address = "";
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desk(folder, "--out", out);
  desk(folder, "--out", out);
  const env = { ...process.env, TZ: "Asia/Tokyo" };
  server = spawn(process.execPath, [commandPath(), "desk", "--out", out, "--serve"], { env });
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? "";
    if (address !== "") break;
  }
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  server.kill();
});
beforeEach(async () => {
  await page.goto(address);
});

/** What stands in a column of the rows that are shown, from the top. */
const shown = (column: number): Promise<string[]> =>
  page
    .locator("#list tbody tr:visible")
    .evaluateAll((all, at) => all.map((row) => (row as HTMLTableRowElement).cells[at]?.textContent ?? ""), column);

const heading = (name: string) => page.getByRole("columnheader", { name, exact: true });
const columnOf = (name: string): Promise<number> =>
  heading(name).evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);

const figures = (texts: readonly string[]): number[] => texts.map((text) => Number(text.replaceAll(",", "")));

it("shows at 1280 pixels what needs a person", async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const name of ["直す", "確かめる", "見積 要対応", "未確認", "ご回答"]) {
    const box = await heading(name).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(1280);
  }
});

it("sorts figures the highest first, then the lowest, then by need again", async () => {
  const column = await columnOf("申請経費");
  const byNeed = await shown(1);
  const falling = [...figures(await shown(column))].sort((a, b) => b - a);
  expect(new Set(falling).size).toBeGreaterThan(1);
  await heading("申請経費").getByRole("button").click();
  expect(figures(await shown(column))).toEqual(falling);
  expect(await heading("申請経費").getAttribute("aria-sort")).toBe("descending");
  await heading("申請経費").getByRole("button").click();
  expect(figures(await shown(column))).toEqual([...falling].reverse());
  await heading("申請経費").getByRole("button").click();
  expect(await shown(1)).toEqual(byNeed);
  expect(await page.locator("th[aria-sort]").count()).toBe(0);
});

it("sorts by keyboard, and the key stays where it was pressed", async () => {
  const names = [...(await shown(1))].sort((a, b) => a.localeCompare(b, "ja"));
  await heading("申請").getByRole("button").focus();
  await page.keyboard.press("Enter");
  expect(await shown(1)).toEqual(names);
  await page.keyboard.press("Space");
  expect(await shown(1)).toEqual([...names].reverse());
  expect(
    await heading("申請")
      .getByRole("button")
      .evaluate((button) => button === document.activeElement),
  ).toBe(true);
});

it("shows what is of a state, or has the words in its name, and says how many", async () => {
  const states = await shown(0);
  const value = await page.locator("#list tbody tr").first().getAttribute("data-standing");
  await page.getByLabel("状態").selectOption(value);
  const own = await shown(0);
  expect(own).toEqual(states.filter((state) => state === states[0]));
  expect(await page.getByRole("status").textContent()).toBe(`${String(own.length)}件を表示`);
  await page.getByLabel("状態").selectOption("");
  const [name = ""] = await shown(1);
  await page.getByLabel("申請・申請者で絞り込む").fill(name.toUpperCase());
  expect(await shown(1)).toEqual([name]);
  // A figure of another column is no name.
  await page.getByLabel("申請・申請者で絞り込む").fill("直す");
  expect(await page.getByRole("status").textContent()).toBe("0件を表示");
});

it("keeps the filter for whoever comes back from an application", async () => {
  const [name = ""] = await shown(1);
  await page.getByLabel("申請・申請者で絞り込む").fill(name);
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.goBack();
  expect(await page.getByLabel("申請・申請者で絞り込む").inputValue()).toBe(name);
  expect(await shown(1)).toEqual([name]);
});

it("asks for a name before it keeps a decision, and shows what was kept", async () => {
  const errors = await columnOf("直す");
  const at = figures(await shown(errors)).findIndex((count) => count > 0);
  const name = (await shown(1))[at] as string;
  await page.getByRole("link", { name, exact: true }).first().click();
  const card = page.locator("article.finding").first();
  const accept = card.getByRole("button", { name: "入れない（このままでよい）" });
  await accept.click();
  expect(await card.getByRole("status").textContent()).toBe("名前を入れてください。");
  await page.keyboard.type("佐藤"); // the name's field has the focus
  await card.getByLabel("理由・メモ").fill("電話で確認した");
  await accept.focus();
  await page.keyboard.press("Enter");
  await card.getByText("記録しました。").waitFor();
  expect(await accept.getAttribute("aria-pressed")).toBe("true");
  expect(rows(out, "select verdict, reason, made_by from decision")).toEqual([
    { verdict: "accept", reason: "電話で確認した", made_by: "佐藤" },
  ]);
  // Later it is told when, by the clock of the office.
  await page.reload();
  const [decision] = rows(out, "select made_at from decision");
  const there = new Date(String(decision?.["made_at"])).toLocaleString("sv-SE", {
    timeZone: "Asia/Tokyo",
    dateStyle: "short",
    timeStyle: "short",
  });
  await page.getByText(`佐藤 さんが ${there} に記録`).waitFor();
});

it("shows first what is to be decided, and folds notes away", async () => {
  const [row] = rows(out, "select name, errors + warnings as open, notes from latest where errors > 0 and notes > 0");
  await page.goto(`${address}application/${encodeURIComponent(String(row?.["name"]))}`);
  expect(await page.locator("article.finding:visible").count()).toBe(row?.["open"]);
  const summary = page.getByText(`お知らせ ${String(row?.["notes"])}件（お願いには入りません）`);
  await summary.click();
  expect(await page.locator("article.finding.info:visible").count()).toBe(row?.["notes"]);
});

it("puts no brackets around a clause that there is not", async () => {
  const [row] = rows(out, "select name, examination from latest where errors > 0");
  const db = new Database(join(out, "ledger.sqlite"));
  db.exec(`update finding set clause = '' where examination = ${String(row?.["examination"])}`);
  db.close();
  await page.goto(`${address}application/${encodeURIComponent(String(row?.["name"]))}`);
  const texts = await page.locator("article.finding p").allTextContents();
  expect(texts.filter((text) => text.includes("()"))).toEqual([]);
});

it("says of an application that has not come back that it has not", async () => {
  const names = (where: string) => rows(out, `select name from latest where ${where}`).map(({ name }) => String(name));
  const told = page.getByText("前回から何も変わっていません。");
  await page.goto(`${address}application/${encodeURIComponent(names("errors > 0")[0]!)}`);
  await told.waitFor();
  // Of one that was asked nothing there is nothing to wait for.
  await page.goto(`${address}application/${encodeURIComponent(names("errors + warnings = 0")[0]!)}`);
  expect(await told.count()).toBe(0);
});

it("offers a letter only where there is something to ask", async () => {
  const name = String(rows(out, "select name from latest where errors = 0 and warnings = 0")[0]?.["name"]);
  await page.goto(`${address}application/${encodeURIComponent(name)}`);
  await page.getByText("お願いすることはありません").waitFor();
  expect(await page.getByRole("link", { name: ".docx" }).count()).toBe(0);
  const answer = await page.request.get(`${address}letter/${encodeURIComponent(name)}/txt`);
  expect([answer.status(), await answer.text()]).toEqual([404, "この申請に、お願いすることはありません。"]);
});

it("says the same of two rounds where the ledger has not kept how they differ", async () => {
  const kept = await page.locator("#list").innerText();
  const counted = rows(out, "select count(*) as number from since");
  expect(counted).toEqual([{ number: 6 }]);
  const db = new Database(join(out, "ledger.sqlite"));
  db.exec("delete from since");
  db.close();
  await page.reload();
  expect(await page.locator("#list").innerText()).toBe(kept);
  expect(rows(out, "select count(*) as number from since")).toEqual(counted);
});
