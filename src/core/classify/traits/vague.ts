/** What the words leave open: something that is still to be decided, or what is bought at all. */
import { WAGES } from "../groups";
import { HOURLY } from "../reading/line";
import type { Search } from "./search";

/** Nothing but general words: what is bought cannot be told. */
const VAGUE_WORKS =
  /^(?:(?:建屋|建物|社屋|工場|店舗|事務所|館内|厨房|作業場|(?:第?\d)?(?:倉庫|工場))?(?:の)?(?:内装|外装|改修|改装|設備|電気|空調|床|外構|照明|コンセント|配管|給排水|間仕切り?|電源|増設|電気容量|(?:動力|分電|配電|受電)盤)(?:張替え?|貼替え?|塗り?替え?|更新|補修)?[・、]?)+(?:の)?(?:工事|費)*(?:一式|全体|まとめ|作業場|倉庫|工場)?(?:\d+㎡)?$/;
/** Something is used; the words do not say what. */
const VAGUE_USE =
  /^(?:ソフト(?:ウェア)?|(?:通信|電話|ネット)?回線|システム|クラウド(?:サービス)?|サーバ|アプリ|機器|設備)?(?:の)?(?:使用|利用|リース|レンタル)料?(?:金)?(?:月額|年額|\d+か月分?)?$/;
const VAGUE_CARE =
  /^(?:生産|製造|機械|既存)?(?:設備|ライン|機械|機器)?(?:の)?(?:保守|修繕|修理|点検|メンテナンス|保守点検)(?:費|料|代)?(?:一式)?$/;
const VAGUE_PAY =
  /^(?:従業員|職員|社員|担当者|パート)?(?:の)?(?:人件費|労務費|給与|給料|賃金)(?:の)?(?:一式|一括|まとめ|概算|担当者分?)*(?:\(.*\))?$/;
const VAGUE =
  /^(?:各種|その他の?)?(?:備品類?|雑費|予備費|諸経費|諸雑費|その他(?:経費|費用)?|設備|機器|部品|材料|消耗品|資材|外注|業務委託|委託|工事|改修工事|コンサル(?:ティング)?|図書|書籍|セミナ|研修|出張|旅費|会議|人件費|派遣|物流|運送|経費|備品|雑品|雑役務|消耗雑費|手数料|保険|通信|配送|リース|レンタル|倉庫|会議開催|misc(?:ellaneous)?)(?:費用?|代金?|料金?|類)?(?:一式|一括|等|など|他|ほか|まとめ|概算|見込み?|全体)*(?:\(.*\))?$/;
/** Says only that it is as the line above, which the reader of a sheet puts in its place. */
const DITTO = /^(?:(?:以下)?同[上前じ]?|〃|々|")+$/;

export function openQuestions(search: Search): void {
  const { line } = search;
  if (search.found.some(({ trait, certain }) => !certain && trait !== "overseas")) return;
  if (search.undecided !== null) return search.add("unclear", search.undecided, false);
  const isOpen =
    DITTO.test(line.description.text) || (line.note.length === 0 && !search.isNamedAsItem && isVague(search));
  if (isOpen) search.add("unclear", search.whole, false);
}

function isVague({ kind, line }: Search): boolean {
  const item = line.description.text;
  if (WAGES.has(kind)) return VAGUE_PAY.test(item) && !HOURLY.test(line.unit);
  if (VAGUE_USE.test(item)) return line.unit !== "";
  if (line.specification.length > 0 || (line.unit === "" && line.vendor.length > 0)) return false;
  return VAGUE.test(item) || VAGUE_WORKS.test(item) || VAGUE_CARE.test(item);
}
