import { toursAbroad } from "../../judge/travel/abroad";
import { placeOf } from "../place";
import { defineLineRule } from "../rule";

/** One person's one trip abroad is paid for; a line with several, and every trip after the first, counts 0 [reading]. */
export const overseasTravel = defineLineRule({
  id: "eligibility/overseas-travel",
  severity: "error",
  phase: "amount",
  check(stage, report) {
    if (stage.scheme.exclusions.every((exclusion) => exclusion.rule !== "eligibility/overseas-travel"))
      return "not-applicable";
    for (const { line, problem } of toursAbroad(stage.lines)) {
      report({
        at: placeOf(line),
        data: { description: line.read.description, problem: problem.kind, count: problem.count },
        effects: [{ on: line, verdict: "ineligible" }],
      });
    }
    return "checked";
  },
});
