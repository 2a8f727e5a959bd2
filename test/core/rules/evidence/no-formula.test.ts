import { book, cell, checked, findingsOf, type Grid, type LineLiteral } from "../budget";
import { findingText } from "../../../../src/messages";
import { proveRule } from "../proof";

const of = (more: Partial<LineLiteral>, list: { readonly [name: string]: Grid } = {}) =>
  book([{ item: "AI外観検査セミナー受講料", middle: "諸経費", price: 46000, quantity: 2, unit: "名", ...more }], list);
const note = [cell("note")];
const LIST: { 見積書一覧: Grid } = {
  見積書一覧: [
    ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
    [22, "北九州DXアカデミー", "AI外観検査セミナー受講料", null, 50600],
  ],
};

proveRule("evidence/no-formula", {
  severity: "info",
  clause: "6(3)③",
  finds: [
    { title: "two persons and only a number", book: of({ note: "項番22" }), at: note },
    { title: "empty remarks", book: of({}), at: note },
    { title: "a date is no calculation", book: of({ note: "納期2025/6/1" }), at: note },
    { title: "two numbers are no calculation", book: of({ note: "項番22/23" }), at: note },
    {
      title: "a size in the specification is none",
      book: of({ item: "展示パネル 600×900", note: "項番22" }),
      at: note,
    },
    { title: "one and a half", book: of({ quantity: 1.5, unit: "人月" }), at: note },
    { title: "tax taken out of the estimate", book: of({ quantity: 1, note: "項番22" }, LIST), at: note },
    { title: "tax taken out, in words", book: of({ quantity: 1, note: "税抜に割り戻した金額" }), at: note },
  ],
  passes: [
    ...[
      "項番22 46,000円×2名",
      "46,000×2",
      "46000*2",
      "＠46,000×２",
      "46,000円ｘ2",
      "46,000円/名×2名",
      "46,000＋46,000",
    ].map((text) => ({
      title: text,
      book: of({ note: text }),
    })),
    { title: "one", book: of({ quantity: 1, note: "項番22" }) },
    { title: "tax taken out as a calculation", book: of({ quantity: 1, note: "項番22 50,600円÷1.1" }, LIST) },
    {
      title: "labour",
      book: of({ item: "従業員の人件費 要件定義", middle: "従業員費", price: 2232, quantity: 10, unit: "時間" }),
    },
    {
      title: "one of an estimate without a figure",
      book: of(
        { quantity: 1, note: "項番22" },
        {
          見積書一覧: [
            ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
            [22, "北九州DXアカデミー", "AI外観検査セミナー受講料", null, null],
            [23, "甲電機", "センサー", 1000, 1100],
          ],
        },
      ),
    },
    { title: "a discount of several", book: of({ item: "値引き", price: -1000, note: "項番22" }) },
    { title: "an unreadable amount", book: of({ amount: "見積依頼中" }) },
  ],
});

test.each([
  ["price and quantity", of({ price: 1250, quantity: 4, unit: "個", note: "項番22" }), "「1,250円×4個」"],
  ["what the estimate says with tax", of({ quantity: 1, note: "項番22" }, LIST), "「50,600円÷1.1」"],
  ["nothing that does not make the amount", of({ amount: 90_000, note: "項番22" }), "、単価×数量の式"],
])("what to write is the line's own: %s", (_, workbook, told) => {
  const [finding] = findingsOf(checked(workbook), "evidence/no-formula");
  expect(findingText(finding!, "ja").todo).toBe(
    `備考に${told}${told.endsWith("式") ? "を" : "と"}書き足してください。`,
  );
});
