/** What is said of a line that rests on several papers, or on one of which not everything is known. */
import { unreadDocument, type DocumentRead } from "../../../../src/core/documents/document";
import type { MatchConditions, MatchLine } from "../../../../src/core/documents/match/matching";
import { became, estimate, item, line, lump, matched } from "./papers";

const SENSOR = item("温度センサー", 4, 25_000);
const WORK = item("据付調整費", 1, 60_000);
const LINE = lump(1, "温度センサー 据付調整費", 160_000, { vendor: "株式会社見積屋 ほか" });

describe("two papers of which one is wrong", () => {
  const of = (more: Partial<DocumentRead>, own: Partial<MatchLine> = {}, conditions: Partial<MatchConditions> = {}) =>
    became(
      [{ ...LINE, ...own }],
      [estimate("1", [SENSOR]), estimate("1", [WORK], { file: "z.pdf", number: "Z", issuer: "よそ商事", ...more })],
      conditions,
    )[0];
  const BOTH = ": 1.pdf, z.pdf";

  test.each<[string, Partial<DocumentRead>, string]>([
    ["none", {}, "一致 0"],
    ["addressed to another", { addressee: "株式会社隣" }, "要確認 addressee 0"],
    ["before the call", { date: "2025-04-01" }, "要確認 before-call 0"],
    ["no longer valid", { validUntil: "2025-05-31" }, "要確認 expired 0"],
    ["not in yen", { currency: "USD" }, "要確認 foreign-currency"],
    ["not in yen, and before the call", { currency: "USD", date: "2025-04-01" }, "要確認 foreign-currency before-call"],
    ["its sums do not hold", { problem: "arithmetic" }, "要確認 unreadable"],
    [
      "its sums do not hold, and no longer valid",
      { problem: "arithmetic", validUntil: "2025-05-31" },
      "要確認 unreadable expired",
    ],
    ["not proven", { confidence: 0.49 }, "要確認 unreadable"],
    ["half proven", { confidence: 0.5 }, "一致 0"],
    ["typed by a person", { readBy: "person" }, "要確認 scanned 0"],
    ["about something else", { items: [item("収納棚", 1, 60_000)] }, "一致 0"],
  ])("%s", (_, more, wanted) => expect(of(more)).toBe(wanted + BOTH));

  test("days that are not known are not held against it", () => {
    expect(of({ date: null, validUntil: null })).toBe(`一致 0${BOTH}`);
    expect(of({ date: "2025-01-01" }, {}, { opened: null })).toBe(`一致 0${BOTH}`);
    expect(of({ validUntil: "2025-01-01" }, { orderDate: null })).toBe(`一致 0${BOTH}`);
    expect(of({ addressee: "株式会社隣" }, {}, { applicant: null })).toBe(`一致 0${BOTH}`);
  });

  test("the vendor is another where none of them is its own", () => {
    expect(of({}, { vendor: "測定商店 ほか" })).toBe(`不一致 vendor 0${BOTH}`);
    expect(of({ issuer: null }, { vendor: "測定商店 ほか" })).toBe(`一致 0${BOTH}`);
  });

  test("the item is another where none of them shares a word with it", () => {
    expect(of({}, { description: "收納棚" })).toBe(`要確認 item-name 0${BOTH}`);
    expect(of({}, { description: "据付調整" })).toBe(`一致 0${BOTH}`);
    expect(of({}, { description: "收納棚", amount: 160_001 })).toBe(`不一致 amount 1${BOTH}`);
  });
});

describe("how little shared is nothing", () => {
  const of = (description: string, name: string, more: Partial<DocumentRead> = {}) =>
    became([line(1, description, 1, 1_000)], [estimate("1", [item(name, 1, 1_000)], more)])[0];
  const STRANGE = "要確認 item-name 0: 1.pdf";
  const AGREES = "一致 0: 1.pdf";

  test.each([
    ["画像検査装置", "画像処理"],
    ["検査用画面", "画像の検証"],
    ["ＰＬＣ", "plc"],
    ["机", "机 W1200"],
    ["温度センサー", "温度センサー 4台"],
  ])("%s, %s: agrees", (line, paper) => expect(of(line, paper)).toBe(AGREES));

  test.each([
    ["画像検査装置", "収納棚"],
    ["検査一式", "収納棚一式"],
    ["検査装置導入", "収納棚導入"],
    ["検査装置(税抜)", "収納棚(税抜)"],
    ["検査装置購入費用", "収納棚購入費用"],
    ["検査装置 12台", "収納棚 12台"],
    ["検査装置 3か月", "収納棚 3か月"],
    ["検査装置 項番12", "収納棚 項番12"],
    ["検査料金", "収納料金"],
    ["検査代金", "収納代金"],
    ["検査『A』", "収納『B』"],
    ["検　査", "収　納"],
  ])("%s, %s: another item", (line, paper) => expect(of(line, paper)).toBe(STRANGE));

  test("what the paper is about and the item's own words count too", () => {
    expect(of("画像検査装置", "収納棚", { subject: "画像検査の件" })).toBe(AGREES);
    const spec = estimate("1", [item("収納棚", 1, 1_000, { spec: "画像検査用" })]);
    expect(became([line(1, "画像検査装置", 1, 1_000)], [spec])).toEqual([AGREES]);
    const items = [item("収納棚", 1, 1_000), item("画像検査装置", 1, 7)];
    expect(became([line(1, "画像検査装置", 1, 1_000)], [estimate("1", items)])).toEqual([
      "要確認 item-name 0: 1.pdf#1",
    ]);
  });

  test("words that every item may hold are compared where nothing else is there", () => {
    expect(of("一式", "一式")).toBe(AGREES);
    expect(of("", "収納棚")).toBe(STRANGE);
    expect(of("費用", "代金")).toBe(STRANGE);
  });
});

describe("papers that cannot be read", () => {
  const scan = (file: string, problem: Parameters<typeof unreadDocument>[1], no = "1") =>
    unreadDocument(file, problem, no);
  const own = line(1, "温度センサー", 4, 25_000);

  test("all of the line's number are told; scans only where all of them are", () => {
    expect(became([own], [scan("a.pdf", "no-text"), scan("b.pdf", "no-text")])).toEqual([
      "要確認 scanned: a.pdf, b.pdf",
    ]);
    expect(became([own], [scan("a.pdf", "no-text"), scan("b.pdf", "corrupt")])).toEqual([
      "要確認 unreadable: a.pdf, b.pdf",
    ]);
    const second = { ...own, numbers: ["9", "2"] };
    expect(became([second], [scan("a.pdf", "no-text", "2")])).toEqual(["要確認 scanned: a.pdf"]);
  });

  test("stand behind one that can", () => {
    expect(became([own], [scan("a.pdf", "no-text"), estimate("1", [SENSOR])])).toEqual(["一致 0: 1.pdf"]);
    expect(matched([own], [scan("a.pdf", "no-text", "9")]).unmatched).toEqual([]);
  });
});

describe("what no line rests on", () => {
  const left = (lines: MatchLine[], papers: DocumentRead[], tax: "exclusive" | "inclusive" = "exclusive") =>
    matched(lines, papers, { tax }).unmatched.map(({ file, item: at }) =>
      at === null ? file : `${file}#${String(at)}`,
    );
  const COVER = item("防塵カバー", 2, 30_000);
  const paper = estimate("1", [SENSOR, COVER]);
  const own = line(1, "温度センサー", 4, 25_000);

  test("items that no line takes, but options", () => {
    expect(left([own], [paper])).toEqual(["1.pdf#2"]);
    expect(left([own], [estimate("1", [SENSOR, { ...COVER, optional: true }])])).toEqual([]);
    const both = [own, line(2, "防塵カバー", 2, 30_000, { numbers: ["1"] })];
    expect(left(both, [paper])).toEqual([]);
  });

  test("nothing, where lines rest on the whole or add up to it", () => {
    expect(left([lump(1, "一式", 160_000)], [paper])).toEqual([]);
    expect(left([lump(1, "一式", 159_000)], [paper])).toEqual([]);
    const sums = estimate("1", [SENSOR, item("送料", 1, 0)]);
    expect(left([own], [sums])).toEqual([]);
    expect(left([lump(1, "温度センサー", 110_000)], [sums], "inclusive")).toEqual([]);
  });

  test("pages and rows are papers of their own", () => {
    const pages = [paper, { ...paper, page: 2, number: "2", evidenceNo: "7" }];
    expect(matched([lump(1, "一式", 160_000)], pages).unmatched).toEqual([
      { file: "1.pdf", page: 2, row: null, item: null },
    ]);
    const rows = [1, 2].map((row) => ({ ...paper, file: "list.csv", row, number: null, evidenceNo: String(row) }));
    expect(matched([lump(1, "一式", 160_000)], rows).unmatched).toEqual([
      { file: "list.csv", page: 1, row: 2, item: null },
    ]);
  });
});
