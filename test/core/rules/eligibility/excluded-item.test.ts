import { book, cell, checked, SHEET } from "../budget";
import { counted, proveRule } from "../proof";

const line = (item: string, middle: string, more = {}) => book([{ item, middle, price: 12000, ...more }]);
const found = (title: string, clause: string, it: ReturnType<typeof line>) => ({
  title,
  clause,
  book: it,
  at: [cell("item")],
});

proveRule("eligibility/excluded-item", {
  severity: "error",
  clause: "5(1)⑦ア",
  finds: [
    found("stationery", "5(1)⑦ア", line("コピー用紙・ボールペン等文具", "消耗品費")),
    found("ink", "5(1)⑦ア", line("プリンター用インクカートリッジ", "消耗品費")),
    found("toner", "5(1)⑦ア", line("複合機トナー", "消耗品費")),
    found("a dictionary", "5(1)⑦イ", line("英和辞典", "諸経費")),
    found("a primer", "5(1)⑦イ", line("Python入門書", "諸経費")),
    found("food", "5(1)⑦ウ", line("打合せ用 弁当・お茶菓子代", "諸経費")),
    found("entertainment", "5(1)⑦ウ", line("取引先接待費", "諸経費")),
    found("university staff", "5(1)⑦エ", line("大学教授 人件費", "従業員費")),
    found("an existing contract", "5(1)⑦カ", line("既存契約中の会計クラウド 更新料", "諸経費")),
    found("an annual fee", "5(1)⑦キ", line("日本ロボット学会 年会費", "諸経費")),
    found("a reception", "5(1)⑦キ", line("学会 懇親会費", "諸経費")),
    found("basic research", "5(1)⑦ク", line("新素材に関する基礎研究の委託", "外注費")),
    found("a transfer fee", "5(1)⑦ケ", line("振込手数料", "諸経費")),
    found("a cash-on-delivery fee", "5(1)⑦ケ", line("代引手数料", "諸経費")),
    found("giveaways", "5(1)⑦コ", line("キャンペーン景品 クオカード", "諸経費")),
  ],
  passes: [
    ...(
      [
        ["講師謝金", "諸経費"],
        ["会議室賃借料", "諸経費"],
        ["交通費", "旅費"],
        ["宿泊費", "旅費"],
        ["印刷代", "諸経費"],
        ["アルバイト賃金", "補助員費"],
        ["設計費", "外注費"],
      ] as const
    ).map(([item, middle]) => ({ title: `a bare ${item}, of which nothing bad is said`, book: line(item, middle) })),
    { title: "a fair", book: line("展示会出展小間料", "諸経費") },
    { title: "a catalogue", book: line("製品カタログ作成 印刷", "諸経費") },
    { title: "a specialist's book", book: line("画像処理 専門書籍", "諸経費") },
    { title: "a meeting room", book: line("会議室使用料 有識者会議", "諸経費") },
    { title: "a conference fee", book: line("日本ロボット学会 学術講演会 参加費", "諸経費") },
    { title: "a new cloud service", book: line("在庫管理クラウドサービス 月額利用料(新規契約)", "諸経費") },
    { title: "applied development", book: line("受発注システム開発 請負", "外注費") },
    { title: "a student at an hourly wage", book: line("学生アルバイト データ入力", "補助員費") },
    {
      title: "being taught by a company limited by shares",
      book: line("操作研修受講料", "諸経費", { vendor: "株式会社洞海オプト" }),
    },
    { title: "a food factory's machine", book: line("食品検査装置", "機械装置等製作・購入費", { price: 800000 }) },
  ],
});

test("the line counts 0, and counts again once waived", () => {
  const it = book([
    { item: "コピー用紙・ボールペン等文具", middle: "消耗品費", price: 16000 },
    { item: "電流センサー", middle: "消耗品費", price: 12400 },
  ]);
  const report = checked(it);
  expect(counted(report)).toEqual({ "コピー用紙・ボールペン等文具": 0, 電流センサー: 12400 });
  expect(report.lines[0]?.eligibility).toBe("ineligible");
  expect(report.totals).toMatchObject({ claimed: 28400, eligible: 12400, allowed: 12400 });
  const waiver = {
    rule: "eligibility/excluded-item",
    sheet: SHEET,
    cell: "C4",
    reason: "協議済み",
    by: "経理",
    date: "2025-05-20",
  };
  const waived = checked(it, {}, { waivers: [waiver] });
  expect(waived.totals?.eligible).toBe(28400);
  expect(waived.lines[0]?.eligibility).toBe("eligible");
  const elsewhere = checked(it, {}, { waivers: [{ ...waiver, cell: "C5" }] });
  expect(elsewhere.totals?.eligible).toBe(12400);
});

test("labour of university staff counts 0, students do not", () => {
  const report = checked({
    ...book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]),
    労務費: [
      ["氏名", "役職", "区分", "時給単価", "従事予定時間", "金額"],
      ["山本 進", "大学 准教授", "従業員", 4000, 10, 40000],
      ["林 葵", "学生アルバイト", "補助員", 1100, 10, 11000],
    ],
  });
  expect(report.labour.map(({ person, eligibleAmount }) => [person, eligibleAmount])).toEqual([
    ["山本 進", 0],
    ["林 葵", 11000],
  ]);
});
