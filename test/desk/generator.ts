/**
 * Applications as they reach a secretariat, drawn from a seed: budgets in several layouts, their estimates as
 * workbooks, lists and PDFs, and faults of which it is known where they are.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { buildXlsx, type CellLiteral, type SheetSpec } from "../ooxml/build";
import { pdfOf, type Producer, type Text } from "./pdf";

export type Random = () => number;

/** mulberry32 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

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

/** What is wrong on purpose. A mismatch is seen on the line, the others are said by the rule. */
export type FaultKind =
  | "estimate-amount"
  | "estimate-vendor"
  | "estimate-missing"
  | "arithmetic/line"
  | "eligibility/travel-class"
  | "eligibility/excluded-item"
  | "category/equipment-threshold"
  | "eligibility/period"
  | "eligibility/payment-method"
  | "subsidy/requested"
  | "subsidy/rounding";

export interface Fault {
  readonly kind: FaultKind;
  /** Item of the line; null where the whole budget is meant. */
  readonly item: string | null;
}

export type SharedKind = "same-estimate" | "shared-contact" | "same-texts" | "unit-price";

export interface Made {
  readonly name: string;
  readonly company: string;
  readonly faults: readonly Fault[];
  readonly estimates: number;
  /** Below the application's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Generated {
  readonly applications: readonly Made[];
  /** Names of the applications that have something in common on purpose. */
  readonly shared: readonly { readonly kind: SharedKind; readonly applications: readonly string[] }[];
}

interface Vendor {
  readonly name: string;
  readonly phone: string;
  readonly person: string;
  readonly account: string;
}

interface Line {
  no: number;
  item: string;
  major: string;
  middle: string;
  unit: string;
  price: number;
  quantity: number;
  amount: number;
  vendor: Vendor;
  order: string;
  payment: string;
}

interface Paper {
  readonly no: number;
  readonly number: string;
  readonly vendor: Vendor;
  readonly to: string;
  readonly date: string;
  readonly items: readonly { name: string; quantity: number; unit: string; price: number; amount: number }[];
}

export interface Wish {
  readonly seed: number;
  readonly count: number;
  /** Estimates as PDFs among the others; none where only reading of workbooks is measured. */
  readonly pdfs?: boolean;
  /** Share of applications with something wrong; 0 for none. */
  readonly faulty?: number;
}

export function generate({ seed, count, pdfs = true, faulty = 0.6 }: Wish): Generated {
  const random = seeded(seed);
  const drafts = Array.from({ length: count }, (_, at) => draft(at, random));
  for (const one of drafts) if (random() < faulty) spoil(one, random);
  const shared = faulty > 0 && count >= 8 ? share(drafts, random) : [];
  return { applications: drafts.map((one) => made(one, random, pdfs)), shared };
}

interface Draft {
  readonly at: number;
  readonly name: string;
  readonly company: string;
  readonly lines: Line[];
  readonly faults: Fault[];
  readonly papers: Map<number, Paper>;
  requested: number;
  frame: string;
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;
const between = (from: number, to: number, random: Random, step = 1): number =>
  Math.round((from + random() * (to - from)) / step) * step;

function vendorOf(random: Random, taken: Set<string>): Vendor {
  for (;;) {
    const name = `株式会社${pick(PLACES, random)}${pick(TRADES, random)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return {
      name,
      phone: `093-${String(between(200, 989, random))}-${String(between(1000, 9999, random))}`,
      person: `${pick(FAMILIES, random)} ${pick(GIVEN, random)}`,
      account: `北九州みらい銀行 小倉支店 普通 ${String(between(1_000_000, 9_999_999, random))}`,
    };
  }
}

function draft(at: number, random: Random): Draft {
  const taken = new Set<string>();
  const company = `${pick(PLACES, random)}${pick(["製作所", "食品", "運輸", "金属", "印刷", "水産"], random)}株式会社`;
  const wares = [...WARES].sort(() => random() - 0.5).slice(0, between(6, 10, random));
  const lines = wares.map((one, index): Line => {
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
        number: `Q-${String(between(10_000, 99_999, random))}`,
        vendor: line.vendor,
        to: company,
        date: `2025-0${String(between(4, 5, random))}-${String(between(15, 28, random))}`,
        items: [{ name: line.item, quantity: line.quantity, unit: line.unit, price: line.price, amount: line.amount }],
      },
    ]),
  );
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    at,
    name: `${String(at + 1).padStart(4, "0")}_${company}`,
    company,
    lines,
    faults: [],
    papers,
    frame: "事業変革枠",
    requested: Math.min(5_000_000, Math.floor(((total * 2) / 3 / 1000) | 0) * 1000),
  };
}

/** One or two faults of different kinds, on different lines. */
function spoil(one: Draft, random: Random): void {
  const kinds: FaultKind[] = [
    "estimate-amount",
    "estimate-vendor",
    "estimate-missing",
    "arithmetic/line",
    "eligibility/travel-class",
    "eligibility/excluded-item",
    "category/equipment-threshold",
    "eligibility/period",
    "eligibility/payment-method",
    "subsidy/requested",
    "subsidy/rounding",
  ];
  const free = [...one.lines];
  for (let left = between(1, 2, random); left > 0; left--) {
    const kind = kinds.splice(Math.floor(random() * kinds.length), 1)[0] as FaultKind;
    const line = free.splice(Math.floor(random() * free.length), 1)[0] as Line;
    one.faults.push({ kind, item: spoiled(one, kind, line, random) });
  }
}

function spoiled(one: Draft, kind: FaultKind, line: Line, random: Random): string | null {
  const paper = one.papers.get(line.no) as Paper;
  const extra = (item: string, major: string, middle: string, amount: number): string => {
    const vendor = line.vendor;
    const no = one.lines.length + 1;
    const other: Line = { ...line, no, item, major, middle, unit: "式", price: amount, quantity: 1, amount, vendor };
    one.lines.push(other);
    one.papers.set(no, {
      ...paper,
      no,
      number: `${paper.number}-2`,
      items: [{ name: item, quantity: 1, unit: "式", price: amount, amount }],
    });
    return item;
  };
  switch (kind) {
    case "estimate-amount": {
      const cheaper = line.price - between(1, 5, random) * (line.price >= 100_000 ? 10_000 : 100);
      one.papers.set(line.no, {
        ...paper,
        items: [{ ...(paper.items[0] as Paper["items"][number]), price: cheaper, amount: cheaper * line.quantity }],
      });
      return line.item;
    }
    case "estimate-vendor":
      one.papers.set(line.no, {
        ...paper,
        vendor: { ...paper.vendor, name: `株式会社${pick(["青葉", "日の出", "若草"], random)}${pick(TRADES, random)}` },
      });
      return line.item;
    case "estimate-missing":
      one.papers.delete(line.no);
      return line.item;
    case "arithmetic/line":
      line.quantity = Math.max(2, line.quantity);
      line.amount = line.price * line.quantity - between(1, 9, random) * 100;
      one.papers.set(line.no, {
        ...paper,
        items: [
          {
            name: line.item,
            quantity: line.quantity,
            unit: line.unit,
            price: line.price,
            amount: line.price * line.quantity,
          },
        ],
      });
      return line.item;
    case "eligibility/travel-class":
      return extra("展示会視察 タクシー代（小倉駅から会場）", "その他経費", "旅費", between(2_000, 9_000, random, 100));
    case "eligibility/excluded-item":
      return extra("振込手数料", "その他経費", "諸経費", between(440, 1_760, random, 110));
    case "category/equipment-threshold":
      return extra(
        "加工状態モニター装置",
        "物品費",
        "機械装置等製作・購入費",
        between(110_000, 190_000, random, 1_000),
      );
    case "eligibility/period":
      line.order = "2025-03-20";
      return line.item;
    case "eligibility/payment-method":
      line.payment = "約束手形";
      return line.item;
    case "subsidy/requested":
      one.requested += 5_000_000;
      return null;
    case "subsidy/rounding":
      one.requested -= 550;
      return null;
  }
}

/** What several applications have in common; each kind between applications of its own. */
function share(drafts: readonly Draft[], random: Random): Generated["shared"][number][] {
  const clean = drafts.filter(({ faults }) => faults.length === 0);
  if (clean.length < 8) return []; // what is in common must not lie over what is wrong
  const take = (): Draft => clean.shift() as Draft;
  const shared: Generated["shared"][number][] = [];
  const both = (kind: SharedKind, a: Draft, b: Draft): void => {
    shared.push({ kind, applications: [a.name, b.name].sort() });
  };
  {
    const [a, b] = [take(), take()];
    const line = a.lines[0] as Line;
    const paper = a.papers.get(line.no) as Paper;
    const other = b.lines[0] as Line;
    Object.assign(other, { ...line, no: other.no });
    b.papers.set(other.no, { ...paper, no: other.no });
    both("same-estimate", a, b);
  }
  {
    const [a, b] = [take(), take()];
    const [line, other] = [a.lines[0] as Line, b.lines[0] as Line];
    const paper = b.papers.get(other.no) as Paper;
    b.papers.set(other.no, {
      ...paper,
      vendor: { ...paper.vendor, phone: line.vendor.phone, account: line.vendor.account },
    });
    both("shared-contact", a, b);
  }
  {
    const [a, b] = [take(), take()];
    for (const [at, line] of a.lines.slice(0, 4).entries()) {
      const other = b.lines[at] as Line;
      const words = `${line.item}を用いた${pick(["搬送工程", "検査工程", "出荷工程"], random)}の自動化に係る一連の機器・役務`;
      renamed(a, line, words);
      Object.assign(other, {
        major: line.major,
        middle: line.middle,
        price: line.price + 1_000,
        unit: line.unit,
        quantity: line.quantity,
        amount: (line.price + 1_000) * line.quantity,
      });
      renamed(b, other, words.replace("一連の", "一式の"));
    }
    both("same-texts", a, b);
  }
  return shared;
}

function renamed(one: Draft, line: Line, item: string): void {
  line.item = item;
  const paper = one.papers.get(line.no);
  if (paper !== undefined)
    one.papers.set(line.no, {
      ...paper,
      items: [{ name: item, quantity: line.quantity, unit: line.unit, price: line.price, amount: line.amount }],
    });
}

const yen = (value: number): string => value.toLocaleString("en-US");
const day = (iso: string): string => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return `令和${String(Number(year) - 2018)}年${String(Number(month))}月${String(Number(date))}日`;
};

function made(one: Draft, random: Random, pdfs: boolean): Made {
  const files = new Map<string, Uint8Array>();
  files.set(pick(["予算経費見込書.xlsx", "経費明細.xlsx", "申請書_予算.xlsx"], random), budget(one, one.at % 4));
  const papers = [...one.papers.values()].sort((a, b) => a.no - b.no);
  const asList = random() < 0.2 ? papers.splice(0, 3) : [];
  if (asList.length > 0) files.set("見積一覧.csv", listOf(asList));
  for (const paper of papers) {
    const name = `${String(paper.no).padStart(2, "0")}_見積書_${paper.vendor.name.replace("株式会社", "")}`;
    if (pdfs && random() < 0.5)
      files.set(`見積書/${name}.pdf`, pdfPaper(paper, random() < 0.5 ? "encoding" : "glyphs"));
    else files.set(`見積書/${name}.xlsx`, sheetPaper(paper, Math.floor(random() * 3)));
  }
  return { name: one.name, company: one.company, faults: one.faults, estimates: one.papers.size, files };
}

function budget(one: Draft, layout: number): Uint8Array {
  const facts: CellLiteral[][] = [
    ["申請情報"],
    ["申請者名", one.company],
    ["申請枠", one.frame],
    ["申請者区分", "市内中小事業者"],
    ["消費税の取扱い", "税抜"],
    ["補助金交付申請額", one.requested],
  ];
  return buildXlsx({ sheets: [{ name: "申請情報", rows: facts }, ...sheetsOf(one, layout)] });
}

function sheetsOf({ lines, company }: Draft, layout: number): SheetSpec[] {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const groups = ["物品費", "その他経費"].map((major) => lines.filter((line) => line.major === major));
  switch (layout) {
    case 0:
      return [
        {
          name: "予算明細",
          rows: [
            ["経費明細書"],
            [`申請者：${company}`],
            [],
            [
              "大項目",
              "中項目",
              "内容",
              "発注先",
              "単価",
              "数量",
              "単位",
              "金額（税抜）",
              "発注日",
              "支払方法",
              "備考",
            ],
            ...lines.map((it) => [
              it.major,
              it.middle,
              it.item,
              it.vendor.name,
              it.price,
              it.quantity,
              it.unit,
              it.amount,
              it.order,
              it.payment,
              `項番${String(it.no)}`,
            ]),
            ["合計", null, null, null, null, null, null, total],
          ],
        },
      ];
    case 1:
      return [
        {
          name: "経費",
          rows: [
            ["No.", "費目", "品名", "単価(円)", "個数", "金額(円)", "業者名", "契約日", "支払い方法", "見積番号"],
            ...groups.flatMap((group) => [
              ...group.map((it) => [
                it.no,
                it.middle,
                it.item,
                it.price,
                it.quantity,
                it.amount,
                it.vendor.name,
                day(it.order),
                it.payment,
                it.no,
              ]),
              [null, "小計", null, null, null, group.reduce((sum, { amount }) => sum + amount, 0)],
            ]),
            [null, "合計", null, null, null, total],
          ],
        },
      ];
    case 2:
      return groups
        .filter((group) => group.length > 0)
        .map((group, at) => ({
          name: at === 0 ? "物品費" : "その他経費",
          rows: [
            [`${at === 0 ? "物品費" : "その他経費"}\u3000内訳（単位：円、税抜）`],
            ["中項目", "経費内容", "数量", "単価", "金額", "発注先", "発注日", "支払方法", "項番"],
            ...group.map((it) => [
              it.middle,
              it.item,
              `${String(it.quantity)}${it.unit}`,
              yen(it.price),
              yen(it.amount),
              it.vendor.name,
              it.order.replaceAll("-", "/"),
              it.payment,
              it.no,
            ]),
            ["計", null, null, null, yen(group.reduce((sum, { amount }) => sum + amount, 0))],
          ],
        }));
    default:
      return [
        {
          name: "予算書",
          rows: [
            [],
            [null, "予算経費見込書"],
            [null, "大項目", "中項目", "内訳", "単価", "数量", "金額", "支払先", "発注日", "支払方法", "備考"],
            ...groups.flatMap((group) =>
              group.map((it, at) => [
                null,
                at === 0 ? it.major : null,
                it.middle,
                it.item,
                it.price,
                it.quantity,
                { value: it.amount, formula: it.amount === it.price * it.quantity ? "1*1" : "1*1" }.value,
                it.vendor.name,
                it.order,
                it.payment,
                `見積書 項番${String(it.no)}`,
              ]),
            ),
            [null, "総計", null, null, null, null, total],
          ],
        },
      ];
  }
}

const sums = (paper: Paper): { net: number; tax: number } => {
  const net = paper.items.reduce((sum, { amount }) => sum + amount, 0);
  return { net, tax: Math.floor(net / 10) };
};

function listOf(papers: readonly Paper[]): Uint8Array {
  const rows = papers.map((paper) => {
    const { net, tax } = sums(paper);
    return [paper.no, paper.vendor.name, paper.date, paper.items[0]?.name ?? "", net, net + tax].map(String).join(",");
  });
  return strToU8(`\ufeff項番,発行者,発行日,品名,金額(税抜),金額(税込)\r\n${rows.join("\r\n")}\r\n`);
}

function sheetPaper(paper: Paper, layout: number): Uint8Array {
  const { net, tax } = sums(paper);
  const items = paper.items.map((it) => [it.name, it.quantity, it.unit, it.price, it.amount]);
  const issuer: CellLiteral[][] = [
    [null, null, null, paper.vendor.name],
    [null, null, null, "福岡県北九州市小倉北区大手町1-1"],
    [null, null, null, `TEL ${paper.vendor.phone}`],
    [null, null, null, `担当：${paper.vendor.person}`],
  ];
  const bank: CellLiteral[][] = [[`お振込先：${paper.vendor.account}`]];
  const heads = [
    ["品名", "数量", "単位", "単価", "金額"],
    ["摘要", "数量", "単位", "単価（円）", "金額（円）"],
    ["件名・仕様", "数量", "単位", "税抜単価", "税抜金額"],
  ];
  const rows: CellLiteral[][] = [
    [layout === 1 ? "見\u3000積\u3000書" : "御見積書"],
    [`${paper.to} 御中`, null, null, `見積番号：${paper.number}`],
    [null, null, null, `発行日：${day(paper.date)}`],
    ...issuer,
    [`御見積金額\u3000${yen(net + tax)}円（税込）`],
    [],
    heads[layout] as CellLiteral[],
    ...items,
    [],
    ["小計", null, null, null, net],
    ["消費税（10%）", null, null, null, tax],
    ["合計", null, null, null, net + tax],
    ...bank,
  ];
  return buildXlsx({ sheets: [{ name: "見積書", rows }] });
}

function pdfPaper(paper: Paper, by: Producer): Uint8Array {
  const { net, tax } = sums(paper);
  const texts: Text[] = [
    { x: 250, y: 70, size: 18, text: "御見積書" },
    { x: 50, y: 110, size: 12, text: `${paper.to} 御中` },
    { x: 360, y: 110, size: 9, text: `見積番号 ${paper.number}` },
    { x: 360, y: 124, size: 9, text: `発行日 ${day(paper.date)}` },
    { x: 360, y: 146, size: 11, text: paper.vendor.name },
    { x: 360, y: 160, size: 9, text: "福岡県北九州市小倉北区大手町1-1" },
    { x: 360, y: 174, size: 9, text: `TEL ${paper.vendor.phone}` },
    { x: 360, y: 188, size: 9, text: `担当：${paper.vendor.person}` },
    { x: 50, y: 180, size: 12, text: `御見積金額\u3000￥${yen(net + tax)}（税込）` },
  ];
  const columns = [55, 330, 375, 415, 490];
  const row = (y: number, cells: readonly string[]): void =>
    cells.forEach((text, at) => {
      if (text !== "") texts.push({ x: columns[at] as number, y, size: 8, text });
    });
  row(236, ["品名", "数量", "単位", "単価", "金額"]);
  let y = 254;
  for (const it of paper.items) {
    row(y, [it.name, String(it.quantity), it.unit, yen(it.price), yen(it.amount)]);
    y += 18;
  }
  row(y, ["小計", "", "", "", yen(net)]);
  row(y + 18, ["消費税（10%）", "", "", "", yen(tax)]);
  row(y + 36, ["合計", "", "", "", yen(net + tax)]);
  texts.push({ x: 55, y: y + 80, size: 8, text: `お振込先：${paper.vendor.account}` });
  const lines = Array.from({ length: 3 + paper.items.length + 2 }, (_, at): [number, number, number, number] => [
    50,
    224 + at * 18,
    550,
    224 + at * 18,
  ]);
  return pdfOf(texts, lines, by);
}

export function writeTo(folder: string, { applications }: Generated): void {
  for (const { name, files } of applications)
    for (const [file, bytes] of files) {
      const place = join(folder, name, file);
      mkdirSync(join(place, ".."), { recursive: true });
      writeFileSync(place, bytes);
    }
}
