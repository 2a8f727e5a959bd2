/** What a line is: its kind, from all its words and figures together, and the traits a scheme may refuse. */
import { calibration } from "./learned/calibration";
import { combine } from "./kind/combine";
import { allKinds, families } from "./families";
import { WAGES } from "./groups";
import { addHint, statedItem } from "./hint";
import { isTrait, type Kind } from "./kinds";
import { learnedTables } from "./learned/learned";
import { Model } from "./learned/model";
import type { LineText, Nature } from "./nature";
import { signalsOf, type Signal } from "./kind/signals";
import { readLine, siftedIn } from "./reading/line";
import { once } from "../text/recalled";
import { traitsOf } from "./traits";

/** Further words for one kind add less than the first. */
const FURTHER = 0.35;
/** How much what was learned counts beside what the lexicon knows; chosen on lines that neither had seen. */
const LEARNED = 2.5;
/** Softens scores into shares; `calibrated` makes probabilities of them. */
const TEMPERATURE = 1.3;

const shipped = once(() => new Model(learnedTables()));

/** Where only the family is known, the most general of its kinds. */
const GENERAL = (["equipment", "material", "outsourcing", "meeting", "miscellaneous"] as const).map((kind) =>
  allKinds.indexOf(kind),
);

/**
 * @param firstYear the year in which the grant's period begins; null where it is not known
 * @param model what was learned; another one only where it is measured
 */
export function classify(line: LineText, firstYear: number | null, model: Model = shipped()): Nature {
  const reading = readLine(line);
  const sifted = siftedIn(reading);
  const signals = signalsOf(reading);
  const scores = scoreWords(signals);
  const learnt = model.weigh(reading);
  spoken.set(scores);
  addLearned(learnt.families, scores);
  const isRuled = combine(reading, sifted, spoken, learnt.outcomes, scores);
  for (const kind of GENERAL) scores[kind] = (scores[kind] as number) + 0.01;
  addHint(line, signals, scores);
  strike(scores, statedItem(line) !== null || reading.unit === "");
  const { best, runnerUp, share } = standing(scores);
  const kind = allKinds[best] as Kind;
  return {
    kind,
    confidence: calibrated(share),
    runnerUp: allKinds[runnerUp] as Kind,
    isRuled: isRuled(best, runnerUp),
    ...traitsOf(reading, sifted, kind, model, learnt, firstYear),
  };
}

/** Kinds that schemes refuse as such need so much of words of their own: letters and figures alone never make them. */
const REFUSED = allKinds.map((kind) => isTrait(kind) || ["catering", "dues", "welfare", "tax", "gift"].includes(kind));
const GROUND = 1.5;
/** Wages need a word, an hour or one's own house as the vendor, or a sheet that calls them so, or has no units. */
const WAGE = allKinds.map((kind) => WAGES.has(kind));

/** Strikes out kinds that nothing of their own speaks for. */
function strike(scores: Float64Array, mayBeWages: boolean): void {
  for (let kind = 0; kind < scores.length; kind++) {
    const words = spoken[kind] as number;
    if (REFUSED[kind] === true ? words - (borrowed[kind] as number) < GROUND : WAGE[kind] && !mayBeWages && words <= 0)
      scores[kind] = -Infinity;
  }
}

// One line is classified at a time: its sums are written over by the next.
const most = new Float64Array(allKinds.length);
const total = new Float64Array(allKinds.length);
const spoken = new Float64Array(allKinds.length);
/** What vendor and unit say, no words of the item's own. */
const borrowed = new Float64Array(allKinds.length);

function scoreWords(signals: readonly Signal[]): Float64Array {
  for (let kind = 0; kind < total.length; kind++) most[kind] = total[kind] = borrowed[kind] = 0;
  for (const { kind, weight, field } of signals) {
    if (weight > (most[kind] as number)) most[kind] = weight;
    total[kind] = (total[kind] as number) + weight;
    if (field === "vendor" || field === "unit") borrowed[kind] = (borrowed[kind] as number) + weight;
  }
  for (let kind = 0; kind < total.length; kind++) {
    const weight = most[kind] as number;
    total[kind] = weight + FURTHER * ((total[kind] as number) - weight);
  }
  return total;
}

/** Adds what the families' letters say. */
function addLearned(ofFamily: Float64Array, scores: Float64Array): void {
  for (let kind = 0; kind < scores.length; kind++)
    scores[kind] = (scores[kind] as number) + LEARNED * (ofFamily[families[kind] as number] as number);
}

/** The leading kind, the best of another family, and the share of the leader's family, 0–1. */
function standing(scores: Float64Array): { best: number; runnerUp: number; share: number } {
  const highest = Math.max(...scores);
  const best = scores.indexOf(highest);
  const family = families[best];
  let runnerUp = -1;
  let all = 0;
  let ours = 0;
  for (let kind = 0; kind < scores.length; kind++) {
    const score = scores[kind] as number;
    const weight = Math.exp((score - highest) / TEMPERATURE);
    all += weight;
    if (families[kind] === family) ours += weight;
    else if (runnerUp < 0 || score > (scores[runnerUp] as number)) runnerUp = kind;
  }
  return { best, runnerUp, share: ours / all };
}

/** Share of the score, and how often such an answer was right when lines were held out. */
const calibrated = calibration([0, 0.5, 0.8, 0.95, 0.99, 1], [0.7, 0.815, 0.855, 0.935, 0.965, 1]);
