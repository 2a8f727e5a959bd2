/** What a rule found, what would mend it, and what it takes off a line. */

export type Severity = "error" | "warning" | "info";

export type FindingData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A value to put into a cell. `safe`: the clause dictates it. `review`: a person should look first. */
export interface Fix {
  readonly kind: "safe" | "review";
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number;
}

/**
 * What a person may answer where the sheet stays as it is. "reason": why it may stay, which waives the finding. "row": what
 * its row is. "frame": which frame is applied for. null: nothing, since it tells what could not be read, or was set aside.
 */
export type Answer = "reason" | "row" | "frame" | null;

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** "F12", without the sheet; null when the finding concerns the whole sheet or budget. */
  readonly cell: string | null;
  readonly clause: string;
  /** The facts of the finding; `messages` turns them into what, why and what to do. */
  readonly data: FindingData;
  readonly fix: Fix | null;
  readonly answer: Answer;
  readonly waived: { readonly reason: string; readonly by: string; readonly date: string } | null;
}

export interface Adjustment {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}
