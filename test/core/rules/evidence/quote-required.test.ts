import type { Settings } from "../../../../src/core/judge/settings";
import { book, cell, day, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const KYOSO: Settings = { scheme: "fais-kyoso-2024", frame: "practice", corporateMembers: 3 };
const of = (price: number, more: Partial<LineLiteral> = {}, lists = {}) =>
  book(
    [
      { item: "ノートパソコン", middle: "備品費", price, ...more },
      { item: "講師謝金", middle: "報償費", price: 250000 },
    ],
    lists,
  );

const LIST = {
  見積書一覧: [
    ["項番", "発行者", "品名", "金額(税込)"],
    [1, "甲電機", "ノートパソコン", 120000],
  ],
};

proveRule("evidence/quote-required", {
  severity: "error",
  clause: "地域DX共創活動助成金募集要領④",
  finds: [
    { title: "120,000 yen without an estimate", book: of(120000), settings: KYOSO, at: [cell("item")] },
    { title: "one yen above", book: of(50001), settings: KYOSO, at: [cell("item")] },
    {
      title: "under another item than equipment",
      book: of(120000, { middle: "報償費" }),
      settings: KYOSO,
      at: [cell("item")],
      says: { price: 120000, above: 50000, item: "備品費" },
    },
    {
      title: "an unknown word under equipment",
      book: of(120000, { item: "ＺＸ－９９" }),
      settings: KYOSO,
      at: [cell("item")],
    },
    { title: "only an amount", book: of(120000, { price: null, amount: 120000 }), settings: KYOSO, at: [cell("item")] },
    {
      title: "a number that the list has not",
      book: of(120000, { note: "項番2" }, LIST),
      settings: KYOSO,
      at: [cell("item")],
    },
  ],
  passes: [
    { title: "exactly 50,000", book: of(50000), settings: KYOSO },
    { title: "several below", book: of(49000, { quantity: 3, note: "49,000×3" }), settings: KYOSO },
    {
      title: "with an estimate",
      book: of(120000, { note: "項番1" }, LIST),
      settings: KYOSO,
    },
    { title: "what counts nothing anyhow", book: of(120000, { ordered: day("2019-04-01") }), settings: KYOSO },
    { title: "no equipment", book: book([{ item: "講師謝金", middle: "報償費", price: 250000 }]), settings: KYOSO },
  ],
  notApplicable: [
    { title: "the DX subsidy", book: book([{ item: "ノートパソコン", middle: "消耗品費", price: 120000 }]) },
  ],
});
