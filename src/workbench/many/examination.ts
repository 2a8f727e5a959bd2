/** One application after the other, with the engine of the secretariat's desk; a person may stop it, and go on. */
import { Across } from "../../core/desk/across";
import { givenAnswers } from "../../core/desk/answers";
import { unexamined, type Examined } from "../../core/desk/examined";
import { countsOf, standingOf } from "../../core/desk/standing";
import { schemeNames } from "../../desk/names";
import type { Lang } from "../../messages";
import type { GivenFile } from "../../taskpane/documents/given";
import type { AnswerRow } from "../../views/desk/overview/answers-sheet";
import type { OverviewRow } from "../../views/desk/overview/columns";
import type { GivenApplication } from "./given";

/** Who examines, beside the page. */
export interface Examining {
  /** Rejects where it broke down; then another has to be started. */
  examine(application: GivenApplication): Promise<Examined>;
  end(): void;
}

/** As much of an application as is kept: what it holds is read again when it is opened. */
export interface Entry {
  readonly application: GivenApplication;
  readonly row: OverviewRow;
  readonly budget: GivenFile | null;
  readonly papers: readonly GivenFile[];
  /** What the applicant wrote in letters that came back. */
  readonly answers: readonly AnswerRow[];
}

export class Examination {
  private readonly entries: Entry[] = [];
  private readonly across = new Across();

  constructor(
    readonly applications: readonly GivenApplication[],
    private readonly lang: Lang,
    private readonly start: () => Examining,
  ) {}

  get done(): readonly Entry[] {
    return this.entries;
  }

  /** Examines those that were not yet, until the last or until it is stopped. */
  async run(signal: AbortSignal, progress: () => void): Promise<void> {
    let examining = this.start();
    try {
      while (!signal.aborted && this.entries.length < this.applications.length) {
        const application = this.applications[this.entries.length] as GivenApplication;
        let found: Examined;
        try {
          found = await examining.examine(application);
        } catch (error) {
          found = unexamined("", error instanceof Error ? error.message : String(error));
          examining.end();
          examining = this.start();
        }
        this.keep(application, found);
        progress();
      }
    } finally {
      examining.end();
    }
  }

  private keep(application: GivenApplication, found: Examined): void {
    const papers = new Set(found.documents.map(({ file }) => file));
    this.entries.push({
      application,
      row: rowOf(application.name, found, this.lang),
      budget: application.files.find(({ name }) => name === found.budget) ?? null,
      papers: application.files.filter(({ name }) => papers.has(name)),
      answers: givenAnswers(found.answers).map((answer) => ({ application: application.name, ...answer })),
    });
    if (found.budget !== null) this.across.addBudget(application.name, found);
    for (const document of found.documents) this.across.addDocument(application.name, document);
    for (const line of found.lines) if (line.part === "budget") this.across.addLine(application.name, line);
  }

  /** What the applications examined so far have in common, and with it how they stand. */
  result(): { readonly rows: readonly OverviewRow[]; readonly shared: ReturnType<Across["found"]> } {
    const shared = this.across.found();
    const inCommon = (name: string): number =>
      shared.filter(({ places }) => places.some(({ application }) => application === name)).length;
    return { rows: this.entries.map(({ row }) => ({ ...row, shared: inCommon(row.name) })), shared };
  }
}

function rowOf(name: string, found: Examined, lang: Lang): OverviewRow {
  const counts = countsOf(found);
  const { applicant, claimed, eligible, subsidy, requested, subsidyWithDecisions, gaps, notices } = found;
  return {
    name,
    ...counts,
    ...schemeNames(found.scheme, found.frame, lang),
    ...{ applicant, claimed, eligible, subsidy, requested, subsidyWithDecisions },
    standing: standingOf(counts, subsidy, gaps.length),
    decisions: found.decisions.length,
    notChecked: found.notChecked.length + gaps.length,
    answers: givenAnswers(found.answers).length,
    decided: 0,
    shared: 0,
    round: 1,
    isAnothers: false,
    since: null,
    remarks: [...gaps, ...notices].join(" "),
  };
}
