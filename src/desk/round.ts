/** `kenzan desk FOLDER --out DIR`: one round over many applications, into the ledger and the overview. */
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { version } from "../../package.json";
import { prepareFolder } from "../cli/copies";
import type { Terminal } from "../cli/terminal";
import type { DeskCommand } from "../cli/options";
import type { Status } from "../cli/outcome";
import { mostJobs, suitableJobs } from "../cli/jobs";
import { applicationsIn } from "./applications";
import { examineAll } from "./crew";
import { Connection } from "./ledger/database";
import { Ledger } from "./ledger/ledger";
import { compareAcross, writeOverview } from "./overview";
import { LEDGER, LETTERS } from "./places";
import { RoundProgress } from "./progress";
import { deskWords, type DeskWords } from "./words";
import type { Standing } from "../core/desk/standing";
import { STANDINGS } from "../core/desk/standing";

type Examine = Extract<DeskCommand, { readonly act: "examine" }>;

/** @throws FileProblem where the folder, the place for results or the ledger cannot be had */
export async function runRound(command: Examine, terminal: Terminal, bundles: string): Promise<Status> {
  const { folder, out, lang, settings, decisions, shard } = command;
  const say = deskWords[lang];
  const { applications, strays } = applicationsIn(folder, shard, out, say);
  prepareFolder(out, say);
  const ledger = new Ledger(Connection.open(join(out, LEDGER), say, "create"));
  try {
    const { round, resumed, waiting } = ledger.begin({
      folder: resolve(folder),
      shard: shard === null ? "" : `${String(shard.index)}/${String(shard.of)}`,
      settings: JSON.stringify({ ...settings, decisions }),
      kenzan: version,
      now: new Date().toISOString(),
      names: applications.map(({ name }) => name),
      passedOver: strays,
    });
    const byName = new Map(applications.map((application) => [application.name, application]));
    // What was there when the round began and is gone now is told as such.
    const todo = waiting.map(
      (name) =>
        byName.get(name) ?? { name, files: [], budgets: [], closed: [], problem: say.notFound(join(folder, name)) },
    );
    const done = applications.length - todo.length;
    terminal.message(resumed ? say.resumed(round, done, applications.length) : say.begun(round, applications.length));
    if (strays.length > 0) terminal.message(say.strays(strays));
    const progress = new RoundProgress(done, todo.length, terminal, say);
    const files = todo.reduce((sum, application) => sum + application.files.length, 0);
    const jobs = Math.min(
      command.jobs ?? suitableJobs(files, availableParallelism()),
      mostJobs(availableParallelism(), process.availableMemory()),
    );
    await ledger.connection.lightly(() =>
      examineAll(todo, jobs, { settings, decisions, lang }, bundles, say, (application, found) => {
        ledger.record(round, application.name, found);
        progress.step();
      }),
    );
    progress.clear();
    const shared = compareAcross(ledger, round);
    const written = writeOverview(ledger, shared, out, lang);
    const letters = command.letters ? await (await import("./letters")).writeLetters(ledger, out, lang) : null;
    // Last of all: a run that ends before is gone on with, and leaves the same.
    ledger.finish(round, new Date().toISOString());
    const status = await roundStatus(ledger, round, terminal, say);
    for (const path of written) terminal.message(say.written(path));
    if (letters !== null) terminal.message(say.lettersWritten(letters, join(out, LETTERS)));
    return status;
  } finally {
    ledger.close();
  }
}

/** Says how the applications of a round stand; 2 where one could not be checked, 1 where something is to correct. */
export async function roundStatus(ledger: Ledger, round: number, terminal: Terminal, say: DeskWords): Promise<Status> {
  const counts = standingsOf(ledger, round);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await terminal.out(say.summary(round, all, counts));
  return counts.unreadable > 0 ? 2 : counts.correct > 0 ? 1 : 0;
}

function standingsOf({ connection }: Ledger, round: number): Record<Standing, number> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const row of connection.all(
    "select standing, count(*) as number from examination where round = ? and state = 'done' group by standing",
    round,
  ))
    counts[row["standing"] as Standing] = Number(row["number"]);
  return counts;
}
