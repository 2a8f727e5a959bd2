// Runs an area's tests for Stryker in one process: the bundle is loaded anew for every mutant, so that nothing a mutant left
// behind is seen by the next, and only the tests that reach the mutant run, in lots: a file of thousands of workbooks would
// cost a survivor all of them.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { fileOf, idOf, testsOf } from "./harness.mjs";
import { holds, setOf } from "./reach.mjs";

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "kenzan", () => new Runner())];

const { mostLots = {} } = createRequire(import.meta.url)("./areas.cjs")[process.env.KENZAN_MUTANTS];
/** Tests of a file that are asked together. */
const LOT = 24;
/** What each lot reaches: kept for the process that Stryker starts after one that hung. */
const REACHED = "mutants/.reached.json";

class Runner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    this.bundle = resolve("mutants/.tests.cjs");
    const source = readFileSync(this.bundle, "utf8");
    this.script = new Script(`(function (module, exports, require, __dirname) {${source}\n})`, {
      filename: this.bundle,
    });
  }

  /** The test files with what they test, fresh: by name, each a function that loads it. */
  load() {
    const module = { exports: {} };
    this.script.runInThisContext()(module, module.exports, createRequire(this.bundle), dirname(this.bundle));
    return module.exports.files;
  }

  /**
   * Every lot in code loaded anew: a table that is worked out once and kept belongs to each of them. A file is one test to
   * Stryker, since what thousands of tests reach would not fit into its memory.
   */
  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const [tests, perTest, lots] = [[], {}, []];
    for (const file of Object.keys(this.load())) {
      const began = performance.now();
      const [failures, reached] = [[], {}];
      stryker.currentTestId = file; // what describing the tests reaches is theirs
      const own = testsOf(file, this.load()[file]);
      const beginnings = Array.from({ length: Math.ceil(own.length / LOT) }, (_, at) => at * LOT);
      for (const from of evenly(beginnings, mostLots[file] ?? Infinity)) {
        const lotBegan = performance.now();
        stryker.currentTestId = file;
        const fresh = testsOf(file, this.load()[file]);
        for (const { name, run } of fresh.slice(from, from + LOT)) {
          const failure = await failureOf(run);
          if (failure !== null) failures.push(`${name}: ${failure}`);
        }
        stryker.currentTestId = undefined;
        const counts = stryker.mutantCoverage.perTest[file] ?? {};
        stryker.mutantCoverage.perTest = {};
        for (const id in counts) reached[id] = (reached[id] ?? 0) + counts[id];
        lots.push({ file, from, took: performance.now() - lotBegan, reaches: setOf(Object.keys(counts).map(Number)) });
      }
      const [id, failureMessage] = [idOf(file, own), failures.join("\n\n")];
      const status = failures.length === 0 ? TestStatus.Success : TestStatus.Failed;
      tests.push({ id, name: id, status, timeSpentMs: performance.now() - began, failureMessage });
      perTest[id] = reached;
    }
    writeFileSync(REACHED, JSON.stringify(lots));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { ...stryker.mutantCoverage, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.activeMutant = activeMutant.id;
    const lots = this.lotsFor(activeMutant.id, testFilter, basename(sandboxFileName, ".ts"));
    const killer = await (async () => {
      const [files, loaded] = [this.load(), new Map()];
      for (const { file, from } of lots) {
        const id = testFilter?.find((test) => fileOf(test) === file) ?? file;
        if (!loaded.has(file)) {
          const failure = await failureOf(() => loaded.set(file, testsOf(file, files[file])));
          if (failure !== null) return { id, failure };
        }
        for (const { name, run } of loaded.get(file).slice(from, from + LOT)) {
          const failure = await failureOf(run);
          if (failure !== null) return { id, failure: `${name}: ${failure}` };
        }
      }
      return null;
    })().catch((error) => ({ id: "loading", failure: String(error?.stack ?? error) }));
    const timeout = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    stryker.activeMutant = undefined;
    if (timeout !== undefined) return { ...timeout, status: MutantRunStatus.Timeout };
    if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests: testFilter?.length ?? 0 };
    const failureMessage = killer.failure.slice(0, 2_000);
    return { status: MutantRunStatus.Killed, killedBy: [killer.id], failureMessage, nrOfTests: 1 };
  }

  /** The lots that reach a mutant, or all where no test alone does: those of its file's own test first, then the quick ones. */
  lotsFor(id, testFilter, own) {
    this.lots ??= JSON.parse(readFileSync(REACHED, "utf8")).sort((a, b) => a.took - b.took);
    const lots = this.lots.filter(({ reaches }) => testFilter === undefined || holds(reaches, Number(id)));
    const isOwn = ({ file }) => basename(file, ".test.ts") === own;
    return [...lots.filter(isOwn), ...lots.filter((lot) => !isOwn(lot))];
  }
}

/** As many of them as that, from the first to the last. */
function evenly(all, most) {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]);
}

async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.stack ?? error);
  }
}
