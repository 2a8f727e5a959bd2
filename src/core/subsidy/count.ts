/** What counts, once every line is judged: totals, members, ratios and the subsidy. */
import { classOf } from "../judge/conditions";
import type { MemberResult, RatioResult, SubsidyResult, Totals } from "../report/report";
import type { Waiver } from "../decisions/decision";
import { totalName } from "../scheme/items";
import type { ApplicantClass } from "../scheme/terms";
import type { Scheme } from "../scheme/scheme";
import type { LabourState, LineState, Stage } from "../judge/state";
import { measureOf, type Measure, type MeasuredLine } from "./measure";
import { computeSubsidy, type Cost } from "./subsidy";
import { plain } from "../text/plain";

export interface Counted {
  readonly totals: Totals;
  readonly ratios: readonly RatioResult[];
  readonly members: readonly MemberResult[];
  readonly subsidy: SubsidyResult;
  /** Of a scheme that pays no subsidy. */
  readonly measure: Measure | null;
}

/** Yen of a line that count, the verdict applied. */
export const eligibleYen = (state: LineState | LabourState): number =>
  state.verdict === "ineligible" ? 0 : state.counted;

/** @param stage once every line is judged and labour is settled */
export function countBudget(stage: Stage, waivers: readonly Waiver[]): Counted {
  const { lines, labour, scheme, conditions } = stage;
  const members = membersOf(stage);
  const alone = labour.filter((row) => !row.inBudget);
  const costs = [
    ...lines.flatMap(itemsOf),
    ...alone.map((row): Item => ({ ...itemOfLabour(row), member: row.read.member, yen: eligibleYen(row) })),
  ];
  const claimed =
    sum(lines.map((line) => line.read.amount ?? 0)) + sum(alone.map((row) => row.read.statedAmount ?? row.amount ?? 0));
  const eligible = sum(costs.map((cost) => cost.yen));
  const { frame } = conditions;
  const calculation =
    frame === null || scheme.result !== "subsidy"
      ? null
      : computeSubsidy({
          scheme,
          frame,
          members,
          costs: costs
            .filter((cost) => cost.yen !== 0)
            .map((cost): Cost => ({
              member: memberIndex(cost.member, members),
              middle: cost.middle,
              minor: cost.minor,
              yen: cost.yen,
            })),
          employees: conditions.employees,
          corporateMembers: conditions.corporateMembers,
          deficit: conditions.deficit,
          rate: conditions.rate,
          income: conditions.income ?? 0,
          waived: waivers.filter((waiver) => waiver.rule.startsWith("ratio/")).map((waiver) => waiver.rule),
          requested: conditions.requested,
        });
  return {
    totals: { claimed, eligible, allowed: calculation?.allowed ?? eligible, ...sumsByItem(costs, scheme) },
    ratios: calculation?.ratios ?? [],
    members: members.length > 1 ? (calculation?.members ?? []) : [],
    subsidy: calculation?.subsidy ?? {
      rate: null,
      cap: null,
      floor: null,
      income: 0,
      beforeCap: null,
      payable: null,
      tiers: null,
      amount: null,
      requested: conditions.requested,
      missing: scheme.result === "subsidy" ? ["frame"] : [],
      parts: [],
    },
    measure: measureOf(scheme, frame, () => lines.map(measured)),
  };
}

const measured = (line: LineState): MeasuredLine => {
  const { sheet, row, description, statedMajor, statedMiddle, statedMinor, specification, note } = line.read;
  return {
    sheet,
    row,
    description,
    stated: [statedMinor, statedMiddle, statedMajor, specification, note],
    unitPrice: line.read.unitPrice,
    quantity: line.read.quantity,
    yen: eligibleYen(line),
    acquired: line.read.deliveryDate?.day ?? null,
  };
};

interface Item {
  readonly major: string | null;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly member: string | null;
  readonly yen: number;
}

const sum = (yen: readonly number[]): number => yen.reduce((total, one) => total + one, 0);

/** A line of wages counts under the items, and for the members, of the people whom it stands for; one divided among members for each. */
function itemsOf(line: LineState): readonly Item[] {
  if (line.shares.length > 0 && line.verdict !== "ineligible")
    return line.shares.map(({ major, middle, minor, member, eligible: yen }) => ({
      major,
      middle,
      minor,
      member,
      yen,
    }));
  const { major, middle, minor } = line.classification;
  return [{ major, middle, minor, member: line.read.member, yen: eligibleYen(line) }];
}

function itemOfLabour({ item, classification }: LabourState): Pick<Item, "major" | "middle" | "minor"> {
  return item === null ? classification : { major: item.major, middle: item.middle, minor: null };
}

function sumsByItem(costs: readonly Item[], scheme: Scheme): Pick<Totals, "byMajor" | "byMiddle"> {
  const byMajor: Record<string, number> = Object.fromEntries(scheme.majors.map((major) => [major, 0]));
  const byMiddle: Record<string, number> = {};
  for (const category of scheme.categories) byMiddle[totalName(scheme, category) ?? category.middle] = 0;
  for (const cost of costs) {
    if (cost.major !== null) byMajor[cost.major] = (byMajor[cost.major] ?? 0) + cost.yen;
    const name = totalName(scheme, cost);
    if (name !== null) byMiddle[name] = (byMiddle[name] ?? 0) + cost.yen;
  }
  return { byMajor, byMiddle };
}

interface Member {
  readonly name: string;
  readonly class: ApplicantClass;
}

/** Representative first: the row whose role says 代表, else the one the application names, else the first. */
function membersOf({ reading, conditions, scheme }: Stage): readonly Member[] {
  const { applicant, representative } = conditions;
  if (reading.members.length > 1) {
    const lead =
      reading.members.find((member) => /代表(?!取締役)|幹事/.test(plain(member.role ?? ""))) ??
      reading.members.find((member) => representative !== null && plain(member.name) === plain(representative)) ??
      reading.members[0];
    return withFirst(lead, reading.members).map((member) => ({
      name: member.name,
      class:
        classOf([member.classText ?? "", member.classText === null ? member.name : ""].join(""), scheme) ?? applicant,
    }));
  }
  const named = [
    ...new Set(
      [...reading.lines.map((line) => line.member), ...reading.labour.map((row) => row.member)].filter(
        (name) => name !== null,
      ),
    ),
  ];
  if (named.length < 2) return [{ name: named[0] ?? "", class: applicant }];
  const lead = named.find((name) => representative !== null && plain(name) === plain(representative)) ?? named[0];
  return withFirst(lead, named).map((name) => ({
    name,
    class: (name === lead ? null : classOf(name, scheme)) ?? applicant,
  }));
}

/** All others keep their order. */
const withFirst = <T>(first: T | undefined, all: readonly T[]): readonly T[] => [
  ...all.filter((one) => one === first),
  ...all.filter((one) => one !== first),
];

/** A line of no named member is the representative's. */
function memberIndex(name: string | null, members: readonly Member[]): number {
  if (name === null) return 0;
  const said = plain(name);
  const same = members.findIndex((member) => plain(member.name) === said);
  if (same >= 0) return same;
  return Math.max(
    0,
    members.findIndex(
      (member) => member.name !== "" && (plain(member.name).includes(said) || said.includes(plain(member.name))),
    ),
  );
}
