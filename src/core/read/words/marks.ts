/** What stands in the box of a row that says whether it counts: ○ and ×, ☑ and ☐, 対象 and 対象外. */
import { compact } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";

/** Signs and words that need a header to mean anything, and those that mean the same under any. */
const TICK = /^[○◯〇●◎✓✔レ☑■]$/;
const CROSS = /^(?:[×✕✖✗☐□]|[-ー―—‐]+)$/;
const YES = /^(?:要|有|採|する|yes|y|true)$/i;
const NO = /^(?:x|否|不要|無|しない|no|n|false)$/i;
const COUNTS = /^(?:採用|(?:今回の?)?(?:補助|助成|申請)?対象(?:経費|分)?|申請(?:する|分|対象)?|計上(?:する|分)?|有効)$/;
const LEFT_OUT =
  /^(?:不採用|(?:今回は?)?見送り?|(?:今回の?)?(?:補助|助成|申請)?対象外(?:経費|分)?|(?:申請|計上|採用|購入)しない|申請外|自[社己](?:負担|資金|経費|費用)(?:分)?|自費|除外|取消し?(?:済み?)?|取り?消し(?:済み?)?|取り?下げ(?:済み?)?|取り?やめ|キャンセル(?:済み?)?|中止|廃止|無効|失効|削除(?:済み?)?|欠番|没)$/;

/** What all of these begin with. */
const MAY_SAY_SO =
  /^(?:[○◯〇●◎✓✔レ☑■×✕✖✗☐□\-ー―—‐xyn要有採す否不無し補助申対計今見購自除取キ中廃失削欠没]|true|false)/i;

export interface Mark {
  readonly counts: boolean;
  /** It says so under any header: 対象外. */
  readonly isPlain: boolean;
}

/** ● in the column of a category says whose amount the row's is. */
export const isTick = (text: string): boolean => TICK.test(compact(text));

/** null of a cell that says neither. A remark in brackets behind the sign belongs to it: ×（自社負担）. */
export function markOf(cell: Cell | undefined): Mark | null {
  const value = cell?.value ?? null;
  if (typeof value === "boolean") return { counts: value, isPlain: false };
  if (typeof value !== "string" || value.length > LONGEST) return null;
  const whole = compact(value);
  if (!MAY_SAY_SO.test(whole)) return null;
  const text = whole.replace(/(?<=.)[(（][^()（）]*[)）]$/, "");
  if (COUNTS.test(text)) return { counts: true, isPlain: true };
  if (LEFT_OUT.test(text)) return { counts: false, isPlain: true };
  if (TICK.test(text) || YES.test(text)) return { counts: true, isPlain: false };
  if (CROSS.test(text) || NO.test(text)) return { counts: false, isPlain: false };
  const [, sign, words] = /^([○◯〇●◎✓✔☑■×✕✖✗☐□])[:：]?(.+)$/.exec(whole) ?? [];
  if (sign === undefined || words === undefined) return null;
  const said = COUNTS.test(words) ? true : LEFT_OUT.test(words) ? false : null;
  return said === null ? null : { counts: said, isPlain: true };
}
const LONGEST = 20;
