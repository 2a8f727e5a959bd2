/** A workbook is opened once, whoever asks for it, and what is no workbook is told each time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openingOnce } from "../../src/ooxml/opening";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";

it("gives the same workbook again for the same bytes", () => {
  const open = openingOnce(nodeCodec);
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../fixtures/samples/transformation-errors.xlsx")));
  expect(open(bytes)).toBe(open(bytes));
  expect(open(bytes.slice())).not.toBe(open(bytes));
  for (let time = 0; time < 2; time++) expect(() => open(new Uint8Array([1, 2, 3]))).toThrow();
});
