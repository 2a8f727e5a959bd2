/** A folder that was dropped or chosen → the applications in it, as `kenzan desk` finds them on a disk. */
import { applicationOf, BOOK, type Application } from "../../desk/application";
import { walk, wanted, type GivenFile } from "../../taskpane/documents/given";

/** More than fits in a browser ends here: that is what the command line is for. */
const MOST_FILES = 20_000;

export type GivenApplication = Application<GivenFile>;

/** Folders among what was dropped; none where it was only files. To be asked before the first pause: then they are gone. */
export const foldersIn = (data: DataTransfer | null): FileSystemDirectoryEntry[] =>
  [...(data?.items ?? [])].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    return entry?.isDirectory === true ? [entry as FileSystemDirectoryEntry] : [];
  });

/** One folder holds the applications; of several each is one. */
export async function filesOf(folders: readonly FileSystemDirectoryEntry[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  for (const folder of folders) await walk(folder, folders.length === 1 ? "" : `${folder.name}/`, 0, found, MOST_FILES);
  return wanted(found, MOST_FILES);
}

/** What a person chose as a folder. */
export const filesChosen = (list: FileList | null): GivenFile[] =>
  wanted(
    [...(list ?? [])].map((file) => ({ name: file.webkitRelativePath.replace(/^[^/]*\//, "") || file.name, file })),
    MOST_FILES,
  );

/** By name: one folder, or one workbook with what lies in a folder of its name. */
export function applicationsIn(files: readonly GivenFile[]): GivenApplication[] {
  const folders = new Map<string, GivenFile[]>();
  const books = new Map<string, GivenFile[]>();
  for (const given of files) {
    const [top = "", ...rest] = given.name.split("/");
    if (rest.length > 0) put(folders, top, { file: given.file, name: rest.join("/") });
    else if (BOOK.test(top)) put(books, top.replace(BOOK, ""), given);
  }
  return [...new Set([...folders.keys(), ...books.keys()])].sort().map((name) => {
    const own = books.get(name) ?? [];
    // Beside a workbook of that name, the folder is told by its name.
    const below = (folders.get(name) ?? []).map((given) =>
      own.length === 0 ? given : { ...given, name: `${name}/${given.name}` },
    );
    const all = [...own, ...below].sort((a, b) => (a.name < b.name ? -1 : 1));
    return applicationOf(name, all, own.length === 0 ? null : own.map((book) => book.name));
  });
}

function put(map: Map<string, GivenFile[]>, key: string, given: GivenFile): void {
  map.set(key, [...(map.get(key) ?? []), given]);
}
