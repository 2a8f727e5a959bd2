/**
 * What tells that a line serves what the house does anyway. The words are put together from kinds of evidence, as people put
 * them together: how often, as before, for whom, from whose stock, to be sold, after what, out of what unease.
 */
import { phrase } from "./phrase";

const any = (...parts: readonly string[]): string => `(?:${parts.join("|")})`;

/** "通常業務には使わない", "通常シフト外", "通常の教習とは別枠": what follows takes it back. */
const NOT_TAKEN_BACK =
  "(?![^、)\\n]{0,12}(?:[わいし]な[いく]|[わいせ]ず|ません|ではな|とは?別|別枠|以外|外(?:$|[、)\\n])))";
const meant = (...parts: readonly string[]): RegExp => new RegExp(any(...parts) + NOT_TAKEN_BACK);
/** The end of a remark, or of a part of it. */
const END = "(?=$|[、)\\n])";

/** What any house does, day by day. */
const BUSINESS = any(
  "業務|営業|販売|生産|決算|製造|加工|注文|受注|出荷|納品|運転|接客|在庫|作業|見積|事務|配[送達]|診療|勤務|運用|使用|利用|清掃|メンテ",
  "保守|点検|検査|整備|補充|仕入|管理|シフト|運行|授業|講義|診察|施術|稼働|巡回|収集|仕込み?|調理|営繕|雑用|警備|朝礼",
);
const GOODS = any("(?<!新)[商製]品");

/** How often: every year, by the month, once in three years, twice a week, whenever it is needed. */
const NUMBER = "(?:\\d{1,2}|[一二三数])";
const SPAN = any("年度?|半?期|四半期|半年|季節|月|週|日|[朝晩]|シーズン|学期|漁期|[春夏秋冬]");
const PERIOD = any(
  `毎${any(SPAN, "[度回]")}`,
  `${any(SPAN, `${NUMBER}(?:年|か月|週間?|日|回)`)}(?:ごと|毎|おき|に${NUMBER}[度回])`,
  `(?<!\\d)[年月週]に?${NUMBER}(?:[度回]|$)`,
  "[隔各][年月週]|[年月週日][次例](?!元)|(?:その)?都度|随時",
);
/** Done again; of a period that is followed by anything else, that is how often it happens. */
const AGAIN = any(
  BUSINESS,
  "交換|入れ?替|付け?替|取り?[替換]|塗|洗|研|発注|購入|依頼|頼|実施|補給|保全|健診|支給|掲載|お知らせ|義務|受け",
);
const HOW_OFTEN = any(
  `${PERIOD}(?:(?:の|に)?${AGAIN}|${END})`,
  "(?<!ちょ|[本今]年度)定期(?!券|船|預|便)|定例|定修|恒例|例年|通年",
);

/** As it has been: the same, unchanged, since long ago, once more. */
const FORMER = any("現行|現在|既存|既設|従来|従前|今(?:まで)?|これまで|前回|[前昨去]年|以前|いつも|当初");
const LONG_AGO = any("昔|前々?|先代|長(?:らく|く|年)|開[店業]|創業|設立|の?(?:頃|ころ)", `${NUMBER}年(?:ほど)?前`);
const AS_BEFORE = any(
  `${FORMER}と?(?:同[じ様額]|同内容|変わら|どおり|通り|の?まま|分${END})`,
  "(?:契約|プラン|変更|変わり|切り?替え?|乗り?換え?|見直し|内容)(?:は|も|に)?(?:な[しい]|無し|せず|しない|据え?置|変わらず)",
  `${any(FORMER, LONG_AGO)}(?:当初|の頃)?(?:から|より|以来|に(?:導入|契約|加入|購入)|利用|使用|借り)`,
  "再契約|(?<!保守|サポート)(?:期限|期間|満了)(?:が|日)?(?:来|到来|切れ|満了|につき|のため)",
);

/** For whom: an office, a head, everybody. */
const OFFICES = any("総務|経理|人事|庶務|事務|営業");
const PEOPLE = any(
  "(?:工場|店|部|課|院|園|校|所)長|社長|会長|専務|常務|役員|社員|従業員|職員|スタッフ|現場員|各自|全員|乗務員",
);
const EVERYBODY = any("全(?:社|部署|部門|員|店舗?|課|工場)|各(?:部署|部門|課)");
const FOR_WHOM = any(
  `${OFFICES}(?:課|部|係|担当)?(?:用|の(?:分|足)|で使|が使|に配)`,
  `${PEOPLE}(?:の(?:部屋|分|私物|持ち物|手洗い)|用|に(?:配|支給|貸与)|へ(?:配|支給)|が使う)`,
  `${EVERYBODY}(?:用|に(?:配|支給)|の分|向け|共通|${END})|(?:工場|社内|館内)の?(?:全般|全体|一般)|汎用$|多目的`,
  "(?:朝礼|社員総会|行事|式典|宴会)(?:用|で使)",
  `${any("通常|既存|従来|日常|一般|現行|量産")}の?${any(BUSINESS, "[商製]?品")}`,
);

/** From stock and for it. */
const FOR_STOCK = any(
  "買い?置き|買い?だめ|まとめ買い|切らさ|使い(?:切|果)|備蓄|常備|補充|買い?足し|継ぎ?足し|在庫(?:薄|切れ|が少|減)",
  `(?:ストック|(?:ストック|不足|在庫|予備)(?:用|分|品)?の?(?:手当|確保|補充|積み?増し|用|分))${END}`,
);

/** Made or bought to be sold, or for what a customer ordered. */
const CUSTOMERS = any("お客(?:様|さん)?|顧客|客先|得意先|取引先|生徒|会員|来[店場]者");
const TO_SELL = any(
  `${any("受注|請負|注文|オーダ")}[^、)\\n]{0,8}(?:材料|現場|物件|に使|分|品)`,
  `${CUSTOMERS}(?:の注文|に(?:売|納)|への?(?:販売|納品)|向け)`,
  `転売|売る分|${GOODS}(?:用|の(?:材料|包装|原料))|来[季期]`,
);

/** Somebody is not at ease with what there is. */
const UNEASE = any(
  `${any("暑|寒|眩し|うるさ|手?狭|臭|汚|色あせ|曇|ほこり|不便|動かな|ぶつけ|くたび|古(?:く|い[のもか])")}[^、)\\n]{0,8}(?:ので|ため|から|[たい]$)`,
  `(?:苦情|要望)(?:が|も|を受|に?より|${END})`,
);

/** Of somebody's own life. */
const PRIVATE = any(
  "奥さん|(?<!利用者)家族(?!向け)|息子|(?<![一-龠])[娘孫妻]|親族|母校|友人|実家|自家用|結婚式?|入学祝?|誕生日|運動会|カラオケ|趣味",
  "本人の(?:キャリア|希望)|(?:たい|欲しい|ほしい)と(?:言|い)",
);
/** Given away. */
const GIVING = any("寄[贈付進]|贈[るっりら]|差し?上げ|進呈|無償で(?:贈|譲|配)|お礼(?:に|$)");

/** After something wore out or broke. */
const AFTERMATH = `${any("割れ|破れ|壊れ|破損|故障|焼損|折れ|[がガ]た|摩耗|劣化|傷み|腐食|錆び?|紛失|盗難|台風|落雷|地震|浸水|凍結")}[^、)\\n]{0,4}(?:ため|ので|により|による|に伴|から|後|跡|につき|の復旧)`;

/** What a trade's people do all day, at the end of a phrase. */
const DAILY_TASK = any(
  "配達|[朝夕]刊|返[本品]|代理人業務|[店電]番|レジ(?:打ち)?|[品棚]出し|袋詰め?|仕込み?|盛り?付け?|仕上げ|荷[役捌]|荷さばき|配[送膳]",
  "(?:収穫|出荷|梱包|仕分け|ピッキング|搬[入出]|納品|発送|包装|充填|施工|解体|当[番直]|夜勤|[洗皿]い|診療|介助|授業|給油|集金|検針|運転|増員|応援)",
);
const TASK_DONE = `${DAILY_TASK}(?:作業|業務|処理|応援|補助|手伝い?|当番|要員)*(?=$|[\\s(・、)\\n])`;

/** What the company does anyway, wherever it stands. */
export const ROUTINE = phrase(
  meant(
    `${any("定例", "平常", "経常", "普段", "ふだん")}(?:の|的な?)?${BUSINESS}`,
    "(?:普段|ふだん|いつも)の|通常(?!版|サイズ|価格|料金|便|タイプ|の?\\d)|日常(?!生活|動作|会話|語)|日々(?!雇)|一般の(?:生産|業務|営業|製造)",
    "毎年|毎期|例年|恒例|通年(?:使|利|分|契約)|(?:毎[年期月]|年度末)の?定例|^(?:毎[日週月年]|月[次例]|年\\d回)$",
    "毎日の?\\S{0,4}分|毎[日週月]の?\\S{0,6}(?:使[うい]|使用)|毎[日週月]の?(?:納[品入]|出荷|配[達送]|発送|補充|仕入|発注|購入|消費|営業|解体)|毎[日週月]の[一-龠]{2}(?:分|$|(?=[、)\\n]))",
    "\\d年(?:ごと|毎|おき|に(?:1|一)[度回])|(?:\\d+|数)か月(?:ごと|毎|おき)の?(?:定期|補修|交換|塗り?替|$)",
    "(?<!ちょ)定期(?:補修|塗り?替|交換|入れ?替|仕入|分(?!析)|$|(?=[、)\\n])|便(?!の?(?:予約|管理|アプリ|システム|機能|会員|サイト|顧客|鮮度)))|定修(?=$|[、)\\n])",
    "(?:現状|現行|従来|従前|今まで|これまで)の?(?:まま|通り|どおり)|従前(?:より|から|どおり|通り)",
    "繁忙(?!期?の?(?:予測|分析|把握|データ|検知|推定))|ルーチン|量産(?!化|前|試|性|設計|技術|移行)|定番(?!化)|増産(?!ライン|設備)",
    "常備|備蓄|(?:在庫|定期|毎月|随時)の?補充|補充(?:$|[、)\\n分用])|(?:仕入れ?|物販)(?:分|品|用|$|(?=[(、)\\n]))",
    "老朽化?による(?:修繕|補修)|球切れ|店頭販売(?!員|システム)|営業(?:走行|運転)|予防保全(?!ai|システム|データ|の?ため)",
  ),
);
/** Said in the remarks of things and works, where no word of the project stands. */
export const REMARKED = phrase(meant(HOW_OFTEN, FOR_WHOM, UNEASE, "いつも"));
/** The same of people and courses, whose days and weeks say only when. */
export const EVERY_TIME = phrase(meant(`毎${any("年", "期", "回", "シーズン", "[春夏秋冬]")}`));
export const DAILY = phrase(meant(TASK_DONE));
/** Said of a task that is none of every day. */
export const NEW_TASK = phrase(
  /新|試|撮[影像]|映像|動画|入力|登録|整[理備]|設計|3d|化(?=$|[\s(、)])|集計|調査|評価|標準|設定|改善|見直し|立ち?会|協力|移行|導入|観察|聞き取り|比較|手順|専従|従事|習熟|分析|作成|マニュアル|要件/,
);
export const UNEASY = phrase(meant(UNEASE));
export const BROKE = phrase(meant(AFTERMATH));
export const PRIVATELY = phrase(meant(PRIVATE));
export const GIVEN = phrase(meant(GIVING));
export const SOLD = phrase(meant(TO_SELL));
export const STOCKED = phrase(meant(FOR_STOCK));
/** Of the business, which may be what the project is about. */
export const FOR_BUSINESS = phrase(meant(`${BUSINESS}(?:用|分|に(?:使|用い)|で(?:使|用い))(?=$|[、)\\nう用])`));
/** Said of what is paid month by month. */
export const CONTINUED = phrase(meant(AS_BEFORE));
