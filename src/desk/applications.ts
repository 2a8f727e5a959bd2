/** A folder → the applications in it: one folder, or one workbook with its estimates in a folder of its name. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, sep } from "node:path";
import { entriesIn, placeOf, shownName } from "../cli/entry-names";
import { errorCode, FileProblem, readBytes } from "../cli/files";
import { filesIn, type FoundFile } from "../cli/folder";
import { LEFT_BY_SYSTEMS } from "../documents/left-by-systems";
import { nodeCodec } from "../ooxml/zip/node-codec";
import { applicationOf, gather, type Application, type Entry, type Gathered } from "./application";
import { BOOK } from "./file-kinds";
import { looseLetter, mayBeLetter, type LooseLetter } from "./returned";
import type { DeskWords } from "./words";

export type FoundApplication = Application<FoundFile>;

/** One application: a folder of it, or its budget alone. @throws FileProblem where there is none */
export function applicationAt(path: string, say: DeskWords): FoundApplication {
  const files = filesIn(path, say); // also tells a folder that is empty
  if (kindOf(path) === "other") throw new FileProblem(say.notFound(path));
  return applicationOf(basename(path), files, null);
}

interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

interface FoundIn {
  /** By name; of a shard, every n-th of them. */
  readonly applications: readonly FoundApplication[];
  /** Names of what belongs to no application that is known. */
  readonly strays: readonly string[];
}

/**
 * @param out where the results are written; should they lie in the folder, they are no application
 * @throws FileProblem where the folder cannot be listed, or holds no application
 */
export function applicationsIn(folder: string, shard: Shard | null, out: string, say: DeskWords): FoundIn {
  const own = resultsIn(folder, out, say);
  const entries = entriesOf(folder, say).filter(({ name }) => name !== own);
  const { byName, strays } = gather(entries, lettersAmong(folder, entries, say));
  if (byName.size === 0) throw new FileProblem(say.deskEmpty(folder));
  const names = [...byName.keys()].sort();
  const wanted = shard === null ? names : names.filter((_, at) => at % shard.of === shard.index - 1);
  const applications = wanted.map((name) => application(folder, name, byName.get(name) as Gathered, say));
  return { applications, strays };
}

/** The one of that name; null where it is not there any more. @throws FileProblem where the folder cannot be listed */
export function applicationNamed(folder: string, name: string, say: DeskWords): FoundApplication | null {
  const gathered = gather(entriesOf(folder, say), new Map()).byName.get(name);
  return gathered === undefined ? null : application(folder, name, gathered, say);
}

/** The entry in which the results lie; null where they lie elsewhere. @throws FileProblem where it is the folder itself */
function resultsIn(folder: string, out: string, say: DeskWords): string | null {
  if (!existsSync(folder) || !existsSync(out)) return null;
  const path = relative(realpathSync(folder), realpathSync(out));
  if (path === "") throw new FileProblem(say.deskIntoItself(folder));
  const [entry = ""] = path.split(sep);
  return entry === ".." || isAbsolute(path) ? null : entry;
}

function application(folder: string, name: string, gathered: Gathered, say: DeskWords): FoundApplication {
  const ownBooks = gathered.books.map((book) => shownName(book));
  const closed = gathered.closed.map((file) => shownName(file));
  try {
    const beside = gathered.books.map((book): FoundFile => ({ path: join(folder, book), name: shownName(book) }));
    const inside = gathered.folder === null ? [] : filesIn(join(folder, gathered.folder), say);
    // Beside a workbook of that name, the folder is told by its name.
    const below = ownBooks.length === 0 ? inside : inside.map((file) => ({ ...file, name: `${name}/${file.name}` }));
    const letters = gathered.letters.map((letter): FoundFile => ({
      path: join(folder, letter),
      name: `../${shownName(letter)}`,
    }));
    return applicationOf(name, [...beside, ...below], ownBooks.length > 0 ? ownBooks : null, closed, letters);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { name, files: [], budgets: [], closed, problem: error.message };
  }
}

/** What cannot be read is told when its application is examined, or as a file of none. */
function lettersAmong(folder: string, entries: readonly Entry[], say: DeskWords): ReadonlyMap<string, LooseLetter> {
  const found = new Map<string, LooseLetter>();
  for (const { name, shown, kind } of entries) {
    const path = join(folder, name);
    const size = statSync(placeOf(path), { throwIfNoEntry: false })?.size ?? Infinity;
    const bytes = kind === "file" && mayBeLetter(shown, size) ? bytesAt(path, say) : null;
    const letter = bytes === null ? null : looseLetter(shown, bytes, nodeCodec);
    if (letter !== null) found.set(name, letter);
  }
  return found;
}

function bytesAt(path: string, say: DeskWords): Uint8Array | null {
  try {
    return readBytes(path, say);
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

function entriesOf(folder: string, say: DeskWords): Entry[] {
  try {
    return entriesIn(folder)
      .filter((name) => !LEFT_BY_SYSTEMS.test(name))
      .sort()
      .map((name) => ({ name, shown: shownName(name), kind: kindOf(join(folder, name)) }));
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") throw new FileProblem(say.notFound(folder));
    throw new FileProblem(code === "ENOTDIR" ? say.deskNoFolder(folder) : say.folderForbidden(folder));
  }
}

/** What cannot be looked at is told when it is read, where it may be a budget. */
function kindOf(path: string): Entry["kind"] {
  try {
    const stat = statSync(placeOf(path));
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  } catch {
    return BOOK.test(path) ? "file" : "other";
  }
}
