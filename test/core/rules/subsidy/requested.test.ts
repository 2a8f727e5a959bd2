import { book, findingsOf, checked, type Value } from "../budget";
import { proveRule } from "../proof";

/** 3,000,000 yen at 2/3 are 2,000,000 yen. */
const asking = (yen: Value) => ({
  申請情報: [["申請情報"], ["申請枠", "計画策定枠"], ["申請者区分", "市内中小事業者"], ["補助金交付申請額", yen]],
  ...book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
});
const settings = { frame: "planning" };
const at = ["申請情報!B4"];

proveRule("subsidy/requested", {
  severity: "error",
  clause: "3(1)",
  finds: [
    {
      title: "one unit above",
      book: asking(2001000),
      settings,
      at,
      says: { requested: 2001000, expected: 2000000, difference: 1000 },
    },
    { title: "one yen above", book: asking(2000001), settings, at },
    { title: "as text", book: asking("２，００１，０００円"), settings, at },
    {
      title: "by option",
      book: book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
      settings: { ...settings, requested: 2001000 },
      at: [""],
      fix: null,
    },
  ],
  passes: [
    { title: "exactly the computed amount", book: asking(2000000), settings },
    { title: "less", book: asking(1500000), settings },
    {
      title: "an option that is right although the sheet is not",
      book: asking(9999999),
      settings: { ...settings, requested: 2000000 },
    },
  ],
  notApplicable: [
    {
      title: "nothing requested",
      book: book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
      settings,
    },
  ],
});

test("the fix types the computed amount", () => {
  expect(findingsOf(checked(asking(2001000), settings), "subsidy/requested")[0]?.fix).toEqual({
    kind: "review",
    sheet: "申請情報",
    cell: "B4",
    value: 2000000,
  });
});
