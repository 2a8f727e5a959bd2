/** What became of one file. */
import type { Weighed } from "../core/decisions/weigh";
import type { Report } from "../core/report/report";

export type Outcome = Judged | Stopped;

/** A report, complete or not. */
export interface Judged {
  readonly file: string;
  readonly report: Report;
  /** What the decisions recorded in the workbook do. */
  readonly decisions: Weighed;
  /** Why not everything could be checked; empty when it could. */
  readonly gaps: readonly Gap[];
  /** What else the user should know of the file, one sentence each. */
  readonly notices: readonly string[];
}

/** No report at all: the file or an option is unusable. */
export interface Stopped {
  readonly file: string;
  readonly report: null;
  readonly gaps: readonly [Gap];
  readonly notices: readonly [];
}

export interface Gap {
  /** Stands in the JSON's `findings` as its rule. */
  readonly rule: string;
  readonly message: string;
}

export type Status = 0 | 1 | 2;

/** 2 when something could not be checked, 1 when there is an error that nobody waived, else 0. */
export function statusOf({ report, gaps }: Outcome): Status {
  if (report === null || gaps.length > 0) return 2;
  return report.findings.some(({ severity, waived }) => severity === "error" && waived === null) ? 1 : 0;
}

export const stopped = (file: string, gap: Gap): Stopped => ({ file, report: null, gaps: [gap], notices: [] });

/** Everything that is said of a file besides its findings, one sentence each. */
export const messagesOf = ({ gaps, notices }: Outcome): string[] => [...gaps.map(({ message }) => message), ...notices];
