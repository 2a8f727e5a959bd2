/** Which rows of the labour sheet a line of the budget stands for; they count once, with the labour sheet's own figures. */
import { book, checked, formula, type Grid, type LineLiteral, type Value } from "../../rules/budget";
import { schemes } from "../../../../src/schemes";

const HEADERS = [
  "氏名",
  "区分",
  "基本給",
  "諸手当",
  "法定福利費",
  "月所定労働時間",
  "時給単価",
  "従事予定時間",
  "金額",
];
/** 2,232 yen × 37.5 h = 83,700; 1,000 yen × 100 h = 100,000; 1,080 yen × 50 h = 54,000. */
const SATO = ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 37.5, 83700];
const KIMURA = ["木村 亮", "従業員", 160000, 0, 0, 160, 1000, 100, 100000];
const NAKAJIMA = ["中島 由香", "パート", null, null, null, null, 1080, 50, 54000];
const sheet = (...rows: Value[][]): Grid => [HEADERS, ...rows];
const ALL = sheet(SATO, KIMURA, NAKAJIMA, [
  "合計",
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  formula("SUM(I2:I4)", 237700),
]);

const sensor: LineLiteral = { item: "電流センサー", middle: "消耗品費", price: 12400 };
const budget = (lines: LineLiteral[], labour: Grid = ALL, more = {}) =>
  book([sensor, ...lines], { 労務費: labour, ...more });
const linked = (it: ReturnType<typeof budget>) => {
  const { lines, totals, labour } = checked(it);
  return {
    rows: lines
      .slice(1)
      .map(({ labourRows, eligibleAmount }) => [labourRows.map((row) => row.split("!")[1]), eligibleAmount]),
    labour: totals?.byMajor["労務費"] ?? 0,
    claimed: totals?.claimed,
    inBudget: labour.map((row) => row.inBudget),
  };
};

test("rows that no line stands for count too, and belong to what is claimed", () => {
  expect(linked(budget([]))).toEqual({ rows: [], labour: 237700, claimed: 250100, inBudget: [false, false, false] });
});

test("by the person's name", () => {
  const it = budget([
    { item: "佐藤 健一 要件定義", middle: "従業員費", amount: 83700 },
    { item: "木村亮 テスト", middle: "従業員費", amount: 100000 },
    { item: "中島さん データ入力", middle: "補助員費", amount: 54000 },
  ]);
  expect(linked(it)).toEqual({
    rows: [
      [["2"], 83700],
      [["3"], 100000],
      [["4"], 54000],
    ],
    labour: 237700,
    claimed: 250100,
    inBudget: [true, true, true],
  });
});

test("by the name, however it is spelt: with a title, points, a department or in Latin letters", () => {
  const rows = sheet(
    ["佐藤・健一 様（開発課）", ...SATO.slice(1)],
    ["John Smith", ...KIMURA.slice(1)],
    ["中島　由香さん", ...NAKAJIMA.slice(1)],
  );
  const it = budget(
    [
      { item: "佐藤健一 要件定義", middle: "従業員費", amount: 83700 },
      { item: "ＪＯＨＮ　ＳＭＩＴＨ テスト", middle: "従業員費", amount: 100000 },
      { item: "中島由香 データ入力", middle: "補助員費", amount: 54000 },
    ],
    rows,
  );
  expect(linked(it).rows).toEqual([
    [["2"], 83700],
    [["3"], 100000],
    [["4"], 54000],
  ]);
});

test("by formula, to a row or to the total", () => {
  const row = budget([{ item: "従業員の人件費", middle: "従業員費", amount: formula("労務費!I2", 83700) }]);
  expect(linked(row)).toMatchObject({ rows: [[["2"], 83700]], labour: 237700, inBudget: [true, false, false] });
  const total = budget([{ item: "人件費 一式", middle: "従業員費", amount: formula("労務費!$I$5", 237700) }]);
  expect(linked(total)).toMatchObject({ rows: [[["2", "3", "4"], 237700]], labour: 237700, claimed: 250100 });
  const range = budget([
    { item: "従業員の人件費", middle: "従業員費", amount: formula("SUM('労務費'!I2:I3)", 183700) },
  ]);
  expect(linked(range)).toMatchObject({ rows: [[["2", "3"], 183700]], labour: 237700 });
});

test("by SUMIF, which refers to all rows but sums those of one kind", () => {
  const it = budget([
    {
      item: "従業員の人件費",
      middle: "従業員費",
      amount: formula('SUMIF(労務費!B2:B4,"従業員",労務費!I2:I4)', 183700),
    },
    { item: "パート人件費", middle: "補助員費", amount: formula('SUMIF(労務費!B2:B4,"パート",労務費!I2:I4)', 54000) },
  ]);
  expect(linked(it)).toMatchObject({
    rows: [
      [["2", "3"], 183700],
      [["4"], 54000],
    ],
    labour: 237700,
    claimed: 250100,
  });
});

test("by the total of the kind", () => {
  const it = budget([
    { item: "従業員の人件費", middle: "従業員費", amount: 183700 },
    { item: "アルバイト賃金", middle: "補助員費", amount: 54000 },
  ]);
  expect(linked(it)).toMatchObject({
    rows: [
      [["2", "3"], 183700],
      [["4"], 54000],
    ],
    labour: 237700,
    claimed: 250100,
  });
});

describe("the total is that of the amounts as they are stated", () => {
  const amounts = (...yen: (number | null)[]) =>
    sheet(...yen.map((it, at) => person(`林田 ${"一二三"[at] ?? ""}郎`, it as number)));
  const ties = (amount: number, ...yen: (number | null)[]) =>
    linked(budget([{ item: "人件費", middle: "従業員費", amount }], amounts(...yen))).rows[0]?.[0];

  test("of those that ask for less than rate times hours", () => {
    expect(ties(15_000, 8_000, 7_000)).toEqual(["2", "3"]);
    expect(ties(20_000, 8_000, 7_000)).toEqual([]);
  });

  test("rate times hours where none is stated", () => {
    expect(ties(18_000, 8_000, null)).toEqual(["2", "3"]);
    expect(ties(8_000, 8_000, null)).toEqual([]);
  });
});

test("the line counts what the labour sheet allows, not what it states", () => {
  const over = sheet(["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2490, 37.5, 93375]);
  const it = budget([{ item: "佐藤 健一 要件定義", middle: "従業員費", amount: 93375 }], over);
  expect(linked(it)).toMatchObject({ rows: [[["2"], 83700]], labour: 83700, claimed: 105775 });
});

test("two lines of one person count that person once", () => {
  const it = budget(
    [
      { item: "佐藤 健一 要件定義", middle: "従業員費", amount: 50000 },
      { item: "佐藤 健一 テスト", middle: "従業員費", amount: 33700 },
    ],
    sheet(SATO),
  );
  expect(linked(it)).toMatchObject({
    rows: [
      [["2"], 50000],
      [["2"], 33700],
    ],
    labour: 83700,
    claimed: 96100,
  });
});

test("an executive's line counts 0", () => {
  const it = budget(
    [{ item: "大野 隆 統括", middle: "従業員費", amount: 165240 }],
    [
      ["氏名", "役職", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
      ["大野 隆", "代表取締役", "従業員", 600000, 0, 72450, 162.75, 4131, 40, 165240],
    ],
  );
  expect(linked(it)).toMatchObject({ rows: [[["2"], 0]], labour: 0, claimed: 177640 });
});

test("a labour line that no row explains counts as it stands, and is named as unexplained", () => {
  const it = budget([{ item: "従業員の人件費", middle: "従業員費", amount: 500000 }], sheet(SATO));
  const report = checked(it);
  expect(report.totals?.byMajor["労務費"]).toBe(583700);
  expect(report.notChecked.map(({ code }) => code)).toContain("labour-unexplained");
});

test("a development line is not taken for wages because it names a person", () => {
  const it = budget([{ item: "受発注システム開発 請負（担当 佐藤 健一）", middle: "外注費", amount: 500000 }]);
  const report = checked(it);
  expect(report.lines[1]).toMatchObject({ middle: "外注費", eligibleAmount: 500000, labourRows: [] });
});

const MEMBERS = [
  ["構成員名", "区分", "役割"],
  ["株式会社甲", "市内中小事業者", "代表構成員"],
  ["丙大学", "市内大学", "構成員"],
];

test("each member's labour is its own", () => {
  const it = {
    ...book([sensor]),
    構成員一覧: MEMBERS,
    労務費: [
      ["構成員", ...HEADERS],
      ["株式会社甲", ...SATO],
      ["丙大学", "林 葵", "学生アルバイト", null, null, null, null, 1100, 100, 110000],
    ],
  };
  const report = checked(it);
  expect(report.members.map(({ name, rate, allowed }) => [name, rate, allowed])).toEqual([
    ["株式会社甲", "2/3", 96100],
    ["丙大学", "1/2", 110000],
  ]);
  expect(report.subsidy?.beforeCap).toBe(64066 + 55000);
});

test("a labour table on the budget sheet itself is no second budget", () => {
  const grid: Grid = [...(budget([])["予算"] ?? []), [], ["労務費算出表"], ...ALL];
  const report = checked({ 予算: grid });
  expect(report.lines).toHaveLength(1);
  expect(report.labour.map(({ person }) => person)).toEqual(["佐藤 健一", "木村 亮", "中島 由香"]);
  expect(report.totals?.claimed).toBe(250100);
});

describe("a scheme's own item for wages", () => {
  const LABOUR = {
    労務費: [
      ["氏名", "基本給", "諸手当", "法定福利費", "所定労働時間", "時給単価", "従事時間", "金額"],
      ["佐々木 健", 280000, 30000, 55000, 160, 2281, 100, 228100],
      ["合計", null, null, null, null, null, null, 228100],
    ],
  };
  const budgetOf = (item: string) => ({
    経費内訳: [
      ["区分", "内容", "金額"],
      [item, "導入前検証の作業", formula("労務費!H3", 228100)],
      ["外注費", "動作検証プログラムの作成", 800000],
      ["合計", null, 1028100],
    ],
    ...LABOUR,
  });

  test("人件費 that is the total of the labour sheet counts once", () => {
    const report = checked(budgetOf("人件費"), { scheme: "fais-robot-2022", frame: "feasibility" });
    expect(report.totals).toMatchObject({ claimed: 1028100, eligible: 1028100 });
    expect(report.subsidy?.amount).toBe(685400);
    expect(report.labour.map(({ kind, inBudget }) => [kind, inBudget])).toEqual([["人件費", true]]);
  });

  test.each(schemes.map(({ id }) => id))("%s: a wage and the sheet behind it are one claim", (scheme) => {
    const report = checked(budgetOf("人件費"), { scheme });
    expect(report.totals?.claimed).toBe(1028100);
    expect(report.labour.map(({ inBudget }) => inBudget)).toEqual([true]);
  });
});

/** A line of an amount that no sum of rows gives: only what it names can tie it. */
const OTHER = 61_234;
const rowsOf = (line: Partial<LineLiteral>, labour: Grid = ALL, more = {}) =>
  linked(budget([{ item: "人件費", middle: "従業員費", amount: OTHER, ...line }], labour, more)).rows[0]?.[0];
const person = (name: string, amount = 10_000): Value[] => [name, "従業員", null, null, null, null, 1000, 10, amount];

describe("a name ties whatever the amount", () => {
  test.each<[string, Partial<LineLiteral>, Value[][], string[]]>([
    ["in full", { item: "佐藤 健一 要件定義" }, [SATO, KIMURA], ["2"]],
    ["in the remarks", { item: "要件定義", note: "担当 木村亮" }, [SATO, KIMURA], ["3"]],
    ["several in one line", { item: "佐藤健一・木村亮 要件定義" }, [SATO, KIMURA, NAKAJIMA], ["2", "3"]],
    ["the surname", { item: "佐藤さん 要件定義" }, [SATO, KIMURA], ["2"]],
    ["the surname before a wide space", { item: "中島さん 入力" }, [SATO, person("中島　由香")], ["3"]],
    ["no surname that two have", { item: "佐藤さん 要件定義" }, [SATO, person("佐藤 花子")], []],
    ["but the full name of one of the two", { item: "佐藤花子 要件定義" }, [SATO, person("佐藤 花子")], ["3"]],
    ["no surname of one character", { item: "森林の調査の人件費" }, [person("林 葵")], []],
    ["no part of a name written without a space", { item: "佐藤さん 要件定義" }, [person("佐藤健一")], []],
    ["no name of one character", { item: "森林の調査の人件費" }, [person("林")], []],
    ["nobody", { item: "要件定義の人件費" }, [SATO, KIMURA], []],
    ["a surname of two characters", { item: "林田さん 要件定義" }, [person("林田 葵")], ["2"]],
    ["a name of two characters without a space", { item: "李明さん 要件定義" }, [person("李明")], ["2"]],
    ["a name behind a space too many", { item: "佐藤さん 要件定義" }, [person("　佐藤 　健一 ")], ["2"]],
    ["a surname of one, whose given name is in the text", { item: "葵祭の調査の人件費" }, [person("林 葵")], []],
    [
      "no name that only the borders of two fields make",
      { item: "調査 佐藤健", note: "一日目" },
      [person("佐藤健一")],
      [],
    ],
  ])("%s", (_, line, rows, expected) => expect(rowsOf(line, sheet(...rows))).toEqual(expected));
});

describe("a formula ties whatever the amount", () => {
  const total = (cell: Value, label = "合計"): Value[] => [label, null, null, null, null, null, null, null, cell];
  const totals = sheet(
    SATO,
    KIMURA,
    total(formula("SUM($I$2:$I$3)", 183_700), "小計"),
    NAKAJIMA,
    total(formula("I4+I5", 237_700)),
  );
  const stated = sheet(SATO, KIMURA, NAKAJIMA, total(237_700));

  test.each<[string, string, Grid, string[]]>([
    ["one row", "労務費!I3", ALL, ["3"]],
    ["a range, part of it", "SUM(労務費!I3:I4)", ALL, ["3", "4"]],
    ["two rows", "労務費!I2+労務費!$I$4", ALL, ["2", "4"]],
    ["a subtotal with its range", "労務費!I4", totals, ["2", "3"]],
    ["a total that sums no range stands for all", "労務費!I6", totals, ["2", "3", "5"]],
    ["a total that is typed stands for all", "労務費!I5", stated, ["2", "3", "4"]],
    ["the heading stands for nobody", "労務費!I1", ALL, []],
    ["another sheet stands for nobody", "ほか!I2", ALL, []],
    ["no sheet, no reference", "I2*2", ALL, []],
    ["a sheet that is not there, then one that is", "無い!I2+労務費!I3", ALL, ["3"]],
    ["a range of two columns far right", "SUM(労務費!AH3:AI4)", ALL, ["3", "4"]],
  ])("%s", (_, text, labour, expected) =>
    expect(rowsOf({ amount: formula(text, OTHER) }, labour, { ほか: [["メモ"], [1]] })).toEqual(expected),
  );

  describe("a subtotal of rows of two figures", () => {
    const rows = Array.from({ length: 11 }, (_, at) => person(`担当者${String.fromCharCode(65 + at).repeat(2)} 次郎`));
    const below = (text: string) =>
      sheet(...rows, total(formula(text, 30_000), "小計"), person("最後の人 三郎"), total(140_000));
    test.each([
      ["I10:I12", "SUM(I10:I12)"],
      ["with dollars", "SUM($I$10:$I$12)"],
      ["with dollars at its end alone", "SUM(I10:$I$12)"],
      ["of columns with two letters", "SUM(AI10:AJ12)"],
    ])("%s", (_, text) =>
      expect(rowsOf({ amount: formula("労務費!I13", OTHER) }, below(text))).toEqual(["10", "11", "12"]),
    );
  });

  test("the row of the last person is that person, the one below it all", () => {
    expect(rowsOf({ amount: formula("労務費!I4", OTHER) }, stated)).toEqual(["4"]);
    expect(rowsOf({ amount: formula("労務費!I5", OTHER) }, sheet(SATO, KIMURA, NAKAJIMA))).toEqual(["2", "3", "4"]);
  });

  test("an empty row between two people stands for nobody", () => {
    const gap: Value[] = HEADERS.map(() => null);
    expect(rowsOf({ amount: formula("労務費!I3", OTHER) }, sheet(SATO, gap, KIMURA))).toEqual([]);
  });

  test("a sheet whose name has a space and an apostrophe", () => {
    const it = book([sensor, { item: "人件費", middle: "従業員費", amount: formula("'労務費 ''25'!I3", OTHER) }], {
      "労務費 '25": ALL,
    });
    expect(linked(it).rows).toEqual([[["3"], 100_000]]);
  });

  test("a line of nothing stands for all that its formula names", () =>
    expect(rowsOf({ amount: formula("SUM(労務費!I2:I3)", 0), middle: "補助員費" })).toEqual(["2", "3"]));

  test("price and quantity may name the row instead of the amount", () => {
    const [price, quantity] = [formula("労務費!G3", 1000), formula("労務費!H3", 61.234)];
    expect(rowsOf({ price, quantity: 61.234 })).toEqual(["3"]);
    expect(rowsOf({ price: 1000, quantity })).toEqual(["3"]);
    expect(rowsOf({ price, quantity: 61.234, amount: formula("E3*F3", OTHER) })).toEqual(["3"]);
    // The amount's own formula comes first.
    expect(rowsOf({ price, quantity, amount: formula("労務費!I2", OTHER) })).toEqual(["2"]);
  });
});

describe("the labour sheet named by the line", () => {
  test.each<[string, Partial<LineLiteral>, string[]]>([
    ["stands for those of its item", { item: "人件費（別紙）" }, ["2", "3"]],
    ["in the remarks", { item: "人件費", note: "労務費計算書のとおり" }, ["2", "3"]],
    ["of the other item", { item: "アルバイト賃金（別紙）", middle: "補助員費" }, ["4"]],
    ["not at all", { item: "人件費" }, []],
    ["without an amount", { item: "人件費（別紙）", amount: 0 }, []],
    ["with its amount left blank", { item: "人件費（別紙）", amount: null }, []],
  ])("%s", (_, line, expected) => expect(rowsOf(line)).toEqual(expected));

  test("by lines of which each says its own kind, though none states an item", () => {
    const { rows } = linked(
      budget([
        { item: "従業員の人件費（別紙）", amount: OTHER },
        { item: "アルバイト賃金（別紙）", amount: OTHER },
      ]),
    );
    expect(rows.map(([of]) => of)).toEqual([["2", "3"], ["4"]]);
  });

  test("the sum of all ties to all, whatever item the line is of", () => {
    const { rows } = linked(budget([{ item: "人件費", middle: "従業員費", amount: 237_700 }]));
    expect(rows[0]?.[0]).toEqual(["2", "3", "4"]);
  });
});

test("a row that lines share counts once: each up to its amount, the last what remains", () => {
  const share = (...amounts: number[]) =>
    linked(
      budget(
        amounts.map((amount, at) => ({ item: `佐藤 健一 作業${at + 1}`, middle: "従業員費", amount })),
        sheet(SATO),
      ),
    ).rows.map(([, yen]) => yen);
  expect(share(20_000, 30_000, 33_700)).toEqual([20_000, 30_000, 33_700]);
  expect(share(20_000, 90_000, 10_000)).toEqual([20_000, 63_700, 0]);
  expect(share(20_000, 10_000, 10_000)).toEqual([20_000, 10_000, 53_700]);
});

describe("a line that says that it is for others, too", () => {
  const all = ["2", "3", "4"];
  test.each<[string, Partial<LineLiteral>, string[]]>([
    ["stands for all whose sum it is", { item: "佐藤健一ほか２名 人件費", amount: 237_700 }, all],
    ["in the remarks", { note: "佐藤健一 他2人", amount: 237_700 }, all],
    ["so many that they have two figures", { item: "佐藤健一 外12名 人件費", amount: 237_700 }, all],
    ["or of its own kind", { item: "佐藤健一ほか1名 人件費", amount: 183_700 }, ["2", "3"]],
    ["else for the one it names", { item: "佐藤健一ほか2名 人件費" }, ["2"]],
    ["a formula comes first", { item: "佐藤健一ほか1名", amount: formula("SUM(労務費!I3:I4)", OTHER) }, ["3", "4"]],
    ["他 alone says nothing of others", { item: "佐藤健一 他社との調整", amount: 237_700 }, ["2"]],
    ["nor does a number of others that are no people", { item: "佐藤健一 他2件の調整", amount: 237_700 }, ["2"]],
  ])("%s", (_, line, expected) => expect(rowsOf(line)).toEqual(expected));
});

describe("a task with the very pay of the person who does it is that pay", () => {
  /** Who does it stands in a column of its own, 担当者. */
  const task = (line: Partial<LineLiteral>) =>
    checked(book([sensor, { item: "画像検査ソフト", ...line }], { 労務費: ALL }, { headers: { address: "担当者" } }))
      .lines[1]?.labourRows.length;
  test.each<[string, Partial<LineLiteral>, number]>([
    ["the pay to the yen", { address: "佐藤 健一", amount: 83_700 }, 1],
    ["another amount", { address: "佐藤 健一", amount: 83_701 }, 0],
    ["no amount", { address: "佐藤 健一" }, 0],
    ["the pay of one who is not named", { amount: 83_700 }, 0],
    ["the pay of somebody else", { address: "木村 亮", amount: 83_700 }, 0],
    ["one of two who are named", { address: "木村 亮、佐藤 健一", amount: 83_700 }, 2],
    ["the surname of who does it", { address: "佐藤", amount: 83_700 }, 1],
    ["a name in the task itself", { item: "画像検査ソフト 佐藤健一", amount: 83_700 }, 1],
    ["a surname in the task itself may be of a thing", { item: "佐藤式画像検査ソフト", amount: 83_700 }, 0],
  ])("%s", (_, line, expected) => expect(task(line) ?? 0).toBe(expected));
});

describe("members of a consortium", () => {
  const members = {
    構成員一覧: MEMBERS,
    労務費: [
      ["構成員", ...HEADERS],
      ["株式会社甲", ...SATO],
      ["丙大学", ...person("佐藤 健一", 10_000)],
      ["丙大学", ...KIMURA],
    ],
  };
  const of = (lines: LineLiteral[]) => linked({ ...book([sensor, ...lines]), ...members }).rows.map(([rows]) => rows);

  test("a name is that of the line's member", () => {
    const line = (member: string): LineLiteral => ({
      ...{ item: "佐藤 健一 要件定義", middle: "従業員費", amount: OTHER },
      member,
    });
    expect(of([line("株式会社甲"), line("丙大学")])).toEqual([["2"], ["3"]]);
  });

  test("a sum of all rows that gives one member's yen stands for that member", () => {
    const amount = formula('SUMIF(労務費!A2:A4,"丙大学",労務費!J2:J4)', 110_000);
    expect(of([{ item: "人件費", middle: "従業員費", amount, member: "丙大学" }])).toEqual([["3", "4"]]);
  });

  test("a line without a member is for whoever it names", () => {
    expect(of([{ item: "木村 亮 要件定義", middle: "従業員費", amount: OTHER }])).toEqual([["4"]]);
    expect(of([{ item: "佐藤 健一 要件定義", middle: "従業員費", amount: OTHER }])).toEqual([["2", "3"]]);
  });

  test("a line without a member stands for all whose sum it is", () =>
    expect(of([{ item: "人件費", middle: "従業員費", amount: 193_700 }])).toEqual([["2", "3", "4"]]));

  test("a row without a member is anybody's", () => {
    const open = { ...members, 労務費: members.労務費.map((row) => ["", ...row.slice(1)]) };
    const line: LineLiteral = { item: "木村 亮 要件定義", middle: "従業員費", amount: OTHER, member: "丙大学" };
    expect(linked({ ...book([sensor, line]), ...open }).rows[0]?.[0]).toEqual(["4"]);
    const whole: LineLiteral = { item: "人件費", middle: "従業員費", amount: 193_700, member: "丙大学" };
    expect(linked({ ...book([sensor, whole]), ...open }).rows[0]?.[0]).toEqual(["2", "3", "4"]);
  });

  test("a row without a member belongs to the sum of any member", () => {
    const open = {
      ...members,
      労務費: members.労務費.map((row, at) => (at === 2 ? ["", "林田 葵", ...row.slice(2)] : row)),
    };
    const whole: LineLiteral = { item: "人件費", middle: "従業員費", amount: 93_700, member: "株式会社甲" };
    expect(linked({ ...book([sensor, whole]), ...open }).rows[0]?.[0]).toEqual(["2", "3"]);
  });

  test("a line without a member is the sum of any rows of its kind", () => {
    const mixed = { ...members, 労務費: [...members.労務費, ["丙大学", ...NAKAJIMA]] };
    const line: LineLiteral = { item: "人件費", middle: "従業員費", amount: 193_700 };
    expect(linked({ ...book([sensor, line]), ...mixed }).rows[0]?.[0]).toEqual(["2", "3", "4"]);
  });

  test("a sum of one member's rows of one kind stands for these", () => {
    const row = members.労務費;
    const mixed = {
      ...members,
      労務費: [...row, ["丙大学", ...NAKAJIMA], ["株式会社甲", ...person("林田 葵", 54_000)]],
    };
    const amount = formula('SUMIFS(労務費!J2:J6,労務費!A2:A6,"丙大学",労務費!C2:C6,"パート")', 54_000);
    const line = { item: "人件費", middle: "補助員費", amount, member: "丙大学" };
    expect(linked({ ...book([sensor, line]), ...mixed }).rows[0]?.[0]).toEqual(["5"]);
  });

  test("a total is that of the line's member", () =>
    expect(of([{ item: "人件費", middle: "従業員費", amount: 110_000, member: "丙大学" }])).toEqual([["3", "4"]]));

  test("the labour sheet named by the line is the member's part of it", () =>
    expect(of([{ item: "人件費（別紙）", middle: "従業員費", amount: OTHER, member: "丙大学" }])).toEqual([
      ["3", "4"],
    ]));
});

test("a department of theirs beside the name says who somebody is, not what the hours are for", () => {
  const wages: Grid = [
    ["氏名", "所属", ...HEADERS.slice(1)],
    [SATO[0] as Value, "清掃事業課", ...SATO.slice(1)],
  ];
  const verdicts = (item: string) =>
    checked(budget([{ item, middle: "従業員費", amount: 83700 }], wages)).lines.map(({ eligibility }) => eligibility);
  expect(verdicts("佐藤 健一（清掃事業課）")).toEqual(["eligible", "eligible"]);
  expect(verdicts("佐藤 健一（清掃事業課） 日常の清掃")).toEqual(["eligible", "ineligible"]);
});

describe("a payroll says what the firm pays whom, and no hours", () => {
  const PAYROLL: Grid = [
    ["氏名", "役職", "基本給", "役付手当", "総支給"],
    ["城野 稔", "代表取締役", 650000, 0, 650000],
    ["吉武 里美", "部長", 382000, 40000, 422000],
  ];
  const told = (item: string) => {
    const { lines, labour, findings } = checked(
      budget([{ item, middle: "従業員費", price: 2640, quantity: 50 }], PAYROLL),
    );
    return {
      eligible: lines[1]?.eligibleAmount,
      people: labour.map(({ person }) => person),
      refused: findings.filter(({ rule }) => rule === "eligibility/executive-pay").length,
    };
  };

  test("a line with hours and a rate of its own counts, and nobody else of the payroll is of the project", () =>
    expect(told("吉武 里美 要件定義")).toEqual({ eligible: 132000, people: ["吉武 里美"], refused: 0 }));

  test("whom a line names it may well refuse", () =>
    expect(told("城野 稔 要件定義")).toEqual({ eligible: 0, people: ["城野 稔"], refused: 1 }));
});
