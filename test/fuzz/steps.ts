/** Counts the looks at rows and cells while something runs: work without a clock. */
import { Grid } from "../../src/core/workbook/grid";

const LOOKS = ["row", "own", "cell", "area"] as const;

export function stepsOf<T>(work: () => T): { readonly result: T; readonly steps: number } {
  let steps = 0;
  const prototype = Grid.prototype as unknown as Record<string, (...at: number[]) => unknown>;
  const before = LOOKS.map((look) => prototype[look] as (...at: number[]) => unknown);
  LOOKS.forEach((look, index) => {
    prototype[look] = function (this: Grid, ...at: number[]) {
      steps += 1;
      return before[index]!.apply(this, at);
    };
  });
  try {
    return { result: work(), steps };
  } finally {
    LOOKS.forEach((look, index) => (prototype[look] = before[index]!));
  }
}
