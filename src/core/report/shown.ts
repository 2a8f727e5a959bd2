/** What shells show of a report: plain data, so that it can be copied between threads. The rest is asked for, of the one who has the report. */
import type { BudgetReading, Trace } from "../read/reading";
import type { Line, Report } from "./report";

/** A line without the words that decided: they are worked out for the lines that somebody looks at. */
export type LineShown = Omit<Line, "evidence">;

export interface ReportShown extends Omit<Report, "lines" | "reading"> {
  readonly lines: readonly LineShown[];
  readonly reading: ReadingShown;
}

/** How the sheets were read; what stands in the lines is in the report's own. */
interface ReadingShown extends Omit<BudgetReading, "lines" | "trace"> {
  readonly trace: Pick<Trace, "proven" | "doubts">;
}

export function shown(report: Report): ReportShown {
  const { sheets, totals, labour, months, members, team, estimates, facts } = report.reading;
  const { income, taxNotes, account, colours, undivided, pricesAlone } = report.reading;
  const { proven, doubts } = report.reading.trace;
  return {
    ...report,
    lines: report.lines.map((line) => ({
      ...line,
      specification: line.specification,
      vendor: line.vendor,
      amountCell: line.amountCell,
    })),
    reading: {
      ...{ sheets, totals, labour, months, members, team, estimates, facts },
      ...{ income, taxNotes, account, colours, undivided, pricesAlone },
      trace: { proven, doubts },
    },
  };
}
