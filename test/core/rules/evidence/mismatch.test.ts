import { book, cell, checked, findingsOf, type Grid, type Layout, type LineLiteral, type Value } from "../budget";
import { proveRule } from "../proof";

const estimate = (
  exclusive: Value,
  inclusive: Value,
  issuer = "北九州システム開発株式会社",
  item = "受発注Webシステム開発",
): { 見積書一覧: Grid } => ({
  見積書一覧: [
    ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
    [14, issuer, item, exclusive, inclusive],
  ],
});
const of = (price: number, list: { 見積書一覧: Grid }, more: Partial<LineLiteral> = {}, layout: Layout = {}) =>
  book(
    [
      {
        item: "受発注Webシステム開発",
        middle: "外注費",
        price,
        note: "項番14",
        vendor: "北九州システム開発株式会社",
        ...more,
      },
    ],
    list,
    layout,
  );
/** The estimate 14 and further ones of 300,000 yen each. */
const several = (...numbers: number[]): { 見積書一覧: Grid } => ({
  見積書一覧: [
    ...estimate(1180000, 1298000).見積書一覧,
    ...numbers.map((no): Value[] => [no, "北九州システム開発株式会社", "追加開発", 300000, 330000]),
  ],
});
const INCLUSIVE: Layout = { headers: { price: "単価(税込)", amount: "金額(税込)" } };

proveRule("evidence/mismatch", {
  severity: "error",
  clause: "6(3)③",
  finds: [
    { title: "another amount", book: of(1250000, estimate(1180000, 1298000)), at: [cell("amount")] },
    {
      title: "one yen more than two estimates",
      book: of(1480001, several(15), { note: "項番14・15" }),
      at: [cell("amount")],
    },
    {
      title: "the sum of two estimates, where the remarks name one and a calculation",
      book: of(1480000, several(15), { note: "項番14、15台×2,000円" }),
      at: [cell("amount")],
    },
    { title: "one yen more", book: of(1180001, estimate(1180000, 1298000)), at: [cell("amount")] },
    { title: "one yen less", book: of(1179999, estimate(1180000, 1298000)), at: [cell("amount")] },
    {
      title: "another amount, both with tax",
      book: of(1300000, estimate(1180000, 1298000), {}, INCLUSIVE),
      at: [cell("amount")],
    },
    {
      title: "another vendor",
      book: of(1180000, estimate(1180000, 1298000, "株式会社博多データラボ")),
      at: [cell("vendor")],
    },
    ...["社内便サービス株式会社", "自社株評価センター株式会社"].map((vendor) => ({
      title: `another vendor, ${vendor}`,
      book: of(1180000, estimate(1180000, 1298000), { vendor }),
      at: [cell("vendor")],
    })),
    {
      title: "a vendor whose name only begins alike",
      book: of(1180000, estimate(1180000, 1298000, "北九州システム開発産業株式会社")),
      at: [cell("vendor")],
    },
    {
      title: "another item altogether",
      book: of(1180000, estimate(1180000, 1298000, "北九州システム開発株式会社", "複合機 リース")),
      at: [cell("item")],
      severity: "warning",
    },
  ],
  passes: [
    {
      title: "a part that is called otherwise than the whole",
      book: book(
        [
          { item: "受発注Webシステム開発", middle: "外注費", price: 1000000, note: "項番14" },
          { item: "複合機 リース", middle: "外注費", price: 180000, note: "項番14" },
        ],
        estimate(1180000, 1298000),
      ),
    },
    { title: "the same", book: of(1180000, estimate(1180000, 1298000)) },
    {
      title: "the same company, with another way to write its form and a branch",
      book: of(1180000, estimate(1180000, 1298000, "北九州システム開発(株) 小倉支店")),
    },
    ...["項番14・15", "項番14,15 合算", "項番14及び項番15", "項番14～15"].map((note) => ({
      title: `the sum of two estimates, ${note}`,
      book: of(1480000, several(15), { note }),
    })),
    { title: "the sum of three estimates, 項番14～16", book: of(1780000, several(15, 16), { note: "項番14～16" }) },
    ...[1400000, 1480000].map((listed) => ({
      title: `a discount without a number, the estimate drawn up at ${String(listed)}`,
      book: book(
        [
          { item: "協働ロボット", middle: "機械装置等製作・購入費", price: 1480000, note: "項番14" },
          { item: "出精値引き", amount: -80000 },
        ],
        estimate(listed, listed * 1.1, "九州ロボテック株式会社", "協働ロボット"),
      ),
    })),
    {
      title: "an amount that cannot be read",
      book: of(1180000, estimate(1180000, 1298000), { price: null, amount: "見積依頼中" }),
    },
    { title: "both with tax", book: of(1298000, estimate(1180000, 1298000), {}, INCLUSIVE) },
    { title: "an estimate with tax only, tax taken out of the line", book: of(1180000, estimate(null, 1298000)) },
    { title: "an estimate with tax only that does not divide", book: of(80727, estimate(null, 88800)) },
    { title: "(株) for 株式会社", book: of(1180000, estimate(1180000, 1298000, "北九州システム開発（株）")) },
    { title: "㈱ and a branch", book: of(1180000, estimate(1180000, 1298000, "北九州システム開発㈱ 小倉支店")) },
    { title: "with 御中", book: of(1180000, estimate(1180000, 1298000, "北九州システム開発株式会社 御中")) },
    {
      title: "another item in other words",
      book: of(1180000, estimate(1180000, 1298000, "北九州システム開発株式会社", "受発注システム構築 一式")),
    },
    ...["自社", "社内", "社内規程による", "旅費規定"].map((vendor) => ({
      title: `no vendor, ${vendor}`,
      book: of(1180000, estimate(1180000, 1298000), { vendor }),
    })),
    { title: "a vendor unknown", book: of(1180000, estimate(1180000, 1298000), { vendor: null }) },
    {
      title: "an estimate of no line",
      book: of(1180000, {
        見積書一覧: [
          ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
          [15, "甲", "乙", 1, 1],
        ],
      }),
    },
  ],
  notApplicable: [
    { title: "no list", book: book([{ item: "電流センサー", middle: "消耗品費", price: 12400, note: "項番1" }]) },
  ],
});

test("it says what the estimate is, in the line's own terms, and by how much the line is more", () => {
  const dataOf = (it: ReturnType<typeof of>) => findingsOf(checked(it), "evidence/mismatch")[0]?.data;
  expect(dataOf(of(1250000, estimate(1180000, 1298000)))).toMatchObject({ estimate: 1180000, difference: 70000 });
  const withTax = (exclusive: Value, inclusive: Value) => of(1250000, estimate(exclusive, inclusive), {}, INCLUSIVE);
  expect(dataOf(withTax(1180000, 1298000))).toMatchObject({ estimate: 1298000, difference: -48000 });
  expect(dataOf(withTax(1180000, null))).toMatchObject({ estimate: 1180000 });
});

test("several estimates add up by whichever figure all of them have", () => {
  const list = (...figures: readonly (readonly [Value, Value])[]): { 見積書一覧: Grid } => ({
    見積書一覧: [
      ["項番", "発行者", "品名", "金額(税抜)", "金額(税込)"],
      ...figures.map((both, at): Value[] => [14 + at, "北九州システム開発株式会社", "受発注Webシステム開発", ...both]),
    ],
  });
  const found = (...figures: readonly (readonly [Value, Value])[]) =>
    findingsOf(checked(of(1480000, list(...figures), { note: "項番14・15" })), "evidence/mismatch").length;
  expect(found([1180000, null], [300000, null])).toBe(0);
  expect(found([null, 1298000], [null, 330000])).toBe(0);
  expect(found([1180000, null], [300001, null])).toBe(1);
});

test("the estimate's figure can be typed in, but not in thousands, nor where it is one of several", () => {
  const fixOf = (it: ReturnType<typeof of>) => findingsOf(checked(it), "evidence/mismatch")[0]?.fix;
  const fix = { kind: "review", sheet: "予算", cell: "G4" };
  expect(fixOf(of(1250000, estimate(1180000, 1298000)))).toEqual({ ...fix, value: 1180000 });
  const inThousands: Layout = { headers: { price: "単価(千円)", amount: "金額(千円)" } };
  expect(fixOf(of(1250, estimate(1180000, 1298000), {}, inThousands))).toBeNull();
  expect(fixOf(of(1480001, several(15), { note: "項番14・15" }))).toBeNull();
});
