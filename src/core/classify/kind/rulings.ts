/**
 * What several words make of a line that none of them says alone: the kind that it then is, and the kinds that its other
 * words only seem to name, being what something is done to, is for, or is about. In the order in which they are asked.
 */
import { CONTRACTS, DURABLE, PROPERTY, WAGES } from "../groups";
import { withRelatives } from "../families";
import type { Kind } from "../kinds";

/** Who is paid, by the vendor: nobody named, or one who builds, wires or pipes. */
export type Payee = "nobody" | "builder";

/** What is asked of a line: all that is stated has to hold. */
export interface Condition {
  /** Stands at the end of a phrase of the item, or before the words for what is paid. */
  readonly head?: RegExp;
  /** Stands in the item; in item or remarks; in these or the vendor's name. */
  readonly item?: RegExp;
  readonly said?: RegExp;
  readonly around?: RegExp;
  /** Does not stand in the item; nor in item, remarks or the vendor's name. */
  readonly but?: RegExp;
  readonly nowhere?: RegExp;
  readonly unit?: RegExp;
  /** Yen a unit at least. */
  readonly from?: number;
  readonly paid?: Payee;
  /** Words of the line speak for one of these in earnest; for none of these, but in passing. */
  readonly spoken?: readonly Kind[];
  readonly unspoken?: readonly Kind[];
}

export interface Ruling extends Condition {
  readonly kind: Kind;
  /** It comes before these; before all where none is named. */
  readonly over?: readonly Kind[];
}

/** What a line hardly is, whatever its words name. */
interface Unlikely extends Condition {
  readonly kinds: readonly Kind[];
  /** Log-odds. */
  readonly by: number;
}

const either = (...patterns: RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join("|"));

const JOURNEY: readonly Kind[] = ["travel", "lodging"];
const LABOUR: readonly Kind[] = [...WAGES];
const KEPT_UP: readonly Kind[] = ["maintenance", "modification", "repair"];
const MACHINES: readonly Kind[] = ["machinery", "computer", "instrument"];
export const GOODS: readonly Kind[] = [...MACHINES, "equipment", "material", "stationery"];
const THINGS: readonly Kind[] = [...GOODS, ...DURABLE];
/** What a program or a device may be about. */
const OF_LIFE: readonly Kind[] = ["food", "catering", "gift", "tax", "utility", "welfare", "insurance", "recruitment"];

const SOFTWARE: readonly Kind[] = ["package-software", "embedded-software", "software-development"];

/** Yen: nothing of an office's supplies costs as much. */
export const BEYOND_SUPPLIES = 200_000;

const EXPERT =
  /指導(?:に)?来社|メーカー?(?:の)?(?:技術[者員]|技師)|名人|を招[いく]|に来てもら|専門家|講師|指導(?:員|者|役|講師)|アドバイザ|技術(?:指導|顧問|士(?!官))|招へい|招聘|(?:外部|社外|海外|来訪)(?:の)?(?:技師|技術者|技術員|講師|コーチ|人材)|助言(?:者|役|員)|コーチ(?!ング)|コンサルタント|診断士|メンタ|(?<![a-z])(?:expert|lecturer|advis[eo]r|instructor)(?![a-z])/;
const COMMITTEE =
  /委員|有識者|検討会|評価会|審議会|協議会|(?:アドバイザリ|諮問|運営)ー?ボード|審査[員会]|部会|(?<![a-z])(?:board|committee|panel|council)(?![a-z])/;
/** What is eaten there is of the meeting. */
export const MEETING = either(
  COMMITTEE,
  /(?:役員|理事)会(?!後)|会議|懇談会|打ち?合わ?せ?|ミーティング|(?<![a-z])(?:meeting|workshop)(?![a-z])|ワークショップ|[部報告明]会(?!社)|キックオフ|協議/,
);
const ROOM =
  /(?:venue|(?:meeting|conference|seminar) room|会場|会議室|ホール|研修室|集会室)(?!の?(?:予約|管理|案内|用))/;
/** Somebody else's thing, used for a time. */
export const USED =
  /(?:(?<!日常)(?<!通常)(?<!例年)(?<!毎[日年])(?<!常時)(?<!短期)(?<!社内)使用|(?<!日常)(?<!通常)利用|借用|(?:時間|分|秒|日)(?:貸し?|借り?|課金)|(?<!生徒)(?<!児童)(?<!利用者)(?<!来[場店]者)(?<!社員)(?<!顧客)(?<!会員)貸出し?|賃貸し?|貸し?切り?|ホスティング|(?:情報|聴取|視聴|配信)(?=料))分?/;
/** Food and the like as a material. */
export const TRIED =
  /原料|材料|試作|サンプル|検体|試料|仕込|醸造|製造用|加工用|(?:検証|試験|実証|評価|撮影|学習|分析|計測|試食|教師(?:画像|データ)?)用/;
/** Done to these it is works. */
const SURFACES =
  /(?<!炉)床(?!屋)|壁|プール|ボード(?=の?[貼張])|天井(?!クレーン|走行)|屋根|屋上|天窓|畳|襖|障子|クロス|タイル|カーペット|絨毯|舗装|アスファルト|土間|コンクリ|モルタル|外構|外装|内装|ライン(?:の)?引|白線|区画線|駐[車輪]|フェンス|門扉|シャッタ|看板|芝(?!刈)|テント|勾配|側溝|排水桝|ピット|基礎|幹線|動力線|スラブ|石|(?<!煉)瓦|間仕切|建[屋物]|社屋|倉庫|サッシ|シーリング|電線|配線|橋|路/;
/** What is changed in them is no machine. */
const STRUCTURE =
  /取り?付け?工事|換気扇|分電盤|ブレーカ|シャッタ|建[屋物]|社屋|[床壁]|天井|屋根|天窓|外構|内装|外装|ダクト|照明|空調|[給排]水|扉|ドア|配管|配線|電気(?:工事|設備)|電源|[室棟]|トイレ|便所|店舗|工場|倉庫|事務所|駐車|舗装|厨房|基礎|間仕切/;
const MACHINERY =
  /[機盤炉船艇隻秤器槽]|装置|ライン|ロボ|ポンプ|ミシン|プレス|コンベ[ヤア]|コンプレッサ|ボート|クレーン|窯|釜|車載|[漁教]習?車|設備(?!工)/;
const PROGRAM =
  /システム|ソフト|プログラム|アプリ|サイト|画面|ページ|帳票|機能(?!の?追加)|データベース|(?<![a-z])db(?![a-z])|ec/;
const WIRING =
  /(?:ケーブル|コネクタ|端子|ダクト|モール|プラグ|ブレーカ|電線|金具|ボルト|ナット|コンセント|配線材)(?:類|材)?/;
/** Bought by the piece all the same. */
const PIECES = /材$|材料|部材|(?:\d+|1?)(?:個|本|巻)入/;
/** Somebody is paid to make it. */
const MADE =
  /委託|請負|開発|作業|業務|制作|作成|構築|代行|外注|改修|カスタマイズ|設計(?:[・と]|及び)|実装|プロンプト|プログラミング|コーディング/;
const BUILT_IN =
  /組込|組み込|内蔵|搭載(?=\S{0,4}(?:プログラム|ソフト))|書き?込み?済|機上搭載|本体(?:に|へ)?(?:搭載|付属|一体)|一体(?:で|型)|出荷時|プリインスト|プレインスト|バンドル/;
/** Built into nothing but itself. */
const ON_THE_WEB = /サイト|ページ|(?<!ロ)ボット|(?<![a-z])(?:ec|web|line|bot)(?![a-z])/;
/** Rights that a patent office grants. */
export const PATENT =
  /特許|出願|商標|意匠|実用新案|utility model|知財|知的財産|明細書|請求項|要約書|優先権|拒絶|審査請求|年金|先行技術|pct|wipo|uspto|jpo|epo|patent|attorney|national phase|弁理|工業所有権|産業財産権|cnipa|kipo|euipo|官費|官納|庁(?=[)費手納]|手数料)|権利化/;
/** Ink and paper of production, not of an office. */
const OF_PRODUCTION = /導電|染料|顔料|銀ペースト|食用|捺染|シルク|スクリーン印刷|uvインク|昇華|産業用|試作|試験/;

/** What rulings of a group have in common. */
const paidBesides = {
  kind: "employee-wage",
  over: ["gift", "giveaway", "material", "welfare", "miscellaneous", "recruitment", "travel"],
  paid: "nobody",
} as const;
const keptUp = { over: [...THINGS, "works", "training", "repair"], but: SURFACES } as const;
const changed = {
  kind: "modification",
  but: either(STRUCTURE, PROGRAM),
} as const;
const built = { kind: "works", but: PIECES, paid: "builder" } as const;
const lasting = { kind: "equipment", over: ["material", "stationery"], from: BEYOND_SUPPLIES } as const;
const builtIn = { kind: "embedded-software", said: BUILT_IN, but: either(MADE, ON_THE_WEB) } as const;

export const RULINGS: readonly Ruling[] = [
  // Fuel by the litre or the bottle, which nobody meters. Journeys, by the one who travels and by what moves.
  {
    kind: "material",
    over: ["utility", "miscellaneous", ...LABOUR],
    item: /[重軽灯]油|ガソリン|燃料|プロパン|lp(?:ガス|g)/,
    unit: /^(?:k?l|kg|本|缶|リットル)$/,
  },
  {
    kind: "travel",
    item: /ガソリン|軽油|燃料/,
    said: /社[用有]|出張|訪問|巡回|往復|視察|回り/,
  },
  {
    kind: "technical-guidance",
    over: [...JOURNEY, "dispatch-wage", "training", "seminar"],
    item: /(?:出張|訪問|来社)(?:の)?(?:講習|レクチャ|指導|講座|研修|トレーニング|デモ|説明)(?!会)|(?:指導[員者]|講師|専門家|アドバイザ|コーチ|診断士|技術士|(?:教育|講習|指導) ?技術[者員])(?:の)?派遣|メーカー?(?:の)?技術[者員]の?[^\s]{0,4}(?:教育|指導|講習)/,
  },
  // What a cash register is made up of.
  {
    kind: "register",
    over: ["computer", "equipment"],
    head: /ドロア|ドロワー?|スキャナー?|プリンタ?ー?|リーダー?|ディスプレイ/,
    item: /(?<![a-z])pos(?![a-z])|レジ(?![袋ンス])/,
  },
  { kind: "expert-travel", over: JOURNEY, spoken: JOURNEY, item: EXPERT, but: COMMITTEE },
  { kind: "meeting-travel", spoken: JOURNEY, item: COMMITTEE },
  // What one of a profession asks for is no wage of ours, and who comes to teach is no agency's staff.
  {
    kind: "outsourcing",
    over: [...LABOUR, "patent-attorney"],
    item: /(?:監査(?:人|法人)|(?<!弁)[計理務護定]士|書士|公証人)[^\n]{0,8}(?:報酬|顧問料)|監査報酬/,
  },
  {
    kind: "meeting-honorarium",
    item: /謝金|謝礼|honorari/,
    around: either(COMMITTEE, /会議(?!室|費|所|システム)|ミーティング|meeting/),
  },
  // Paid to the staff beside their wages.
  { ...paidBesides, item: /一時金|賞与|ボーナス|報奨金|慰労金|退職金(?!共済)|寸志|大入り?袋?/ },
  {
    ...paidBesides,
    item: /(?<!(?:結婚|出産|弔慰|慶弔)[^\n]*)(?:手当|祝い?金|奨励金|インセンティブ|見舞金|お年玉|ご?祝儀|[餅氷]代)/,
    around:
      /(?<![a-z])pa(?![a-z])|パート|アルバイト|[入退]社|社員|職員|従業員|担当|スタッフ|メンバー?|従事者|[係課班]長?|技[師能]|勤続|資格|寸志|[夏冬][季期の]|盆/,
  },
  // What is eaten: nothing else is counted so; on a journey, as a material.
  { kind: "food", unit: /^(?:食|膳|杯|人前)$/ },
  { kind: "travel", over: ["food"], spoken: ["food"], said: /出張|旅程|視察中/ },
  { kind: "material", over: ["food"], spoken: ["food"], item: TRIED },
  // Admission to where something is shown or taught; a licence that one has to renew; a stand at a fair, whatever it is of.
  {
    kind: "gift",
    over: [...GOODS, "books", "works", "seminar", "training", "membership-fee", "dues"],
    item: /ゴルフ(?!場|用|シミュ|練習|クラブ|カート|ボール|ウ[ェエ]ア)|[忘新]年会|祝賀会|慰労会|贈答[^\s]{0,3}(?:品|酒|菓子|ウイスキー|セット)|へのご?(?:挨拶|あいさつ)(?:の?品)?|招待(?:状|席|費)?(?=$|[\s(])|花束代|玉串|直会|(?:ビール|商品)券/,
  },
  {
    kind: "training",
    item: /(?<!検査の?)受[験検](?:手数)?(?:料|代|費用?)(?:$|[(])|(?<!登録)免[許状](?:の取得)?(?:$|[(])/,
  },
  // What an inspector asks for, a licence renewed, what is thrown away.
  {
    kind: "miscellaneous",
    item: /(?<!受)検(?:査(?:の?受検)?|定)(?:手数)?料(?=$|[\s(])|免[許状]証?の?更新|(?:汚泥|残土|廃[液棄油材水]|おから|残渣|[ごゴ][みミ]|スクラップ|灰)[^、+]{0,6}(?:処[分理]|引き?取り?|抜き?取り?|回収)(?:[費代料]|$|[\s(])/,
    but: /講習|・残土/,
  },
  {
    kind: "exhibition",
    item: /(?:出展|出店|小間)(?:小間|登録|参加|申込)?(?:料|費)/,
  },
  // What is done to a machine: mended (another one in its place is bought), cleaned, kept up, installed, changed.
  {
    kind: "repair",
    over: MACHINES,
    head: /修理|修繕|補修|巻き?替え?|オーバーホール|oh/,
  },
  {
    ...keptUp,
    kind: "repair",
    head: /(?:[締巻組]め?直し|[打溶縫漏]ち?(?:接|水|れ)?直し|(?:[貼張塗]|葺)[りき]?(?:[替か]え?|直し)|(?:^|[のを] ?| )直し|[替か]える|[付つ]け[替か]え|塗装|肉盛り?(?:補修)?)(?:直し|整備)*/,
  },
  {
    kind: "repair",
    over: ["works"],
    head: /修理|修繕|補修|交換|取り?替え?/,
    item: MACHINERY,
    but: either(SURFACES, STRUCTURE, /受電|引込|動力盤/),
  },
  {
    kind: "works",
    over: ["repair", "maintenance"],
    head: /補修|塗装|(?:[貼張塗]|葺)[りき]?(?:[替か]え?|直し)/,
    item: SURFACES,
  },
  // Paint by what it does (防錆, 遮熱) is put on what is built, not on what moves.
  {
    kind: "works",
    head: /塗装|塗床|コーティング/,
    but: /[機械車船艇缶箱]|筐体|板金|バス|トラック|荷台|装置|ロボ|クレーン|遊具|ライン/,
  },
  {
    ...keptUp,
    kind: "maintenance",
    head: /(?:研磨|研ぎ|目立て|増し?締め?|注油|(?<!耐)洗浄|清掃|掃除|磨き)(?:直し|整備)*(?!・[^\s]*機)/,
  },
  {
    kind: "maintenance",
    over: [...THINGS, ...JOURNEY, "freight"],
    head: /コーティング|ワックス[が掛]け|(?:防錆|撥水|防水)(?:処理|加工)/,
    item: /[車船艇]|トラック|バス/,
    but: SURFACES,
  },
  {
    ...changed,
    head: /(?:センサ|ロガ|[計盤]|メータ|カメラ|ユニット|ボード|基板|インバータ|端末|タグ|弁|バルブ|検出器|カウンタ|i\/f|インタフェース|モジュール|コントローラ|エンコーダ|スケール|ゲージ|治具|ハンド|カバー?|リレー?|接点|ポート)(?:の|への)?(?:組み?込み?|取り?付け?|追加|増設|載せ?替え?|後付け?|装着|組み?付け?)(?:改造)?/,
    spoken: MACHINES,
  },
  {
    ...changed,
    head: /(?:改造|改修|改良|更新改造|組替え?|仕様変更|(?:デジタル|iot|電動|自動|制御|インバータ)化|機能の?追加|信号取り?出し|(?:plc|制御[盤部]?|基板|インバータ|サーボ|コントローラ|シーケンサ)(?:の)?(?:更新|入れ?替え?|換装|載せ?替え?))|組み?付け?|(?:常設|取り?付け?|固定)加工|後付け?(?:加工)?/,
    item: MACHINERY,
  },
  {
    kind: "software-development",
    over: ["modification"],
    head: /(?:site|app|software|system|program|page|data|erp|mes|crm|ui|api) modification/,
  },
  {
    kind: "equipment",
    over: KEPT_UP,
    head: /(?:pc|computer|server|printer|tablet|terminal|phone|conditioner|refrigerator|machine|robot|vehicle)s? replacement/,
  },
  { kind: "outsourcing", over: ["printing"], item: /(?:3d|metal|resin) printing/ },
  {
    kind: "installation",
    head: /据え?付け?(?:調整)?|(?:設置|試運転|立ち?上げ)の?[・、]?(?:初期設定|設定|調整)/,
    but: either(STRUCTURE, /工事|[輸配運移]送|運搬|搬入|通関|移設|架台|[柱梁]/),
    paid: "nobody",
  },
  {
    kind: "works",
    head: /取り?付け?|敷設/,
    item: STRUCTURE,
    paid: "nobody",
  },
  // Parts of a wiring and of machines are bought as they are, unless one who builds is paid for what is built of them.
  {
    kind: "material",
    over: ["works"],
    head: WIRING,
    but: /工事|工$|施工|敷設|取付|設置|増設|新設|移設|入替|引き?込み?|交換|補修|改修/,
  },
  {
    kind: "material",
    over: [...MACHINES, ...KEPT_UP, "equipment"],
    head: /(?:[電鋼木]材|(?:樹脂|鋼|アルミ|合|金属)板|部品|パーツ|部材|材料|資材|予備品|交換品|取り?替え?品)類?/,
  },
  {
    kind: "material",
    over: ["miscellaneous", "gift", "giveaway"],
    head: /材料|食材/,
    but: /配布|試食/,
  },
  // Clothes, whoever wears them.
  {
    kind: "material",
    over: [...LABOUR, "technical-guidance", "lecture", "cloud-service", "training"],
    head: /ユニフォーム|制服|作業[服着]|白衣/,
  },
  {
    ...built,
    item: /電気容量|受電|受変電|幹線|分電盤|動力盤|引き?込み?盤|キュービクル|契約電力|通線|専用回路|(?:^|[^a-z\d])(?:単相|三相|3φ|1φ)/,
  },
  { ...built, head: WIRING },
  // By price and count: a vehicle, what lasts, what is used up.
  {
    kind: "vehicle",
    over: [...GOODS, ...JOURNEY],
    head: /タクシー?|taxi|(?<![a-z\d.])\d{1,2}(?:\.\d+)?t ?(?:ダンプ|ウイング|ユニック|平ボディ|[^\s]{0,4}車)|(?<!(?:^| )[風水]|[台送歯滑拍馬列電汽動])車(?=$|(?:購入|中古|新車|一式|[\d.]+[a-z]+|\d台|[\s(])*$)/,
    unit: /^台$/,
    from: BEYOND_SUPPLIES,
  },
  { ...lasting, unit: /^(?:台|基|面)$/ },
  {
    kind: "material",
    over: GOODS,
    said: /\d(?:か月|週間?|回|ショット|日)(?:毎|ごと|で|程度で)(?:に)?(?:交換|廃棄|取替|取り替え)|短期使用|使い捨て/,
  },
  { kind: "material", over: GOODS, unit: /^(?:巻|kg|g|t|袋|箱|缶|束|(?:roll|bag|can|drum|spool|ream|bottle)s?)$/ },
  // Done for us by others: tested and measured; what is theirs and used for a time.
  {
    kind: "outsourcing",
    over: [...DURABLE],
    head: /(?:測定|計測|試験|分析|検査|観察|評価|鑑定|探査|調査|撮影|測量|(?:登録|入力)作業)(?:\d[\da-z]*)?/,
    unit: /^(?:件|語|検体|試料|項目|点|株|成分|測定|条件|回|品|サンプル|ロット|橋|頁)$/,
  },
  // Served for a time it is somebody's program, by the sample work.
  {
    kind: "outsourcing",
    over: [...THINGS, ...KEPT_UP],
    head: /(?:測定|計測|分析|検査|試験|解析)サービス/,
    but: /クラウド|利用|使用|月額|年額|(?<![a-z])(?:saas|ai|api)(?![a-z])/,
  },
  // By turns, of what has to go on running; a sample is tested.
  {
    kind: "maintenance",
    head: /(?:年次|定期|法定|月例|中間)[^\s]{0,4}(?:試験|試運転|検査)/,
    item: MACHINERY,
    but: /検査(?:手数)?料|水質|排[水ガ]|濃度/,
  },
  {
    kind: "data-analysis",
    over: [...LABOUR, ...KEPT_UP, "books"],
    head: /(?:整[備理]|登録|作成|入力|加工|収集|分類|(?:前)?処理|修正|移行|統合|電子化|データ化|取り?まとめ|棚卸し?|(?:ラベル|タグ|字幕)付け?)/,
    item: /データ|マスタ|記録|履歴|実績|台帳|図面|画像|写真|動画|音声|帳票|伝票|部品表|書類|文書/,
    unit: /^(?:式|件|)$/,
    paid: "nobody",
    unspoken: LABOUR,
  },
  { kind: "data-analysis", over: KEPT_UP, head: /(?:データ|コーパス|マスタ|台帳|辞書|文書)(?:の|\s)?整備/ },
  {
    kind: "freight",
    head: /(?:往復|片道)便|出荷|搬入/,
    item: /展示品|機材|試作[機品]|荷物|サンプル|[機器]|ロボ/,
  },
  {
    kind: "rental",
    head: /(?:[傭用]船|船[^\s]{0,3}チャータ|リース|賃借|借上げ?|共架|占用)[料費代]/,
  },
  { kind: "outsourcing", head: /下請け?/ },
  { kind: "venue", over: ["rental"], item: ROOM },
  // A program that is paid for by the month; one that is bought: built into a machine, or for good.
  {
    kind: "cloud-service",
    over: [...SOFTWARE, "data-analysis"],
    item: /ソフト|(?:解析|分析|判定|検査)サービス|アプリ|ツール|システム|サーバ(?:の)?[代使利料]|(?<![a-z])(?:aws|azure|saas)/,
    unit: /^(?:月|[ヶかカケ]月|id月|年)$/,
    but: MADE,
  },
  {
    ...builtIn,
    over: [...SOFTWARE, ...GOODS],
    item: /(?:ソフト(?:ウ[ェエ]ア)?|プログラム|ファーム(?:ウ[ェエ]ア)?|(?<![a-z])sw)(?=$|[\s(]|一式|(?:組み?込み?|内蔵)(?:済み?)?(?:$|[\s(]))/,
  },
  { ...builtIn, over: SOFTWARE, spoken: SOFTWARE },
  {
    kind: "package-software",
    said: /買い?切り?|買い?取り?|永続|永久|パッケージ(?:版|ソフト|$)|dl版|ダウンロード|スタンドアロ|スタンドアロン|売り?切り?|一括購入|インストール版|オンプレ|cd-?rom|dvd|ボリュームライセンス|パーペチュアル|perpetual|ドングル|usb ?key/,
    item: /(?<![a-z])sw(?![a-z])|ソフト|ツール|ライセンス|cad|システム|アプリ/,
    but: either(MADE, /saas|クラウド|サブスク|月額|従量|asp(?![a-z])|月払|年額|年払/),
  },
  // Fees and translations that have to do with no patent office, and what its agent takes.
  {
    kind: "patent-attorney",
    item: /(?:事務所|弁理士|代理人)分|(?:代行|代理|管理|事務)(?:人)?(?:手数料|報酬|費用?|料)|弁理士/,
    around: PATENT,
    spoken: ["patent-office-fee"],
  },
  { kind: "outsourcing", over: ["patent-translation"], nowhere: PATENT, spoken: ["patent-translation"] },
  { kind: "miscellaneous", over: ["patent-office-fee"], nowhere: PATENT, spoken: ["patent-office-fee"] },
  // What keeps people from a machine, and what is bought to be lent.
  {
    kind: "equipment",
    over: ["works", ...KEPT_UP],
    item: /(?:安全|防護|遮光|セル|ロボ(?:ット)?)[^\s]{0,6}(?:フェンス|柵)|(?:フェンス|柵)[^\s]{0,3} ?[^\s]{0,6}(?:セル|ロボ|[機盤])/,
    but: /工事|設置|施工|張替|撤去|取付|アンカ|固定|[止打]|床/,
    spoken: ["works"],
  },
  { kind: "equipment", over: ["rental", "miscellaneous"], item: /(?:貸出|レンタル|賃貸)用.*仕入/ },
  // Ink and paper of production, not of an office; a tax by its end.
  { kind: "material", over: ["stationery"], said: OF_PRODUCTION, spoken: ["stationery"] },
  {
    kind: "tax",
    head: /[^\s免課節納減増脱]税(?:の?(?:納付|支払))?(?:分|額|金)?(?=$|[(\d]| [^\s]*(?:[分額期割台月年]|納付)$)/,
  },
];

/** At the end of a phrase a digital thing is that: of what, the words before it say ("弁当 注文管理システム"). */
const DIGITAL =
  /(?:システム|アプリ|ソフト|センサ|モニタ|カメラ|ロボット?|装置|カウンタ|ゲート|端末|スキャナ|コントローラ|ロガ|タグ|gps|(?:収集|制御|監視|操作|記録)[器盤])(?:開発|構築|制作|製作|導入|改修|一式)*/;
const COUNTED = /^(?:台|個|本|基|機|巻|袋|箱|缶|units?|pcs?)$/;
const NOT_COUNTED: readonly Kind[] = [...CONTRACTS, "venue", "meeting", "meeting-honorarium", "meeting-travel"];
/** What is done, for or to a thing, and all that is like it. */
const DONE = withRelatives("works", "repair", "freight", "travel", "outsourcing", "meeting", "employee-wage");

export const UNLIKELY: readonly Unlikely[] = [
  // One word that ends as things do: the rest only says what it is for, on or part of (校正用ゲージ, センサー支柱).
  {
    kinds: DONE,
    by: 15,
    head: /^[^\s(、,]*(?:装置|(?<![動有投危待時])機|(?<!楽)器|(?<=[度量圧力流速距重光湿質録さ])計|(?<!基)盤|(?<!看)板|[金器工治]具|(?<!人|教|取|題)材|片|支柱|架台|キット|ゲージ|カバ|モニタ|センサ|コンベ[ヤア]|ロガ|カメラ|(?<!ハッシュ)タグ|端末|ロボット?|ユニット|(?<!ダッシュ)ボード|ボックス|ホルダ|スタンド|レール|ノズル|フィル[タム]|ベルト|ケーブル|コネクタ|アダプタ|アンテナ|照明|[号示]灯|シール|標章|バルブ|モータ|部品|パーツ|スキャナ|プリンタ)(?:本体|一式)?(?: ?\d+[台個本枚式組])?(?:\(.*\))?$/,
  },
  // Whoever it is for: what is spent, not paid to him (社長 交際費).
  {
    kinds: LABOUR,
    by: 5,
    head: /(?<!人件|労務|福利|厚生|ト|[員給遣業動事援])費/,
  },
  // So often, or for so long: nothing that lasts is bought so.
  { kinds: [...DURABLE], by: 3, unit: /^(?:回|名|人|h|時間|日|泊|往復|片道)$/ },
  { kinds: [...DURABLE], by: 3, head: /ソフト(?:ウ[ェエ]ア)?/ },
  { kinds: [...OF_LIFE, "travel", "vehicle", "freight"], by: 5, head: DIGITAL },
  // A fee in English, and no word of a patent.
  { kinds: [...PROPERTY], by: 5, item: /^[ -~]+$/, nowhere: PATENT },
  // Counted by the piece: a thing, whatever it does.
  { kinds: NOT_COUNTED, by: 3, unit: COUNTED },
];
