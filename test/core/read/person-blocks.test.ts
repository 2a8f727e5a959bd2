/** Labour told person by person, in blocks or sheets. */
import { check } from "../../../src/core/check";
import { toNumber, type Fraction } from "../../../src/core/money/fraction";
import { readBudget } from "../../../src/core/read/read";
import { schemes } from "../../../src/schemes";
import { f, sheet, workbook, type Literal } from "./grid";
import { HINTS } from "./hints";

const n = (value: Fraction | null | undefined): number | null => (value == null ? null : toNumber(value));
const day = (value: number): Literal => ({ value, format: 'yyyy"年"m"月"' });
type Rows = readonly (readonly Literal[])[];

/** 名前: [rate, hours, amount], and the months. */
function told(...sheets: Parameters<typeof workbook>) {
  const reading = readBudget(workbook(...sheets), [], HINTS);
  return {
    reading,
    labour: reading.labour.map((row) => [row.person, n(row.statedRate), n(row.hours), row.statedAmount]),
    months: reading.months.map((row) => [row.person, row.month, n(row.hours), n(row.payPaid)]),
  };
}

const BESIDE: Rows = [
  ["月別 従事計画及び給与支給実績"],
  [],
  ["従事者氏名", "浜口 恵", "所属", "品質保証室", "時間単価", 1980],
  ["年月", "計画時間", "労務費", "給与支給額"],
  ["令和7年9月", 20, 39600, 260000],
  ["令和7年10月", 35, 69300, 260000],
  ["合計", 55, 108900],
  [],
  ["従事者氏名", "宇佐 徹", "所属", "製造部", "時間単価", 2250],
  ["年月", "計画時間", "労務費", "給与支給額"],
  ["令和7年9月", 10, 22500, 301000],
  ["令和7年11月", 30, 67500, 301000],
  ["合計", 40, 90000],
];

const BELOW: Rows = [
  ["個人別労務費 積算"],
  ["氏　名", "浜口 恵"],
  ["役　職", "主任"],
  ["本給", 232000],
  ["住宅手当", 12000],
  ["社会保険料（会社負担分）", 38000],
  ["1か月平均所定労働時間", 160],
  ["時給", 1762],
  ["従事月", "従事時間数", "金額（円）"],
  [day(45901), 12, 21144],
  [day(45931), 8.5, 14977],
  ["計", 20.5, 36121],
];

describe("is read as a row a person and a row a month", () => {
  const BOTH = [
    ["浜口 恵", 1980, 55, 108900],
    ["宇佐 徹", 2250, 40, 90000],
  ];
  const PAID = [
    ["浜口 恵", "2025-09", 20, 260000],
    ["浜口 恵", "2025-10", 35, 260000],
    ["宇佐 徹", "2025-09", 10, 301000],
    ["宇佐 徹", "2025-11", 30, 301000],
  ];

  test("pairs beside each other, a block below the other", () => {
    const { labour, months, reading } = told(sheet("従事計画", BESIDE));
    expect([labour, months]).toEqual([BOTH, PAID]);
    expect(reading.labour.map(({ position, row, at }) => [position, row, at.hours?.row])).toEqual([
      ["品質保証室", 3, 7],
      ["製造部", 9, 13],
    ]);
    expect(
      reading.months.map(({ hoursCell, payCell }) => [hoursCell?.row, hoursCell?.column, payCell?.column]),
    ).toEqual([
      [5, 2, 4],
      [6, 2, 4],
      [11, 2, 4],
      [12, 2, 4],
    ]);
    expect([reading.lines, reading.totals]).toEqual([[], []]);
    expect(reading.sheets[0]?.tables.map(({ kind }) => kind)).toEqual(["labour", "hours"]);
  });

  test("pairs below each other, a sheet a person, months as days of a calendar", () => {
    const other = BELOW.map((row) => row.map((cell) => (cell === "浜口 恵" ? "宇佐 徹" : cell)));
    const { labour, months, reading } = told(sheet("浜口", BELOW), sheet("宇佐", other));
    expect(labour).toEqual([
      ["浜口 恵", 1762, 20.5, 36121],
      ["宇佐 徹", 1762, 20.5, 36121],
    ]);
    expect(months.slice(0, 2)).toEqual([
      ["浜口 恵", "2025-09", 12, null],
      ["浜口 恵", "2025-10", 8.5, null],
    ]);
    const [row] = reading.labour;
    expect([row?.position, n(row?.basePay), n(row?.allowances), n(row?.welfare), n(row?.scheduledHours)]).toEqual([
      ...["主任", 232000, 12000, 38000, 160],
    ]);
    expect(row?.at.basePay).toEqual({ sheet: "浜口", row: 4, column: 2 });
  });

  test("a label and what it says in one cell", () => {
    const rows: Rows = [
      ["氏名：浜口 恵", "所属：品質保証室"],
      ["時給単価：1,980円"],
      ["月", "時間", "時給×時間"],
      ["9月", 20, 39600],
      ["10月", 35, 69300],
      ["合計", 55, 108900],
      [],
      ["氏名：宇佐 徹", "所属：製造部"],
      ["時給単価：2,250円"],
      ["月", "時間", "時給×時間"],
      ["9月", 10, 22500],
      ["11月", 30, 67500],
      ["合計", 40, 90000],
    ];
    const { labour, months, reading } = told(sheet("労務費内訳", rows));
    expect(labour).toEqual(BOTH);
    expect(months).toEqual(PAID.map(([person, month, hours]) => [person, month, hours, null]));
    expect(reading.labour.map(({ position }) => position)).toEqual(["品質保証室", "製造部"]);
    expect(reading.labour[0]?.at.hourlyRate).toEqual({ sheet: "労務費内訳", row: 2, column: 1 });
  });

  test("blocks side by side", () => {
    const rows: Rows = [
      ["従事時間の計画"],
      ["氏名", "浜口 恵", null, null, null, "氏名", "宇佐 徹"],
      ["時給単価", 1980, "円", null, null, "時給単価", 2250, "円"],
      ["対象月", "従事予定時間", "金額", "実支給額", null, "対象月", "従事予定時間", "金額", "実支給額"],
      ["R7.9", 20, 39600, 260000, null, "R7.9", 10, 22500, 301000],
      ["R7.10", 35, 69300, 260000, null, "R7.11", 30, 67500, 301000],
      ["計", 55, 108900, null, null, "計", 40, 90000],
    ];
    const { labour, months, reading } = told(sheet("従事", rows));
    expect([labour, months]).toEqual([BOTH, PAID]);
    expect(reading.months.map(({ payCell }) => payCell?.column)).toEqual([4, 4, 9, 9]);
  });

  test("pairs beside the months", () => {
    const rows: Rows = [
      ["氏名", "浜口 恵", null, "月", "従事時間", "金額"],
      ["時給", 1980, null, "9月", 20, 39600],
      ["役職", "係長", null, "10月", 35, 69300],
      [null, null, null, "計", 55, 108900],
    ];
    const { labour, reading } = told(sheet("労務", rows));
    expect(labour).toEqual([BOTH[0]]);
    expect(reading.labour[0]?.position).toBe("係長");
  });

  test("labels in a row over what they say", () => {
    const rows: Rows = [
      ["労務費計算書"],
      ["氏名", "役職", "時給単価"],
      ["浜口 恵", "係長", 1980],
      ["月", "従事時間", "金額"],
      ["2025/9", 20, 39600],
      ["2025/10", 35, 69300],
      ["計", 55, 108900],
    ];
    expect(told(sheet("浜口", rows)).labour).toEqual([BOTH[0]]);
  });

  test("without a rate, by the pay", () => {
    const rows: Rows = [
      ["氏名", "浜口 恵", "役職", "係長"],
      ["基本給（4月）", 232000, "諸手当", 12000],
      ["法定福利費", 38000, "月所定労働時間", "160時間"],
      ["月", "従事時間", "支給額"],
      ["8月", 20, 260000],
      ["9月", 30, 260000],
      ["計", 50],
    ];
    const { reading, labour, months } = told(sheet("浜口", rows));
    expect(labour).toEqual([["浜口 恵", null, 50, null]]);
    expect([n(reading.labour[0]?.basePay), n(reading.labour[0]?.scheduledHours)]).toEqual([232000, 160]);
    expect(months.map(([, , , pay]) => pay)).toEqual([260000, 260000]);
  });

  test.each([
    ["by the clock", ["10:30", "12:15"]],
    [
      "as parts of a day",
      [
        { value: 0.4375, format: "[h]:mm" },
        { value: 12.25 / 24, format: "[h]:mm" },
      ],
    ],
    ["in words", ["10時間30分", "12時間15分"]],
  ])("hours %s, without a total", (_, [first, second]) => {
    const rows: Rows = [
      ["氏名", "浜口 恵"],
      ["時給単価", 2000],
      ["月", "従事時間", "金額"],
      ["9月分", first, 21000],
      ["10月分", second, 24500],
    ];
    const { labour, months } = told(sheet("浜口", rows));
    expect(labour).toEqual([["浜口 恵", 2000, 22.75, null]]);
    expect(months.map(([, , hours]) => hours)).toEqual([10.5, 12.25]);
  });

  test("under headers that nobody knows, by the figures", () => {
    const rows: Rows = [
      ["氏名", "浜口 恵"],
      ["時給単価", 1980],
      ["いつ", "どれだけ", "いくらぶん", "会社が払った給与"],
      ["9月", 20, 39600, 260000],
      ["10月", 35, 69300, 260000],
      ["計", 55, 108900],
    ];
    const { labour, months } = told(sheet("手伝い", rows));
    expect([labour, months]).toEqual([[BOTH[0]], PAID.slice(0, 2)]);
  });

  test("the kind of wages in a pair, or over the blocks", () => {
    const block = (name: string, ...pair: Literal[]): Rows => [
      ["氏名", name, ...pair],
      ["時給単価", 1100],
      ["月", "時間", "金額"],
      ["9月", 20, 22000],
      ["10月", 30, 33000],
      ["計", 50, 55000],
      [],
    ];
    const rows = [...block("浜口 恵", "区分", "補助員費"), ["補助員費"], ...block("宇佐 徹")];
    const { reading } = told(sheet("労務", [["労務費"], [], ...rows]));
    expect(reading.labour.map(({ employment }) => employment)).toEqual(["補助員費", "補助員費"]);
  });

  test.each([
    [
      "by colons",
      "氏名：浜口 恵　所属：品質保証室　時給単価：1,980円",
      "氏名：宇佐 徹　所属：製造部　時給単価：2,250円",
    ],
    [
      "in brackets",
      "【氏名】浜口 恵 【所属】品質保証室 【時給】1,980円",
      "【氏名】宇佐 徹 【所属】製造部 【時給】2,250円",
    ],
  ])("all labels in one cell, %s", (_, first, second) => {
    const months: Rows = [
      ["月", "従事時間", "金額"],
      ["9月", 20, 39600],
      ["10月", 35, 69300],
      ["計", 55, 108900],
    ];
    const other: Rows = [
      ["月", "従事時間", "金額"],
      ["9月", 10, 22500],
      ["11月", 30, 67500],
      ["計", 40, 90000],
    ];
    const { labour, reading } = told(sheet("従事計画", [[first], ...months, [], [second], ...other]));
    expect(labour).toEqual(BOTH);
    expect(reading.labour.map(({ position }) => position)).toEqual(["品質保証室", "製造部"]);
  });

  test("with months and blocks that are left blank", () => {
    const unfilled: Rows = [
      ["従事者氏名", null, "所属", null, "時間単価"],
      ["年月", "計画時間", "労務費", "給与支給額"],
      ["令和7年9月", null, 0],
      ["令和7年10月", null, 0],
      ["合計", 0, 0],
      [],
    ];
    const blank: Rows = [["令和7年12月", null, 0]];
    const rows = [
      ...BESIDE.slice(0, 6),
      ...blank,
      ...BESIDE.slice(6, 8),
      ...unfilled,
      ...BESIDE.slice(8),
      [],
      ...unfilled,
    ];
    const { labour, months, reading } = told(sheet("従事計画", rows));
    expect([labour, months, reading.lines]).toEqual([BOTH, PAID, []]);
  });

  test("cells that are merged", () => {
    const rows: Rows = [
      ["氏名", null, "浜口 恵", null, "役職", "係長"],
      ["時給単価", null, 1980, null, "費目", "従業員費"],
      ["月", null, "従事時間", null, "金額", "実支給額"],
      ["9月", null, 20, null, 39600, 260000],
      ["10月", null, 35, null, 69300, 260000],
      ["計", null, 55, null, 108900],
    ];
    const merges = [1, 2, 3, 4, 5, 6].flatMap((row) => [
      `A${String(row)}:B${String(row)}`,
      `C${String(row)}:D${String(row)}`,
    ]);
    const { labour, months } = told(sheet("従事計画", rows, { merges }));
    expect([labour, months]).toEqual([[BOTH[0]], PAID.slice(0, 2)]);
  });

  test("above a budget on the same sheet", () => {
    const lines: Rows = [
      ["経費明細"],
      ["費目", "内容", "金額"],
      ["消耗品費", "電流センサー", 120000],
      ["従業員費", "浜口 恵", 108900],
    ];
    const { labour, reading } = told(sheet("従事計画", [...BESIDE, [], ...lines, [null, "合計", 228900]]));
    expect(labour).toEqual(BOTH);
    expect(reading.lines.map(({ row, amount }) => [row, amount])).toEqual([
      [17, 120000],
      [18, 108900],
    ]);
  });

  test("with sums between the blocks", () => {
    const rows = [...BESIDE.slice(0, 7), ["品質保証室 小計", 55, 108900], ...BESIDE.slice(7)];
    const { labour, reading } = told(sheet("従事計画", rows));
    expect([labour, reading.lines]).toEqual([BOTH, []]);
  });

  test("with a total of all below", () => {
    const { labour, reading } = told(sheet("従事計画", [...BESIDE, [], ["総合計", 95, 198900]]));
    expect(labour).toEqual(BOTH);
    expect(reading.lines).toEqual([]);
  });
});

describe("beside a labour sheet that lists the persons", () => {
  test("the list says what they are paid", () => {
    const list: Rows = [
      ["氏名", "時給単価", "時間", "金額"],
      ["浜口 恵", 1980, 55, 108900],
      ["宇佐 徹", 2250, 40, 90000],
    ];
    const { labour, months, reading } = told(sheet("労務費", list), sheet("従事計画", BESIDE));
    expect(labour.map(([person]) => person)).toEqual(["浜口 恵", "宇佐 徹"]);
    expect(months).toHaveLength(4);
    expect(reading.labour.map((row) => row.sheet)).toEqual(["労務費", "労務費"]);
  });

  test("months alone, whose persons are paid there", () => {
    const list: Rows = [
      ["氏名", "基本給", "法定福利費", "月所定労働時間", "時給単価", "時間", "金額"],
      ["浜口 恵", 274800, 42000, 160, 1980, 55, 108900],
    ];
    const alone: Rows = [
      ["氏名", "浜口 恵"],
      ["月", "従事時間", "実支給額"],
      ["9月", 20, 260000],
      ["10月", 35, 260000],
    ];
    const { labour, months } = told(sheet("労務費", list), sheet("従事", alone));
    expect(labour).toEqual([["浜口 恵", 1980, 55, 108900]]);
    expect(months).toEqual([
      ["浜口 恵", "2025-09", 20, 260000],
      ["浜口 恵", "2025-10", 35, 260000],
    ]);
  });
});

describe("is not", () => {
  test("a plan of spending by the month under who wrote it", () => {
    const rows: Rows = [
      ["担当者", "浜口 恵"],
      ["支払月", "センサー購入費", "解析委託費", "月計"],
      ["9月", 120000, 80000, 200000],
      ["10月", 90000, 70000, 160000],
      ["11月", 30000, 50000, 80000],
      ["合計", 240000, 200000, 440000],
    ];
    const { labour, reading } = told(sheet("支出計画", rows));
    expect(labour).toEqual([]);
    expect(reading.lines.map(({ amount }) => amount)).toEqual([240000, 200000]);
  });

  test.each([
    ["days", [day(45901), day(45902), day(45903)]],
    ["weeks", ["第1週", "第2週", "第3週"]],
  ])("%s instead of months", (_, spans) => {
    const rows: Rows = [
      ["氏名", "浜口 恵", "時給単価", 2000],
      ["従事日", "従事時間", "金額"],
      ...spans.map((span): readonly Literal[] => [span, 8, 16000]),
      ["計", 24, 48000],
    ];
    const { months, reading } = told(sheet("日報", rows));
    expect([months.length, reading.sheets[0]?.tables.some(({ kind }) => kind === "hours")]).toEqual([0, false]);
  });
});

describe("is judged like any labour sheet", () => {
  const budget = (...lines: readonly Literal[][]) =>
    sheet("予算書", [
      ["大項目", "中項目", "内容", "単価", "数量", "金額"],
      ["物品費", "消耗品費", "電流センサー", 30000, 4, 120000],
      ...lines.map((line) => ["労務費", "従業員費", ...line]),
    ]);
  const judged = (...sheets: Parameters<typeof workbook>) =>
    check(workbook(...sheets), schemes, { scheme: "fais-dx-2025", frame: "transformation" });
  const found = (report: ReturnType<typeof judged>, rule: string) =>
    report.findings.filter((one) => one.rule === rule).map((one) => `${one.sheet ?? ""}!${one.cell ?? ""}`);
  const LESS = BESIDE.map((row, index) => (index === 5 ? row.with(3, 50000) : row));

  test.each([
    [
      "a line a person",
      [
        ["浜口 恵 労務費", 1980, 55, 108900],
        ["宇佐 徹 労務費", 2250, 40, 90000],
      ],
    ],
    ["one line for all", [["従事者2名（月別内訳のとおり）", null, null, 198900]]],
    [
      "lines by formulas",
      [
        ["検査の労務費", null, null, f("従事計画!C7", 108900)],
        ["設計の労務費", null, null, f("従事計画!C13", 90000)],
      ],
    ],
  ] as [string, Literal[][]][])("the pay actually paid limits a month: %s", (_, lines) => {
    const report = judged(budget(...lines), sheet("従事計画", LESS));
    expect(found(report, "labour/monthly-cap")).toEqual(["従事計画!D6"]);
    expect(report.totals?.eligible).toBe(120000 + 198900 - 19300);
    expect(found(report, "sheet/set-aside")).toEqual([]);
  });

  test("a rate above the pay, and hours above those to work", () => {
    const rows = BELOW.map((row) => (row[0] === "時給" ? ["時給", 1800] : row));
    const much = rows.map((row, index) =>
      index === 9 ? [row[0], 170, 306000] : index === 10 ? [row[0], 8.5, 15300] : row,
    );
    const report = judged(
      budget(["浜口 恵", 1800, 178.5, 321300]),
      sheet("浜口", [...much.slice(0, -1), ["計", 178.5, 321300]]),
    );
    expect(found(report, "labour/hourly-rate")).toEqual(["浜口!B8"]);
    expect(found(report, "labour/hours")).toEqual(["浜口!B10"]);
  });

  test("an executive is none whose pay counts", () => {
    const rows = BELOW.map((row) => (row[1] === "主任" ? ["役職", "代表取締役"] : row));
    const report = judged(budget(["浜口 恵", 1762, 20.5, 36121]), sheet("浜口", rows));
    expect(found(report, "eligibility/executive-pay")).toHaveLength(1);
    expect(report.totals?.eligible).toBe(120000);
  });
});
