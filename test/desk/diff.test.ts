/** Two rounds of one budget: lines are followed wherever their rows went. */
import fc from "fast-check";
import { alignLines } from "../../src/core/desk/align";
import { diffRounds, unasked } from "../../src/core/desk/diff";
import { unexamined, type Examined, type ExaminedFinding, type ExaminedLine } from "../../src/core/desk/examined";

const line = (row: number, description: string, amount: number, more: Partial<ExaminedLine> = {}): ExaminedLine => ({
  part: "budget",
  sheet: "予算",
  row,
  description,
  specification: null,
  statedMajor: "物品費",
  statedMiddle: "消耗品費",
  major: null,
  middle: null,
  kind: "other",
  eligibility: "eligible",
  unitPrice: amount,
  quantity: 1,
  unit: null,
  amount,
  eligibleAmount: amount,
  vendor: "株式会社甲",
  member: null,
  evidenceNo: null,
  ...more,
});
const finding = (rule: string, row: number | null, what = rule): ExaminedFinding => ({
  rule,
  severity: "error",
  sheet: row === null ? null : "予算",
  cell: row === null ? null : `F${String(row)}`,
  row,
  clause: "6(3)",
  title: rule,
  what,
  why: "",
  todo: "",
});
const round = (lines: ExaminedLine[], findings: ExaminedFinding[] = [], more: Partial<Examined> = {}): Examined => ({
  ...unexamined("", ""),
  gaps: [],
  lines,
  findings,
  ...more,
});

const three = [
  line(5, "温湿度センサー", 9_000),
  line(6, "タブレット端末", 60_000),
  line(7, "受発注システム開発", 900_000),
];

describe("rounds", () => {
  it("tell what was fixed, what remains and what is new, although rows were put in above", () => {
    const before = round(three, [finding("arithmetic/line", 5), finding("tax/inclusive", 7)]);
    const moved = three.map((one) => ({ ...one, row: one.row + 3 }));
    const after = round(moved, [finding("tax/inclusive", 10), finding("eligibility/period", 9)]);
    const diff = diffRounds(before, after);
    expect(diff.fixed.map(({ rule }) => rule)).toEqual(["arithmetic/line"]);
    expect(diff.remaining.map(({ after: now }) => now.row)).toEqual([10]);
    expect(diff.introduced.map(({ rule }) => rule)).toEqual(["eligibility/period"]);
    expect(diff.lines).toEqual([]);
    expect(diff.moved).toBe(3);
  });

  it("tell a change that was asked for from one that nobody asked for", () => {
    const before = round(three, [finding("arithmetic/line", 5)]);
    const after = round([
      line(5, "温湿度センサー", 9_900),
      line(6, "タブレット端末", 66_000),
      line(7, "受発注システム開発", 900_000),
    ]);
    const { lines } = unasked(diffRounds(before, after));
    expect(lines.map(({ after: now }) => now?.description)).toEqual(["タブレット端末"]);
  });

  it("know a line again whose words were changed, by the rest of it", () => {
    const after = round([three[0]!, line(6, "タブレット端末（10インチ）", 60_000), three[2]!]);
    const [change] = diffRounds(round(three), after).lines;
    expect(change).toMatchObject({ kind: "changed", fields: [{ field: "description" }] });
  });

  it("tell no change where only the width of the letters is another, and count as moved what only moved", () => {
    const [sensor, tablet, system] = three as [ExaminedLine, ExaminedLine, ExaminedLine];
    const before = round([{ ...sensor, description: "ﾀﾌﾞﾚｯﾄ１０台 用スタンド" }, tablet, system]);
    const after = round([
      { ...sensor, description: "タブレット10台用スタンド" },
      { ...tablet, row: 16, amount: 66_000 },
      { ...system, row: 17 },
    ]);
    const diff = diffRounds(before, after);
    expect(diff.lines.map(({ fields }) => fields.map(({ field }) => field))).toEqual([["amount"]]);
    expect([diff.unchanged, diff.moved]).toEqual([2, 1]);
  });

  it("take what was asked of a person's row for asked of the line that stands for the person, or for all", () => {
    const wage = { kind: "employee-wage", statedMiddle: "従業員費" };
    const lines = (rate: number): ExaminedLine[] => [
      line(5, "要件検討 平井 修", rate * 100, wage),
      line(6, "要件検討 坂本 隆", rate * 90, wage),
      line(7, "労務費（別紙のとおり）", rate * 80, wage),
      line(4, "平井　修", rate * 100, { part: "labour", sheet: "労務費" }),
      line(5, "坂本　隆", rate * 90, { part: "labour", sheet: "労務費" }),
    ];
    const asked = { ...finding("labour/hourly-rate", 4), sheet: "労務費" };
    const { lines: open } = unasked(diffRounds(round(lines(2_490), [asked]), round(lines(2_232))));
    expect(open.map(({ after }) => after?.description)).toEqual(["要件検討 坂本 隆", "坂本　隆"]);
  });

  it("name lines that were added or taken away", () => {
    const after = round([three[0]!, three[2]!, line(9, "展示会出展料", 120_000, { vendor: "乙協会" })]);
    expect(diffRounds(round(three), after).lines.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("know a line that was divided, and lines that were put together, by their sum and their words", () => {
    const [sensor, tablet, system] = three as [ExaminedLine, ExaminedLine, ExaminedLine];
    const parts = [line(7, "受発注システム 設計", 300_000), line(8, "受発注システム 開発", 600_000)];
    const divided = diffRounds(round(three), round([sensor, tablet, ...parts]));
    expect(divided.lines).toEqual([{ kind: "divided", before: system, after: null, parts, fields: [], asked: false }]);
    expect(divided.unchanged).toBe(2);
    const joined = diffRounds(round([sensor, tablet, ...parts]), round(three));
    expect(joined.lines).toEqual([{ kind: "joined", before: null, after: system, parts, fields: [], asked: false }]);
    expect(joined.unchanged).toBe(2);
  });

  it.each([
    ["of another sum", [line(7, "受発注システム 設計", 300_000), line(8, "受発注システム 開発", 500_000)]],
    [
      "of other words and another company",
      [line(7, "旅費", 300_000, { vendor: "乙" }), line(8, "印刷", 600_000, { vendor: "丙" })],
    ],
    ["of which one was there before", [line(7, "受発注システム 設計", 840_000), line(8, "タブレット端末", 60_000)]],
  ])("take lines %s for no division", (_, parts) => {
    const [sensor, tablet] = three as [ExaminedLine, ExaminedLine, ExaminedLine];
    const after = parts[1]!.description === tablet.description ? [sensor, ...parts] : [sensor, tablet, ...parts];
    expect(diffRounds(round(three), round(after)).lines.map(({ kind }) => kind)).not.toContain("divided");
  });

  it("name a requested amount that changed although nobody asked", () => {
    const [before, after] = [round(three, [], { requested: 100_000 }), round(three, [], { requested: 200_000 })];
    expect(unasked(diffRounds(before, after)).figures.map(({ figure }) => figure)).toEqual(["requested"]);
    const asked = round(three, [finding("subsidy/requested", null)], { requested: 100_000 });
    expect(unasked(diffRounds(asked, after)).figures).toEqual([]);
  });

  it("find every line again in any order, and nothing changed", () => {
    const lines = fc.uniqueArray(
      fc.tuple(fc.constantFrom("ロボット", "センサー", "開発", "配線", "旅費"), fc.nat(99)),
      {
        selector: ([word, number]) => `${word}${String(number)}`,
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), (drawn, order) => {
        const before = drawn.map(([word, number], at) => line(at + 2, `${word} 型番${String(number)}`, 1_000 + number));
        const shuffled = [...before]
          .map((one) => ({ one, by: order.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }, at) => ({ ...one, row: at + 20 }));
        const diff = diffRounds(round(before), round(shuffled));
        expect(diff.lines).toEqual([]);
        expect(alignLines(before, shuffled)).toHaveLength(before.length);
      }),
    );
  });
});

describe("what is not found any more", () => {
  const papers = [{ file: "見積書.pdf", digest: "1" }] as unknown as Examined["documents"];
  const asked = [finding("tax/inclusive", 5), finding("evidence/mismatch", 6), finding("ratio/travel", null)];
  const before = round(three, asked, { documents: papers });
  const told = (after: Examined) => {
    const { fixed, unseen } = diffRounds(before, after);
    return [fixed, unseen].map((all) => all.map(({ rule }) => rule));
  };

  it("is mended where it was looked at", () =>
    expect(told(round(three, [], { documents: papers }))).toEqual([asked.map(({ rule }) => rule), []]));

  it("is not known to be mended where the budget cannot be read", () =>
    expect(told(unexamined("", "壊れています。"))).toEqual([[], asked.map(({ rule }) => rule)]));

  it("is not known to be mended where the estimates are not there this time", () =>
    expect(told(round(three))).toEqual([["tax/inclusive", "ratio/travel"], ["evidence/mismatch"]]));

  it("is not known to be mended where the sheet has lost the results of its formulas", () => {
    const after = round(three, [finding("sheet/no-results", 7)], { documents: papers });
    expect(told(after)).toEqual([[], asked.map(({ rule }) => rule)]);
  });

  it("is not known to be mended where the amount of its line cannot be read", () => {
    const after = round(three, [finding("sheet/amount-unreadable", 5)], { documents: papers });
    expect(told(after)).toEqual([["evidence/mismatch", "ratio/travel"], ["tax/inclusive"]]);
  });
});
