/** Persons' names in the text of a travel line, held against the names the workbook gives. */

/**
 * Frequent surnames. A name is recognised by its surname with a given name or a title behind it; a rarer surname is
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
    "内山 根本 土井 畑 丹羽 岩井 黒木 白井 金田 佐伯 小原 大竹 宮下 沖 井口 川島 北野 松永 萩原 富田 岡崎 岡村 吉野 若林 神田 三木 田島 田代 中原 吉原 長尾 八木 細川 塚本"
  ).split(" "),
);

/** Surnames that name a place just as often: only a given name behind them makes a person of them. */
const PLACES = new Set(
  (
    "秋山 石川 岩崎 岡崎 小田 大川 大崎 大島 大野 大原 大森 大津 太田 小倉 小野 神田 川口 川崎 熊谷 黒木 小松 佐野 高島 高松 高山 千葉 津田 栃木 富田 富山 長崎 長野 中野 成田 野田 平野 福井 福島 " +
    "福田 堀 本庄 松江 松浦 松原 松本 松山 三木 三島 宮城 宮崎 山形 山口 山崎 八木 八幡 横須賀 横浜 吉野 和田 若松"
  ).split(" "),
);
const GIVEN_END =
  /[一二三四五六郎朗男夫雄子美香恵代江枝奈菜里理佳也哉弥介助輔平治司史志之彦人仁樹輝貴隆孝崇博弘浩宏裕祐洋健剛毅誠真明昭章晃光正勝義豊茂進実修学亮涼翔希紀佐世沙織葵穂ぁ-んァ-ヶ]$/;

/** Words that follow a place or surname-like word without being a given name. */
const NOT_GIVEN =
  /^(出張|往復|片道|視察|見学|訪問|調査|研修|展示会|会議|打合せ|打合|商談|面談|取材|宿泊|滞在|工場|本社|支社|支店|営業所|駅|空港|港|市|県|区|町|村|方面|周辺|会場|大学|製作所|会社|企業|先進|新幹線|航空券|電車|鉄道|交通|バス|特急|高速|自由席|指定席|普通車|普通席|ホテル|日帰り|同行|現地|分|旅費|交通費|運賃|代|費|他|外|等|間|行|発|着|経由|見本市|協会|組合|学会|支援|検証|実証|導入|立会|確認|検査)/;

const TITLES = "(?:社長|専務|常務|部長|次長|課長|係長|主任|主査|班長|リーダー|社員|氏|さん|様|殿|名)";
const KANJI = "\\p{Script=Han}々";
const SPACED = new RegExp(`(?<![${KANJI}])([${KANJI}]{1,4})[ \\u3000]([${KANJI}ぁ-んァ-ヶ]{1,4})(?![${KANJI}])`, "gu");
/** 森田隆: only where the two frequent parts of a name fill the whole word. */
const JOINED = new RegExp(`(?<![${KANJI}])([${KANJI}]{2})([${KANJI}]{1,2})(?![${KANJI}ァ-ヶー])`, "gu");
const TITLED = new RegExp(`(?<![${KANJI}])([${KANJI}]{1,4})${TITLES}`, "gu");

/**
 * Names in a text that are not among the known ones.
 * @param known folded names without spaces ("佐藤健一")
 * @returns names as they stand in the text, each once
 */
export function strangersIn(text: string, known: readonly string[]): string[] {
  const said = text.normalize("NFKC");
  const strangers = new Set<string>();
  for (const [name, surname, given] of triples(said, SPACED)) {
    if (!SURNAMES.has(surname) || NOT_GIVEN.test(given)) continue;
    if (PLACES.has(surname) && !GIVEN_END.test(given)) continue;
    if (!known.some((person) => person === surname + given)) strangers.add(name);
  }
  for (const [name, surname, given] of triples(said, JOINED)) {
    if (!SURNAMES.has(surname) || NOT_GIVEN.test(given) || !GIVEN_END.test(given)) continue;
    if (!known.some((person) => person === name)) strangers.add(name);
  }
  for (const [, surname] of triples(said, TITLED)) {
    if (SURNAMES.has(surname) && !known.some((person) => person.startsWith(surname))) strangers.add(surname);
  }
  return [...strangers];
}

/** Overlapping matches count: in "東京出張 山本 和也" the first pair must not swallow the name. */
function* triples(text: string, pattern: RegExp): Generator<readonly [string, string, string]> {
  const search = new RegExp(pattern.source, pattern.flags);
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    yield [match[0], match[1] ?? "", match[2] ?? ""];
    search.lastIndex = match.index + (match[1]?.length ?? 1);
  }
}
