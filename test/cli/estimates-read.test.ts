/** Documents as companies send them: what is read, and what becomes of each line; and files that fight back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { kenzan, root } from "./kenzan";

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
    ...{ quantity, unit: unit ?? null, unitPrice, amount, optional },
  })),
});
const byPlace = (a: Document, b: Document): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.page - b.page);
const outcome = ({ sheet, row, state, reason, difference, documents }: Match) => ({
  ...{ sheet, row, state, reason, difference },
  documents: documents.map((it) => [it.role, it.file, it.page, it.row]).sort(),
});

describe.each(["given", "layouts"])("%s", (set) => {
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

  test.each(files)("%s", (file) => {
    const healthy = join(fixtures, "given", "09_特許事務所.pdf");
    const { stdout } = kenzan(["estimates", join(folder, file), healthy, "--format", "json"]);
    const [hostile, other] = JSON.parse(stdout) as [Document, Document];
    expect(hostile.file).toBe(file);
    expect(other["issuer"]).toBe("桐葉特許商標事務所");
    if (file.endsWith(".pdf")) expect(hostile["problem"]).toMatch(/^(too-large|timeout|empty|corrupt|no-items)$/);
    // A formula in a list is the text that it is.
    else expect(hostile.items[0]?.name).toContain("=cmd");
  });
});
