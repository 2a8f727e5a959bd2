/** Next year's edition is a data file and nothing else: here the file of 2025, its dates, ids and names moved by a year. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { parseScheme } from "../../src/core/scheme/loader";
import type { Scheme } from "../../src/core/scheme/scheme";
import { isDateFormat } from "../../src/core/text/date";
import type { Cell, Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { inOrder, schemes } from "../../src/schemes";
import { schemeDocument } from "../../src/schemes/document";
import dx2025 from "../../src/schemes/fais-dx-2025.json";
import { book, checked, workbookOf } from "../core/rules/budget";

/** Years of our time in any text, of either calendar and width. */
function moved(text: string, by: number): string {
  const later = (year: string): string => {
    const plain = Number(year.normalize("NFKC")) + by;
    return year === year.normalize("NFKC") ? String(plain) : wide(String(plain));
  };
  return text
    .replace(/(?<![0-9０-９])[2２][0０][1-3１-３][0-9０-９](?![0-9０-９])/g, later)
    .replace(/(?<=令和|(?<![A-Za-z])[RＲ])[0-9０-９]{1,2}(?![0-9０-９])/g, later);
}

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const deepMoved = (value: unknown, by: number): unknown =>
  typeof value === "string"
    ? moved(value, by)
    : Array.isArray(value)
      ? value.map((one) => deepMoved(one, by))
      : typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deepMoved(one, by)]))
        : value;

/** The same days a year later: no 29 February lies between them. */
function movedWorkbook(workbook: Workbook): Workbook {
  const cellMoved = (cell: Cell): Cell => {
    if (typeof cell.value === "string") return { ...cell, value: moved(cell.value, 1) };
    const isDay = typeof cell.value === "number" && isDateFormat(cell.format) && cell.value > 40_000;
    return isDay ? { ...cell, value: (cell.value as number) + 365 } : cell;
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(cellMoved) })),
    })),
  };
}

const { default: _, ...old } = dx2025;
void _;
const next = parseScheme(deepMoved(dx2025, 1));
/** The year in which the new edition is the default. */
const nextYear = inOrder([next, ...schemes.map((one) => (one.id === dx2025.id ? parseScheme(old) : one))]);

const folder = join(__dirname, "../fixtures/samples");
const samples = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));

test("the moved file is another edition", () => {
  expect([next.id, next.period?.from, next.period?.to]).toEqual(["fais-dx-2026", "2026-04-14", "2027-01-31"]);
  expect(next.words.join()).toContain("令和8年度");
});

describe.each(samples)("%s", (name) => {
  const workbook = readWorkbook(new Uint8Array(readFileSync(join(folder, name))));
  const frame = "transformation";
  const before = check(workbook, schemes, { scheme: "fais-dx-2025", frame });
  const after = check(movedWorkbook(workbook), nextYear, { scheme: "fais-dx-2026", frame });

  test("gives the same report for the budget moved by the same time", () => {
    const { reading: _before, ...was } = before;
    const { reading: _after, ...is } = after;
    void [_before, _after];
    expect(deepMoved(JSON.parse(JSON.stringify(is)), -1)).toEqual(JSON.parse(JSON.stringify(was)));
    expect(before.lines.length).toBeGreaterThan(0);
  });

  test("is checked under the new default where nothing names a scheme", () => {
    expect(["fais-dx-2026", "fais-kyoso-2024"]).toContain(check(movedWorkbook(workbook), nextYear).scheme);
  });
});

describe("what an edition calls its items is its own", () => {
  const NAMES: Readonly<Record<string, string>> = {
    物品費: "設備等経費",
    労務費: "職員経費",
    その他経費: "事業推進経費",
    "機械装置等製作・購入費": "設備導入費",
    従業員費: "常勤者給与",
    補助員費: "短時間勤務者給与",
    消耗品費: "小額資材費",
    旅費: "出張費",
    外注費: "請負費",
    諸経費: "雑多費",
  };
  const renamed = (value: unknown): unknown =>
    typeof value === "string"
      ? (NAMES[value] ?? value)
      : Array.isArray(value)
        ? value.map(renamed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)]))
          : value;
  const other = parseScheme({
    ...(renamed({ ...old, ratios: [] }) as object),
    id: "other-2026",
    ratios: renamedRatios(),
  });
  function renamedRatios(): unknown {
    return dx2025.ratios.map((ratio) => ({
      ...(renamed(ratio) as object),
      name: { ja: "出張費", en: "Business trips" },
    }));
  }
  const it = book(
    [
      { item: "協働ロボット 本体", major: "物品費", middle: "機械装置等製作・購入費", price: 1480000 },
      { item: "IoTゲートウェイ 端末", major: "物品費", middle: "消耗品費", price: 98000, quantity: 2 },
      { item: "ハンディターミナル", major: "物品費", middle: "機械装置等製作・購入費", price: 98000 },
      { item: "受発注システム開発 請負", major: "その他経費", middle: "外注費", price: 600000 },
      { item: "東京出張 新幹線往復", major: "その他経費", middle: "旅費", price: 620000 },
      { item: "佐藤 健一 要件定義", major: "労務費", middle: "従業員費", amount: 83700 },
    ],
    {
      賃金: [
        ["氏名", "区分", "基本給", "諸手当", "法定福利費", "月所定労働時間", "時給単価", "従事予定時間", "金額"],
        ["佐藤 健一", "従業員", 280000, 35000, 48321, 162.75, 2232, 37.5, 83700],
      ],
    },
  );

  test("the same figures and findings, under the other names", () => {
    const was = checked(it);
    const is = check(workbookOf(renamed(it) as typeof it), [other as Scheme], { frame: "transformation" });
    expect(is.totals?.byMajor).toEqual(
      Object.fromEntries(Object.entries(was.totals?.byMajor ?? {}).map(([name, yen]) => [NAMES[name] ?? name, yen])),
    );
    expect(is.subsidy).toEqual(was.subsidy);
    expect(is.labour.map(({ kind, major, inBudget }) => [kind, major, inBudget])).toEqual([
      ["常勤者給与", "職員経費", true],
    ]);
    expect(is.findings.map(({ rule, cell }) => [rule, cell])).toEqual(
      was.findings.map(({ rule, cell }) => [rule, cell]),
    );
    expect(was.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["category/equipment-threshold", "ratio/travel", "asset/disposal-restricted"]),
    );
  });
});

test("another cap is another subsidy", () => {
  const capped = parseScheme({
    ...structuredClone(old),
    id: "fais-dx-2027",
    frames: dx2025.frames.map((frame) => (frame.id === "planning" ? { ...frame, cap: 1_500_000 } : frame)),
  });
  const workbook = readWorkbook(new Uint8Array(readFileSync(join(folder, "planning-clean.xlsx"))));
  const report = check(workbook, [...schemes, capped], { scheme: "fais-dx-2027" });
  expect(report.subsidy).toMatchObject({ amount: 1_500_000, cap: 1_500_000 });
  expect(report.findings.map(({ rule }) => rule)).toContain("subsidy/requested");
  expect(schemeDocument(capped)).toContain("| 計画策定枠 | `planning` | 中小 2/3 ／ 中小以外 1/2 | 1,500,000円 |");
});

test("a workbook that names the new edition is checked under it without being told", () => {
  const it = {
    申請情報: [["補助金名", "令和8年度 DX推進補助金"]],
    ...book([{ item: "IoTゲートウェイ", price: 98000 }]),
  };
  expect(check(workbookOf(it), [...schemes, parseScheme({ ...(deepMoved(old, 1) as object) })]).scheme).toBe(
    "fais-dx-2026",
  );
});

test("a contract of the year before the grant's exists already; which year that is, the edition's period says", () => {
  const contract = (since: string) => book([{ item: "受発注クラウド利用料", price: 60000, note: `${since}から` }]);
  const refused = (since: string, scheme: Scheme) =>
    check(workbookOf(contract(since)), [scheme], { frame: "transformation" }).lines.map(
      ({ eligibility }) => eligibility,
    );
  const now = parseScheme(dx2025);
  expect([refused("R6年6月", now), refused("R7年6月", next)]).toEqual([["ineligible"], ["ineligible"]]);
  expect([...refused("R7年6月", now), ...refused("R8年6月", next)]).not.toContain("ineligible");
});
