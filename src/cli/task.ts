/** One file's share of `check`, as it runs in this thread or in a worker: judged and put into the wanted format. */
import type { Settings } from "../core/report/report";
import type { Scheme } from "../core/scheme/scheme";
import type { DocumentRead } from "../core/documents/document";
import { writeCopy } from "./copies";
import { toCsv } from "./csv";
import { FileProblem, readBytes } from "./files";
import { jsonText } from "./json";
import { judge } from "./judge";
import { markedCopy } from "./marked";
import type { Format } from "./options";
import { messagesOf, statusOf, type Outcome, type Status } from "./outcome";
import type { Page } from "./text/page";
import { toText } from "./text/report";
import { words, type Lang } from "./words";

/** Plain data: it is copied to the workers. */
export interface Task {
  readonly settings: Settings;
  readonly format: Format;
  readonly page: Page;
}

export interface Done {
  /** In pieces. */
  readonly output: Iterable<string>;
  readonly status: Status;
  /** For stderr, one sentence each. */
  readonly messages: readonly string[];
  /** Where the marked copy is, when one was written. */
  readonly saved: string | null;
}

export interface Input {
  readonly path: string;
  /** Where a marked copy is wanted; its place is null where only an input could be overwritten. */
  readonly copy: { readonly place: string | null } | null;
  /** Estimates given beside it; null where none were given. */
  readonly documents: readonly DocumentRead[] | null;
}

export function perform({ path, copy, documents }: Input, task: Task, schemes: readonly Scheme[]): Done {
  const judged = judge(path, task.settings, documents, schemes, task.page.lang);
  const { outcome, saved } =
    copy === null ? { outcome: judged, saved: null } : withCopy(judged, path, copy.place, schemes, task.page.lang);
  return {
    output: render(outcome, task, schemes),
    status: statusOf(outcome),
    messages: messagesOf(outcome),
    saved,
  };
}

/** Writes the marked copy of a checked workbook; what stands in the way becomes a gap of the outcome. */
function withCopy(
  outcome: Outcome,
  path: string,
  place: string | null,
  schemes: readonly Scheme[],
  lang: Lang,
): { readonly outcome: Outcome; readonly saved: string | null } {
  if (outcome.report === null || outcome.report.totals === null) return { outcome, saved: null };
  const say = words[lang];
  try {
    if (place === null) throw new FileProblem(say.wouldOverwrite(path));
    writeCopy(place, markedCopy(path, readBytes(path, say), outcome.report, schemes, lang), say);
    return { outcome, saved: place };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const gap = { rule: "out/not-written", message: error.message };
    return { outcome: { ...outcome, gaps: [...outcome.gaps, gap] }, saved: null };
  }
}

export function render(
  outcome: Outcome,
  { settings, format, page }: Task,
  schemes: readonly Scheme[],
): Iterable<string> {
  if (format === "json") return jsonText(outcome, settings, page.lang);
  if (format === "csv") return [toCsv(outcome, page.lang)];
  return [toText(outcome, schemes, page)];
}
