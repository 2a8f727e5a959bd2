/** Which methods of payment a guideline refuses, and which it does not speak of. */
import { plain } from "../text/plain";
import { recalled } from "../text/recalled";

const REFUSED = /手形|小切手|リボ/;
/** Neither a transfer, cash nor one payment by card, nor refused: set off, drawn from the account, paid late or by and by, by somebody else, in points. */
const UNNAMED =
  /相殺|口座振替|引き?落と?し|電子記録債権|でんさい|分割|割賦|ローン|(?<!\d)(?:[2-9]|\d\d)回払|ファクタリング|立て?替|商品券|ポイント|電子マネー|コード決済|paypay/i;
/** "手形不可", "手形・小切手による支払は行わない", "リボ払い以外": the word is there to rule the method out. */
const RULED_OUT = new RegExp(
  `(?:${REFUSED.source}|${UNNAMED.source})[^,、。;()]*(?:不可|以外|禁止|除く|なし|無し|無く|なく|ません|しない|ではな|でな|使わな|用いな|使用せず|ない(?=$|[)、。,]))`,
  "gi",
);

type Payment = "refused" | "unnamed" | "fine";

/** A budget names the same few methods on all its lines. */
export const paymentBy = recalled((method): Payment => {
  const said = plain(method).replace(RULED_OUT, "");
  return REFUSED.test(said) ? "refused" : UNNAMED.test(said) ? "unnamed" : "fine";
});
