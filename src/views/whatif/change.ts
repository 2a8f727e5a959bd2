/** "What if this item cost …, what if we applied as …": the subsidy of a checked budget with something changed. */
import { resolveConditions } from "../../core/judge/conditions";
import type { Settings } from "../../core/judge/settings";
import type { ReportShown } from "../../core/report/shown";
import { spendingByItem } from "../../core/report/spending";
import { covers, totalName } from "../../core/scheme/items";
import type { ApplicantClass } from "../../core/scheme/terms";
import type { Frame, ItemRef, Scheme } from "../../core/scheme/scheme";
import type { Workbook } from "../../core/workbook/workbook";
import { computeSubsidy, type Cost, type SubsidyCalculation, type SubsidyInput } from "../../core/subsidy/subsidy";

/** A checked budget, ready to be changed. */
interface Basis extends Omit<SubsidyInput, "frame"> {
  readonly frame: Frame | null;
}

export interface Change {
  /** Frame id of the same scheme. */
  readonly frame?: string;
  /** Class of the applicant, or of the representative. */
  readonly applicant?: ApplicantClass;
  /** New eligible amount of an item in yen, by the names of `totals.byMiddle`. */
  readonly amounts?: Readonly<Record<string, number>>;
  readonly employees?: number;
  readonly income?: number;
  readonly deficit?: boolean;
  readonly rate?: string;
}

/** What of a report the subsidy rests on. */
export function basisOf(report: ReportShown, scheme: Scheme, settings: Settings, workbook: Workbook): Basis {
  const conditions = resolveConditions(scheme, settings, report.reading, workbook);
  const members =
    report.members.length > 0
      ? report.members.map(({ name, class: applicant }) => ({ name, class: applicant }))
      : [{ name: "", class: report.applicant ?? conditions.applicant }];
  const memberIndex = (name: string | null): number =>
    Math.max(
      0,
      members.findIndex((member) => member.name === name),
    );
  return {
    scheme,
    frame: conditions.frame,
    members,
    costs: spendingByItem(report).map(({ member, item: { middle, minor }, eligible }) => ({
      member: memberIndex(member),
      middle,
      minor,
      yen: eligible,
    })),
    employees: conditions.employees,
    corporateMembers: conditions.corporateMembers,
    deficit: conditions.deficit,
    rate: conditions.rate,
    income: conditions.income ?? 0,
    waived: report.ratios.filter(({ status }) => status === "waived").map(({ id }) => `ratio/${id}`),
    requested: conditions.requested,
  };
}

/** The subsidy after a change; null while no frame is chosen. @throws RangeError for a frame or item the scheme lacks */
export function whatIf(basis: Basis, change: Change): SubsidyCalculation | null {
  const frame = change.frame === undefined ? basis.frame : frameOf(basis.scheme, change.frame);
  if (frame === null) return null;
  const { applicant } = change;
  return computeSubsidy({
    ...basis,
    frame,
    members: basis.members.map((member, index) =>
      index === 0 && applicant !== undefined ? { ...member, class: applicant } : member,
    ),
    costs: changeCosts(basis, change.amounts ?? {}),
    employees: change.employees ?? basis.employees,
    deficit: change.deficit ?? basis.deficit,
    rate: change.rate ?? basis.rate,
    income: change.income ?? basis.income,
  });
}

function frameOf(scheme: Scheme, id: string): Frame {
  const frame = scheme.frames.find((one) => one.id === id);
  if (frame === undefined) throw new RangeError(`no frame ${id} in ${scheme.id}`);
  return frame;
}

/** More of an item comes as one more cost of the representative; less is taken from its costs, the last first. */
function changeCosts(basis: Basis, amounts: Readonly<Record<string, number>>): readonly Cost[] {
  let costs = [...basis.costs];
  for (const [name, wanted] of Object.entries(amounts)) {
    const item = itemNamed(basis.scheme, name);
    const isOwn = (cost: Cost) => covers(item, cost) && totalName(basis.scheme, cost) === name;
    let excess = costs.reduce((sum, cost) => sum + (isOwn(cost) ? cost.yen : 0), 0) - wanted;
    if (excess < 0) {
      costs.push({ member: 0, middle: item.middle, minor: item.minor ?? null, yen: -excess });
      continue;
    }
    costs = costs
      .toReversed()
      .map((cost) => {
        if (!isOwn(cost) || cost.yen <= 0) return cost;
        const taken = Math.min(cost.yen, excess);
        excess -= taken;
        return { ...cost, yen: cost.yen - taken };
      })
      .toReversed();
  }
  return costs;
}

function itemNamed(scheme: Scheme, name: string): ItemRef {
  const found = scheme.categories.find((category) => totalName(scheme, category) === name);
  if (found === undefined) throw new RangeError(`no item ${name} in ${scheme.id}`);
  const apart = found.middle !== name && found.minor !== undefined;
  return apart ? { middle: found.middle, minor: found.minor } : { middle: found.middle };
}
