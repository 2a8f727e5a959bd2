/** An application without fault: its lines, the estimate for each, and who works on it. */
import { between, pick, shuffled, type Random } from "./random";
import type { Fault } from "./faults";

interface Ware {
  readonly item: string;
  readonly major: string;
  readonly middle: string;
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly unit: string;
}

const WARES: readonly Ware[] = [
  ware("協働ロボット", "物品費", "機械装置等製作・購入費", 1_800_000, 3_200_000, 1, "台"),
  ware("画像検査装置", "物品費", "機械装置等製作・購入費", 900_000, 1_600_000, 1, "台"),
  ware("設備監視用サーバー", "物品費", "機械装置等製作・購入費", 320_000, 560_000, 2, "台"),
  ware("自動搬送台車", "物品費", "機械装置等製作・購入費", 680_000, 1_400_000, 2, "台"),
  ware("温湿度センサー", "物品費", "消耗品費", 4_800, 19_800, 12, "個"),
  ware("IoTゲートウェイ", "物品費", "消耗品費", 58_000, 120_000, 3, "台"),
  ware("タブレット端末", "物品費", "消耗品費", 52_000, 98_000, 8, "台"),
  ware("バーコードリーダー", "物品費", "消耗品費", 22_000, 64_000, 6, "台"),
  ware("LANケーブル・配線材料", "物品費", "消耗品費", 1_200, 6_400, 20, "本"),
  ware("受発注システム開発", "その他経費", "外注費", 600_000, 1_900_000, 1, "式"),
  ware("データ分析業務委託", "その他経費", "外注費", 280_000, 900_000, 1, "式"),
  ware("画面設計・デザイン業務", "その他経費", "外注費", 180_000, 520_000, 1, "式"),
  ware("検査装置の設置に伴う電気工事", "物品費", "土木・建築工事費", 150_000, 480_000, 1, "式"),
  ware("DX推進に係る技術指導", "その他経費", "諸経費", 60_000, 120_000, 4, "回"),
];

function ware(item: string, major: string, middle: string, from: number, to: number, most: number, unit: string): Ware {
  return { item, major, middle, from, to, most, unit };
}

const PLACES = ["小倉", "若松", "戸畑", "門司", "八幡", "黒崎", "枝光", "折尾", "曽根", "守恒", "本城", "城野"];
const TRADES = ["精機", "電設", "システムズ", "計測", "商会", "テクノ", "情報サービス", "工業", "デザイン", "産業"];
const FAMILIES = ["佐藤", "田中", "高橋", "中村", "吉田", "松尾", "古賀", "井上", "緒方", "安部", "原口", "桑原"];
const GIVEN = ["健一", "美咲", "大輔", "由美", "直樹", "真理", "拓也", "千尋", "浩二", "奈々", "誠", "恵"];

export interface Vendor {
  readonly name: string;
  readonly phone: string;
  readonly person: string;
  readonly account: string;
}

export interface Line {
  no: number;
  item: string;
  major: string;
  middle: string;
  unit: string;
  price: number;
  quantity: number;
  /** Yen; or what stands there in its place. */
  amount: number | string;
  vendor: Vendor;
  order: string;
  payment: string;
}

export interface PaperItem {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: number;
  readonly amount: number;
}

export interface Paper {
  readonly no: number;
  readonly title: string;
  readonly number: string;
  readonly vendor: Vendor;
  readonly to: string;
  readonly date: string;
  readonly validUntil: string;
  readonly items: readonly PaperItem[];
  readonly currency: "円" | "USD";
  /** A picture without a letter of text. */
  readonly scanned: boolean;
}

export interface Person {
  readonly name: string;
  position: string;
  readonly base: number;
  readonly allowances: number;
  overtime: number;
  readonly welfare: number;
  rate: number;
  readonly hours: number;
}

/** Scheduled hours of a month. */
export const HOURS = 162.75;

export interface Draft {
  readonly at: number;
  readonly name: string;
  readonly company: string;
  readonly lines: Line[];
  readonly persons: Person[];
  readonly faults: Fault[];
  readonly papers: Map<number, Paper>;
  /** Estimates that stay papers of their own. */
  readonly asPaper: Set<number>;
  requested: number;
  rate: string | null;
  /** What the stated total is too high by. */
  totalOff: number;
  /** Amounts are written with tax although the applicant must leave it out. */
  withTax: boolean;
}

export function vendorOf(random: Random, taken: Set<string>): Vendor {
  for (;;) {
    const name = `株式会社${pick(PLACES, random)}${pick(TRADES, random)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return {
      name,
      phone: `093-${String(between(200, 989, random))}-${String(between(1000, 9999, random))}`,
      person: nameOf(random),
      account: `北九州みらい銀行 小倉支店 普通 ${String(between(1_000_000, 9_999_999, random))}`,
    };
  }
}

const nameOf = (random: Random): string => `${pick(FAMILIES, random)} ${pick(GIVEN, random)}`;

/** @param at place in the folder, from 0 */
export function draftOf(at: number, random: Random): Draft {
  const taken = new Set<string>();
  const company = `${pick(PLACES, random)}${pick(["製作所", "食品", "運輸", "金属", "印刷", "水産"], random)}株式会社`;
  const lines = shuffled(WARES, random)
    .slice(0, between(8, 12, random))
    .map((one, index): Line => {
      const price = between(one.from, one.to, random, one.from >= 100_000 ? 10_000 : 100);
      const quantity = one.most === 1 ? 1 : between(1, one.most, random);
      return {
        no: index + 1,
        item: `${one.item}（${pick(["", "型番 ", "仕様 "], random)}${String.fromCharCode(65 + Math.floor(random() * 26))}${String(between(100, 999, random))}）`,
        major: one.major,
        middle: one.middle,
        unit: one.unit,
        price,
        quantity,
        amount: price * quantity,
        vendor: vendorOf(random, taken),
        order: `2025-0${String(between(6, 9, random))}-${String(between(10, 28, random))}`,
        payment: "銀行振込",
      };
    });
  const papers = new Map(
    lines.map((line): [number, Paper] => [
      line.no,
      {
        no: line.no,
        title: "御見積書",
        number: `Q-${String(between(10_000, 99_999, random))}`,
        vendor: line.vendor,
        to: company,
        date: `2025-0${String(between(4, 5, random))}-${String(between(15, 28, random))}`,
        validUntil: "2025-12-26",
        items: [itemOf(line)],
        currency: "円",
        scanned: false,
      },
    ]),
  );
  const persons = random() < 0.4 ? Array.from({ length: between(1, 3, random) }, () => personOf(random)) : [];
  const total =
    lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0) +
    persons.reduce((sum, { rate, hours }) => sum + Math.floor(rate * hours), 0);
  return {
    at,
    name: `${String(at + 1).padStart(4, "0")}_${company}`,
    company,
    lines,
    persons: persons.filter(({ name }, index) => persons.findIndex((other) => other.name === name) === index),
    faults: [],
    papers,
    asPaper: new Set(),
    rate: null,
    totalOff: 0,
    withTax: false,
    requested: Math.min(5_000_000, Math.floor((total * 2) / 3 / 1000) * 1000 - 300_000),
  };
}

function personOf(random: Random): Person {
  const base = between(210_000, 320_000, random, 1_000);
  const allowances = between(5_000, 40_000, random, 500);
  const welfare = between(32_000, 52_000, random);
  return {
    name: nameOf(random),
    position: pick(["製造課 係長", "DX推進課", "品質管理課 主任", "情報システム課"], random),
    base,
    allowances,
    overtime: 0,
    welfare,
    rate: Math.floor((base + allowances + welfare) / HOURS),
    hours: between(20, 100, random),
  };
}

export const itemOf = ({ item, quantity, unit, price }: Line): PaperItem => ({
  name: item,
  quantity,
  unit,
  price,
  amount: price * quantity,
});
