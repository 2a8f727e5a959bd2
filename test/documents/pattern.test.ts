/**
 * Seven papers by a hand that knew only the contract: quotations in English, a web shop's cart, conditions beside a
 * sheet's table, a side column beside the addressee, a number in the title; and the ways a day is written.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayIn } from "../../src/core/documents/words/days";
import { foreignFigureIn } from "../../src/core/documents/words/figures";
import type { DocumentRead } from "../../src/core/documents/document";
import { readPapers } from "./papers";

const folder = join(__dirname, "../fixtures/estimates/pattern");
const { documents } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as { documents: DocumentRead[] };

const bare = (text: string | null): string => (text ?? "").normalize("NFKC").replace(/[\s・,、。.:/\-~()「」]/g, "");
const asRead = (read: DocumentRead) => ({
  ...Object.fromEntries(["number", "issuer", "addressee"].map((field) => [field, bare(read[field as "number"])])),
  ...Object.fromEntries(
    (["kind", "evidenceNo", "date", "validUntil", "registrationNumber", "currency", "taxIncluded"] as const).map(
      (field) => [field, read[field]],
    ),
  ),
  ...Object.fromEntries(
    (["net", "tax", "gross", "taxByRate", "problem"] as const).map((field) => [field, read[field]]),
  ),
  items: read.items.map(({ name, spec, quantity, unit, unitPrice, amount, optional }) => ({
    text: bare(`${name}${spec ?? ""}`),
    ...{ quantity, unit, unitPrice, amount, optional },
  })),
});

test.each(documents.map((truth) => [truth.file, truth] as const))("%s", async (file, truth) => {
  const read = await readPapers([join(folder, file)]);
  expect(read.map(asRead)).toEqual([asRead(truth)]);
});

test.each([
  ["May 13, 2025", "2025-05-13"],
  ["13 May 2025", "2025-05-13"],
  ["13-May-2025", "2025-05-13"],
  ["3rd Sept. 2025", "2025-09-03"],
  ["SEPTEMBER 30 2025", "2025-09-30"],
  ["05/13/2025", "2025-05-13"],
  ["13.05.2025", "2025-05-13"],
  // Day or month first: nobody can tell.
  ["05/06/2025", null],
  ["May 2025", null],
  ["Feb 30, 2025", null],
  ["令和七年五月十三日", "2025-05-13"],
  ["２０２５．５．１３", "2025-05-13"],
])("the day %s", (text, day) => expect(dayIn(text)).toBe(day));

test.each([
  ["$3,800.00", 3800],
  ["US$ 1,250", 1250],
  ["350.50 EUR", 350.5],
  ["(€36.00)", -36],
  ["¥3,800", null],
  ["3,800", null],
  ["$A-1", null],
])("the figure %s", (text, value) => expect(foreignFigureIn(text)).toBe(value));
