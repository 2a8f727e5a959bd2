/** Whatever is given as a file: one clear sentence, exit status 2, and the other files go on. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { buildXlsx, type CellLiteral } from "../ooxml/build";
import { writeZip } from "../ooxml/zip";
import { kenzan, newFolder, sample } from "./kenzan";

const folder = newFolder();
function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const compound = (stream: string): Buffer => Buffer.concat([OLE, Buffer.alloc(1016), Buffer.from(stream, "utf16le")]);
const sound = readFileSync(sample("planning-clean"));
const sheet = (rows: readonly (readonly CellLiteral[])[]) => buildXlsx({ sheets: [{ name: "予算", rows }] });

/** A part of 1.5 GB that packs into 1.5 MB: the same deflated megabyte again and again. */
function bomb(): Uint8Array {
  const megabyte = deflateRawSync(Buffer.alloc(2 ** 20, "<row/>"), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0]);
  const data = Buffer.concat([...Array.from({ length: 1536 }, () => megabyte), end]);
  return writeZip([{ name: "xl/workbook.xml", data, stored: true, method: 8, declaredSize: 1536 * 2 ** 20 }]);
}

const cases: readonly (readonly [string, () => string, RegExp])[] = [
  ["a missing file", () => join(folder, "nowhere.xlsx"), /見つかりません/],
  ["a path through a file", () => join(file("a.xlsx", sound), "b.xlsx"), /見つかりません/],
  ["a folder", () => folder, /フォルダーです/],
  ["an empty file", () => file("empty.xlsx", ""), /空のファイル/],
  ["a text file", () => file("text.xlsx", "品名,金額\n旅費,1000\n"), /ではありません/],
  ["an .xls file", () => file("old.xls", compound("Workbook")), /古い形式（\.xls）/],
  ["an encrypted workbook", () => file("locked.xlsx", compound("EncryptedPackage")), /パスワード/],
  ["a truncated workbook", () => file("cut.xlsx", sound.subarray(0, sound.length - 2000)), /途中で切れて/],
  [
    "a zip that holds no workbook",
    () => file("other.xlsx", writeZip([{ name: "a.txt", data: "a" }])),
    /入っていません/,
  ],
  ["a damaged workbook", () => file("damaged.xlsx", damage(sound)), /壊れて/],
  ["a zip bomb", () => file("bomb.xlsx", bomb()), /大きすぎる/],
  [
    "a workbook without a budget table",
    () => file("none.xlsx", sheet([["こんにちは"], ["メモ", "あとで"]])),
    /予算の表が見つかりません/,
  ],
  ["a workbook without anything", () => file("blank.xlsx", sheet([])), /予算の表が見つかりません/],
];

/** Bytes in the middle of the first part turned over: the checksum no longer holds. */
function damage(bytes: Uint8Array): Uint8Array {
  const broken = Uint8Array.from(bytes);
  for (let at = 200; at < 260; at += 1) broken[at] = 255 - (broken[at] as number);
  return broken;
}

test.each(cases)("%s", (_, make, says) => {
  const path = make();
  const { status, stdout, stderr } = kenzan(["check", path, "--frame", "planning", "--format", "json"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(says);
  expect(stderr.trimEnd()).not.toContain("\n");
  const result = JSON.parse(stdout) as {
    findings: { severity: string; message: string }[];
    totals: { claimed: null };
    subsidy: { amount: null };
  };
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]).toMatchObject({ severity: "error" });
  expect(result.totals.claimed).toBeNull();
  expect(result.subsidy.amount).toBeNull();
});

test("all of them in one call, and the good one among them is still checked", () => {
  const paths = cases.map(([, make]) => make());
  const { status, stdout, stderr } = kenzan(["check", ...paths, sample("planning-clean"), "--format", "json"]);
  expect(status).toBe(2);
  expect(stderr.trimEnd().split("\n")).toHaveLength(cases.length);
  const results = JSON.parse(stdout) as { subsidy: { amount: number | null } }[];
  expect(results.map(({ subsidy }) => subsidy.amount !== null)).toEqual([...cases.map(() => false), true]);
});

test("a sentence in English on request", () => {
  expect(kenzan(["check", folder, "--lang", "en"]).stderr).toBe(
    `${folder} is a folder. Give the budget workbook (.xlsx or .xlsm) in it.\n`,
  );
});

test("a file that may not be read", () => {
  const path = file("secret.xlsx", sound);
  chmodSync(path, 0);
  const { status, stderr } = kenzan(["check", path]);
  if (process.getuid?.() === 0)
    expect(status).not.toBeNull(); // root reads everything
  else {
    expect(status).toBe(2);
    expect(stderr).toMatch(/権限/);
  }
});

describe("odd but readable budgets are checked", () => {
  const header = ["大項目", "中項目", "内容", "単価", "数量", "金額"];
  const line = ["物品費", "消耗品費", "IoTセンサー", 12000, 2, 24000];
  const run = (name: string, bytes: Uint8Array) => {
    const { status, stdout } = kenzan(["check", file(name, bytes), "--frame", "planning", "--format", "json"]);
    return {
      status,
      result: JSON.parse(stdout) as { totals: { claimed: number }; findings: { rule: string; cell: string | null }[] },
    };
  };

  test("an error value in an amount counts 0 and is told", () => {
    const broken: CellLiteral[] = [
      "物品費",
      "消耗品費",
      "配線部材",
      500,
      3,
      { formula: "消えたシート!A1", value: { error: "#REF!" } },
    ];
    const { status, result } = run("ref.xlsx", sheet([header, line, broken]));
    expect(status).toBe(1);
    expect(result.totals.claimed).toBe(24000);
    expect(result.findings).toContainEqual(expect.objectContaining({ rule: "sheet/amount-unreadable", cell: "F3" }));
  });

  test("a formula that refers to a missing sheet keeps its value", () => {
    const lost: CellLiteral[] = ["物品費", "消耗品費", "配線部材", 500, 3, { formula: "'[1]別の表'!B2", value: 1500 }];
    expect(run("lost.xlsx", sheet([header, line, lost])).result.totals.claimed).toBe(25500);
  });

  test("10,000 merged cells", () => {
    const rows: CellLiteral[][] = [header, ...Array.from({ length: 100 }, () => [...line])];
    const merges = Array.from({ length: 10000 }, (_, at) => `H${at + 2}:I${at + 2}`);
    const { result } = run("merged.xlsx", buildXlsx({ sheets: [{ name: "予算", rows, merges }] }));
    expect(result.totals.claimed).toBe(2400000);
  });
});

test("an output folder that is a file is refused before anything is checked", () => {
  const path = file("taken", "");
  mkdirSync(join(folder, "free"), { recursive: true });
  const { status, stderr, stdout } = kenzan(["check", sample("planning-clean"), "--out", path]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/フォルダーを指定/);
  expect(stdout).toBe("");
});
