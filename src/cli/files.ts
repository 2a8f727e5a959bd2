/** Bytes from the file system; whatever stands in the way becomes one sentence. */
import { readFileSync, statSync } from "node:fs";
import type { Words } from "./words";

/** One sentence for the user: what stands in the way, and what to do. */
export class FileProblem extends Error {}

/** @throws FileProblem */
export function readBytes(path: string, say: Words): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw new FileProblem(say.directory(path));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") throw new FileProblem(say.notFound(path));
    if (code === "EACCES" || code === "EPERM" || code === "EBUSY") throw new FileProblem(say.forbidden(path));
    throw new FileProblem(say.unreadable(path, code));
  }
}

/** "ENOENT" and the like; the error's name where the system gives no code. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.name;
  return "unknown";
}

/** For the developers, in one line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0] ?? ""}` : String(error);
}
