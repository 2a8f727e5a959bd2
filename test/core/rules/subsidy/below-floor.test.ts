import type { Settings } from "../../../../src/core/judge/settings";
import { book, checked } from "../budget";
import { proveRule } from "../proof";

const MONO: Settings = { scheme: "monodukuri-10", frame: "regular", applicant: "small", employees: 5 };
const cost = (yen: number) => book([{ item: "旋盤", price: yen }]);

proveRule("subsidy/below-floor", {
  severity: "error",
  clause: "国の補助金 １ ものづくり補助金 ⑵",
  finds: [
    {
      title: "800,000 of 1,000,000 (golden)",
      book: cost(1200000),
      settings: MONO,
      at: [""],
      says: { computed: 800000, floor: 1000000, short: 200000 },
    },
    {
      title: "where the sheet asks for it",
      book: { 申請情報: [["補助金交付申請額", 800000]], ...cost(1200000) },
      settings: MONO,
      at: ["申請情報!B1"],
    },
    { title: "one yen short", book: cost(1499999), settings: MONO, at: [""] },
  ],
  passes: [
    { title: "exactly the floor", book: cost(1500000), settings: MONO },
    { title: "capped above it (golden)", book: cost(12000000), settings: MONO },
  ],
  notApplicable: [
    {
      title: "a frame without a floor",
      book: book([{ item: "受発注システム開発 請負", middle: "外注費", price: 1000 }]),
    },
  ],
});

test.each([
  [1200000, 0],
  [1500000, 1000000],
  [12000000, 7500000],
])("a cost of %d gets %d", (yen, amount) => expect(checked(cost(yen), MONO).subsidy?.amount).toBe(amount));
