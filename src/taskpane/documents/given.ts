/** Files as a person gives them: chosen, with their folder, or dropped. */
import { LEFT_BY_SYSTEMS } from "../../documents/left-by-systems";

export interface GivenFile {
  /** Base name, or the path below the folder that was given, with "/". */
  readonly name: string;
  readonly file: File;
}

/** What was given, and what of it is not looked at. */
export interface Given {
  readonly files: readonly GivenFile[];
  /** Names of folders too deep, and of files and folders beyond the most. */
  readonly left: readonly string[];
}

/** More than a project has: a folder given by mistake ends here. */
const MOST_FILES = 1_000;
const DEEPEST = 8;

/** Without what systems leave in folders. */
export function wanted(files: readonly GivenFile[], left: readonly string[] = [], most = MOST_FILES): Given {
  const isOwn = (name: string): boolean => !name.split("/").some((part) => LEFT_BY_SYSTEMS.test(part));
  const own = files.filter(({ name }) => isOwn(name)).map(({ name, file }) => ({ name: name.normalize("NFC"), file }));
  return { files: own.slice(0, most), left: [...own.slice(most).map(({ name }) => name), ...left.filter(isOwn)] };
}

/** Files, or a folder, that a person chose. */
export const chosen = (list: FileList | null, most = MOST_FILES): Given =>
  wanted(
    [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath.replace(/^[^/]*\//, "") || file.name, file })),
    [],
    most,
  );

export async function dropped(data: DataTransfer): Promise<Given> {
  // What was dropped is only there until the first pause.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const loose = [...data.files];
  const found: GivenFile[] = [];
  const left: string[] = [];
  for (const [at, entry] of entries.entries()) {
    const file = loose[at];
    if (entry?.isDirectory === true) await walk(entry as FileSystemDirectoryEntry, "", found, left, MOST_FILES);
    else if (file !== undefined) found.push({ name: file.name, file });
  }
  return wanted(found, left);
}

/**
 * @param prefix of the names in it: "" or a path that ends in "/"
 * @param found takes the files, up to a few more than `most`
 * @param left takes the names of folders that are not looked into
 */
export async function walk(
  folder: FileSystemDirectoryEntry,
  prefix: string,
  found: GivenFile[],
  left: string[],
  most: number,
  depth = 0,
): Promise<void> {
  if (depth > DEEPEST || found.length > most) return void left.push(prefix);
  const reader = folder.createReader();
  // A folder is listed a hundred at a time.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, `${name}/`, found, left, most, depth + 1);
      else
        found.push({
          name,
          file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
        });
    }
  }
}
