/** The engine at its work, with every scheme it knows: it answers what the pane asks. */
import { check as checkBudget } from "../../core/check";
import { seenWith } from "../../core/decisions/seen";
import { together } from "../../core/decisions/together";
import { weighDecisions, type Weighed } from "../../core/decisions/weigh";
import { askedIn, type AskedItem } from "../../core/desk/asked";
import type { RowTold } from "../../core/read/reading";
import type { Decisions, Seen } from "../../core/decisions/decision";
import type { Finding, Fix } from "../../core/judge/finding";
import type { Report } from "../../core/report/report";
import { shown } from "../../core/report/shown";
import type { Scheme } from "../../core/scheme/scheme";
import { WorkbookError } from "../../ooxml/error";
import { readWorkbook } from "../../ooxml/read";
import { schemeById, schemes } from "../../schemes";
import { checkNumber, summaryIn } from "../../views/summary/check-number";
import { assess, settingsFor, type Candidate, type Circumstances, type Comparison } from "../../views/whatif/compare";
import { withFix } from "../../views/whatif/fixed";
import type { Checked, Engine, Given, Worth } from "./engine";

/** The same questions, answered on the spot. */
export type Answers = {
  readonly [Question in keyof Engine]: (
    ...asked: Parameters<Engine[Question]>
  ) => Awaited<ReturnType<Engine[Question]>>;
};

export class Work implements Answers {
  private last: { readonly given: Given; readonly report: Report } | null = null;

  constructor(
    private readonly checking: (given: Given) => Report = ({ workbook, settings, decisions, documents }) =>
      checkBudget(workbook, schemes, settings, decisions, documents),
  ) {}

  schemes(): readonly Scheme[] {
    return schemes;
  }

  check(given: Given): Checked {
    const report = this.checking(given);
    this.last = { given, report };
    return {
      report: shown(report),
      number: checkNumber(report),
      summary: summaryIn(given.workbook),
      asked: askedIn(given.workbook),
    };
  }

  worth(given: Given, finding: Finding): Worth | null {
    const { fix, severity, answer, waived } = finding;
    const now = this.report(given).subsidy?.amount ?? null;
    const mayWaive = answer === "reason" && severity !== "info";
    if (now === null || waived !== null || (fix === null && !mayWaive)) return null;
    const then = this.checking(fix === null ? this.withWaiver(given, finding) : withFixOf(given, fix));
    const amount = then.subsidy?.amount ?? null;
    return amount === null ? null : { of: fix === null ? "finding" : "fix", yen: amount - now };
  }

  leftWith(given: Given, fix: Fix): number {
    return this.checking(withFixOf(given, fix)).findings.filter(
      ({ sheet, cell, waived }) => waived === null && sheet === fix.sheet && cell === fix.cell,
    ).length;
  }

  compare(given: Given, candidate: Candidate, circumstances: Circumstances): Comparison {
    const scheme = schemeById(candidate.scheme);
    if (scheme === undefined) throw new RangeError(`unknown scheme: ${candidate.scheme}`);
    const report = this.checking({ ...given, settings: settingsFor(candidate, given.settings) });
    return assess(candidate, report, scheme, circumstances);
  }

  rowsOf(given: Given, sheet: string): readonly RowTold[] {
    return this.report(given).reading.trace.rowsOf(sheet);
  }

  evidence(given: Given, sheet: string, row: number): readonly string[] {
    const line = this.report(given).lines.find((one) => one.sheet === sheet && one.row === row);
    return [...new Set(line?.evidence.map(({ text }) => text))];
  }

  seen(given: Given, finding: Finding): Seen | undefined {
    const report = this.report(given);
    return seenWith(finding, given.workbook, report, schemeById(report.scheme));
  }

  weigh(given: Given, others: Decisions): Weighed {
    const under = (decisions: Decisions) =>
      this.checking({ ...given, decisions: together(decisions, given.decisions) });
    return weighDecisions(under, others, "show").weighed;
  }

  letterIn(bytes: Uint8Array): readonly AskedItem[] {
    try {
      return askedIn(readWorkbook(bytes));
    } catch (error) {
      if (error instanceof WorkbookError) return [];
      throw error;
    }
  }

  private report(given: Given): Report {
    if (!isSame(this.last?.given, given)) this.last = { given, report: this.checking(given) };
    return (this.last as { readonly report: Report }).report;
  }

  private withWaiver(given: Given, finding: Finding): Given {
    const { rule, sheet, cell } = finding;
    const seen = this.seen(given, finding);
    const waiver = { rule, sheet, cell, reason: "", by: "", date: "", ...(seen === undefined ? {} : { seen }) };
    return { ...given, decisions: { ...given.decisions, waivers: [...given.decisions.waivers, waiver] } };
  }
}

const withFixOf = (given: Given, fix: Fix): Given => ({ ...given, workbook: withFix(given.workbook, fix) });

const isSame = (one: Given | undefined, other: Given): boolean =>
  one !== undefined &&
  one.workbook === other.workbook &&
  one.settings === other.settings &&
  one.decisions === other.decisions &&
  one.documents === other.documents;
