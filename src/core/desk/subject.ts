/** What a decision of the desk is about, so that it holds in the next round, too, wherever the row has gone. */
import type { ReportShown } from "../report/shown";
import { compact } from "../text/fold";
import type { ExaminedFinding, ExaminedLine } from "./examined";

/** As much of a line as tells which one it is. */
type SubjectLine = Pick<ExaminedLine, "sheet" | "row" | "description" | "specification">;
type SubjectFinding = Pick<ExaminedFinding, "rule" | "sheet" | "row" | "title">;

/** The line a finding is about; null where it is about the whole budget. */
export const lineOf = <L extends SubjectLine>(
  { lines }: { readonly lines: readonly L[] },
  { sheet, row }: Pick<ExaminedFinding, "sheet" | "row">,
): L | null => lines.find((line) => line.sheet === sheet && line.row === row) ?? null;

/** Rule, sheet and the words of the line; what is equal in all of them is numbered in order. */
export function subjectsOf(examined: {
  readonly lines: readonly SubjectLine[];
  readonly findings: readonly SubjectFinding[];
}): string[] {
  const place = ({ sheet, row }: Pick<SubjectFinding, "sheet" | "row">): string => `${String(row)} ${sheet ?? ""}`;
  // Of several lines in a row the first, as `lineOf` has it.
  const lines = new Map(examined.lines.toReversed().map((line) => [place(line), line]));
  const seen = new Map<string, number>();
  return examined.findings.map((finding) => {
    const line = finding.sheet === null ? undefined : lines.get(place(finding));
    const words = line === undefined ? finding.title : compact(`${line.description} ${line.specification ?? ""}`);
    const subject = [finding.rule, finding.sheet ?? "", words].join("|");
    const number = (seen.get(subject) ?? 0) + 1;
    seen.set(subject, number);
    return number === 1 ? subject : `${subject}|${String(number)}`;
  });
}

/** The lines of a report, as an examination keeps them. */
export const linesIn = ({ lines, labour }: Pick<ReportShown, "lines" | "labour">): SubjectLine[] => [
  ...lines.map(({ sheet, row, description, specification }) => ({ sheet, row, description, specification })),
  ...labour.map(({ sheet, row, person, position }) => ({ sheet, row, description: person, specification: position })),
];

/** What the desk decided on a finding: to ask the applicant, to accept it as it is, or nothing yet. */
export type Verdict = "ask" | "accept" | "open";

/** Whether a finding goes into the letter: what a person decided, else whatever is more than a note. */
export const isAsked = ({ severity }: ExaminedFinding, verdict: Verdict | undefined): boolean =>
  verdict === "ask" || (verdict !== "accept" && severity !== "info");
