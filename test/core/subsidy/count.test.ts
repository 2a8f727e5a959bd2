/** What a judged budget counts to: totals by item, whose members the costs are, and who represents them. */
import { asStated, book, checked, type Book, type LineLiteral } from "../rules/budget";

const of = (price: number, more: Partial<LineLiteral> = {}): LineLiteral => ({
  item: "受発注システム開発 請負",
  middle: "外注費",
  price,
  ...more,
});
const members = (...rows: (readonly (string | null)[])[]): Book => ({
  構成員一覧: [["構成員名", "区分", "役割"], ...rows],
});
const SMALL = "市内中小事業者";
const told = (it: Book, settings: Parameters<typeof checked>[1] = {}) =>
  checked(it, settings).members.map(({ name, class: kind, allowed }) => [name, kind, allowed]);

describe("totals", () => {
  const lines = [
    of(400_000),
    of(100_000, { item: "データ分析の委託" }),
    { item: "東京出張 新幹線往復", middle: "旅費", price: 30_000 },
    { item: "接待用の弁当", middle: "諸経費", price: 7_000 },
  ];

  test("what is claimed holds what does not count, what is eligible does not", () => {
    const { totals, lines: judged } = checked(book(lines));
    expect(judged.map(({ eligibleAmount }) => eligibleAmount)).toEqual([400_000, 100_000, 30_000, 0]);
    expect(totals).toMatchObject({ claimed: 537_000, eligible: 530_000, allowed: 530_000 });
  });

  test("every item of the scheme has its sum, nothing as 0, and the sums make the whole", () => {
    const { totals } = checked(book(lines));
    expect(totals?.byMajor).toEqual({ 物品費: 0, 労務費: 0, その他経費: 530_000 });
    expect(totals?.byMiddle).toMatchObject({ 外注費: 500_000, 旅費: 30_000, 消耗品費: 0, 従業員費: 0 });
    expect(Object.values(totals?.byMiddle ?? {}).reduce((sum, yen) => sum + yen, 0)).toBe(530_000);
  });

  test("an item whose share is limited on its own has a sum of its own", () => {
    const { totals } = checked(book([of(90_000, { item: "デジタルカメラ", middle: "備品費" })]), {
      scheme: "fais-kyoso-2024",
      frame: "practice",
    });
    expect(totals?.byMiddle).toMatchObject({ 備品費: 90_000, 需用費: 0 });
  });

  test("what is of no item has no sum", () => {
    const { totals } = checked(book([of(90_000)]), { scheme: "sentan-setsubi-2022", frame: "machinery" });
    expect(totals).toMatchObject({ eligible: 90_000, byMajor: {}, byMiddle: {} });
    expect(Object.keys({ ...totals?.byMajor, ...totals?.byMiddle })).toEqual([]);
  });

  test("without a frame there are totals, no rate and no subsidy, and the frame is what is missing", () => {
    const { totals, subsidy, ratios } = asStated(book(lines), { requested: 200_000 });
    expect(totals).toMatchObject({ claimed: 537_000, eligible: 530_000, allowed: 530_000 });
    expect(subsidy).toMatchObject({ rate: null, amount: null, requested: 200_000, income: 0, missing: ["frame"] });
    expect(ratios).toEqual([]);
  });

  test("income is taken from what is counted, none where none is given", () => {
    expect(checked(book(lines)).subsidy?.income).toBe(0);
    expect(checked(book(lines), { scheme: "fais-kyoso-2024", frame: "practice", income: 5_000 }).subsidy?.income).toBe(
      5_000,
    );
  });

  test("one applicant alone is no consortium", () => {
    expect(told(book([of(100_000)]))).toEqual([]);
    expect(told(book([of(100_000, { member: "株式会社甲" }), of(200_000, { member: "株式会社甲" })]))).toEqual([]);
    expect(told(book([of(100_000), of(200_000, { member: "株式会社甲" })]))).toEqual([]);
  });
});

describe("whose a cost is", () => {
  const list = members(["株式会社甲", SMALL, "代表構成員"], ["株式会社乙製作所", SMALL, "構成員"]);
  const yen = (member: string | null) =>
    told(book([of(500_000, { member: "株式会社甲" }), of(70_000, { member })], list)).map(([, , allowed]) => allowed);

  test.each([
    ["the name as it is listed", "株式会社乙製作所", [500_000, 70_000]],
    ["the same in other widths", "株式会社　乙製作所", [500_000, 70_000]],
    ["a part of the name", "乙製作所", [500_000, 70_000]],
    ["the name with more around it", "株式会社乙製作所（第二工場）", [500_000, 70_000]],
    ["nobody: the representative's", null, [570_000, 0]],
    ["a stranger: the representative's", "丁商店", [570_000, 0]],
  ])("%s", (_, member, expected) => expect(yen(member)).toEqual(expected));
});

test("members whom only the labour sheet names are members", () => {
  const labour: Book = {
    労務費: [
      ["構成員", "氏名", "時給単価", "従事予定時間", "金額"],
      ["株式会社甲", "佐藤 健一", 1_000, 10, 10_000],
      ["株式会社乙", "木村 亮", 1_000, 20, 20_000],
    ],
  };
  expect(told(book([of(500_000)], labour)).map(([name, , yen]) => [name, yen])).toEqual([
    ["株式会社甲", 510_000],
    ["株式会社乙", 20_000],
  ]);
});

describe("who represents the members", () => {
  const lines = [of(500_000, { member: "株式会社甲" }), of(300_000, { member: "株式会社乙" })];

  test.each([
    ["nobody is said to: the first", ["構成員", "構成員"], "株式会社甲"],
    ["代表 in the role", ["構成員", "代表企業"], "株式会社乙"],
    ["幹事 in the role", ["構成員", "幹事会社"], "株式会社乙"],
    ["a director's title is no such role", ["代表取締役", "代表構成員"], "株式会社乙"],
    ["the first of two", ["代表", "代表"], "株式会社甲"],
  ])("%s", (_, [first, second], lead) => {
    const list = members(["株式会社甲", SMALL, first ?? null], ["株式会社乙", SMALL, second ?? null]);
    expect(told(book(lines, list))[0]?.[0]).toBe(lead);
  });

  test("one whom the application names, where no role says so", () => {
    const named = { 申請情報: [["代表構成員", "株式会社乙"]] };
    const list = members(["株式会社甲", SMALL, "構成員"], ["株式会社乙", SMALL, "構成員"]);
    expect(told(book(lines, { ...named, ...list })).map(([name]) => name)).toEqual(["株式会社乙", "株式会社甲"]);
  });

  test("of members without a list, the one whom the application names, else the first; all others keep their order", () => {
    const three = [...lines, of(100_000, { member: "株式会社丙" })];
    expect(told(book(three)).map(([name]) => name)).toEqual(["株式会社甲", "株式会社乙", "株式会社丙"]);
    const named = { 申請情報: [["代表構成員", "株式会社丙"]] };
    expect(told(book(three, named)).map(([name]) => name)).toEqual(["株式会社丙", "株式会社甲", "株式会社乙"]);
  });
});

describe("of which class a member is", () => {
  const lines = [of(500_000, { member: "株式会社甲" }), of(300_000, { member: "北斗大学" })];

  test("as the list says", () => {
    const list = members(["株式会社甲", SMALL, "代表"], ["北斗大学", "市内大学", ""]);
    expect(told(book(lines, list))).toEqual([
      ["株式会社甲", "sme", 500_000],
      ["北斗大学", "non-sme", 300_000],
    ]);
  });

  test("where the list says nothing, by its name, else as the applicant", () => {
    const list: Book = {
      構成員一覧: [
        ["構成員名", "役割"],
        ["株式会社甲", "代表"],
        ["北斗大学", "構成員"],
      ],
    };
    expect(told(book(lines, list), { applicant: "sme" })).toEqual([
      ["株式会社甲", "sme", 500_000],
      ["北斗大学", "non-sme", 300_000],
    ]);
  });

  test("without a list the representative is the applicant, the others are known by their names", () => {
    expect(told(book(lines), { applicant: "sme" })).toEqual([
      ["株式会社甲", "sme", 500_000],
      ["北斗大学", "non-sme", 300_000],
    ]);
    expect(told(book([...lines].reverse()), { applicant: "sme" }).map(([name, kind]) => [name, kind])).toEqual([
      ["北斗大学", "sme"],
      ["株式会社甲", "sme"],
    ]);
  });
});
