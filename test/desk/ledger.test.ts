/** Ledgers of other versions: an older one is brought forward with all that is in it, a newer one is left alone. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { desk, newOut, rows } from "./desk";

/** A ledger that was made by these statements. */
function ledgerOf(...statements: string[]): string {
  const out = newOut();
  mkdirSync(out);
  const db = new Database(join(out, "ledger.sqlite"));
  for (const sql of statements) db.exec(sql);
  db.close();
  return out;
}

const first = readFileSync(join(__dirname, "../fixtures/desk/ledger-1.sql"), "utf8");
const SCHEMA = "select type, name, sql from sqlite_schema order by type, name";
const query = (out: string, sql: string) => desk("--out", out, "--query", sql, "--format", "json", "--lang", "en");

describe("a ledger of another version", () => {
  it("moves forward when it is opened, with everything in it, and is then as a new one", () => {
    const [old, fresh] = [ledgerOf(first), ledgerOf()];
    const run = query(old, "select name, standing, requested, verdict, made_by from latest join decided using (name)");
    expect(JSON.parse(run.stdout)).toEqual([
      { name: "0001_小倉精機", standing: "correct", requested: 700000, verdict: "ask", made_by: "佐藤" },
    ]);
    query(fresh, "round");
    expect(rows(old, SCHEMA)).toEqual(rows(fresh, SCHEMA));
    expect(rows(old, "pragma user_version")).toEqual(rows(fresh, "pragma user_version"));
    expect(JSON.parse(query(old, "review").stdout)).toEqual([]);
  });

  it("is refused in words where it is newer, and not touched", () => {
    const out = ledgerOf(first, "pragma user_version = 99");
    const run = desk("--out", out, "--query", "latest");
    expect(run.status).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain("新しい版の検算で作られた台帳です");
    expect(rows(out, "pragma user_version")).toEqual([{ user_version: 99 }]);
    expect(rows(out, SCHEMA)).toHaveLength(rows(ledgerOf(first), SCHEMA).length);
  });

  it("is refused where it is another program's file", () => {
    const out = ledgerOf("create table own (x)", "insert into own values (1)");
    const run = desk("--out", out, "--query", "own", "--lang", "en");
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("is no ledger of Kenzan");
    expect(rows(out, "select * from own")).toEqual([{ x: 1 }]);
  });
});
