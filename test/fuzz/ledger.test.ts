/** Ledgers with bytes bent: they are read, or named as damaged; the library that reads them would end the process. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Database from "libsql";
import { FileProblem } from "../../src/cli/files";
import { Connection, isDamage } from "../../src/desk/ledger/database";
import { Ledger } from "../../src/desk/ledger/ledger";
import { deskWords } from "../../src/desk/words";
import { newFolder } from "../run/prepared";

const CASES = Math.ceil(Number(process.env["KENZAN_FUZZ"] ?? 400) * 0.1);
const TABLES = [
  "round",
  "application",
  "examination",
  "line",
  "finding",
  "decision",
  "latest",
  "decided",
  "sqlite_schema",
];

function ledgerBytes(): Buffer {
  const path = join(newFolder(), "ledger.sqlite");
  const db = new Database(path);
  db.exec(readFileSync(join(__dirname, "../fixtures/desk/ledger-1.sql"), "utf8"));
  db.close();
  return readFileSync(path);
}

/** Everything that is read of a ledger. */
function readAll(path: string): "read" | "named" {
  try {
    const ledger = new Ledger(Connection.open(path, deskWords.ja, "change"));
    try {
      for (const name of ledger.names()) {
        ledger.examined(name);
        ledger.decisions(name);
        ledger.review(name);
      }
      ledger.latest();
      ledger.shared(ledger.lastRound());
      for (const table of TABLES) ledger.connection.ask(`select * from ${table}`);
      return "read";
    } finally {
      ledger.close();
    }
  } catch (error) {
    if (error instanceof FileProblem || isDamage(error)) return "named";
    throw error;
  }
}

test("ledgers with bytes bent are read, or named as damaged", () => {
  const [bytes, folder] = [ledgerBytes(), newFolder()];
  const bend = fc.record({ at: fc.nat(bytes.length - 1), by: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
  const ends = { read: 0, named: 0 };
  let turn = 0;
  fc.assert(
    fc.property(fc.array(bend, { minLength: 1, maxLength: 4 }), (bends) => {
      const bent = Buffer.from(bytes);
      for (const { at, by } of bends) bent.set(by.subarray(0, bent.length - at), at);
      const path = join(folder, `${(turn += 1)}.sqlite`);
      writeFileSync(path, bent);
      ends[readAll(path)] += 1;
    }),
    { numRuns: CASES },
  );
  expect(ends.read).toBeGreaterThan(0);
  expect(ends.named).toBeGreaterThan(0);
});

test("every text of a ledger may be hit", () => {
  const texts = ["examination.gaps", "round.settings", "application.name", "decision.reason"];
  for (const [turn, text] of texts.entries()) {
    const path = join(newFolder(), `${turn}.sqlite`);
    writeFileSync(path, ledgerBytes());
    const db = new Database(path);
    const [table, column] = text.split(".");
    db.exec(`update ${table} set ${column} = cast(x'ff41' as text)`);
    db.close();
    expect(readAll(path)).toBe("named");
  }
});

test("what a view asks may be hit, and nobody sees other rows for it", () => {
  const bytes = ledgerBytes();
  const path = join(newFolder(), "view.sqlite");
  for (const [was, is] of [
    ["from decision d join", "from Aecision d join"],
    ["where e.state = 'done'", "where e.state = 'dome'"],
  ]) {
    const at = bytes.indexOf(was as string);
    expect(at).toBeGreaterThan(0);
    const bent = Buffer.from(bytes);
    bent.write(is as string, at);
    writeFileSync(path, bent);
    expect(readAll(path)).toBe("named");
  }
});
