/** Estimates held against lines: every state and reason, its neighbour where it does not hold, and which paper backs which line. */
import { unreadDocument, type DocumentRead } from "../../../src/core/documents/document";
import type { LineMatch, MatchLine } from "../../../src/core/documents/match/matching";
import { estimate, item, line, matched } from "./matching/papers";

const only = (...given: Parameters<typeof matched>): LineMatch => matched(...given).matches[0] as LineMatch;
const said = ({ state, reason, difference }: LineMatch) => [state, reason, difference];

const SENSOR = item("温度センサー TS-100", 4, 25_000);
const OWN = line(1, "温度センサー TS-100", 4, 25_000);
const PAPER = estimate("1", [SENSOR]);

describe("a line and the estimate of its number", () => {
  it("agree", () => {
    const match = only([OWN], [PAPER]);
    expect(said(match)).toEqual(["一致", null, 0]);
    expect(match.documents).toEqual([{ file: "1.pdf", page: 1, row: null, item: null, role: "backs" }]);
  });

  const cases: readonly (readonly [what: string, MatchLine, DocumentRead, wanted: readonly unknown[]])[] = [
    ["the amount differs", line(1, "温度センサー TS-100", 4, 26_000), PAPER, ["不一致", "amount", 4_000]],
    ["by one yen", { ...OWN, amount: 100_001 }, PAPER, ["不一致", "amount", 1]],
    ["fewer are claimed", line(1, "温度センサー TS-100", 3, 25_000), PAPER, ["要確認", "quantity", -25_000]],
    ["more are claimed", line(1, "温度センサー TS-100", 5, 25_000), PAPER, ["不一致", "amount", 25_000]],
    ["the tax is in it", { ...OWN, amount: 110_000, unitPrice: 27_500 }, PAPER, ["不一致", "tax-treatment", 10_000]],
    ["the vendor is another", { ...OWN, vendor: "別会社株式会社" }, PAPER, ["不一致", "vendor", 0]],
    ["the vendor is written otherwise", { ...OWN, vendor: "㈱見積屋" }, PAPER, ["一致", null, 0]],
    ["no vendor is named", { ...OWN, vendor: null }, PAPER, ["一致", null, 0]],
    ["it is addressed to another", OWN, { ...PAPER, addressee: "株式会社隣" }, ["要確認", "addressee", 0]],
    ["it is addressed to nobody", OWN, { ...PAPER, addressee: null }, ["一致", null, 0]],
    ["it is of the day before the call", OWN, { ...PAPER, date: "2025-04-13" }, ["要確認", "before-call", 0]],
    ["it is of the first day", OWN, { ...PAPER, date: "2025-04-14" }, ["一致", null, 0]],
    ["it is valid until the day before", OWN, { ...PAPER, validUntil: "2025-05-31" }, ["要確認", "expired", 0]],
    ["it is valid on that day", OWN, { ...PAPER, validUntil: "2025-06-01" }, ["一致", null, 0]],
    ["no order date is known", { ...OWN, orderDate: null }, { ...PAPER, validUntil: "2025-05-02" }, ["一致", null, 0]],
    ["the texts share nothing", line(1, "画像検査装置", 4, 25_000), PAPER, ["要確認", "item-name", 0]],
    ["it is an invoice", OWN, { ...PAPER, kind: "invoice" }, ["見積なし", "not-an-estimate", null]],
    ["it is a scan", OWN, unreadDocument("1.pdf", "no-text", "1"), ["要確認", "scanned", null]],
    ["it cannot be opened", OWN, unreadDocument("1.pdf", "encrypted", "1"), ["要確認", "unreadable", null]],
    ["it is not in yen", OWN, foreign(PAPER), ["要確認", "foreign-currency", null]],
    [
      "nothing bears its number",
      { ...OWN, numbers: ["9"] },
      estimate("2", [item("机", 1, 3)]),
      ["見積なし", "no-document", null],
    ],
    ["it needs none", { ...OWN, needsNone: true, numbers: [] }, PAPER, ["不要", null, null]],
  ];
  it.each(cases)("where %s", (_, own, paper, wanted) => expect(said(only([own], [paper]))).toEqual(wanted));

  it("where the line leaves out the discount", () => {
    const paper = estimate("1", [SENSOR, item("値引き", 1, -10_000)]);
    expect(said(only([OWN], [paper]))).toEqual(["不一致", "discount", 10_000]);
    expect(said(only([{ ...OWN, amount: 90_000, unitPrice: null }], [paper]))).toEqual(["一致", null, 0]);
  });

  it("where it rests on an optional item", () => {
    const paper = estimate("1", [item("本体", 1, 500_000), { ...SENSOR, optional: true }]);
    const match = only([OWN], [paper]);
    expect(said(match)).toEqual(["要確認", "optional-item", 0]);
    expect(match.documents.map((held) => held.item)).toEqual([2]);
  });

  it("with tax where the applicant counts it", () => {
    const own = { ...OWN, amount: 110_000, unitPrice: 27_500 };
    expect(said(only([own], [PAPER], { tax: "inclusive" }))).toEqual(["一致", null, 0]);
    expect(said(only([OWN], [PAPER], { tax: "inclusive" }))).toEqual(["不一致", "tax-treatment", -10_000]);
  });

  it("that states amounts with tax only, by what is left without it", () => {
    const gross = { ...SENSOR, unitPrice: 27_500, amount: 110_000 };
    const paper = { ...estimate("1", [gross]), taxIncluded: true, net: null, tax: null, gross: 110_000, taxByRate: [] };
    expect(said(only([OWN], [paper]))).toEqual(["一致", null, 0]);
  });

  it("name every reason, the first in the order of the list", () => {
    const paper = { ...PAPER, addressee: "株式会社隣", date: "2025-04-01", validUntil: "2025-05-31" };
    const { reason, also } = only([{ ...OWN, vendor: "別会社株式会社" }], [paper]);
    expect([reason, ...also]).toEqual(["vendor", "addressee", "before-call", "expired"]);
  });
});

function foreign(paper: DocumentRead): DocumentRead {
  const items = paper.items.map((each) => ({ ...each, unitPrice: null, amount: null }));
  return { ...paper, currency: "USD", problem: "foreign-currency", items, net: null, tax: null, gross: null };
}

describe("several lines and papers", () => {
  it("of one number share a paper that is their sum", () => {
    const [body, work] = [item("画像検査装置 本体", 1, 900_000), item("据付調整費", 1, 100_000)];
    const lines = [line(1, "画像検査装置 本体", 1, 900_000), line(2, "据付調整費", 1, 100_000, { numbers: ["1"] })];
    const { matches, unmatched } = matched(lines, [estimate("1", [body, work])]);
    expect(matches.map(said)).toEqual([
      ["一致", null, 0],
      ["一致", null, 0],
    ]);
    expect(matches.map(({ documents }) => documents.map((held) => held.item))).toEqual([[1], [2]]);
    expect(unmatched).toEqual([]);
  });

  it("leave an item that no line takes as unmatched, and a paper that none rests on", () => {
    const [body, cover] = [item("画像検査装置", 1, 900_000), item("防塵カバー", 2, 30_000)];
    const other = estimate("7", [item("書庫", 1, 40_000)]);
    const { matches, unmatched } = matched(
      [line(1, "画像検査装置", 1, 900_000)],
      [estimate("1", [body, cover]), other],
    );
    expect(matches[0]?.documents).toEqual([{ file: "1.pdf", page: 1, row: null, item: 1, role: "backs" }]);
    expect(unmatched).toEqual([
      { file: "1.pdf", page: 1, row: null, item: 2 },
      { file: "7.pdf", page: 1, row: null, item: null },
    ]);
  });

  it("find each other without numbers, by vendor, amount and text", () => {
    const lines = [
      line(1, "温度センサー TS-100", 4, 25_000, { numbers: [] }),
      line(2, "防塵カバー", 2, 30_000, { numbers: [] }),
    ];
    const papers = [
      estimate(null, [item("防塵カバー", 2, 30_000)], { file: "b.pdf" }),
      { ...PAPER, file: "a.pdf", evidenceNo: null },
    ];
    const { matches } = matched(lines, papers);
    expect(matches.map(({ state, documents }) => [state, documents[0]?.file])).toEqual([
      ["一致", "a.pdf"],
      ["一致", "b.pdf"],
    ]);
  });

  it("are not guessed where several papers fit equally", () => {
    const papers = ["甲社", "乙社"].map((issuer, at) => ({
      ...{ ...PAPER, evidenceNo: null, number: `Q-${String(at)}` },
      ...{ file: `${issuer}.pdf`, issuer: `株式会社${issuer}` },
    }));
    const match = only([{ ...OWN, numbers: [], vendor: null }], papers);
    expect([match.state, match.reason]).toEqual(["要確認", "several-candidates"]);
  });

  it("take the same paper again for a copy", () => {
    const { matches, unmatched } = matched([OWN], [PAPER, { ...PAPER, file: "1_写し.pdf" }]);
    expect(matches[0]?.state).toBe("一致");
    expect(matches[0]?.documents.map(({ file, role }) => [file, role])).toEqual([
      ["1.pdf", "backs"],
      ["1_写し.pdf", "duplicate"],
    ]);
    expect(unmatched).toEqual([]);
  });

  it("hold a comparative estimate beside the one that backs the line, and see whether it offers the same", () => {
    const dearer = (quantity: number): DocumentRead => ({
      ...estimate("1", [item("温度センサー TS-100", quantity, 28_000)]),
      ...{ file: "1_相見積.pdf", number: "Z-9", issuer: "株式会社よそ", comparative: true },
    });
    const same = only([OWN], [PAPER, dearer(4)]);
    expect(said(same)).toEqual(["一致", null, 0]);
    expect(same.documents.map(({ role }) => role)).toEqual(["backs", "comparative"]);
    expect(said(only([OWN], [PAPER, dearer(2)]))).toEqual(["要確認", "comparative-differs", 0]);
  });

  it("let no paper back two lines of other numbers", () => {
    const twice = [OWN, line(2, "温度センサー TS-100", 4, 25_000, { numbers: ["2"] })];
    expect(matched(twice, [PAPER]).matches.map(({ state }) => state)).toEqual(["一致", "見積なし"]);
  });
});
