/** Reads labelled lines and learns the classifier's weights from them: logistic regression, one step of AdaGrad a line. */
import { readFileSync } from "node:fs";
import { categoryOf } from "../src/core/classify/categorise";
import { allKinds, families, familyCount } from "../src/core/classify/families";
import { featuresOf } from "../src/core/classify/features";
import { MOST_IN_GAP, OUTCOMES, OUTPUTS, type Learned } from "../src/core/classify/model";
import type { LineText } from "../src/core/classify/nature";
import { readLine } from "../src/core/classify/signals";
import { floor, fraction, type Fraction } from "../src/core/money/fraction";
import { parseScheme } from "../src/core/scheme/loader";
import dx2025 from "../src/schemes/fais-dx-2025.json";

export const scheme = parseScheme(dx2025);

const FIXTURES = "test/fixtures/classification";

/** Who wrote which files: ours, and those of other hands, who had seen neither code nor lexicon. */
export const AUTHORS: Readonly<Record<string, readonly string[]>> = {
  ours: ["own", "more", "trades", "held-out", "fresh-1", "fresh-2", "fresh-3", "fresh-4", "fresh-5", "wider", "kinds"],
  given: ["lines"],
  first: ["other-hand"],
  second: ["other-hand-2"],
  third: ["other-hand-3"],
  fourth: ["other-hand-4", "other-hand-5"],
  fifth: ["other-hand-6"],
  sixth: ["other-hand-7"],
  seventh: ["other-hand-8"],
  eighth: ["other-hand-9"],
  ninth: ["other-hand-10"],
  tenth: ["other-hand-11"],
  eleventh: ["other-hand-12"],
};

/** Files whose lines the weights are learned from. Not from `unseen`, at which nobody looks, nor from what is only measured. */
export const LEARNED_FROM: readonly string[] = Object.values(AUTHORS).flat();

/** Words were mended by these, but nothing is learned from them: what weights make of lines that they never saw. */
export const ONLY_MEASURED: readonly string[] = [
  "other-hand-13",
  "other-hand-14",
  "other-hand-15",
  "other-hand-16",
  "other-hand-17",
  "other-hand-18",
  "other-hand-19",
];

export const linesIn = (name: string): LabelledLine[] => readLines(`${FIXTURES}/${name}.tsv`);

export interface LabelledLine {
  readonly line: LineText;
  readonly major: string;
  readonly middle: string;
  readonly minor: string | null;
  readonly eligibility: string;
  /** The clause that decides on eligibility, or that of the item. */
  readonly reason: string;
  readonly difficulty: string | null;
}

/**
 * Lines of a .tsv: description, vendor, unit_price, quantity, unit, note, major, middle, minor, eligibility, reason; rows
 * that begin with "#" say how the lines were made.
 */
export function readLines(file: string): LabelledLine[] {
  const [head, ...rows] = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .filter((row) => !row.startsWith("#"));
  const names = (head ?? "").split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    const orNull = (name: string): string | null => cell(name) || null;
    return {
      line: {
        description: cell("description"),
        specification: null,
        vendor: orNull("vendor"),
        unitPrice: figure(cell("unit_price")),
        quantity: figure(cell("quantity")),
        unit: orNull("unit"),
        note: orNull("note"),
        statedMajor: null,
        statedMiddle: null,
        statedMinor: null,
      },
      major: cell("major"),
      middle: cell("middle"),
      minor: orNull("minor"),
      eligibility: cell("eligibility"),
      reason: clauseIn(cell("reason")),
      difficulty: orNull("difficulty"),
    };
  });
}

/** "5(1)①Ⅰ-1・⑦サ 機械装置の設置と無関係" is refused by 5(1)⑦サ: the last clause named, without the words. */
function clauseIn(reason: string): string {
  const [clauses = ""] = reason.split(" ");
  const named = clauses.split("・").filter((clause) => clause !== "");
  const last = named.at(-1) ?? "";
  if (/^[ア-サ]$/.test(last)) return `5(1)⑦${last}`;
  return /^[①-⑨]/.test(last) ? `5(1)${last}` : last;
}

function figure(text: string): Fraction | null {
  if (text === "") return null;
  const [whole, decimals = ""] = text.split(".");
  return fraction(Number(`${whole ?? ""}${decimals}`), 10 ** decimals.length);
}

/** The outcome that a clause stands for; dates and payment methods are no matter of learning. */
const OUTCOME_OF: Readonly<Record<string, (typeof OUTCOMES)[number]>> = {
  "5(1)⑦ア": "stationery",
  "5(1)⑦イ": "reference-book",
  "5(1)⑦ウ": "food",
  "5(1)⑦エ": "university-staff",
  "5(1)⑦オ": "unrelated-event",
  "5(1)⑦カ": "existing-contract",
  "5(1)⑦キ": "membership-fee",
  "5(1)⑦ク": "basic-research",
  "5(1)⑦ケ": "bank-fee",
  "5(1)⑦コ": "giveaway",
  "5(1)⑦サ": "unrelated",
  "2(2)": "replacement",
  "5(1)①Ⅲ-3": "patent-office-fee",
  "5(1)⑤イ": "premium-travel",
  "5(1)⑥ウ": "premium-travel",
  "5(1)⑤オ": "unlisted-traveller",
  "5(1)④ウ": "executive-pay",
  "5(1)④イ": "pay-component",
};

interface Example {
  readonly features: readonly number[];
  /** Families whose kinds the scheme puts under the labelled item at this price. */
  readonly families: readonly boolean[];
  /** null: the words alone do not say. */
  readonly outcome: number | null;
}

/** The line, and its bare item: what is missing of a line must not speak for anything. */
function examplesOf(labelled: LabelledLine): readonly [line: Example, bare: Example] {
  const line = exampleOf(labelled);
  const bare: LineText = { ...labelled.line, vendor: null, unit: null, unitPrice: null, quantity: null, note: null };
  return [line, { features: featuresOf(readLine(bare)), families: line.families, outcome: null }];
}

function exampleOf(labelled: LabelledLine): Example {
  const fitting = new Array<boolean>(familyCount).fill(false);
  const { unitPrice } = labelled.line;
  const price = unitPrice === null ? null : floor(unitPrice);
  allKinds.forEach((kind, i) => {
    const category = categoryOf(kind, scheme, price);
    if (category?.middle === labelled.middle && (labelled.minor === null || category.minor === labelled.minor))
      fitting[families[i] as number] = true;
  });
  const outcome =
    labelled.eligibility === "ineligible"
      ? (OUTCOME_OF[labelled.reason] ?? "eligible")
      : (labelled.eligibility as "eligible" | "review");
  return { features: featuresOf(readLine(labelled.line)), families: fitting, outcome: OUTCOMES.indexOf(outcome) };
}

const EPOCHS = 25;
/** The weights are the mean of so many last rounds: no line that came last has the last word. */
const AVERAGED = 10;
/** One step in so many is taken on the bare item. */
const BARE_EVERY = 3;
const RATE = 0.3;
const PENALTY = 1.6;
/** A sequence of fewer lines is left out, for the room it takes. */
const LEAST_LINES = 7;
const STEP = 1.3;
const MOST_STEPS = 7;
const LEAST_STEPS = 2;

export function learn(lines: readonly LabelledLine[]): Learned {
  const examples = lines.map(examplesOf);
  const seen = new Map<number, number>();
  for (const [{ features }] of examples) for (const one of new Set(features)) seen.set(one, (seen.get(one) ?? 0) + 1);
  const kept = [...seen]
    .filter(([, count]) => count >= LEAST_LINES)
    .map(([one]) => one)
    .sort((a, b) => a - b);
  const rowOf = new Map(kept.map((one, row) => [one, row]));
  const weights = new Float64Array(kept.length * OUTPUTS);
  const squares = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const order = examples.map((_, i) => i);
  const random = randomly();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const [line, bare] = examples[i]!;
      step((epoch + i) % BARE_EVERY === 0 ? bare : line, rowOf, weights, squares, PENALTY / examples.length);
    }
    if (epoch >= EPOCHS - AVERAGED) weights.forEach((weight, at) => (mean[at]! += weight / AVERAGED));
  }
  return store(kept, mean);
}

/** Numbers from 0 to below 1, the same each time. */
function randomly(): () => number {
  let seed = 1;
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** The files stand one after the other: in that order the last author's lines would count most. */
function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** Rounds the weights to steps, and drops sequences that then say little. */
function store(features: readonly number[], weights: Float64Array): Learned {
  const kept: number[] = [];
  const rows: (readonly number[])[] = [];
  features.forEach((feature, row) => {
    const from = row * OUTPUTS;
    const steps = [
      ...around(weights.subarray(from, from + familyCount)),
      ...around(weights.subarray(from + familyCount, from + OUTPUTS)),
    ].map((weight) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / STEP))));
    if (Math.max(...steps.map(Math.abs)) < LEAST_STEPS) return;
    kept.push(feature);
    rows.push(steps);
  });
  return {
    features: kept.map((one, i) => (one - (i === 0 ? 0 : (kept[i - 1] as number))).toString(36)).join(","),
    ...pack(rows),
    step: STEP,
  };
}

/** Writes down where each output's weights stand, and which they are. */
function pack(rows: readonly (readonly number[])[]): Pick<Learned, "gaps" | "weights"> {
  let gaps = "";
  let letters = "";
  for (let output = 0; output < OUTPUTS; output++) {
    let gap = 0;
    for (const row of rows) {
      const weight = row[output] as number;
      if (weight === 0) gap++;
      else {
        gaps +=
          "~".repeat(Math.floor(gap / MOST_IN_GAP)) + String.fromCharCode("0".charCodeAt(0) + (gap % MOST_IN_GAP));
        letters += String.fromCharCode("h".charCodeAt(0) + weight);
        gap = 0;
      }
    }
    gaps += "!";
  }
  return { gaps, weights: letters };
}

/** What one feature says of outputs that are alternatives, seen from the middle one: only differences count, and most are 0. */
function around(weights: Float64Array): Float64Array {
  const middle = weights.toSorted()[weights.length >> 1] as number;
  return weights.map((weight) => weight - middle);
}

function step(
  { features, families: fitting, outcome }: Example,
  rowOf: ReadonlyMap<number, number>,
  weights: Float64Array,
  squares: Float64Array,
  penalty: number,
): void {
  const rows = features.map((one) => rowOf.get(one)).filter((row) => row !== undefined);
  const scale = 1 / Math.sqrt(Math.max(1, features.length));
  const sums = new Float64Array(OUTPUTS);
  for (const row of rows)
    for (let output = 0; output < OUTPUTS; output++) sums[output]! += weights[row * OUTPUTS + output]! * scale;
  const slope = new Float64Array(OUTPUTS);
  pull(sums, slope, 0, familyCount, (output) => fitting[output] === true);
  if (outcome !== null) pull(sums, slope, familyCount, OUTPUTS, (output) => output === familyCount + outcome);
  for (const row of rows)
    for (let output = 0; output < OUTPUTS; output++) {
      const at = row * OUTPUTS + output;
      const gradient = slope[output]! * scale - penalty * weights[at]!;
      squares[at]! += gradient * gradient;
      weights[at]! += (RATE * gradient) / Math.sqrt(squares[at]! + 1e-8);
    }
}

/** Slope of the log-likelihood that one of the right outputs of a softmax is the one. */
function pull(
  sums: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
  right: (output: number) => boolean,
): void {
  let most = -Infinity;
  for (let output = from; output < to; output++) most = Math.max(most, sums[output]!);
  let all = 0;
  let good = 0;
  for (let output = from; output < to; output++) {
    slope[output] = Math.exp(sums[output]! - most);
    all += slope[output]!;
    if (right(output)) good += slope[output]!;
  }
  for (let output = from; output < to; output++) {
    const share = slope[output]! / all;
    slope[output] = (right(output) ? slope[output]! / Math.max(good, 1e-12) : 0) - share;
  }
}
