/** Presses every button of the pane; after the changes pane, marks, summary sheet and text report are held against each other. */
import { expectAgreement, frameOf, soon, type PageBook } from "./agreement";
import { openSinglePage } from "./singlePage";

/**
 * In the pane's frame: presses whatever was not pressed yet, each kind of button once a view, until the book or what was
 * decided is another.
 * @param known what was pressed before
 */
async function pressOn(known: readonly string[]): Promise<{
  readonly pressed: readonly string[];
  readonly troubles: readonly string[];
  readonly isDone: boolean;
}> {
  const [pressed, troubles] = [new Set(known), new Set<string>()];
  const idle = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 20));
    while (document.querySelector('.view[aria-busy="true"]') !== null);
  };
  const nameOf = (one: Element) =>
    (one.getAttribute("aria-label") ?? one.textContent ?? "").replace(/[\d,]+/g, "#").trim();
  const state = () => {
    const { book } = (window.parent as unknown as { kenzanPage: { book: PageBook } }).kenzanPage;
    return JSON.stringify([book.version, [...book.settings], book.sheets.map(({ rules }) => rules.length)]);
  };
  const before = state();
  const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')].map(({ id }) => id);
  for (const tab of tabs) {
    for (let round = 0; round < 150; round += 1) {
      const own = document.getElementById(tab);
      if (own === null) throw new Error("the views are gone");
      if (own.getAttribute("aria-selected") !== "true") own.click();
      await idle();
      const next = [
        ...document.querySelectorAll<HTMLElement>("button, summary, input[type=radio], input[type=checkbox]"),
      ].find(
        (one) =>
          one.checkVisibility() &&
          !(one as HTMLButtonElement).disabled &&
          one.getAttribute("role") !== "tab" &&
          !pressed.has(`${tab} ${nameOf(one)}`),
      );
      if (next === undefined) break;
      pressed.add(`${tab} ${nameOf(next)}`);
      next.click();
      await idle();
      for (const one of document.querySelectorAll(".message.failure, .opening")) troubles.add(one.textContent ?? "");
      if (state() !== before) return { pressed: [...pressed], troubles: [...troubles], isDone: false };
    }
  }
  return { pressed: [...pressed], troubles: [...troubles], isDone: true };
}

/** Each change was followed by all of them in sequences drawn at random; in English only the words are others. */
const EACH = { ja: 2, en: 6 };

/** A page of its own: what everything was pressed in is none for other tests. */
export async function pressEverything(language: "ja" | "en"): Promise<void> {
  const { browser, page, pane, asked, errors } = await openSinglePage();
  try {
    if (language === "en") await page.locator("#language").click();
    await pane.getByRole("button", { name: language === "ja" ? "チェックする" : "Check", exact: true }).click();
    await pane.getByText("4,612,000").first().waitFor();
    const frame = frameOf(page);
    let [pressed, isDone, changes]: [readonly string[], boolean, number] = [[], false, 0];
    while (!isDone) {
      const now = await frame.evaluate(pressOn, pressed);
      expect([now.pressed.slice(pressed.length), now.troubles]).toEqual([now.pressed.slice(pressed.length), []]);
      ({ pressed, isDone } = now);
      changes += 1;
      if (changes % EACH[language] !== 0 && !isDone) continue;
      await soon(() => expectAgreement(page, language)).catch((error: unknown) => {
        throw new Error(`after ${pressed.at(-1)}: ${String(error)}`);
      });
    }
    expect(pressed.length).toBeGreaterThan(80);
    expect(changes).toBeGreaterThan(10);
    if (language === "en")
      expect(pressed.filter((name) => /^[^「“]*[ぁ-ん]{3}/.test(name.replace(/[“「].*[”」]/g, "")))).toEqual([]);
    expect([asked, errors]).toEqual([[], []]);
  } finally {
    await browser.close();
  }
}
