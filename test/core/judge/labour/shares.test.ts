/**
 * One line of wages that stands for people of several kinds (domain: 従業員費 and 補助員費 are two items): its yen count
 * under the item of each person, however the line is tied to the labour sheet and whichever of the items it states.
 */
import fc from "fast-check";
import { spendingByItem, spendingOf } from "../../../../src/core/report/spending";
import { book, checked, findingsOf, formula, type Grid, type LineLiteral, type Value } from "../../rules/budget";

const HEADERS = [
  "氏名",
  "区分",
  "基本給",
  "諸手当",
  "法定福利費",
  "月所定労働時間",
  "時給単価",
  "従事予定時間",
  "金額",
];
/** 1,000 yen × 100 h; 2,232 yen × 37.5 h; 1,080 yen × 50 h. */
const KIMURA = ["木村 亮", "従業員", 160000, 0, 0, 160, 1000, 100, 100000];
const SATO = ["佐藤 健一", "正社員", 280000, 35000, 48321, 162.75, 2232, 37.5, 83700];
const NAKAJIMA = ["中島 由香", "パート", null, null, null, null, 1080, 50, 54000];
const total = (rows: readonly Value[][]): Value[] => {
  const yen = rows.reduce((sum, row) => sum + Number(row.at(-1)), 0);
  return ["合計", ...HEADERS.slice(2).map(() => null), formula(`SUM(I2:I${rows.length + 1})`, yen)];
};
const wages = (...rows: Value[][]): Grid => [HEADERS, ...rows, total(rows)];
const ALL = wages(SATO, KIMURA, NAKAJIMA);

const sensor: LineLiteral = { item: "電流センサー", middle: "消耗品費", price: 12400 };
const budget = (line: Omit<LineLiteral, "item"> & { item?: string }, labour: Grid = ALL, more = {}) =>
  book([sensor, { item: "事業従事者の人件費", ...line }], { 労務費: labour, ...more });
const wagesOf = ({ totals }: ReturnType<typeof checked>) => [
  totals?.byMiddle["従業員費"],
  totals?.byMiddle["補助員費"],
  totals?.byMajor["労務費"],
];

const STATED = [{ major: "労務費" }, { middle: "従業員費" }, { middle: "補助員費" }] as const;

describe.each(STATED)("stated as %j", (stated) => {
  test.each<[string, Partial<LineLiteral>]>([
    ["by formula to the total", { amount: formula("労務費!I5", 237700) }],
    ["by formula to the rows", { amount: formula("SUM(労務費!I2:I4)", 237700) }],
    ["because it equals the total", { amount: 237700 }],
  ])("%s", (_, tied) => {
    const report = checked(budget({ ...stated, ...tied }));
    expect(wagesOf(report)).toEqual([183700, 54000, 237700]);
    expect(report.totals).toMatchObject({ claimed: 250100, eligible: 250100 });
    expect(findingsOf(report, "category/mismatch")).toEqual([]);
    expect(report.lines[1]?.eligibleAmount).toBe(237700);
  });
});

test("by its words, whatever it adds up to", () => {
  const report = checked(budget({ major: "労務費", item: "人件費（労務費シートのとおり）", amount: 240000 }));
  expect(wagesOf(report)).toEqual([183700, 54000, 237700]);
  expect(report.totals).toMatchObject({ claimed: 252400, eligible: 250100 });
});

describe("what the line claims is divided as the rows state it", () => {
  /** Yen claimed under each item of the line, in the order of the items. */
  const claims = (amount: Value, ...rows: Value[][]) => {
    const it = budget({ major: "労務費", item: "人件費（労務費シートのとおり）", amount }, wages(...rows));
    return spendingByItem(checked(it))
      .filter((one) => "line" in one && one.line.labourRows.length > 0)
      .map(({ item, claimed }) => [item.middle, claimed]);
  };
  const both = (employees: number | null, others: number | null) => [
    ["従業員費", employees],
    ["補助員費", others],
  ];
  const dearer = [...NAKAJIMA.slice(0, -1), 60000];

  test("what they do not add up to stands with the first item", () => {
    expect(claims(237700, SATO, KIMURA, NAKAJIMA)).toEqual(both(183700, 54000));
    expect(claims(240000, SATO, KIMURA, NAKAJIMA)).toEqual(both(186000, 54000));
    expect(claims(200000, SATO, KIMURA, NAKAJIMA)).toEqual(both(146000, 54000));
    expect(claims(50000, SATO, KIMURA, NAKAJIMA)).toEqual(both(0, 50000));
  });

  test("as counted, where all that is claimed counts", () => {
    const lines = checked(
      budget(
        { major: "労務費", item: "人件費（労務費シートのとおり）", amount: 200000 },
        wages(KIMURA, NAKAJIMA, SATO),
      ),
    );
    expect(lines.lines[1]?.eligibleAmount).toBe(237700);
  });

  test("as stated, not as counted, and by both where it is stated twice", () => {
    expect(claims(240000, SATO, KIMURA, dearer)).toEqual(both(180000, 60000));
    expect(claims(300000, SATO, dearer, ["林 葵", ...NAKAJIMA.slice(1)])).toEqual(both(186000, 114000));
    const unstated = [...NAKAJIMA.slice(0, -1), null];
    expect(claims(240000, SATO, KIMURA, unstated)).toEqual(both(186000, 54000));
  });
});

test("two lines that refer to the sheet by their words stand each for their own kind", () => {
  const report = checked(
    book(
      [
        sensor,
        { item: "人件費（労務費シートのとおり）", middle: "従業員費", amount: 180000 },
        { item: "人件費（労務費シートのとおり）", middle: "補助員費", amount: 50000 },
      ],
      { 労務費: ALL },
    ),
  );
  expect(wagesOf(report)).toEqual([183700, 54000, 237700]);
  expect(report.lines.slice(1).map(({ eligibleAmount }) => eligibleAmount)).toEqual([183700, 54000]);
});

test("part-timers alone are 補助員費, though the line calls it 人件費", () => {
  const report = checked(budget({ major: "労務費", amount: formula("労務費!I3", 54000) }, wages(NAKAJIMA)));
  expect(wagesOf(report)).toEqual([0, 54000, 54000]);
  expect(report.lines[1]?.middle).toBe("補助員費");
});

test("a row that says nothing of its kind is what the line is", () => {
  const nobody = wages(["中島 由香", null, null, null, null, null, 1080, 50, 54000]);
  const report = checked(budget({ middle: "補助員費", item: "アルバイト賃金", amount: 54000 }, nobody));
  expect(wagesOf(report)).toEqual([0, 54000, 54000]);
});

test("nor is it an employee where the line is of others", () => {
  const open = (kind: string | null) => [
    ["林田 葵", kind, null, null, null, null, 1000, 10, 10000],
    ["中島 由香", null, null, null, null, null, 1080, 50, 54000],
  ];
  const line = { middle: "補助員費", item: "アルバイト賃金", amount: formula("労務費!I4", 64000) };
  const of = (kind: string | null) => wagesOf(checked(budget(line, wages(...open(kind)))));
  expect(of(null)).toEqual([0, 64000, 64000]);
  expect(of("パート")).toEqual([0, 64000, 64000]);
  expect(of("従業員")).toEqual([10000, 54000, 64000]);
  const { labour } = checked(budget(line, wages(...open(null))));
  expect(labour.map(({ kind }) => kind)).toEqual(["補助員費", "補助員費"]);
});

test("a scheme without items of wages divides nothing", () => {
  const report = checked(budget({ amount: formula("労務費!I5", 237700) }), { scheme: "it-2023", frame: "regular-a" });
  expect(report.lines[1]?.labourRows).toHaveLength(3);
  expect(report.lines[1]?.shares).toEqual([]);
  expect(report.totals?.claimed).toBe(250100);
});

test("a month above the pay takes from the person it is of, an executive counts nothing", () => {
  const rows = wages(["大野 隆", "代表取締役", 160000, 0, 0, 160, 1000, 10, 10000], KIMURA, [
    "中島 由香",
    "パート",
    null,
    null,
    null,
    null,
    1080,
    50,
    54000,
  ]);
  const months = [
    ["氏名", "対象月", "従事時間", "支給額"],
    ["中島 由香", "2025年6月", 50, 40000],
  ];
  const report = checked(budget({ major: "労務費", amount: formula("労務費!I5", 164000) }, rows, { 月別時間: months }));
  expect(wagesOf(report)).toEqual([100000, 40000, 140000]);
  expect(report.totals).toMatchObject({ claimed: 176400, eligible: 152400 });
});

test("each member's line counts its own people under their items", () => {
  const labour: Grid = [
    ["構成員", ...HEADERS],
    ["株式会社甲", ...SATO],
    ["株式会社甲", ...NAKAJIMA],
    ["有限会社乙", ...KIMURA],
    ["有限会社乙", "林 葵", "学生アルバイト", null, null, null, null, 1100, 100, 110000],
  ];
  const line = (member: string, amount: number): LineLiteral => ({
    item: "人件費 一式",
    major: "労務費",
    member,
    amount: formula(`SUMIF(労務費!A2:A5,"${member}",労務費!J2:J5)`, amount),
  });
  const report = checked({
    ...book([line("株式会社甲", 137700), line("有限会社乙", 210000)], { 労務費: labour }),
    構成員一覧: [
      ["構成員名", "区分", "役割"],
      ["株式会社甲", "市内中小事業者", "代表構成員"],
      ["有限会社乙", "市内中小事業者", "構成員"],
    ],
  });
  expect(wagesOf(report)).toEqual([183700, 164000, 347700]);
  expect(report.members.map(({ allowed }) => allowed)).toEqual([137700, 210000]);
});

test("two lines that share their rows count each row once, and no line more than it asks for", () => {
  const part = (item: string, of: string, amount: number): LineLiteral => ({
    item,
    major: "労務費",
    amount: formula(`労務費!I5*${of}`, amount),
  });
  const report = checked(
    book([part("上期の人件費", "0.6", 142620), part("下期の人件費", "0.4", 95080)], { 労務費: ALL }),
  );
  expect(report.lines.map(({ eligibleAmount }) => eligibleAmount)).toEqual([142620, 95080]);
  expect(wagesOf(report)).toEqual([183700, 54000, 237700]);
});

test("what a person decided of the line holds for all of it", () => {
  const correction = {
    description: "事業従事者の人件費",
    vendor: null,
    middle: "補助員費",
    minor: null,
    eligibility: null,
    by: "経理課",
    date: "2025-05-20",
  };
  const report = checked(
    budget({ major: "労務費", amount: formula("労務費!I5", 237700) }),
    {},
    { corrections: [correction as never] },
  );
  expect(wagesOf(report)).toEqual([0, 237700, 237700]);
});

test("the suggested item names every item that the line's people are of", () => {
  const report = checked(budget({ major: "労務費", amount: formula("労務費!I5", 237700) }));
  const found = findingsOf(report, "category/missing");
  expect(found.map(({ data, fix }) => [data["items"], fix])).toEqual([[["従業員費", "補助員費"], null]]);
});

test("a line of no member counts for the members of its people", () => {
  const labour: Grid = [
    ["構成員", ...HEADERS],
    ["株式会社甲", ...SATO],
    ["有限会社乙", ...KIMURA],
    ["合計", ...total([SATO, KIMURA])],
  ];
  const report = checked({
    ...book([sensor, { item: "人件費 一式", middle: "従業員費", amount: 183700 }], { 労務費: labour }),
    構成員一覧: [
      ["構成員名", "区分", "役割"],
      ["株式会社甲", "市内中小事業者", "代表構成員"],
      ["有限会社乙", "市内中小事業者", "構成員"],
    ],
  });
  expect(report.members.map(({ allowed }) => allowed)).toEqual([96100, 100000]);
  expect(wagesOf(report)).toEqual([183700, 0, 183700]);
});

test("an item that no person of the line is of is a mismatch all the same", () => {
  const report = checked(budget({ middle: "旅費", amount: formula("労務費!I5", 237700) }));
  expect(findingsOf(report, "category/mismatch")).toHaveLength(1);
});

const person = fc.record({
  kind: fc.constantFrom("従業員", "パート", "派遣社員", null),
  rate: fc.integer({ min: 900, max: 3000 }),
  hours: fc.integer({ min: 1, max: 200 }),
});

test("the items' sums are the rows', drawn at random: tied by formula, equal total or words", () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("formula", "total", "words"),
      fc.constantFrom(...STATED),
      (people, tie, stated) => {
        const rows = people.map(({ kind, rate, hours }, at): Value[] => [
          `田村 ${"一二三四五六"[at]}郎`,
          kind,
          ...(kind === "従業員" ? [rate * 160, 0, 0, 160] : [null, null, null, null]),
          rate,
          hours,
          rate * hours,
        ]);
        const sum = rows.reduce((all, row) => all + Number(row.at(-1)), 0);
        const amount = tie === "formula" ? formula(`労務費!I${rows.length + 2}`, sum) : sum;
        const item = tie === "words" ? "人件費（別紙のとおり）" : "人件費";
        const report = checked(budget({ ...stated, item, amount }, wages(...rows)));
        const counted = spendingOf(report).filter((one) => "line" in one && one.line.labourRows.length > 0);
        const shares = spendingByItem(report).filter((one) => "line" in one && one.line.labourRows.length > 0);
        const sumOf = (all: readonly { readonly eligible: number; readonly claimed: number | null }[]) => [
          all.reduce((yen, { eligible }) => yen + eligible, 0),
          all.reduce((yen, { claimed }) => yen + (claimed ?? 0), 0),
        ];
        expect(sumOf(shares)).toEqual(sumOf(counted));
        expect(report.totals?.claimed).toBe(sum + 12400);
        expect(wagesOf(report).at(-1)).toBe(sum);
        for (const name of ["従業員費", "補助員費"])
          expect(report.totals?.byMiddle[name]).toBe(
            shares.filter(({ item: { middle } }) => middle === name).reduce((yen, { eligible }) => yen + eligible, 0),
          );
        const told = rows.filter(([, kind]) => kind === "パート" || kind === "派遣社員");
        const isTold = rows.some(([, kind]) => kind !== null);
        if (isTold)
          expect(report.totals?.byMiddle["補助員費"]).toBe(told.reduce((yen, row) => yen + Number(row.at(-1)), 0));
      },
    ),
    { numRuns: 60 },
  );
});
