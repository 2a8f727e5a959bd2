/**
 * Lines of which only a person can tell whether their estimate backs them. A check shows them with the estimates; no rule
 * speaks of them. For the desk they are findings: something to look at, and to ask for.
 */
import type { MatchReason } from "../documents/match/matching";
import { cellName } from "../workbook/workbook";
import { isSameDocument, type DocumentRead } from "../documents/document";
import type { Finding, Severity } from "../judge/finding";
import type { ReportShown } from "../report/shown";

export interface Doubt {
  readonly rule: `evidence/${MatchReason}`;
  readonly reason: MatchReason;
  readonly severity: Severity;
  readonly sheet: string;
  readonly row: number;
  /** The line's amount; null where it has no cell. */
  readonly cell: string | null;
  readonly description: string;
  /** Yen. */
  readonly amount: number | null;
  /** The line minus what backs it, yen; null where nothing can be compared. */
  readonly difference: number | null;
  /** The first paper held against it. */
  readonly paper: DocumentRead | null;
}

/** Read by eye at the desk: nothing that the applicant has to do. */
const READ_BY_EYE: ReadonlySet<MatchReason> = new Set<MatchReason>(["scanned"]);

/** One for each line that is 要確認 and of whose estimate no finding speaks, in the order of the budget. */
export function doubtsOf({
  estimates,
  findings,
  lines,
}: Pick<ReportShown, "estimates" | "findings" | "lines">): Doubt[] {
  if (estimates === null) return [];
  const spoken = new Set(findings.filter(speaks).map(({ sheet, cell }) => `${sheet ?? ""}!${rowOf(cell)}`));
  return estimates.matches.flatMap(({ sheet, row, state, reason, difference, documents }): Doubt[] => {
    if (state !== "要確認" || reason === null || spoken.has(`${sheet}!${String(row)}`)) return [];
    const line = lines.find((one) => one.sheet === sheet && one.row === row);
    const at = line?.amountCell ?? null;
    const [held] = documents;
    const paper = held === undefined ? undefined : estimates.documents.find((one) => isSameDocument(one, held));
    return [
      {
        rule: `evidence/${reason}`,
        reason,
        severity: READ_BY_EYE.has(reason) ? "info" : "warning",
        sheet,
        row,
        cell: at === null ? null : cellName(at.row, at.column),
        description: line?.description ?? "",
        amount: line?.amount ?? null,
        difference,
        paper: paper ?? null,
      },
    ];
  });
}

const speaks = ({ rule, severity }: Finding): boolean => rule.startsWith("evidence/") && severity !== "info";
const rowOf = (cell: string | null): string => (cell === null ? "" : (/\d+$/.exec(cell)?.[0] ?? ""));
