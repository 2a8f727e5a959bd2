/** Every state of the pane in a real browser: axe finds nothing, nothing overflows, and all of it works by keyboard. */
import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { check } from "../../src/core/check";
import { NO_DECISIONS } from "../../src/core/decisions/weigh";
import { ASKED_COLUMNS } from "../../src/core/desk/asked";
import { schemes } from "../../src/schemes";
import { findingText } from "../../src/messages";
import { readPdf } from "../../src/pdf/pdfium";
import { launchBrowser } from "../browser";
import { budgetFor, workbookOf } from "../core/rules/budget";
import { pdfEngine } from "../documents/papers";
import { equipment } from "./equipment";
import { sample } from "./openPane";
import { atRest, openStories, showStory } from "./storyPage";
import type { Story } from "./story";

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

const errors = sample("transformation-errors");
const empty = { ...errors, sheets: errors.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 1) })) };
const assets: Story = { workbook: equipment, settings: { scheme: "sentan-setsubi-2022" } };
const investment: Story = { workbook: equipment, settings: { scheme: "dx-tax-2023", frame: "credit" } };
const result: Story = { workbook: errors, stage: "result" };

/** Decided by somebody else, one of it for what is not there any more. */
const decided: Story = {
  ...result,
  decisions: {
    ...NO_DECISIONS,
    waivers: ["M22", "M99"].map((cell) => ({
      ...{ rule: "eligibility/travel-class", sheet: "予算明細", cell },
      ...{ reason: "急ぎの打ち合わせのため", by: "申請者 某", date: "2025-05-12" },
    })),
    corrections: [
      { description: "検査治具", vendor: null, middle: "外注費", minor: null, by: "申請者 某", date: "2025-05-12" },
    ],
  },
};
/** A letter of the secretariat's as a sheet of the workbook. */
const finding = JSON.stringify([{ rule: "category/equipment-threshold", sheet: "予算明細", cell: "C6", subject: "" }]);
const letter = workbookOf({
  お願い: [
    [...ASKED_COLUMNS, "回答", ""],
    [1, "直す", "予算明細 C6", "消耗品費です", "手引き", "直してください", "", finding],
    [
      2,
      "直す",
      "予算明細 C7",
      "総額が合いません\n税込です",
      "手引き",
      "直してください",
      "直しました",
      finding.replace("category/equipment-threshold", "arithmetic/nothing"),
    ],
  ],
}).sheets;
const asked: Story = { ...result, workbook: { ...errors, sheets: [...errors.sheets, ...letter] } };

const rateless = workbookOf(budgetFor("令和6年度 DX推進補助金", "計画策定枠"));

/** Steps that open what a state is about. */
type Act = (page: Page) => Promise<void>;
const press =
  (...names: readonly (string | RegExp)[]): Act =>
  async (page) => {
    for (const name of names) await page.getByRole("button", { name }).first().click();
  };
const open =
  (...texts: readonly string[]): Act =>
  async (page) => {
    for (const text of texts) {
      const summary = page.locator("summary", { hasText: text }).first();
      await summary.click();
      // What is inside is made after the click.
      await summary.locator("xpath=following-sibling::*").first().waitFor();
    }
  };

const othersShown: Act = async (page) => void (await page.locator(".others li").first().waitFor());

const states: Readonly<Record<string, readonly [Story, Act?]>> = {
  start: [{ workbook: errors }, press("「予算明細」の列を直す")],
  "no budget table": [{ workbook: empty }],
  result: [result],
  "a fix before it is written": [result, press(/基準額に届きません/, "直す…")],
  "a reason asked for": [result, press("理由を書いて承認済みにする…", "承認済みにする")],
  "all certain fixes before they are written": [result, press(/まとめて直す…$/)],
  "the SME table": [
    { workbook: errors },
    async (page) => {
      await open("中小事業者にあたるか確かめる")(page);
      await page.getByRole("combobox", { name: "業種" }).selectOption({ index: 2 });
    },
  ],
  "a category corrected": [result, press(/「消耗品費」ではなく「機械装置等製作・購入費」/, "分類を直す…")],
  "categories and lines": [
    result,
    async (page) => {
      await press(/^計算の過程と内訳/)(page);
      await open("項目と明細を見る", "消耗品費")(page);
    },
  ],
  labour: [{ ...result, tab: "labour" }],
  estimates: [{ ...result, tab: "estimates" }],
  "what if": [
    { ...result, tab: "whatif" },
    async (page) => void (await page.getByText("ほかの制度・枠で計算してみる（募集中とは限りません）").waitFor()),
  ],
  settings: [{ ...result, tab: "settings" }, open("そのほかの条件", "分類を次の予算書でも使う")],
  "what was not checked": [{ ...result, crashed: "tax/mixed" }, press(/^確認していないこと/)],
  failure: [{ ...result, trouble: "CellBeingEdited" }],
  "a protected sheet": [{ ...result, protectedSheet: "予算明細" }],
  "at work": [
    { ...result, busy: true },
    async (page) => {
      await page.getByRole("progressbar").waitFor();
      // The work never ends; what each finding is worth is told all the same, a few at a time.
      await page.locator('.findings[aria-busy="false"]').waitFor();
    },
  ],
  "a rate that the guideline does not state": [{ workbook: rateless, stage: "result" }],
  "a consortium": [{ workbook: sample("consortium"), stage: "result" }],
  "assets that qualify for a tax measure": [{ ...assets, stage: "result" }],
  "what comes off the tax": [{ ...investment, stage: "result" }],
  "a tax measure without its frame": [{ ...investment, settings: { scheme: "dx-tax-2023" }, stage: "result" }],
  "what somebody else decided": [decided, othersShown],
  "what somebody else decided, applied": [
    decided,
    async (page) => {
      await othersShown(page);
      await page.getByRole("radio", { name: "反映して計算する" }).click();
      await page.locator(".others").getByText("反映しています").waitFor();
    },
  ],
  "what a letter asked": [asked, async (page) => void (await page.locator(".asked .mended").first().waitFor())],
  English: [{ ...result, language: "en" }],
};

const looks = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

/** Narrow and wide. */
const widths = [320, 450] as const;

/** The browser tells of a new look some time after it was asked for, and the pane follows then. */
async function isWorn(look: (typeof looks)[number]): Promise<void> {
  await page.waitForFunction(({ colorScheme, forcedColors }) => {
    const isForced = matchMedia("(forced-colors: active)").matches;
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const colourOf = (element: Element): string => getComputedStyle(element).color;
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "CanvasText";
    const canvasText = colourOf(probe);
    probe.remove();
    return (
      isDark === (colorScheme === "dark") &&
      isForced === (forcedColors === "active") &&
      isDark === (document.querySelector(".pane.dark") !== null) &&
      (!isForced || colourOf(document.querySelector("h1") as Element) === canvasText)
    );
  }, look);
}

/** Axe looks at the light pane in both widths, at the others in one: colours do not hang on the width. */
const seenByAxe = (look: (typeof looks)[number], width: (typeof widths)[number]): boolean =>
  look === looks[0] || width === widths[looks.indexOf(look) - 1];

/** What else axe finds is the same in every look, since every look says the same, and that is tested. */
const ABOUT_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await openStories(browser);
  await page.addScriptTag({ content: axe });
});
afterAll(() => browser?.close());

test.each(Object.entries(states))(
  "%s: axe finds nothing and nothing overflows, light, dark and forced colours, narrow and wide",
  async (_, [story, act]) => {
    await showStory(page, story);
    await act?.(page);
    if (story.busy !== true) await atRest(page);
    let said: string | undefined;
    for (const look of looks) {
      await page.emulateMedia(look);
      await isWorn(look);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 860 });
        const rules = said === undefined ? null : seenByAxe(look, width) ? ABOUT_LOOKS : [];
        const { text, ...found } = await page.evaluate(
          async (asked) => ({
            violations:
              asked?.length === 0
                ? []
                : (
                    await window.axe.run({ resultTypes: ["violations"], ...(asked === null ? {} : { runOnly: asked }) })
                  ).violations.map(
                    ({ id, nodes }) =>
                      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
                  ),
            overflow: [...document.querySelectorAll(".view, .header, .footer, .messages")]
              .filter((element) => element.scrollWidth > element.clientWidth)
              .map((element) => element.className),
            text: document.body.innerText,
          }),
          rules,
        );
        said ??= text;
        expect({ ...look, width, text, ...found }).toEqual({
          ...look,
          width,
          text: said,
          violations: [],
          overflow: [],
        });
      }
    }
  },
);

/** What tells something by its colour, with the property that has it. */
const TELLING: Readonly<Record<string, string>> = {
  ".mark": "color",
  ".finding": "border-left-color",
  ".card.attention": "border-left-color",
  ".dot": "background-color",
  ".row-mark": "border-bottom-color",
};

/** Those that stand out from what is behind them by less than 3:1, and how many there are in all. */
const faint = () =>
  page.evaluate((telling) => {
    const rgba = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([r = 0, g = 0, b = 0]: number[]): number => {
      const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const isClear = ([, , , alpha = 1]: number[]): boolean => alpha === 0;
    /** The first ground that is painted, from an element outwards. */
    const ground = (element: Element | null): number[] => {
      if (element === null) return [255, 255, 255];
      const own = rgba(getComputedStyle(element).backgroundColor);
      return isClear(own) ? ground(element.parentElement) : own;
    };
    const [found, kinds]: [string[], string[]] = [[], []];
    for (const [selector, property] of Object.entries(telling))
      for (const element of document.querySelectorAll(selector)) {
        const name = element.getAttribute("class") ?? "";
        const colour = rgba(getComputedStyle(element).getPropertyValue(property));
        if (!element.checkVisibility() || isClear(colour)) continue;
        const [one, other] = [luminance(colour), luminance(ground(element.parentElement))].sort((a, b) => b - a);
        const contrast = ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
        kinds.push(name);
        if (contrast < 3) found.push(`${name} ${colour.join(" ")} ${contrast.toFixed(2)}`);
      }
    return { found: [...new Set(found)], kinds: [...new Set(kinds)] };
  }, TELLING);

test.each([
  ["result", ["mark error", "mark warning", "mark info", "finding info"]],
  ["start", ["row-mark"]],
  ["categories and lines", ["dot hue-0"]],
] as const)("%s: marks, edges and dots stand out from what is behind them in every look", async (state, seen) => {
  const [story, act] = states[state]!;
  await showStory(page, story);
  await act?.(page);
  if (state === "result") await press(/^すべて \d/)(page);
  for (const look of looks) {
    await page.emulateMedia(look);
    await isWorn(look);
    const { found, kinds } = await faint();
    expect({ ...look, found }).toEqual({ ...look, found: [] });
    if (look.forcedColors === "none")
      for (const kind of seen) expect(kinds).toContainEqual(expect.stringContaining(kind));
  }
});

test.each(["result", "labour", "estimates", "settings"] as const)(
  "Tab reaches every control of the view %s, and shows where it is",
  async (tab) => {
    await showStory(page, { ...result, tab });
    const controls = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>("button, select, input, textarea, summary, a[href]"),
      ].filter(
        (control) => control.checkVisibility() && !(control as HTMLButtonElement).disabled && control.tabIndex >= 0,
      );
      all.forEach((control, index) => (control.dataset["stop"] = String(index)));
      return all.length;
    });
    expect(controls).toBeGreaterThan(5);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let step = 0; step < controls + 20 && reached.size < controls; step += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const control = document.activeElement as HTMLElement;
        const box = control.getBoundingClientRect();
        return {
          stop: control.dataset["stop"],
          shown: box.bottom > 0 && box.top < innerHeight,
          text: control.outerHTML.slice(0, 120),
        };
      });
      if (at.stop !== undefined) reached.add(at.stop);
      if (at.stop !== undefined && !at.shown) unseen.push(at.text);
    }
    expect({ reached: reached.size, unseen }).toEqual({ reached: controls, unseen: [] });
  },
);

test("on paper every finding stands in a table, whose header is on every page; buttons and cards stay on the screen", async () => {
  await showStory(page, result);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const { pages } = readPdf(await pdfEngine(), new Uint8Array(bytes));
  const texts = pages.map(({ letters }) =>
    letters
      .map(({ text }) => text)
      .join("")
      .replace(/\s/g, ""),
  );
  const all = texts.join("");
  expect(pages.length).toBeGreaterThan(2);
  expect(all).toContain("4,612,000");
  const { findings } = check(errors, schemes);
  expect(findings.length).toBeGreaterThan(30);
  for (const finding of findings) expect(all).toContain(findingText(finding, "ja").title.replace(/\s/g, ""));
  // From the page where it begins to the one where it ends.
  const first = texts.findIndex((text) => text.includes("種類場所内容直し方"));
  const last = texts.findLastIndex((text) => /(直す|確かめる|お知らせ)(申請情報|予算明細|労務費|月別)/.test(text));
  expect(last).toBeGreaterThan(first);
  for (let at = first; at <= last; at += 1) expect(texts[at]).toContain("種類場所内容直し方");
  expect(all).not.toContain("集計シート");
  expect(all).not.toContain("理由を書いて承認済みにする…");
  expect(await page.locator("section.printed").isVisible()).toBe(false); // none of it on the screen
});

test("when a finding was fixed by keyboard, the focus is on the one that took its place", async () => {
  await showStory(page, result);
  const title = page.getByRole("button", { name: /基準額に届きません/ });
  const at = await title.evaluate((own) => [...document.querySelectorAll(".finding-title")].indexOf(own));
  await title.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "直す…", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter"); // この値にする has the focus
  await page.getByText("予算明細 C6 を直しました。").waitFor();
  await page.waitForFunction(
    (place) => [...document.querySelectorAll(".finding-title")][place] === document.activeElement,
    at,
  );
  expect(await page.evaluate(() => document.activeElement?.textContent)).not.toMatch(/基準額に届きません/);
});
