/** Which line a person's corrections apply to. */
import type { Correction } from "../decisions/decision";
import type { LineText } from "./nature";
import { read } from "./reading/reading";

/**
 * Two items are near-equal from this share of common letter pairs on (Dice, 0–1), figures left out: another number of
 * licences, month or model is the same item, another noun is not.
 */
const NEAR = 0.85;

/**
 * The correction that holds for a line: the one made on an equal line, else on the most similar near-equal line of the
 * same vendor; null when there is none. A correction without a vendor holds for every vendor. Of equals the last wins.
 */
export function applyCorrections(
  line: Pick<LineText, "description" | "vendor">,
  corrections: readonly Correction[],
): Correction | null {
  if (corrections.length === 0) return null;
  const item = itemKey(line.description);
  const vendor = vendorKey(line.vendor);
  let best: Correction | null = null;
  let most = NEAR;
  for (const correction of corrections) {
    if (correction.vendor !== null && vendorKey(correction.vendor) !== vendor) continue;
    const similarity = similarityOf(item, itemKey(correction.description));
    if (similarity >= most) {
      most = similarity;
      best = correction;
    }
  }
  return best;
}

const itemKey = (text: string): string => read(text).text.replace(/[\s()[\]{}「」『』【】、。・,.:;*※_]/g, "");
const vendorKey = (text: string | null): string =>
  itemKey(text ?? "").replace(/株式会社|有限会社|合同会社|^株|株$|^有(?=.{2})|有$/g, "");

/** 1 for equal items, 0.99 for items that differ in figures alone, else the share of common letter pairs. */
function similarityOf(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [one.replace(/\d+/g, "#"), other.replace(/\d+/g, "#")];
  if (a.length < 4 || b.length < 4) return 0;
  if (a === b) return 0.99;
  const pairs = new Map<string, number>();
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common++;
    pairs.set(pair, left - 1);
  }
  return Math.min(0.98, (2 * common) / (a.length + b.length - 2));
}
