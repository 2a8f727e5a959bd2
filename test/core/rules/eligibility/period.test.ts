import { book, cell, checked, day, type LineLiteral } from "../budget";
import { counted, proveRule } from "../proof";

const of = (dates: Partial<LineLiteral>, what: Partial<LineLiteral> = {}) =>
  book([{ item: "受発注システム開発 請負", middle: "外注費", price: 220000, ...what, ...dates }]);
const rental = {
  item: "産業用タブレット レンタル料",
  middle: "諸経費",
  price: 18500,
  unit: "か月",
  quantity: 6,
  note: "18,500円×6",
};

proveRule("eligibility/period", {
  severity: "error",
  clause: "5(2)",
  finds: [
    {
      title: "ordered the day before",
      book: of({ ordered: day("2025-04-13") }),
      at: [cell("ordered")],
      says: { field: "orderDate", day: "2025-04-13", from: "2025-04-14", to: "2026-01-31", early: true },
    },
    {
      title: "ordered the day after",
      book: of({ ordered: day("2026-02-01") }),
      at: [cell("ordered")],
      says: { field: "orderDate", day: "2026-02-01", to: "2026-01-31", early: false },
    },
    { title: "delivered the day after", book: of({ delivered: day("2026-02-01") }), at: [cell("delivered")] },
    { title: "paid the day after", book: of({ paid: day("2026-02-01") }), at: [cell("paid")] },
    { title: "outsourcing paid in February", book: of({ paid: day("2026-02-20") }), at: [cell("paid")] },
    { title: "a rental paid too late even so", book: of({ paid: day("2026-03-01") }, rental), at: [cell("paid")] },
    { title: "a rental ordered in February", book: of({ ordered: day("2026-02-10") }, rental), at: [cell("ordered")] },
    {
      title: "two dates of one line",
      book: of({ ordered: day("2025-04-01"), paid: day("2026-02-28") }),
      at: [cell("ordered"), cell("paid")],
    },
    { title: "a month all of which is too late", book: of({ paid: "2026年2月末" }), at: [cell("paid")] },
    { title: "a month all of which is too early", book: of({ ordered: "R7.3" }), at: [cell("ordered")] },
    { title: "a date in an era", book: of({ ordered: "R7.4.13" }), at: [cell("ordered")] },
    { title: "a date in full", book: of({ paid: "令和8年2月1日" }), at: [cell("paid")] },
  ],
  passes: [
    { title: "days to come", book: of({ ordered: "未定", delivered: "見積依頼中", paid: "-" }) },
    { title: "ordered on the first day", book: of({ ordered: day("2025-04-14") }) },
    { title: "paid on the last day", book: of({ paid: day("2026-01-31") }) },
    { title: "a month that is partly inside", book: of({ ordered: "2025年4月" }) },
    { title: "the last month", book: of({ paid: "令和8年1月下旬予定" }) },
    { title: "a rental paid in February", book: of({ paid: day("2026-02-20") }, rental) },
    { title: "a rental paid on the last day of the month after", book: of({ paid: day("2026-02-28") }, rental) },
    {
      title: "a cloud fee paid in February",
      book: of(
        { paid: day("2026-02-20") },
        { item: "在庫管理クラウドサービス 月額利用料", middle: "諸経費", price: 12000 },
      ),
    },
    {
      title: "wages paid in February",
      book: of({ paid: day("2026-02-20") }, { item: "従業員 人件費", middle: "従業員費", price: 300000 }),
    },
    { title: "the first day in an era", book: of({ ordered: "R7.4.14" }) },
  ],
  notApplicable: [
    {
      title: "a scheme whose document states no period",
      book: of({ ordered: day("2020-01-01") }),
      settings: { scheme: "monodukuri-10", frame: "regular", employees: 5 },
    },
  ],
});

test("the line counts 0", () => {
  const report = checked(of({ ordered: day("2025-04-13") }));
  expect(counted(report)).toEqual({ "受発注システム開発 請負": 0 });
});
