/** `kenzan check`: every file, in order, to stdout; everything else to stderr. */
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { DocumentRead } from "../core/documents/document";
import type { Scheme } from "../core/scheme/scheme";
import { placesOf, prepareFolder } from "./copies";
import { CSV_START } from "./csv";
import type { CheckCommand, UsageError } from "./options";
import { stopped, type Status } from "./outcome";
import { mostJobs, suitableJobs } from "./jobs";
import { performAll } from "./pool";
import { documentFiles, Documents, folderOf } from "./estimates";
import { Progress } from "./progress";
import { render, type Done, type Input, type Task } from "./task";
import type { Terminal } from "./terminal";
import { words } from "./words";

/** @throws FileProblem when the estimates cannot be read, or the folder for copies cannot be had */
export async function runCheck(
  command: CheckCommand,
  schemes: readonly Scheme[],
  terminal: Terminal,
  script: string,
): Promise<Status> {
  const { files, format, lang, settings, decisions, out } = command;
  const say = words[lang];
  const copies = out === null ? null : placesOf(files, out);
  if (out !== null) prepareFolder(out, say);
  const documents = await documentsOf(command, terminal, script);
  const inputs = files.map((path, at): Input => ({
    path,
    copy: copies === null ? null : { place: copies[at] ?? null },
    documents: documents[at] ?? null,
  }));
  const task: Task = {
    settings,
    format,
    decisions,
    page: { lang, colour: terminal.colour, columns: terminal.columns },
  };
  const most = mostJobs(availableParallelism(), process.availableMemory());
  const jobs = Math.min(command.jobs ?? suitableJobs(files.length, most), most, files.length);
  const progress = new Progress(files.length, terminal, lang);
  /** Results and progress may meet on one screen: the line goes before anything is written. */
  const print = async (text: string): Promise<void> => {
    progress.clear();
    await terminal.out(text);
  };
  let worst: Status = 0;
  if (format === "csv") await print(CSV_START[lang]);
  if (format === "json" && files.length > 1) await print("[\n");
  const receive = async ({ output, status, messages, saved }: Done, index: number): Promise<void> => {
    progress.clear();
    if (format !== "text" || !terminal.shared) for (const message of messages) terminal.message(message);
    if (saved !== null) terminal.message(words[lang].written(saved));
    const last = index === files.length - 1;
    const ending = { text: last ? "" : "\n", csv: "", json: files.length > 1 && !last ? ",\n" : "\n" }[format];
    for (const piece of output) await print(piece);
    await print(ending);
    if (status > worst) worst = status;
    progress.step();
  };
  await performAll(
    inputs,
    jobs,
    task,
    schemes,
    script,
    (path, detail) => failure(path, detail, task, schemes),
    receive,
  );
  progress.clear();
  if (format === "json" && files.length > 1) await print("]\n");
  return worst;
}

/** The documents of each budget: those given, or those in the folder of its name. */
async function documentsOf(
  { files, estimates, estimatesBy, lang }: CheckCommand,
  terminal: Terminal,
  script: string,
): Promise<(readonly DocumentRead[] | null)[]> {
  if (estimates.length === 0) return files.map(() => null);
  const say = words[lang];
  const meant = files.map((file) => {
    if (estimatesBy === null) return documentFiles(estimates, files, say);
    const folder = folderOf(file, estimates);
    if (folder === null) terminal.message(say.estimatesNoFolder(file));
    return folder === null ? null : documentFiles([folder], files, say);
  });
  const reader = new Documents(script, say);
  const progress = new Progress(
    meant.reduce((sum, own) => sum + (own?.length ?? 0), 0),
    terminal,
    lang,
  );
  try {
    const found: (readonly DocumentRead[] | null)[] = [];
    for (const own of meant) found.push(own === null ? null : await reader.read(own, () => progress.step()));
    return found;
  } finally {
    progress.clear();
    reader.close();
  }
}

/** What is printed for a file whose worker died. */
function failure(path: string, detail: string, task: Task, schemes: readonly Scheme[]): Done {
  const message = words[task.page.lang].internal(path, detail);
  return {
    output: [...render(stopped(basename(path), { rule: "kenzan/crashed", message }), task, schemes)],
    status: 2,
    messages: [message],
    saved: null,
  };
}

/** The results of a call whose options cannot be followed: JSON readers still get one object a file. */
export async function runUnusable(error: UsageError, schemes: readonly Scheme[], terminal: Terminal): Promise<Status> {
  terminal.message(error.message);
  if (error.format !== "json" || error.files.length === 0) return 2;
  const page = { lang: error.lang, colour: false, columns: terminal.columns };
  const task: Task = { settings: {}, format: "json", decisions: "show", page };
  const all = error.files.map((path) =>
    [...render(stopped(basename(path), { rule: "option/invalid", message: error.message }), task, schemes)].join(""),
  );
  await terminal.out(all.length === 1 ? `${all[0]}\n` : `[\n${all.join(",\n")}\n]\n`);
  return 2;
}
