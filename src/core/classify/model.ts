/**
 * What was learned from labelled lines: how strongly each letter sequence speaks for each family of kinds, and for each
 * reason to refuse a line. Weights are small integers; `scripts/train-classifier.mjs` writes them.
 */
import { familyCount } from "./families";
import type { Trait } from "./kinds";

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
  /** For each feature a letter for each output: "h" is 0, "i" is one step, "g" minus one step. */
  readonly weights: string;
  readonly step: number;
}

const ZERO = "h".charCodeAt(0);

export class Model {
  private readonly slots: Int32Array;
  private readonly rows: Int32Array;
  private readonly weights: Int8Array;
  private readonly mask: number;

  // Kept, since thousands of lines ask one after the other.
  private readonly sums = new Int32Array(OUTPUTS);
  private readonly answer = new Float64Array(OUTPUTS);

  constructor(private readonly learned: Learned) {
    const features = learned.features === "" ? [] : learned.features.split(",");
    let size = 1024;
    while (size < features.length * 3) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    this.rows = new Int32Array(size);
    let feature = 0;
    features.forEach((difference, row) => {
      feature += parseInt(difference, 36);
      let slot = feature & this.mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & this.mask;
      this.slots[slot] = feature;
      this.rows[slot] = row * OUTPUTS;
    });
    this.weights = new Int8Array(learned.weights.length);
    for (let i = 0; i < learned.weights.length; i++) this.weights[i] = learned.weights.charCodeAt(i) - ZERO;
  }

  /** Log-odds of every family, then of every outcome. The answer is written over by the next call. */
  outputs(features: readonly number[]): Float64Array {
    const { slots, rows, weights, mask, sums, answer: outputs } = this;
    sums.fill(0);
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] as number;
      let slot = feature & mask;
      while (slots[slot] !== feature && slots[slot] !== -1) slot = (slot + 1) & mask;
      if (slots[slot] === -1) continue;
      const row = rows[slot] as number;
      for (let output = 0; output < OUTPUTS; output++)
        sums[output] = ((sums[output] as number) + (weights[row + output] as number)) | 0;
    }
    const scale = this.learned.step / Math.sqrt(Math.max(1, features.length));
    for (let output = 0; output < OUTPUTS; output++) outputs[output] = (sums[output] as number) * scale;
    return outputs;
  }
}
