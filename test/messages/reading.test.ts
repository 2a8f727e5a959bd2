/** Every code with which the engine tells how a workbook was read has words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { SKIPPED_CODES } from "../../src/core/read/reading";
import { findingText } from "../../src/messages";
import { SKIPPED, skippedText, TOTALLED, totalledText } from "../../src/messages/reading";
import { schemes } from "../../src/schemes";
import { workbookOf, type Book } from "../core/rules/budget";

const room = join(__dirname, "../../src/core/read");
const source = readdirSync(room, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(room, file), "utf8"))
  .join("\n");
/** Codes are plain texts in the engine: these are the places where it sets one. */
const codes = (...places: readonly RegExp[]): string[] =>
  [...new Set(places.flatMap((place) => [...source.matchAll(place)].map(([, code]) => code as string)))].sort();

test("why a sheet was not read", () => {
  const set = [...SKIPPED_CODES].sort();
  expect(Object.keys(SKIPPED.ja).sort()).toEqual(set);
  expect(Object.keys(SKIPPED.en).sort()).toEqual(set);
});

test("what a total may be the sum of", () => {
  const set = codes(/\bof: "([^"]+)"/g, /\b(?:range|found\.add)\([^;]*, "([^"]+)"\)/g);
  const plain = [...new Set(set.map((code) => code.replace(/\+labour$/, "")))].sort();
  expect(Object.keys(TOTALLED.ja).sort()).toEqual(plain);
  expect(Object.keys(TOTALLED.en).sort()).toEqual(plain);
  // What may be added to any of them.
  expect(codes(/`\$\{of\}\+(\w+)`/g)).toEqual(["tax"]);
  expect(totalledText("sheet+labour+tax", "ja")).toBe("このシートの明細と労務費の和に消費税を加えた額");
  expect(totalledText("sheet+labour+tax", "en")).toBe("the lines of this sheet and the labour cost, with tax,");
});

const HEADER = ["大項目", "中項目", "内訳", "単価", "数量", "金額"];
const line = (item: string, yen: number) => ["物品費", "消耗品費", item, yen, 1, yen];
const said = (book: Book): string[] =>
  check(workbookOf(book), schemes, { frame: "planning" })
    .findings.filter(({ rule }) => rule === "arithmetic/total")
    .map((finding) => findingText(finding, "ja").what);

test("a wrong total is held against what it should be the sum of", () => {
  expect(
    said({ 予算: [HEADER, line("センサー", 1000), line("ケーブル", 500), ["", "", "合計", "", "", 1400]] }),
  ).toEqual(["「合計」は 1,400円 ですが、上に並ぶ明細の和は 1,500円 です（100円の差）。"]);
  expect(
    said({ 予算: [HEADER, line("センサー", 1000), line("ケーブル", 500), ["", "", "合計（税込）", "", "", 1700]] }),
  ).toEqual([expect.stringContaining("上に並ぶ明細の和")]);
});

test("a sheet that is set aside says why", () => {
  const lines = [HEADER, line("センサー", 1000), line("ケーブル", 500)];
  const { reading } = check(workbookOf({ 予算: lines, "予算 (旧)": lines, "予算 (2)": lines, 空: [] }), schemes, {});
  expect(
    reading.sheets.map(({ sheet, skipped }) => [sheet, skipped === null ? null : skippedText(skipped, "ja")]),
  ).toEqual([
    ["予算", null],
    ["予算 (旧)", "古い版か別の書類と思われるため数えません"],
    ["予算 (2)", "ほかのシートの写しなので数えません"],
    ["空", "空のシートです"],
  ]);
});
