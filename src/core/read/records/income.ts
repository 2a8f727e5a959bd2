/** 収入の部, 資金調達内訳: what a project earns, and what is own or borrowed money. */
import { floor } from "../../money/fraction";
import type { BudgetRows } from "../rows/read";
import type { IncomeReading } from "../reading";
import { isOfIncome } from "../tables/sections";

const NO_PROJECT_INCOME =
  /自己|自主|借入|融資|銀行|金庫|補助金|助成金|交付金|会費|繰越|預金|負担金|拠出金|資本|出資|立替|本事業費/;
/** 雑収入 whose remark is 助成金の概算払い. */
const GRANT = /補助金|助成金|交付金/;
const EARNED =
  /対象経費に係る収入|参加費|参加料|受講料|入場料|観覧料|売上|販売|事業収入|出展料|広告|協賛|利用料|手数料収入|講演料|収入/;

/** @param fundsOnly the table lists where the money comes from (資金調達), so that nothing unnamed is earned */
export function readIncome(rows: BudgetRows, fundsOnly: boolean): IncomeReading[] {
  return rows.lines.flatMap(({ line, exact }) => {
    if (exact === null) return [];
    // Ⅰ 収入 over grants and own money says of none of them that it was earned.
    const label = [line.statedMajor, line.statedMiddle, line.statedMinor, line.description]
      .filter((part, index, all): part is string => part !== null && !isOfIncome(part) && all.indexOf(part) === index)
      .join(" ");
    const category =
      [line.statedMajor, line.statedMiddle].find((part) => part !== null && !isOfIncome(part)) ?? line.description;
    const foreign =
      NO_PROJECT_INCOME.test(category) ||
      GRANT.test(line.note ?? "") ||
      (NO_PROJECT_INCOME.test(label) && !EARNED.test(category));
    const isProjectIncome = !foreign && (EARNED.test(label) || !fundsOnly);
    return [{ sheet: line.sheet, row: line.row, label, yen: floor(exact), isProjectIncome }];
  });
}
