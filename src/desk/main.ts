/** `kenzan desk` and `kenzan diff`: the secretariat's shell, a bundle of its own. */
import { FileProblem } from "../cli/files";
import type { Terminal } from "../cli/check";
import type { DeskCommand, DiffCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { runDiff as diff } from "./diff";
import { runRound } from "./round";

/** @param bundles the folder in which the bundles lie */
export async function runDesk(command: DeskCommand, terminal: Terminal, bundles: string): Promise<Status> {
  return await told(terminal, async () => {
    switch (command.act) {
      case "examine":
        return await runRound(command, terminal, bundles);
      default:
        return 2;
    }
  });
}

export async function runDiff(command: DiffCommand, terminal: Terminal, bundles: string): Promise<Status> {
  return await told(terminal, () => diff(command, terminal, bundles));
}

/** What stands in the way is one sentence for the user. */
async function told(terminal: Terminal, work: () => Promise<Status>): Promise<Status> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    terminal.message(error.message);
    return 2;
  }
}
