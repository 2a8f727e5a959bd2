/** The overview's workbook: sums that stay what they are when Excel works them out anew, and rows high enough for their texts. */
import { sortedByNeed, type OverviewRow } from "../../../src/views/desk/overview/columns";
import { overviewModels } from "../../../src/views/desk/overview/overview";

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
  answers: 0,
  decided: 0,
  shared: 0,
  round: 1,
  isAnothers: false,
  since: null,
  remarks: "",
  ...more,
});
const ROWS = [
  row("a", { subsidy: 1_000_000, requested: 900_000 }),
  row("b", { subsidy: 2_000_000 }),
  row("c", { scheme: "", frame: "", standing: "unreadable", remarks: "予算書が見つかりません。".repeat(12) }),
];
const [list, frames] = overviewModels(ROWS, { subtitle: "", passedOver: [], shared: [], answers: [] }, "ja");

/** Rows of the sums: what is shown, and by which formula. */
const sums = new Map<number, { value: unknown; formula: string | null }[]>();
for (const { row: at, value, formula } of frames?.cells ?? [])
  sums.set(at, [...(sums.get(at) ?? []), { value, formula }]);

it("shows a wrong file before all, and of equals those first in which more was changed that nobody asked for", () => {
  const since = (unasked: number) => ({ fixed: 0, remaining: 0, introduced: 0, unasked });
  const rows = [
    row("a", {}),
    row("b", { since: since(1) }),
    row("c", { since: since(2) }),
    row("d", { warnings: 1, standing: "confirm" }),
    row("e", { isAnothers: true }),
  ];
  expect(sortedByNeed(rows).map(({ name }) => name)).toEqual(["e", "d", "c", "b", "a"]);
});

describe("sums by frame", () => {
  const [unknown = [], known = [], total = []] = [4, 5, 6].map((at) => sums.get(at));

  it("hold a request against what was computed only where there is a request", () => {
    expect(known.slice(2).map(({ value }) => value)).toEqual([2, 0, 0, 3_000_000, 900_000, -100_000]);
    expect(total.at(-1)?.value).toBe(-100_000);
    expect(known.at(-1)?.formula).toMatch(/^SUMIFS\('一覧'!\$P\$5:\$P\$7,/);
  });

  it("ask for what is not known by an empty text, as a blank criterion is a zero to Excel", () => {
    expect(unknown.slice(0, 3).map(({ value }) => value)).toEqual(["（分からない）", "（分からない）", 1]);
    expect(unknown[2]?.formula).toBe(`COUNTIFS('一覧'!$J$5:$J$7,"",'一覧'!$K$5:$K$7,"")`);
    expect(known[2]?.formula).toBe("COUNTIFS('一覧'!$J$5:$J$7,$A5,'一覧'!$K$5:$K$7,$B5)");
  });
});

describe("the list", () => {
  it("has what needs a person beside the name, before the fold of 1280 pixels", () => {
    const heads = (list?.cells ?? []).filter(({ row: at }) => at === 4).map(({ value }) => value);
    expect(heads.slice(0, 6)).toEqual(["状態", "申請", "申請者", "直す", "確かめる", "見積 要対応"]);
    const width = (list?.columns ?? []).slice(0, 6).reduce((sum, column) => sum + column.width, 0);
    expect(width * 8).toBeLessThan(1280);
  });

  it("is summed up by frame from its own columns, whether or not it has those of a ledger", () => {
    for (const kept of ["ledger", "nothing"] as const) {
      const [own, sums] = overviewModels(ROWS, { subtitle: "", passedOver: [], shared: [], answers: [] }, "ja", kept);
      const letter = (sums?.cells ?? []).find(({ row: at, column }) => at === 5 && column === 8)?.formula?.[13];
      const column = (letter ?? "").charCodeAt(0) - 64;
      expect(own?.cells.find((cell) => cell.row === 4 && cell.column === column)?.value).toBe("差（申請額−計算）");
    }
  });

  it("has rows as high as what is remarked, so that none runs into the next", () => {
    const heights = new Map(list?.rowHeights.map(({ row: at, height }) => [at, height]));
    expect(heights.get(5)).toBeGreaterThanOrEqual(96); // by need the third comes first
    expect([heights.has(6), heights.has(7)]).toEqual([false, false]);
  });
});
