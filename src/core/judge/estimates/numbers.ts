/** Estimates by their item number. */
import type { BudgetLine, EstimateReading } from "../../read/reading";
import { COUNTS, NUMBERED_ALSO } from "../../read/records/values";
import { fold } from "../../text/fold";

const NUMBER = `\\d{1,4}(?![\\d,.]*(?:${COUNTS}|[×✕*x\\d]))`;
const SEVERAL = new RegExp(`(?:項番|番号|no\\.?)\\s*\\d{1,4}((?:${NUMBERED_ALSO}${NUMBER})+)`);
/** "項番3~5": no list of estimates is longer. */
const LONGEST_RANGE = 50;

/** The numbers after its first that a line names, in its column of numbers or its remarks. */
export function furtherNumbersOf(
  { note, evidenceNos }: Pick<BudgetLine, "note" | "evidenceNos">,
  first: string,
): string[] {
  const listed = evidenceNos?.replace(/^[(（]?(?:項番)?/, "項番").replace(/(?<=\d)\s*\n\s*/g, "、");
  return [...new Set([...furtherNumbersIn(listed ?? null, first), ...furtherNumbersIn(note, first)])];
}

/** 4 of "項番3・4", 4 and 5 of "項番3~5". */
function furtherNumbersIn(remarks: string | null, first: string): string[] {
  const found: string[] = [];
  let before = Number(first);
  const tail = SEVERAL.exec(fold(remarks ?? "").replace(/〜/g, "~"))?.[1] ?? "";
  for (const [, range, digits] of tail.matchAll(/(~|から)?\D*?(\d+)/g)) {
    const number = Number(digits);
    const from = range !== undefined && number - before <= LONGEST_RANGE ? before + 1 : number;
    for (let one = from; one <= number; one++) found.push(String(one));
    before = number;
  }
  return found;
}

export function byNumber(estimates: readonly EstimateReading[]): ReadonlyMap<string, readonly EstimateReading[]> {
  const found = new Map<string, EstimateReading[]>();
  for (const estimate of estimates) {
    const known = found.get(estimate.no);
    if (known === undefined) found.set(estimate.no, [estimate]);
    else known.push(estimate);
  }
  return found;
}
