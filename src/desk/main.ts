/** `kenzan desk` and `kenzan diff`: the secretariat's shell, a bundle of its own. */
import { join } from "node:path";
import { errorCode, FileProblem } from "../cli/files";
import type { Terminal } from "../cli/check";
import type { DeskCommand, DiffCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import type { Lang } from "../cli/words";
import { runDiff as diff } from "./diff";
import { Connection, isDamage } from "./ledger/database";
import { Ledger } from "./ledger/ledger";
import { LETTERS, writeLetters } from "./letters";
import { mergeLedgers } from "./merge";
import { answerQuery } from "./query";
import { LEDGER, runRound } from "./round";
import { serveDesk } from "./server";
import { builtWorkbench } from "./workbench";
import { deskWords } from "./words";

/** @param bundles the folder in which the bundles lie */
export async function runDesk(command: DeskCommand, terminal: Terminal, bundles: string): Promise<Status> {
  return await told(command, terminal, async () => {
    switch (command.act) {
      case "examine": {
        const status = await runRound(command, terminal, bundles);
        if (!command.serve) return status;
        return await withLedger(command, (ledger) => serve(ledger, command, terminal, bundles));
      }
      case "merge":
        return await mergeLedgers(command, terminal);
      case "letters":
        return await withLedger(command, async (ledger) => {
          const count = await writeLetters(ledger, command.out, command.lang);
          terminal.message(deskWords[command.lang].lettersWritten(count, join(command.out, LETTERS)));
          return 0;
        });
      case "query":
        return await withLedger(command, (ledger) => answerQuery(ledger, command, terminal));
      case "serve":
        return await withLedger(command, (ledger) => serve(ledger, command, terminal, bundles));
    }
  });
}

/** Until somebody stops it (Ctrl+C). */
async function serve(
  ledger: Ledger,
  { out, lang, port }: DeskCommand & { readonly port: number | null },
  terminal: Terminal,
  bundles: string,
): Promise<Status> {
  const workbench = builtWorkbench(bundles);
  const say = deskWords[lang];
  if (workbench === null) terminal.message(say.noWorkbench);
  const running = await serveDesk({ ledger, out, lang, workbench }, port ?? 0).catch((error: unknown) => {
    throw new FileProblem(say.portProblem(port ?? 0, errorCode(error)));
  });
  await terminal.out(`${say.serving(running.address)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return 0;
}

async function withLedger({ out, lang }: DeskCommand, work: (ledger: Ledger) => Promise<Status>): Promise<Status> {
  const ledger = new Ledger(Connection.open(join(out, LEDGER), deskWords[lang], { create: false }));
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

export async function runDiff(command: DiffCommand, terminal: Terminal, bundles: string): Promise<Status> {
  return await told(command, terminal, () => diff(command, terminal, bundles));
}

/** What stands in the way is one sentence for the user. */
async function told(
  { lang }: { readonly lang: Lang },
  terminal: Terminal,
  work: () => Promise<Status>,
): Promise<Status> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileProblem) && !isDamage(error)) throw error;
    terminal.message(error instanceof FileProblem ? error.message : deskWords[lang].deskLedgerDamaged(error.message));
    return 2;
  }
}
