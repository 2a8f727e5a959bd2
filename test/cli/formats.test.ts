/** One report, three formats. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildXlsx } from "../ooxml/build";
import { kenzan, newFolder, root, sample } from "./kenzan";

interface Result {
  readonly lines: readonly Record<string, unknown>[];
  readonly labour: readonly Record<string, unknown>[];
  readonly subsidy: { readonly amount: number };
  readonly totals: Record<string, unknown>;
  readonly ratios: readonly Record<string, unknown>[];
  readonly members: readonly Record<string, unknown>[];
  readonly findings: readonly Record<string, unknown>[];
  readonly rules: Record<string, readonly string[]>;
  readonly notChecked: readonly string[];
}

const check = (name: string, ...more: string[]): string =>
  kenzan(["check", sample(name), "--frame", name === "planning-clean" ? "planning" : "transformation", ...more]).stdout;
const json = (name: string): Result => JSON.parse(check(name, "--format", "json")) as Result;

describe("json", () => {
  const result = json("transformation-errors");

  test("has the keys of the contract, in its order", () => {
    expect(Object.keys(result)).toEqual(
      "schemaVersion file scheme frame applicant tax lines labour totals ratios members subsidy findings rules decisions measure estimates reading notChecked".split(
        " ",
      ),
    );
    expect(Object.keys(result.lines[0] ?? {})).toEqual(
      "sheet row description statedMajor statedMiddle major middle minor eligibility unitPrice quantity amount eligibleAmount member evidenceNo why confidence eligibilityConfidence".split(
        " ",
      ),
    );
    expect(Object.keys(result.labour[0] ?? {})).toEqual(
      "sheet row person kind statedRate rate hours statedAmount amount eligibleAmount member".split(" "),
    );
    expect(Object.keys(result.totals)).toEqual("claimed eligible allowed byMajor byMiddle".split(" "));
    expect(Object.keys(result.ratios[0] ?? {})).toEqual("id amount base limit allowed status".split(" "));
    expect(Object.keys(json("consortium").members[0] ?? {})).toEqual("name class rate allowed".split(" "));
    expect(Object.keys(result.subsidy)).toEqual("rate cap beforeCap amount requested".split(" "));
    expect(Object.keys(result.rules)).toEqual("checked notApplicable crashed".split(" "));
    for (const finding of result.findings) {
      expect(Object.keys(finding)).toEqual("rule severity sheet cell message clause fix waived".split(" "));
    }
  });

  test("a report too long to be held is whole, and another file's stands behind it", () => {
    const file = join(newFolder(), "long.xlsx");
    const words = `温度センサー${"。".repeat(30_000)}`;
    const rows = Array.from({ length: 300 }, (_, at) => [`${at + 1} ${words}`, 1_000, 1, 1_000]);
    writeFileSync(file, buildXlsx({ sheets: [{ name: "予算", rows: [["品名", "単価", "数量", "金額"], ...rows] }] }));
    const files = [file, sample("transformation-errors")];
    const { stdout } = kenzan(["check", ...files, "--frame", "transformation", "--format", "json", "--jobs", "1"]);
    const [long, short] = JSON.parse(stdout) as Result[];
    expect(long?.lines.map(({ description }) => description)).toEqual(rows.map(([description]) => description));
    expect(short).toEqual(result);
  });

  test("money is whole yen, and what is unknown is null", () => {
    for (const line of result.lines) {
      for (const key of ["amount", "eligibleAmount"])
        expect(line[key] === null || Number.isInteger(line[key])).toBe(true);
    }
    expect(JSON.stringify(result)).not.toMatch(/undefined|NaN/);
  });

  test("every rule is told as checked, not applicable or crashed, once", () => {
    const { checked = [], notApplicable = [], crashed = [] } = result.rules;
    const listed = JSON.parse(kenzan(["rules", "--format", "json"]).stdout) as { id: string }[];
    expect([...checked, ...notApplicable, ...crashed].sort()).toEqual(listed.map(({ id }) => id).sort());
    expect(crashed).toEqual([]);
  });

  test("findings stand in the order of rows", () => {
    const keys = result.findings.map(({ sheet, cell }) => [sheet, Number(/\d+/.exec(String(cell))?.[0] ?? 0)] as const);
    const sheets = keys.map(([sheet]) => sheet);
    expect(sheets).toEqual([...new Set(sheets)].flatMap((sheet) => sheets.filter((other) => other === sheet)));
    for (const sheet of new Set(sheets)) {
      const rows = keys.filter(([other]) => other === sheet).map(([, row]) => row);
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
    }
  });
});

describe("csv", () => {
  const text = check("transformation-errors", "--format", "csv");
  const records = text
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((record) => [...record.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => (cell ?? "").replaceAll('""', '"')));

  test("opens in Excel: a byte order mark, CRLF, equally long records", () => {
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([10]));
  });

  test("holds the findings of the JSON", () => {
    const { findings } = json("transformation-errors");
    const kinds = new Set(["直す", "確かめる", "お知らせ"]);
    const found = records
      .filter(([, kind]) => kinds.has(kind ?? ""))
      .map((record) => [record[8], record[2], record[3]]);
    expect(found).toEqual(findings.map(({ rule, sheet, cell }) => [rule, sheet ?? "", cell ?? ""]));
  });

  test("never holds a formula, whatever the workbook says", () => {
    const rows = [
      ["内容", "単価", "数量", "金額"],
      ['=HYPERLINK("http://example.invalid")', 100, 2, 300],
      ["+81-93-000-0000", 100, 2, 300],
      ["@SUM(A1)", 100, 2, 300],
      ["-2+3", 100, 2, 300],
    ];
    const path = join(newFolder(), "=cmd.xlsx");
    writeFileSync(path, buildXlsx({ sheets: [{ name: "+予算", rows }] }));
    const { stdout } = kenzan(["check", path, "--frame", "planning", "--format", "csv"]);
    const cells = [...stdout.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm)].map(([, cell]) => cell ?? "");
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe("text", () => {
  const { subsidy, findings, notChecked } = json("transformation-errors");
  const text = check("transformation-errors");

  test("the verdict comes first", () => {
    expect(text.split("\n").slice(0, 4).join("\n")).toContain(
      `申請できる額  ${subsidy.amount.toLocaleString("en-US")}円`,
    );
  });

  test("every finding is there with its cell, and everything that was not checked", () => {
    const flat = text.replace(/\s+/g, "");
    for (const { sheet, cell, rule } of findings) {
      expect(flat).toContain(String(rule));
      if (cell !== null) expect(flat).toContain(`${String(sheet)}${String(cell)}`.replace(/\s+/g, ""));
    }
    for (const item of notChecked) expect(flat).toContain(item.replace(/\s+/g, ""));
  });

  test("the reading of the sheet is shown", () => {
    expect(text).toContain("「予算明細」");
    expect(text).toMatch(/明細26行（5–13, 15–31行目）/);
  });

  test("no colour where nobody looks", () => {
    expect(text).not.toContain("\u001b");
  });
});

test("a grant that no scheme is called by is told below the figure, and is no error", () => {
  const path = join(newFolder(), "別の制度.xlsx");
  const named = [
    ["補助金名", "先端設備等導入補助金"],
    ["申請枠", "計画策定枠"],
  ];
  const rows = [
    ["中項目", "品名", "単価", "数量", "金額"],
    ["外注費", "受発注システム調査", 3_000_000, 1, 3_000_000],
  ];
  writeFileSync(
    path,
    buildXlsx({
      sheets: [
        { name: "申請情報", rows: named },
        { name: "予算明細", rows },
      ],
    }),
  );
  const { status, stdout } = kenzan(["check", path]);
  const [verdict = ""] = stdout.split("■");
  expect(verdict.replace(/\s+/g, "")).toContain(
    "申請できる額2,000,000円予算書（申請情報B1）には「先端設備等導入補助金」とありますが、この制度のデータはありません。",
  );
  expect(status).toBe(0);
  const chosen = kenzan(["check", path, "--scheme", "fais-dx-2025"]);
  expect([chosen.status, chosen.stdout.includes("制度をお選びください")]).toEqual([0, false]);
});

describe("a scheme that pays no subsidy", () => {
  const path = join(newFolder(), "設備.xlsx");
  const rows = [
    ["種別", "品名", "単価", "数量", "金額"],
    ["機械装置", "マシニングセンタ(中古)", 2_000_000, 1, 2_000_000],
    ["器具備品", "測定用パソコン", 299_999, 1, 299_999],
  ];
  writeFileSync(path, buildXlsx({ sheets: [{ name: "予算明細", rows }] }));
  const text = (...more: string[]) => kenzan(["check", path, ...more]).stdout;

  test("says which assets qualify and why not", () => {
    const assets = text("--scheme", "sentan-setsubi-2022");
    expect(assets).toContain("■ 資産ごとの要件");
    expect(assets).toContain("予算明細 2行目  「マシニングセンタ(中古)」  要件を満たしません");
    expect(assets).toContain("中古の設備は対象になりません。（先端設備等導入計画");
    expect(assets).toContain("取得価額 299,999円は、必要な 300,000円に届きません。");
    expect(text("--scheme", "sentan-setsubi-2022", "--lang", "en")).toContain("Its price of 299,999 yen is below");
  });

  test("says what comes off the tax", () => {
    const relief = text("--scheme", "dx-tax-2023", "--frame", "credit");
    expect(relief).toMatch(/■ 税の特例\n\s+投資の合計\s+2,299,999円\n\s+投資の合計の 5%\s+114,999円/);
  });
});

test("rules are listed with severity, clause and meaning", () => {
  const rules = JSON.parse(kenzan(["rules", "--format", "json"]).stdout) as Record<string, string | null>[];
  expect(rules.length).toBeGreaterThanOrEqual(38);
  for (const { id, severity, meaning } of rules) {
    expect(["error", "warning", "info"]).toContain(severity);
    expect(meaning).not.toBe("");
    expect(meaning).not.toBe(id);
  }
  expect(kenzan(["rules"]).stdout.trimEnd().split("\n")).toHaveLength(rules.length);
});

test("the version is the package's", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(kenzan(["--version"]).stdout).toBe(`${version}\n`);
});
