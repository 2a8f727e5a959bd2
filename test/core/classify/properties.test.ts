import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { categorise } from "../../../src/core/classify/categorise";
import { classify } from "../../../src/core/classify/classify";
import { evidenceOf } from "../../../src/core/classify/evidence";
import { isKind, isTrait } from "../../../src/core/classify/kinds";
import type { LineText } from "../../../src/core/classify/nature";
import { fraction } from "../../../src/core/money/fraction";
import { dx, lineOf } from "./line";

const real = ["lines", "own", "held-out"].flatMap((name) =>
  readFileSync(`test/fixtures/classification/${name}.tsv`, "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [description = "", vendor = "", price = "", , unit = "", note = ""] = row.split("\t");
      return lineOf(description, { vendor, price: Math.round(Number(price)), unit, note });
    }),
);
const realLine = fc.constantFrom(...real);
const answer = (line: LineText) => {
  const { major, middle, minor, eligibility, nature } = categorise(classify(line, 2025), line, dx);
  return { major, middle, minor, eligibility, kind: nature.kind, traits: nature.traits.map(({ trait }) => trait) };
};

const HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｰ";
const FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンー";
/** Katakana without marks in half width, letters and figures in full width. */
const otherWidth = (text: string | null): string | null =>
  text === null
    ? null
    : [...text]
        .map((char) => {
          const at = FULL.indexOf(char);
          if (at >= 0) return HALF[at] as string;
          const code = char.charCodeAt(0);
          return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : char;
        })
        .join("");
const mapText = (line: LineText, map: (text: string | null) => string | null): LineText => ({
  ...line,
  description: map(line.description) ?? "",
  vendor: map(line.vendor),
  unit: map(line.unit),
  note: map(line.note),
});

test("width of letters, figures and kana never changes the answer", () => {
  fc.assert(
    fc.property(realLine, (line) => {
      expect(answer(mapText(line, otherWidth))).toEqual(answer(line));
    }),
    { numRuns: 300 },
  );
});

test("letter case never changes the answer", () => {
  fc.assert(
    fc.property(realLine, (line) => {
      expect(answer(mapText(line, (text) => text?.toUpperCase() ?? null))).toEqual(answer(line));
    }),
    { numRuns: 300 },
  );
});

test("more white space, line breaks and spaces around never change the answer", () => {
  const gaps = fc.constantFrom("  ", "　", "\n", " 　\t");
  fc.assert(
    fc.property(realLine, gaps, (line, gap) => {
      const spaced = mapText(line, (text) => (text === null ? null : gap + text.replace(/[ \u3000]/g, gap) + gap));
      expect(answer(spaced)).toEqual(answer(line));
    }),
    { numRuns: 300 },
  );
});

test("whatever is typed, there is an answer of known words, and evidence stands in the line", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 });
  const maybe = fc.option(text, { nil: null });
  const price = fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { nil: null });
  fc.assert(
    fc.property(text, maybe, maybe, maybe, maybe, price, (description, specification, vendor, unit, note, yen) => {
      const line: LineText = {
        ...lineOf(description),
        specification,
        vendor,
        unit,
        note,
        unitPrice: yen === null ? null : fraction(yen),
        quantity: yen === null ? null : fraction(yen, 7),
      };
      const nature = classify(line, 2025);
      expect(isKind(nature.kind)).toBe(true);
      expect(nature.runnerUp === null || isKind(nature.runnerUp)).toBe(true);
      expect(nature.confidence).toBeGreaterThanOrEqual(0);
      expect(nature.confidence).toBeLessThanOrEqual(1);
      for (const { trait, evidence } of nature.traits) {
        expect(isTrait(trait)).toBe(true);
        if (evidence.field in line) expect(String(line[evidence.field as "note"] ?? "")).toContain(evidence.text);
      }
      for (const { field, text: words } of evidenceOf(line, nature.kind))
        if (field === "description" || field === "vendor" || field === "note")
          expect(line[field] ?? "").toContain(words);
    }),
    { numRuns: 500 },
  );
});

test("a cell that holds a whole book is read like any other", () => {
  const book = "協働ロボットの導入手順について述べる。".repeat(2_000);
  expect(classify(lineOf(`${book}タクシー代`), 2025).confidence).toBeGreaterThan(0);
});

test("what a line is does not depend on the line before", () => {
  const line = lineOf("測定データ収集用ゲートウェイ", { price: 62000 });
  const alone = classify(line, 2025);
  // A "~" stands where the other text ends.
  classify(lineOf("測定機メーカー工場での立会 小倉～名古屋 新幹線 普通車指定"), 2025);
  expect(classify(line, 2025)).toEqual(alone);
});
