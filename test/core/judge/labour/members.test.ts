/** Whose person a row of the labour sheet is, in a consortium: said in whichever way, the row counts for that member. */
import { checked, findingsOf, formula, type Book, type Grid, type Value } from "../../rules/budget";

const [UNIVERSITY, MOULDS] = ["国立大学法人洞海工科大学", "有限会社折尾金型"] as const;
const MEMBERS: Grid = [
  ["構成員名", "区分", "役割"],
  [MOULDS, "市内中小事業者", "代表"],
  [UNIVERSITY, "大学・研究機関", "構成員"],
];
const budget = (...more: Value[][]): Book => ({
  予算明細: [
    ["構成員", "大項目", "中項目", "内容", "金額"],
    [MOULDS, "その他経費", "外注費", "データ連携部の開発委託", 600000],
    [UNIVERSITY, "その他経費", "外注費", "解析プログラムの作成委託", 300000],
    ...more,
  ],
});
/** Of the person: title, base pay, social insurance, hours of a month, rate, hours, yen. */
const TEACHER = ["永吉 直人", "助教", 430000, 50000, 160, 3000, 40, 120000];
const STUDENT = ["白石 萌", "学生アルバイト", null, null, null, 1050, 120, 126000];
const FOREMAN = ["城戸 浩二", "主任", 294000, 42000, 160, 2100, 140, 294000];
const COLUMNS = ["氏名", "職名", "基本給", "法定福利費", "所定労働時間", "時給単価", "従事時間", "金額"];

const rowsOf = (book: Book) => {
  const report = checked(book);
  return {
    rows: report.labour.map(({ person, member, kind, eligibleAmount }) => [person, member, kind, eligibleAmount]),
    members: report.members.map(({ name, allowed }) => [name, allowed]),
    refused: findingsOf(report, "eligibility/excluded-item").map(({ sheet }) => sheet),
  };
};

const EXPECTED = {
  rows: [
    ["永吉 直人", UNIVERSITY, "従業員費", 0],
    ["白石 萌", UNIVERSITY, "補助員費", 126000],
    ["城戸 浩二", MOULDS, "従業員費", 294000],
  ],
  members: [
    [MOULDS, 894000],
    [UNIVERSITY, 426000],
  ],
  refused: ["労務費"],
};

const beside = (at: number, header: string, values: readonly Value[]): Grid => [
  COLUMNS.toSpliced(at, 0, header),
  ...[TEACHER, STUDENT, FOREMAN].map((row, index) => row.toSpliced(at, 0, values[index] as never)),
];

test.each<[string, Grid]>([
  ["所属 before the name", beside(0, "所属", [UNIVERSITY, UNIVERSITY, MOULDS])],
  ["所属 after the title", beside(2, "所属", [UNIVERSITY, UNIVERSITY, MOULDS])],
  ["所属 with a department", beside(0, "所属", [`${UNIVERSITY} 工学部`, `${UNIVERSITY} 工学部`, `${MOULDS} 製造課`])],
  ["所属 without the form of the body", beside(0, "所属", ["洞海工科大学", "洞海工科大学", "折尾金型"])],
  ["所属 said once for several", beside(0, "所属", [UNIVERSITY, null, MOULDS])],
  ["所属機関", beside(1, "所属機関", [UNIVERSITY, UNIVERSITY, "(有)折尾金型"])],
  ["備考", beside(8, "備考", [`${UNIVERSITY}の職員`, UNIVERSITY, MOULDS])],
  [
    "headings over the rows",
    [["労務費算定書"], COLUMNS, [`■ ${UNIVERSITY}`], TEACHER, STUDENT, [`■ ${MOULDS}`], FOREMAN],
  ],
])("%s", (_, labour) => {
  expect(rowsOf({ ...budget(), 構成員一覧: MEMBERS, 労務費: labour })).toEqual(EXPECTED);
});

test("a table of each member, named above it", () => {
  const labour: Grid = [
    [`${UNIVERSITY} 労務費`],
    COLUMNS,
    TEACHER,
    STUDENT,
    [],
    [`${MOULDS} 労務費`],
    COLUMNS,
    FOREMAN,
  ];
  expect(rowsOf({ ...budget(), 構成員一覧: MEMBERS, 労務費: labour })).toEqual(EXPECTED);
});

test("the members are those whom the budget names, where there is no list of them", () => {
  const labour = beside(0, "所属", [UNIVERSITY, UNIVERSITY, MOULDS]);
  const { rows, refused } = rowsOf({ ...budget(), 労務費: labour });
  expect({ rows, refused }).toEqual({ rows: EXPECTED.rows, refused: EXPECTED.refused });
});

test("the member of the line that stands for the rows", () => {
  const book = {
    ...budget(
      [UNIVERSITY, "労務費", null, "人件費", formula("労務費!H2+労務費!H3", 246000)],
      [MOULDS, "労務費", null, "人件費", formula("労務費!H4", 294000)],
    ),
    構成員一覧: MEMBERS,
    労務費: [COLUMNS, TEACHER, STUDENT, FOREMAN],
  };
  expect(rowsOf(book)).toEqual(EXPECTED);
});

test("a department is no member, and what an agency is called neither", () => {
  const labour = beside(0, "所属", ["DX推進室", "株式会社響スタッフ", "製造課"]);
  expect(rowsOf({ ...budget(), 構成員一覧: MEMBERS, 労務費: labour }).rows.map(([, member]) => member)).toEqual([
    null,
    null,
    null,
  ]);
});

test("a title beside a department decides: an executive counts nothing", () => {
  const labour: Grid = [
    ["所属", ...COLUMNS],
    ["本社", "大野 隆", "代表取締役", 294000, 42000, 160, 2100, 140, 294000],
  ];
  const report = checked({ ...budget(), 労務費: labour });
  expect(report.labour.map(({ position, eligibleAmount }) => [position, eligibleAmount])).toEqual([["代表取締役", 0]]);
});
