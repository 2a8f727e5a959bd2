/** Tables of money beside a budget count where something says that they belong to it. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { sheet, workbook, type Literal } from "./grid";

type Rows = Literal[][];

const BUDGET: Rows = [
  ["今回の経費"],
  ["品名", "数量", "単価", "金額"],
  ["水位センサー", 4, 150000, 600000],
  ["監視画面の開発", 1, 900000, 900000],
  ["合計", null, null, 1500000],
];
const BUDGET_SUM = 1500000;

/** In words that no list of ours knows. */
const BESIDE: Rows = [
  ["樹種", "本数", "単価", "値"],
  ["北の丘", 18, 64000, 1152000],
  ["南の丘", 35, 18500, 647500],
  ["計", null, null, 1799500],
];
const BESIDE_SUM = 1799500;

const read = (sheets: readonly (readonly [string, Rows])[]) =>
  check(workbook(...sheets.map(([name, rows]) => sheet(name, rows))), schemes, {
    frame: "transformation",
    tax: "exclusive",
  });
const claimed = (...sheets: readonly (readonly [string, Rows])[]) => read(sheets).totals?.claimed;

test("a table that nothing binds to the budget is set aside, and told with its sum", () => {
  const report = read([
    ["計画", BUDGET],
    ["庭", BESIDE],
  ]);
  expect(report.totals?.claimed).toBe(BUDGET_SUM);
  expect(report.findings.filter(({ rule }) => rule === "sheet/set-aside")).toEqual([
    expect.objectContaining({ sheet: "庭", data: expect.objectContaining({ yen: BESIDE_SUM }) as unknown }),
  ]);
});

test.each<[string, [string, Rows][]]>([
  ["the same header", [["庭", [["品名", "数量", "単価", "金額"], ...BESIDE.slice(1)]]]],
  ["an item of the grant in the name of its sheet", [["消耗品費", BESIDE]]],
  ["an item of the grant in its title", [["庭", [["３ 消耗品費"], ...BESIDE]]]],
  [
    "its sum beside that of the budget",
    [
      ["庭", BESIDE],
      [
        "まとめ",
        [
          ["屋内", BUDGET_SUM],
          ["屋外", BESIDE_SUM],
        ],
      ],
    ],
  ],
  [
    "a whole that comes to both, from two sources",
    [
      ["庭", BESIDE],
      [
        "お金",
        [
          ["補助金", 2199000],
          ["自己資金", BUDGET_SUM + BESIDE_SUM - 2199000],
        ],
      ],
    ],
  ],
])("%s says that it belongs to it", (_, sheets) => {
  expect(claimed(["計画", BUDGET], ...sheets)).toBe(BUDGET_SUM + BESIDE_SUM);
});

test("where no table is clearly the budget, all count", () => {
  const part = (header: string, item: string): Rows => [
    [header, "金額"],
    [`${item}の据付`, 300000],
    [`${item}の調整`, 200000],
  ];
  expect(claimed(["一", part("作業", "水位計")], ["二", part("仕事", "雨量計")])).toBe(1000000);
});

test("last year's budget is none of this year's, however alike", () => {
  const of = (year: string): Rows => [[`${year}予算書`], ...BUDGET.slice(1)];
  const last: Rows = of("令和6年度").map((row) => row.map((cell) => (cell === "水位センサー" ? "雨量計" : cell)));
  expect(claimed(["今", of("令和7年度")], ["前", last])).toBe(BUDGET_SUM);
});

test("years of purchase long ago tell what is owned, also beside a budget that only may be one", () => {
  const plain: Rows = [
    ["内容", "金額"],
    ["水位センサー", 600000],
    ["監視画面の開発", 900000],
    ["合計", 1500000],
  ];
  const owned: Rows = [
    ["名前", "買った年", "値段"],
    ["第八丸", "平成9年", 31500000],
    ["製氷機", "平成27年", 2650000],
  ];
  expect(claimed(["Sheet1", plain], ["Sheet2", owned])).toBe(BUDGET_SUM);
});

describe("beside a budget", () => {
  test.each<[string, string, Rows]>([
    [
      "what nobody knows as a purchase",
      "水揚",
      [
        ["魚種", "数量", "単価", "水揚高"],
        ["年会費", 10, 3000, 30000],
        ["懇親会費", 20, 4000, 80000],
        ["計", null, null, 110000],
      ],
    ],
    [
      "what is paid from then on",
      "完了後",
      [
        ["事業完了後の毎月"],
        ["品名", "数量", "単価", "金額"],
        ["クラウド利用料", 12, 40000, 480000],
        ["合計", null, null, 480000],
      ],
    ],
    [
      "what is applied for elsewhere",
      "ほか",
      [
        ["別に申請した補助金の経費"],
        ["品名", "数量", "単価", "金額"],
        ["案内板の開発", 1, 800000, 800000],
        ["合計", null, null, 800000],
      ],
    ],
  ])("%s does not count", (_, name, rows) => {
    expect(claimed(["計画", BUDGET], [name, rows])).toBe(BUDGET_SUM);
  });

  test.each(["令和7年度予算（前年度対比）", "3か年DX計画の経費（初年度）"])(
    "%s is the budget all the same",
    (title) => {
      const stock: Rows = [
        ["在庫"],
        ["品名", "数量", "単価", "金額"],
        ["苗", 10, 3000, 30000],
        ["合計", null, null, 30000],
      ];
      expect(claimed(["計画", [[title], ...BUDGET.slice(1)]], ["ほか", stock])).toBe(BUDGET_SUM);
    },
  );

  test("tables count that together come to a whole told below them, however they are drawn", () => {
    const trips: Rows = [
      ["行き先", "人数", "片道", "料金"],
      ["長崎", 2, 6000, 12000],
      ["計", null, null, 12000],
    ];
    const copies: Rows = [
      ["印刷物", "部数", "単価", "代金"],
      ["手引き", 300, 90, 27000],
      ["計", null, null, 27000],
    ];
    const sheets: [string, Rows][] = [
      ["計画", BUDGET],
      ["二", trips],
      ["三", copies],
    ];
    const whole: Rows = [["ぜんぶで", BUDGET_SUM + 39000]];
    expect(claimed(...sheets, ["しめ", whole])).toBe(BUDGET_SUM + 39000);
  });
});
