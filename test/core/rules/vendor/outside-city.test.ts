import { book, cell, type Value } from "../budget";
import { proveRule } from "../proof";

const of = (address: Value) =>
  book([
    {
      item: "在庫連携プログラム開発 請負委託",
      middle: "外注費",
      price: 420000,
      vendor: "株式会社博多データラボ",
      address,
    },
    {
      item: "電流センサー",
      middle: "消耗品費",
      price: 12400,
      vendor: "有限会社小倉電子部品",
      address: "北九州市小倉北区",
    },
  ]);

proveRule("vendor/outside-city", {
  severity: "info",
  clause: "6(3)",
  finds: ["福岡市博多区", "東京都千代田区", "山口県下関市", "京都府八幡市", "福岡県北九州市外", "市外"].map(
    (address) => ({
      title: address,
      book: of(address),
      at: [cell("address")],
      says: { vendor: "株式会社博多データラボ", address, city: "北九州市" },
    }),
  ),
  passes: [
    "北九州市八幡東区",
    "福岡県北九州市戸畑区",
    "小倉北区浅野1-1",
    "門司区",
    "若松区ひびきの",
    "〒802-0001 北九州市小倉北区",
    "北九州市 小倉南区",
    "市内",
    "―",
    "-",
  ].map((address) => ({ title: address, book: of(address) })),
  notApplicable: [
    { title: "no addresses", book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]) },
    {
      title: "a scheme without a city",
      book: of("福岡市博多区"),
      settings: { scheme: "monodukuri-10", frame: "regular", employees: 5 },
    },
  ],
});
