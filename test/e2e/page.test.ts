/** The one page, opened from the disk with the network off: the very file that `npm run build:page` makes. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { FrameLocator, Page } from "playwright-core";
import { readWorkbook } from "../../src/ooxml/read";
import { DECISIONS_KEY, parseSaved } from "../../src/core/decisions/saved";
import { cellAt } from "../../src/core/workbook/workbook";
import { words } from "../../src/taskpane/words";
import { words as pageWords } from "../../src/workbench/words";
import { buildXlsx } from "../ooxml/build";
import { newFolder, prepared } from "../run/prepared";
import { frameOf, type PageBook } from "./agreement";
import { openSinglePage, type SinglePage } from "./singlePage";
import { becomes, drop, openAnew, ROOT, shown, staying, type, untilPaneIsNew, VIEWPORT } from "./workbenchPage";

let one: SinglePage;
let page: Page;
let pane: FrameLocator;
let [asked, errors]: (readonly string[])[] = [[], []];

beforeAll(async () => {
  one = await openSinglePage();
  ({ page, pane, asked, errors } = one);
});
afterAll(() => one?.browser.close());

const anew = () => openAnew(page, join(ROOT, "samples/transformation-errors.xlsx"));

test("the engine lies in it once", () => {
  const html = readFileSync(join(prepared("build-page"), "kenzan.html"), "utf8");
  // Whoever has the engine has what it learned.
  const { rows } = (
    JSON.parse(readFileSync(join(ROOT, "src/core/classify/learned/learned.json"), "utf8")) as {
      readonly lines: { readonly rows: string };
    }
  ).lines;
  expect(rows.length).toBeGreaterThan(1_000);
  expect(html.split(rows.slice(0, 200))).toHaveLength(2);
});

test("checks, fixes, decides, summarises and saves, asking for nothing from anywhere", async () => {
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  await page.evaluate(() => {
    interface Grid {
      readonly Event: { readonly CommandExecuted: string };
      addEvent(event: string, heard: (command: { readonly id: string }) => void): void;
      getActiveWorkbook(): { getSheetByName(name: string): { getConditionalFormattingRules(): readonly unknown[] } };
    }
    const { kenzanGrid: grid } = window as unknown as { kenzanGrid: Grid };
    const marks: number[] = [];
    Object.assign(window, { kenzanMarks: marks });
    grid.addEvent(grid.Event.CommandExecuted, ({ id }) => {
      if (id.includes("conditional"))
        marks.push(grid.getActiveWorkbook().getSheetByName("予算明細").getConditionalFormattingRules().length);
    });
  });
  // A fix reaches the sheet; the marks follow, and while they are renewed none of them goes out.
  await pane.getByRole("button", { name: /か所をまとめて直す|Apply/ }).click();
  await pane.getByRole("button", { name: /か所に書き込む/ }).click();
  await pane.getByText(/か所を直しました/).waitFor();
  // A waiver with reason and name.
  await pane.getByRole("button", { name: "理由を書いて承認済みにする…" }).first().click();
  await pane.getByRole("textbox", { name: "理由" }).fill("事務局に確認済み");
  await pane.getByRole("textbox", { name: "お名前" }).fill("小倉");
  await pane.getByRole("button", { name: "承認済みにする", exact: true }).click();
  await pane.getByText("理由を書いて承認済みにしました。").waitFor();
  await pane.getByRole("button", { name: "集計シート" }).click();
  await pane.getByText(/シート「検算結果」を作りました/).waitFor();

  const marks = await page.evaluate(() => (window as unknown as { kenzanMarks: number[] }).kenzanMarks);
  expect(marks.length).toBeGreaterThan(0);
  expect(Math.min(...marks)).toBeGreaterThan(0);

  const saved = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    return readFileSync(await download.path());
  };
  const atWork = page.workers();
  const bytes = await saved();
  // Whoever made the file makes the next; who says that he broke down is followed by another.
  const [maker, ...more] = page.workers().filter((worker) => !atWork.includes(worker));
  expect(more).toEqual([]);
  expect((await saved()).equals(bytes)).toBe(true);
  expect(page.workers()).toContain(maker);
  await maker?.evaluate(() => postMessage({ broken: "" }));
  expect((await saved()).equals(bytes)).toBe(true);
  expect(page.workers()).not.toContain(maker);
  const workbook = readWorkbook(bytes);
  expect(workbook.sheets.map(({ name }) => name)).toContain("検算結果");
  const budget = workbook.sheets.find(({ name }) => name === "予算明細")!;
  expect(cellAt(budget, 6, 3)?.value).toBe("消耗品費");
  expect(parseSaved(workbook.settings[DECISIONS_KEY]!).decisions.waivers).toMatchObject([
    { reason: "事務局に確認済み", by: "小倉", seen: { text: expect.any(String) } },
  ]);
  expect([asked, errors]).toEqual([[], []]);
});

test("the budget comes to the front of a workbook that was opened; whoever goes elsewhere is left there", async () => {
  await anew();
  await becomesFront("予算明細");
  await page.locator("#sheet").getByText("労務費", { exact: true }).click();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  expect(await front()).toBe("労務費");
  // The pane of the other language reads the workbook anew.
  await page.locator("#language").click();
  await pane.getByText("You can apply for").first().waitFor();
  await page.locator("#language").click();
  await pane.getByText("申請できる額").first().waitFor();
  expect(await front()).toBe("労務費");
  expect(errors).toEqual([]);
});

/** The sheet that the grid shows. */
const front = (): Promise<string> =>
  page.evaluate(() => {
    const { kenzanGrid } = window as unknown as {
      kenzanGrid: { getActiveWorkbook(): { getActiveSheet(): { getSheetName(): string } } };
    };
    return kenzanGrid.getActiveWorkbook().getActiveSheet().getSheetName();
  });

async function becomesFront(sheet: string): Promise<void> {
  for (let tries = 0; (await front()) !== sheet; tries += 1) {
    if (tries === 600) throw new Error(`${await front()} is in front, not ${sheet}`);
    await page.waitForTimeout(50);
  }
}

test("the other language, and back, without losing what was typed; unsaved work is asked for before it goes", async () => {
  await anew();
  await type(page, "予算明細", "D6", "別の品名");
  await page.locator("#language").click();
  await pane.getByRole("button", { name: "Check", exact: true }).click();
  await pane.getByText("You can apply for").first().waitFor();
  expect(await page.locator("#open").textContent()).toBe("Open a workbook");
  const questions: string[] = [];
  page.once("dialog", (dialog) => {
    questions.push(dialog.message());
    void dialog.dismiss();
  });
  await page.locator("#samples").selectOption({ index: 1 });
  expect(questions).toHaveLength(1); // asked, and answered, before the choice returned
  expect(await page.evaluate(() => document.body.dataset["open"])).toBe("transformation-errors.xlsx");
  expect(await page.locator("#samples").inputValue()).toBe("transformation-errors.xlsx");
  expect(await page.locator("#samples").textContent()).not.toMatch(/[ぁ-ん]/);
  await page.locator("#language").click();
  await pane.getByText("申請できる額").first().waitFor();
  expect(errors).toEqual([]);
});

test("whoever goes on in the other language is where they were, with what was half written, and marks that were taken away stay so", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  await pane.getByRole("button", { name: "セルの色を消す" }).click();
  await pane.getByRole("button", { name: "理由を書いて承認済みにする…" }).first().click();
  await pane.getByRole("textbox", { name: "理由" }).fill("事務局に確認中");
  await page.locator("#language").click();
  await pane.getByText("You can apply for").first().waitFor();
  await pane.getByRole("button", { name: "Mark the cells" }).waitFor();
  await pane
    .getByRole("button", { name: /^Waive with a reason/ })
    .first()
    .click();
  expect(await pane.getByRole("textbox", { name: "Reason" }).inputValue()).toBe("事務局に確認中");
  await pane.getByRole("tab", { name: "Settings" }).click();
  await page.locator("#language").click();
  await pane.getByRole("tabpanel", { name: "設定" }).waitFor();
  // Another workbook begins at its beginning.
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).waitFor();
  expect(errors).toEqual([]);
});

test("what was decided is kept though the other language, or saving, is pressed before it has been checked", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  const decideAnd = async (names: readonly [string, RegExp, RegExp, string], then: string) => {
    const [open, reason, by, save] = names;
    await pane.getByRole("button", { name: open }).first().click();
    await pane.getByRole("textbox", { name: reason }).fill("事務局に確認済み");
    await pane.getByRole("textbox", { name: by }).fill("小倉");
    await frameOf(page).evaluate(
      ([name, next]) => {
        [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)?.click();
        window.parent.document.getElementById(next)?.click();
      },
      [save, then] as const,
    );
  };
  const inBook = (text: unknown) => parseSaved(String(text)).decisions.waivers.length;
  await decideAnd(["理由を書いて承認済みにする…", /^理由$/, /^お名前$/, "承認済みにする"], "language");
  await pane.getByText("You can apply for").first().waitFor();
  const kept = await page.evaluate(
    (key) => (window as unknown as { kenzanPage: { book: PageBook } }).kenzanPage.book.settings.get(key),
    DECISIONS_KEY,
  );
  expect(inBook(kept)).toBe(1);
  const { waive, findings } = words.en;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    decideAnd([findings.waive, new RegExp(`^${waive.reason}$`), new RegExp(`^${waive.by}$`), waive.save], "save"),
  ]);
  expect(inBook(readWorkbook(readFileSync(await download.path())).settings[DECISIONS_KEY])).toBe(2);
  await page.locator("#language").click();
  await pane.getByText("申請できる額").first().waitFor();
  expect(errors).toEqual([]);
});

test("reloading with unsaved edits is asked for first, and keeps them; once saved, nothing is asked", async () => {
  await anew();
  await page.locator("h1").click(); // only a page that was touched may ask
  await type(page, "予算明細", "D6", "別の品名");
  const stay = async () => {
    const dialog = await page.waitForEvent("dialog");
    await dialog.dismiss();
    return dialog.type();
  };
  const [asked] = await Promise.all([stay(), page.evaluate(() => location.reload())]);
  expect(asked).toBe("beforeunload");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  expect(await shown(page, "予算明細", "D6")).toBe("別の品名");
  const save = () => Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  await save();
  // Megabytes of a worker's text are put beside the page once, not at every press.
  await page.evaluate(() => {
    const [put, told] = [URL.createObjectURL.bind(URL), [] as string[]];
    Object.assign(window, { kenzanPut: told });
    URL.createObjectURL = (object: Blob) => {
      told.push(object.type);
      return put(object);
    };
  });
  await save();
  expect(await page.evaluate(() => (window as unknown as { kenzanPut: string[] }).kenzanPut)).toEqual([
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]);
  // What a reload asks the page first; reading the page anew takes long.
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  expect(errors).toEqual([]);
});

test("a decision under way is asked for before another workbook, or a reload, takes it; of what was sent the page waits for what becomes of it", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await pane.getByRole("button", { name: "理由を書いて承認済みにする…" }).first().click();
  expect(await asks()).toBe(false);
  await pane.getByRole("textbox", { name: "理由" }).fill("事務局に確認中");
  expect(await asks()).toBe(true);
  const stay = (act: () => Promise<unknown>) => staying(page, act);
  const name = "transformation-errors.xlsx";
  const samples = page.locator("#samples");
  const own = join(ROOT, "test/fixtures/samples/messy-layout.xlsx");
  expect(await stay(() => samples.selectOption({ index: 1 }))).toBe(pageWords.ja.discardDrafts(name));
  expect(await stay(() => page.locator("#file").setInputFiles(own))).toBe(pageWords.ja.discardDrafts(name));
  expect(await pane.getByRole("textbox", { name: "理由" }).inputValue()).toBe("事務局に確認中");
  expect(await page.evaluate(() => document.body.dataset["open"])).toBe(name);
  await pane.getByRole("textbox", { name: "お名前" }).fill("小倉");
  // Sent, and another chosen in the same turn: it is kept before it is asked for.
  const send = () =>
    frameOf(page).evaluate((save) => {
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent === save)?.click();
      const list = window.parent.document.getElementById("samples") as HTMLSelectElement;
      list.selectedIndex = 1;
      list.dispatchEvent(new Event("change"));
    }, words.ja.waive.save);
  expect(await stay(send)).toBe(pageWords.ja.discard(name));
  const kept = await page.evaluate(
    (key) => (window as unknown as { kenzanPage: { book: PageBook } }).kenzanPage.book.settings.get(key),
    DECISIONS_KEY,
  );
  expect(parseSaved(String(kept)).decisions.waivers).toMatchObject([{ reason: "事務局に確認中" }]);
  await page.waitForFunction((open) => (document.getElementById("samples") as HTMLSelectElement).value === open, name);
  // Once saved, a correction that is chosen is asked for, until it is given up.
  await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  expect(await asks()).toBe(false);
  await pane
    .getByRole("button", { name: /タクシー・特別席の料金は対象外です/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "分類を直す…" }).first().click();
  await pane.getByRole("combobox", { name: "正しい項目" }).selectOption("外注費");
  expect(await asks()).toBe(true);
  await pane.getByRole("button", { name: "やめる" }).click();
  expect(await asks()).toBe(false);
  // So is a condition that is being typed, and has not been left yet.
  await pane.getByRole("tab", { name: "設定" }).click();
  await pane.getByText("そのほかの条件").click();
  const requested = pane.getByRole("textbox", { name: "申請額（円）" });
  await requested.fill("4,000");
  expect(await asks()).toBe(true);
  await requested.fill("");
  expect(await asks()).toBe(false);
  expect(errors).toEqual([]);
});

test("until the workbook before is taken away nothing is typed into it; what the pane of the next writes meanwhile is drawn, and is work", async () => {
  await anew();
  await page.evaluate(() => {
    interface Cells extends PageBook {
      readonly sheets: readonly (PageBook["sheets"][number] & {
        make(row: number, column: number): { value: unknown };
      })[];
      tell(kind: string, sheet: unknown, area: unknown): void;
    }
    const held = window as unknown as {
      kenzanPage: { book: Cells };
      kenzanSeen: { open: string[]; written: string[] };
    };
    const [sheet, main, old] = [
      document.getElementById("sheet")!,
      document.querySelector("main")!,
      held.kenzanPage.book,
    ];
    const seen = (held.kenzanSeen = { open: [] as string[], written: [] as string[] });
    const reach = new MutationObserver(() => {
      if (document.body.dataset["open"] === undefined && sheet.firstChild !== null && sheet.closest("[inert]") === null)
        seen.open.push(document.getElementById("status")?.textContent ?? "");
    });
    for (const one of [sheet, main]) reach.observe(one, { attributeFilter: ["inert"] });
    // As often as the grid puts something into the page: among these are moments at which it has taken the cells, and is not ready.
    const write = new MutationObserver(() => {
      const { book } = held.kenzanPage;
      if (document.body.dataset["open"] !== undefined) return seen.written.length > 0 ? write.disconnect() : undefined;
      if (book === old) return;
      const row = 60 + seen.written.length;
      const budget = book.sheets.find(({ name }) => name === "予算明細")!;
      budget.make(row, 4).value = `品名${row}`;
      book.tell("cells", budget, { top: row, left: 4, bottom: row, right: 4 });
      seen.written.push(`品名${row}`);
    });
    write.observe(sheet, { childList: true, subtree: true });
  });
  await page.locator('#sheet canvas[id^="univer-sheet-main-canvas"]').click({ position: { x: 300, y: 200 } });
  await anew();
  await becomesFront("予算明細"); // this, too, puts something into the page; and whoever types stays where they are
  await page.keyboard.type("5");
  await page.waitForFunction(() => (window as unknown as Typing).kenzanGrid.getActiveWorkbook().isCellEditing());
  await page.keyboard.press("Escape");
  const { open, written } = await page.evaluate(
    () => (window as unknown as { kenzanSeen: { open: string[]; written: string[] } }).kenzanSeen,
  );
  expect(open).toEqual([]);
  expect(written.length).toBeGreaterThan(0);
  for (const [at, text] of written.entries()) await becomes(page, "予算明細", `D${60 + at}`, text);
  expect(await page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
  expect(errors).toEqual([]);
});

test("a long workbook is read beside the page, to its last row and with its looks; a long file that is none is named", async () => {
  const folder = newFolder();
  const [long, none] = [join(folder, "long.xlsx"), join(folder, "none.xlsx")];
  const line = (at: number) => [
    at,
    `品名その${at}号機`,
    at * 1_000,
    { value: 45_800 + (at % 150), format: "yyyy/m/d" },
  ];
  const rows = [["No", "品名", "金額", "発注日"], ...Array.from({ length: 3_000 }, (_, at) => line(at + 1))];
  writeFileSync(long, buildXlsx({ sheets: [{ name: "長い予算", rows }] }));
  writeFileSync(none, readFileSync(long).subarray(0, 70_000));
  expect(Math.min(statSync(long).size, statSync(none).size)).toBeGreaterThan(2 ** 16); // shorter ones are read on the spot
  await openAnew(page, long);
  expect(await shown(page, "長い予算", "B3001")).toBe("品名その3000号機");
  const known = () =>
    page.evaluate(() => {
      const { sheets } = (window as unknown as { kenzanPage: { book: PageBook } }).kenzanPage.book;
      const { value, numberFormat } = sheets[0]?.get(3_001, 4) ?? {};
      return [sheets[0]?.name, value, numberFormat];
    });
  const found = ["長い予算", 45_800, "yyyy/m/d"];
  expect(await known()).toEqual(found);
  await page.locator("#file").setInputFiles(none);
  await page.getByText("none.xlsx を開けません。途中で切れています。").waitFor();
  // What was open is open still, and may be worked on.
  expect(await known()).toEqual(found);
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.locator(".verdict").waitFor();
  expect(errors).toEqual([]);
});

test("what is half typed into a cell is entered when somebody goes to the buttons or the pane, and is asked for before it goes", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("button", { name: "予算明細 C6 を選択" }).first().click();
  const start = async (text: string) => {
    await page.locator('#sheet canvas[id^="univer-sheet-main-canvas"]').click({ position: { x: 300, y: 200 } });
    await page.keyboard.type(text);
    await page.waitForFunction(() => (window as unknown as Typing).kenzanGrid.getActiveWorkbook().isCellEditing());
    return page.evaluate(() =>
      (window as unknown as Typing).kenzanGrid.getActiveWorkbook().getActiveRange().getA1Notation(),
    );
  };
  const cell = await start("半分");
  expect(await page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const saved = readWorkbook(readFileSync(await download.path())).sheets.find(({ name }) => name === "予算明細")!;
  expect(cellAt(saved, Number(row), letters.charCodeAt(0) - 64)?.value).toBe("半分");
  await start("もう半分");
  await pane.getByRole("button", { name: "次へ" }).first().click();
  await page.waitForFunction(() => !(window as unknown as Typing).kenzanGrid.getActiveWorkbook().isCellEditing());
  await becomes(page, "予算明細", cell, "もう半分");
  expect(errors).toEqual([]);
});

test("a dark page has a dark grid; where a system has few colours of its own the grid keeps those of the sheet", async () => {
  await anew();
  /** How bright the middle of the sheet is, 0–255, as it is seen. */
  const paper = async (): Promise<number> => {
    const { x, y, width, height } = (await page.locator("#sheet").boundingBox())!;
    const clip = { x: x + width / 2 - 100, y: y + height / 2 - 50, width: 200, height: 100 };
    const picture = (await page.screenshot({ clip })).toString("base64");
    return page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      const points = [...(context?.getImageData(0, 0, image.width, image.height).data ?? [])];
      return points.filter((_, index) => index % 4 === 1).sort((one, other) => one - other)[points.length >> 3] ?? -1;
    }, picture);
  };
  const becomesPaper = async (isDark: boolean) => {
    for (let tries = 0; (await paper()) < 128 !== isDark; tries += 1) {
      if (tries === 60) throw new Error(`the paper has a brightness of ${await paper()}`);
      await page.waitForTimeout(50);
    }
  };
  await becomesPaper(false);
  await page.emulateMedia({ colorScheme: "dark" });
  await becomesPaper(true);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  await becomesPaper(false);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "none" });
  await anew();
  await becomesPaper(true);
  await page.emulateMedia({ colorScheme: "light" });
  await becomesPaper(false);
  expect(errors).toEqual([]);
});

test("marks stand out from dark paper, and what is written on them can be read", async () => {
  await anew();
  await page.setViewportSize({ ...VIEWPORT, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  await pane.getByRole("button", { name: "予算明細 C6 を選択" }).first().waitFor();
  /** The colours within a cell of the grid as they are seen, the most frequent first. */
  const colours = async (cell: string): Promise<number[][]> => {
    const { x, y, width, height } = await page.evaluate((reference) => {
      const sheet = (window as unknown as Seen).kenzanGrid.getActiveWorkbook().getActiveSheet();
      const { x, y, width, height } = sheet.getRange(reference).getCellRect();
      return { x, y, width, height };
    }, cell);
    const canvas = (await page.locator('#sheet canvas[id^="univer-sheet-main-canvas"]').boundingBox())!;
    const clip = { x: canvas.x + x + 3, y: canvas.y + y + 3, width: width - 6, height: height - 6 };
    const picture = (await page.screenshot({ clip })).toString("base64");
    return page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      const parts = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const times = new Map<string, number>();
      for (let at = 0; at < parts.length; at += 4) {
        const colour = `${parts[at]} ${parts[at + 1]} ${parts[at + 2]}`;
        times.set(colour, (times.get(colour) ?? 0) + 1);
      }
      return [...times].sort(([, a], [, b]) => b - a).map(([colour]) => colour.split(" ").map(Number));
    }, picture);
  };
  const paper = (await colours("B8"))[0] ?? [];
  for (const cell of ["C6", "C20", "C15"]) {
    let [fill = [], ...others] = await colours(cell);
    for (let tries = 0; String(fill) === String(paper) && tries < 100; tries += 1) {
      await page.waitForTimeout(50);
      [fill = [], ...others] = await colours(cell);
    }
    const [onPaper, ofText] = [contrast(fill, paper), Math.max(...others.map((own) => contrast(own, fill)))];
    expect({ cell, fill, isSeen: onPaper >= 3 }).toEqual({ cell, fill, isSeen: true });
    if (cell !== "C15") expect(ofText).toBeGreaterThanOrEqual(4.5); // nothing stands in that one
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(VIEWPORT);
  expect(errors).toEqual([]);
});

interface Seen {
  readonly kenzanGrid: {
    getActiveWorkbook(): {
      getActiveSheet(): {
        getRange(a1: string): { getCellRect(): DOMRect };
      };
    };
  };
}

/** Of two colours as red, green, blue: 1 to 21, as WCAG counts. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [bright = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const linear = (part: number): number =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

interface Typing {
  readonly kenzanGrid: {
    getActiveWorkbook(): { isCellEditing(): boolean; getActiveRange(): { getA1Notation(): string } };
  };
}

test("of what is dropped together, estimates go with the workbook, and a second workbook is named; work is asked for first", async () => {
  await anew();
  await type(page, "予算明細", "D6", "別の品名");
  const folder = newFolder();
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const book = readFileSync(join(ROOT, "samples/planning-clean.xlsx"));
  const files = [
    put("見積書.csv", "見積書\n株式会社小倉システム機器\n品名,数量,単価,金額\nタブレット,3,64800,194400\n"),
    put("予算書.xlsx", book),
    put("前回の予算書.xlsx", book),
  ];
  const answered = async (how: "accept" | "dismiss") => (await page.waitForEvent("dialog"))[how]();
  await Promise.all([answered("dismiss"), drop(page, files)]);
  expect(await page.evaluate(() => document.body.dataset["open"])).toBe("transformation-errors.xlsx");
  expect(await shown(page, "予算明細", "D6")).toBe("別の品名");
  await untilPaneIsNew(page, async () => {
    // Let go over the pane, too: what the browser would do with a file is to leave the page.
    await Promise.all([answered("accept"), drop(page, files, { x: 900, y: 70 })]);
    await page
      .getByText("一度に開けるブックは1つです。予算書.xlsx を開きました（開いていないもの：前回の予算書.xlsx）。")
      .and(page.getByText("「フォルダーを調べる」を押してください。")) // several are looked at together
      .waitFor();
  });
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  await pane.getByRole("button", { name: "見積書を外す" }).waitFor();
  await drop(page, files.slice(0, 1));
  await page.getByText("見積書.csv はブックではありません").waitFor();
  expect(errors).toEqual([]);
});

/** Cells of the summary sheet whose formulas fit, as the page's book has them. */
const cellsWith = (formula: RegExp): Promise<string[]> =>
  page.evaluate((source) => {
    interface Cells {
      readonly sheets: readonly {
        readonly name: string;
        readonly rows: ReadonlyMap<number, ReadonlyMap<number, { readonly formula: string | null }>>;
      }[];
    }
    const { book } = (window as unknown as { kenzanPage: { book: Cells } }).kenzanPage;
    const sheet = book.sheets.find(({ name }) => name === "検算結果");
    return [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
      [...cells]
        .filter(([, { formula: own }]) => own !== null && new RegExp(source).test(own))
        .map(([column]) => `${String.fromCharCode(64 + column)}${row}`),
    );
  }, formula.source);

test("the summary sheet follows the budget in the grid, says on itself that it is old, and is renewed in its place", async () => {
  await anew();
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByText("4,612,000").first().waitFor();
  await pane.getByRole("button", { name: "集計シート" }).click();
  await pane.getByText(/シート「検算結果」を作りました/).waitFor();
  const [[line = ""], [fresh = ""], totals] = [
    await cellsWith(/^'予算明細'!\$J\$9$/),
    await cellsWith(/^IF\(IFERROR\(SUMPRODUCT/),
    await cellsWith(/^SUM\(D\d+:D\d+\)$/),
  ];
  const summary = (cell: string, text: string) => becomes(page, "検算結果", cell, text);
  expect(totals).toHaveLength(1);
  await summary(totals[0]!, "7,851,135");
  await summary(line, "284,000");
  await type(page, "予算明細", "J9", 285_000);
  await summary(line, "285,000");
  await summary(totals[0]!, "7,852,135");
  await summary(fresh, "予算の金額が、検算したときから変わっています。このシートを作り直してください。");
  await pane.getByText("シート「検算結果」は、今の内容と違っています。").waitFor();
  await pane.getByRole("button", { name: "集計シートを作り直す" }).first().click();
  await summary(fresh, "");
  await summary(totals[0]!, "7,852,135");
  expect(errors).toEqual([]);
});

describe("one workbook that was checked, looked at", () => {
  beforeAll(async () => {
    await anew();
    await pane.getByRole("button", { name: "チェックする" }).click();
    await pane.getByText("4,612,000").first().waitFor();
  });

  test("what it found, what it costs and what to do first are seen in one look", async () => {
    const small = page.viewportSize()!;
    await page.setViewportSize({ width: 1440, height: 900 });
    await pane
      .getByText("この指摘のため、申請できる額が")
      .or(pane.getByText("直しても、申請できる額は変わりません。"))
      .waitFor();
    const view = (await pane.locator(".view").boundingBox())!;
    const seen = async (what: string) => {
      const box = (await pane.locator(what).first().boundingBox())!;
      return box.y >= view.y && box.y + box.height <= view.y + view.height;
    };
    for (const what of [".amount", ".left", ".todo .buttons", ".legend", ".chips", ".finding:has(.finding-body)"])
      expect([what, await seen(what)]).toEqual([what, true]);
    await page.setViewportSize(small);
  });

  test("axe finds nothing in page and pane, and every control of the grid has a name", async () => {
    const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }
      ).axe.run({ exclude: [["#pane"]] }, { resultTypes: ["violations"], rules: { tabindex: { enabled: false } } });
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]);
    });
    expect(found).toEqual([]);
    // Nothing that is closed is reached by keys.
    expect(await page.getByRole("button", { name: "Close sidebar" }).count()).toBe(0);
  });

  test("F6 goes from toolbar to grid to pane and back; after Esc, so does Tab", async () => {
    const here = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.closest("#sheet") ? "sheet" : at?.id === "pane" ? "pane" : at?.closest("header") ? "toolbar" : "";
      });
    await page.locator("#open").focus();
    const way: string[] = [];
    for (const key of ["F6", "F6", "F6", "Control+F6", "Escape", "Tab", "Shift+F6"]) {
      await page.keyboard.press(key);
      way.push(await here());
    }
    expect(way).toEqual(["sheet", "pane", "toolbar", "sheet", "sheet", "pane", "sheet"]);
  });

  test.each([
    ["320 px", 320, 640],
    ["200 %", 680, 430],
  ] as const)(
    "at %s sheet and pane lie one below the other, each with room, and nothing is cut off",
    async (_, width, height) => {
      const wide = page.viewportSize()!;
      await page.setViewportSize({ width, height });
      const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
      const [sheet, frame, save] = [await box("#sheet"), await box("#pane"), await box("#save")];
      expect([sheet.width, frame.width, frame.y]).toEqual([width, width, sheet.y + sheet.height]);
      expect(sheet.height).toBeGreaterThanOrEqual(240);
      expect(frame.height).toBeGreaterThanOrEqual(500);
      expect(save.x + save.width).toBeLessThanOrEqual(width);
      const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect([await page.evaluate(wider), await pane.locator("body").evaluate(wider)]).toEqual([0, 0]);
      // Tabs of sheets have room for a name; what finds none in the row is scrolled to.
      const tabs = page.locator('#sheet [role="tab"]');
      const widths = await tabs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(72);
      expect((await box('#sheet [role="tablist"]')).width).toBeGreaterThanOrEqual(200);
      await tabs.last().click();
      await page.waitForFunction(() => {
        const all = [...document.querySelectorAll('#sheet [role="tab"]')];
        return all.at(-1)?.getAttribute("aria-selected") === "true";
      });
      const zoom = (await page.locator("#sheet footer").getByText("100%").boundingBox())!;
      expect(zoom.y + zoom.height).toBeLessThanOrEqual(sheet.y + sheet.height);
      await page.setViewportSize(wide);
    },
  );
});
