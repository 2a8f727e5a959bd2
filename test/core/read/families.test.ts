/** Families of layouts that other hands drew: each varied in words and places, and all read alike. */
import { toNumber, type Fraction } from "../../../src/core/money/fraction";
import { readBudget } from "../../../src/core/read/read";
import { f, sheet, workbook, type Literal } from "./grid";
import { HINTS } from "./hints";

const read = (...sheets: Parameters<typeof workbook>) => readBudget(workbook(...sheets), [], HINTS);
const n = (value: Fraction | null): number | null => (value === null ? null : toNumber(value));

const MEMBERS = sheet("体制", [
  ["構成員名", "区分", "役割"],
  ["合馬竹材合同会社", "市内中小事業者", "代表"],
  ["大手町化学工業株式会社", "市内中小事業者以外", "分担"],
]);

describe("a member named above a table holds for the tables below, until another is named", () => {
  const blocks = (named: (name: string) => string, items: readonly [string, string], total: string): Literal[][] => [
    [named("合馬竹材合同会社")],
    [items[0], "単価", "数量", "金額"],
    ["含水率センサ", 38000, 5, 190000],
    [total, null, null, 190000],
    [],
    [items[1], "単価", "数量", "金額"],
    ["判別プログラム開発", 900000, 1, 900000],
    [total, null, null, 900000],
    [],
    [named("大手町化学工業株式会社")],
    [items[0], "単価", "数量", "金額"],
    ["濃度センサ", 92000, 5, 460000],
    [total, null, null, 460000],
    [],
    [items[1], "単価", "数量", "金額"],
    ["分析委託", 540000, 1, 540000],
    [total, null, null, 540000],
  ];
  test.each([
    [(name: string) => `【${name}】`, ["購入品", "外部委託"], "小計"],
    [(name: string) => `構成員：${name}`, ["品名", "委託内容"], "計"],
    [(name: string) => `${name} 分`, ["導入機器", "作業内容"], "合計"],
  ] as const)("%p", (named, items, total) => {
    const { lines } = read(MEMBERS, sheet("経費", blocks(named, items, total)));
    expect(lines.map(({ row, member }) => [row, member])).toEqual([
      [3, "合馬竹材合同会社"],
      [7, "合馬竹材合同会社"],
      [12, "大手町化学工業株式会社"],
      [16, "大手町化学工業株式会社"],
    ]);
  });

  test("what is for all of them is nobody's alone", () => {
    const rows = [...blocks((name) => name, ["品名", "件名"], "計").slice(0, 8), [], ["構成員共通"]];
    const { lines } = read(
      MEMBERS,
      sheet("経費", [...rows, ["品名", "単価", "数量", "金額"], ["打合せ会場", 5000, 2, 10000]]),
    );
    expect(lines.map(({ member }) => member)).toEqual(["合馬竹材合同会社", "合馬竹材合同会社", null]);
  });
});

describe("a plan by the month that is the wage table", () => {
  const plan = (whole: readonly string[], wholes: readonly (readonly number[])[]) =>
    read(
      sheet(
        "人件費月別",
        [
          ["氏名", "時給単価", "9月", null, "10月", null, ...whole],
          [null, null, "従事時間", "支給額", "従事時間", "支給額"],
          ["古賀 陽平", 2150, 60, 298000, 80, 298000, ...(wholes[0] as number[])],
          ["城戸 香織", 2320, 150, 312000, 30, 312000, ...(wholes[1] as number[])],
        ],
        { merges: ["C1:D1", "E1:F1", "A1:A2", "B1:B2"] },
      ),
    ).labour.map(({ person, hours, statedAmount }) => [person, n(hours), statedAmount]);

  const expected = [
    ["古賀 陽平", 140, 301000],
    ["城戸 香織", 180, 417600],
  ];

  test("its hours are the sum of the months", () => expect(plan(["労務費計"], [[301000], [417600]])).toEqual(expected));

  test("or those of its own column", () =>
    expect(
      plan(
        ["時間計", "労務費"],
        [
          [140, 301000],
          [180, 417600],
        ],
      ),
    ).toEqual(expected));
});

describe("the parts of welfare below one heading", () => {
  test.each([
    ["健康保険", "厚生年金", "雇用・労災"],
    ["健保", "厚年", "そのほか"],
    ["健康保険料", "年金", "拠出金等"],
  ])("%s, %s, %s", (...parts) => {
    const { labour } = read(
      sheet(
        "人件費積算",
        [
          ["氏名", "基本給", "法定福利費", null, null, "月所定時間", "時給単価", "従事時間", "労務費"],
          [null, null, ...parts],
          ["丸山 恭子", 262000, 13900, 25600, 4200, 165, 1850, 100, 185000],
        ],
        { merges: ["C1:E1"] },
      ),
    );
    expect(labour.map(({ welfare }) => n(welfare))).toEqual([43700]);
  });
});

test("several columns that specify an item are read together: how one goes belongs to where", () => {
  const { lines } = read(
    sheet("出張明細", [
      ["月日", "行程", "交通手段", "単価", "人数", "金額"],
      ["7/10", "小倉－名古屋 往復", "新幹線（普通車）", 34800, 2, 69600],
      ["7/11", "名古屋駅－施設", "タクシー", 3900, 1, 3900],
    ]),
  );
  expect(lines.map(({ description, specification }) => [description, specification])).toEqual([
    ["小倉－名古屋 往復", "新幹線（普通車）"],
    ["名古屋駅－施設", "タクシー"],
  ]);
});

test.each(["別紙1", "別紙２のとおり", "別添3"])("%s in the remarks is no estimate", (note) => {
  const { lines } = read(
    sheet("予算", [
      ["内容", "金額", "備考"],
      ["分析委託", 700000, "項番1"],
      ["小倉－東京 新幹線", 92000, note],
    ]),
  );
  expect(lines.map(({ evidenceNo }) => evidenceNo)).toEqual(["1", null]);
});

test.each([
  ["予定工数（h）", "時間単価", "h"],
  ["人数", "単価", "人"],
  ["数量（台）", "単価", "台"],
  ["延べ時間", "単価", "時間"],
])("%s states the unit of its counts", (count, price, unit) => {
  const { lines } = read(
    sheet("費用", [
      ["内容", count, price, "金額", "備考"],
      ["棚卸し", 60, 2150, 129000, null],
      ["整備", 90, 1820, 163800, "a"],
    ]),
  );
  expect(lines.map((line) => line.unit)).toEqual([unit, unit]);
});

test("what is given back at its price comes off, whatever it is called", () => {
  const { lines } = read(
    sheet("購買", [
      ["品名", "数量", "単価", "金額"],
      ["振動センサ", 10, 37800, 378000],
      ["振動センサ R", -1, 37800, -37800],
    ]),
  );
  expect(lines.map(({ amount, discount }) => [amount, discount])).toEqual([
    [378000, false],
    [-37800, true],
  ]);
});

describe("a total above the table or beside it, by its formula", () => {
  const items: Literal[][] = [
    ["No", "品名", "単価", "数量", "小計"],
    [1, "六角ボルト", 3700, 1, 3700],
    [2, "アルミ板", 1200, 4, 4800],
    [3, "温度計", 5000, 1, 5000],
  ];
  const drawn = (formula: string, result: number): ReturnType<typeof read> =>
    read(sheet("部品", [["合計金額", f(formula, result), "※上限 50万円"], [], ...items]));

  test("that sums every line proves them", () => {
    const { totals, trace } = drawn("SUM(E4:E30)", 13500);
    expect(totals).toHaveLength(1);
    expect(trace.proven).toBe(true);
  });
  test("that leaves out a line is held against all of them", () => {
    const { totals, trace } = drawn("SUM(E4:E5)", 8500);
    expect(totals.map(({ row, amount, candidates }) => [row, amount, candidates.map(({ yen }) => yen)])).toEqual([
      [1, 8500, [13500]],
    ]);
    expect(trace.proven).toBe(false);
  });
  test("that sums few of the lines is a group's", () => {
    expect(drawn("SUM(E4:E4)", 3700).totals).toEqual([]);
  });
});

test("a summary by item in the other tax treatment agrees with the lines in theirs", () => {
  const { totals } = read(
    sheet("支出", [
      ["費目", "品名", "個数", "単価", "税抜小計", "税込小計"],
      ["消耗品費", "ラベル", 2, 1000, 2000, 2200],
      ["消耗品費", "インク", 3, 700, 2100, 2310],
      ["旅費", "切符", 4, 500, 2000, 2200],
    ]),
    sheet("費目別支出", [
      ["費目", "支出額"],
      ["消耗品費", 4510],
      ["旅費", 2200],
    ]),
  );
  expect(totals.map(({ label, amount }) => [label, amount])).toEqual([
    ["消耗品費", 4510],
    ["旅費", 2200],
  ]);
  for (const { amount, candidates } of totals) expect(candidates.map(({ yen }) => yen)).toContain(amount);
});

describe("what 説明 says of 目", () => {
  const described = (header: string, rows: readonly (readonly [string, string, string, number])[]) =>
    read(
      sheet("歳出", [
        ["款", "項", "目", header, "本年度予算額"],
        ...rows.map(([middle, minor, said, yen], at): Literal[] => [
          at === 0 ? "事業費" : null,
          middle,
          minor,
          said,
          yen,
        ]),
        ["計", null, null, null, rows.reduce((sum, [, , , yen]) => sum + yen, 0)],
      ]),
    ).lines.map(({ description }) => description);

  test.each(["説明", "摘要"])("%s stands behind an item of cost of its own", (header) => {
    const rows = [
      ["報償費", "指導者謝金", "記録講習 3回", 48_000],
      ["需用費", "印刷製本費", "印刷製本費 冊子", 30_000],
      ["旅費", "費用弁償", "講師の交通費", 18_000],
    ] as const;
    expect(described(header, rows)).toEqual(["指導者謝金 記録講習 3回", "印刷製本費 冊子", "講師の交通費"]);
  });

  test("内訳 is what is bought", () => {
    const rows = [
      ["報償費", "講師謝金", "教室の講師 4回", 60_000],
      ["需用費", "消耗品費", "模造紙", 8_000],
    ] as const;
    expect(described("内訳", rows)).toEqual(["教室の講師 4回", "模造紙"]);
  });
});

describe("days are no items where other words stand", () => {
  test.each([
    ["利用日", "購入目的"],
    ["立替えた日", "立替えたもの"],
  ])("%s | %s, a box for stamps below", (day, item) => {
    const { lines } = read(
      sheet("精算書", [
        [day, item, "精算額"],
        ["2025/7/2", "温度ロガー", 38_500],
        ["2025/7/4", "中継用ケーブル", 6_200],
        ["合計", null, 44_700],
        [],
        ["工場長", "係長", "出納"],
        ["㊞", "㊞", "㊞"],
      ]),
    );
    expect(lines.map(({ description }) => description)).toEqual(["温度ロガー", "中継用ケーブル"]);
  });

  test("a day alone says what is paid", () => {
    const { lines } = read(
      sheet("研修", [
        ["開いた日", "謝金額"],
        ["2025/7/2", 60_000],
        ["2025/7/5", 30_000],
        ["計", 90_000],
      ]),
    );
    expect(lines.map(({ description }) => description)).toEqual(["2025/7/2", "2025/7/5"]);
  });
});
