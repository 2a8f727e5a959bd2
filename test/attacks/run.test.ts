/** A long run with hostile files among sound ones: every file has its result, whatever the number of workers. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { mostJobs } from "../../src/cli/jobs";
import { buildParts, buildXlsx, zipParts } from "../ooxml/build";
import { kenzan, newFolder } from "../cli/kenzan";

/** Every tenth is hostile: each kind comes once. */
const FILES = 140;
const HEADER = ["大項目", "中項目", "内容", "単価", "数量", "金額", "備考"];
const folder = newFolder();

const sound = (at: number): Uint8Array =>
  buildXlsx({
    sheets: [
      { name: "予算", rows: [HEADER, ["物品費", "消耗品費", "IoTセンサー", 1000 + at, 2, 2 * (1000 + at), "1個ずつ"]] },
    ],
  });
const bent = (change: (parts: Record<string, string | Uint8Array>) => void): Uint8Array => {
  const parts = buildParts({ sheets: [{ name: "予算", rows: [HEADER, ["物品費", "消耗品費", "箱", 1, 1, 1, ""]] }] });
  change(parts);
  return zipParts(parts);
};
const withSheet = (xml: (sheet: string) => string): Uint8Array =>
  bent((parts) => {
    parts["xl/worksheets/sheet1.xml"] = xml(String(parts["xl/worksheets/sheet1.xml"]));
  });

/** One of each kind, over and over; each puts itself at a path. */
const hostile: readonly ((path: string) => void)[] = [
  (path) => writeFileSync(path, ""),
  (path) => writeFileSync(path, "品名,金額\n旅費,1000\n"),
  (path) => mkdirSync(path),
  (path) => symlinkSync(`${path}.nowhere`, path),
  (path) => writeFileSync(path, sound(0).subarray(0, 900)),
  (path) =>
    writeFileSync(
      path,
      bent((parts) => delete parts["[Content_Types].xml"]),
    ),
  (path) =>
    writeFileSync(
      path,
      bent((parts) => delete parts["xl/_rels/workbook.xml.rels"]),
    ),
  (path) =>
    writeFileSync(
      path,
      withSheet(() => "<worksheet"),
    ),
  (path) =>
    writeFileSync(
      path,
      withSheet((sheet) => sheet.replace(/<v>1<\/v>/, "<v>1e308</v>")),
    ),
  (path) =>
    writeFileSync(
      path,
      withSheet((sheet) => sheet.replace('r="A2"', 'r="A99999999"')),
    ),
  (path) =>
    writeFileSync(
      path,
      withSheet((sheet) => `${"<a>".repeat(20_000)}${sheet}`),
    ),
  (path) => writeFileSync(path, zipParts({ "a.txt": strToU8("a") })),
  (path) =>
    writeFileSync(
      path,
      bent((parts) => (parts["xl/styles.xml"] = "<styleSheet")),
    ),
  (path) =>
    writeFileSync(
      path,
      bent((parts) => (parts["xl/sharedStrings.xml"] = "\0\0\0")),
    ),
];

const paths = Array.from({ length: FILES }, (_, at) => {
  const path = join(folder, `${String(at).padStart(3, "0")}.xlsx`);
  if (at % 10 === 7) hostile[Math.floor(at / 10) % hostile.length]?.(path);
  else writeFileSync(path, sound(at));
  return path;
});

interface Result {
  readonly file: string;
  readonly subsidy: { readonly amount: number | null };
}

const run = (jobs: string) => {
  const out = join(newFolder(), "out");
  const done = kenzan(["check", ...paths, "--frame", "planning", "--format", "json", "--jobs", jobs, "--out", out]);
  const copies = readdirSync(out).map((name) => [name, readFileSync(join(out, name)).toString("base64")] as const);
  return { status: done.status, stdout: done.stdout, stderr: done.stderr.replaceAll(out, "OUT"), copies };
};

const [one, two] = [run("1"), run("2")];

test("every file has its result, in order", () => {
  expect(one.status).toBe(2);
  const results = JSON.parse(one.stdout) as Result[];
  expect(results.map(({ file }) => file)).toEqual(paths.map((path) => path.slice(-"000.xlsx".length)));
  const figures = results.filter((_, at) => at % 10 !== 7).map(({ subsidy }) => subsidy.amount);
  expect(figures).toHaveLength(FILES - FILES / 10);
  expect(figures.every((amount) => amount !== null)).toBe(true);
});

test("one worker and two give the same bytes, on every stream and in every copy", () => {
  expect(two).toEqual(one);
  expect(one.copies.length).toBeGreaterThanOrEqual(FILES - FILES / 10);
});

test("no more workers than processors and memory allow, whatever is asked for", () => {
  expect(mostJobs(2, 16 * 2 ** 30)).toBe(2);
  expect(mostJobs(64, 2 ** 30)).toBe(3);
  expect(mostJobs(64, 0)).toBe(1);
  const some = paths.slice(0, 30);
  const json = (jobs: string) => kenzan(["check", ...some, "--frame", "planning", "--format", "json", "--jobs", jobs]);
  expect(json("64")).toEqual(json("1"));
});

test("nothing but sentences on the way", () => {
  expect(one.stderr).not.toMatch(/不具合|Error:.*at |undefined/);
});
