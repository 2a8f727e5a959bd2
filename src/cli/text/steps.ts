/** From what was claimed to what can be applied for, one step after the other. */
import type { Report, SubsidyResult, Totals } from "../../core/report/report";
import type { Scheme } from "../../core/scheme/scheme";
import { table } from "../width";
import { yen } from "../words";
import { pick, tone, type Page } from "./page";

interface Step {
  readonly label: string;
  /** Yen; "cut" is shown as a subtraction, "sum" as a result so far. */
  readonly amount: number | null;
  readonly kind: "cut" | "sum" | "limit";
  readonly note: string;
}

export function steps(page: Page, report: Report, scheme: Scheme): string[] {
  const { totals, subsidy } = report;
  if (totals === null) return [];
  const all = [
    ...costSteps(page, report, totals),
    ...(subsidy === null ? [] : [...incomeStep(page, subsidy), ...subsidySteps(page, scheme, subsidy)]),
  ];
  const rows = all.map(({ label, amount, kind, note }) => [
    `  ${kind === "cut" ? "− " : kind === "sum" ? "= " : "  "}${label}`,
    amount === null ? "" : yen(amount, page.lang),
    note,
  ]);
  return table(rows, new Set([1]));
}

function costSteps(page: Page, report: Report, totals: Totals): Step[] {
  const cuts = new Cuts();
  for (const line of report.lines) {
    const amount = line.amount ?? 0;
    if (line.labourRows.length > 0) cuts.add("labour", amount - line.eligibleAmount);
    else if (line.eligibility === "ineligible") cuts.add("ineligible", amount);
    else for (const { rule, from, to } of line.adjustments) cuts.add(rule, from - to);
  }
  for (const row of report.labour) {
    if (!row.inBudget) cuts.add("labour", (row.statedAmount ?? row.amount ?? 0) - row.eligibleAmount);
  }
  const rest = totals.claimed - totals.eligible - cuts.total();
  if (rest !== 0) cuts.add("other", rest);
  const ratioCut = totals.eligible - totals.allowed;
  return [
    { label: pick(page, "計上した経費", "Claimed"), amount: totals.claimed, kind: "limit", note: "" },
    ...cuts.entries().map(([reason, { amount, count }]): Step => {
      const [ja, en] = CUT_NAMES[reason] ?? CUT_OTHER;
      return { label: pick(page, ja, en), amount, kind: "cut", note: pick(page, `${count}件`, `${count}`) };
    }),
    ...(ratioCut === 0
      ? []
      : ([
          { label: pick(page, "対象になる経費", "Eligible"), amount: totals.eligible, kind: "sum", note: "" },
          {
            label: pick(page, "比率の上限を超える分", "Above the ratio limits"),
            amount: ratioCut,
            kind: "cut",
            note: "",
          },
        ] satisfies Step[])),
    { label: pick(page, "補助の対象になる経費", "Allowed"), amount: totals.allowed, kind: "sum", note: "" },
  ];
}

const CUT_OTHER: readonly [string, string] = ["その他の調整", "Other adjustments"];
const CUT_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  ineligible: ["対象にならない経費", "Not eligible"],
  labour: ["労務費の再計算で減る分", "Labour, recomputed"],
  "tax/inclusive": ["含まれていた消費税", "Consumption tax included"],
  "cloud/proration": ["期間外の利用料", "Fees outside the period"],
};

/** Sums and counts by reason, in the order in which they first came up. */
class Cuts {
  private readonly byReason = new Map<string, { amount: number; count: number }>();

  add(reason: string, amount: number): void {
    if (amount === 0) return;
    const sum = this.byReason.get(reason) ?? { amount: 0, count: 0 };
    this.byReason.set(reason, { amount: sum.amount + amount, count: sum.count + 1 });
  }

  total(): number {
    return this.entries().reduce((sum, [, { amount }]) => sum + amount, 0);
  }

  entries(): (readonly [string, { readonly amount: number; readonly count: number }])[] {
    return [...this.byReason];
  }
}

function incomeStep(page: Page, { income }: SubsidyResult): Step[] {
  if (income === 0) return [];
  return [{ label: pick(page, "差し引く事業の収入", "Project income"), amount: income, kind: "cut", note: "" }];
}

function subsidySteps(page: Page, scheme: Scheme, subsidy: SubsidyResult): Step[] {
  const result: Step[] = [];
  if (subsidy.beforeCap === null) return result;
  if (subsidy.parts.length > 0) {
    for (const part of subsidy.parts) {
      result.push({
        label: partName(scheme, part.id, page),
        amount: part.amount,
        kind: "limit",
        note: yen(part.cost, page.lang),
      });
    }
  }
  const rate =
    subsidy.rate === null
      ? pick(page, "区分ごとの補助率を掛けた額", "Times the rate of each part")
      : pick(page, `補助率 ${subsidy.rate} を掛けた額`, `Times the rate ${subsidy.rate}`);
  result.push({
    label: rate,
    amount: subsidy.beforeCap,
    kind: "sum",
    note: pick(page, "1円未満は切り捨て", "fractions of a yen dropped"),
  });
  const { cap, floor, amount } = subsidy;
  if (cap !== null) {
    const over = subsidy.beforeCap - cap;
    result.push({
      label: pick(page, "上限額", "Cap"),
      amount: cap,
      kind: "limit",
      note:
        over > 0
          ? pick(
              page,
              `${yen(over, "ja")}超えるため、上限額になります`,
              `exceeded by ${yen(over, "en")}: the cap applies`,
            )
          : pick(page, "上限内です", "not reached"),
    });
  }
  if (floor !== null) {
    result.push({
      label: pick(page, "下限額", "Lower limit"),
      amount: floor,
      kind: "limit",
      note:
        amount === 0
          ? pick(page, "届かないため、補助額は0円です", "not reached: no subsidy")
          : pick(page, "満たしています", "met"),
    });
  }
  if (amount !== null) {
    const unit = scheme.rounding?.unit;
    const note =
      unit === undefined
        ? ""
        : pick(page, `${unit.toLocaleString("en-US")}円未満は切り捨て`, `floored to ${yen(unit, "en")}`);
    result.push({
      label: tone(page, "heading", pick(page, "交付を申請できる額", "Subsidy that can be applied for")),
      amount,
      kind: "sum",
      note,
    });
  }
  return result;
}

function partName(scheme: Scheme, id: string, page: Page): string {
  const part = scheme.frames.flatMap(({ parts }) => parts ?? []).find((candidate) => candidate.id === id);
  return part === undefined ? id : part.name[page.lang];
}
