/** Draws one and the same budget in ever different layouts. */
import * as fc from "fast-check";
import { columnName, type Sheet, type Workbook } from "../../../src/core/workbook/workbook";
import { f, sheet, workbook, type Literal } from "./grid";

export interface Item {
  readonly major: string;
  readonly middle: string;
  readonly item: string;
  readonly vendor: string;
  readonly price: number;
  readonly count: number;
  readonly unit: string;
}

export interface Style {
  readonly row: number;
  readonly column: number;
  readonly scale: 1 | 1000;
  readonly unitAt: "title" | "header";
  readonly numbers: "numeric" | "commas" | "yen" | "wide";
  readonly columns: readonly ColumnKind[];
  readonly words: number;
  readonly spaced: boolean;
  readonly headerRows: 1 | 2;
  readonly categories:
    "every row" | "first row" | "merged" | "heading rows" | "headings in the item column" | "one sheet each";
  readonly subtotals: "none" | "below" | "above";
  readonly label: number;
  readonly grandTotal: boolean;
  readonly spacers: boolean;
  readonly notes: boolean;
  readonly newPageAfter: number;
  readonly beside: boolean;
  readonly summary: boolean;
  readonly formulas: boolean;
}

export type ColumnKind = "no" | "item" | "vendor" | "price" | "count" | "unit" | "amount" | "note" | "date";

const MAJORS = ["物品費", "労務費", "その他経費"] as const;
const MIDDLES: Readonly<Record<string, readonly string[]>> = {
  物品費: ["機械装置等製作・購入費", "消耗品費", "保守・改造修理費", "土木・建築工事費"],
  労務費: ["従業員費", "補助員費"],
  その他経費: ["旅費", "外注費", "知的財産権関連経費", "諸経費"],
};
const NAMES = [
  "協働ロボット 可搬5kg",
  "デジタル温度計",
  "基本設計",
  "会計ソフト連携",
  "圧力計・流量計",
  "3Dプリンター用材料",
  "合計金額表示器",
  "東京出張 新幹線（普通車）往復",
  "データ分析業務委託",
  "検討会　会場使用料",
  "小型計量器",
  "Web見積システム開発(要件定義～総合テスト)",
  "統計解析サービス利用料",
  "注湯機 制御盤",
  "参考図書 ロボット工学",
  "税務データ変換プログラム",
];
const VENDORS = [
  "九州ロボテック株式会社",
  "㈲小倉電子部品",
  "自社",
  "総合計測サービス㈱",
  "旅費規程による",
  "ﾃﾞｰﾀﾗﾎﾞ戸畑",
];
const UNITS = ["台", "式", "個", "h", "回", "か月", "名"];

const HEADERS: Readonly<Record<ColumnKind | "major" | "middle", readonly string[]>> = {
  no: ["No", "№", "番号", "No."],
  major: ["大項目", "大分類", "経費区分", "費目"],
  middle: ["中項目", "中分類", "費目", "科目"],
  item: ["品名・内容", "内訳(品名・仕様)", "経費内容", "件名", "品名"],
  vendor: ["発注先", "業者名", "支払先", "取引先", "購入先"],
  price: ["単価", "単価(税抜)", "税抜単価", "単　価"],
  count: ["数量", "員数", "個数", "数　量"],
  unit: ["単位", "単位", "単位", "単　位"],
  amount: ["金額", "金額(税抜)", "税抜金額", "見積額", "補助対象経費"],
  note: ["備考", "備考(項番・計算式)", "摘要", "備　考"],
  date: ["発注予定日", "契約日", "発注日"],
};
const SUBTOTALS = ["小計", "小　　計", "計", "{}計", "{} 小計", "小計（{}）", "【{}　合計】"];
const GRAND = ["合計", "合　　計", "総合計", "総計", "合計（Ⅰ＋Ⅱ＋Ⅲ）"];

export const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({
      group: fc.nat(2),
      middle: fc.nat(3),
      item: fc.constantFrom(...NAMES),
      vendor: fc.constantFrom(...VENDORS),
      price: fc.integer({ min: 1, max: 2_000_000 }),
      count: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom(...UNITS),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((drawn) =>
    drawn
      .map(({ group, middle, item, vendor, price, count, unit }, index) => {
        const major = MAJORS[group] as string;
        const of = MIDDLES[major] as readonly string[];
        return {
          major,
          middle: of[middle % of.length] as string,
          item: `${item} ${String.fromCharCode(65 + index)}型`,
          vendor,
          price,
          count,
          unit,
        };
      })
      .sort(
        (a, b) =>
          MAJORS.indexOf(a.major as never) - MAJORS.indexOf(b.major as never) ||
          (MIDDLES[a.major] ?? []).indexOf(a.middle) - (MIDDLES[b.major] ?? []).indexOf(b.middle),
      ),
  );

export const styles: fc.Arbitrary<Style> = fc.record({
  row: fc.integer({ min: 1, max: 9 }),
  column: fc.integer({ min: 1, max: 6 }),
  scale: fc.constantFrom(1 as const, 1000 as const),
  unitAt: fc.constantFrom("title" as const, "header" as const),
  numbers: fc.constantFrom("numeric" as const, "commas" as const, "yen" as const, "wide" as const),
  columns: fc
    .shuffledSubarray(["no", "vendor", "price", "count", "unit", "note", "date"] as ColumnKind[])
    .chain((some) => fc.shuffledSubarray([...some, "item", "amount"] as ColumnKind[], { minLength: some.length + 2 })),
  words: fc.nat(20),
  spaced: fc.boolean(),
  headerRows: fc.constantFrom(1 as const, 2 as const),
  categories: fc.constantFrom(
    "every row",
    "first row",
    "merged",
    "heading rows",
    "headings in the item column",
    "one sheet each",
  ),
  subtotals: fc.constantFrom("none" as const, "below" as const, "above" as const),
  label: fc.nat(SUBTOTALS.length - 1),
  grandTotal: fc.boolean(),
  spacers: fc.boolean(),
  notes: fc.boolean(),
  newPageAfter: fc.integer({ min: 0, max: 6 }),
  beside: fc.boolean(),
  summary: fc.boolean(),
  formulas: fc.boolean(),
});

export interface Drawn {
  readonly book: Workbook;
  /** Subtotals and totals drawn. */
  readonly totals: number;
}

export function draw(budget: readonly Item[], style: Style): Drawn {
  const groups = MAJORS.map((major) => ({ major, items: budget.filter((item) => item.major === major) })).filter(
    ({ items: some }) => some.length > 0,
  );
  const parts = style.categories === "one sheet each" ? groups.map((group) => [group]) : [groups];
  let totals = 0;
  const places: { major: string; sheet: string; cell: string; yen: number }[] = [];
  const sheets = parts.map((part) => {
    const name = style.categories === "one sheet each" ? (part[0]?.major ?? "") : "予算明細";
    const pen = new Pen(name, style, part);
    const drawn = pen.draw();
    totals += pen.totals;
    places.push(...pen.groupSums);
    return drawn;
  });
  // A summary repeats the sums of the groups, by formula or typed.
  if (style.summary && groups.length >= 2 && !style.beside) {
    const sum = (some: readonly Item[]): number => some.reduce((all, { price, count }) => all + price * count, 0);
    const rows: Literal[][] = groups.map(({ major, items: some }) => {
      const place = places.find((candidate) => candidate.major === major);
      return [
        major,
        style.formulas && place !== undefined && style.scale === 1
          ? f(`'${place.sheet}'!${place.cell}`, sum(some))
          : sum(some),
      ];
    });
    sheets.unshift(sheet("総括表", [["経費総括表"], ["経費区分", "金額"], ...rows, ["合計", sum(budget)]]));
    totals += groups.length + 1;
  }
  return { book: workbook(...sheets), totals };
}

class Pen {
  totals = 0;
  readonly groupSums: { major: string; sheet: string; cell: string; yen: number }[] = [];
  private readonly rows: Literal[][] = [];
  private readonly merges: string[] = [];
  private readonly columns: readonly (ColumnKind | "major" | "middle")[];
  private no = 0;

  constructor(
    private readonly name: string,
    private readonly style: Style,
    private readonly groups: readonly { major: string; items: readonly Item[] }[],
  ) {
    const { categories } = style;
    this.columns =
      categories === "headings in the item column"
        ? style.columns
        : categories === "heading rows" || categories === "one sheet each"
          ? ["middle", ...style.columns]
          : ["major", "middle", ...style.columns];
  }

  draw(): Sheet {
    const { style } = this;
    const unit = style.scale === 1000 ? "（単位：千円）" : "（単位：円）";
    this.rows.push(
      [this.name === "予算明細" ? "令和7年度\u3000経費内訳書" : `${this.name}\u3000内訳`],
      [style.unitAt === "title" ? unit : null],
      [],
    );
    this.header();
    const bounds = this.groups.map((group) => this.group(group));
    if (style.grandTotal)
      this.total(
        GRAND[style.words % GRAND.length] as string,
        this.groups.flatMap(({ items: some }) => some),
        bounds.flat(),
      );
    if (style.notes) this.rows.push([], ["※ 金額は消費税抜きで記載しています。"], ["（注）旅費は旅費規程による。"]);
    if (style.beside) this.fundingBeside();
    return sheet(this.name, this.rows, { at: columnName(style.column) + String(style.row), merges: this.merges });
  }

  private word(kind: ColumnKind | "major" | "middle"): string {
    const words = HEADERS[kind];
    let at = this.style.words % words.length;
    // A 費目 beside another 費目 would say nothing of which is which.
    if (kind === "middle" && !this.columns.includes("major")) at = 2;
    if (
      kind === "middle" &&
      this.columns.includes("major") &&
      (HEADERS.major[this.style.words % 4] as string) === "費目"
    )
      at = 3;
    const word = words[at] as string;
    const tail =
      kind === "amount" && this.style.unitAt === "header"
        ? this.style.scale === 1000
          ? "(千円)"
          : "(円)"
        : kind === "price" && this.style.unitAt === "header"
          ? this.style.scale === 1000
            ? "（千円）"
            : "（円）"
          : "";
    return (this.style.spaced ? word.replace(/^(..)(.+)$/, "$1\n$2") : word) + tail;
  }

  private header(): void {
    const words = this.columns.map((kind) => this.word(kind));
    if (this.style.headerRows === 1) {
      this.rows.push(words);
      return;
    }
    // Neighbouring price, count and amount stand under one heading, everything else is merged over both rows.
    const money = new Set<string>(["price", "count", "unit", "amount"]);
    const top: Literal[] = [];
    const bottom: Literal[] = [];
    const row = this.style.row + this.rows.length;
    for (let index = 0; index < this.columns.length; index++) {
      let end = index;
      while (money.has(this.columns[index] as string) && money.has(this.columns[end + 1] as string)) end++;
      if (end > index) {
        top[index] = "見　積";
        this.merges.push(this.area(row, index, row, end));
        for (let at = index; at <= end; at++) bottom[at] = words[at];
        index = end;
      } else {
        top[index] = words[index];
        bottom[index] = null;
        this.merges.push(this.area(row, index, row + 1, index));
      }
    }
    this.rows.push(top, bottom);
  }

  private area(top: number, left: number, bottom: number, right: number): string {
    return `${columnName(this.style.column + left)}${String(top)}:${columnName(this.style.column + right)}${String(bottom)}`;
  }

  private group({ major, items: some }: { major: string; items: readonly Item[] }): number[] {
    const { style } = this;
    const at: number[] = [];
    const above = style.subtotals === "above";
    const headed = style.categories === "heading rows" || style.categories === "headings in the item column";
    const yen = some.reduce((sum, { price, count }) => sum + price * count, 0);
    if (headed || above) {
      const place = style.categories === "headings in the item column" ? this.columns.indexOf("item") : 0;
      const row: Literal[] = this.columns.map(() => null);
      const number = ["Ⅰ", "Ⅱ", "Ⅲ"][MAJORS.indexOf(major as never)] as string;
      row[place] = headed ? `${number}\u3000${major}` : `${major} 小計`;
      if (above) {
        row[this.columns.indexOf("amount")] = this.figure(yen);
        this.totals++;
        this.noteSum(major, yen);
      }
      this.rows.push(row);
    }
    const first = style.row + this.rows.length;
    const itemColumn = this.columns.indexOf("item");
    some.forEach((item, index) => {
      const previous = some[index - 1];
      if (style.categories === "headings in the item column" && previous?.middle !== item.middle) {
        const row: Literal[] = this.columns.map(() => null);
        row[itemColumn] = `（${String(index + 1)}）${item.middle}`;
        this.rows.push(row);
      }
      if (index > 0 && this.no === style.newPageAfter && style.categories !== "merged") this.newPage();
      at.push(style.row + this.rows.length);
      this.rows.push(this.line(item, index === 0, previous?.middle !== item.middle));
    });
    const last = style.row + this.rows.length - 1;
    if (style.categories === "merged" && last > first) this.merges.push(this.area(first, 0, last, 0));
    if (style.spacers) this.rows.push([]);
    if (style.subtotals === "below") {
      this.total((SUBTOTALS[style.label] as string).replace("{}", major), some, at);
      this.noteSum(major, yen);
    }
    return at;
  }

  private noteSum(major: string, yen: number): void {
    const row = this.style.row + this.rows.length - (this.style.subtotals === "above" ? 0 : 1);
    this.groupSums.push({
      major,
      sheet: this.name,
      cell: columnName(this.style.column + this.columns.indexOf("amount")) + String(row),
      yen,
    });
  }

  private newPage(): void {
    this.rows.push([]);
    if (this.style.headerRows === 1) this.header();
  }

  private line(item: Item, first: boolean, newMiddle: boolean): Literal[] {
    this.no++;
    const { categories, formulas } = this.style;
    const row = this.style.row + this.rows.length;
    return this.columns.map((kind): Literal => {
      switch (kind) {
        case "no":
          return this.no;
        case "major":
          return categories === "every row" || first ? item.major : null;
        case "middle":
          return categories !== "first row" || newMiddle ? item.middle : null;
        case "item":
          return categories === "headings in the item column" ? `\u3000\u3000${item.item}` : item.item;
        case "vendor":
          return item.vendor;
        case "price":
          return this.figure(item.price);
        case "count":
          return this.style.numbers === "numeric"
            ? item.count
            : this.style.numbers === "wide"
              ? wide(item.count)
              : String(item.count);
        case "unit":
          return item.unit;
        case "amount": {
          const price = this.columns.indexOf("price");
          const count = this.columns.indexOf("count");
          const yen = (item.price * item.count) / this.style.scale;
          if (!formulas || price < 0 || count < 0 || this.style.numbers !== "numeric")
            return this.figure(item.price * item.count);
          return f(
            `${columnName(this.style.column + price)}${String(row)}*${columnName(this.style.column + count)}${String(row)}`,
            yen,
          );
        }
        case "note":
          return `項番${String(this.no)} ${String(item.price)}円×${String(item.count)}${item.unit}`;
        case "date":
          return "R7.7.1";
      }
    });
  }

  private total(label: string, some: readonly Item[], at: readonly number[]): void {
    const yen = some.reduce((sum, { price, count }) => sum + price * count, 0);
    const row: Literal[] = this.columns.map(() => null);
    const amount = this.columns.indexOf("amount");
    const column = columnName(this.style.column + amount);
    const place = this.style.words % 2 === 0 ? 0 : this.columns.indexOf("item");
    row[amount] =
      this.style.formulas && this.style.numbers === "numeric"
        ? f(`SUM(${at.map((line) => column + String(line)).join(",")})`, yen / this.style.scale)
        : this.figure(yen);
    row[place === amount ? this.columns.indexOf("item") : place] = label;
    this.rows.push(row);
    this.totals++;
  }

  private figure(yen: number): Literal {
    const { scale, numbers } = this.style;
    const value = yen / scale;
    if (numbers === "numeric") return value;
    const text = scale === 1 ? value.toLocaleString("en-US") : String(value);
    if (numbers === "commas") return text;
    if (numbers === "yen") return scale === 1 ? `¥${text}` : `${text}千円`;
    return scale === 1 ? `${wide(text)}円` : wide(text);
  }

  private fundingBeside(): void {
    const width = this.columns.length + 1;
    const table: Literal[][] = [
      ["【参考】資金調達内訳"],
      ["区分", "金額", "調達先"],
      ["自己資金", 1500000, "―"],
      ["借入金", 1200000, "ひびき信用金庫"],
      ["合計", 2700000],
    ];
    table.forEach((cells, index) => {
      const row = (this.rows[3 + index] ??= []);
      while (row.length < width) row.push(null);
      row.push(...cells);
    });
  }
}

const wide = (value: number | string): string =>
  String(value).replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
