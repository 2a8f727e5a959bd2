/** Persons' names in the text of a travel line, held against the names the workbook gives. */

/**
 * Surnames, the frequent ones and those of the region. A name is recognised by its surname with a given name or a title behind it; a rarer surname is
 * passed over rather than a place or a thing taken for a person.
 */
const SURNAMES = new Set(
  (
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 " +
    "石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 金子 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 " +
    "柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 岩崎 菅原 木下 久保 佐野 野村 松尾 " +
    "市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 川崎 土屋 福島 本田 辻 樋口 秋山 田口 " +
    "永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野 浅野 松下 大久保 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 川村 永田 望月 松村 田辺 菅野 荒井 堀 西山 平井 " +
    "大島 岩本 片山 本間 早川 横田 荒川 大石 鎌田 成田 宮田 小田 石橋 篠原 須藤 河合 榎本 高山 大森 栗原 伊東 松原 三宅 福井 小西 大川 白石 堤 緒方 古賀 江口 牧野 徳永 梶原 甲斐 安部 " +
    "児玉 溝口 大庭 柳田 花田 有馬 重松 末永 秋吉 稲田 宮原 平山 奥村 岸本 津田 足立 植田 植村 桑原 川野 入江 藤野 堀内 藤岡 村井 上原 比嘉 金城 宮城 大城 新垣 玉城 上村 川原 坂口 橋口 " +
    "今村 中尾 西尾 吉本 水田 川端 三好 河村 村山 長田 広瀬 廣瀬 高島 西岡 栗田 相川 関口 大山 小沢 小澤 大沢 大澤 片岡 島村 三上 沢田 澤田 北川 辻本 竹下 竹中 織田 安達 千田 野中 " +
    "内山 根本 土井 畑 丹羽 岩井 黒木 白井 金田 佐伯 小原 大竹 宮下 沖 井口 川島 北野 松永 萩原 富田 岡崎 岡村 吉野 若林 神田 三木 田島 田代 中原 吉原 長尾 八木 細川 塚本 " +
    "北園 中林 柏木 柏原 大和田 宮川 宮内 宮沢 宮澤 宮野 安井 井川 井手 井出 井本 石黒 石崎 石塚 石丸 石本 石山 磯部 板垣 板倉 市村 今泉 今西 今野 岩瀬 岩城 " +
    "岩永 岩橋 岩間 岩村 植松 臼井 内海 梅田 梅津 梅原 浦田 浦野 江川 江藤 及川 大内 大江 大垣 大木 大倉 大崎 大杉 大月 大坪 大友 大場 大平 大槻 大畑 大村 " +
    "大矢 大和 岡 岡島 岡野 岡部 小笠原 荻野 奥田 奥野 奥山 尾形 尾上 尾関 小田切 小野寺 小野田 小畑 恩田 海老原 垣内 柿沼 笠井 笠原 梶田 梶山 片桐 片平 勝又 " +
    "加納 金井 金山 金沢 金澤 金森 金丸 鎌倉 上山 亀井 亀山 川井 川合 川内 川畑 川辺 川本 神谷 神山 菅谷 菅沼 岸田 木原 北島 北原 北山 木内 城戸 木戸 木本 " +
    "清田 桐山 久野 窪田 熊田 倉田 倉持 栗山 黒川 黒沢 黒澤 桑田 桑名 郡司 小泉 河内 河本 合田 国分 越智 児島 小菅 小沼 小橋 小早川 駒井 小室 小谷 榊原 坂上 " +
    "坂田 坂井 崎山 佐久間 桜田 笹川 佐竹 佐原 佐山 沢村 澤村 椎名 塩田 塩谷 志賀 志村 柴山 渋谷 島崎 島津 清川 下田 下村 庄司 白川 新谷 新藤 進藤 末吉 菅井 " +
    "杉浦 杉田 杉原 杉村 須田 瀬川 関根 関谷 曽我 曽根 園田 染谷 平良 高井 高岡 高倉 高杉 高瀬 高津 高梨 高畑 高原 高見 高柳 高谷 滝沢 滝口 武井 竹本 武藤 " +
    "竹村 竹山 田崎 立石 立花 辰巳 立川 谷 谷川 谷本 田畑 玉井 玉置 田丸 田宮 千原 塚田 塚原 月岡 筒井 都築 角田 坪井 鶴田 出口 手塚 寺尾 寺岡 寺崎 寺田 " +
    "寺西 寺本 土肥 時田 徳田 徳山 戸田 冨田 友田 豊田 鳥居 直井 永野 長野 永山 長井 長岡 長澤 長沢 永岡 中井 中岡 仲田 中里 中沢 中澤 中嶋 永島 長島 長嶋 " +
    "中塚 中根 中道 中谷 仲村 名取 並木 成瀬 難波 新美 二宮 新田 西井 西沢 西澤 西島 西原 西本 仁科 丹野 布施 根岸 野上 野島 野沢 野澤 野崎 野原 芳賀 萩野 " +
    "橋爪 橋田 長谷部 畠山 波多野 花岡 花井 羽田 浜口 濱田 濱口 濵田 早坂 林田 原口 坂東 春田 半田 日野 東野 久松 土方 日高 平川 平賀 平沢 平林 平松 平尾 " +
    "広田 廣田 深沢 深澤 深田 福永 福原 福本 福山 藤沢 藤澤 藤川 藤木 藤島 藤森 藤山 伏見 船木 船越 古市 古田 古谷 古屋 別府 北条 保坂 細田 細谷 堀川 堀口 " +
    "堀田 堀越 本多 前川 前原 前島 牧田 正木 増井 増山 町田 松倉 松坂 松沢 松澤 松島 松谷 松元 松橋 松林 三田 三谷 三村 三輪 水口 水島 溝上 三井 皆川 宮坂 " +
    "宮武 宮地 向井 村岡 村木 村越 村瀬 村松 室井 毛利 持田 本山 茂木 森岡 森川 森下 森永 森山 守屋 諸橋 門田 矢口 八代 矢島 安川 安原 柳澤 柳沢 柳原 矢田 " +
    "山岡 山川 山岸 山城 山根 山野 山村 結城 湯浅 横井 横尾 横川 横溝 吉井 吉沢 吉澤 吉永 吉成 米倉 米田 米山 若松 若山 鷲尾 和泉 渡瀬 涌井 綿貫 片野 倉本 " +
    "黒岩 小宮 是永 坂西 重田 首藤 白木 砂川 立山 田原 津村 富永 友永 中津 中本 永松 西口 波多 畑中 原野 東郷 久富 平戸 深見 藤永 藤吉 堀江 真鍋 松隈 三角 " +
    "宮永 宗像 村中 森重 矢部 山際 吉武 吉富 吉松"
  ).split(" "),
);

/** Surnames that name a place just as often: only a given name behind them makes a person of them. */
const PLACES = new Set(
  (
    "秋山 石川 岩崎 岡崎 小田 大川 大崎 大島 大野 大原 大森 大津 太田 小倉 小野 神田 川口 川崎 熊谷 黒木 小松 佐野 高島 高松 高山 千葉 津田 栃木 富田 富山 長崎 長野 中野 成田 野田 平野 福井 福島 " +
    "福田 堀 本庄 松江 松浦 松原 松本 松山 三木 三島 宮城 宮崎 山形 山口 山崎 八木 八幡 横須賀 横浜 吉野 和田 若松 " +
    "大垣 大村 大和 金沢 鎌倉 亀山 桑名 高岡 立川 豊田 長岡 難波 羽田 半田 福山 別府 町田 松坂 三田 和泉 八代 宗像 渋谷 藤沢 大月 上山 福原 小谷 徳山 国分 下田 戸田 平戸 金山 中津 川内 名取 松島 伏見 新田 梅田 河内 清水 大塚 上野 田川 直方 行橋 砂川 立山 米山 布施 大田"
  ).split(" "),
);
const GIVEN_END =
  /[一二三四五六郎朗男夫雄子美香恵代江枝奈菜里理佳也哉弥介助輔平治司史志之彦人仁樹輝貴隆孝崇博弘浩宏裕祐洋健剛毅誠真明昭章晃光正勝義豊茂進実修学亮涼翔希紀佐世沙織葵穂ぁ-んァ-ヶ]$/;

/** Words that follow a place or surname-like word without being a given name. */
const NOT_GIVEN =
  /^(出張|往復|片道|視察|見学|訪問|調査|研修|展示会|会議|打合せ|打合|商談|面談|取材|宿泊|滞在|工場|本社|支社|支店|営業所|駅|空港|港|市|県|区|町|村|方面|周辺|会場|大学|製作所|会社|企業|先進|新幹線|航空券|電車|鉄道|交通|バス|特急|高速|自由席|指定席|普通車|普通席|ホテル|日帰り|同行|現地|分|旅費|交通費|運賃|代|費|他|外|等|間|行|発|着|経由|見本市|協会|組合|学会|支援|検証|実証|導入|立会|確認|検査)/;

// Patterns as text: what looks up a script's letters is dear to make ready, and most budgets name no traveller.
const TITLES = "(?:社長|専務|常務|部長|次長|課長|係長|主任|主査|班長|リーダー|社員|氏|さん|様|殿|名)";
const KANJI = "\\p{Script=Han}々";
const SPACED = `(?<![${KANJI}])([${KANJI}]{1,4})[ \\u3000]([${KANJI}ぁ-んァ-ヶ]{1,4})(?![${KANJI}])`;
const BEFORE_THE_WAY = `${SPACED}[ \\u3000]+(?:新幹線|特急|航空券|飛行機|鉄道|電車|在来線|高速バス|フェリー)`;
/** 久野 翔太ほか1名 */
const AND_OTHERS = /(?:ほか|他|外|等|ら)$/;
/** 森田隆: only where the two frequent parts of a name fill the whole word. */
const JOINED = `(?<![${KANJI}])([${KANJI}]{2})([${KANJI}]{1,2})(?![${KANJI}ァ-ヶー])`;
/** (森田) behind what the trip is for. */
const BRACKETED = `\\(([${KANJI}]{2,3})\\)`;
const TITLED = `(?<![${KANJI}])([${KANJI}]{1,4})${TITLES}`;

/**
 * Names in a text that are not among the known ones.
 * @param known folded names without spaces ("佐藤健一")
 * @returns names as they stand in the text, each once
 */
export function strangersIn(text: string, known: readonly string[]): string[] {
  const said = text.normalize("NFKC");
  const strangers = new Set<string>();
  for (const [whole, surname, behind] of triples(said, SPACED)) {
    const given = behind.replace(AND_OTHERS, "");
    const name = whole.slice(0, whole.length - behind.length + given.length);
    if (!SURNAMES.has(surname) || NOT_GIVEN.test(given)) continue;
    if (PLACES.has(surname) && !GIVEN_END.test(given)) continue;
    if (!known.some((person) => person === surname + given)) strangers.add(name);
  }
  for (const [name, surname, given] of triples(said, JOINED)) {
    if (!SURNAMES.has(surname) || NOT_GIVEN.test(given) || !GIVEN_END.test(given)) continue;
    if (!known.some((person) => person === name)) strangers.add(name);
  }
  for (const [, surname] of triples(said, BRACKETED)) {
    if (!SURNAMES.has(surname) || PLACES.has(surname)) continue;
    if (!known.some((person) => person.startsWith(surname))) strangers.add(surname);
  }
  for (const [, surname] of triples(said, TITLED)) {
    if (SURNAMES.has(surname) && !known.some((person) => person.startsWith(surname))) strangers.add(surname);
  }
  return [...strangers];
}

/**
 * 轟 茂 right before 新幹線往復: a name, however rare, where another line has a listed one in that place. Folded, without its
 * space; null where no two words stand there.
 */
export function nameBeforeTheWay(text: string): string | null {
  const [, surname, given] = new RegExp(BEFORE_THE_WAY, "u").exec(text.normalize("NFKC")) ?? [];
  if (surname === undefined || given === undefined || NOT_GIVEN.test(surname) || NOT_GIVEN.test(given)) return null;
  return surname + given;
}

/** Overlapping matches count: in "東京出張 山本 和也" the first pair must not swallow the name. */
function* triples(text: string, pattern: string): Generator<readonly [string, string, string]> {
  const search = new RegExp(pattern, "gu");
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    yield [match[0], match[1] ?? "", match[2] ?? ""];
    search.lastIndex = match.index + (match[1]?.length ?? 1);
  }
}
