/** One measured figure, and the table they are printed in. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** "at most" or "at least" this value; null where the figure stands for comparison only. */
  readonly goal: { readonly kind: "most" | "least"; readonly value: number } | null;
}

export function print(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, goal }) => {
    if (goal === null) return [name, number(value), unit, "", "", ""];
    const met = goal.kind === "most" ? value <= goal.value : value >= goal.value;
    const ratio = goal.kind === "most" ? goal.value / value : value / goal.value;
    return [
      name,
      number(value),
      unit,
      `${goal.kind === "most" ? "≤" : "≥"} ${number(goal.value)}`,
      `${ratio.toFixed(1)}×`,
      met ? "met" : "MISSED",
    ];
  });
  const all = [["", "measured", "", "goal", "margin", ""], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, at) =>
          at === 1 || at === 3 || at === 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 1 : 2);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Milliseconds of each of `runs` calls, after one that is not counted. */
export function time(runs: number, call: () => unknown): number[] {
  call();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
}
