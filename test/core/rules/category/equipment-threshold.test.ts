import { check } from "../../../../src/core/check";
import { schemes } from "../../../../src/schemes";
import { book, cell, checked, findingsOf, workbookOf, type LineLiteral } from "../budget";
import { findingText } from "../../../../src/messages";
import { proveRule } from "../proof";

const MACHINERY = "機械装置等製作・購入費";
const terminal = (middle: string, price: number, more: Partial<LineLiteral> = {}) =>
  book([{ item: "ハンディターミナル", middle, price, quantity: 2, unit: "台", note: "単価×2", ...more }]);

proveRule("category/equipment-threshold", {
  severity: "error",
  clause: "5(1)①",
  finds: [
    {
      title: "machinery of 98,000 yen",
      book: terminal(MACHINERY, 98000),
      at: [cell("middle")],
      says: {
        unitPrice: 98000,
        limit: 200000,
        dear: MACHINERY,
        cheap: "消耗品費",
        stated: MACHINERY,
        middle: "消耗品費",
      },
    },
    { title: "machinery of 198,000 yen", book: terminal(MACHINERY, 198000, { quantity: 1 }), at: [cell("middle")] },
    { title: "one yen below", book: terminal(MACHINERY, 199999), at: [cell("middle")] },
    { title: "a consumable at the limit", book: terminal("消耗品費", 200000), at: [cell("middle")] },
    {
      title: "a price with tax that is below without",
      book: book(
        [{ item: "ハンディターミナル", middle: MACHINERY, price: 219999, unit: "台" }],
        {},
        {
          headers: { price: "単価(税込)", amount: "金額(税込)" },
        },
      ),
      at: [cell("middle")],
    },
    {
      title: "no unit price, so amount ÷ quantity",
      book: book([{ item: "ハンディターミナル", middle: MACHINERY, quantity: 4, unit: "台", amount: 400000 }]),
      at: [cell("middle")],
    },
  ],
  passes: [
    { title: "machinery under another item altogether, at the limit", book: terminal("外注費", 200000) },
    { title: "a consumable under another item altogether", book: terminal("外注費", 199999) },
    { title: "machinery at the limit", book: terminal(MACHINERY, 200000) },
    { title: "a consumable one yen below", book: terminal("消耗品費", 199999) },
    { title: "many cheap ones that are dear together", book: terminal("消耗品費", 98000, { quantity: 10 }) },
    {
      title: "a price with tax that reaches it without",
      book: book(
        [{ item: "ハンディターミナル", middle: MACHINERY, price: 220000, unit: "台" }],
        {},
        {
          headers: { price: "単価(税込)", amount: "金額(税込)" },
        },
      ),
    },
    {
      title: "an exempt applicant, by the price as stated",
      book: book(
        [{ item: "ハンディターミナル", middle: MACHINERY, price: 210000, unit: "台" }],
        {},
        {
          headers: { price: "単価(税込)", amount: "金額(税込)" },
        },
      ),
      settings: { tax: "inclusive" },
    },
    {
      title: "a package, dear or not, which is category/software's",
      book: book([{ item: "生産スケジューラ パッケージ版(買切り)", middle: MACHINERY, price: 150000 }]),
    },
    {
      title: "materials however dear",
      book: book([{ item: "鋼材 部品加工用材料", middle: "消耗品費", price: 250000 }]),
    },
  ],
  notApplicable: [
    {
      title: "a scheme without the limit",
      book: book([{ item: "ハンディターミナル", middle: "需用費", price: 98000 }]),
      settings: { scheme: "fais-kyoso-2024", frame: "practice" },
    },
  ],
});

test("the clause dictates the item, and the amount stays", () => {
  const report = checked(terminal(MACHINERY, 98000));
  const [finding] = findingsOf(report, "category/equipment-threshold");
  expect(finding?.fix).toEqual({ kind: "safe", sheet: "予算", cell: "B4", value: "消耗品費" });
  expect(report.totals?.byMiddle).toMatchObject({ 消耗品費: 196000, [MACHINERY]: 0 });
});

test("a price is told without the tax that the sheet shows it with, and said to be so", () => {
  const told = (header: string, price: number) => {
    const headers = { price: `単価${header}`, amount: `金額${header}` };
    const report = checked(
      book([{ item: "ハンディターミナル", middle: MACHINERY, price, unit: "台" }], {}, { headers }),
    );
    const [finding] = findingsOf(report, "category/equipment-threshold");
    return findingText(finding!, "ja").what;
  };
  expect(told("(税込)", 218_900)).toContain("は単価 199,000円（税抜） で、");
  expect(told("(税抜)", 199_000)).toContain("は単価 199,000円 で、");
});

test("an item that is said for several lines is changed for none of them alone, and what no one sees is not pointed at", () => {
  const machine = { item: "三次元測定機", middle: MACHINERY, price: 900_000, unit: "台" };
  const cheap = { ...machine, item: "ハンディターミナル", price: 98_000 };
  const told = (said: readonly (string | null)[], merged: readonly [number, number] | null) => {
    const lines = [machine, cheap, { ...machine, item: "ワイヤ放電加工機" }];
    const written = workbookOf(book(lines.map((line, at) => ({ ...line, middle: said[at] ?? null, major: null }))));
    const [sheet] = written.sheets;
    const merges = merged === null ? [] : [{ top: merged[0], left: 2, bottom: merged[1], right: 2 }];
    const report = check({ ...written, sheets: [{ ...sheet!, merges }] }, schemes, { frame: "transformation" });
    const [finding, ...more] = findingsOf(report, "category/equipment-threshold");
    expect(more).toEqual([]);
    return [finding?.cell, finding?.fix?.cell];
  };
  expect(told([MACHINERY, MACHINERY, MACHINERY], null)).toEqual([cell("middle", 1), cell("middle", 1)]);
  expect(told([MACHINERY, "〃", MACHINERY], null)).toEqual([cell("middle", 1), cell("middle", 1)]);
  expect(told([MACHINERY, MACHINERY, "〃"], null)).toEqual([cell("middle", 1), undefined]);
  expect(told([MACHINERY, null, null], null)).toEqual([cell("middle", 1), undefined]);
  expect(told([MACHINERY, MACHINERY, null], [5, 6])).toEqual([cell("middle", 1), undefined]);
  // Also where something was typed before the cells were merged.
  for (const under of [null, "消耗品費"])
    expect(told([MACHINERY, under, null], [4, 6])).toEqual([cell("item", 1), undefined]);
});
