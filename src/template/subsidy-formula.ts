/**
 * The subsidy as spreadsheet formulas, from the same data as the engine. Whole yen are kept exact: a rate a/b is
 * ×a÷b, and one rounding at six decimals hides what binary fractions leave behind.
 */
import { forClass } from "../core/subsidy/rates";
import type { ApplicantClass } from "../core/scheme/terms";
import type { Banded, ByClass, Frame, FramePart, RateTiers, Scheme } from "../core/scheme/scheme";
import { classLabel, labelsOf, type ItemLabel } from "./items";

/** Cells the formulas look at, as absolute addresses; absent where the scheme does not ask. */
export interface Inputs {
  readonly frame: string;
  readonly applicant: string;
  readonly employees?: string;
  readonly members?: string;
  readonly deficit?: string;
  readonly rate?: string;
  /** Cost the rate applies to. */
  readonly base: string;
  readonly cap: string;
  readonly exact: string;
}

/** Σ of the budget's amounts under these item names. */
type SumOfItems = (labels: readonly string[]) => string;

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** IF chains over the text of a cell; cases that give the same are asked together. */
export function caseOf(cell: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
  const byResult = new Map<string, string[]>();
  for (const [text, result] of cases) byResult.set(result, [...(byResult.get(result) ?? []), text]);
  return [...byResult].reduceRight((rest, [result, texts]) => {
    const tests = texts.map((text) => `${cell}=${quoted(text)}`);
    return `IF(${tests.length === 1 ? (tests[0] ?? "") : `OR(${tests.join(",")})`},${result},${rest})`;
  }, otherwise);
}

const parts = (rate: string): [string, string] => {
  const [top = "1", bottom = "1"] = rate.split("/");
  return [top, bottom];
};

const times = (amount: string, rate: string): string => {
  const [top, bottom] = parts(rate);
  return (top === "1" ? amount : `${amount}*${top}`) + (bottom === "1" ? "" : `/${bottom}`);
};

/** Marginal tiers by subsidy; `cost` is a cell or a bracketed term. */
function tiersFormula(tiers: RateTiers, cost: string): string {
  let from = 0;
  let begins = "0"; // cost at which the tier begins
  return tiers
    .map(({ rate, upTo }) => {
      const rest = begins === "0" ? cost : `MAX(0,${cost}-${begins})`;
      const term = upTo === undefined ? times(rest, rate) : `MIN(${String(upTo - from)},${times(rest, rate)})`;
      if (upTo !== undefined) {
        const [top, bottom] = parts(rate);
        const fills = `${String(upTo - from)}*${bottom}/${top}`;
        begins = begins === "0" ? fills : `${begins}-${fills}`;
        from = upTo;
      }
      return term;
    })
    .join("+");
}

const overFrames = (scheme: Scheme, inputs: Inputs, of: (frame: Frame) => string): string =>
  caseOf(
    inputs.frame,
    scheme.frames.map((frame) => [frame.name.ja, of(frame)] as const),
    '""',
  );

const overClasses = <T>(scheme: Scheme, inputs: Inputs, figures: ByClass<T>, of: (figure: T) => string): string =>
  caseOf(
    inputs.applicant,
    scheme.classes.flatMap((word: ApplicantClass) => {
      const own = forClass(figures, word);
      return own === undefined ? [] : [[classLabel(scheme, word), of(own)] as const];
    }),
    '""',
  );

function bandedFormula(figure: Banded, inputs: Inputs): string {
  if (typeof figure === "number") return String(figure);
  const { employees } = inputs;
  if (employees === undefined) return '""';
  const chain = figure.bands.reduceRight((rest, { to, yen }) => {
    const shown = yen === null ? '""' : String(yen);
    return to === undefined ? shown : `IF(${employees}<=${String(to)},${shown},${rest})`;
  }, '""');
  return `IF(${employees}="","",${chain})`;
}

/** The upper limit that applies, or "" while something is missing or the document states none. */
export function capFormula(scheme: Scheme, inputs: Inputs): string {
  return overFrames(scheme, inputs, (frame) => {
    if (frame.parts !== undefined) return partsCap(frame, frame.parts, inputs);
    if (frame.cap === null) return '""';
    if (typeof frame.cap === "object" && !("by" in frame.cap))
      return overClasses(scheme, inputs, frame.cap as ByClass<Banded>, (figure) => bandedFormula(figure, inputs));
    return bandedFormula(frame.cap as Banded, inputs);
  });
}

/** The rate as people read it. */
export function rateFormula(scheme: Scheme, inputs: Inputs): string {
  const shown = (tiers: RateTiers) => quoted(tiers.length === 1 ? (tiers[0]?.rate ?? "") : "段階による");
  return overFrames(scheme, inputs, (frame) => {
    if (frame.parts !== undefined) return quoted("経費による");
    if (frame.rates === null) return '""';
    const own = overClasses(scheme, inputs, frame.rates, shown);
    return frame.deficitRates === undefined || inputs.deficit === undefined
      ? own
      : `IF(${inputs.deficit}="はい",${shown(frame.deficitRates)},${own})`;
  });
}

/** Rate × cost, before cap and rounding. */
export function exactFormula(scheme: Scheme, inputs: Inputs, labels: readonly ItemLabel[], sumOf: SumOfItems): string {
  return overFrames(scheme, inputs, (frame) => {
    if (frame.parts !== undefined) return partsFormula(frame, frame.parts, inputs, labels, sumOf);
    if (frame.rates === null) return statedRate(inputs);
    const own = overClasses(scheme, inputs, frame.rates, (tiers) => tiersFormula(tiers, inputs.base));
    return frame.deficitRates === undefined || inputs.deficit === undefined
      ? own
      : `IF(${inputs.deficit}="はい",${tiersFormula(frame.deficitRates, inputs.base)},${own})`;
  });
}

/** "2/3" typed as text, where the document states no rate. */
function statedRate({ rate, base }: Inputs): string {
  if (rate === undefined) return '""';
  const slash = `FIND("/",${rate})`;
  return `IF(${rate}="","",${base}*VALUE(LEFT(${rate},${slash}-1))/VALUE(MID(${rate},${slash}+1,9)))`;
}

const partCap = (part: FramePart, { members }: Inputs): string =>
  part.capPer === undefined ? String(part.cap) : `${String(part.cap)}*${members ?? "1"}`;

/** Parts with a common limit first, then each of the others. */
function grouped(frame: Frame, own: readonly FramePart[], of: (part: FramePart) => string): string {
  const limits = frame.partLimits ?? [];
  const terms = limits.map(({ parts: ids, cap }) => {
    const inside = own.filter(({ id }) => ids.includes(id)).map(of);
    return `MIN(${String(cap)},${inside.join("+")})`;
  });
  const alone = own.filter(({ id }) => !limits.some(({ parts: ids }) => ids.includes(id))).map(of);
  return [...terms, ...alone].join("+");
}

const needsMembers = (own: readonly FramePart[]): boolean => own.some(({ capPer }) => capPer !== undefined);

function whenCounted(own: readonly FramePart[], { members }: Inputs, formula: string): string {
  return needsMembers(own) && members !== undefined ? `IF(${members}="","",${formula})` : formula;
}

const partsCap = (frame: Frame, own: readonly FramePart[], inputs: Inputs): string =>
  whenCounted(
    own,
    inputs,
    grouped(frame, own, (part) => partCap(part, inputs)),
  );

function partsFormula(
  frame: Frame,
  own: readonly FramePart[],
  inputs: Inputs,
  labels: readonly ItemLabel[],
  sumOf: SumOfItems,
): string {
  const payable = (part: FramePart): string => {
    const cost = sumOf(part.items.flatMap((ref) => labelsOf(labels, ref)));
    return `MIN(${partCap(part, inputs)},${tiersFormula(part.rates, `(${cost})`)})`;
  };
  return whenCounted(own, inputs, grouped(frame, own, payable));
}

/** The figure that may be applied for: capped, rounded once, and nothing below the lower limit. */
export function amountFormula(scheme: Scheme, inputs: Inputs): string {
  const unit = scheme.rounding?.unit ?? 1;
  const capped = `MIN(${inputs.exact},${inputs.cap})`;
  const whole = unit === 1 ? `INT(ROUND(${capped},6))` : `INT(ROUND(${capped}/${String(unit)},6))*${String(unit)}`;
  const floors = overFrames(scheme, inputs, ({ floor }) => String(floor ?? 0));
  const kept = scheme.frames.some(({ floor }) => floor !== undefined) ? `IF(${whole}<${floors},0,${whole})` : whole;
  return `IF(OR(${inputs.exact}="",${inputs.cap}=""),"",${kept})`;
}
