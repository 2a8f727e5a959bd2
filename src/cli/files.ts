/** Bytes from the file system; whatever stands in the way becomes one sentence. */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import { placeOf, shownName } from "./entry-names";
import { FileProblem } from "./problem";
import type { Words } from "./words";

export { describeError, FileProblem } from "./problem";

/** Far more than any workbook takes; a device file would never end. */
const MOST_BYTES = 2 ** 27;

/** Bytes asked for at a time where the size is not known: a pipe. */
const PIECE = 2 ** 16;

/** Everything a file holds, read once and from front to back, so that a pipe does as well. @throws FileProblem */
export function readBytes(path: string, say: Words): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(given(path), "r");
    const found = fstatSync(file);
    if (found.isDirectory()) throw new FileProblem(say.directory(shownName(path)));
    if (found.size > MOST_BYTES) throw new FileProblem(say.bookProblem(shownName(path), "too-large"));
    return readAll(file, found.size) ?? fail(say.bookProblem(shownName(path), "too-large"));
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(sentence(error, shownName(path), say));
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** @returns null for a file that goes on beyond any sense */
function readAll(file: number, size: number): Uint8Array | null {
  // One byte more than it has, to see that it ends there.
  let bytes = Buffer.allocUnsafe(size > 0 ? size + 1 : PIECE);
  let length = 0;
  for (;;) {
    if (length === bytes.length) bytes = Buffer.concat([bytes], length * 2);
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > MOST_BYTES) return null;
  }
}

const fail = (message: string): never => {
  throw new FileProblem(message);
};

function sentence(error: unknown, path: string, say: Words): string {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP") return say.notFound(path);
  if (code === "EACCES" || code === "EPERM" || code === "EBUSY") return say.forbidden(path);
  return say.unreadable(path, code);
}

/**
 * Where a path that was given leads. Names that are no UTF-8 reach a program with "\ufffd" for the bytes in question: the one name in
 * the folder that reads the same is meant.
 */
function given(path: string): string | Buffer {
  const name = basename(path);
  if (!name.includes("\ufffd") || existsSync(path)) return placeOf(path);
  const folder = dirname(path);
  const [only, ...others] = readdirSync(folder, { encoding: "buffer" }).filter((entry) => String(entry) === name);
  return only === undefined || others.length > 0 ? path : Buffer.concat([Buffer.from(`${folder}/`), only]);
}

/** "ENOENT" and the like; the error's name where the system gives no code. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.name;
  return "unknown";
}
