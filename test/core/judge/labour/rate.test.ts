/** The hourly rate of a person, and which pay seems to be in a rate that is too high. */
import { book, checked, findingsOf, type Value } from "../../rules/budget";

const HEADERS = [
  "氏名", "区分", "基本給", "諸手当", "法定福利費", "時間外手当", "賞与", "一時金",
  "月所定労働時間", "時給単価", "従事予定時間", "金額",
]; // prettier-ignore

interface Pay {
  readonly overtime?: Value;
  readonly bonus?: Value;
  readonly oneOff?: Value;
  readonly base?: Value;
  readonly allowances?: Value;
  readonly welfare?: Value;
  readonly hours?: Value;
}

/** 160,000 yen in 160 hours: 1,000 yen an hour. */
const row = (rate: Value, { overtime = 0, bonus = 0, oneOff = 0, ...more }: Pay = {}): Value[] => {
  const { base = 160_000, allowances = null, welfare = null, hours = 160 } = more;
  return ["佐藤 健一", "従業員", base, allowances, welfare, overtime, bonus, oneOff, hours, rate, 10, null];
};
const report = (line: Value[], headers: readonly string[] = HEADERS) =>
  checked({ ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]), 労務費: [headers, line] });
const found = (line: Value[]) =>
  findingsOf(report(line), "eligibility/pay-component").map(({ cell, data }) => [cell, data["pay"], data["yen"]]);

describe("the rate", () => {
  test.each([
    ["pay by hours", row(null), 1_000],
    ["allowances and welfare count", row(null, { allowances: 16_000, welfare: 8_000 }), 1_150],
    ["allowances alone", row(null, { allowances: 16_000 }), 1_100],
    ["welfare alone", row(null, { welfare: 8_000 }), 1_050],
    ["floored", row(null, { base: 160_159 }), 1_000],
    ["overtime in a column of its own is no part", row(null, { overtime: 16_000 }), 1_000],
    ["no pay", row(null, { base: null }), null],
    ["no hours", row(null, { hours: null }), null],
    ["zero hours", row(null, { hours: 0 }), null],
  ])("%s", (_, line, rate) => expect(report(line).labour[0]?.rate).toBe(rate));

  test.each([
    ["うち時間外手当", 5],
    ["うち賞与", 6],
  ])("%s is taken out of the allowances", (name, column) => {
    const headers = HEADERS.map((header, at) => (at === column ? name : header));
    const pay = row(null, { allowances: 32_000, [column === 5 ? "overtime" : "bonus"]: 16_000 });
    const labour = report(pay, headers).labour[0];
    expect(labour?.rate).toBe(1_100);
    expect(labour?.insideAllowances).toEqual([column === 5 ? "overtime" : "bonus"]);
  });
});

describe("what is in a rate that is too high", () => {
  const PAY: Pay = { overtime: 16_000, bonus: 32_000, oneOff: 8_000 };
  const [OVERTIME, BONUS, ONE_OFF] = [
    ["F2", "overtime", 16_000],
    ["G2", "bonus", 32_000],
    ["H2", "oneOffPay", 8_000],
  ];

  test.each([
    [1_100, [OVERTIME]],
    [1_200, [BONUS]],
    [1_050, [ONE_OFF]],
    [1_300, [OVERTIME, BONUS]],
    [1_150, [OVERTIME, ONE_OFF]],
    [1_250, [BONUS, ONE_OFF]],
    [1_350, [OVERTIME, BONUS, ONE_OFF]],
    [1_101, [OVERTIME]], // rounding
    [1_099, [OVERTIME]],
    [1_102, []],
    [1_098, []],
    [1_400, []],
    [1_000, []],
    [900, []],
  ])("%d yen", (rate, kinds) => expect(found(row(rate, PAY))).toEqual(kinds));

  test("the fewest kinds that explain it", () =>
    expect(found(row(1_100, { overtime: 8_000, bonus: 8_000, oneOff: 16_000 }))).toEqual([
      ["H2", "oneOffPay", 16_000],
    ]));

  test("only pay that there is", () => {
    expect(found(row(1_100, { bonus: 16_000 }))).toEqual([["G2", "bonus", 16_000]]);
    expect(found(row(1_001, {}))).toEqual([]);
    expect(found(row(1_100, { overtime: null, bonus: null, oneOff: null }))).toEqual([]);
    expect(found(row(999, { overtime: -160 }))).toEqual([]);
    expect(found(row(1_000, { overtime: 100 }))).toEqual([]);
  });

  test("a rate without pay or hours to hold it against", () => {
    expect(found(row(1_100, { ...PAY, base: null }))).toEqual([]);
    expect(found(row(1_100, { ...PAY, hours: 0 }))).toEqual([]);
  });
});
