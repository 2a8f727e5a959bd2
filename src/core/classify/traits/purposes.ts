/** What a line is for: the project, or the company's own affairs. */
import type { Kind, Trait } from "../kinds";
import { CONTRACTS, DURABLE, JOURNEYS, kinds, LEARNING, PROGRAMS, PROPERTY, WAGES } from "../groups";
import { phrase, type Phrase } from "../reading/phrase";
import { SPLIT } from "./project";
import { relation } from "./relation";
import { ITEM, TEXT, type Search } from "./search";

/** Uses that are plainly the company's own affairs, whatever the project. */
const OWN_AFFAIRS = phrase(
  /役員会(?![議資向])|(?:株主|通常)総会|(?<!旧)役員(?:室|車|社宅|応接|専用|用(?!途)|フロア)|(?:社長|専務|会長|役員)私有|社長(?:室|車|専用|用(?!途)|個人|宅|の)|会長(?:室|車|宅|用(?!途))|(?:社員|独身|従業員)寮|社宅|通勤(?!手当|費)|草刈り?(?!機|ロボ|ドローン)|福利厚生|慰安|社員旅行|忘年会|新年会|歓送迎|イメージアップ|企業イメージ|ブランド刷新|ゴルフ(?!シミュ|場|練習|スク|体験|レッスン|アプリ|打席|予約|スイング|データ|カート|クラブ製|事業|業|ライン|測|ai|vr|用?弾道)|車検(?!ライン|機器|場|予約|システム|対応|機能|見積)|社用(?!途)|営業車|営業用車|営業(?:部配備|活動|回り)|(?:利用者|役員|社長|会長|顧客|来客)(?:の)?送迎|配達用|\(配達\)|私[用的物邸]|個人用|個人利用|自宅|まかない|レクリエーション|家族旅行|趣味|社内報|社員向け広報|緑化|景観|(?:見栄え|見た目|外観)[のを]?(?:改善|向上|良く|よく|整え)|(?:本社|事務所|社屋|オフィス|支店|営業所)(?:の)?(?:改装|模様替え|外壁|リフォーム|ファサード)|(?:本社|事務所|社屋|オフィス|支店|営業所|店舗)(?:の)?(?:移転|引っ?越し?|清掃|掃除|家賃|賃料|美装)|引っ?越し?|会社案内|会社紹介|会社沿革|コーポレートサイト|社史|採用(?:サイト|ページ|活動|広告|向け|用|動画|イベント|説明|パンフ|専用)|就職(?:説明|情報)|(?:会社|合同|企業)説明会|新卒|中途採用|(?:新入)?社員募集|求人|リクルート(?!スタッフ)|人材募集|エレベータ|周年|head office|staff (?:lounge|party|canteen|trip)|for (?:all )?(?:staff|employees)$/,
);
/** The books and declarations of any company; a program for them may be what the project is about. */
const ADMINISTRATION = phrase(
  /年末調整|法人税|税務|確定申告|給与計算|記帳代行|経理代行|社会保険手続|月次決算|決算業務|申告書/,
);
/** Places of the house that say what a thing is for; of a device they only say where it stands. */
const PLACES = phrase(
  /応接(?:室|セット|間)?|ロビー?|客席|湯沸|給湯室|宿直室|来賓室|迎賓|(?:社員|従業員)?寮|事務室|浴[室場]|月極駐車場|エントランス|玄関|来客(?:対応|用|者?|向け)?|社員?食堂|従業員(?:食堂|トイレ|用|休憩|駐輪)|食堂|休憩(?:室|所|スペース)?(?:用)?|仮眠室|更衣室|ロッカー?室|トイレ|便所|洗面所|シャワー?室|喫煙|(?:社員|従業員|来客|来店客?)(?:用|通勤)?(?:の)?駐[車輪]場|駐輪場|(?:ゴミ|ごみ)(?:置き?場|捨て?場|集積)|第\d駐車場|本社(?:ビル|屋上|受付)|受付カウンタ|客室|ゲストルーム|ショールーム(?!事業)|社有地|門扉|正門/,
);
/** Things and occasions of everyday business. */
const HOUSEHOLD = phrase(
  /(?:社員|従業員|職員|スタッフ|パート|アルバイト|メンバー?)(?:さん|全員|一同)?[へにの]の?\S{0,6}(?:プレゼント|贈呈|進呈|支給|祝い?|贈り物)|(?:利息|利子|元本|返済|保証料|違約金|解約金|延滞金|遅延損害金|賦課金|決算公告|定款)|お?布施|僧侶|読経|神棚|しめ縄|注連縄|門松|クリスマス|除草|剪定|植栽|植木|観葉|花瓶|絵画|健康診断|創立|式典|(?:竣工|落成|起工|開所|入社|表彰|贈呈|除幕|定礎|上棟)式|神事|直会|地鎮祭|お?祓い|玉串|記念(?:品|誌|行事|映像)|社歌|運動会|サークル|自動車税|役員車|家庭用|祈祷|神社|慶弔|(?:太陽光|ソーラー?)(?!電子|式|充電|駆動|電源|付)|電気代削減|節電|光熱費削減|決算(?:業務|書|指導)|相続|登記(?:費|手続|代行|簿)|訴訟|係争|ロゴ(?:刷新|マーク)?(?:制作|作成)?|ウォーターサーバ|給茶機|消防設備|防犯灯|雨漏り|フェンス|暑さ対策|寒さ対策|制服|作業服|作業着|南京錠|冠婚葬祭|業務外|自治会|町内会|祭り|工場祭|協賛|懇親(?!会?費?(?:込|含))|二次会|アメニティ|エプロン|観賞|熱帯魚|一般備品|美化|美観|社内行事|殺虫|防虫|害虫|防鳥|芳香|湯呑|社章|スリッパ|nhk|受信料|上乗せ保険|創業祭|掛け?時計|救急(?:セット|箱|用品)|共済|(?<!壁)掛金(?!具)|鉢(?:花|植)|生花|花束|機密(?:書類|文書)|溶解処理|浄水(?!場|処理|装置)|敷金|礼金|保証金|通話料|bgm|年賀|原状回復|営業許可|雪かき|日よけ|収入印紙|契約書\S{0,2}印紙|請求書(?:の)?(?:送付|発送|郵送)/,
);
/** Work in the house that serves no project. */
const CHORES = phrase(
  /(?:会長|社長|役員)\S{0,3}運転手|社内行事|美化|清掃(?!員[^、(\n]{4})|掃除|皿洗い|(?:配膳|調理|給仕)(?![員師長係士場]|スタッフ|主任|担当|補助)|除草|電話番|(?:得意先|客先)(?:回り|まわり)|外回り|お茶出し|接客|受付業務|洗車|洗濯|草(?:[刈取]り?|む)|花壇|植栽|水やり|庭木|植木|庭の|花火|盆踊|協定届/,
);
/** What a trade's people do all day, at the end of a phrase. */
const DAILY = phrase(
  /(?:配達|[朝夕]刊|返[本品]|代理人業務|[店電]番|レジ(?:打ち)?|[品棚]出し|袋詰め?|仕込み?|盛り?付け?|仕上げ|荷[役捌]|荷さばき|配[送膳]|収穫|出荷|梱包|仕分け|ピッキング|搬[入出]|納品|発送|包装|充填|施工|解体|当[番直]|夜勤|[洗皿]い|診療|介助|授業|給油|集金|検針|(?<!テスト|試)運転|増員|応援)(?:作業|業務|処理|応援|補助|手伝い?|当番|要員)*(?=$|[\s(・、)\n])/,
);
const ENTERTAINED = phrase(/接待|交際|贈答|手土産|お?中元|お?歳暮|へのご?(?:挨拶|あいさつ)/);

/** Things by the end of their name: トラックスケール is no トラック. */
const goods = ({ source }: RegExp): Phrase =>
  phrase(new RegExp(`(?:${source})(?!(?<=[ァ-ヶー])ー?[ァ-ヶ]|(?:制御)?(?:基板|筐体))`));

/** What the office of any firm has done by others. */
const OFFICES = goods(/弁護士|税理士|会計士|社労士|社会保険|司法書士|行政書士|警備|清掃|監査報酬|申告/);
/** Per kind: items that serve everyday business unless the line names the project. */
const EVERYDAY: Readonly<Partial<Record<Kind, Phrase>>> = {
  works: goods(
    /看板|外壁|サイディング|(?<!線の?)(?:[貼張塗葺敷]|積)[りきみ]?(?:替え?|直し)|畳(?![一-龠]*機)|襖|障子|クロス(?:貼|張)|壁紙|給湯|屋上防水|模様替え|サッシ|洋式化|築\d+年|老朽/,
  ),
  furniture: goods(
    /机|デスク|椅子|イス|チェア|ソファ|テーブル(?!\d)|応接|キャビネット|書庫|書棚|本棚|ロッカ|(?<!ライト)(?<!エア)(?<!ビニール)カーテン|ブラインド|カーペット|じゅうたん|絨毯|ホワイトボード|家具|観葉|花瓶|植木|絵画|傘立て|置物|玄関マット|看板|ベッド/,
  ),
  material: goods(
    /ユニフォーム|ジャンパ(?!ー?線)|ブルゾン|ポロシャツ|tシャツ|法被|はっぴ|(?<!滅菌)白衣|腕章|(?:安全|作業|長)靴|防寒着|空調服|雨具|レインコート|軍手|手袋|ヘルメット|マスク|消毒|除菌|トイレットペ|ティッシュ|洗剤|石鹸|ハンドソープ|うがい|ゴミ袋|掃除(?!機|ロボ)|清掃用品|モップ|救急箱|常備薬|日用品|食器|電気ポット|電子レンジ|熱中症|塩飴|(?:cleaning|kitchen) supplies|uniforms?(?=$|[ ,(])|detergent|toilet paper|トロフィ|賞状|表彰|(?<!\d)\d{1,2}月分|[重軽灯]油|ガソリン|燃料(?!電池)|プロパンガス|lp(?:ガス|g)/,
  ),
  equipment: goods(
    /エアコン|空調機|冷暖房|テレビ|自動販売機|給茶機|ソファ|マッサージ|金庫|シュレッダ|加湿|空気清浄|クーラ|包丁/,
  ),
  rental: goods(
    /送迎(?:車|バス|用)|家賃|事務所賃料|賃料|月極|駐車場|カーリース|カーレンタル|車両リース|ウォーターサーバ|マット|モップ|観葉|倉庫賃借|テレビ/,
  ),
  insurance: goods(
    /自動車保険|任意保険|送迎|車両|店舗総合|従業員|生命保険|火災保険|地震保険|役員保険|がん保険|養老保険|社用車|労災上乗せ|労働保険|社屋|本社/,
  ),
  freight: goods(
    /製品(?:出荷|配送)|(?:ネット|受)注文?分?(?=\S{0,3}(?:発送|送料))|産直|直売|daily|商品\S{0,3}(?:発送|出荷|配送|配達)|出荷(?:運賃|費|分)|通常|通販|販売(?:品|分)|納品の配送|通信販売|顧客(?:宛|への|納品)|納品(?:運賃|便|送料)|店舗間|顧客への納品|得意先(?:への)?納品|什器|家財/,
  ),
  communication: goods(/携帯電話?(?:代|料|料金)|電話(?:代|料金)|固定電話|fax/),
  outsourcing: OFFICES,
  consulting: OFFICES,
  maintenance: goods(
    /複合機|コピー?機|社屋|空調|エアコン|消防|トラック|タイヤ|自動車|車両|バス|送迎(?:車|用)|営業車|給湯|便器|自動ドア|看板|エレベ|エスカレ|昇降機|自動扉|貯水槽|事務所|シャッタ|浄化槽|受水槽|定例|年次点検|法定|自主(?:点検|検査)|\d+か月点検|性能検査|月例点検|電話/,
  ),
  repair: goods(
    /複合機|コピー?機|社屋|空調|エアコン|消防|タイヤ|営業車|給湯|便器|自動ドア|看板|電話|給茶|事務所|シャッタ|ドア|給排水/,
  ),
};
const YEARLY = phrase(/年度|年[額払間]|毎年|\d年分?/);
const isYearly = (search: Search): boolean => /^(?:年|y(?:ea)?r)$/.test(search.line.unit) || search.says(YEARLY);
/** Where a machine may stand, too. */
const WORKPLACE = phrase(/作業場|加工[場室]|製造[場室]/);
const everyday = new Map(Object.entries(EVERYDAY));
/** Of these the name alone does not say that they are for the house. */
const OF_ANY_USE = kinds("furniture", "equipment");
const HOUSE = phrase(
  /事務[所室用]|本社|本店|支店|社屋|会議室|(?:社|会|理事|院|校|園|所)長室|応接|休憩|休養|待合|控室|食堂|厨房|更衣|玄関|受付|ロビ|客[室席用間]|店[内頭先舗]|社員|従業員|職員|社長|役員|会長|来客|来賓|全員|全社|福利厚生|模様替え|新調|買い?替|入れ?替|交換|老朽|暑さ|寒さ|快適|応対|備品|通常|日常|現金/,
);
/** The words do not always tell a thing that lasts from one that is used up. */
const SUPPLIES = everyday.get("material");
const COMPANY_WIDE = phrase(/全社(?:員|一括|分|共通)?|全pc|全員分|事務所(?:全|用)|全台|共用|兼用|総務用/);
/** Two uses of one thing, one of which may be the project. */
const TWO_USES = phrase(
  /双方|でもあ[るり]|両方|両用|兼ね|兼[用務]|半々|のほか[^、)\n]{1,10}も|併用|共用|共有|と併せ|を含む一体|と[^、)\n]{1,8}[をでのに]共[用有]|にも(?:使|利|流)用/,
);
/** Of which the one is no less told than the other. */
const BOTH = phrase(/と[^、)\n]{1,12}に兼用/);
const OF_OTHER_USE: ReadonlySet<Trait> = new Set<Trait>(["existing-contract", "replacement", "unrelated"]);
const ALSO_EVERYDAY = phrase(
  /事務[所室]|老朽|通常|在庫(?!管理|データ|数|把握)|一般業務|日常|本社|社屋|社員|従業員|来客|客席|既存業務|他部署|他事業|全社|全館|全体|自宅|私用|観光|営業用|本業|従来業務|普段/,
);
const SHARED = phrase(
  /共用|(?:業務|事務|総務|個人|私用|他部署|一般|自家)\S{0,4}兼用|と兼用|(?:と|及び|および|並びに)(?:在庫|照明|物置|置き?場)|(?:[+・と]|及び|および|並びに)(?:事務|休憩|客席|応接|食堂|売店|廊下|更衣|トイレ|居室)|の両方|利用割合|使用割合|私物|他用途|将来(?:の)?増設|にも使[用う]|レイアウト変更/,
);
const REWARDS = phrase(
  /来場者(?:プレゼント|特典|抽選)|割引(?:クーポン|券|原資)|(?:無料|半額|優待)券|(?:値引き?|割引き?|早割)の?(?:差額|分|値引)|[\d半]割引の|クーポン|キャッシュバック|景品|粗品|ノベルティ|プレゼント|商品券|ギフト券|ポイント(?:付与|還元)|初月無料|補填|原資|特典|無料進呈|進呈|抽選会/,
);
const MEAL_INCLUDED = phrase(/(?:懇親|飲食|食事|茶菓|[昼軽]食|弁当)会?(?:費|代)?(?:込|含|付)/);

const DEVICE = phrase(
  /センサ|カメラ|リーダ|カウンタ|端末|タグ|(?<![a-z])(?:gps|poe|lan|rfid|wi-?fi)(?![a-z])|サイネージ|ゲート(?!ボール)|ロボ|タブレット|スマートロック|チェックイン|精算機|ロガ|ルータ|アクセスポイント|モニタリング|通信/,
);
const isBarePower = ({ line }: Search): boolean =>
  line.note.length === 0 &&
  /^(?:電気|電力|動力|使用電力|水道光熱|光熱水?)(?:の)?(?:代金?|料金?|費用?)?(?:一式|\(.*\))?$/.test(
    line.description.text,
  );

export function purposes(search: Search): void {
  const { kind } = search;
  if (kind === "gift") return search.addFirm("entertainment", search.whole);
  search.addFirm("entertainment", search.unlessSubject(search.first(ENTERTAINED, TEXT)));
  if (search.line.line.isShare !== true && !(WAGES.has(kind) && !search.isProject)) {
    if (search.says(ALSO_EVERYDAY)) search.add("unrelated", search.first(TWO_USES, TEXT), false);
    search.add("unrelated", search.first(SPLIT, TEXT) ?? search.first(BOTH, TEXT), false);
  }
  if (kind === "welfare" || kind === "tax") return search.addFirm("unrelated", search.whole);
  // Power may be metered for the project: of a bare "電気代" nobody can tell.
  if (kind === "utility" && !search.isProject)
    search.add("unrelated", search.whole, search.undecided === null && !isBarePower(search));
  const items = everyday.get(kind);
  if (items !== undefined && !search.isProject)
    search.add(
      "unrelated",
      search.first(items, ITEM),
      search.undecided === null &&
        !(kind === "works" && search.says(WORKPLACE)) &&
        (!OF_ANY_USE.has(kind) || search.says(HOUSE)),
    );
  // What is insured year by year is the shop's own.
  if (kind === "insurance" && isYearly(search)) search.addEveryday("unrelated", search.whole);
  if (kind === "equipment" && SUPPLIES !== undefined) search.addEveryday("unrelated", search.first(SUPPLIES, ITEM));
  if (kind === "venue" || kind === "meeting") search.add("reception", search.first(MEAL_INCLUDED, TEXT), false);
  if (WAGES.has(kind)) search.addEveryday("unrelated", search.first(CHORES, ITEM));
  else if (!LEARNING.has(kind) && !JOURNEYS.has(kind) && kind !== "recruitment") {
    // Of a program or a device they name what it is about.
    if (PROGRAMS.has(kind) || search.says(DEVICE)) search.addEveryday("unrelated", search.first(OWN_AFFAIRS, TEXT));
    else search.addFirm("unrelated", search.first(OWN_AFFAIRS, TEXT));
    const household = search.unlessSubject(search.first(HOUSEHOLD, TEXT));
    search.addEveryday("unrelated", household);
    const place = search.says(DEVICE) ? null : search.first(PLACES, TEXT);
    search.addEveryday("unrelated", CONTRACTS.has(kind) ? search.unlessSubject(place) : place);
  }
  search.addEveryday("unrelated", search.unlessSubject(search.first(ADMINISTRATION, TEXT)));
  relation(search, LEARNING.has(kind) ? "unrelated-event" : PROPERTY.has(kind) ? "unrelated-ip" : "unrelated");
  if (WAGES.has(kind)) search.addEveryday("unrelated", search.first(DAILY, TEXT));
  if (kind === "package-software" || kind === "computer" || kind === "cloud-service")
    search.add("unrelated", search.first(COMPANY_WIDE, TEXT), false);
  else if (DURABLE.has(kind) || kind === "works") search.add("unrelated", search.first(SHARED, TEXT), false);
  // What serves the project, too, by its own words is not refused for the other use.
  if (search.isProject ? search.says(TWO_USES) : search.says(BOTH)) search.doubt((trait) => OF_OTHER_USE.has(trait));
  if (kind === "advertising" || kind === "exhibition" || kind === "printing" || kind === "miscellaneous")
    search.addFirm("giveaway", search.first(REWARDS, TEXT));
}
