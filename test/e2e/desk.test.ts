/** The desk's page in a real browser: an application in the workbench with its estimates, and two people at once. */
import { spawn, type ChildProcess } from "node:child_process";
import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { bundlePath } from "../cli/kenzan";
import { applications, desk, newOut, rows } from "../desk/desk";
import { prepared } from "../run/prepared";
import { isOpen } from "./workbenchPage";

// One application, in which something is asked that a person may waive.
const { folder, truth } = applications({ seed: 77, count: 1, faulty: 1 });
const out = newOut();
const name = truth.applications[0]!.name;
let browser: Browser;
let server: ChildProcess;
let address = "";

beforeAll(async () => {
  const page = prepared("build-page");
  try {
    symlinkSync(page, join(dirname(dirname(bundlePath())), "page"), "junction"); // where the desk looks for it
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  desk(folder, "--out", out);
  server = spawn(process.execPath, [bundlePath(), "desk", "--out", out, "--serve"]);
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    address = /http:\/\/\S+/.exec(line)?.[0] ?? "";
    if (address !== "") break;
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
});

interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly errors: readonly string[];
}

/** As a person gets there: overview, application, name, workbench. */
async function openedBy(by: string): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ja-JP" });
  context.setDefaultTimeout(300_000);
  const overview = await context.newPage();
  await overview.goto(address);
  await overview.getByRole("link", { name }).first().click();
  await overview.getByLabel(/あなたの名前/).fill(by);
  const [page] = await Promise.all([context.waitForEvent("page"), overview.locator("#workbench").click()]);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await isOpen(page, /\.xlsx$/);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  await pane.getByText(`読んだ書類 ${String(truth.applications[0]!.estimates)}件`).waitFor();
  return { context, page, pane, errors };
}

async function waive({ pane }: Desk, reason: string, by: string): Promise<void> {
  await pane.getByRole("tab", { name: "結果" }).click();
  await pane.getByRole("button", { name: "理由を書いて承認済みにする…" }).first().click();
  await pane.getByRole("textbox", { name: "理由" }).fill(reason);
  await pane.getByRole("textbox", { name: "お名前" }).fill(by);
  await pane.getByRole("button", { name: "承認済みにする", exact: true }).click();
}

test("estimates lie beside the budget; what one decides is in the ledger, and another overwrites nothing", async () => {
  const [sato, suzuki] = [await openedBy("佐藤"), await openedBy("鈴木")];
  const onPaper = sato.pane.locator(".findings li", { hasText: ".pdf" }).first();
  await onPaper.locator(".finding-title").click();
  await onPaper.locator(".paper-frame").first().waitFor();

  await waive(sato, "財団に確認済み", "佐藤");
  await sato.pane.getByText("理由を書いて承認済みにしました。").waitFor();
  await waive(suzuki, "別の理由", "鈴木");
  await suzuki.pane.getByText("佐藤 さんが先に決定を記録していました。").waitFor();

  const reviews = rows(out, "select revision, made_by, saved from review");
  expect(reviews).toMatchObject([{ revision: 1, made_by: "佐藤" }]);
  expect(String(reviews[0]!["saved"])).toContain("財団に確認済み");
  expect(rows(out, "select verdict, reason, made_by from decided")).toEqual([
    { verdict: "accept", reason: "財団に確認済み", made_by: "佐藤" },
  ]);

  // Loaded anew, the other one sees it, and may take it back.
  await suzuki.page.reload();
  await isOpen(suzuki.page, /\.xlsx$/);
  await suzuki.pane.getByRole("button", { name: "チェックする" }).click();
  await suzuki.pane.getByText("財団に確認済み").first().waitFor();
  expect([sato.errors, suzuki.errors]).toEqual([[], []]);
  await sato.context.close();
  await suzuki.context.close();
});
