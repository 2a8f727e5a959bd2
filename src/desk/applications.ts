/** A folder → the applications in it: one folder, or one workbook with its estimates in a folder of its name. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { errorCode, FileProblem } from "../cli/files";
import { filesIn, type FoundFile } from "../cli/folder";
import { LEFT_BY_SYSTEMS } from "../documents/left-by-systems";
import { applicationOf, BOOK, type Application } from "./application";
import type { DeskWords } from "./words";

export type FoundApplication = Application<FoundFile>;

/** One application: a folder of it, or its budget alone. @throws FileProblem where there is none */
export function applicationAt(path: string, say: DeskWords): FoundApplication {
  const files = filesIn(path, say); // also tells a folder that is empty
  if (isFolder(path) === null) throw new FileProblem(say.notFound(path));
  return applicationOf(basename(path), files, null);
}

interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/**
 * By name; of a shard, every n-th of them.
 * @throws FileProblem where the folder cannot be listed, or holds no application
 */
export function applicationsIn(folder: string, shard: Shard | null, say: DeskWords): FoundApplication[] {
  const byName = entriesByName(folder, say);
  if (byName.size === 0) throw new FileProblem(say.deskEmpty(folder));
  const names = [...byName.keys()].sort();
  const own = shard === null ? names : names.filter((_, at) => at % shard.of === shard.index - 1);
  return own.map((name) => application(folder, name, byName.get(name) as Entries, say));
}

/** The one of that name; null where it is not there any more. @throws FileProblem where the folder cannot be listed */
export function applicationNamed(folder: string, name: string, say: DeskWords): FoundApplication | null {
  const entries = entriesByName(folder, say).get(name);
  return entries === undefined ? null : application(folder, name, entries, say);
}

/** What makes up an application in the folder. */
interface Entries {
  readonly entries: readonly string[];
  readonly ownBooks: readonly string[];
}

function entriesByName(folder: string, say: DeskWords): Map<string, Entries> {
  const entries = entriesOf(folder, say).filter((name) => !LEFT_BY_SYSTEMS.test(name));
  const kinds = new Map(entries.map((entry) => [entry, isFolder(join(folder, entry))] as const));
  const folders = new Map(entries.filter((entry) => kinds.get(entry)).map((entry) => [entry.normalize("NFC"), entry]));
  const books = entries.filter((entry) => kinds.get(entry) === false && BOOK.test(entry));
  const byName = new Map<string, Entries>();
  for (const [name, entry] of folders) byName.set(name, { entries: [entry], ownBooks: [] });
  for (const book of books) {
    const bare = book.normalize("NFC").replace(BOOK, "");
    const known = byName.get(bare) ?? { entries: [], ownBooks: [] };
    byName.set(bare, { entries: [...known.entries, book], ownBooks: [...known.ownBooks, book.normalize("NFC")] });
  }
  return byName;
}

function application(folder: string, name: string, { entries, ownBooks }: Entries, say: DeskWords): FoundApplication {
  try {
    const files = entries.flatMap((entry) => {
      const path = join(folder, entry);
      const inside = isFolder(path);
      return filesIn(path, say).map((file) => ({
        path: file.path,
        // Beside a workbook of that name, the folder is told by its name.
        name: inside && ownBooks.length > 0 ? `${entry.normalize("NFC")}/${file.name}` : file.name,
      }));
    });
    return applicationOf(name, files, ownBooks.length > 0 ? ownBooks : null);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { name, files: [], budgets: [], problem: error.message };
  }
}

function entriesOf(folder: string, say: DeskWords): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") throw new FileProblem(say.notFound(folder));
    throw new FileProblem(code === "ENOTDIR" ? say.deskNoFolder(folder) : say.folderForbidden(folder));
  }
}

/** null: neither a file nor a folder, or a link that leads nowhere. */
function isFolder(path: string): boolean | null {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? true : stat.isFile() ? false : null;
  } catch {
    return BOOK.test(path) ? false : null; // reading it will tell
  }
}
