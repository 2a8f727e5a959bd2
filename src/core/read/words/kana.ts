/**
 * Words of headers, sums and items of cost written in kana, or partly so, as those they spell: きんがく, ｷﾝｶﾞｸ and 金がく are 金額,
 * ごうけい(ぜいこみ) is 合計(税込), りょひ 旅費.
 */
import { compact, fold } from "../../text/fold";
import { once, recalled } from "../../text/recalled";

const readings = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split(" ").map((one) => one.split("=") as [string, string]));

const WHOLE = readings(
  "こうもく=項目 ひもく=費目 かもく=科目 くぶん=区分 しゅべつ=種別 しゅるい=種類 ぶんるい=分類 さいもく=細目 けいひ=経費 ひよう=費用 " +
    "ひん=品 しな=品 しなもの=品物 ひんめい=品名 しなめい=品名 ひんもく=品目 めいしょう=名称 けんめい=件名 しょうひん=商品 しょうひんめい=商品名 せいひん=製品 せいひんめい=製品名 ないよう=内容 うちわけ=内訳 めいさい=明細 てきよう=摘要 せつめい=説明 ようと=用途 つかいみち=使い道 もくてき=目的 さぎょう=作業 " +
    "しよう=仕様 きかく=規格 かたばん=型番 かたしき=型式 ひんばん=品番 " +
    "たんか=単価 げつがく=月額 ねんがく=年額 にちがく=日額 じきゅう=時給 " +
    "すうりょう=数量 こすう=個数 かず=数 すう=数 いんずう=員数 だいすう=台数 にんずう=人数 かいすう=回数 ほんすう=本数 まいすう=枚数 けんすう=件数 にっすう=日数 げっすう=月数 つきすう=月数 さっすう=冊数 くちすう=口数 ぶすう=部数 はくすう=泊数 じかん=時間 じかんすう=時間数 こうすう=工数 きかん=期間 たんい=単位 " +
    "きんがく=金額 がく=額 かかく=価格 りょうきん=料金 だいきん=代金 よさん=予算 よさんがく=予算額 がいさん=概算 そうがく=総額 ししゅつ=支出 しゅうにゅう=収入 " +
    "けい=計 しょうけい=小計 ごうけい=合計 そうけい=総計 るいけい=累計 あわせて=合わせて ぜんぶ=全部 ぜんぶで=全部で ぜんたい=全体 ぜんたいで=全体で " +
    "ぜいりつ=税率 ぜいがく=税額 しょうひぜい=消費税 しょうひぜいがく=消費税額 ぜいぬき=税抜 ぜいこみ=税込 ぜいべつ=税別 うちぜい=内税 そとぜい=外税 えん=円 せんえん=千円 まんえん=万円 " +
    "ぎょうしゃ=業者 ぎょうしゃめい=業者名 かいしゃ=会社 かいしゃめい=会社名 しゃめい=社名 あいて=相手 あいてさき=相手先 とりひきさき=取引先 いたくさき=委託先 がいちゅうさき=外注先 いらいさき=依頼先 じゅうしょ=住所 しょざいち=所在地 めーかー=メーカー " +
    "ひづけ=日付 つき=月 がつ=月 ねんげつ=年月 ねんがっぴ=年月日 のうき=納期 よてい=予定 よていび=予定日 じき=時期 ほうほう=方法 " +
    "ばんごう=番号 こうばん=項番 びこう=備考 めも=メモ りゆう=理由 ひつようせい=必要性 こんきょ=根拠 せきさん=積算 せきさんこんきょ=積算根拠 けいさんしき=計算式 " +
    "しめい=氏名 なまえ=名前 たんとう=担当 たんとうしゃ=担当者 しょぞく=所属 やくしょく=役職 しょくめい=職名 しょくしゅ=職種 やくわり=役割 こうせいいん=構成員 " +
    "りょひ=旅費 こうつうひ=交通費 しゅくはくひ=宿泊費 しょうもうひん=消耗品 しょうもうひんひ=消耗品費 ぶっぴんひ=物品費 びひん=備品 びひんひ=備品費 ざいりょうひ=材料費 げんざいりょうひ=原材料費 きかいそうちひ=機械装置費 せつびひ=設備費 こうじひ=工事費 ほしゅひ=保守費 しゅうりひ=修理費 " +
    "がいちゅうひ=外注費 いたくひ=委託費 いたくりょう=委託料 じんけんひ=人件費 ろうむひ=労務費 じゅうぎょういんひ=従業員費 ほじょいんひ=補助員費 しゃきん=謝金 ほうしょうひ=報償費 しょけいひ=諸経費 かいぎひ=会議費 しゃくようひ=借用費 しようりょう=使用料 りようりょう=利用料 ちんしゃくりょう=賃借料 " +
    "うんぱんひ=運搬費 うんそうひ=運送費 つうしんひ=通信費 いんさつひ=印刷費 こうこくひ=広告費 けんしゅうひ=研修費 としょひ=図書費 ほけんりょう=保険料 じゅようひ=需用費 " +
    "ねびき=値引 わりびき=割引 さしひき=差引 ほじょりつ=補助率 ほじょきん=補助金 じこふたん=自己負担 しんせいがく=申請額",
);

/** They may stand before another word: けいやく|きんがく, ほじょ|たいしょう|けいひ. */
const FIRST = readings(
  "ごうけい=合計 しょうけい=小計 ぜいぬき=税抜 ぜいこみ=税込 みつもり=見積 しはらい=支払 ししゅつ=支出 はっちゅう=発注 けいやく=契約 のうひん=納品 のうにゅう=納入 こうにゅう=購入 しいれ=仕入 よてい=予定 よさん=予算 せきさん=積算 けいひ=経費 ひよう=費用 ほじょ=補助 たいしょう=対象 しんせい=申請 じぎょう=事業 しょよう=所要 じゅうじ=従事 さぎょう=作業 けいじょう=計上 たんとうしゃ=担当者 ないよう=内容 ひもく=費目 かもく=科目 こうもく=項目",
);

/** Nothing by themselves. */
const LAST = readings("さき=先 び=日 がく=額 めい=名 ばんごう=番号 たいしょう=対象 けい=計 ひ=費");

const KANA = "ぁ-ゖァ-ヶー";
const KANJI = "一-龠々";
/** Words begin and end beside nothing else than these: かず is none in かずさ商店 nor in 部品かず. */
const AROUND = String.raw`\s\d()\[\]{}【】「」『』〔〕<>《》〈〉・/,、.:;=*※■□●○◆◇▼▽★☆+~-`;
const RUN = new RegExp(`(?<![^${AROUND}])[${KANA}]+(?![^${AROUND}])`, "g");
const MIXED = new RegExp(
  `(?<![^${AROUND}])(?=[${KANJI}]*[${KANA}])(?=[${KANA}]*[${KANJI}])[${KANA}${KANJI}]{2,8}(?![^${AROUND}])`,
  "g",
);
const MAY_HOLD_ONE = new RegExp(`[${KANA}ｦ-ﾟ]\\s*[${KANA}${KANJI}ｦ-ﾟ]|[${KANJI}]\\s*[${KANA}ｦ-ﾟ]`);

/** Letters with which words begin that stand before another. */
const BEGINNINGS = new Set([...FIRST.keys()].map((reading) => reading[0]));

/** @returns null where the kana spell no word of these, or something besides */
function wordOf(kana: string): string | null {
  const whole = WHOLE.get(kana);
  if (whole !== undefined) return whole;
  if (!BEGINNINGS.has(kana[0])) return null;
  for (const [reading, word] of FIRST) {
    if (!kana.startsWith(reading)) continue;
    const rest = kana.slice(reading.length).replace(/^の/, "");
    const last = LAST.get(rest) ?? wordOf(rest);
    if (last !== null) return word + last;
  }
  return null;
}

/** Words with their readings, by each kanji that they hold. */
const byKanji = once(() => {
  const words = new Map<string, [word: string, reading: string][]>();
  for (const [reading, word] of WHOLE)
    for (const kanji of new Set(word.match(IS_KANJI))) words.set(kanji, [...(words.get(kanji) ?? []), [word, reading]]);
  return words;
});
const IS_KANJI = new RegExp(`[${KANJI}]`, "g");

/** たん価, 金がく: some kanji of a word stand, kana in place of the others; しはらい先, 税込きんがく: a word beside kana of another. */
function wordOfMixed(mixed: string): string | null {
  const kanji = mixed.match(IS_KANJI) as string[];
  const pattern = new RegExp(`^${mixed.replace(IS_KANJI, ".+")}$`);
  for (const [word, reading] of byKanji().get(kanji[0] as string) ?? []) {
    const own = word.match(IS_KANJI) as string[];
    if (own.length > kanji.length && isWithin(kanji, own) && pattern.test(reading)) return word;
  }
  for (const [reading, word] of FIRST) {
    const begun = [reading, word].find((beginning) => mixed.startsWith(beginning));
    const rest = begun === undefined ? "" : mixed.slice(begun.length);
    const last = begun === reading ? endings().get(rest) : (LAST.get(rest) ?? WHOLE.get(rest));
    if (last !== undefined) return word + last;
  }
  return null;
}
const endings = once(() => new Map([...LAST.values(), ...WHOLE.values()].map((word) => [word, word])));

/** In this order, others between them. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === some[at]) at++;
  return at === some.length;
}

const hiragana = (kana: string): string =>
  kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** The text itself where it holds no such word; else folded, with the words in place of their kana. */
export const spelled = recalled((text) => {
  if (text.length > LONGEST || !MAY_HOLD_ONE.test(text)) return text;
  // た ん か is one word, 物品費 ごうけい are two.
  for (const folded of [compact(text), fold(text)]) {
    const whole = folded.replace(RUN, (run) => wordOf(hiragana(run)) ?? run);
    const read =
      folded.length > LONGEST_MIXED ? whole : whole.replace(MIXED, (run) => wordOfMixed(hiragana(run)) ?? run);
    if (read !== folded) return read;
  }
  return text;
});
const LONGEST = 40;
/** Of longer texts, items most of them, the words are none of a header. */
const LONGEST_MIXED = 16;
