/** `kenzan desk merge DIR… --out DIR`: what was checked in shards, on other machines, becomes one ledger and overview. */
import { existsSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prepareFolder } from "../cli/copies";
import { FileProblem } from "../cli/files";
import type { Terminal } from "../cli/terminal";
import type { DeskCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { without } from "./ledger/columns";
import { Connection, isDamage, type Row } from "./ledger/database";
import { Ledger } from "./ledger/ledger";
import { compareAcross, writeOverview } from "./overview";
import { LEDGER } from "./places";
import { roundStatus } from "./round";
import { deskWords, type DeskWords } from "./words";

/** Tables of what was found in an examination, whose first column is its number. */
const PARTS = [
  "line",
  "finding",
  "document",
  "document_item",
  "match",
  "match_document",
  "applicant_decision",
  "answer",
  "since",
] as const;

/** @throws FileProblem where a ledger is missing, or the result cannot be written */
export async function mergeLedgers(
  { from, out, lang }: Extract<DeskCommand, { readonly act: "merge" }>,
  terminal: Terminal,
): Promise<Status> {
  const say = deskWords[lang];
  const target = existsSync(out) ? realpathSync(out) : null;
  // Each is opened before anything is made: what one of them is refused for leaves nothing behind.
  const sources = from.map((folder) => {
    const path = join(folder, LEDGER);
    if (existsSync(path) && realpathSync(folder) === target) throw new FileProblem(say.mergeIntoItself(folder));
    Connection.open(path, say, "read").close();
    return path;
  });
  const ledger = merged(sources, out, terminal, say);
  try {
    const round = ledger.lastRound();
    const shared = compareAcross(ledger, round);
    const written = writeOverview(ledger, shared, out, lang);
    ledger.finish(round, new Date().toISOString());
    const status = await roundStatus(ledger, round, terminal, say);
    for (const path of written) terminal.message(say.written(path));
    return status;
  } finally {
    ledger.close();
  }
}

/** All of them or nothing: where one turns out to be damaged, a ledger is as it was, and none is there that was not. */
function merged(sources: readonly string[], out: string, terminal: Terminal, say: DeskWords): Ledger {
  const path = join(out, LEDGER);
  const [hadFolder, hadLedger] = [existsSync(out), existsSync(path)];
  prepareFolder(out, say);
  const ledger = new Ledger(Connection.open(path, say, "create"));
  try {
    ledger.connection.write(() => {
      for (const source of sources) copyFrom(source, ledger.connection, terminal, say);
    });
    return ledger;
  } catch (error) {
    ledger.close();
    if (!hadLedger) for (const ending of ["", "-wal", "-shm"]) rmSync(`${path}${ending}`, { force: true });
    if (!hadFolder) rmdirSync(out);
    throw error;
  }
}

/** @throws FileProblem where it is damaged */
function copyFrom(path: string, target: Connection, terminal: Terminal, say: DeskWords): void {
  const source = Connection.open(path, say, "read");
  try {
    const open = source.value("select count(*) from examination where state <> 'done'");
    copy(source, target);
    if (Number(open) > 0) terminal.message(say.mergeUnfinished(path, Number(open)));
  } catch (error) {
    throw isDamage(error) ? new FileProblem(say.mergeDamaged(path, error.message)) : error;
  } finally {
    source.close();
  }
}

/** What is there already stays: merging twice changes nothing. */
function copy(source: Connection, target: Connection): void {
  for (const round of source.all("select * from round order by round"))
    target.insert("round", { ...round, shard: "" }, "on conflict do nothing");
  for (const row of source.all("select * from passed_over order by round, file"))
    target.insert("passed_over", row, "on conflict do nothing");
  for (const { name } of source.all("select name from application order by name"))
    target.insert("application", { name: name ?? "" }, "on conflict do nothing");
  for (const examination of source.each(
    "select e.*, a.name from examination e join application a using (application) where state = 'done' order by e.examination",
  ))
    copyExamination(source, target, examination);
  for (const table of ["decision", "review"] as const)
    for (const made of source.all(
      `select t.*, a.name from ${table} t join application a using (application) order by t.${table}`,
    )) {
      const application = idOf(target, String(made["name"]));
      target.insert(table, { ...without(made, table, "name"), application }, "on conflict do nothing");
    }
}

function copyExamination(source: Connection, target: Connection, row: Row): void {
  const { examination, name } = row;
  const values = without(row, "examination", "name");
  const application = idOf(target, String(name));
  const known = target.value(
    "select count(*) from examination where round = ? and application = ?",
    values["round"] ?? null,
    application,
  );
  if (Number(known) > 0) return;
  target.insert("examination", { ...values, application });
  const id = Number(target.value("select last_insert_rowid()"));
  for (const part of PARTS)
    for (const child of source.all(`select * from ${part} where examination = ?`, examination ?? null))
      target.insert(part, { ...child, examination: id });
}

const idOf = (db: Connection, name: string): number =>
  Number(db.value("select application from application where name = ?", name));
