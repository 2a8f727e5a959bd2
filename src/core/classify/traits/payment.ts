/** How a line is paid. */
import { phrase } from "../reading/phrase";
import { TEXT, type Search } from "./search";

/** Paid by bill or cheque: what a ledger or a program is about, or a site, is none. */
const BILL = phrase(
  /(?:支払|代金|決済)[^\n]{0,12}(?:手形|約手|小切手)|(?:手形|約手|小切手)(?:サイト\d|\d|で|にて|決済(?!連携)|払|の?支払(?!先)|の?振り?出|$|(?=[(),、。\s]))/,
);
const REVOLVING = phrase(/リボ(?:ルビング|(?![ァ-ヶー]))/);
/** Paid late or by and by, which is no bill and no single payment. */
const DEFERRED = phrase(/でんさい|電子記録債権(?!の?(?:移行|管理|対応|システム|データ))|分割払い?|割賦|\d+回払い/);

export function payment(search: Search): void {
  search.addFirm("bill-payment", search.first(REVOLVING, TEXT) ?? search.unlessSubject(search.first(BILL, TEXT)));
  search.add("bill-payment", search.unlessSubject(search.first(DEFERRED, TEXT)), false);
}
