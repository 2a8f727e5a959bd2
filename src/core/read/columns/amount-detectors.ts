/** Evidence that a column holds the amounts of the lines: a list of observations with their weights, which decides nothing. */
import type { Detector } from "../hypothesis";
import type { Field } from "../field";
import { EXAMPLE_HEADING, HEADS_EXAMPLES } from "../words/examples";
import { isForeign, isMeasure, MONEY_IN } from "../words/headers";
import type { AmountCandidate, ColumnValues } from "./amount-candidate";
import { takesOff } from "./reduced";
import { isClaimedByRemark } from "./said-to-count";

type AmountDetector = Detector<AmountCandidate, "amount">;

const WEAK_WORD =
  /^(?:総?事業費|補助事業|事業に要する|経費|費用|合計|小計|計|決算|予算|宿泊費|基本額|.*費計$|標準(?!税率))/;
export const NOT_SPENDING_WORD = new RegExp(
  `${MONEY_IN}|^平均|^(?:average|avg|mean|count|number)(?:of|$)|^(?:day|week|month|year)s?$|残高|残額|返済|年間取引|取引高|差引|粗利|利益|増減|差額|差異|執行率|比較|収入|受入|月収|年収|補助金|助成金|交付(?:申請)?額|自己負担|自己資金|負担額|対象外|他(?:事業|案件)分|寄[附付]|支援額|給付額|補助額|助成額|上限|限度|下限|割合|補助率|(?<!標準|軽減)税率|掛率|番号|コード|(?<!pa|b|gr|val)id$|電話|前年度?比|累計|%$|(?:個|員|人|台|回|枚|件|日|月|泊|口|部)数(?:量)?$|時間$|数量$|備率$|^[十百千万億]+$`,
);
export const OTHER_FIELDS: ReadonlySet<Field | null> = new Set<Field | null>([
  "taxAmount",
  "no",
  "quantity",
  "unit",
  "issueDate",
  "orderDate",
  "deliveryDate",
  "paymentDate",
  "evidenceNo",
  "note",
  "month",
  "taxRate",
  "hours",
  "hourlyRate",
  "scheduledHours",
  "scheduledDays",
  "basePay",
  "paymentMethod",
]);
export const NAMES: ReadonlySet<Field | null> = new Set<Field | null>([
  "description",
  "specification",
  "category",
  "major",
  "middle",
  "minor",
  "person",
  "vendor",
  "member",
]);

/** Their columns hold calculations as well: 積算, 内訳. */
const ITEMS: ReadonlySet<Field | null> = new Set<Field | null>(["description", "specification"]);

export const OWNED = /取得(?:価額|価格|金額|原価)|簿価|帳簿価額|残存価額/;

const ELIGIBLE_REMARK = /[(（](?:うち|=|＝)?(?:補助|助成)?対象(?:経費|額|金額|費用|分)[)）]/;

const FEWEST_NAMES = 3;

/** 金額 over 記入例. */
const SHOWS_HOW = new RegExp(EXAMPLE_HEADING);

/** 1, 2, 3 and so on, from the top. */
function countsRows({ byRow }: ColumnValues): boolean {
  const figures = [...byRow.values()];
  return figures.length >= 3 && figures.every((figure, index) => figure === index + 1);
}

export const AMOUNT_DETECTORS: readonly AmountDetector[] = [
  // words
  {
    name: "eligible-cost",
    means: "amount",
    weight: 9,
    test: ({ word }) =>
      /対象(?:経費|額|金額|費用|事業費|(?:になる|にする|の)(?:分|お金|金額))|補助金?に出す|(?:補助|助成)対象分?$|^(?:うち)?本(?:補助)?(?:事業|案件|申請)分$|^(?:うち)?(?:対象|対象分)$/.test(
        word,
      ) && !/対象外|ならない|しない|[%税]/.test(word),
  },
  {
    // 当社負担額（補助対象経費） beside what others bear.
    name: "eligible-cost-by-its-remark",
    means: "amount",
    weight: 21,
    test: ({ whole, word }) => NOT_SPENDING_WORD.test(word) && ELIGIBLE_REMARK.test(whole),
  },
  {
    name: "claimed-by-its-remark",
    means: "amount",
    weight: 9,
    test: ({ whole }) => isClaimedByRemark(whole),
  },
  {
    // ※本申請は「標準」ケースの金額で行う, above 保守 | 標準 | 強気.
    name: "said-to-be-claimed",
    means: "amount",
    weight: 9,
    test: ({ isSaidToCount }) => isSaidToCount,
  },
  {
    // What the applicant does not show is not what is applied for: 仕入額, hidden beside 提供額.
    name: "hidden-column",
    means: "amount",
    weight: -5,
    test: ({ isHidden }) => isHidden,
  },
  {
    name: "adopted-or-granted",
    means: "amount",
    weight: 7,
    test: ({ word }) => /(?:採用|決定|査定)金?額/.test(word) && !/対象|[%税]/.test(word),
  },
  {
    name: "claimed-cost",
    means: "amount",
    weight: 1.5,
    test: ({ word }) => /申請|計上|予算/.test(word) && !NOT_SPENDING_WORD.test(word),
  },
  {
    name: "word-of-an-amount",
    means: "amount",
    weight: 4,
    test: ({ isAmountWord, word }) => isAmountWord && !WEAK_WORD.test(word),
  },
  {
    name: "weak-word-of-an-amount",
    means: "amount",
    weight: 3,
    test: ({ isAmountWord, word }) => isAmountWord && WEAK_WORD.test(word),
  },
  {
    name: "spending",
    means: "amount",
    weight: 3,
    test: ({ word }) => /支出|支払(?:金)?額|出金|貸方/.test(word) && !/収入/.test(word),
  },
  {
    // Of an entry booked twice, the cost stands on the debit side; in a cash book spending is the credit.
    name: "debit-of-a-journal",
    means: "amount",
    weight: 8,
    test: ({ isJournal, word }) => isJournal && word.startsWith("借方"),
  },
  { name: "basic-amount", means: "amount", weight: 1, test: ({ word }) => /^基本額/.test(word) },
  {
    name: "sum-of-a-group",
    means: "amount",
    weight: -3,
    test: ({ word }) => /(?:費|費目|科目|項目|区分)別?(?:計|合計|小計)$/.test(word),
  },
  {
    name: "this-year-or-revised",
    means: "amount",
    weight: 2.5,
    test: ({ whole }) =>
      /本年度|今年度|当年度|変更後|改[定訂]後?|訂正後|修正後|見直し後|今回|変更(?:申請|計画|予算)|再申請/.test(whole),
  },
  { name: "share-of-the-period", means: "amount", weight: 12, test: ({ isShareOfPeriod }) => isShareOfPeriod },
  {
    name: "last-year-or-before",
    means: "amount",
    weight: -5,
    test: ({ whole }) =>
      /前年|昨年|去年|前期|当初|初回|原案|変更前|改[定訂]前|修正前|前回|実績|参考|定価|標準(?!税率)|希望|割引|原価/.test(
        whole,
      ),
  },
  {
    // More often of what one has than of what one buys.
    name: "value-of-what-is-owned",
    means: "amount",
    weight: -5,
    test: ({ word }) => OWNED.test(word),
  },
  { name: "earlier-version", means: "amount", weight: -5, test: ({ isOutdated }) => isOutdated },
  {
    name: "spent-of-a-budget",
    means: "amount",
    weight: -8,
    test: ({ whole }) => /(?:執行|支出|支払|使用|消化|発注)(?:済|ずみ)み?(?:金?額)?$/.test(whole),
  },
  {
    // 仕入金額 | 支払金額 | 残高: what was bought, and what of it is paid.
    name: "bought-on-account",
    means: "amount",
    weight: 4,
    test: ({ word }) => /^(?:仕入|買掛|買入)(?:金?額|高)?$/.test(word),
  },
  {
    name: "not-spending",
    means: "amount",
    weight: -12,
    test: ({ word, field, isLeftOver }) => (NOT_SPENDING_WORD.test(word) && !isLeftOver) || OTHER_FIELDS.has(field),
  },
  { name: "takes-off", means: "amount", weight: -12, test: takesOff },
  { name: "before-a-reduction", means: "amount", weight: -8, test: ({ isBeforeReduction }) => isBeforeReduction },
  { name: "left-after-a-reduction", means: "amount", weight: 4, test: ({ isLeftOver }) => isLeftOver },
  {
    name: "counts-the-rows",
    means: "amount",
    weight: -14,
    test: ({ isAmountWord, values }) => !isAmountWord && countsRows(values),
  },
  { name: "size-or-weight", means: "amount", weight: -14, test: ({ whole }) => isMeasure(whole) },
  { name: "foreign-money", means: "amount", weight: -14, test: ({ whole }) => isForeign(whole) },
  {
    name: "shows-how-to-fill-in",
    means: "amount",
    weight: -12,
    test: ({ word }) => HEADS_EXAMPLES.test(word) || SHOWS_HOW.test(word),
  },
  { name: "makes-another-amount", means: "amount", weight: -6, test: ({ isFactor }) => isFactor },
  { name: "price-of-one", means: "amount", weight: -4, test: ({ field }) => field?.startsWith("unitPrice") === true },
  { name: "no-header", means: "amount", weight: -2, test: ({ whole }) => whole === "" },
  {
    name: "unknown-header",
    means: "amount",
    weight: -1,
    test: ({ whole, field, isAmountWord }) => whole !== "" && !isAmountWord && (field === null || NAMES.has(field)),
  },
  {
    // 勘定科目 over 86100: what names items of cost or firms holds their numbers rather than amounts.
    name: "word-of-a-name",
    means: "amount",
    weight: -2,
    test: ({ whole, field, isAmountWord }) => whole !== "" && !isAmountWord && NAMES.has(field) && !ITEMS.has(field),
  },
  {
    // Device over 1608 and BSS138: what names parts has figures among the names.
    name: "words-among-the-figures",
    means: "amount",
    weight: -8,
    test: ({ isAmountWord, whole, values }) =>
      whole !== "" && !isAmountWord && values.words >= FEWEST_NAMES && values.words * 4 > values.filled,
  },
  {
    // 134.0399: a longitude, a weight, a rate.
    name: "finer-than-money",
    means: "amount",
    weight: -14,
    test: ({ isAmountWord, values }) => !isAmountWord && values.fine * 2 > values.filled,
  },
  { name: "wanted-tax", means: "amount", weight: 4, test: ({ tax, wanted }) => tax !== null && tax === wanted },
  { name: "other-tax", means: "amount", weight: -4, test: ({ tax, wanted }) => tax !== null && tax !== wanted },
  { name: "one-month-of-many", means: "amount", weight: -4, test: ({ isMonth }) => isMonth },
  { name: "steps-add-up", means: "amount", weight: 8, test: ({ stepsAddUp }) => stepsAddUp === true },
  { name: "one-of-a-set", means: "amount", weight: 1, test: ({ set }) => set !== undefined },
  // values and formulas
  { name: "filled", means: "amount", weight: 2, test: ({ values }) => values.filled / Math.max(1, values.rows) },
  { name: "empty", means: "amount", weight: -6, test: ({ values }) => values.rows > 0 && values.spoken === 0 },
  { name: "holds-marks", means: "amount", weight: -14, test: ({ values }) => values.filled === 0 && values.marks > 0 },
  { name: "all-zero", means: "amount", weight: -3, test: ({ values }) => values.filled > 0 && values.nonzero === 0 },
  {
    name: "price-times-count",
    means: "amount",
    weight: 4,
    // 価格 | 数 | 計: where most counts are 1, the price is the amount times the count as well, but for the others.
    test: ({ values: { products, nonzero } }) =>
      products < 1 || products * 2 < nonzero ? 0 : products === nonzero ? 1 : (0.8 * products) / nonzero,
  },
  {
    name: "sums-columns-beside",
    means: "amount",
    weight: 3,
    test: ({ values }) => values.across >= 1 && values.across * 10 >= values.nonzero * 7,
  },
  { name: "sums-what-members-bear", means: "amount", weight: 5, test: ({ sumsMembers }) => sumsMembers },
  {
    name: "multiplies-by-formula",
    means: "amount",
    weight: 3,
    test: ({ values }) => values.productFormulas >= 1 && values.productFormulas * 10 >= values.filled * 4,
  },
  { name: "holds-the-totals", means: "amount", weight: 1.5, test: ({ values }) => values.totals > 0 },
  { name: "its-totals-agree", means: "amount", weight: 2, test: ({ proven }) => Math.min(2, proven ?? 0) },
];
