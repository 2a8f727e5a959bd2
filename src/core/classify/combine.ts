/** Kinds that only several words together make: an expert's journey, a committee's honorarium, software in a machine. */
import { allKinds } from "./families";
import { statedItem } from "./hint";
import { isTrait, type Kind } from "./kinds";
import { OUTCOMES } from "./model";
import type { LineReading } from "./signals";

const EXPERT =
  /専門家|講師|指導(?:員|者|役|講師)|アドバイザ|技術(?:指導|顧問|士(?!官))|招へい|招聘|(?:外部|社外|海外|来訪)(?:の)?(?:技師|技術者|技術員|講師|コーチ|人材)|助言(?:者|役|員)|コーチ(?!ング)|コンサルタント|診断士|メンタ/;
const BY_WAY = /往復(?!はがき|葉書)|片道/;
/** So goods are carried, nobody travels. */
const BY_LOAD = /^(?:便|個口?|箱|ケース|梱包|パレット|t|kg)$/;
/** Nobody travels so. */
const SHIPPED = /空輸|航空便|貨物|輸送|運送|配送|発送/;
/** Sent by an agency, by the name of their work. */
const AGENCY_STAFF = /派遣(?:の)?(?:社員|スタッフ|エンジニア|プログラマ|技術者|オペレータ|se(?![a-z]))(?=$|[\s(])/;
/** Who comes to teach, and is no agency's staff. */
const SENT = /(?:指導[員者]|講師|専門家|アドバイザ|コーチ|診断士|技術士)(?:の)?派遣/;
const LECTURER = /講師|専門家/;
const HONORARIUM = /謝金|謝礼|honorari/;
const COMMITTEE =
  /委員|有識者|検討会|評価会|審議会|協議会|(?:アドバイザリ|諮問|運営)ー?ボード|審査[員会]|部会|(?<![a-z])(?:board|committee|panel|council)(?![a-z])/;
/** Somebody is thanked for taking part in it. */
const CONVENED = /会議(?!室|費|所|システム)|ミーティング|meeting/;
const SOCIETY = /symposium|conference|congress|(?<!見)学会|協会|大会|シンポジウム|研究会|総会|フォーラム/;
/** For a stand at a fair, whatever the fair is of. */
const SHOWN_AT = /(?:出展|出店|小間)(?:小間|登録|参加|申込)?(?:料|費)/;
const ROOM = /(?:会場|会議室|ホール|研修室|集会室)(?!の?(?:予約|管理|案内|用))/;
/** Installing is what is paid for, not what comes with the machine ("据付調整費込"). */
const INSTALLED =
  /(?:据え?付け?|試運転|立ち?上げ|現地調整)(?:[・と]?(?:試運転|立ち?上げ|調整|作業|費用?|立会))*(?:一式)?$/;
/** The same machine once more, not the old one changed. */
const AGAIN =
  /同型|同等(?!品?(?:以上)?(?:でも?|も|は)?(?:可|よい|良い|ok|認|構|相当))|同性能|買い?替|買い?換|入れ?替|老朽/;
const CHANGED = /改造|換装|後付/;
/** Done to a building or its supply lines, at the end of the item. */
const WORKED =
  /(?:引き?込み?|敷設|布設|増設|新設|打設|埋設|施工|取付|配線|配管|基礎|コン(?:クリ(?:ート)?)?|モルタル|舗装|はつり|打替え?|建て?込み?|間仕切り?)(?:打ち?|工事?|工|費|一式)?(?=$|[\s(・、])/;
/** Machines kept up under contract. */
const MAINTAINED = /(?:点検|保守|整備|校正)(?:契約|パック|プラン)(?=$|[\s(])/;
/** Done again and again to what one has, by the end of a phrase. */
const UPKEEP =
  /(?:研磨|研ぎ|目立て|[締巻組]め?直し|[打溶縫漏]ち?(?:接|水|れ)?直し|(?:[貼張塗]|葺)[りき]?(?:替え?|直し)|塗装|肉盛り?(?:補修)?|洗浄|清掃|掃除|磨き)(?:直し|作業|整備|費|代|一式)*(?=$|[\s(、+\d])/;
const CLEANED = /研磨|研ぎ|目立て|洗浄|清掃|掃除|磨き/;
/** Done to these it is works. */
const SURFACES =
  /床(?!屋)|壁|天井(?!クレーン|走行)|屋根|屋上|天窓|畳|襖|障子|クロス|タイル|カーペット|絨毯|舗装|アスファルト|土間|コンクリ|モルタル|外構|外装|内装|ライン(?:の)?引|白線|区画線|駐[車輪]|フェンス|門扉|シャッタ|看板|芝(?!刈)|テント|勾配|側溝|排水桝|ピット|基礎|幹線|動力線|スラブ|石|瓦|間仕切|建[屋物]|社屋|倉庫|サッシ|シーリング|電線|配線|橋|路/;
/** Done to a machine, whatever else is done with it ("ベアリング交換+センサ座 加工"). */
const MENDED = /(?:修理|修繕|交換|取り?替え?|巻き?替え?|補修|オーバーホール|oh)(?=$|[+・と (])/;
const AS_A_WHOLE = /^(?:台|基|式|機)$/;
/** Lines that a building is supplied by, changed by who builds them. */
const SUPPLY_LINES =
  /電気容量|受電|受変電|幹線|分電盤|動力盤|引き?込み?盤|キュービクル|契約電力|通線|専用回路|(?:^|[^a-z\d])(?:単相|三相|3φ|1φ)/;
/** Units of work that is done as a whole, or place by place. */
const BUILT = /^(?:式|室|戸|基|本|箇所|か所|カ所|ヶ所|ヵ所|ケ所|㎡|m2|坪|台分|面|系統|回路|棟|lot|打席|席|区画|m)$/;
/** What is done to ground, posts and footings, by the end of a phrase. */
const GROUNDWORK =
  /(?:築造|根固め|根巻き?|建て?込み?|打ち?込み|据え?付け?台|積み?(?:上げ|替え)?|固め|固定|張り|貼り|打ち|アンカー?|復旧)(?:と|・)?(?:埋め?戻し|固定|アンカー?|復旧)?(?:工事|工|費|一式)*(?=$|[\s(・、])/;
/** Bought by the piece all the same. */
const PIECES = /材$|材料|部材|(?:\d+|1?)(?:個|本|巻)入/;
const FITTED =
  /(?:センサ|ロガ|[計盤]|メータ|カメラ|ユニット|ボード|基板|インバータ|端末|タグ|弁|バルブ|検出器|カウンタ|i\/f|インタフェース|モジュール|コントローラ|エンコーダ|スケール|ゲージ|治具|ハンド|カバー?|リレー?|接点|ポート)(?:の|への)?(?:組み?込み?|取り?付け?|追加|増設|載せ?替え?|後付け?|装着|組み?付け?)(?:改造|工事|作業|費|一式)*(?=$|[\s(・、])/;
/** Made to belong to a machine that is there. */
const ADDED_TO = /(?:組み?付け?|(?:常設|取り?付け?|固定)加工|後付け?(?:加工)?)(?:工事|作業|費|一式)*(?=$|[\s(・、])/;
const REBUILT =
  /(?:改造|改修|改良|更新改造|組替え?|仕様変更|(?:デジタル|iot|電動|自動|インバータ)化|機能の?追加|信号取り?出し|(?:plc|制御盤?|基板|インバータ|サーボ|コントローラ|シーケンサ)(?:の)?(?:更新|入れ?替え?|換装|載せ?替え?))(?:工事|作業|費|一式)*(?=$|[\s(・、])/;
const HOST =
  /[機盤炉船艇隻秤]|装置|ライン|ロボ|ポンプ|ミシン|プレス|コンベ[ヤア]|クレーン|窯|釜|車載|[漁教]習?車|設備(?!工)/;
const BUILDING =
  /建[屋物]|社屋|[床壁]|天井|屋根|天窓|外構|内装|外装|ダクト|照明|空調|[給排]水|扉|ドア|配管|配線|電気(?:工事|設備)|電源|[室棟]|トイレ|便所|店舗|工場|倉庫|事務所|駐車|舗装|厨房|基礎|間仕切/;
const PROGRAM =
  /システム|ソフト|プログラム|アプリ|サイト|画面|ページ|帳票|機能(?!の?追加)|データベース|(?<![a-z])db(?![a-z])|ec/;
/** Parts of a wiring, bought as they are. */
const WIRING =
  /(?:ケーブル|コネクタ|端子|ダクト|モール|プラグ|ブレーカ|電線|金具|ボルト|ナット|コンセント|配線材)(?:類|材|一式)?(?=$|[\s(、\d])/;
/** What belongs into a machine, and is none. */
const PARTS = /(?:部品|パーツ|部材|材料|資材|予備品|交換品)(?:類|一式)?(?=$|[\s(、])/;
/** What one builds a machine of oneself. */
const SELF_MADE = /内製|自社(?:製作|組立)|自作|手作り/;
const DONE = /工事|工$|施工|敷設|取付|設置|増設|新設|引き?込み?|交換|補修|改修/;
/** Used up within the year: no equipment, whatever it costs. */
const SHORT_LIVED =
  /\d(?:か月|週間?|回|ショット|日)(?:毎|ごと|で|程度で)(?:に)?(?:交換|廃棄|取替|取り替え)|短期使用|使い捨て/;
/** Counted by the piece, and no work on texts, pictures or drawings: a thing, whatever it does. */
const BY_COUNT = /^(?:台|個|本|基|機|巻|袋|箱|缶)$/;
const WORK =
  /デザイン|撮影|動画|映像|図|原稿|記事|編集|翻訳(?!機)|入力|作業|工事|加工|制作|委託|開発|業務|講座|研修|講習|受講|教習/;
/** A thing for such work. */
const FOR_WORK =
  /(?:撮影|作業|加工|入力|編集|研修|講習|教習|図)[^\s]{0,4}(?:台|機|器|盤|棚|車|端末|装置|ブース|ロボ|キット)(?=$|[\s(])/;
/** データの加工 and the like, at the end of an item. */
const WORK_ON_DATA =
  /(?:データ|台帳|名簿|履歴)の?(?:加工|入力|整理|変換|移行|整備|統合|抽出|登録|電子化)(?:作業|業務)?(?:の?委託)?(?:料|費|代|一式)?$/;
/** Studies that are bought as they are. */
const STUDY = /(?:レポート|報告書|統計|白書|年鑑|調査資料|データ集)/;
const COPIES = /^(?:部|冊)$/;
/** What is sold by length, weight or the pack is used up. */
const BY_MEASURE = /^(?:巻|kg|g|袋|箱|缶|束)$/;
/** Food and the like as a material. */
const TRIED =
  /原料|材料|試作|サンプル|検体|試料|仕込|醸造|製造用|加工用|(?:検証|試験|実証|評価|撮影|学習|分析|計測|試食|教師(?:画像|データ)?)用/;
/** Nothing else is counted so. */
const BY_MEAL = /^(?:食|膳|人前)$/;
/** Eaten with guests or to celebrate, at no meeting. */
const CELEBRATED =
  /来客|得意先|忘年|新年会|披露|祝賀|竣工|歓送迎|親睦|取引先|接待|打ち?上げ|お?祝い|慰労|手土産|差し?入れ/;
/** Eaten by the staff at work. */
const OF_STAFF = /社員|従業員|職員|スタッフ(?!ミ)|補助$/;
const MEETING = /会議|委員|検討会|打合せ|打ち合わせ|協議会|報告会|ワークショップ|workshop|committee|meeting/;
const ON_TRIP = /出張|旅程|視察中/;

/** Done to somebody's samples or data, at the end of a phrase, and counted by the case: a service, not an instrument. */
const EXAMINED = /(?:測定|計測|試験|分析|検査|観察|評価|鑑定|探査|調査|撮影|測量)(?:\d[\da-z]*)?(?=$|[\s(、・,])/;
const ORDERED =
  /(?:測定|計測|試験|分析|検査|観察|評価|鑑定|探査|調査|撮影|測量|翻訳|解析)(?:の)?(?:依頼|委託|業務|外注|代行|請負|サービス)(?!(?:の?(?:開始|立ち?上げ?|提供))?(?:用|向け))/;
const BY_CASE = /^(?:件|検体|試料|項目|点|株|成分|測定|条件|回|品|サンプル|ロット|橋|頁)$/;
/** Written or changed for us, by the end of a phrase. */
const DRAWN_UP = /(?:作成|改訂|編集)(?:作業|業務|代行)?(?=$|[\s(、])/;
/** Somebody else's thing, used for a time. */
const USED =
  /(?:(?<!日常)(?<!通常)(?<!例年)(?<!毎[日年])(?<!常時)(?<!短期)(?<!社内)使用|(?<!日常)(?<!通常)利用|借用|(?:時間|分|秒|日)(?:貸し?|借り?|課金)|(?<!生徒)(?<!児童)(?<!利用者)(?<!来[場店]者)(?<!社員)(?<!顧客)(?<!会員)貸出し?|賃貸し?|貸し?切り?|ホスティング|(?:情報|聴取|視聴|配信)(?=料))(?:料金?|費|代|分)?(?=$|[\s(、・,\d])/;
const BY_RIDE = /^(?:回|名|人|km|片道|往復|trips?)$/;
const CARRIED = /(?<![a-z])etc(?![a-z])|高速道路|配車|タクシ|ハイヤ|(?<![a-z])(?:didi|uber|s\.?ride)(?![a-z])/;
const IN_CLOUD =
  /gpu|cpu|クラウド|サーバ|インスタンス|api|課金|クレジット|credit|トークン|token|(?<![a-z])[ahlv]\d{2,3}(?!\d)/;
const CREDIT = /クレジット(?!カード|払|決済|手数|一括)|credits?(?![a-z ]*card)|(?:時間|秒|分|文字|従量)課金/;
const HOURLY = /^(?:h|hr|hrs|hour|hours|時間|人時|人h)$/;
/** Yen an hour that a wage can be. */
const [LEAST_WAGE, MOST_WAGE] = [600, 12_000];
/** Yen an hour: below, the words decide between staff and part-timers; above, only the word does. */
const STAFF_WAGE = 1_400;
/** Yen a month: nobody's wage, but what a company asks for its people. */
const MOST_MONTHLY = 900_000;
/** Paid by the hour, and no wage. */
const NO_WAGE = /謝金|謝礼|講師|指導料|顧問|レンタル|リース|派遣/;
const PART_TIMER =
  /パート(?!ナ)|(?<![a-z])pa(?![a-z])|アルバイト|バイト|時給(?:雇用|制|職員|社員)|part-?time|臨時(?:職員|雇|社員)|補助員|季節[工雇]|日雇|短時間(?:雇用|勤務|労働)/;
const FULL_TIMER = /フルタイム|正社員|正職員|月給|常勤(?<!非常勤)/;

/** A company by its legal form, no agency for staff. */
const CORPORATE = /^(?!.*(?:派遣|スタッフ|人材|staff)).*(?:株式会社|有限会社|合同会社|\((?:株|有|同)\))/;
/** From one place to another. */
const ROUTE = /[一-龠ァ-ヶ]~[一-龠ァ-ヶ]/;

/** Rights that a patent office grants. */
const PATENT =
  /特許|出願|商標|意匠|実用新案|utility model|知財|知的財産|明細書|請求項|要約書|優先権|拒絶|審査請求|年金|先行技術|pct|wipo|uspto|jpo|epo|patent|弁理|工業所有権|産業財産権|cnipa|kipo|euipo|官費|官納|庁(?=[)費手納]|手数料)|権利化/;
const BY_AGENT = /(?:事務所|弁理士|代理人)分|(?:代行|代理|管理|事務)(?:人)?(?:手数料|報酬|費用?|料)|弁理士/;
const OFFICE = /特許庁|(?<![a-z])(?:jpo|uspto|epo|wipo|kipo|cnipa)(?![a-z])/;
const STAMP = /印紙|証紙/;
/** Somebody is paid to make it. */
const MADE =
  /委託|請負|開発|作業|業務|制作|作成|構築|代行|外注|改修|カスタマイズ|設計(?:[・と]|及び)|実装|プロンプト|プログラミング|コーディング/;
const BUILT_IN =
  /組込|組み込|内蔵|搭載(?=\S{0,4}(?:プログラム|ソフト))|書き?込み?済|機上搭載|本体(?:に|へ)?(?:搭載|付属|一体)|一体(?:で|型)|出荷時|プリインスト|プレインスト|バンドル/;
/** The program is what is bought, not the machine that holds one. */
const PROGRAM_ITSELF =
  /(?:ソフト(?:ウ[ェエ]ア)?|プログラム|ファーム(?:ウ[ェエ]ア)?|(?<![a-z])sw)(?=$|[\s(]|一式|(?:組み?込み?|内蔵)(?:済み?)?(?:$|[\s(]))/;
/** Built into nothing but itself. */
const ON_THE_WEB = /サイト|ページ|(?<!ロ)ボット|(?<![a-z])(?:ec|web|line|bot)(?![a-z])/;
const BOUGHT_OUT =
  /買い?切り?|買い?取り?|永続|永久|パッケージ(?:版|ソフト|$)|dl版|ダウンロード|スタンドアロ|スタンドアロン|売り?切り?|一括購入|インストール版|オンプレ|cd-?rom|dvd|ボリュームライセンス|パーペチュアル|perpetual|ドングル|usb ?key/;
const SUBSCRIBED = /saas|クラウド|サブスク|月額|従量|asp(?![a-z])|月払|年額|年払/;
const SOFTWARE = /(?<![a-z])sw(?![a-z])|ソフト|ツール|ライセンス|cad|システム|アプリ/;

/** Cartridges and the like by what they are or by their maker's model. */
const SUPPLY =
  /再生紙|(?<![a-z])(?:a[345]|b[45])[^\n]{0,6}\d枚入|感光ドラム|トナ(?=$|[\s(、・])|(?:シュレッダ|ラミネータ|複合機|コピー?機|fax|タイムレコーダ|テプラ|電卓|製本機|穿孔機)(?:用|の)?(?:専用)?(?:替え?刃)?(?:オイル|ゴミ袋|袋|フィルム|カード|ロール|テープ|リボン|インク|替え?刃|トレイ|ステープル)|(?:純正|互換|再生)(?:インク|トナ|カートリッジ)|(?:インク|トナ|ドラム|定着|廃トナー?|感光体|メンテナンス)(?:カートリッジ|ユニット|ボックス|カット|タンク|ボトル)|(?:プロッタ|プリンタ)用?(?:ロール紙|インク|用紙)|(?:bk|[ymc])(?:[/・](?:bk|[cmyk])){2,}|[2-9]色(?:パック|セット|マルチ|一体|組)|(?:^|[\s(]|用)(?:bci|cli|ic(?:bk|lc|lm|c|m|y)|ic[4-9]cl|hp(?= ?\d+xl)|pgi|pfi|lc|tn|dr|crg|tk|gi|xki|ic|ct|ib|pg|sp ?c?)[- ]?\d{2,}[\w/+-]*/;

/** Yen: nothing of an office's supplies costs as much. */
const BEYOND_SUPPLIES = 200_000;
/** Nor supplies of any kind that are counted like machines. */
const MACHINE_COUNT = /^(?:台|基|面)$/;
const COUNTED = /\d[台基](?:一括|一式|分)/;
/** By what it carries, or by the end of its name; a cart, a carrier of a plant and a wheel are none. */
const VEHICLES =
  /(?<![a-z\d.])\d{1,2}(?:\.\d+)?t ?(?:ダンプ|ウイング|ユニック|平ボディ|[^\s]{0,4}車)|(?<!(?:^| )[風水]|[台送歯滑拍馬列電汽動])車(?=$|(?:購入|中古|新車|一式|[\d.]+[a-z]+|[\s(])*$)/;
/** No supply: a computer by its makings ("ノート i5/16GB"), or the machine itself. */
const DEVICE = /\d(?:gb|tb|インチ)|(?<![a-z])i[3579](?![a-z])|ssd|ryzen|core|本体|テプラ/;

const OFFICE_PAPER =
  /(?:プリンタ|複合機|fax|プロッタ|コピー?機)[^\s]{0,8}?(?:トナ|インク|カートリッジ|紙|ドラム)|プリンタ\s?インク|(?:ラベルライタ|テプラ|ネームランド)(?:用)?(?:の)?テープ/;
/** Ink and paper of production, not of an office. */
const OF_PRODUCTION = /導電|染料|顔料|銀ペースト|食用|捺染|シルク|スクリーン印刷|uvインク|昇華|産業用|試作|試験/;

/** A digital thing, at the end of a phrase: of what, the words before it say ("弁当 注文管理システム"). */
const DIGITAL =
  /(?:システム|アプリ|ソフト|センサ|モニタ|カメラ|ロボット?|装置|カウンタ|ゲート|端末|スキャナ|コントローラ|ロガ|タグ|gps|(?:収集|制御|監視|操作|記録)[器盤])(?:開発|構築|制作|製作|導入|改修|一式)*(?=$|[\s(、])/;
const OUTWEIGHED = 5;
/** Somebody is paid to make such a thing. */
const PROGRAMMED =
  /(?:システム|アプリ|ソフト|サイト|ページ|ポータル|カート|(?:web|電子|デジタル)カタログ|ダッシュボード|シミュレータ|ボット|画面|機能|(?<![a-z])(?:ec|web|ai|app))(?:の|追加|新規|試験|web)*(?:制作|製作|開発|構築|実装|改修|試作|プロトタイプ|設計)(?!会社|元|者|部|課|室|担当|業者|企業|チーム)/;

/** A tax is named by its end, and what is due of it: 鉱区税 年額. */
const LEVIED = /[^\s免課節納減増脱]税(?:の?(?:納付|支払))?(?:分|額|金)?(?=$|[(\d]| [^\s]*(?:[分額期割台月年]|納付)$)/;
/** Admission to where something is shown or taught. */
const ADMITTED = /(?:参加|入場|来場|受講|聴講)(?:チケット|券|パス)(?=$|[\s(])/;
/** A licence that one has to renew. */
const RELICENSED = /(?:登録|許可|免許|認可)(?:証|の?有効期間)?(?:の)?更新(?:料|費|手数料)?(?=$|[\s(])/;
/** Carried home from a journey. */
const SOUVENIR = /土産(?:代|物|品|費)*(?=$|[\s(])/;
/** Entertainment, whoever takes part for a fee. */
const OUTING = /コンペ|ゴルフ大会/;
/** Somebody sits for it. */
const EXAMINATION = /受[験検](?:手数)?(?:料|代|費用?)(?:$|[(])/;

/** Hiring is what is paid for, whatever is hired. */
const HIRED = /(?:レンタル|リース|賃借|借り?上げ?)(?:料金?|代金?|費用?)(?:\([^)]*\))?$/;

/** How far several words together put a kind ahead. */
const SURE = 3;
/** From this score on words of a kind are there in earnest. */
const EARNEST = 3;
/** Log-odds by which one outcome leads another. */
const CLEARLY = 1;
const REFUSALS = OUTCOMES.flatMap((outcome, i) => (isTrait(outcome) ? [i] : []));
const ELIGIBLE = OUTCOMES.indexOf("eligible");

const at = (kind: Kind): number => allKinds.indexOf(kind);
const BOOKS = at("books");
const CLOUD = at("cloud-service");
const COMPUTER = at("computer");
const EMBEDDED = at("embedded-software");
const EQUIPMENT = at("equipment");
const EXPERT_TRAVEL = at("expert-travel");
const FOOD = at("food");
const FREIGHT = at("freight");
const INSTALLATION = at("installation");
const INSTRUMENT = at("instrument");
const LODGING = at("lodging");
const MACHINERY = at("machinery");
const MATERIAL = at("material");
const MEETING_HONORARIUM = at("meeting-honorarium");
const MEETING_TRAVEL = at("meeting-travel");
const MODIFICATION = at("modification");
const PACKAGE = at("package-software");
const RENTAL = at("rental");
const EXHIBITION = at("exhibition");
const GIVEAWAY = at("giveaway");
const SEMINAR = at("seminar");
const TRAINING = at("training");
const TECHNICAL_GUIDANCE = at("technical-guidance");
const TRAVEL = at("travel");
const VENUE = at("venue");
const WORKS = at("works");
const RECRUITMENT = at("recruitment");
const ADVERTISING = at("advertising");
const OUTSOURCING = at("outsourcing");
const CONSULTING = at("consulting");
const DEVELOPMENT = at("software-development");
const STATIONERY = at("stationery");
const GIFT = at("gift");
const EMPLOYEE = at("employee-wage");
const PART_TIME = at("part-time-wage");
const DISPATCH = at("dispatch-wage");
const PATENT_ATTORNEY = at("patent-attorney");
const PATENT_TRANSLATION = at("patent-translation");
const PATENT_OFFICE = at("patent-office-fee");
const TAX = at("tax");
const UTILITY = at("utility");
const WELFARE = at("welfare");
const MISCELLANEOUS = at("miscellaneous");

const VEHICLE = at("vehicle");
const REPAIR = at("repair");
const MAINTENANCE = at("maintenance");

const WAGES = [EMPLOYEE, PART_TIME, DISPATCH];
const JOURNEY = [TRAVEL, LODGING];
const MACHINES = [MACHINERY, COMPUTER, INSTRUMENT];
const HIRABLE = [...MACHINES, RENTAL, EQUIPMENT];
const SOFTWARES = [PACKAGE, EMBEDDED];
const GOODS = [...MACHINES, EQUIPMENT, MATERIAL, STATIONERY];
const BY_PIECE = /^(?:台|個|本|枚|基|機|式|組|セット|units?|pcs)$/;
const OF_LIFE = [FOOD, GIFT, TAX, UTILITY, WELFARE, at("insurance"), at("recruitment")];
const OF_LIFE_AND_WAYS = [...OF_LIFE, TRAVEL, VEHICLE, at("furniture")];
/** What a device may be about, or stand beside. */
const TOPICS = [...OF_LIFE_AND_WAYS, BOOKS, FREIGHT];
const NOT_COUNTED = [
  DEVELOPMENT,
  OUTSOURCING,
  VENUE,
  TRAINING,
  ...["design", "data-analysis", "patent-translation", "meeting"].map((kind) => at(kind as Kind)),
];
const HOUSEHOLD = [at("furniture"), VEHICLE, at("register")];
const EVERYTHING = allKinds.map((_, kind) => kind);

const scoreOf = (scores: Float64Array, kind: number): number => scores[kind] as number;

function lift(scores: Float64Array, kind: number, to: number): void {
  scores[kind] = Math.max(scoreOf(scores, kind), to);
}

/** A kind that several words make has as much ground as one that its own word names. */
function ground(words: Float64Array, kind: number): void {
  words[kind] = scoreOf(words, kind) + EARNEST;
}

function most(scores: Float64Array, kinds: readonly number[]): number {
  let highest = -Infinity;
  for (const kind of kinds) highest = Math.max(highest, scoreOf(scores, kind));
  return highest;
}

/** `words`: what single words say; `outcomes`: what was learned of refusals; `scores`: that and what was learned, to be put right. */
export function combine(line: LineReading, words: Float64Array, outcomes: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  people(line, words, scores);
  if (ADMITTED.test(line.description.spaced))
    lift(scores, SEMINAR, most(scores, [...GOODS, ...JOURNEY, EXHIBITION]) + 1);
  if (RELICENSED.test(line.description.spaced)) lift(scores, MISCELLANEOUS, most(scores, [...JOURNEY, ...WAGES]) + 1);
  if (SOUVENIR.test(line.description.spaced) || (OUTING.test(own) && scoreOf(words, GIFT) >= EARNEST))
    lift(scores, GIFT, most(scores, [...JOURNEY, SEMINAR]) + 1);
  if (EXAMINATION.test(own)) lift(scores, TRAINING, most(scores, EVERYTHING) + 1);
  if (scoreOf(words, RECRUITMENT) >= EARNEST) {
    if (MADE.test(own)) lift(scores, OUTSOURCING, scoreOf(scores, RECRUITMENT) + SURE);
    else lift(scores, RECRUITMENT, scoreOf(scores, ADVERTISING) + 1);
  }
  if (SHOWN_AT.test(own)) lift(scores, EXHIBITION, most(scores, [...OF_LIFE, ...GOODS, SEMINAR, MISCELLANEOUS]) + SURE);
  machines(line, words, scores);
  services(line, scores);
  const isOurs = line.vendor.length === 0 || line.company.isOwn;
  if (!isOurs && PROGRAMMED.test(own) && !AGENCY_STAFF.test(line.description.spaced))
    lift(scores, DEVELOPMENT, most(scores, [...OF_LIFE_AND_WAYS, ...WAGES, CLOUD, ADVERTISING, WORKS]) + 1);
  if (DIGITAL.test(line.description.spaced) && !CREDIT.test(own))
    for (const kind of BY_PIECE.test(line.unit) ? TOPICS : OF_LIFE) scores[kind] = scoreOf(scores, kind) - OUTWEIGHED;
  if (!MADE.test(own)) software(line, words, scores);
  rights(line, words, scores);
  if (BY_COUNT.test(line.unit) && (!WORK.test(own) || FOR_WORK.test(line.description.spaced)))
    for (const kind of NOT_COUNTED) scores[kind] = scoreOf(scores, kind) - SURE;
  if (COPIES.test(line.unit) && STUDY.test(own)) lift(scores, BOOKS, most(scores, OF_LIFE) + 1);
  if (OF_PRODUCTION.test(line.said)) {
    if (scoreOf(words, STATIONERY) >= EARNEST) lift(scores, MATERIAL, scoreOf(scores, STATIONERY) + SURE);
  } else if (
    !(line.price >= BEYOND_SUPPLIES) &&
    ((isOfficeSupply(words, outcomes) && !DEVICE.test(own)) ||
      SUPPLY.test(line.description.spaced) ||
      OFFICE_PAPER.test(own)) &&
    !MADE.test(own)
  ) {
    lift(scores, STATIONERY, most(scores, GOODS) + SURE);
    ground(words, STATIONERY);
  }
  if (LEVIED.test(line.description.spaced)) {
    lift(scores, TAX, most(scores, EVERYTHING) + 1);
    ground(words, TAX);
  }
  hours(line, words, scores);
}

/** What its own words call so, and what was learned refuses ("クリップ式センサ" it does not), is none of the other goods. */
const isOfficeSupply = (words: Float64Array, outcomes: Float64Array): boolean =>
  most(outcomes, REFUSALS) > scoreOf(outcomes, ELIGIBLE) + CLEARLY &&
  scoreOf(words, STATIONERY) >= EARNEST &&
  scoreOf(words, STATIONERY) > most(words, [...MACHINES, EQUIPMENT, MATERIAL]);

/** Testing, measuring and the like for us; the use of what others own. */
function services(line: LineReading, scores: Float64Array): void {
  const own = line.description.text;
  const { spaced } = line.description;
  const isOurs = line.vendor.length === 0 || line.company.isOwn;
  if (isOurs) return;
  if (ORDERED.test(own) || (BY_CASE.test(line.unit) && EXAMINED.test(spaced)))
    lift(scores, OUTSOURCING, most(scores, [...GOODS, ...HOUSEHOLD, ADVERTISING]) + SURE);
  if (DRAWN_UP.test(spaced)) lift(scores, OUTSOURCING, most(scores, [CLOUD, CONSULTING]) + 1);
  if (CARRIED.test(own) && BY_RIDE.test(line.unit)) return lift(scores, TRAVEL, most(scores, [RENTAL, CLOUD]) + 1);
  if ((!USED.test(spaced) && !CREDIT.test(own)) || CARRIED.test(own)) return;
  const ahead = most(scores, [...GOODS, ...WAGES, MODIFICATION, OUTSOURCING, FOOD, GIFT, WELFARE]);
  if (ROOM.test(own)) lift(scores, VENUE, Math.max(ahead, scoreOf(scores, RENTAL)) + SURE);
  else lift(scores, IN_CLOUD.test(own) ? CLOUD : RENTAL, ahead + SURE);
}

/** The company's own people, whatever the task is called; an hour of somebody else's is no wage of ours. */
function hours(line: LineReading, words: Float64Array, scores: Float64Array): void {
  if (scoreOf(words, EMPLOYEE) >= EARNEST && PART_TIMER.test(line.description.text) && !FULL_TIMER.test(line.said))
    lift(scores, PART_TIME, scoreOf(scores, EMPLOYEE) + 1);
  const isMonthly = line.unit === "人月" || (line.unit === "" && most(words, WAGES) < EARNEST);
  if (isMonthly && line.price >= MOST_MONTHLY) lift(scores, DEVELOPMENT, most(scores, WAGES) + 1);
  if (!HOURLY.test(line.unit)) return;
  const own = line.description.text;
  if (line.vendor.length > 0 && !line.company.isOwn) {
    if (CORPORATE.test(line.vendor.text) && most(words, WAGES) < EARNEST && statedItem(line.line) === null)
      lift(scores, OUTSOURCING, most(scores, [EMPLOYEE, PART_TIME]) + 1);
    return;
  }
  const text = line.said;
  if (line.price < LEAST_WAGE || line.price > MOST_WAGE || USED.test(own)) return;
  if (NO_WAGE.test(own) && !PART_TIMER.test(text)) return;
  const isPartTime = PART_TIMER.test(text)
    ? !FULL_TIMER.test(text)
    : line.price < STAFF_WAGE && scoreOf(scores, PART_TIME) > scoreOf(scores, EMPLOYEE) && !FULL_TIMER.test(text);
  lift(scores, isPartTime ? PART_TIME : EMPLOYEE, most(scores, EVERYTHING) + SURE);
}

/** Fees and translations that have nothing to do with a patent office. */
function rights(line: LineReading, words: Float64Array, scores: Float64Array): void {
  if (OFFICE.test(line.vendor.text)) lift(scores, PATENT_OFFICE, scoreOf(scores, PATENT_ATTORNEY) + SURE);
  const isTranslation = scoreOf(words, PATENT_TRANSLATION) >= EARNEST;
  const isFee = scoreOf(words, PATENT_OFFICE) >= EARNEST;
  if (!isTranslation && !isFee) return;
  const fee = scoreOf(scores, PATENT_OFFICE);
  const text = around(line);
  if (PATENT.test(text)) {
    if (isFee && BY_AGENT.test(line.description.text)) lift(scores, PATENT_ATTORNEY, fee + SURE);
    return;
  }
  if (isTranslation) lift(scores, OUTSOURCING, scoreOf(scores, PATENT_TRANSLATION) + SURE);
  if (isFee) lift(scores, STAMP.test(text) ? TAX : MISCELLANEOUS, fee + SURE);
}

const around = (line: LineReading): string => `${line.said} ${line.vendor.text}`;

/** One who builds, wires or pipes is paid. */
const isBuilder = ({ company }: LineReading): boolean => company.signals.some(({ kind }) => kind === WORKS);

/** What one of a profession asks for, no wage of ours. */
const FEE_OF_PROFESSION = /(?:監査(?:人|法人)|(?<!弁)[計理務護定]士|書士|公証人)[^\n]{0,8}(?:報酬|顧問料)|監査報酬/;
/** Paid to the staff beside their wages. */
const PAY_BESIDES = /(?<!(?:結婚|出産|弔慰|慶弔)[^\n]*)(?:手当|祝い?金|奨励金|インセンティブ|見舞金|お年玉|ご?祝儀)/;
const PAY_ALONE = /一時金|賞与|ボーナス|報奨金|慰労金|退職金(?!共済)|寸志|餅代|氷代|大入り?袋?/;
const STAFF =
  /(?<![a-z])pa(?![a-z])|パート|アルバイト|[入退]社|社員|職員|従業員|担当|スタッフ|メンバー?|従事者|[係課班]長?|技[師能]|勤続|資格/;

/** Fuel of a journey, by its purpose. */
const FUEL = /ガソリン|軽油|燃料/;
const MOVED = /出張|訪問|巡回|往復|移動|視察|社[用有]|打合せ|打ち合わせ|現地|回り|片道|通い|\d+km/;

const ROUND = /社[用有]|出張|訪問|巡回|往復|視察|回り/;

/** Experts, committees and what they eat. */
function people(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  const vendor = line.vendor.text;
  if (FUEL.test(own) && (line.vendor.length === 0 ? MOVED : ROUND).test(line.said))
    lift(scores, TRAVEL, scoreOf(scores, UTILITY) + SURE);
  // 宿泊履歴データの加工料: what is worked on is data, whatever it is about.
  if (WORK_ON_DATA.test(line.description.text)) lift(scores, OUTSOURCING, most(scores, JOURNEY) + 1);
  if (most(words, JOURNEY) >= EARNEST) {
    const journey = most(scores, JOURNEY);
    if (COMMITTEE.test(own) || (COMMITTEE.test(around(line)) && !EXPERT.test(own)))
      lift(scores, MEETING_TRAVEL, journey + SURE);
    else if (EXPERT.test(own) || LECTURER.test(vendor)) lift(scores, EXPERT_TRAVEL, journey + SURE);
  }
  if (BY_WAY.test(own) || BY_WAY.test(line.specification.text))
    if (BY_LOAD.test(line.unit)) lift(scores, FREIGHT, most(scores, [...GOODS, ...JOURNEY, RENTAL]) + 1);
    else lift(scores, TRAVEL, most(scores, [TRAINING, SEMINAR]) + 1);
  if (FEE_OF_PROFESSION.test(own)) lift(scores, OUTSOURCING, most(scores, [...WAGES, PATENT_ATTORNEY]) + 1);
  if (AGENCY_STAFF.test(line.description.spaced)) lift(scores, DISPATCH, scoreOf(scores, DEVELOPMENT) + 1);
  if (SENT.test(own)) lift(scores, TECHNICAL_GUIDANCE, most(scores, [DISPATCH, TRAINING]) + SURE);
  if (HONORARIUM.test(own) && (COMMITTEE.test(around(line)) || CONVENED.test(own)))
    lift(scores, MEETING_HONORARIUM, scoreOf(scores, TECHNICAL_GUIDANCE) + SURE);
  if (line.vendor.length === 0 && (PAY_ALONE.test(own) || (PAY_BESIDES.test(own) && STAFF.test(own)))) {
    const kind = PART_TIMER.test(own) ? PART_TIME : EMPLOYEE;
    lift(scores, kind, most(scores, [GIFT, GIVEAWAY, MATERIAL, WELFARE, MISCELLANEOUS, RECRUITMENT, TRAVEL]) + SURE);
    ground(words, kind);
  }
  if (BY_MEAL.test(line.unit) && !TRIED.test(line.said)) {
    lift(scores, FOOD, most(scores, EVERYTHING) + 1);
    ground(words, FOOD);
  }
  if (scoreOf(words, FOOD) < EARNEST) return;
  const food = scoreOf(scores, FOOD);
  if (SOCIETY.test(own) || SOCIETY.test(vendor)) lift(scores, SEMINAR, food + SURE);
  if (TRIED.test(own)) lift(scores, MATERIAL, food + SURE);
  else if (ON_TRIP.test(line.said)) lift(scores, TRAVEL, food + SURE);
  else if (!MEETING.test(around(line))) {
    const kind = OF_STAFF.test(own) ? WELFARE : CELEBRATED.test(own) ? GIFT : null;
    if (kind === null) {
      if (scoreOf(words, FOOD) === most(words, EVERYTHING)) lift(scores, FOOD, scoreOf(scores, MISCELLANEOUS) + 1);
      return;
    }
    lift(scores, kind, food + SURE);
    ground(words, kind);
  }
}

function machines(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  const changed = scoreOf(scores, MODIFICATION);
  if (scoreOf(words, MODIFICATION) > 0 && AGAIN.test(line.said) && !CHANGED.test(own)) {
    const machine = Math.max(scoreOf(scores, MACHINERY), scoreOf(scores, COMPUTER));
    if (most(words, [MACHINERY, COMPUTER]) >= 2) lift(scores, MACHINERY, Math.max(machine, changed) + 0.5);
  }
  if (scoreOf(words, RENTAL) >= EARNEST) {
    if (HIRED.test(own.trim())) lift(scores, RENTAL, most(scores, HIRABLE) + 1);
    if (ROOM.test(own)) lift(scores, VENUE, Math.max(scoreOf(scores, RENTAL), scoreOf(scores, VENUE)) + SURE);
  }
  // What is on the way is not what is bought.
  if (scoreOf(words, FREIGHT) >= EARNEST && ROUTE.test(own))
    lift(scores, FREIGHT, most(scores, SHIPPED.test(own) ? [...GOODS, ...JOURNEY] : GOODS) + 1);
  if (MENDED.test(line.description.spaced) && AS_A_WHOLE.test(line.unit) && scoreOf(words, REPAIR) >= EARNEST)
    lift(scores, REPAIR, most(scores, MACHINES) + 1);
  if (UPKEEP.test(line.description.spaced) && !SURFACES.test(own) && line.vendor.length > 0)
    lift(scores, CLEANED.test(own) ? MAINTENANCE : REPAIR, most(scores, [...GOODS, ...HOUSEHOLD, WORKS, TRAINING]) + 1);
  if (MAINTAINED.test(line.description.spaced)) lift(scores, MAINTENANCE, most(scores, MACHINES) + 1);
  if (INSTALLED.test(own)) lift(scores, INSTALLATION, most(scores, MACHINES) + SURE);
  const { spaced } = line.description;
  if (scoreOf(words, WORKS) >= EARNEST && WORKED.test(spaced)) lift(scores, WORKS, most(scores, MACHINES) + 1);
  else if (WIRING.test(spaced) && !DONE.test(own) && !isBuilder(line))
    lift(scores, MATERIAL, scoreOf(scores, WORKS) + 1);
  else if (PARTS.test(spaced) || SELF_MADE.test(line.said)) lift(scores, MATERIAL, most(scores, MACHINES) + 1);
  if (isBuilder(line) && BUILT.test(line.unit) && (SUPPLY_LINES.test(own) || WIRING.test(spaced)) && !PIECES.test(own))
    lift(scores, WORKS, most(scores, [...GOODS, MODIFICATION]) + 1);
  else if (isBuilder(line) && GROUNDWORK.test(spaced) && !PIECES.test(own))
    lift(scores, WORKS, Math.max(most(scores, [...GOODS, MODIFICATION, TRAINING]), most(scores, HOUSEHOLD)) + 1);
  else changes(line, words, scores);
  if (VEHICLES.test(spaced) && line.unit === "台" && line.price >= BEYOND_SUPPLIES)
    lift(scores, VEHICLE, most(scores, GOODS) + 1);
  else if ((MACHINE_COUNT.test(line.unit) || COUNTED.test(own)) && line.price >= BEYOND_SUPPLIES)
    lift(scores, EQUIPMENT, Math.max(scoreOf(scores, MATERIAL), scoreOf(scores, STATIONERY)) + 1);
  if (SHORT_LIVED.test(line.said) || BY_MEASURE.test(line.unit)) lift(scores, MATERIAL, most(scores, GOODS) + SURE);
}

/** A part put into a machine, or its figures taken out of it: the machine is changed, nothing is built. */
function changes(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  const { spaced } = line.description;
  if (BUILDING.test(own) || PROGRAM.test(own)) return;
  const isFitted = FITTED.test(spaced) && most(words, MACHINES) >= 2;
  const isRebuilt = (REBUILT.test(spaced) || ADDED_TO.test(spaced)) && HOST.test(own);
  if (isFitted || isRebuilt) lift(scores, MODIFICATION, most(scores, [...MACHINES, WORKS, INSTALLATION, EMBEDDED]) + 1);
}

function software(line: LineReading, words: Float64Array, scores: Float64Array): void {
  const own = line.description.text;
  const spoken = Math.max(most(words, SOFTWARES), scoreOf(words, DEVELOPMENT));
  const score = Math.max(most(scores, SOFTWARES), scoreOf(scores, DEVELOPMENT));
  const isBuiltIn = BUILT_IN.test(line.said) && !ON_THE_WEB.test(own);
  if (isBuiltIn && PROGRAM_ITSELF.test(own)) lift(scores, EMBEDDED, Math.max(score, most(scores, GOODS)) + 2);
  else if (isBuiltIn && spoken >= 2) lift(scores, EMBEDDED, score + 2);
  else if ((spoken >= 1.5 || SOFTWARE.test(own)) && BOUGHT_OUT.test(line.said) && !SUBSCRIBED.test(own))
    lift(scores, PACKAGE, Math.max(score, scoreOf(scores, CLOUD)) + 3);
}
