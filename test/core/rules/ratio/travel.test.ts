import { book, checked, type Book, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const costs = (rest: number, travel: number, more: readonly LineLiteral[] = []) =>
  book([
    { item: "受発注システム開発 請負", middle: "外注費", price: rest },
    { item: "東京出張 新幹線往復", middle: "旅費", price: travel },
    ...more,
  ]);
const both = "5(1)⑤エ、5(1)①";

proveRule("ratio/travel", {
  severity: "error",
  clause: both,
  finds: [
    {
      title: "beyond both bases (golden)",
      book: costs(1000000, 260000),
      at: [""],
      says: { amount: 260000, base: 1000000, limit: "1/5", allowed: 200000, over: 60000, both: true },
    },
    {
      title: "between the two (golden)",
      book: costs(1000000, 230000),
      at: [""],
      severity: "warning",
      says: { over: 30000, both: false },
    },
    { title: "one yen beyond the stricter", book: costs(1000000, 200001), at: [""], severity: "warning" },
    { title: "exactly a fifth of the whole", book: costs(1000000, 250000), at: [""], severity: "warning" },
    { title: "one yen beyond a fifth of the whole", book: costs(1000000, 250001), at: [""] },
    {
      title: "only once the ineligible lines are dropped",
      book: costs(1000000, 240000, [{ item: "コピー用紙・ボールペン等文具", middle: "消耗品費", price: 300000 }]),
      at: [""],
      severity: "warning",
    },
    { title: "travel alone", book: book([{ item: "東京出張 新幹線往復", middle: "旅費", price: 45000 }]), at: [""] },
  ],
  passes: [
    { title: "exactly a fifth of the rest (golden)", book: costs(1000000, 200000) },
    {
      title: "ineligible travel does not count",
      book: costs(1000000, 200000, [{ item: "タクシー代 小倉駅～本社工場", middle: "旅費", price: 90000 }]),
    },
    { title: "no travel", book: book([{ item: "受発注システム開発 請負", middle: "外注費", price: 1000000 }]) },
    {
      title: "an invited expert's journey is no 旅費",
      book: costs(1000000, 200000, [{ item: "技術指導 専門家の旅費", middle: "諸経費", price: 90000 }]),
    },
  ],
  notApplicable: [
    {
      title: "a scheme without the limit",
      book: book([{ item: "東京出張 新幹線往復", middle: "旅費・交通費", price: 45000 }]),
      settings: { scheme: "fais-kyoso-2024", frame: "practice" },
    },
  ],
});

test.each([
  [1000000, 200000, 200000, "ok", 1200000],
  [1000000, 230000, 200000, "warning", 1200000],
  [1000000, 260000, 200000, "error", 1200000],
  [999999, 200000, 199999, "warning", 1199998],
] as const)("rest %d, travel %d: %d allowed, %s", (rest, travel, allowed, status, total) => {
  const report = checked(costs(rest, travel));
  expect(report.ratios).toMatchObject([{ id: "travel", amount: travel, base: rest, limit: "1/5", allowed, status }]);
  expect(report.totals).toMatchObject({ eligible: rest + travel, allowed: total });
});

test("the foundation's agreement lets the travel through", () => {
  const waiver = {
    rule: "ratio/travel",
    sheet: null,
    cell: null,
    reason: "財団と協議済み",
    by: "経理",
    date: "2025-05-20",
  };
  const report = checked(costs(1000000, 260000), {}, { waivers: [waiver] });
  expect(report.ratios[0]).toMatchObject({ allowed: 260000, status: "waived" });
  expect(report.totals?.allowed).toBe(1260000);
  expect(report.findings.find(({ rule }) => rule === "ratio/travel")?.waived?.reason).toBe("財団と協議済み");
});

describe("a consortium shares the cut", () => {
  const members = (...rows: [string, string, string][]): Book => ({
    構成員一覧: [["構成員名", "区分", "役割"], ...rows],
  });
  const of = (member: string, rest: number, travel: number): LineLiteral[] => [
    { item: "受発注システム開発 請負", middle: "外注費", price: rest, member },
    { item: "東京出張 新幹線往復", middle: "旅費", price: travel, member },
  ];

  test("in proportion to travel, floored; what remains is the representative's", () => {
    const report = checked(
      book([...of("株式会社甲", 500000, 100000), ...of("株式会社乙", 300000, 60000), ...of("丙大学", 200000, 70001)], {
        ...members(
          ["株式会社甲", "市内中小事業者", "代表構成員"],
          ["株式会社乙", "市内中小事業者", "構成員"],
          ["丙大学", "市内大学", "構成員"],
        ),
      }),
    );
    // T = 230,001, R = 1,000,000: the cut of 30,001 is 13,043.6… + 7,826.2… + 9,130.9…; one yen remains.
    expect(report.ratios[0]).toMatchObject({ amount: 230001, base: 1000000, allowed: 200000, status: "warning" });
    expect(report.members.map(({ name, class: of, rate, allowed }) => [name, of, rate, allowed])).toEqual([
      ["株式会社甲", "sme", "2/3", 600000 - 13043 - 2],
      ["株式会社乙", "sme", "2/3", 360000 - 7826],
      ["丙大学", "non-sme", "1/2", 270001 - 9130],
    ]);
    expect(report.totals?.allowed).toBe(1200000);
  });

  test("the representative is the row whose role says 代表, wherever it stands", () => {
    const report = checked(
      book([...of("株式会社甲", 500000, 115000), ...of("株式会社乙", 500000, 115001)], {
        ...members(["株式会社甲", "市内中小事業者", "構成員"], ["株式会社乙", "市内中小事業者", "代表"]),
      }),
    );
    // The cut of 30,001 is 15,000.4… + 15,000.5…; the yen that remains is 乙's.
    expect(report.members.map(({ name, allowed }) => [name, allowed])).toEqual([
      ["株式会社乙", 615001 - 15001],
      ["株式会社甲", 615000 - 15000],
    ]);
  });
});
