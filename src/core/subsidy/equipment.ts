/** Equipment as a limited share of the grant itself (a grant of the whole cost). */
import { divide, floor, fraction, multiply, ONE, parseFraction, subtract } from "../money/fraction";
import type { RatioResult } from "../report/report";
import type { RatioLimit } from "../scheme/scheme";

/**
 * The grant is other cost + allowed equipment, at most the cap; equipment may be `max` of it. So equipment may be
 * max ÷ (1 − max) of the other cost, and `max` of the cap.
 * @param equipment eligible equipment, yen
 * @param other eligible cost without equipment, less income, yen; may be negative
 * @param cap yen
 */
export function equipmentRatio(
  limit: RatioLimit,
  equipment: number,
  other: number,
  cap: number,
  waived: boolean,
): RatioResult {
  const max = parseFraction(limit.max);
  const besideOther = floor(multiply(fraction(other), divide(max, subtract(ONE, max))));
  const permitted = Math.max(0, Math.min(equipment, besideOther, floor(multiply(fraction(cap), max))));
  const allowed = waived ? equipment : permitted;
  const breach = limit.bases[0]?.breach ?? "error";
  return {
    id: limit.id,
    name: limit.name,
    amount: equipment,
    base: Math.max(0, Math.min(cap, other + allowed)),
    limit: limit.max,
    allowed,
    status: permitted === equipment ? "ok" : waived ? "waived" : breach,
  };
}
