/** What the words of a row suggest it is. Each text is looked at once; most texts suggest nothing. */
import { compact } from "../../text/fold";
import { withoutNumbering } from "./categories";
import { EXAMPLE_HEADING } from "./examples";
import { spelled } from "./kana";
import { isDiscount, isReference, isTakenOff, isTaxRow, type Labels, type TotalLabel } from "./labels";
import { EVERYDAY_SUM } from "./total-words";

export interface Sense {
  /** Compact, without numbering, brackets around it and remarks in parentheses. */
  readonly bare: string;
  readonly total: TotalLabel | null;
  /** 小計, 合計（Ⅰ＋Ⅱ）: nothing but a word for a sum, or of a category, a member. */
  readonly isTotal: boolean;
  /** …合計, …小計: ends so, whatever stands before. */
  readonly endsInTotal: boolean;
  /** 製造課計 is a sum, 圧力計 a thing: the sums decide; so of "Total labour cost". */
  readonly endsInKei: boolean;
  /** "部材 計", "Total labour cost": the blank says that the word is one of its own. */
  readonly keiApart: boolean;
  /** 10%対象計, 課税対象額. */
  readonly taxable: boolean;
  /** 補助対象経費, 総事業費, 税込金額, 次頁へ繰越: names of sums. */
  readonly namesSum: boolean;
  /** 前頁より繰越, 前葉計: what pages before came to. */
  readonly carried: boolean;
  readonly tax: boolean;
  readonly funding: boolean;
  /** うち …, （内訳）…. */
  readonly part: boolean;
  readonly example: boolean;
  readonly remark: boolean;
  readonly discount: boolean;
  /** 値引 and no thing besides. */
  readonly takenOff: boolean;
  /** …費, …料: a heading over its items, or an item. */
  readonly cost: boolean;
}

/** Cheap refusal: most texts hold none of these. */
const MAY_SUGGEST = new RegExp(
  String.raw`${EVERYDAY_SUM}|から|より|のこり|残り|自分|うちで|参考|brought|b\/f|貯|積|定期|ローン|赤字|手持ち|補[てん填]|[首末入計頁額税費料代賃金込抜例※＊*注訳担資負補助借入支差上限合総累繰%％]|うち|内[:：、，,]|割引|値引|値下げ|返品|返金|調整|出精|total|sum|tax|vat|income|revenue|saving|surplus|deficit|balance|profit|earning|[ghpq]st|tva|iva|mwst|sample|discount|ディスカウント`,
  "i",
);
const KEI = /[^設会統時家集余推累早小合総中]計$/;
/** 圧力計, デジタル温度計: what measures, and sums nothing. */
const INSTRUMENT =
  /(?:圧力|差圧|真空|温度|温湿度|湿度|流量|流速|風速|風量|照度|輝度|光沢|色彩|測色|分光|電力|電流|電圧|抵抗|膜厚|厚さ|変位|速度|加速度|振動|騒音|回転|張力|硬度|粘度|比重|濃度|水分|糖度|塩分|酸度|ph|水位|水質|液面|線量|体重|体温|血圧|心拍|歩数|心電|傾斜|距離|角度|露点|熱量|粉塵|濁度|導電率)計$/;
/** Total personnel cost: a sum, if the figures say so (a total station is an instrument). */
const TOTAL_OF = /^(?:sub-?|grand|sous-?)?totals?[a-zà-ÿ'’]/;
const TAXABLE =
  /(?:課税|免税|非課税|不課税|税率?\d+%|\d+%)(?:対象)(?:額|計|金額|合計|小計)?(?:\(?\d+%\)?)?(?:計|合計|小計)?$/;
const NAMES_SUM =
  /^(?:補助|助成)?(?:事業|対象)(?:に要する)?経費(?:額|総額)?$|^総?事業費(?:総額)?$|^総(?:経費|費用|コスト|支出|予算|工費)額?$|^税[抜込]き?(?:金額|価額|額|価格)?$|^(?:前頁|次頁|前ページ|次ページ|前葉|次葉).*繰越|^(?:次|前)?(?:頁|ページ)?(?:へ|より)?繰越$|^(?:次|前)の?(?:頁|ページ)(?:へ|に|より|から)(?:続く|つづく)?$|^(?:前|次|翌)?(?:期|月|年度?)(?:首|末|へ?繰越|より繰越)(?:残高|金)?$|^期[首末]残高$/;
const CARRIED =
  /^[前上左]の?(?:頁|ページ|葉|シート|紙|表|枚目|列|欄)|^\d{1,2}(?:頁|ページ|枚目|p)?(?:より|から)|(?:より|から)の?(?:繰り?越|続き)|^繰り?越(?:額|金|高)?$|^b\/f$|broughtforward/;
const TAXED = /^(?:うち|内)?(?:地方)?消費税|^税額|^[内外]税|消費税(?:等|額|相当額|合計)*$/;
/** HST (13%), VAT 20%, TVA: the tax of other countries. */
const FOREIGN_TAX =
  /^(?:vat|gst|hst|pst|qst|gst\/[hq]st|tva|iva|mwst|sales?tax|tax|taxes)(?:\(?@?\d{1,2}(?:[.,]\d{1,3})?%?\)?)?$/;
const TAX_AS_REMARK = /除く|抜き?|込み?|含む|対象計/;
const FUNDING =
  /(?:補助金|助成金|交付金?)の?(?:交付)?(?:申請|請求|希望|要望|充当|予定|決定|所要)(?:予定)?(?:金?額|見込)?|交付申請|(?:申請|請求|希望|要望)する(?:補助|助成)金|自己(?:負担|資金)|借入金?|^(?:仮払い?|概算払い?)金?(?:受領)?(?:済み?)?(?:金|金?額)?$|^本?(?:補助|助成)金の?(?:額|合計|等)?(?:[×x*]?\d\/\d(?:以内|以下)?)?$|^負担金?額|補助金(?:で|から)もら|^(?:のこり|残り)(?:は|を)?(?:自分|自社|当社|うち)|^(?:自分|うち|自社|当社)で(?:出す|だす|払う|はらう)|^(?:自社|当社|弊社|当法人|法人|団体|組合|会社|企業|事業者|申請者)(?:の)?負担(?:額|分|金|計)*$|自己財源|自主財源|^財源|^差引|^今回?(?:申請|請求)額|^(?:申請|請求)(?:金)?額$|補助率|助成率|^(?:補助)?上限|支援額|補助(?:金)?限度額|収入合計|収支差額|(?:正味財産|収支).{0,4}(?:増減額?|残高)$|増減額$|^(?:収入|入金)(?:額|計)?$|千円未満切/;
/** Net income, Surplus/Deficit, Closing balance: what is left of the money, and what came in. */
const LEFT_OVER =
  /^(?:net|total|gross|opening|closing|ending|beginning|starting|remaining|cash|monthly|annual|current)*(?:incomes?|revenues?|earnings|savings?|surplus|deficit|balance|profit|loss|cashflow)(?:(?:\/|or|and|&)(?:surplus|deficit|loss|shortfall))?$/;
/** 会の貯金, 銀行の定期, 車の買いかえ積立, 去年の赤字: what is there already, or missing. */
const OWN_MONEY =
  /(?:貯金|貯蓄|積み?立て?金?|(?<=の)定期(?:預金)?|へそくり|借金|赤字|黒字|ローン|手持ち(?:金|のお金)?|貯め(?:てある|てきた|た)(?:お金|分)?|補てん|補填)(?:額|残高|の残り|分)?$/;
/** うち 設計 is a part; うちわ is a fan, 内訳書の作成 work to be paid. */
const PART = /^[└├↳]?[(（【[〔]?(?:うち(?![ぁ-ん])|内訳(?![書表明])|内数|内[:：、,])/;
const EXAMPLE = new RegExp(
  `^[(（【[]?(?:(?:記入|記載|入力|作成)?例)[)）】\\]]?\\d*[:：]?(?:$|[:：)）】\\]])|^[(（【[]?${EXAMPLE_HEADING}`,
);
const REMARK = /^\s*[※＊*]|^\s*[(（]?注[)）\d:：]/;
const COST = /[費料代賃金]$/;
/** 【WBS計】画像: the sum is said first, and of what behind it. */
const SAID_FIRST = /^[【[〔「『][^】\]〕」』]{0,10}計[】\]〕」』]/;
const APART = /[\s\u3000]計$|^(?:sub-?|grand |sous-?)?totals?\s\S/i;
const ENDS = /(?:小計|合計|総計|総額|総合計|[費料代]計)(?:金額|額)?(?:[-+a-z0-9]*)$/;

const remarkless = (text: string): string => text.replace(/\([^()]*\)/g, "");

const NOTHING: Omit<Sense, "bare"> = {
  total: null,
  isTotal: false,
  endsInTotal: false,
  endsInKei: false,
  keiApart: false,
  taxable: false,
  namesSum: false,
  carried: false,
  tax: false,
  funding: false,
  part: false,
  example: false,
  remark: false,
  discount: false,
  takenOff: false,
  cost: false,
};
const NO_SENSE: Sense = { ...NOTHING, bare: "" };
const MOST_REMEMBERED = 5_000;

export class Senses {
  private readonly seen = new Map<string, Sense>();

  constructor(private readonly labels: Labels) {}

  of(written: string): Sense {
    const text = spelled(written);
    if (text.length > 80 || !MAY_SUGGEST.test(text)) return NO_SENSE;
    const remembered = this.seen.get(text);
    if (remembered !== undefined) return remembered;
    const sense = this.read(text);
    if (this.seen.size < MOST_REMEMBERED) this.seen.set(text, sense);
    return sense;
  }

  private read(text: string): Sense {
    const whole = compact(text);
    const plain = text
      .normalize("NFKC")
      .replace(/\([^()]*\)/g, "")
      .trim();
    const bare = compact(withoutNumbering(plain)).replace(/[+~・:-]+$/, "") || whole.replace(/^\(|\)$/g, "");
    const total = this.labels.total(text);
    const inclusive = remarkless(whole);
    return {
      bare,
      total,
      isTotal: total !== null && total.named && (total.certain || total.of === ""),
      endsInTotal: bare.length <= 40 && (ENDS.test(bare) || ENDS.test(inclusive) || (total?.certain ?? false)),
      endsInKei:
        SAID_FIRST.test(whole) ||
        (bare.length <= 25 && KEI.test(bare) && !INSTRUMENT.test(bare)) ||
        (bare.length <= 60 && TOTAL_OF.test(bare)),
      keiApart:
        SAID_FIRST.test(whole) ||
        APART.test(
          text
            .normalize("NFKC")
            .replace(/\([^()]*\)/g, "")
            .trim(),
        ),
      // 10%対象額 is no tenth item.
      taxable: TAXABLE.test(bare) || TAXABLE.test(inclusive),
      namesSum: NAMES_SUM.test(bare),
      carried: CARRIED.test(bare),
      tax:
        (isTaxRow(text) || TAXED.test(bare) || FOREIGN_TAX.test(whole)) &&
        !TAX_AS_REMARK.test(whole.replace(/\(.*\)/, "")),
      funding: FUNDING.test(bare) || OWN_MONEY.test(bare) || LEFT_OVER.test(bare) || isReference(text),
      part: PART.test(whole) && !/消費税/.test(whole),
      example: EXAMPLE.test(whole),
      remark: REMARK.test(text),
      discount: isDiscount(whole),
      takenOff: isTakenOff(text),
      cost: COST.test(bare),
    };
  }
}
