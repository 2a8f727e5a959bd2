/** Names of sheets: no two alike, whatever their case, and none longer than Excel allows. */
const LONGEST = 31;

/** The name, with a number where it is taken: "予算明細 (2)". */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; known.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    name = wanted.slice(0, LONGEST - suffix.length) + suffix;
  }
  return name;
}
