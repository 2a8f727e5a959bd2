/** The same estimate twice: what is told as a copy, and of which. */
import type { DocumentRead } from "../../../../src/core/documents/document";
import { estimate, item, line, matched, told } from "./papers";

const ITEMS = [item("温度センサー TS-100", 4, 25_000), item("防塵カバー", 1, 30_000)];
const PAPER = estimate("1", ITEMS, { file: "a.pdf" });
const LINE = { ...line(1, "温度センサー 防塵カバー", 1, 130_000), unitPrice: null };

/** What becomes of the line and of the papers, with this one beside its own. */
function beside(other: Partial<DocumentRead>, own: DocumentRead = PAPER): string {
  const { matches, unmatched } = matched([LINE], [own, { ...own, file: "b.pdf", ...other }]);
  return [...matches.map(told), ...unmatched.map(({ file }) => `left ${file}`)].join("; ");
}
const COPY = "一致 0: a.pdf, duplicate b.pdf";
const NONE = { ...PAPER, number: null };

test.each<[string, Partial<DocumentRead>]>([
  ["the same number and figures", {}],
  ["another page of the same file", { file: "a.pdf", page: 2 }],
  ["other items under the same number", { items: [item("一式", 1, 130_000)] }],
  ["the issuer's name written otherwise", { issuer: "㈱見積屋" }],
  ["no item number", { evidenceNo: null }],
  ["no number of its own, the same items", { number: null }],
  ["no sum with tax in either", { gross: 143_000 }],
])("%s: a copy", (_, other) => expect(beside(other)).toContain("duplicate"));

test.each<[string, Partial<DocumentRead>]>([
  ["another number of its own", { number: "Q-2" }],
  ["another issuer", { issuer: "よそ商事" }],
  ["no issuer", { issuer: null }],
  ["another day", { date: "2025-05-02" }],
  ["another sum", { net: 130_001 }],
  ["another sum with tax", { gross: 143_001 }],
  ["no number of its own and an item more", { number: null, items: [...ITEMS, item("送料", 1, 0)] }],
  ["no number of its own and an item fewer", { number: null, items: ITEMS.slice(0, 1) }],
  [
    "no number of its own and another amount",
    { number: null, items: [item("温度センサー TS-100", 1, 1), item("防塵カバー", 1, 30_000)] },
  ],
  [
    "no number of its own and another name",
    { number: null, items: [item("温度センサー TS-100", 4, 25_000), item("棚", 1, 30_000)] },
  ],
])("%s: no copy", (_, other) => expect(beside(other)).not.toContain("duplicate"));

test("neither day, nor sums, nor number known: no copy", () => {
  expect(beside({}, { ...PAPER, date: null })).not.toContain("duplicate");
  expect(beside({}, { ...PAPER, net: null, gross: null })).not.toContain("duplicate");
  expect(beside({}, { ...PAPER, net: null })).toContain("duplicate");
  expect(beside({}, { ...PAPER, gross: null })).toContain("duplicate");
  expect(beside({ items: [item("一式", 1, 130_000)] }, NONE)).not.toContain("duplicate");
  expect(beside({}, NONE)).toBe(COPY);
  expect(beside({ number: "Q-1" }, NONE)).toBe(COPY);
  expect(beside({ items: ITEMS.map((it) => ({ ...it, name: it.name.replace(" ", "　") })) }, NONE)).toBe(COPY);
});

test("rows of a list are the same only under one item number", () => {
  const row = (at: number, more: Partial<DocumentRead> = {}) => ({ ...PAPER, file: "list.csv", row: at, ...more });
  const files = (second: DocumentRead) =>
    matched([LINE], [row(1), second]).matches.map(({ documents }) => documents.map(({ role }) => role));
  expect(files(row(2))).toEqual([["backs", "duplicate"]]);
  expect(files(row(2, { evidenceNo: "7" }))).toEqual([["backs"]]);
  expect(files({ ...PAPER, file: "b.pdf", evidenceNo: "7" })).toEqual([["backs", "duplicate"]]);
});

describe("which is the copy", () => {
  const which = (first: Partial<DocumentRead>, second: Partial<DocumentRead>) =>
    matched(
      [LINE],
      [first, second].map((more) => ({ ...PAPER, ...more })),
    )
      .matches.flatMap(({ documents }) => documents)
      .find(({ role }) => role === "duplicate")?.file;

  test("the one that comes later", () => expect(which({ file: "b.pdf" }, { file: "a.pdf" })).toBe("a.pdf"));

  test("the one without an item number, wherever it comes", () =>
    expect(which({ file: "x.pdf", evidenceNo: null }, { file: "1.pdf" })).toBe("x.pdf"));

  test.each([
    "1_コピー.pdf",
    "1 - Copy.pdf",
    "1(2).pdf",
    "1（2）.pdf",
    "1_再送.pdf",
    "1_控え.pdf",
    "控1.pdf",
    "1_重複.pdf",
    "1_2.pdf",
    "1_2.XLSX",
    "1_ｺﾋﾟｰ.pdf",
  ])("the one that is called so: %s", (file) => expect(which({ file }, { file: "1.pdf" })).toBe(file));

  test.each(["1_12.pdf", "1_2.csv", "1(12).pdf", "1_2.pdf.txt"])("but not %s", (file) =>
    expect(which({ file }, { file: "1.pdf" })).toBe("1.pdf"),
  );

  test("the one that is called so comes before the one without a number", () =>
    expect(which({ file: "1_コピー.pdf" }, { file: "x.pdf", evidenceNo: null })).toBe("1_コピー.pdf"));

  test("of three the first stands", () => {
    const three = ["1.pdf", "2.pdf", "3.pdf"].map((file) => ({ ...PAPER, file }));
    expect(matched([LINE], three).matches.map(told)).toEqual(["一致 0: 1.pdf, duplicate 2.pdf, duplicate 3.pdf"]);
  });

  test("each stands beside its own original", () => {
    const other = estimate("2", [item("収納棚", 1, 9_000)], { file: "c.pdf" });
    const papers = [PAPER, other, { ...PAPER, file: "b.pdf" }, { ...other, file: "d.pdf" }];
    expect(matched([LINE, line(2, "収納棚", 1, 9_000)], papers).matches.map(told)).toEqual([
      "一致 0: a.pdf, duplicate b.pdf",
      "一致 0: c.pdf, duplicate d.pdf",
    ]);
  });

  test("an invoice with the same figures is no copy, and no estimate", () => {
    const invoice = { ...PAPER, file: "i.pdf", kind: "invoice" as const };
    const { matches, unmatched } = matched([LINE], [invoice, PAPER]);
    expect([matches.map(told), unmatched]).toEqual([["一致 0: a.pdf, not-estimate i.pdf"], []]);
  });

  test("a copy of a paper that is there to compare is no line's either, and not told as left", () => {
    const rival = estimate("1", [item("温度センサー TS-100", 4, 28_000), item("防塵カバー", 1, 30_000)], {
      ...{ file: "z.pdf", number: "Z-9", issuer: "よそ商事" },
    });
    const { matches, unmatched } = matched([LINE], [PAPER, rival, { ...rival, file: "y.pdf" }]);
    expect([matches.map(told), unmatched]).toEqual([["一致 0: a.pdf, comparative z.pdf"], []]);
  });

  test("a copy of what no line rests on is told as no line's, beside its original", () => {
    const papers = [PAPER, { ...PAPER, file: "b.pdf" }];
    expect(matched([], papers).unmatched.map(({ file }) => file)).toEqual(["a.pdf", "b.pdf"]);
  });
});
