/** Workbooks that once broke the check, each with its right outcome; the files are in test/fixtures/attacks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { check } from "../../src/core/check";
import { Grid } from "../../src/core/workbook/grid";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { kenzan, newFolder, root } from "../cli/kenzan";
import { buildParts, buildXlsx, zipParts, type CellLiteral } from "../ooxml/build";

const attack = (name: string): string => join(root, "test/fixtures/attacks", `${name}.xlsx`);
const folder = newFolder();
const HEADER = ["大項目", "中項目", "内容", "単価", "数量", "金額", "備考"];

interface Result {
  readonly totals: { readonly claimed: number };
  readonly subsidy: { readonly amount: number; readonly beforeCap: number };
  readonly ratios: readonly { readonly status: string; readonly base: number }[];
  readonly lines: readonly { readonly description: string; readonly eligibleAmount: number }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly cell: string | null;
    readonly message: string;
  }[];
}

function run(path: string): { readonly status: number | null; readonly result: Result } {
  const { status, stdout } = kenzan(["check", path, "--frame", "transformation", "--format", "json"]);
  return { status, result: JSON.parse(stdout) as Result };
}

let drawn = 0;
function draw(...rows: readonly CellLiteral[][]): string {
  const path = join(folder, `drawn-${(drawn += 1)}.xlsx`);
  const parts = buildParts({ sheets: [{ name: "予算", rows: [HEADER, ...rows] }] });
  const sheet = "xl/worksheets/sheet1.xml";
  parts[sheet] = String(parts[sheet]).replaceAll(String(MINUS_ZERO), "-0");
  writeFileSync(path, zipParts(parts));
  return path;
}
/** Stands for −0, which JavaScript writes as 0. */
const MINUS_ZERO = -987_654_321;

/** All files in one call. */
function runAll(paths: readonly string[]): readonly Result[] {
  const { stdout } = kenzan(["check", ...paths, "--frame", "transformation", "--format", "json"]);
  return JSON.parse(stdout) as Result[];
}
const line = (item: string, price: CellLiteral, quantity: CellLiteral, amount: CellLiteral): CellLiteral[] => [
  "物品費",
  "消耗品費",
  item,
  price,
  quantity,
  amount,
  "12,000円×2",
];
const found = (result: Result, rule: string) => result.findings.filter((finding) => finding.rule === rule);

describe("figures beyond any sense", () => {
  test.each([["overflow-sum"], ["infinity1"]])("%s: unreadable, told in words, and counted 0", (name) => {
    const { status, result } = run(attack(name));
    expect(status).toBe(1);
    expect(found(result, "sheet/amount-unreadable").length).toBeGreaterThan(0);
    expect(found(result, "sheet/amount-unreadable")[0]?.message).toMatch(/e\+308/);
    expect(result.totals.claimed).toBeLessThanOrEqual(24_000);
  });

  const beyond: readonly (readonly [string, CellLiteral])[] = [
    ["a yen above 10^15", 1_000_000_000_000_002],
    ["the same as text", "1,000,000,000,000,001円"],
    ["its negative", -1e16],
    ["a subnormal number", 5e-324],
    ["minus zero", MINUS_ZERO],
    ["the largest number", 1.7976931348623157e308],
  ];
  const results = runAll(
    beyond.map(([, amount]) => draw(line("センサー", 12000, 2, 24000), line("タブレット", null, null, amount))),
  );
  test.each(beyond.map(([title], at) => ({ title, result: results[at] as Result })))("$title", ({ result }) => {
    expect(found(result, "sheet/amount-unreadable")).toEqual([expect.objectContaining({ cell: "F3" })]);
    expect(result.totals.claimed).toBe(24_000);
  });

  test("10^15 itself is a figure", () => {
    const { result } = run(draw(line("センサー", null, null, 1e15)));
    expect(found(result, "sheet/amount-unreadable")).toEqual([]);
    expect(result.totals.claimed).toBe(1e15);
  });

  test("a formula that comes out at minus zero is 0", () => {
    const { result } = run(
      draw(line("センサー", 12000, 2, 24000), line("値引き", null, null, { formula: "-1*0", value: MINUS_ZERO })),
    );
    expect(found(result, "sheet/amount-unreadable")).toEqual([]);
    expect(result.totals.claimed).toBe(24_000);
  });

  test("a price times a quantity that passes 10^15 is no amount", () => {
    const { result } = run(draw(line("センサー", 12000, 2, 24000), line("タブレット", 1e14, 1e14, null)));
    expect(result.totals.claimed).toBe(24_000);
  });
});

describe("signs whose digits are no part of a figure", () => {
  const typed: readonly (readonly [string, number | null])[] = [
    ["①24,000", 24_000],
    ["⑵ 24,000円", 24_000],
    ["㉑24000", 24_000],
    ["24,000円²", null],
    ["24000³", null],
    ["24,000①", null],
    ["2½", null],
    ["½", null],
    ["二万四千円", 24_000],
    ["金壱百萬円也", 1_000_000],
    ["半額", null],
  ];
  const results = runAll(
    typed.map(([amount]) => draw(line("センサー", null, null, 1000), line("タブレット", null, null, amount))),
  );
  test.each(typed.map(([amount, yen], at) => ({ amount, yen, result: results[at] as Result })))(
    "$amount is $yen",
    ({ yen, result }) => {
      expect(result.totals.claimed).toBe(1000 + (yen ?? 0));
      expect(found(result, "sheet/amount-unreadable")).toHaveLength(yen === null ? 1 : 0);
    },
  );

  test("a quantity of square metres multiplies", () => {
    const { result } = run(draw(line("床シート", 1000, "50㎡", 50_001)));
    expect(found(result, "arithmetic/line")).toHaveLength(1);
  });

  test.each(["0x5DC0", "0b11", "Infinity", "1_000"])("a number that a file writes as %s is unreadable", (written) => {
    const path = draw(line("センサー", null, null, 1000), line("タブレット", null, null, 987_001));
    const parts = unzipSync(readFileSync(path));
    const sheet = "xl/worksheets/sheet1.xml";
    parts[sheet] = strToU8(strFromU8(parts[sheet] as Uint8Array).replace("<v>987001</v>", `<v>${written}</v>`));
    writeFileSync(path, zipSync(parts));
    const { result } = run(path);
    expect(found(result, "sheet/amount-unreadable")).toHaveLength(1);
    expect(result.totals.claimed).toBe(1000);
  });
});

describe("differences below one yen are none", () => {
  test("diff-below-one", () => {
    const { result } = run(attack("diff-below-one"));
    expect(found(result, "arithmetic/line")).toEqual([]);
    expect(result.totals.claimed).toBe(23_999);
  });

  const amounts = [
    [23_999.4, false],
    [24_000.9, false],
    [23_999.01, false],
    [23_999, true],
    [24_001, true],
    [23_998.9, true],
  ] as const;
  const byLine = runAll(amounts.map(([amount]) => draw(line("センサー", 12000, 2, amount))));
  test.each(amounts.map((row, at) => [...row, byLine[at] as Result] as const))(
    "12,000 × 2 against %d",
    (_, isFound, result) => {
      expect(found(result, "arithmetic/line").length > 0).toBe(isFound);
    },
  );

  const totals = [
    [36_100.3, false],
    [36_100.9, false],
    [36_099.51, false],
    [36_099, true],
    [36_102, true],
  ] as const;
  const two = [line("センサー", null, null, 24_000.25), line("配線部材", null, null, 12_100.25)];
  const byTotal = runAll(totals.map(([stated]) => draw(...two, [null, null, "合計", null, null, stated])));
  test.each(totals.map((row, at) => [...row, byTotal[at] as Result] as const))(
    "a total of 36,100.5 stated as %d",
    (_, isFound, result) => {
      expect(found(result, "arithmetic/total").length > 0).toBe(isFound);
    },
  );
});

describe("below zero", () => {
  test("negative-total: no subsidy below 0, no travel error without travel, and it is said", () => {
    const { status, result } = run(attack("negative-total"));
    expect(status).toBe(1);
    expect(result.subsidy).toMatchObject({ amount: 0, beforeCap: 0 });
    expect(result.ratios).toEqual([expect.objectContaining({ status: "ok", base: 0 })]);
    expect(found(result, "sheet/amount-unreadable")).toEqual([
      expect.objectContaining({ cell: "F3", message: expect.stringContaining("-4,000円") as string }),
    ]);
  });

  test("a discount after a refused line is refused with it", () => {
    const { result } = run(
      draw(
        line("IoTセンサー", 12000, 10, 120_000),
        ["その他経費", "旅費", "タクシー代", 50_000, 1, 50_000, ""],
        ["", "", "値引き", null, null, -10_000, ""],
        ["", "", "端数値引き", null, null, -500, ""],
      ),
    );
    const eligible = Object.fromEntries(
      result.lines.map(({ description, eligibleAmount }) => [description, eligibleAmount]),
    );
    expect(eligible).toEqual({ IoTセンサー: 120_000, タクシー代: 0, 値引き: 0, 端数値引き: 0 });
    expect(result.totals.claimed).toBe(159_500);
  });

  test("a discount after an accepted line counts", () => {
    const { result } = run(draw(line("IoTセンサー", 12000, 10, 120_000), ["", "", "値引き", null, null, -10_000, ""]));
    expect(result.lines.map(({ eligibleAmount }) => eligibleAmount)).toEqual([120_000, -10_000]);
  });
});

test("labour-unverifiable: a rate that nothing proves is a warning that names what is missing", () => {
  const { result } = run(attack("labour-unverifiable"));
  expect(found(result, "labour/hourly-rate")).toEqual([
    expect.objectContaining({
      severity: "warning",
      cell: "G2",
      message: expect.stringContaining("月所定労働時間") as string,
    }),
  ]);
});

/** What a terminal obeys, or what turns the reading around. */
const OBEYED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/; // eslint-disable-line no-control-regex

describe("nothing in a workbook is obeyed", () => {
  test.each(["terminal-escape", "injection"])("%s, in every format", (name) => {
    for (const format of ["text", "csv", "json"]) {
      const { stdout, stderr } = kenzan(["check", attack(name), "--frame", "transformation", "--format", format]);
      expect(stdout).not.toBe("");
      expect(OBEYED.exec(stdout)).toBeNull();
      expect(OBEYED.exec(stderr)).toBeNull();
    }
  });

  test("it is shown: the code points stand where the characters were", () => {
    const { stdout } = kenzan(["check", attack("terminal-escape"), "--frame", "transformation"]);
    expect(stdout).toContain("[U+001B][2J");
    expect(stdout).toContain("[U+0007]");
  });

  test("JSON keeps the text as it is in the workbook", () => {
    const { result } = run(attack("terminal-escape"));
    expect(result.lines[0]?.description).toContain("\u001b[2J");
  });

  test("no cell of the CSV is a formula", () => {
    const { stdout } = kenzan(["check", attack("injection"), "--frame", "transformation", "--format", "csv"]);
    const cells = [...stdout.replace("\uFEFF", "").matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1] as string);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  });

  test("a file's name neither, in any message, nor in the name of its copy", () => {
    const path = join(folder, "\u001b[31m\u202e予算\u0085.xlsx");
    writeFileSync(path, readFileSync(attack("diff-below-one")));
    const out = join(folder, "named");
    for (const args of [[path], [`${path}.nowhere`], [path, "--out", out]]) {
      const { stdout, stderr } = kenzan(["check", ...args, "--frame", "transformation"]);
      expect(OBEYED.exec(stdout)).toBeNull();
      expect(OBEYED.exec(stderr)).toBeNull();
    }
  });
});

describe("cost follows the cells that exist", () => {
  /** Looks at rows and cells while a workbook is checked. */
  function steps(name: string): number {
    const workbook = readWorkbook(new Uint8Array(readFileSync(attack(name))));
    let count = 0;
    const spies = (["row", "own", "cell", "area"] as const).map((look) => {
      const original = Grid.prototype[look] as (...at: number[]) => unknown;
      return jest.spyOn(Grid.prototype, look).mockImplementation(function (this: Grid, ...at: number[]) {
        count += 1;
        return original.apply(this, at) as never;
      });
    });
    check(workbook, schemes, { frame: "transformation" });
    for (const spy of spies) spy.mockRestore();
    return count;
  }

  test("far-cell: one cell in the last row is one row", () => {
    expect(steps("far-cell")).toBeLessThan(1_000);
  });

  test("far-cell-15-tables", () => {
    expect(steps("far-cell-15-tables")).toBeLessThan(15_000);
  });

  test("long texts: twice the length is twice the folding, and no more", () => {
    const folded = (length: number): number => {
      const text = (word: string): string => word.repeat(length / word.length);
      const lines = Array.from({ length: 50 }, (_, at) => [
        "物品費",
        "消耗品費",
        `${at} ${text("ｾﾝｻｰの委託（税込）（")}`,
        1000,
        1,
        1000,
        text(`１，０００円×${at % 10}`),
      ]);
      const workbook = readWorkbook(buildXlsx({ sheets: [{ name: "予算", rows: [HEADER, ...lines] }] }));
      let sum = 0;
      const original = String.prototype.normalize;
      const spy = jest.spyOn(String.prototype, "normalize").mockImplementation(function (this: string, form?: string) {
        sum += this.length;
        return original.call(this, form);
      });
      const report = check(workbook, schemes, { frame: "transformation" });
      spy.mockRestore();
      expect(report.lines).toHaveLength(50);
      return sum;
    };
    expect(folded(8_000)).toBeLessThan(2.2 * folded(4_000));
  });
});

test("no-content-types with --out: the check is printed, the copy refused in words, the others go on", () => {
  const out = join(folder, "out");
  const files = [attack("no-content-types"), attack("diff-below-one")];
  const { status, stdout, stderr } = kenzan([
    "check",
    ...files,
    "--frame",
    "transformation",
    "--format",
    "json",
    "--out",
    out,
  ]);
  expect(status).toBe(2);
  const [refused, other] = JSON.parse(stdout) as Result[];
  expect(refused?.totals.claimed).toBe(2_947_920);
  expect(found(refused as Result, "out/not-written")).toHaveLength(1);
  expect(stderr).toContain("写しを作れません");
  expect(other?.totals.claimed).toBe(23_999);
  expect(readFileSync(join(out, "diff-below-one.xlsx")).length).toBeGreaterThan(0);
});
