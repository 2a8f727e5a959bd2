/** Papers of other companies under a line's number: which is there to compare, and whether it offers the same. */
import type { DocumentItem, DocumentRead } from "../../../../src/core/documents/document";
import { became, estimate, item, line, lump } from "./papers";

const SENSOR = item("温度センサー TS-100", 4, 25_000);
const LINE = line(1, "温度センサー TS-100", 4, 25_000);
const PAPER = estimate("1", [SENSOR]);
const other = (items: readonly DocumentItem[], more: Partial<DocumentRead> = {}) =>
  estimate("1", items, { file: "z.pdf", number: "Z-9", issuer: "よそ商事", ...more });
const DEARER = other([item("温度センサー TS-100", 4, 28_000)]);

describe("which paper is there to compare", () => {
  const of = (...papers: DocumentRead[]) => became([LINE], papers)[0];
  const free = (...papers: DocumentRead[]) => became([{ ...LINE, vendor: null }], papers)[0];

  test("another company's beside the vendor's, in whatever order", () => {
    expect(of(PAPER, DEARER)).toBe("一致 0: 1.pdf, comparative z.pdf");
    expect(of(DEARER, PAPER)).toBe("一致 0: 1.pdf, comparative z.pdf");
    const cheaper = other([item("温度センサー TS-100", 4, 25_000)]);
    const own = estimate("1", [item("温度センサー TS-100", 4, 26_000)]);
    expect(of(cheaper, own)).toBe("不一致 amount -4000: 1.pdf, comparative z.pdf");
  });

  test("the one that calls itself so, where no vendor is named", () => {
    const [own, rival] = [PAPER, other([SENSOR])];
    expect(free({ ...own, comparative: true }, rival)).toBe("一致 0: z.pdf, comparative 1.pdf");
    expect(free(own, { ...rival, comparative: true })).toBe("一致 0: 1.pdf, comparative z.pdf");
  });

  test("what fits worse, where nothing else tells", () => {
    expect(free(DEARER, PAPER)).toBe("一致 0: 1.pdf, comparative z.pdf");
    expect(free(PAPER, DEARER)).toBe("一致 0: 1.pdf, comparative z.pdf");
    const all = [PAPER, DEARER].map((paper) => ({ ...paper, comparative: true }));
    expect(free(...all)).toBe("一致 0: 1.pdf, comparative z.pdf");
  });

  test("none, where two together are what the line claims", () => {
    const [body, work] = [estimate("1", [item("温度センサー", 4, 20_000)]), other([item("据付費", 1, 20_000)])];
    expect(free(body, work)).toBe("一致 0: 1.pdf, z.pdf");
    const dearer = other([item("据付費", 1, 20_001)]);
    expect(free(body, dearer)).toBe("不一致 amount comparative-differs 20000: 1.pdf, comparative z.pdf");
  });
});

describe("several papers that one line rests on", () => {
  const [body, work] = [estimate("1", [item("温度センサー", 4, 20_000)]), other([item("据付費", 1, 20_000)])];
  const all = { ...LINE, vendor: "株式会社見積屋 ほか", unitPrice: null };

  test("are held against it by their sum", () => {
    expect(became([all], [body, work])).toEqual(["一致 0: 1.pdf, z.pdf"]);
    expect(became([{ ...all, amount: 100_001 }], [body, work])).toEqual(["不一致 amount 1: 1.pdf, z.pdf"]);
    expect(became([{ ...all, amount: 110_000 }], [body, work])).toEqual(["不一致 tax-treatment 10000: 1.pdf, z.pdf"]);
    expect(became([{ ...all, amount: null }], [body, work])).toEqual(["不一致 amount: 1.pdf, z.pdf"]);
    const unknown = { ...work, net: null, gross: null };
    expect(became([all], [body, unknown])).toEqual(["不一致 amount: 1.pdf, z.pdf"]);
  });

  test("with tax where the applicant counts it", () => {
    const tax = { tax: "inclusive" } as const;
    expect(became([{ ...all, amount: 110_000 }], [body, work], tax)).toEqual(["一致 0: 1.pdf, z.pdf"]);
    expect(became([all], [body, work], tax)).toEqual(["不一致 tax-treatment -10000: 1.pdf, z.pdf"]);
  });

  test("by the numbers that the line names", () => {
    const second = { ...estimate("2", [item("据付費", 1, 20_000)]), issuer: "よそ商事" };
    const lines = (amount: number) => [{ ...LINE, numbers: ["1", "2"], unitPrice: null, amount }];
    expect(became(lines(100_000), [body, second])).toEqual(["一致 0: 1.pdf, 2.pdf"]);
    expect(became(lines(99_000), [body, second])).toEqual(["不一致 amount -1000: 1.pdf, 2.pdf"]);
    expect(became(lines(80_000), [body])).toEqual(["一致 0: 1.pdf"]);
  });

  test("not where one of them is what the line claims, nor an item of the only one there is", () => {
    const second = { ...work, issuer: "株式会社見積屋" };
    const first = lump(1, "温度センサー", 80_000);
    expect(became([first], [body, second])).toEqual(["一致 0: 1.pdf"]);
    const two = estimate("1", [item("温度センサー", 4, 20_000), item("収納棚", 1, 7_000)]);
    expect(became([{ ...first, numbers: ["1", "2"] }], [two])).toEqual(["一致 0: 1.pdf#1"]);
  });

  test("of its vendor alone, where their sum is what it claims", () => {
    const second = { ...work, issuer: "株式会社見積屋" };
    expect(became([{ ...LINE, unitPrice: null }], [body, second])).toEqual(["一致 0: 1.pdf, z.pdf"]);
  });

  test("with one to compare beside them", () => {
    const rival = other([item("温度センサー 据付", 1, 120_000)], { file: "r.pdf", number: "R-1", comparative: true });
    expect(became([all], [body, work, rival])[0]).toMatch(/: 1\.pdf, z\.pdf, comparative r\.pdf$/);
  });
});

describe("whether it offers the same", () => {
  const BODY = item("画像検査装置 本体", 1, 900_000);
  const LENS = item("交換レンズ", 2, 50_000);
  const own = estimate("1", [BODY, LENS]);
  const of = (...items: DocumentItem[]) => became([lump(1, "画像検査装置 一式", 1_000_000)], [own, other(items)])[0];
  const SAME = "一致 0: 1.pdf, comparative z.pdf";
  const DIFFERS = "要確認 comparative-differs 0: 1.pdf, comparative z.pdf";

  const dearer = (it: DocumentItem): DocumentItem => ({ ...it, amount: (it.amount ?? 0) + 5_000 });

  test.each<[string, DocumentItem[], string]>([
    ["the same items, dearer", [dearer(BODY), dearer(LENS)], SAME],
    ["in another order", [LENS, BODY], SAME],
    ["one item", [BODY], DIFFERS],
    ["three items", [BODY, LENS, item("架台", 1, 1)], DIFFERS],
    ["an option beside them", [BODY, LENS, item("架台", 1, 1, { optional: true })], SAME],
    ["a discount beside them", [BODY, LENS, item("値引き", 1, -1)], SAME],
    ["an item without an amount beside them", [BODY, LENS, item("架台", 1, 1, { amount: null })], DIFFERS],
    ["an item for nothing beside them", [BODY, LENS, item("架台", 1, 0)], DIFFERS],
    ["another quantity", [BODY, { ...LENS, quantity: 3 }], DIFFERS],
    ["a quantity that is not told", [BODY, { ...LENS, quantity: null }], SAME],
    ["another name in the same place, as many", [BODY, item("梱包送料", 2, 50_000)], SAME],
    ["another name in the same place, untold how many", [BODY, item("梱包送料", 2, 1, { quantity: null })], DIFFERS],
    ["one called otherwise, alike in words", [BODY, item("予備用交換レンズ群", 2, 50_000)], SAME],
    ["no items at all", [], SAME],
  ])("%s", (_, items, wanted) => expect(of(...items)).toBe(wanted));

  test("one item called quite otherwise may be the same; its quantity tells", () => {
    const single = (quantity: number) => became([LINE], [PAPER, other([item("サーモカップル", quantity, 30_000)])])[0];
    expect(single(4)).toBe(SAME);
    expect(single(3)).toBe(DIFFERS);
  });

  test("an item that the other tells in its subject is offered", () => {
    const items = [BODY, item("オプション品", 2, 50_000, { quantity: null })];
    const papers = (subject: string | null) => [own, other(items, { subject })];
    const line = [lump(1, "画像検査装置 一式", 1_000_000)];
    expect(became(line, papers(null))).toEqual([DIFFERS]);
    expect(became(line, papers("交換レンズ付き検査装置"))).toEqual([SAME]);
  });

  test("alike in words and quantity go together", () => {
    const pair = [item("保守契約 甲種", 1, 10_000), item("保守契約 乙種", 12, 75_000)];
    const swapped = other([pair[1], pair[0]] as DocumentItem[]);
    expect(became([lump(1, "保守契約 一式", 910_000)], [estimate("1", pair), swapped])).toEqual([SAME]);
    const changed = other([
      { ...pair[0], quantity: 12 },
      { ...pair[1], quantity: 1 },
    ] as DocumentItem[]);
    expect(became([lump(1, "保守契約 一式", 910_000)], [estimate("1", pair), changed])[0]).toMatch(/^要確認/);
  });

  test("one of several that does not is enough", () => {
    const papers = [PAPER, DEARER, other([item("温度センサー TS-100", 2, 28_000)], { file: "y.pdf", number: "Y" })];
    expect(became([LINE], papers)).toEqual([
      "要確認 comparative-differs 0: 1.pdf, comparative z.pdf, comparative y.pdf",
    ]);
  });
});
