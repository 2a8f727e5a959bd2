/**
 * Before rows are read, their texts are looked at as bytes: the library ends the whole process at a text that is no UTF-8,
 * and that is what a damaged file holds.
 */
import { isUtf8 } from "node:buffer";
import type Database from "libsql";

/** A question that is asked of the ledger many times. */
export interface Question {
  readonly columns: readonly string[];
  readonly statement: Database.Statement<unknown[]>;
  /** The same question with one answer a row: its texts as bytes. Null where SQLite tells of itself. */
  readonly texts: Database.Statement<unknown[]> | null;
}

export function question(db: Database.Database, sql: string): Question {
  const statement = db.prepare<unknown[]>(sql);
  const columns = statement.columns().map(({ name }) => name);
  if (/^\s*(pragma|explain)\b/i.test(sql)) return { columns, statement, texts: null };
  const names = columns.map((_, at) => `c${at}`);
  const texts = names.map((name) => `iif(typeof(${name}) = 'text', ${name}, '')`).join(" || ' ' || ");
  const within = sql.replace(/;\s*$/, "");
  return {
    columns,
    statement,
    texts: db.prepare<unknown[]>(
      `with given(${names.join(", ")}) as (${within}\n) select cast(${texts} as blob) as texts from given`,
    ),
  };
}

/** @throws Error of code SQLITE_CORRUPT where a text of the answer is none */
export function expectTexts({ texts }: Question, values: readonly unknown[]): void {
  for (const row of texts?.iterate(...values) ?? [])
    if (!isUtf8((row as { readonly texts: ArrayBuffer }).texts)) throw damage("a text is no UTF-8");
}

/** What SQLite itself does not see. */
export const damage = (what: string): Error => Object.assign(new Error(what), { code: "SQLITE_CORRUPT" });
