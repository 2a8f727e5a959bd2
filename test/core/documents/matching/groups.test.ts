/** Lines under one number: who takes which item, what they are only together, and what one line is of many items. */
import type { DocumentItem, DocumentRead } from "../../../../src/core/documents/document";
import type { MatchLine } from "../../../../src/core/documents/match/matching";
import { became, estimate, item, line, lump, matched } from "./papers";

const under = (no: string, ...lines: MatchLine[]): MatchLine[] =>
  lines.map((own, at) => ({ ...own, row: at + 1, numbers: [no] }));
const BODY = item("画像検査装置 本体", 1, 900_000);
const WORK = item("据付調整費", 1, 60_000);
const COVER = item("防塵カバー", 2, 20_000);
const own = ({ name, quantity, unitPrice }: DocumentItem, more: Partial<MatchLine> = {}) =>
  line(1, name, quantity ?? 1, unitPrice ?? 0, more);
const backs = (lines: MatchLine[], papers: DocumentRead[]) => became(under("1", ...lines), papers);

describe("each takes an item", () => {
  test("of its own, in whatever order", () => {
    const paper = estimate("1", [BODY, WORK, COVER]);
    expect(backs([own(COVER), own(BODY), own(WORK)], [paper])).toEqual([
      ...["一致 0: 1.pdf#3", "一致 0: 1.pdf#1", "一致 0: 1.pdf#2"],
    ]);
  });

  test("and leaves to another what is the only one for it", () => {
    const paper = estimate("1", [item("温度センサー 高温用", 1, 100_000), item("温度センサー 低温用", 1, 100_000)]);
    const lines = [lump(1, "温度センサー", 100_000), lump(2, "温度センサー 高温用", 100_000)];
    expect(backs(lines, [paper])).toEqual(["一致 0: 1.pdf#2", "一致 0: 1.pdf#1"]);
    expect(backs(lines.toReversed(), [paper])).toEqual(["一致 0: 1.pdf#1", "一致 0: 1.pdf#2"]);
  });

  test("told by what is written, where the amounts are one", () => {
    const paper = estimate("1", [item("温度センサー", 2, 50_000), item("温度センサー", 4, 25_000)]);
    const of = (more: Partial<MatchLine>) => backs([lump(1, "温度センサー", 100_000, more)], [paper])[0];
    expect(of({ unitPrice: 25_000 })).toBe("一致 0: 1.pdf#2");
    expect(of({ unitPrice: 50_000 })).toBe("一致 0: 1.pdf#1");
    expect(of({ quantity: 4 })).toBe("一致 0: 1.pdf#2");
    expect(of({ quantity: 2 })).toBe("一致 0: 1.pdf#1");
    expect(of({ quantity: 4, unitPrice: 50_000 })).toBe("一致 0: 1.pdf#1");
  });

  test("the nearer of two that differ; what is in the total before what is offered beside it", () => {
    const two = (first: number, second: number) =>
      estimate("1", [BODY, item("温度センサー", 1, first), item("温度センサー", 1, second)]);
    const claimed = [own(BODY), lump(2, "温度センサー", 100_000)];
    expect(backs(claimed, [two(90_000, 50_000)])[1]).toBe("不一致 amount 10000: 1.pdf#2");
    expect(backs(claimed, [two(50_000, 90_000)])[1]).toBe("不一致 amount 10000: 1.pdf#3");
    const offered = item("温度センサー", 1, 100_000, { optional: true });
    const counted = item("温度センサー", 1, 100_000);
    expect(backs(claimed, [estimate("1", [BODY, offered, counted])])[1]).toBe("一致 0: 1.pdf#3");
    expect(backs(claimed, [estimate("1", [BODY, offered])])[1]).toBe("要確認 optional-item 0: 1.pdf#2");
  });

  test("the text before a wrong tax, a wrong tax before a wrong amount", () => {
    const paper = estimate("1", [BODY, item("据付調整費 現地", 1, 110_000), item("据付調整費", 1, 100_000)]);
    expect(backs([own(BODY), lump(2, "据付調整費", 110_000)], [paper])[1]).toBe("一致 0: 1.pdf#2");
    const far = estimate("1", [BODY, item("据付調整費", 1, 100_000), item("据付調整費", 1, 109_000)]);
    expect(backs([own(BODY), lump(2, "据付調整費", 110_000)], [far])[1]).toBe("不一致 tax-treatment 10000: 1.pdf#2");
  });

  test("a deduction takes the deducted item, others do not", () => {
    const paper = estimate("1", [BODY, item("特別値引き", 1, -50_000), WORK, item("本体値引き", 1, -50_000)]);
    const off = lump(2, "値引き", -50_000, { discount: true });
    expect(backs([own(BODY), off, own(WORK), off], [paper])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2", "一致 0: 1.pdf#3", "一致 0: 1.pdf#4"],
    ]);
  });

  test("lines of several vendors each the paper of its own", () => {
    const papers = [estimate("1", [BODY]), estimate("1", [WORK], { file: "z.pdf", number: "Z", issuer: "よそ商事" })];
    const lines = [own(WORK, { vendor: "よそ商事" }), own(BODY)];
    expect(backs(lines, papers)).toEqual(["一致 0: z.pdf", "一致 0: 1.pdf"]);
    const third = lump(3, "収納棚", 5, { vendor: "知らない商店" });
    expect(backs([...lines, third], papers)[2]).toBe("不一致 vendor amount -899995: 1.pdf");
  });

  test("even where the other's paper would be to the yen what it claims", () => {
    const papers = [estimate("1", [BODY]), estimate("1", [WORK], { file: "z.pdf", number: "Z", issuer: "よそ商事" })];
    const lines = [own(BODY, { vendor: "よそ商事" }), own(WORK)];
    expect(backs(lines, papers).map((it) => it.split(": ")[1])).toEqual(["z.pdf", "1.pdf"]);
  });

  test("of the only paper, whoever the line's vendor is", () => {
    const paper = estimate("1", [BODY, WORK]);
    expect(backs([own(WORK, { vendor: "よそ商事" })], [paper])).toEqual(["不一致 vendor 0: 1.pdf#2"]);
  });

  test("no item twice, however many ways there are", () => {
    const paper = estimate("1", [
      item("温度センサー", 1, 100_000),
      item("収納棚", 1, 50_000),
      item("収納棚", 1, 50_000),
    ]);
    const lines = [line(1, "温度センサー", 1, 100_000), line(2, "収納棚", 1, 50_000), lump(3, "温度センサー", 100_000)];
    expect(backs(lines, [paper])).toEqual([...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2", "不一致 amount 50000: 1.pdf#3"]]);
    const both = [lump(1, "温度センサー", 100_000), lump(2, "収納棚", 150_000)];
    expect(backs(both, [paper])[1]).not.toMatch(/^一致/);
    const whole = [lump(1, "一式", 200_000), lump(2, "温度センサー", 100_000)];
    expect(backs(whole, [paper])).toEqual(["不一致 amount 150000: 1.pdf#2", "一致 0: 1.pdf#1"]);
  });

  test("the item though the whole comes nearer, where other lines have their part of it", () => {
    expect(backs([own(BODY), lump(2, "据付調整費", 950_000)], [estimate("1", [BODY, WORK])])).toEqual([
      ...["一致 0: 1.pdf#1", "不一致 amount 890000: 1.pdf#2"],
    ]);
  });

  test("what is deducted before what is called alike", () => {
    const paper = estimate("1", [BODY, WORK, item("出精", 1, -10_000)]);
    const off = lump(1, "画像検査装置 本体 特別割引", -20_000, { discount: true });
    expect(backs([off], [paper])).toEqual(["不一致 amount -10000: 1.pdf#3"]);
  });

  test("a line more than there are items rests on the whole", () => {
    const lines = [own(BODY), own(WORK), lump(3, "収納棚", 1_000)];
    expect(backs(lines, [estimate("1", [BODY, WORK])])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2", "不一致 amount -959000: 1.pdf"],
    ]);
    const other = estimate("1", [BODY, WORK], { file: "z.pdf", number: "Z-9", issuer: "よそ商事", comparative: true });
    expect(backs(lines, [estimate("1", [BODY, WORK]), other])[2]).toMatch(/: 1\.pdf, comparative z\.pdf$/);
  });
});

describe("only together", () => {
  const [design, coding] = [lump(1, "画面設計", 200_000), lump(2, "単体試験", 300_000)];
  const SYSTEM = item("システム構築 一式", 1, 500_000);

  test("a paper of one item, with the difference where there is one", () => {
    const of = (...items: DocumentItem[]) => backs([design, coding], [estimate("1", items)]);
    expect(of(SYSTEM)).toEqual(["一致 0: 1.pdf", "一致 0: 1.pdf"]);
    const dearer = { ...SYSTEM, amount: 500_001 };
    expect(of(dearer)).toEqual(["不一致 amount -1: 1.pdf", "不一致 amount -1: 1.pdf"]);
    const taxed = { ...SYSTEM, amount: 454_546 };
    expect(of(taxed)[0]).toBe("不一致 tax-treatment 45454: 1.pdf");
    const whole = item("サーバー", 1, 480_000);
    expect(of(whole, item("値引き", 1, -1))[0]).not.toMatch(/^一致/);
  });

  test("a paper of several items that are divided otherwise", () => {
    const paper = estimate("1", [item("甲工程", 1, 250_000), item("乙工程", 1, 250_000)]);
    expect(backs([design, coding], [paper])).toEqual(["一致 0: 1.pdf", "一致 0: 1.pdf"]);
  });

  test("one item, beside others that have their own", () => {
    const paper = estimate("1", [BODY, SYSTEM, item("送料", 1, 3_000)]);
    expect(backs([design, own(BODY), coding], [paper])).toEqual([
      ...["一致 0: 1.pdf#2", "一致 0: 1.pdf#1", "一致 0: 1.pdf#2"],
    ]);
    const other = lump(4, "収納棚", 7);
    expect(backs([design, own(BODY), coding, other], [paper]).slice(0, 3)).toEqual([
      ...["一致 0: 1.pdf#2", "一致 0: 1.pdf#1", "一致 0: 1.pdf#2"],
    ]);
  });

  test("all the items that are left", () => {
    const paper = estimate("1", [BODY, item("甲工程", 1, 240_000), item("乙工程", 1, 260_000)]);
    expect(backs([own(BODY), design, coding], [{ ...paper, net: 1 }])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2, 1.pdf#3", "一致 0: 1.pdf#2, 1.pdf#3"],
    ]);
    const offered = estimate("1", [...paper.items, item("丙工程", 1, 1, { optional: true })], { net: 1 });
    expect(backs([own(BODY), design, coding], [offered])[1]).toBe("一致 0: 1.pdf#2, 1.pdf#3");
  });

  test("not those that a person would have to divide", () => {
    const paper = estimate("1", [BODY, SYSTEM]);
    const dearer = lump(2, "単体試験", 300_001);
    for (const told of backs([own(BODY), design, dearer], [paper]).slice(1)) expect(told).toMatch(/^不一致 amount/);
  });

  test("of more than ten only all of them", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => lump(at, `作業${"甲乙丙丁戊己庚辛壬癸子丑"[at] ?? ""}`, 1_000 + at));
    const total = (lines: MatchLine[]) => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    const paper = (yen: number) => estimate("1", [BODY, item("役務", 1, yen), item("送料", 1, 3)]);
    const all = many(11);
    expect(backs([own(BODY), ...all], [paper(total(all))]).slice(1)).toEqual(all.map(() => "一致 0: 1.pdf#2"));
    const some = backs([own(BODY), ...all], [paper(total(all.slice(0, 3)))]);
    expect(some[1]).not.toMatch(/^一致/);
    const ten = many(10);
    const three = backs([own(BODY), ...ten], [paper(total(ten.slice(0, 3)))]).slice(1);
    expect(three.map((told) => told === "一致 0: 1.pdf#2")).toEqual(ten.map((_, at) => at < 3));
  });

  test("where each is an item and what is deducted is nobody's", () => {
    const OFF = item("出精値引き", 1, -60_000);
    const lines = [own(BODY), own(WORK)];
    const both = (told: string) => [told, told];
    expect(backs(lines, [estimate("1", [BODY, WORK, OFF])])).toEqual(both("不一致 discount 60000: 1.pdf"));
    expect(backs(lines, [estimate("1", [BODY, WORK, { ...OFF, optional: true }])])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2"],
    ]);
    expect(backs(lines, [estimate("1", [BODY, WORK, COVER, OFF])])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2"],
    ]);
    const off = lump(3, "出精値引き", -60_000, { discount: true });
    expect(backs([...lines, off], [estimate("1", [BODY, WORK, OFF])])).toEqual([
      ...["一致 0: 1.pdf#1", "一致 0: 1.pdf#2", "一致 0: 1.pdf#3"],
    ]);
  });
});

describe("one line of several items", () => {
  const of = (yen: number, items: DocumentItem[], text = "画像検査装置", more: Partial<MatchLine> = {}) =>
    backs([lump(1, text, yen, more)], [estimate("1", items)])[0];

  test("any of them that are its amount, without what is only offered", () => {
    const five = ["甲", "乙", "丙", "丁", "戊"].map((name, at) => item(`装置${name}`, 1, 10 ** at * 1_000));
    expect(of(10_101_000, five)).toBe("一致 0: 1.pdf#1, 1.pdf#3, 1.pdf#5");
    expect(of(11_000, five)).toBe("一致 0: 1.pdf#1, 1.pdf#2");
    expect(of(11_111_000, five)).toBe("一致 0: 1.pdf");
    expect(of(12_100, five)).toBe("不一致 tax-treatment 1100: 1.pdf#1, 1.pdf#2");
    const offered = five.map((it, at) => (at === 2 ? { ...it, optional: true } : it));
    expect(of(101_000, offered)).toMatch(/^不一致 amount/);
    expect(of(100_000, offered)).toBe("要確認 optional-item 0: 1.pdf#3");
    const unknown = five.map((it, at) => (at === 2 ? { ...it, amount: null } : it));
    expect(of(101_000, unknown)).toMatch(/^不一致 amount/);
  });

  /** So many items, each of its own binary digit: no two sums are alike. */
  const digits = (count: number) => Array.from({ length: count }, (_, at) => item(`部品${String(at)}`, 1, 2 ** at * 7));
  const sum = (...at: number[]) => at.reduce((yen, it) => yen + 2 ** it * 7, 0);
  const FOUND = /^一致 0/;

  test("of many items only neighbours and pairs are tried", () => {
    expect(of(sum(0, 2, 5, 9), digits(12), "部品")).toMatch(FOUND);
    expect(of(sum(0, 2, 5, 9), digits(13), "部品")).not.toMatch(FOUND);
    expect(of(sum(3, 4, 5, 6), digits(13), "部品")).toBe("一致 0: 1.pdf#4, 1.pdf#5, 1.pdf#6, 1.pdf#7");
    expect(of(sum(0, 12), digits(13), "部品")).toBe("一致 0: 1.pdf#1, 1.pdf#13");
    expect(of(sum(0, 1), digits(13), "部品")).toBe("一致 0: 1.pdf#1, 1.pdf#2");
    expect(of(sum(11, 12), digits(13), "部品")).toBe("一致 0: 1.pdf#12, 1.pdf#13");
  });

  test("of very many neighbours alone", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => item(`部品${String(at)}`, 1, 1_000_003 + at * at));
    const yen = (items: DocumentItem[], ...at: number[]) => at.reduce((all, it) => all + (items[it]?.amount ?? 0), 0);
    const [sixty, more] = [many(60), many(61)];
    expect(of(yen(sixty, 0, 59), sixty, "部品")).toMatch(FOUND);
    expect(of(yen(more, 0, 60), more, "部品")).not.toMatch(FOUND);
    expect(of(yen(more, 30, 31, 32), more, "部品")).toBe("一致 0: 1.pdf#31, 1.pdf#32, 1.pdf#33");
    const run = Array.from({ length: 30 }, (_, at) => at + 5);
    expect(of(yen(more, ...run), more, "部品")).toMatch(FOUND);
    expect(of(yen(more, ...run, 35), more, "部品")).not.toMatch(FOUND);
    expect(of(yen(more, 30, 31, 32, 34), more, "部品")).not.toMatch(FOUND);
  });

  test("the 120th item can be one, the 121st is not looked at", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => item(`部品${String(at)}`, 1, 1_000 + at * 3));
    expect(of(1_000 + 119 * 3, many(121), "部品")).toBe("一致 0: 1.pdf#120");
    expect(of(1_000 + 120 * 3, many(121), "部品")).not.toMatch(FOUND);
  });

  test("the whole, where it comes nearer than the item", () => {
    const two = [item("画像検査装置", 1, 100_000), item("据付調整費", 1, 60_000)];
    expect(of(150_000, two)).toBe("不一致 amount -10000: 1.pdf");
    expect(of(115_000, two)).toBe("不一致 amount 15000: 1.pdf#1");
    expect(of(130_000, two)).toBe("不一致 amount 30000: 1.pdf#1");
    expect(of(131_000, two)).toBe("不一致 amount -29000: 1.pdf");
  });

  test("all but what is deducted is the whole without its discount", () => {
    const off = [item("画像検査装置", 1, 100_000), item("出精値引き", 1, -10_000)];
    expect(of(100_000, off)).toBe("不一致 discount 10000: 1.pdf");
    expect(of(90_000, off)).toBe("一致 0: 1.pdf");
    expect(of(100_000, [...off, item("架台", 1, 5_000)])).toBe("一致 0: 1.pdf#1");
    expect(of(100_000, [...off, item("架台", 1, 5_000, { optional: true })])).toBe("不一致 discount 10000: 1.pdf");
    expect(of(-10_000, off, "出精値引き", { discount: true })).toBe("一致 0: 1.pdf#2");
  });

  test("an option alone is offered beside a total that it is not in", () => {
    const option = item("画像検査装置", 1, 100_000, { optional: true });
    expect(of(100_000, [option])).toBe("要確認 optional-item 0: 1.pdf#1");
  });
});

describe("the second-best reading", () => {
  const second = (lines: MatchLine[], papers: DocumentRead[]) =>
    matched(lines, papers).matches.map(({ runnerUp: it }) => (it === null ? null : `${it.file}#${String(it.item)}`));

  test("is the best of those not taken, by its first item", () => {
    const paper = estimate("1", [item("温度センサー 低温用", 1, 100_000), item("温度センサー 高温用", 1, 100_000)]);
    expect(second(under("1", lump(1, "温度センサー 高温用", 100_000)), [paper])).toEqual(["1.pdf#1"]);
    const { matches } = matched(under("1", lump(1, "温度センサー 高温用", 100_000)), [paper]);
    expect(matches[0]?.runnerUp).toEqual({ file: "1.pdf", page: 1, row: null, item: 1, role: "backs" });
  });

  test("is the whole as a whole, and nothing where there is one way only", () => {
    expect(second(under("1", own(BODY)), [estimate("1", [BODY])])).toEqual([null]);
    const offered = estimate("1", [BODY, item("架台", 1, 900_000, { optional: true })]);
    expect(second(under("1", own(BODY)), [offered])).toEqual(["1.pdf#null"]);
  });

  test("of lines that are only together a paper, what each was held against by itself", () => {
    const lines = under("1", lump(1, "画面設計", 200_000), lump(2, "単体試験", 300_000));
    const paper = estimate("1", [item("画面設計", 1, 250_000), item("単体試験", 1, 250_000)]);
    expect(second(lines, [paper])).toEqual(["1.pdf#1", "1.pdf#2"]);
  });
});
