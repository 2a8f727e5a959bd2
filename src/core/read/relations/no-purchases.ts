/** Tables of figures that are no list of what is bought: marks of people, what each shop makes, directories of people and places. */
import { toNumber } from "../../money/fraction";
import { compact } from "../../text/fold";
import type { Field } from "../field";
import type { Part } from "../tables/part";

/** What a table says beside its amounts, each header compact. */
const saidIn = ({ table }: Part): readonly string[] => table.columns.map(({ text }) => compact(text));

const hasAny = ({ columns }: Part, fields: readonly Field[]): boolean =>
  columns.some(({ field }) => fields.includes(field));

/** 得点, 順位: only what is judged has them. */
const JUDGED =
  /^(?:得点|評点|素点|配点|満点|総合点|合計点|評価点|審査点|偏差値|順位|席次|平均点)(?:\(.*\))?$|^(?:score|rank|grade)s?$/;
const SUBJECT =
  /^(?:国語|算数|数学|理科|社会|英語|体育|音楽|美術|図工|技術|家庭|保健|物理|化学|生物|地学|地理|日本史|世界史|公民|古文|漢文|現代文|math|science|english|history)(?:[ⅠⅡabi]+)?(?:の?点数?)?$/;
const TITLE_OF_MARKS = /成績|採点|得点|テスト結果|試験結果|評価表|審査結果|通知表/;
const HIGHEST_MARK = 1000;

/** 氏名 | 国語 | 数学 | 英語 | 合計: marks, each below a thousand. */
export function isOfMarks(part: Part): boolean {
  const { table, rows } = part;
  const said = saidIn(part);
  const titles = [table.grid.name, ...table.above.map(({ text }) => text)];
  const signs =
    said.filter((word) => JUDGED.test(word)).length +
    Math.min(2, said.filter((word) => SUBJECT.test(word)).length) +
    Number(titles.some((title) => TITLE_OF_MARKS.test(compact(title))));
  const lines = rows?.lines ?? [];
  return (
    signs >= 2 &&
    !hasAny(part, OF_A_PURCHASE) &&
    lines.every(({ exact }) => exact === null || Math.abs(toNumber(exact)) < HIGHEST_MARK)
  );
}

/** 店舗名 | 金額: where, and nothing of what. */
const PLACE =
  /^(?:各)?(?:店舗|支店|店|営業所|出張所|拠点|事業所|営業部?|部門|売場|エリア|地区|地域|都道府県|市町村|branch|store|shop|region|office)(?:別|名称?|name)?$/;
const OF_SPENDING =
  /予算|経費|費用|積算|支出|明細|内訳|申請|購入|導入|調達|見積|計画|整備|改修|工事|budget|expense|cost/;

/** Amounts by shop or branch that no word calls spending. */
export function isMoneyByPlace(part: Part): boolean {
  const { table, columns } = part;
  const item = columns.find(({ field }) => field === "description");
  const amounts = columns.filter(({ field }) => field.startsWith("amount"));
  const words = [table.grid.name, ...table.above.map(({ text }) => text), ...amounts.map(({ header }) => header)];
  return (
    item !== undefined &&
    PLACE.test(compact(item.header)) &&
    !hasAny(part, OF_A_PURCHASE) &&
    !words.some((word) => OF_SPENDING.test(compact(word)))
  );
}

/** What a directory says of people and of places. */
const OF_A_PERSON_OR_PLACE =
  /^(?:性別|血液型|生年月日|年齢|ふりがな|フリガナ|.*フリガナ|カナ|メール(?:アドレス)?|e-?mail|電話(?:番号)?|携帯(?:電話)?|fax(?:番号)?|郵便番号|住所|所在地|緯度|経度|定員|url|latitude|longitude|telephone(?:number)?|phone(?:number)?|address|zip(?:code)?|capacity)$/;
const FEWEST_DETAILS = 3;

/** 名前 | 性別 | 生年月日 | 電話番号 | 調査結果: who they are, or where, and a figure of each. */
export const isDirectory = (part: Part): boolean =>
  saidIn(part).filter((word) => OF_A_PERSON_OR_PLACE.test(word)).length >= FEWEST_DETAILS &&
  !hasAny(part, OF_A_PURCHASE);

const OF_A_PURCHASE: readonly Field[] = [
  ...(["unitPrice", "unitPriceExclusive", "unitPriceInclusive", "quantity", "specification", "vendor"] as const),
  ...(["major", "middle", "minor", "category", "hourlyRate", "hours", "paymentMethod", "evidenceNo"] as const),
  ...(["orderDate", "deliveryDate", "paymentDate"] as const),
];
