/** `kenzan diff BEFORE AFTER`: two rounds of one application, without a ledger. */
import { FileProblem } from "../cli/files";
import type { Terminal } from "../cli/terminal";
import type { DiffCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { assignAnswers, type Assigned } from "../core/desk/answers";
import { diffRounds, type RoundDiff } from "../core/desk/diff";
import type { Examined, ExaminedAnswer } from "../core/desk/examined";
import { visibleJson, visibleLines } from "../core/text/visible";
import { schemes } from "../schemes";
import { diffText } from "../views/desk/diff";
import { applicationAt } from "./applications";
import { Examiner } from "./examine";
import { nodeMeans } from "./means";
import { deskWords } from "./words";

/** @throws FileProblem where one of them cannot be read */
export async function runDiff(command: DiffCommand, terminal: Terminal, bundles: string): Promise<Status> {
  const { lang, settings, format } = command;
  const say = deskWords[lang];
  const means = nodeMeans(lang, bundles);
  const examiner = new Examiner({ settings, decisions: "show", lang }, schemes, means);
  try {
    const read = async (path: string): Promise<Examined> => {
      const found = await examiner.examine(applicationAt(path, say), true);
      // Without a table there is nothing to compare; without a frame the lines can be.
      if (found.lines.length === 0 && found.gaps[0] !== undefined) throw new FileProblem(found.gaps[0]);
      for (const gap of found.gaps) terminal.message(gap);
      return found;
    };
    const [before, after] = [await read(command.before), await read(command.after)];
    const diff = diffRounds(before, after);
    const assigned = assignAnswers(after.answers, before);
    const json = (): string =>
      visibleJson(JSON.stringify({ schemaVersion: 1, ...diff, answers: answersTold(diff, assigned) }, null, 2));
    await terminal.out(format === "json" ? `${json()}\n` : visibleLines(diffText(diff, assigned.byFinding, lang)));
    if (after.gaps.length > 0) return 2;
    return after.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  } finally {
    means.close();
  }
}

/** An answer, and which finding it is about: `diff[about][at]`; both null where it is about none of them. */
interface AnswerTold extends ExaminedAnswer {
  readonly about: "fixed" | "unseen" | "remaining" | null;
  readonly at: number | null;
}

function answersTold({ fixed, unseen, remaining }: RoundDiff, { byFinding, left }: Assigned): AnswerTold[] {
  const lists = [
    ["fixed", fixed],
    ["unseen", unseen],
    ["remaining", remaining.map(({ before }) => before)],
  ] as const;
  return [
    ...lists.flatMap(([about, findings]) =>
      findings.flatMap((finding, at) => (byFinding.get(finding) ?? []).map((answer) => ({ ...answer, about, at }))),
    ),
    ...left.map((answer) => ({ ...answer, about: null, at: null })),
  ];
}
