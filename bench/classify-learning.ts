/** Learns weights of features from examples: logistic regression, one step of AdaGrad an example, rounded in the end. */
import type { Stored } from "../src/core/classify/learned/table";
import { packed } from "./classify-packing";

export interface Example {
  readonly features: readonly number[];
  /** By question, which of its answers are right; null: the example does not say. */
  readonly right: readonly (readonly boolean[] | null)[];
  /** How much it counts, 0–1. */
  readonly weight: number;
}

/** How weights are learned. */
export interface Course {
  /** By question, how many answers it has. */
  readonly answers: readonly number[];
  /** Of a weight's square. */
  readonly penalty: number;
  /** A feature of fewer examples is left out. */
  readonly leastExamples: number;
  /** Only so many features are kept, those that say most, and learned once more. */
  readonly mostFeatures: number;
  /** What weights are rounded to. */
  readonly step: number;
  /** A feature that says less of everything is left out, for the room it takes. */
  readonly leastSteps: number;
}

/** Rounds over all examples: to see which features say most, and to learn these. */
const SIFTING = 8;
const LEARNING = 25;
/** The weights are the mean of the last rounds, this share of them: no example that came last has the last word. */
const AVERAGED = 0.4;
const RATE = 0.3;
const MOST_STEPS = 7;

/** @param examples each in one or more shapes, which take turns */
export function learned(examples: readonly (readonly Example[])[], course: Course): Stored {
  const seen = new Map<number, number>();
  for (const shapes of examples)
    for (const one of new Set(shapes.at(-1)?.features)) seen.set(one, (seen.get(one) ?? 0) + 1);
  const known = [...seen].filter(([, count]) => count >= course.leastExamples).map(([one]) => one);
  return store(weigh(loudest(known, examples, course), examples, course, LEARNING), course);
}

function loudest(
  known: readonly number[],
  examples: readonly (readonly Example[])[],
  course: Course,
): readonly number[] {
  if (known.length <= course.mostFeatures) return known;
  return weigh(known, examples, course, SIFTING)
    .sort((a, b) => loudness(b) - loudness(a))
    .slice(0, course.mostFeatures)
    .map(({ feature }) => feature);
}

interface Row {
  readonly feature: number;
  /** Answer by answer, each seen from the middle one of its question: only differences count, and most are 0. */
  readonly weights: readonly number[];
}

const loudness = ({ weights }: Row): number => Math.max(...weights.map(Math.abs));

function weigh(
  features: readonly number[],
  examples: readonly (readonly Example[])[],
  course: Course,
  rounds: number,
): Row[] {
  const { answers, penalty } = course;
  const outputs = answers.reduce((sum, count) => sum + count, 0);
  const ordered = features.toSorted((a, b) => a - b);
  const rowOf = new Map(ordered.map((one, row) => [one, row]));
  const rowsOf = ({ features: own }: Example): number[] =>
    own.flatMap((one) => {
      const row = rowOf.get(one);
      return row === undefined ? [] : [row * outputs];
    });
  const lessons = examples.map((shapes) => shapes.map((shape) => ({ ...shape, rows: rowsOf(shape) })));
  const weights = new Float64Array(ordered.length * outputs);
  const squares = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const order = examples.map((_, i) => i);
  const random = randomly();
  const sums = new Float64Array(outputs);
  const slope = new Float64Array(outputs);
  const averaged = Math.round(rounds * AVERAGED);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const i of order) {
      const shapes = lessons[i]!;
      const { features: own, right, rows, weight } = shapes[(round + i) % shapes.length]!;
      const scale = 1 / Math.sqrt(Math.max(1, own.length));
      sums.fill(0);
      for (const row of rows) for (let output = 0; output < outputs; output++) sums[output]! += weights[row + output]!;
      slope.fill(0);
      let from = 0;
      answers.forEach((count, question) => {
        const fitting = right[question];
        if (fitting) pull(sums, scale, slope, from, fitting);
        from += count;
      });
      for (const row of rows)
        for (let output = 0; output < outputs; output++) {
          const at = row + output;
          const gradient = weight * slope[output]! * scale - (penalty / examples.length) * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! += (RATE * gradient) / Math.sqrt(squares[at]! + 1e-8);
        }
    }
    if (round >= rounds - averaged) weights.forEach((weight, at) => (mean[at]! += weight / averaged));
  }
  return ordered.map((feature, row) => {
    let from = row * outputs;
    return { feature, weights: answers.flatMap((count) => around(mean.subarray(from, (from += count)))) };
  });
}

/** Slope of the log-likelihood that one of the right answers of a question is the one. */
function pull(sums: Float64Array, scale: number, slope: Float64Array, from: number, fitting: readonly boolean[]): void {
  const to = from + fitting.length;
  let most = -Infinity;
  for (let output = from; output < to; output++) most = Math.max(most, sums[output]!);
  let all = 0;
  let good = 0;
  for (let output = from; output < to; output++) {
    slope[output] = Math.exp((sums[output]! - most) * scale);
    all += slope[output]!;
    if (fitting[output - from] === true) good += slope[output]!;
  }
  for (let output = from; output < to; output++) {
    const share = slope[output]! / all;
    slope[output] = (fitting[output - from] === true ? slope[output]! / Math.max(good, 1e-12) : 0) - share;
  }
}

function around(weights: Float64Array): number[] {
  const middle = weights.toSorted()[weights.length >> 1] as number;
  return [...weights].map((weight) => weight - middle);
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

/** Rounds the weights to steps. */
function store(rows: readonly Row[], { answers, step, leastSteps }: Course): Stored {
  const rounded = rows
    .map(({ feature, weights }) => ({
      feature,
      steps: weights.map((weight) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / step)))),
    }))
    .filter(({ steps }) => Math.max(...steps.map(Math.abs)) >= leastSteps);
  const table = {
    features: Int32Array.from(rounded, ({ feature }) => feature),
    weights: Int8Array.from(rounded.flatMap(({ steps }) => steps)),
  };
  const outputs = answers.reduce((sum, count) => sum + count, 0);
  return { rows: packed(table, outputs), step };
}
