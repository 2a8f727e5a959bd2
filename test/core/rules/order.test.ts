/** The order of rules means nothing, and a rule that fails leaves nothing behind. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, NO_DECISIONS } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import { rules } from "../../../src/core/rules/registry";
import { LINE_PHASES, type LineRule, type Rule } from "../../../src/core/rules/rule";
import { readWorkbook } from "../../../src/ooxml/read";
import type { Workbook } from "../../../src/core/workbook/workbook";
import { schemes } from "../../../src/schemes";
import { book, day, workbookOf } from "./budget";

/** Seeded: the same order each time (mulberry32). */
function shuffled(list: readonly Rule[], seed: number): Rule[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    [result[last], result[at]] = [result[at] as Rule, result[last] as Rule];
  }
  return result;
}

/** Lines that several rules speak of, each with an effect of its own. */
const contested = workbookOf(
  book(
    [
      { item: "受発注クラウド利用料 年額（12か月）", middle: "諸経費", price: 264000, unit: "年", note: "税込" },
      {
        item: "受発注クラウド利用料 R7.8から",
        middle: "諸経費",
        price: 240000,
        unit: "年",
        ordered: day("2025-03-01"),
      },
      { item: "台湾出張 1名 航空券", middle: "旅費", price: 88000, paid: day("2026-06-01") },
      { item: "台湾出張 1名 航空券", middle: "旅費", price: 88000 },
      { item: "タクシー代 出張", middle: "旅費", price: 6600, method: "手形" },
      { item: "見積中の装置", middle: "機械装置等製作・購入費", amount: "見積依頼中" },
      { item: "東京出張 大橋 保", middle: "旅費", price: 33000, ordered: day("2025-03-01") },
      { item: "佐藤 健一 人件費", middle: "従業員費", amount: 93375 },
      { item: "代表取締役 山本 剛 人件費", middle: "従業員費", amount: 100000 },
    ],
    {
      労務費: [
        ["氏名", "役職", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
        ["佐藤 健一", "主任", 280000, 35000, 48321, 162.75, 2490, 37.5, 93375],
        ["山本 剛", "代表取締役", 160000, 0, 0, 160, 1000, 100, 100000],
      ],
    },
    { headers: { amount: "金額（税込）" } },
  ),
);

const folder = join(__dirname, "../../fixtures/samples");
const files = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
const books: readonly (readonly [string, Workbook])[] = [
  ["contested lines", contested],
  ...files.map((name) => [name, readWorkbook(new Uint8Array(readFileSync(join(folder, name))))] as const),
];
const settings = { frame: "transformation" };
const under = (workbook: Workbook, list: readonly Rule[]): Report =>
  check(workbook, schemes, settings, NO_DECISIONS, [], list);

describe.each(books)("%s", (_, workbook) => {
  const report = under(workbook, rules);

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("the same report in shuffled order %d", (seed) => {
    expect(under(workbook, shuffled(rules, seed))).toEqual(report);
  });

  test("the same in reverse", () => {
    expect(under(workbook, [...rules].reverse())).toEqual(report);
  });

  test.each(LINE_PHASES)("a rule that fails in the phase %s leaves nothing behind", (phase) => {
    const id = "vendor/outside-city";
    const others = rules.filter((rule) => rule.id !== id);
    const failing: LineRule = {
      id,
      severity: "error",
      phase,
      check({ lines, labour }, found) {
        const verdict = "ineligible" as const;
        for (const on of lines)
          found({
            at: null,
            data: {},
            effects: [
              { on, verdict },
              { on, amount: 0 },
            ],
          });
        for (const on of labour) found({ at: null, data: {}, effects: [{ on, verdict }] });
        throw new Error("fails at the end");
      },
    };
    const without = under(workbook, others);
    const having = under(workbook, [failing, ...others]);
    // A scheme without the rule never runs it.
    const crashed = having.rules.crashed;
    expect(crashed.length === 0 || crashed[0] === id).toBe(true);
    expect({ ...having, rules: null, notChecked: null }).toEqual({ ...without, rules: null, notChecked: null });
  });
});

test("the contested lines are contested", () => {
  const report = under(contested, rules);
  const found = new Set(report.findings.map(({ rule }) => rule));
  for (const rule of [
    "tax/inclusive",
    "cloud/proration",
    "eligibility/period",
    "eligibility/travel-class",
    "eligibility/payment-method",
    "eligibility/executive-pay",
    "eligibility/traveller-unlisted",
    "sheet/amount-unreadable",
    "labour/hourly-rate",
  ])
    expect(found).toContain(rule);
  const [cloud] = report.lines;
  expect(cloud?.adjustments.map(({ rule }) => rule)).toEqual(["tax/inclusive", "cloud/proration"]);
});

test("a trip that is refused for its date is not the one trip abroad that is paid for", () => {
  const report = under(contested, rules);
  expect(report.lines.slice(2, 4).map(({ eligibility }) => eligibility)).toEqual(["ineligible", "eligible"]);
});
