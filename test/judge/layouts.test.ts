/** Whatever layout a budget has, its lines are read, its planted errors found, and its figures exact. */
import { check } from "../../src/core/check";
import { readWorkbook } from "../../src/ooxml/read";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { schemes } from "../../src/schemes";
import { differences, type Answer } from "../golden/compare";
import { buildXlsx } from "../ooxml/build";
import { books } from "./books";

test.each(books)("$name", ({ settings, sheets, expected }) => {
  const report = check(readWorkbook(buildXlsx({ sheets }), nodeCodec), schemes, settings);
  expect(differences({ ...expected, args: [], exit: 0 }, report as unknown as Answer)).toEqual([]);
});
