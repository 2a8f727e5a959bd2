import { book, cell, checked } from "../budget";
import { counted, proveRule } from "../proof";

const paidBy = (method: string, note: string | null = null) =>
  book([{ item: "検査成績書 自動作成プログラム開発", middle: "外注費", price: 330000, method, note }]);

proveRule("eligibility/payment-method", {
  severity: "error",
  clause: "5(3)②",
  finds: ["約束手形", "小切手", "クレジットカード(リボ払い)", "手形", "ﾘﾎﾞ払い", "電子記録手形"].map((method) => ({
    title: method,
    book: paidBy(method),
    at: [cell("method")],
    says: { method },
  })),
  passes: [
    ...[
      "銀行振込",
      "現金",
      "クレジットカード(一括)",
      "口座振替",
      "手形不可",
      "銀行振込(手形・小切手不可)",
      "カード(リボ払い不可)",
    ].map((method) => ({ title: method, book: paidBy(method) })),
    { title: "a remark that refuses it", book: paidBy("銀行振込", "手形不可") },
    { title: "a remark that denies it", book: paidBy("銀行振込", "小切手ではありません") },
  ],
});

test("the line counts 0", () => {
  expect(counted(checked(paidBy("約束手形")))).toEqual({ "検査成績書 自動作成プログラム開発": 0 });
});

test("what the guideline neither names nor refuses counts, and is for a person to look at", () => {
  const told = (method: string) =>
    checked(paidBy(method)).notChecked.find(({ code }) => code === "payment-methods-unnamed")?.data;
  for (const method of ["相殺", "口座振替", "でんさい", "クレジットカード(3回払い)"])
    expect(told(method)).toMatchObject({ methods: [method] });
  for (const method of ["銀行振込", "クレジットカード(1回払い)", "銀行振込(相殺はしない)", "約束手形"])
    expect(told(method)).toBeUndefined();
});
