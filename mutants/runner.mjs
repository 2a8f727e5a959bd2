// Runs an area's tests for Stryker in one process: the bundle is loaded anew for every mutant, so that nothing a mutant left
// behind is seen by the next, and only the test files that reach the mutant run.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, resolve } from "node:path";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { fileOf, idOf, testsOf } from "./harness.mjs";

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "kenzan", () => new Runner())];

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
   * Every file's tests in code loaded anew. A file is one test to Stryker: a table that is worked out once and kept belongs to
   * each of its tests, and what thousands of tests reach would not fit into memory.
   */
  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const [tests, perTest] = [[], {}];
    for (const file of Object.keys(this.load())) {
      const began = performance.now();
      stryker.currentTestId = file;
      const own = testsOf(file, this.load()[file]);
      const failures = [];
      for (const { name, run } of own) {
        const failure = await failureOf(run);
        if (failure !== null) failures.push(`${name}: ${failure}`);
      }
      stryker.currentTestId = undefined;
      const [id, failureMessage] = [idOf(file, own), failures.join("\n\n")];
      const status = failures.length === 0 ? TestStatus.Success : TestStatus.Failed;
      tests.push({ id, name: id, status, timeSpentMs: performance.now() - began, failureMessage });
      perTest[id] = stryker.mutantCoverage.perTest[file] ?? {};
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { ...stryker.mutantCoverage, perTest } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.activeMutant = activeMutant.id;
    const own = basename(sandboxFileName, ".ts");
    const asked = testFilter === undefined ? null : new Set(testFilter.map(fileOf));
    const killer = await (async () => {
      const files = Object.entries(this.load());
      files.sort(([a], [b]) => Number(isTestOf(own, b)) - Number(isTestOf(own, a)));
      for (const [file, load] of files) {
        if (asked?.has(file) === false) continue;
        let tests = [];
        const failed = await failureOf(() => {
          tests = testsOf(file, load);
        });
        if (failed !== null) return { id: testFilter?.find((id) => fileOf(id) === file) ?? file, failure: failed };
        for (const { name, run } of tests) {
          const failure = await failureOf(run);
          if (failure !== null) return { id: idOf(file, tests), failure: `${name}: ${failure}` };
        }
      }
      return null;
    })().catch((error) => ({ id: "loading", failure: String(error?.stack ?? error) }));
    const timeout = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    stryker.activeMutant = undefined;
    if (timeout !== undefined) return { ...timeout, status: MutantRunStatus.Timeout };
    if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests: asked?.size ?? 0 };
    const failureMessage = killer.failure.slice(0, 2_000);
    return { status: MutantRunStatus.Killed, killedBy: [killer.id], failureMessage, nrOfTests: 1 };
  }
}

const isTestOf = (name, file) => basename(file, ".test.ts") === name;

async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.stack ?? error);
  }
}
