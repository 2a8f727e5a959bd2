/** One application after the other, with the engine of the secretariat's desk; a person may stop it, and go on. */
import { Across } from "../../core/desk/across";
import type { Examined } from "../../core/desk/examined";
import { countsOf, standingOf } from "../../core/desk/standing";
import { unreadDocument } from "../../core/documents/document";
import { fileNumber } from "../../core/documents/evidence-number";
import { Examiner } from "../../desk/examine";
import { schemeNames } from "../../desk/names";
import { DocumentReader, A_FILE_AMONG_MANY } from "../../documents/reader";
import type { Lang } from "../../messages";
import { portableCodec } from "../../ooxml/zip/codec";
import { PDF_LIMITS } from "../../pdf/pdfium";
import { schemes } from "../../schemes";
import { browserHand, type PackedReader } from "../../taskpane/documents/hand";
import type { GivenFile } from "../../taskpane/documents/given";
import type { OverviewRow } from "../../views/desk/overview";
import type { GivenApplication } from "./given";
import { examinerWords } from "./words";

/** As much of an application as is kept: what it holds is read again when it is opened. */
export interface Entry {
  readonly application: GivenApplication;
  readonly row: OverviewRow;
  readonly budget: GivenFile | null;
  readonly papers: readonly GivenFile[];
}

export class Examination {
  private readonly entries: Entry[] = [];
  private readonly across = new Across();

  constructor(
    readonly applications: readonly GivenApplication[],
    private readonly lang: Lang,
    private readonly packed: () => PackedReader,
  ) {}

  get done(): readonly Entry[] {
    return this.entries;
  }

  /** Examines those that were not yet, until the last or until it is stopped. */
  async run(signal: AbortSignal, progress: () => void): Promise<void> {
    const reader = new DocumentReader(() => browserHand(this.packed()), A_FILE_AMONG_MANY);
    const examiner = new Examiner(
      { settings: {}, decisions: "show", lang: this.lang },
      schemes,
      {
        codec: portableCodec,
        bytes: async ({ file }: GivenFile) => new Uint8Array(await file.arrayBuffer()),
        sha256,
        documents: (name, bytes) =>
          bytes.length > PDF_LIMITS.bytes
            ? Promise.resolve([unreadDocument(name, "too-large", fileNumber(name))])
            : reader.read(name, bytes),
      },
      examinerWords[this.lang],
    );
    try {
      while (!signal.aborted && this.entries.length < this.applications.length) {
        const application = this.applications[this.entries.length] as GivenApplication;
        this.keep(application, await examiner.examine(application));
        progress();
        await new Promise((resolve) => setTimeout(resolve, 0)); // the page answers in between
      }
    } finally {
      reader.close();
    }
  }

  private keep(application: GivenApplication, found: Examined): void {
    const papers = new Set(found.documents.map(({ file }) => file));
    this.entries.push({
      application,
      row: rowOf(application.name, found, this.lang),
      budget: application.files.find(({ name }) => name === found.budget) ?? null,
      papers: application.files.filter(({ name }) => papers.has(name)),
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

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
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
    decided: 0,
    shared: 0,
    round: 1,
    since: null,
    remarks: [...gaps, ...notices].join(" "),
  };
}
