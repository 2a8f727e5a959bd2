/** Whatever the right value of is stated, a press writes it; a formula, or a figure in another unit, is left to a person. */
import { book, cell, checked, findingsOf, type Book, type Value } from "./budget";

const line = { item: "受発注システム開発 請負", middle: "外注費", price: 500000, quantity: 2, unit: "式" };
const total = (yen: Value): Value[] => [null, null, "合計", null, null, null, yen];
const rate = (stated: Value): Book => ({
  申請情報: [
    ["申請枠", "計画策定枠"],
    ["申請者区分", "市内中小事業者"],
    ["補助率", stated],
  ],
  ...book([line]),
});
const estimate = (yen: number, issuer: string): Book =>
  book([{ ...line, quantity: 1, vendor: "株式会社小倉", note: "項番1" }], {
    見積書一覧: [
      ["項番", "発行者", "品名", "金額(税抜)"],
      [1, issuer, "受発注システム開発 請負", yen],
    ],
  });

const fixOf = (rule: string, written: Book) => findingsOf(checked(written), rule)[0]?.fix ?? null;

test.each<[string, Book, string, string | number]>([
  ["arithmetic/total", book([line], {}, { below: [total(999999)] }), "G5", 1000000],
  ["subsidy/rate", rate("3/4"), "B3", "2/3"],
  ["subsidy/rate", rate("3/4以内"), "B3", "2/3以内"],
  ["subsidy/rate", rate(0.75), "B3", 0.6667],
  ["subsidy/rate", rate(75), "B3", 66.7],
  ["evidence/mismatch", estimate(480000, "株式会社小倉"), cell("amount"), 480000],
  ["evidence/mismatch", estimate(500000, "博多データ株式会社"), cell("vendor"), "博多データ株式会社"],
  ["evidence/no-formula", book([{ ...line, note: "項番1" }]), cell("note"), "項番1 500,000円×2式"],
])("%s", (rule, written, at, value) => {
  expect(fixOf(rule, written)).toMatchObject({ kind: "review", cell: at, value });
});

test("a total that is worked out, or in thousands of yen, is not written over", () => {
  const worked = book([line], {}, { below: [total({ formula: "SUM(G4:G4)-1", value: 999999 })] });
  expect(findingsOf(checked(worked), "arithmetic/total")).toMatchObject([{ fix: null }]);
});
