/** Fills a template as a person would: only the cells that wait to be filled are touched. */
import type { ApplicantClass } from "../../src/core/scheme/terms";
import type { Frame, Scheme } from "../../src/core/scheme/scheme";
import { capsOf } from "../../src/core/subsidy/limits";
import { classLabel, itemLabels } from "../../src/template/items";
import type { TemplateBook, TemplateSheet } from "../../src/template/model";

type Value = string | number;

/** A thing of each kind that leaves no doubt about what it is. */
const THINGS: Readonly<Record<string, readonly [text: string, price: number, quantity: number]>> = {
  works: ["検査室の間仕切り工事", 430_000, 1],
  machinery: ["自動搬送ロボット 本体", 850_000, 1],
  material: ["温度センサー", 12_800, 3],
  "package-software": ["生産管理パッケージソフト(買切り・永続ライセンス)", 180_000, 2],
  maintenance: ["加工機の保守点検", 120_000, 1],
  travel: ["先進工場の見学 新幹線(普通車指定席)往復", 44_580, 1],
  "software-development": ["受発注システムの開発 請負", 1_600_000, 1],
  outsourcing: ["データ入力業務の委託", 250_000, 1],
  "patent-attorney": ["特許出願の弁理士手数料", 280_000, 1],
  venue: ["検討会の会場使用料", 27_000, 2],
  lecture: ["セミナー講師謝金(外部講師)", 30_000, 2],
  insurance: ["行事参加者保険", 3_800, 1],
  communication: ["開催案内の郵送料", 110, 60],
  seminar: ["DX推進セミナー受講料", 38_000, 2],
  training: ["データ活用研修の受講料", 60_000, 2],
  "cloud-service": ["クラウド型在庫管理サービス利用料(新規契約・月払い)", 14_800, 6],
  freight: ["機械の運搬費", 60_000, 1],
  advertising: ["新サービスの広告掲載", 150_000, 1],
  equipment: ["会議用スピーカーフォン", 48_000, 1],
  computer: ["ノートパソコン", 180_000, 1],
  register: ["POSレジ", 240_000, 1],
  "technical-guidance": ["専門家の技術指導謝金", 35_000, 4],
  consulting: ["IT導入コンサルティング", 300_000, 1],
  printing: ["ワークショップ資料の印刷製本", 12_600, 1],
};

export interface Filling {
  readonly frame: Frame;
  readonly applicant: ApplicantClass;
  readonly employees?: number;
  readonly members?: number;
  readonly deficit?: boolean;
  readonly rate?: string;
  /** Prices are multiplied by this. */
  readonly scale?: number;
}

class Filled {
  constructor(private readonly sheets: Map<string, TemplateSheet>) {}

  static of(book: TemplateBook): Filled {
    return new Filled(new Map(book.sheets.map((sheet) => [sheet.name, sheet])));
  }

  has(sheet: string): boolean {
    return this.sheets.has(sheet);
  }

  put(name: string, row: number, column: number, value: Value): void {
    const sheet = this.sheets.get(name);
    const cell = sheet?.cells.find((one) => one.row === row && one.column === column);
    if (sheet === undefined || cell === undefined || !cell.role.startsWith("input"))
      throw new Error(`${name} ${String(row)},${String(column)} is no cell to fill in`);
    const cells = sheet.cells.map((one) => (one === cell ? { ...one, value } : one));
    this.sheets.set(name, { ...sheet, cells });
  }

  /** The row whose first cell says so; undefined when the sheet does not ask it. */
  rowOf(name: string, label: string): number | undefined {
    return this.sheets.get(name)?.cells.find(({ value, column }) => column === 1 && value === label)?.row;
  }

  columnOf(name: string, header: RegExp): number | undefined {
    const sheet = this.sheets.get(name);
    return sheet?.cells.find(
      ({ row, value }) => row === sheet.headerRow && typeof value === "string" && header.test(value),
    )?.column;
  }

  book(): TemplateBook {
    return { sheets: [...this.sheets.values()] };
  }
}

export function fill(book: TemplateBook, scheme: Scheme, filling: Filling): TemplateBook {
  const filled = Filled.of(book);
  const say = (label: string, value: Value | undefined): void => {
    const row = filled.rowOf("申請情報", label);
    if (row !== undefined && value !== undefined) filled.put("申請情報", row, 2, value);
  };
  say("補助事業名", "業務の変革");
  say("申請者名", "株式会社八幡精工");
  say("申請枠", filling.frame.name.ja);
  say("申請者区分", classLabel(scheme, filling.applicant));
  say("従業員数", filling.employees ?? (capsOf(filling.frame).length > 0 ? 3 : undefined));
  say("構成員数(法人)", filling.members ?? 4);
  if (filling.deficit !== undefined) say("赤字事業者", filling.deficit ? "はい" : "いいえ");
  if (scheme.frames.some(({ rates, parts }) => rates === null && parts === undefined) && scheme.result === "subsidy")
    say("補助率", filling.rate ?? "2/3");

  const column = (header: RegExp): number => filled.columnOf("予算明細", header) ?? 0;
  const item = column(/^(中項目|費目|種別)$/);
  const lines = linesFor(scheme, filling.frame);
  lines.forEach(({ label, text, price, quantity }, index) => {
    const row = 5 + index;
    const no = String(index + 1);
    if (item > 0) filled.put("予算明細", row, item, label);
    filled.put("予算明細", row, column(/^内訳/), text);
    filled.put("予算明細", row, column(/^発注先/), "小倉商会");
    filled.put("予算明細", row, column(/^単価/), price * (filling.scale ?? 1));
    filled.put("予算明細", row, column(/^数量/), quantity);
    filled.put("予算明細", row, column(/^単位/), "式");
    filled.put(
      "予算明細",
      row,
      column(/^備考/),
      `項番${no} ${String(price * (filling.scale ?? 1))}円×${String(quantity)}`,
    );
    const amount = price * (filling.scale ?? 1) * quantity;
    const inclusive = scheme.tax.treatment === "inclusive";
    filled.put("見積書一覧", 4 + index, 1, index + 1);
    filled.put("見積書一覧", 4 + index, 2, "小倉商会");
    filled.put("見積書一覧", 4 + index, 4, text);
    filled.put("見積書一覧", 4 + index, 5, inclusive ? Math.ceil(amount / 1.1) : amount);
    filled.put("見積書一覧", 4 + index, 6, inclusive ? amount : Math.floor(amount * 1.1));
  });
  if (filled.has("労務費") && scheme.labour !== undefined) {
    [
      ["佐藤 健一", 280_000, 35_000, 48_321, 162.75, 37.5],
      ["高橋 美咲", 246_000, 21_500, 41_230, 162.75, 20],
    ].forEach(([person, base, allowances, welfare, scheduled, hours], index) => {
      [person, null, base, allowances, welfare, scheduled, null, hours].forEach((value, at) => {
        if (value !== null && value !== undefined) filled.put("労務費", 4 + index, at + 1, value);
      });
    });
    filled.put("労務費", 14, 1, "中島 由香");
    filled.put("労務費", 14, 7, 1_080);
    filled.put("労務費", 14, 8, 36);
  }
  if (filled.has("収入")) {
    filled.put("収入", 5, 1, "対象経費に係る収入");
    filled.put("収入", 5, 2, "公開セミナー参加費");
    filled.put("収入", 5, 3, 20_000);
    filled.put("収入", 6, 1, "自主財源");
    filled.put("収入", 6, 2, "団体会費からの充当");
    filled.put("収入", 6, 3, 50_000);
  }
  return filled.book();
}

function linesFor(scheme: Scheme, frame: Frame) {
  const labels = itemLabels(scheme).filter(
    ({ category }) => category.frames === undefined || category.frames.includes(frame.id),
  );
  const own =
    labels.length > 0
      ? labels.flatMap(({ label, category }) => {
          const known = category.kinds.filter((one) => one in THINGS && fits(one, category));
          const kind = known.sort((a, b) => THINGS[a]![1] - THINGS[b]![1])[0];
          return kind === undefined ? [] : [{ label, kind }];
        })
      : ["machinery", "software-development", "cloud-service"].map((kind) => ({ label: frame.name.ja, kind }));
  return own.map(({ label, kind }) => {
    const [text, price, quantity] = THINGS[kind]!;
    return { label, text, price, quantity };
  });
}

const fits = (kind: string, { minUnitPrice, belowUnitPrice }: { minUnitPrice?: number; belowUnitPrice?: number }) => {
  const price = THINGS[kind]?.[1] ?? 0;
  return price >= (minUnitPrice ?? 0) && price < (belowUnitPrice ?? Infinity);
};
