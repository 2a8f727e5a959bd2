/** One application, from its files to what the desk keeps of it. Whatever a file holds, nothing throws out of here. */
import { createHash } from "node:crypto";
import { unexamined, type Examined } from "../core/desk/examined";
import type { DocumentRead } from "../core/documents/document";
import { unreadDocument } from "../core/documents/document";
import { fileNumber } from "../core/documents/evidence-number";
import type { DecisionsMode } from "../core/decisions/weigh";
import type { Settings } from "../core/report/report";
import type { Scheme } from "../core/scheme/scheme";
import { DocumentReader, type Hand } from "../documents/reader";
import { readWorkbook } from "../ooxml/read";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { PDF_LIMITS } from "../pdf/pdfium";
import { describeError, readBytes } from "../cli/files";
import type { FoundFile } from "../cli/folder";
import { gapOf, judge } from "../cli/judge";
import type { Outcome } from "../cli/outcome";
import type { Lang } from "../cli/words";
import { isLetter, type Application } from "./applications";
import { recordOf } from "./record";
import { deskWords } from "./words";

/** Plain data: it is copied to the workers. */
export interface Conditions {
  readonly settings: Settings;
  readonly decisions: DecisionsMode;
  readonly lang: Lang;
}

interface Loaded extends FoundFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

export class Examiner {
  private readonly reader: DocumentReader;

  constructor(
    private readonly conditions: Conditions,
    private readonly schemes: readonly Scheme[],
    startHand: () => Hand,
  ) {
    this.reader = new DocumentReader(startHand);
  }

  async examine(application: Application): Promise<Examined> {
    const say = deskWords[this.conditions.lang];
    try {
      if (application.problem !== null) return unexamined("", application.problem);
      return await this.examined(application);
    } catch (error) {
      return unexamined("", gapOf(error, application.name, say).message);
    }
  }

  private async examined({ files, budgets }: Application): Promise<Examined> {
    const { lang } = this.conditions;
    const say = deskWords[lang];
    const digests = new Map<string, string>();
    const whole = createHash("sha256");
    const candidates: Loaded[] = [];
    const problems: string[] = [];
    const documents: DocumentRead[] = [];
    // The budget first: while it is not known, a workbook may be it or an estimate.
    for (const file of files) {
      const bytes = bytesOf(file, say, problems);
      const digest = bytes === null ? "" : createHash("sha256").update(bytes).digest("hex");
      digests.set(file.name, digest);
      whole.update(`${file.name}\n${digest}\n`);
      if (bytes !== null && budgets.includes(file.name)) candidates.push({ ...file, bytes, digest });
      else documents.push(...(await this.documentsOf(file, bytes)));
    }
    const digest = whole.digest("hex");
    if (candidates.length === 0) return unexamined(digest, problems[0] ?? say.noBudgetFile);
    const budget = candidates.length === 1 ? (candidates[0] as Loaded) : this.mostLikely(candidates);
    const others = candidates.filter((file) => file !== budget);
    const notices = [...problems];
    const rivals: string[] = [];
    for (const file of others) {
      const read = await this.documentsOf(file, file.bytes);
      if (read.some(({ kind }) => kind === "estimate")) documents.push(...read);
      else rivals.push(file.name);
    }
    if (rivals.length > 0) notices.push(say.severalBudgets(budget.name, rivals));
    documents.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    const outcome = this.judged(budget, documents.length === 0 ? null : documents);
    if (outcome.report === null)
      return { ...unexamined(digest, outcome.gaps[0].message), budget: budget.name, notices };
    const workbook = readWorkbook(budget.bytes, nodeCodec);
    return recordOf(outcome, { budget: budget.name, digest, workbook, digests, notices }, lang);
  }

  private judged({ name, bytes }: Loaded, documents: readonly DocumentRead[] | null): Outcome {
    const { settings, decisions, lang } = this.conditions;
    return judge(name, bytes, settings, decisions, documents, this.schemes, lang);
  }

  /** Of several workbooks the one that reads most like an application's budget; of equals the newest by name. */
  private mostLikely(candidates: readonly Loaded[]): Loaded {
    const scored = candidates.map((file) => ({ file, score: this.likelihood(file) }));
    const best = Math.max(...scored.map(({ score }) => score));
    return (scored.filter(({ score }) => score === best).at(-1) as (typeof scored)[number]).file;
  }

  private likelihood(file: Loaded): number {
    const base = file.name.split("/").at(-1) ?? "";
    const named = /見積|請求|注文|納品|estimate|quot|invoice/i.test(base)
      ? -4
      : /予算|経費|申請|収支|budget/i.test(base)
        ? 2
        : 0;
    const { report } = this.judged(file, null);
    if (report === null) return named - 10;
    const lines = report.lines.filter(({ statedMajor, statedMiddle }) => statedMajor !== null || statedMiddle !== null);
    return (
      named +
      (report.totals === null ? -6 : 0) +
      (lines.length > 0 ? 2 : 0) +
      (report.reading.facts.some(({ key }) => key === "frame" || key === "requested" || key === "schemeName") ? 3 : 0) +
      (report.labour.length > 0 ? 1 : 0)
    );
  }

  private async documentsOf({ name, path }: FoundFile, bytes: Uint8Array | null): Promise<readonly DocumentRead[]> {
    if (/\.(?:docx?|txt|eml|msg|pptx?)$/i.test(path) || isLetter(name)) return [];
    if (bytes === null) return [unreadDocument(name, "corrupt", fileNumber(name))];
    if (bytes.length > PDF_LIMITS.bytes) return [unreadDocument(name, "too-large", fileNumber(name))];
    return await this.reader.read(name, bytes);
  }

  close(): void {
    this.reader.close();
  }
}

function bytesOf(file: FoundFile, say: (typeof deskWords)["ja"], problems: string[]): Uint8Array | null {
  try {
    return readBytes(file.path, say);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : describeError(error));
    return null;
  }
}
