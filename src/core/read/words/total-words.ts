/** The bare words for a sum, in one place: every pass that only has to know "this row sums" asks here. */
import { compact } from "../../text/fold";
import { spelled } from "./kana";

/** What people write who add up by hand: ぜんぶで, しめて, ここまで, たてに足すと. */
export const EVERYDAY_SUM =
  "合わ?[せし]て|合わせた(?:もの|額)|(?<=の)合わせ|まとめて|全部合わせ(?:て|ると)|(?:これで)?(?:全[部体]|ぜんぶ|ぜんたい|そっくり)(?:で|の計)?|みんなで|[し締]めて|〆|ひっくるめて|ここまで(?:で|の計)?|(?:[をに]|と)?(?:(?:足|た)(?:すと|して|したら|した(?:もの|額))|足し算|寄せて)";

const WORD = `小計|中計|合計|総計|総合計|計|累計|${EVERYDAY_SUM}|sub-?total|grandtotal|totals?|sum|sous-total|totalgénéral|totalht|totalttc|montanttotal`;
const BARE = new RegExp(`^[【(\\[「<〈]?(?:${WORD})(?:金?額)?[】)\\]」>〉]?[:：]?(?:\\([^()]*\\))?$`);
const LONGEST = 24;

/**
 * 合計, 小計（税抜）, 総計, Total: nothing but a word for a sum. What else a row may be that names one (旅費計, 圧力計) is
 * weighed by `rows/detectors.ts`, which reads `words/labels.ts`.
 */
export const isTotalWord = (text: string): boolean => text.length <= LONGEST && BARE.test(compact(spelled(text)));

const LAST = new RegExp(`(?:${WORD})$`);

/** 品と人 ぜんぶ, 従業員 しめて: such a word stands at the end. */
export const endsInSum = (text: string): boolean =>
  isTotalWord(text) || (text.length <= LONGEST && LAST.test(compact(spelled(text)).replace(/\([^()]*\)/g, "")));
