/** The ledger as a file: of other versions, copied alone, and where nothing can be written. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { kenzan } from "../cli/kenzan";
import { applications, content, desk, newOut, rows } from "./desk";

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
    for (const table of ["review", "answer"]) expect(JSON.parse(query(old, table).stdout)).toEqual([]);
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

describe("a merge", () => {
  it("leaves nothing where one of its ledgers is refused", () => {
    const [good, newer, other] = [
      ledgerOf(first),
      ledgerOf(first, "pragma user_version = 99"),
      ledgerOf("create table own (x)"),
    ];
    for (const refused of [newer, other, newOut()]) {
      const out = newOut();
      expect(desk("merge", good, refused, "--out", out).status).toBe(2);
      expect(existsSync(out)).toBe(false);
    }
  });
});

describe("a merge of which a ledger is damaged", () => {
  const { folder } = applications({ seed: 5, count: 3, pdfs: false });
  const [first, second] = [newOut(), newOut()];
  for (const [at, out] of [first, second].entries()) desk(folder, "--out", out, "--shard", `${String(at + 1)}/2`);
  const damaged = newOut();
  mkdirSync(damaged);
  // The lines of its last application are gone bad, as one notices only when they are read.
  const file = join(damaged, "ledger.sqlite");
  copyFileSync(join(second, "ledger.sqlite"), file);
  const db = new Database(file);
  const [{ rootpage }] = db.prepare<unknown[]>("select rootpage from sqlite_schema where name = 'line'").all() as [
    { rootpage: number },
  ];
  const [{ page_size: size }] = db.prepare<unknown[]>("pragma page_size").all() as [{ page_size: number }];
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, (rootpage - 1) * size, rootpage * size);
  writeFileSync(file, bytes);

  it("leaves nothing where there was nothing, and names the ledger", () => {
    const out = newOut();
    const run = desk("merge", first, damaged, "--out", out);
    expect([run.status, existsSync(out)]).toEqual([2, false]);
    expect(run.stderr).toContain(`台帳 ${file} が壊れているため、まとめませんでした`);
  });

  it("leaves a ledger as it was", () => {
    const out = newOut();
    desk("merge", first, "--out", out);
    const before = content(out);
    expect(desk("merge", damaged, "--out", out).status).toBe(2);
    expect(content(out)).toBe(before);
    expect(rows(out, "select count(*) as number from application")).toEqual(
      rows(first, "select count(*) as number from application"),
    );
  });
});

describe("the ledger's file", () => {
  const { folder } = applications({ seed: 3, count: 2, pdfs: false });
  const out = newOut();
  desk(folder, "--out", out);
  const copied = (): string => {
    const copy = newOut();
    mkdirSync(copy);
    copyFileSync(join(out, "ledger.sqlite"), join(copy, "ledger.sqlite"));
    return copy;
  };

  it("holds all of it after a round, and is copied alone", () => {
    expect(content(copied())).toBe(content(out));
    desk(folder, "--out", out); // and after the next
    expect(rows(copied(), "select max(round) as round from round")).toEqual([{ round: 2 }]);
  });

  it("is read where nothing can be written, as in an archive, and left as it is", () => {
    const archive = copied();
    // Root has every right: it is told otherwise.
    const preload = join(newOut(), "../read-only.cjs");
    writeFileSync(
      preload,
      `const fs = require("node:fs"); const own = fs.accessSync;
       fs.accessSync = (path, mode) => {
         if (mode === fs.constants.W_OK) throw Object.assign(new Error("EROFS"), { code: "EROFS" });
         return own(path, mode);
       };`,
    );
    const ask = (sql: string) =>
      kenzan(["desk", "--out", archive, "--query", sql, "--format", "json"], { NODE_OPTIONS: `--require ${preload}` });
    const before = readFileSync(join(archive, "ledger.sqlite"));
    expect(JSON.parse(ask("select count(*) as number from latest").stdout)).toEqual([{ number: 2 }]);
    expect(readdirSync(archive)).toEqual(["ledger.sqlite"]); // no log was needed beside it
    expect(readFileSync(join(archive, "ledger.sqlite")).equals(before)).toBe(true);
  });
});
