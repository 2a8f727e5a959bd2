/** The command line's entry, in the main thread and in the workers that `check` starts. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "../../package.json";
import { visible } from "../core/text/visible";
import { schemeById, schemes } from "../schemes";
import { runCheck, runUnusable, type Terminal } from "./check";
import { writeNew } from "./copies";
import type * as Desk from "../desk/main";
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
      case "desk":
        return await desk().runDesk(command, terminal, __dirname);
      case "diff":
        return await desk().runDiff(command, terminal, __dirname);
      case "rules":
        await terminal.out(listRules(schemes, command.format, command.lang));
        return 0;
      case "schemes":
        await terminal.out(listSchemes(schemes, command.format, command.lang));
        return 0;
      case "template":
        return await template(command, terminal);
    }
  } catch (error) {
    if (error instanceof UsageError) return await runUnusable(error, schemes, terminal);
    throw error;
  }
}

/** A bundle of its own, with the database it needs: no other command loads it. */
function desk(): typeof Desk {
  const { start } = createRequire(__filename)("./start.js") as {
    start(bundle: string): { readonly exports: typeof Desk };
  };
  return start(join(__dirname, "desk.cjs")).exports;
}

async function template({ scheme, out, lang }: TemplateCommand, terminal: Terminal): Promise<number> {
  const found = schemeById(scheme);
  if (found === undefined) throw new RangeError(`unknown scheme: ${scheme}`);
  // No other command runs what writes templates.
  const [{ templateBook }, { templateBytes }] = await Promise.all([
    import("../template/book"),
    import("../template/xlsx"),
  ]);
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

/** A stream that may be full, closed or broken at any time. */
class Outlet {
  /** Why nothing more can be written; null while it can. */
  failure: string | null = null;
  private goOn = (): void => undefined;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on("drain", () => this.goOn());
    stream.on("error", (error) => this.fail(error));
  }

  /** Resolves when more can be taken. */
  write(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
      if (this.failure !== null || this.taken(text)) resolve();
    });
  }

  private taken(text: string): boolean {
    try {
      return this.stream.write(text);
    } catch (error) {
      this.fail(error); // files are written at once, and refuse at once
      return true;
    }
  }

  private fail(error: unknown): void {
    this.failure ??= errorCode(error);
    this.goOn();
  }
}

const stdout = new Outlet(process.stdout);
const stderr = new Outlet(process.stderr);

function standardTerminal(): Terminal {
  const { isTTY, columns } = process.stdout;
  return {
    out: (text) => stdout.write(text),
    message: (text) => void stderr.write(`${visible(text)}\n`),
    progress: (text) => void stderr.write(`\r\u001b[K${text}`),
    colour: isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
    columns: isTTY ? Math.max(60, Math.min(columns, 120)) : 100,
    interactive: process.stderr.isTTY,
    shared: isTTY && process.stderr.isTTY,
  };
}

/** Results that could not be written are no results. A reader that has seen enough (`| head`) is no failure. */
function finish(status: number): void {
  process.exitCode = status;
  process.on("exit", () => {
    if (stdout.failure === null || stdout.failure === "EPIPE") return;
    void stderr.write(`${words.ja.outputLost(stdout.failure)}\n`);
    process.exitCode = 2;
  });
}

/** A worker's life: one answer for each assignment. */
function serve(task: Task): void {
  parentPort?.on("message", ({ index, input }: Assignment) => {
    parentPort?.postMessage({ index, done: perform(input, task, schemes) } satisfies Answer);
  });
}

if (isMainThread) {
  run(process.argv.slice(2), standardTerminal())
    .catch((error: unknown) => {
      void stderr.write(`${visible(words.ja.internal("kenzan", describeError(error)))}\n`);
      return 2;
    })
    .then(finish);
} else serve(workerData as Task);
