/** A ratio's outcome as a finding. The figures were worked out in `subsidy`; a waiver records the foundation's agreement. */
import type { ReportFinding } from "../judge/state";
import type { BudgetStage, Outcome } from "./rule";

export function reportRatio(rule: string, { scheme, ratios }: BudgetStage, report: ReportFinding): Outcome {
  const limit = scheme.ratios.find((ratio) => ratio.rule === rule);
  const result = ratios.find((ratio) => ratio.id === limit?.id);
  if (limit === undefined || result === undefined) return "not-applicable";
  if (result.status === "ok") return "checked";
  const severity = result.status === "warning" ? "warning" : "error";
  report({
    at: null,
    severity,
    clause: limit.bases
      .map((base) => base.clause)
      .filter((clause) => clause !== undefined)
      .join("、"),
    data: {
      nameJa: limit.name.ja,
      nameEn: limit.name.en,
      bases: limit.bases.map(({ of }) => of),
      amount: result.amount,
      base: result.base,
      limit: result.limit,
      allowed: result.allowed,
      over: result.amount - result.allowed,
      both: severity === "error",
    },
  });
  return "checked";
}
