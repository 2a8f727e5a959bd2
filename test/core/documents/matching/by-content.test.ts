/** Papers without a line's number: how alike vendor, amount and text must be, who comes first, and who may not choose. */
import { unreadDocument, type DocumentRead } from "../../../../src/core/documents/document";
import { became, estimate, item, line, lump, matched, told } from "./papers";
import type { MatchLine } from "../../../../src/core/documents/match/matching";

const free = (...given: Parameters<typeof line>): MatchLine => ({ ...line(...given), numbers: [] });
const SENSOR = item("温度センサー TS-100", 4, 25_000);
const LINE = free(1, "温度センサー TS-100", 4, 25_000);
const paper = (file: string, more: Partial<DocumentRead> = {}, items = [SENSOR]) =>
  estimate(null, items, { file, number: file, ...more });
const NONE = "見積なし no-document";

describe("the less of vendor and amount agrees, the more alike the texts must be", () => {
  const LETTERS = "いろはにほへとちりぬるをわかよたれそつねな";
  const OTHERS = "アカサタナハマヤラワイキシチニヒミリウク";
  /** What becomes of a line that shares so many of its twenty pairs of letters with the paper. */
  const sharing = (pairs: number, own: Partial<MatchLine>, more: Partial<DocumentRead>) => {
    const name = (pairs === 0 ? "" : LETTERS.slice(0, pairs + 1)) + OTHERS;
    return became([{ ...LINE, description: LETTERS, ...own }], [paper("a.pdf", more, [{ ...SENSOR, name }])])[0];
  };
  const OTHER = { vendor: "よそ商事" };
  const NOBODY = { vendor: null };
  const DEARER = { unitPrice: 24_000, amount: 96_000 };
  const FEWER = { quantity: 3, amount: 75_000 };
  const TAXED = { unitPrice: null, amount: 110_000 };
  const NUMBERED = { evidenceNo: "9" };
  const OWN = { numbers: ["1"] };

  test.each<[string, number, Partial<MatchLine>, Partial<DocumentRead>]>([
    ["vendor and amount", 0, {}, {}],
    ["vendor and amount, a number on one side", 0, OWN, {}],
    ["vendor and amount, a number on the other", 0, {}, NUMBERED],
    ["vendor and amount, two numbers", 4, OWN, NUMBERED],
    ["vendor, fewer pieces", 3, FEWER, {}],
    ["vendor, tax in it", 3, TAXED, {}],
    ["vendor, another amount", 6, DEARER, {}],
    ["vendor, another amount, two numbers", 10, { ...DEARER, ...OWN }, NUMBERED],
    ["no vendor, the amount", 4, NOBODY, {}],
    ["no vendor, the amount, two numbers", 8, { ...NOBODY, ...OWN }, NUMBERED],
    ["no vendor, fewer pieces", 8, { ...NOBODY, ...FEWER }, {}],
    ["another vendor, the amount", 10, OTHER, {}],
  ])("%s: %s pairs in twenty", (_, least, own, more) => {
    expect(sharing(least, own, more)).toContain(": a.pdf");
    if (least > 0) expect(sharing(least - 1, own, more)).toBe(NONE);
  });

  test.each<[string, Partial<MatchLine>]>([
    ["no vendor, another amount", { ...NOBODY, ...DEARER }],
    ["another vendor, fewer pieces", { ...OTHER, ...FEWER }],
    ["another vendor, another amount", { ...OTHER, ...DEARER }],
  ])("%s: no text is enough", (_, own) => expect(sharing(20, own, {})).toBe(NONE));

  const [ALL, STRANGE] = ["温度センサー", "収納棚"];
  const of = (name: string, own: Partial<MatchLine>) =>
    became([{ ...LINE, ...own }], [paper("a.pdf", {}, [{ ...SENSOR, name }])])[0];

  test("a name of one letter is like nothing but itself", () => {
    const single = (name: string, other: string) => of(name, { description: other, seen: other });
    expect(single("棚", "机")).toBe("要確認 item-name 0: a.pdf");
    expect(single("机", "机")).toBe("一致 0: a.pdf");
    expect(single("収納棚", "机")).toBe("要確認 item-name 0: a.pdf");
    expect(single("机", "収納棚")).toBe("要確認 item-name 0: a.pdf");
  });

  test("what is said of the line whose paper it is", () => {
    expect(of(ALL, DEARER)).toBe("不一致 amount -4000: a.pdf");
    expect(of(ALL, FEWER)).toBe("要確認 quantity -25000: a.pdf");
    expect(of(ALL, OTHER)).toBe("不一致 vendor 0: a.pdf");
    expect(of(STRANGE, {})).toBe("要確認 item-name 0: a.pdf");
  });
});

describe("who takes which", () => {
  test("the vendor's own paper before another's that is as alike", () => {
    const papers = [paper("b.pdf", { issuer: "よそ商事" }), paper("a.pdf")];
    expect(became([LINE], papers)).toEqual(["一致 0: a.pdf"]);
    expect(became([LINE], papers.toReversed())).toEqual(["一致 0: a.pdf"]);
  });

  test("the closest pair first: what another line needs is left to it", () => {
    const lines = [free(1, "画像検査装置 A型", 1, 30_000), free(2, "画像検査装置 B型", 1, 30_000)];
    const papers = ["B", "A"].map((type) => paper(`${type}.pdf`, {}, [item(`画像検査装置 ${type}型`, 1, 30_000)]));
    expect(became(lines, papers)).toEqual(["一致 0: A.pdf", "一致 0: B.pdf"]);
    expect(became(lines.toReversed(), papers)).toEqual(["一致 0: B.pdf", "一致 0: A.pdf"]);
  });

  test("no paper twice", () => {
    expect(became([LINE, { ...LINE, row: 2 }], [paper("a.pdf")])).toEqual(["一致 0: a.pdf", NONE]);
  });

  test("lines of one paper each take an item", () => {
    const items = [SENSOR, item("防塵カバー", 2, 30_000), item("据付調整費", 1, 50_000)];
    const lines = [
      free(1, "据付調整費", 1, 50_000),
      free(2, "温度センサー TS-100", 4, 25_000),
      free(3, "防塵カバー", 2, 30_000),
    ];
    expect(became(lines, [paper("a.pdf", {}, items)])).toEqual([
      "一致 0: a.pdf#3",
      "一致 0: a.pdf#1",
      "一致 0: a.pdf#2",
    ]);
  });

  test("and so do lines that name no vendor; the second-best is told", () => {
    const items = [SENSOR, item("防塵カバー", 2, 30_000)];
    const lines = [free(1, "防塵カバー", 2, 30_000), free(2, "温度センサー TS-100", 4, 25_000)];
    const { matches } = matched(
      lines.map((own) => ({ ...own, vendor: null })),
      [paper("a.pdf", {}, items)],
    );
    expect(matches.map(told)).toEqual(["一致 0: a.pdf#2", "一致 0: a.pdf#1"]);
    const [alike] = matched([{ ...lines[1]!, numbers: [] }], [paper("a.pdf", {}, [SENSOR, SENSOR])]).matches;
    expect([alike?.documents[0]?.item, alike?.runnerUp?.item]).toEqual([1, 2]);
  });

  test("lines that only together are a paper of their vendor are its lump", () => {
    const items = [item("システム構築 一式", 1, 500_000)];
    const lines = [lump(1, "画面設計", 200_000), lump(2, "単体試験", 300_000)].map((it) => ({ ...it, numbers: [] }));
    const whole = "一致 0: a.pdf";
    expect(became(lines, [paper("a.pdf", {}, items)])).toEqual([whole, whole]);
    expect(became(lines.slice(0, 1), [paper("a.pdf", {}, items)])).toEqual([NONE]);
    const dearer = lines.map((it) => ({ ...it, amount: (it.amount ?? 0) + 1 }));
    expect(became(dearer, [paper("a.pdf", {}, items)])).toEqual([NONE, NONE]);
    const numbered = lines.map((it, at) => ({ ...it, numbers: [String(at + 1)] }));
    expect(became(numbered, [paper("a.pdf", {}, items)])).toEqual([NONE, NONE]);
    const others = lines.map((it) => ({ ...it, vendor: "よそ商事" }));
    expect(became(others, [paper("a.pdf", {}, items)])).toEqual([NONE, NONE]);
    const unknown = [...lines, { ...(lines[0] as MatchLine), row: 3, amount: null }];
    expect(became(unknown, [paper("a.pdf", {}, items)])).toEqual([NONE, NONE, NONE]);
  });

  test("a paper to compare is no line's by its content", () => {
    expect(became([LINE], [paper("a.pdf", { comparative: true })])).toEqual([NONE]);
  });

  test("a line whose own paper cannot be read takes no other", () => {
    const own = { ...LINE, numbers: ["1"] };
    const scan = unreadDocument("1.pdf", "no-text", "1");
    expect(became([own], [scan, paper("a.pdf")])).toEqual(["要確認 scanned: 1.pdf"]);
    expect(became([own], [unreadDocument("2.pdf", "no-text", "2"), paper("a.pdf")])).toEqual(["一致 0: a.pdf"]);
    const named = unreadDocument("見積屋.pdf", "no-text", null);
    expect(became([LINE], [named, paper("a.pdf")])).toEqual(["一致 0: a.pdf"]);
  });

  test("a line that needs none takes none", () => {
    expect(became([{ ...LINE, needsNone: true }, LINE], [paper("a.pdf")])).toEqual(["不要", "一致 0: a.pdf"]);
  });
});

describe("several that fit equally", () => {
  const nobody = { ...LINE, vendor: null };
  const two = ["甲社", "乙社"].map((issuer) => paper(`${issuer}.pdf`, { issuer: `株式会社${issuer}` }));

  test("a person must choose: all of them are shown", () => {
    expect(became([nobody], two)).toEqual(["要確認 several-candidates -100000: 甲社.pdf, 乙社.pdf"]);
    const three = [...two, paper("丙社.pdf", { issuer: "丙社" })];
    expect(became([nobody], three)[0]).toBe("要確認 several-candidates -200000: 甲社.pdf, 乙社.pdf, 丙社.pdf");
  });

  test("and no other line takes them; what they are is not known", () => {
    const other = free(2, "温度センサー", 4, 24_000);
    expect(became([nobody, other], two)).toEqual(["要確認 several-candidates -100000: 甲社.pdf, 乙社.pdf", NONE]);
    const gross = two.map((it) => ({ ...it, gross: 110_000, net: 100_000 }));
    const own = { ...nobody, amount: 110_000, unitPrice: 27_500 };
    expect(became([own], gross, { tax: "inclusive" })).toEqual([
      "要確認 several-candidates -110000: 甲社.pdf, 乙社.pdf",
    ]);
  });

  test("as many lines as papers, all alike: each takes one", () => {
    const files = matched([nobody, { ...nobody, row: 2 }], two).matches.map(({ documents }) => documents[0]?.file);
    expect(files).toEqual(["甲社.pdf", "乙社.pdf"]);
  });

  test("not where the line has a number, nor where the texts differ enough, nor where another needs one of them", () => {
    expect(became([{ ...nobody, numbers: ["1"] }], two)).toEqual(["一致 0: 甲社.pdf"]);
    const [own] = two as [DocumentRead];
    const strange = paper("乙社.pdf", { issuer: "株式会社乙社" }, [{ ...SENSOR, name: "温度計" }]);
    expect(became([nobody], [strange, own])).toEqual(["一致 0: 甲社.pdf"]);
    const needs = free(2, "温度センサー TS-100", 4, 25_000, { vendor: "株式会社乙社" });
    expect(became([nobody, needs], two)).toEqual(["一致 0: 甲社.pdf", "一致 0: 乙社.pdf"]);
  });

  test("nor where one of them is all that another line has", () => {
    const [ALL, MOST, REST] = [
      "いろはにほへとちりぬるをわかよたれそつねな",
      "いろはにほへとちりぬるをわかよたれそつね",
      "アカサタナ",
    ];
    const papers = [ALL, MOST + REST].map((name, at) =>
      paper(`${String(at)}.pdf`, { issuer: `第${String(at)}商会` }, [{ ...SENSOR, name }]),
    );
    const lines = [ALL, REST].map((text, at) => free(at + 1, text, 4, 25_000, { vendor: null }));
    expect(became(lines, papers)).toEqual(["一致 0: 0.pdf", "一致 0: 1.pdf"]);
    expect(became(lines.slice(0, 1), papers)[0]).toMatch(/several-candidates/);
  });

  test("nor where they do not agree to the yen", () => {
    const fewer = { ...nobody, quantity: 3, amount: 75_000 };
    expect(became([fewer], two)).toEqual(["要確認 quantity -25000: 甲社.pdf"]);
  });
});

describe("an item that is left in another line's paper", () => {
  const items = [SENSOR, item("防塵カバー", 2, 30_000)];
  const own = line(1, "温度センサー TS-100", 4, 25_000);
  const papers = [estimate("1", items)];
  const rest = (more: Partial<MatchLine> = {}) => became([own, free(2, "防塵カバー", 2, 30_000, more)], papers)[1];

  test("is the line's, if it is of its vendor and agrees", () => {
    expect(rest()).toBe("一致 0: 1.pdf#2");
    expect(rest({ vendor: null })).toBe(NONE);
    expect(rest({ vendor: "よそ商事" })).toBe(NONE);
    expect(rest({ amount: 59_999, unitPrice: null })).toBe(NONE);
    expect(rest({ amount: 66_000, unitPrice: null })).toBe("不一致 tax-treatment 6000: 1.pdf#2");
  });

  test("under another number only where the texts are alike", () => {
    const numbered = (description: string) => became([own, line(2, description, 2, 30_000)], papers)[1];
    expect(numbered("防塵カバー")).toBe("一致 0: 1.pdf#2");
    expect(numbered("収納棚")).toBe(NONE);
  });

  test("is not the line's twice, nor what another line has", () => {
    const lines = [own, free(2, "防塵カバー", 2, 30_000), free(3, "防塵カバー", 2, 30_000)];
    expect(became(lines, papers)).toEqual(["一致 0: 1.pdf#1", "一致 0: 1.pdf#2", NONE]);
    expect(became([own, free(2, "温度センサー TS-100", 4, 25_000)], papers)[1]).toBe(NONE);
  });

  test("not where the line's own paper cannot be read", () => {
    const scan = unreadDocument("2.pdf", "no-text", "2");
    expect(became([own, line(2, "防塵カバー", 2, 30_000)], [...papers, scan])[1]).toBe("要確認 scanned: 2.pdf");
  });

  test("the one that is most alike", () => {
    const three = [SENSOR, item("防塵カバー 小", 2, 30_000), item("防塵カバー 大", 2, 30_000)];
    const lines = [own, free(2, "防塵カバー 大", 2, 30_000)];
    expect(became(lines, [estimate("1", three)])[1]).toBe("一致 0: 1.pdf#3");
  });
});

describe("other papers", () => {
  const invoice = (more: Partial<DocumentRead> = {}): DocumentRead => paper("i.pdf", { kind: "invoice", ...more });
  const SHOWN = "見積なし not-an-estimate: not-estimate i.pdf";

  test("an invoice is shown by its number, whatever stands in it", () => {
    const numbered = line(1, "収納棚", 1, 1);
    expect(became([numbered], [invoice({ evidenceNo: "1" })])).toEqual([SHOWN]);
    expect(became([numbered], [invoice({ evidenceNo: "2" })])).toEqual([NONE]);
    expect(became([numbered], [invoice()])).toEqual([NONE]);
  });

  test("without a number by its content", () => {
    expect(became([LINE], [invoice()])).toEqual([SHOWN]);
    expect(became([LINE], [invoice({ evidenceNo: "2" })])).toEqual([NONE]);
    expect(became([{ ...LINE, vendor: "よそ商事", description: "収納棚" }], [invoice()])).toEqual([NONE]);
    expect(became([{ ...LINE, unitPrice: 24_000, amount: 96_000 }], [invoice()])).toEqual([NONE]);
    expect(became([{ ...LINE, quantity: 3, amount: 75_000 }], [invoice()])).toEqual([SHOWN]);
  });

  test("by one of its items", () => {
    const two = { ...invoice(), items: [item("収納棚", 1, 7), SENSOR] };
    expect(became([LINE], [two])).toEqual([SHOWN]);
  });

  test("by its number first", () => {
    const both = [invoice({ file: "j.pdf" }), invoice({ evidenceNo: "1" })];
    expect(became([{ ...LINE, numbers: ["1"] }], both)).toEqual([SHOWN]);
  });

  test("none of them takes the place of an estimate, nor is told as left over", () => {
    const { matches, unmatched } = matched([LINE], [invoice(), paper("a.pdf")]);
    expect([matches.map(told), unmatched]).toEqual([["一致 0: a.pdf"], []]);
  });
});
