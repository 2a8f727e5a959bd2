/** Reports the exclusions that the line's own words name, for the rule they belong to. */
import type { ExclusionFound } from "../classify/nature";
import type { CellRef } from "../workbook/workbook";
import type { LineState, ReportFinding, Stage } from "../judge/state";
import { placeOf } from "./place";
import type { Outcome } from "./rule";

/** @param wanted leaves out lines that the rule reports at another cell of its own */
export function reportExcluded(
  rule: string,
  stage: Stage,
  report: ReportFinding,
  wanted: (line: LineState) => boolean = () => true,
): Outcome {
  if (stage.scheme.exclusions.every((exclusion) => exclusion.rule !== rule)) return "not-applicable";
  for (const line of excludedLines(stage.lines)) {
    const found = certain(line.classification.exclusions, rule);
    if (found === undefined || !wanted(line)) continue;
    report({
      at: placeOf(line),
      clause: found.clause,
      data: { description: line.read.description, trait: found.trait, words: found.words },
      effects: [{ on: line, verdict: "ineligible" }],
    });
  }
  for (const row of stage.labour) {
    const found = certain(row.classification.exclusions, rule);
    if (found === undefined) continue;
    const at: CellRef | undefined = row.read.at.position ?? row.read.at.employment ?? row.read.at.person;
    report({
      at: at === undefined ? null : { ...at, row: row.read.row },
      clause: found.clause,
      data: { description: row.read.person, trait: found.trait, words: found.words },
      effects: [{ on: row, verdict: "ineligible" }],
    });
  }
  return "checked";
}

const certain = (exclusions: readonly ExclusionFound[], rule: string): ExclusionFound | undefined =>
  exclusions.find((exclusion) => exclusion.rule === rule && exclusion.certain);

const known = new WeakMap<readonly LineState[], readonly LineState[]>();

/** The few lines with exclusions, picked out once for all the rules that ask. */
function excludedLines(lines: readonly LineState[]): readonly LineState[] {
  const before = known.get(lines);
  if (before !== undefined) return before;
  const excluded = lines.filter((line) => line.classification.exclusions.length > 0);
  known.set(lines, excluded);
  return excluded;
}
