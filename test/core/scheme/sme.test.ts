import { smeClass, smeRow, type SmeInput } from "../../../src/core/scheme/sme";
import { smeTable } from "../../../src/schemes";

const judge = (industry: number | string, capital: number | null, employees: number | null, mainIndustry?: string) => {
  const input: SmeInput = { industry, capital, employees, ...(mainIndustry !== undefined && { mainIndustry }) };
  return smeClass(smeTable, input);
};

test.each([
  [1, 300_000_000, 300],
  [2, 100_000_000, 100],
  [3, 50_000_000, 100],
  [4, 50_000_000, 50],
  [5, 300_000_000, 900],
  [6, 300_000_000, 300],
  [7, 50_000_000, 200],
  [8, 300_000_000, 300],
])("row %i: capital up to %i or %i employees suffices", (row, capital, employees) => {
  expect(judge(row, capital, employees + 1)).toMatchObject({ class: "sme", by: "capital", row: { no: row } });
  expect(judge(row, capital + 1, employees)).toMatchObject({ class: "sme", by: "employees" });
  expect(judge(row, capital, employees)).toMatchObject({ class: "sme", by: "both" });
  expect(judge(row, capital + 1, employees + 1)).toMatchObject({ class: "non-sme", by: "both" });
});

test.each([
  [9, 300],
  [10, 300],
  [11, 100],
])("row %i: the headcount alone decides, up to %i", (row, employees) => {
  expect(judge(row, 1, employees).class).toBe("sme");
  expect(judge(row, 1, employees + 1)).toMatchObject({ class: "non-sme", by: "employees" });
  expect(judge(row, 1, null)).toMatchObject({ class: null, missing: ["employees"] });
});

test.each([12, 13, 14, 15])("row %i borrows the headcount of the main industry", (row) => {
  expect(judge(row, 1, 50, "小売業").class).toBe("sme");
  expect(judge(row, 1, 51, "小売業").class).toBe("non-sme");
  expect(judge(row, 1, 200, "旅館業").limits.employees).toBe(200);
  expect(judge(row, 1, 10)).toMatchObject({ class: null, missing: ["mainIndustry"] });
  expect(judge(row, 1, 10, "農業")).toMatchObject({ class: null, missing: ["mainIndustry"] });
});

test.each([
  ["製造業", 1],
  ["金属製品製造業", 1],
  ["総合工事業", 1],
  ["一般貨物自動車運送業", 1],
  ["機械器具卸売業", 2],
  ["サービス業", 3],
  ["飲食店", 4],
  ["ゴム製品製造業", 5],
  ["自動車用タイヤ・チューブゴム製品製造業", 1],
  ["工場用ベルト製造業", 1],
  ["受託開発ソフトウェア業", 6],
  ["情報処理サービス業", 6],
  ["旅館業", 7],
  ["不動産業", 8],
  ["医療法人", 9],
  ["社会福祉法人 若松会", 9],
  ["学校法人", 10],
  ["北九州商工会議所", 11],
  ["事業協同組合", 12],
  ["公益財団法人", 14],
  ["一般社団法人", 14],
  ["ＮＰＯ法人", 15],
  ["ソフトウエア 業", 6],
])("%s is row %i", (industry, row) => {
  expect(smeRow(smeTable, industry)?.no).toBe(row);
});

test("a sole trader has no capital: the headcount decides", () => {
  expect(judge("小売業", null, 50)).toMatchObject({ class: "sme", by: "employees", clause: "4(2)①" });
  expect(judge("小売業", null, 51)).toMatchObject({ class: "non-sme", by: "employees" });
});

test("too much capital with an unknown headcount is no answer yet", () => {
  expect(judge("小売業", 50_000_001, null)).toMatchObject({ class: null, missing: ["employees"] });
  expect(judge("小売業", 50_000_000, null)).toMatchObject({ class: "sme", by: "capital" });
});

test("an industry the table does not know is asked for", () => {
  expect(judge("占い", 1, 1)).toMatchObject({ class: null, row: null, missing: ["industry"] });
  expect(judge(16, 1, 1)).toMatchObject({ class: null, row: null, missing: ["industry"] });
});
