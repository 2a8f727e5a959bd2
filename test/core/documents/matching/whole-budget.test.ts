/** Estimates held against a whole budget: what of its lines is compared, who applies, and what the rules say of it. */
import { check } from "../../../../src/core/check";
import type { DocumentRead } from "../../../../src/core/documents/document";
import type { Settings } from "../../../../src/core/judge/settings";
import type { Report } from "../../../../src/core/report/report";
import { schemes } from "../../../../src/schemes";
import {
  book,
  cellsOf,
  day,
  DEFAULT,
  FIRST,
  workbookOf,
  type Book,
  type Layout,
  type LineLiteral,
  type Value,
} from "../../rules/budget";
import { estimate, item, told } from "./papers";

const held = (it: Book, papers: readonly DocumentRead[], settings: Settings = {}): Report =>
  check(workbookOf(it), schemes, { ...DEFAULT, ...settings }, undefined, papers);
const became = (it: Book, papers: readonly DocumentRead[]) => (held(it, papers).estimates?.matches ?? []).map(told);

const SENSOR: LineLiteral = {
  ...{ item: "温度センサー TS-100", middle: "消耗品費", price: 25_000, quantity: 4, note: "項番1" },
  vendor: "株式会社見積屋",
};
const COVER: LineLiteral = { ...SENSOR, item: "防塵カバー", price: 30_000, quantity: 2, note: "項番2" };
const PAPER = estimate("1", [item("温度センサー TS-100", 4, 25_000)], { date: "2025-06-01", validUntil: null });
const PAPERS = [PAPER, estimate("2", [item("防塵カバー", 2, 30_000)], { date: "2025-06-01", validUntil: null })];

describe("a line of the sheet", () => {
  const of = (more: Partial<LineLiteral>, papers: readonly DocumentRead[] = [PAPER], layout: Layout = {}) =>
    became(book([{ ...SENSOR, ...more }], {}, layout), papers)[0];

  test("is compared by its number, vendor, yen and words", () => {
    expect(of({})).toBe("一致 0: 1.pdf");
    expect(of({ price: 26_000 })).toBe("不一致 amount 4000: 1.pdf");
    expect(of({ quantity: 3 })).toBe("要確認 quantity -25000: 1.pdf");
    expect(of({ quantity: 3, price: 24_000 })).toBe("不一致 amount -28000: 1.pdf");
    expect(of({ price: null, quantity: null, amount: 75_000 })).toBe("不一致 amount -25000: 1.pdf");
    expect(of({ vendor: "よそ商事" })).toBe("不一致 vendor 0: 1.pdf");
    expect(of({ note: "項番3" })).toBe("一致 0: 1.pdf");
    expect(of({ note: "項番3", vendor: "よそ商事", item: "樹脂板" })).toBe("見積なし no-document");
    expect(of({ item: "樹脂板" })).toBe("要確認 item-name 0: 1.pdf");
  });

  test("by its specification too", () => {
    const layout = { headers: { address: "規格" } };
    expect(of({ item: "樹脂板" }, [PAPER], layout)).toBe("要確認 item-name 0: 1.pdf");
    expect(of({ item: "樹脂板", address: "温度センサー用" }, [PAPER], layout)).toBe("一致 0: 1.pdf");
  });

  test("by the day of its order, and the first day of the period", () => {
    const until = (validUntil: string) => of({ ordered: day("2025-06-10") }, [{ ...PAPER, validUntil }]);
    expect(until("2025-06-09")).toBe("要確認 expired 0: 1.pdf");
    expect(until("2025-06-10")).toBe("一致 0: 1.pdf");
    expect(of({}, [{ ...PAPER, validUntil: "2025-06-02" }])).toBe("一致 0: 1.pdf");
    expect(of({}, [{ ...PAPER, date: "2024-12-31" }])).toBe("要確認 before-call 0: 1.pdf");
  });

  test("by all the numbers that its remark names", () => {
    const both = { price: null, quantity: null, amount: 160_000, item: "温度センサー、防塵カバー" };
    expect(of({ ...both, note: "項番1・2" }, PAPERS)).toBe("一致 0: 1.pdf, 2.pdf");
    expect(of({ ...both, note: "項番1" }, PAPERS)).toBe("不一致 amount 60000: 1.pdf");
  });

  test("in the applicant's treatment of tax", () => {
    const within = book([{ ...SENSOR, price: 27_500 }], {}, { headers: { price: "単価(税込)", amount: "金額(税込)" } });
    const outcome = held(within, [PAPER], { tax: "inclusive" }).estimates?.matches.map(told);
    expect(outcome).toEqual(["一致 0: 1.pdf"]);
    expect(became(within, [PAPER])).toEqual(["不一致 tax-treatment 10000: 1.pdf"]);
  });

  test("a discount without a number is that of the line above it", () => {
    const off: LineLiteral = { item: "値引き", amount: -10_000, middle: "消耗品費" };
    const papers = [estimate("1", [...PAPER.items, item("値引き", 1, -10_000)], { validUntil: null }), PAPERS[1]!];
    expect(became(book([SENSOR, off, COVER]), papers)).toEqual(["一致 0: 1.pdf", "一致 0: 1.pdf", "一致 0: 2.pdf"]);
    expect(became(book([SENSOR, COVER, off]), papers)[2]).not.toMatch(/^一致 0: 1\.pdf/);
    const numbered = { ...off, note: "項番1" };
    expect(became(book([SENSOR, COVER, numbered]), papers)).toEqual([
      ...["一致 0: 1.pdf", "一致 0: 2.pdf", "一致 0: 1.pdf"],
    ]);
    expect(became(book([SENSOR, off, { ...off, amount: -5_000 }]), papers)[2]).not.toContain("no-document");
  });
});

describe("lines that need no estimate", () => {
  const of = (more: LineLiteral) => became(book([more]), [PAPER])[0];
  const TRIP: LineLiteral = { item: "展示会 東京出張旅費", middle: "旅費", price: 30_000 };

  test("wages, and travel by the company's own rules", () => {
    expect(of({ item: "設計担当者 人件費", middle: "従業員費", price: 3_000, quantity: 10 })).toBe("不要");
    expect(of(TRIP)).toBe("不要");
    expect(of({ ...TRIP, vendor: "株式会社旅行社" })).toBe("見積なし no-document");
    for (const note of ["社内旅費規程による", "自社規定", "実費"])
      expect(of({ ...TRIP, vendor: "株式会社旅行社", note })).toBe("不要");
    expect(of({ ...TRIP, vendor: "自社 規定" })).toBe("不要");
    expect(of({ ...SENSOR, note: "社内規程による", vendor: null })).not.toBe("不要");
  });

  test("and the rules ask for none", () => {
    const missing = (more: LineLiteral) => cellsOf(held(book([SENSOR, more]), [PAPER]), "evidence/missing");
    expect(missing(TRIP)).toEqual([]);
    expect(missing({ ...TRIP, vendor: "株式会社旅行社" })).toHaveLength(1);
  });
});

describe("who applies", () => {
  const RIGHT = estimate("1", PAPER.items, { date: "2025-06-01", validUntil: null, addressee: "株式会社申請者 御中" });
  const WRONG = { ...PAPERS[1]!, addressee: "株式会社隣" };
  const of = (rows: readonly (readonly Value[])[], lines = [SENSOR, COVER]) =>
    became({ 申請書: rows, ...book(lines) }, [RIGHT, WRONG]).map((it) => it.split(" ")[1]);
  const KNOWN = ["0:", "addressee"];
  const UNKNOWN = ["0:", "0:"];

  test.each([
    ...[
      "申請者",
      "申請者名",
      "申請者の名称",
      "補助事業者名",
      "補助金申請者",
      "補助事業申請者",
      "事業者名",
      "申請企業名",
    ],
    ...["法人名", "企業名", "会社名", "団体名", "代表構成員", "代表事業者名", "申請者等の名称", "申請者氏名"],
    ...[
      "商号",
      "商号又は名称",
      "商号・名称",
      "屋号",
      "名称",
      "法人名・屋号",
      "申請者（法人名）",
      "【申請者】",
      "申請者：",
      "申 請 者",
    ],
  ])("stands beside %s", (label) => expect(of([[label, "株式会社申請者"]])).toEqual(KNOWN));

  test.each(["代表者", "申請者住所", "発注先会社名", "会社名一覧", "事業名", "別の申請者", "申請日"])(
    "does not stand beside %s",
    (label) => expect(of([[label, "株式会社申請者"]])).toEqual(UNKNOWN),
  );

  test("and what is wrong with the papers is told by it and by the scheme's period", () => {
    const late = { ...RIGHT, date: "2099-01-01" };
    const { estimates } = held({ 申請書: [["申請者", "株式会社申請者"]], ...book([SENSOR, COVER]) }, [late, WRONG]);
    const faults = estimates?.faults.map(({ id, file }) => `${id} ${file}`);
    expect(faults).toEqual(expect.arrayContaining(["after-period 1.pdf", "addressee 2.pdf"]));
    expect(faults).not.toContain("addressee 1.pdf");
  });

  test("some cells to the right, no further, and never past another label", () => {
    const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
    expect(of([["申請者", ...blanks(7), " 株式会社申請者 "]])).toEqual(KNOWN);
    expect(of([["申請者", ...blanks(8), "株式会社申請者"]])).toEqual(UNKNOWN);
    expect(of([["申請者", "商号", "株式会社申請者"]])).toEqual(KNOWN);
    expect(of([["申請者", 12, "株式会社申請者"]])).toEqual(UNKNOWN);
    expect(of([["株式会社申請者", "申請者"]])).toEqual(UNKNOWN);
    expect(of([["申請者", " 印 "]])).toEqual(UNKNOWN);
  });

  test.each([
    ...["中小企業", "区分", "※記入してください", "記入する。", "1. 個人", "社"],
    "株式会社申請者".padEnd(61, "長"),
  ])("is not %s", (value) => expect(of([["申請者", value]])).toEqual(UNKNOWN));

  test("the first that is told; a label that tells nothing is passed over", () => {
    expect(
      of([
        ["申請者", "株式会社申請者"],
        ["申請者", "株式会社隣"],
      ]),
    ).toEqual(KNOWN);
    expect(
      of([
        ["申請者", null],
        ["会社名", "株式会社申請者"],
      ]),
    ).toEqual(KNOWN);
  });

  test("at the top of a sheet: the 60th row, not the 61st", () => {
    const at = (row: number): Value[][] => [...Array.from({ length: row - 1 }, () => []), ["申請者", "株式会社申請者"]];
    expect(of(at(60))).toEqual(KNOWN);
    expect(of(at(61))).toEqual(UNKNOWN);
  });

  test.each([
    "申請者：株式会社申請者",
    "申請者名: 株式会社申請者",
    "会社名 ： 株式会社申請者　所在地 大分",
    "法人氏名：株式会社申請者  印",
  ])("in one cell with its label: %s", (text) => expect(of([[text]])).toEqual(KNOWN));

  test("not in a sentence, and only where no label has it", () => {
    expect(of([[`申請者：株式会社申請者${"　".repeat(80)}`]])).toEqual(UNKNOWN);
    expect(of([["申請者：社"], ["事業者"]])).toEqual(UNKNOWN);
    expect(of([["申請者：株式会社隣"], ["申請者", "株式会社申請者"]])).toEqual(KNOWN);
    expect(of([["申請者：株式会社申請者"], ["会社名：株式会社隣"]])).toEqual(KNOWN);
  });

  describe("where the budget does not say: whom most of the papers are addressed to", () => {
    const lines = Array.from({ length: 6 }, (_, at) => ({ ...SENSOR, note: `項番${String(at + 1)}` }));
    /** How many lines are told to be addressed to another, by the addressees of their papers. */
    const strange = (...to: (string | null)[]) => {
      const papers = to.map((addressee, at) => ({
        ...estimate(String(at + 1), PAPER.items, { date: "2025-06-01", validUntil: null }),
        ...{ addressee, number: `N${String(at)}`, items: PAPER.items },
      }));
      return became(book(lines.slice(0, to.length)), papers).filter((it) => it.includes("addressee")).length;
    };
    const [own, other] = ["株式会社申請者", "株式会社隣"];

    test("three at least, and two of three", () => {
      expect(strange(own, own, own, other)).toBe(1);
      expect(strange(other, own, own, own)).toBe(1);
      expect(strange(own, own, other)).toBe(0);
      expect(strange(own, own, own, other, other)).toBe(0);
      expect(strange(own, own, own, own, other, other)).toBe(2);
    });

    test("however it is written; papers addressed to nobody count on no side", () => {
      expect(strange(own, "㈱申請者", "申請者 大分工場", other)).toBe(1);
      expect(strange(own, own, own, null, null, other)).toBe(1);
    });
  });
});

describe("papers stand for the budget's own list of estimates", () => {
  const twice = (papers: readonly DocumentRead[]) =>
    cellsOf(held(book([SENSOR, { ...COVER, note: "項番1" }]), papers), "evidence/duplicate");

  test("a number that two lines bear, and whose paper is not their sum", () => {
    expect(twice([PAPER])).toEqual([`予算!H${String(FIRST + 1)}`]);
    expect(twice([estimate("1", [...PAPER.items, item("防塵カバー", 2, 30_000)])])).toEqual([]);
  });

  test("what a line without a number, or whose paper is none, is asked for", () => {
    const missing = (more: Partial<LineLiteral>, papers = PAPERS) =>
      cellsOf(held(book([SENSOR, { ...COVER, ...more }]), papers), "evidence/missing");
    expect(missing({})).toEqual([]);
    expect(missing({ note: null })).toHaveLength(1);
    expect(missing({}, [PAPER])).toHaveLength(1);
    expect(missing({}, [PAPER, { ...PAPERS[1]!, kind: "invoice" }])).toHaveLength(1);
    expect(missing({ note: "項番1" }, [{ ...PAPER, kind: "invoice" }])).toHaveLength(2);
  });

  test("what differs is said at the line's own cell", () => {
    const wrong = (more: Partial<LineLiteral>) =>
      cellsOf(held(book([{ ...SENSOR, ...more }]), [PAPER]), "evidence/mismatch");
    expect(wrong({})).toEqual([]);
    expect(wrong({ amount: 100_001, price: null })).toEqual([`予算!G${String(FIRST)}`]);
    expect(wrong({ vendor: "よそ商事" })).toEqual([`予算!I${String(FIRST)}`]);
    expect(wrong({ item: "樹脂板" })).toEqual([`予算!C${String(FIRST)}`]);
  });
});
