/**
 * Holds the documents against the lines of a budget: first what a person said, then those that bear a line's number,
 * then whatever is left by vendor, amount and text; over the whole budget, so that a document backs one thing only.
 */
import { holdByContent } from "./by-content";
import { holdByNumber } from "./by-number";
import { holdAsSaid } from "./by-person";
import { holdLeftOver } from "./by-rest";
import { Holding, type Said } from "./holding";
import { judgeLine } from "./judge-line";
import type { Matching, MatchConditions, MatchLine } from "./matching";
import { unmatchedOf } from "./unmatched";
import type { DocumentRead } from "../document";

const NOTHING_SAID: Said = { pinned: new Map(), barred: new Map() };

export function matchDocuments(
  lines: readonly MatchLine[],
  documents: readonly DocumentRead[],
  conditions: MatchConditions,
  said: Said = NOTHING_SAID,
): Matching {
  const holding = new Holding(lines, documents, conditions, said);
  holdAsSaid(holding);
  holdByNumber(holding);
  holdByContent(holding);
  holdLeftOver(holding);
  const matches = lines.map((line) => judgeLine(line, holding));
  return { matches, unmatched: unmatchedOf(matches, holding) };
}
