/** One application, from its files to what the desk keeps of it. Whatever a file holds, nothing throws out of here. */
import { answersIn } from "../core/desk/answers";
import { letterInBook, type ReturnedLetter } from "../core/desk/asked";
import { unexamined, type Examined, type ExaminedAnswer } from "../core/desk/examined";
import { isReadable, unreadDocument, type DocumentProblem, type DocumentRead } from "../core/documents/document";
import { fileNumber } from "../core/documents/evidence-number";
import type { DecisionsMode } from "../core/decisions/weigh";
import type { Settings } from "../core/judge/settings";
import type { Scheme } from "../core/scheme/scheme";
import type { Workbook } from "../core/workbook/workbook";
import type { Codec } from "../ooxml/zip/codec";
import { problemTexts } from "../messages/estimates";
import { gapOf, judgeWorkbook } from "../cli/judge";
import type { Outcome } from "../cli/outcome";
import { describeError } from "../cli/problem";
import type { Lang } from "../cli/words";
import type { Application, NamedFile } from "./application";
import { isLetter, isOtherBook, isPacked, isWriting } from "./file-kinds";
import { recordOf } from "./record";
import { letterIn } from "./returned";
import { deskWords, type DeskWords } from "./words";

/** Plain data: it is copied to the workers. */
export interface Conditions {
  readonly settings: Settings;
  readonly decisions: DecisionsMode;
  readonly lang: Lang;
}

/** What the examination needs of the place where it runs. */
export interface Means<F extends NamedFile> {
  readonly codec: Codec;
  /** Opens a workbook; the same bytes are opened once. @throws WorkbookError */
  workbook(bytes: Uint8Array): Workbook;
  /** @throws with a sentence for the user where the file cannot be read */
  bytes(file: F): Uint8Array | Promise<Uint8Array>;
  /** The estimates in a file; what cannot be read is named, never thrown. */
  documents(name: string, bytes: Uint8Array): Promise<readonly DocumentRead[]>;
  /** In hexadecimal. */
  sha256(bytes: Uint8Array): string | Promise<string>;
}

interface Loaded extends NamedFile {
  readonly bytes: Uint8Array;
}

export class Examiner<F extends NamedFile> {
  constructor(
    private readonly conditions: Conditions,
    private readonly schemes: readonly Scheme[],
    private readonly means: Means<F>,
    private readonly say: DeskWords = deskWords[conditions.lang],
  ) {}

  /** @param isAlone its name was never told to anybody: whatever letter it holds is its own */
  async examine(application: Application<F>, isAlone = false): Promise<Examined> {
    try {
      if (application.problem !== null) return unexamined("", application.problem);
      return await this.examined(application, isAlone);
    } catch (error) {
      return unexamined("", gapOf(error, application.name, this.say).message);
    }
  }

  private async examined(
    { name: application, files, budgets, closed }: Application<F>,
    isAlone: boolean,
  ): Promise<Examined> {
    const { say } = this;
    const digests = new Map<string, string>();
    const whole: string[] = [];
    const candidates: Loaded[] = [];
    const problems: string[] = [];
    const documents: DocumentRead[] = [];
    const letters = new Map<string, ReturnedLetter>();
    const isOwn = ({ application: to }: ReturnedLetter): boolean => isAlone || to === null || to === application;
    const answers = (): ExaminedAnswer[] =>
      [...letters].flatMap(([file, letter]) => (isOwn(letter) ? answersIn(file, letter.asked) : []));
    const misplaced = (): string[] =>
      [...letters].flatMap(([file, letter]) =>
        isOwn(letter) ? [] : [say.anothersLetter(file, letter.application ?? "")],
      );
    const unreadLetters: string[] = [];
    // The budget first: while it is not known, a workbook may be it or an estimate.
    for (const file of files) {
      const bytes = await this.bytesOf(file, problems);
      const digest = bytes === null ? "" : await this.means.sha256(bytes);
      digests.set(file.name, digest);
      whole.push(file.name, digest, "");
      if (bytes !== null && budgets.includes(file.name)) candidates.push({ name: file.name, bytes });
      else {
        const read = await this.documentsOf(file.name, bytes);
        documents.push(...read);
        const letter = read.length > 0 || bytes === null ? null : this.letterIn({ name: file.name, bytes });
        if (typeof letter === "string") unreadLetters.push(letter);
        else if (letter !== null) letters.set(file.name, letter);
      }
    }
    const digest = await this.means.sha256(new TextEncoder().encode(whole.join("\n")));
    const inside = files.map(({ name }) => name);
    const told = (names: readonly string[]): string[] => [
      ...sentence(say.packed, names.filter(isPacked)),
      ...sentence(say.otherBook, names.filter(isOtherBook)),
    ];
    if (candidates.length === 0) {
      const gap = problems[0] ?? say.noBudgetFile(told([...inside, ...closed]));
      return { ...unexamined(digest, gap), answers: answers(), notices: [...unreadLetters, ...misplaced()] };
    }
    const budget = candidates.length === 1 ? (candidates[0] as Loaded) : this.mostLikely(candidates);
    const others = candidates.filter((file) => file !== budget);
    const notices = [...problems, ...unreadLetters, ...sentence(say.besideApplication, closed)];
    const rivals: string[] = [];
    for (const file of others) {
      const read = await this.documentsOf(file.name, file.bytes);
      const letter = read.length > 0 ? null : this.letterIn(file);
      if (read.some(({ kind }) => kind === "estimate")) documents.push(...read);
      else if (letter !== null && typeof letter !== "string") letters.set(file.name, letter);
      else rivals.push(file.name);
    }
    if (rivals.length > 0) notices.push(say.severalBudgets(budget.name, rivals));
    documents.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    const writings = inside.filter((name) => isWriting(name) && !letters.has(name));
    notices.push(...this.unread(documents), ...sentence(say.writings, writings));
    const stopped = (why: string): Examined => ({
      ...unexamined(digest, why),
      budget: budget.name,
      budgetDigest: digests.get(budget.name) ?? null,
      answers: answers(),
      notices: [...notices, ...told(inside)],
    });
    const workbook = this.workbookOf(budget);
    if (typeof workbook === "string") return stopped(workbook);
    const within = letterInBook(workbook);
    if (within !== null) letters.set(budget.name, within);
    notices.push(...misplaced());
    const outcome = this.judged(budget.name, workbook, documents.length === 0 ? null : documents);
    if (outcome.report === null) return stopped(outcome.gaps[0].message);
    const gaps = told(inside);
    const packed = [...inside, ...closed].some(isPacked);
    return recordOf(
      outcome,
      { budget: budget.name, digest, workbook, digests, gaps, notices, answers: answers(), packed },
      this.conditions.lang,
    );
  }

  /** Estimates that cannot be read, by the reason. */
  private unread(documents: readonly DocumentRead[]): string[] {
    const files = new Map<DocumentProblem, Set<string>>();
    for (const { file, problem } of documents)
      if (problem !== null && !isReadable({ problem }) && !isPacked(file) && !isOtherBook(file))
        files.set(problem, (files.get(problem) ?? new Set()).add(file));
    return [...files].map(([problem, names]) =>
      this.say.unread([...names], problemTexts[this.conditions.lang][problem]),
    );
  }

  private judged(name: string, workbook: Workbook, documents: readonly DocumentRead[] | null): Outcome {
    const { settings, decisions } = this.conditions;
    return judgeWorkbook(name, workbook, settings, decisions, documents, this.schemes, this.say);
  }

  /** @returns why, where it cannot be read */
  private workbookOf({ name, bytes }: Loaded): Workbook | string {
    try {
      return this.means.workbook(bytes);
    } catch (error) {
      return gapOf(error, name, this.say).message;
    }
  }

  /** @returns why, where it is a workbook that cannot be read; null where it is no letter */
  private letterIn({ name, bytes }: Loaded): ReturnedLetter | string | null {
    try {
      return letterIn(name, bytes, this.means);
    } catch (error) {
      return gapOf(error, name, this.say).message;
    }
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
    const workbook = this.workbookOf(file);
    const report = typeof workbook === "string" ? null : this.judged(file.name, workbook, null).report;
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

  private async documentsOf(name: string, bytes: Uint8Array | null): Promise<readonly DocumentRead[]> {
    if (isWriting(name) || isLetter(name)) return [];
    if (bytes === null) return [unreadDocument(name, "corrupt", fileNumber(name))];
    return await this.means.documents(name, bytes);
  }

  private async bytesOf(file: F, problems: string[]): Promise<Uint8Array | null> {
    try {
      return await this.means.bytes(file);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : describeError(error));
      return null;
    }
  }
}

/** What is said of these files; nothing of none. */
const sentence = (say: (names: readonly string[]) => string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [say(names)];
