/** The command line's entry, in the main thread and in the workers that `check` starts. */
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { schemeById, schemes } from "../schemes";
import { tellAbout } from "./about";
import { runCheck, runUnusable } from "./check";
import { writeNew } from "./copies";
import { FileProblem } from "./files";
import { runEstimates } from "./estimates-command";
import { listRules, listSchemes } from "./listings";
import { parseCommand, UsageError, type CheckCommand, type EstimatesCommand, type TemplateCommand } from "./options";
import type { Answer, Assignment } from "./pool";
import { perform, type Task } from "./task";
import { runAsCommand, type Terminal } from "./terminal";
import { words } from "./words";

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = parseCommand(args, schemes);
    switch (command.name) {
      case "version":
      case "help":
        return await tellAbout(command, terminal);
      case "check":
        return await check(command, terminal);
      case "estimates":
        return await estimates(command, terminal);
      case "desk":
      case "diff":
        throw new RangeError(`${command.name} is started by bin/kenzan.js as a bundle of its own`);
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

/** A worker's life: one answer for each assignment. */
function serve(task: Task): void {
  parentPort?.on("message", ({ index, input }: Assignment) => {
    const done = perform(input, task, schemes);
    parentPort?.postMessage({ index, done: { ...done, output: [...done.output] } } satisfies Answer);
  });
}

if (isMainThread) runAsCommand(run);
else serve(workerData as Task);
