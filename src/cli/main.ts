/** The command line's entry, in the main thread and in the workers that `check` starts. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "../../package.json";
import { schemeById, schemes } from "../schemes";
import { templateBook } from "../template/book";
import { templateBytes } from "../template/xlsx";
import { runCheck, runUnusable, type Terminal } from "./check";
import { writeNew } from "./copies";
import { describeError, errorCode, FileProblem } from "./files";
import { runEstimates } from "./estimates-command";
import { listRules, listSchemes } from "./listings";
import { parseCommand, UsageError, type CheckCommand, type EstimatesCommand, type TemplateCommand } from "./options";
import type { Answer, Assignment } from "./pool";
import { perform, type Task } from "./task";
import { words } from "./words";

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = parseCommand(args, schemes);
    switch (command.name) {
      case "version":
        await terminal.out(`${version}\n`);
        return 0;
      case "help":
        await terminal.out(command.text);
        return 0;
      case "check":
        return await check(command, terminal);
      case "estimates":
        return await estimates(command, terminal);
      case "rules":
        await terminal.out(listRules(schemes, command.format, command.lang));
        return 0;
      case "schemes":
        await terminal.out(listSchemes(schemes, command.format, command.lang));
        return 0;
      case "template":
        return template(command, terminal);
    }
  } catch (error) {
    if (error instanceof UsageError) return await runUnusable(error, schemes, terminal);
    throw error;
  }
}

function template({ scheme, out, lang }: TemplateCommand, terminal: Terminal): number {
  const found = schemeById(scheme);
  if (found === undefined) throw new RangeError(`unknown scheme: ${scheme}`);
  try {
    writeNew(out, templateBytes(templateBook(found)), words[lang]);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    terminal.message(error.message);
    return 2;
  }
  terminal.message(words[lang].written(out));
  return 0;
}

async function estimates(command: EstimatesCommand, terminal: Terminal): Promise<number> {
  try {
    return await runEstimates(command, terminal, __filename);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    terminal.message(error.message);
    return 2;
  }
}

async function check(command: CheckCommand, terminal: Terminal): Promise<number> {
  try {
    return await runCheck(command, schemes, terminal, __filename);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new UsageError(error.message, command.lang, command.files, command.format);
  }
}

function standardTerminal(): Terminal {
  const { stdout, stderr } = process;
  let open = true;
  let goOn = (): void => undefined;
  stdout.on("drain", () => goOn());
  stdout.on("error", (error) => {
    if (errorCode(error) !== "EPIPE") throw error;
    open = false; // a reader that has seen enough (`| head`) closes the pipe: that is no failure
    goOn();
  });
  return {
    out: (text) =>
      new Promise((resolve) => {
        if (!open || stdout.write(text)) resolve();
        else goOn = resolve;
      }),
    message: (text) => void stderr.write(`${text}\n`),
    progress: (text) => void stderr.write(`\r\u001b[K${text}`),
    colour: stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
    columns: stdout.isTTY ? Math.max(60, Math.min(stdout.columns, 120)) : 100,
    interactive: stderr.isTTY,
    shared: stdout.isTTY && stderr.isTTY,
  };
}

/** A worker's life: one answer for each assignment. */
function serve(task: Task): void {
  parentPort?.on("message", ({ index, input }: Assignment) => {
    const done = perform(input, task, schemes);
    const answer: Answer = { index, done: { ...done, output: [...done.output] } }; // a generator cannot be sent
    parentPort?.postMessage(answer);
  });
}

if (isMainThread) {
  run(process.argv.slice(2), standardTerminal()).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(`${words.ja.internal("kenzan", describeError(error))}\n`);
      process.exitCode = 2;
    },
  );
} else serve(workerData as Task);
