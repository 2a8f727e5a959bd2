/** `--estimates` and `kenzan estimates`: files and folders of documents, read in a worker of their own. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { unreadDocument, type DocumentRead } from "../core/documents/document";
import { fileNumber } from "../core/documents/evidence-number";
import { DocumentReader, type Hand, type Reply, type Request } from "../documents/reader";
import { PDF_LIMITS } from "../pdf/pdfium";
import { FileProblem, readBytes } from "./files";
import { filesIn, type FoundFile } from "./folder";
import type { Words } from "./words";

/** More than a project has: a folder given by mistake ends here. */
const MOST_FILES = 5_000;

/**
 * The files meant, in the order given and by name within folders.
 * @param leaveOut files that are no documents although they lie among them: the budgets
 * @throws FileProblem where a path does not exist
 */
export function documentFiles(paths: readonly string[], leaveOut: readonly string[], say: Words): FoundFile[] {
  const left = new Set(leaveOut.map(realOf));
  const files = paths.flatMap((path) => {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) throw new FileProblem(say.notFound(path));
    return filesIn(path, say);
  });
  const wanted = files.filter(({ path }) => !left.has(realOf(path)));
  if (wanted.length > MOST_FILES) throw new FileProblem(say.estimatesTooMany(wanted.length, MOST_FILES));
  return wanted;
}

const realOf = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** The folder of a budget's own documents: named as the file is. */
export function folderOf(budget: string, folders: readonly string[]): string | null {
  const name = basename(budget)
    .replace(/\.xls[xm]$/i, "")
    .normalize("NFC");
  for (const folder of folders) {
    const own = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(folder).find((entry) => entry.normalize("NFC") === name)
      : undefined;
    if (own !== undefined && statSync(join(folder, own)).isDirectory()) return join(folder, own);
  }
  return null;
}

/** Reads documents one after the other; whatever one does, the next is read. Call `close` at the end. */
export class Documents {
  private readonly reader: DocumentReader;

  /** @param script the command line's own file: the worker lies beside it */
  constructor(
    script: string,
    private readonly say: Words,
  ) {
    this.reader = new DocumentReader(() => new WorkerHand(join(dirname(script), "document-worker.cjs")));
  }

  async read(files: readonly FoundFile[], done: () => void = () => undefined): Promise<DocumentRead[]> {
    const found: DocumentRead[] = [];
    for (const { path, name } of files) {
      found.push(...(await this.readOne(path, name)));
      done();
    }
    return found;
  }

  private async readOne(path: string, name: string): Promise<readonly DocumentRead[]> {
    try {
      if (statSync(path).size > PDF_LIMITS.bytes) return [unreadDocument(name, "too-large", fileNumber(name))];
      return await this.reader.read(name, readBytes(path, this.say));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      return [unreadDocument(name, "corrupt", fileNumber(name))];
    }
  }

  close(): void {
    this.reader.close();
  }
}

export class WorkerHand implements Hand {
  private readonly worker: Worker;
  private listener: (reply: Reply) => void = () => undefined;

  constructor(script: string) {
    this.worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    this.worker.on("message", (reply: Reply) => this.listener(reply));
    this.worker.on("error", (error) => this.listener({ broken: String(error) }));
    this.worker.on("exit", () => this.listener({ broken: "exit" }));
  }

  post(request: Request): void {
    this.worker.postMessage(request);
  }

  onReply(listener: (reply: Reply) => void): void {
    this.listener = listener;
  }

  end(): void {
    this.listener = () => undefined;
    void this.worker.terminate();
  }
}
