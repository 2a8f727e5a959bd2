import { UNREAD_REASONS } from "../../../../src/core/read/reading";
import { moneyUnread } from "../../../../src/core/rules/sheet/money-unread";
import { book, checked } from "../budget";
import { foundIn, pageOf, wordsOf } from "../reading";

const at = (row: number, sheet = "予算") => ({ sheet, row, column: 7 });

test("each figure is told where it stands, with the sum of its sheet", () => {
  const found = foundIn(moneyUnread, {
    unread: [
      { cell: at(5), yen: 30000, why: "unnamed" },
      { cell: at(9), yen: 12000, why: "below-total" },
      { cell: at(3, "外注"), yen: 1, why: "unexplained" },
    ],
  });
  expect(found.map(({ at: cell, data }) => [cell, data["yen"], data["sum"]])).toEqual([
    [at(5), 30000, 42000],
    [at(9), 12000, 42000],
    [at(3, "外注"), 1, 1],
  ]);
});

test("its page shows what it says", () => {
  const { title, what, todo } = wordsOf(moneyUnread, { yen: 30000, sum: 42000, why: "unnamed" }, "ja");
  for (const sentence of [title, what, todo]) expect(pageOf(moneyUnread)).toContain(sentence);
});

test("every reason has words of its own", () => {
  for (const lang of ["ja", "en"] as const) {
    const said = UNREAD_REASONS.map((why) => wordsOf(moneyUnread, { yen: 1, sum: 1, why }, lang).why);
    expect(new Set(said).size).toBe(UNREAD_REASONS.length);
    for (const text of said) expect(text).not.toMatch(/undefined|null/);
  }
});

test("nothing where every figure has its place", () => {
  const report = checked(book([{ item: "取付金具", price: 5000 }]));
  expect(report.rules.checked).toContain("sheet/money-unread");
  expect(report.findings.map(({ rule }) => rule)).not.toContain("sheet/money-unread");
  expect(report.reading.account).toMatchObject({ unread: [], withoutResult: [], accounted: 5000 });
});
