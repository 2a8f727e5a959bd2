/**
 * What was learned from labelled lines: how strongly each letter sequence speaks for each family of kinds, and for each
 * reason to refuse a line. Weights are small integers; `scripts/train-classifier.mjs` writes them.
 */
import { familyCount } from "./families";
import { figureFeatures, vendorFeatures, wordFeatures, type Gathered } from "./features";
import type { Trait } from "./kinds";
import { recalled } from "../text/recalled";
import { readVendor, type LineReading } from "./signals";

/** What the second half of the model tells apart; the first two are no reasons to refuse. */
export const OUTCOMES = [
  "eligible",
  "review",
  "stationery",
  "reference-book",
  "food",
  "university-staff",
  "unrelated-event",
  "existing-contract",
  "membership-fee",
  "basic-research",
  "bank-fee",
  "giveaway",
  "unrelated",
  "replacement",
  "patent-office-fee",
  "premium-travel",
  "unlisted-traveller",
  "executive-pay",
  "pay-component",
] as const satisfies readonly ("eligible" | "review" | Trait)[];

export const OUTPUTS = familyCount + OUTCOMES.length;

/** As stored. */
export interface Learned {
  /** The features, ascending, as differences in base 36, separated by commas. */
  readonly features: string;
  /**
   * Output by output, how many features in a row say nothing of it: "0" none, "1" one and so on to "[" of 43; "~" 44, and
   * more to come; "!" the rest. Most say nothing of most outputs.
   */
  readonly gaps: string;
  /** For each feature between the gaps a letter: "i" is one step, "g" minus one step. */
  readonly weights: string;
  readonly step: number;
}

const ZERO = "h".charCodeAt(0);
const NO_GAP = "0".charCodeAt(0);
const LONG_GAP = "~".charCodeAt(0);
const NO_MORE = "!".charCodeAt(0);
export const MOST_IN_GAP = 44;

/** Four outputs share one integer, so that they are added up at once. */
const LANES = 4;
const ROW = Math.ceil(OUTPUTS / LANES);
/** A lane holds a sum of -128 to 127; the weights that are shipped are 5 steps at most. */
const LANE_LIMIT = 127;

const KNOWN_BITS = 17;
const KNOWN_MASK = (1 << KNOWN_BITS) - 1;

/** Log-odds of every family, and of every outcome. */
export interface Learnt {
  readonly families: Float64Array;
  readonly outcomes: Float64Array;
  /** Outcomes by the words of item and remarks alone: no unit, price or vendor. */
  readonly outcomesOfWords: Float64Array;
}

/** What some features add up to, output by output. */
interface Sums {
  readonly ofOutput: Int32Array;
  readonly features: number;
}

/** What was learned, as it is looked up. */
export interface Tables {
  /** Feature and row in turn, by hash; -1 where there is none. */
  readonly slots: Int32Array;
  /** A bit for the lower part of each feature, always at hand: most features that are not known end here. */
  readonly bits: Int32Array;
  /** By row, four outputs an integer. */
  readonly weights: Int32Array;
  /** So many weights can be added up before a lane could run over. */
  readonly mostAtOnce: number;
  readonly step: number;
}

export function tablesOf({ features: differences, gaps, weights, step }: Learned): Tables {
  const features = differences === "" ? [] : differences.split(",");
  let size = 1024;
  while (size < features.length * 3) size *= 2;
  const slots = new Int32Array(size * 2).fill(-1);
  const bits = new Int32Array(1 << (KNOWN_BITS - 5));
  const own = new Int32Array(features.length * ROW);
  let feature = 0;
  features.forEach((difference, row) => {
    feature += parseInt(difference, 36);
    const slot = slotOf(feature, slots);
    slots[slot] = feature;
    slots[slot + 1] = row * ROW;
    const bit = feature & KNOWN_MASK;
    bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
  });
  let heaviest = 1;
  let output = 0;
  let row = 0;
  let next = 0;
  for (let place = 0; place < gaps.length; place++) {
    const gap = gaps.charCodeAt(place);
    if (gap === NO_MORE) {
      output++;
      row = 0;
    } else if (gap === LONG_GAP) row += MOST_IN_GAP;
    else {
      row += gap - NO_GAP;
      const weight = weights.charCodeAt(next++) - ZERO;
      heaviest = Math.max(heaviest, Math.abs(weight));
      const at = row++ * ROW + ((output / LANES) | 0);
      own[at] = ((own[at] as number) + (weight << ((output % LANES) * 8))) | 0;
    }
  }
  return { slots, bits, weights: own, mostAtOnce: Math.max(1, Math.floor(LANE_LIMIT / heaviest)), step };
}

/** Where a feature stands, or where it would. */
function slotOf(feature: number, slots: Int32Array): number {
  const last = slots.length - 2;
  let slot = (feature * 2) & last;
  while (slots[slot] !== feature && slots[slot] !== -1) slot = (slot + 2) & last;
  return slot;
}

export class Model {
  // Kept, since thousands of lines ask one after the other.
  private rows = new Int32Array(256);
  private readonly sums = new Int32Array(OUTPUTS);
  private readonly answer = new Float64Array(OUTPUTS);
  private readonly ofWords = new Float64Array(OUTPUTS);
  private readonly learnt: Learnt = {
    families: this.answer.subarray(0, familyCount),
    outcomes: this.answer.subarray(familyCount),
    outcomesOfWords: this.ofWords.subarray(familyCount),
  };

  private readonly sumsOfVendor = recalled((typed): Sums => {
    const features = vendorFeatures(readVendor(typed).reading);
    const ofOutput = new Int32Array(OUTPUTS);
    this.addTo(ofOutput, features);
    return { ofOutput, features: features.count };
  });

  constructor(private readonly tables: Tables) {}

  /** The answer is written over by the next. */
  weigh(line: LineReading): Learnt {
    const { sums } = this;
    const vendor = this.sumsOfVendor(line.line.vendor ?? "");
    sums.fill(0);
    const words = wordFeatures(line);
    this.addTo(sums, words);
    let features = words.count;
    this.scale(features, this.ofWords);
    const figures = figureFeatures(line);
    this.addTo(sums, figures);
    features += figures.count + vendor.features;
    for (let output = 0; output < OUTPUTS; output++)
      sums[output] = (sums[output] as number) + (vendor.ofOutput[output] as number);
    this.scale(features, this.answer);
    return this.learnt;
  }

  private scale(features: number, to: Float64Array): void {
    const scale = this.tables.step / Math.sqrt(Math.max(1, features));
    for (let output = 0; output < OUTPUTS; output++) to[output] = (this.sums[output] as number) * scale;
  }

  private addTo(sums: Int32Array, features: Gathered): void {
    const count = this.findRows(features);
    const { rows } = this;
    const { weights, mostAtOnce } = this.tables;
    for (let from = 0; from < count; from += mostAtOnce) {
      const to = Math.min(from + mostAtOnce, count);
      for (let at = 0; at < ROW; at++) {
        let lanes = 0;
        for (let i = from; i < to; i++) lanes = (lanes + (weights[(rows[i] as number) + at] as number)) | 0;
        for (let output = at * LANES; output < Math.min((at + 1) * LANES, OUTPUTS); output++) {
          const sum = (lanes << 24) >> 24;
          sums[output] = (sums[output] as number) + sum;
          lanes = (lanes - sum) >> 8;
        }
      }
    }
  }

  /** Puts the rows of the features that are known into `rows`. @returns how many there are */
  private findRows({ list, count }: Gathered): number {
    const { slots, bits } = this.tables;
    if (this.rows.length < count) this.rows = new Int32Array(count * 2);
    let found = 0;
    for (let i = 0; i < count; i++) {
      const feature = list[i] as number;
      const bit = feature & KNOWN_MASK;
      if ((((bits[bit >> 5] as number) >> (bit & 31)) & 1) === 0) continue;
      const slot = slotOf(feature, slots);
      if (slots[slot] !== -1) this.rows[found++] = slots[slot + 1] as number;
    }
    return found;
  }
}
