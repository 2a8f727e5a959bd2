import { SET_ASIDE_REASONS } from "../../../../src/core/read/reading";
import { setAside } from "../../../../src/core/rules/sheet/set-aside";
import { book, checked } from "../budget";
import { foundIn, pageOf, wordsOf } from "../reading";

test("each table or sheet is told with its reason and sum", () => {
  const cell = { sheet: "予算", row: 12, column: 1 };
  const found = foundIn(setAside, {
    setAside: [
      { sheet: "見積書", cell: null, reason: "estimate-form", yen: 1000000 },
      { sheet: "予算", cell, reason: "own-cost", yen: 50000 },
    ],
  });
  expect(found.map(({ at, data }) => [at, data["sheet"], data["reason"], data["yen"], data["whole"]])).toEqual([
    [null, "見積書", "estimate-form", 1000000, true],
    [cell, "予算", "own-cost", 50000, false],
  ]);
});

test("its page shows what it says", () => {
  const data = { sheet: "見積書", reason: "estimate-form", yen: 1000000, whole: true };
  const { title, what, todo } = wordsOf(setAside, data, "ja");
  for (const sentence of [title, what, todo]) expect(pageOf(setAside)).toContain(sentence);
});

test("every reason has words of its own", () => {
  for (const lang of ["ja", "en"] as const) {
    const said = SET_ASIDE_REASONS.map(
      (reason) => wordsOf(setAside, { sheet: "A", reason, yen: 1, whole: false }, lang).why,
    );
    expect(new Set(said).size).toBe(SET_ASIDE_REASONS.length);
    for (const text of said) expect(text).not.toMatch(/undefined|null/);
  }
});

test("nothing where everything counts", () => {
  const report = checked(book([{ item: "取付金具", price: 5000 }]));
  expect(report.rules.checked).toContain("sheet/set-aside");
  expect(report.findings.map(({ rule }) => rule)).not.toContain("sheet/set-aside");
});
