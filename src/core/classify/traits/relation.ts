/**
 * What a line says of its relation to the project, asked of every line: that it serves it, that it does not, that it is
 * what the company does anyway, or nothing.
 */
import { BROKE, CONTINUED, EVERY_TIME, FOR_BUSINESS, PRIVATELY, REMARKED, ROUTINE, SOLD, STOCKED } from "./everyday";
import { DURABLE, EXPERTS, GOODS, JOURNEYS, kinds, LEARNING, ONGOING, PROGRAMS, union, WAGES } from "./kinds";
import { phrase, type Phrase } from "./phrase";
import { ITEM, NOTE, TEXT, type Hit, type Search } from "./search";
import type { Kind } from "../kinds";

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
  search.add(trait, routine, (!search.isProject || isAllSaid(search, routine)) && search.undecided === null);
  const remark = remarked(search);
  if (remark !== null && search.undecided === null) search.settle(trait);
  if (search.found.length > 0) return;
  search.addFirm(trait, remark);
  // Who is sought does not say what for.
  if (search.kind === "recruitment") return search.add(trait, search.whole, false);
  if (search.isProject) return;
  if (WORKED_UP.has(search.kind)) search.addFirm(trait, search.first(FOR_BUSINESS, NOTE));
  search.add(trait, open(search), false);
}

/** What follows words of routine at the end of a remark, where nothing is made of it ("日常点検の結果を入力", "通常業務の効率化"). */
const AS_IT_IS = /^(?![^、)\n]*(?:化|改善|向上|軽減|削減|短縮|支援)$)[^をにでは]{0,10}$/;

/** Whether the remark says routine and nothing else: then a device or data in the item's name may be anybody's ("帝国データ"). */
function isAllSaid({ kind, line, isProjectInRemarks }: Search, routine: Hit | null): boolean {
  if (routine?.field !== "note" || isProjectInRemarks || kind === "software-development") return false;
  return AS_IT_IS.test(line.note.text.slice(routine.end));
}

/** Of these a time or a person in the remarks says when it is done or by whom, not what for. */
const OF_PEOPLE = union(WAGES, JOURNEYS, EXPERTS, LEARNING, PROGRAMS);
/** What a business works up, sells or hires for an order; a machine for orders may be what the project is about. */
const WORKED_UP = kinds("material", "stationery", "furniture");
const OF_TRADE = union(WORKED_UP, kinds("equipment", "books", "rental", "printing"));

/** What the remarks say of everyday use; of somebody's own life, whatever the thing is called. */
export function remarked(search: Search): Hit | null {
  const { kind, line } = search;
  if (line.note.length === 0 || JOURNEYS.has(kind) || EXPERTS.has(kind)) return null;
  const privately = WAGES.has(kind) ? null : search.first(PRIVATELY, NOTE);
  if (privately !== null || search.isProject) return privately;
  if (OF_PEOPLE.has(kind)) return search.first(EVERY_TIME, NOTE);
  return (
    search.first(REMARKED, NOTE) ??
    (OF_TRADE.has(kind) ? search.first(SOLD, NOTE) : null) ??
    (GOODS.has(kind) ? search.first(STOCKED, NOTE) : null) ??
    (GOODS.has(kind) || kind === "works" ? search.first(BROKE, NOTE) : null) ??
    (ONGOING.has(kind) ? search.first(CONTINUED, NOTE) : null)
  );
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
