/** What a table shows of a seller: prices that nobody has bought at yet, and what is earned at them. */
import { compact, fold } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";
import type { Field } from "../field";
import type { Part } from "../tables/part";
import type { Table } from "../tables/table";
import { isCounted } from "./order-forms";

/** 価格（税込）, 通常料金; not: 購入価格, 見積価格, 価格合計. */
const PRICE =
  /^(?:税抜き?|税込み?|税別|本体|標準|通常|一般|基本|販売|小売|卸|店頭|参考|希望小売|利用|使用|現行|新|会員|特別|業者|代理店)?の?(?:価格|料金|定価|値段|単価|特価|売価|卸値|上代|price)(?:\(.*\))?$/;
/** What only a purchase has. */
const OF_A_PURCHASE: ReadonlySet<Field> = new Set<Field>([
  ...(["major", "middle", "minor", "member", "person", "vendor", "paymentMethod"] as const),
  ...(["orderDate", "deliveryDate", "paymentDate", "issueDate", "evidenceNo", "taxAmount", "month"] as const),
]);

/** Its amounts are headed 価格 or 料金, and nothing says that any is bought: no total, count, firm, day, remark, mark or category. */
export function isBareOfPurchases({ table, columns, rows, isTaught }: Part): boolean {
  const amounts = columns.filter(({ field }) => field.startsWith("amount"));
  return (
    rows !== null &&
    !isTaught &&
    amounts.length > 0 &&
    (amounts.every(({ header }) => PRICE.test(compact(header))) || isListOfArticles(table, rows.lines.length)) &&
    !columns.some(({ field }) => OF_A_PURCHASE.has(field)) &&
    rows.roles.every(({ role }) => role === "line" || role === "blank" || role === "group" || role === "other") &&
    !rows.lines.some(isCounted) &&
    rows.lines.filter(({ line }) => line.note !== null).length * 2 < rows.lines.length &&
    !rows.leftOut.some(({ isInForce }) => isInForce) &&
    table.object === null
  );
}

/** 商品コード | 商品名 | 金額 of many: what each costs, as nobody says of a code how many are bought. */
const isListOfArticles = ({ columns }: Table, of: number): boolean =>
  of >= FEWEST_ARTICLES && columns.some(({ text }) => ARTICLE.test(compact(text)));

const ARTICLE = /^(?:商品|製品|jan|ean)(?:コード|code|番号)/;

const FEWEST_ARTICLES = 8;

/** What only a list of what can be bought says: its articles' codes, what is in stock, prices for one and for another buyer, of a metre. */
export interface SignsOfAList {
  readonly codes: boolean;
  readonly stock: boolean;
  readonly tiers: boolean;
  readonly measures: boolean;
}

export function signsOfAList({ table, rows }: Part): SignsOfAList {
  const words = table.columns.map(({ text }) => compact(text));
  const lines = rows?.lines ?? [];
  const prices = words.filter((word) => PRICE.test(word)).map((word) => word.replace(TAX, ""));
  return {
    codes:
      words.some((word) => CODE.test(word)) ||
      table.columns.some(
        ({ column }) => lines.length > 0 && lines.every(({ line }) => isBarcode(table.grid.own(line.row, column))),
      ),
    stock: words.some((word) => STOCK.test(word)),
    tiers: new Set(prices).size >= 2,
    measures:
      lines.filter(({ line: { unit } }) => unit !== null && MEASURE.test(compact(unit))).length * 2 >=
      Math.max(2, lines.length),
  };
}

const TAX = /税抜き?|税込み?|税別|本体|\(.*\)/g;
const CODE = /^(?:jan|ean|バーコード|商品|品目)?(?:コード|code)$|^(?:jan|ean)/;
const STOCK =
  /^在庫|発売(?:日|開始)|ポイント|入数|(?:最小|最低)?(?:発注|注文|販売)(?:単位|ロット)|^ロット|掛率|掛け率|取扱い?(?:開始|終了)|廃番|販売(?:期間|終了)/;
const MEASURE = /^(?:\d*(?:m[23]?|km|cm|mm|kg|g|t|l|ml)|坪|人日|人工|時間|h)$/;

/** 4901234567894: the number of an article all over the world. */
function isBarcode(cell: Cell | undefined): boolean {
  return BARCODE.test(String(cell?.value ?? ""));
}
const BARCODE = /^(?:\d{13}|(?:45|49)\d{6})$/;

/** 椅子 of 椅子 A-1 and 椅子（肘付）: the words before a size, a number or a remark. */
export const thingOf = (item: string): string => /^[^\s\d(（[［【/・a-z]+/.exec(fold(item.trim()))?.[0] ?? "";

const EARNED = /^(?:粗利|荒利|利益(?!団体|相反)|マージン|値入|原価率|(?:gross)?margin)/;
const COST = /^(?:仕入れ?|原価|下代)(?:金額|価格|単価|額|値)?(?:\(.*\))?$/;
const SOLD = /^(?:売価|売値|売上|上代|販売|請求)(?:金額|価格|単価|額|高)?(?:\(.*\))?$/;

/** 仕入 | 売価 | 粗利: what is earned, shown where the applicant has not hidden it. */
export function isOfASeller({ table }: Part): boolean {
  const hidden = table.grid.sheet.hiddenColumns;
  const said = table.columns.filter(({ column }) => !hidden.includes(column)).map(({ text }) => compact(text));
  const says = (word: RegExp): boolean => said.some((text) => word.test(text));
  return says(EARNED) || (says(COST) && says(SOLD));
}
