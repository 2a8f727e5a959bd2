/** Next year's edition is a data file and nothing else: here the file of 2025 with new dates and a new cap. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { parseScheme } from "../../src/core/scheme/loader";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { schemeDocument } from "../../src/schemes/document";
import dx2025 from "../../src/schemes/fais-dx-2025.json";

const json = {
  ...structuredClone(dx2025),
  id: "fais-dx-2026",
  name: { ja: "令和8年度 DX推進補助金", en: "DX promotion subsidy 2026" },
  words: ["令和8年度DX推進補助金"],
  period: { from: "2026-04-13", to: "2027-01-31", clause: "3(2)" },
  labour: { payMonth: "2026-04", clause: "5(1)④ウ" },
  frames: dx2025.frames.map((frame) => (frame.id === "planning" ? { ...frame, cap: 1_500_000 } : frame)),
};
const next = parseScheme(json);
const bytes = new Uint8Array(readFileSync(join(__dirname, "../fixtures/samples/planning-clean.xlsx")));
const workbook = readWorkbook(bytes);
const all = [...schemes, next];

test("a budget is checked under it", () => {
  const before = check(workbook, all, { scheme: "fais-dx-2025" });
  const after = check(workbook, all, { scheme: "fais-dx-2026" });
  expect(before.subsidy).toMatchObject({ amount: 1_965_000, cap: 2_000_000 });
  expect(after).toMatchObject({ scheme: "fais-dx-2026", subsidy: { amount: 1_500_000, cap: 1_500_000 } });
  expect(before.findings.map(({ rule }) => rule)).not.toContain("subsidy/requested");
  expect(after.findings.map(({ rule }) => rule)).toContain("subsidy/requested");
});

test("a workbook that names it is checked under it without being told", () => {
  const named = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.value === "補助事業名"
            ? { ...cell, value: "補助金名" }
            : cell.value === "受注から出荷までの業務プロセス変革に向けたDX推進計画の策定"
              ? { ...cell, value: "令和8年度 DX推進補助金" }
              : cell,
        ),
      })),
    })),
  };
  expect(check(named, all).scheme).toBe("fais-dx-2026");
});

test("its page is written from the data", () => {
  expect(schemeDocument(next)).toContain("| 計画策定枠 | `planning` | 中小 2/3 ／ 中小以外 1/2 | 1,500,000円 |");
  expect(schemeDocument(next)).toContain("2026-04-13 ～ 2027-01-31");
});
