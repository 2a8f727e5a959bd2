/** From the total to the subsidy, step by step, and the tables that steps refer to: ratios, members, parts. */
import {
  add,
  divide,
  floor,
  floorTo,
  fraction,
  minimum,
  multiply,
  ONE,
  parseFraction,
  subtract,
  ZERO,
  type Fraction,
} from "../../core/money/fraction";
import type { RatioResult, SubsidyResult } from "../../core/report/report";
import { covers } from "../../core/scheme/items";
import type { FramePart, RatioLimit, RateTiers } from "../../core/scheme/scheme";
import { subsidyFor } from "../../core/subsidy/rates";
import type { Draft, Ref } from "./draft";
import { sumWhere, YEN, type Figure } from "./page";
import { floorDivided, scaledSubsidy, wholeBy } from "./rates";

/** Columns of the steps: what, how much, how. */
const WHAT = 1;
const YEN_FROM = 5;
const HOW = 7;
const LAST = 14;

export function steps(draft: Draft): void {
  const { page, report, words, items } = draft;
  const { totals, subsidy } = report;
  if (totals === null) return;
  const say = words.steps;
  const sum = (of: "claimed" | "eligible"): number => items.reduce((total, item) => total + (item[of] ?? 0), 0);
  const step = (label: string, figure: Figure | null, yen: number, how: string, ref?: Ref, result = false): void => {
    page.put(WHAT, label, { style: result ? "total" : "text", to: YEN_FROM - 1 });
    page.figure(YEN_FROM, figure, yen, { style: result ? "result" : "number", to: HOW - 1 });
    page.put(HOW, how, { style: "textWrap", to: LAST });
    if (ref !== undefined) draft.mark(ref, page.here(YEN_FROM));
    page.next();
  };

  page.heading(say.heading);
  page.header([
    [say.item, WHAT, YEN_FROM - 1],
    [say.yen, YEN_FROM, HOW - 1],
    [say.how, HOW, LAST],
  ]);
  const claimed = { formula: () => `SUM(${draft.at("lines.claimed")})`, value: sum("claimed") };
  step(say.claimed, claimed, totals.claimed, say.claimedHow, "claimed");
  const dropped = {
    formula: () => `${draft.at("eligible")}-${draft.at("claimed")}`,
    value: totals.eligible - totals.claimed,
  };
  const ineligible = items.filter(({ verdict }) => verdict === "ineligible").length;
  step(say.ineligible, dropped, totals.eligible - totals.claimed, say.ineligibleHow(ineligible));
  const eligible = { formula: () => `SUM(${draft.at("lines.eligible")})`, value: sum("eligible") };
  step(say.eligible, eligible, totals.eligible, "", "eligible");

  for (const ratio of report.ratios) {
    const cut = ratio.allowed - ratio.amount;
    const formula = (): string => `${draft.at(`ratio.${ratio.id}.allowed`)}-${draft.at(`ratio.${ratio.id}.amount`)}`;
    const how = say.ratioHow(percent(ratio.limit), ratio.status === "waived");
    step(say.ratio(ratio.name), { formula, value: cut }, cut, how);
  }
  const cuts = report.ratios.map(({ id, allowed, amount }) => ({ id, yen: allowed - amount }));
  const allowed = {
    formula: () =>
      [
        draft.at("eligible"),
        ...cuts.map(({ id }) => `${draft.at(`ratio.${id}.allowed`)}-${draft.at(`ratio.${id}.amount`)}`),
      ].join("+"),
    value: totals.eligible + cuts.reduce((all, { yen }) => all + yen, 0),
  };
  step(say.allowed, allowed, totals.allowed, "", "allowed");
  if (draft.income > 0) {
    step(say.income, null, -draft.income, "", "income");
    const base = {
      formula: () => `${draft.at("allowed")}+${draft.at("income")}`,
      value: totals.allowed - draft.income,
    };
    step(say.base, base, totals.allowed - draft.income, "", "base");
  }
  if (subsidy !== null && report.measure === null) toSubsidy(draft, subsidy, step);
}

function toSubsidy(
  draft: Draft,
  subsidy: SubsidyResult,
  step: (label: string, figure: Figure | null, yen: number, how: string, ref?: Ref, result?: boolean) => void,
): void {
  const { page, words, frame, scheme } = draft;
  const say = words.steps;
  if (subsidy.beforeCap !== null) {
    const how = subsidy.parts.length > 0 ? say.partsHow : say.rateHow(rateText(draft, subsidy));
    step(say.beforeCap, beforeCap(draft, subsidy), subsidy.beforeCap, how, "beforeCap");
  }
  if (subsidy.cap !== null) step(say.cap, null, subsidy.cap, say.capHow((subsidy.beforeCap ?? 0) > subsidy.cap), "cap");
  if (subsidy.floor !== null) step(say.floor, null, subsidy.floor, "");
  const unit = scheme.rounding?.unit ?? 1;
  if (subsidy.amount === null) {
    page.put(WHAT, say.amount, { style: "total", to: YEN_FROM - 1 });
    page.put(YEN_FROM, say.unknown, { style: "result", to: HOW - 1 });
    page.put(HOW, words.verdict.missing(subsidy.missing), { style: "textWrap", to: LAST });
    page.next();
  } else {
    const figure = frame?.parts === undefined ? rounded(draft, subsidy, unit) : roundedParts(draft, subsidy, unit);
    step(say.amount, figure, subsidy.amount, say.amountHow(unit), "amount", true);
  }
  if (subsidy.requested === null) return;
  step(say.requested, null, subsidy.requested, "", "requested");
  if (subsidy.amount === null) return;
  const difference = subsidy.amount - subsidy.requested;
  const formula = (): string => `${draft.at("amount")}-${draft.at("requested")}`;
  step(say.difference, { formula, value: difference }, difference, difference < 0 ? say.differenceHow : "");
}

const rateText = (draft: Draft, { rate }: SubsidyResult): string | null =>
  rate ?? draft.tiers?.map((tier) => tier.rate).join("→") ?? null;

const base = (draft: Draft): string => draft.at(draft.income > 0 ? "base" : "allowed");

function beforeCap(draft: Draft, subsidy: SubsidyResult): Figure | null {
  const { frame, report } = draft;
  if (frame?.parts !== undefined) {
    const { parts } = frame;
    const times = wholeBy(parts.map(({ rates }) => rates));
    const exact = parts.reduce((all, part) => add(all, subsidyFor(part.rates, fraction(costOf(part, subsidy)))), ZERO);
    const terms = (): string =>
      parts.map((part) => scaledSubsidy(part.rates, draft.at(`part.${part.id}.cost`), times)).join("+");
    return { formula: () => floorDivided(terms(), times), value: floor(exact) };
  }
  if (report.members.length > 1) {
    const members = report.members.map(({ rate, allowed }) => ({ tiers: singleTier(rate), allowed }));
    const tiers = members.map((member) => member.tiers).filter((one) => one !== null);
    if (tiers.length < members.length || draft.income > 0) return null;
    const times = wholeBy(tiers);
    const exact = members.reduce(
      (all, { tiers: own, allowed }) => add(all, subsidyFor(own ?? [], fraction(allowed))),
      ZERO,
    );
    const terms = (): string =>
      tiers.map((own, index) => scaledSubsidy(own, draft.at(`member.${index}.allowed`), times)).join("+");
    return { formula: () => floorDivided(terms(), times), value: floor(exact) };
  }
  const { tiers } = draft;
  if (tiers === undefined) return null;
  const times = wholeBy([tiers]);
  return {
    formula: () => floorDivided(scaledSubsidy(tiers, base(draft), times), times),
    value: floor(subsidyFor(tiers, fraction((report.totals?.allowed ?? 0) - draft.income))),
  };
}

/** "2/3" as the only tier; null for several ("2/3→1/2"). */
const singleTier = (rate: string): RateTiers | null => (/^\d+(\/\d+)?$/.test(rate) ? [{ rate }] : null);

const costOf = (part: FramePart, subsidy: SubsidyResult): number =>
  subsidy.parts.find(({ id }) => id === part.id)?.cost ?? 0;

/** Cap, rounding to the unit, lower limit. */
function rounded(draft: Draft, { beforeCap: before, cap, floor: least }: SubsidyResult, unit: number): Figure | null {
  if (before === null) return null;
  const value = floorTo(fraction(cap === null ? before : Math.min(cap, before)), unit);
  return {
    formula: () => {
      const capped = cap === null ? draft.at("beforeCap") : `MIN(${draft.at("beforeCap")},${draft.at("cap")})`;
      return orZero(toUnit(capped, 1n, unit), least);
    },
    value: least !== null && value < least ? 0 : value,
  };
}

/** The same where every part has its own limit, and some parts one together. */
function roundedParts(draft: Draft, subsidy: SubsidyResult, unit: number): Figure {
  const parts = draft.frame?.parts ?? [];
  const groups = draft.frame?.partLimits ?? [];
  const times = wholeBy(parts.map(({ rates }) => rates));
  const capOf = (id: string): number => subsidy.parts.find((part) => part.id === id)?.cap ?? 0;
  const payable = (part: FramePart): Fraction =>
    minimum(subsidyFor(part.rates, fraction(costOf(part, subsidy))), fraction(capOf(part.id)));
  const term = (part: FramePart): string =>
    `MIN(${scaledSubsidy(part.rates, draft.at(`part.${part.id}.cost`), times)},${times * BigInt(capOf(part.id))})`;
  const alone = parts.filter(({ id }) => !groups.some((group) => group.parts.includes(id)));
  const grouped = groups.map((group) => ({
    cap: group.cap,
    parts: parts.filter(({ id }) => group.parts.includes(id)),
  }));
  const total = (list: readonly FramePart[]): Fraction => list.map(payable).reduce(add, ZERO);
  const exact = grouped.reduce(
    (all, group) => add(all, minimum(total(group.parts), fraction(group.cap))),
    total(alone),
  );
  const capped = subsidy.cap === null ? exact : minimum(exact, fraction(subsidy.cap));
  const value = floorTo(capped, unit);
  return {
    formula: () => {
      const sum = [
        ...alone.map(term),
        ...grouped.map((group) => `MIN(${group.parts.map(term).join("+")},${times * BigInt(group.cap)})`),
      ].join("+");
      const limited = subsidy.cap === null ? sum : `MIN(${sum},${times}*${draft.at("cap")})`;
      return orZero(toUnit(limited, times, unit), subsidy.floor);
    },
    value: subsidy.floor !== null && value < subsidy.floor ? 0 : value,
  };
}

const toUnit = (dividend: string, times: bigint, unit: number): string => {
  const divisor = times * BigInt(unit);
  return divisor === 1n ? dividend : `ROUNDDOWN((${dividend})/${divisor},0)${unit === 1 ? "" : `*${unit}`}`;
};

const orZero = (amount: string, least: number | null): string =>
  least === null ? amount : `IF(${amount}<${least},0,${amount})`;

/** "1/5" → "20%"; "1/3" stays. */
export function percent(rate: string): string {
  const { n, d } = multiply(parseFraction(rate), fraction(100));
  return d === 1n ? `${n}%` : rate;
}

export function ratios(draft: Draft): void {
  const { page, report, words, scheme } = draft;
  if (report.ratios.length === 0 || report.totals === null) return;
  const say = words.ratios;
  page.heading(say.heading);
  page.header([
    [say.name, 1, 3],
    [say.amount, 4],
    [say.base, 5, 6],
    [say.limit, 7],
    [say.most, 8, 9],
    [say.allowed, 10, 11],
    [say.left, 12, 13],
    [say.status, 14],
  ]);
  for (const ratio of report.ratios) {
    const limit = scheme.ratios.find(({ id }) => id === ratio.id);
    const [amount, baseCell, most, allowed] = [page.here(4), page.here(5), page.here(8), page.here(10)];
    draft.mark(`ratio.${ratio.id}.amount`, amount);
    draft.mark(`ratio.${ratio.id}.allowed`, allowed);
    const mostYen = mostAllowed(draft, ratio, limit, amount, baseCell);
    page.put(1, say.nameOf(ratio.name), { style: "text", to: 3 });
    page.figure(4, limit === undefined ? null : amountOf(draft, limit), ratio.amount, { style: "number" });
    page.figure(5, baseOf(draft, ratio, amount, allowed), ratio.base, { style: "number", to: 6 });
    page.put(7, percent(ratio.limit), { style: "number" });
    page.figure(8, mostYen, mostYen.value, { style: "number", to: 9 });
    const waived = ratio.status === "waived";
    const kept = {
      formula: () => (waived ? amount : `MIN(${amount},${most})`),
      value: waived ? ratio.amount : Math.min(ratio.amount, mostYen.value),
    };
    page.figure(10, kept, ratio.allowed, { style: "number", to: 11 });
    const left = { formula: () => `${most}-${amount}`, value: mostYen.value - ratio.amount };
    page.figure(12, left, left.value, { style: "number", to: 13 });
    const style = ratio.status === "error" ? "error" : ratio.status === "warning" ? "warning" : "info";
    page.put(14, say.statusOf(ratio.status), { style });
    page.next();
  }
  page.next();
}

function amountOf(draft: Draft, limit: RatioLimit): Figure {
  const names = limit.minor === undefined ? limit.middles : [limit.minor];
  return sumByName(draft, names);
}

/** Eligible cost of some items, as they are named in the line table. */
export function sumByName(draft: Draft, names: readonly string[]): Figure {
  return {
    formula: () => names.map((name) => sumWhere(draft.at("lines.eligible"), draft.at("lines.name"), name)).join("+"),
    value: draft.eligible(({ name }) => name !== null && names.includes(name)),
  };
}

/** What a share is measured against: the rest, everything, or the grant itself. */
function baseOf(draft: Draft, ratio: RatioResult, amount: string, allowed: string): Figure | null {
  const eligible = draft.report.totals?.eligible ?? 0;
  const cap = draft.report.subsidy?.cap ?? null;
  const others = eligible - ratio.amount;
  const candidates: Figure[] = [
    { formula: () => `${draft.at("eligible")}-${amount}`, value: others },
    { formula: () => draft.at("eligible"), value: eligible },
  ];
  if (cap !== null)
    candidates.push({
      formula: () => {
        const income = draft.income > 0 ? `+${draft.at("income")}` : "";
        return `MAX(0,MIN(${draft.at("cap")},${draft.at("eligible")}-${amount}+${allowed}${income}))`;
      },
      value: Math.max(0, Math.min(cap, others + ratio.allowed - draft.income)),
    });
  // A grant as the base stands last: the others would only meet its figure by chance.
  return candidates.reverse().find(({ value }) => value === ratio.base) ?? null;
}

/** The most that the limit lets through: its share of the base, or what keeps it within its share of the whole. */
function mostAllowed(
  draft: Draft,
  ratio: RatioResult,
  limit: RatioLimit | undefined,
  amount: string,
  baseCell: string,
): Figure {
  const max = parseFraction(ratio.limit);
  const ofRest = divide(max, subtract(ONE, max));
  const shareOf = (share: Fraction, yen: number): number => Math.max(0, floor(multiply(share, fraction(yen))));
  const formula = (share: Fraction, yen: string): string =>
    `MAX(0,${floorDivided(share.n === 1n ? yen : `${share.n}*(${yen})`, share.d)})`;
  const cap = draft.report.subsidy?.cap ?? null;
  if (limit?.bases.some(({ of }) => of === "grant") === true && cap !== null) {
    const rest = (draft.report.totals?.eligible ?? 0) - ratio.amount - draft.income;
    const restCells = (): string =>
      `${draft.at("eligible")}-${amount}${draft.income > 0 ? `+${draft.at("income")}` : ""}`;
    return {
      formula: () => `MIN(${formula(ofRest, restCells())},${formula(max, draft.at("cap"))})`,
      value: Math.min(shareOf(ofRest, rest), shareOf(max, cap)),
    };
  }
  const share = limit?.bases[0]?.of === "total" ? ofRest : max;
  return { formula: () => formula(share, baseCell), value: shareOf(share, ratio.base) };
}

export function members(draft: Draft): void {
  const { page, report, words, items } = draft;
  if (report.members.length < 2) return;
  const say = words.members;
  page.heading(say.heading);
  page.header([
    [say.name, 1, 3],
    [say.class, 4],
    [say.rate, 5, 6],
    [say.eligible, 7, 8],
    [say.cut, 9, 10],
    [say.allowed, 11, 12],
  ]);
  const first = report.members[0]?.name ?? "";
  for (const [index, member] of report.members.entries()) {
    const own = items
      .filter((item) => (item.member ?? first) === member.name)
      .reduce((all, one) => all + one.eligible, 0);
    const eligible = {
      formula: () => sumWhere(draft.at("lines.eligible"), draft.at("lines.member"), member.name),
      value: own,
    };
    const [eligibleCell, cutCell] = [page.here(7), page.here(9)];
    draft.mark(`member.${index}.allowed`, page.here(11));
    page.put(1, member.name, { style: "text", to: 3 });
    page.put(4, words.classOf(member.class), { style: "textWrap" });
    page.put(5, member.rate, { style: "number", to: 6 });
    page.figure(7, eligible, own, { style: "number", to: 8 });
    page.put(9, member.allowed - own, { style: "number", format: YEN, to: 10 });
    const allowed = { formula: () => `${eligibleCell}+${cutCell}`, value: member.allowed };
    page.figure(11, allowed, member.allowed, { style: "number", to: 12 });
    page.next();
  }
  page.next();
}

export function parts(draft: Draft): void {
  const { page, report, words, frame } = draft;
  const results = report.subsidy?.parts ?? [];
  if (results.length === 0) return;
  const say = words.parts;
  page.heading(say.heading);
  page.header([
    [say.name, 1, 3],
    [say.cost, 4],
    [say.rate, 5, 6],
    [say.cap, 7, 8],
    [say.amount, 9, 10],
  ]);
  for (const result of results) {
    const part = frame?.parts?.find(({ id }) => id === result.id);
    const [costCell, capCell] = [page.here(4), page.here(7)];
    draft.mark(`part.${result.id}.cost`, costCell);
    page.put(1, part === undefined ? result.id : words.pick(part.name), { style: "text", to: 3 });
    page.figure(4, part === undefined ? null : costFigure(draft, part), result.cost, { style: "number" });
    page.put(5, part?.rates.map(({ rate }) => rate).join("→") ?? "", { style: "number", to: 6 });
    page.put(7, result.cap, { style: "number", format: YEN, to: 8 });
    const tiers = part?.rates ?? [];
    const times = wholeBy([tiers]);
    const amount = {
      formula: () => `MIN(${floorDivided(scaledSubsidy(tiers, costCell, times), times)},${capCell})`,
      value: floor(minimum(subsidyFor(tiers, fraction(result.cost)), fraction(result.cap))),
    };
    page.figure(9, tiers.length === 0 ? null : amount, result.amount, { style: "number", to: 10 });
    page.next();
  }
  page.next();
}

/** A part's cost by the names of its items, where every line of such a name belongs to it. */
function costFigure(draft: Draft, part: FramePart): Figure {
  const belongs = (item: { readonly middle: string | null; readonly minor: string | null }): boolean =>
    part.items.some((ref) => covers(ref, item));
  const names = [
    ...new Set(
      draft.items
        .filter(belongs)
        .map(({ name }) => name)
        .filter((name) => name !== null),
    ),
  ];
  return names.length === 0 ? { formula: () => "0", value: 0 } : sumByName(draft, names);
}
