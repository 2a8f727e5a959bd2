/** Folders given in the place of files. */
import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { LEFT_BY_SYSTEMS } from "../documents/left-by-systems";
import { entriesIn, placeOf, shownName } from "./entry-names";
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
  if (!statSync(placeOf(path), { throwIfNoEntry: false })?.isDirectory())
    return [{ path, name: shownName(basename(path)) }];
  const files = filesBelow(path, "", 0, say);
  if (files.length === 0) throw new FileProblem(say.emptyFolder(shownName(path)));
  return files;
}

function filesBelow(folder: string, prefix: string, depth: number, say: Words): FoundFile[] {
  if (depth > DEEPEST) return [];
  return namesIn(folder, say)
    .filter((name) => !LEFT_BY_SYSTEMS.test(name))
    .sort()
    .flatMap((entry) => {
      const path = join(folder, entry);
      const name = `${prefix}${shownName(entry)}`;
      const kind = kindOf(path, say);
      if (kind === "folder") return filesBelow(path, `${name}/`, depth + 1, say);
      return kind === "file" ? [{ path, name }] : [];
    });
}

function namesIn(folder: string, say: Words): string[] {
  try {
    return entriesIn(folder);
  } catch {
    throw new FileProblem(say.folderForbidden(shownName(folder)));
  }
}

function kindOf(path: string, say: Words): "file" | "folder" | "other" {
  try {
    const stat = statSync(placeOf(path));
    return stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other";
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR")
      throw new FileProblem(say.deadLink(shownName(path)));
    throw new FileProblem(say.forbidden(shownName(path)));
  }
}
