import { book, cell, checked, cellsOf, findingsOf, type Grid, type LineLiteral, type Value } from "../budget";
import { proveRule } from "../proof";

const list = (...rows: Value[][]): { 見積書一覧: Grid } => ({
  見積書一覧: [["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"], ...rows],
});
const line = (item: string, price: number, note: string, more: Partial<LineLiteral> = {}): LineLiteral => ({
  item,
  middle: "消耗品費",
  price,
  note,
  vendor: "有限会社小倉電子部品",
  ...more,
});
const two = (first: number, second: number, more: Partial<LineLiteral> = {}) => [
  line("電流センサー", first, "項番5"),
  line("センサー取付金具", second, "項番5", more),
];

proveRule("evidence/duplicate", {
  severity: "error",
  clause: "6(3)",
  finds: [
    {
      title: "two lines that do not add up",
      book: book(two(248000, 30000), list([5, "有限会社小倉電子部品", "電流センサー", 248000, 272800])),
      at: [cell("note", 1)],
    },
    {
      title: "one yen too much",
      book: book(two(248000, 30001), list([5, "有限会社小倉電子部品", "電流センサー一式", 278000, 305800])),
      at: [cell("note", 1)],
    },
    {
      title: "two lines that name two estimates and are a yen more",
      book: book(
        two(248000, 30001).map((it) => ({ ...it, note: "項番5・6" })),
        list(
          [5, "有限会社小倉電子部品", "電流センサー", 200000, 220000],
          [6, "有限会社小倉電子部品", "取付金具", 78000, 85800],
        ),
      ),
      at: [cell("note", 1)],
    },
    {
      title: "three lines: the second and the third",
      book: book(
        [...two(100, 200), line("配線材", 300, "項番5")],
        list([5, "有限会社小倉電子部品", "電流センサー", 601, 661]),
      ),
      at: [cell("note", 1), cell("note", 2)],
    },
    {
      title: "two estimates of one number",
      book: book(
        [line("電流センサー", 248000, "項番5")],
        list(
          [5, "有限会社小倉電子部品", "電流センサー", 248000, 272800],
          [5, "九州部品株式会社", "配線材", 1000, 1100],
        ),
      ),
      at: ["見積書一覧!A3"],
    },
    {
      title: "no list, and two vendors",
      book: book(two(248000, 30000, { vendor: "九州部品株式会社" })),
      at: [cell("note", 1)],
    },
  ],
  passes: [
    {
      title: "two lines that are two estimates together, each naming both",
      book: book(
        two(248000, 30000).map((it) => ({ ...it, note: "項番5・6" })),
        list(
          [5, "有限会社小倉電子部品", "電流センサー", 200000, 220000],
          [6, "有限会社小倉電子部品", "取付金具", 78000, 85800],
        ),
      ),
    },
    {
      title: "one estimate for several lines",
      book: book(two(248000, 30000), list([5, "有限会社小倉電子部品", "電流センサー一式", 278000, 305800])),
    },
    {
      title: "the same, listed with tax only",
      book: book(two(248000, 30000), list([5, "有限会社小倉電子部品", "電流センサー一式", null, 305800])),
    },
    {
      title: "lines with tax",
      book: book(two(272800, 33000), list([5, "有限会社小倉電子部品", "電流センサー一式", 278000, 305800]), {
        headers: { price: "単価(税込)", amount: "金額(税込)" },
      }),
    },
    {
      title: "a discount belongs to the sum",
      book: book(
        [...two(248000, 30000), { item: "値引き", amount: -8000, note: "項番5" }],
        list([5, "有限会社小倉電子部品", "電流センサー一式", 270000, 297000]),
      ),
    },
    { title: "no list, and one vendor", book: book(two(248000, 30000)) },
    {
      title: "what cannot be read cannot be added up",
      book: book(
        [line("電流センサー", 248000, "項番5"), { ...line("取付金具", 0, "項番5"), price: null, amount: "見積依頼中" }],
        list([5, "有限会社小倉電子部品", "電流センサー", 278000, 305800]),
      ),
    },
  ],
  notApplicable: [{ title: "no numbers", book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400 }]) }],
});

test("it says with which line, what they add up to, and what the estimate is", () => {
  const dataOf = (...rows: Value[][]) =>
    findingsOf(checked(book(two(248000, 30000), list(...rows))), "evidence/duplicate").map(({ data }) => data);
  const vendor = "有限会社小倉電子部品";
  const lines = { no: "5", where: "lines", lines: 2, sum: 278000, first: 4 };
  expect(dataOf([5, vendor, "電流センサー", 248000, 272800])).toEqual([{ ...lines, estimate: 248000 }]);
  expect(dataOf([5, vendor, "電流センサー", null, 272800])).toEqual([{ ...lines, estimate: 272800 }]);
  expect(dataOf([5, vendor, "電流センサー", 278000, 305800], [5, vendor, "配線材", 1000, 1100])).toEqual([
    { no: "5", where: "estimates", lines: 0, sum: null, estimate: 1000 },
  ]);
});

test("lines that do not add up are no evidence/mismatch besides", () => {
  const report = checked(book(two(248000, 30000), list([5, "有限会社小倉電子部品", "電流センサー", 248000, 272800])));
  expect(cellsOf(report, "evidence/mismatch")).toEqual([]);
});
