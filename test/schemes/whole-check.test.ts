/** The documents' figures through the whole check: a workbook in, the subsidy out. */
import { check } from "../../src/core/check";
import type { Settings } from "../../src/core/judge/settings";
import { schemes } from "../../src/schemes";
import { workbookOf, type Value } from "../core/rules/budget";

type Row = readonly [item: string, text: string, price: number, quantity?: number];

const report = (rows: readonly Row[], settings: Settings, facts: Value[][] = []) =>
  check(
    workbookOf({
      ...(facts.length > 0 && { 申請情報: facts }),
      予算明細: [
        ["費目", "品名", "単価", "数量", "金額"],
        ...rows.map(([item, text, price, quantity = 1]): Value[] => [item, text, price, quantity, price * quantity]),
      ],
    }),
    schemes,
    settings,
  );

const machine = (price: number): Row => ["機械装置・システム構築費", "自動搬送ロボット 本体", price];

test.each([
  ["sme", 100_000_000, 65_000_000],
  ["mid-sized", 90_000_000, 43_333_333],
] as const)("saikouchiku-6, %s, 120 employees, cost %i: %i", (applicant, cost, amount) => {
  const settings = { scheme: "saikouchiku-6", frame: "regular", applicant, employees: 120 } as const;
  expect(report([machine(cost)], settings).subsidy).toMatchObject({ amount, rate: null, cap: 80_000_000 });
});

test("it-2022, IT tools, PCs and registers each by their own rate and cap", () => {
  const { subsidy, lines } = report(
    [
      ["ソフトウェア購入費", "受発注パッケージソフト(買切り)", 600_000],
      ["クラウド利用費", "会計クラウドサービス利用料(新規契約)", 250_000],
      ["導入関連費", "操作研修の受講料", 150_000],
      ["ハードウェア購入費", "ノートパソコン", 180_000],
      ["ハードウェア購入費", "POSレジ", 500_000],
    ],
    { scheme: "it-2022", frame: "digital-base" },
  );
  expect(lines.map(({ middle, minor }) => [middle, minor])).toEqual([
    ["ソフトウェア購入費", null],
    ["クラウド利用費", null],
    ["導入関連費", null],
    ["ハードウェア購入費", "PC等"],
    ["ハードウェア購入費", "レジ等"],
  ]);
  expect(subsidy).toMatchObject({ amount: 1_012_222, rate: null });
});

test.each([
  ["monodukuri-10", "regular", { applicant: "small", employees: 5 }, 12_000_000, 7_500_000, false],
  ["monodukuri-10", "regular", { applicant: "small", employees: 5 }, 1_200_000, 0, true],
  ["jizokuka-2022", "wage", { deficit: true }, 2_500_000, 1_875_000, false],
  ["it-2023", "regular-a", {}, 3_100_000, 1_499_999, false],
  ["it-2023", "regular-b", {}, 2_900_000, 0, true],
] as [string, string, Settings, number, number, boolean][])(
  "%s/%s %j, cost %i: %i, below the floor %s",
  (scheme, frame, settings, cost, amount, isBelow) => {
    const found = report([["", "受発注システムの開発 請負", cost]], { scheme, frame, ...settings });
    expect(found.subsidy?.amount).toBe(amount);
    expect(found.findings.some(({ rule }) => rule === "subsidy/below-floor")).toBe(isBelow);
  },
);

test("a scheme without items classifies nothing and says so by having no such rule", () => {
  const found = report([["機械装置費", "加工機", 3_000_000]], {
    scheme: "monodukuri-10",
    frame: "digital",
    employees: 3,
  });
  expect(found.lines[0]).toMatchObject({ middle: null, major: null, eligibility: "eligible" });
  expect(found.rules.notApplicable).toEqual(
    expect.arrayContaining(["category/missing", "category/mismatch", "tax/inclusive"]),
  );
  expect(found.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("the workbook itself may state class, employees, deficit and a rate the document does not", () => {
  const facts = [
    ["申請枠", "通常枠"],
    ["申請者区分", "中堅企業"],
    ["従業員数", 120],
  ];
  expect(report([machine(90_000_000)], { scheme: "saikouchiku-6" }, facts).subsidy?.amount).toBe(43_333_333);
  const silent = [
    ["申請枠", "FS枠"],
    ["補助率", "1/2"],
    ["申請者名", "八幡精工"],
  ];
  expect(report([["", "現場調査の委託", 900_001]], { scheme: "fais-robot-2024" }, silent).subsidy).toMatchObject({
    amount: 450_000,
    missing: [],
  });
});

test("each frame has its own items", () => {
  const of = (frame: string) =>
    report([["", "搬送工程の請負設計", 900_000]], { scheme: "fais-robot-2022", frame }).lines[0]?.middle;
  expect([of("feasibility"), of("introduction")]).toEqual(["外注費", "導入経費"]);
});

test("what the scheme has no item for goes where the line says", () => {
  const { lines } = report([["備品費", "ミライトール", 60_000]], { scheme: "fais-kyoso-2024", frame: "practice" });
  expect(lines[0]).toMatchObject({ middle: "需用費", minor: "備品費" });
});
