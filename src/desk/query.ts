/** `kenzan desk --query`: any question in SQL, or the name of a table; the ledger is only read. */
import { csvRow } from "../cli/csv";
import { FileProblem } from "../cli/files";
import type { Terminal } from "../cli/terminal";
import type { DeskCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { table } from "../cli/width";
import { visible, visibleJson } from "../core/text/visible";
import { isDamage } from "./ledger/database";
import type { Ledger } from "./ledger/ledger";
import { deskWords } from "./words";

/** @throws FileProblem for a question that SQLite does not understand */
export async function answerQuery(
  { connection }: Ledger,
  { query, format, lang }: Extract<DeskCommand, { readonly act: "query" }>,
  terminal: Terminal,
): Promise<Status> {
  connection.readOnly();
  let answer: ReturnType<typeof connection.ask>;
  try {
    answer = connection.ask(/^\w+$/.test(query) ? `select * from "${query}"` : query);
  } catch (error) {
    if (isDamage(error)) throw error;
    throw new FileProblem(deskWords[lang].queryProblem(error instanceof Error ? error.message : String(error)));
  }
  const { columns, rows } = answer;
  const texts = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  switch (format) {
    case "json":
      await terminal.out(`${visibleJson(JSON.stringify(rows, null, 2))}\n`);
      break;
    case "csv":
      await terminal.out(`\uFEFF${[columns, ...texts].map(csvRow).join("")}`);
      break;
    case "text":
      await terminal.out(aligned([columns, ...texts.map((row) => row.map(visible))]));
  }
  return 0;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map((_, at) => at);
  const numbers = columns.filter(
    (at) => rows.length > 1 && rows.slice(1).every((row) => /^-?[\d.]*$/.test(row[at] ?? "")),
  );
  return table(rows, new Set(numbers))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}
