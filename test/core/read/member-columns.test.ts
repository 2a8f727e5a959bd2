/** Columns of what each member of a consortium bears: each counts at its own rate, or the report says that it was not divided. */
import { check } from "../../../src/core/check";
import { schemes } from "../../../src/schemes";
import { notCheckedText } from "../../../src/messages";
import { sheet, workbook, type Literal } from "./grid";

const MAKER = "株式会社しらぬい精機";
const COLLEGE = "北響工科大学";
const THIRD = "株式会社わだつみ";

const LISTED = sheet("構成員一覧", [
  ["構成員名", "区分", "役割"],
  [MAKER, "市内中小事業者", "代表"],
  [COLLEGE, "大学", "共同"],
]);
const THREE = (roles: readonly string[]) =>
  sheet("構成員一覧", [
    ["役割", "構成員名", "区分"],
    [roles[0] as string, MAKER, "市内中小事業者"],
    [roles[1] as string, COLLEGE, "大学"],
    [roles[2] as string, THIRD, "中小企業"],
  ]);

const checked = (...sheets: Parameters<typeof workbook>) =>
  check(workbook(...sheets), schemes, { frame: "transformation", tax: "exclusive" });

const borne = ({ members }: ReturnType<typeof check>) => members.map(({ name, allowed }) => [name, allowed]);
const toldOf = ({ notChecked }: ReturnType<typeof check>) =>
  notChecked.filter(({ code }) => code === "members-undivided");

/** The same three purchases, 2,340,000 of the maker and 760,000 of the college. */
const budget = (header: Literal[], rows: Literal[][], total: Literal[]) =>
  sheet("内訳", [
    ["費目", "内容", ...header],
    ["外注費", "システム開発委託", ...(rows[0] as Literal[])],
    ["消耗品費", "振動センサ", ...(rows[1] as Literal[])],
    ["外注費", "分析委託", ...(rows[2] as Literal[])],
    ["合計", null, ...total],
  ]);

describe("each member counts at its own rate", () => {
  test.each<[string, Parameters<typeof budget>]>([
    [
      "beside a total of each line",
      [
        [MAKER, COLLEGE, "合計"],
        [
          [2100000, 0, 2100000],
          [240000, 120000, 360000],
          [0, 640000, 640000],
        ],
        [2340000, 760000, 3100000],
      ],
    ],
    [
      "without any total of a line",
      [
        [MAKER, COLLEGE],
        [
          [2100000, null],
          [240000, 120000],
          [null, 640000],
        ],
        [2340000, 760000],
      ],
    ],
    [
      "named in short, behind うち",
      [
        ["金額", "うち しらぬい精機", "うち 北響工科大学"],
        [
          [2100000, 2100000, null],
          [360000, 240000, 120000],
          [640000, null, 640000],
        ],
        [3100000, 2340000, 760000],
      ],
    ],
    [
      "by their roles",
      [
        ["代表企業負担額", "共同研究先負担額"],
        [
          [2100000, null],
          [240000, 120000],
          [null, 640000],
        ],
        [2340000, 760000],
      ],
    ],
    [
      "the last one by a name that only people know",
      [
        ["しらぬい精機", "北響工大", "計"],
        [
          [2100000, null, 2100000],
          [240000, 120000, 360000],
          [null, 640000, 640000],
        ],
        [2340000, 760000, 3100000],
      ],
    ],
    [
      "in thousand yen",
      [
        ["しらぬい精機（千円）", "北響工科大学（千円）", "計（千円）"],
        [
          [2100, null, 2100],
          [240, 120, 360],
          [null, 640, 640],
        ],
        [2340, 760, 3100],
      ],
    ],
    [
      "by how many each needs",
      [
        ["数量", "金額", "しらぬい精機", "北響工科大学"],
        [
          [1, 2100000, 1, 0],
          [15, 360000, 10, 5],
          [2, 640000, 0, 2],
        ],
        [null, 3100000, null, null],
      ],
    ],
  ])("%s", (_, [header, rows, total]) => {
    const report = checked(budget(header, rows, total), LISTED);
    expect(borne(report)).toEqual([
      [MAKER, 2340000],
      [COLLEGE, 760000],
    ]);
    // 2,340,000 × 2/3 + 760,000 × 1/2
    expect(report.subsidy?.amount).toBe(1940000);
    expect(report.lines.map(({ member }) => member)).toEqual([MAKER, null, COLLEGE]);
    expect(report.lines[1]?.shares.map(({ member, claimed, eligible }) => [member, claimed, eligible])).toEqual([
      [MAKER, 240000, 240000],
      [COLLEGE, 120000, 120000],
    ]);
    expect(toldOf(report)).toEqual([]);
  });

  test("three under one heading that is not merged over them, by their roles", () => {
    const report = checked(
      sheet("内訳", [
        ["費目", "内容", "金額", "構成員別内訳", null, null, "備考"],
        [null, null, null, "代表", "構成員Ａ", "構成員Ｂ", null],
        ["外注費", "システム開発委託", 2100000, 2100000, null, null, null],
        ["消耗品費", "振動センサ", 360000, 120000, 120000, 120000, "各社で設置"],
        ["外注費", "分析委託", 640000, null, 640000, null, null],
        ["合計", null, 3100000, 2220000, 760000, 120000, null],
      ]),
      THREE(["代表構成員", "構成員A", "構成員B"]),
    );
    expect(borne(report)).toEqual([
      [MAKER, 2220000],
      [COLLEGE, 760000],
      [THIRD, 120000],
    ]);
  });

  test("where no list says who they are, by the headers", () => {
    const report = checked(
      budget(
        ["代表構成員", "構成員Ａ（北響工科大学）", "合計"],
        [
          [2100000, null, 2100000],
          [240000, 120000, 360000],
          [null, 640000, 640000],
        ],
        [2340000, 760000, 3100000],
      ),
    );
    expect(report.members.map(({ name, class: group, allowed }) => [name, group, allowed])).toEqual([
      ["代表構成員", "sme", 2340000],
      ["構成員Ａ（北響工科大学）", "non-sme", 760000],
    ]);
  });
});

test.each<[string, Literal[], Literal[], Literal[]]>([
  ["in percent", [MAKER, COLLEGE], ["60%", "40%"], [1, null]],
  ["under 負担割合", [`負担割合 ${MAKER}`, `負担割合 ${COLLEGE}`], [60, 40], [100, 0]],
])("shares of each line, %s", (_, headers, shares, whole) => {
  const report = checked(
    sheet("内訳", [
      ["費目", "内容", "金額", ...headers],
      ["外注費", "システム開発委託", 2100000, ...whole],
      ["消耗品費", "振動センサ", 400000, ...shares],
      ["合計", null, 2500000],
    ]),
    LISTED,
  );
  expect(borne(report)).toEqual([
    [MAKER, 2340000],
    [COLLEGE, 160000],
  ]);
  expect(toldOf(report)).toEqual([]);
});

test("what does not count is taken off each in proportion, a refused line off all", () => {
  const report = checked(
    sheet("内訳", [
      ["費目", "内容", MAKER, COLLEGE, "合計"],
      ["諸経費", "懇親会の飲食代", 200000, 160000, 360000],
      ["使用料", "クラウド利用料（年額、2025年8月1日から）", 120001, 240000, 360001],
      ["外注費", "分析委託", null, 640000, 640000],
      ["合計", null, 320001, 1040000, 1360001],
    ]),
    LISTED,
  );
  // 180,001 of 360,001 are cut: 120,000 of the college's, the yen that remains stands with the first.
  expect(report.lines.map(({ eligibleAmount }) => eligibleAmount)).toEqual([0, 180000, 640000]);
  expect(borne(report)).toEqual([
    [MAKER, 60000],
    [COLLEGE, 760000],
  ]);
});

describe("what cannot be divided is told", () => {
  const said = (report: ReturnType<typeof check>) => toldOf(report).map((item) => notCheckedText(item, "ja"));

  test("whose the columns are is not said", () => {
    const header = ["代表事業者", "構成員Ａ", "構成員Ｂ", "合計"];
    const rows = [
      [2100000, null, null, 2100000],
      [120000, 120000, 120000, 360000],
      [null, 640000, null, 640000],
    ];
    const report = checked(
      budget(header, rows, [2220000, 760000, 120000, 3100000]),
      THREE(["代表", "構成員", "構成員"]),
    );
    expect(report.totals?.claimed).toBe(3100000);
    expect(said(report)).toEqual([expect.stringContaining("2、3、4行目")]);
  });

  test("a line does not come to its amount", () => {
    const report = checked(
      budget(
        ["金額", MAKER, COLLEGE],
        [
          [2100000, 2100000, null],
          [360000, 240000, 100000],
          [640000, null, 640000],
        ],
        [3100000, 2340000, 740000],
      ),
      LISTED,
    );
    expect(said(report)).toEqual([expect.stringContaining("、3行目は")]);
  });

  test("firms that nothing calls members", () => {
    const report = checked(
      budget(
        [MAKER, COLLEGE, "合計"],
        [
          [2100000, 0, 2100000],
          [240000, 120000, 360000],
          [0, 640000, 640000],
        ],
        [2340000, 760000, 3100000],
      ),
    );
    expect(report.members).toEqual([]);
    expect(said(report)).toHaveLength(1);
  });

  test("only a summary divides", () => {
    const report = checked(
      budget(["金額"], [[2100000], [360000], [640000]], [3100000]),
      sheet("構成員別集計", [
        ["費目", MAKER, COLLEGE, "合計"],
        ["外注費", 2100000, 640000, 2740000],
        ["消耗品費", 240000, 120000, 360000],
        ["合計", 2340000, 760000, 3100000],
      ]),
      LISTED,
    );
    expect(report.totals?.claimed).toBe(3100000);
    expect(said(report)).toEqual([expect.stringContaining("明細には構成員が書かれていない")]);
  });
});

test("offers of several firms are no members' shares", () => {
  const report = checked(
    sheet("内訳", [
      ["品名", "金額", "あけぼの株式会社", "ゆうひ株式会社"],
      ["測定機", 60000, 60000, 70000],
      ["表示器", 40000, 45000, 40000],
      ["合計", 100000, 105000, 110000],
    ]),
  );
  expect(report.totals?.claimed).toBe(100000);
  expect(report.members).toEqual([]);
  expect(toldOf(report)).toEqual([]);
});
