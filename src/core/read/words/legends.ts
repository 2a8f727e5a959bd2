/** Sentences that say what marks and colours mean: （○＝申請する ×＝自社負担）, 黄色の行は今回申請する分. */
import { fold } from "../../text/fold";
import { COLOUR_NAMES, nameOf, type ColourName } from "./colours";

/** Where a colour is to be seen: 赤字 is the text, 黄色のセル the ground. */
type On = "fill" | "text" | "either";

/** What a sheet says of rows of a colour, or of rows with a line through them. */
export interface Meaning {
  /** None for 取り消し線. */
  readonly names: readonly ColourName[];
  readonly on: On;
  /** 黄色以外は対象外 */
  readonly isOthers: boolean;
  /** Left out, or what alone is applied for; null of another meaning (変更箇所). */
  readonly says: "out" | "in" | null;
}

const LONGEST = 160;
const TEXT = "(?:の|い)?(?:文字|字)";
const GROUND = "(?:の|い)?(?:セル|行|列|欄|部分|箇所|項目|網掛け?|網かけ|マーカー|塗りつぶし|塗り?|背景)";
const MENTION = new RegExp(`(?:${COLOUR_NAMES}|(?<strike>取り?消し?線))(?<text>${TEXT})?(?<ground>${GROUND})*`, "giu");
const MAY_MENTION =
  /[赤黄青緑橙紫桃灰茶紺朱]|水色|空色|色の?[付つが]|着色|網|塗|グレ|オレンジ|ピンク|イエロー|レッド|グリーン|ブルー|パープル|ブラウン|マーカー|ハイライト|取り?消し?線|red|yellow|gr[ae]y|blue|green/i;
/** The colours, and what they mean behind them: 黄色のセルは対象外, グレー：自社負担. */
const FOLLOWS =
  /^(?:[色付きけ]*)(以外|でない|のない)?(?:のもの|で表示|で示した|にした|[^、。はが=:→…]{0,8})?\s*(?:は|が|も|[=:→]|…+|--?|\s)\s*[、,]?/u;
const OUT =
  /対象外|自[己社](?:負担|資金|で|が|経費)|自費|自腹|弊社負担|当社負担|(?:計上|申請|請求|採用|購入|実施|使用)(?:は)?(?:し(?:ない|ません|ておりません|ていません|なかった)|され(?:ない|ません)|外|せず)|含(?:み|ま|め)(?:ない|ません|ず|れません|れない|ていません|ておりません)|除(?:く|き|外|いた|いて)|見送|不採用|取り?下げ|取り?消し?(?!線)|削除|中止|次年度|来年度|翌年度|来年|買わ(?:ない|ず)|買いません|不要|数えない|合計に入ら|合計に入れ(?:ない|てい?ません)/;
const IN = /申請(?!書|者|額)|対象|計上|採用|補助金(?:で|を|分)|助成金(?:で|を|分)|今回(?:分|の分|購入)/;
const OTHER = /未定|変更|追加|自社|自己|負担/;
/** 黄色のセルに入力 tells how to fill in a form, 赤字の場合 speaks of a loss. */
const OF_A_FORM = /入力|記入|記載して|自動|計算(?:式|されます)|変更しない|の場合|企業|決算|欠損/;
/** 赤外線カメラは対象, 青色申告, 白色申告の写し */
const NO_COLOUR = /^(?:外|色?申告|十字|道|森|山|川|木|井|田|葉|信号)/;
const SEPARATED = /^\s*(?:と|や|・|、|,|\/|及び|または|又は|＆|&)\s*$/;

interface Mention {
  readonly name: ColourName | null;
  readonly on: On;
  readonly at: number;
  readonly end: number;
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].flatMap((match): Mention[] => {
    const groups = match.groups ?? {};
    const name = groups["strike"] === undefined ? (nameOf(groups) ?? null) : null;
    const end = match.index + match[0].length;
    const isPlain = groups["text"] === undefined && groups["ground"] === undefined;
    if (isPlain && (NO_COLOUR.test(text.slice(end)) || isWithinWord(text, match.index, end))) return [];
    const on: On = groups["text"] !== undefined ? "text" : groups["ground"] !== undefined ? "fill" : "either";
    return [{ name, on, at: match.index, end }];
  });
}

/** 茶 in 緑茶, 赤 in 赤羽: one letter among others names no colour. */
const isWithinWord = (text: string, at: number, end: number): boolean =>
  end - at === 1 && (KANJI.test(text.charAt(at - 1)) || KANJI.test(text.charAt(end)));
const KANJI = /\p{Script=Han}/u;

/** Every colour that a text gives a meaning. */
export function meaningsIn(text: string): Meaning[] {
  if (text.length > LONGEST || !MAY_MENTION.test(text)) return [];
  const folded = fold(text).replace(/[＝]/g, "=").replace(/[：]/g, ":");
  const mentions = mentionsIn(folded);
  const found: Meaning[] = [];
  let names: Mention[] = [];
  for (const [index, mention] of mentions.entries()) {
    names.push(mention);
    const next = mentions[index + 1];
    const behind = folded.slice(mention.end, next?.at ?? folded.length);
    if (next !== undefined && SEPARATED.test(behind)) continue;
    const meaning = meaningOf(names, behind, folded.slice(mentions[index - names.length]?.end ?? 0, names[0]?.at));
    if (meaning !== null) found.push(meaning);
    names = [];
  }
  return found;
}

/** @param before what stands before the colours: 対象外は赤字で表示 */
function meaningOf(mentions: readonly Mention[], behind: string, before: string): Meaning | null {
  const follows = FOLLOWS.exec(behind);
  const sentence = behind.split("。")[0] ?? "";
  const clause = follows === null ? "" : sentence.slice(follows[0].length).slice(0, MOST_BEHIND);
  const reversed =
    /(?:は|を|が|[=:])\s*[、,]?\s*$/.test(before) && /^(?:色|字|の)?(?:で|に|の|表示|です|$|[)）。、])/.test(behind)
      ? before
      : "";
  if (OF_A_FORM.test(sentence) || OF_A_FORM.test(reversed)) return null;
  const ahead = saidIn(clause);
  const said = ahead === undefined ? saidIn(reversed.slice(-MOST_BEHIND)) : ahead;
  if (said === undefined) return null;
  const ons = new Set(mentions.map(({ on }) => on).filter((on) => on !== "either"));
  const [on] = ons;
  return {
    names: mentions.flatMap(({ name }) => name ?? []),
    on: ons.size === 1 && on !== undefined ? on : "either",
    isOthers: follows?.[1] !== undefined,
    says: said,
  };
}
const MOST_BEHIND = 40;

/** undefined where words say nothing of what counts. */
function saidIn(clause: string): Meaning["says"] | undefined {
  if (clause === "") return undefined;
  if (OUT.test(clause)) return "out";
  if (OTHER.test(clause) && !/対象|申請/.test(clause)) return null;
  return IN.test(clause) ? "in" : undefined;
}

const LEGEND = /[○◯〇●◎×✕△▲✓✔☑☐□■★☆※](?:は|印は)?\s*[＝=:：]/;

/** A title without what it says of marks and colours: that says nothing of the table itself. */
export function withoutLegend(text: string): string {
  const says = (part: string): boolean => LEGEND.test(part) || meaningsIn(part).length > 0;
  const bare = text.replace(/[(（][^()（）]*[)）]/g, (remark) => (says(remark) ? "" : remark));
  if (!says(bare)) return bare;
  const first = [LEGEND.exec(bare)?.index, mentionsIn(bare)[0]?.at].filter((at) => at !== undefined);
  return bare.slice(0, Math.min(...first));
}
