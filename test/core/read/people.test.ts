import { toNumber, type Fraction } from "../../../src/core/money/fraction";
import { readBudget } from "../../../src/core/read/read";
import { f, sheet, workbook } from "./grid";
import { HINTS } from "./hints";

const read = (...sheets: Parameters<typeof workbook>) => readBudget(workbook(...sheets), [], HINTS);
const n = (value: Fraction | null): number | null => (value === null ? null : toNumber(value));

describe("labour", () => {
  test.each([
    ["4月給与 基本給", "4月給与 手当", "4月 残業手当"],
    ["令和7年4月分の基本給", "令和7年4月分の諸手当", "令和7年4月分の時間外手当"],
    ["R7.4月分 本給", "R7.4月分 役職手当", "R7.4月分 残業代"],
    ["4月支給 基本給", "4月支給 諸手当", "4月支給 超過勤務手当"],
  ])("a header that says of which month the wage is: %s", (base, allowances, overtime) => {
    const header = ["氏名", base, allowances, overtime, "法定福利費", "月所定労働時間", "時給", "従事時間", "金額"];
    const { labour } = read(sheet("労務費", [header, ["轟 茂", 284000, 26000, 36800, 51240, 160, 2257, 120, 270840]]));
    const [row] = labour;
    expect([row?.basePay, row?.allowances, row?.overtime].map((pay) => n(pay ?? null))).toEqual([284000, 26000, 36800]);
  });

  test.each([
    ["a sum, a price and an amount in everyday words", ["計", "単価", "金額"], [80, 2000, 160000], 80],
    ["what is paid for it under 労務費（円）", ["時間計", "単価（円/時）", "労務費（円）"], [80, 2000, 160000], 80],
    ["no sum", ["単価", "金額"], [2000, 160000], 80],
    ["a sum that is wrong", ["計", "単価", "金額"], [70, 2000, 160000], 80],
    ["amounts that nothing makes", ["計", "単価", "金額"], [80, 2000, 999999], null],
  ] as const satisfies readonly (readonly [string, readonly string[], readonly number[], number | null])[])(
    "a plan by the month is one of hours where its figures prove it: %s",
    (_, words, figures, hours) => {
      const header = ["氏名", "区分", "9月", "10月", "11月", ...words];
      const [own, sums] = [figures, (figures as readonly (number | null)[]).with(-2, null)];
      const rows = [header, ["轟 茂", "従業員費", 20, 25, 35, ...own], ["小計②", null, 20, 25, 35, ...sums]];
      const { labour } = read(sheet("体制と労務", rows));
      expect(labour.map((row) => [row.person, n(row.hours)])).toEqual(hours === null ? [] : [["轟 茂", hours]]);
    },
  );

  const PAID = ["氏名", "基本給", "諸手当", "法定福利費"];
  test.each([
    [
      "a day's beside the month's",
      ["年間所定労働日数", "所定労働時間（日）", "月所定労働時間"],
      [252, 7.5, 157.5],
      157.5,
    ],
    ["a day's in other words", ["年間所定日数", "1日所定時間", "1か月所定労働時間"], [246, 8, 164], 164],
    ["by a stroke", ["年間所定労働日数", "所定労働時間／日", "所定労働時間／月"], [240, 8, 160], 160],
    ["days and a day's alone", ["年間所定労働日数", "1日の所定労働時間"], [252, 7.75], 162.75],
    ["days of a month", ["月所定労働日数", "1日の労働時間"], [20, 8], 160],
    ["a year's", ["年間所定労働時間"], [1953], 162.75],
    ["a year's that no word tells from a month's", ["所定労働時間"], [1920], 160],
    ["few hours of a month", ["月所定労働時間"], [20], 20],
    ["a week's tell no month", ["週所定労働時間"], [40], null],
    ["a day's alone tell no month", ["所定労働時間"], [8], null],
    ["days alone neither", ["年間所定労働日数"], [250], null],
  ])("scheduled hours of a month: %s", (_, words, figures, month) => {
    const header = [...PAID, ...words, "時給", "従事時間", "金額"];
    const row = ["轟 茂", 284000, 26000, 51240, ...figures, 2257, 120, 270840];
    expect(n(read(sheet("労務費", [header, row])).labour[0]?.scheduledHours ?? null)).toBe(month);
  });

  test.each([
    ["as text", "162:45", "37:30"],
    ["as parts of a day", { value: 6.78125, format: "[h]:mm" }, { value: 1.5625, format: "[h]:mm" }],
  ])("hours and minutes by the clock, %s", (_, month, planned) => {
    const header = [...PAID, "月所定労働時間", "時給", "従事時間", "金額"];
    const row = ["轟 茂", 284000, 26000, 51240, month, 2219, planned, 83212];
    const [first] = read(sheet("労務費", [header, row])).labour;
    expect([first?.scheduledHours, first?.hours].map((hours) => n(hours ?? null))).toEqual([162.75, 37.5]);
  });

  test("pay of a year is a twelfth a month", () => {
    const header = [
      "氏名",
      "基本給（年額）",
      "諸手当（年額）",
      "法定福利費（月額）",
      "年間所定労働時間",
      "時給",
      "時間",
      "金額",
    ];
    const [row] = read(sheet("労務費", [header, ["轟 茂", 3600000, 240000, 45000, 1920, 2281, 100, 228100]])).labour;
    expect([row?.basePay, row?.allowances, row?.welfare].map((pay) => n(pay ?? null))).toEqual([300000, 20000, 45000]);
  });

  test("scheduled hours that are merged over all rows hold for each", () => {
    const { labour } = read(
      sheet(
        "労務費",
        [
          [...PAID, "月所定労働時間", "時給", "従事時間", "金額"],
          ["轟 茂", 284000, 26000, 51240, 160, 2257, 120, 270840],
          ["鶴田 薫", 240000, 10000, 44000, null, 1837, 100, 183700],
        ],
        { merges: ["E2:E3"] },
      ),
    );
    expect(labour.map(({ scheduledHours }) => n(scheduledHours))).toEqual([160, 160]);
  });

  test("allowances in several columns are summed, pay sums are not the amount", () => {
    const { labour, lines } = read(
      sheet(
        "人件費積算",
        [
          ["労務費積算書（令和7年4月分給与）"],
          [
            "従事者氏名",
            "所属・役職",
            "雇用形態",
            "給与",
            null,
            null,
            null,
            null,
            "法定福利費\n（事業主負担分）",
            "計",
            "月平均\n所定労働時間",
            "時間単価",
            "従事予定時間数",
            "労務費",
          ],
          [null, null, null, "本給", "役職手当", "通勤手当", "残業手当", "賞与"],
          [
            "佐藤　健一",
            "経営企画課長",
            "正社員",
            280000,
            30000,
            5000,
            42000,
            0,
            "48,321",
            363321,
            "162.75",
            2232,
            "37.5h",
            83700,
          ],
          ["中島 由香", "製造課", "パート", null, null, null, null, null, null, null, null, "1,080円", 96, 103680],
          ["合計", null, null, null, null, null, null, null, null, null, null, null, null, 187380],
          ["※ 1円未満切捨て"],
        ],
        { merges: ["A2:A3", "B2:B3", "C2:C3", "D2:H2", "I2:I3", "J2:J3", "K2:K3", "L2:L3", "M2:M3", "N2:N3"] },
      ),
    );
    expect(lines).toEqual([]);
    expect(labour.map((row) => [row.row, row.person, row.position, row.employment])).toEqual([
      [4, "佐藤　健一", "経営企画課長", "正社員"],
      [5, "中島 由香", "製造課", "パート"],
    ]);
    const [first, second] = labour;
    expect(
      [
        first?.basePay,
        first?.allowances,
        first?.overtime,
        first?.bonus,
        first?.welfare,
        first?.scheduledHours,
        first?.statedRate,
        first?.hours,
      ].map((v) => n(v ?? null)),
    ).toEqual([280000, 35000, 42000, 0, 48321, 162.75, 2232, 37.5]);
    expect(first?.statedAmount).toBe(83700);
    expect([n(second?.statedRate ?? null), n(second?.hours ?? null), second?.statedAmount]).toEqual([1080, 96, 103680]);
  });

  test("part-timers in a table of their own below, named by its title", () => {
    const { labour } = read(
      sheet("労務費", [
        ["（1）従業員費"],
        ["氏名", "基本給", "諸手当", "社会保険料事業主負担", "月所定労働時間", "時給単価", "時間", "金額"],
        ["佐藤 健一", 280000, 35000, 48321, 162.75, 2232, 10, 22320],
        ["小計", null, null, null, null, null, null, 22320],
        [],
        ["（2）補助員費"],
        ["氏名", "時給", "従事時間", "金額"],
        ["中島 由香", 1080, 96, 103680],
        ["小計", null, null, 103680],
      ]),
    );
    expect(labour.map((row) => [row.person, row.employment, row.statedAmount])).toEqual([
      ["佐藤 健一", "従業員費", 22320],
      ["中島 由香", "補助員費", 103680],
    ]);
  });

  test.each([["項目"], [null]])("one person a column, whatever stands before the names: %s", (corner) => {
    const { labour } = read(
      sheet("労務費", [
        [corner, "轟 茂", "鶴田 薫"],
        ["基本給", 284000, 240000],
        ["諸手当", 26000, 10000],
        ["法定福利費", 51240, 44000],
        ["月所定労働時間", 160, 160],
        ["1時間当たり単価", 2257, 1837],
        ["従事時間", 120, 100],
        ["金額", 270840, 183700],
      ]),
    );
    expect(labour.map(({ person, statedRate, statedAmount }) => [person, n(statedRate), statedAmount])).toEqual([
      ["轟 茂", 2257, 270840],
      ["鶴田 薫", 1837, 183700],
    ]);
  });

  test("one person a column", () => {
    const { labour } = read(
      sheet("労務費", [
        ["労務費計算書"],
        ["氏名", "佐藤 健一", "高橋 美咲"],
        ["区分", "従業員", "従業員"],
        ["基本給", 280000, 246000],
        ["諸手当", 35000, 21500],
        ["法定福利費", 48321, 41230],
        ["月所定労働時間", 162.75, 162.75],
        ["時給単価", 2232, 1896],
        ["従事予定時間", 150, 120],
        ["金額", 334800, 227520],
      ]),
    );
    expect(
      labour.map((row) => [row.person, n(row.basePay), n(row.statedRate), n(row.hours), row.statedAmount]),
    ).toEqual([
      ["佐藤 健一", 280000, 2232, 150, 334800],
      ["高橋 美咲", 246000, 1896, 120, 227520],
    ]);
    expect(labour[1]?.at.hourlyRate).toEqual({ sheet: "労務費", row: 8, column: 3 });
  });

  test("a budget with somebody in charge of each line is no labour table", () => {
    const { labour, lines } = read(
      sheet("予算", [
        ["費目", "内容", "担当者", "単価", "時間", "金額"],
        ["従業員費", "設計", "佐藤", 2000, 10, 20000],
        ["外注費", "開発", "高橋", 5000, 1, 5000],
      ]),
    );
    expect(labour).toEqual([]);
    expect(lines.map((line) => line.amount)).toEqual([20000, 5000]);
  });

  test("lines of a budget that name people stay lines", () => {
    const { labour, lines } = read(
      sheet("予算", [
        ["大項目", "中項目", "内容", "単価", "数量", "単位", "金額"],
        ["労務費", "従業員費", "佐藤 健一", 2232, 150, "h", 334800],
        ["労務費", "補助員費", "中島 由香", 1080, 96, "h", 103680],
        ["合計", null, null, null, null, null, 438480],
      ]),
    );
    expect(labour).toEqual([]);
    expect(lines).toHaveLength(2);
  });
});

describe("months", () => {
  const expected = [
    ["佐藤 健一", "2025-09", 20, 357000],
    ["佐藤 健一", "2026-01", 17.5, 358000],
    ["高橋 美咲", "2025-09", 150, 270000],
    ["高橋 美咲", "2026-01", 170, 331000],
  ];
  const brief = (reading: ReturnType<typeof read>) =>
    reading.months.map((month) => [month.person, month.month, n(month.hours), n(month.payPaid)]);

  test("rows of person and month, the name once", () => {
    const reading = read(
      sheet("月別", [
        ["氏名", "対象月", "従事時間", "実支給額"],
        ["佐藤 健一", "令和7年9月", 20, 357000],
        [null, "R8.1", 17.5, 358000],
        ["高橋 美咲", "9月", "150h", "270,000円"],
        [null, "1月", 170, 331000],
      ]),
    );
    expect(brief(reading)).toEqual(expected);
  });

  test("a grid, hours and pay as two rows of each person", () => {
    const reading = read(
      sheet("月別", [
        ["氏名", "項目", "9月", "1月", "合計"],
        ["佐藤 健一", "従事時間", 20, 17.5, 37.5],
        [null, "実支給額", 357000, 358000, 715000],
        ["高橋 美咲", "従事時間", 150, 170, 320],
        [null, "実支給額", 270000, 331000, 601000],
        ["合計", null, 170, 187.5, 357.5],
      ]),
    );
    expect(brief(reading)).toEqual(expected);
    expect(reading.months[0]?.payCell).toEqual({ sheet: "月別", row: 3, column: 3 });
  });

  test("a grid, hours and pay as two columns of each month", () => {
    const reading = read(
      sheet(
        "月別",
        [
          ["氏名", "2025年9月", null, "2026年1月", null],
          [null, "時間", "支給額", "時間", "支給額"],
          ["佐藤 健一", 20, 357000, 17.5, 358000],
          ["高橋 美咲", 150, 270000, 170, 331000],
        ],
        { merges: ["A1:A2", "B1:C1", "D1:E1"] },
      ),
    );
    expect(brief(reading)).toEqual(expected);
  });

  test("two blocks, months as days in the header", () => {
    const [sep, jan] = [45901, 46023].map((value) => ({ value, format: 'yyyy"年"m"月"' }));
    const reading = read(
      sheet("月別", [
        ["１．従事時間"],
        ["氏名", sep, jan],
        ["佐藤 健一", 20, 17.5],
        ["高橋 美咲", 150, 170],
        [],
        ["２．実支給額"],
        ["氏名", sep, jan],
        ["佐藤 健一", 357000, 358000],
        ["高橋 美咲", 270000, 331000],
      ]),
    );
    expect(brief(reading)).toEqual(expected);
  });
});

test("team, with departments behind the names", () => {
  const { team } = read(
    sheet("実施体制", [
      ["事業実施体制"],
      ["役割", "氏名", "所属・役職"],
      ["総括", "佐藤　健一（経営企画課）", "課長"],
      ["担当", "高橋 美咲", "生産管理課"],
    ]),
  );
  expect(team.map((person) => person.name)).toEqual(["佐藤　健一", "高橋 美咲"]);
});

test("members whose 区分 is their role, the class beside", () => {
  const { members } = read(
    sheet("構成員一覧", [
      ["区分", "名称", "所在地", "企業規模"],
      ["代表構成員", "株式会社ひびき", "北九州市", "市内中小事業者"],
      ["構成員", "響灘大学", "北九州市", "大学"],
    ]),
  );
  expect(members.map(({ name, classText, role }) => [name, classText, role])).toEqual([
    ["株式会社ひびき", "市内中小事業者", "代表構成員"],
    ["響灘大学", "大学", "構成員"],
  ]);
});

test("a team drawn as a chart", () => {
  const { team } = read(
    sheet("推進体制", [
      ["補助事業の推進体制"],
      ["プロジェクト責任者", "佐藤 健一（DX推進課長）"],
      [null, "担当：高橋 美咲（生産管理課）"],
      ["委託先", "株式会社 小倉"],
    ]),
  );
  expect(team.map((person) => person.name)).toEqual(["佐藤 健一", "高橋 美咲"]);
});

test("estimates with numbers written in several ways", () => {
  const { estimates, lines } = read(
    sheet("見積一覧", [
      ["見積書一覧"],
      ["見積No.", "見積業者", "見積日", "件名", "見積金額（税抜）", "見積金額（税込）"],
      ["No.1", "九州ロボテック㈱", "R7.4.20", "ロボット", "1,480,000", "1,628,000"],
      ["②", "小倉電子", "2025/4/21", "センサー", 248000, 272800],
      [3, "データラボ", 45768, "分析", 480000, 528000],
      ["合計", null, null, null, 2208000, 2428800],
    ]),
  );
  expect(lines).toEqual([]);
  expect(
    estimates.map(({ no, issuer, issueDate, item, exclusive, inclusive }) => [
      no,
      issuer,
      issueDate,
      item,
      exclusive,
      inclusive,
    ]),
  ).toEqual([
    ["1", "九州ロボテック㈱", "2025-04-20", "ロボット", 1480000, 1628000],
    ["2", "小倉電子", "2025-04-21", "センサー", 248000, 272800],
    ["3", "データラボ", "2025-04-21", "分析", 480000, 528000],
  ]);
});

describe("facts", () => {
  const facts = (...sheets: Parameters<typeof workbook>) =>
    Object.fromEntries(
      read(...sheets).facts.map((fact) => [fact.key, fact.number === null ? (fact.day ?? fact.text) : n(fact.number)]),
    );

  test("pairs beside, below, merged, in one cell, numbered and with a colon", () => {
    expect(
      facts(
        sheet(
          "申請書",
          [
            ["１．補助金名", null, "DX推進補助金"],
            ["２．申請枠", null, "事業変革枠"],
            ["申請者区分", "補助率", "従業員数"],
            ["市内中小事業者", "2/3", "25名"],
            ["消費税の取り扱い：税抜　　補助金交付申請額：金1,965,000円"],
            ["事業実施期間", "令和7年6月1日～令和8年1月31日"],
            ["資本金（千円）", 10000],
            ["代表構成員", "：", "株式会社ひびき"],
          ],
          { merges: ["A1:B1", "A2:B2"] },
        ),
      ),
    ).toEqual({
      schemeName: "DX推進補助金",
      frame: "事業変革枠",
      class: "市内中小事業者",
      rate: "2/3",
      employees: 25,
      tax: "税抜",
      requested: 1965000,
      start: "2025-06-01",
      capital: 10000000,
      representative: "株式会社ひびき",
    });
  });

  test("a rate that Excel took for a day, or shows as a fraction", () => {
    const rate = (value: number, format: string) => read(sheet("申請", [["補助率", { value, format }]])).facts[0]?.text;
    expect(rate(45691, 'm"月"d"日"')).toBe("2/3");
    expect(rate(0.666666666666667, "# ?/?")).toBe("2/3");
    expect(rate(0.5, "0%")).toBe("50%");
    expect(rate(0.5, "General")).toBe("1/2");
  });

  test("notes and table rows are no pairs", () => {
    expect(
      facts(
        sheet("予算", [
          ["※補助率は2/3以内とし、申請枠により異なります。"],
          ["費目", "内容", "金額"],
          ["旅費", "補助率調査の出張", 1000],
          ["消費税", null, f("C3*0.1", 100)],
          ["合計", null, 1100],
        ]),
      ),
    ).toEqual({});
  });
});

test("the parts of welfare under one merged heading are added; their own total stands for them", () => {
  const header = [
    "氏名",
    "基本給",
    "法定福利費（会社負担）",
    null,
    null,
    "月所定労働時間",
    "時給単価",
    "従事時間",
    "労務費",
  ];
  const merges = ["C1:E1", ...["A", "B", "F", "G", "H", "I"].map((column) => `${column}1:${column}2`)];
  const welfareOf = (below: readonly string[], figures: readonly number[]) =>
    read(
      sheet("労務費", [header, [null, null, ...below], ["甲野 一", 250000, ...figures, 160, 1800, 10, 18000]], {
        merges,
      }),
    ).labour.map(({ welfare }) => n(welfare));
  expect(welfareOf(["健康保険", "厚生年金", "雇用保険"], [13000, 24000, 2000])).toEqual([39000]);
  expect(welfareOf(["健康保険", "厚生年金", "計"], [13000, 24000, 37000])).toEqual([37000]);
});
