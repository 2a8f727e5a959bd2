import { NO_DECISIONS } from "../../../../src/core/decisions/weigh";
import { SET_ASIDE_REASONS } from "../../../../src/core/read/reading";
import { setAside } from "../../../../src/core/rules/sheet/set-aside";
import { check } from "../../../../src/core/check";
import { schemes } from "../../../../src/schemes";
import { book, checked, workbookOf } from "../budget";
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

test("a price list that is all there is, without a word for it, is told with its sum, and nothing is claimed", () => {
  const rooms = ["大ホール", "小ホール", "会議室"].flatMap((room) =>
    ["午前", "午後", "夜間"].map((time) => [room, time, 2000]),
  );
  const report = checked({ 会館: [["区分", "時間帯", "料金"], ...rooms] });
  expect(report.totals).toBeNull();
  const told = report.findings.find(({ rule }) => rule === "sheet/set-aside")?.data;
  expect([told?.["reason"], told?.["yen"]]).toEqual(["price-list", 18000]);
});

test("unless a person says that its column holds the amounts", () => {
  const rows = Array.from({ length: 9 }, (_, index) => ["事務椅子", `A-${String(index)}`, 2000]);
  const workbook = workbookOf({ 家具: [["品名", "規格", "価格"], ...rows] });
  const decisions = {
    ...NO_DECISIONS,
    columns: [{ sheet: "家具", use: true, columns: [{ field: "amount" as const, column: 3 }] }],
  };
  expect(check(workbook, schemes, { frame: "transformation" }).totals).toBeNull();
  expect(check(workbook, schemes, { frame: "transformation" }, decisions).totals?.claimed).toBe(18000);
});
