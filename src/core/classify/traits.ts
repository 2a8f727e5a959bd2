/**
 * What a line says of itself that a scheme may refuse: who, what for, since when, by which means.
 * Each trait is looked for only in lines of the kinds it makes sense for, and not where the words are negated
 * ("印紙代別途", "懇親会費含まず", "役員ではありません"). What the words leave open is found without certainty.
 */
import { isTrait, type Kind, type Trait } from "./kinds";
import { OUTCOMES } from "./model";
import type { Evidence, TraitFound } from "./nature";
import type { Reading } from "./reading";
import type { LineReading } from "./signals";

type TextField = "description" | "specification" | "note" | "vendor";

interface Hit {
  readonly field: TextField;
  readonly reading: Reading;
  readonly start: number;
  readonly end: number;
}

/** After a word: the line is without it. */
const WITHOUT =
  /^(?:代金?|費用?|料金?|分|等|など|手当|払い?|クラス|の?利用|の?使用)*[はもがをの]?(?:別(?![府紙館件行途利])|別途|除[くき外]|含ま[ずれな]|含め[ずな]|な[しく]|無し|無く|ない|対象外|自社負担|自己負担|各自負担|不要|不可|不使用|不参加|せず|使わ[ずな]|利用しな|使用しな|では?(?:な[いくし]|あり?ません|ない)|でな[いく]|以外|込まず|計上(?:しない|せず|なし)|なり?ません|禁止)/;
const UNDECIDED =
  /照会中|整理中|未選定|未分離|分離不可|記載なし|記載無|恐れ|おそれ|関係は別途|未提示|未取得|選定前|精算未|未決|未調整|未成立|未定|未確定|未確認|未記入|未説明|未記載|要確認|要相談|確認中|確認要|検討中|協議中|調整中|相談中|交渉中|見積中|選定中|精査中|不明|後日|後送|可能性|今後決定|詳細別紙|内訳なし|内訳無|かどうか|不詳|未選定|これから/;

function find(line: LineReading, pattern: RegExp, fields: readonly TextField[], negatable = true): Hit | null {
  for (const field of fields) {
    const reading = line[field];
    if (reading.text === "") continue;
    const global = pattern.global ? pattern : new RegExp(pattern.source, "g");
    global.lastIndex = 0;
    for (let match = global.exec(reading.text); match !== null; match = global.exec(reading.text)) {
      const end = match.index + match[0].length;
      if (match[0] === "") break;
      if (!negatable || !WITHOUT.test(reading.text.slice(end, end + 20)))
        return { field, reading, start: match.index, end };
    }
  }
  return null;
}

const TEXT: readonly TextField[] = ["description", "specification", "note"];
const ITEM: readonly TextField[] = ["description", "specification"];
const ALL: readonly TextField[] = ["description", "specification", "note", "vendor"];

const evidenceOf = (line: LineReading, hit: Hit, trait: Trait): Evidence => ({
  field: hit.field,
  text: (line.line[hit.field] ?? "").slice(hit.reading.at[hit.start], hit.reading.at[hit.end]).trim(),
  for: trait,
});

const set = (...kinds: Kind[]): ReadonlySet<Kind> => new Set(kinds);
const DURABLE = set("machinery", "instrument", "computer", "register", "equipment", "furniture", "vehicle");
const GOODS = set(...DURABLE, "material", "stationery", "package-software", "embedded-software", "installation");
const UPKEEP = set("maintenance", "modification", "repair");
const WAGES = set("employee-wage", "part-time-wage", "dispatch-wage");
const JOURNEYS = set("travel", "lodging", "expert-travel", "meeting-travel");
const CONTRACTS = set("software-development", "data-analysis", "design", "research", "outsourcing");
const LEARNING = set("seminar", "training", "membership-fee");
const EXPERTS = set(
  "technical-guidance",
  "consulting",
  "lecture",
  "expert-travel",
  "meeting-honorarium",
  "meeting-travel",
);
const ONGOING = set(
  "cloud-service",
  "rental",
  "maintenance",
  "package-software",
  "consulting",
  "technical-guidance",
  "communication",
  "insurance",
  "outsourcing",
  "software-development",
  "data-analysis",
  "miscellaneous",
  "utility",
  "membership-fee",
  "advertising",
);

/** The line serves the project by its own words. */
const PROJECT =
  /実証|検証|実験|試験|試作|本事業|補助事業|pj|プロジェクト|iot|(?<![a-z])ai(?![a-z])|(?<![a-z])dx|ロボ|センサ|検査|計測|測定|agv|amr|rfid|タグ|見える化|可視化|自動化|自動搬送|遠隔|デジタル|システム|データ|ロガ|プラットフォーム|新サービス|新事業|開発/;

/** `outcomes`: log-odds of the learned outcomes, in the order of OUTCOMES. */
export function traitsOf(line: LineReading, kind: Kind, outcomes: Float64Array): TraitFound[] {
  const found: TraitFound[] = [];
  const undecided = find(line, UNDECIDED, TEXT, false);
  const add = (trait: Trait, hit: Hit | null, certain: boolean): void => {
    if (hit === null || found.some((other) => other.trait === trait)) return;
    found.push({ trait, certain, evidence: evidenceOf(line, hit, trait) });
  };
  /** Certain, unless the line itself says that something is still open. */
  const addFirm = (trait: Trait, hit: Hit | null): void => add(trait, hit, undecided === null);
  const own = (pattern: RegExp): Hit | null => find(line, pattern, TEXT);
  const whole: Hit = { field: "description", reading: line.description, start: 0, end: line.description.text.length };
  const project = find(line, PROJECT, TEXT, false);

  // Kinds that are themselves what schemes refuse.
  if (isTrait(kind)) addFirm(kind, whole);

  purchases();
  upkeepAndContracts();
  wages();
  journeys();
  experts();
  property();
  purposes();
  payment();
  byResemblance();
  openQuestions();
  return found;

  function purchases(): void {
    if (kind === "material" || kind === "computer") {
      if (project === null || /受渡|保存|バックアップ/.test(line.note.text))
        add(
          "stationery",
          find(
            line,
            /usbメモリ|usb-?hdd|外付け?(?:ssd|hdd|ハードディスク)|sdカード|マウス|キーボード|延長コード|oaタップ/,
            ITEM,
          ),
          false,
        );
      add("stationery", find(line, /インクリボン|転写リボン|カーボンリボン|印字リボン/, ITEM), false);
    }
    if (kind === "books") {
      const undecidedTitle = own(/書名未定|内容未定|題名未定|タイトル未定|書名不明|書目未定/);
      if (undecidedTitle !== null) add("reference-book", undecidedTitle, false);
      else {
        add(
          "reference-book",
          find(line, /辞書|辞典|事典|字典|ハンドブック|便覧|早わかり|ポケットブック|handbook|dictionary/, ITEM),
          true,
        );
        add(
          "reference-book",
          own(
            /入門|はじめて|初めて|初心者|初級|超基礎|いちばんやさしい|やさしい|ゼロから|一から|よくわかる|マンガ|漫画|まんが|図解|ダミーズ|新人向け|基礎から|の基本(?!設計)|[0-9]時間で/,
          ),
          true,
        );
        add(
          "reference-book",
          own(
            /新聞|週刊|月刊誌|ビジネス書|自己啓発|小説|啓発書|経営書|雑誌(?!会)|一般誌|経済誌|週刊誌|絵本|社長室|全社員|全社配布|社員教養|教養|待合|ロビー|趣味/,
          ),
          true,
        );
      }
    }
    if (DURABLE.has(kind) || kind === "package-software" || kind === "material") {
      add(
        "replacement",
        own(
          /単純更新|更新のみ|同等品(?:へ|に|と)?の?(?:入替|入れ替え|更新|交換)?|同等機|同性能|同機能|同じ機能|機能は同じ|同一機種|同型(?:機|品|番|式)?(?:へ|に|と|を)?の?(?:入替|入れ替え|更新|交換|買)|同スペック|同じ仕様|同仕様|現行同等|従来同等|現行機と同|単なる(?:更新|入替|買替)/,
        ),
        undecided === null,
      );
      const renewed = own(/入れ?替え?|買い?替え?|買い?換え?|取り?替え?|代替機|代替え?|更新|リプレース|更改/);
      if (renewed !== null) {
        const worn = own(/老朽|古い|古く|旧式|寿命|耐用年数|故障|壊れ|サポート終了|リース満了|劣化/);
        const better = /改善|向上|自動化|高度|追加|対応|連携|新機能|センサ|ネットワーク|データ|iot|強化|分離|遠隔/.test(
          line.description.text + line.note.text,
        );
        if (worn !== null) add("replacement", worn, !better && undecided === null);
        else if (!better && /買い?替|買い?換|代替/.test(line.description.text + line.note.text))
          add("replacement", renewed, false);
      }
    }
  }

  function upkeepAndContracts(): void {
    if (ONGOING.has(kind)) {
      const sure = own(
        /既存(?:の)?(?:保守)?契約|既契約|契約中|契約済み?の|契約継続|継続契約|既に(?:契約|利用|使用|導入)|すでに(?:契約|利用|使用|導入)|(?:使用|利用|稼働|運用|加入)中|導入済み?|加入済み?|継続(?:利用|使用|分|中|して|料|更新)?(?![的性ぎ雇])|引き?続き|更新(?:料|費|分|手続)|契約更新|自動更新|年間更新|年次更新|期間更新|ライセンス更新|サブスク更新|保守更新|更改分|従来(?:から|より|の契約|契約|通り)|従前(?:から|より)?|以前(?:から|より)|(?:前|昨)年度?(?:から|より|以前|同様|契約)|毎年|恒例|現行契約|現在も|長年|年来|\d+年前(?:から|より)|(?:\d+年度?|年度?|月|頃|来)(?:から|より|以来|以降)(?:の)?(?:契約|利用|使用|導入|加入|継続|保守|運用|リース|顧問|委託|外注)/,
      );
      const past = find(line, PAST_START, TEXT);
      const fresh = find(
        line,
        /新規|新たに|新しく|初めて|初回|初年度|新設|新契約|今回から|今回導入|今年度から|本年度(?:から|より|導入)|(?:\d|一|二|三|四|五|六|七|八|九|十|今)月(?:より|から|に)?(?:の?利用|の?使用)?(?:開始|導入|スタート|契約)/,
        TEXT,
      );
      const added = own(/追加|増設|増員|増加分|増やす|増し|拡張|アップグレード/);
      const renewal = find(line, /更新$|更新(?=[()、\s])|継続$|更改$/, ["description", "note"]);
      const strong = sure ?? past ?? (RENEWABLE.has(kind) ? renewal : null);
      if (strong !== null) {
        const explicit = /既存契約|既存保守|既契約|契約中|更新|継続|以前|従来|昨年|前年/.test(
          line.description.text + line.note.text,
        );
        if (added !== null) add("existing-contract", strong, false);
        else if (fresh === null || explicit)
          add(
            "existing-contract",
            strong,
            undecided === null && !/新規か|新設か/.test(line.note.text) && !(fresh !== null && sure === null),
          );
      } else if (kind === "cloud-service" && fresh === null && added !== null) add("existing-contract", added, false);
      else if (
        kind === "maintenance" &&
        /一式/.test(line.description.text) &&
        /各社|定期|年度/.test(line.note.text + line.vendor.text) &&
        fresh === null &&
        project === null
      )
        add("existing-contract", whole, false);
    }
    if (CONTRACTS.has(kind)) {
      const free =
        /研究(?:開発)?(?:的)?(?:の)?要素(?:は|を|も)?(?:な|無|含ま|含め|一切)|研究ではな|研究を含まな|既存手法|既存技術|確立(?:した|済)/.test(
          line.description.text + line.note.text,
        );
      const basic = find(
        line,
        /基礎(?:的な?)?研究|基礎的な?(?:研究|検討)|原理(?:検証|実証|確認|解明|未確立|の検証|の解明)|機構(?:の)?解明|機構に関する|メカニズム(?:の)?(?:解明|解析|研究|探索)|理論(?:計算|研究|検討|構築)|学術(?:的|研究)|新規触媒|未踏|新理論|論文化|未解明|探索研究|素反応|第一原理|萌芽|仮説(?:の)?探索/,
        TEXT,
      );
      if (basic !== null && !free) addFirm("basic-research", basic);
      if (!free) {
        add("basic-research", own(/共同研究/), false);
        if (kind === "research" && !/共同研究/.test(line.description.text))
          addFirm("basic-research", find(line, /研究/, ITEM) ?? whole);
        add(
          "basic-research",
          own(
            /研究段階|研究要素|研究(?:開発)?を含|poc|アルゴリズム(?:の)?検討|探索的|実験的|研究的|技術検証|フィージビリティ|先行研究/,
          ),
          false,
        );
        if (/研究/.test(line.vendor.text)) add("basic-research", find(line, /研究(?!会|所|費用)/, ITEM), false);
      }
    }
  }

  function wages(): void {
    if (!WAGES.has(kind)) return;
    const student = /学生|高専生|院生|インターン/.test(line.description.text);
    if (!student) {
      add(
        "university-staff",
        find(
          line,
          /(?:准|名誉|特任|客員|助)?教授|講師(?!派遣|謝)|助教|教員|ポスドク|博士研究員|特任研究員|教諭|大学(?:の)?(?:職員|教職員|技術職員)|高専(?:の)?(?:職員|教員)|研究室(?:スタッフ)?/,
          ALL,
        ),
        undecided === null,
      );
      if (kind !== "part-time-wage")
        add("university-staff", find(line, /大学|高専|高等専門学校|工大(?!阪)/, ["vendor"]), undecided === null);
    }
    const half = own(/執行役員|使用人兼務|兼務役員|使用人分|使用人給与|従業員給与部分|兼務取締役/);
    if (half !== null) add("executive-pay", half, false);
    else {
      const executive = find(
        line,
        /代表取締役(?:社長)?|代取|社主|相談役|代表者(?!会)|取締役(?!会)|副社長|社長(?![室秘直付補])|(?<!町内)会長(?!職)|専務(?!理事会)|常務(?!会)|監査役(?!会)|監事|理事長|理事(?![会官])|代表社員|業務執行社員|役員(?![室会車秘])(?:報酬|給与)?|経営者|事業主(?![負分])|オーナ(?!シ)|会計参与|(?<![a-z])(?:ceo|coo|cfo|cto|president|director)(?![a-z])/,
        TEXT,
      );
      if (executive !== null) addFirm("executive-pay", executive);
    }
    addFirm(
      "pay-component",
      own(
        /残業|時間外|超過勤務|超勤|深夜(?:残業|割増|手当|勤務手当)|休日(?:出勤|割増|手当|労働|勤務)|割増|割り増し|賞与|ボーナス|一時金|寸志|報奨金|奨励金|慰労金|決算(?:手当|賞与)|臨時(?:手当|支給|給与)|特別手当|退職金|祝金|祝い金|インセンティブ|大入り?袋?|年末手当|期末手当|勤勉手当|表彰金|業績給|賞金|功労金|見舞金/,
      ),
    );
    if (kind === "dispatch-wage") {
      const single = own(
        /1社(?:のみ|経由|・|、|直接|だけ|$)|派遣元(?:は)?1社|派遣会社(?:は)?1社|単独の?派遣|直接契約|経由(?:なし|せず|しない)|直接雇用契約/,
      );
      const chain = find(
        line,
        /[2-9二三]社(?:を|経由|間)|[2-9二三]社|複数(?:の)?(?:派遣)?(?:会社|社|業者)|再派遣|二重派遣(?!の?(?:可能性なし|でな|ではな|なし))|多重派遣|孫請|経由(?!なし|せず|しな)/,
        TEXT,
      );
      const between = find(line, /[^~]~[^~]/, ["vendor"]);
      const openQuestion = own(/仲介|契約形態|派遣会社(?:の)?数|派遣元(?:の)?(?:数|未定)/);
      if (openQuestion !== null && chain === null) add("indirect-dispatch", openQuestion, false);
      else if (chain !== null && (single === null || /[2-9二三]社/.test(line.description.text + line.note.text)))
        addFirm("indirect-dispatch", chain);
      else addFirm("indirect-dispatch", between);
    }
    add(
      "not-employed",
      find(line, /シルバー人材|請負|委任|業務委託|雇用で(?:は)?な|雇用か|フリーランス|個人事業主|ボランティア/, ALL),
      false,
    );
  }

  function journeys(): void {
    const guest = kind === "expert-travel" || kind === "meeting-travel" || EXPERTS.has(kind);
    if (!JOURNEYS.has(kind) && !EXPERTS.has(kind)) return;
    const trait: Trait = guest ? "expert-premium-travel" : "premium-travel";
    const premium = find(
      line,
      /タクシ|taxi|(?<![a-z])cab(?![a-z])|ハイヤ|グリーン(?:車|席|料金|券|利用|指定|個室)|green ?car|グランクラス|gクラス|ビジネスクラス|business ?class|ファーストクラス|first ?class|プレミアム(?:クラス|シート)|上級クラス|スイートルーム|リムジン(?!バス)|(?:エグゼクティブ|デラックス)(?:クラス|シート)/,
      TEXT,
    );
    const excuse = own(
      /理由書|特別な(?:理由|事情)|やむを得|やむなく|終電後|機材運搬|重量物|身体|障害|公共交通(?:機関)?(?:が|の)?(?:な|無|未)|バス路線なし|早朝深夜|緊急/,
    );
    if (premium !== null) add(trait, premium, excuse === null && undecided === null);
    add(
      trait,
      own(/クラスj|プレミアムエコノミ|クラス未定|座席(?:種別|クラス|等級)?(?:は)?(?:未定|不明|検討)|席種未定/),
      false,
    );
    if (guest && !JOURNEYS.has(kind)) return;
    add(
      "private-vehicle",
      own(/レンタカ|自家用車|マイカ|自動車(?:利用|移動)|社有車|社用車|ガソリン|カーシェア/),
      false,
    );
    if (!guest) {
      const abroad = find(line, ABROAD, TEXT);
      if (abroad !== null) {
        add("overseas", abroad, true);
        const repeat = own(/[2-9二三四五](?:人|名|回|度)目|第[2-9二三]回|再訪|再渡航|再度|同行者|随行|追加渡航|2nd/);
        const several = find(
          line,
          /(?<![\d.~-])(?:[2-9]|[1-9]\d)(?:名|人)(?!目|1回|日)|(?<![\d.~-])(?:[2-9]|[1-9]\d)(?:回|往復)(?!目)/,
          TEXT,
        );
        const counted = line.quantity > 1 && /^(?:名|人|名分|人分|回|往復|人回|pax|度|trip|trips)$/.test(line.unit);
        addFirm("overseas-repeat", repeat ?? several ?? (counted ? abroad : null));
      }
      addFirm(
        "unlisted-traveller",
        own(
          /(?:推進)?体制(?:表|図|名簿|一覧|メンバー)?(?:に|には|へ|の)?(?:記載|登録|掲載|名前|氏名)?(?:が|は|の|も)?(?:なし|な[いく]|無し|無い|外|未記載|未登録|ない者|不在)|(?:名簿|リスト|メンバー表|体制表)(?:に|には|の)?(?:記載|登録)?(?:が|は|も)?(?:なし|な[いく]|無[いし]|未記載|外)|(?:推進|プロジェクト)?メンバー(?:以外|外)|メンバーではな|未登録(?:の)?(?:社員|者)|体制外|pjメンバー外/,
        ),
      );
      addFirm(
        "unrelated",
        own(
          /社員旅行|慰安|観光(?!dx|デー)|ゴルフ|帰省|通勤|懇親|挨拶回り|あいさつ回り|お?礼(?:の)?訪問|年始|年末挨拶|客先移動|営業(?:活動|訪問|回り)|商談(?!会の調査)|採用(?:面接|活動|説明会)|転勤|赴任|株主総会|葬|結婚式|表彰式|新入社員|入社式|研修旅行|懇親旅行|家族|レジャ|送迎/,
        ),
      );
    }
  }

  function experts(): void {
    if (
      (EXPERTS.has(kind) || LEARNING.has(kind)) &&
      /教授|大学|高専|教員|助教/.test(line.description.text + line.vendor.text) &&
      !JOURNEYS.has(kind)
    )
      add("university-staff", own(/兼業|雇用関係|本務|所属機関の許可|許可(?:の)?(?:有無|未)/), false);
    if (kind === "consulting" || kind === "technical-guidance") {
      addFirm(
        "unrelated",
        own(
          /税務|決算|経理指導|確定申告|相続|事業承継|人事(?:労務|評価|制度)|労務(?:相談|顧問|管理)|就業規則|節税|資産|m&a|融資|資金繰り|法律相談|法務|訴訟|iso9001取得|助成金申請|補助金(?:申請|獲得)|接客|マナー|ビジネスマナ/,
        ),
      );
      if (
        kind === "consulting" &&
        undecided === null &&
        find(line, /成果物(?:なし|不定)|内容一任|全般|一式$/, ITEM) !== null &&
        project === null &&
        line.note.text === ""
      )
        add("unclear", whole, false);
    }
    if (!LEARNING.has(kind)) return;
    const mixed = find(line, /懇親会?|交流会|食事代?|昼食代?|弁当|飲食|パーティ|レセプション|年会費/, TEXT);
    const event = find(line, /参加|聴講|大会|学会|セミナ|研修|受講|シンポジウム|登録|講演/, ITEM, false);
    if (mixed !== null) {
      const included = find(
        line,
        /(?:懇親会?|交流会|食事代?|昼食代?|弁当|飲食|パーティ|レセプション|年会費)(?:費|代|料)?(?:を|も|が|は)?(?:込|含む|含み|付|あり|か(?!ら))/,
        TEXT,
      );
      if (event !== null && included !== null) add("reception", included, false);
      else if (event === null || mixed.field === "description") addFirm("reception", mixed);
    }
    const unrelated = find(line, UNRELATED_EVENT, ALL);
    const technical =
      /(?<![a-z])(?:dx|ai|iot|ict|it|rpa|cad|plc|nc|3d)(?![a-z])|デジタル|ロボ|データ|機械学習|プログラ|python|センサ|画像|システム|自動化|スマート|クラウド|情報|工学|加工|溶接|生産|製造|品質|物流|測量|ドローン/.test(
        line.description.text + line.note.text,
      );
    if (unrelated !== null) add("unrelated-event", unrelated, !technical && undecided === null);
    add(
      "unrelated-event",
      own(
        /(?:本事業|補助事業|事業|業務|pj)(?:と|とは|に|には|との)(?:直接)?(?:の)?(?:無関係|関係(?:が|は)?(?:な|薄)|関連(?:が|は)?(?:な|薄))|無関係/,
      ),
      undecided === null,
    );
    add("unrelated-event", own(/(?:テーマ|内容|演題|講座名|セミナ名?)(?:は)?(?:未定|不明|調整)/), false);
  }

  function property(): void {
    if (kind !== "patent-attorney" && kind !== "patent-translation" && kind !== "patent-office-fee") return;
    if (kind === "patent-attorney") {
      add(
        "patent-office-fee",
        find(
          line,
          /(?:印紙代?|庁費用|庁手数料|特許庁費用|官庁手数料|官費|納付金|納付額|納付料|実費|出願料|登録料|審査請求料)(?:を|も|等|など|分|・報酬)?(?:込|含む|含み|含めて|コミ)/,
          TEXT,
        ),
        false,
      );
      add(
        "patent-office-fee",
        find(line, /(?:印紙代?|出願料|審査請求料|登録料|庁費用|納付金)(?=[+＋・、/と])/, TEXT),
        false,
      );
    }
    addFirm(
      "unrelated-ip",
      own(
        /(?:本事業|補助事業|事業|研究開発|研究|開発|本件)(?:と|とは|に|には|との)(?:直接)?(?:の)?(?:無関係|関係(?:が|は)?な|関連(?:が|は)?な)|無関係|関係(?:が|は)?な[いし]|社名(?:ロゴ|商標)?|既存(?:の)?(?:社名|商標|ブランド|商品名|製品)|(?:商標|登録)(?:の)?更新|他事業|別事業/,
      ),
    );
    add("unrelated-ip", own(/(?:関連|関係)(?:性)?(?:の)?(?:は|が|を)?(?:説明)?(?:未|要|確認|不明)/), false);
  }

  function purposes(): void {
    if (found.some(({ trait }) => trait === "unrelated" || trait === "food" || trait === "entertainment")) return;
    if (kind === "gift") return addFirm("entertainment", whole);
    if (!JOURNEYS.has(kind))
      add("entertainment", find(line, /接待|交際|贈答|手土産|お中元|お歳暮/, TEXT), undecided === null);
    const plainly = (hit: Hit | null): void => add("unrelated", hit, project === null && undecided === null);
    if (kind === "welfare" || kind === "tax" || kind === "recruitment") return addFirm("unrelated", whole);
    if (kind === "vehicle" || kind === "furniture") plainly(whole);
    if (kind === "utility") plainly(whole);
    if (kind === "equipment")
      plainly(
        find(
          line,
          /エアコン|空調機|冷暖房|冷蔵庫(?!センサ)|冷凍庫|テレビ|自動販売機|給茶機|製氷機|ソファ|マッサージ|金庫|シュレッダ|加湿|空気清浄|クーラ/,
          ITEM,
        ),
      );
    // Uses that are plainly the company's own affairs.
    const private_ = find(
      line,
      /役員(?:室|車|応接|専用|用|フロア)|社長(?:室|車|専用|用|個人|宅|の)|会長(?:室|車|宅)|応接(?:室|セット|間)?|エントランス|玄関|来客(?:対応|用|者?)?|社員?食堂|従業員(?:食堂|トイレ|用|休憩)|食堂|休憩(?:室|所|スペース)?(?:用)?|仮眠室|社員寮|独身寮|社宅|更衣室|ロッカー室|トイレ|便所|洗面所|シャワー室|喫煙|(?:社員|従業員|来客|来店客?)(?:用|通勤)?(?:の)?駐車場|通勤|第\d駐車場|草刈り?|除草|剪定|植栽|福利厚生|健康診断|慰安|社員旅行|忘年会|新年会|歓送迎|イメージアップ|企業イメージ|社史|周年|創立|記念(?:式典|品|誌|行事)|運動会|サークル|ゴルフ|自動車税|車検|社用車|営業車|営業用車|営業部配備|役員車|送迎車|配達用|私用|個人用|個人利用|私的|自宅|家庭用|趣味|祈祷|神社|観葉植物|慶弔|太陽光|ソーラー|電気代削減|節電|光熱費削減|通常(?:の)?(?:業務|営業|販売|生産|決算|製造|出荷|運転|販売品|の決算|事務)|日常(?:業務|清掃)|経常(?:的|業務)|ルーチン業務|(?:本社|事務所|社屋|オフィス|支店|営業所|店舗)(?:の)?(?:移転|引っ?越し?|清掃|掃除|家賃|賃料|改装|模様替え|美装|外壁|リフォーム)|引っ?越し?|本社ビル|年末調整|税務|決算(?:業務|書|指導)|確定申告|給与計算|記帳代行|経理代行|月次決算|相続|登記|訴訟|係争|会社案内|コーポレート(?:サイト|ロゴ)|採用(?:サイト|ページ|活動|広告|向け|用|動画|イベント|説明|パンフ|専用)|新卒|中途採用|求人|リクルート(?!スタッフ)|人材募集|エレベータ|ウォーターサーバ|給茶機|消防設備|防犯灯|雨漏り|大掃除|清掃用|掃除|事務所の暑さ|暑さ対策|寒さ対策|制服|作業服|作業着|南京錠|冠婚葬祭|業務外|本事業(?:と|に|とは|には)?(?:無関係|関係(?:が|は)?な|使わな|使用しな|関連しな|直接関係な)|事業(?:と|とは)無関係|自治会|町内会|祭り|協賛|懇親|二次会/,
      TEXT,
    );
    const suitable =
      !LEARNING.has(kind) &&
      kind !== "food" &&
      !(
        WAGES.has(kind) &&
        private_?.field === "note" &&
        /役員|社長|会長/.test(private_.reading.text.slice(private_.start, private_.end))
      );
    if (private_ !== null && suitable) {
      const word = private_.reading.text.slice(private_.start, private_.end);
      const absolute =
        /社員旅行|慰安|社用車|営業車|役員|社長|車検|引っ?越|移転|採用|新卒|求人|人材募集|リクルート|私用|個人用|自宅|草刈|税務|通常|福利厚生|通勤|無関係|ゴルフ|会社案内|企業イメージ|イメージアップ|エレベータ|家賃|寮|社宅/.test(
          word,
        );
      add("unrelated", private_, (absolute || project === null) && undecided === null);
    }
    if (kind === "rental")
      plainly(
        find(
          line,
          /家賃|事務所賃料|月極|駐車場|カーリース|カーレンタル|車両リース|ウォーターサーバ|玄関マット|観葉/,
          ITEM,
        ),
      );
    if (kind === "insurance")
      plainly(find(line, /自動車保険|生命保険|火災保険|地震保険|役員保険|がん保険|養老保険|社用車/, TEXT));
    if (kind === "freight")
      plainly(
        find(
          line,
          /製品出荷|商品(?:の)?(?:発送|出荷|配送)|出荷(?:運賃|費|分)|通常|顧客への納品|得意先(?:への)?納品|什器|家財/,
          TEXT,
        ),
      );
    if (kind === "communication")
      plainly(find(line, /携帯電話?(?:代|料|料金)|電話(?:代|料金)|年賀|固定電話|fax/, ITEM));
    if (kind === "outsourcing" || kind === "consulting")
      plainly(find(line, /税理士|会計士|社労士|社会保険労務士|司法書士|行政書士|警備|清掃|監査報酬/, ITEM));
    if (kind === "maintenance" || kind === "repair")
      plainly(
        find(
          line,
          /複合機|コピー機|社屋|空調|エアコン|消防|トラック|タイヤ|自動車|車両|バン$|営業車|給湯|便器|自動ドア|看板/,
          TEXT,
        ),
      );
    if (kind === "package-software" || kind === "computer" || kind === "cloud-service")
      add("unrelated", own(/全社(?:員|一括|分|共通)?|全pc|全員分|事務所(?:全|用)|全台|共用|兼用|総務用/), false);
    else if (DURABLE.has(kind)) add("unrelated", own(/共用|兼用|利用割合|使用割合|私物/), false);
    if (GOODS.has(kind) || kind === "giveaway") void 0;
    if (kind === "advertising" || kind === "exhibition" || kind === "printing")
      addFirm(
        "giveaway",
        own(
          /来場者(?:プレゼント|特典|抽選)|割引(?:クーポン|券|原資)|クーポン|キャッシュバック|景品|粗品|ノベルティ|プレゼント|商品券|ギフト券|ポイント(?:付与|還元)|無料進呈|抽選会/,
        ),
      );
    if (UPKEEP.has(kind) || kind === "works") return;
  }

  function payment(): void {
    addFirm(
      "bill-payment",
      find(line, /約束手形|為替手形|支払手形|手形|小切手|リボ(?:払い?|ルビング)(?!ン)|リボ(?!ン)(?=[払$、)])/, [
        "description",
        "specification",
        "note",
      ]),
    );
  }

  /** Resembles lines that were refused, though none of the words above says why. */
  function byResemblance(): void {
    if (undecided !== null || found.some(({ certain, trait }) => certain && trait !== "overseas")) return;
    const likely = likelyRefusal(outcomes, kind);
    if (likely !== null && !found.some(({ trait }) => trait === likely)) add(likely, whole, true);
  }

  function openQuestions(): void {
    if (found.some(({ trait, certain }) => !certain && trait !== "overseas")) return;
    if (undecided !== null) return add("unclear", undecided, false);
    if (
      /^(?:未定|検討中|調整中|選定中|各社|複数業者|複数社)/.test(line.vendor.text) &&
      /一式|まとめ/.test(line.description.text + line.unit)
    )
      add("unclear", { field: "vendor", reading: line.vendor, start: 0, end: line.vendor.text.length }, false);
    else if (VAGUE.test(line.description.text) && line.note.text === "") add("unclear", whole, false);
  }
}

/** From this probability on a line is taken as refused. */
const REFUSED_FROM = 0.6;

/** Traits that only lines of certain kinds can have. */
const ONLY: Readonly<Partial<Record<Trait, ReadonlySet<Kind>>>> = {
  stationery: GOODS,
  "reference-book": set("books"),
  "university-staff": WAGES,
  "unrelated-event": LEARNING,
  "existing-contract": ONGOING,
  "membership-fee": LEARNING,
  "basic-research": CONTRACTS,
  replacement: DURABLE,
  "patent-office-fee": set("patent-attorney", "patent-office-fee"),
  "premium-travel": JOURNEYS,
  "unlisted-traveller": JOURNEYS,
  "executive-pay": WAGES,
  "pay-component": WAGES,
};

function likelyRefusal(outcomes: Float64Array, kind: Kind): Trait | null {
  let most = -Infinity;
  for (const value of outcomes) most = Math.max(most, value);
  let all = 0;
  let refused = 0;
  let best: Trait | null = null;
  let bestShare = 0;
  OUTCOMES.forEach((outcome, i) => {
    const share = Math.exp((outcomes[i] as number) - most);
    all += share;
    if (outcome === "eligible" || outcome === "review" || ONLY[outcome]?.has(kind) === false) return;
    refused += share;
    if (share > bestShare) [best, bestShare] = [outcome, share];
  });
  return refused / all >= REFUSED_FROM ? best : null;
}

/** A start of contract before the grant's year, as people note it. */
const PAST_START =
  /(?:r[1-6]|令和(?:元|[1-6])|h\d{1,2}|平成\d{1,2}|20(?:0\d|1\d|2[0-4]))(?:年度?|[./]\d{1,2}(?:月)?|年\d{1,2}月|導入|契約)?(?:から|より|以来|以降|導入|契約|開始|締結|加入|取得|購入)/;
const RENEWABLE = set(
  "cloud-service",
  "maintenance",
  "package-software",
  "rental",
  "insurance",
  "membership-fee",
  "consulting",
  "communication",
);

const PERSONAL_GOODS =
  /制服|作業[着服]|ユニフォーム|安全靴|長靴|スリッパ|防寒着|空調服|雨具|レインコート|軍手|手袋|ヘルメット|マスク|消毒|除菌|トイレットペ|ティッシュ|洗剤|石鹸|ハンドソープ|うがい|ゴミ袋|掃除|清掃用品|モップ|救急箱|常備薬|日用品|食器|電気ポット|電子レンジ|熱中症|塩飴|南京錠/;

/** Nothing but general words: what is bought cannot be told. */
const VAGUE =
  /^(?:備品類?|雑費|予備費|諸経費|諸雑費|その他(?:経費|費用)?|設備|機器|部品|材料|消耗品|資材|外注|業務委託|委託|工事|改修工事|コンサル(?:ティング)?|図書|書籍|セミナ|研修|出張|旅費|会議|人件費|派遣|物流|運送|経費|備品|雑品)(?:費用?|代金?|料金?|類)?(?:一式|等|など|他|ほか|まとめ)*(?:\(.*\))?$/;

const ABROAD =
  /海外|国外|渡航|台湾|台北|高雄|韓国|ソウル|釜山|中国(?!地方|電力|新聞|支[店社])|上海|北京|深圳|深セン|広州|大連|香港|マカオ|ベトナム|ハノイ|ホーチミン|ダナン|タイ(?=出張|国|$|[・、~\s(（/\-]|視察|工場|バンコク)|バンコク|シンガポール|マレーシア|クアラルンプール|インドネシア|ジャカルタ|フィリピン|マニラ|セブ|ミャンマ|カンボジア|インド(?!ア)|ムンバイ|デリー|アメリカ|米国(?!特許|出願)|北米|ニューヨーク|サンフランシスコ|ロサンゼルス|ラスベガス|シリコンバレ|シカゴ|デトロイト|ハワイ|カナダ|メキシコ|ブラジル|ドイツ|独国|ハノーバ|ハノーファ|フランクフルト|ミュンヘン|ベルリン|デュッセルドルフ|フランス|パリ(?!ティ)|英国|イギリス|ロンドン|イタリア|ミラノ|スペイン|バルセロナ|オランダ|アムステルダム|スイス|スウェーデン|フィンランド|デンマーク|エストニア|ポーランド|オーストリア|欧州|ヨーロッパ|東南アジア|オーストラリア|シドニ|イスラエル|ドバイ|(?<![a-z])(?:fra|lax|sfo|jfk|icn|tpe|sin|bkk|pvg|hkg|taiwan|korea|china|germany|usa|vietnam|singapore|thailand)(?![a-z])/;

const UNRELATED_EVENT =
  /税制|税務|節税|相続|事業?承継|経済講演|経済情勢|新春|賀詞|経営者(?:交流|懇談|大会|セミナ)|交流パーティ|ゴルフ|マナー|接客|メンタル|ハラスメント|英会話|簿記|年金|健康(?:経営|セミナ|講座)|趣味|料理|投資|株式|不動産(?!dx)|ロータリー|ライオンズ|青年会議所|倫理法人|自己啓発|モチベーション|話し方|コミュニケーション(?:研修|セミナ)|新入社員|ビジネスマナ|電話応対|インボイス|確定申告|年末調整|安全運転|交通安全|防火管理|救命|ワイン|美容|着付|囲碁|懇談|政治|選挙|就活|採用(?:担当|力|セミナ)|婚活|クレーム対応|ヨガ|運動/;
