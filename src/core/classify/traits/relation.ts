/**
 * What a line says of its relation to the project, asked of every line: that it serves it, that it does not, that it is
 * what the company does anyway, or nothing.
 */
import { DURABLE, kinds } from "./kinds";
import { phrase, type Phrase } from "./phrase";
import { ITEM, TEXT, type Hit, type Search } from "./search";
import type { Kind } from "../kinds";

/** What the company does anyway, whether there is a project or not. */
export const ROUTINE = phrase(
  /(?:普段|ふだん|いつも)の|通常(?!版|サイズ|価格|料金|便|の?\d)|(?:定例|平常|経常|普段|ふだん)(?:の|的な?)?(?:業務|営業|販売|生産|決算|製造|注文|受注|出荷|運転|接客|在庫|作業|見積|事務|配送|診療|勤務|運用|使用|利用|清掃|メンテ|保守|点検|整備|補充|仕入|管理|シフト|運行|授業|講義|診察|施術|稼働|巡回|収集|仕込み?|調理|営繕|雑用)|日常(?!生活|動作|会話|語)|日々(?!雇)|(?:毎[年期月]|年度末)の?定例|毎年|毎期|例年|恒例|従前(?:より|から|どおり|通り)|繁忙(?!期?の?(?:予測|分析|把握|データ|検知|推定))|ルーチン|常備|備蓄|毎[日週月]の?(?:納[品入]|出荷|配[達送]|発送|補充|仕入|発注|購入|消費|営業|解体)|在庫の?補充|補充(?:$|[、)\n分用])|一般の(?:生産|業務|営業|製造)|(?:現状|現行|従来|従前|今まで|これまで)の?(?:まま|通り|どおり)|通年(?:使|利|分|契約)|毎日の?\S{0,4}分|\d年(?:ごと|毎|おき|に(?:1|一)[度回])|(?:\d+|数)か月(?:ごと|毎|おき)の?(?:定期|補修|交換|塗り?替|$)|(?<!ちょ)定期(?:補修|塗り?替|交換|入れ?替|仕入|分(?!析)|$|(?=[、)\n])|便(?!の?(?:予約|管理|アプリ|システム|機能|会員|サイト|顧客|鮮度)))|定修(?=$|[、)\n])|量産(?!化|前|試|性|設計|技術|移行)|(?:定期|毎月|随時)の?補充|毎[日週月]の[一-龠]{2}(?:分|$|(?=[、)\n]))|^(?:毎[日週月年]|月[次例]|年\d回)$|老朽化?による(?:修繕|補修)|(?:仕入れ?|物販)(?:分|品|用|$|(?=[(、)\n]))|毎[日週月]の?\S{0,6}(?:使[うい]|使用)|球切れ|定番(?!化)|増産(?!ライン|設備)|店頭販売(?!員|システム)|営業(?:走行|運転)|予防保全(?!ai|システム|データ|の?ため)/,
);
/** Renewing what one has anyway. */
const RENEWAL = phrase(
  /再(?:免許|許可|認定|認証|交付|発行|登録|指定)|(?:許可|免許|資格|認証|認定|登録|制服|ユニフォーム|作業服|会員)(?:証)?(?:の)?更新|(?:講習|検定|鑑札|許認可)(?:の)?更新|更新(?:審査|申請|講習)|(?:iso|pマ-?ク|プライバシーマーク)\S{0,6}更新/,
);

/** Kinds that prove nothing by themselves, and what of a kind does not: unless a use for the project is shown, a person has to look. */
const OPEN_KINDS = kinds("repair", "vehicle");
const LICENCES = phrase(
  /技能講習|特別教育|作業主任者|職長|玉掛|クレーン|フォークリフト|法定講習|検定|受検|技能士|危険物|酸欠|有機溶剤|衛生管理|安全衛生|防火管理|電気工事士|ボイラ|足場|はい作業|免許|免状|受験|検査員|保安講習|(?:管理|取扱|整備|点検|施工|操作)[士者員](?:の)?(?:講習|研修)|(?:初任者|実務者|従事者|[一-龠](?:責任|管理|主任)者)(?:の)?(?:基礎|養成|資格|取得)*(?:研修|講習|教育)/,
);
const OPEN_ITEMS: Readonly<Partial<Record<Kind, Phrase>>> = {
  training: LICENCES,
  seminar: LICENCES,
  miscellaneous: phrase(/認証|審査料|審査費|免状/),
  tax: phrase(/認証|審査料|審査費/),
};
const openItems = new Map<string, Phrase>(Object.entries(OPEN_ITEMS));
/** Things of use anywhere. */
const ANYWHERE = phrase(
  /(?<![ァ-ヶa-z])ドライバ(?!ic|ボード|基板|ソフト)|(?:プラス|マイナス|トルク|精密)ドライバ|ハンマ(?!部品)|レンチ|スパナ|ペンチ|プライヤ|ドリル刃|やすり|ニッパ|のこぎり|ノコギリ|リュータ|グラインダ|サンダ(?!ル)|インパクト|(?:電動|充電|ハンマ)?ドリル(?:ドライバ|(?=[\s(]|\d|$))|電動工具|工具(?!交換|プリ|管理|データ)|脚立|はしご|(?<!搬送)台車(?!ロボ|型)|パレット(?![ァ-ヶ一-龠])|作業台|巻尺|(?:電動|エンジン|リーチ|カウンタ)フォーク|(?<!無人)フォークリフト|冷[蔵凍]庫|製氷機|発電機|業務用(?:洗濯|乾燥)|主装置|電話(?:機|交換機)|ビジネスホン/,
);
/** Adds what the relation makes of a line; `trait`: the scheme's reason for such kinds. */
export function relation(search: Search, trait: "unrelated" | "unrelated-event" | "unrelated-ip"): void {
  if (search.denied !== null && search.undecided === null) search.settle(trait);
  search.addFirm(trait, search.denied);
  const routine = search.first(ROUTINE, TEXT) ?? search.unlessSubject(search.first(RENEWAL, TEXT));
  search.add(trait, routine, !search.isProject && search.undecided === null);
  if (search.found.length > 0) return;
  // Who is sought does not say what for.
  if (search.kind === "recruitment") return search.add(trait, search.whole, false);
  if (search.isProject) return;
  search.add(trait, open(search), false);
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
