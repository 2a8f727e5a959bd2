/** What one piece costs, where the row holds several: "4台一括", "@160,000", "1台あたり65,000円", "8枚組". */
import { toNumber } from "../money/fraction";
import { normal } from "../text/fold";
import { recalled } from "../text/recalled";
import type { LineText } from "./nature";

/** Yen of one piece as stated. */
const STATED =
  /(?:@|[1１]\s*(?:台|個|本|枚|基|機|式|組|セット|ｾｯﾄ)\s*(?:あたり|当たり|当り|につき|分)?\s*)[¥￥]?\s*(\d[\d,]*)(万)?/;
const COUNTER = "(?:台|個|本|枚|基|機|面|セット|ｾｯﾄ|脚|丁|箇)";
/** So many pieces in the one that is priced. */
const BUNDLE = new RegExp(
  `(?<![\\d.])(\\d{1,3})\\s*${COUNTER}\\s*(?:組|入り?|パック|一括|一式|まとめ|セット|[＋+・]|$)|(?:一括|まとめ(?:買い)?|一式)\\s*(\\d{1,3})\\s*${COUNTER}`,
);
/** タブレット（50,000円×7台）: the price of one, and how many. */
const PRODUCT = new RegExp(`(\\d[\\d,]*)円?\\s*[×xX*]\\s*(\\d{1,4})\\s*${COUNTER}?`, "g");
/** 客室スマートロック 20室分 1室19,000円, whatever is counted. */
const COUNTED =
  /(\d{1,4})([^\d\s.,]{1,3}?)(?:分|ぶん)?[^\d]{0,6}1\2(?:あたり|当たり|当り|につき|分)?[¥￥]?(\d[\d,]*)円/;
/** What a machine has several of: "監視装置 センサ8本" is one machine. */
const OF_MACHINE = /(?:装置|システム|設備|ライン|盤|機|炉)\s+[^\s\d]+\d{1,3}\D$/;
/** Yen; a smaller figure after "@" is no price of a piece of equipment. */
const LEAST = 1_000;
/** Units that can stand for several pieces. */
const OF_SEVERAL = /^(?:式|組|セット|ｾｯﾄ|set|lot|ロット|箱|一式)?$/;
const isOfSeveral = recalled((unit) => OF_SEVERAL.test(normal(unit).trim()));
/** Only lines with such signs are read at all. */
const MAYBE = /[@＠あ当括組式まＡパ台枚個本基機面脚丁箇円]/;

/**
 * The price of one piece, for limits that are tested a piece.
 * @param price whole yen a unit as the row has it, with or without tax
 * @returns whole yen; the price itself where nothing says that a unit is several pieces
 */
export const priceOfOne = (line: LineText, price: number): number => {
  const pieces = piecesIn(line, price);
  return pieces === 1 ? price : Math.floor(price / pieces + 1e-6);
};

const numberOf = (digits: string): number => Number(digits.replace(/,/g, ""));

/** How many pieces one unit of the row holds, at least 1; no whole number where its price holds something else besides. */
function piecesIn(line: LineText, price: number): number {
  if (!MAYBE.test(line.description) && (line.note === null || !MAYBE.test(line.note))) return 1;
  if (!isOfSeveral(line.unit ?? "")) return 1;
  const item = normal(line.description);
  if (line.quantity === null && line.unitPrice === null)
    for (const [, each = "", count = ""] of item.matchAll(PRODUCT)) {
      const [yen, pieces] = [numberOf(each), Number(count)];
      if (yen >= LEAST && pieces > 1 && Math.abs(yen * pieces - price) < 1) return pieces;
    }
  const counted = COUNTED.exec(item);
  if (counted !== null) {
    const [pieces, yen] = [Number(counted[1]), numberOf(counted[3] as string)];
    if (yen >= LEAST && Math.abs(yen * pieces - price) < 1) return pieces;
  }
  const stated = STATED.exec(`${item} ${normal(line.specification ?? "")} ${normal(line.note ?? "")}`);
  if (stated !== null) {
    const yen = numberOf(stated[1] as string) * (stated[2] === undefined ? 1 : 10_000);
    const pieces = (line.unitPrice === null ? price : toNumber(line.unitPrice)) / yen;
    if (yen >= LEAST && pieces > 1) return pieces;
  }
  const bundle = OF_MACHINE.test(item) ? null : BUNDLE.exec(item);
  return bundle === null ? 1 : Math.max(1, Number(bundle[1] ?? bundle[2]));
}
