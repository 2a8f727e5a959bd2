/** Experts, seminars and training: about what, and with a party after it. */
import { JOURNEYS, LEARNING } from "../groups";
import { phrase } from "../reading/phrase";
import { DESCRIPTION, ITEM, TEXT, type Search } from "./search";

/** Paid by their university already, perhaps. */
const PROFESSOR = phrase(/(?<!名誉)(?<!元)(?:准|助)?教授|(?:大学|高専)(?:の)?(?:教員|先生)|助教/);
/** Whose staff need leave for what they are paid besides. */
const PUBLIC = phrase(/[国公県市]立/);
const OTHER_ADVICE = phrase(
  /税務|税理士|社労士|決算|経理指導|確定申告|相続|事業承継|人事(?:労務|評価|制度)?コンサル|人事(?:労務|評価|制度)|労務(?:相談|顧問|管理)|就業規則|節税|資産|m&a|融資|資金(?:繰り|調達)|法律相談|法務|訴訟|助成金申請|補助金(?:申請|獲得)|接客(?!動線|データ|支援|システム|ロボ|端末|アプリ|ai)|接遇|マナー?/,
);

const PARTY = phrase(
  /banquet|dinner|reception|懇親会?|交流会|食事代?|昼食代?|弁当|夕食会?(?!場)|ランチョン|食事会|飲食(?![業店])|パーティ|祝賀会|レセプション|酒宴|年会費|立食|ビュッフェ|賀詞|飲食のみ/,
);
const PARTY_ALONE = phrase(/(?:懇親|交流|食事|祝賀)会(?:費|参加)?(?:の?み|だけ)/);
const EVENT = phrase(/参加|聴講|大会(?!.*懇親)|学会(?!懇親)|セミナ|研修|受講|シンポジウム|登録|講演/);
const PARTY_INCLUDED = phrase(
  /(?:懇親会?|交流会|食事代?|昼食代?|弁当|飲食|パーティ|レセプション|年会費)(?:費|代|料)?(?:を|も|が|は)?(?:込|含む|含み|付|あり|か(?!ら))/,
);
const OTHER_TOPIC = phrase(
  /税制|税務|労働(?:法|基準法)|労務|節税|相続|事業?承継|経済講演|経済情勢|新春|賀詞|経営者(?:交流|懇談|大会|セミナ)|交流パーティ|ゴルフ|マナー?|接客|接遇|メンタル|ハラスメント|英会話|簿記|年金|健康(?:経営|セミナ|講座)|趣味|料理|投資|資産運用|株式(?!会社)|不動産(?!dx)|ロータリー?|ライオンズ|青年会議所|倫理|自己啓発|モチベーション|話し方|コミュニケーション(?:研修|セミナ)|新入社員|電話応対|インボイス|確定申告|年末調整|安全運転|交通安全|防火管理|救命|ワイン|美容|着付|囲碁|懇談|親睦|政治|選挙|就活|採用(?:担当|力|セミナ)|婚活|クレーム対応|ヨガ|運動|生け花|茶道|書道|教養|女性活躍|働き方|部下育成|管理職|リーダーシップ|コーチング研修|チームビルディング|婦人|青年部|酒宴|例会|(?<!和)歌|将棋|俳句|写経|座禅|ダンス|太極拳|華道|教室|文化講座|社交/,
);
export const TECHNICAL = phrase(
  /(?<![a-z])(?:dx|ai|iot|ict|it|rpa|cad|plc|nc|3d)(?![a-z])|デジタル|ロボ|データ|機械学習|プログラ|python|センサ|画像|システム|自動化|スマート|クラウド|情報|工学|加工|溶接|生産|製造|品質|物流|測量|ドローン|セキュリティ/,
);

/** What is paid for is eaten, whoever it is eaten with. */
const EATEN = phrase(
  /(?:会食|食事|飲食|弁当|ミニバ|宴会|慰労会|酒食|夕食|昼食)(?:費|代|料|補助)*(?=$|[(・、])|後の会食/,
);

/** Where one's own skill is shown. */
const CONTEST = phrase(/競技(?:会|大会)|技能(?:五輪|グランプリ)|コンクール|コンテスト|品評会/);

export function learning(search: Search): void {
  const { kind } = search;
  search.addFirm("food", search.first(EATEN, DESCRIPTION));
  if (!LEARNING.has(kind) && !JOURNEYS.has(kind) && (kind !== "meeting-honorarium" || search.says(PUBLIC)))
    search.add("university-staff", search.first(PROFESSOR, ITEM), false);
  if (kind === "consulting" || kind === "technical-guidance" || kind === "lecture") {
    search.addFirm("unrelated", search.first(OTHER_ADVICE, TEXT));
  }
  if (LEARNING.has(kind)) events(search);
}

function events(search: Search): void {
  const party = search.first(PARTY, TEXT);
  if (party !== null) {
    const event = search.first(EVENT, ITEM, false);
    const included = search.first(PARTY_INCLUDED, TEXT);
    if (search.says(PARTY_ALONE)) search.addFirm("reception", party);
    else if (event !== null && included !== null) search.add("reception", included, false);
    else if (event === null || party.field === "description") search.addFirm("reception", party);
  }
  const isFirm = !search.says(TECHNICAL) && search.undecided === null;
  search.add("unrelated-event", search.first(OTHER_TOPIC, TEXT), isFirm);
  search.addEveryday("unrelated-event", search.first(CONTEST, ITEM));
}
