/** The overview's workbook: sums that stay what they are when Excel works them out anew, and rows high enough for their texts. */
import { overviewModels, type OverviewRow } from "../../../src/views/desk/overview";

const row = (name: string, more: Partial<OverviewRow>): OverviewRow => ({
  name,
  standing: "fine",
  applicant: null,
  scheme: "DX推進補助金",
  frame: "事業変革枠",
  claimed: null,
  eligible: null,
  subsidy: null,
  requested: null,
  errors: 0,
  warnings: 0,
  notes: 0,
  matched: 0,
  unmatched: 0,
  decisions: 0,
  subsidyWithDecisions: null,
  notChecked: 0,
  decided: 0,
  shared: 0,
  round: 1,
  since: null,
  remarks: "",
  ...more,
});
const ROWS = [
  row("a", { subsidy: 1_000_000, requested: 900_000 }),
  row("b", { subsidy: 2_000_000 }),
  row("c", { scheme: "", frame: "", standing: "unreadable", remarks: "予算書が見つかりません。".repeat(12) }),
];
const [list, frames] = overviewModels(ROWS, { subtitle: "", passedOver: [], shared: [] }, "ja");

/** Rows of the sums: what is shown, and by which formula. */
const sums = new Map<number, { value: unknown; formula: string | null }[]>();
for (const { row: at, value, formula } of frames?.cells ?? [])
  sums.set(at, [...(sums.get(at) ?? []), { value, formula }]);

describe("sums by frame", () => {
  const [unknown = [], known = [], total = []] = [4, 5, 6].map((at) => sums.get(at));

  it("hold a request against what was computed only where there is a request", () => {
    expect(known.slice(2).map(({ value }) => value)).toEqual([2, 0, 0, 3_000_000, 900_000, -100_000]);
    expect(total.at(-1)?.value).toBe(-100_000);
    expect(known.at(-1)?.formula).toMatch(/^SUMIFS\('一覧'!\$J\$5:\$J\$7,/);
  });

  it("ask for what is not known by an empty text, as a blank criterion is a zero to Excel", () => {
    expect(unknown.slice(0, 3).map(({ value }) => value)).toEqual(["（分からない）", "（分からない）", 1]);
    expect(unknown[2]?.formula).toBe(`COUNTIFS('一覧'!$D$5:$D$7,"",'一覧'!$E$5:$E$7,"")`);
    expect(known[2]?.formula).toBe("COUNTIFS('一覧'!$D$5:$D$7,$A5,'一覧'!$E$5:$E$7,$B5)");
  });
});

describe("the list", () => {
  it("has rows as high as what is remarked, so that none runs into the next", () => {
    const heights = new Map(list?.rowHeights.map(({ row: at, height }) => [at, height]));
    expect(heights.get(5)).toBeGreaterThanOrEqual(96); // by need the third comes first
    expect([heights.has(6), heights.has(7)]).toEqual([false, false]);
  });
});
