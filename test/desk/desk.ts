/** The desk as people run it, and its ledger as any SQLite tool sees it. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { bundlePath, kenzan, newFolder, type Run } from "../cli/kenzan";
import { generate, writeTo, type Generated, type Wish } from "./generator";

export type Row = Readonly<Record<string, string | number | null>>;

export function rows(out: string, sql: string): Row[] {
  const db = new Database(join(out, "ledger.sqlite"));
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

export const desk = (...args: string[]): Run => kenzan(["desk", ...args]);

export function begun(...args: string[]): ChildProcess {
  return spawn(process.execPath, [bundlePath(), "desk", ...args], { stdio: "ignore" });
}

export function applications(wish: Wish): { readonly folder: string; readonly truth: Generated } {
  const folder = join(newFolder(), "申請");
  mkdirSync(folder, { recursive: true });
  const truth = generate(wish);
  writeTo(folder, truth);
  return { folder, truth };
}

export const newOut = (): string => join(newFolder(), "out");

/** Everything the ledger says of what was found, without numbers that only order rows, and without times. */
export function content(out: string): string {
  const of = (table: string): Row[] =>
    rows(
      out,
      `select a.name, e.round, t.* from ${table} t join examination e using (examination) join application a using (application)
       order by a.name, e.round, ${table === "document_item" ? "t.document, t.item" : table === "match_document" ? "t.match, t.document" : 4 + ""}`,
    ).map((row) => without(row, "examination"));
  const examinations = rows(
    out,
    "select a.name, e.* from examination e join application a using (application) order by a.name, e.round",
  ).map((row) => without(row, "examination", "application"));
  const tables = ["line", "finding", "document", "document_item", "match", "match_document", "applicant_decision"];
  const shared = rows(
    out,
    `select s.*, p.place, a.name, p.file, p.sheet, p.row, p.text from shared s join shared_place p using (round, shared)
     join application a using (application) order by s.round, s.shared, p.place`,
  );
  return JSON.stringify({ examinations, shared, ...Object.fromEntries(tables.map((table) => [table, of(table)])) });
}

const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
