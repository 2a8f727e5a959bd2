/** An application opened from the desk's page, as the secretariat does: its estimates framed, a decision made, the letter after it. */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { commandPath } from "../cli/kenzan";
import { drop, isOpen } from "../e2e/workbenchPage";
import { prepared } from "../run/prepared";
import { applications, desk, newOut, rows } from "./desk";

// One line differs from its estimate, a PDF; one estimate is a scan.
const { folder, truth } = applications({ seed: 53, count: 1, faulty: 1 });
const { name, faults } = truth.applications[0]!;
const item = faults.find(({ kind }) => kind === "estimate-amount")!.item!;
const out = newOut();
let server: ChildProcess;
let browser: Browser;
let address = "";
let list: Page;
let page: Page;
let pane: FrameLocator;

/** The workbench, as the desk's page opens it for whoever gave the name. */
async function opened(by: string): Promise<Page> {
  await list.goto(`${address}application/${encodeURIComponent(name)}`);
  await list.getByLabel("あなたの名前（記録に残ります）").fill(by);
  const link = list.getByRole("link", { name: "作業台で予算書を開く" });
  const [tab] = await Promise.all([list.context().waitForEvent("page"), link.click()]);
  await isOpen(tab, /\.xlsx$/);
  await tab.frameLocator("#pane").getByRole("button", { name: "チェックする" }).click();
  await tab.frameLocator("#pane").locator(".verdict").waitFor();
  return tab;
}

beforeAll(async () => {
  prepared("build-page");
  desk(folder, "--out", out);
  server = spawn(process.execPath, [commandPath(), "desk", "--out", out, "--serve"]);
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? "";
    if (address !== "") break;
  }
  browser = await launchBrowser();
  list = await (await browser.newContext({ locale: "ja-JP" })).newPage();
  page = await opened("佐藤");
  pane = page.frameLocator("#pane");
});
afterAll(async () => {
  await browser.close();
  server.kill();
});

const card = () => pane.locator("li.finding").filter({ hasText: item }).first();

it("is of one application, says whose, and takes no other budget", async () => {
  expect(await page.title()).toBe(`${name} — 検算 Kenzan`);
  await page.getByText(`申請 ${name}\u3000判断する人 佐藤`).waitFor();
  for (const control of ["#open", "#samples", "#folder"]) expect(await page.locator(control).isVisible()).toBe(false);
  const open = await page.evaluate(() => document.body.dataset["open"]);
  await drop(page, [join(__dirname, "../fixtures/samples/transformation-errors.xlsx")]);
  await page.getByText(`この画面は「${name}」のものです。`).waitFor();
  expect(await page.evaluate(() => document.body.dataset["open"])).toBe(open);
});

it("has the estimates with it, the row in question framed on its page", async () => {
  await pane.getByRole("tab", { name: "見積書" }).click();
  await card().getByRole("button", { name: item }).click();
  await card().locator(".paper-sheet canvas").waitFor();
  await card().locator(".paper-frame:not(.quiet)").first().waitFor();
});

it("keeps a decision in the ledger under the name of whoever opened it, which is not asked again", async () => {
  await card().getByRole("button", { name: "確認済みにする" }).click();
  expect(await card().getByLabel("お名前").inputValue()).toBe("佐藤");
  await card().getByLabel("理由").fill("取り直した見積書を見た");
  // The pane shows it at once; the ledger has it when the desk has answered.
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await card().getByRole("button", { name: "確認済みにする" }).click();
  await pane.locator("li.finding").filter({ hasText: item }).getByText("取り直した見積書を見た").waitFor();
  expect((await kept).ok()).toBe(true);
  // What is said of the estimate is settled, and nothing else of the line.
  expect(rows(out, "select verdict, reason, made_by, subject like 'evidence/mismatch|%' as own from decided")).toEqual([
    { verdict: "accept", reason: "取り直した見積書を見た", made_by: "佐藤", own: 1 },
  ]);
  expect(rows(out, "select made_by, revision from reviewed")).toEqual([{ made_by: "佐藤", revision: 1 }]);
  // Back on the desk's page it stands there; a memo that was not recorded is not lost to that.
  const memo = list.getByLabel("理由・メモ").first();
  const comeBack = () => list.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await memo.fill("書きかけ");
  await comeBack();
  await list.evaluate(async () => void (await fetch(location.href))); // as long as reading the page anew would take
  expect(await memo.inputValue()).toBe("書きかけ");
  await memo.fill("");
  await comeBack();
  await list.getByText(/^佐藤 さんが .+ に記録$/).waitFor();
});

it("shows the next person what was decided, whose own name is offered then", async () => {
  const theirs = await opened("鈴木");
  const other = theirs.frameLocator("#pane");
  await other.getByRole("tab", { name: "見積書" }).click();
  await other.getByText("取り直した見積書を見た").waitFor();
  const scan = other.locator("li.finding").filter({ hasText: "要確認" }).first();
  await scan.locator(".finding-title").click();
  await scan.getByRole("button", { name: "確認済みにする" }).click();
  expect(await scan.getByLabel("お名前").inputValue()).toBe("鈴木");
});

it("leaves out of the letter what was accepted", async () => {
  await list.reload();
  await list.getByText("お願いすることはありません").waitFor();
  desk("--out", out, "--letters");
  expect(() => readFileSync(join(out, `letters/補正のお願い_${name}.txt`))).toThrow("ENOENT");
});
