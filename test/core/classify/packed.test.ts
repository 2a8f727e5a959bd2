/** Weights are read as they were written. */
import * as fc from "fast-check";
import { packed } from "../../../bench/classify-packing";
import { unpacked } from "../../../src/core/classify/learned/packed";

const OUTPUTS = 5;
const tables = fc.uniqueArray(fc.nat({ max: 2 ** 20 }), { maxLength: 60 }).chain((features) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -100, max: 100 })), {
      minLength: features.length * OUTPUTS,
      maxLength: features.length * OUTPUTS,
    })
    .map((weights) => ({
      features: Int32Array.from(features.toSorted((a, b) => a - b)),
      weights: Int8Array.from(weights),
    })),
);

test("any table comes back whole, in letters that need no escape", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const text = packed(table, OUTPUTS);
      expect(JSON.stringify(text)).toHaveLength(text.length + 2);
      expect(unpacked(text, OUTPUTS)).toEqual(table);
    }),
  );
});

test("nothing written is no rows", () => {
  expect(unpacked("", OUTPUTS).features).toHaveLength(0);
});
