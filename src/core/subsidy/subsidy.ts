/**
 * From eligible costs to the subsidy: limits on shares, income, rates, parts, cap, the one rounding, floor.
 * Everything stays exact until the rounding the document states (else to the whole yen).
 */
import {
  add,
  compare,
  floor,
  floorTo,
  fraction,
  minimum,
  parseFraction,
  toText,
  ZERO,
  type Fraction,
} from "../money/fraction";
import type { MemberResult, RatioResult, SubsidyResult } from "../report/report";
import { covers } from "../scheme/items";
import type { ApplicantClass } from "../scheme/terms";
import type { Frame, FramePart, RateTiers, RatioLimit, Scheme } from "../scheme/scheme";
import { equipmentRatio } from "./equipment";
import { frameCap, type Cap } from "./limits";
import { rateOf, singleRate, subsidyFor, tiersText } from "./rates";
import { travelRatio, type TravelRatio } from "./travel";

/** Eligible cost of one item of one member, whole yen. */
export interface Cost {
  /** Index into `members`. */
  readonly member: number;
  readonly middle: string | null;
  readonly minor: string | null;
  readonly yen: number;
}

export interface SubsidyInput {
  readonly scheme: Scheme;
  readonly frame: Frame;
  /** Representative first; a single applicant is one member. */
  readonly members: readonly { readonly name: string; readonly class: ApplicantClass }[];
  readonly costs: readonly Cost[];
  readonly employees: number | null;
  readonly corporateMembers: number | null;
  readonly deficit: boolean;
  /** "2/3" as the user says it, where the document states no rate. */
  readonly rate: string | null;
  /** Project income, yen. */
  readonly income: number;
  /** Rule ids whose limit the grantor agreed to exceed. */
  readonly waived: readonly string[];
  /** Yen; carried through. */
  readonly requested: number | null;
}

export interface SubsidyCalculation {
  /** Cost after the limits on shares, before income, yen. */
  readonly allowed: number;
  readonly ratios: readonly RatioResult[];
  readonly members: readonly MemberResult[];
  readonly subsidy: SubsidyResult;
}

const sum = (yen: readonly number[]): number => yen.reduce((total, one) => total + one, 0);
const sumOf = (costs: readonly Cost[]): number => sum(costs.map(({ yen }) => yen));
const total = (exact: readonly Fraction[]): Fraction => exact.reduce(add, ZERO);

/** @throws RangeError when there is no member, or a cost belongs to none */
export function computeSubsidy(input: SubsidyInput): SubsidyCalculation {
  const { members, costs, frame } = input;
  if (members.length === 0) throw new RangeError("an applicant is at least one member");
  if (costs.some(({ member }) => members[member] === undefined)) throw new RangeError("a cost belongs to no member");
  const cap = frameCap(frame, applicantOf(input), input.employees);
  const limited = limitShares(input, cap);
  const base = deductIncome(limited.allowed, input);
  const funded = frame.parts === undefined ? byMember(input, base) : byPart(input, frame.parts);
  const limit = cap ?? funded.cap;
  const settled = settle(input, funded, limit);
  return {
    allowed: sum(limited.allowed),
    ratios: limited.ratios,
    members: members.map((member, index) => ({
      ...member,
      rate: funded.rates[index] ?? "",
      allowed: limited.allowed[index] ?? 0,
    })),
    subsidy: {
      rate: settled.missing.includes("rate") ? null : funded.rate,
      cap: limit?.known === true ? limit.yen : null,
      floor: frame.floor ?? null,
      income: sum(limited.allowed) - sum(base),
      beforeCap: funded.exact === null ? null : floor(funded.exact),
      payable: funded.payable === null ? null : floor(funded.payable),
      tiers: funded.tiers,
      amount: settled.amount,
      requested: input.requested,
      missing: settled.missing,
      parts: funded.parts,
    },
  };
}

const applicantOf = ({ members }: SubsidyInput): ApplicantClass => members[0]?.class ?? "sme";

const isOf = (limit: RatioLimit, cost: Cost): boolean =>
  limit.middles.some((middle) => covers({ ...limit, middle }, cost));

interface Limited {
  /** Per member, yen. */
  readonly allowed: readonly number[];
  readonly ratios: readonly RatioResult[];
}

function limitShares(input: SubsidyInput, cap: Cap | null): Limited {
  let allowed = input.members.map((_, index) => sumOf(input.costs.filter(({ member }) => member === index)));
  const ratios = input.scheme.ratios.flatMap((limit): RatioResult[] => {
    const waived = input.waived.includes(limit.rule);
    const own = input.members.map((_, index) =>
      sumOf(input.costs.filter((cost) => cost.member === index && isOf(limit, cost))),
    );
    const others = allowed.map((yen, index) => yen - (own[index] ?? 0));
    let result: RatioResult;
    let cuts: readonly number[];
    if (limit.bases.some(({ of }) => of === "grant")) {
      if (cap?.known !== true) return [];
      const income = input.scheme.incomeDeducted === undefined ? 0 : input.income;
      result = equipmentRatio(limit, sum(own), sum(others) - income, cap.yen, waived);
      cuts = cutInTurn(own, result.amount - result.allowed);
    } else {
      const travel: TravelRatio = travelRatio(
        limit,
        own.map((yen, index) => ({ travel: yen, rest: others[index] ?? 0 })),
        waived,
      );
      ({ cuts } = travel);
      result = ratioOnly(travel);
    }
    allowed = allowed.map((yen, index) => yen - (cuts[index] ?? 0));
    return [result];
  });
  return { allowed, ratios };
}

const ratioOnly = ({ id, name, amount, base, limit, allowed, status }: RatioResult): RatioResult => ({
  id,
  name,
  amount,
  base,
  limit,
  allowed,
  status,
});

/** Takes `cut` yen away, one after the other, from what each has. */
function cutInTurn(own: readonly number[], cut: number): number[] {
  let left = cut;
  return own.map((yen) => {
    const taken = Math.max(0, Math.min(yen, left));
    left -= taken;
    return taken;
  });
}

/** What the rate applies to, per member, yen. Income comes off the representative first. */
function deductIncome(allowed: readonly number[], input: SubsidyInput): readonly number[] {
  if (input.scheme.incomeDeducted === undefined || input.income === 0) return allowed;
  const cuts = cutInTurn(allowed, input.income);
  return allowed.map((yen, index) => yen - (cuts[index] ?? 0));
}

interface Funded {
  /** Exact subsidy before the frame's cap, ignoring part caps; null when a rate is missing. */
  readonly exact: Fraction | null;
  /** The same after the parts' own caps. */
  readonly payable: Fraction | null;
  readonly rate: string | null;
  /** Of a single applicant. */
  readonly tiers: RateTiers | null;
  /** Per member, as people read it. */
  readonly rates: readonly string[];
  readonly parts: SubsidyResult["parts"];
  /** What all the parts together may reach; null when there are none. */
  readonly cap: Cap | null;
  readonly missing: readonly string[];
}

function byMember(input: SubsidyInput, base: readonly number[]): Funded {
  const { frame, deficit } = input;
  const members = input.members.map((member, index) => ({
    ...member,
    cost: Math.max(0, base[index] ?? 0),
    tiers: rateOf(frame, member.class, deficit, input.rate),
  }));
  const exact = members.map(({ cost, tiers }) => (tiers === undefined ? null : subsidyFor(tiers, fraction(cost))));
  const singles = members.map(({ tiers, cost }) => (tiers === undefined ? null : singleRate(tiers, fraction(cost))));
  const [first] = singles;
  const complete = exact.every((one) => one !== null);
  const sumExact = complete ? total(exact) : null;
  return {
    exact: sumExact,
    payable: sumExact,
    rate: first !== undefined && singles.every((one) => one === first) ? first : null,
    tiers: members.length === 1 ? (members[0]?.tiers ?? null) : null,
    rates: members.map(({ tiers }) => (tiers === undefined ? "" : tiersText(tiers))),
    parts: [],
    cap: null,
    missing: complete ? [] : [frame.rates === null ? "rate" : "applicant"],
  };
}

/** Parts have their own rate and cap, whoever the applicant is; costs of no part are not funded. */
function byPart(input: SubsidyInput, parts: readonly FramePart[]): Funded {
  const missing = new Set<string>();
  const count = input.corporateMembers ?? (input.members.length > 1 ? input.members.length : null);
  const figures = parts.map((part) => {
    if (part.capPer === "member" && count === null) missing.add("corporateMembers");
    const cost = Math.max(0, sumOf(input.costs.filter((item) => part.items.some((ref) => covers(ref, item)))));
    const cap = part.cap * (part.capPer === "member" ? (count ?? 1) : 1);
    const exact = subsidyFor(part.rates, fraction(cost));
    const payable = minimum(exact, fraction(cap));
    return { id: part.id, cost, cap, exact, payable };
  });
  const groups = input.frame.partLimits ?? [];
  const grouped = new Set(groups.flatMap((group) => group.parts));
  const inGroups = groups.map((group) => {
    const own = figures.filter(({ id }) => group.parts.includes(id));
    const payable = total(own.map((part) => part.payable));
    const kept = minimum(payable, fraction(group.cap));
    return { payable: kept, cap: Math.min(group.cap, sum(own.map(({ cap }) => cap))) };
  });
  const alone = figures.filter(({ id }) => !grouped.has(id));
  const rates = new Set(parts.flatMap((part) => part.rates.map(({ rate }) => toText(parseFraction(rate)))));
  const [only] = rates;
  return {
    exact: total(figures.map(({ exact }) => exact)),
    payable: total([...alone, ...inGroups].map(({ payable }) => payable)),
    rate: rates.size === 1 && only !== undefined ? only : null,
    tiers: null,
    rates: [],
    parts: figures.map(({ id, cost, cap, payable }) => ({ id, cost, cap, amount: floor(payable) })),
    cap: missing.size > 0 ? null : { known: true, yen: sum([...alone, ...inGroups].map(({ cap }) => cap)) },
    missing: [...missing],
  };
}

interface Settled {
  readonly amount: number | null;
  readonly missing: readonly string[];
}

/** Cap, then the one rounding, then the lower limit. */
function settle(input: SubsidyInput, funded: Funded, cap: Cap | null): Settled {
  const missing = [...funded.missing];
  const { payable } = funded;
  if (cap?.known === false) {
    missing.push(cap.missing);
    // An unstated band lies above its smaller neighbour: a subsidy within that one is certain all the same.
    const certain = payable !== null && cap.missing === "cap" && compare(payable, fraction(cap.above)) <= 0;
    if (!certain) return { amount: null, missing: [...new Set(missing)] };
  } else if (payable === null || missing.length > 0) {
    return { amount: null, missing: [...new Set(missing)] };
  }
  const exact = payable ?? ZERO;
  const capped = cap?.known === true ? minimum(exact, fraction(cap.yen)) : exact;
  const unit = input.scheme.rounding?.unit ?? 1;
  const amount = floorTo(capped, unit);
  const least = input.frame.floor;
  return { amount: least === undefined || amount >= least ? amount : 0, missing };
}
