/** Travel: by which means, to where, by whom, what for. */
import { toNumber } from "../../money/fraction";
import { EXPERTS, JOURNEYS } from "../groups";
import { phrase } from "../reading/phrase";
import { ITEM, TEXT, type Search } from "./search";

const PREMIUM = phrase(
  /タクシ(?!ー?(?:会社|業|事業|協会|業界|運行|営業所|組合|乗務))|taxi(?! (?:company|industry))|(?<![a-z])didi(?![a-z])|(?<![a-z])uber(?! ?eats)|s\.?ride|タク(?=代|券|チケット|利用|移動|送迎)|個人タク(?!シ)|黒塗り|(?<![a-z])t代|配車(?:料|アプリ|代)(?!の?(?:説明|導入|開発|見学|展|実証))|(?<![a-z])go(?:\(株\)|タクシ|配車|アプリ|\(アプリ)|(?<![a-z])(?:[gc](?:車|席)|[gcf](?:クラス| ?class))|(?:ビジネス|biz|business|first|ファースト)(?=[)）])|(?:エコ|y)[-~]+(?:c|ビジネス)(?![a-z])|[~>](?:c|ビジネス)(?=[)）\s]|変更|$)|(?:first|premium|business|green)[- ]?(?:class|seat|car)|(?<=新幹線|のぞみ|ひかり|さくら|みずほ|つばめ|こだま|はやぶさ|かもめ|ソニック|特急)\(?g(?![a-z])|(?<![a-z])cab(?![a-z])|ハイヤ(?!ー?(?:会社|業|協会))|運転代行|グリーン(?:車|席|料金|券|指定|個室|利用|差額|$|(?=[、)])|(?<!ホテルグリーン)(?=(?:新大阪|東京|博多|名古屋|小倉|広島)))|(?<=新幹線|のぞみ|ひかり|さくら|みずほ|つばめ|かもめ|ソニック|特急)グリーン|グランクラス|gクラス|(?:ビジネス|ファースト|エグゼクティブ|プレミアム)(?:クラス|シート|席)|(?:ビジネス|ファースト|プレミアム)(?=$|[\s()、・~/a-z\d]|往復|片道|利用|搭乗)|(?<=[線便])(?:ビジネス|ファースト|プレミアム)|executive ?class|(?:[1一特]等|特別)(?:車|船?室|席)|上級(?:クラス|席|座席)|スイートルーム|リムジン(?=ハイヤ|カ-|貸切|送迎|$)(?!バス)|デラックス(?:クラス|シート)/,
);
/** One of several means under one sum. */
const AMONG_OTHERS = phrase(/(?:バス|電車|鉄道|新幹線|列車|jr)[・、と+]タクシ/);
/** Named as a reason for it. */
const EXCUSE = phrase(
  /理由書|特別な(?:理由|事情)|やむを得|やむなく|終電後|機材運搬|重量物|身体|障害|公共交通(?:機関)?(?:が|の)?(?:な|無|未)|バス路線なし|早朝深夜|緊急|診断書|腰痛/,
);
const CLASS_OPEN = phrase(
  /クラスj|上位(?:席|クラス)|プレミアムエコノミ|クラス(?:は)?(?:未定|確認|不明)|座席(?:種別|クラス|等級)?(?:は)?(?:未定|不明|検討|確認)|席種未定/,
);
const PRIVATE = phrase(
  /レンタカ|自家用車|マイカ|自動車(?:利用|移動)|社有車|社用車|ガソリン|カーシェア|高速(?:道路)?(?:料金?|代)|有料道路|通行料|(?<![a-z])etc(?![a-z])|駐車(?:場(?:代|料)|料)|コインパーキング/,
);

/** Meals are no fare. */
const MEAL = phrase(/(?:夕|昼|朝)食代?(?!付|込|無|な)|食事代|飲食(?![業店])/);
const MEAL_INSIDE = phrase(/[1-3一二三]食(?:付|込)|泊[12一二]食|(?:夕|朝)食付|食事付|朝夕/);
/** Paid in before any journey. */
const STORED = phrase(/チャージ|積み?増し|(?:カード|suica|[a-z]{3,4}ca|pasmo|はやかけん)(?:への?|の)?入金/);

const ABROAD = phrase(
  /海外|国外|渡航|台湾|台北|台中|台南|高雄|韓国|ソウル|釜山|仁川|済州|中国(?!地方|電力|新聞|支[店社])|上海|北京|深圳|深セン|広州|大連|青島|天津|蘇州|杭州|香港|マカオ|ベトナム|ハノイ|ホーチミン|ダナン|タイ(?=出張|国|$|[・、~\s(（/-]|視察|工場|バンコク|現地)|バンコク|シンガポール|マレーシア|クアラルンプール|インドネシア|ジャカルタ|フィリピン|マニラ|セブ|ミャンマ|カンボジア|インド(?!ア)|ムンバイ|デリー?|アメリカ|米国(?!特許|出願)|北米|ニューヨーク|サンフランシスコ|ロサンゼルス|ラスベガス|シリコンバレ|シカゴ|デトロイト|ボストン|シアトル|サンノゼ|アトランタ|ハワイ(?!アン)|カナダ|トロント|バンクーバー?|メキシコ|ブラジル|ドイツ|独国|ハノーバ|ハノーファ|フランクフルト|ミュンヘン|ベルリン|ケルン|ハンブルク|シュトゥットガルト|デュッセルドルフ|フランス|パリ(?!ティ)|英国|イギリス|ロンドン|イタリア|ミラノ|スペイン|バルセロナ|マドリード|ポルトガル|リスボン|ウィーン|チェコ|プラハ|ハンガリー?|ブダペスト|オランダ|アムステルダム|ロッテルダム|ベルギー?|ブリュッセル|スイス|チューリッヒ|ジュネーブ|バーゼル|スウェーデン|フィンランド|デンマーク|エストニア|ポーランド|オーストリア|欧州|ヨーロッパ|東南アジア|オーストラリア|シドニ|イスラエル|ドバイ|アブダビ|サウジアラビア|カタール|トルコ(?!石)|イスタンブール|ノルウェー?|オスロ|コペンハーゲン|ストックホルム|ヘルシンキ|アイルランド|ダブリン|ギリシャ|アテネ|ニュージーランド|オークランド|メルボルン|ブリスベン|ロシア|モスクワ|モンゴル|ウランバートル|ラオス|ネパール|スリランカ|バングラデシュ|ダッカ|ヤンゴン|プノンペン|チェンマイ|チェンナイ|バンガロール|ベンガルール|南京|武漢|成都|重慶|西安|瀋陽|アルゼンチン|ワシントン|ヒューストン|ダラス|オースティン|デンバー|フィラデルフィア|マイアミ|サンディエゴ|南アフリカ|ケニア|ナイロビ|エジプト|(?<![a-z])(?:fra|lax|sfo|jfk|icn|tpe|sin|bkk|pvg|hkg|shenzhen|shanghai|beijing|guangzhou|hong kong|taipei|seoul|busan|bangkok|hanoi|munich|frankfurt|hannover|berlin|paris|london|milan|las vegas|overseas|abroad|taiwan|korea|china|germany|usa|vietnam|singapore|thailand)(?![a-z])/,
);
const AGAIN = phrase(
  /[2-9二三四五](?:人|名|回|度)目|第[2-9二三]回|[2-9]回目|再訪|再渡航|再度|同行者|随行|追加渡航|2nd/,
);
const SEVERAL = phrase(
  /(?<![\d.~-])(?:[2-9]|[1-9]\d)(?:名|人)(?!目|1回|日)|(?<![\d.~-])(?:[2-9]|[1-9]\d)(?:回|往復)(?!目)|(?:\d月?[・、,と/](?=\d+月))\d+月|(?<![a-z])(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[., &]*){2,}(?![a-z])/,
);
const COUNTED = /^(?:名|人|名分|人分|回|往復|人回|pax|度|trip|trips)$/;

/** Of a list: somebody does not stand in it. */
const NOT_THERE =
  "(?:に|には|へ|の)*(?:記載|登録|掲載|登載|名前|氏名)?(?:が|は|の|も)?(?:なし|な[いく]|無[いし]|外|不在|未(?:記載|登録|掲載|登載)|載って?(?:い)?な[いく])";
const UNLISTED = phrase(
  new RegExp(
    `(?:推進)?体制(?:表|図|名簿|一覧|メンバー?)?${NOT_THERE}|(?:名簿|リスト|メンバー?表)${NOT_THERE}|(?:推進|プロジェクト|pj)?メンバー?(?:以外|外|ではな)|未登録(?:の)?(?:社員|者)`,
  ),
);
const OTHER_PURPOSE = phrase(
  /私用|業務外|単身赴任|運動部|社員旅行|慰安|観光(?!アプリ|データ|ai|蔵|列車|船|dx|デ|旅館|ホテル|バス|協会|庁|業|施設|地|客|課|統計|案内所|農園)|ゴルフ|帰省|通勤|懇親会?|忘年会|新年会|挨拶回り|あいさつ回り|お?礼(?:の)?訪問|年始|年末挨拶|客先移動|営業(?:活動|訪問|回り|の(?:交通|旅))|ルート(?:営業|セールス)|得意先(?:回り|まわり|訪問)|採用(?:面接|活動|説明会)|転勤|赴任|株主総会|葬(?!祭(?:業|ビジネス|会館|ホール|システム|サービス|事業)|儀(?:社|業|場|会館))|結婚式|表彰式|新入社員|入社式|研修旅行|懇親旅行|家族|レジャ|送迎/,
);

/** Nobody has to stay for the night: what is done takes an hour or two, or a day off follows. */
const NO_NIGHT = phrase(
  /日帰り|(?:打ち?合わ?せ|会議|商談)\d{1,2}[~-]\d{1,2}時|\d{1,2}[~-]\d{1,2}時(?=[)]|の?(?:打|会議|商談|見学))|翌日(?:は)?(?:休|観光|私用)|\d時(?:の)?(?:会議|打ち?合わ?せ|商談)\(\d時間\)/,
);

export function journeys(search: Search): void {
  const guest = EXPERTS.has(search.kind);
  const trait = guest ? "expert-premium-travel" : "premium-travel";
  const premium = search.first(PREMIUM, TEXT);
  search.add(trait, premium, search.first(EXCUSE, TEXT) === null && !search.says(AMONG_OTHERS));
  search.add(trait, search.first(CLASS_OPEN, TEXT), false);
  if (!JOURNEYS.has(search.kind)) return;
  search.add("food", search.first(MEAL_INSIDE, TEXT), false);
  search.addFirm("food", search.first(MEAL, ITEM));
  search.add("unclear", search.first(STORED, ITEM), false);
  search.add("private-vehicle", search.first(PRIVATE, TEXT), false);
  if (guest) return;
  if (search.kind === "lodging") search.addFirm("unrelated", search.first(NO_NIGHT, TEXT));
  abroad(search);
  // The words themselves say "not listed": nothing to negate, nothing open.
  search.add("unlisted-traveller", search.first(UNLISTED, TEXT, false), true);
  search.addFirm("unrelated", search.first(OTHER_PURPOSE, TEXT));
}

function abroad(search: Search): void {
  const place = search.first(ABROAD, TEXT);
  if (place === null) return;
  search.add("overseas", place, true);
  const { line, unit } = search.line;
  const counted = line.quantity !== null && toNumber(line.quantity) > 1 && COUNTED.test(unit) ? place : null;
  search.addFirm("overseas-repeat", search.first(AGAIN, TEXT) ?? search.first(SEVERAL, TEXT) ?? counted);
}
