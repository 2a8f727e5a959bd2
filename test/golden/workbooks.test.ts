/**
 * Workbooks drawn by other hands, one kind of real layout or a whole budget each, and files as no program of ours writes them
 * (packages) or as somebody who means harm does (attacks), give exactly their expected result.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kenzan } from "../cli/kenzan";
import { differences, type Answer, type Expected } from "./compare";
import { checkInProcess } from "./in-process";

const root = join(__dirname, "../fixtures");

describe.each(["shapes", "books", "layouts", "hands", "packages", "attacks", "borders"])("%s", (folder) => {
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".expected.json"))
    .map((name) => name.replace(".expected.json", ""));

  test("there are some", () => expect(names.length).toBeGreaterThan(10));

  test.each(names)("%s", (name) => {
    const at = (file: string): string => join(root, folder, file);
    const expected = JSON.parse(readFileSync(at(`${name}.expected.json`), "utf8")) as Expected;
    const args = expected.args.map((arg) => (arg.includes("/") && existsSync(at(arg)) ? at(arg) : arg));
    const path = [".xlsx", ".xlsm"].map((ending) => at(name + ending)).find((file) => existsSync(file)) as string;
    let result: { status: number | null; answer: Answer };
    if (args.includes("--estimates")) {
      const { status, stdout } = kenzan(["check", path, ...args, "--format", "json"]);
      result = { status, answer: JSON.parse(stdout) as Answer };
    } else result = checkInProcess(path, args);
    const found = differences({ ...expected, lines: undefined } as unknown as Expected, result.answer);
    const lines = differences(
      { args: [], exit: 0, ...(expected.lines === undefined ? {} : { lines: expected.lines }) },
      result.answer,
    );
    // A line without a figure that the expected result does not list changes nothing.
    const wrong = [...found, ...lines.filter((line) => !/is no line$/.test(line))];
    expect(wrong).toEqual([]);
    expect(result.status).toBe(expected.exit);
  });
});
