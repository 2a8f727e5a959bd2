/** From the total to the subsidy, step by step, and the tables that steps refer to: ratios, members, parts. */
import {
  add,
  divide,
  floor,
  fraction,
  minimum,
  multiply,
  ONE,
  parseFraction,
  subtract,
  ZERO,
  type Fraction,
} from "../../core/money/fraction";
import type { RatioResult, Step, SubsidyResult } from "../../core/report/report";
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
  const { page, report, words } = draft;
  if (report.totals === null) return;
  const say = words.steps;
  page.heading(say.heading);
  page.header([
    [say.item, WHAT, YEN_FROM - 1],
    [say.yen, YEN_FROM, HOW - 1],
    [say.how, HOW, LAST],
  ]);
  const pays = report.measure === null;
  for (const step of report.steps) if (pays || !FUNDING.has(step.id)) stepRow(draft, step);
  if (pays && report.subsidy !== null) request(draft, report.subsidy);
}

/** What a scheme without a subsidy does not have. */
const FUNDING: ReadonlySet<Step["id"]> = new Set(["part", "rate", "partLimits", "cap", "rounding", "floor", "amount"]);

function row(draft: Draft, label: string, figure: Figure | null, yen: number, how: string, result = false): void {
  const { page } = draft;
  page.put(WHAT, label, { style: result ? "total" : "text", to: YEN_FROM - 1 });
  page.figure(YEN_FROM, figure, yen, { style: result ? "result" : "number", to: HOW - 1 });
  page.paragraph(HOW, how, { style: "textWrap", to: LAST });
  page.next();
}

function stepRow(draft: Draft, step: Step): void {
  const { label, note } = draft.words.steps.say(step, draft.report, draft.scheme);
  const yen = step.kind === "cut" ? 0 - step.yen : step.yen; // never −0
  const ref = refOf(step);
  if (ref !== null) draft.mark(ref, draft.page.here(YEN_FROM));
  row(draft, label, figureOf(draft, step, yen), yen, note, step.id === "amount");
}

function refOf({ id, of }: Step): Ref | null {
  if (id === "reduction" || id === "ratio" || id === "part") return null;
  return of === null || id === "rate" ? id : null;
}

/** How a step follows from the cells before it, by the scheme's rule; null where it is a fact of the application. */
function figureOf(draft: Draft, step: Step, yen: number): Figure | null {
  const { items, report, scheme } = draft;
  const { subsidy } = report;
  const sum = (of: "claimed" | "eligible"): number => items.reduce((total, item) => total + (item[of] ?? 0), 0);
  const by = (formula: () => string, value = yen): Figure => ({ formula, value });
  switch (step.id) {
    case "claimed":
      return by(() => `SUM(${draft.at("lines.claimed")})`, sum("claimed"));
    case "reduction": {
      const reason = draft.words.lines.reasonOf(step.of ?? "");
      const of = (range: "lines.eligible" | "lines.claimed"): string =>
        sumWhere(draft.at(range), draft.at("lines.reason"), reason);
      const cut = items.reduce(
        (all, item) => (item.reason === step.of ? all + item.eligible - (item.claimed ?? 0) : all),
        0,
      );
      return by(() => `${of("lines.eligible")}-${of("lines.claimed")}`, cut);
    }
    case "eligible":
      return by(() => `SUM(${draft.at("lines.eligible")})`, sum("eligible"));
    case "ratio":
      return by(() => draft.ratioCut(step.of ?? ""));
    case "allowed":
      return by(
        () => [draft.at("eligible"), ...report.ratios.map(({ id }) => draft.ratioCut(id))].join("+"),
        report.ratios.reduce((all, { allowed, amount }) => all + allowed - amount, sum("eligible")),
      );
    case "income":
      return null;
    case "base":
      return by(() => `${draft.at("allowed")}+${draft.at("income")}`);
    case "part":
      return by(() => draft.at(`part.${step.of ?? ""}.amount`));
    case "rate":
      return subsidy === null ? null : beforeCap(draft, subsidy);
    case "partLimits":
      return subsidy === null ? null : partLimits(draft, subsidy);
    case "cap":
      return by(() => `MIN(0,${subsidy?.cap ?? 0}-${sumUntil(draft, "cap")})`);
    case "rounding": {
      const unit = scheme.rounding?.unit ?? 1;
      return by(() => {
        const before = sumUntil(draft, "rounding");
        return `ROUNDDOWN(${before}/${unit},0)*${unit}-${before}`;
      });
    }
    case "floor":
      return by(() => {
        const before = sumUntil(draft, "floor");
        return `IF(${before}<${subsidy?.floor ?? 0},-${before},0)`;
      });
    case "amount":
      return by(() => sumUntil(draft, "amount"));
  }
}

/** What stands before a step: the subsidy at the rate, and every cut since; in brackets where it is a sum. */
function sumUntil({ report, at }: Draft, id: Step["id"]): string {
  const from = report.steps.findIndex((step) => step.id === "rate");
  const to = report.steps.findIndex((step) => step.id === id);
  const terms = report.steps.slice(from, to).map((step) => at(step.id as Ref));
  return terms.length === 1 ? (terms[0] ?? "0") : `(${terms.join("+")})`;
}

function request(draft: Draft, subsidy: SubsidyResult): void {
  const { page, words } = draft;
  const say = words.steps;
  if (subsidy.amount === null) {
    page.put(WHAT, say.amount, { style: "total", to: YEN_FROM - 1 });
    page.put(YEN_FROM, say.unknown, { style: "result", to: HOW - 1 });
    page.paragraph(HOW, words.verdict.missing(subsidy.missing), { style: "textWrap", to: LAST });
    page.next();
  }
  if (subsidy.requested === null) return;
  draft.mark("requested", page.here(YEN_FROM));
  row(draft, say.requested, null, subsidy.requested, "");
  if (subsidy.amount === null) return;
  const difference = subsidy.amount - subsidy.requested;
  const formula = (): string => `${draft.at("amount")}-${draft.at("requested")}`;
  row(draft, say.difference, { formula, value: difference }, difference, difference < 0 ? say.differenceHow : "");
}

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
  const { tiers } = subsidy;
  if (tiers === null) return null;
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

/** What the parts' own limits take off, and those that some parts have together. */
function partLimits(draft: Draft, subsidy: SubsidyResult): Figure {
  const parts = draft.frame?.parts ?? [];
  const groups = draft.frame?.partLimits ?? [];
  const times = wholeBy(parts.map(({ rates }) => rates));
  const capOf = (id: string): number => subsidy.parts.find((part) => part.id === id)?.cap ?? 0;
  const term = (part: FramePart): string =>
    `MIN(${scaledSubsidy(part.rates, draft.at(`part.${part.id}.cost`), times)},${times * BigInt(capOf(part.id))})`;
  const alone = parts.filter(({ id }) => !groups.some((group) => group.parts.includes(id)));
  const together = groups.map(({ cap, parts: ids }) => ({ cap, parts: parts.filter(({ id }) => ids.includes(id)) }));
  return {
    formula: () => {
      const sum = [
        ...alone.map(term),
        ...together.map((group) => `MIN(${group.parts.map(term).join("+")},${times * BigInt(group.cap)})`),
      ].join("+");
      return `${floorDivided(sum, times)}-${draft.at("rate")}`;
    },
    value: (subsidy.payable ?? 0) - (subsidy.beforeCap ?? 0),
  };
}

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
    page.figure(5, limit === undefined ? null : baseOf(draft, ratio, limit, amount, allowed), ratio.base, {
      style: "number",
      to: 6,
    });
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

/** What stands beside an item: the eligible cost less what earlier limits took, and less the item itself. */
function restOf(draft: Draft, ratio: RatioResult, amount: string): Figure {
  const before = draft.report.ratios.slice(0, draft.report.ratios.indexOf(ratio));
  return {
    formula: () => [draft.at("eligible"), ...before.map(({ id }) => draft.ratioCut(id))].join("+") + `-${amount}`,
    value:
      before.reduce(
        (yen, { allowed, amount: own }) => yen + allowed - own,
        draft.eligible(() => true),
      ) - ratio.amount,
  };
}

const isOfGrant = (limit: RatioLimit | undefined): boolean => limit?.bases.some(({ of }) => of === "grant") === true;

/** What a share is measured against, by the scheme's rule: what stands beside the item, or the grant itself. */
function baseOf(draft: Draft, ratio: RatioResult, limit: RatioLimit, amount: string, allowed: string): Figure | null {
  const rest = restOf(draft, ratio, amount);
  if (!isOfGrant(limit)) return rest;
  const cap = draft.report.subsidy?.cap ?? null;
  if (cap === null) return null;
  const income = (): string => (draft.income > 0 ? `+${draft.at("income")}` : "");
  return {
    formula: () => `MAX(0,MIN(${cap},${rest.formula()}+${allowed}${income()}))`,
    value: Math.max(0, Math.min(cap, rest.value + ratio.allowed - draft.income)),
  };
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
  if (isOfGrant(limit) && cap !== null) {
    const rest = restOf(draft, ratio, amount);
    const restCells = (): string => `${rest.formula()}${draft.income > 0 ? `+${draft.at("income")}` : ""}`;
    const ofCap = shareOf(max, cap);
    return {
      formula: () => `MIN(${formula(ofRest, restCells())},${ofCap})`,
      value: Math.min(shareOf(ofRest, rest.value - draft.income), ofCap),
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
    page.paragraph(4, words.classOf(member.class), { style: "textWrap" });
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
    draft.mark(`part.${result.id}.amount`, page.here(9));
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
