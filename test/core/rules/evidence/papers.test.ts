/** What the rules on evidence say where the estimates themselves were given: of which cell, with which figures. */
import type { Decisions, MatchDecision } from "../../../../src/core/decisions/decision";
import { unreadDocument, type DocumentRead } from "../../../../src/core/documents/document";
import { findingText } from "../../../../src/messages";
import { estimate, item } from "../../documents/matching/papers";
import { book, checkedWith, FIRST, SHEET, type Book, type LineLiteral } from "../budget";
import { expectWholeWords } from "../proof";

const VENDOR = "株式会社見積屋";
const line = (name: string, price: number, note: string | null, more: Partial<LineLiteral> = {}): LineLiteral => ({
  ...{ item: name, middle: "消耗品費", price, note, vendor: VENDOR },
  ...more,
});

/** Each finding on evidence but the remarks' formulas: "missing H4", a severity that is not the rule's own behind it, then its data. */
function told(it: Book, papers: readonly DocumentRead[], decisions: Partial<Decisions> = {}): [string, object][] {
  const report = checkedWith(papers, it, decisions);
  const own = report.findings.filter(({ rule }) => /^evidence\/(?:missing|duplicate|mismatch)$/.test(rule));
  expectWholeWords(own);
  for (const id of ["missing", "duplicate", "mismatch"]) expect(report.rules.checked).toContain(`evidence/${id}`);
  const usual = (rule: string) => (rule === "evidence/missing" ? "warning" : "error");
  return own.map(({ rule, severity, cell, data, fix }) => {
    expect(fix).toBeNull(); // which of the two is right, the line or the paper, nobody knows here
    const odd = severity === usual(rule) ? "" : ` ${severity}`;
    return [`${rule.slice("evidence/".length)} ${cell ?? "-"}${odd}`, data];
  });
}

const SENSOR = "電流センサー";
const PAPER = estimate("5", [item(SENSOR, 1, 248_000)]);
const of = (price: number, more: Partial<LineLiteral> = {}) => book([line(SENSOR, price, "項番5", more)]);
const amount = (yen: number, listed: number, more: object = {}) => ({
  ...{ description: SENSOR, no: "5", what: "amount", amount: yen, estimate: listed, difference: yen - listed },
  ...more,
});

describe("a line and its paper", () => {
  test("agree", () => expect(told(of(248_000), [PAPER])).toEqual([]));

  test.each<[string, Book, DocumentRead, [string, object][]]>([
    ["one yen more", of(248_001), PAPER, [["mismatch G4", amount(248_001, 248_000)]]],
    ["one yen less", of(247_999), PAPER, [["mismatch G4", amount(247_999, 248_000)]]],
    ["with the tax in it", of(272_800), PAPER, [["mismatch G4", amount(272_800, 248_000)]]],
    [
      "without the discount",
      of(248_000),
      estimate("5", [item(SENSOR, 1, 248_000), item("値引き", 1, -8_000)]),
      [["mismatch G4", amount(248_000, 240_000)]],
    ],
    [
      "another amount, and no longer valid",
      of(250_000, { ordered: "2025/9/1" }),
      PAPER,
      [["mismatch G4", amount(250_000, 248_000)]],
    ],
    [
      "another vendor",
      of(248_000, { vendor: "よそ商事" }),
      PAPER,
      [["mismatch I4", { description: SENSOR, no: "5", what: "vendor", vendor: "よそ商事", issuer: VENDOR }]],
    ],
    [
      "another vendor and amount",
      of(250_000, { vendor: "よそ商事" }),
      PAPER,
      [
        ["mismatch G4", amount(250_000, 248_000)],
        ["mismatch I4", { description: SENSOR, no: "5", what: "vendor", vendor: "よそ商事", issuer: VENDOR }],
      ],
    ],
    [
      "by the paper's number where the line has none",
      book([line(SENSOR, 250_000, null)]),
      PAPER,
      [["mismatch G4", amount(250_000, 248_000)]],
    ],
    [
      "by the paper's file where neither has one",
      book([line(SENSOR, 250_000, null)]),
      estimate(null, [item(SENSOR, 1, 248_000)]),
      [["mismatch G4", amount(250_000, 248_000, { no: "x.pdf" })]],
    ],
  ])("differ: %s", (_, it, paper, wanted) => expect(told(it, [paper])).toEqual(wanted));

  test.each<[string, DocumentRead, string, number]>([
    ["the paper's only item", PAPER, SENSOR, 248_000],
    [
      "the item that it takes, with what it is specified as",
      estimate("5", [item(SENSOR, 1, 248_000, { spec: "DC24V" }), item("取付金具", 1, 100)]),
      `${SENSOR} DC24V`,
      248_000,
    ],
    [
      "all items, where it is all of the paper",
      estimate("5", [item(SENSOR, 1, 248_000), item("取付金具", 1, 100)]),
      `${SENSOR} 取付金具`,
      248_100,
    ],
  ])("a text beyond recognition is a warning beside %s", (_, paper, offered, yen) => {
    const it = book([line("画像検査装置", yen, "項番5")]);
    const data = { description: "画像検査装置", no: "5", what: "item", item: offered };
    expect(told(it, [paper])).toEqual([["mismatch C4 warning", data]]);
  });

  test.each<[string, Book, DocumentRead]>([
    ["fewer than were offered", of(62_000, { quantity: 3 }), estimate("5", [item(SENSOR, 4, 62_000)])],
    ["not in yen", of(248_000), { ...PAPER, currency: "USD" }],
    ["no longer valid", of(248_000, { ordered: "2025/9/1" }), PAPER],
    ["a scan", of(248_000), unreadDocument("5.pdf", "no-text", "5")],
    [
      "an amount to come",
      book([{ ...line(SENSOR, 0, "項番5"), price: null, amount: "見積依頼中" }]),
      estimate("5", [item(SENSOR, 1, 248_000)]),
    ],
  ])("is left to a person: %s", (_, it, paper) => expect(told(it, [paper])).toEqual([]));
});

describe("lines that only together are one paper", () => {
  const lines = [line(SENSOR, 248_000, "項番5"), line("センサー取付金具", 30_000, "項番5")];
  const lump = (yen: number, no = "5") => estimate(no, [item("電流センサー 取付金具", 1, yen)]);
  const together = (description: string, sum: number, listed: number, count: number, no = "5") => ({
    ...{ description, no, what: "amount", amount: sum, estimate: listed, difference: sum - listed, lines: count },
  });
  const shared = (sum: number, listed: number, count: number, no = "5", first = 4) => ({
    ...{ no, where: "lines", lines: count, sum, estimate: listed, first },
  });

  test("add up to it", () => expect(told(book(lines), [lump(278_000)])).toEqual([]));

  test("do not: what is said is their sum and what the paper asks for", () => {
    expect(told(book(lines), [lump(278_001)])).toEqual([
      ["mismatch G4", together(SENSOR, 278_000, 278_001, 2)],
      ["mismatch G5", together("センサー取付金具", 278_000, 278_001, 2)],
      ["duplicate H5", shared(278_000, 278_001, 2)],
    ]);
  });

  test("do not, of three: said at each but the first", () => {
    const found = told(book([...lines, line("配線材", 500, "項番5")]), [lump(300_000)]);
    expect(found.filter(([at]) => at.startsWith("duplicate"))).toEqual([
      ["duplicate H5", shared(278_500, 300_000, 3)],
      ["duplicate H6", shared(278_500, 300_000, 3)],
    ]);
  });

  test("of two papers each has its own", () => {
    const others = [line("棚", 1_000, "項番6"), line("棚板", 2_000, "項番6")];
    const found = told(book([...lines, ...others]), [lump(300_000), lump(5_000, "6")]);
    expect(found.filter(([at]) => at.startsWith("duplicate"))).toEqual([
      ["duplicate H5", shared(278_000, 300_000, 2)],
      ["duplicate H7", shared(3_000, 5_000, 2, "6", 6)],
    ]);
  });

  test("are named by what they are, in both languages", () => {
    const [finding] = checkedWith([lump(300_000)], book(lines)).findings.filter(
      ({ rule }) => rule === "evidence/mismatch",
    );
    if (finding === undefined) throw new Error("nothing found");
    const { what, todo } = findingText(finding, "ja");
    expect(what).toBe(
      "「電流センサー」など2行の合計 278,000円 と、見積書（項番5）の 300,000円 が違います（22,000円の差）。",
    );
    expect(todo).toContain("合計を見積書の金額 300,000円 に直す");
    expect(findingText(finding, "en").what).toContain("(2 lines) are 278,000 yen, estimate no. 5 300,000 yen");
  });

  test("lines with items of their own are each held against theirs", () => {
    const paper = estimate("5", [item(SENSOR, 1, 240_000), item("センサー取付金具", 1, 31_000)]);
    expect(told(book(lines), [paper])).toEqual([
      ["mismatch G4", amount(248_000, 240_000)],
      ["mismatch G5", amount(30_000, 31_000, { description: "センサー取付金具" })],
    ]);
  });
});

describe("a line without a paper", () => {
  const missing = (description: string, no: string | null, listed = 1, more: object = {}) => ({
    ...{ description, no, listed },
    ...more,
  });

  test("of another number", () => {
    const it = book([line(SENSOR, 250_000, "項番7")]);
    expect(told(it, [estimate("5", [item("机", 1, 3)])])).toEqual([["missing H4", missing(SENSOR, "7")]]);
  });

  test("of its number there is another paper", () => {
    expect(told(of(248_000), [{ ...PAPER, kind: "invoice" }])).toEqual([
      ["missing H4", missing(SENSOR, "5", 1, { otherPaper: true })],
    ]);
  });

  test("no number, while another line has one: also where a paper is found", () => {
    const lines = [
      line(SENSOR, 248_000, "項番5"),
      line("収納棚", 3_000, null),
      { item: "値引き", amount: -1 },
      { item: "東京出張 新幹線往復", middle: "旅費", price: 45_000 },
    ];
    const found = told(book(lines), [PAPER, estimate(null, [item("収納棚", 1, 3_000)])]);
    expect(found.filter(([at]) => at !== "missing H6")).toEqual([["missing H5", missing("収納棚", null, 2)]]);
  });

  test("no number anywhere: only what has no paper", () => {
    const it = book([line(SENSOR, 248_000, null), line("収納棚", 3_000, null)]);
    expect(told(it, [PAPER])).toEqual([["missing H5", missing("収納棚", null)]]);
  });

  /** The second of two lines of one number, of which a person said that the paper is not its own. */
  function taken(first: number, ...papers: DocumentRead[]): [string, object][] {
    const lines = [line(SENSOR, first, "項番5"), line("収納棚", 30_000, "項番5", { vendor: "よそ商事" })];
    const rejected: MatchDecision = {
      ...{ sheet: SHEET, row: FIRST + 1, seen: { text: "収納棚", yen: 30_000 }, verdict: "rejected" },
      documents: papers.map(({ file, page, row, digest }) => ({ file, page, row, item: null, digest: digest ?? "" })),
      ...{ reason: "別の見積書", by: "小倉", date: "2025-05-20" },
    };
    return told(book(lines), papers, { matches: [rejected] });
  }
  const own = { ...PAPER, digest: "5" };
  const used = { no: "5", where: "lines", lines: 2, sum: 278_000, estimate: 248_000, first: 4 };

  test("of a number that another line has: the number is used twice, no paper is missing", () => {
    expect(taken(248_000, own)).toEqual([["duplicate H5", used]]);
    expect(taken(248_000, { ...own, net: null })).toEqual([["duplicate H5", { ...used, estimate: 272_800 }]]);
  });

  test("nothing is used twice where lines add up, or several papers have the number", () => {
    expect(taken(218_000, own).filter(([at]) => at.startsWith("duplicate"))).toEqual([]);
    const second = { ...own, file: "z.pdf", number: "Z", digest: "z" };
    expect(taken(248_000, own, second).filter(([at]) => at.startsWith("duplicate"))).toEqual([]);
  });
});
