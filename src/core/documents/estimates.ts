/** Documents given beside the workbook, what became of each line, and what is wrong with them. */
import type { DocumentRead } from "./document";
import type { DocumentFault } from "./faults/fault";
import type { Matching, MatchDecisionState } from "./match/matching";

export interface Estimates extends Matching {
  readonly documents: readonly DocumentRead[];
  /** What is wrong with estimates themselves: information. */
  readonly faults: readonly DocumentFault[];
  /** In the order in which the decisions were given. */
  readonly decisions: readonly MatchDecisionState[];
  /** Of each paper that a person typed, whether it is among the documents. */
  readonly typed: readonly boolean[];
}
