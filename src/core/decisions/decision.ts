/** What a person decided of a workbook, as it is kept in it. */
import type { Field } from "../read/field";
import type { TableKind } from "../read/reading";

/** Decisions of a person, kept in the workbook. */
export interface Decisions {
  readonly corrections: readonly Correction[];
  readonly waivers: readonly Waiver[];
  readonly columns: readonly ColumnChoice[];
  /** Absent in workbooks of earlier versions, and where there are none. */
  readonly rows?: readonly RowChoice[];
  /** On lines and the papers beside them; absent where there are none. */
  readonly matches?: readonly MatchDecision[];
  /** What a person read off papers that hold no text; absent where there are none. */
  readonly typed?: readonly TypedPaper[];
}

/** What a person decided of a line and papers beside it. It holds for what was seen: the line's words and yen, the papers' bytes. */
export interface MatchDecision {
  readonly sheet: string;
  readonly row: number;
  /** The line's item and amount in yen. */
  readonly seen: Pick<Seen, "text" | "yen">;
  /** accepted: they back the line, whatever was open. rejected: they do not. chosen: they are to be held against it. */
  readonly verdict: "accepted" | "rejected" | "chosen";
  readonly documents: readonly DecidedPaper[];
  /** "" where none was asked for. */
  readonly reason: string;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
}

/** A document as it is known again. */
export interface DecidedPaper {
  readonly file: string;
  readonly page: number;
  readonly row: number | null;
  /** Position in its items, from 1; null for the whole. */
  readonly item: number | null;
  /** `DocumentRead.digest` */
  readonly digest: string;
}

/** What stands on a paper without text, as a person read it. Money is whole yen; what was not typed is null. */
export interface TypedPaper {
  readonly file: string;
  readonly digest: string;
  readonly evidenceNo: string | null;
  readonly issuer: string | null;
  /** "2025-04-22" */
  readonly issued: string | null;
  readonly item: string | null;
  readonly net: number | null;
  readonly gross: number | null;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
}

/** "This line belongs to …": applies to its own row and to equal lines. */
export interface Correction {
  readonly description: string;
  readonly vendor: string | null;
  readonly middle: string;
  readonly minor: string | null;
  /** Set when the person also decided on eligibility. What the guideline excludes stays out: that takes a waiver. */
  readonly eligibility?: "eligible" | "ineligible";
  readonly by?: string;
  /** "2025-05-20" */
  readonly date?: string;
}

/** What a person had before their eyes when they decided. */
export interface Seen {
  /** The line's item, the person of a labour row, else the words of the row; of a limit on shares its id. */
  readonly text: string;
  /** The line's amount, or what a limit is about; null where there is none. */
  readonly yen: number | null;
  /** What stood in the cell. */
  readonly value: string | number | null;
}

/** How a decision stands in the workbook as it is now. */
export interface DecisionState {
  readonly kind: "waiver" | "row";
  /** Its place among the decisions of its kind. */
  readonly index: number;
  /** moved: it holds for another cell by now. changed: what was seen is not there any more, so it does not hold. */
  readonly state: "holds" | "moved" | "changed" | "unused";
  /** Where what it is about stands now. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface Waiver {
  readonly rule: string;
  /** null: wherever the rule speaks in this workbook. */
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly reason: string;
  readonly by: string;
  /** "2025-05-20" */
  readonly date: string;
  /** Absent in workbooks of earlier versions: then it holds for the cell, whatever stands there. */
  readonly seen?: Seen;
}

/** How a person corrected the reading of a sheet. */
export interface ColumnChoice {
  readonly sheet: string;
  /** false: do not read this sheet at all. */
  readonly use: boolean;
  /** Column `NOWHERE`: the sheet has none of the kind. */
  readonly columns: readonly { readonly field: Field; readonly column: number }[];
  /** What its table is for; absent where that was read rightly, and in workbooks of earlier versions. */
  readonly kind?: TaughtKind;
}

/** Tables that a person can teach. */
export const TAUGHT_KINDS = ["budget", "labour", "hours", "estimates"] as const satisfies readonly TableKind[];

export type TaughtKind = (typeof TAUGHT_KINDS)[number];

/** What a person said a row is; it outweighs all that words and sums say. */
export interface RowChoice {
  readonly sheet: string;
  readonly row: number;
  /** skip: it counts nothing. */
  readonly as: "line" | "subtotal" | "skip";
  /** The row's words and its yen, without `value`: the choice holds for them, wherever they stand by now. */
  readonly seen: Seen;
  readonly by?: string;
  /** "2025-05-20" */
  readonly date?: string;
}
