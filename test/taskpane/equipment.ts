/** Equipment bought under schemes that pay no subsidy but come off a tax. */
import { day, workbookOf } from "../core/rules/budget";

export const equipment = workbookOf({
  予算明細: [
    ["種別", "品名", "単価", "数量", "金額", "納品日", "備考"],
    ["機械装置", "マシニングセンタ", 1_600_000, 2, 3_200_000, day("2022-12-01"), ""],
    ["機械装置", "マシニングセンタ(中古)", 2_000_000, 1, 2_000_000, day("2022-12-01"), ""],
    ["器具備品", "測定用パソコン", 299_999, 1, 299_999, day("2023-04-01"), ""],
  ],
});
