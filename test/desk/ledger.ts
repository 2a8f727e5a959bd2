/** The ledger as any SQLite tool sees it. */
import { join } from "node:path";
import Database from "libsql";

export type Row = Readonly<Record<string, string | number | null>>;

export function rows(out: string, sql: string): Row[] {
  const db = new Database(join(out, "ledger.sqlite"));
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

/** Everything the ledger says of what was found, without numbers that only order rows, and without times. */
export function content(out: string): string {
  const of = (table: string): Row[] =>
    rows(
      out,
      `select a.name, e.round, t.* from ${table} t join examination e using (examination) join application a using (application)
       order by a.name, e.round, ${ORDER[table] ?? "4"}`,
    ).map((row) => without(row, "examination"));
  const examinations = rows(
    out,
    "select a.name, e.* from examination e join application a using (application) order by a.name, e.round",
  ).map((row) => without(row, "examination", "application"));
  const tables = [
    "line",
    "finding",
    "document",
    "document_item",
    "match",
    "match_document",
    "applicant_decision",
    "answer",
  ];
  const shared = rows(
    out,
    `select s.*, p.place, a.name, p.file, p.sheet, p.row, p.text from shared s join shared_place p using (round, shared)
     join application a using (application) order by s.round, s.shared, p.place`,
  );
  return JSON.stringify({ examinations, shared, ...Object.fromEntries(tables.map((table) => [table, of(table)])) });
}

const ORDER: Readonly<Record<string, string>> = {
  document_item: "t.document, t.item",
  match_document: "t.match, t.document",
};

const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
