/** The same budget as different people lay it out. */
import { buildXlsx, type CellLiteral, type SheetSpec } from "../../ooxml/build";
import { HOURS, type Draft, type Line } from "./draft";
import { day, wide, yen } from "./said";

type Rows = CellLiteral[][];
type Layout = (one: Draft) => SheetSpec[];

export function budgetOf(one: Draft): Uint8Array {
  const layout = one.withTax ? oneTable : (LAYOUTS[one.at % LAYOUTS.length] as Layout);
  return buildXlsx({ sheets: [factsOf(one), ...layout(one), ...labourOf(one)] });
}

function factsOf({ company, rate, requested }: Draft): SheetSpec {
  const rows: Rows = [
    ["申請情報"],
    ["申請者名", company],
    ["申請枠", "事業変革枠"],
    ["申請者区分", "市内中小事業者"],
    ["消費税の取扱い", "税抜"],
    ...(rate === null ? [] : [["補助率", rate]]),
    ["補助金交付申請額", requested],
  ];
  return { name: "申請情報", rows };
}

const groupsOf = ({ lines }: Draft): Line[][] =>
  ["物品費", "その他経費"]
    .map((major) => lines.filter((line) => line.major === major))
    .filter(({ length }) => length > 0);
const sumOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { amount }) => sum + (typeof amount === "number" ? amount : 0), 0);
const totalOf = (one: Draft): number => sumOf(one.lines) + one.totalOff;
const said = (amount: number | string): string => (typeof amount === "number" ? yen(amount) : amount);

const oneTable: Layout = (one) => {
  const tax = one.withTax ? "税込" : "税抜";
  const gross = (value: number | string) =>
    one.withTax && typeof value === "number" ? Math.round((value * 11) / 10) : value;
  const heads = ["大項目", "中項目", "内容", "発注先", `単価（${tax}）`, "数量", "単位", `金額（${tax}）`];
  return [
    {
      name: "予算明細",
      rows: [
        ["経費明細書"],
        [`申請者：${one.company}`],
        [],
        [...heads, "発注日", "支払方法", "備考"],
        ...one.lines.map((it) => [
          ...[it.major, it.middle, it.item, it.vendor.name, gross(it.price), it.quantity, it.unit, gross(it.amount)],
          ...[it.order, it.payment, `項番${String(it.no)}`],
        ]),
        ["合計", null, null, null, null, null, null, gross(totalOf(one))],
      ],
    },
  ];
};

const withSubtotals: Layout = (one) => [
  {
    name: "経費",
    rows: [
      ["No.", "費目", "品名", "単価(円)", "個数", "金額(円)", "業者名", "契約日", "支払い方法", "見積番号"],
      ...groupsOf(one).flatMap((group) => [
        ...group.map((it, at) => [
          ...[at + 1, it.middle, it.item, it.price, it.quantity, it.amount, it.vendor.name, day(it.order), it.payment],
          it.no,
        ]),
        [null, "小計", null, null, null, sumOf(group)],
      ]),
      [null, "合計", null, null, null, totalOf(one)],
    ],
  },
];

const sheetEach: Layout = (one) =>
  groupsOf(one).map((group, at, all) => ({
    name: group[0]?.major ?? "",
    rows: [
      [`${group[0]?.major ?? ""}\u3000内訳（単位：円、税抜）`],
      ["中項目", "経費内容", "数量", "単価", "金額", "発注先", "発注日", "支払方法", "項番"],
      ...group.map((it) => [
        ...[it.middle, it.item, `${String(it.quantity)}${it.unit}`, yen(it.price), said(it.amount), it.vendor.name],
        ...[it.order.replaceAll("-", "/"), it.payment, it.no],
      ]),
      ["計", null, null, null, yen(sumOf(group) + (at === all.length - 1 ? one.totalOff : 0))],
    ],
  }));

const headOnce: Layout = (one) => [
  {
    name: "予算書",
    rows: [
      [],
      [null, "予算経費見込書"],
      [null, "大項目", "中項目", "内訳", "単価", "数量", "金額", "支払先", "発注日", "支払方法", "備考"],
      ...groupsOf(one).flatMap((group) =>
        group.map((it, at) => [
          ...[null, at === 0 ? it.major : null, it.middle, it.item, it.price, it.quantity, it.amount, it.vendor.name],
          ...[it.order, it.payment, `見積書 項番${String(it.no)}`],
        ]),
      ),
      [null, "総計", null, null, null, null, totalOf(one)],
    ],
  },
];

/** Headers in two rows, some over several columns; 大項目 over all rows of its group. */
const twoHeads: Layout = (one) => {
  const groups = groupsOf(one);
  const merges = ["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:G3", "H2:H3", "I2:I3", "J2:J3"];
  const rows: Rows = [
    ["Ⅰ 支出の部", null, null, null, null, null, null, null, null, "（単位：円）"],
    ["経費区分", "中項目", "件名", "積算内訳", null, null, "取引先", "契約日", "支払方法", "項番"],
    [null, null, null, "単価", "数量", "金額"],
  ];
  for (const group of groups) {
    const from = rows.length + 1;
    rows.push(
      ...group.map((it, at): CellLiteral[] => [
        ...[at === 0 ? it.major : null, it.middle, it.item, it.price, it.quantity, it.amount, it.vendor.name],
        ...[day(it.order), it.payment, it.no],
      ]),
    );
    if (group.length > 1) merges.push(`A${String(from)}:A${String(rows.length)}`);
  }
  rows.push(["支出合計", null, null, null, null, totalOf(one)]);
  return [{ name: "収支予算", rows, merges }];
};

/** Figures typed as full-width text. */
const fullWidth: Layout = (one) => [
  {
    name: "積算",
    rows: [
      ["経費の内訳（税抜）"],
      [],
      ["項番", "大項目", "中項目", "品名", "単価", "数量", "金額", "発注先", "発注日", "支払方法"],
      ...one.lines.map((it) => [
        ...[it.no, it.major, it.middle, it.item, `${wide(yen(it.price))}円`, wide(String(it.quantity))],
        ...[typeof it.amount === "number" ? `${wide(yen(it.amount))}円` : it.amount, it.vendor.name, day(it.order)],
        it.payment,
      ]),
      ["合計", null, null, null, null, null, `${wide(yen(totalOf(one)))}円`],
      [],
      ["※金額は消費税を除いた額です。"],
    ],
  },
];

/** One table below the other, each under the name of its item. */
const tableEach: Layout = (one) => {
  const rows: Rows = [["補助対象経費の内訳"], []];
  for (const middle of [...new Set(one.lines.map((line) => line.middle))]) {
    const group = one.lines.filter((line) => line.middle === middle);
    rows.push(
      [`【${middle}】`],
      ["内容", "単価", "数量", "単位", "金額", "発注先", "発注予定日", "支払方法", "備考"],
      ...group.map((it): CellLiteral[] => [
        ...[it.item, it.price, it.quantity, it.unit, it.amount, it.vendor.name, it.order, it.payment],
        `項番${String(it.no)}`,
      ]),
      ["小計", null, null, null, sumOf(group)],
      [],
    );
  }
  rows.push(["合計", null, null, null, totalOf(one)]);
  return [{ name: "内訳", rows }];
};

/** Formulas with what they came to, days as Excel keeps them, and both sums with and without tax. */
const formulas: Layout = (one) => {
  const top = 4;
  const heads = ["№", "大項目", "中項目", "品名・仕様", "数量", "単位", "単価(税抜)", "金額(税抜)", "金額(税込)"];
  const serial = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
  const last = top + one.lines.length - 1;
  return [
    {
      name: "経費明細",
      rows: [
        ["事業変革枠\u3000経費明細表"],
        [],
        [...heads, "発注先", "発注日", "支払方法", "備考（項番）"],
        ...one.lines.map((it, at): CellLiteral[] => {
          const row = String(top + at);
          const sound = it.amount === it.price * it.quantity;
          const net = sound ? { value: it.amount, formula: `E${row}*G${row}` } : it.amount;
          const gross = typeof it.amount === "number" ? Math.floor((it.amount * 11) / 10) : null;
          return [
            ...[at + 1, it.major, it.middle, it.item, it.quantity, it.unit, it.price, net],
            ...[gross === null ? null : { value: gross, formula: `ROUNDDOWN(H${row}*1.1,0)` }, it.vendor.name],
            ...[{ value: serial(it.order), format: "yyyy/m/d" }, it.payment, `項番${String(it.no)}`],
          ];
        }),
        [
          ...["合計", null, null, null, null, null, null],
          one.totalOff === 0 ? { value: totalOf(one), formula: `SUM(H${String(top)}:H${String(last)})` } : totalOf(one),
        ],
      ],
    },
  ];
};

const LAYOUTS: readonly Layout[] = [
  oneTable,
  withSubtotals,
  sheetEach,
  headOnce,
  twoHeads,
  fullWidth,
  tableEach,
  formulas,
];

function labourOf({ persons }: Draft): SheetSpec[] {
  if (persons.length === 0) return [];
  const heads = ["氏名", "役職", "区分", "基本給", "諸手当", "時間外手当", "法定福利費", "月所定労働時間"];
  const amounts = persons.map(({ rate, hours }) => Math.floor(rate * hours));
  return [
    {
      name: "労務費",
      rows: [
        ["労務費算出表"],
        ["単位：円"],
        [...heads, "時給単価", "従事予定時間", "金額"],
        ...persons.map((it, at) => [
          ...[it.name, it.position, "従業員", it.base, it.allowances, it.overtime, it.welfare, HOURS],
          ...[it.rate, it.hours, amounts[at]],
        ]),
        ["合計", null, null, null, null, null, null, null, null, null, amounts.reduce((sum, yen) => sum + yen, 0)],
      ],
    },
  ];
}
