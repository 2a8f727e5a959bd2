/**
 * What a line says of its relation to the project, asked of every line: that it serves it, that it does not, that it is
 * what the company does anyway, or nothing.
 */
import { DURABLE, JOURNEYS, kinds, PROGRAMS } from "../groups";
import { JOINED } from "./contracts";
import { phrase, type Phrase } from "../reading/phrase";
import { AIM, SPLIT } from "./project";
import { ITEM, NOTE, TEXT, type Hit, type Search } from "./search";
import type { Kind } from "../kinds";

/**
 * Probabilities from which on remarks refuse a line, or have a person look: by themselves, where item or remarks have a word
 * of the project, and beside a plain word of routine. docs/classification.md tells how they were chosen.
 */
const TOLD_FROM = 0.75;
const TOLD_ALL_THE_SAME_FROM = 0.9;
const TOLD_BESIDE_WORDS_FROM = 0.3;
/** Without a word of it, remarks refuse only from the first on, and where the whole line resembles refused ones from the second. */
const TOLD_ALONE_FROM = 0.9;
const RESEMBLES_FROM = 0.5;
/** Below this, a plain word of routine beside a word of the project is nothing to look at. */
const TOLD_BESIDE_PROJECT_FROM = 0.25;

/** What follows words of routine and takes them back: "通常シフト外", "通常業務には使わない". */
const BACK = "[^、)\\n]{0,12}(?:[わい]な[いく]|[わいせ]ず|ません|ではな|とは?別|別枠|以外|外(?:$|[、)\\n]))";
export const TAKEN_BACK = phrase(new RegExp(`(?:通常|日常|普段|既存|従来|定例)${BACK}`));
/** Why a thing is replaced is asked of its own words. */
const AGED = phrase(/老朽|旧式|耐用年数|(?:供給|サポート|保守)(?:終了|切れ|期限)/);
/** Remarks that say what the line is not for tell nothing more, and those of what its words leave open less. */
const isAside = (search: Search): boolean =>
  search.says(TAKEN_BACK) ||
  search.says(SPLIT) ||
  (search.leavesOpen("replacement") && search.first(AGED, NOTE) !== null) ||
  search.leavesOpen("existing-contract");
/** Plain words of routine; whatever else remarks call so is learned. */
const ROUTINE = phrase(
  new RegExp(
    String.raw`(?:平常|経常|定例の|普段|ふだん|いつも|法定(?:$|[・、])|様邸|お客(?:様|さん)(?=の?(?:車|宅|物|$))|定例(?!会|報告|打|進捗|開発|レビュ)(?=[一-龠ァ-ヶ]{2})|定期(?:交換|取替|補充|購入|発注)|通年(?:商品|品)|(?:受注|受託|出荷|生産|販売)(?:分(?![析類割布])|[船品]|案件|工事|公演)|通常(?!版|サイズ|価格|料金|便|タイプ|の?\d)|日常(?!生活|動作|会話|語)|日々(?!雇)|一般の(?:生産|業務|営業|製造)|毎[年期]|例年|恒例|定期(?:$|便(?!の?(?:予約|管理|アプリ|システム|機能|会員|サイト|顧客|鮮度|サービス)))|\d年(?:ごと|毎|おき|に[1一][度回])|定修|繁忙(?!期?の?(?:予測|分析|把握|データ|検知|推定))|ルーチン|定番|(?<!移動|無人|通信|自動)販売(?:用(?![a-zァ-ヶ機画])|用?在庫)|\d(?:時間|h|km)(?:毎|ごと|点検|到達)|量産(?!化|前|試|性|設計|技術|移行)|増産(?!ライン|設備)|常備|備蓄|の補充|補充(?:$|[、)\n分用])|(?:仕入れ?|物販)(?:分|品|用|代|$|(?=[(、)\n]))|球切れ|営業運転|買い?置き|(?:契約|条件)は?変わらず|在庫薄|(?:ショップ|売店|窓口|店頭)販売(?!管理|データ|システム|分析|実績))(?!${BACK})`,
  ),
);

/** The same in English, where nothing was learned of remarks. */
const ROUTINE_IN_ENGLISH = phrase(
  /(?<![a-z])(?:daily|everyday|regular(?:ly)?(?! (?:seat|size|price|member|employee|staff|pass|ticket|fee|rate))|ordinary|normal(?! (?:seat|size|temp))|routine|usual(?:ly)?|every (?:day|week|month|season|year)|yearly|monthly consum\w+|consumed|(?:this|each) (?:season|year)(?:'s)?|resale|(?<!point )(?:for|on) (?:re)?sale|sold (?:at|in|to)|concession|merchandise|mass production|(?:harvest|peak|busy|high) season)(?![a-z])/,
);
/** Renewing what one has anyway. */
const RENEWAL = phrase(
  /再(?:免許|許可|認定|認証|交付|発行|登録|指定)|(?:許可|免許|免状|資格|認証|認定|登録|制服|ユニフォーム|作業服|会員)(?:証)?(?:の)?更新|(?:講習|検定|鑑札|許認可)(?:の|受講料)?\(?更新|更新(?:審査|申請|講習)|licen[cs]e renewal|renewal of |(?:iso|pマ-?ク|プライバシーマーク)\S{0,6}更新/,
);

/** Kinds that prove nothing by themselves, and what of a kind does not: unless a use for the project is shown, a person has to look. */
const OPEN_KINDS = kinds("repair", "vehicle");
const LICENCES = phrase(
  /技能講習|特別教育|作業主任者|職長|玉掛|クレーン|フォークリフト|法定(?:講習|研修)|[一二三\d][級等]|資格|検定|受検|技能士|危険物|酸欠|有機溶剤|衛生管理|安全衛生|防火管理|電気工事士|ボイラ|足場|はい作業|免許|免状|受験|検査員|保安講習|(?:管理|取扱|整備|点検|施工|操作|監督)[士者員](?:の)?(?:新規|更新)?(?:講習|研修)|licen[cs]e|(?:初任者|実務者|従事者|[一-龠](?:責任|管理|主任)者)(?:の)?(?:基礎|養成|資格|取得)*(?:研修|講習|教育)/,
);
const OPEN_ITEMS: Readonly<Partial<Record<Kind, Phrase>>> = {
  training: LICENCES,
  seminar: LICENCES,
  miscellaneous: phrase(/認証|審査料|審査費|免状/),
};
const openItems = new Map<string, Phrase>(Object.entries(OPEN_ITEMS));
/** Things of use anywhere. */
const ANYWHERE = phrase(
  /(?<![ァ-ヶa-z])ドライバ(?!ic|ボード|基板|ソフト)|(?:プラス|マイナス|トルク|精密)ドライバ|ハンマ(?!部品)|レンチ|スパナ|ペンチ|プライヤ|ドリル刃|やすり|ニッパ|のこぎり|ノコギリ|リュータ|グラインダ|サンダ(?!ル)|インパクト|(?:電動|充電|ハンマ)?ドリル(?:ドライバ|(?=[\s(]|\d|$))|電動工具|工具(?!交換|プリ|管理|データ)|脚立|はしご|(?<!搬送)台車(?!ロボ|型)|パレット(?![ァ-ヶ一-龠])|作業台|巻尺|(?:電動|エンジン|リーチ|カウンタ)フォーク|(?<!無人)フォークリフト|冷[蔵凍]庫|製氷機|発電機|業務用(?:洗濯|乾燥)|主装置|電話(?:機|交換機)|ビジネスホン|高圧洗浄機|墜落制止用|(?:ホイール|タイヤ)ローダ|(?<!自[走律]|コン|無人)(?:草刈機|刈払機|ブロワ|チェー?ンソ|耕うん機|トラクタ|船外機|溶接面)(?![^\n]*(?:キット|[盤具]|装置|自動(?!遮)))/,
);
/** Where all that was learned of the line speaks against it, remarks have to say it as plainly as where the line names the project. */
const SPOKEN_AGAINST_BELOW = 0.05;
const toldFrom = (search: Search): number =>
  search.isProject || search.shares.refused < SPOKEN_AGAINST_BELOW ? TOLD_ALL_THE_SAME_FROM : TOLD_FROM;
export const isAimed = (search: Search): boolean =>
  (search.first(AIM, NOTE, false) ?? search.first(JOINED, NOTE)) !== null;

/** Where the remarks say that the line serves what the company does anyway: a plain word of that, or all of them. */
export function remarked(search: Search): Hit | null {
  const { isProject, kind } = search;
  const english = search.first(ROUTINE_IN_ENGLISH, PROGRAMS.has(kind) ? NOTE : TEXT);
  if (english !== null && !isProject && !JOURNEYS.has(kind)) return english;
  const word = search.first(ROUTINE, NOTE);
  const from = word === null || isProject ? toldFrom(search) : TOLD_BESIDE_WORDS_FROM;
  if (search.told.refused < from || isAside(search) || isAimed(search)) return null;
  // In a sheet without units remarks were not to say more than where a figure comes from.
  return word ?? (search.line.unit === "" ? null : search.remarks);
}

/**
 * Remarks without a word of everyday business only sound like those of it. Where they are spoken rather than noted (町じゅうに配る,
 * ひとりで走る台車が通らんけん), nothing of their kind was learned, and they refuse nothing by themselves.
 */
const isPlain = (search: Search, { words }: Hit): boolean =>
  words !== search.remarks.words ||
  !isSpoken(words) ||
  search.first(ROUTINE, NOTE) !== null ||
  (search.told.refused >= TOLD_ALONE_FROM && search.shares.refused >= RESEMBLES_FROM);

/** Half of its letters and more are hiragana. */
const isSpoken = (text: string): boolean => (text.match(HIRAGANA)?.length ?? 0) * 2 >= text.replace(/\s/g, "").length;
const HIRAGANA = /[ぁ-ゖ]/g;

/** Adds what the relation makes of a line; `trait`: the scheme's reason for such kinds. */
export function relation(search: Search, trait: "unrelated" | "unrelated-event" | "unrelated-ip"): void {
  const { denied, told, undecided } = search;
  const said = denied ?? remarked(search);
  const isSure = denied !== null || said === null || isPlain(search, said);
  if (said !== null && isSure && undecided === null) search.settle(trait);
  if (isSure) search.addFirm(trait, said);
  else search.add(trait, said, false);
  if (!isAimed(search)) {
    // Routine beside a word of the project is looked at, unless all that was learned takes it for passing.
    const routine = search.first(ROUTINE, NOTE);
    if (routine !== null && told.refused + told.open >= TOLD_BESIDE_PROJECT_FROM) search.add(trait, routine, false);
    else if (told.refused + told.open >= toldFrom(search) && !isAside(search) && search.line.unit !== "")
      search.add(told.refused > told.open ? trait : "unclear", search.remarks, false);
  }
  const word = search.first(ROUTINE, ITEM);
  const own =
    (PROGRAMS.has(search.kind) ? search.unlessSubject(word) : word) ??
    search.unlessSubject(search.first(RENEWAL, TEXT));
  const isOwn = !search.isProject && undecided === null;
  if (own !== null && isOwn) search.settle(trait);
  search.add(trait, own, isOwn);
  if (search.found.length > 0) return;
  // Who is sought does not say what for.
  if (search.kind === "recruitment") return search.add(trait, search.whole, false);
  if (!search.isProject) search.add(trait, open(search), false);
}

/** What it stands in or serves, not the thing itself ("GPSトラッカー 台車用"). */
const MODIFIES = /^(?:用|向け|搭載|取り?付け?)/;

function open(search: Search): Hit | null {
  const { kind, line } = search;
  if (OPEN_KINDS.has(kind)) return search.whole;
  // A note that names a use is for its reader to judge.
  if (line.note.length > 0) return null;
  const items = DURABLE.has(kind) || kind === "material" ? ANYWHERE : openItems.get(kind);
  const hit = items === undefined ? null : search.first(items, ITEM);
  return hit === null || MODIFIES.test(line[hit.field].text.slice(hit.end)) ? null : hit;
}
