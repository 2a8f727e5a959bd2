/** What goes into a letter, and what another request settles with itself. */
import type { Assigned } from "../../../core/desk/answers";
import type { Examined, ExaminedFinding } from "../../../core/desk/examined";
import { isAsked, lineOf, subjectsOf, type Verdict } from "../../../core/desk/subject";
import { figure } from "../../../core/text/figure";

/** Against the letter before: asked for again, or not seen until now; null in the first. */
export type SinceLetter = "前回から" | "新規" | null;

export type Asked = ExaminedFinding & {
  readonly subject: string;
  readonly since: SinceLetter;
  /** What the applicant wrote to it when the letter came back. */
  readonly answers: readonly string[];
};

/** What goes into the letter, and where it stands against the one before. */
export function askedOf(
  examined: Examined,
  verdicts: ReadonlyMap<string, Verdict>,
  since: (finding: ExaminedFinding) => SinceLetter,
  answers: Assigned["byFinding"] = new Map(),
): Asked[] {
  const subjects = subjectsOf(examined);
  const chosen = examined.findings
    .map((finding, at) => ({
      ...finding,
      what: withAmount(examined, finding),
      subject: subjects[at] ?? "",
      since: since(finding),
      answers: (answers.get(finding) ?? []).map(({ text }) => text),
    }))
    .filter((finding) => isAsked(finding, verdicts.get(finding.subject)));
  return chosen.filter((finding) => !saidBy(finding, chosen));
}

/** Of what cannot be claimed, how much it is. */
function withAmount(examined: Examined, finding: ExaminedFinding): string {
  const { rule, what } = finding;
  const amount = rule.startsWith("eligibility/") && !/\d円/.test(what) ? lineOf(examined, finding)?.amount : null;
  return amount === null || amount === undefined ? what : what.replace(/。?$/, `（${figure(amount)}円）。`);
}

/**
 * What another request settles with itself: an amount that is too high comes down rounded; without its tax, an amount is
 * the estimate's; what is left of an estimate that several rows share is settled with their sum; once every row with tax
 * is asked for, the table has none left.
 */
function saidBy(finding: ExaminedFinding, others: readonly ExaminedFinding[]): boolean {
  const beside = (rule: string): ExaminedFinding[] =>
    others.filter((other) => other.rule === rule && other.sheet === finding.sheet);
  switch (finding.rule) {
    case "subsidy/rounding":
      return beside("subsidy/requested").some(({ cell }) => cell === finding.cell);
    case "evidence/mismatch": {
      const figure = figureIn(finding.todo);
      const number = /（項番([^）]+)）/.exec(finding.what)?.[1] ?? "";
      return (
        figure !== null &&
        (beside("tax/inclusive").some(({ cell, todo }) => cell === finding.cell && figureIn(todo) === figure) ||
          beside("evidence/duplicate").some(({ what }) => what.startsWith(`項番${number}が `)))
      );
    }
    case "tax/mixed": {
      const named = [...(/税込：([^）]*)/.exec(finding.what)?.[1] ?? "").matchAll(/\d+/g)].map(([row]) => Number(row));
      const asked = new Set(beside("tax/inclusive").map(({ row }) => row));
      // It names ten of them at most.
      const number = Number(/税込の行が (\d+)件/.exec(finding.what)?.[1] ?? Infinity);
      return named.length > 0 && asked.size >= number && named.every((row) => asked.has(row));
    }
    default:
      return false;
  }
}

/** The figure that is to be written: "343,800円 に直" */
export const figureIn = (todo: string): string | null => /([\d,]+)円\s?に直/.exec(todo)?.[1] ?? null;
/** The same, or the one that is named as right: "計算どおりなら 248,000円 です" */
export const rightIn = (todo: string): string | null => figureIn(todo) ?? /なら\s?([\d,]+)円/.exec(todo)?.[1] ?? null;
