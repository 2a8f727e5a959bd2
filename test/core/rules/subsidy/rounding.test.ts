import { book, type Value } from "../budget";
import { proveRule } from "../proof";

const asking = (yen: Value) => ({
  申請情報: [
    ["申請枠", "計画策定枠"],
    ["補助金交付申請額", yen],
  ],
  ...book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
});
const settings = { frame: "planning" };

proveRule("subsidy/rounding", {
  severity: "error",
  clause: "3(1)",
  finds: [
    {
      title: "five hundred yen over",
      book: asking(1912500),
      settings,
      at: ["申請情報!B2"],
      says: { requested: 1912500, unit: 1000, expected: 1912000 },
      fix: { kind: "safe", sheet: "申請情報", cell: "B2", value: 1912000 },
    },
    {
      title: "by option, where no cell can be set right",
      book: book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
      settings: { ...settings, requested: 1912500 },
      at: [""],
      fix: null,
    },
    { title: "one yen over", book: asking(1912001), settings, at: ["申請情報!B2"] },
    { title: "one yen short", book: asking(1911999), settings, at: ["申請情報!B2"] },
  ],
  passes: [{ title: "a whole thousand", book: asking(1912000), settings }],
  notApplicable: [
    {
      title: "nothing requested",
      book: book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
      settings,
    },
    {
      title: "a scheme that states no unit",
      book: book([{ item: "講師謝金", middle: "報償費", price: 123456 }]),
      settings: { scheme: "fais-kyoso-2024", frame: "practice", requested: 123456 },
    },
  ],
});
