/** Totals of rows that a sheet leaves out of what it applies for: 県省エネ補助金 計, 自費 計, and 投資総額 over them and the lines. */
import type { Choice } from "./choose";
import type { Weighed } from "./roles";
import { isProof, type SumFound } from "./sum-found";
import { near } from "./yen";

const SHORTEST_KEY = 2;

/**
 * The same choice, in which the totals of what is left out are right as well. One over the lines and what is left out is right
 * where another one is over the lines alone.
 * @param isOut whether a row is left out, and is no sum itself
 * @param keyOf the value for which it is left out, compact; "" where none says so
 */
export function withSumsLeftOut(
  choice: Choice,
  rows: readonly Weighed[],
  isOut: (row: number) => boolean,
  keyOf: (row: number) => string,
): Choice {
  if (!rows.some(({ row }) => isOut(row))) return choice;
  const isClaimedAlone = choice.sums.some((sum) => isProof(sum) && sum.of >= 2);
  const sums = choice.sums.map((sum): SumFound => {
    const total = rows[sum.index];
    if (isProof(sum) || total === undefined || total.yen === 0 || choice.roles[sum.index] !== "total") return sum;
    const out = rows.slice(0, sum.index).filter(({ row }) => isOut(row));
    const ofKind = out.filter(({ row }) => keyOf(row).length >= SHORTEST_KEY && total.label.includes(keyOf(row)));
    const lines = rows.filter((_, at) => at < sum.index && choice.roles[at] === "line");
    const all = isClaimedAlone ? [...out, ...lines] : [];
    const isRight = (of: readonly Weighed[]): boolean => of.length > 0 && near(yenOf(of), total.yen);
    // The word says which rows it sums as well, be it one.
    if (isRight(ofKind)) return { ...sum, by: "what is left out", of: ofKind.length + 1 };
    const summed = [out, all].find(isRight);
    return summed === undefined ? sum : { ...sum, by: "what is left out", of: summed.length };
  });
  return { ...choice, sums };
}

const yenOf = (rows: readonly Weighed[]): number => rows.reduce((sum, { yen }) => sum + yen, 0);
