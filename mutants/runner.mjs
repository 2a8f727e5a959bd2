// Runs an area's tests for Stryker in one process: the bundle is loaded anew for every mutant, so that nothing a mutant left
// behind is seen by the next, and only the tests that reach the mutant run: a file of thousands of workbooks would cost a
// survivor all of them.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { fileOf, idOf, testsOf } from "./harness.mjs";
import { holds, setOf } from "./reach.mjs";

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "kenzan", () => new Runner())];

const { most = {} } = createRequire(import.meta.url)("./areas.cjs")[process.env.KENZAN_MUTANTS];
/** Tests that share what they check stand in a group of at most so many; of a longer one each stands for itself. */
const LARGEST = 24;
/** What each group reaches: kept for the process that Stryker starts after one that hung. */
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
   * In code loaded anew every so many tests: a table that is worked out once and kept belongs to the first of them that asks
   * for it. A file is one test to Stryker, since what thousands of tests reach would not fit into its memory.
   */
  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const [tests, perTest, groups] = [[], {}, []];
    /** What was reached since it was asked last. */
    const reachedBy = (file) => {
      const { [file]: counts = {} } = stryker.mutantCoverage.perTest;
      stryker.mutantCoverage.perTest = {};
      return counts;
    };
    for (const file of Object.keys(this.load())) {
      const began = performance.now();
      const [failures, reached] = [[], {}];
      let [fresh, described, left] = [[], {}, 0];
      stryker.currentTestId = file; // what describing the tests reaches is theirs
      const own = testsOf(file, this.load()[file]);
      for (const { from, to } of groupsOf(own)) {
        if (left <= 0) {
          fresh = testsOf(file, this.load()[file]);
          [described, left] = [reachedBy(file), LARGEST];
        }
        const groupBegan = performance.now();
        for (const { name, run } of fresh.slice(from, to)) {
          const failure = await failureOf(run);
          if (failure !== null) failures.push(`${name}: ${failure}`);
        }
        left -= to - from;
        const counts = { ...described, ...reachedBy(file) };
        for (const id in counts) reached[id] = (reached[id] ?? 0) + counts[id];
        const took = performance.now() - groupBegan;
        groups.push({ file, from, to, took, reaches: setOf(Object.keys(counts).map(Number)) });
      }
      stryker.currentTestId = undefined;
      const [id, failureMessage] = [idOf(file, own), failures.join("\n\n")];
      const status = failures.length === 0 ? TestStatus.Success : TestStatus.Failed;
      tests.push({ id, name: id, status, timeSpentMs: performance.now() - began, failureMessage });
      perTest[id] = reached;
    }
    writeFileSync(REACHED, JSON.stringify(groups));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { ...stryker.mutantCoverage, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.activeMutant = activeMutant.id;
    const groups = this.groupsFor(activeMutant.id, testFilter, basename(sandboxFileName, ".ts"));
    const killer = await (async () => {
      const [files, loaded] = [this.load(), new Map()];
      for (const { file, from, to } of groups) {
        const id = testFilter?.find((test) => fileOf(test) === file) ?? file;
        if (!loaded.has(file)) {
          const failure = await failureOf(() => loaded.set(file, testsOf(file, files[file])));
          if (failure !== null) return { id, failure };
        }
        for (const { name, run } of loaded.get(file).slice(from, to)) {
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

  /**
   * The groups that reach a mutant, or all where no test alone does: those of its file's own test first, then the quick ones.
   * Of a file with many workbooks as many as it says.
   */
  groupsFor(id, testFilter, own) {
    this.groups ??= JSON.parse(readFileSync(REACHED, "utf8"));
    const reaching = this.groups.filter(({ reaches }) => testFilter === undefined || holds(reaches, Number(id)));
    const files = [...new Set(reaching.map(({ file }) => file))];
    const asked = files.flatMap((of) =>
      evenly(
        reaching.filter(({ file }) => file === of),
        most[of] ?? Infinity,
      ),
    );
    const isOwn = ({ file }) => basename(file, ".test.ts") === own;
    return asked.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || a.took - b.took);
  }
}

/** Which tests belong together: those of one description, unless they are many. */
function groupsOf(tests) {
  const groups = [];
  for (const [at, { of }] of tests.entries()) {
    const last = groups.at(-1);
    if (last?.of === of) last.to = at + 1;
    else groups.push({ of, from: at, to: at + 1 });
  }
  return groups.flatMap(({ from, to }) =>
    to - from <= LARGEST
      ? [{ from, to }]
      : Array.from({ length: to - from }, (_, at) => ({ from: from + at, to: from + at + 1 })),
  );
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
