/** `--estimates`: lists beside the budget. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildXlsx } from "../ooxml/build";
import { kenzan, newFolder } from "./kenzan";

const folder = newFolder();
const put = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const header = ["大項目", "中項目", "内容", "発注先", "単価", "数量", "金額", "備考"];
const budget = put(
  "budget.xlsx",
  buildXlsx({
    sheets: [
      {
        name: "予算",
        rows: [
          header,
          ["物品費", "消耗品費", "IoTセンサー", "株式会社小倉電子", 12000, 2, 24000, "項番1 12,000円×2個"],
          ["その他経費", "外注費", "画面デザイン委託", "デザイン工房", 230000, 1, 230000, "項番2"],
          ["その他経費", "外注費", "データ分析の委託", "博多ラボ", 330000, 1, 330000, "項番9"],
        ],
      },
    ],
  }),
);
const list = [
  ["項番", "発行者", "発行日", "品名", "金額(税抜)", "金額(税込)"],
  ["1", "株式会社小倉電子", "2025/4/20", "IoTセンサー", "24,000", "26,400"],
  ["2", "デザイン工房", "令和7年4月21日", '画面デザイン委託 "改"', "200,000", "220,000"],
];
const csv = list.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

function evidence(...estimates: string[]): { rule: string; cell: string | null; sheet: string | null }[] {
  const args = estimates.length === 0 ? [] : ["--estimates", ...estimates];
  const { stdout } = kenzan(["check", budget, "--frame", "planning", "--format", "json", ...args]);
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; cell: string | null; sheet: string | null }[];
  };
  return findings.filter(({ rule }) => /^evidence\/(missing|mismatch|duplicate)/.test(rule));
}

const found = [
  expect.objectContaining({ rule: "evidence/mismatch", sheet: "予算", cell: "G3" }) as unknown,
  expect.objectContaining({ rule: "evidence/missing", sheet: "予算", cell: "H4" }) as unknown,
];

test("without a list nothing is held against it", () => expect(evidence()).toEqual([]));

test("a workbook", () => {
  expect(evidence(put("list.xlsx", buildXlsx({ sheets: [{ name: "一覧", rows: list }] })))).toEqual(found);
});

test("CSV in UTF-8, with and without a byte order mark, and as Excel saves it in Japan", () => {
  expect(evidence(put("list.csv", csv))).toEqual(found);
  expect(evidence(put("bom.csv", `\uFEFF${csv}`))).toEqual(found);
  const sjis = Buffer.from(
    // 項番,発行者,品名,金額(税抜) / 1,小倉電子,センサー,24000
    "8d8094d42c94ad8d738ed22c956996bc2c8be08a7a2890c594b2290d0a312c8fac917193648e712c835a83938354815b2c32343030300d0a",
    "hex",
  );
  expect(evidence(put("sjis.csv", sjis)).map(({ rule }) => rule)).toEqual(["evidence/missing", "evidence/missing"]);
});

test("a folder of lists", () => {
  const lists = join(folder, "lists");
  mkdirSync(lists);
  const [head = [], ...rows] = list;
  rows.forEach((row, at) =>
    writeFileSync(
      join(lists, `${at}.csv`),
      [head, row].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n"),
    ),
  );
  expect(evidence(lists)).toEqual(found);
});

test("an estimate of another company under the same number is one to compare with", () => {
  const again = put("again.csv", `項番,発行者,品名,金額(税抜)\n1,別の会社,センサー,99000\n`);
  expect(evidence(put("first.csv", csv), again)).toEqual(found);
});

test("a missing file is told in one sentence", () => {
  const { status, stderr } = kenzan(["check", budget, "--frame", "planning", "--estimates", join(folder, "none.csv")]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/見つかりません/);
  expect(stderr.trimEnd()).not.toContain("\n");
});

test("several budgets never share one list", () => {
  const { status, stderr } = kenzan(["check", budget, budget, "--estimates", put("shared.csv", csv)]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/--estimates-by name/);
});

test("several budgets have a folder each, by name", () => {
  const [folders, other] = [join(folder, "by-name"), put("other.xlsx", readFileSync(budget))];
  mkdirSync(join(folders, "budget"), { recursive: true });
  writeFileSync(join(folders, "budget", "list.csv"), csv);
  const { stdout, stderr } = kenzan([
    ...["check", budget, other, "--frame", "planning", "--format", "json"],
    ...["--estimates", folders, "--estimates-by", "name"],
  ]);
  const [first, second] = JSON.parse(stdout) as { estimates: { documents: object[] } | null }[];
  expect(first?.estimates?.documents).toHaveLength(2);
  expect(second?.estimates).toBeNull();
  expect(stderr).toMatch(/other\.xlsx と同じ名前の見積書フォルダーがありません/);
});
