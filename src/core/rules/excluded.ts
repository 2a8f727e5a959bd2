/** Reports the exclusions that the line's own words name, for the rule they belong to. */
import type { ExclusionFound } from "../classify/nature";
import type { CellRef } from "../sheet/workbook";
import type { LineState, ReportFinding, Stage } from "../state";
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
  for (const line of stage.lines) {
    const found = certain(line.classification.exclusions, rule);
    if (found === undefined || !wanted(line)) continue;
    report({
      at: placeOf(line, "description"),
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

function certain(exclusions: readonly ExclusionFound[], rule: string): ExclusionFound | undefined {
  for (const exclusion of exclusions) if (exclusion.rule === rule && exclusion.certain) return exclusion;
  return undefined;
}
