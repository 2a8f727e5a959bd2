import { book, cell, checked } from "../budget";
import { counted, proveRule } from "../proof";

const line = (item: string, more = {}) => book([{ item, middle: "知的財産権関連経費", price: 14000, ...more }]);

proveRule("eligibility/patent-office-fee", {
  severity: "error",
  clause: "5(1)①",
  finds: [
    { title: "filing", book: line("特許出願料(特許庁納付分)"), at: [cell("item")] },
    { title: "examination", book: line("審査請求料"), at: [cell("item")] },
    { title: "the patent fee", book: line("特許料 第1年分から第3年分"), at: [cell("item")] },
    { title: "stamps", book: line("商標登録出願 特許印紙代"), at: [cell("item")] },
  ],
  passes: [
    { title: "an attorney", book: line("特許出願 弁理士手続代行手数料(明細書作成)") },
    { title: "a translation", book: line("PCT出願 明細書翻訳料") },
    { title: "an attorney without the office's fee", book: line("特許出願 弁理士手数料(出願料は含まず)") },
    { title: "a search", book: line("先行技術調査 弁理士費用") },
  ],
});

test("it counts 0", () => expect(counted(checked(line("審査請求料")))).toEqual({ 審査請求料: 0 }));
