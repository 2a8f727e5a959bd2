/** Where `--out` puts the marked copies. An input is never written, whatever it is called or linked to. */
import { mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { errorCode, FileProblem } from "./files";
import type { Words } from "./words";

/** Makes the folder. @throws FileProblem when it cannot be had */
export function prepareFolder(folder: string, say: Words): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = errorCode(error);
    throw new FileProblem(code === "EEXIST" || code === "ENOTDIR" ? say.outIsFile(folder) : say.outNotWritable(folder));
  }
}

/**
 * Where each input's copy goes, in the order of the inputs. Inputs of one name get "name (2).xlsx" and so on; null for an
 * input that lies in the folder itself under that name.
 */
export function placesOf(files: readonly string[], folder: string): (string | null)[] {
  const inputs = new Set(files.map(identity).filter((id) => id !== null));
  const taken = new Set<string>();
  return files.map((path) => {
    const extension = extname(path);
    const name = basename(path, extension);
    let place = join(folder, name + extension);
    for (let copy = 2; taken.has(place.toLowerCase()); copy += 1) place = join(folder, `${name} (${copy})${extension}`);
    taken.add(place.toLowerCase());
    const there = identity(place);
    return there !== null && inputs.has(there) ? null : place;
  });
}

/** The file behind a path, so that links to an input are seen; null when there is none. */
function identity(path: string): string | null {
  try {
    const { dev, ino } = statSync(realpathSync(path), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** @throws FileProblem */
export function writeCopy(place: string, bytes: Uint8Array, say: Words): void {
  write(place, bytes, "w", say);
}

/** Writes a file that must not be there yet. @throws FileProblem */
export function writeNew(place: string, bytes: Uint8Array, say: Words): void {
  write(place, bytes, "wx", say);
}

function write(place: string, bytes: Uint8Array, flag: "w" | "wx", say: Words): void {
  try {
    writeFileSync(place, bytes, { flag });
  } catch (error) {
    throw new FileProblem(errorCode(error) === "EEXIST" ? say.outExists(place) : say.outNotWritable(place));
  }
}
