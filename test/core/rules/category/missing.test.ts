import { book, cell, checked, findingsOf } from "../budget";
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

test("the suggestion can be typed in", () => {
  const [finding] = findingsOf(checked(book([{ item: "電流センサー", price: 12400 }])), "category/missing");
  expect(finding?.fix).toEqual({ kind: "review", sheet: "予算", cell: "B4", value: "消耗品費" });
});
