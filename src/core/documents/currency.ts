/** In which money a paper tells its figures, and how a figure of it is read. */
import { plain } from "../text/plain";
import { foreignFigureIn, foreignIn, numberIn, yenIn } from "./words/figures";
import type { Money } from "./items/table";
import type { Page } from "./page/paper";

/**
 * Reads the figures of a paper: yen, or units of the foreign money.
 * @param foreign as `foreignOf` tells it
 * @param whole all words of the paper, folded
 */
export function moneyReader(foreign: string | null, whole: string): Money {
  // (単位：千円) over a table.
  const scale = /単位[:：]?千円/.test(whole) ? 1000 : 1;
  return ({ text, value }) => {
    if (foreign !== null) return value ?? foreignFigureIn(text) ?? numberIn(text);
    const yen = value ?? yenIn(text);
    // What a workbook counted may be off by the last bits.
    return yen === null ? null : Math.round(yen * scale * 1000) / 1000;
  };
}

/** ISO 4217 of the figures themselves, null for yen: a remark on an exchange rate makes no paper foreign. */
export function foreignOf(pages: readonly Page[]): string | null {
  const votes = new Map<string, number>();
  let yen = 0;
  for (const { lines } of pages)
    for (const line of lines)
      for (const { text } of line.segments) {
        const bare = plain(text);
        if (/^[△▲-]?[¥￥]\d|\d円|^\(?(?:単位:?)?円\)?$|\(.*円\)/.test(bare)) yen++;
        const currency =
          /^(?:US\$|USD|EUR|€|\$|£|CNY|RMB|HK\$|NT\$|SGD)[\d,.]+|[\d,.]+(?:USD|EUR|US\$|ドル|ユーロ|CNY|RMB|人民元)$|[(（](?:USD|EUR|US\$|米ドル|CNY|RMB)[)）]|^(?:currency|通貨)[:：]?(?:USD|EUR|CNY|GBP|米ドル)|(?:amount|total|price|金額|合計|単価)[^\d]{0,8}(?:USD|EUR|US\$|米ドル|CNY)/i.test(
            bare,
          )
            ? (foreignIn(bare) ?? (/米ドル/.test(bare) ? "USD" : null))
            : null;
        if (currency !== null) votes.set(currency, (votes.get(currency) ?? 0) + 1);
      }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > yen && best[1] >= 2 ? best[0] : null;
}
