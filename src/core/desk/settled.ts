/** What a person settled in the workbench, as decisions on the desk's findings: so it holds for the letter, too. */
import type { Decisions } from "../decisions/decision";
import type { Examined, ExaminedFinding } from "./examined";
import { subjectsOf, type Verdict } from "./subject";

export interface Settled {
  readonly subject: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

type Found = Pick<Examined, "lines" | "findings">;

/**
 * A waiver, and estimates that were accepted as they are, settle a finding; what is no longer settled is open again.
 * Everything else that can be decided changes what is found, and settles nothing by itself.
 * @param before what held until now; null for nothing
 */
export function newlySettled(before: Decisions | null, after: Decisions, found: Found): Settled[] {
  const [then, now] = [before === null ? new Map<string, string>() : settledIn(before, found), settledIn(after, found)];
  return [
    ...[...now].flatMap(([subject, reason]): Settled[] =>
      then.get(subject) === reason ? [] : [{ subject, verdict: "accept", reason }],
    ),
    ...[...then.keys()].flatMap((subject): Settled[] =>
      now.has(subject) ? [] : [{ subject, verdict: "open", reason: "" }],
    ),
  ];
}

/** What is said of the paper itself; not that one is required, or what the line's remarks have to say. */
const isOfPaper = (rule: string): boolean =>
  rule.startsWith("evidence/") && rule !== "evidence/quote-required" && rule !== "evidence/no-formula";

/** Reasons by subject. */
function settledIn({ waivers, matches = [] }: Decisions, found: Found): Map<string, string> {
  const subjects = subjectsOf(found);
  const settled = new Map<string, string>();
  const settle = (reason: string, is: (finding: ExaminedFinding) => boolean): void => {
    for (const [at, finding] of found.findings.entries()) if (is(finding)) settled.set(subjects[at] as string, reason);
  };
  for (const { rule, sheet, cell, reason } of waivers)
    settle(reason, (it) => it.rule === rule && (sheet === null || (it.sheet === sheet && it.cell === cell)));
  for (const { verdict, sheet, row, reason } of matches)
    if (verdict === "accepted") settle(reason, (it) => isOfPaper(it.rule) && it.sheet === sheet && it.row === row);
  return settled;
}
