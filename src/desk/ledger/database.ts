/**
 * The file of the ledger. libsql: SQLite itself, with write-ahead log and the operating system's locks, ready-made for
 * Node 20 and 24 without install scripts. (node-sqlite3-wasm locks by a folder that a killed process leaves behind:
 * after it the ledger stays locked.)
 */
import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { FileProblem } from "../../cli/files";
import type { DeskWords } from "../words";
import { hasLog, isCutOff } from "./length";
import { APPLICATION_ID, MIGRATIONS } from "./schema";
import { damage, expectTexts, question, type Question } from "./texts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Milliseconds that one writer waits for another. */
const PATIENCE = 20_000;

/** The file is damaged: no mistake of ours, and nothing that another try would change. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));

/** The disk is full, or somebody else holds the file: nothing is wrong with what was written before. */
export const isUnwritten = (error: unknown): error is Error =>
  error instanceof Error &&
  "code" in error &&
  /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN)/.test(String(error.code));

export class Connection {
  private constructor(private readonly db: Database.Database) {}

  /**
   * Opens the ledger, makes it where there is none, and brings it to this version.
   * @param use to read it alone, it may lie where nothing can be written, as in an archive
   * @throws FileProblem where the file is no ledger, or one of a later version
   */
  static open(path: string, say: DeskWords, use: "create" | "change" | "read"): Connection {
    if (use !== "create" && !existsSync(path)) throw new FileProblem(say.deskNoLedger(path));
    let connection: Connection | null = null;
    try {
      if (isCutOff(path)) throw damage("the file ends before its last page");
      const isFixed = use === "read" && !isWritable(path) && !hasLog(path);
      connection = new Connection(new Database(isFixed ? fixed(path) : path, { timeout: PATIENCE }));
      connection.db.exec(`pragma busy_timeout = ${String(PATIENCE)}`);
      connection.know(path, say);
      if (!isFixed || connection.version() < MIGRATIONS.length) connection.prepareToWrite();
      connection.expectTables();
      return connection;
    } catch (error) {
      connection?.db.close();
      if (error instanceof FileProblem) throw error;
      if (isDamage(error)) throw new FileProblem(say.deskLedgerDamaged(error.message));
      throw new FileProblem(say.deskLedgerProblem(path, error instanceof Error ? error.message : String(error)));
    }
  }

  /** @throws FileProblem where it is no ledger, or one of a later version: nothing of it is touched */
  private know(path: string, say: DeskWords): void {
    this.all("select sql from sqlite_schema"); // the names of columns come as they are: they must be texts
    const id = Number(this.value("pragma application_id"));
    const isEmpty = Number(this.value("select count(*) from sqlite_schema")) === 0;
    if (id !== APPLICATION_ID && !(id === 0 && isEmpty)) throw new FileProblem(say.deskNotALedger(path));
    if (this.version() > MIGRATIONS.length) throw new FileProblem(say.deskLaterLedger(path));
  }

  private prepareToWrite(): void {
    this.db.exec("pragma journal_mode = wal");
    this.db.exec("pragma synchronous = full"); // what was told as written outlives a power cut
    this.db.exec("pragma foreign_keys = on");
    if (this.version() === MIGRATIONS.length) return;
    this.write(() => {
      // Another process may have brought it forward meanwhile.
      for (const step of MIGRATIONS.slice(this.version())) this.db.exec(step);
      this.db.exec(`pragma user_version = ${String(MIGRATIONS.length)}`);
      this.db.exec(`pragma application_id = ${String(APPLICATION_ID)}`);
    });
  }

  private version(): number {
    return Number(this.value("pragma user_version"));
  }

  private expectTables(): void {
    const found = new Set(tablesOf(this.db));
    if (ownTables().some((table) => !found.has(table))) throw damage("a table is not as it was made");
  }

  /** All or nothing; another writer is waited for. */
  write<T>(work: () => T): T {
    this.db.exec("begin immediate");
    try {
      const result = work();
      this.db.exec("commit");
      return result;
    } catch (error) {
      if (this.db.inTransaction) this.db.exec("rollback");
      throw error;
    }
  }

  run(sql: string, ...values: readonly Value[]): void {
    this.prepared(sql).run(...values);
  }

  /** @param unless what to do where such a row is there already: "on conflict do nothing" */
  insert(table: string, row: Row, unless = ""): void {
    const columns = Object.keys(row);
    const marks = columns.map(() => "?").join(", ");
    this.run(
      `insert into ${table} (${columns.map(quoted).join(", ")}) values (${marks}) ${unless}`,
      ...Object.values(row),
    );
  }

  update(table: string, row: Row, where: string, ...values: readonly Value[]): void {
    const columns = Object.keys(row).map((column) => `${quoted(column)} = ?`);
    this.run(`update ${table} set ${columns.join(", ")} where ${where}`, ...Object.values(row), ...values);
  }

  all(sql: string, ...values: readonly Value[]): Row[] {
    const asked = this.question(sql);
    expectTexts(asked, values);
    return asked.statement.all(...values) as Row[];
  }

  *each(sql: string, ...values: readonly Value[]): Generator<Row> {
    const asked = question(this.db, sql); // its own: it is asked while others are
    expectTexts(asked, values);
    yield* asked.statement.iterate(...values) as Iterable<Row>;
  }

  first(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.all(sql, ...values)[0];
  }

  value(sql: string, ...values: readonly Value[]): Value {
    return Object.values(this.first(sql, ...values) ?? {})[0] ?? null;
  }

  /**
   * A round need not wait for the disk after every application: what a power cut takes is examined again. The write that
   * ends it waits for all of it.
   */
  lightly<T>(work: () => Promise<T>): Promise<T> {
    this.db.exec("pragma synchronous = normal");
    return work().finally(() => this.db.exec("pragma synchronous = full"));
  }

  /** For questions of people: nothing can be written any more. */
  readOnly(): void {
    this.db.exec("pragma query_only = on");
  }

  /** @returns the columns and the rows of one question */
  ask(sql: string): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
    const asked = question(this.db, sql);
    expectTexts(asked, []);
    return { columns: asked.columns, rows: asked.statement.all() as Row[] };
  }

  /**
   * What was written lies in the one file then, which people copy and send: the library leaves all of it in the log beside
   * it. While another program reads, it stays there, and is read from there.
   */
  close(): void {
    if (!this.db.open) return;
    try {
      this.db.exec("pragma busy_timeout = 0; pragma wal_checkpoint(truncate)");
    } catch (error) {
      if (!isUnwritten(error)) throw error;
    } finally {
      this.db.close();
    }
  }

  private readonly statements = new Map<string, Database.Statement<unknown[]>>();
  private prepared(sql: string): Database.Statement<unknown[]> {
    const known = this.statements.get(sql) ?? this.db.prepare<unknown[]>(sql);
    this.statements.set(sql, known);
    return known;
  }

  private readonly questions = new Map<string, Question>();
  private question(sql: string): Question {
    const known = this.questions.get(sql) ?? question(this.db, sql);
    this.questions.set(sql, known);
    return known;
  }
}

const isWritable = (path: string): boolean =>
  [path, dirname(path)].every((place) => {
    try {
      accessSync(place, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  });

/** As SQLite is told that nobody writes to a file: then it needs no log beside it. */
const fixed = (path: string): string => `${pathToFileURL(path).href}?immutable=1`;

/** Tables, views and indexes with the statements that made them. */
const tablesOf = (db: Database.Database): string[] =>
  db
    .prepare<unknown[]>("select type, name, sql from sqlite_schema")
    .all()
    .map((table) => JSON.stringify(table));

/** Those of a new ledger of this version; one that was brought forward has the same. */
function ownTables(): string[] {
  const db = new Database(":memory:");
  try {
    for (const step of MIGRATIONS) db.exec(step);
    return tablesOf(db);
  } finally {
    db.close();
  }
}

const quoted = (name: string): string => `"${name}"`;
