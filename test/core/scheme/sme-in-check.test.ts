/** A workbook that states industry, capital and employees but no class: the table decides, and the row is kept. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { workbookOf } from "../rules/budget";

const budget = [
  ["品名", "単価", "数量", "金額"],
  ["データ分析業務の委託", 600_000, 1, 600_000],
];

const judged = (facts: [string, string | number][], settings = {}) =>
  check(workbookOf({ 申請情報: [["申請枠", "計画策定枠"], ...facts], 予算明細: budget }), schemes, settings);

test("the table decides where no class is stated", () => {
  const small = judged([
    ["業種", "小売業"],
    ["資本金", 60_000_000],
    ["従業員数", 50],
  ]);
  expect(small).toMatchObject({ applicant: "sme", subsidy: { rate: "2/3" } });
  expect(small.origins["applicant"]).toMatchObject({ from: "workbook", sme: { by: "employees", row: { no: 4 } } });
  const large = judged([
    ["業種", "小売業"],
    ["資本金", 60_000_000],
    ["従業員数", 51],
  ]);
  expect(large).toMatchObject({ applicant: "non-sme", subsidy: { rate: "1/2" } });
});

test("a stated class and an option go before the table, which is shown all the same", () => {
  const facts: [string, string | number][] = [
    ["申請者区分", "市内中小事業者"],
    ["業種", "卸売業"],
    ["資本金", 200_000_000],
    ["従業員数", 101],
  ];
  const stated = judged(facts);
  expect(stated.applicant).toBe("sme");
  expect(stated.origins["applicant"]).toMatchObject({ from: "workbook", sme: { class: "non-sme", row: { no: 2 } } });
  expect(judged(facts, { applicant: "non-sme" }).origins["applicant"]).toMatchObject({ from: "option" });
});

test("too little is no answer: the default stays", () => {
  const report = judged([
    ["業種", "小売業"],
    ["資本金", 60_000_000],
  ]);
  expect(report.applicant).toBe("sme");
  expect(report.origins["applicant"]).toMatchObject({ from: "default", sme: { class: null, missing: ["employees"] } });
});
