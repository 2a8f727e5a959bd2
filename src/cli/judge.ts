/** One file, from its bytes to its outcome. Nothing a file can hold may throw out of here. */
import { DECISIONS_KEY, NOTHING_SAVED, parseSaved, DecisionsError, type Saved } from "../core/decisions/saved";
import { weighDecisions, type DecisionsMode } from "../core/decisions/weigh";
import { check } from "../core/check";
import type { Report } from "../core/report/report";
import type { Settings } from "../core/judge/settings";
import type { Scheme } from "../core/scheme/scheme";
import type { DocumentRead } from "../core/documents/document";
import type { Workbook } from "../core/workbook/workbook";
import { WorkbookError } from "../ooxml/error";
import { readWorkbook } from "../ooxml/read";
import type { Codec } from "../ooxml/zip/codec";
import { FileProblem, describeError } from "./problem";
import { stopped, type Gap, type Outcome } from "./outcome";
import { unusedOptions } from "./unused";
import type { Words } from "./words";

/** @param path as it is told to the user */
export function judge(
  path: string,
  bytes: Uint8Array,
  settings: Settings,
  mode: DecisionsMode,
  documents: readonly DocumentRead[] | null,
  schemes: readonly Scheme[],
  say: Words,
  codec: Codec,
): Outcome {
  try {
    return judgeWorkbook(path, readWorkbook(bytes, codec), settings, mode, documents, schemes, say);
  } catch (error) {
    return stopped(path, gapOf(error, path, say));
  }
}

/** The same of a workbook that was read. */
export function judgeWorkbook(
  path: string,
  workbook: Workbook,
  settings: Settings,
  mode: DecisionsMode,
  documents: readonly DocumentRead[] | null,
  schemes: readonly Scheme[],
  say: Words,
): Outcome {
  try {
    const notices: string[] = [];
    const saved = savedIn(workbook, schemes, (notice) => notices.push(notice), say, path);
    const { report, weighed } = weighDecisions(
      (decisions) => check(workbook, schemes, { ...saved.settings, ...settings }, decisions, documents),
      saved.decisions,
      mode,
    );
    for (const option of unusedOptions(settings, report, schemes)) notices.push(say.noEffect(path, option));
    return { file: path, report, decisions: weighed, gaps: gapsOf(report, schemes, say, path), notices };
  } catch (error) {
    return stopped(path, gapOf(error, path, say));
  }
}

/** What is said of a file that could not be read or judged. */
export function gapOf(error: unknown, path: string, say: Words): Gap {
  if (error instanceof FileProblem) return { rule: "file/unreadable", message: error.message };
  if (error instanceof WorkbookError) return { rule: "file/unreadable", message: say.bookProblem(path, error.code) };
  return { rule: "kenzan/crashed", message: say.internal(path, describeError(error)) };
}

/** What stands in the way of a figure although the file could be read. */
function gapsOf(report: Report, schemes: readonly Scheme[], say: Words, path: string): Gap[] {
  if (report.totals === null) {
    const empty = report.findings.some(({ rule }) => rule === "sheet/no-lines");
    return [
      empty
        ? { rule: "sheet/no-lines", message: say.noLines(path) }
        : { rule: "sheet/no-budget-table", message: say.noBudget(path) },
    ];
  }
  const scheme = schemes.find(({ id }) => id === report.scheme);
  const missing = report.subsidy?.amount === null ? report.subsidy.missing : [];
  return [
    ...missing.map((what) => ({
      rule: what === "frame" ? "check/frame-missing" : `option/${what}`,
      message: say.missing(path, what, choices(what, scheme)),
    })),
    ...report.rules.crashed.map((rule) => ({ rule, message: say.ruleCrashed(path, rule) })),
  ];
}

/** What the user may answer, where the scheme has a list. */
function choices(what: string, scheme: Scheme | undefined): string[] {
  if (what === "frame") return (scheme?.frames ?? []).map(({ id, name }) => `${id}（${name.ja}）`);
  return what === "applicant" ? [...(scheme?.classes ?? [])] : [];
}

/** What the add-in kept in the workbook. A copy that cannot be read is told, never guessed at. */
function savedIn(
  workbook: Workbook,
  schemes: readonly Scheme[],
  notice: (text: string) => void,
  say: Words,
  path: string,
): Saved {
  const text = workbook.settings[DECISIONS_KEY];
  if (text === undefined) return NOTHING_SAVED;
  try {
    const saved = parseSaved(text);
    if (saved.settings.scheme !== undefined && !schemes.some(({ id }) => id === saved.settings.scheme)) {
      notice(say.savedUnknownScheme(path, saved.settings.scheme));
      return { ...saved, settings: {} };
    }
    return saved;
  } catch (error) {
    if (!(error instanceof DecisionsError)) throw error;
    notice(say.savedUnreadable(path));
    return NOTHING_SAVED;
  }
}
