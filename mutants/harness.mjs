// As much of jest as the engine's tests use, for thousands of runs: it stops at the first test that fails.
import { bind } from "jest-each";
import { expect } from "expect";

const scope = () => ({ tests: [], before: [], after: [], beforeEach: [], afterEach: [] });
let file = scope();

const test = (name, run) => file.tests.push({ name, run });
const describe = (_, body) => {
  const outer = file;
  file = scope();
  body();
  const inner = file;
  file = outer;
  // What stands around a group's tests stands around the group.
  outer.tests.push({ name: "", run: () => runScope(inner) });
};
for (const global of [test, describe]) Object.assign(global, { each: bind(global, false), skip: () => undefined });

Object.assign(globalThis, {
  expect,
  test,
  it: test,
  describe,
  beforeAll: (hook) => file.before.push(hook),
  afterAll: (hook) => file.after.push(hook),
  beforeEach: (hook) => file.beforeEach.push(hook),
  afterEach: (hook) => file.afterEach.push(hook),
});

let count = 0;
async function runScope({ tests, before, after, beforeEach, afterEach }) {
  for (const hook of before) await hook();
  for (const { name, run } of tests) {
    if (name !== "") count += 1;
    for (const hook of beforeEach) await hook();
    await run();
    for (const hook of afterEach) await hook();
  }
  for (const hook of after) await hook();
}

/** @param files test files, each a function that loads it */
export async function run(files) {
  for (const [name, load] of Object.entries(files)) {
    file = scope();
    try {
      load();
      await runScope(file);
    } catch (error) {
      console.error(`${name}: ${String(error?.stack ?? error).slice(0, 2000)}`);
      process.exit(1);
    }
  }
  console.log(`${count} tests passed`);
  process.exit(0);
}
