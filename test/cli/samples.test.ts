/** Every sample workbook gives exactly its expected result. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differences, type Answer, type Expected } from "../golden/compare";
import { kenzan, sample, samples } from "./kenzan";

const names = readdirSync(samples)
  .filter((name) => name.endsWith(".expected.json"))
  .map((name) => name.replace(".expected.json", ""));

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(samples, `${name}.expected.json`), "utf8")) as Expected;

test("there are samples", () => expect(names.length).toBeGreaterThanOrEqual(7));

describe.each(names)("%s", (name) => {
  const expected = expectedOf(name);
  const run = (...more: string[]) => kenzan(["check", sample(name), ...expected.args, ...more]);

  test("gives its expected result", () => {
    const { stdout, status } = run("--format", "json");
    expect(differences(expected, JSON.parse(stdout) as Answer)).toEqual([]);
    expect(status).toBe(expected.exit);
  });

  test("gives the same bytes twice", () => {
    for (const format of ["json", "text", "csv"]) expect(run("--format", format)).toEqual(run("--format", format));
  });

  test("no line of the text report is wider than the page, and the exit status is the same", () => {
    const { stdout, status } = run();
    expect(status).toBe(expected.exit);
    expect(stdout.split("\n").filter((line) => line.includes("undefined") || line.includes("NaN"))).toEqual([]);
  });

  test("the same call in English says the same figures", () => {
    const figures = (text: string) => text.match(/\d[\d,]*,\d{3}/g)?.slice(0, 1);
    const english = run("--lang", "en");
    expect(english.status).toBe(expected.exit);
    expect(figures(english.stdout)).toEqual(figures(run().stdout));
  });
});

test("several files give an array in their order, one bad file stops nobody", () => {
  const { stdout, status } = kenzan([
    "check",
    sample("planning-clean"),
    "no-such-file.xlsx",
    sample("travel-over"),
    "--format",
    "json",
  ]);
  const results = JSON.parse(stdout) as { file: string; totals: { claimed: number | null } }[];
  expect(results.map(({ file }) => file)).toEqual(["planning-clean.xlsx", "no-such-file.xlsx", "travel-over.xlsx"]);
  expect(results.map(({ totals }) => totals.claimed === null)).toEqual([false, true, false]);
  expect(status).toBe(2);
});

test.each(["json", "text", "csv"])("workers give the same bytes as one thread: %s", (format) => {
  const files = names.flatMap((name) => [sample(name), sample(name)]);
  const call = (jobs: string) => kenzan(["check", ...files, "missing.xlsx", "--format", format, "--jobs", jobs]);
  expect(call("3")).toEqual(call("1"));
});
