/** The page that is opened from the disk, after any sequence of what people do in it: all that it says agrees. */
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { words } from "../../src/taskpane/words";
import { newFolder } from "../run/prepared";
import { expectAgreement, frameOf, soon } from "./agreement";
import { openSinglePage, type SinglePage } from "./singlePage";
import { openAnew, ROOT, type, untilPaneIsNew } from "./workbenchPage";

/** More in `npm run fuzz`. */
const SEQUENCES = process.env["KENZAN_FUZZ"] === undefined ? 2 : 40;

let one: SinglePage;
let page: Page;
let language: "ja" | "en" = "ja";
let errors: readonly string[];
const folder = newFolder();

beforeAll(async () => {
  one = await openSinglePage();
  ({ page, errors } = one);
});
afterAll(() => one?.browser.close());

interface Step {
  readonly act: keyof typeof acts;
  readonly at: number;
  readonly yen: number;
}

const say = () => words[language];
const button = (name: string) => frameOf(page).getByRole("button", { name, exact: true });
const idle = () => frameOf(page).locator('.view[aria-busy="false"]').waitFor();

/**
 * Presses the button of that name in a card that has it, from one card on.
 * @returns whether one had it
 */
const inCard = (name: string, at: number): Promise<boolean> =>
  frameOf(page).evaluate(
    async ([wanted, first]) => {
      const chips = [...document.querySelectorAll<HTMLElement>(".chip")];
      chips.at(-1)?.click(); // all
      await new Promise((resolve) => setTimeout(resolve, 0));
      const titles = [...document.querySelectorAll<HTMLElement>(".finding-title")];
      for (let step = 0; step < titles.length; step += 1) {
        const title = titles[(first + step) % titles.length];
        if (title?.getAttribute("aria-expanded") !== "true") title?.click();
        await new Promise((resolve) => setTimeout(resolve, 0));
        const found = [...(title?.closest(".finding")?.querySelectorAll<HTMLButtonElement>("button") ?? [])].find(
          (one) => one.textContent === wanted && !one.disabled,
        );
        found?.click();
        if (found !== undefined) return true;
      }
      return false;
    },
    [name, at] as const,
  );

/** Presses the one that is there, if any. */
async function ifThere(name: string, at = 0): Promise<void> {
  const found = frameOf(page).locator(".message, .changed").getByRole("button", { name });
  const count = await found.count();
  if (count > 0) await found.nth(at % count).click();
}

async function check(): Promise<void> {
  await button(say().start.check).click();
  await frameOf(page).locator(".verdict").waitFor();
}

async function saved(): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  return readFileSync(await download.path());
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/** Each through what is seen, but for the grid, which is a picture: there as its own interface types. */
const acts = {
  amount: ({ at, yen }: Step) => type(page, "予算明細", `J${5 + (at % 9)}`, yen),
  category: ({ at, yen }: Step) =>
    type(page, "予算明細", `C${5 + (at % 9)}`, pick(["消耗品費", "外注費", "旅費", ""], yen)),
  name: ({ at, yen }: Step) =>
    type(page, "予算明細", `D${5 + (at % 9)}`, pick(["コピー用紙", "IoTセンサー", "出張旅費 東京"], yen)),
  async fix({ at }: Step) {
    if (await inCard(say().findings.fix, at)) await button(say().fix.apply).click();
  },
  async fixAll() {
    const all = frameOf(page).locator(".todo .buttons").getByRole("button").nth(1);
    if ((await all.count()) === 0) return;
    await all.click();
    await frameOf(page).locator(".todo .form").getByRole("button").first().click();
  },
  async waive({ at }: Step) {
    if (!(await inCard(say().findings.waive, at))) return;
    await frameOf(page).getByRole("textbox", { name: say().waive.reason, exact: true }).fill("確認済み");
    await frameOf(page).getByRole("textbox", { name: say().waive.by, exact: true }).fill("小倉");
    await button(say().waive.save).click();
  },
  unwaive: ({ at }: Step) => inCard(say().findings.takeBack, at),
  async correct({ at, yen }: Step) {
    if (!(await inCard(say().findings.category, at))) return;
    const choice = frameOf(page).locator(".finding .form select").first();
    const items = await choice
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await choice.selectOption(pick(items, yen));
    await button(say().category.save).click();
    await ifThere(say().category.cancel);
  },
  undo: () => ifThere(say().undo),
  undoOne: ({ at }: Step) => ifThere(say().undo, at + 1),
  async marks() {
    const [off, on] = [button(say().clearMarks), button(say().putMarks)];
    await off.or(on).click();
  },
  summary: () => frameOf(page).locator(".footer .buttons button").last().click(),
  async reopen() {
    const file = join(folder, "again.xlsx");
    writeFileSync(file, await saved());
    await openAnew(page, file);
    await check();
  },
  async language() {
    await untilPaneIsNew(page, () => page.locator("#language").click());
    language = language === "ja" ? "en" : "ja";
    // The view that was left, without a word.
    await frameOf(page).locator(".tabs").waitFor();
  },
} satisfies Record<string, (step: Step) => Promise<unknown>>;

const step = fc.record({
  act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  at: fc.nat(40),
  yen: fc.integer({ min: 0, max: 900_000 }),
});

test("after any sequence of edits, fixes, decisions, undo, marks, summaries, saves and re-openings everything agrees", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      await openAnew(page, join(ROOT, "samples/transformation-errors.xlsx"));
      await check();
      for (const [index, one] of steps.entries()) {
        await acts[one.act](one);
        await idle();
        await soon(() => expectAgreement(page, language)).catch((error: unknown) => {
          throw new Error(`after step ${index + 1}, ${JSON.stringify(one)}: ${String(error)}`);
        });
        const failures = await frameOf(page).locator(".message.failure").allTextContents();
        expect([one, failures, errors]).toEqual([one, [], []]);
      }
    }),
    { numRuns: SEQUENCES, endOnFailure: true },
  );
});
