/** Floors under the figures that docs/classification.md reports; `npm run bench:classify` prints the figures themselves. */
import { learn, linesIn, scheme, type LabelledLine } from "../../../bench/classify-training";
import { categorise } from "../../../src/core/classify/categorise";
import { classify } from "../../../src/core/classify/classify";
import learned from "../../../src/core/classify/learned/learned.json";
import { Model, tablesOf } from "../../../src/core/classify/learned/model";

function measure(labelled: readonly LabelledLine[], model: Model) {
  let [major, middle, minor, withMinor, refused, found, good, accused] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const one of labelled) {
    const answer = categorise(classify(one.line, 2025, model), one.line, scheme);
    if (answer.major === one.major) major++;
    if (answer.middle === one.middle) middle++;
    if (one.minor !== null) {
      withMinor++;
      if (answer.minor === one.minor) minor++;
    }
    if (one.eligibility === "ineligible") {
      refused++;
      if (answer.eligibility === "ineligible") found++;
    } else if (one.eligibility === "eligible") {
      good++;
      if (answer.eligibility === "ineligible") accused++;
    }
  }
  const all = labelled.length;
  return {
    major: major / all,
    middle: middle / all,
    minor: minor / withMinor,
    found: found / refused,
    accused: accused / good,
  };
}

/** With the weights that are shipped. */
const shipped = new Model(tablesOf(learned));
const ofHands = (...numbers: readonly number[]) =>
  measure(
    numbers.flatMap((number) => linesIn(`other-hand-${number}`)),
    shipped,
  );

test("lines at which nobody looked", () => {
  const figures = measure(linesIn("unseen"), shipped);
  expect(figures.major).toBeGreaterThanOrEqual(0.97);
  expect(figures.middle).toBeGreaterThanOrEqual(0.95);
  expect(figures.minor).toBeGreaterThanOrEqual(0.9);
  expect(figures.found).toBeGreaterThanOrEqual(0.86);
  expect(figures.accused).toBeLessThanOrEqual(0.03);
});

test("lines from which nothing was learned, and by which nothing was mended", () => {
  const figures = ofHands(29, 30, 33, 34, 37, 38, 39, 40, 41, 42);
  expect(figures.major).toBeGreaterThanOrEqual(0.985);
  expect(figures.middle).toBeGreaterThanOrEqual(0.97);
  expect(figures.minor).toBeGreaterThanOrEqual(0.94);
  expect(figures.found).toBeGreaterThanOrEqual(0.95);
  expect(figures.accused).toBeLessThanOrEqual(0.015);
});

test("items alone, of kinds that are easily taken for others", () => {
  const figures = measure(linesIn("items-alone"), shipped);
  expect(figures.major).toBeGreaterThanOrEqual(0.97);
  expect(figures.middle).toBeGreaterThanOrEqual(0.96);
  expect(figures.accused).toBeLessThanOrEqual(0.01);
});

test("lines that were mended by and never learned from", () => {
  const figures = ofHands(31, 32, 35, 36);
  expect(figures.major).toBeGreaterThanOrEqual(0.995);
  expect(figures.middle).toBeGreaterThanOrEqual(0.99);
  expect(figures.minor).toBeGreaterThanOrEqual(0.97);
  expect(figures.found).toBeGreaterThanOrEqual(0.985);
  expect(figures.accused).toBe(0);
});

test("the given lines, with weights learned from other lines alone", () => {
  const figures = measure(linesIn("lines"), new Model(tablesOf(learn([...linesIn("own"), ...linesIn("more")], []))));
  expect(figures.major).toBeGreaterThanOrEqual(0.98);
  expect(figures.middle).toBeGreaterThanOrEqual(0.95);
  expect(figures.minor).toBeGreaterThanOrEqual(0.9);
  expect(figures.found).toBeGreaterThanOrEqual(0.92);
  expect(figures.accused).toBeLessThanOrEqual(0.03);
});
