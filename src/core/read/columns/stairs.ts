/** Columns of amounts of which no row fills two: lines in one, the sums of each level in one of its own. */
import { near } from "../sums/yen";
import type { AmountCandidate } from "./amount-candidate";
import { figureAt, type SampledRow } from "./amount-values";

/** 金額 | 小計 | 合計 */
export const STEP = /^(?:小計|中計|計|合計|総計|総額|費目計)$/;

/** The columns, from the lines to the outermost sums; none where no row of sums, by its word or its figure, shows them. */
export function stairsOf(
  single: readonly AmountCandidate[],
  sample: readonly SampledRow[],
): { readonly of: readonly AmountCandidate[]; readonly isProven: boolean } {
  const named = namedStairs(single, sample);
  return named.length > 0 ? { of: named, isProven: false } : { of: provenStairs(single, sample), isProven: true };
}

function namedStairs(single: readonly AmountCandidate[], sample: readonly SampledRow[]): readonly AmountCandidate[] {
  const [first, ...rest] = single.filter(({ isAmountWord, values }) => isAmountWord && values.nonzero > 0);
  const steps = rest.filter(({ word }) => STEP.test(word));
  if (first === undefined || STEP.test(first.word) || steps.length === 0) return [];
  const stairs = [first, ...steps];
  const isOneFilled = (row: SampledRow): boolean =>
    stairs.filter(({ column, right }) => figureAt(row, column, right) !== undefined).length <= 1;
  return sample.every(isOneFilled) ? stairs : [];
}

/** 明細額 | 中項目計 | 大項目計, 内訳 | 金額: whatever their headers say, the figures of each sum those of the one before. */
function provenStairs(single: readonly AmountCandidate[], sample: readonly SampledRow[]): readonly AmountCandidate[] {
  const filled = single.filter(({ values }) => values.nonzero > 0);
  for (const steps of [filled, filled.toReversed()])
    for (const [at, first] of steps.entries()) {
      let stairs = [first];
      for (const next of steps.slice(at + 1)) if (isStep(next, stairs, sample)) stairs = [...stairs, next];
      if (stairs.length > 1) return stairs;
    }
  return [];
}

const FEWEST_RIGHT = 2;

/** Its figures are, but for one in four, the sums of those below them, or of those above, in the column before it. */
function isStep(next: AmountCandidate, stairs: readonly AmountCandidate[], sample: readonly SampledRow[]): boolean {
  const levels = [...stairs, next];
  const top = levels.length - 1;
  const steps: { level: number; yen: number }[] = [];
  for (const row of sample) {
    const own = levels.flatMap(({ column, right }, level) => {
      const figure = figureAt(row, column, right);
      return figure === undefined ? [] : [{ level, yen: figure.value }];
    });
    if (own.length > 1) return false;
    steps.push(...own);
  }
  return [steps, steps.toReversed()].some((order) => sumsRuns(order, top));
}

/**
 * Two sums are right, one of them of several figures; over sums that are right, either of these will do.
 * @param steps from the last figure of a sum's run to the sum
 */
function sumsRuns(steps: readonly { readonly level: number; readonly yen: number }[], top: number): boolean {
  let [right, wrong, addsUp] = [0, 0, false];
  let [run, of] = [0, 0];
  for (const { level, yen } of steps) {
    if (level < top) {
      if (level === top - 1) [run, of] = [run + yen, of + 1];
      continue;
    }
    // Over nothing of its own stands a line, or a sum of all.
    if (of > 0 && near(run, yen)) {
      right++;
      addsUp ||= of > 1;
    } else if (of > 0) wrong++;
    [run, of] = [0, 0];
  }
  const isSure = top === 1 ? addsUp && right >= FEWEST_RIGHT : addsUp || right >= FEWEST_RIGHT;
  return isSure && right >= wrong * 3;
}
