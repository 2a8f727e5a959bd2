/**
 * What is wrong with an estimate itself. None of it makes a line wrong: it is told because offices send applications
 * back for it. Which of them a scheme asks about, and by which clause, its data says.
 */
import type { FaultAsked, FaultId } from "../../scheme/estimate-faults";
import type { DocumentItem, DocumentRead, DocumentRef } from "../document";
import type { LineMatch } from "../match/matching";

/** What a fault may be judged by, besides the paper. */
export interface FaultConditions {
  readonly applicant: string | null;
  /** Days, "2025-04-14". */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Of the lines that rest on the paper. */
  readonly matches: readonly LineMatch[];
}

/** The words or the day that show it; "" where it is something that is not there. */
export type FindFault = (
  document: DocumentRead,
  conditions: FaultConditions,
  asked: Pick<FaultAsked, "comparatives">,
) => readonly string[];

export interface DocumentFault extends DocumentRef {
  readonly id: FaultId;
  readonly shown: readonly string[];
  /** Of the scheme's data; null where it names none. */
  readonly clause: string | null;
}

export const missing = (value: string | null): readonly string[] => (value === null ? [""] : []);

/** Items in the total whose text or form is such. */
export const itemsLike = ({ items }: DocumentRead, test: (item: DocumentItem) => boolean): readonly string[] =>
  items.filter((item) => !item.optional && test(item)).map(({ name }) => name);
