/** Folders given in the place of files. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { errorCode, FileProblem } from "./files";
import type { Words } from "./words";

/**
 * A folder stands for its files, in the order of their names; hidden ones and Excel's lock files are left out. Any other
 * path stands for itself.
 * @throws FileProblem for a folder that cannot be listed or holds no file, and for a link that leads nowhere
 */
export function filesIn(path: string, say: Words): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = namesIn(path, say)
    .filter((name) => !/^[.~]/.test(name))
    .sort()
    .map((name) => join(path, name))
    .filter((file) => isFile(file, say));
  if (files.length === 0) throw new FileProblem(say.emptyFolder(path));
  return files;
}

function namesIn(folder: string, say: Words): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new FileProblem(say.folderForbidden(folder));
  }
}

function isFile(path: string, say: Words): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    const code = errorCode(error);
    const isNoUtf8 = path.includes("\ufffd");
    if (isNoUtf8) return true; // reading it will tell
    if (code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR") throw new FileProblem(say.deadLink(path));
    throw new FileProblem(say.forbidden(path));
  }
}
