import * as fc from "fast-check";
import { CorrectionsError, parseCorrections, serialiseCorrections } from "../../../src/core/decisions/corrections";
import type { Correction } from "../../../src/core/decisions/decision";

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
