/** What a sheet says of its own columns: of several, the one that is applied for. */
import { compact } from "../../text/fold";
import type { Table } from "../tables/table";

/**
 * A sheet says which of its columns is applied for: 本申請は「標準」ケースの金額で行う, 査定額で申請する, 申請するプラン | プランB, or
 * ★採用 over the column.
 */
export function isSaidToCount({ above }: Table, word: string, column: number): boolean {
  return above.some((said, at) => {
    const text = compact(said.text);
    if (said.column === column && CHOSEN_HERE.test(text)) return true;
    const beside = above[at + 1];
    if (CHOSEN_IS.test(text) && beside?.row === said.row && compact(beside.text) === word) return true;
    const found = word.length < 2 || NOT_CLAIMED.test(text) ? -1 : text.indexOf(word);
    return found >= 0 && (CLAIMED.test(text.slice(found + word.length)) || ELIGIBLE_IS.test(text.slice(0, found)));
  });
}

/** 令和7年度（申請額） beside the years after it, 導入費用（今回申請）; `header` compact. */
export const isClaimedByRemark = (header: string): boolean => /[(](?:今回の?|本)?申請(?:額|分|対象)?[)]/.test(header);

const CHOSEN_HERE = /^[★☆◎○●▼↓]*(?:採用|申請|提出|決定)(?:する)?(?:案|プラン|列|対象)?[★☆◎○●▼↓]*$/;

const CHOSEN_IS =
  /^(?:採用|申請|提出|選択|選定|契約)(?:する|した|予定の?)?(?:プラン|案|ケース|コース|パターン|金額)?[:：]?$/;

const CLAIMED =
  /^[」』"”】]?(?:の?(?:ケース|案|列|欄|プラン|シナリオ|パターン|金額|価格|見積))*(?:で|を|にて|により|に基づき)[^。]{0,12}(?:申請|計上|採用|提出|発注|要望|行う|行い)/;

/** ※補助対象は令和7年度分のみ */
const ELIGIBLE_IS = /(?:補助|助成|申請)(?:の?対象)?(?:経費|金額)?(?:となるの)?は[「『“]?$/;

const NOT_CLAIMED = /(?:しない|せず|ではない|なし)[。)]?$/;
