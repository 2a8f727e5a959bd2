/** Folders given in the place of files. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { LEFT_BY_SYSTEMS } from "../documents/left-by-systems";
import { errorCode, FileProblem } from "./files";
import type { Words } from "./words";

const DEEPEST = 8;

export interface FoundFile {
  readonly path: string;
  /** Base name, or the path below the folder that was given, with "/". */
  readonly name: string;
}

/**
 * A folder stands for its files and those of the folders in it, in the order of their names; hidden ones and Excel's
 * lock files are left out. Any other path stands for itself.
 * @throws FileProblem for a folder that cannot be listed or holds no file, and for a link that leads nowhere
 */
export function filesIn(path: string, say: Words): FoundFile[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return [{ path, name: basename(path).normalize("NFC") }];
  const files = filesBelow(path, "", 0, say);
  if (files.length === 0) throw new FileProblem(say.emptyFolder(path));
  return files;
}

function filesBelow(folder: string, prefix: string, depth: number, say: Words): FoundFile[] {
  if (depth > DEEPEST) return [];
  return namesIn(folder, say)
    .filter((name) => !LEFT_BY_SYSTEMS.test(name))
    .sort()
    .flatMap((entry) => {
      const path = join(folder, entry);
      const name = `${prefix}${entry}`.normalize("NFC");
      const kind = kindOf(path, say);
      if (kind === "folder") return filesBelow(path, `${name}/`, depth + 1, say);
      return kind === "file" ? [{ path, name }] : [];
    });
}

function namesIn(folder: string, say: Words): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new FileProblem(say.folderForbidden(folder));
  }
}

function kindOf(path: string, say: Words): "file" | "folder" | "other" {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  } catch (error) {
    const code = errorCode(error);
    const isNoUtf8 = path.includes("\ufffd");
    if (isNoUtf8) return "file"; // reading it will tell
    if (code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR") throw new FileProblem(say.deadLink(path));
    throw new FileProblem(say.forbidden(path));
  }
}
