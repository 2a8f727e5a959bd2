/** Things bought: office supplies, books nobody needs for the project, mere replacements. */
import { DURABLE } from "../groups";
import { phrase } from "../reading/phrase";
import { DESCRIPTION, ITEM, TEXT, type Search } from "./search";

const STORAGE = phrase(
  /usbメモリ|usb-?hdd|外付け?(?:ssd|hdd|ハードディスク)|sdカード|マウス|キーボード|延長コード|電源タップ|oaタップ|pc小物/,
);
/** Handed over or kept as everybody does; what a study brought is kept for the project. */
const KEPT = phrase(
  /受渡|(?<!(?:調査|実証|検証|測定|計測|試験|実験|撮影|分析|学習)(?:用|データ|結果|記録|画像|映像|動画)*の?)保存|バックアップ/,
);
const RIBBON = phrase(/(?:インク?リボン|リボンカ[セート]|熱転写リボン|転写リボン|カーボンリボン|印字リボン)(?!用)/);

/** A machine of offices alone, at any price. */
const COPIER = phrase(/(?:複合機|コピー?機)(?!用)/);
/** Machines of any office: for the project only if the line says so. */
const OFFICE_MACHINE = phrase(
  /(?<!ラベル)(?<!バーコード)(?<!3d)(?<!造形)(?<!rfid)(?<!uv)(?<!産業用インクジェット)(?<!業務用)(?<!リボン用)プリンタ(?:a[34]|モノクロ|カラー?|本体|$|(?=[\s(、]))|モノクロレーザ|カラーレーザ|シュレッダ|テプラ|ラミネータ|電卓|裁断器/,
);

/** Yen: no printer of an office costs as much. */
const PRODUCTION_FROM = 600_000;

/** By whom an office is run. */
const OFFICE_USE = phrase(
  /総務|経理(?!自動)|庶務|事務(?:用|所|全般|処理)|全社|本社|社内(?:文書|書類|資料)|印刷全般|会議資料/,
);

/** For beginners perhaps, perhaps not. */
const TEXTBOOK = phrase(/教科書|教本|参考書|(?:の|る)基[本礎](?!設計)(?:知識)?/);
const UNTITLED = phrase(/書名|題名|タイトル|書目|何を買うか/);
const REFERENCE = phrase(
  /辞書|辞典|事典|字典|広辞苑|大辞林|六法|ハンドブック|便覧|早わかり|ポケットブック|handbook|dictionary/,
);
const BEGINNER = phrase(
  /入門|はじめて|初めて|初心者|初級|超基礎|いちばんやさしい|やさしい|ゼロから|一から|いちから|イラスト(?!レ)|よくわかる|わかる|マンガ|漫画|まんが|図解|ダミーズ|新人向け|基礎から|[0-9]時間で|すぐ使える|beginner|for dummies/,
);
const GENERAL_READING = phrase(
  /新聞|日経|週刊|月刊誌|ビジネス(?:書|誌)|自己啓発|小説|啓発書|経営書|経営哲学|経営者(?:の|論)|(?<!技術)(?<!専門)雑誌(?!会)|一般誌|経済誌|絵本|社長室|全社員?|新人の?(?:教育|研修)|全社配布|社員配布|教養|待合|ロビー?|趣味|(?:観光|旅行)(?:ガイド|案内|雑誌|情報誌|マップ)/,
);

/** Read for the project, perhaps, whoever it is written for. */
const OF_TECHNOLOGY = phrase(/データ|機械学習|プログラ|センサ|ロボ|(?<![a-z])(?:ai|iot|dx|rpa)(?![a-z])/);

const SAME_AGAIN = phrase(
  /単純更新|更新のみ|同等(?:品|機)(?!(?:で|で?も|の使用|による代替|以上)*[・、]?(?:は|も)?(?:可|よい|良い|いい|OK|ok|認|構|差し支え|相当))|同性能|性能(?:は)?同[じ等]|同等(?:の)?性能|同(?:能力|容量|規格|寸法)(?:品|機)?(?:へ|に|で|の)?(?:買い?替|入れ?替|更新|交換|取り?替)|同クラス|同等クラス|同機能|同じ機能|機能は(?:同じ|従来)|同一機種|同機種|同型(?!式)|同スペック|同じ仕様|同仕様|same (?:model|spec)|like for like|現行同等|従来同等|従来通り|現行機と同|単なる(?:更新|入替|買替)|老朽(?:化)?(?:による|のため|に伴う)?(?:更新|入替|取替|交換)/,
);
const RENEWED = phrase(
  /入れ?替え?|買い?替え?|買い?換え?|取り?替え?|代替機|代替え?|の代わり|更新|リプレース|更改|replacement/,
);
const BOUGHT_AGAIN = phrase(/買い?替|買い?換|代替|入れ?替|replacement/);
/** As good as any other reason, and none to refuse by itself. */
const UNSUPPORTED = phrase(/(?:(?:os)?(?:サポート|保守)|部品供給)(?:終了|切れ|期限)/);
const WORN = phrase(
  /老朽|古い|古く|旧式|寿命|耐用年数|経年|故障|壊れ|割れ|破損|リース満了|劣化|(?<![a-z])(?:old one|worn|aged)/,
);
const BETTER = phrase(
  /改善|向上|自動化|高度|追加|対応|連携|新機能|センサ|ネットワーク|データ|iot|強化|分離|遠隔|つなげ|つなぐ/,
);

export function purchases(search: Search): void {
  const { kind } = search;
  if (kind === "material" || kind === "computer" || kind === "equipment") {
    if (!search.isProject || search.says(KEPT)) search.add("stationery", search.first(STORAGE, ITEM), false);
  }
  search.add("stationery", search.first(RIBBON, ITEM), false);
  if (!search.isProject)
    search.add(
      "stationery",
      search.first(COPIER, DESCRIPTION) ??
        (search.line.price >= PRODUCTION_FROM ? null : search.first(OFFICE_MACHINE, DESCRIPTION)),
      search.says(OFFICE_USE) && search.undecided === null,
    );
  if (kind === "books") books(search);
  if (DURABLE.has(kind)) replacement(search);
}

function books(search: Search): void {
  if (search.undecided !== null) return search.add("reference-book", search.first(UNTITLED, TEXT), false);
  search.add("reference-book", search.first(REFERENCE, ITEM), true);
  search.add("reference-book", search.first(BEGINNER, ITEM), true);
  search.add("reference-book", search.first(GENERAL_READING, TEXT), !search.says(OF_TECHNOLOGY));
  search.add("reference-book", search.first(TEXTBOOK, ITEM), false);
}

function replacement(search: Search): void {
  search.addFirm("replacement", search.first(SAME_AGAIN, TEXT));
  const renewed = search.first(RENEWED, TEXT);
  if (renewed === null) return;
  const worn = search.first(WORN, TEXT);
  const better = search.says(BETTER);
  search.add("replacement", search.first(UNSUPPORTED, TEXT), false);
  if (worn !== null) search.add("replacement", worn, !better && search.undecided === null);
  else if (!better && search.says(BOUGHT_AGAIN)) search.add("replacement", renewed, false);
}
