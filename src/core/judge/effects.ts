/** What the findings of a phase do to lines and labour rows: applied all at once, in whatever order they were found. */
import type { Effect, LabourState, LineState, Stage } from "./state";

export interface RuledEffect {
  readonly rule: string;
  readonly effect: Effect;
}

type Judged = Pick<Stage, "lines" | "labour">;

/** Of several verdicts the harshest holds, of several amounts the least. */
export function withEffects<S extends Judged>(stage: S, effects: readonly RuledEffect[]): S {
  if (effects.length === 0) return stage;
  const verdicts = new Map<LineState | LabourState, "ineligible" | "review">();
  const amounts = new Map<LineState, { readonly rule: string; readonly yen: number }>();
  for (const { rule, effect } of effects) {
    if ("verdict" in effect) {
      if (verdicts.get(effect.on) !== "ineligible") verdicts.set(effect.on, effect.verdict);
      continue;
    }
    const least = amounts.get(effect.on);
    const isLess =
      least === undefined || effect.amount < least.yen || (effect.amount === least.yen && rule < least.rule);
    if (isLess) amounts.set(effect.on, { rule, yen: effect.amount });
  }
  return renewed(
    stage,
    (row) => withVerdict(row, verdicts.get(row)),
    (line) => {
      const judged = withVerdict(line, verdicts.get(line));
      const amount = amounts.get(line);
      if (amount === undefined) return judged;
      const { rule, yen } = amount;
      const adjustments =
        yen === line.counted ? line.adjustments : [...line.adjustments, { rule, from: line.counted, to: yen }];
      return { ...judged, counted: yen, adjustments };
    },
  );
}

const withVerdict = <T extends LineState | LabourState>(state: T, verdict: "ineligible" | "review" | undefined): T =>
  verdict === undefined || state.verdict === "ineligible" || state.verdict === verdict ? state : { ...state, verdict };

/** A stage with other rows and lines; lines stand for the rows as they are now. */
export function renewed<S extends Judged>(
  stage: S,
  rowOf: (row: LabourState) => LabourState,
  lineOf: (line: LineState) => LineState,
): S {
  const now = new Map<LabourState, LabourState>();
  const labour = stage.labour.map((row) => {
    const other = rowOf(row);
    if (other !== row) now.set(row, other);
    return other;
  });
  const lines = stage.lines.map((line) => {
    const other = lineOf(line);
    if (now.size === 0 || !other.labourRows.some((row) => now.has(row))) return other;
    return { ...other, labourRows: other.labourRows.map((row) => now.get(row) ?? row) };
  });
  return { ...stage, lines, labour };
}
