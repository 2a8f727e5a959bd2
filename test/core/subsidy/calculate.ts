import { computeSubsidy, type SubsidyInput } from "../../../src/core/subsidy/subsidy";
import type { ApplicantClass } from "../../../src/core/scheme/terms";
import { schemeById } from "../../../src/schemes";

/** "scheme/frame" of the real data. */
export function frameOf(name: string) {
  const [id = "", frameId] = name.split("/");
  const scheme = schemeById(id);
  const frame = scheme?.frames.find((one) => one.id === frameId);
  if (scheme === undefined || frame === undefined) throw new Error(`no frame ${name}`);
  return { scheme, frame };
}

type Options = Partial<Omit<SubsidyInput, "scheme" | "frame" | "members" | "costs">>;

/** One applicant whose costs are given by "middle" or "middle/minor"; a number is cost without an item. */
export function calculate(
  name: string,
  applicant: ApplicantClass,
  costs: number | Readonly<Record<string, number>>,
  options: Options = {},
) {
  const byItem = typeof costs === "number" ? { "": costs } : costs;
  return computeSubsidy({
    ...frameOf(name),
    members: [{ name: "申請者", class: applicant }],
    costs: Object.entries(byItem).map(([item, yen]) => {
      const [middle = "", minor] = item.split(":");
      return { member: 0, middle: middle === "" ? null : middle, minor: minor ?? null, yen };
    }),
    employees: null,
    corporateMembers: null,
    deficit: false,
    rate: null,
    income: 0,
    waived: [],
    requested: null,
    ...options,
  });
}

export const amountOf = (...given: Parameters<typeof calculate>) => calculate(...given).subsidy.amount;
