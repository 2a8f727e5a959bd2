/** `--out` and `template`: what is written, and what never is. */
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { buildParts, buildXlsx, zipParts } from "../ooxml/build";
import { kenzan, newFolder, root, sample } from "./kenzan";

const check = (path: string, ...more: string[]) =>
  kenzan(["check", path, "--frame", "transformation", "--format", "json", ...more]);

describe("a marked copy", () => {
  const folder = join(newFolder(), "checked");
  const input = sample("transformation-errors");
  const before = readFileSync(input);
  const first = check(input, "--out", folder);
  const copy = join(folder, "transformation-errors.xlsx");

  test("is written under the input's name, and the input stays as it is", () => {
    expect(readdirSync(folder)).toEqual(["transformation-errors.xlsx"]);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(first.stderr).toContain(copy);
    expect(first.status).toBe(1);
  });

  test("gives the same report when it is checked itself", () => {
    expect(JSON.parse(check(copy).stdout)).toEqual(JSON.parse(first.stdout));
  });

  test("is the same, byte for byte, when it is made again, also from itself", () => {
    const bytes = readFileSync(copy);
    const again = join(newFolder(), "again");
    check(copy, "--out", again);
    expect(readFileSync(join(again, "transformation-errors.xlsx")).equals(bytes)).toBe(true);
    check(input, "--out", folder);
    expect(readFileSync(copy).equals(bytes)).toBe(true);
  });
});

test("an input is never overwritten, not even through a link", () => {
  const folder = newFolder();
  const input = join(folder, "budget.xlsx");
  copyFileSync(sample("transformation-errors"), input);
  const before = readFileSync(input);
  const link = join(newFolder(), "link");
  symlinkSync(folder, link);
  for (const out of [folder, link]) {
    const { status, stderr } = check(input, "--out", out);
    expect(status).toBe(2);
    expect(stderr).toMatch(/別のフォルダー/);
    expect(readFileSync(input).equals(before)).toBe(true);
  }
});

test("inputs of one name get copies of their own", () => {
  const [a, b, out] = [newFolder(), newFolder(), newFolder()];
  for (const folder of [a, b]) copyFileSync(sample("planning-clean"), join(folder, "budget.xlsx"));
  kenzan(["check", join(a, "budget.xlsx"), join(b, "budget.xlsx"), "--frame", "planning", "--out", out]);
  expect(readdirSync(out).sort()).toEqual(["budget (2).xlsx", "budget.xlsx"]);
});

/** Makes a deep folder whenever the other has come as far, and tells what stood in the way. */
const MAKER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { bundle, place, name, others } = workerData;
  const { prepareFolder } = require(bundle);
  const why = (folder) => folder + " could not be made";
  const told = [];
  for (let turn = 1; turn <= 100; turn += 1) {
    Atomics.add(others, 0, 1);
    while (Atomics.load(others, 0) < 2 * turn);
    try {
      prepareFolder(place + "/" + turn + "/a/b/c/d/e/" + name, { outIsFile: why, outNotWritable: why });
    } catch (error) {
      told.push(error.message);
    }
  }
  parentPort.postMessage(told);`;

test("a folder that others make at the same moment is had, as when shards begin at once", async () => {
  const bundle = join(newFolder(), "copies.cjs");
  const entryPoints = [join(root, "src/cli/copies.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "cjs", outfile: bundle });
  const shared = { bundle, place: newFolder(), others: new Int32Array(new SharedArrayBuffer(4)) };
  const makers = ["1", "2"].map((name) => new Worker(MAKER, { eval: true, workerData: { ...shared, name } }));
  const told = await Promise.all(makers.map((maker) => once(maker, "message")));
  expect(told).toEqual([[[]], [[]]]);
});

test("a signed workbook is checked, but not copied", () => {
  const folder = newFolder();
  const spec = {
    sheets: [
      {
        name: "予算",
        rows: [
          ["内容", "単価", "数量", "金額"],
          ["IoTセンサー", 12000, 2, 24000],
        ],
      },
    ],
  };
  const relations = String(buildParts(spec)["_rels/.rels"]);
  const origin =
    '<Relationship Id="rIdSig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';
  const path = join(folder, "signed.xlsx");
  writeFileSync(
    path,
    zipParts({
      ...buildParts(spec),
      "_rels/.rels": relations.replace("</Relationships>", `${origin}</Relationships>`),
      "_xmlsignatures/origin.sigs": "",
    }),
  );
  const out = join(folder, "out");
  const { status, stderr, stdout } = check(path, "--out", out);
  expect(status).toBe(2);
  expect(stderr).toMatch(/電子署名/);
  expect(existsSync(join(out, "signed.xlsx"))).toBe(false);
  expect(JSON.parse(stdout)).toMatchObject({ totals: { claimed: 24000 } });
});

describe("template", () => {
  test.each(["fais-dx-2025", "fais-kyoso-2024"])("%s: a workbook that Kenzan reads", (id) => {
    const path = join(newFolder(), "新しい予算書.xlsx");
    expect(kenzan(["template", "--scheme", id, "--out", path])).toMatchObject({ status: 0, stdout: "" });
    const { stdout } = kenzan(["check", path, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ scheme: id, lines: [] });
  });

  test("never overwrites", () => {
    const path = join(newFolder(), "budget.xlsx");
    writeFileSync(path, buildXlsx({ sheets: [{ name: "大事な表", rows: [["消さないで"]] }] }));
    const before = readFileSync(path);
    const { status, stderr } = kenzan(["template", "--scheme", "fais-dx-2025", "--out", path]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/上書きしない/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("says what stands in the way", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "x.xlsx"));
    const call = (out: string) => kenzan(["template", "--scheme", "fais-dx-2025", "--out", out]);
    expect(call(join(folder, "budget.txt"))).toMatchObject({ status: 2, stderr: expect.stringContaining(".xlsx") });
    expect(call(join(folder, "no/where.xlsx"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("書き込め"),
    });
    expect(call(join(folder, "x.xlsx"))).toMatchObject({ status: 2 });
  });
});
