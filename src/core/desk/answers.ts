/** What the applicant wrote under ご回答 in the sheet of a letter, beside the findings that it is about. */
import type { AskedItem } from "./asked";
import type { Examined, ExaminedAnswer, ExaminedFinding } from "./examined";
import { subjectsOf } from "./subject";

/** One row for each finding that was asked about under a number; nothing where nothing was answered. */
export const answersIn = (file: string, asked: readonly AskedItem[]): ExaminedAnswer[] =>
  asked.flatMap(({ number, places, points, answer, findings }) =>
    answer === ""
      ? []
      : findings.map(({ rule, sheet, cell, subject }) => ({
          file,
          number: Number.isSafeInteger(number) ? number : null,
          places,
          points,
          text: answer,
          ...{ rule, sheet, cell, subject },
        })),
  );

/** Each answer once, however many findings its number is about. */
export const givenAnswers = (answers: readonly ExaminedAnswer[]): ExaminedAnswer[] => [
  ...new Map(answers.map((answer) => [gist(answer), answer])).values(),
];

/** Those that were not there the round before: letters stay in the folder where they were put. */
export function newAnswers(now: Examined, before: Examined | null): ExaminedAnswer[] {
  const known = new Set(before?.answers.map(gist));
  return now.answers.filter((answer) => !known.has(gist(answer)));
}

const gist = ({ file, number, text }: ExaminedAnswer): string => JSON.stringify([file, number, text]);

/** Answers by the finding that they are about, and those about none of these findings. */
export interface Assigned {
  readonly byFinding: ReadonlyMap<ExaminedFinding, readonly ExaminedAnswer[]>;
  readonly left: readonly ExaminedAnswer[];
}

/** About one line, wherever it stands now; else about one cell, unless another answer is about what stands there now. */
export function assignAnswers(
  answers: readonly ExaminedAnswer[],
  found: Pick<Examined, "lines" | "findings">,
): Assigned {
  const byFinding = new Map<ExaminedFinding, ExaminedAnswer[]>();
  const assign = (answer: ExaminedAnswer, finding: ExaminedFinding | undefined): boolean => {
    if (finding !== undefined) byFinding.set(finding, [...(byFinding.get(finding) ?? []), answer]);
    return finding !== undefined;
  };
  const subjects = new Map(subjectsOf(found).map((subject, at) => [subject, found.findings[at] as ExaminedFinding]));
  const elsewhere = answers.filter((answer) => !assign(answer, subjects.get(answer.subject)));
  const known = new Set(byFinding.keys());
  const left = elsewhere.filter(
    (answer) =>
      !assign(
        answer,
        found.findings.find(
          (finding) =>
            !known.has(finding) &&
            finding.rule === answer.rule &&
            finding.sheet === answer.sheet &&
            finding.cell === answer.cell,
        ),
      ),
  );
  return { byFinding, left };
}
