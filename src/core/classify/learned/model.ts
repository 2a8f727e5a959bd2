/**
 * What was learned from labelled lines: how strongly each letter sequence speaks for each family of kinds, for each
 * reason to refuse a line, and for what the remarks make of it. `scripts/train-classifier.mjs` writes the weights.
 */
import { familyCount } from "../families";
import { figureFeatures, vendorFeatures, wordFeatures, type Gathered } from "./features";
import type { Trait } from "../kinds";
import { recalled } from "../../text/recalled";
import { readVendor, type LineReading } from "../kind/signals";
import { Table, weightsOf, type Stored, type Weights } from "./table";

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

const OUTPUTS = familyCount + OUTCOMES.length;

/** What remarks say of the relation to the project: that it is none, that somebody still has to say, or neither. */
export const SENSES = ["refused", "open", "passed"] as const;
const REFUSED = SENSES.indexOf("refused");
const OPEN = SENSES.indexOf("open");

/** As stored. */
export interface Learned {
  readonly lines: Stored;
  readonly remarks: Stored;
}

/** As it is looked up. */
export interface Tables {
  readonly lines: Weights;
  readonly remarks: Weights;
}

export const tablesOf = ({ lines, remarks }: Learned): Tables => ({
  lines: weightsOf(lines, OUTPUTS),
  remarks: weightsOf(remarks, SENSES.length),
});

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

/** Probabilities, 0–1. */
export interface Sense {
  readonly refused: number;
  readonly open: number;
}

export class Model {
  private readonly lines: Table;
  private readonly remarks: Table;
  // Kept, since thousands of lines ask one after the other.
  private readonly sums = new Int32Array(OUTPUTS);
  private readonly answer = new Float64Array(OUTPUTS);
  private readonly ofWords = new Float64Array(OUTPUTS);
  private readonly ofRemark = new Int32Array(SENSES.length);
  private readonly remark = new Float64Array(SENSES.length);
  private readonly learnt: Learnt = {
    families: this.answer.subarray(0, familyCount),
    outcomes: this.answer.subarray(familyCount),
    outcomesOfWords: this.ofWords.subarray(familyCount),
  };

  private readonly sumsOfVendor = recalled((typed): Sums => {
    const features = vendorFeatures(readVendor(typed).reading);
    const ofOutput = new Int32Array(OUTPUTS);
    this.lines.addTo(ofOutput, features);
    return { ofOutput, features: features.count };
  });

  constructor({ lines, remarks }: Tables) {
    this.lines = new Table(lines);
    this.remarks = new Table(remarks);
  }

  /** The answer is written over by the next. */
  weigh(line: LineReading): Learnt {
    const { sums } = this;
    const vendor = this.sumsOfVendor(line.line.vendor ?? "");
    sums.fill(0);
    const words = wordFeatures(line);
    this.lines.addTo(sums, words);
    let features = words.count;
    this.lines.scale(sums, features, this.ofWords);
    const figures = figureFeatures(line);
    this.lines.addTo(sums, figures);
    features += figures.count + vendor.features;
    for (let output = 0; output < OUTPUTS; output++)
      sums[output] = (sums[output] as number) + (vendor.ofOutput[output] as number);
    this.lines.scale(sums, features, this.answer);
    return this.learnt;
  }

  /** What remarks say, by their features. */
  senseOf(remark: Gathered): Sense {
    const { ofRemark, remark: odds } = this;
    ofRemark.fill(0);
    this.remarks.addTo(ofRemark, remark);
    this.remarks.scale(ofRemark, remark.count, odds);
    let all = 0;
    for (let i = 0; i < odds.length; i++) all += odds[i] = Math.exp(odds[i] as number);
    return { refused: (odds[REFUSED] as number) / all, open: (odds[OPEN] as number) / all };
  }
}
