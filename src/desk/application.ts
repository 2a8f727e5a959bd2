/** What makes up an application, and which of it may be the budget: the same of a folder of a disk and of one dropped on the page. */

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
  /** Why its files cannot be listed; null where they can. */
  readonly problem: string | null;
}

export const BOOK = /\.xls[xm]$/i;

/** What the desk itself wrote, come back in the applicant's folder. */
export const isLetter = (name: string): boolean => /(?:^|\/)補正のお願い[^/]*$/.test(name);

/** A workbook named as the application is the budget; else those that lie highest may be it. */
export function applicationOf<F extends NamedFile>(
  name: string,
  files: readonly F[],
  ownBooks: readonly string[] | null,
): Application<F> {
  const books = files.map((file) => file.name).filter((file) => BOOK.test(file) && !isLetter(file));
  const depth = Math.min(...books.map((book) => book.split("/").length));
  const budgets = ownBooks ?? books.filter((book) => book.split("/").length === depth);
  return { name, files, budgets, problem: null };
}
