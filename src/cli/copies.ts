/** Where `--out` puts the marked copies. An input is never written, whatever it is called or linked to. */
import { type Stats, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { visible } from "../core/text/visible";
import { errorCode, FileProblem } from "./files";
import type { Words } from "./words";

/** Makes the folder. @throws FileProblem when it cannot be had */
export function prepareFolder(folder: string, say: Words): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const code = errorCode(error);
    throw new FileProblem(code === "EEXIST" || code === "ENOTDIR" ? say.outIsFile(folder) : say.outNotWritable(folder));
  }
}

/** Node's own `recursive` never ends where a folder refuses its children with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process made it meanwhile, as shards do that begin at once
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Where each input's copy goes, in the order of the inputs. Inputs of one name get "name (2).xlsx" and so on; null for an
 * input that lies in the folder itself under that name.
 */
export function placesOf(files: readonly string[], folder: string): (string | null)[] {
  const inputs = new Set(files.map(identity).filter((id) => id !== null));
  const taken = new Set<string>();
  return files.map((path) => {
    const [name, extension] = nameOf(path);
    let place = join(folder, name + extension);
    for (let copy = 2; taken.has(sameName(place)); copy += 1) place = join(folder, `${name} (${copy})${extension}`);
    taken.add(sameName(place));
    const there = identity(place);
    return there !== null && inputs.has(there) ? null : place;
  });
}

/** A pipe has no name of a workbook: its copy gets one. */
function nameOf(path: string): readonly [string, string] {
  const extension = extname(path);
  const isBook = /^\.xls[xm]$/i.test(extension);
  return [visible(basename(path, isBook ? extension : "")), isBook ? extension : ".xlsx"];
}

/** Names that some file systems take for one. */
const sameName = (place: string): string => place.normalize("NFC").toLowerCase();

/** The file behind a path, so that links to an input are seen; null when there is none. */
function identity(path: string): string | null {
  try {
    const { dev, ino } = statSync(realpathSync(path), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/**
 * Puts a copy into its place, whole or not at all: an interrupted run leaves no half a workbook, and a link that lies
 * there is not followed.
 * @throws FileProblem
 */
export function writeCopy(place: string, bytes: Uint8Array, say: Words): void {
  const there = entryAt(place, say);
  if (there?.isSymbolicLink() === true) throw new FileProblem(say.outIsLink(place));
  if (there !== undefined && !there.isFile()) throw new FileProblem(say.outTaken(place));
  const draft = join(dirname(place), `.kenzan-${crypto.randomUUID()}.tmp`);
  try {
    writeFileSync(draft, bytes, { flag: "wx" });
    renameSync(draft, place);
  } catch {
    rmSync(draft, { force: true });
    throw new FileProblem(say.outNotWritable(place));
  }
}

/** undefined where there is none. @throws FileProblem where it cannot be looked at, as with a name that is too long */
function entryAt(place: string, say: Words): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch {
    throw new FileProblem(say.outNotWritable(place));
  }
}

/** Writes a file that must not be there yet. @throws FileProblem */
export function writeNew(place: string, bytes: Uint8Array, say: Words): void {
  try {
    writeFileSync(place, bytes, { flag: "wx" });
  } catch (error) {
    throw new FileProblem(errorCode(error) === "EEXIST" ? say.outExists(place) : say.outNotWritable(place));
  }
}
