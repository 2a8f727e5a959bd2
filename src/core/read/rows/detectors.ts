/**
 * What a row with a figure is: one entry, one piece of evidence. A role begins with its prior; the weights say how much
 * an observation is worth (rough ones do: changed at random by a third, hardly any reading changes). Whether a row is a
 * total is decided by these and by the sums (`sums/choose.ts`), nowhere else.
 */
import { compact } from "../../text/fold";
import { readQuantity } from "../../text/number";
import type { Detector } from "../hypothesis";
import { WORTH_TRYING } from "../sums/choose";
import { digitsOf } from "../sums/yen";
import { ROLES, type Role, type Scores } from "../sums/roles";
import { isBare, type RowView } from "./view";

/** A row is a line unless something says otherwise. */
const PRIOR: Scores = { line: 0, total: -6, head: -7, tax: -7, funding: -7, part: -7, skip: -7 };

type RowDetector = Detector<RowView, Role>;

const says =
  (test: (sense: RowView["senses"][number]) => boolean) =>
  ({ senses }: RowView): boolean =>
    senses.some(test);

/** 補助金申請額計（ｃ）＋（ｄ） below lines: what is asked for in all, and no sum of theirs. */
const sumsFunds = (row: RowView): boolean => !row.around.listsFunds && says((it) => it.funding)(row);

const TIMES = /[×xX*＊]/;
const FIGURES = /\d+(?:\.\d+)?/g;

/** Which paper a remark points to is no factor: 項番2 9千円×5個. */
const PAPER = /(?:項番|見積書?|no\.?)\s*\d+/gi;

/** "1,500円×100個", or with "＝150,000円" behind it, in the words of a row whose amount is 150,000. */
function wordsMultiply({ texts, raw }: RowView): boolean {
  return texts.some((text) => {
    if (!TIMES.test(text)) return false;
    const [product = ""] = text.normalize("NFKC").split("=");
    const factors = (product.replace(PAPER, "").replaceAll(",", "").match(FIGURES) ?? []).slice(0, 4).map(Number);
    return factors.length >= 2 && Math.abs(factors.reduce((product, factor) => product * factor, 1) - raw) < 1;
  });
}

/** "1件", "2名×1回" among the remarks, which stand behind the words that name the row. */
const remarksCount = ({ texts, senses }: RowView): boolean =>
  texts.slice(senses.length).some((text) => readQuantity(text)?.unit != null);

const strictlyAbove = ({ formula, row }: RowView): boolean =>
  formula !== null && formula.sums !== null && formula.sums.length > 0 && formula.sums.every(({ to }) => to < row);
const strictlyBelow = ({ formula, row }: RowView): boolean =>
  formula !== null && formula.sums !== null && formula.sums.length > 0 && formula.sums.every(({ from }) => from > row);

const ASTERISKS = /^\s*[*＊]{1,4}\s*$/;

const NUMBERS_ADDED =
  /^[(]?(?:\(?[①-⑳\da-zア-ン一二三四五六七八九十]{1,3}\)?)(?:\+\(?[①-⑳\da-zア-ン一二三四五六七八九十]{1,3}\)?)+[)]?$/;
const WORDS_ADDED = /^[^+\d]{1,12}(?:\+[^+\d]{1,12})+$/;

/** （これとは別）, （申請とは関係なし） */
const APART = /\((?:(?:これ|申請|補助金?|今回)と?は?)?(?:別|べつ|関係(?:な[いし]|ありません))\)/;

const HINTS_OF_A_SUM_ABOVE = [0, 0.5, 1, 3, 4];

export const ROW_DETECTORS: readonly RowDetector[] = [
  // words of totals
  { name: "label-is-total", means: "total", weight: 9, test: says((it) => it.isTotal) },
  {
    name: "label-ends-in-total",
    means: "total",
    weight: 8,
    test: (row) => !says((it) => it.isTotal)(row) && says((it) => it.endsInTotal)(row) && !sumsFunds(row),
  },
  {
    name: "label-ends-in-kei",
    means: "total",
    weight: 5.5,
    test: (row) => says((it) => it.endsInKei && !it.endsInTotal && !it.isTotal)(row) && !sumsFunds(row),
    why: "圧力計 is a thing, 製造課計 a sum: the sums decide",
  },
  {
    name: "kei-under-one-line",
    means: "total",
    weight: 3,
    test: (row) =>
      row.around.repeatsLineAbove &&
      says((it) => it.keiApart || (it.endsInKei && isBare(row) && !wordsMultiply(row)))(row),
    why: "宿泊計 19,600 under the only stay of 19,600; 部材 計 may repeat its count and price as well; 照度計 says 9千円×5個 of its own",
  },
  { name: "blank-before-kei", means: "total", weight: 3, test: says((it) => it.keiApart) },
  {
    name: "label-of-a-sum-above-its-lines",
    means: "head",
    weight: 7,
    test: says((it) => it.isTotal || it.endsInTotal || it.endsInKei),
  },
  {
    name: "total-over-everything",
    means: "head",
    weight: 2,
    test: (row) => says((it) => it.isTotal)(row) && row.yen !== 0 && row.around.lastTotal === 0,
    why: "合計 over all lines is no purchase, also where it is wrong",
  },
  {
    name: "asterisks-alone",
    means: "total",
    weight: 7,
    test: ({ texts }) => texts.some((text) => ASTERISKS.test(text)),
    why: "lists of accounting systems mark the sum of an account with * and that of all with **",
  },
  { name: "taxable-amount", means: "total", weight: 9, test: says((it) => it.taxable) },
  {
    name: "name-of-a-sum",
    means: "total",
    weight: 8,
    test: ({ senses }) => senses.length === 1 && senses[0]?.namesSum === true,
  },
  {
    name: "adds-others-up",
    means: "total",
    weight: 9,
    test: (row) => {
      if (!isBare(row) || sumsFunds(row)) return 0;
      if (row.texts.some((text) => NUMBERS_ADDED.test(compact(text)))) return 1;
      return row.texts.some((text) => WORDS_ADDED.test(compact(text))) ? 0.6 : 0;
    },
    why: "１＋２＋３ below three tables; カメラ＋レンズ may be an item: the sums decide",
  },
  // formulas
  { name: "sums-rows-above", means: "total", weight: 9, test: strictlyAbove },
  { name: "sums-rows-below", means: "head", weight: 11, test: strictlyBelow },
  {
    name: "repeats-a-cell-above",
    means: "total",
    weight: 5,
    test: ({ formula, row }) => formula?.sameAs != null && formula.sameAs < row,
  },
  {
    name: "repeats-a-cell-below",
    means: "head",
    weight: 10,
    test: ({ formula, row }) => formula?.sameAs != null && formula.sameAs > row,
  },
  {
    name: "nothing-stands-below",
    means: "head",
    weight: 9,
    test: (row) => row.yen === 0 && isBare(row) && row.around.nextSaysNone,
    why: "営業課 計 0 over （該当なし）",
  },
  { name: "multiplies-its-row", means: "line", weight: 4, test: ({ formula }) => formula?.isProduct === true },
  { name: "share-of-another-row", means: "tax", weight: 5, test: ({ formula }) => formula?.isShare === true },
  // tax, funding
  { name: "label-is-tax", means: "tax", weight: 10, test: says((it) => it.tax && !it.taxable) },
  {
    name: "tenth-of-the-total-above",
    means: "tax",
    weight: 2.5,
    test: (row) => {
      const { lastTotal } = row.around;
      if (!isBare(row) || lastTotal <= 0) return 0;
      if (![0.1, 0.08].some((rate) => Math.abs(row.yen - lastTotal * rate) < 1)) return 0;
      // A tenth of a round sum may be anything (一般管理費 10%); of other sums it is tax.
      return digitsOf(row.yen) >= 4 ? 3.2 : 1;
    },
  },
  {
    name: "adds-the-tax-above",
    means: "total",
    weight: 5,
    test: (row) => isBare(row) && row.around.addsTaxAbove,
    why: "工事価格 | 消費税 | 請負金額: what the last is called says nothing, its figure does",
  },
  {
    name: "label-is-funding",
    means: "funding",
    weight: 10,
    test: (row) => !row.around.listsFunds && says((it) => it.funding)(row),
  },
  {
    name: "entry-of-income",
    means: "funding",
    weight: 16,
    test: ({ isIncome, around }) => isIncome && !around.listsFunds,
    why: "収支区分 says 収入 of a grant paid in advance",
  },
  // what lines have
  { name: "price-or-count", means: "line", weight: 2, test: ({ figures }) => figures > 0 },
  { name: "price-times-count", means: "line", weight: 3, test: ({ isProduct }) => isProduct },
  { name: "words-multiply-to-the-amount", means: "line", weight: 4, test: wordsMultiply },
  { name: "remarks-say-a-count", means: "line", weight: 3, test: remarksCount },
  { name: "vendor-or-day", means: "line", weight: 2, test: ({ hasVendorOrDate }) => hasVendorOrDate },
  { name: "discount", means: "line", weight: 5, test: (row) => row.yen < 0 && says((it) => it.discount)(row) },
  { name: "numbered", means: "line", weight: 1.5, test: ({ isNumbered }) => isNumbered },
  // headings and breakdowns
  {
    name: "category-over-its-items",
    means: "head",
    weight: 9,
    test: (row) =>
      isBare(row) && row.category !== null && row.around.nextIsUnder && (row.yen !== 0 || row.formula !== null),
    why: "技術導入費 0 over 知的財産権等関連経費 is an item of which there is nothing",
  },
  {
    name: "category-only",
    means: "head",
    weight: 3,
    test: (row) => isBare(row) && row.hasCategory && !row.hasItem && row.around.itemsElsewhere,
  },
  {
    name: "category-only-may-sum",
    means: "total",
    weight: 1,
    test: (row) => isBare(row) && row.hasCategory && !row.hasItem && row.around.itemsElsewhere,
  },
  {
    name: "ends-like-an-item-of-cost",
    means: "head",
    weight: 0.5,
    test: (row) => isBare(row) && says((it) => it.cost)(row),
    why: "システム開発費 over its items is a heading; alone it is an item: the sums decide",
  },
  { name: "finer-numbers-below", means: "head", weight: 9, test: ({ around }) => around.nextIsNumberedBelow },
  {
    name: "deeper-level-below",
    means: "head",
    weight: 16,
    test: ({ around }) => around.nextIsDeeper,
    why: "exports of estimate programs price every level, each with the sum of those below it",
  },
  { name: "next-rows-are-parts", means: "head", weight: 2, test: ({ around }) => around.nextIsPart },
  {
    name: "next-rows-are-indented",
    means: "head",
    weight: 2.5,
    test: ({ around, isIndented }) => around.nextIsIndented && !isIndented,
  },
  { name: "adds-up-to-the-line-above", means: "part", weight: 15, test: ({ addsUpToLineAbove }) => addsUpToLineAbove },
  { name: "says-of-which", means: "part", weight: 10, test: says((it) => it.part && !it.tax) },
  {
    name: "stands-where-a-sum-would",
    means: "total",
    weight: 1,
    test: (row) => (isBare(row) ? (HINTS_OF_A_SUM_ABOVE[Math.min(4, row.around.digitsOfSumAbove)] ?? 0) : 0),
  },
  {
    name: "stands-over-what-it-sums",
    means: "head",
    weight: 4,
    test: ({ around }) => around.sumsBelow,
    why: "予算額 1,477,000 as the first row over all its lines",
  },
  {
    name: "last-of-its-table",
    means: "total",
    weight: 1.5,
    test: (row) => isBare(row) && row.around.isLast && row.around.digitsOfSumAbove > 0,
  },
  {
    name: "fills-several-columns",
    means: "total",
    weight: 4,
    test: (row) => isBare(row) && row.fillsSeveral,
    why: "列ごとの計 below 買うもの | 頼むもの | 借りるもの, also where one of its sums is wrong",
  },
  {
    name: "no-item-among-priced",
    means: "total",
    weight: 4,
    test: (row) => isBare(row) && !row.isSilent && !row.hasItem && !row.hasCategory && row.around.isPriced,
    why: "合わして beside an amount alone, below lines with items, prices and counts: also where it is wrong",
  },
  {
    name: "more-than-the-total-above",
    means: "total",
    weight: 7,
    test: (row) => isBare(row) && row.around.isLast && row.around.exceedsTotalAbove,
    why: "物と人 below ここまで: what this sheet and others come to",
  },
  { name: "bare-among-priced", means: "total", weight: 2, test: (row) => isBare(row) && row.around.isPriced },
  {
    name: "no-words",
    means: "total",
    weight: 4.5,
    test: ({ isSilent, hasItem, figures }) => isSilent && !hasItem && figures === 0,
  },
  {
    name: "no-words-but-sums",
    means: "total",
    weight: 6,
    test: ({ isSilent, hasItem, figures, around }) =>
      isSilent && !hasItem && figures > 0 && around.digitsOfSumAbove >= 2,
    why: "a total's label may stand outside the table; its other columns are summed as well",
  },
  {
    name: "a-figure-alone",
    means: "skip",
    weight: 8.5,
    test: (row) => row.isSilent && !row.hasItem && isBare(row) && !row.isNumbered && row.yen !== 0,
    why: "a sum where it is right, else a figure nobody can place: it is told",
  },
  // nothing
  {
    name: "box-to-tick",
    means: "funding",
    weight: 16,
    test: ({ isTickBox }) => isTickBox,
    why: "通常枠 | ☑ | 50万円: the limit of what is ticked",
  },
  {
    name: "below-the-total-of-all",
    means: "skip",
    weight: 8,
    test: (row) => isBare(row) && row.around.isBelowAll && !row.isNumbered,
  },
  {
    name: "carried-over",
    means: "total",
    weight: 18,
    test: ({ around }) => around.isCarried,
    why: "前頁より繰越 340,000 over the lines of the second page",
  },
  { name: "prepared-row", means: "skip", weight: 20, test: ({ yen, isSilent }) => yen === 0 && isSilent },
  { name: "prepared-for-an-item", means: "skip", weight: 20, test: ({ yen, isPrepared }) => yen === 0 && isPrepared },
  { name: "says-that-there-is-none", means: "skip", weight: 20, test: ({ yen, saysNone }) => yen === 0 && saysNone },
  {
    name: "nothing-of-it-is-claimed",
    means: "skip",
    weight: 20,
    test: ({ yen, hasFullCost }) => yen === 0 && hasFullCost,
  },
  { name: "marked-as-left-out", means: "skip", weight: 17, test: ({ leftOut }) => leftOut === "marks" },
  { name: "coloured-as-left-out", means: "skip", weight: 17, test: ({ leftOut }) => leftOut === "colours" },
  {
    name: "said-to-be-apart",
    means: "skip",
    weight: 17,
    test: ({ texts }) => texts.some((text) => APART.test(compact(text))),
    why: "綱の一年の仕入れ（関係なし）",
  },
  { name: "struck-out", means: "skip", weight: 17, test: ({ leftOut }) => leftOut === "strikes" },
  { name: "example-row", means: "skip", weight: 18, test: says((it) => it.example) },
  {
    name: "remark-row",
    means: "skip",
    weight: 6.5,
    test: (row) => row.figures === 0 && row.senses.length > 0 && row.senses.every((it) => it.remark),
  },
];

export interface RowEvidence {
  readonly scores: Scores;
  readonly best: Role;
  readonly margin: number;
  readonly options: readonly Role[];
}

/** Adds up what the detectors say. Asked for each row in question: ten thousand plain lines never come here. */
export function weigh(view: RowView): RowEvidence {
  const scores: Scores = { ...PRIOR };
  for (const { means, weight, test } of ROW_DETECTORS) {
    const share = Number(test(view));
    if (share !== 0) scores[means] += weight * share;
  }
  const order = [...ROLES].sort((a, b) => scores[b] - scores[a]);
  const [best, second] = order as [Role, Role];
  return {
    scores,
    best,
    margin: scores[best] - scores[second],
    options: order.filter((role) => scores[role] >= scores[best] - WORTH_TRYING).slice(0, 3),
  };
}

/** A row that is a line beyond doubt: price times count is its amount, and nothing about it sums. */
export const PLAIN_LINE: RowEvidence = {
  scores: { ...PRIOR, line: 7 },
  best: "line",
  margin: Infinity,
  options: ["line"],
};
