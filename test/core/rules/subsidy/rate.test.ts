import { book, type Value } from "../budget";
import { proveRule } from "../proof";

const stating = (rate: Value, applicant = "市内中小事業者") => ({
  申請情報: [
    ["申請枠", "計画策定枠"],
    ["申請者区分", applicant],
    ["補助率", rate],
  ],
  ...book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
});
const settings = { frame: "planning" };
const at = ["申請情報!B3"];

proveRule("subsidy/rate", {
  severity: "error",
  clause: "3(1)",
  finds: [
    { title: "3/4", book: stating("3/4"), settings, at, says: { stated: "3/4", expected: "2/3", applicant: "sme" } },
    { title: "1/2 of an sme", book: stating("1/2"), settings, at },
    { title: "2/3 of another", book: stating("2/3", "市内中小事業者以外"), settings, at },
    { title: "75%", book: stating("75%"), settings, at },
    { title: "0.75", book: stating(0.75), settings, at },
    { title: "4分の3", book: stating("4分の3以内"), settings, at },
  ],
  passes: [
    ...["2/3", "2/3以内", "3分の2", "66.7%", "66.67％", 0.667, 0.6667, 66.7].map((rate) => ({
      title: String(rate),
      book: stating(rate),
      settings,
    })),
    { title: "1/2 of another than an sme", book: stating("1/2", "市内中小事業者以外"), settings },
    { title: "50% of a university", book: stating("50%", "大学"), settings },
  ],
  notApplicable: [
    {
      title: "none stated",
      book: book([{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }]),
      settings,
    },
  ],
});
