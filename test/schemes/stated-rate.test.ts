/** The rate a workbook states is held against the rate that applies, also where deficit or a wider class decides. */
import { check } from "../../src/core/check";
import { schemes } from "../../src/schemes";
import { workbookOf } from "../core/rules/budget";

const found = (rate: string, settings: Parameters<typeof check>[2], asked: Readonly<Record<string, string>> = {}) =>
  check(
    workbookOf({
      申請情報: [
        ["申請枠", ""],
        ["補助率", rate],
        ["申請者名", "小倉商店"],
        ["事業名", "販路の開拓"],
        ...Object.entries(asked),
      ],
      予算明細: [
        ["品名", "単価", "数量", "金額"],
        ["新サービスの広告掲載", 1_500_000, 1, 1_500_000],
      ],
    }),
    schemes,
    settings,
  ).findings.some(({ rule }) => rule === "subsidy/rate");

test.each([
  ["jizokuka-2022", "wage", true, "3/4", false],
  ["jizokuka-2022", "wage", true, "2/3", true],
  ["jizokuka-2022", "wage", false, "3/4", true],
  ["jizokuka-2022", "regular", true, "2/3", false],
])("%s/%s, deficit %s, stated %s: reported %s", (scheme, frame, deficit, rate, expected) => {
  expect(found(rate, { scheme, frame, deficit })).toBe(expected);
});

test("a small business has the rate of small and medium ones where it has none of its own", () => {
  expect(found("2/3", { scheme: "monodukuri-10", frame: "digital", applicant: "small", employees: 3 })).toBe(false);
  expect(found("1/2", { scheme: "monodukuri-10", frame: "digital", applicant: "small", employees: 3 })).toBe(true);
});

test.each([
  ["はい", "3/4", false],
  ["有（前期）", "2/3", true],
  ["なし", "3/4", true],
  ["いいえ", "2/3", false],
])("a firm at a loss says so in its workbook: 赤字 %s, stated %s: reported %s", (deficit, rate, expected) => {
  const asked = { 赤字: deficit };
  expect(found(rate, { scheme: "jizokuka-2022", frame: "wage" }, asked)).toBe(expected);
});

test.each(["2/0", "見積による1"])("%s is no rate to hold against another", (rate) =>
  expect(found(rate, { scheme: "jizokuka-2022", frame: "wage", deficit: true })).toBe(false),
);
