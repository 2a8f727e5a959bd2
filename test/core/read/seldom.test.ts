/** What no workbook among the fixtures does: each drawing stands on one place of reading that nothing else reaches. */
import { toNumber, type Fraction } from "../../../src/core/money/fraction";
import { readBudget } from "../../../src/core/read/read";
import type { BudgetReading } from "../../../src/core/read/reading";
import { areaOf, f, sheet, workbook, type Literal } from "./grid";
import { HINTS } from "./hints";

const read = (...sheets: Parameters<typeof workbook>): BudgetReading => readBudget(workbook(...sheets), [], HINTS);
const n = (value: Fraction | null | undefined): number | null => (value == null ? null : toNumber(value));
const brief = ({ lines }: BudgetReading) => lines.map((line) => [line.description, line.amount]);
const heldAgainst = ({ totals }: BudgetReading) =>
  totals.map(({ label, amount, candidates }) => [label, candidates.some(({ yen }) => yen === amount)]);

const HEADER = ["費目", "品名", "金額"];
const BUDGET = sheet("予算", [HEADER, ["消耗品費", "近接センサ", 10_000], ["外注費", "配線工事", 80_000]]);
const DETAIL = [
  ["費目", "品名", "数量", "単価", "金額"],
  ["消耗品費", "近接センサ", 2, 5_000, 10_000],
  ["外注費", "配線工事", 1, 80_000, 80_000],
] as const;

describe("what is asked of an applicant", () => {
  const factsOf = (...rows: Literal[][]) =>
    read(sheet("申請情報", [["申請者名", "しらぬい精機株式会社"], ...rows]), BUDGET).facts.map(
      ({ key, text, number }) => [key, text, n(number)],
    );

  test("a firm at a loss says so beside its label, or in a sentence of several", () => {
    expect(factsOf(["赤字", "はい"])).toEqual([["deficit", "はい", null]]);
    expect(factsOf(["従業員数：25名　赤字：あり"])).toEqual([
      ["employees", "25名", 25],
      ["deficit", "あり", null],
    ]);
  });

  test("赤字 beside a figure of the books is no answer", () => expect(factsOf(["赤字", 1_200_000])).toEqual([]));

  test.each([
    ["a text beside the label", ["補助金申請額（千円）", "1,200"]],
    ["behind the label", ["補助金申請額（千円）：1,200"]],
  ])("what is applied for, in thousands: %s", (_, row) =>
    expect(factsOf(row)).toEqual([["requested", "1,200", 1_200_000]]),
  );

  test("yen that are said to be yen are no thousands, whatever the label says", () =>
    expect(factsOf(["補助金申請額（千円）：1,200,000円"])).toEqual([["requested", "1,200,000円", 1_200_000]]));
});

describe("a mark of the reduced rate", () => {
  test.each([
    ["in brackets behind the item", "玄米（軽）", 8],
    ["in brackets before it", "[軽] 番茶", 8],
    ["apart from it", "軽 飲料水", 8],
    ["another remark in brackets", "作業服（黒）", null],
    ["a word that begins with it", "軽量棚", null],
    ["a word that ends with it", "手軽", null],
  ])("%s: %s", (_, item, rate) => {
    const rows = [HEADER, ["消耗品費", item, 10_800], ["消耗品費", "文具", 5_000], ["（軽）は軽減税率（8％）対象"]];
    expect(read(sheet("予算", rows)).lines.map(({ taxRate }) => taxRate)).toEqual([rate, null]);
  });
});

describe("labour", () => {
  const labourOf = (header: string[], ...rows: Literal[][]) => read(sheet("労務費", [header, ...rows])).labour;

  test("of what was planned and what was done the plan is applied for, whichever stands first", () => {
    const header = ["氏名", "時間単価", "時間（実績）", "時間（計画）", "金額（実績）", "金額（計画）"];
    const [row] = labourOf(header, ["轟 茂", 2_000, 76, 80, 152_000, 160_000]);
    expect([n(row?.hours), row?.statedAmount]).toEqual([80, 160_000]);
  });

  test.each([
    ["under 手当計", ["住宅手当", "通勤手当", "手当計"], ["健康保険料", "厚生年金", "法定福利費計"]],
    ["under the word for all of them", ["役職手当", "通勤手当", "諸手当"], ["健康保険料", "厚生年金", "法定福利費"]],
  ])("parts of a wage beside their sum are not added to it: %s", (_, allowances, welfare) => {
    const header = ["氏名", "基本給", ...allowances, ...welfare, "月所定労働時間", "時給", "従事時間", "金額"];
    const [row] = labourOf(header, [
      "轟 茂",
      284_000,
      10_000,
      16_000,
      26_000,
      20_000,
      31_240,
      51_240,
      160,
      2_257,
      120,
      270_840,
    ]);
    expect([n(row?.allowances), n(row?.welfare)]).toEqual([26_000, 51_240]);
  });

  test("a row of one word heads the persons below it", () => {
    const rows = labourOf(
      ["氏名", "時間単価", "従事時間", "金額"],
      ["従業員費"],
      ["轟 茂", 2_000, 80, 160_000],
      ["補助員費"],
      ["谷 一郎", 1_100, 100, 110_000],
    );
    expect(rows.map(({ person, employment }) => [person, employment])).toEqual([
      ["轟 茂", "従業員費"],
      ["谷 一郎", "補助員費"],
    ]);
  });

  test("a member named once is that of the rows below, up to another word in its place", () => {
    const { labour } = read(
      sheet("構成員", [
        ["構成員名", "申請者区分", "役割"],
        ["しらぬい精機株式会社", "中小", "代表"],
        ["有限会社折尾金型", "中小", "構成員"],
      ]),
      sheet("労務費", [
        ["所属", "氏名", "時間単価", "従事時間", "金額"],
        ["しらぬい精機", "轟 茂", 2_000, 80, 160_000],
        [null, "森 花", 1_500, 40, 60_000],
        ["外部", "谷 一郎", 1_100, 100, 110_000],
      ]),
    );
    expect(labour.map(({ person, member }) => [person, member])).toEqual([
      ["轟 茂", "しらぬい精機株式会社"],
      ["森 花", "しらぬい精機株式会社"],
      ["谷 一郎", null],
    ]);
  });

  test("days under no word of a span are those of a year where no month has as many", () => {
    const header = ["氏名", "基本給", "所定労働日数", "1日の所定労働時間", "時給", "従事時間", "金額"];
    const scheduled = [240, 20].map((days) =>
      n(labourOf(header, ["轟 茂", 284_000, days, 8, 2_257, 120, 270_840])[0]?.scheduledHours),
    );
    expect(scheduled).toEqual([160, 160]);
  });

  test("pay told before the hours of the same month is one with them", () => {
    const { months } = read(
      sheet("支給", [
        ["氏名", "月", "支給額"],
        ["轟 茂", "7月", 300_000],
      ]),
      sheet("時間", [
        ["氏名", "月", "従事時間"],
        ["轟 茂", "7月", 80],
      ]),
    );
    expect(months.map((month) => [month.sheet, month.month, n(month.hours), n(month.payPaid)])).toEqual([
      ["時間", "2025-07", 80, 300_000],
    ]);
  });

  test("a day pasted without its format names the month it lies in", () => {
    const { months } = read(
      sheet("従事時間", [
        ["氏名", "月", "従事時間", "支給額"],
        ["轟 茂", 45_901, 80, 300_000],
      ]),
    );
    expect(months.map(({ month }) => month)).toEqual(["2025-09"]);
  });
});

describe("figures", () => {
  test.each([
    ['#,##0"百万円"', 3, 3_000_000],
    ['#,##0"万円"', 12, 120_000],
    ['#,##0"千円"', 45, 45_000],
    ['#,##0"円"', 45_000, 45_000],
  ])("shown as %s", (format, value, yen) =>
    expect(brief(read(sheet("予算", [HEADER, ["消耗品費", "センサー", { value, format }]])))).toEqual([
      ["センサー", yen],
    ]),
  );

  test.each([
    ["金額", "99,999,999,999,999,999,999円"],
    ["金額（千円）", "9,999,999,999,999"],
  ])("more money than there is stays a text: %s %s", (word, huge) => {
    const [line] = read(
      sheet("予算", [
        ["費目", "品名", word],
        ["消耗品費", "センサー", huge],
        ["外注費", "配線", 1_200],
      ]),
    ).lines;
    expect([line?.amount, line?.amountText]).toEqual([null, huge]);
  });

  test("a day that a formula lost is told as what stands there", () => {
    const rows = [["消耗品費", "センサー", { value: { error: "#REF!" }, formula: "#REF!" }, 3_000]];
    const [line] = read(sheet("予算", [["費目", "品名", "発注日", "金額"], ...rows])).lines;
    expect([line?.orderDate?.day, line?.orderDate?.text]).toEqual([null, "#REF!"]);
  });

  test("a rate of tax of 0 is one, and one that no law knows is none", () => {
    const rates = [0.1, 0, 8, 5].map((rate, at) => ["消耗品費", `品${String(at)}`, rate, 3_000]);
    const { lines } = read(sheet("予算", [["費目", "品名", "税率", "金額"], ...rates]));
    expect(lines.map(({ taxRate }) => taxRate)).toEqual([10, 0, 8, null]);
  });

  test("words where the amount with tax would stand are none", () => {
    const { lines } = read(
      sheet("予算", [
        ["費目", "品名", "金額（税抜）", "金額（税込）"],
        ["消耗品費", "センサー", 3_000, 3_300],
        ["外注費", "配線", 1_200, "別途"],
      ]),
    );
    expect(lines.map(({ amount, otherAmount }) => [amount, otherAmount?.yen ?? null])).toEqual([
      [3_000, 3_300],
      [1_200, null],
    ]);
  });

  test("a discount under a heading of its own is not of the line above it", () => {
    const { lines } = read(
      sheet("予算", [
        ["大項目", "中項目", "品名", "数量", "単価", "金額"],
        ["物品費", "消耗品費", "センサー", 1, 30_000, 30_000],
        ["その他経費", null, "値引き", 1, -1_000, -1_000],
        ["その他経費", "外注費", "配線", 1, 50_000, 50_000],
        ["その他経費", null, "値引き", 1, -500, -500],
      ]),
    );
    expect(lines.map(({ statedMajor, statedMiddle }) => [statedMajor, statedMiddle])).toEqual([
      ["物品費", "消耗品費"],
      ["その他経費", null],
      ["その他経費", "外注費"],
      ["その他経費", "外注費"],
    ]);
  });

  test.each([
    ["四捨五入", 3_500, 5_000, true],
    ["四捨五入", 3_200, 5_000, false],
    ["切上げ", 3_100, 5_000, true],
    ["切捨て", 3_100, 4_000, true],
  ])("a sum cut as its words say (%s)", (how, first, sum, isRight) => {
    const label = `合計（千円未満${how}）`;
    const rows = [HEADER, ["消耗品費", "センサー", first], ["外注費", "配線", 1_200], [label, null, sum]];
    expect(heldAgainst(read(sheet("予算", rows)))).toEqual([[label, isRight]]);
  });

  test("two amounts of one row that each have a price and a count of the same words are not added up", () => {
    const { lines } = read(
      sheet("予算", [
        ["品名", "単価", "数量", "金額", "単価", "数量", "金額"],
        ["センサー", 1_000, 3, 3_000, 900, 3, 2_700],
        ["配線", 2_000, 2, 4_000, 1_800, 2, 3_600],
      ]),
    );
    expect(lines.map(({ amount }) => amount)).toEqual([3_000, 4_000]);
  });
});

describe("what does not count", () => {
  test.each([
    ["増減", -1_200],
    ["備考", "取りやめ"],
  ])("an item that a change leaves nothing of is none, nor part of the one above it (%s)", (word, said) => {
    const rows = [
      ["消耗品費", "センサー", 3_000, 3_500, null],
      ["外注費", "配線", 1_200, null, said],
      ["旅費", "出張", 500, 500, null],
    ];
    expect(brief(read(sheet("予算", [["費目", "品名", "変更前", "変更後", word], ...rows])))).toEqual([
      ["センサー", 3_500],
      ["出張", 500],
    ]);
  });

  test("a name wrapped over the rows of one merged amount is one, whatever else stands in them", () => {
    const rows = [
      ["消耗品費", "水温センサー", 4, 240_000],
      [null, "取付金具", 8, null],
      ["外注費", "配線", 1, 1_200],
    ];
    expect(brief(read(sheet("予算", [["費目", "品名", "数量", "金額"], ...rows], { merges: ["D2:D3"] })))).toEqual([
      ["水温センサー 取付金具", 240_000],
      ["配線", 1_200],
    ]);
  });

  test.each([
    ["○対象", "×自社負担"],
    ["☑計上する", "☐見送り"],
  ])("a sign and the word for it in one box: %s, %s", (counts, leftOut) => {
    const rows = [
      ["消耗品費", "センサー", 3_000, counts],
      ["外注費", "配線", 1_200, leftOut],
      ["旅費", "出張", 500, counts],
    ];
    expect(brief(read(sheet("予算", [[...HEADER, "判定"], ...rows])))).toEqual([
      ["センサー", 3_000],
      ["出張", 500],
    ]);
  });

  test("what is chosen is marked, under a column of specifications alone, and a box for it in every row leaves out none", () => {
    const chosen = (...marks: (string | null)[]) =>
      brief(
        read(
          sheet("予算", [
            ["採用", "費目", "仕様", "金額"],
            ...marks.map((mark, at) => [mark, "消耗品費", `${String(at + 1)}0mm`, 1_000]),
          ]),
        ),
      ).map(([item]) => item);
    expect(chosen("○", null, "○")).toEqual(["10mm", "30mm"]);
    expect(chosen("○", "○", "○")).toEqual(["10mm", "20mm", "30mm"]);
  });

  test("a rank that a sentence above the table leaves out", () => {
    const rows = ["A", "C", "B"].map((rank) => ["消耗品費", `${rank}材`, rank, 1_000]);
    const drawn = sheet("予算", [["※ランクCは計上しない"], ["費目", "品名", "ランク", "金額"], ...rows]);
    expect(brief(read(drawn))).toEqual([
      ["A材", 1_000],
      ["B材", 1_000],
    ]);
  });

  test("an example without an amount beside its price is no line", () => {
    const rows = [DETAIL[0], ["（記入例）消耗品費", "センサー", 2, 5_000, null], ...DETAIL.slice(1)];
    expect(brief(read(sheet("予算", rows)))).toEqual([
      ["近接センサ", 10_000],
      ["配線工事", 80_000],
    ]);
  });

  test("an old budget by its title, beside one that says nothing of its age", () => {
    const table = (title: string, first: number): Literal[][] => [
      [title],
      HEADER,
      ["消耗品費", "センサー", first],
      ["外注費", "配線", 1_200],
    ];
    const { lines, account } = read(
      sheet("予算", table("（旧）予算明細", 3_000)),
      sheet("予算2", table("予算明細", 3_500)),
    );
    expect(lines.map(({ amount }) => amount)).toEqual([3_500, 1_200]);
    expect(account.setAside.map(({ reason, yen }) => [reason, yen])).toEqual([["old-version", 4_200]]);
  });

  test("the amount of a 款 repeated beside each of its rows is no column of amounts", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      "総務費",
      "管理費",
      `目${String(at)}`,
      900_000,
      300_000,
      900_000,
    ]);
    const { lines, account } = read(sheet("予算", [["款", "項", "目", "款予算額", "項予算額", "金額"], ...rows]));
    expect(lines).toEqual([]);
    expect(account.setAside.map(({ yen }) => yen)).toEqual([10_800_000]);
  });
});

describe("what stands twice", () => {
  test("a summary of amounts without tax repeats the lines, and each of its rows is held against them", () => {
    const reading = read(
      sheet("総括表", [
        ["費目", "金額（税抜）"],
        ["消耗品費", 10_000],
        ["外注費", 81_000],
        ["合計", 91_000],
      ]),
      sheet("明細", DETAIL),
    );
    expect(brief(reading)).toEqual([
      ["近接センサ", 10_000],
      ["配線工事", 80_000],
    ]);
    expect(heldAgainst(reading)).toContainEqual(["外注費", false]);
  });

  test("a line that sums a table by its name stands for the lines there, and gives them its item", () => {
    const trips = sheet(
      "別紙",
      [
        ["行先", "回数", "単価", "金額"],
        ["東京", 1, 40_000, 40_000],
        ["大阪", 1, 30_000, 30_000],
      ],
      {
        tables: [
          {
            name: "旅費表",
            area: areaOf("A1:D3"),
            headerRows: 1,
            totalsRows: 0,
          },
        ],
      },
    );
    const rows = [DETAIL[0], ["旅費", "一式", null, null, f("SUM(旅費表[金額])", 70_000)], DETAIL[2]];
    expect(read(sheet("予算", rows), trips).lines.map((line) => [line.description, line.statedMiddle])).toEqual([
      ["配線工事", "外注費"],
      ["東京", "旅費"],
      ["大阪", "旅費"],
    ]);
  });

  test("an amount that the line's words say is worked out on another sheet is not counted there again", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額"],
        ["旅費", "出張旅費（詳細は別紙）", 100_000],
        ["外注費", "配線", 50_000],
      ]),
      sheet("出張旅費", [
        ["行先", "内容", "金額"],
        ["東京", "視察", 40_000],
        ["大阪", "商談", 30_000],
      ]),
    );
    expect(brief(reading)).toEqual([
      ["出張旅費（詳細は別紙）", 100_000],
      ["配線", 50_000],
    ]);
    expect(reading.account.setAside.map(({ sheet: name, reason }) => [name, reason])).toEqual([
      ["出張旅費", "breakdown"],
    ]);
  });
});

describe("sheets drawn in other ways", () => {
  test("a list within cells pushes down an amount that is merged below it", () => {
    const reading = read(
      sheet(
        "予算",
        [
          HEADER,
          ["消耗品費", "センサー\nゲートウェイ", "120,000\n80,000"],
          ["外注費", "配線", 7_000],
          ["外注費", "盤"],
          ["旅費", "出張", 500],
        ],
        { merges: ["C3:C4"] },
      ),
    );
    expect(reading.lines.map((line) => [line.row, line.description, line.amount])).toEqual([
      [2, "センサー", 120_000],
      [2, "ゲートウェイ", 80_000],
      [3, "配線 盤", 7_000],
      [5, "出張", 500],
    ]);
  });

  test("a line above its header, and a list within cells below it", () => {
    const { lines } = read(
      sheet("予算", [
        ["消耗品費", "センサー", 2, 5_000, 10_000],
        DETAIL[0],
        ["外注費", "盤\n線", "1\n2", "7,000\n100", "7,000\n200"],
        ["外注費", "管", 1, 300, 300],
      ]),
    );
    expect(lines.map((line) => [line.row, line.description, line.amount])).toEqual([
      [1, "センサー", 10_000],
      [3, "盤", 7_000],
      [3, "線", 200],
      [4, "管", 300],
    ]);
  });

  test("a list within cells of one sheet takes no formula from another", () => {
    const { lines } = read(
      sheet("予算", [HEADER, ["消耗品費", "センサー\nゲートウェイ", "120,000\n80,000"]]),
      sheet("工事", [DETAIL[0], ["外注費", "配線", 2, 5_000, f("C2*D2", 10_000)]]),
    );
    expect(lines.map(({ amountFormula }) => amountFormula)).toEqual([null, null, "C2*D2"]);
  });

  test("two amounts in the cell of one item are no list", () => {
    const rows = [HEADER, ["消耗品費", "センサー", "1,000\n2,000"], ["外注費", "配線\n盤", "3,000\n4,000"]];
    expect(brief(read(sheet("予算", rows)))).toEqual([
      ["センサー", null],
      ["配線", 3_000],
      ["盤", 4_000],
    ]);
  });

  test("days in three cells, and lists within cells, on the same sheet", () => {
    const { lines } = read(
      sheet("予算", [
        ["費目", "品名", "発注年", "発注月", "発注日", "金額"],
        ["消耗品費", "センサー\nゲートウェイ", 7, 8, 10, "120,000\n80,000"],
        ["外注費", "配線", 7, 9, 1, 3_000],
      ]),
    );
    expect(lines.map((line) => [line.row, line.amount, line.orderDate?.day ?? null])).toEqual([
      [2, 120_000, "2025-08-10"],
      [2, 80_000, null],
      [3, 3_000, "2025-09-01"],
    ]);
  });

  test("lines above their header may have amounts that are texts", () => {
    const rows = [["消耗品費", "センサー", 2, 5_000, "10,000"], DETAIL[0], ["外注費", "盤", 1, 7_000, 7_000]];
    expect(brief(read(sheet("予算", rows)))).toEqual([
      ["センサー", 10_000],
      ["盤", 7_000],
    ]);
  });

  test("a digit a cell: one below zero, and words under the last figure", () => {
    const rows = [
      HEADER,
      ["消耗品費", "センサー", null, 1, 2, 0, 0, 0],
      ["消耗品費", "調整", null, "△", 1, 0, 0, 0],
      ["外注費", "配線", 2, 3, 4, 0, 0, 0],
      ["備考", null, "税抜で記入"],
    ];
    expect(brief(read(sheet("予算", rows, { merges: ["C1:H1"] })))).toEqual([
      ["センサー", 12_000],
      ["調整", -1_000],
      ["配線", 234_000],
    ]);
  });

  test("百万, 千 and 円 in columns of their own, and words under the last figure", () => {
    const rows = [
      HEADER,
      [null, null, "百万", "千", "円"],
      ["消耗品費", "センサー", 1, 200, 300],
      ["外注費", "配線", null, 80, 0],
      ["注", null, "税抜で記入"],
    ];
    expect(brief(read(sheet("予算", rows, { merges: ["C1:E1"] })))).toEqual([
      ["センサー", 1_200_300],
      ["配線", 80_000],
    ]);
  });

  test("cards without an amount: price times count is it", () =>
    expect(
      brief(
        read(
          sheet("予算", [
            ...[["品名", "センサー"], ["単価", 5_000], ["数量", 2], ["発注先", "甲社"], []],
            ...[
              ["品名", "配線"],
              ["単価", 80_000],
              ["数量", 1],
              ["発注先", "乙社"],
            ],
          ]),
        ),
      ),
    ).toEqual([
      ["センサー", 10_000],
      ["配線", 80_000],
    ]));

  test("a category above cards is that of those below it", () => {
    const card = (item: string, price: number): Literal[][] => [
      ["品名", item],
      ["単価", price],
      ["数量", 1],
      ["金額", price],
    ];
    const rows = [["消耗品費"], ...card("センサー", 5_000), [], ["外注費"], ...card("配線", 80_000)];
    expect(read(sheet("予算", rows)).lines.map((line) => [line.description, line.statedMiddle])).toEqual([
      ["センサー", "消耗品費"],
      ["配線", "外注費"],
    ]);
  });
});

describe("a block of one person", () => {
  const MONTHS: Literal[][] = [
    ["令和7年9月", 20, 39_600],
    ["令和7年10月", 35, 69_300],
  ];
  const HEAD = ["年月", "計画時間", "労務費"];

  test.each<[string, Literal[][]]>([
    [
      "the rate beside the hours of each month",
      [
        ["氏名", "浜口 恵"],
        ["年月", "計画時間", "時間単価", "労務費"],
        ...MONTHS.map(([month, hours, yen]) => [month, hours, 1_980, yen]),
        ["合計", 55, null, 108_900],
      ],
    ],
    [
      "hours and amount above the months alone",
      [["氏名", "浜口 恵", "時間単価", 1_980, "従事時間", 60, "金額", 108_900], HEAD, ...MONTHS],
    ],
  ])("%s", (name, rows) => {
    const [person] = read(sheet("労務", rows)).labour;
    const hours = name.startsWith("the rate") ? 55 : 60;
    expect([person?.person, n(person?.statedRate), n(person?.hours), person?.statedAmount]).toEqual([
      ...["浜口 恵", 1_980, hours, 108_900],
    ]);
  });

  test("words where the hours and the amount of all months would stand are none", () => {
    const pairs = ["氏名", "浜口 恵", "時間単価", 1_980, "従事時間", "下記", "金額", "下記"];
    const [person] = read(sheet("労務", [pairs, HEAD, ...MONTHS])).labour;
    expect([n(person?.hours), person?.statedAmount]).toEqual([55, null]);
  });

  test("months that the rate makes no amounts of tell hours alone", () => {
    const rows = [["氏名", "浜口 恵", "時間単価", 1_980], HEAD, ["令和7年9月", 20, 40_000], ["令和7年10月", 5, 9_900]];
    const [person] = read(sheet("労務", rows)).labour;
    expect([n(person?.hours), person?.statedAmount]).toEqual([25, null]);
  });

  test("months of hours that nothing is paid for are no wages", () => {
    const rows = [
      ["氏名", "浜口 恵"],
      ["年月", "従事時間"],
      ["令和7年9月", 20],
    ];
    const { labour, months } = read(sheet("労務", rows), BUDGET);
    expect([labour, months]).toEqual([[], []]);
  });
});

describe("rows", () => {
  test.each([
    ["that ends in a word of sums", ["消耗品費", "端子ほか合計", 2, 6_000, null], ["端子ほか合計", 12_000]],
    ["without a name", [null, null, 3, 6_000, null], ["消耗品費", 18_000]],
  ])("a price and a count without an amount are a line %s", (_, row, line) =>
    expect(brief(read(sheet("予算", [DETAIL[0], DETAIL[1], row, DETAIL[2]])))).toEqual([
      ["近接センサ", 10_000],
      line,
      ["配線工事", 80_000],
    ]),
  );

  test("a total in a cell merged over the price and the amount", () => {
    const rows = [...DETAIL, ["合計", null, 3, 91_000, null]];
    const { totals } = read(sheet("予算", rows, { merges: ["D4:E4"] }));
    expect(totals.map(({ label, amount, cell }) => [label, amount, cell.column])).toEqual([["合計", 91_000, 4]]);
  });

  test("a total counts sums of what stands on sheets of its own", () => {
    const rows = [
      ["物品費", "消耗品費", "センサー", 10_000],
      ["物品費", "消耗品費", "配線", 80_000],
      [null, "消耗品費計", null, 90_000],
      [null, "旅費計（別紙）", null, 30_000],
      [null, "外注費計（別紙）", null, 40_000],
      ["合計", null, null, 160_000],
    ];
    const reading = read(sheet("予算", [["大項目", "中項目", "品名", "金額"], ...rows]));
    expect(heldAgainst(reading)).toContainEqual(["合計", true]);
  });

  test("the only figure of an item, in the column of remarks, is told", () => {
    const rows = [
      ["測量委託", "測量社", null, 1_080_000],
      ["旅費", null, 38_400],
      ["杭", "金物店", null, 5_000],
      ["合計", null, null, 1_085_000],
    ];
    const { account } = read(sheet("予算", [["内容", "発注先", "備考", "金額"], ...rows]));
    expect(account.unread).toEqual([{ cell: { sheet: "予算", row: 3, column: 3 }, yen: 38_400, why: "unexplained" }]);
  });

  test("below a total the same money may be told by month, and then by firm", () => {
    const rows = [
      ["消耗品費", "センサー", 10_000],
      ["外注費", "配線", 80_000],
      ["合計", null, 90_000],
      ["月別集計"],
      [null, "8月", 40_000],
      [null, "9月", 50_000],
      ["支払先別集計"],
      [null, "甲社", 70_000],
      [null, "乙社", 20_000],
    ];
    const reading = read(sheet("予算", [HEADER, ...rows]));
    expect([brief(reading).length, reading.account.unread, reading.account.setAside]).toEqual([2, [], []]);
  });

  test("a summary that names the wages in words of its own, beside a row of nothing, is held against lines and wages", () => {
    const reading = read(
      sheet("総括", [
        ["内容", "金額"],
        ["機器", f("機器明細!D4", 90_000)],
        ["謝礼", 0],
        ["社内工数", 160_000],
        ["合計", 251_000],
      ]),
      sheet("機器明細", [
        ["品名", "数量", "単価", "金額"],
        ["近接センサ", 2, 5_000, 10_000],
        ["配線工事", 1, 80_000, 80_000],
        ["合計", null, null, f("SUM(D2:D3)", 90_000)],
      ]),
      sheet("労務費", [
        ["氏名", "時間単価", "従事時間", "金額"],
        ["轟 茂", 2_000, 80, 160_000],
      ]),
    );
    expect(brief(reading)).toEqual([
      ["近接センサ", 10_000],
      ["配線工事", 80_000],
    ]);
    const sum = reading.totals.find((total) => total.sheet === "総括" && total.label === "合計");
    expect(sum?.candidates).toContainEqual(expect.objectContaining({ yen: 250_000, of: "workbook+labour" }));
  });
});

describe("headers", () => {
  const readUnder = (...header: Literal[]) =>
    read(
      sheet("予算", [
        [...header, "費目", "品名", "金額"],
        [3, "消耗品費", "センサー", 10_000],
        [7, "外注費", "配線", 80_000],
      ]),
    );

  test("a number of rows that says whose number it is is that of the estimate; of remarks it is none", () => {
    expect(readUnder("No.（項番）").lines.map(({ evidenceNo }) => evidenceNo)).toEqual(["3", "7"]);
    expect(readUnder("No.（通し）").lines.map(({ evidenceNo }) => evidenceNo)).toEqual([null, null]);
    expect(readUnder("項番・備考").sheets[0]?.tables[0]?.columns[0]?.field).toBe("note");
  });

  test("a header of two rows whose first word stands in the second alone", () => {
    const rows = [
      [null, "費目", "金額", null],
      ["品名", null, "税抜", "税込"],
      ["センサー", "消耗品費", 10_000, 11_000],
      ["配線", "外注費", 80_000, 88_000],
    ];
    const { lines } = read(sheet("予算", rows, { merges: ["C1:D1"] }));
    expect(lines.map((line) => [line.description, line.amount, line.otherAmount?.yen])).toEqual([
      ["センサー", 10_000, 11_000],
      ["配線", 80_000, 88_000],
    ]);
  });

  test("the size of a seller's firm makes no member of him", () => {
    const rows = [
      ["消耗品費", "大企業", "甲社", "センサー", 10_000],
      ["外注費", "中小", "乙社", "配線", 80_000],
    ];
    expect(read(sheet("予算", [["費目", "企業規模", "発注先", "品名", "金額"], ...rows])).members).toEqual([]);
  });
});

describe("cards and lines through words", () => {
  test("a firm merged over the columns of several items is each one's", () => {
    const rows = [
      ["品名", "センサー", "配線"],
      ["発注先", "甲社", null],
      ["単価", 5_000, 80_000],
      ["数量", 2, 1],
      ["金額", 10_000, 80_000],
    ];
    const { lines } = read(sheet("予算", rows, { merges: ["B2:C2"] }));
    expect(lines.map((line) => [line.description, line.vendor, line.amount])).toEqual([
      ["センサー", "甲社", 10_000],
      ["配線", "甲社", 80_000],
    ]);
  });

  test("lines struck through where the sheet says what that means", () => {
    const { colours } = read(
      sheet("予算", [
        ["取り消し線は今回申請しないもの"],
        HEADER,
        ["消耗品費", "センサー", 10_000],
        ["外注費", { value: "配線", struck: true }, 80_000],
      ]),
      sheet("注意", [["取り消し線は今回申請しないもの"]]),
    );
    expect(colours.map(({ state }) => state)).toContain("read");
  });
});

describe("what lines state", () => {
  test("an item of cost beside the sum above its lines is theirs, down to the next", () => {
    const { lines } = read(
      sheet("予算", [
        HEADER,
        ["消耗品費", "小計", 13_000],
        [null, "センサー", 5_000],
        [null, "端子", 8_000],
        ["旅費", "小計", 0],
        ["外注費", "小計", 90_000],
        [null, "配線工事", 60_000],
        [null, "画面の制作", 30_000],
        ["総合計", null, 103_000],
      ]),
    );
    expect(lines.map((line) => [line.description, line.statedMiddle])).toEqual([
      ["センサー", "消耗品費"],
      ["端子", "消耗品費"],
      ["配線工事", "外注費"],
      ["画面の制作", "外注費"],
    ]);
  });

  test("a sum above its lines that only counts (物品費合計) states nothing below it", () => {
    const { lines } = read(
      sheet("予算", [
        HEADER,
        ["物品費合計", null, 13_000],
        [null, "センサー", 5_000],
        [null, "端子", 8_000],
        ["その他経費合計", null, 90_000],
        [null, "配線工事", 60_000],
        [null, "画面の制作", 30_000],
      ]),
    );
    expect(lines.map(({ statedMajor }) => statedMajor)).toEqual(["物品費", "物品費", "その他経費", "その他経費"]);
  });

  test("another 中項目 has no 小項目 from above", () => {
    const { lines } = read(
      sheet("予算", [
        ["大項目", "中項目", "小項目", "品名", "金額"],
        ["その他経費", "諸経費", "会議費", "会場", 5_000],
        [null, null, null, "会議の資料", 2_000],
        [null, "旅費", null, "出張", 40_000],
        [null, null, null, "宿泊", 9_000],
      ]),
    );
    expect(lines.map((line) => [line.statedMajor, line.statedMiddle, line.statedMinor])).toEqual([
      ["その他経費", "諸経費", "会議費"],
      ["その他経費", "諸経費", "会議費"],
      ["その他経費", "旅費", null],
      ["その他経費", "旅費", null],
    ]);
  });

  test("parts are told with what they are parts of, up to the next item", () => {
    const { lines } = read(
      sheet("予算", [
        ["品名", "金額"],
        ["システム開発 一式", 500_000],
        ["うち 設計", 200_000],
        ["うち 製造", 300_000],
        ["センサー", 1_000],
        ["合計", 501_000],
      ]),
    );
    expect(lines.map((line) => [line.description, line.partOf ?? null])).toEqual([
      ["うち 設計", "システム開発 一式"],
      ["うち 製造", "システム開発 一式"],
      ["センサー", null],
    ]);
  });

  test("of a list within cells, what has as many lines is parted, and anything else is of the first", () => {
    const { lines } = read(
      sheet("予算", [
        ["費目", "品名", "仕様", "金額"],
        ["消耗品費", "センサー\nゲートウェイ", "白\n黒\n赤", "120,000\n80,000"],
        ["外注費", "配線", "20m", 3_000],
      ]),
    );
    expect(lines.map((line) => [line.description, line.specification])).toEqual([
      ["センサー", "白 黒 赤"],
      ["ゲートウェイ", null],
      ["配線", "20m"],
    ]);
  });

  test.each(['"("#,##0")"', "(#,##0)"])(
    "old amounts below the new ones are figures shown in brackets (%s)",
    (format) => {
      const was = (value: number): Literal[] => [null, null, { value, format }];
      const rows = [["消耗品費", "センサー", 11_000], was(10_000), ["外注費", "配線", 80_000], was(75_000)];
      const reading = read(sheet("予算", [HEADER, ...rows]));
      expect([brief(reading), reading.account.unread]).toEqual([
        [
          ["センサー", 11_000],
          ["配線", 80_000],
        ],
        [],
      ]);
    },
  );
});
