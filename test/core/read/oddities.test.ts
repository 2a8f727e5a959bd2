import { fraction, toNumber } from "../../../src/core/money/fraction";
import type { ColumnChoice } from "../../../src/core/decisions/decision";
import { readBudget } from "../../../src/core/read/read";
import type { BudgetReading } from "../../../src/core/read/reading";
import { NOWHERE } from "../../../src/core/workbook/workbook";
import { f, sheet, workbook } from "./grid";
import { HINTS } from "./hints";

const read = (...sheets: Parameters<typeof workbook>): BudgetReading => readBudget(workbook(...sheets), [], HINTS);
const brief = (reading: BudgetReading) =>
  reading.lines.map((line) => [line.statedMajor, line.statedMiddle, line.description, line.amount]);
const wrong = (reading: BudgetReading) =>
  reading.totals
    .filter((total) => !total.candidates.some(({ yen }) => yen === total.amount))
    .map((total) => [total.row, total.label, total.amount]);

describe("amounts", () => {
  test("税抜 and 税込 under one heading", () => {
    const reading = read(
      sheet(
        "予算",
        [
          ["費目", "品名", "数量", "単価", null, "金額", null, "備考"],
          [null, null, null, "税抜", "税込", "税抜", "税込", null],
          ["消耗品費", "センサー", 2, 1000, 1100, 2000, 2200, "①"],
          ["外注費", "開発", 1, 5000, 5500, 5000, 5500, "②"],
          ["合計", null, null, null, null, 7000, 7700],
        ],
        { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2"] },
      ),
    );
    expect(
      reading.lines.map((line) => [
        line.amount,
        line.amountTax,
        line.otherAmount?.yen,
        line.unitPrice?.n,
        line.evidenceNo,
      ]),
    ).toEqual([
      [2000, "exclusive", 2200, 1000n, "1"],
      [5000, "exclusive", 5500, 5000n, "2"],
    ]);
    expect(wrong(reading)).toEqual([]);
  });

  test.each(["別途見積", "未定", "#####", "後日"])("%s in place of a wage makes its row no header", (words) => {
    const reading = read(
      sheet("予算", [
        ["科目", "内容", "金額"],
        ["消耗品", "近接センサ", 12_800],
        ["人件費", "データ入力補助員 賃金", words],
        ["謝金", "講師謝金", 30_000],
        ["交通費", "視察 小倉－博多 往復", 46_000],
      ]),
    );
    expect(reading.lines.map((line) => [line.row, line.amount, line.amountText])).toEqual([
      [2, 12_800, null],
      [3, null, words],
      [4, 30_000, null],
      [5, 46_000, null],
    ]);
  });

  test("figures over their total without a header are told", () => {
    const { account, lines } = read(
      sheet("予算", [
        ["科目", "内容", "金額"],
        ["消耗品", "近接センサ", 12_800],
      ]),
      sheet("覚え", [
        ["甲", 12_000],
        ["乙", 3_400],
        ["合計", 15_400],
      ]),
    );
    expect(lines).toHaveLength(1);
    expect(account.setAside).toEqual([{ sheet: "覚え", cell: null, reason: "no-header", yen: 15_400 }]);
  });

  test("a heading centred over columns without being merged", () => {
    const reading = read(
      sheet("予算", [
        [null, null, null, "見積内容", null, null, null],
        ["大項目", "中項目", "発注先", "品名", "単価", "数量", "金額"],
        ["物品費", "消耗品費", "小倉電子", "センサー", 1000, 2, 2000],
      ]),
    );
    expect(brief(reading)).toEqual([["物品費", "消耗品費", "センサー", 2000]]);
  });

  test("shown in thousands by the number format, stored in yen", () => {
    const k = (value: number) => ({ value, format: "#,##0," });
    const reading = read(
      sheet("予算", [
        ["（単位：千円）"],
        ["費目", "内容", "金額"],
        ["旅費", "出張", k(120000)],
        ["外注費", "開発", k(480000)],
        ["合計", null, k(600000)],
      ]),
    );
    expect(reading.lines.map((line) => line.amount)).toEqual([120000, 480000]);
    expect(wrong(reading)).toEqual([]);
  });

  test("a blank amount is price × quantity; a dash is nothing", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "単価", "数量", "金額"],
        ["旅費", "出張", 1000, 3, null],
        ["外注費", "開発", 5000, "1式", 5000],
        ["諸経費", "会場", null, null, "―"],
        ["合計", null, null, null, 8000],
      ]),
    );
    expect(reading.lines.map((line) => [line.amount, line.amountText])).toEqual([
      [3000, null],
      [5000, null],
      [null, null],
    ]);
    expect(wrong(reading)).toEqual([]);
  });

  test("persons times trips; one of two counts", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "単価", "人数", "回数", "金額"],
        ["旅費", "出張", 1000, 2, "3回", 6000],
        ["旅費", "視察", 1000, 2, 5, 5000],
        ["旅費", "打合せ", 1000, 2, null, 2000],
        ["旅費", "誤り", 1000, 2, 3, 7000],
      ]),
    );
    expect(reading.lines.map((line) => line.quantity?.n)).toEqual([6n, 5n, 2n, 6n]);
  });

  test("fractions of a yen in single lines", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "単価", "数量", "金額"],
        ["旅費", "出張", 33.5, 3, f("C2*D2", 100.5)],
        ["旅費", "出張2", 33.5, 3, f("C3*D3", 100.5)],
        ["合計", null, null, null, f("SUM(E2:E3)", 201)],
      ]),
    );
    expect(reading.lines.map((line) => line.amount)).toEqual([100, 100]);
    expect(wrong(reading)).toEqual([]);
  });

  test("cells merged sideways, amounts in the second cell of a wide header", () => {
    const reading = read(
      sheet(
        "予算",
        [
          ["大項目", "中項目", "品名", null, "数量", "金額", null],
          ["物品費", "消耗品費", "センサー", null, 2, 2000, null],
          [null, "消耗品費", "ケーブル", null, 1, null, 500],
          ["合計", null, null, null, null, 2500, null],
        ],
        { merges: ["C1:D1", "F1:G1", "C2:D2", "F2:G2", "A2:A3", "A4:E4", "F4:G4"] },
      ),
    );
    expect(brief(reading)).toEqual([
      ["物品費", "消耗品費", "センサー", 2000],
      ["物品費", "消耗品費", "ケーブル", 500],
    ]);
    expect(wrong(reading)).toEqual([]);
  });
});

describe("totals", () => {
  test("of 中項目, of 大項目 and of everything, below each other", () => {
    const reading = read(
      sheet("予算", [
        ["大項目", "中項目", "品名", "金額"],
        ["物品費", "機械装置等製作・購入費", "ロボット", 1000],
        [null, "機械装置等製作・購入費", "搬送機", 500],
        [null, "小計", null, 1500],
        [null, "消耗品費", "センサー", 200],
        [null, "小計", null, 200],
        ["物品費計", null, null, 1700],
        ["その他経費", "旅費", "出張", 300],
        [null, "小計", null, 300],
        ["その他経費計", null, null, 300],
        ["合計", null, null, 2000],
      ]),
    );
    expect(brief(reading).map((line) => line[0])).toEqual(["物品費", "物品費", "物品費", "その他経費"]);
    expect(reading.totals).toHaveLength(6);
    expect(wrong(reading)).toEqual([]);
  });

  test("the grand total right below the header", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額"],
        ["合計", null, 1500],
        ["旅費", "出張", 1000],
        ["外注費", "開発", 500],
      ]),
    );
    expect(brief(reading).map((line) => line[2])).toEqual(["出張", "開発"]);
    expect(wrong(reading)).toEqual([]);
    expect(reading.totals).toHaveLength(1);
  });

  test("of everything, a labour table between the others included", () => {
    const reading = read(
      sheet("予算", [
        ["Ⅰ 物品費"],
        ["品名", "数量", "金額"],
        ["センサー", 2, 2000],
        ["小計", null, 2000],
        [],
        ["Ⅱ 労務費"],
        ["氏名", "時給単価", "従事予定時間", "金額"],
        ["佐藤 健一", 1000, 3, 3000],
        ["小計", null, null, 3000],
        [],
        ["Ⅲ その他経費"],
        ["内容", "数量", "金額"],
        ["東京出張", 1, 500],
        ["小計", null, 500],
        ["合計（Ⅰ＋Ⅱ＋Ⅲ）", null, 5500],
      ]),
    );
    expect(brief(reading)).toEqual([
      ["物品費", null, "センサー", 2000],
      ["その他経費", null, "東京出張", 500],
    ]);
    expect(reading.labour.map((row) => row.person)).toEqual(["佐藤 健一"]);
    expect(wrong(reading)).toEqual([]);
    expect(reading.totals).toHaveLength(4);
  });

  test("every planted mistake is found, and no other", () => {
    const reading = read(
      sheet("予算", [
        ["大項目", "品名", "金額"],
        ["物品費", "ロボット", 1000],
        ["物品費", "センサー", 500],
        ["小計", null, 1501],
        ["その他経費", "出張", 300],
        ["小計", null, 300],
        ["合計", null, 1810],
      ]),
    );
    expect(wrong(reading)).toEqual([
      [4, "小計", 1501],
      [7, "合計", 1810],
    ]);
  });

  test("figures of the application below the total are no lines", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "数量", "金額"],
        ["旅費", "出張", 1, 900000],
        ["外注費", "開発", 1, 600000],
        ["補助対象経費合計（A）", null, null, 1500000],
        ["補助率", null, null, "2/3"],
        ["補助金交付申請額（A×2/3、千円未満切捨て）", null, null, 1000000],
        ["自己負担額", null, null, 500000],
        ["うち消費税対象外", null, null, 0],
      ]),
    );
    expect(reading.lines).toHaveLength(2);
    expect(wrong(reading)).toEqual([]);
    expect(reading.facts.map((fact) => [fact.key, fact.text])).toEqual([
      ["rate", "2/3"],
      ["requested", "1000000"],
    ]);
  });

  test("a row without label that sums the rows above", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額"],
        ["旅費", "出張", 1000],
        ["外注費", "開発", 500],
        [null, null, f("SUM(C2:C3)", 1500)],
      ]),
    );
    expect(reading.lines).toHaveLength(2);
    expect(reading.totals.map((total) => total.amount)).toEqual([1500]);
    expect(wrong(reading)).toEqual([]);
  });
});

describe("categories", () => {
  test("one column 費目, no items of its own", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "金額", "積算根拠"],
        ["旅費", 100000, "東京出張 50,000円×2回"],
        ["外注費", 400000, "分析委託 1式"],
        ["計", 500000],
      ]),
    );
    expect(brief(reading)).toEqual([
      [null, "旅費", "旅費", 100000],
      [null, "外注費", "外注費", 400000],
    ]);
    expect(wrong(reading)).toEqual([]);
  });

  test("a single missing 中項目 stays missing", () => {
    const reading = read(
      sheet("予算", [
        ["大項目", "中項目", "内容", "金額"],
        ["物品費", "消耗品費", "センサー", 1],
        ["物品費", "消耗品費", "ケーブル", 2],
        ["その他経費", null, "宅配便", 3],
        ["その他経費", "旅費", "出張", 4],
        ["その他経費", "旅費", "出張2", 5],
      ]),
    );
    expect(brief(reading).map((line) => line[1])).toEqual(["消耗品費", "消耗品費", null, "旅費", "旅費"]);
  });

  test("headings and totals in a column that has no header", () => {
    const reading = read(
      sheet("予算", [
        [null, "内容", "数量", "単価", "金額"],
        ["物品費"],
        [null, "センサー", 2, 100, 200],
        ["その他経費"],
        [null, "出張", 1, 300, 300],
        ["合計", null, null, null, 500],
      ]),
    );
    expect(brief(reading)).toEqual([
      ["物品費", null, "センサー", 200],
      ["その他経費", null, "出張", 300],
    ]);
    expect(reading.totals).toHaveLength(1);
    expect(wrong(reading)).toEqual([]);
  });

  test("several levels in one cell", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額"],
        ["諸経費（借用費）", "クラウド", 1],
        ["その他経費／旅費", "出張", 2],
        ["物品費-消耗品費", "センサー", 3],
      ]),
    );
    expect(reading.lines.map((line) => [line.statedMajor, line.statedMiddle])).toEqual([
      [null, "諸経費（借用費）"],
      ["その他経費", "旅費"],
      ["物品費", "消耗品費"],
    ]);
  });

  test("three levels in three columns, spelt loosely", () => {
    const reading = read(
      sheet("予算", [
        ["経費区分", "費目", "細目", "内容", "金額"],
        ["Ⅰ．物品費", "②消耗品費", null, "センサー", 1],
        ["Ⅲ．その他経費", "④諸経費", "借用費", "クラウド", 2],
        [null, null, "運送費", "宅配便", 3],
      ]),
    );
    expect(reading.lines.map((line) => [line.statedMajor, line.statedMiddle, line.statedMinor])).toEqual([
      ["物品費", "消耗品費", null],
      ["その他経費", "諸経費", "借用費"],
      ["その他経費", "諸経費", "運送費"],
    ]);
  });

  test("blocks with their own title and header for each category", () => {
    const reading = read(
      sheet("明細", [
        ["【物品費】"],
        ["品名", "数量", "金額"],
        ["ロボット", 1, 1000],
        ["計", null, 1000],
        [],
        ["【旅費】"],
        ["行程", "回数", "金額", "出張者"],
        ["小倉～東京", 2, 500, "佐藤"],
        ["計", null, 500],
        [],
        ["総計", null, 1500],
      ]),
    );
    expect(brief(reading)).toEqual([
      ["物品費", null, "ロボット", 1000],
      [null, "旅費", "小倉～東京", 500],
    ]);
    expect(wrong(reading)).toEqual([]);
    expect(reading.totals).toHaveLength(3);
  });
});

describe("what is said twice", () => {
  test("a line broken down on a sheet of its own counts once, as the line", () => {
    const reading = read(
      sheet("予算", [
        ["大項目", "中項目", "品名", "発注先", "金額"],
        ["物品費", "消耗品費", "センサー", "小倉電子", 2000],
        ["その他経費", "外注費", "受発注システム開発", "北九州システム", f("開発内訳!D5", 1000)],
        ["合計", null, null, null, 3000],
      ]),
      sheet("開発内訳", [
        ["受発注システム開発 見積内訳"],
        ["作業内容", "工数", "単価", "金額"],
        ["設計", 2, 300, 600],
        ["製造", 4, 100, 400],
        ["合計", null, null, 1000],
      ]),
    );
    expect(brief(reading).map((line) => line[2])).toEqual(["センサー", "受発注システム開発"]);
  });

  test("a row that points to another sheet of lines gives way to them", () => {
    const reading = read(
      sheet("物品費", [
        ["中項目", "品名", "金額"],
        ["消耗品費", "センサー", 2000],
        ["消耗品費", "ケーブル", 100],
        ["その他経費（別紙のとおり）", null, f("'その他 経費'!C4", 1500)],
        ["合計", null, 3600],
      ]),
      sheet("その他 経費", [
        ["中項目", "内容", "金額"],
        ["旅費", "出張", 1000],
        ["外注費", "開発", 500],
        ["合計", null, 1500],
      ]),
    );
    expect(brief(reading).map((line) => line[2])).toEqual(["センサー", "ケーブル", "出張", "開発"]);
    expect(wrong(reading)).toEqual([]);
  });

  test("a typed summary below the lines on the same sheet; a wrong figure in it is a wrong total", () => {
    const reading = read(
      sheet("予算", [
        ["大項目", "中項目", "内容", "数量", "金額"],
        ["物品費", "消耗品費", "センサー", 2, 2000],
        ["その他経費", "旅費", "出張", 1, 1000],
        ["その他経費", "外注費", "開発", 1, 500],
        ["合計", null, null, null, 3500],
        [],
        ["■ 費目別集計"],
        ["区分", "金額"],
        ["物品費", 2000],
        ["その他経費", 1400],
        ["合計", 3400],
      ]),
    );
    expect(reading.lines).toHaveLength(3);
    expect(wrong(reading)).toEqual([[10, "その他経費", 1400]]);
  });

  test("a budget of categories alone is a budget", () => {
    const reading = read(
      sheet("総括表", [["経費総括表"], ["経費区分", "金額"], ["物品費", 2000], ["その他経費", 1500], ["合計", 3500]]),
    );
    expect(brief(reading)).toEqual([
      ["物品費", null, "物品費", 2000],
      ["その他経費", null, "その他経費", 1500],
    ]);
  });

  test("income and spending below each other, items in the last column", () => {
    const reading = read(
      sheet("収支", [
        ["収入の部"],
        ["項目", "予算額", "内訳"],
        ["助成金", 300000, null],
        ["参加料収入", 40000, "1,000円×40名"],
        ["収入計", 340000],
        ["支出の部"],
        ["項目", "予算額", "内訳"],
        ["報償費", 40000, null],
        ["旅費", 300000, "講師交通費"],
        ["支出計", 340000],
      ]),
    );
    expect(brief(reading)).toEqual([
      [null, "報償費", "報償費", 40000],
      [null, "旅費", "講師交通費", 300000],
    ]);
    expect(reading.income.map((row) => [row.yen, row.isProjectIncome])).toEqual([
      [300000, false],
      [40000, true],
    ]);
    expect(wrong(reading)).toEqual([]);
  });

  test("income and spending beside each other", () => {
    const reading = read(
      sheet("収支予算書", [
        ["収支予算書"],
        ["収入の部", null, null, "支出の部"],
        ["科目", "金額", "備考", "科目", "内容", "金額"],
        ["参加費", 40000, "1,000円×40名", "旅費", "講師交通費", 60000],
        ["自己資金", 26000, null, "外注費", "印刷", 6000],
        ["計", 66000, null, "計", null, 66000],
      ]),
    );
    expect(brief(reading)).toEqual([
      [null, "旅費", "講師交通費", 60000],
      [null, "外注費", "印刷", 6000],
    ]);
    expect(reading.income.map((row) => [row.label, row.yen, row.isProjectIncome])).toEqual([
      ["参加費", 40000, true],
      ["自己資金", 26000, false],
    ]);
  });
});

describe("rows", () => {
  test("struck and hidden rows are lines, with what they are", () => {
    const s = (value: string | number) => ({ value, struck: true });
    const reading = read(
      sheet(
        "予算",
        [
          ["費目", "内容", "金額"],
          ["旅費", "出張", 1],
          [s("旅費"), s("出張2"), s(2)],
          ["旅費", "出張3", 3],
        ],
        { hiddenRows: [4] },
      ),
    );
    expect(reading.lines.map((line) => [line.struck, line.hidden])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test("an item, a date and a method merged over several rows", () => {
    const reading = read(
      sheet(
        "予算",
        [
          ["費目", "内容", "発注先", "支払日", "支払方法", "金額"],
          ["外注費", "システム開発", "北九州システム", "R7.9.30", "銀行振込", 100],
          [null, "画面設計", null, null, null, 200],
        ],
        { merges: ["A2:A3", "C2:C3", "D2:D3", "E2:E3"] },
      ),
    );
    expect(
      reading.lines.map((line) => [line.statedMiddle, line.vendor, line.paymentDate?.day, line.paymentMethod?.text]),
    ).toEqual([
      ["外注費", "北九州システム", "2025-09-30", "銀行振込"],
      ["外注費", "北九州システム", "2025-09-30", "銀行振込"],
    ]);
    expect(reading.lines[1]?.at.paymentDate).toEqual({ sheet: "予算", row: 3, column: 4 });
  });

  test.each([
    ["項番", 7, "7"],
    ["見積番号", "No.3", "3"],
    ["証憑No.", "③", "3"],
    ["項番", "23・24", "23"],
    ["項番", "15,16", "15"],
    ["見積番号", "No.3～5", "3"],
    ["項番", "8\n9", "8"],
    ["項番", "12,000", null],
    ["備考", "項番12 1,000円×2", "12"],
    ["備考", "見積No.3", "3"],
    ["備考", "資料5", "5"],
    ["備考（項番）", "4", "4"],
    ["備考", "4", null],
    ["備考", "項番12345 1,000円×2", "12345"],
    ["備考", "見積No.250401", "250401"],
    ["備考", "見積120000", null],
    ["備考", "見積3社取得", null],
    ["備考", "12,000円×3", null],
    ["備考", "見積取得後に記入", null],
    ["No", 9, null],
  ])("under %s, %s names the estimate %s", (header, value, expected) => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額", header],
        ["旅費", "出張", 1, value],
      ]),
    );
    expect(reading.lines.map((line) => line.evidenceNo)).toEqual([expected]);
  });

  test("days in every spelling, with the cell", () => {
    const reading = read(
      sheet("予算", [
        ["費目", "内容", "金額", "発注日", "納品日", "支払日"],
        ["旅費", "出張", 1, { value: 45809, format: "yyyy/m/d" }, "7月1日", "―"],
        ["旅費", "出張", 1, 20250601, "令和７年７月１日", null],
      ]),
    );
    expect(
      reading.lines.map((line) => [
        line.orderDate?.day,
        line.deliveryDate?.day,
        line.deliveryDate?.text,
        line.paymentDate,
      ]),
    ).toEqual([
      ["2025-06-01", null, "7月1日", null],
      ["2025-06-01", "2025-07-01", "令和７年７月１日", null],
    ]);
  });
});

describe("a person's choice", () => {
  const book = workbook(
    sheet("予算", [
      ["費目", "名目", "甲", "乙"],
      ["旅費", "出張", 100, 110],
      ["外注費", "開発", 200, 220],
    ]),
  );
  const choose = (choice: Omit<ColumnChoice, "sheet">) => readBudget(book, [{ sheet: "予算", ...choice }], HINTS);
  test("of columns stands above the reading", () => {
    const reading = choose({
      use: true,
      columns: [
        { field: "amount", column: 3 },
        { field: "description", column: 2 },
      ],
    });
    expect(brief(reading)).toEqual([
      [null, "旅費", "出張", 100],
      [null, "外注費", "開発", 200],
    ]);
  });
  test("of the column whose marks leave rows out: it is named, told to be another, and told not to be", () => {
    const book = workbook(
      sheet("予算", [
        ["費目", "内容", "金額", "申請の有無", "区分"],
        ["旅費", "出張", 100, "○", "○"],
        ["外注費", "開発", 200, "×", "○"],
        ["外注費", "試験", 300, "○", "×"],
        ["外注費", "設計", 400, null, "未定"],
      ]),
    );
    const read = (...columns: ColumnChoice["columns"]) => {
      const choices = columns.length === 0 ? [] : [{ sheet: "予算", use: true, columns }];
      const { lines, sheets } = readBudget(book, choices, HINTS);
      const marks = sheets[0]!.tables[0]!.columns.filter(({ field }) => field === "counted");
      return [lines.map(({ description }) => description), marks.map(({ column, header }) => [column, header])];
    };
    expect(read()).toEqual([["出張", "試験", "設計"], [[4, "申請の有無"]]]);
    expect(read({ field: "counted", column: 5 })).toEqual([["出張", "開発", "設計"], [[5, "区分"]]]);
    expect(read({ field: "counted", column: NOWHERE })).toEqual([["出張", "開発", "試験", "設計"], []]);
  });
  test("that a sheet has no column of a kind", () => {
    const choice = {
      use: true,
      columns: [
        { field: "middle", column: 1 },
        { field: "amount", column: 3 },
      ],
    } as const;
    expect(choose(choice).lines.map(({ statedMiddle }) => statedMiddle)).not.toEqual([null, null]);
    const without = choose({ ...choice, columns: [{ field: "middle", column: NOWHERE }, choice.columns[1]] });
    expect(without.sheets[0]!.tables[0]!.columns.map(({ field }) => field)).not.toContain("middle");
  });
  test("not to read a sheet", () => {
    const reading = choose({ use: false, columns: [] });
    expect(reading.lines).toEqual([]);
    expect(reading.sheets[0]?.skipped).toBe("by-choice");
  });
  test("teaches a labour sheet whose words nobody knows", () => {
    const book = workbook(
      sheet("人件費の計算", [
        ["ひと", "月額", "足し", "割る", "レート", "コマ", "計"],
        ["山田 一", 240_000, 10_000, 160, 1_562, 100, 156_200],
        ["川上 花", 300_000, 0, 160, 1_875, 40, 75_000],
      ]),
    );
    const fields = ["person", "basePay", "allowances", "scheduledHours", "hourlyRate", "hours", "amount"] as const;
    const columns = fields.map((field, index) => ({ field, column: index + 1 }));
    const taught = { sheet: "人件費の計算", use: true, kind: "labour", columns } as const;
    expect(readBudget(book, [], HINTS).labour).toEqual([]);
    const { labour, lines } = readBudget(book, [taught], HINTS);
    expect(lines).toEqual([]);
    expect(
      labour.map(({ person, statedRate, hours, statedAmount }) => [person, statedRate, hours, statedAmount]),
    ).toEqual([
      ["山田 一", fraction(1562), fraction(100), 156_200],
      ["川上 花", fraction(1875), fraction(40), 75_000],
    ]);
  });
  test("teaches a list of estimates, also one without a header", () => {
    const rows = [
      ["A1", "北九州電機", "センサー", 120_000],
      ["A2", "小倉製作所", "架台", 80_000],
    ];
    const fields = ["evidenceNo", "issuer", "description", "amountExclusive"] as const;
    const columns = fields.map((field, index) => ({ field, column: index + 1 }));
    const taught = { sheet: "控え", use: true, kind: "estimates", columns } as const;
    for (const book of [sheet("控え", rows), sheet("控え", [["符丁", "先方", "もの", "円"], ...rows])]) {
      const { estimates, lines } = readBudget(workbook(book), [taught], HINTS);
      expect(lines).toEqual([]);
      expect(estimates.map(({ no, issuer, exclusive }) => [no, issuer, exclusive])).toEqual([
        ["A1", "北九州電機", 120_000],
        ["A2", "小倉製作所", 80_000],
      ]);
    }
  });
  test("makes a table of a sheet without any known header", () => {
    const bare = workbook(sheet("メモ", [["見積メモ"], ["ロボット", "1,000円"], ["センサー", "500円"]]));
    const reading = readBudget(
      bare,
      [
        {
          sheet: "メモ",
          use: true,
          columns: [
            { field: "description", column: 1 },
            { field: "amount", column: 2 },
          ],
        },
      ],
      HINTS,
    );
    expect(brief(reading)).toEqual([
      [null, null, "ロボット", 1000],
      [null, null, "センサー", 500],
    ]);
  });
});

test("hours and rates are exact", () => {
  const reading = read(
    sheet("予算", [
      ["費目", "内容", "単価", "時間", "金額"],
      ["従業員費", "設計", 2232, 37.5, 83700],
    ]),
  );
  const [line] = reading.lines;
  expect([line?.quantity, line?.unitPrice].map((value) => (value == null ? null : toNumber(value)))).toEqual([
    37.5, 2232,
  ]);
});

test("ten thousand merged cells, far and wide, do no harm", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ["旅費", `出張${String(index)}`, null, 1]);
  const merges = rows.map((_, index) => `B${String(index + 2)}:C${String(index + 2)}`);
  const reading = read(
    sheet("予算", [["費目", "内容", null, "金額"], ...rows, ["合計", null, null, 10_000]], {
      merges: [...merges, "A20000:XFD20400"],
    }),
  );
  expect(reading.lines).toHaveLength(10_000);
  expect(wrong(reading)).toEqual([]);
});

test("a sheet without any table says so", () => {
  const reading = read(sheet("表紙", [["令和7年度 補助金申請書類"], ["会社名", "株式会社小倉"]]), sheet("空", []));
  expect(reading.lines).toEqual([]);
  expect(reading.sheets.map((page) => page.skipped)).toEqual(["no-table", "empty"]);
});

test("an item that sounds like a header is a line where a figure stands beside it, also under the header of a new page", () => {
  const reading = read(
    sheet("予算明細", [
      ["（単位：千円）"],
      ["金額", "品名・内容"],
      [null, "Ⅰ 物品費"],
      ["12", "協働ロボット 可搬5kg"],
      ["9", "制御盤"],
      [null, null],
      ["金額", "品名・内容"],
      ["8", "合計金額表示器 D型"],
      ["5", "電流センサー"],
    ]),
  );
  expect(brief(reading)).toEqual([
    ["物品費", null, "協働ロボット 可搬5kg", 12000],
    ["物品費", null, "制御盤", 9000],
    ["物品費", null, "合計金額表示器 D型", 8000],
    ["物品費", null, "電流センサー", 5000],
  ]);
});

test("摘要 before the amounts and 品名 behind them are one table", () => {
  const reading = read(
    sheet(
      "予算明細",
      [
        ["摘要", "見　積", null, "購入先", "補助対象経費", "品名"],
        [null, "個数", "税抜単価", null, null, null],
        ["項番1 60,000円×2台", 2, 60000, "九州ロボテック株式会社", 120000, "協働ロボット 可搬5kg"],
        ["項番2 17,000円×2台", 2, 17000, "九州ロボテック株式会社", 34000, "電流センサー"],
      ],
      { merges: ["A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2"] },
    ),
  );
  expect(brief(reading)).toEqual([
    [null, null, "協働ロボット 可搬5kg", 120000],
    [null, null, "電流センサー", 34000],
  ]);
  expect(reading.lines.map(({ note }) => note)).toEqual(["項番1 60,000円×2台", "項番2 17,000円×2台"]);
});

describe("around the tables", () => {
  const fact = (reading: BudgetReading, key: string) => {
    const found = reading.facts.find((one) => one.key === key);
    return found?.number == null ? found?.text : toNumber(found.number);
  };

  test.each(["千円未満切り捨て", "1,000円未満切捨", "千円未満の端数は切り捨て"])(
    "（%s） says how a figure was rounded, not its unit",
    (rounding) => {
      const reading = read(
        sheet("申請", [
          [`補助金交付申請額（${rounding}）`, 640000],
          ["代表構成員", "甲社"],
        ]),
      );
      expect(fact(reading, "requested")).toBe(640000);
    },
  );

  test("pairs side by side are no table, though a value sounds like a header", () => {
    const reading = read(
      sheet("申請", [
        ["法人名", "株式会社いろは", null, "申請者区分", "市内中小事業者以外"],
        ["所在地", "門司区", null, "従業員数", "310名"],
        [],
        ["品名", "仕様", "単価", "数量", "金額"],
        ["選別機", "光学式", 700000, 1, 700000],
      ]),
    );
    expect(fact(reading, "class")).toBe("市内中小事業者以外");
    expect(fact(reading, "employees")).toBe(310);
  });

  test("items that break a line down stand under its category", () => {
    const reading = read(
      sheet("経費", [
        ["費目", "内容", "金額"],
        ["旅費", "出張旅費（別紙「出張」のとおり）", f("出張!D4", 9000)],
        ["消耗品費", "記録紙", 4000],
      ]),
      sheet("出張", [
        ["日付", "内容", "手段", "金額"],
        ["7/1", "小倉から熊本", "新幹線", 7000],
        ["7/1", "駅から工場", "タクシー", 2000],
        ["計", null, null, f("SUM(D2:D3)", 9000)],
      ]),
    );
    expect(brief(reading)).toEqual([
      [null, "消耗品費", "記録紙", 4000],
      [null, "旅費", "小倉から熊本", 7000],
      [null, "旅費", "駅から工場", 2000],
    ]);
    expect(reading.lines[2]?.specification).toBe("タクシー");
  });
});

describe("numbers of rows and numbers of estimates", () => {
  const rows = (...remarks: (string | null)[]) =>
    read(
      sheet("その他経費", [
        ["項番", "費目", "内容", "金額", "備考"],
        ...remarks.map((remark, at) => [at + 3, "外注費", `工程${"甲乙丙丁"[at] ?? ""}の解析委託`, 50_000, remark]),
      ]),
    ).lines.map(({ evidenceNo }) => evidenceNo);
  test("what the remarks name holds where the column counts on past it", () =>
    expect(rows("項番3", "項番4", "旅費規程", "項番5")).toEqual(["3", "4", null, "5"]));
  test("the column holds where one remark names another row's paper", () =>
    expect(rows("項番4と同じ業者", null, null, null)).toEqual(["3", "4", "5", "6"]));
});

test("細目（品名・内容） names items, whose words stay apart", () => {
  const { lines } = read(
    sheet("明細", [
      ["経費区分", "細目（品名・内容）", "金額"],
      ["消耗品費", "共鳴 測定用 マイク A4", 68_000],
      ["外注費", "打弦音 判定の 開発委託", 940_000],
    ]),
  );
  expect(lines.map(({ description }) => description)).toEqual(["共鳴 測定用 マイク A4", "打弦音 判定の 開発委託"]);
});

describe("no yen is lost in silence", () => {
  const byRate = (header: string, ...own: (number | null)[]) =>
    read(
      sheet("支出（税込）", [
        ["支出内容", header, "8%対象", "不課税", "備考"],
        ["歩留り分析の委託", own[0] ?? null, null, own[1] ?? null, null],
        ["試験製造用の原料大豆", null, 21_600, null, null],
        ["技術指導の謝礼", null, null, 40_000, null],
        ["合計", own[0] ?? null, 21_600, 40_000 + (own[1] ?? 0), null],
      ]),
    ).account.unread.map(({ cell, yen }) => [cell.row, cell.column, yen]);

  test("the only figure of an item, in a column with a right total under a word that says nothing", () => {
    expect(byRate("ほにゃ", 385_000)).toEqual([[2, 2, 385_000]]);
  });

  test("a figure beside another of its row is explained by that, and a known word by what it says", () => {
    expect(byRate("ほにゃ", 385_000, 385_000)).toEqual([]);
    expect(byRate("10%対象", 385_000)).toEqual([]);
  });
});
