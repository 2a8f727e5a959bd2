/** A folder that was dropped or chosen → the applications in it, as `kenzan desk` finds them on a disk. */
import { portableCodec } from "../../ooxml/zip/codec";
import { looseLetter, mayBeLetter, type LooseLetter } from "../../desk/returned";
import { applicationOf, gather, type Application, type Gathered } from "../../desk/application";
import { chosen, walk, wanted, type Given, type GivenFile } from "../../taskpane/documents/given";

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
export async function filesOf(folders: readonly FileSystemDirectoryEntry[]): Promise<Given> {
  const found: GivenFile[] = [];
  const left: string[] = [];
  for (const folder of folders)
    await walk(folder, folders.length === 1 ? "" : `${folder.name}/`, found, left, MOST_FILES);
  return wanted(found, left, MOST_FILES);
}

/** What a person chose as a folder. */
export const filesChosen = (list: FileList | null): Given => chosen(list, MOST_FILES);

export interface GivenApplications {
  /** By name. */
  readonly applications: readonly GivenApplication[];
  /** Names of what belongs to no application that is known. */
  readonly strays: readonly string[];
}

export async function applicationsIn(files: readonly GivenFile[]): Promise<GivenApplications> {
  const loose = new Map<string, GivenFile>();
  const folders = new Map<string, GivenFile[]>();
  for (const given of files) {
    const [top = "", ...rest] = given.name.split("/");
    if (rest.length === 0) loose.set(top, given);
    else folders.set(top, [...(folders.get(top) ?? []), { file: given.file, name: rest.join("/") }]);
  }
  const entries = [
    ...[...folders.keys()].map((name) => ({ name, shown: name.normalize("NFC"), kind: "folder" as const })),
    ...[...loose.keys()].map((name) => ({ name, shown: name.normalize("NFC"), kind: "file" as const })),
  ];
  const { byName, strays } = gather(entries, await lettersAmong([...loose.values()]));
  const applications = [...byName.keys()].sort().map((name) => {
    const { folder, books, closed, letters } = byName.get(name) as Gathered;
    const own = books.map((book) => loose.get(book) as GivenFile);
    const inside = folder === null ? [] : (folders.get(folder) as GivenFile[]);
    // Beside a workbook of that name, the folder is told by its name.
    const below = own.length === 0 ? inside : inside.map((given) => ({ ...given, name: `${name}/${given.name}` }));
    const all = [...own, ...below].sort((a, b) => (a.name < b.name ? -1 : 1));
    const back = letters.map((letter) => ({ ...(loose.get(letter) as GivenFile), name: `../${letter}` }));
    return applicationOf(name, all, own.length === 0 ? null : books, closed, back);
  });
  return { applications, strays };
}

async function lettersAmong(files: readonly GivenFile[]): Promise<ReadonlyMap<string, LooseLetter>> {
  const found = new Map<string, LooseLetter>();
  for (const { name, file } of files) {
    if (!mayBeLetter(name, file.size)) continue;
    const letter = looseLetter(name, new Uint8Array(await file.arrayBuffer()), portableCodec);
    if (letter !== null) found.set(name, letter);
  }
  return found;
}
