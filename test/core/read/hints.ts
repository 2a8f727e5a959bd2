import type { ReadingHints } from "../../../src/core/read/reading-hints";

/** What the main scheme says of its items. */
export const HINTS: ReadingHints = {
  categoryWords: {
    major: ["物品費", "労務費", "その他経費"],
    middle: [
      "土木・建築工事費",
      "機械装置等製作・購入費",
      "機械装置費",
      "消耗品費",
      "保守・改造修理費",
      "従業員費",
      "補助員費",
      "旅費",
      "外注費",
      "知的財産権関連経費",
      "諸経費",
    ],
    minor: ["会議費", "借用費", "図書資料費", "運送費", "技術指導費", "学会・セミナー等参加費", "その他"],
  },
  taxTreatment: "exclusive",
  period: { from: "2025-04-14", to: "2026-01-31" },
};
