/** What speaks for a table being a budget, whatever stands beside it. */
import { toNumber } from "../../money/fraction";
import type { Field } from "../field";
import type { Detector } from "../hypothesis";
import { near } from "../sums/yen";
import type { Part } from "../tables/part";
import { isNamedByThePast, isOverPeriods, wasBoughtLongAgo } from "./past";
import type { Surroundings } from "./surroundings";
import { isDocument } from "./table-detectors";
import type { Money, TableView } from "./table-view";

interface MoneyAround extends Money {
  readonly around: Surroundings;
}

/** @param name compact */
export const saysSpending = (name: string): boolean => SPENDING.test(name);

const SPENDING = /予算|経費|費用|支出|積算|budget|costs?|expens/;
/** Said where nothing else is said of what is bought. */
const BARE = /^(?:明細|内訳|見積)(?:書|表)?$/;
/** 販売管理システムの導入経費 is spending, 経費の削減効果 is none. */
const SPENDING_LAST = /(?:予算|経費|費用|支出)(?:計画|明細|内訳|一覧|積算)?(?:書|表)?$/;
/** What a firm has, earns and aims at. */
const OF_THE_FIRM =
  /在庫|棚卸|台帳|資産|所有|保有|既存|売上|販売|損益|収支(?!予算)|決算|実績|資金|借入|融資|返済|取引先|得意先|原価|相場|市況|効果|目標|推移|給与|賃金|残高|出納|stock|inventory|assets|sales|forecast|payroll|loan|price|cash|revenue/;
const LONGEST_NAME = 24;

const namesOf = ({ sheet, title }: TableView): readonly string[] =>
  [sheet, title].filter((name) => name.length <= LONGEST_NAME);

const OF_A_PURCHASE: readonly Field[] = [
  ...(["vendor", "orderDate", "deliveryDate", "paymentDate", "paymentMethod", "evidenceNo"] as const),
];

export const SIGNS: readonly Detector<MoneyAround, "budget">[] = [
  {
    name: "states-several-items",
    means: "budget",
    weight: 3,
    test: ({ view: { items, of } }) => items.length * 5 >= of * 4 && new Set(items).size > 1,
  },
  {
    name: "named-for-spending",
    means: "budget",
    weight: 1.5,
    test: ({ view }) => namesOf(view).some((name) => saysSpending(name) || BARE.test(name)),
  },
  {
    name: "named-for-the-firm",
    means: "budget",
    weight: -3,
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
    test: ({ part }) => part.columns.some(({ field }) => OF_A_PURCHASE.includes(field)),
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
  { name: "named-by-the-past", means: "budget", weight: -20, test: ({ part }) => isNamedByThePast(part) },
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
