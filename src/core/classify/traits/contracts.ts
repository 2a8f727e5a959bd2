/** Contracts: those that exist already, and research under contract. */
import { yearOf } from "../../text/date";
import { CONTRACTS } from "../groups";
import { phrase } from "../reading/phrase";
import { AIM } from "./project";
import { ITEM, NOTE, TEXT, type Search } from "./search";

const EXISTING = phrase(
  /(?:既存(?:の)?(?:保守)?契約|既契約|現契約)(?![書者])|残(?:り)?(?:の)?(?:リース|契約|期間|債)|残(?:り)?\d+回|リース残|契約中|現行(?=$|[)\n]|(?:の)?(?:利用|使用|契約|月額|プラン))|契約済み?|契約継続|継続契約|同契約|(?:既|すで)に(?:契約|利用|使用|導入|使って)|(?:使用|利用|稼働|運用|加入)中|導入済み?|加入済み?|継続(?:利用|使用|分|中|して|料|更新)?(?![的性ぎ雇])|引き?続き|更新(?:料|費|分|手続)|契約更新|年度更新|期限切れに(?:伴|よ)|自動更新(?!型|機能|配信|ソフト|プログラム)|年間更新|年次更新|期間更新|(?:昭和|平成)(?:\d+年)?(?:から|より|以来)|ライセンス更新|サブスク更新|保守更新|更改分|従来(?:から|より|の契約|契約|通り|分)|already in use|ongoing|(?:continu\w+|carried over) from|since (?:19|20)\d\d|(?:from|as) (?:every|last) year|(?:2nd|3rd|[4-9]th|second|third) year|current contract|existing (?:contract|plan|subscription)|従前(?:から|より)?|(?:以?前々?|ずっと|開[業店]|創業)(?:から|より)|(?:今|これ)までの|(?:前|昨|去)年度?(?:から|より|以前|同様|契約|と同)|毎年|例年|恒例|現行(?:契約|機の契約|分)|現行$|現在も|長年|年来|\d+年前(?:から|より)|導入\d+年目|(?:\d+年度?|年度?|月|頃|来)(?:から|より|以来|以降)(?:の)?(?:契約|利用|使用|導入|加入|継続|保守|運用|リース|顧問|委託|外注|(?:使っ|借り|頼ん|払っ)て[いおき])/,
);
/** The start of something, by its year, as people note it. */
const STARTED = phrase(
  /(?:(?<![a-z])r\d{1,2}|令和(?:元|\d{1,2})|(?<![a-z])h\d{1,2}|平成\d{1,2}|20\d\d)(?:年度?|[./]\d{1,2}(?:月)?|年\d{1,2}月|導入|契約|~)?(?:から|より|以来|以降|導入|契約|開始|締結|加入|取得|購入|~(?![\dr]|令|20))/,
);
/** r6, 令和元, 平成31, 2024 at the beginning of the words, as a year. */
function yearIn(words: string): number {
  const [, era, ofEra, western] = /^(?:(r|令和|h|平成)(元|\d+)|(\d+))/.exec(words) ?? [];
  return yearOf(era, ofEra, western);
}
/** Something new is joined to what exists. */
export const JOINED = phrase(
  /(?:済み?|既存|現行|従来|既設|利用中|使用中|契約中)[^\s、)\n]{0,14}(?:と|へ|から|に)(?:の)?(?:連携|接続|移[行管すし]|切り?替|統合|組み?込)/,
);
/** A year of a contract after its first, or more of the same. */
const LATER = phrase(
  /(?<![\d.])(?:[2-9]|[1-9]\d)(?:か?年|年度|期)目|次年度(?:の)?(?:更新|分|保守|ライセンス|契約)|延長(?=\d年|保守)|(?:期限|期間|契約)延長|更新(?:パック|ライセンス|版)|ver\.?up|(?<![a-z])(?<!site |page )renew|(?:現状|現行|従前|従来|これまで|今まで)(?:の)?(?:まま|通り|どおり)|現行契約/,
);
/** Prolonged before it runs out. */
const EXPIRING = phrase(
  /(?:期限|満了|失効|有効期間)(?:切れ|日)?(?:の)?(?:前|後|間近|に伴う|による)?(?:の)?(?:延長|更新|継続)/,
);
/** Something begins only now. */
export const FRESH = phrase(
  /新規(?!か)|新たに|新しく|初めて|初回|初年度|新設|新契約|導入時契約|今回から|今回導入|今年度から|本年度(?:から|より|導入)|(?:\d|一|二|三|四|五|六|七|八|九|十|今)月(?:\d+日)?(?:より|から|に)?(?:の?利用|の?使用)?(?:開始|導入|スタート|契約)/,
);
const ADDED = phrase(
  /プラン(?:変更|へ切替|切替|へ変更)|上位(?:プラン|版)|枠拡大|追加|増設|増員|増席|増加分|増やす|増し|上乗せ|拡張|アップグレード/,
);
const RENEWAL = phrase(/更新$|更新(?=[()、])|継続$|更改$|更改(?=[()、])/);

const BASIC = phrase(
  /基礎(?:的な?)?(?:研究|開発|検討)|学習則|基礎理論|基礎段階|原理段階|原理(?:検証|実証|確認|解明|未確立|の検証|の解明)|研究(?:開発)?(?:的)?(?:の)?要素(?:が|は|も)?(?:あり|有り?(?!無)|大)|(?:機構|機序)(?:の)?解明|機構に関する|(?:機構|理論)(?:の)?(?:研究|検討)|メカニズム(?:の)?(?:解明|解析|研究|探索)|理論(?:モデル)?の?(?:計算|研究|検討|構築|創出)|学術(?:的|研究|試験|調査|論文)|(?:機能|現象|挙動|起源|本質|法則|原理|未知)\S{0,6}(?:解明|究明|探[究求]|追究)|学理|新規触媒|未踏|新理論|論文化|未解明|基礎試験|理論(?:検証|研究)|新手法|探索研究|の創出|basic research|素反応|第一原理|萌芽|(?:新しい|新|未知の?)[^\s、)\n]{0,6}(?:原理|法則|現象|物質|指標)[^、)\n]{0,8}(?:研究|発見|解明)|発見を?(?:目的|めざ|目指)|仮説(?:の)?探索/,
);
const JOINT = phrase(/共同研究|研究\(共同\)|共同開発研究/);
const RESEARCH = phrase(/研究/);
const TENTATIVE = phrase(
  /研究段階|手法(?:の)?(?:検討|選定)|研究(?:開発)?(?:の)?要素|研究(?:開発)?を含|研究寄り|研究に(?:当|該)|研究か|poc|アルゴリズム(?:の)?検討|探索的|実験的|試行的|研究的|技術検証|検証一式|試作評価|新方式|フィージビリティ|先行研究/,
);

export function existing(search: Search): void {
  const isContract = CONTRACTS.has(search.kind);
  if (isContract && (search.says(JOINED) || search.first(AIM, NOTE, false) !== null)) return;
  const { firstYear } = search;
  const fresh = search.first(FRESH, TEXT);
  const added = search.first(ADDED, TEXT);
  const strong =
    search.unlessSubject(search.first(EXISTING, TEXT)) ??
    (firstYear === null ? null : search.first(STARTED, TEXT, true, (words) => yearIn(words) < firstYear)) ??
    (isContract ? null : search.first(RENEWAL, TEXT)) ??
    search.unlessSubject(search.first(LATER, TEXT)) ??
    search.first(EXPIRING, TEXT);
  if (strong !== null && added !== null) search.add("existing-contract", strong, false);
  else if (strong !== null && fresh === null) search.addFirm("existing-contract", strong);
  else if (search.kind === "cloud-service" && fresh === null) search.add("existing-contract", added, false);
}

/** Software and subscriptions among things bought. */
export const renewed = (search: Search): void =>
  search.addFirm("existing-contract", search.first(LATER, TEXT) ?? search.first(EXPIRING, TEXT));

export function research(search: Search): void {
  search.addFirm("basic-research", search.first(BASIC, TEXT));
  search.add("basic-research", search.first(JOINT, TEXT), false);
  if (search.kind === "research") search.addFirm("basic-research", search.first(RESEARCH, ITEM));
  search.add("basic-research", search.first(TENTATIVE, TEXT), false);
}
