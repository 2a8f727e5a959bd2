/** Headers and sums in kana say what they say in kanji, over many workbooks of the fixtures. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../../src/core/check";
import type { Report } from "../../../src/core/report/report";
import type { Cell, Workbook } from "../../../src/core/workbook/workbook";
import { readWorkbook } from "../../../src/ooxml/read";
import { nodeCodec } from "../../../src/ooxml/zip/node-codec";
import { schemes } from "../../../src/schemes";
import { sheet, workbook } from "./grid";

const root = join(__dirname, "../../fixtures");
const EACH = process.env["KENZAN_FUZZ"] === undefined ? 12 : 1;
const books = ["samples", "shapes", "books", "layouts", "hands"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .filter((_, index) => index % EACH === 0)
    .map((name) => ({
      name: `${folder}/${name}`,
      workbook: readWorkbook(readFileSync(join(root, folder, name)), nodeCodec),
    })),
);

const KANA: Readonly<Record<string, string>> = {
  ...{ 費目: "ひもく", 科目: "かもく", 項目: "こうもく", 区分: "くぶん", 経費区分: "けいひくぶん" },
  ...{ 品名: "ひんめい", 品目: "ひんもく", 内容: "ないよう", 内訳: "うちわけ", 品物: "しなもの", 仕様: "しよう" },
  ...{ 単価: "たんか", 数量: "すうりょう", 個数: "こすう", 数: "かず", 単位: "たんい", 回数: "かいすう" },
  ...{ 金額: "きんがく", 税抜金額: "ぜいぬききんがく", 税込金額: "ぜいこみきんがく", 予算額: "よさんがく" },
  ...{ 補助対象経費: "ほじょたいしょうけいひ", 見積額: "みつもりがく", 見積金額: "みつもりきんがく", 税率: "ぜいりつ" },
  ...{
    合計: "ごうけい",
    小計: "しょうけい",
    計: "けい",
    総計: "そうけい",
    消費税: "しょうひぜい",
    総額: "そうがく",
    累計: "るいけい",
  },
  ...{ 発注先: "はっちゅうさき", 支払先: "しはらいさき", 購入先: "こうにゅうさき", 業者名: "ぎょうしゃめい" },
  ...{
    発注日: "はっちゅうび",
    納品日: "のうひんび",
    支払日: "しはらいび",
    支払方法: "しはらいほうほう",
    納期: "のうき",
  },
  ...{ 備考: "びこう", 摘要: "てきよう", 番号: "ばんごう", 項番: "こうばん", 氏名: "しめい", 時給: "じきゅう" },
  ...{ 時間: "じかん", 税抜: "ぜいぬき", 税込: "ぜいこみ", 円: "えん", 合計金額: "ごうけいきんがく" },
};

const katakana = (kana: string): string =>
  kana.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
const HALF_WIDTH = new Map(
  Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, at) => String.fromCharCode(0xff66 + at)).flatMap((half) =>
    ["", "ﾞ", "ﾟ"].map((mark): [string, string] => [`${half}${mark}`.normalize("NFKC"), `${half}${mark}`]),
  ),
);
const halfWidth = (kana: string): string => [...katakana(kana)].map((one) => HALF_WIDTH.get(one) ?? one).join("");

/** Whole words alone: 金額（税抜） is きんがく（ぜいぬき）, 税抜き価格 stays. */
const inKana = (text: string, write: (kana: string) => string): string =>
  [text.replace(/\s/g, "")]
    .flatMap((spaced) => KANA[spaced] ?? [])
    .map(write)
    .at(0) ?? text.replace(/[^\s()（）]+/g, (word) => (KANA[word] === undefined ? word : write(KANA[word])));

/** The headers of all tables and the names of their sums. */
function withKana(workbook: Workbook, report: Report, write: (kana: string) => string): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const tables = report.reading.sheets.find((one) => one.sheet === sheet.name)?.tables ?? [];
    const heads = (row: number, { column }: Cell): boolean =>
      tables.some(
        (table) =>
          column >= table.left &&
          column <= table.right &&
          ((row >= table.headerTop && row <= table.headerBottom) ||
            table.rows.some((one) => one.row === row && SUMS.has(one.role))),
      );
    const rows = sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        typeof cell.value === "string" && heads(row.index, cell) ? { ...cell, value: inKana(cell.value, write) } : cell,
      ),
    }));
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}
const SUMS: ReadonlySet<string> = new Set(["total", "subtotal", "tax"]);

const read = (workbook: Workbook): Report =>
  check(workbook, schemes, { scheme: "fais-dx-2025", frame: "transformation" });

const said = ({ totals, lines, findings }: Report): string[] => [
  `claimed ${String(totals?.claimed)}`,
  ...lines.map(({ sheet, row, amount, description }) => `${sheet} ${String(row)} ${description} ${String(amount)}`),
  ...findings.map(({ rule, sheet, cell }) => `${rule} ${String(sheet)} ${String(cell)}`),
];

const SCRIPTS = [(kana: string): string => kana, katakana, halfWidth];

/** Each workbook meets one of them, and in `npm run fuzz` all. */
test.each(["hiragana", "katakana", "half width"].map((name, at) => [name, at] as const))("in %s", (_, script) => {
  const write = SCRIPTS[script] as (kana: string) => string;
  const differing = books.flatMap(({ name, workbook }, index) => {
    if (EACH > 1 && index % SCRIPTS.length !== script) return [];
    const report = read(workbook);
    const changed = withKana(workbook, report, write);
    const [before, after] = [said(report), said(read(changed))];
    return before.join() === after.join()
      ? []
      : [[name, before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))]];
  });
  expect(differing).toEqual([]);
});

test.each([
  [["ひもく", "品めい", "たん価", "すう量", "金がく", "び考"], "合けい"],
  [["費もく", "ないよう", "単か", "数りょう", "きん額", "備こう"], "ごう計"],
  [["けいひ区分", "しなもの", "税抜たんか", "かず", "税抜きんがく", "りゆう"], "ごうけい"],
])("kana and kanji mixed, and items of cost in kana: %j", (header, sum) => {
  const { lines, findings, totals } = read(
    workbook(
      sheet("予算", [
        header,
        ["しょうもうひん費", "温度センサー", 12000, 4, 48000, "試験に使う"],
        ["がいちゅうひ", "画面の開発委託", 300000, 1, 310000, "試験に使う"],
        ["りょ費", "東京出張 新幹線往復", 40000, 1, 40000, "展示会の調査"],
        [sum, null, null, null, 398000],
      ]),
    ),
  );
  expect(lines.map(({ description, middle }) => [description, middle])).toEqual([
    ["温度センサー", "消耗品費"],
    ["画面の開発委託", "外注費"],
    ["東京出張 新幹線往復", "旅費"],
  ]);
  expect(totals?.claimed).toBe(398000);
  const told = findings.filter(({ rule }) => /^(?:arithmetic|category)/.test(rule));
  expect(told.map(({ rule, cell }) => [rule, cell])).toEqual([["arithmetic/line", "E3"]]);
});
