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

test("and pays none itself", () => {
  const { subsidy, totals } = report(
    "dx-tax-2023",
    [["", "クラウド基盤の構築", 10_000_000, 1, 10_000_000, "", ""]],
    "credit",
  );
  expect(subsidy).toMatchObject({ rate: null, cap: null, beforeCap: null, payable: null, amount: null, missing: [] });
  expect(totals).toMatchObject({ eligible: 10_000_000, allowed: 10_000_000 });
});

test("a subsidy has no such result", () => {
  expect(
    report("fais-dx-2025", [["", "データ分析の委託", 100_000, 1, 100_000, "", ""]], "planning").measure,
  ).toBeNull();
});

describe("which asset a line is", () => {
  const assets = (rows: Value[][], frame?: string, header: string[] = HEADER) => {
    const { measure } = check(workbookOf({ 予算明細: [header, ...rows] }), schemes, {
      scheme: "sentan-setsubi-2022",
      ...(frame !== undefined && { frame }),
    });
    return measure?.kind === "asset-qualification" ? measure.assets : [];
  };
  const codes = (rows: Value[][], frame?: string) =>
    assets(rows, frame).map(({ row, obstacles }) => [row, obstacles.map(({ code }) => code)]);
  const IN_TIME = day("2022-12-01");

  test.each(["中古", "ユーズド", "USED", "second-hand", "Secondhand"])(
    "%s, said anywhere in the line, is second-hand",
    (word) => {
      expect(
        codes([
          ["機械装置", `旋盤 ${word}`, 2_000_000, 1, 2_000_000, IN_TIME, ""],
          ["機械装置", "旋盤", 2_000_000, 1, 2_000_000, IN_TIME, word],
          ["機械装置", "旋盤", 2_000_000, 1, 2_000_000, IN_TIME, "新品"],
        ]),
      ).toEqual([
        [2, ["second-hand"]],
        [3, ["second-hand"]],
        [4, []],
      ]);
    },
  );

  test("the kind that the line states goes before the one of the application, which stands for lines that state none", () => {
    const machines = schemes.find(({ id }) => id === "sentan-setsubi-2022")!.frames[0]!.id;
    // Enough for a tool, too little for a machine.
    expect(
      codes(
        [
          ["器具備品", "測定器", 500_000, 1, 500_000, IN_TIME, ""],
          ["何か", "測定器", 500_000, 1, 500_000, IN_TIME, ""],
          ["何か", "測定器", 500_000, 1, 500_000, IN_TIME, "器具備品"],
        ],
        machines,
      ),
    ).toEqual([
      [2, []],
      [3, ["price"]],
      [4, []],
    ]);
  });

  test("a piece costs its price, not the sum; without a price, the amount", () => {
    expect(codes([["器具備品", "測定器", 150_000, 4, 600_000, IN_TIME, ""]])).toEqual([[2, ["price"]]]);
    const [bare] = assets([["器具備品", "測定器", 300_000, IN_TIME]], undefined, ["種別", "品名", "金額", "納品日"]);
    expect(bare?.obstacles).toEqual([]);
    const [cheap] = assets([["器具備品", "測定器", 299_999, IN_TIME]], undefined, ["種別", "品名", "金額", "納品日"]);
    expect(cheap?.obstacles.map(({ code }) => code)).toEqual(["price"]);
  });

  test("as many as there are make the company that a building needs", () => {
    const building = ["事業用家屋", "工場", 9_000_000, 1, 9_000_000, IN_TIME, ""];
    const beside = (count: number) =>
      codes([building, ["機械装置", "旋盤", 1_600_000, count, 1_600_000 * count, IN_TIME, ""]])[0];
    expect([beside(2), beside(1)]).toEqual([
      [2, []],
      [2, ["others"]],
    ]);
  });

  test("lines of nothing are no assets, and the others keep their places", () => {
    expect(
      assets([
        ["機械装置", "旋盤", 2_000_000, 0, 0, IN_TIME, ""],
        ["機械装置", "フライス盤", 2_000_000, 1, 2_000_000, IN_TIME, ""],
      ]).map(({ sheet, row }) => [sheet, row]),
    ).toEqual([["予算明細", 3]]);
  });
});

test("a tax measure without its way named has the investment and no relief", () => {
  const { measure } = report("dx-tax-2023", [
    ["", "クラウド基盤の構築", 10_000_000, 1, 10_000_000, "", ""],
    ["", "データ基盤の構築", 2_000_000, 1, 2_000_000, "", ""],
  ]);
  expect(measure).toEqual({ kind: "tax-credit", investment: 12_000_000, relief: [] });
});
