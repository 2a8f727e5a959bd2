import { readBudget } from "../../../src/core/read/read";
import type { BudgetReading } from "../../../src/core/read/reading";
import { SUMMARY_TITLES } from "../../../src/core/workbook/own-sheets";
import type { Workbook } from "../../../src/core/workbook/workbook";
import { f, sheet, workbook } from "./grid";
import { HINTS } from "./hints";

const [B, W, O] = ["物品費", "労務費", "その他経費"];
const [KI, SH, JU, RY, GA, SO] = ["機械装置等製作・購入費", "消耗品費", "従業員費", "旅費", "外注費", "諸経費"];

/** One budget, drawn in many ways below. */
const ITEMS = [
  {
    major: B,
    middle: KI,
    item: "協働ロボット 可搬5kg",
    vendor: "九州ロボテック株式会社",
    price: 1480000,
    count: 1,
    unit: "台",
    yen: 1480000,
  },
  {
    major: B,
    middle: SH,
    item: "電流センサー",
    vendor: "有限会社小倉電子部品",
    price: 12400,
    count: 20,
    unit: "個",
    yen: 248000,
  },
  { major: W, middle: JU, item: "設計作業 佐藤 健一", vendor: "自社", price: 2232, count: 150, unit: "h", yen: 334800 },
  {
    major: O,
    middle: RY,
    item: "東京出張 新幹線往復",
    vendor: "旅費規程による",
    price: 55880,
    count: 2,
    unit: "回",
    yen: 111760,
  },
  {
    major: O,
    middle: GA,
    item: "データ分析業務委託",
    vendor: "株式会社データラボ",
    price: 480000,
    count: 1,
    unit: "式",
    yen: 480000,
  },
  {
    major: O,
    middle: SO,
    item: "検討会 会場使用料",
    vendor: "国際会議場",
    price: 27000,
    count: 2,
    unit: "回",
    yen: 54000,
  },
] as const;
const [I1, I2, I3, I4, I5, I6] = ITEMS;
const SUM_B = 1728000;
const SUM_W = 334800;
const SUM_O = 645760;
const ALL = SUM_B + SUM_W + SUM_O;

const read = (book: Workbook): BudgetReading => readBudget(book, [], HINTS);
const brief = (reading: BudgetReading, withMiddle = true): string[] =>
  reading.lines.map((line) =>
    [
      line.statedMajor ?? "-",
      withMiddle ? (line.statedMiddle ?? "-") : "",
      line.description,
      line.amount ?? line.amountText,
    ].join("|"),
  );
const EXPECTED = ITEMS.map((item) => [item.major, item.middle, item.item, item.yen].join("|"));
const EXPECTED_MAJOR = ITEMS.map((item) => [item.major, "", item.item, item.yen].join("|"));
const wrongTotals = (reading: BudgetReading): string[] =>
  reading.totals
    .filter((total) => !total.candidates.some(({ yen }) => yen === total.amount))
    .map((total) => `${total.sheet}!${String(total.row)} ${total.label} ${String(total.amount)}`);

/** The same six lines, and so many totals, all of them right. */
function expectBudget(book: Workbook, totals: number, withMiddle = true): BudgetReading {
  const reading = read(book);
  expect(brief(reading, withMiddle)).toEqual(withMiddle ? EXPECTED : EXPECTED_MAJOR);
  expect(wrongTotals(reading)).toEqual([]);
  expect(reading.totals).toHaveLength(totals);
  return reading;
}

describe("one budget, drawn as", () => {
  test("a plain table with subtotals below each group", () => {
    expectBudget(
      workbook(
        sheet("予算", [
          ["経費明細書"],
          [],
          ["No", "大項目", "中項目", "品名", "発注先", "単価", "数量", "単位", "金額"],
          [1, B, KI, I1.item, I1.vendor, I1.price, 1, "台", I1.yen],
          [2, B, SH, I2.item, I2.vendor, I2.price, 20, "個", I2.yen],
          [null, null, null, "小計", null, null, null, null, SUM_B],
          [3, W, JU, I3.item, I3.vendor, I3.price, 150, "h", I3.yen],
          [null, null, null, "小計", null, null, null, null, SUM_W],
          [4, O, RY, I4.item, I4.vendor, I4.price, 2, "回", I4.yen],
          [5, O, GA, I5.item, I5.vendor, I5.price, 1, "式", I5.yen],
          [6, O, SO, I6.item, I6.vendor, I6.price, 2, "回", I6.yen],
          [null, null, null, "小計", null, null, null, null, SUM_O],
          [null, null, null, "合計", null, null, null, null, ALL],
        ]),
      ),
      4,
    );
  });

  test("group headings as rows, numbered, subtotals below", () => {
    expectBudget(
      workbook(
        sheet(
          "内訳",
          [
            ["費目", "品名・仕様", "支払先", "単価（円）", "数量", "金額（円）", "備考"],
            ["Ⅰ　物品費"],
            [KI, I1.item, I1.vendor, "1,480,000", "1台", "1,480,000"],
            [SH, I2.item, I2.vendor, "12,400", "20個", "248,000"],
            [null, "小計", null, null, null, "1,728,000"],
            ["Ⅱ　労務費"],
            [JU, I3.item, I3.vendor, "2,232", "150h", "334,800"],
            [null, "小計", null, null, null, "334,800"],
            ["Ⅲ　その他経費"],
            [RY, I4.item, I4.vendor, "55,880", "2回", "111,760"],
            [GA, I5.item, I5.vendor, "480,000", "1式", "480,000"],
            [SO, I6.item, I6.vendor, "27,000", "2回", "54,000"],
            [null, "小計", null, null, null, "645,760"],
            [null, "合計（Ⅰ＋Ⅱ＋Ⅲ）", null, null, null, "2,708,560"],
          ],
          { at: "C5" },
        ),
      ),
      4,
    );
  });

  test("two levels of headings in one column, subtotals above each group", () => {
    expectBudget(
      workbook(
        sheet("予算書", [
          ["経費の内容", "単価", "数量", "金額", "発注先"],
          ["１．物品費", null, null, SUM_B],
          ["（１）機械装置等製作・購入費", null, null, 1480000],
          ["　協働ロボット 可搬5kg", 1480000, 1, 1480000, I1.vendor],
          ["（２）消耗品費", null, null, 248000],
          ["　電流センサー", 12400, 20, 248000, I2.vendor],
          ["２．労務費", null, null, SUM_W],
          ["（１）従業員費", null, null, SUM_W],
          ["　設計作業 佐藤 健一", 2232, 150, 334800, I3.vendor],
          ["３．その他経費", null, null, SUM_O],
          ["（１）旅費", null, null, 111760],
          ["　東京出張 新幹線往復", 55880, 2, 111760, I4.vendor],
          ["（２）外注費", null, null, 480000],
          ["　データ分析業務委託", 480000, 1, 480000, I5.vendor],
          ["（３）諸経費", null, null, 54000],
          ["　検討会 会場使用料", 27000, 2, 54000, I6.vendor],
          ["合計", null, null, ALL],
        ]),
      ),
      10,
    );
  });

  test("merged groups and a header of three rows with headings over columns", () => {
    expectBudget(
      workbook(
        sheet(
          "様式",
          [
            ["経　費\n区　分", null, "内　　訳", "見　　　積", null, null, null, "発　注　先", null, "備　考"],
            ["大項目", "中項目", null, "単　価", "数　量", "単位", "金　額", "名　称", "所在地"],
            [null, null, null, "(円)", "(A)", null, "(円)"],
            [B, KI, I1.item, 1480000, 1, "台", 1480000, I1.vendor, "北九州市八幡東区"],
            [null, SH, I2.item, 12400, 20, "個", 248000, I2.vendor, "北九州市小倉北区"],
            ["計", null, null, null, null, null, SUM_B],
            [W, JU, I3.item, 2232, 150, "h", 334800, I3.vendor],
            ["計", null, null, null, null, null, SUM_W],
            [O, RY, I4.item, 55880, 2, "回", 111760, I4.vendor],
            [null, GA, I5.item, 480000, 1, "式", 480000, I5.vendor, "福岡市博多区"],
            [null, SO, I6.item, 27000, 2, "回", 54000, I6.vendor],
            ["計", null, null, null, null, null, SUM_O],
            ["総合計", null, null, null, null, null, ALL],
          ],
          { at: "B3", merges: ["B3:C3", "D3:D5", "E3:H3", "I3:J3", "K3:K5", "B6:B7", "B11:B13", "B8:G8"] },
        ),
      ),
      4,
    ).lines.forEach((line, index) => {
      expect(line.vendor).toBe(ITEMS[index]?.vendor);
      if (index === 4) expect(line.vendorAddress).toBe("福岡市博多区");
    });
  });

  test("one sheet for each category, named by its tab, and a summary in front", () => {
    const part = (name: string, items: readonly (typeof ITEMS)[number][], sum: number) =>
      sheet(name, [
        [`${name}\u3000明細`],
        ["中項目", "件名", "取引先", "単価", "個数", "見積額"],
        ...items.map((item) => [item.middle, item.item, item.vendor, item.price, item.count, item.yen]),
        ["合　計", null, null, null, null, sum],
      ]);
    const reading = expectBudget(
      workbook(
        sheet("総括表", [
          ["経費総括表"],
          ["経費区分", "金額"],
          [B, f("物品費!F5", SUM_B)],
          [W, f("労務費!F4", SUM_W)],
          [O, f("その他経費!F6", SUM_O)],
          ["合計", f("SUM(B3:B5)", ALL)],
        ]),
        part(B, [I1, I2], SUM_B),
        part(W, [I3], SUM_W),
        part(O, [I4, I5, I6], SUM_O),
      ),
      7,
    );
    expect(reading.sheets[0]?.tables[0]?.kind).toBe("summary");
  });

  test("English headers and text numbers with currency", () => {
    expectBudget(
      workbook(
        sheet("Budget", [
          ["Project budget", null, null, null, null, null, null, "Unit: JPY (tax excluded)"],
          ["No.", "Major category", "Category", "Item", "Vendor", "Unit price", "Qty", "Amount", "Remarks"],
          ["1", B, KI, I1.item, I1.vendor, "¥1,480,000", "1", "¥1,480,000", "No.1"],
          ["2", B, SH, I2.item, I2.vendor, "¥12,400", "20", "¥248,000", "No.2"],
          ["3", W, JU, I3.item, I3.vendor, "¥2,232", "150h", "¥334,800"],
          ["4", O, RY, I4.item, I4.vendor, "¥55,880", "2", "¥111,760"],
          ["5", O, GA, I5.item, I5.vendor, "¥480,000", "1", "¥480,000-"],
          ["6", O, SO, I6.item, I6.vendor, "¥27,000", "2", "¥54,000"],
          [null, null, null, "Total", null, null, null, "¥2,708,560"],
        ]),
      ),
      1,
    );
  });

  test("two tables beside each other on one sheet, a funding table below", () => {
    const reading = expectBudget(
      workbook(
        sheet("計画書", [
          ["Ⅰ 物品費・Ⅱ 労務費", null, null, null, null, null, "Ⅲ その他経費"],
          ["大項目", "中項目", "内容", "数量", "金額", null, "大項目", "中項目", "内容", "数量", "金額"],
          [B, KI, I1.item, 1, I1.yen, null, O, RY, I4.item, 2, I4.yen],
          [B, SH, I2.item, 20, I2.yen, null, O, GA, I5.item, 1, I5.yen],
          [W, JU, I3.item, 150, I3.yen, null, O, SO, I6.item, 2, I6.yen],
          ["計", null, null, null, SUM_B + SUM_W, null, "計", null, null, null, SUM_O],
          [],
          ["資金調達内訳"],
          ["区分", "金額", "調達先"],
          ["自己資金", 1708560, "―"],
          ["借入金", 1000000, "ひびき信用金庫"],
          ["合計", 2708560],
        ]),
      ),
      2,
    );
    expect(reading.income.map((row) => [row.label, row.yen, row.isProjectIncome])).toEqual([
      ["自己資金", 1708560, false],
      ["借入金", 1000000, false],
    ]);
  });

  test("figures in thousands, the unit right above the amounts", () => {
    expectBudget(
      workbook(
        sheet("経費", [
          ["令和7年度 経費内訳", null, null, null, null, "（単位：千円）"],
          ["大項目", "中項目", "摘要", "単価", "員数", "金額"],
          [B, KI, I1.item, 1480, 1, 1480],
          [null, SH, I2.item, 12.4, 20, 248],
          [W, JU, I3.item, 2.232, 150, 334.8],
          [O, RY, I4.item, "55.88", 2, "111.76"],
          [null, GA, I5.item, 480, 1, "480千円"],
          [null, SO, I6.item, 27, 2, "54,000円"],
          ["合計", null, null, null, null, 2708.56],
        ]),
      ),
      1,
    );
  });

  test("the unit in the header of the amounts only, and a third header row of units", () => {
    expectBudget(
      workbook(
        sheet("経費", [
          ["大項目", "中項目", "件名", "単価", "数量", "金額（千円）"],
          [null, null, null, "（円）", null, null],
          [B, KI, I1.item, 1480000, 1, 1480],
          [null, SH, I2.item, 12400, 20, 248],
          [W, JU, I3.item, 2232, 150, 334.8],
          [O, RY, I4.item, 55880, 2, 111.76],
          [null, GA, I5.item, 480000, 1, 480],
          [null, SO, I6.item, 27000, 2, 54],
          ["合計", null, null, null, null, 2708.56],
        ]),
      ),
      1,
    ).lines.forEach((line, index) => expect(line.unitPrice).toEqual({ n: BigInt(ITEMS[index]?.price ?? 0), d: 1n }));
  });

  test("both tax columns, tax and total rows, a discount and notes between", () => {
    const book = workbook(
      sheet("見積", [
        ["経費区分", "費目", "品名", "単価(税抜)", "数量", "金額(税抜)", "消費税", "金額(税込)", "備考"],
        [B, KI, "協働ロボット", 1500000, 1, 1500000, 150000, 1650000, "項番1"],
        [null, null, "　出精値引き", null, null, -20000, -2000, -22000],
        [null, SH, "電流センサー", 12400, 20, 248000, 24800, 272800, "項番2 12,400円×20"],
        ["※センサーは小倉電子の見積による"],
        [O, GA, "データ分析", 480000, 1, 480000, 48000, 528000, "項番3"],
        [],
        ["小計（税抜）", null, null, null, null, 2208000, 220800, 2428800],
        ["消費税（10%）", null, null, null, null, 220800],
        ["合計（税込）", null, null, null, null, 2428800],
        ["補助金交付申請額", null, null, null, null, 1472000],
        ["（注）金額は税抜で記載"],
      ]),
    );
    const reading = read(book);
    expect(
      reading.lines.map((line) => [
        line.statedMajor,
        line.statedMiddle,
        line.description,
        line.amount,
        line.discount,
        line.otherAmount?.yen,
      ]),
    ).toEqual([
      [B, KI, "協働ロボット", 1500000, false, 1650000],
      [B, KI, "出精値引き", -20000, true, -22000],
      [B, SH, "電流センサー", 248000, false, 272800],
      [O, GA, "データ分析", 480000, false, 528000],
    ]);
    expect(wrongTotals(reading)).toEqual([]);
    expect(reading.totals.map((total) => total.amount)).toEqual([2208000, 2428800]);
    expect(reading.facts.find((fact) => fact.key === "requested")?.number).toEqual({ n: 1472000n, d: 1n });
    const inclusive = readBudget(book, [], { ...HINTS, taxTreatment: "inclusive" });
    expect(inclusive.lines.map((line) => [line.amount, line.amountTax, line.unitPrice])).toEqual([
      [1650000, "inclusive", null],
      [-22000, "inclusive", null],
      [272800, "inclusive", null],
      [528000, "inclusive", null],
    ]);
  });

  test("the header again on every printed page, rows prepared but empty", () => {
    const header = ["No", "大項目", "中項目", "品名・内容", "業者名", "単価", "数量", "金額"];
    expectBudget(
      workbook(
        sheet("明細", [
          ["経費明細書（1/2）"],
          header,
          [1, B, KI, I1.item, I1.vendor, I1.price, 1, f("F3*G3", I1.yen)],
          [2, B, SH, I2.item, I2.vendor, I2.price, 20, f("F4*G4", I2.yen)],
          [3, W, JU, I3.item, I3.vendor, I3.price, 150, f("F5*G5", I3.yen)],
          ["経費明細書（2/2）"],
          header,
          [4, O, RY, I4.item, I4.vendor, I4.price, 2, f("F8*G8", I4.yen)],
          [5, O, GA, I5.item, I5.vendor, I5.price, 1, f("F9*G9", I5.yen)],
          [6, O, SO, I6.item, I6.vendor, I6.price, 2, f("F10*G10", I6.yen)],
          [7, null, null, null, null, null, null, f("F11*G11", 0)],
          [8, null, null, null, null, null, null, f('IF(F12="","",F12*G12)', "")],
          [9],
          [null, null, null, "合　計", null, null, null, f("SUM(H3:H13)", ALL)],
        ]),
      ),
      1,
    );
  });

  test("item names wrapped over two rows, remarks going on below", () => {
    const reading = read(
      workbook(
        sheet("明細", [
          ["No", "大項目", "中項目", "品名", "数量", "金額", "備考"],
          [1, B, KI, "協働ロボット", 1, 1480000, "項番1"],
          [null, null, null, "（アーム・コントローラ）", null, null, "納期2か月"],
          [2, B, SH, "電流センサー", 20, 248000, "項番2"],
          [null, null, null, null, null, null, "12,400円×20個"],
          [3, O, GA, "データ分析", 1, "見積依頼中", null],
          [4, O, SO, "会場使用料", 2, { value: { error: "#REF!" } }, null],
          [5, O, SO, "郵送料", 1, null, null],
          [null, null, null, "合計", null, 1728000],
        ]),
      ),
    );
    expect(reading.lines.map((line) => [line.description, line.amount, line.amountText])).toEqual([
      ["協働ロボット （アーム・コントローラ）", 1480000, null],
      ["電流センサー", 248000, null],
      ["データ分析", null, "見積依頼中"],
      ["会場使用料", null, "#REF!"],
      ["郵送料", null, null],
    ]);
    expect(reading.lines.map((line) => line.evidenceNo)).toEqual(["1", "2", null, null, null]);
    expect(wrongTotals(reading)).toEqual([]);
  });

  test("a total that leaves a line out is not excused by other sums", () => {
    const reading = read(
      workbook(
        sheet("明細", [
          ["大項目", "中項目", "品名", "金額"],
          [B, KI, "協働ロボット", 1480000],
          [B, SH, "電流センサー", "２４８，０００円"],
          [null, null, "物品費計", f("SUM(D2:D3)", 1480000)],
          [O, GA, "データ分析", 480000],
          [null, null, "その他経費計", f("SUM(D5:D5)", 480000)],
          [null, null, "合計", f("D4+D6", 1960000)],
        ]),
      ),
    );
    expect(wrongTotals(reading)).toEqual(["明細!4 物品費計 1480000", "明細!7 合計 1960000"]);
  });

  test("one block for each consortium member on one sheet", () => {
    const reading = read(
      workbook(
        sheet("構成員一覧", [
          ["構成員名", "区分", "役割"],
          ["株式会社ひびき", "市内中小", "代表構成員"],
          ["若松ソフト株式会社", "市内中小", "構成員"],
        ]),
        sheet("予算", [
          ["■ 株式会社ひびき"],
          ["大項目", "中項目", "品名", "金額"],
          [B, KI, "ロボット", 880000],
          [O, RY, "出張", 52340],
          ["小計", null, null, 932340],
          [],
          ["■ 若松ソフト株式会社"],
          ["大項目", "中項目", "品名", "金額"],
          [B, SH, "帳票ソフト", 136000],
          ["小計", null, null, 136000],
          ["合計", null, null, 1068340],
        ]),
        sheet("集計", [
          ["構成員", "物品費", "労務費", "その他経費", "合計"],
          ["株式会社ひびき", 880000, 0, 52340, 932340],
          ["若松ソフト株式会社", 136000, 0, 0, 136000],
          ["合計", 1016000, 0, 52340, 1068340],
        ]),
      ),
    );
    expect(reading.lines.map((line) => [line.member, line.description, line.amount])).toEqual([
      ["株式会社ひびき", "ロボット", 880000],
      ["株式会社ひびき", "出張", 52340],
      ["若松ソフト株式会社", "帳票ソフト", 136000],
    ]);
    expect(wrongTotals(reading)).toEqual([]);
  });

  test("a member as a heading row inside one table", () => {
    const reading = read(
      workbook(
        sheet("構成員", [
          ["名称", "区分", "役割"],
          ["株式会社ひびき", "中小企業", "代表"],
          ["響灘大学", "大学", "構成員"],
        ]),
        sheet("予算", [
          ["費目", "内容", "金額"],
          ["【株式会社ひびき】"],
          ["消耗品費", "センサー", 1000],
          ["旅費", "出張", 2000],
          ["株式会社ひびき　計", null, 3000],
          ["【響灘大学】"],
          ["消耗品費", "材料", 500],
          ["響灘大学　計", null, 500],
          ["総計", null, 3500],
        ]),
      ),
    );
    expect(reading.lines.map((line) => [line.member, line.statedMiddle, line.description, line.amount])).toEqual([
      ["株式会社ひびき", SH, "センサー", 1000],
      ["株式会社ひびき", RY, "出張", 2000],
      ["響灘大学", SH, "材料", 500],
    ]);
    expect(wrongTotals(reading)).toEqual([]);
    expect(reading.totals).toHaveLength(3);
  });

  test("one sheet for each member", () => {
    const part = (name: string, company: string, item: string, yen: number) =>
      sheet(name, [
        ["予算明細"],
        ["構成員名", company],
        [],
        ["大項目", "中項目", "内訳", "金額"],
        [B, SH, item, yen],
        ["合計", null, null, yen],
      ]);
    const reading = read(
      workbook(
        sheet("構成員一覧", [
          ["No", "構成員名", "事業者区分", "代表/構成員"],
          [1, "株式会社ひびき製作所", "市内中小事業者", "代表"],
          [2, "若松ソフトウェア株式会社", "市内中小事業者", "構成員"],
        ]),
        part("ひびき製作所", "株式会社ひびき製作所", "センサー", 1000),
        part("若松", "若松ソフトウェア株式会社", "ソフト", 2000),
      ),
    );
    expect(reading.members.map((member) => member.name)).toEqual(["株式会社ひびき製作所", "若松ソフトウェア株式会社"]);
    expect(reading.lines.map((line) => [line.member, line.description])).toEqual([
      ["株式会社ひびき製作所", "センサー"],
      ["若松ソフトウェア株式会社", "ソフト"],
    ]);
  });

  test("a table object with its own totals row, far from the corner", () => {
    expectBudget(
      workbook(
        sheet(
          "表",
          [
            ["大項目", "中項目", "内容", "発注先", "単価", "数量", "金額"],
            ...ITEMS.map((item) => [item.major, item.middle, item.item, item.vendor, item.price, item.count, item.yen]),
            ["集計", null, null, null, null, null, f("SUBTOTAL(109,[金額])", ALL)],
          ],
          {
            at: "AA40",
            tables: [
              { name: "経費", area: { top: 40, left: 27, bottom: 47, right: 33 }, headerRows: 1, totalsRows: 1 },
            ],
          },
        ),
      ),
      1,
    );
  });

  test("an example sheet, a superseded sheet, a hidden draft and Kenzan's own sheet do not count", () => {
    const LINES = [
      ["大項目", "中項目", "内容", "金額"],
      ...ITEMS.map((item) => [item.major, item.middle, item.item, item.yen]),
    ];
    const draw = (name: string, visibility: "visible" | "hidden" = "visible") => sheet(name, LINES, { visibility });
    const reading = read(
      workbook(
        draw("予算"),
        draw("記入例"),
        draw("予算(旧)"),
        draw("下書き", "hidden"),
        sheet("集計 (検算)", [[SUMMARY_TITLES.ja], ...LINES]),
        draw("予算 (2)"),
      ),
    );
    expect(brief(reading)).toEqual(EXPECTED);
    expect(reading.sheets.map((page) => page.skipped)).toEqual([
      null,
      "example",
      "superseded",
      "hidden",
      "hidden-by-kenzan",
      "copy",
    ]);
  });
});
