/** What a row of the labour sheet counts: kind of person, stated and computed figures, months. */
import { book, checked, findingsOf, type Grid, type Value } from "../../rules/budget";

const HEADERS = ["氏名", "区分", "役職", "基本給", "諸手当", "月所定労働時間", "時給単価", "従事予定時間", "金額"];
const FIRST_LINE = { item: "電流センサー", middle: "消耗品費", price: 12400 };

const report = (rows: readonly Value[][], more: Readonly<Record<string, Grid>> = {}, headers = HEADERS, waivers = {}) =>
  checked({ ...book([FIRST_LINE]), 労務費: [headers, ...rows], ...more }, {}, waivers);
/** 160,000 yen in 160 hours: 1,000 yen an hour. */
const sato = (more: Readonly<Record<string, Value>> = {}): Value[] => {
  const { kind = "従業員", position = null, name = "佐藤 健一", rate = 1_000, hours = 10, amount = 10_000 } = more;
  return [name, kind, position, 160_000, null, 160, rate, hours, amount];
};
const counted = (...args: Parameters<typeof report>) =>
  report(...args).labour.map(({ eligibleAmount }) => eligibleAmount);

describe("the kind of person", () => {
  test.each([
    ["従業員", "従業員費"],
    ["正社員", "従業員費"],
    ["常勤職員", "従業員費"],
    ["正規", "従業員費"],
    ["パート", "補助員費"],
    ["アルバイト", "補助員費"],
    ["補助員", "補助員費"],
    ["臨時", "補助員費"],
    ["短時間", "補助員費"],
    ["非常勤職員", "補助員費"],
    ["学生", "補助員費"],
    ["派遣", "補助員費"],
    ["派遣社員", "補助員費"],
  ])("%s goes to %s, also as a position", (word, item) => {
    expect(report([sato({ kind: word })]).labour[0]?.kind).toBe(item);
    expect(report([sato({ kind: null, position: word })]).labour[0]?.kind).toBe(item);
  });

  test("who is not named as anything is an employee", () =>
    expect(report([sato({ kind: null })]).labour[0]?.kind).toBe("従業員費"));

  test.each(["中島 由香", "鈴木 花子", "高橋 恵子", "渡辺 由美", "小林 直樹", "John Smith"])(
    "nor do the letters of a name say anything: %s",
    (name) => expect(report([sato({ kind: null, name })]).labour[0]?.kind).toBe("従業員費"),
  );

  test.each(["中島 由香（アルバイト）", "インターン 中島 由香"])("words beside a name do: %s", (name) =>
    expect(report([sato({ kind: null, name })]).labour[0]?.kind).toBe("補助員費"),
  );

  test.each(["中島 由香", "林田 葵"])("whatever the name, a role is what it is: %s", (name) =>
    expect(report([sato({ kind: null, position: "受付補助", name })]).labour[0]?.kind).toBe("補助員費"),
  );

  test("what stands under 区分 comes before the position", () =>
    expect(report([sato({ kind: "パート", position: "社員" })]).labour[0]?.kind).toBe("補助員費"));
});

describe("the amount", () => {
  test.each<[string, Readonly<Record<string, Value>>, number]>([
    ["rate and hours", { amount: null }, 10_000],
    ["the sheet's own rate where it is lower", { rate: 900, amount: null }, 9_000],
    ["never a rate that is too high", { rate: 1_100, amount: null }, 10_000],
    ["a lower amount is asked for", { amount: 8_000 }, 8_000],
    ["never a higher amount", { amount: 12_000 }, 10_000],
    ["an amount alone", { rate: null, hours: null, amount: 7_000 }, 7_000],
    ["floored", { rate: null, hours: 10.0005, amount: null }, 10_000],
    ["never below zero", { amount: -5_000 }, 0],
    ["hours that nobody works leave the amount", { hours: 1e15, amount: 7_000 }, 7_000],
  ])("%s", (_, more, yen) => expect(counted([sato(more)])).toEqual([yen]));

  test("a rate that the foundation agreed to counts as stated", () => {
    const waiver = {
      rule: "labour/hourly-rate",
      sheet: "労務費",
      cell: "G2",
      reason: "協議済み",
      by: "経理",
      date: null,
    };
    const rows = [sato({ rate: 1_100, amount: 11_000 })];
    expect(counted(rows)).toEqual([10_000]);
    expect(counted(rows, {}, HEADERS, { waivers: [waiver] })).toEqual([11_000]);
    expect(counted(rows, {}, HEADERS, { waivers: [{ ...waiver, cell: "G9" }] })).toEqual([10_000]);
  });
});

describe("months", () => {
  const months = (...rows: Value[][]) => ({ 月別従事時間: [["氏名", "対象月", "従事時間", "実支給額"], ...rows] });

  test("limit all rows of a person together, in their order", () => {
    const rows = [sato({ hours: 6, amount: 6_000 }), sato({ hours: 6, amount: 6_000 })];
    expect(counted(rows)).toEqual([6_000, 6_000]);
    const limited = report(rows, months(["佐藤 健一", "2025年9月", 9, 160_000]));
    expect(limited.labour.map(({ eligibleAmount }) => eligibleAmount)).toEqual([6_000, 3_000]);
    expect(limited.labour.map((row) => row.months.length)).toEqual([1, 0]);
  });

  test("limit nobody else", () => {
    const rows = [sato({}), sato({ name: "鈴木 一郎" })];
    expect(counted(rows, months(["鈴木 一郎", "2025年9月", 4, 160_000]))).toEqual([10_000, 4_000]);
  });

  test("the name may be spelt otherwise", () =>
    expect(counted([sato({})], months(["佐藤健一", "2025年9月", 4, 160_000]))).toEqual([4_000]));

  test("of a person with two rates count at the lower one", () => {
    const rows = [sato({ rate: 1_000, hours: 4, amount: 4_000 }), sato({ rate: 900, hours: 6, amount: 5_400 })];
    const { labour } = report(rows, months(["佐藤 健一", "2025年9月", 10, 160_000]));
    expect(labour[0]?.months.map(({ computed }) => computed)).toEqual([9_000]);
    expect(labour.map(({ eligibleAmount }) => eligibleAmount)).toEqual([4_000, 5_000]);
  });

  test("of a person one of whose rows has no rate count at the other's", () => {
    const rows = [sato({ hours: 4, amount: 4_000 }), sato({ rate: null, hours: null, amount: 6_000 })];
    const bare = rows.map((row, at) => (at === 1 ? row.map((cell, column) => (column === 3 ? null : cell)) : row));
    const { labour } = report(bare, months(["佐藤 健一", "2025年9月", 9, 160_000]));
    expect(labour[0]?.months.map(({ computed }) => computed)).toEqual([9_000]);
  });

  test("a month of several rows is shown with the pay's first cell", () => {
    const rows = months(["佐藤 健一", "2025年9月", 4, null], ["佐藤 健一", "2025年9月", 5, 8_000]);
    const found = findingsOf(report([sato({})], rows), "labour/monthly-cap");
    expect(found.map(({ sheet, cell }) => [sheet, cell])).toEqual([["月別従事時間", "D3"]]);
    const waiver = { rule: "labour/monthly-cap", sheet: "月別従事時間", reason: "協議済み", by: "経理", date: null };
    const agreed = (cell: string) => counted([sato({})], rows, HEADERS, { waivers: [{ ...waiver, cell }] });
    expect([agreed("D3"), agreed("C2")]).toEqual([[9_000], [8_000]]);
  });

  test("rows that do not say which month they are of are each one", () => {
    const rows = [null, null].map((month): Value[] => ["佐藤 健一", month, 5, 3_000]);
    const { labour } = report([sato({})], months(...rows, ["佐藤 健一", "2025年9月", 1, 9_000]));
    expect(labour[0]?.months.map(({ allowed }) => allowed)).toEqual([3_000, 3_000, 1_000]);
  });

  test("one that cannot be worked out limits nothing", () =>
    expect(
      counted([sato({})], months(["佐藤 健一", "2025年9月", 4, 160_000], ["佐藤 健一", "2025年10月", null, 160_000])),
    ).toEqual([10_000]));

  test("below zero give nothing back", () =>
    expect(counted([sato({})], months(["佐藤 健一", "2025年9月", -5, 160_000]))).toEqual([0]));

  test("the pay of a month is its cap, to the yen", () => {
    const { labour } = report(
      [sato({})],
      months(["佐藤 健一", "2025年9月", 5, 4_999.9], ["佐藤 健一", "2025年10月", 5, 5_000]),
    );
    expect(labour[0]?.months.map(({ allowed }) => allowed)).toEqual([4_999, 5_000]);
    expect(labour[0]?.eligibleAmount).toBe(9_999);
  });
});

describe("諸手当 that say what they hold", () => {
  const inside = (header: string) =>
    report(
      [sato({})],
      {},
      HEADERS.map((it) => (it === "諸手当" ? header : it)),
    ).labour[0]?.insideAllowances;

  test.each([
    ["諸手当（残業手当を含む）", ["overtime"]],
    ["諸手当（時間外手当込）", ["overtime"]],
    ["諸手当（賞与を含む）", ["bonus"]],
    ["諸手当（一時金を含む）", ["oneOffPay"]],
    ["諸手当（残業手当を除く）", []],
    ["諸手当", []],
  ])("%s", (header, kinds) => expect(inside(header)).toEqual(kinds));
});
