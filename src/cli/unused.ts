/** Options that the scheme in force has no use for: whoever gives one expects it to count. */
import type { Report } from "../core/report/report";
import type { Settings } from "../core/judge/settings";
import type { Frame, Scheme } from "../core/scheme/scheme";
import { capsOf } from "../core/subsidy/limits";

export type UnusedOption = "rate" | "employees" | "corporateMembers" | "income" | "deficit";

/** Of the options given, those that change nothing under the report's scheme and frame. */
export function unusedOptions(
  given: Settings,
  { scheme: id, frame: frameId }: Report,
  schemes: readonly Scheme[],
): UnusedOption[] {
  const scheme = schemes.find((candidate) => candidate.id === id);
  const frame = scheme?.frames.find((candidate) => candidate.id === frameId);
  if (scheme === undefined || frame === undefined) return [];
  return (Object.keys(USES) as UnusedOption[]).filter(
    (option) => given[option] !== undefined && !USES[option](frame, scheme),
  );
}

const USES: Readonly<Record<UnusedOption, (frame: Frame, scheme: Scheme) => boolean>> = {
  rate: (frame, scheme) => scheme.result === "subsidy" && frame.rates === null && frame.parts === undefined,
  employees: (frame, scheme) =>
    scheme.sme !== undefined || capsOf(frame).some(({ figure }) => typeof figure !== "number"),
  corporateMembers: ({ minCorporateMembers, parts = [] }) =>
    minCorporateMembers !== undefined || parts.some(({ capPer }) => capPer === "member"),
  income: (_, scheme) => scheme.incomeDeducted !== undefined,
  deficit: ({ deficitRates }) => deficitRates !== undefined,
};
