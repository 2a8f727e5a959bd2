/** Workbooks with their expected result beside them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differences, type Answer, type Expected } from "./compare";

const root = join(__dirname, "../fixtures");

/** The names of those in a folder of the fixtures. */
export const namesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".expected.json"))
    .map((name) => name.replace(".expected.json", ""));

/** The expected result of one, its path and the options it is checked with. */
export function goldenOf(folder: string, name: string): { path: string; args: string[]; expected: Expected } {
  const at = (file: string): string => join(root, folder, file);
  const expected = JSON.parse(readFileSync(at(`${name}.expected.json`), "utf8")) as Expected;
  const args = expected.args.map((arg) => (arg.includes("/") && existsSync(at(arg)) ? at(arg) : arg));
  const path = [".xlsx", ".xlsm"].map((ending) => at(name + ending)).find((file) => existsSync(file)) as string;
  return { path, args, expected };
}

export function expectAsGiven(expected: Expected, result: { status: number | null; answer: Answer }): void {
  const { lines, ...others } = expected;
  const inLines = lines === undefined ? [] : differences({ args: [], exit: 0, lines }, result.answer);
  // A line without a figure that the expected result does not list changes nothing.
  const wrong = [...differences(others, result.answer), ...inLines.filter((line) => !/is no line$/.test(line))];
  expect(wrong).toEqual([]);
  expect(result.status).toBe(expected.exit);
}
