/** What stands below the plain words of a header, for tests that a line says the same. */
import type { Line } from "../../../src/core/report/report";
import type { CellValue, Sheet } from "../../../src/core/workbook/workbook";

const texts = (...said: (string | null)[]): string => said.filter((it) => it !== null).join(" ");
const item = (line: Line): string => texts(line.description, line.specification);
const stated = (line: Line): string => texts(line.statedMajor, line.statedMiddle);
const vendor = (line: Line): string => line.vendor ?? "";
const FIELDS: Readonly<Record<string, (line: Line) => string | number | null>> = {
  ...{ 品名: item, 品目: item, 内容: item, 件名: item, 名称: item, 商品名: item, 仕様: item, 規格: item, 型番: item },
  ...{ 費目: stated, 経費区分: stated, 大項目: stated, 中項目: stated, 区分: stated },
  ...{ 支払先: vendor, 購入先: vendor, 発注先: vendor, 業者: vendor, 業者名: vendor, 取引先: vendor },
  ...{
    単価: ({ unitPrice }) => unitPrice,
    数量: ({ quantity }) => quantity,
    数量計: ({ quantity }) => quantity,
    金額: ({ amount }) => amount,
  },
};
const fieldOf = (value: CellValue) => (typeof value === "string" ? FIELDS[value.trim()] : undefined);

/** Cells of a line that it does not say, of sheets with one row of such words, no word twice: "3 単価 800000". */
export function unsaid({ name, rows }: Sheet, lines: readonly Line[]): readonly string[] {
  const [header, more] = rows.filter(({ cells }) => cells.filter(({ value }) => fieldOf(value)).length >= 2);
  if (header === undefined || more !== undefined) return [];
  const words = header.cells.map(({ value }) => String(value).trim());
  if (new Set(words).size < words.length) return [];
  return lines
    .filter((line) => line.sheet === name && line.row > header.index)
    .flatMap((line) => {
      const cells = rows.find(({ index }) => index === line.row)?.cells ?? [];
      return cells.flatMap(({ column, value }) => {
        const head = header.cells.find((cell) => cell.column === column)?.value ?? null;
        const said = fieldOf(head)?.(line);
        if (said === undefined || value === null || (typeof said === "string") !== (typeof value === "string"))
          return [];
        const isSaid = typeof said === "string" ? said.includes(flat(value)) : said === value;
        return isSaid ? [] : [`${String(line.row)} ${flat(head)} ${flat(value)}`];
      });
    });
}

const flat = (value: CellValue): string => String(value).trim().replaceAll(/\s+/g, " ");
