/** One file's share of `check`, as it runs in this thread or in a worker: judged and put into the wanted format. */
import { basename } from "node:path";
import type { DecisionsMode } from "../core/decisions/weigh";
import type { Settings } from "../core/judge/settings";
import type { Scheme } from "../core/scheme/scheme";
import type { DocumentRead } from "../core/documents/document";
import { visibleLines } from "../core/text/visible";
import { writeCopy } from "./copies";
import { toCsv } from "./csv";
import { describeError, FileProblem, readBytes } from "./files";
import { jsonText } from "./json";
import { gapOf, judge } from "./judge";
import { markedCopy } from "./marked";
import type { Format } from "./options";
import { messagesOf, statusOf, stopped, type Outcome, type Status } from "./outcome";
import { expectToRead } from "./patience";
import type { Page } from "./text/page";
import { toText } from "./text/report";
import { words, type Lang } from "./words";
import { nodeCodec } from "../ooxml/zip/node-codec";

/** Plain data: it is copied to the workers. */
export interface Task {
  readonly settings: Settings;
  readonly format: Format;
  readonly decisions: DecisionsMode;
  readonly page: Page;
}

export interface Done {
  /** In pieces; those of a long text are made when they are asked for, once. */
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

/** Whatever throws on the way is this file's result, and no other's. */
export function perform(input: Input, task: Task, schemes: readonly Scheme[]): Done {
  try {
    return performed(input, task, schemes);
  } catch (error) {
    return doneWith(
      stopped(basename(input.path), gapOf(error, input.path, words[task.page.lang])),
      null,
      task,
      schemes,
    );
  }
}

function performed({ path, copy, documents }: Input, task: Task, schemes: readonly Scheme[]): Done {
  const { lang } = task.page;
  const bytes = readBytes(path, words[lang]);
  expectToRead(bytes.length);
  const found = judge(path, bytes, task.settings, task.decisions, documents, schemes, words[lang], nodeCodec);
  const judged: Outcome = { ...found, file: basename(path) };
  const { outcome, saved } =
    copy === null ? { outcome: judged, saved: null } : withCopy(judged, path, bytes, copy.place, schemes, lang);
  return doneWith(outcome, saved, task, schemes);
}

const doneWith = (outcome: Outcome, saved: string | null, task: Task, schemes: readonly Scheme[]): Done => ({
  output: begun(render(outcome, task, schemes)),
  status: statusOf(outcome),
  messages: messagesOf(outcome),
  saved,
});

/** Characters of a text that are held: some ten thousand lines. */
const MOST_HELD = 1 << 23;

/**
 * A text that is made before any of it is handed on, so that whatever throws on the way is told in its place. One that is
 * longer than can be held is made on the way.
 */
function begun(text: Iterable<string>): Iterable<string> {
  const held: string[] = [];
  let length = 0;
  const pieces = text[Symbol.iterator]();
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
    held.push(piece.value);
    length += piece.value.length;
    if (length > MOST_HELD) return goingOn(held, pieces);
  }
  return held;
}

function* goingOn(held: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* held;
  for (let piece = rest.next(); piece.done !== true; piece = rest.next()) yield piece.value;
}

/** Writes the marked copy of a checked workbook; what stands in the way becomes a gap of the outcome. */
function withCopy(
  outcome: Outcome,
  path: string,
  bytes: Uint8Array,
  place: string | null,
  schemes: readonly Scheme[],
  lang: Lang,
): { readonly outcome: Outcome; readonly saved: string | null } {
  if (outcome.report === null || outcome.report.totals === null) return { outcome, saved: null };
  const say = words[lang];
  try {
    if (place === null) throw new FileProblem(say.wouldOverwrite(path));
    writeCopy(place, markedCopy(path, bytes, outcome.report, schemes, lang), say);
    return { outcome, saved: place };
  } catch (error) {
    const message = error instanceof FileProblem ? error.message : say.outFailed(path, describeError(error));
    return { outcome: { ...outcome, gaps: [...outcome.gaps, { rule: "out/not-written", message }] }, saved: null };
  }
}

export function render(
  outcome: Outcome,
  { settings, decisions, format, page }: Task,
  schemes: readonly Scheme[],
): Iterable<string> {
  if (format === "json") return jsonText(outcome, settings, decisions, page.lang);
  if (format === "csv") return [toCsv(outcome, page.lang)];
  return [shownText(outcome, schemes, page)];
}

/** What a workbook says reaches the terminal only as text: where it holds control characters, colours are left out. */
function shownText(outcome: Outcome, schemes: readonly Scheme[], page: Page): string {
  const bare = toText(outcome, schemes, { ...page, colour: false });
  const shown = visibleLines(bare);
  return page.colour && shown === bare ? toText(outcome, schemes, page) : shown;
}
