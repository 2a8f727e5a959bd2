/** What makes up an application, and which of it may be the budget: the same of a folder of a disk and of one dropped on the page. */

import { BOOK, isClosed, isLetter } from "./file-kinds";
import type { LooseLetter } from "./returned";

/** A file of an application: `name` is its path below the application's folder, with "/". */
export interface NamedFile {
  readonly name: string;
}

export interface Application<F extends NamedFile> {
  /** Name of the folder, or of the workbook without its ending: by it the rounds find each other. */
  readonly name: string;
  /** Everything it holds, in the order of the names. */
  readonly files: readonly F[];
  /** Names of those that may be the budget. */
  readonly budgets: readonly string[];
  /** Names of files of its name beside it that cannot be looked into. */
  readonly closed: readonly string[];
  /** Why its files cannot be listed; null where they can. */
  readonly problem: string | null;
}

/**
 * A workbook named as the application is the budget; else those that lie highest may be it.
 * @param letters files that came back and lay beside it, whatever their names
 */
export function applicationOf<F extends NamedFile>(
  name: string,
  own: readonly F[],
  ownBooks: readonly string[] | null,
  closed: readonly string[] = [],
  letters: readonly F[] = [],
): Application<F> {
  const files = [...own, ...letters];
  const books = own.map((file) => file.name).filter((file) => BOOK.test(file) && !isLetter(file));
  const depth = Math.min(...books.map((book) => book.split("/").length));
  const budgets = ownBooks ?? books.filter((book) => book.split("/").length === depth);
  return { name, files, budgets, closed, problem: null };
}

/** Something that lies in the folder of all applications, by its name there. */
export interface Entry {
  readonly name: string;
  /** As people read it, composed. */
  readonly shown: string;
  readonly kind: "folder" | "file" | "other";
}

/** Of one application: names as they lie there. */
export interface Gathered {
  readonly folder: string | null;
  readonly books: readonly string[];
  readonly closed: readonly string[];
  readonly letters: readonly string[];
}

/**
 * A folder, a workbook, or what cannot be looked into, is an application by its name without the ending; what shares the
 * name shares the application. A letter that came back belongs to the application it was written to. Everything else
 * belongs to none that is known.
 * @param letters by the name of the entry
 */
export function gather(
  entries: readonly Entry[],
  letters: ReadonlyMap<string, LooseLetter>,
): {
  readonly byName: ReadonlyMap<string, Gathered>;
  readonly strays: readonly string[];
} {
  const byName = new Map<string, Gathered>();
  const strays = new Set<Entry>();
  const add = (name: string, more: (known: Gathered) => Partial<Gathered>): void => {
    const known = byName.get(name) ?? { folder: null, books: [], closed: [], letters: [] };
    byName.set(name, { ...known, ...more(known) });
  };
  for (const one of entries) {
    const { name: entry, shown: name, kind } = one;
    if (letters.has(entry)) continue;
    const bare = name.replace(/\.[^.]*$/, "");
    // Two folders may read the same to people: the second is told rather than lost.
    if (kind === "folder" && (byName.get(name)?.folder ?? null) !== null) strays.add(one);
    else if (kind === "folder") add(name, () => ({ folder: entry }));
    else if (kind === "file" && BOOK.test(name)) add(bare, ({ books }) => ({ books: [...books, entry] }));
    else if (kind === "file" && isClosed(name)) add(bare, ({ closed }) => ({ closed: [...closed, entry] }));
    else strays.add(one);
  }
  for (const one of entries) {
    const { name: entry, shown } = one;
    const letter = letters.get(entry);
    if (letter === undefined) continue;
    const to = letter.to ?? namedIn(shown, [...byName.keys()]);
    if (to !== null && byName.has(to)) add(to, (known) => ({ letters: [...known.letters, entry] }));
    else strays.add(one);
  }
  return { byName, strays: entries.filter((one) => strays.has(one)).map(({ shown }) => shown) };
}

/** The application that the name of a letter names: "補正のお願い_001_小倉精機 (1).xlsx". */
function namedIn(letter: string, applications: readonly string[]): string | null {
  const rest = /^補正のお願い_(.*)\.[^.]*$/.exec(letter)?.[1] ?? "";
  const named = applications.filter(
    (name) => rest.startsWith(name) && /^(?:[\s_\-(（【].*)?$/.test(rest.slice(name.length)),
  );
  return named.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
