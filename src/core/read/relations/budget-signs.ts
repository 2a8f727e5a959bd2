/** What speaks for a table being a budget, whatever stands beside it. */
import { toNumber } from "../../money/fraction";
import { onceFor } from "../../text/recalled";
import type { Field } from "../field";
import type { Detector } from "../hypothesis";
import { near } from "../sums/yen";
import type { Part } from "../tables/part";
import { isNamedByThePast, isNamedForLater, isOverPeriods, wasBoughtLongAgo } from "./past";
import type { Surroundings } from "./surroundings";
import { isDocument, titleLeavesOut } from "./table-detectors";
import type { Money, TableView } from "./table-view";

interface MoneyAround extends Money {
  readonly around: Surroundings;
}

/** @param name compact */
export const saysSpending = (name: string): boolean => SPENDING.test(name);

/** 設備投資計画（申請分を除く） names it to say what it is not. */
export const namesGrant = onceFor(({ title, sheet }: TableView): boolean => {
  const name = title === "" ? sheet : title;
  return NAMES_GRANT.test(name) && !titleLeavesOut(name);
});

const SPENDING =
  /予算|経費|費用|支出|積算|[車船宿食品紙札旅]代$|購入(?!年|時)|買うもの|頼むもの|入れるもの|budget|costs?|expens/;
/** Said where nothing else is said of what is bought. */
const BARE = /^(?:明細|内訳|見積)(?:書|表)?$/;
/** 販売管理システムの導入経費 is spending, 経費の削減効果 is none. */
const SPENDING_LAST = /(?:予算|経費|費用|支出)(?:計画|明細|内訳|一覧|積算)?(?:書|表)?$/;
/** What a firm has, earns and aims at. */
const OF_THE_FIRM =
  /いま(?!す|せ)|今(?=あ|持|使|入)|持ってい|現在|現行|(?:利用|使用|契約|支払い?)中|すでに|もうある|手元に|在庫|棚卸|償却|台帳|資産|所有|保有|既存|売上|販売|損益|収支(?!予算)|決算|実績|資金|借入|融資|返済|(?:取引|外注|得意)先|仕入|営業費|実行予算|請負|受注(?!管理|発注|システム)|原価|相場|比較|換算|市況|効果|目標|推移|給与|賃金|残高|出納|stock|inventory|assets|sales|forecast|payroll|loan|price|cash|revenue/;
const NO_SPENDING = /評価額|簿価|時価|残高|控除(?!後)|返済|預り金|(?:落札|販売|提供|請負|受注)(?:金?額|代金)$/;
const OF_EVERY_YEAR = /(?<![\d一二三四五])年間の|[毎例]年|恒例|経常(?!利益)|通常(?:の?予算|の?業務|の?経費|費)|日常/;
const NAMES_GRANT = /(?:補助|助成)(?!\S{0,4}外)|申請(?!者|書|日|外)/;
const WITHOUT_TAX = /税抜|税別|税は別|税を?除/;
const LONGEST_NAME = 24;
/** Yen a line. */
const LEAST_MONEY = 10;

const namesOf = ({ sheet, title }: TableView): readonly string[] =>
  [sheet, title].filter((name) => name.length <= LONGEST_NAME);

const OF_A_PURCHASE: ReadonlySet<Field> = new Set<Field>([
  "vendor",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "paymentMethod",
  "evidenceNo",
]);

export const SIGNS: readonly Detector<MoneyAround, "budget">[] = [
  {
    name: "states-several-items",
    means: "budget",
    weight: 3,
    // 仮設, 木工, 電気 are the firm's own words: no scheme has such items.
    test: ({ view: { items, of }, part: { context } }) =>
      items.length * 5 < of * 4 || new Set(items).size === 1
        ? 0
        : items.some((item) => context?.categories.resolve(item) != null)
          ? 1
          : 0.5,
  },
  {
    name: "named-for-spending",
    means: "budget",
    weight: 1.5,
    test: ({ view }) => namesOf(view).some((name) => saysSpending(name) || BARE.test(name)),
  },
  {
    // 補助金で頼むもの, DX推進補助金に申請する経費
    name: "names-the-grant",
    means: "budget",
    weight: 3,
    // Its sheet may hold other tables with titles of their own.
    test: ({ view }) => namesGrant(view) || 0.5 * Number(NAMES_GRANT.test(view.sheet)),
  },
  {
    name: "named-for-the-firm",
    means: "budget",
    weight: -5,
    test: ({ view }) => namesOf(view).some((name) => OF_THE_FIRM.test(name) && !SPENDING_LAST.test(name)),
  },
  {
    name: "total-agrees",
    means: "budget",
    weight: 1.5,
    test: ({ view: { isProven, of, sum }, part: { rows } }) =>
      isProven ||
      // Below one line it says little.
      0.5 * Number(of === 1 && rows?.totals.some(({ exact }) => exact !== null && near(toNumber(exact), sum)) === true),
  },
  {
    name: "products-agree",
    means: "budget",
    weight: 1,
    test: ({ view: { products, of } }) => products * 2 >= Math.max(2, of),
  },
  {
    name: "tells-purchases",
    means: "budget",
    weight: 1,
    test: ({ part }) => part.columns.some(({ field }) => OF_A_PURCHASE.has(field)),
  },
  {
    name: "told-without-tax",
    means: "budget",
    weight: 1.5,
    test: ({ view: { title, titles, saysBesides } }) =>
      [title, ...titles, ...saysBesides].some((text) => WITHOUT_TAX.test(text)),
    why: "grants pay no tax, and a firm's own figures seldom say whether it is in them",
  },
  { name: "items-headed", means: "budget", weight: 0.5, test: ({ part }) => isHeaded(part, "description") },
  { name: "amounts-headed", means: "budget", weight: 0.5, test: ({ part }) => isHeaded(part, "amount") },
  {
    // 補助金 and 自己資金, 申請額, 総事業費.
    name: "sum-told-elsewhere",
    means: "budget",
    weight: 2.5,
    test: ({ around, ...table }) => around.tells([table], table),
  },
  {
    name: "items-plainly-bought",
    means: "budget",
    weight: 2,
    test: ({ around, part }) => around.plainness(part),
    why: "魚種, 科目, 会員: what a firm earns and has is known to nobody as a purchase",
  },
  {
    // 品名 | 保険評価額, 摘要 | 控除: what a thing is worth, what is left, what is taken off.
    name: "amounts-are-no-spending",
    means: "budget",
    weight: -6,
    test: ({ view }) => view.amountHeaders.some((header) => NO_SPENDING.test(header)),
  },
  {
    // 版 0.9, 1.0
    name: "hardly-money",
    means: "budget",
    weight: -6,
    test: ({ view: { sum, of } }) => sum > 0 && sum < of * LEAST_MONEY,
  },
  {
    // 年間の広報費（経常費用）, 毎年実施: what a firm spends anyway.
    name: "of-every-year",
    means: "budget",
    weight: -6,
    test: ({ view }) => !namesGrant(view) && namesOf(view).some((name) => OF_EVERY_YEAR.test(name)),
  },
  { name: "named-by-the-past", means: "budget", weight: -30, test: ({ part }) => isNamedByThePast(part) },
  { name: "named-for-later", means: "budget", weight: -12, test: ({ part }) => isNamedForLater(part) },
  { name: "bought-long-ago", means: "budget", weight: -4, test: ({ part }) => wasBoughtLongAgo(part) },
  { name: "over-periods", means: "budget", weight: -3, test: ({ part }) => isOverPeriods(part) },
  { name: "document-of-a-firm", means: "budget", weight: -4, test: ({ view }) => isDocument(view) },
];

/** Its header says what is read in the column. */
const isHeaded = ({ table, columns }: Part, field: Field): boolean =>
  columns.some(
    (own) =>
      own.field.startsWith(field) &&
      table.columns.find(({ column }) => column === own.column)?.meaning?.fields[0]?.startsWith(field) === true,
  );
