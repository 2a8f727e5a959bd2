import { book, cell, checked, type Grid } from "../budget";
import { proveRule } from "../proof";

const PAY: Grid = [
  ["氏名", "役職", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
];
const person = (position: string, employment = "従業員") => ({
  ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
  労務費: [...PAY, ["大野 隆", position, employment, 600000, 0, 72450, 162.75, 4131, 40, 165240]],
});
const at = ["労務費!B2"];

proveRule("eligibility/executive-pay", {
  severity: "error",
  clause: "5(1)④ウ",
  finds: [
    ...[
      "代表取締役",
      "取締役",
      "専務取締役",
      "専務",
      "常務",
      "監査役",
      "理事",
      "社長",
      "役員",
      "代表取締役社長",
      "取締役 製造部長",
    ].map((position) => ({ title: position, book: person(position), at })),
    {
      title: "a line of the budget",
      book: book([{ item: "代表取締役 人件費", middle: "従業員費", price: 300000 }]),
      at: [cell("item")],
    },
  ],
  passes: [
    ...["DX推進課長", "製造部長", "社長室 主任", "取締役会事務局 主任", "役員ではありません", "主任", "工場長"].map(
      (position) => ({
        title: position,
        book: person(position),
      }),
    ),
    {
      title: "the board's system",
      book: book([{ item: "役員会議資料 電子化システム開発", middle: "外注費", price: 500000 }]),
    },
  ],
});

test("an executive's labour counts 0", () => {
  const report = checked(person("代表取締役"));
  expect(report.labour[0]).toMatchObject({ rate: 4131, amount: 165240, eligibleAmount: 0 });
  expect(report.totals).toMatchObject({ claimed: 177640, eligible: 12400 });
});

test("once waived it counts", () => {
  const waiver = {
    rule: "eligibility/executive-pay",
    sheet: null,
    cell: null,
    reason: "使用人兼務",
    by: "経理",
    date: "2025-05-20",
  };
  expect(checked(person("取締役"), {}, { waivers: [waiver] }).labour[0]?.eligibleAmount).toBe(165240);
});

test.each(["使用人兼務役員", "取締役兼工場長"])(
  "%s never passes in silence: found, or named for a person to look at",
  (position) => {
    const { findings, notChecked } = checked(person(position));
    const found = findings.some(({ rule, sheet }) => rule === "eligibility/executive-pay" && sheet === "労務費");
    const named = notChecked.some(({ code, data }) => code === "review-line" && data["sheet"] === "労務費");
    expect(found !== named).toBe(true);
  },
);
