import { book, cell, type LineLiteral } from "../budget";
import { proveRule } from "../proof";

const of = (price: number, more: Partial<LineLiteral> = {}, headers = {}) =>
  book([{ item: "協働ロボット", middle: "機械装置等製作・購入費", price, unit: "台", ...more }], {}, { headers });

proveRule("asset/disposal-restricted", {
  severity: "info",
  clause: "11(3)",
  finds: [
    { title: "a robot", book: of(1480000), at: [cell("price")] },
    { title: "exactly 500,000", book: of(500000), at: [cell("price")] },
    {
      title: "a dear package",
      book: of(600000, { item: "生産スケジューラ パッケージ版(買切り)", middle: "消耗品費", unit: "本" }),
      at: [cell("price")],
    },
    {
      title: "550,000 with tax",
      book: of(550000, {}, { price: "単価(税込)", amount: "金額(税込)" }),
      at: [cell("price")],
    },
    ...["単価(税抜)", "単価(税込)"].map((price) => ({
      title: `no unit price under ${price}`,
      book: of(0, { price: null, quantity: 2, amount: 1200000 }, { price }),
      at: [cell("price")],
    })),
    {
      title: "no column for prices",
      book: {
        予算: [
          ["品名", "中項目", "数量", "金額"],
          ["協働ロボット", "機械装置等製作・購入費", 2, 1000000],
        ],
      },
      at: ["D2"],
    },
    {
      title: "no unit price, so amount ÷ quantity",
      book: of(0, { price: null, quantity: 2, amount: 1000000 }),
      at: [cell("price")],
    },
  ],
  passes: [
    { title: "one yen below", book: of(499999) },
    { title: "two that are dear together", book: of(499999, { quantity: 2, note: "499,999×2" }) },
    { title: "549,999 with tax", book: of(549999, {}, { price: "単価(税込)", amount: "金額(税込)" }) },
    {
      title: "works",
      book: of(900000, { item: "ロボット設置に伴う床補強工事", middle: "土木・建築工事費", unit: "式" }),
    },
    { title: "a repair", book: of(900000, { item: "プレス機 修理", middle: "保守・改造修理費", unit: "式" }) },
    { title: "development", book: of(900000, { item: "受発注システム開発 請負", middle: "外注費", unit: "式" }) },
    { title: "ordered before the period, so not acquired with the subsidy", book: of(900000, { ordered: "2025/4/1" }) },
  ],
});
