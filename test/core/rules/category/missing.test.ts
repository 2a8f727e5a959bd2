import { book, cell, checked, findingsOf } from "../budget";
import { findingText } from "../../../../src/messages";
import { proveRule } from "../proof";

proveRule("category/missing", {
  severity: "info",
  clause: "5(1)①",
  finds: [
    {
      title: "a 大項目 alone",
      book: book([
        { item: "宅配便 サンプル送付", major: "その他経費", price: 1480 },
        { item: "受発注システム開発 請負", middle: "外注費", price: 500000 },
      ]),
      at: [cell("middle")],
    },
    { title: "nothing stated", book: book([{ item: "電流センサー", price: 12400 }]), at: [cell("middle")] },
  ],
  passes: [
    { title: "a 中項目", book: book([{ item: "宅配便 サンプル送付", middle: "諸経費", price: 1480 }]) },
    { title: "a numbered 中項目", book: book([{ item: "電流センサー", middle: "Ⅰ－３ 消耗品費", price: 12400 }]) },
    {
      title: "a discount",
      book: book([
        { item: "電流センサー", middle: "消耗品費", price: 12400 },
        { item: "値引き", amount: -400 },
      ]),
    },
  ],
  notApplicable: [
    {
      title: "a scheme whose document names no items",
      book: book([{ item: "旋盤", price: 3000000 }]),
      settings: { scheme: "monodukuri-10", frame: "regular", employees: 5 },
    },
  ],
});

test("without a column for it there is nowhere to type it", () => {
  const it = {
    予算: [
      ["品名", "金額"],
      ["電流センサー", 12400],
    ],
  };
  const [finding] = findingsOf(checked(it), "category/missing");
  expect(finding).toMatchObject({ cell: "A2", fix: null });
  expect(findingText(finding!, "ja").todo).toMatch(/^中項目の列を加えて、「消耗品費」と記入してください。/);
  expect(findingText(finding!, "en").todo).toMatch(/^Add a column/);
});

test("wages of several kinds in one line are told with their items; which to type is nobody's guess", () => {
  const report = checked({
    ...book([{ item: "人件費", amount: 310800 }]),
    労務費: [
      ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
      ["佐藤 健一", "従業員", 2000, 150, 300000],
      ["中島 由香", "補助員", 1080, 10, 10800],
    ],
  });
  const [finding] = findingsOf(report, "category/missing");
  expect(finding).toMatchObject({ fix: null, data: { items: ["従業員費", "補助員費"] } });
});

test("the suggestion can be typed in", () => {
  const [finding] = findingsOf(checked(book([{ item: "電流センサー", price: 12400 }])), "category/missing");
  expect(finding?.fix).toEqual({ kind: "review", sheet: "予算", cell: "B4", value: "消耗品費" });
});
