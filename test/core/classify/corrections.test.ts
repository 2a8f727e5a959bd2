import * as fc from "fast-check";
import {
  applyCorrections,
  CorrectionsError,
  parseCorrections,
  serialiseCorrections,
} from "../../../src/core/classify/corrections";
import type { Correction } from "../../../src/core/decisions/decision";

const correction = (description: string, vendor: string | null = null): Correction => ({
  description,
  vendor,
  middle: "外注費",
  minor: null,
});
const applies = (description: string, to: string, vendor: string | null = null, made: string | null = null) =>
  applyCorrections({ description, vendor }, [correction(to, made)]) !== null;

describe("a correction applies", () => {
  test.each([
    ["在庫アプリ 保守", "在庫アプリ 保守"],
    ["在庫ｱﾌﾟﾘ　保守", "在庫アプリ保守"],
    ["kintone ライセンス 8ID", "KINTONE ライセンス 12ID"],
    ["IoTセンサー設置(第2工場)", "IoTセンサ設置 (第1工場)"],
  ])("%s ← %s", (description, made) => expect(applies(description, made)).toBe(true));
});

describe("a correction does not apply", () => {
  test.each([
    ["在庫アプリ 開発", "在庫アプリ 保守"],
    ["特許出願料", "特許翻訳料"],
    ["代表取締役 統括", "製造課 統括"],
    ["PC", "UPS"],
    ["12", "34"],
  ])("%s ← %s", (description, made) => expect(applies(description, made)).toBe(false));
});

test("holds for its vendor only, however the company's form is written; without a vendor for all", () => {
  expect(applies("制御ソフト", "制御ソフト", "株式会社小倉システム", "㈱小倉システム")).toBe(true);
  expect(applies("制御ソフト", "制御ソフト", "小倉システム(株)", "㈱小倉システム")).toBe(true);
  expect(applies("制御ソフト", "制御ソフト", "若松ソフト", "㈱小倉システム")).toBe(false);
  expect(applies("制御ソフト", "制御ソフト", "若松ソフト", null)).toBe(true);
});

test("an equal line's correction wins over a near-equal one's, and the last of equals holds", () => {
  const near = { ...correction("センサ設置作業 第1工場"), middle: "土木・建築工事費" };
  const first = { ...correction("センサ設置作業 第2工場"), middle: "保守・改造修理費" };
  const last = { ...first, middle: "外注費" };
  const line = { description: "センサ設置作業 第2工場", vendor: null };
  expect(applyCorrections(line, [first, near])?.middle).toBe("保守・改造修理費");
  expect(applyCorrections(line, [near, first, last])?.middle).toBe("外注費");
  expect(applyCorrections(line, [])).toBeNull();
});

describe("the corrections file", () => {
  const arbitrary: fc.Arbitrary<Correction> = fc.record(
    {
      description: fc.string({ minLength: 1, unit: "grapheme" }),
      vendor: fc.option(fc.string({ minLength: 1 }), { nil: null }),
      middle: fc.string({ minLength: 1 }),
      minor: fc.option(fc.string({ minLength: 1 }), { nil: null }),
      eligibility: fc.constantFrom("eligible" as const, "ineligible" as const),
    },
    { requiredKeys: ["description", "vendor", "middle", "minor"] },
  );

  test("gives back what was written", () => {
    fc.assert(
      fc.property(fc.array(arbitrary), (corrections) => {
        expect(parseCorrections(serialiseCorrections(corrections))).toEqual(corrections);
      }),
    );
  });

  test.each([
    ["", "not-json", ""],
    ["{", "not-json", ""],
    ["[]", "not-corrections", "format"],
    ['{"format":"other","version":1,"corrections":[]}', "not-corrections", "format"],
    ['{"format":"kenzan-corrections","version":2,"corrections":[]}', "unknown-version", "version"],
    ['{"format":"kenzan-corrections","version":1}', "bad-shape", "corrections"],
    ['{"format":"kenzan-corrections","version":1,"corrections":[1]}', "bad-shape", "corrections[0]"],
    [
      '{"format":"kenzan-corrections","version":1,"corrections":[{"description":"a","vendor":null,"middle":"","minor":null}]}',
      "bad-shape",
      "corrections[0].middle",
    ],
    [
      '{"format":"kenzan-corrections","version":1,"corrections":[{"description":"a","vendor":null,"middle":"b","minor":null,"eligibility":"maybe"}]}',
      "bad-shape",
      "corrections[0].eligibility",
    ],
    [
      '{"format":"kenzan-corrections","version":1,"corrections":[{"description":"a","vendor":null,"middle":"b","minor":null,"__proto__":1,"more":2}]}',
      "bad-shape",
      "corrections[0].__proto__",
    ],
  ])("refuses %s", (text, problem, path) => {
    expect(() => parseCorrections(text)).toThrow(CorrectionsError);
    try {
      parseCorrections(text);
    } catch (error) {
      expect(error).toMatchObject({ problem, path });
    }
  });
});
