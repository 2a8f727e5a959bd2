/**
 * From what was claimed to what can be applied for, in the order in which it is worked out: told once, and shown by the
 * pane, the text report and the summary sheet alike. Whole yen.
 */
import type { Report, Step, StepLine, SubsidyResult, Totals } from "./report";
import { spendingOf } from "./spending";

/**
 * @param unit what the subsidy is rounded down to, yen
 * @returns every level, and between them every cut that the scheme may make, also where it comes to nothing; empty when nothing could be checked
 */
export function stepsOf(
  report: Pick<Report, "lines" | "labour" | "totals" | "ratios" | "subsidy">,
  unit: number,
): readonly Step[] {
  const { totals, subsidy } = report;
  if (totals === null) return [];
  const way = new Way();
  spending(way, report, totals);
  if (subsidy !== null) funding(way, subsidy, unit);
  return way.steps;
}

/** Takes each step from where the one before ended. */
class Way {
  readonly steps: Step[] = [];
  private level = 0;

  reach(id: Step["id"], level: number, of: string | null = null): void {
    this.level = level;
    this.steps.push({ id, kind: "level", yen: level, level, of, lines: [] });
  }

  /** @param yen what is taken away; negative where something comes on top */
  cut(id: Step["id"], yen: number, of: string | null = null, lines: readonly StepLine[] = []): void {
    this.level -= yen;
    this.steps.push({ id, kind: "cut", yen, level: this.level, of, lines });
  }

  part(yen: number, of: string): void {
    this.steps.push({ id: "part", kind: "part", yen, level: this.level, of, lines: [] });
  }

  get now(): number {
    return this.level;
  }
}

function spending(way: Way, report: Pick<Report, "lines" | "labour" | "ratios">, totals: Totals): void {
  way.reach("claimed", totals.claimed);
  const byReason = new Map<string, StepLine[]>();
  for (const { reason, sheet, row, claimed, eligible } of spendingOf(report)) {
    if (reason === null) continue;
    const lines = byReason.get(reason) ?? [];
    byReason.set(reason, lines);
    lines.push({ sheet, row, yen: (claimed ?? 0) - eligible });
  }
  for (const [reason, lines] of [...byReason].sort(([a], [b]) => order(a) - order(b)))
    way.cut("reduction", sum(lines), reason, lines);
  way.reach("eligible", totals.eligible);
  for (const { id, amount, allowed } of report.ratios) way.cut("ratio", amount - allowed, id);
  way.reach("allowed", totals.allowed);
}

/** What is out altogether stands first; the rest in the order in which the lines name it. */
const order = (reason: string): number => (reason === "ineligible" ? 0 : 1);

const sum = (lines: readonly StepLine[]): number => lines.reduce((total, { yen }) => total + yen, 0);

function funding(way: Way, subsidy: SubsidyResult, unit: number): void {
  const { beforeCap, payable, amount, cap, floor, income } = subsidy;
  if (beforeCap === null || payable === null) return;
  if (income !== 0) {
    way.cut("income", income);
    way.reach("base", way.now);
  }
  for (const part of subsidy.parts) way.part(part.amount, part.id);
  way.reach("rate", beforeCap, subsidy.rate);
  if (subsidy.parts.length > 0) way.cut("partLimits", beforeCap - payable);
  if (cap !== null) way.cut("cap", Math.max(0, way.now - cap));
  if (amount === null) return;
  if (unit > 1) way.cut("rounding", way.now % unit);
  if (floor !== null) way.cut("floor", way.now < floor ? way.now : 0);
  way.reach("amount", amount);
}

/** The steps worth telling: cuts that come to nothing and levels that repeat the one before are left out. */
export const tellingSteps = (steps: readonly Step[]): readonly Step[] => {
  let level: number | null = null;
  return steps.filter((step, index) => {
    if (step.kind === "cut") return step.yen !== 0;
    if (step.kind === "part") return true;
    const repeats = step.level === level && index < steps.length - 1;
    level = step.level;
    return !repeats;
  });
};
