/** Reads labelled lines and remarks, and learns the classifier's weights from them. */
import { readFileSync } from "node:fs";
import { categoryOf } from "../src/core/classify/categorise";
import { allKinds, families, familyCount } from "../src/core/classify/families";
import { classify } from "../src/core/classify/classify";
import { featuresOf } from "../src/core/classify/learned/features";
import type { Kind } from "../src/core/classify/kinds";
import { Model, OUTCOMES, SENSES, tablesOf, type Learned } from "../src/core/classify/learned/model";
import type { LineText } from "../src/core/classify/nature";
import { readLine, siftedIn } from "../src/core/classify/reading/line";
import type { Stored } from "../src/core/classify/learned/table";
import { Search } from "../src/core/classify/traits/search";
import { floor, fraction, type Fraction } from "../src/core/money/fraction";
import { parseScheme } from "../src/core/scheme/loader";
import dx2025 from "../src/schemes/fais-dx-2025.json";
import { learned, type Course, type Example } from "./classify-learning";

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
  eleventh: ["other-hand-12", "other-hand-13"],
  twelfth: ["other-hand-14"],
  thirteenth: ["other-hand-15"],
  fourteenth: ["other-hand-16"],
  fifteenth: ["other-hand-17"],
  sixteenth: ["other-hand-18"],
  seventeenth: ["other-hand-19"],
  eighteenth: ["other-hand-20"],
  nineteenth: ["other-hand-21"],
  twentieth: ["other-hand-22"],
  "twenty-first": ["other-hand-23"],
  "twenty-second": ["other-hand-24"],
  "twenty-third": ["other-hand-25"],
  "twenty-fourth": ["other-hand-26"],
  "twenty-fifth": ["other-hand-27"],
  "twenty-sixth": ["other-hand-28"],
  items: ["items"],
  "small items": ["items-2"],
};

/** Files whose lines the weights are learned from. Not from `unseen`, at which nobody looks. */
export const LEARNED_FROM: readonly string[] = Object.values(AUTHORS).flat();

/** Remarks by themselves, by four hands of their own and by ours. */
export const REMARKS_OF: readonly string[] = ["remarks-1", "remarks-2", "remarks-3", "remarks-4", "remarks-own"];

/** A line of an item and remarks alone, and what they make of it where the item alone would pass. */
export interface Remark {
  readonly line: LineText;
  readonly sense: (typeof SENSES)[number];
}

const SENSE_OF: Readonly<Record<string, (typeof SENSES)[number]>> = {
  routine: "refused",
  denied: "refused",
  private: "refused",
  shown: "passed",
  nothing: "passed",
  open: "open",
};

/** Remarks of a .tsv: item, remark, kind, label, why. */
export const remarksIn = (name: string): Remark[] =>
  rowsOf(`${FIXTURES}/${name}.tsv`).map((cell) => {
    const sense = SENSE_OF[cell("label")];
    if (sense === undefined) throw new Error(`No label of remarks: ${cell("label")}`);
    return { line: lineOf(cell("item"), cell("remark")), sense };
  });

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
  return rowsOf(file).map((cell) => {
    const orNull = (name: string): string | null => cell(name) || null;
    return {
      line: {
        ...lineOf(cell("description"), orNull("note")),
        vendor: orNull("vendor"),
        unitPrice: figure(cell("unit_price")),
        quantity: figure(cell("quantity")),
        unit: orNull("unit"),
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

/** Row by row, what stands in the cell of a column, by its name. */
function rowsOf(file: string): ((name: string) => string)[] {
  const [head = "", ...rows] = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .filter((row) => !row.startsWith("#"));
  const names = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    return (name) => cells[names.indexOf(name)] ?? "";
  });
}

const lineOf = (description: string, note: string | null): LineText => ({
  description,
  specification: null,
  vendor: null,
  unitPrice: null,
  quantity: null,
  unit: null,
  note,
  statedMajor: null,
  statedMiddle: null,
  statedMinor: null,
});

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

/** The line, and its bare item: what is missing of a line must not speak for anything. */
function examplesOf(labelled: LabelledLine): readonly Example[] {
  const line = exampleOf(labelled);
  const bare: LineText = { ...labelled.line, vendor: null, unit: null, unitPrice: null, quantity: null, note: null };
  return [{ features: featuresOf(readLine(bare)), right: [line.right[0] ?? null, null], weight: 1 }, line, line];
}

function exampleOf(labelled: LabelledLine): Example {
  /** Families whose kinds the scheme puts under the labelled item at this price. */
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
  return {
    features: featuresOf(readLine(labelled.line)),
    right: [fitting, OUTCOMES.map((one) => one === outcome)],
    weight: 1,
  };
}

/** Reasons that are of the relation to the project: of a line that they refuse, the remarks as a rule say so. */
const OF_RELATION = new Set(["5(1)⑦サ", "5(1)⑦カ", "5(1)⑦オ", "2(2)", "2(2)※"]);

/** Refused for what a fee holds, whatever it is for. */
const RECEPTION = "5(1)⑦キ";

/** What remarks make of a line; null where a line says nothing of that. */
function senseOf({ line, eligibility, reason }: LabelledLine): (typeof SENSES)[number] | null {
  if (line.note === null) return null;
  if (eligibility === "eligible") return "passed";
  if (eligibility === "review") return "open";
  return OF_RELATION.has(reason) ? "refused" : reason === RECEPTION ? "passed" : null;
}

function remarkExample(line: LineText, sense: (typeof SENSES)[number] | null, weight: number, model: Model): Example[] {
  const reading = readLine(line);
  if (sense === null || reading.note.length === 0) return [];
  const { kind } = classify(line, 2025, model);
  const again = readLine(line);
  const { remark } = new Search(again, siftedIn(again), kind as Kind, 2025, model, { refused: 0, open: 0 });
  return [{ features: remark.copy(), right: [SENSES.map((one) => one === sense)], weight }];
}

const LINES: Course = {
  answers: [familyCount, OUTCOMES.length],
  penalty: 3,
  leastExamples: 9,
  mostFeatures: 7_200,
  step: 1.6,
  leastSteps: 1,
};
/** A labelled line's item, too, may be what decides. */
const OF_LABELLED = 0.3;
const REMARKS: Course = {
  answers: [SENSES.length],
  penalty: 0.5,
  leastExamples: 2,
  mostFeatures: 12_000,
  step: 2,
  leastSteps: 1,
};
/** Nothing learned. */
export const NOTHING: Stored = { rows: "", step: 1 };

export const learnLines = (labelled: readonly LabelledLine[]): Stored => learned(labelled.map(examplesOf), LINES);

/** Of remarks those of labelled lines count, too. */
export function learnRemarks(labelled: readonly LabelledLine[], remarks: readonly Remark[], lines: Stored): Stored {
  const model = new Model(tablesOf({ lines, remarks: NOTHING }));
  const examples = [
    ...labelled.map((one) => remarkExample(one.line, senseOf(one), OF_LABELLED, model)),
    ...remarks.map(({ line, sense }) => remarkExample(line, sense, 1, model)),
  ];
  return learned(
    examples.filter((shapes) => shapes.length > 0),
    REMARKS,
  );
}

export function learn(labelled: readonly LabelledLine[], remarks: readonly Remark[]): Learned {
  const lines = learnLines(labelled);
  return { lines, remarks: learnRemarks(labelled, remarks, lines) };
}
