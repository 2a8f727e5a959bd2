/** Five layouts by three producers (Chromium, LibreOffice, pdf-lib): what stands on each, to the yen. */
import { join } from "node:path";
import type { DocumentRead } from "../../src/core/documents/document";
import { readPapers } from "./papers";

const folder = join(__dirname, "../fixtures/estimates/producers");

type Item = readonly [text: string, quantity: number | null, unit: string | null, price: number | null, amount: number];
interface Truth {
  readonly number: string;
  readonly issuer: string;
  readonly registrationNumber: string | null;
  readonly date: string;
  readonly validUntil: string;
  readonly items: readonly Item[];
  readonly totals: readonly [net: number, tax: number, gross: number];
}

/** As it was drawn: 44 bolts, carried over to a second page. */
const bolts = Array.from({ length: 44 }, (_, at): Item => {
  const [quantity, price] = [(at % 4) + 1, 1200 + at * 350];
  return [`六角ボルトM${6 + at}L=${20 + at * 5}`, quantity, "個", price, quantity * price];
});
const sum = bolts.reduce((all, [, , , , amount]) => all + amount, 0);

const truth: Readonly<Record<string, Truth>> = {
  // Chromium: 単価×数量 in one cell, months in a column of their own, the total told first.
  "41_クラウド.pdf": {
    ...{ number: "EST-25-0418", issuer: "合同会社ミナトデータ", registrationNumber: "T9990000000011" },
    ...{ date: "2025-05-12", validUntil: "2025-07-11", totals: [990000, 99000, 1089000] },
    items: [
      ["初期設定作業", 1, "式", 150000, 150000],
      ["生産管理クラウド標準プラン10ユーザー", 1, null, 60000, 720000],
      ["操作研修(半日)", 2, "回", 60000, 120000],
    ],
  },
  // Chromium: headings in two languages, the sums in a box above the table, a deduction among the items.
  "42_計測.pdf": {
    ...{ number: "Q7731-2", issuer: "有限会社戸畑計器", registrationNumber: "T9990000000028" },
    ...{ date: "2025-06-03", validUntil: "2025-07-31", totals: [572000, 57200, 629200] },
    items: [
      ["温度ロガーTL-4400", 12, "台", 38500, 462000],
      ["校正証明書CAL-J", 12, "通", 12500, 150000],
      ["お値引き", null, null, null, -40000],
    ],
  },
  // LibreOffice: a sheet with sections, each with its sum, and 諸経費 outside them.
  "43_配線.pdf": {
    ...{ number: "M-0520", issuer: "門司電設工業株式会社", registrationNumber: null },
    ...{ date: "2025-05-20", validUntil: "2025-07-20", totals: [400000, 40000, 440000] },
    items: [
      ["LANケーブル敷設Cat6A", 300, "m", 600, 180000],
      ["情報コンセント取付2口", 10, "箇所", 8000, 80000],
      ["スイッチングハブ24ポート", 1, "台", 98000, 98000],
      ["諸経費", 1, "式", null, 42000],
    ],
  },
  // pdf-lib: no rules, sums carried over the page, a branch behind the company's name without a gap.
  "45_ボルト.pdf": {
    ...{ number: "2025-EK-009", issuer: "株式会社遠賀工機", registrationNumber: "T9990000000035" },
    ...{
      date: "2025-04-30",
      validUntil: "2025-06-30",
      totals: [sum, Math.floor(sum / 10), sum + Math.floor(sum / 10)],
    },
    items: bolts,
  },
  // pdf-lib: a page stored on its side, two rates of tax.
  "46_食品機械.pdf": {
    ...{ number: "F-881", issuer: "株式会社行橋食品機械", registrationNumber: "T9990000000042" },
    ...{ date: "2025-06-10", validUntil: "2025-08-31", totals: [362800, 35848, 398648] },
    items: [
      ["試食用飲料水500ml", 240, "本", 90, 21600],
      ["卓上撹拌機", 2, "台", 145000, 290000],
      ["保温ケース", 4, "個", 12800, 51200],
    ],
  },
};

const asTruth = (read: DocumentRead): Truth => ({
  number: read.number ?? "",
  issuer: read.issuer ?? "",
  registrationNumber: read.registrationNumber,
  date: read.date ?? "",
  validUntil: read.validUntil ?? "",
  totals: [read.net ?? 0, read.tax ?? 0, read.gross ?? 0],
  items: read.items.map(({ name, spec, quantity, unit, unitPrice, amount }): Item => [
    `${name}${spec ?? ""}`.replace(/\s/g, ""),
    ...([quantity, unit, unitPrice, amount ?? 0] as const),
  ]),
});

test.each(Object.keys(truth))("%s", async (file) => {
  const read = await readPapers([join(folder, file)]);
  expect(read.map(asTruth)).toEqual([truth[file]]);
  expect(read[0]).toMatchObject({
    kind: "estimate",
    problem: null,
    addressee: expect.stringContaining("八幡精機製作所"),
  });
});

test("a name that its cell cuts off, as LibreOffice prints it, is read as far as it is seen, and not into the figures", async () => {
  const [read] = await readPapers([join(folder, "47_搬送.pdf")]);
  expect(read?.items).toMatchObject([{ quantity: 2, unit: "台", unitPrice: 890_000, amount: 1_780_000 }]);
  expect(read?.items[0]?.name).toMatch(/^自動搬送台車\(仕様Z602\)を用いた搬送工?$/);
  expect(read).toMatchObject({ net: 1_780_000, gross: 1_958_000, issuer: "株式会社黒崎テクノ" });
});
