/** `kenzan desk` and `kenzan diff`: the secretariat's shell, a bundle of its own. What a round does not need is made when it is needed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tellAbout } from "../cli/about";
import { errorCode, FileProblem } from "../cli/files";
import { parseCommand, UsageError, type DeskCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { runAsCommand, type Terminal } from "../cli/terminal";
import type { Lang } from "../cli/words";
import { schemes } from "../schemes";
import { Connection, isDamage, isUnwritten } from "./ledger/database";
import { Ledger } from "./ledger/ledger";
import { mergeLedgers } from "./merge";
import { LEDGER, LETTERS } from "./places";
import { answerQuery } from "./query";
import { runRound } from "./round";
import { deskWords } from "./words";

async function run(args: readonly string[], terminal: Terminal): Promise<Status> {
  try {
    const command = parseCommand(args, schemes);
    switch (command.name) {
      case "version":
      case "help":
        return await tellAbout(command, terminal);
      case "desk":
        return await told(command.lang, terminal, () => runDesk(command, terminal));
      case "diff": {
        const { runDiff } = await import("./diff");
        return await told(command.lang, terminal, () => runDiff(command, terminal, __dirname));
      }
      default:
        throw new RangeError(`${command.name} is a command of another bundle`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { runUnusable } = await import("../cli/check");
    return await runUnusable(error, schemes, terminal);
  }
}

async function runDesk(command: DeskCommand, terminal: Terminal): Promise<Status> {
  switch (command.act) {
    case "examine": {
      const status = await runRound(command, terminal, __dirname);
      if (!command.serve) return status;
      return await withLedger(command, (ledger) => serve(ledger, command, terminal));
    }
    case "merge":
      return await mergeLedgers(command, terminal);
    case "letters":
      return await withLedger(command, async (ledger) => {
        const { writeLetters } = await import("./letters");
        const count = await writeLetters(ledger, command.out, command.lang);
        terminal.message(deskWords[command.lang].lettersWritten(count, join(command.out, LETTERS)));
        return 0;
      });
    case "query":
      return await withLedger(command, (ledger) => answerQuery(ledger, command, terminal), "read");
    case "serve":
      return await withLedger(command, (ledger) => serve(ledger, command, terminal));
  }
}

/** Until somebody stops it (Ctrl+C). */
async function serve(
  ledger: Ledger,
  { out, lang, port }: DeskCommand & { readonly port: number | null },
  terminal: Terminal,
): Promise<Status> {
  const [{ serveDesk }, { builtWorkbench }] = await Promise.all([import("./server"), import("./workbench")]);
  const workbench = builtWorkbench(__dirname);
  const say = deskWords[lang];
  if (workbench === null) terminal.message(say.noWorkbench);
  const script = (name: string): string => readFileSync(join(__dirname, `${name}.js`), "utf8");
  const scripts = { list: script("desk-list"), decisions: script("desk-decisions") };
  const running = await serveDesk({ ledger, out, lang, workbench, scripts }, port ?? 0).catch((error: unknown) => {
    throw new FileProblem(say.portProblem(port ?? 0, errorCode(error)));
  });
  await terminal.out(`${say.serving(running.address)}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return 0;
}

async function withLedger(
  { out, lang }: DeskCommand,
  work: (ledger: Ledger) => Promise<Status>,
  use: "change" | "read" = "change",
): Promise<Status> {
  const ledger = new Ledger(Connection.open(join(out, LEDGER), deskWords[lang], use));
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

/** What stands in the way is one sentence for the user. */
async function told(lang: Lang, terminal: Terminal, work: () => Promise<Status>): Promise<Status> {
  try {
    return await work();
  } catch (error) {
    const say = deskWords[lang];
    if (error instanceof FileProblem) terminal.message(error.message);
    else if (isDamage(error)) terminal.message(say.deskLedgerDamaged(error.message));
    else if (isUnwritten(error)) terminal.message(say.deskLedgerUnwritten(error.message));
    else throw error;
    return 2;
  }
}

runAsCommand(run);
