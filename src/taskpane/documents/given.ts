/** Files as a person gives them: chosen, with their folder, or dropped. */
import { LEFT_BY_SYSTEMS } from "../../documents/left-by-systems";

export interface GivenFile {
  /** Base name, or the path below the folder that was given, with "/". */
  readonly name: string;
  readonly file: File;
}

/** More than a project has: a folder given by mistake ends here. */
const MOST_FILES = 1_000;
const DEEPEST = 8;

/** Without what systems leave in folders. */
export const wanted = (files: readonly GivenFile[], most = MOST_FILES): GivenFile[] =>
  files
    .filter(({ name }) => !name.split("/").some((part) => LEFT_BY_SYSTEMS.test(part)))
    .slice(0, most)
    .map(({ name, file }) => ({ name: name.normalize("NFC"), file }));

export function chosen(list: FileList | null): GivenFile[] {
  return wanted(
    [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath.replace(/^[^/]*\//, "") || file.name, file })),
  );
}

export async function dropped(data: DataTransfer): Promise<GivenFile[]> {
  // What was dropped is only there until the first pause.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const loose = [...data.files];
  const found: GivenFile[] = [];
  for (const [at, entry] of entries.entries()) {
    const file = loose[at];
    if (entry?.isDirectory === true) await walk(entry as FileSystemDirectoryEntry, "", 0, found, MOST_FILES);
    else if (file !== undefined) found.push({ name: file.name, file });
  }
  return wanted(found);
}

/** @param found takes the files, up to a few more than `most` */
export async function walk(
  folder: FileSystemDirectoryEntry,
  prefix: string,
  depth: number,
  found: GivenFile[],
  most: number,
): Promise<void> {
  if (depth > DEEPEST || found.length > most) return;
  const reader = folder.createReader();
  // A folder is listed a hundred at a time.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const entry of entries) {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, `${name}/`, depth + 1, found, most);
      else
        found.push({
          name,
          file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
        });
    }
  }
}
