/** Documents as companies send them: what is read, and what becomes of each line; and files that fight back. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kenzan, newFolder, root } from "./kenzan";
import { SETS } from "../documents/sets";

const fixtures = join(root, "test/fixtures/estimates");

interface Item {
  name: string;
  spec: string | null;
  quantity: number | null;
  unit: string | null;
  unitPrice: number | null;
  amount: number | null;
  optional: boolean;
}
interface Document {
  file: string;
  page: number;
  row: number | null;
  items: Item[];
  [field: string]: unknown;
}
interface Match {
  sheet: string;
  row: number;
  state: string;
  reason: string | null;
  difference: number | null;
  documents: { file: string; page: number; row: number | null; item: number | null; role: string }[];
}
interface Estimates {
  documents: Document[];
  matches: Match[];
  unmatched: object[];
}

const FIELDS =
  "kind evidenceNo number issuer addressee date validUntil registrationNumber currency taxIncluded net tax gross taxByRate readBy problem".split(
    " ",
  );
/** Blanks, widths and signs between words carry no meaning. */
const plain = (text: unknown): unknown =>
  typeof text === "string"
    ? text
        .normalize("NFKC")
        .replaceAll("(株)", "株式会社")
        .replace(/[\s・,、。.:/\-~()「」]/g, "")
    : text;

const project = ({ file, page, row, items, ...fields }: Document) => ({
  where: [file, page, row],
  ...Object.fromEntries(FIELDS.map((name) => [name, plain(fields[name] ?? null)])),
  items: items.map(({ name, spec, quantity, unit, unitPrice, amount, optional }) => ({
    text: plain(name + (spec ?? "")),
    ...{ quantity, unit: unit?.normalize("NFKC") ?? null, unitPrice, amount, optional },
  })),
});
const byPlace = (a: Document, b: Document): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.page - b.page);
const outcome = ({ sheet, row, state, reason, difference, documents }: Match) => ({
  ...{ sheet, row, state, reason, difference },
  documents: documents.map((it) => [it.role, it.file, it.page, it.row]).sort(),
});

describe.each(SETS)("%s", (set) => {
  const folder = join(fixtures, set);
  const { about, estimates: truth } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as {
    about: { args: string[] };
    estimates: Estimates;
  };
  const papers = [...new Set(truth.documents.map(({ file }) => join(folder, file)))];
  const { stdout } = kenzan([
    "check",
    join(folder, "budget.xlsx"),
    ...about.args,
    "--format",
    "json",
    "--estimates",
    ...papers,
  ]);
  const { estimates } = JSON.parse(stdout) as { estimates: Estimates };

  test("every field of every document", () => {
    expect([...estimates.documents].sort(byPlace).map(project)).toEqual(
      [...truth.documents].sort(byPlace).map(project),
    );
  });

  test("what becomes of every line", () => {
    expect(estimates.matches.map(outcome)).toEqual(truth.matches.map(outcome));
  });

  test("what no line rests on", () => expect(estimates.unmatched).toEqual(expect.arrayContaining(truth.unmatched)));
});

describe("files that fight back end in words, and the others are read", () => {
  const folder = join(fixtures, "hostile");
  const files = readdirSync(folder);

  const healthy = join(fixtures, "given", "09_特許事務所.pdf");
  const among = files.flatMap((file) => [join(folder, file), healthy]);
  const { stdout } = kenzan(["estimates", ...among, "--format", "json"]);
  const documents = JSON.parse(stdout) as Document[];

  test("each has its answer, and a sound one after it", () => expect(documents).toHaveLength(among.length));

  test.each(files)("%s", (file) => {
    const at = documents.findIndex((one) => one.file === file);
    const [hostile, other] = documents.slice(at, at + 2) as [Document, Document];
    expect(other["issuer"]).toBe("桐葉特許商標事務所");
    if (file.endsWith(".pdf")) expect(hostile["problem"]).toMatch(/^(too-large|timeout|empty|corrupt|no-items)$/);
    // A formula in a list is the text that it is.
    else expect(hostile.items[0]?.name).toContain("=cmd");
  });

  test("large ones, made here; and all of them in one run", () => {
    const made = newFolder();
    const papers = {
      "objects.pdf": pdf([...Array.from({ length: 100_000 }, () => "<< /Type /Annot /Subtype /Text >>")]),
      "pages.pdf": pdf([], 100_000),
      "xref.pdf": Buffer.from(
        pdf(["<< >>"])
          .toString("latin1")
          .replace(/startxref\n\d+/, "startxref\n999999"),
        "latin1",
      ),
      "stream.pdf": pdf([`<< /Length 12 /Filter /FlateDecode >>\nstream\n${"\u0000".repeat(12)}\nendstream`]),
      "text.pdf": pdf([`<< /Length ${LOTS.length} >>\nstream\n${LOTS}\nendstream`], 1, "/Contents 4 0 R"),
    };
    const paths = Object.entries(papers).map(([name, bytes]) => {
      writeFileSync(join(made, name), bytes);
      return join(made, name);
    });
    const locked = join(fixtures, "layouts", "16_鍵付き.pdf");
    const { stdout } = kenzan(["estimates", ...paths, locked, healthy, "--format", "json"]);
    const read = JSON.parse(stdout) as Document[];
    expect(read.map(({ file }) => file)).toEqual([...Object.keys(papers), "16_鍵付き.pdf", "09_特許事務所.pdf"]);
    expect(read.at(-1)).toMatchObject({ problem: null, issuer: "桐葉特許商標事務所" });
    expect(read.at(-2)).toMatchObject({ problem: "encrypted", readBy: null });
    for (const { problem } of read.slice(0, -2))
      expect(problem).toMatch(/^(too-large|timeout|empty|corrupt|no-items|no-text)$/);
  });
});

/** More letters than any estimate has. */
const LOTS = "q ".repeat(500_000) + "BT /F 9 Tf (A) Tj ET ".repeat(50_000);

/** A PDF whose objects from number 4 on are these. */
function pdf(more: readonly string[], pages = 1, onPage = ""): Buffer {
  const kids = Array.from({ length: pages }, () => "3 0 R").join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${onPage} >>`,
    ...more,
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}
