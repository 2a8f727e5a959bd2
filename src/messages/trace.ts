/** Why a row was read as it was, in words: one phrase a detector, and the two sentences on what the totals prove. */
import type { RowRole, Trace } from "../core/read/reading";
import type { Lang } from "./index";
import { figure } from "../core/text/figure";

type Doubt = Trace["doubts"][number];

/** By detector: [日本語, English]. */
export const DETECTOR_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  "asterisks-alone": ["*（アスタリスク）だけの印がある", "an asterisk and nothing else marks it as a sum"],
  "label-is-total": ["合計や小計の語だけがある", "its words are those of a total"],
  "label-ends-in-total": ["合計や小計で終わる", "its words end like a total's"],
  "label-ends-in-kei": ["「計」で終わる", "its words end in 計"],
  "kei-under-one-line": [
    "上のただ1行と同じ金額で、「計」で終わる",
    "the amount of the only line above, and its words end in 計",
  ],
  "blank-before-kei": ["「計」が離れて書かれている", "計 stands apart"],
  "label-of-a-sum-above-its-lines": ["明細の上に置かれた計の語がある", "words of a sum above its lines"],
  "taxable-amount": ["税率ごとの対象額の語がある", "names the amount at one tax rate"],
  "name-of-a-sum": ["経費の総額を表す語がある", "names a sum"],
  "sums-rows-above": ["上の行を足す数式がある", "its formula adds up rows above"],
  "sums-rows-below": ["下の行を足す数式がある", "its formula adds up rows below"],
  "repeats-a-cell-above": ["上のセルと同じ値を写す数式がある", "its formula repeats a cell above"],
  "repeats-a-cell-below": ["下のセルと同じ値を写す数式がある", "its formula repeats a cell below"],
  "nothing-stands-below": ["0円で、下の行に該当なしとある", "it is 0 and the row below says there is none"],
  "multiplies-its-row": ["同じ行を掛け合わせる数式がある", "its formula multiplies its own row"],
  "share-of-another-row": ["ほかの行に率を掛ける数式がある", "its formula is a share of another row"],
  "label-is-tax": ["消費税の語がある", "names the consumption tax"],
  "adds-the-tax-above": ["上の金額とその消費税を合わせた額", "the amount above and its tax together"],
  "tenth-of-the-total-above": ["上の合計のちょうど1割（または8%）", "exactly 10% or 8% of the total above"],
  "label-is-funding": ["補助金・自己負担などの語がある", "names a grant or own money"],
  "price-or-count": ["単価や数量がある", "has a price or a count"],
  "price-times-count": ["単価×数量が金額に合う", "price times count is its amount"],
  "words-multiply-to-the-amount": ["書かれた掛け算が金額に合う", "the product in its words is its amount"],
  "remarks-say-a-count": ["備考に数量が書かれている", "its remarks say a count"],
  "vendor-or-day": ["発注先や日付がある", "has a vendor or a date"],
  discount: ["値引きの語があり、金額がマイナス", "a discount"],
  numbered: ["番号が振られている", "is numbered"],
  "marked-as-left-out": ["申請するかを書く列に×などの印がある", "a column that asks what is applied for says no"],
  "coloured-as-left-out": [
    "申請しないと書かれた色が付いている",
    "it has the colour that the sheet says is not applied for",
  ],
  "adds-others-up": ["番号や語を＋でつないでいる", "its words add others up"],
  "said-to-be-apart": ["別と書かれている", "said to be apart"],
  "struck-out": ["取り消し線が引かれている", "a line is drawn through it"],
  "category-over-its-items": ["費目だけの行の下に品目が続く", "a category over its items"],
  "category-only": ["費目だけの行", "a category alone"],
  "category-only-may-sum": ["費目だけの行", "a category alone"],
  "ends-like-an-item-of-cost": ["費・料・代などで終わる", "ends like an item of cost"],
  "finer-numbers-below": [
    "次の行の番号が、この行の番号の枝番になっている",
    "the next row's number is finer than its own",
  ],
  "deeper-level-below": ["次の行の階層が、この行より深い", "the next row stands a level deeper"],
  "box-to-tick": ["品名の欄がチェック欄になっている", "a box to tick stands in place of an item"],
  "next-rows-are-parts": ["次の行が「うち」や内訳で始まる", "its parts follow"],
  "next-rows-are-indented": ["次の行が字下げされている", "the next row is indented"],
  "adds-up-to-the-line-above": ["下がった行の和が上の行に等しい", "with its neighbours equals the row above"],
  "says-of-which": ["「うち」や内訳で始まる", "says that it is a part"],
  "stands-where-a-sum-would": ["上の行の和に等しい", "equals the sum of rows above"],
  "stands-over-what-it-sums": ["下の行すべての和に等しい", "equals the sum of all rows below"],
  "no-words-but-sums": ["言葉がなく、上の行の和に等しい", "no words, and equals the rows above"],
  "last-of-its-table": ["表の最後の行で、和に等しい", "the last row, and a sum"],
  "bare-among-priced": ["まわりの行と違い、単価も数量もない", "bare among priced rows"],
  "fills-several-columns": ["いくつもの列に金額がある", "amounts in several columns"],
  "total-over-everything": ["最初の行", "the first row"],
  "more-than-the-total-above": ["上の合計より大きい", "more than the total above"],
  "no-item-among-priced": ["品名がない", "no item"],
  "no-words": ["言葉がない", "has no words"],
  "a-figure-alone": ["数字だけがある", "a figure alone"],
  "below-the-total-of-all": ["全体の合計より下にある", "stands below the total of all"],
  "carried-over": ["前のページやシートから繰り越した額", "carried over from the page or sheet before"],
  "entry-of-income": ["収入の欄にある額", "stands in a column of income"],
  "prepared-row": ["用意された空の行", "a prepared row"],
  "prepared-for-an-item": ["費目と単位だけが用意され、品名がない", "categories and units stand ready, no item"],
  "says-that-there-is-none": ["該当なしと書かれている", "says that there is none"],
  "nothing-of-it-is-claimed": ["対象の額が0", "nothing of it is claimed"],
  "example-row": ["記入例の行", "an example"],
  "remark-row": ["注記の行", "a remark"],
};

const ROLE_WORDS: Readonly<Record<RowRole, readonly [string, string]>> = {
  line: ["明細", "a line"],
  subtotal: ["小計", "a subtotal"],
  total: ["合計", "a total"],
  tax: ["消費税", "tax"],
  funding: ["補助金・自己負担など", "funding"],
  breakdown: ["内訳", "a breakdown"],
  group: ["区分見出し", "a heading"],
  note: ["注記", "a note"],
  blank: ["空の行", "a prepared row"],
  other: ["数えない行", "not counted"],
};

/** What a row was read as, in words. */
export const roleText = (role: RowRole, lang: Lang): string => ROLE_WORDS[role][at(lang)];

const at = (lang: Lang): 0 | 1 => (lang === "ja" ? 0 : 1);

/** Whether the sheet's own totals prove the reading. */
export const provenText = ({ proven }: Trace, lang: Lang): string =>
  lang === "ja"
    ? proven
      ? "読み取りは、書かれている合計で確かめられました。"
      : "読み取りを確かめられる合計がないか、合計と合わない表があります。明細の行をご確認ください。"
    : proven
      ? "The totals on the sheets prove this reading."
      : "No total proves this reading, or one does not agree. Please look at the rows read as lines.";

/** The reasons in the reader's words, without repeats. */
export const whyText = ({ why }: Pick<Doubt, "why">, lang: Lang): string =>
  [...new Set(why.map((name) => DETECTOR_WORDS[name]?.[at(lang)] ?? name))].join(lang === "ja" ? "、" : ", ");

/** "予算明細 9行目は明細と読みました。小計とも読めます（計上額が 30,000円 減ります）。" */
export function doubtText(doubt: Doubt, lang: Lang): string {
  const [as, or] = [ROLE_WORDS[doubt.as][at(lang)], ROLE_WORDS[doubt.or][at(lang)]];
  const yen = figure(Math.abs(doubt.yen));
  const why = whyText(doubt, lang);
  return lang === "ja"
    ? `${doubt.sheet} ${String(doubt.row)}行目は「${as}」と読みました${why === "" ? "" : `（${why}）`}。「${or}」とも読め、その場合は計上した経費が ${yen}円 ${doubt.yen < 0 ? "減ります" : "増えます"}。`
    : `${doubt.sheet}, row ${String(doubt.row)}, was read as ${as}${why === "" ? "" : ` (${why})`}. It may also be ${or}; the cost claimed would then be ${yen} yen ${doubt.yen < 0 ? "less" : "more"}.`;
}
