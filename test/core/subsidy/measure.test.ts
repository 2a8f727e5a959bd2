/** Budgets under the schemes that pay no subsidy, through the engine. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { day, workbookOf, type Value } from "../rules/budget";

const HEADER = ["種別", "品名", "単価", "数量", "金額", "納品日", "備考"];
const report = (scheme: string, rows: Value[][], frame?: string) =>
  check(workbookOf({ 予算明細: [HEADER, ...rows] }), schemes, { scheme, ...(frame !== undefined && { frame }) });

test("each line is judged as the asset it says it is, and no frame or rate is asked for", () => {
  const { measure, subsidy, findings } = report("sentan-setsubi-2022", [
    ["機械装置", "マシニングセンタ", 1_600_000, 2, 3_200_000, day("2022-12-01"), ""],
    ["機械装置", "マシニングセンタ(中古)", 2_000_000, 1, 2_000_000, day("2022-12-01"), ""],
    ["器具備品", "測定用パソコン", 299_999, 1, 299_999, day("2023-04-01"), ""],
    ["何か", "看板", 500_000, 1, 500_000, day("2022-12-01"), ""],
  ]);
  const assets = measure?.kind === "asset-qualification" ? measure.assets : [];
  expect(assets.map(({ row, qualifies, obstacles }) => [row, qualifies, obstacles.map(({ code }) => code)])).toEqual([
    [2, null, []],
    [3, false, ["second-hand"]],
    [4, false, ["price", "acquired"]],
    [5, false, ["unknown-frame"]],
  ]);
  expect(assets[0]?.missing).toEqual(["yearsOnSale"]);
  expect(subsidy).toMatchObject({ amount: null, missing: [] });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("the tax measure names each share of the whole investment", () => {
  const { measure } = report("dx-tax-2023", [["", "クラウド基盤の構築", 10_000_000, 1, 10_000_000, "", ""]], "credit");
  expect(measure).toEqual({
    kind: "tax-credit",
    investment: 10_000_000,
    relief: [
      { share: "5/100", yen: 500_000 },
      { share: "3/100", yen: 300_000 },
    ],
  });
});

test("a subsidy has no such result", () => {
  expect(
    report("fais-dx-2025", [["", "データ分析の委託", 100_000, 1, 100_000, "", ""]], "planning").measure,
  ).toBeNull();
});
