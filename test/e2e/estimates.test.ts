/** Estimates in the one page, from the disk, with the network off: dropped, read, framed, decided, saved, opened again. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { DECISIONS_KEY, parseSaved } from "../../src/core/decisions/saved";
import { readWorkbook } from "../../src/ooxml/read";
import { launchBrowser } from "../browser";
import { kenzan, newFolder } from "../cli/kenzan";
import { prepared } from "../run/prepared";
import { isOpen, openAnew, ROOT, VIEWPORT } from "./workbenchPage";

jest.setTimeout(400_000);

const given = join(ROOT, "test/fixtures/estimates/given");
const [SCAN, PATENT] = ["20_測定顕微鏡_スキャン.pdf", "09_特許事務所.pdf"] as const;
const folder = newFolder();
let browser: Browser;

beforeAll(async () => {
  prepared("build-page");
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** As files are dropped from the desktop: the event, with the files in it. */
async function drop(pane: FrameLocator, names: readonly string[]): Promise<void> {
  const files = names.map((name) => ({ name, base64: readFileSync(join(given, name)).toString("base64") }));
  await pane.locator(".give").evaluate((target, dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped)
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  }, files);
  await pane.getByText(/^読んだ書類/).waitFor();
}

async function checked(page: Page, book: string): Promise<FrameLocator> {
  await openAnew(page, book);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  return pane;
}

test("dropped, read, framed, decided, saved; applied when opened again and by the command line", async () => {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "ja-JP" });
  await context.setOffline(true);
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on("request", (request) => {
    if (!/^(data|blob|about|file):/.test(request.url())) asked.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(pathToFileURL(join(prepared("build-page"), "kenzan.html")).href, { waitUntil: "commit" });
  await isOpen(page, /\.xlsx$/);
  const pane = await checked(page, join(given, "budget.xlsx"));
  await drop(pane, [SCAN, PATENT, "15-18_通販見積一覧.csv"]);

  // The page as it is, and the row that was matched framed on it.
  const line = pane.locator("li.finding").filter({ hasText: PATENT }).first();
  await line.locator(".finding-title").click();
  await line.locator("canvas").waitFor();
  const frame = line.locator(".paper-frame").first();
  await frame.waitFor();
  const ink = await line.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 100) dark += 1;
    return dark;
  });
  expect(ink).toBeGreaterThan(1000);
  const [inside, sheet] = [await frame.boundingBox(), await line.locator("canvas").boundingBox()];
  expect(inside!.y).toBeGreaterThan(sheet!.y);
  expect(inside!.height).toBeLessThan(sheet!.height / 4);
  // Who offers, when and for how much in all, framed thinly.
  await line.locator(".paper-frame.quiet").nth(2).waitFor();
  await line.locator(".finding-title").click();

  // What was read of a paper: a press frames the place where it stands.
  await pane.getByText(/^読んだ書類/).click();
  const paper = pane.locator("li.finding", { has: pane.getByRole("button", { name: PATENT, exact: true }) });
  await paper.locator(".finding-title").click();
  await paper.locator("canvas").waitFor();
  await paper.locator("dd .link").first().click();
  await paper.locator(".paper-frame").waitFor();
  await paper.locator(".finding-title").click();

  // A scan is shown, typed off by a person, and confirmed.
  await pane.getByRole("button", { name: /^要確認/ }).click();
  const scanned = pane.locator("li.finding").filter({ hasText: SCAN }).first();
  await scanned.locator(".finding-title").click();
  await scanned.locator("canvas").waitFor();
  await scanned.getByRole("button", { name: "内容を入力する" }).click();
  await scanned.getByRole("textbox", { name: "税抜金額" }).fill("1,000");
  await scanned.getByRole("textbox", { name: "お名前" }).fill("小倉");
  await scanned.getByRole("button", { name: "この値で付け合わせる" }).click();
  await scanned.getByText(/^差 /).waitFor();
  await scanned.getByRole("button", { name: "確認済みにする" }).click();
  await scanned.getByRole("textbox", { name: /^理由/ }).fill("現物で確認");
  await scanned.getByRole("button", { name: "確認済みにする", exact: true }).click();
  // What was typed off the paper was recorded just before.
  await pane
    .getByText(/の確認を記録しました/)
    .filter({ hasNotText: SCAN })
    .waitFor();

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const decided = join(folder, "decided.xlsx");
  writeFileSync(decided, readFileSync(await download.path()));
  const saved = parseSaved(readWorkbook(readFileSync(decided)).settings[DECISIONS_KEY]!).decisions;
  expect(saved.matches).toMatchObject([{ verdict: "accepted", by: "小倉", reason: "現物で確認" }]);
  expect(saved.typed).toMatchObject([{ net: 1000, by: "小倉" }]);

  const again = await checked(page, decided);
  await drop(again, [SCAN, PATENT]);
  await again.getByText(/人が確認済み（小倉/).waitFor();
  await again.getByRole("button", { name: "集計シート" }).click();
  await again.getByText(/シート「検算結果」を作りました/).waitFor();
  expect([asked, errors]).toEqual([[], []]);
  await context.close();

  const { stdout } = kenzan([
    ...["check", decided, "--frame", "transformation", "--decisions", "apply", "--format", "json"],
    ...["--estimates", join(given, SCAN), join(given, PATENT)],
  ]);
  const { decisions, estimates } = JSON.parse(stdout) as {
    decisions: { made: { kind: string; by: string; valid: boolean }[] };
    estimates: { matches: { row: number; state: string; documents: { file: string }[] }[] };
  };
  expect(decisions.made).toMatchObject([
    { kind: "match", by: "小倉", valid: true },
    { kind: "match", by: "小倉", valid: true },
  ]);
  expect(estimates.matches.find(({ row }) => row === saved.matches![0]!.row)).toMatchObject({
    state: "一致",
    documents: [{ file: SCAN }],
  });
});
