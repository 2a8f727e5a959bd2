/** What holds for every budget. */
import fc from "fast-check";
import { floor, fraction, multiply, parseFraction } from "../../src/core/money/fraction";
import type { Report } from "../../src/core/report/report";
import type { Settings } from "../../src/core/judge/settings";
import { book, checked, FIRST, type Book, type LineLiteral } from "./rules/budget";

const ITEMS: readonly (readonly [string, string])[] = [
  ["協働ロボット", "機械装置等製作・購入費"],
  ["ハンディターミナル", "機械装置等製作・購入費"],
  ["電流センサー", "消耗品費"],
  ["コピー用紙・ボールペン等文具", "消耗品費"],
  ["プレス機 修理", "保守・改造修理費"],
  ["ロボット設置に伴う床補強工事", "土木・建築工事費"],
  ["受発注システム開発 請負", "外注費"],
  ["東京出張 新幹線往復", "旅費"],
  ["タクシー代 小倉駅～本社工場", "旅費"],
  ["ドイツ 海外出張 1名 航空券・宿泊", "旅費"],
  ["特許出願 弁理士手数料", "知的財産権関連経費"],
  ["審査請求料", "知的財産権関連経費"],
  ["クラウド型受発注管理サービス 年間利用料", "諸経費"],
  ["AI外観検査セミナー受講料", "諸経費"],
  ["振込手数料", "諸経費"],
];
const MEMBERS = ["株式会社甲", "株式会社乙", "丙大学"];
const CONSORTIUM: Book = {
  構成員一覧: [
    ["構成員名", "区分", "役割"],
    ["株式会社甲", "市内中小事業者", "代表構成員"],
    ["株式会社乙", "市内中小事業者", "構成員"],
    ["丙大学", "市内大学", "構成員"],
  ],
};

const line = fc.record({
  what: fc.constantFrom(...ITEMS),
  price: fc.integer({ min: 0, max: 3_000_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  off: fc.oneof(
    { arbitrary: fc.constant(0), weight: 6 },
    { arbitrary: fc.integer({ min: -500, max: 500 }), weight: 1 },
  ),
  note: fc.constantFrom(null, "税込金額", "項番1", "利用開始2025年8月1日"),
  ordered: fc.constantFrom(null, "2025/6/1", "2025/4/13"),
  method: fc.constantFrom(null, "銀行振込", "約束手形"),
  member: fc.constantFrom(...MEMBERS),
});
type Drawn = typeof line extends fc.Arbitrary<infer T> ? T : never;

const literal = ({ what: [item, middle], price, quantity, off, ...rest }: Drawn): LineLiteral => ({
  item,
  middle,
  price,
  quantity,
  amount: Math.max(0, price * quantity + off),
  ...rest,
});
const drawn = fc.array(line, { minLength: 1, maxLength: 12 });
const settings: fc.Arbitrary<Settings> = fc.record({
  frame: fc.constantFrom("planning", "transformation"),
  applicant: fc.constantFrom("sme" as const, "non-sme" as const),
  tax: fc.constantFrom("exclusive" as const, "inclusive" as const),
});
const RUNS = { numRuns: 60 };

const subsidyOf = (report: Report): number => report.subsidy?.amount ?? NaN;

test("the subsidy is a whole 1,000 yen, within the cap and within rate × allowed cost", () => {
  fc.assert(
    fc.property(drawn, settings, fc.boolean(), (lines, chosen, consortium) => {
      const report = checked(book(lines.map(literal), consortium ? CONSORTIUM : {}), chosen);
      const amount = subsidyOf(report);
      expect(amount % 1000).toBe(0);
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(chosen.frame === "planning" ? 2_000_000 : 5_000_000);
      const parts =
        report.members.length > 0
          ? report.members
          : [{ rate: chosen.applicant === "sme" ? "2/3" : "1/2", allowed: report.totals?.allowed ?? 0 }];
      const most = parts.reduce(
        (sum, { rate, allowed }) => sum + floor(multiply(parseFraction(rate), fraction(allowed))) + 1,
        0,
      );
      expect(amount).toBeLessThanOrEqual(most);
      if (report.members.length > 0)
        expect(report.members.reduce((sum, { allowed }) => sum + allowed, 0)).toBe(report.totals?.allowed);
    }),
    RUNS,
  );
});

test("0 ≤ allowed ≤ eligible ≤ claimed for budgets without negative amounts", () => {
  fc.assert(
    fc.property(drawn, settings, (lines, chosen) => {
      const { totals } = checked(book(lines.map(literal)), chosen);
      expect(totals?.allowed).toBeGreaterThanOrEqual(0);
      expect(totals?.allowed).toBeLessThanOrEqual(totals?.eligible ?? NaN);
      expect(totals?.eligible).toBeLessThanOrEqual(totals?.claimed ?? NaN);
    }),
    RUNS,
  );
});

test("the sums by item make the eligible total, and so do the lines", () => {
  fc.assert(
    fc.property(drawn, settings, (lines, chosen) => {
      const { totals, lines: judged } = checked(book(lines.map(literal)), chosen);
      const sum = (yen: readonly number[]) => yen.reduce((total, one) => total + one, 0);
      expect(sum(Object.values(totals?.byMajor ?? {}))).toBe(totals?.eligible);
      expect(sum(Object.values(totals?.byMiddle ?? {}))).toBe(totals?.eligible);
      expect(sum(judged.map(({ eligibleAmount }) => eligibleAmount))).toBe(totals?.eligible);
      for (const one of judged) if (one.eligibility === "ineligible") expect(one.eligibleAmount).toBe(0);
    }),
    RUNS,
  );
});

test("the subsidy never grows when a line turns ineligible", () => {
  fc.assert(
    fc.property(drawn, settings, fc.nat(), (lines, chosen, pick) => {
      const before = lines.map(literal);
      const at = pick % before.length;
      const after = before.map((one, index) => (index === at ? { ...one, method: "約束手形" } : one));
      // A refused trip abroad lets the next one in: that is the rule's own exception.
      fc.pre(before[at]?.item.includes("海外") !== true);
      expect(subsidyOf(checked(book(after), chosen))).toBeLessThanOrEqual(subsidyOf(checked(book(before), chosen)));
    }),
    RUNS,
  );
});

test("the order of sheets has no effect on figures", () => {
  fc.assert(
    fc.property(drawn, drawn, settings, (first, second, chosen) => {
      const [one, two] = [book(first.map(literal))["予算"] ?? [], book(second.map(literal))["予算"] ?? []];
      fc.pre(![...first, ...second].some(({ what: [item] }) => item.includes("海外")));
      const figures = ({ totals, ratios, subsidy }: Report) => ({ totals, ratios, subsidy });
      expect(figures(checked({ 予算1: one, 予算2: two, ...CONSORTIUM }, chosen))).toEqual(
        figures(checked({ ...CONSORTIUM, 予算2: two, 予算1: one }, chosen)),
      );
    }),
    RUNS,
  );
});

test("every line is in the report once, where it stands, and every finding has its place in the workbook", () => {
  fc.assert(
    fc.property(drawn, settings, (lines, chosen) => {
      const it = book(lines.map(literal));
      const report = checked(it, chosen);
      expect(report.lines.map(({ row }) => row)).toEqual(lines.map((_, index) => FIRST + index));
      for (const { sheet, cell } of report.findings) {
        if (sheet !== null) expect(Object.keys(it)).toContain(sheet);
        if (cell !== null) expect(cell).toMatch(/^[A-Z]+\d+$/);
      }
      expect(report.rules.crashed).toEqual([]);
    }),
    RUNS,
  );
});

test("the same workbook gives the same report", () => {
  fc.assert(
    fc.property(drawn, settings, (lines, chosen) => {
      const it = book(lines.map(literal), CONSORTIUM);
      expect(checked(it, chosen)).toEqual(checked(it, chosen));
    }),
    { numRuns: 20 },
  );
});
