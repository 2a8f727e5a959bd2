import { book, checked, findingsOf, type Value } from "../budget";
import { proveRule } from "../proof";

const HEADERS = [
  "氏名",
  "役職",
  "区分",
  "基本給",
  "諸手当",
  "時間外手当",
  "法定福利費",
  "月所定労働時間",
  "時給単価",
  "従事予定時間",
  "金額",
];
const sheet = (...rows: Value[][]) => ({
  ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  労務費: [HEADERS, ...rows],
});
/** 363,321 ÷ 162.75 = 2,232.38… */
const sato = (rate: Value, hours: number = 37.5, overtime = 0): Value[] => [
  "佐藤 健一",
  "DX推進課長",
  "従業員",
  280000,
  35000,
  overtime,
  48321,
  162.75,
  rate,
  hours,
  typeof rate === "number" ? Math.floor(rate * hours) : null,
];

/** A second person, of whom not all is known. */
const unproven = (pay: Value, hours: Value, rate: Value, yen: Value): Value[] => [
  ...["高橋 美咲", "主任", "従業員", pay, 21500, 0, 41230, hours, rate, 10, yen],
];

proveRule("labour/hourly-rate", {
  severity: "error",
  clause: "5(1)④",
  finds: [
    { title: "overtime left in (golden)", book: sheet(sato(2490, 37.5, 42000)), at: ["労務費!I2"] },
    { title: "one yen more", book: sheet(sato(2233)), at: ["労務費!I2"] },
    { title: "one yen less", book: sheet(sato(2231)), at: ["労務費!I2"] },
    { title: "not floored", book: sheet(sato(2232.38)), at: ["労務費!I2"] },
    {
      title: "in the second of two rows",
      book: sheet(sato(2232), ["高橋 美咲", "主任", "従業員", 246000, 21500, 0, 41230, 162.75, 1897, 100, 189700]),
      at: ["労務費!I3"],
      says: { stated: 1897, expected: 1896, difference: 1, pay: 308730, hours: 162.75 },
    },
    ...(
      [
        ["pay", null, 162.75, ["basePay"]],
        ["hours", 280000, null, ["scheduledHours"]],
        ["hours but 0", 280000, 0, ["scheduledHours"]],
        ["pay and hours", null, null, ["basePay", "scheduledHours"]],
      ] as const
    ).flatMap(([what, pay, hours, missing]) => [
      {
        title: `a stated rate without ${what}`,
        book: sheet(sato(2232), unproven(pay, hours, 1900, 19000)),
        at: ["労務費!I3"],
        severity: "warning" as const,
        says: { person: "高橋 美咲", missing, stated: 1900 },
        fix: null,
      },
      {
        title: `an amount alone without ${what}`,
        book: sheet(sato(2232), unproven(pay, hours, null, 19000)),
        at: ["労務費!I3"],
        severity: "warning" as const,
        says: { person: "高橋 美咲", missing, stated: null },
      },
      {
        title: `a rate alone without ${what}`,
        book: sheet(sato(2232), unproven(pay, hours, 1900, null)),
        at: ["労務費!I3"],
        severity: "warning" as const,
        says: { person: "高橋 美咲", missing, stated: 1900 },
      },
    ]),
  ],
  passes: [
    { title: "nothing stated that pay would have to prove", book: sheet(sato(2232), unproven(null, null, null, null)) },
    { title: "a rate that is not stated", book: sheet(sato(2232), unproven(246000, 162.75, null, 18000)) },
    { title: "floored (golden)", book: sheet(sato(2232)) },
    { title: "overtime in a column of its own, not in the rate", book: sheet(sato(2232, 37.5, 42000)) },
    {
      title: "a part-timer beside",
      book: sheet(sato(2232), ["中島 由香", "パート", "補助員", null, null, null, null, null, 1080, 180, 194400]),
    },
    {
      title: "an executive whose pay nobody states",
      book: sheet(sato(2232), ["玄海 宏", "代表取締役", "従業員", null, null, null, null, null, 4000, 10, 40000]),
    },
    { title: "exactly whole", book: sheet(["木村 亮", "主任", "従業員", 160000, 0, 0, 0, 160, 1000, 10, 10000]) },
  ],
  notApplicable: [
    { title: "no labour sheet", book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]) },
    {
      title: "part-timers alone",
      book: sheet(["中島 由香", "パート", "補助員", null, null, null, null, null, 1080, 180, 194400]),
    },
  ],
});

test.each([
  [2232, 2232, 83700],
  [2490, 2232, 83700],
  // The applicant may ask for less.
  [2000, 2232, 75000],
] as const)("stated %d: rate %d, %d yen count", (stated, rate, yen) => {
  const report = checked(sheet(sato(stated)));
  expect(report.labour[0]).toMatchObject({ statedRate: stated, rate, eligibleAmount: yen });
  expect(report.totals?.byMiddle["従業員費"]).toBe(yen);
});

test("without a stated rate the computed one is used", () => {
  expect(checked(sheet(sato(null))).labour[0]).toMatchObject({ statedRate: null, rate: 2232, eligibleAmount: 83700 });
});

test("a part-timer counts at the contract's rate", () => {
  const report = checked(sheet(["中島 由香", "パート", "補助員", null, null, null, null, null, 1080, 37.5, 40500]));
  expect(report.labour[0]).toMatchObject({ kind: "補助員費", rate: 1080, eligibleAmount: 40500 });
});

test("too high a rate can be put right at once, a lower one is for a person to raise", () => {
  expect(findingsOf(checked(sheet(sato(2490))), "labour/hourly-rate")[0]?.fix).toEqual({
    kind: "safe",
    sheet: "労務費",
    cell: "I2",
    value: 2232,
  });
  expect(findingsOf(checked(sheet(sato(2000))), "labour/hourly-rate")[0]?.fix?.kind).toBe("review");
});

test("a sheet without columns for pay states rates and proves none: that is told, and nobody is accused", () => {
  const report = checked({
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
    従事計画: [
      ["従事者", "区分", "時給単価", "従事時間", "労務費"],
      ["佐藤 健一", "従業員", 1880, 160, 300800],
      ["中島 由香", "補助員", 1080, 10, 10800],
    ],
  });
  expect(findingsOf(report, "labour/hourly-rate")).toEqual([]);
  expect(report.notChecked).toContainEqual({ code: "rate-unproven", data: { rows: ["従事計画!2"] } });
});
