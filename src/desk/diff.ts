/** `kenzan diff BEFORE AFTER`: two rounds of one application, without a ledger. */
import { FileProblem } from "../cli/files";
import type { Terminal } from "../cli/terminal";
import type { DiffCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { assignAnswers } from "../core/desk/answers";
import { diffRounds } from "../core/desk/diff";
import type { Examined } from "../core/desk/examined";
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
      const found = await examiner.examine(applicationAt(path, say));
      // Without a table there is nothing to compare; without a frame the lines can be.
      if (found.lines.length === 0 && found.gaps[0] !== undefined) throw new FileProblem(found.gaps[0]);
      for (const gap of found.gaps) terminal.message(gap);
      return found;
    };
    const [before, after] = [await read(command.before), await read(command.after)];
    const diff = diffRounds(before, after);
    const json = (): string => visibleJson(JSON.stringify({ schemaVersion: 1, ...diff }, null, 2));
    await terminal.out(
      format === "json"
        ? `${json()}\n`
        : visibleLines(diffText(diff, assignAnswers(after.answers, before).byFinding, lang)),
    );
    if (after.gaps.length > 0) return 2;
    return after.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  } finally {
    means.close();
  }
}
