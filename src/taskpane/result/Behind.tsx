import { covers } from "../../core/scheme/items";
import type { Scheme } from "../../core/scheme/scheme";
import type { Finding } from "../../core/judge/finding";
import type { Step } from "../../core/report/report";
import type { ReportShown } from "../../core/report/shown";
import { spendingByItem, spendingOf, type Spending } from "../../core/report/spending";
import { cellName } from "../../core/workbook/workbook";
import { findingText } from "../../messages";
import { reductionText } from "../../messages/steps";
import { CellLink, cellOfLine } from "../CellLink";
import { useReport } from "../context";
import { Few } from "../Few";
import { figure } from "../figures";

/** Which figure of a line is meant: what was claimed, what counts, or what was taken away. */
type Of = "claimed" | "eligible" | "cut";

interface Props {
  readonly lines: readonly Spending[];
  readonly of: Of;
  /** What the figures are the lines of. */
  readonly name: string;
}

/** The lines behind a figure: each with its cell, its yen, and why less counts than was claimed. */
export function Behind({ lines, of, name }: Props) {
  const { report, language, words } = useReport();
  const yen = ({ claimed, eligible }: Spending) =>
    of === "claimed" ? (claimed ?? 0) : of === "eligible" ? eligible : eligible - (claimed ?? 0);
  const reasons = reasonsByRow(report.findings);
  const sum = lines.reduce((total, line) => total + yen(line), 0);
  return (
    <section className="behind" aria-label={words.result.behind(name)}>
      <p className="label line-head">
        <span>{words.result.behind(name)}</span>
        <span className="number">
          {words.result.lineCount(lines.length)} {figure(sum)}
        </span>
      </p>
      <Few items={lines}>
        {(spending) => {
          const { sheet, row, reason } = spending;
          const why = reason === null ? [] : (reasons.get(`${sheet}!${row}`) ?? [reductionText(reason, language)]);
          return (
            <li key={keyOf(spending)} className="line">
              <div className="line-head">
                <span>{nameOf(spending)}</span>
                <span className="number">{figure(yen(spending))}</span>
              </div>
              <div className="label">
                <CellLink sheet={sheet} cell={cellOf(spending)} /> {why.join(words.listJoin)}
              </div>
            </li>
          );
        }}
      </Few>
    </section>
  );

  /** What was found in each row that takes something away, in words. */
  function reasonsByRow(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
    const reasonsOf = new Map<string, string[]>();
    for (const finding of findings) {
      const { sheet, cell, severity, waived } = finding;
      if (severity !== "error" || waived !== null || cell === null) continue;
      const row = `${sheet}!${cell.replace(/^[A-Z]+/, "")}`;
      const { title } = findingText(finding, language);
      reasonsOf.set(row, [...new Set([...(reasonsOf.get(row) ?? []), title])]);
    }
    return reasonsOf;
  }
}

/** A line of wages may stand in parts. */
export const keyOf = ({ sheet, row, item, member }: Spending): string =>
  JSON.stringify([sheet, row, item.middle, item.minor, member]);

const nameOf = (spending: Spending): string =>
  "line" in spending ? spending.line.description : spending.labour.person;

const cellOf = (spending: Spending): string =>
  "line" in spending ? cellOfLine(spending.line) : cellName(spending.row, 1);

/** The lines behind a step, and which of their figures it is about; null where a step is not about lines. */
export function behindStep(
  step: Step,
  report: ReportShown,
  scheme: Scheme | undefined,
): Pick<Props, "lines" | "of"> | null {
  const all = spendingOf(report);
  switch (step.id) {
    case "claimed":
      return { lines: all, of: "claimed" };
    case "reduction": {
      const cut = new Set(step.lines.map(({ sheet, row }) => `${sheet}!${row}`));
      return { lines: all.filter(({ sheet, row }) => cut.has(`${sheet}!${row}`)), of: "cut" };
    }
    case "eligible":
    case "allowed":
      return { lines: all.filter(({ eligible }) => eligible !== 0), of: "eligible" };
    case "ratio":
      return { lines: behindRatio(step.of ?? "", report, scheme), of: "eligible" };
    default:
      return null;
  }
}

/** The lines whose share is limited. */
export function behindRatio(id: string, report: ReportShown, scheme: Scheme | undefined): readonly Spending[] {
  const limit = scheme?.ratios.find((ratio) => ratio.id === id);
  if (limit === undefined) return [];
  const { minor } = limit;
  return spendingByItem(report).filter(
    ({ eligible, item }) =>
      eligible !== 0 &&
      limit.middles.some((middle) => covers({ middle, ...(minor === undefined ? {} : { minor }) }, item)),
  );
}
