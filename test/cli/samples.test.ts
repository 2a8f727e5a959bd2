/** Every sample workbook gives exactly its expected result. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differences, type Answer, type Expected } from "../golden/compare";
import { textInProcess, type Shown } from "../golden/in-process";
import { kenzan, sample, samples } from "./kenzan";

const names = readdirSync(samples)
  .filter((name) => name.endsWith(".expected.json"))
  .map((name) => name.replace(".expected.json", ""));

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(samples, `${name}.expected.json`), "utf8")) as Expected;

test("there are samples", () => expect(names.length).toBeGreaterThanOrEqual(7));

describe.each(names)("%s", (name) => {
  const expected = expectedOf(name);

  test("gives its expected result", () => {
    const { stdout, status } = kenzan(["check", sample(name), ...expected.args, "--format", "json"]);
    expect(differences(expected, JSON.parse(stdout) as Answer)).toEqual([]);
    expect(status).toBe(expected.exit);
  });

  test("reads the same figure in Japanese and in English", () => {
    const figures = (text: string) => text.match(/\d[\d,]*,\d{3}/g)?.[0];
    const [japanese, english] = (["ja", "en"] as const).map((lang) =>
      textInProcess(sample(name), [...expected.args, "--lang", lang]),
    ) as [Shown, Shown];
    expect([japanese.status, english.status]).toEqual([expected.exit, expected.exit]);
    expect(japanese.text).toContain("申請できる額");
    expect(japanese.text + english.text).not.toMatch(/undefined|NaN|null/);
    expect(figures(english.text)).toBe(figures(japanese.text));
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
    "--frame",
    "planning",
  ]);
  const results = JSON.parse(stdout) as { file: string; totals: { claimed: number | null } }[];
  expect(results.map(({ file }) => file)).toEqual(["planning-clean.xlsx", "no-such-file.xlsx", "travel-over.xlsx"]);
  expect(results.map(({ totals }) => totals.claimed === null)).toEqual([false, true, false]);
  expect(status).toBe(2);
});

test.each(["json", "text", "csv"])("another run, with workers, gives the same bytes: %s", (format) => {
  const files = [...names, ...names.slice(0, 2)].map(sample);
  const call = (jobs: string) => kenzan(["check", ...files, "missing.xlsx", "--format", format, "--jobs", jobs]);
  expect(call("3")).toEqual(call("1"));
});
