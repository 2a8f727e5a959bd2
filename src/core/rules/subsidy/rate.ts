import { isSameRate } from "../../judge/conditions";
import type { Fix } from "../../judge/finding";
import { parseFraction, toNumber } from "../../money/fraction";
import { cellAt, type CellRef, type Workbook } from "../../workbook/workbook";
import { correcting } from "../correct";
import { rateOf } from "../../subsidy/rates";
import { defineBudgetRule } from "../rule";

/** A stated rate that is not the rate of the applicant's class. */
export const subsidyRate = defineBudgetRule({
  id: "subsidy/rate",
  severity: "error",
  check({ conditions, workbook }, report) {
    const { statedRate, frame, applicant, deficit } = conditions;
    if (statedRate === null || frame === null) return "not-applicable";
    const tiers = rateOf(frame, applicant, deficit, null);
    if (tiers === undefined) return "not-applicable";
    // Where tiers differ, any of them may stand as "the rate" on a form.
    if (!tiers.some((tier) => isSameRate(statedRate.value, parseFraction(tier.rate)))) {
      report({
        at: statedRate.at,
        data: { stated: statedRate.text, expected: tiers.map((tier) => tier.rate).join(" / "), applicant },
        ...(tiers.length > 1 || tiers[0] === undefined ? {} : inItsForm(workbook, statedRate.at, tiers[0].rate)),
      });
    }
    return "checked";
  },
});

/** A rate is written as the cell has it: "2/3", "2/3以内", 0.6667 or 66.7. */
function inItsForm(workbook: Workbook, at: CellRef, rate: string): { readonly fix?: Fix } {
  const sheet = workbook.sheets.find(({ name }) => name === at.sheet);
  const value = sheet === undefined ? null : (cellAt(sheet, at.row, at.column)?.value ?? null);
  if (typeof value === "string") return correcting(workbook, at, value, value.includes("以内") ? `${rate}以内` : rate);
  if (typeof value !== "number") return {};
  const share = toNumber(parseFraction(rate));
  return correcting(workbook, at, value, value > 1 ? Number((share * 100).toFixed(1)) : Number(share.toFixed(4)));
}
