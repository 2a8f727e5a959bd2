import { signsOf } from "../../../src/core/classify/reading/leads";
import { nothingSifted, phrase, sift, type Sifted } from "../../../src/core/classify/reading/phrase";
import { read } from "../../../src/core/classify/reading/reading";
import fc from "fast-check";

describe("what a phrase holds", () => {
  it.each([
    ["約束手形|手形", ["約束", "手形"]],
    ["入れ?替", ["入れ", "入替"]],
    ["(?:年)?会費", ["年会", "会費"]],
    ["(?<![a-z])ai(?![a-z])", ["ai"]],
    ["(?<=新幹線)グリーン", ["グリ"]],
    ["[二三]社", ["二社", "三社"]],
    ["[2-4]社", ["社"]],
    ["車(?!載)", ["車"]],
    ["第\\d回", [..."0123456789"].map((figure) => `第${figure}`)],
    ["[^~]~", ["~"]],
    ["a+b", ["aa", "ab"]],
    ["\\(有\\)", ["(有"]],
    ["^代表$", ["代表"]],
    ["x{2,3}", ["x", "xx"]],
    ["分割払い?|\\d+回払い", ["分割", "回払"]],
    ["\\S{0,2}dx(?:案件)?", ["dx"]],
    ["(?:\\d+|数)か月(?:ごと|毎)", ["か月"]],
    ["第?\\d年に", ["年に"]],
    ["\\d月(?:\\d+日)?開始", [..."開0123456789"].map((next) => `月${next}`)],
    ["(?:\\d年目|更新)(?!料)", ["年目", "更新"]],
    ["(?:\\d年)?更新", ["更新"]],
    ["\\d+", [..."0123456789"].flatMap((one) => [one, ...[..."0123456789"].map((other) => one + other)])],
  ])("%s", (source, expected) => {
    expect([...signsOf(source)].sort()).toEqual([...expected].sort());
  });

  it("refuses a pattern that it cannot read to its end", () => {
    expect(() => signsOf("(?:社員")).toThrow(SyntaxError);
    expect(() => signsOf("[社員")).toThrow(SyntaxError);
  });
});

describe("sifting", () => {
  const sifted = (...texts: string[]): Sifted => {
    const found = nothingSifted();
    for (const text of texts) sift(read(text), found);
    return found;
  };
  const letters = fc.constantFrom(..."社員車新幹線グリーン年会費ab1~()\n ");
  const atom = fc.oneof(
    letters.map((letter) => letter.replace(/[()]/, "\\$&")),
    fc.constantFrom("[社員]", "[^社~]", "\\d", ".", "(?:社員|車)", "(?:\\d員|車)", "(?<!社)", "(?=員)", "^", "$"),
  );
  const term = fc.tuple(atom, fc.constantFrom("", "", "", "?", "*", "+", "{2}"));
  const isQuantifiable = (text: string): boolean => !/^(?:\^|\$|\(\?[=<])/.test(text);
  const sequence = fc
    .array(
      term.map(([one, count]) => (isQuantifiable(one) ? one + count : one)),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(""));
  const source = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((all) => all.join("|"));

  it("never passes over a text in which the pattern stands", () => {
    fc.assert(
      fc.property(source, fc.string({ unit: letters, minLength: 1, maxLength: 20 }), (pattern, text) => {
        const signs = signsOf(pattern);
        for (const { 0: found } of text.matchAll(new RegExp(pattern, "gm"))) {
          if (found === "") continue;
          const holds = [...signs].some((sign) =>
            Array.from(found).some((_, at) =>
              [...sign].every((letter, i) => letter === "\uffff" || letter === found[at + i]),
            ),
          );
          expect({ pattern, text, found, holds }).toEqual({ pattern, text, found, holds: true });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("finds a phrase where its pattern does", () => {
    const patterns = [
      /社員車|車員?/,
      /ン+グ|費$/,
      /^社|\(a/,
      /[^~]~/,
      /(?:年?\d|ー)会/,
      /(?<=新幹線)グリーン/,
      /(?:a|\d)b|[社員]費/,
    ];
    const phrases = patterns.map((pattern) => ({ pattern, found: phrase(pattern) }));
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 20 }), fc.nat(3), (typed, from) => {
        const { text } = read(typed);
        const marks = sifted(typed);
        for (const { pattern, found } of phrases) {
          const search = new RegExp(pattern, "gm");
          const first = search.exec(text);
          search.lastIndex = from;
          expect([pattern, text, found.standsIn(text, marks)]).toEqual([pattern, text, first !== null]);
          if (first !== null) expect(found.match(text, from, text.length)?.index).toBe(search.exec(text)?.index);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("tells a phrase that stands in a text from one that cannot", () => {
    const wagon = phrase(/社用車|車検/);
    const green = phrase(/(?<=新幹線)グリーン/);
    expect(wagon.isIn(sifted("営業部の車検費用"))).toBe(true);
    expect(wagon.isIn(sifted("検査用カメラ"))).toBe(false);
    expect(green.isIn(sifted("新幹線グリーン席"))).toBe(true);
    expect(green.isIn(sifted(""))).toBe(false);
    // Also one that is made after the first text.
    expect(phrase(/測定顕微鏡/).isIn(sifted("測定顕微鏡一式"))).toBe(true);
  });
});
