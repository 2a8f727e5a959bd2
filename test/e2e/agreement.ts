/** Pane, marks, summary sheet and the text report of what is saved, through what a person sees: do they say the same? */
import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { judge } from "../../src/cli/judge";
import type { Judged } from "../../src/cli/outcome";
import { toText } from "../../src/cli/text/report";
import { words } from "../../src/cli/words";
import { SUMMARY_TITLES } from "../../src/core/workbook/own-sheets";
import { findingText } from "../../src/messages";
import { summaryWords } from "../../src/messages/summary";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { schemes } from "../../src/schemes";
import { summaryOf } from "../../src/taskpane/summaryOf";
import { words as paneWords } from "../../src/taskpane/words";
import { marksOf } from "../../src/views/marks/marks";

export interface PageBook {
  readonly version: number;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly sheets: readonly {
    readonly name: string;
    readonly rules: readonly { readonly formula: string; readonly areas: unknown }[];
    get(row: number, column: number): { readonly value: unknown; readonly numberFormat: string } | undefined;
  }[];
}

/** The pane's frame. By its element the browser would tell it with its whole text in it, at every question. */
export const frameOf = (page: Page): Frame => page.frames().find((one) => one !== page.mainFrame())!;

/** In the pane's frame: what the view of the result tells, once it is at rest. */
async function paneTells() {
  const resultTab = document.querySelector<HTMLElement>('[role="tab"]');
  if (resultTab?.getAttribute("aria-selected") !== "true") resultTab?.click();
  do await new Promise((resolve) => setTimeout(resolve, 20));
  while (document.querySelector('.view[aria-busy="false"] .verdict') === null);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  return {
    amount: texts(".amount")[0] ?? "",
    chips: [...document.querySelectorAll(".chip")].map((chip) => [
      /(error|warning|info|waived)/.exec(chip.className)?.[1] ?? "all",
      Number(/[\d,]+$/.exec(chip.textContent)?.[0].replaceAll(",", "")),
    ]),
    titles: texts(".finding-title > span").map((text) => text.replace(/^[^:]*: /, "")),
    steps: [...document.querySelectorAll(".steps tr")].flatMap(
      (row) => row.querySelector(".number")?.textContent ?? [],
    ),
    notes: texts(".note.stale > span").join(" "),
    buttons: texts(".footer .fui-Button").join(" "),
  };
}

/** The page's book: areas of Kenzan's marks by sheet and rule, and which sheets there are. */
const inGrid = (page: Page) =>
  page.evaluate(() => {
    const { sheets } = (window as unknown as { kenzanPage: { book: PageBook } }).kenzanPage.book;
    const marks = sheets.flatMap(({ name, rules }) =>
      rules.filter(({ formula }) => formula.includes("kenzan:")).map(({ areas }) => [name, areas]),
    );
    return { marks, sheets: sheets.map(({ name }) => name) };
  });

const valuesAt = (page: Page, sheet: string, places: readonly { readonly row: number; readonly column: number }[]) =>
  page.evaluate(
    ([wanted, asked]) => {
      const { sheets } = (window as unknown as { kenzanPage: { book: PageBook } }).kenzanPage.book;
      const own = sheets.find(({ name }) => name === wanted);
      return asked.map(({ row, column }) => own?.get(row, column)?.value ?? "");
    },
    [sheet, places.map(({ row, column }) => ({ row, column }))] as const,
  );

/** Pane, marks, summary sheet, and the text report of what is saved: all say the same. */
export async function expectAgreement(page: Page, language: "ja" | "en"): Promise<void> {
  const told = await frameOf(page).evaluate(paneTells);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const bytes = readFileSync(await download.path());
  const outcome = judge("b.xlsx", bytes, {}, "apply", null, schemes, words[language], nodeCodec) as Judged;
  const { report } = outcome;
  const text = toText(outcome, schemes, { lang: language, colour: false, columns: 400 });
  const amount = report.subsidy?.amount ?? null;
  if (amount !== null) {
    expect(told.amount).toContain(amount.toLocaleString("en-US"));
    expect(text).toContain(amount.toLocaleString("en-US"));
  }
  const counted = (what: unknown) =>
    report.findings.filter(({ severity, waived }) => what === "all" || (waived === null ? severity : "waived") === what)
      .length;
  expect(told.chips).toEqual(told.chips.map(([what]) => [what, counted(what)]));
  expect(told.titles.filter((title) => !titlesOf(report, language).some((one) => title.startsWith(one)))).toEqual([]);
  expect(titlesOf(report, language).filter((title) => !text.includes(title))).toEqual([]);
  for (const figure of told.steps) expect(text).toContain(figure.replace("−", ""));
  const { marks, sheets } = await inGrid(page);
  const isMarked = told.buttons.includes(paneWords[language].clearMarks);
  expect(marks).toEqual(
    isMarked ? marksOf(report.findings).flatMap(({ sheet, rules }) => rules.map(({ areas }) => [sheet, areas])) : [],
  );
  // It stays in the language it was written in.
  const name = summaryWords[language].sheet;
  if (!sheets.includes(name) || told.notes.includes(paneWords[language].summaryStale(name))) return;
  const [title] = await valuesAt(page, name, [{ row: 1, column: 1 }]);
  const { cells } = summaryOf(report, title === SUMMARY_TITLES.en ? "en" : "ja");
  expect(await valuesAt(page, name, cells)).toEqual(cells.map(({ value }) => value ?? ""));
}

/** The grid works formulas out after what was written, and the pane follows after its pause. */
export async function soon(agree: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await agree();
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

const titlesOf = ({ findings }: Judged["report"], language: "ja" | "en") =>
  findings.map((finding) => findingText(finding, language).title);
