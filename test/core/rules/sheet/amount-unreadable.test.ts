import { book, cell, cellsOf, checked, formula } from "../budget";
import { counted, proveRule } from "../proof";

const amount = (value: Parameters<typeof book>[0][number]["amount"]) =>
  book([
    { item: "センサー取付部材", middle: "消耗品費", amount: value ?? null },
    { item: "IoTゲートウェイ", middle: "消耗品費", amount: 98000 },
  ]);

const NET = { headers: { price: "単価(税抜)", amount: "金額(税抜)" } };

proveRule("sheet/amount-unreadable", {
  severity: "error",
  clause: "",
  finds: [
    { title: "words", book: amount("見積依頼中"), at: [cell("amount")] },
    {
      title: "words under 金額(税抜)",
      book: book(
        [
          { item: "センサー取付部材", amount: "見積依頼中" },
          { item: "IoTゲートウェイ", price: 98000 },
        ],
        {},
        NET,
      ),
      at: [cell("amount")],
      says: { description: "センサー取付部材", text: "見積依頼中", negative: false },
    },
    {
      title: "a discount of more than everything",
      book: book([
        { item: "IoTゲートウェイ", price: 98000 },
        { item: "値引き", amount: -98001 },
      ]),
      at: [cell("amount", 1)],
      says: { description: "値引き", amount: -98001, total: -1 },
    },
    { title: "an Excel error", book: amount({ error: "#REF!" }), at: [cell("amount")] },
    { title: "words that a formula gives", book: amount(formula('IF(1,"未定")', "未定")), at: [cell("amount")] },
    { title: "two figures", book: amount("10,000～20,000"), at: [cell("amount")] },
    {
      title: "a negative amount",
      book: amount(-5000),
      at: [cell("amount")],
      says: { description: "センサー取付部材", text: "-5000", negative: true },
    },
    { title: "one yen below nothing", book: amount(-1), at: [cell("amount")] },
  ],
  passes: [
    { title: "full width", book: amount("１２０，０００") },
    { title: "with a currency", book: amount("120,000円") },
    { title: "with ¥", book: amount("¥120,000-") },
    {
      title: "a discount of everything",
      book: book([
        { item: "IoTゲートウェイ", price: 98000 },
        { item: "値引き", amount: -98000 },
      ]),
    },
    {
      title: "a discount that wages outweigh",
      book: {
        ...book([
          { item: "IoTゲートウェイ", price: 98000 },
          { item: "値引き", amount: -99000 },
        ]),
        労務費: [
          ["氏名", "区分", "時給単価", "従事予定時間", "金額"],
          ["中島 由香", "パート", 1080, 10, 10800],
        ],
      },
    },
    { title: "nothing to pay", book: amount(0) },
    {
      title: "a discount after a machine",
      book: book([
        { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000 },
        { item: "出精値引き", middle: "機械装置等製作・購入費", amount: -80000 },
        { item: "上記の割引", middle: "機械装置等製作・購入費", amount: "▲20,000" },
      ]),
    },
  ],
});

test("the line is for review and counts 0; the others count", () => {
  for (const value of ["見積依頼中", { error: "#REF!" }, -5000]) {
    const report = checked(amount(value));
    expect(report.lines[0]?.eligibility).toBe("review");
    expect(counted(report)).toEqual({ センサー取付部材: 0, IoTゲートウェイ: 98000 });
    expect(report.totals?.eligible).toBe(98000);
  }
  expect(checked(amount("見積依頼中")).totals?.claimed).toBe(98000);
});

test("a discount is negative, in the category of the line it follows", () => {
  const report = checked(
    book([
      { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000 },
      { item: "出精値引き", amount: -80000 },
      { item: "受発注システム開発 請負", middle: "外注費", price: 500000 },
      { item: "特別割引", amount: -50000 },
    ]),
  );
  expect(report.totals?.eligible).toBe(1850000);
  expect(report.totals?.byMiddle).toMatchObject({ "機械装置等製作・購入費": 1400000, 外注費: 450000 });
  expect(report.lines.map(({ eligibility }) => eligibility)).toEqual(Array(4).fill("eligible"));
});

test.each([
  ["lines alone", {}, ["予算!G5"]],
  [
    "wages of a labour sheet",
    {
      労務費: [
        ["氏名", "時給単価", "従事予定時間", "金額"],
        ["佐藤 健一", 2000, 100, 200000],
      ],
    },
    [],
  ],
] as const)("a discount of more than everything claimed is told: %s", (_, labour, found) => {
  const report = checked(
    book(
      [
        { item: "電流センサー", price: 12400 },
        { item: "出精値引き", amount: -80000 },
      ],
      labour,
    ),
  );
  expect(cellsOf(report, "sheet/amount-unreadable")).toEqual(found);
});

test.each(["金額(税抜)", "金額(税込)"])("it is shown in the column of amounts under %s", (header) => {
  const report = checked(
    book(
      [
        { item: "電流センサー", amount: "見積依頼中" },
        { item: "配線材", price: 500 },
      ],
      {},
      { headers: { amount: header } },
    ),
  );
  expect(cellsOf(report, "sheet/amount-unreadable")).toEqual(["予算!G4"]);
});
