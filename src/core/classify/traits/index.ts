/**
 * What a line says of itself that a scheme may refuse: who, what for, since when, by which means. Each trait is looked
 * for only in lines of the kinds it makes sense for, and not where the words are negated. What the words leave open is
 * found without certainty.
 */
import { allKinds } from "../families";
import { isTrait, type Kind, type Trait } from "../kinds";
import type { Learnt, Model } from "../learned/model";
import type { TraitFound } from "../nature";
import { HOURLY, type LineReading } from "../kind/signals";
import { existing, renewed, research } from "./contracts";
import { journeys } from "./journeys";
import {
  CONTRACTS,
  DURABLE,
  EXPERTS,
  JOURNEYS,
  kinds,
  LEARNING,
  ONGOING,
  PROPERTY,
  PURCHASED,
  union,
  WAGES,
} from "../groups";
import { learning } from "./learning";
import { property } from "./property";
import { purchases } from "./purchases";
import { purposes } from "./purposes";
import { resemblance, sharesOf } from "./resemblance";
import { phrase, type Sifted } from "../reading/phrase";
import { Search, TEXT } from "./search";
import { wages } from "./wages";

/** Paid by bill or cheque: what a ledger or a program is about, or a site, is none. */
const BILL = phrase(
  /(?:支払|代金|決済)[^\n]{0,12}(?:手形|約手|小切手)|(?:手形|約手|小切手)(?:サイト\d|\d|で|にて|決済(?!連携)|払|の?支払(?!先)|の?振り?出|$|(?=[(),、。\s]))/,
);
const REVOLVING = phrase(/リボ(?:ルビング|(?![ァ-ヶー]))/);
/** Paid late or by and by, which is no bill and no single payment. */
const DEFERRED = phrase(/でんさい|電子記録債権(?!の?(?:移行|管理|対応|システム|データ))|分割払い?|割賦|\d+回払い/);
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

/** Thanks for taking part in a survey are no sales promotion, perhaps. */
const SURVEY = phrase(/アンケート|調査|モニタ(?=謝礼|協力|参加)|回答|被験者|ヒアリング/);

/** Paid once to join, no yearly fee. */
const ENTRY = phrase(/入会(?:金|費)|加入金/);
/** Ribbon and ink of a printer of labels: of production as often as of an office. */
const OF_LABELS = phrase(/(?:ラベル|バーコード|タグ|熱転写|サーマル)(?:プリンタ|発行機)/);

type Look = (search: Search) => void;

/** Refused as others are: what is eaten, and what is paid to belong. */
const REFUSED_AS: Readonly<Partial<Record<Kind, Trait>>> = { catering: "food", dues: "membership-fee" };

function ofItself(search: Search): void {
  const trait = REFUSED_AS[search.kind] ?? (search.kind as Kind & Trait);
  const isOpen = (trait === "giveaway" && search.says(SURVEY)) || (trait === "stationery" && search.says(OF_LABELS));
  const isEntry = trait === "membership-fee" && search.says(ENTRY);
  search.add(trait, search.whole, search.undecided === null && !isOpen && !isEntry);
}

function payment(search: Search): void {
  search.addFirm("bill-payment", search.first(REVOLVING, TEXT) ?? search.unlessSubject(search.first(BILL, TEXT)));
  search.add("bill-payment", search.unlessSubject(search.first(DEFERRED, TEXT)), false);
}

/** In this order; null: in lines of every kind. */
const LOOKS: readonly (readonly [ReadonlySet<Kind> | null, Look])[] = [
  // Kinds that are themselves what schemes refuse.
  [kinds(...allKinds.filter(isTrait), ...(Object.keys(REFUSED_AS) as Kind[])), ofItself],
  [PURCHASED, purchases],
  [ONGOING, existing],
  [union(DURABLE, kinds("material")), renewed],
  [CONTRACTS, research],
  [WAGES, wages],
  [union(JOURNEYS, EXPERTS), journeys],
  [union(EXPERTS, LEARNING), learning],
  [PROPERTY, property],
  [null, purposes],
  [null, payment],
];

const looks = new Map<Kind, readonly Look[]>(
  allKinds.map((kind) => [kind, LOOKS.filter(([of]) => of === null || of.has(kind)).map(([, look]) => look)]),
);

/**
 * @param firstYear the year in which the grant's period begins: what started before exists already
 */
export function traitsOf(
  line: LineReading,
  sifted: Sifted,
  kind: Kind,
  model: Model,
  learnt: Learnt,
  firstYear: number | null,
): { readonly traits: TraitFound[]; readonly doubt: number } {
  const shares = sharesOf(learnt.outcomes, kind);
  const search = new Search(line, sifted, kind, firstYear, model, shares);
  for (const look of looks.get(kind) ?? []) look(search);
  resemblance(search, shares, () => sharesOf(learnt.outcomesOfWords, kind));
  openQuestions(search);
  return { traits: search.found, doubt: Math.min(1, shares.refused + shares.open) };
}

function openQuestions(search: Search): void {
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
