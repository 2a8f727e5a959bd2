// As much of jest as the engine's tests use, so that each of them runs by itself, thousands of times in one process.
import { bind } from "jest-each";
import { expect } from "expect";

const BETWEEN = " › ";
let names = [];
let found = [];

const test = (name, run) => found.push({ name: [...names, name].join(BETWEEN), of: names.join(BETWEEN), run });
const describe = (name, body) => {
  names.push(name);
  body();
  names.pop();
};
for (const global of [test, describe]) Object.assign(global, { each: bind(global, false), skip: () => undefined });
Object.assign(globalThis, { expect, test, it: test, describe });

/**
 * The tests of a file, in their order, each with the description that it is part of.
 * @param load loads the file
 */
export function testsOf(file, load) {
  [names, found] = [[], []];
  describe(file, load);
  return found;
}

/** What Stryker knows a file by: with another test it is another, and what survived it is tried again. */
export const idOf = (file, tests) => `${file} (${tests.length} tests)`;
export const fileOf = (id) => id.slice(0, id.indexOf(" ("));
