/** Sums in yen, compared and weighed. */

export const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

/** How improbable it is that a sum is right by chance: its digits without final zeros. */
export function digitsOf(yen: number): number {
  let rest = Math.round(Math.abs(yen));
  if (rest === 0 || !Number.isSafeInteger(rest)) return 0;
  while (rest % 10 === 0) rest /= 10;
  return String(rest).length;
}
