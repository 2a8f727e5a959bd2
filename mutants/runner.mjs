// Runs an area's tests for Stryker in one process: the bundle is loaded anew for every mutant, so that nothing a mutant left
// behind is seen by the next, and only the tests that reach the mutant run.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, determineHitLimitReached, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { fileOf, testsOf } from "./harness.mjs";

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "kenzan", () => new Runner())];

class Runner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    this.bundle = resolve("mutants/.tests.cjs");
    const source = readFileSync(this.bundle, "utf8");
    this.script = new Script(`(function (module, exports, require) {${source}\n})`, { filename: this.bundle });
  }

  /** The test files with what they test, fresh: by name, each a function that loads it. */
  load() {
    const module = { exports: {} };
    this.script.runInThisContext()(module, module.exports, createRequire(this.bundle));
    return module.exports.files;
  }

  /** Every test in code loaded anew: what is worked out once and kept belongs to each test that asks for it. */
  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    const tests = [];
    for (const [file, load] of Object.entries(this.load()))
      for (const [at, { id }] of testsOf(file, load).entries()) {
        const { run } = testsOf(file, this.load()[file])[at];
        stryker.currentTestId = id;
        const began = performance.now();
        const failure = await failureOf(run);
        const status = failure === null ? TestStatus.Success : TestStatus.Failed;
        tests.push({
          id,
          name: id,
          status,
          timeSpentMs: performance.now() - began,
          failureMessage: failure ?? undefined,
        });
        stryker.currentTestId = undefined;
      }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, sandboxFileName }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    const isStatic = mutantActivation === "static";
    const activate = (now) => (stryker.activeMutant = now ? activeMutant.id : undefined);
    activate(isStatic);
    const own = basename(sandboxFileName, ".ts");
    const asked = testFilter === undefined ? null : new Set(testFilter);
    let nrOfTests = 0;
    const killer = await (async () => {
      const files = Object.entries(this.load());
      files.sort(([a], [b]) => Number(isTestOf(own, b)) - Number(isTestOf(own, a)));
      for (const [file, load] of files) {
        if (asked !== null && !testFilter.some((id) => fileOf(id) === file)) continue;
        activate(isStatic);
        let tests = [];
        const failed = await failureOf(() => {
          tests = testsOf(file, load);
        });
        if (failed !== null) return { id: testFilter?.find((id) => fileOf(id) === file) ?? file, failure: failed };
        activate(true);
        for (const { id, run } of tests) {
          if (asked !== null && !asked.has(id)) continue;
          nrOfTests += 1;
          const failure = await failureOf(run);
          if (failure !== null) return { id, failure };
        }
      }
      return null;
    })().catch((error) => ({ id: "loading", failure: String(error?.stack ?? error) }));
    const timeout = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    activate(false);
    if (timeout !== undefined) return { ...timeout, status: MutantRunStatus.Timeout };
    if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests };
    const failureMessage = killer.failure.slice(0, 2_000);
    return { status: MutantRunStatus.Killed, killedBy: [killer.id], failureMessage, nrOfTests };
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
