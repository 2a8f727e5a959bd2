/** Days that the scheme's period does not hold. */
import { dayIn } from "../words/days";
import type { FindFault } from "./fault";

export const beforeCall: FindFault = ({ date }, { period }) =>
  date !== null && period !== null && date < period.from ? [date] : [];

export const afterPeriod: FindFault = ({ date }, { period }) =>
  date !== null && period !== null && date > period.to ? [date] : [];

/** No longer valid when the line that rests on it is to be ordered. */
export const expired: FindFault = ({ validUntil }, { matches }) =>
  validUntil !== null && matches.some(({ reason, also, decided }) => isExpired(reason, also, decided?.was ?? null))
    ? [validUntil]
    : [];

type Reasons = { readonly reason: string | null; readonly also: readonly string[] };
const isExpired = (reason: string | null, also: readonly string[], was: Reasons | null): boolean =>
  [reason, ...also, was?.reason, ...(was?.also ?? [])].includes("expired");

const DELIVERY =
  /(?:納期|納入(?:期限|予定)?日?|納品(?:期限|予定)?日?|引渡(?:し)?(?:期限|予定)?日?|工期|完了(?:予定)?日)/;

/** Delivered after the period's last day. */
export const lateDelivery: FindFault = ({ remarks }, { period }) => {
  if (period === null) return [];
  return remarks.split("\n").flatMap((line) => {
    const label = DELIVERY.exec(line.normalize("NFKC"));
    if (label === null) return [];
    // 工期 2025年6月1日～2026年3月31日: the last day counts.
    const days = line
      .normalize("NFKC")
      .slice(label.index)
      .split(/[~〜～から]/)
      .flatMap((part) => dayIn(part) ?? []);
    const last = days.sort().at(-1);
    return last !== undefined && last > period.to ? [last] : [];
  });
};
