/** What a scheme needs to be told before its figure can be given. */
import type { Banded, Scheme } from "../core/scheme/scheme";
import { capsOf } from "../core/subsidy/limits";

export interface Asks {
  readonly employees: boolean;
  readonly members: boolean;
  readonly deficit: boolean;
  readonly rate: boolean;
  readonly income: boolean;
  readonly start: boolean;
  readonly labour: boolean;
}

export function asksOf(scheme: Scheme): Asks {
  const { frames } = scheme;
  const isBanded = (figure: Banded) => typeof figure !== "number";
  return {
    employees: frames.some((frame) => capsOf(frame).some(({ figure }) => isBanded(figure))),
    members: frames.some(
      ({ minCorporateMembers, parts }) =>
        minCorporateMembers !== undefined || parts?.some(({ capPer }) => capPer !== undefined) === true,
    ),
    deficit: frames.some(({ deficitRates }) => deficitRates !== undefined),
    rate: scheme.result === "subsidy" && frames.some(({ rates, parts }) => rates === null && parts === undefined),
    income: scheme.incomeDeducted !== undefined,
    start: Object.hasOwn(scheme.rules, "cloud/proration"),
    labour: scheme.categories.some(({ kinds }) => kinds.includes("employee-wage")),
  };
}
