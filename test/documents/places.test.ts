/** What was read stands where the frame is drawn: the letters inside it, or the cell, say it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PLACED_FIELDS, type DocumentRead } from "../../src/core/documents/document";
import type { PaperPlace } from "../../src/core/documents/page/paper";
import { plain } from "../../src/core/text/plain";
import { cellName } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { readPdf } from "../../src/pdf/pdfium";
import { pdfEngine, readPapers } from "./papers";
import { SETS } from "./sets";

const fixtures = join(__dirname, "../fixtures/estimates");
// Of `layouts` some papers are broken.
const papers = ["producers", ...SETS.filter((set) => set !== "layouts")].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .filter((name) => /\.(?:pdf|xlsx)$/.test(name) && name !== "budget.xlsx")
    .map((name) => [name, join(fixtures, folder, name)] as const),
);

/** The words at a place, without gaps. */
async function wordsAt(path: string): Promise<(at: PaperPlace) => string> {
  const bytes = readFileSync(path);
  if (path.endsWith(".pdf")) {
    const { pages } = readPdf(await pdfEngine(), bytes);
    return ({ page, x0, y0, x1, y1 }) =>
      plain(
        (pages[page - 1]?.letters ?? [])
          .filter((letter) => {
            const [x, y] = [(letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2];
            return x >= x0 && x <= x1 && y >= y0 && y <= y1;
          })
          .map(({ text }) => text)
          .join(""),
      );
  }
  const book = readWorkbook(bytes);
  return ({ page, cell }) =>
    book.sheets[page - 1]!.rows.flatMap((row) =>
      row.cells.filter(({ column }) => cellName(row.index, column) === cell).map(({ value }) => plain(String(value))),
    ).join("");
}

/** What of a field must be seen at its place. */
function essence(field: (typeof PLACED_FIELDS)[number], document: DocumentRead): RegExp {
  const value = document[field];
  if (typeof value === "number") return new RegExp(String(Math.abs(value)));
  const text = plain(value ?? "");
  // A day is written in many ways, a period of validity counted; a name may go on in the next line.
  if (field === "date") return new RegExp(`0*${String(Number(text.slice(8)))}|[一二三四五六七八九十]日|^\\d{5}$`);
  if (field === "validUntil") return /\d|末|[一二三四五六七八九十]/;
  if (field === "registrationNumber") return new RegExp(text.slice(-4));
  return new RegExp(text.slice(0, 4).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}

const digits = (text: string): string => text.replace(/(?<=\d),(?=\d)/g, "");

test.each(papers)("%s: each field and item stands where it is framed", async (_name, path) => {
  const words = await wordsAt(path);
  const documents = await readPapers([path]);
  let seen = 0;
  for (const document of documents) {
    for (const field of PLACED_FIELDS) {
      const at = document.places[field];
      if (at === undefined) continue;
      expect(document[field]).not.toBeNull();
      expect({ field, words: digits(words(at)) }).toEqual({
        field,
        words: expect.stringMatching(essence(field, document)) as string,
      });
      seen++;
    }
    for (const { at, amount } of document.items)
      if (at !== null && path.endsWith(".pdf") && amount !== null) {
        expect(digits(words(at))).toContain(String(Math.abs(amount)));
        seen++;
      }
    // A paper that could be read shows at least who offers.
    if (document.readBy !== null && document.row === null && document.issuer !== null)
      expect(document.places).toHaveProperty("issuer");
  }
  // An estimate has more that is shown: number, days, totals; of one in foreign money no figure is.
  const least = documents.map(({ readBy, items, currency }) =>
    readBy === null || items.length === 0 ? 0 : currency === "JPY" ? 5 : 4,
  );
  expect(seen).toBeGreaterThanOrEqual(Math.max(...least));
});

test("a frame reaches into no other item's, however high the boxes of the letters are", async () => {
  const reach: string[] = [];
  let seen = 0;
  for (const [name, path] of papers.filter(([file]) => file.endsWith(".pdf")))
    for (const { items } of await readPapers([path])) {
      const frames = items.flatMap(({ at }) => (at === null ? [] : [at])).sort((a, b) => a.y0 - b.y0);
      for (const [at, lower] of frames.entries()) {
        const upper = frames[at - 1];
        if (upper === undefined || upper.page !== lower.page) continue;
        seen++;
        if (upper.y1 > lower.y0 + 1 && upper.x0 < lower.x1 && lower.x0 < upper.x1)
          reach.push(`${name} ${String(upper.y1 - lower.y0)}`);
      }
    }
  expect(seen).toBeGreaterThan(20);
  expect(reach).toEqual([]);
});
