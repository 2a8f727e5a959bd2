/** Options win over the workbook, the workbook over the defaults; and people state conditions in many words. */
import type { Settings } from "../../../src/core/judge/settings";
import { asStated, book, checked, type Value } from "../rules/budget";

const line = [{ item: "受発注システム調査 外注", middle: "外注費", price: 3000000 }];
const stating = (...pairs: [string, Value][]) => ({ 申請情報: pairs, ...book(line) });
const report = (pairs: [string, Value][], settings: Settings = {}) => asStated(stating(...pairs), settings);

test("defaults: the main scheme, an sme, tax left out", () => {
  expect(checked(book(line))).toMatchObject({ scheme: "fais-dx-2025", applicant: "sme", tax: "exclusive" });
});

test.each([
  ["市内中小事業者", "sme"],
  ["中小企業", "sme"],
  ["市内中小事業者以外", "non-sme"],
  ["中小事業者以外（大学等研究機関）", "non-sme"],
  ["大学", "non-sme"],
  ["公設試験研究機関", "non-sme"],
  ["小規模事業者", "sme"],
  ["大企業", "non-sme"],
])("申請者区分 %s is %s", (words, applicant) => {
  expect(
    report([
      ["申請枠", "計画策定枠"],
      ["申請者区分", words],
    ]).applicant,
  ).toBe(applicant);
});

test.each([
  ["税抜", "exclusive"],
  ["税抜き", "exclusive"],
  ["消費税を除く", "exclusive"],
  ["課税事業者（本則課税）", "exclusive"],
  ["税込", "inclusive"],
  ["免税事業者", "inclusive"],
  ["簡易課税事業者", "inclusive"],
  ["消費税を含めて申請", "inclusive"],
  ["含める", "inclusive"],
  ["含めない", "exclusive"],
])("消費税の取扱い %s is %s", (words, tax) => {
  expect(
    report([
      ["申請枠", "計画策定枠"],
      ["消費税の取扱い", words],
    ]).tax,
  ).toBe(tax);
});

/** However it is conjugated, beside its label as above a table. */
test.each([
  ["消費税は含んでおりません", "exclusive"],
  ["消費税を含めておりません", "exclusive"],
  ["消費税等は含まれていません", "exclusive"],
  ["消費税は入っておりません", "exclusive"],
  ["消費税（10%）は込んでいない", "exclusive"],
  ["消費税を含めずに計上", "exclusive"],
  ["消費税を含む", "inclusive"],
  ["消費税込みで記載", "inclusive"],
])("%s is %s as an answer and as a note", (words, tax) => {
  const answered = report([
    ["申請枠", "計画策定枠"],
    ["消費税の取扱い", words],
  ]);
  const noted = checked(book(line, {}, { notes: [`※金額に${words}。`] }));
  expect([answered.tax, noted.reading.taxNotes.map((note) => note.tax)]).toEqual([tax, [tax]]);
});

test.each([
  ["計画策定枠", "planning"],
  ["事業変革枠", "transformation"],
  ["②事業変革枠", "transformation"],
  ["DX推進補助金（計画策定枠）", "planning"],
])("申請枠 %s is %s", (words, frame) => expect(report([["申請枠", words]]).frame).toBe(frame));

test("the frame may stand in the sheet's title", () => {
  const titled = asStated(book(line, {}, { title: "予算経費見込書【様式2-2】事業変革枠" }));
  expect(titled.frame).toBe("transformation");
});

test("titles that name both frames name none", () => {
  const titled = asStated(book(line, {}, { title: "計画策定枠・事業変革枠 共通様式" }));
  expect(titled.frame).toBeNull();
});

test("options win, and the report says where each condition came from", () => {
  const pairs: [string, Value][] = [
    ["申請枠", "事業変革枠"],
    ["申請者区分", "大学"],
    ["消費税の取扱い", "税込"],
    ["補助金交付申請額", 1000000],
  ];
  const own = report(pairs);
  expect([own.frame, own.applicant, own.tax, own.subsidy?.requested]).toEqual([
    "transformation",
    "non-sme",
    "inclusive",
    1000000,
  ]);
  expect(own.origins["frame"]).toEqual({ from: "workbook", cell: { sheet: "申請情報", row: 1, column: 2 } });
  const told = report(pairs, { frame: "planning", applicant: "sme", tax: "exclusive", requested: 2000000 });
  expect([told.frame, told.applicant, told.tax, told.subsidy?.requested]).toEqual([
    "planning",
    "sme",
    "exclusive",
    2000000,
  ]);
  expect(told.origins["frame"]).toEqual({ from: "option", cell: null });
  expect(own.origins["employees"]).toEqual({ from: "default", cell: null });
});

test("the workbook may name another scheme", () => {
  const kyoso = asStated({
    申請情報: [
      ["助成金名", "地域DX共創活動助成金"],
      ["申請枠", "実践枠"],
    ],
    ...book([{ item: "講師謝金", middle: "報償費", price: 100000 }]),
  });
  expect([kyoso.scheme, kyoso.frame, kyoso.tax]).toEqual(["fais-kyoso-2024", "practice", "inclusive"]);
});

test("a scheme that pays tax pays it whatever else is said of it", () => {
  const kyoso = checked(book([{ item: "講師謝金", middle: "報償費", price: 110000 }]), {
    scheme: "fais-kyoso-2024",
    frame: "practice",
  });
  expect([kyoso.tax, kyoso.totals?.eligible]).toEqual(["inclusive", 110000]);
});

test("the scheme may stand in the sheet's title, and is then no assumption; behind a label it is another grant", () => {
  const titled = asStated(book(line, {}, { title: "小規模事業者持続化補助金 経費明細" }));
  expect(titled.scheme).toBe("jizokuka-2022");
  expect(titled.origins["scheme"]).toMatchObject({ from: "workbook", cell: { row: 1 } });
  const own = asStated(book(line, {}, { title: "令和7年度 DX推進補助金 予算経費見込書" }));
  expect(own.origins["scheme"]).toMatchObject({ from: "workbook" });
  const other = report([["ほかに申請した補助金", "小規模事業者持続化補助金"]]);
  expect([other.scheme, other.origins["scheme"]?.from]).toEqual(["fais-dx-2025", "default"]);
});

test("a grant applied for beside this one chooses no scheme, whatever title names it", () => {
  const beside = (title: string) => ({ ...book(line), 別補助金: [[title], ["区分", "金額"]] as Value[][] });
  const other = "小規模事業者持続化補助金（別に申請済み）の経費";
  expect(checked(beside(other)).scheme).toBe("fais-dx-2025");
  // The frame that is asked for is one of the usual grant's.
  expect(checked(beside("小規模事業者持続化補助金の経費"), { frame: "planning" }).scheme).toBe("fais-dx-2025");
});
