/**
 * Hundreds of cases here, as many as asked with `npm run fuzz -- 20000`: workbooks and papers changed as people, programs
 * and enemies change them. Nothing is thrown, work follows the cells, every figure is whole yen, and none goes in silence.
 */
import Ajv from "ajv";
import fc from "fast-check";
import { judge } from "../../src/cli/judge";
import { words } from "../../src/cli/words";
import { jsonText } from "../../src/cli/json";
import { check } from "../../src/core/check";
import { readFile } from "../../src/documents/read-file";
import { cellName, type Workbook } from "../../src/core/workbook/workbook";
import { nodeCodec } from "../../src/ooxml/zip/node-codec";
import { schemes } from "../../src/schemes";
import { pdfEngine } from "../documents/papers";
import { buildParts, buildXlsx, zipParts } from "../ooxml/build";
import { BOOKS, cellsOf, mapSheets, PAPERS, specOf, type Base } from "./corpus";
import { mutated, mutation } from "./mutations";
import { stepsOf } from "./steps";
import reportSchema from "../../schemas/report.schema.json";

const CASES = Number(process.env["KENZAN_FUZZ"] ?? 400);
/** Looks at a cell that one cell may cost, and what every sheet costs. */
const STEPS = { cell: 2_500, sheet: 20_000 };
const SETTINGS = { scheme: "fais-dx-2025", frame: "transformation" } as const;

const share = (part: number) => ({ numRuns: Math.ceil(CASES * part) });
const base = fc.nat(BOOKS.length - 1).map((at) => BOOKS[at] as Base);
const changes = fc.array(mutation, { minLength: 1, maxLength: 6 });
/** A drawing of a sheet to its last row would be a million rows long. */
const near = changes.map((all) => all.filter(({ kind }) => kind !== "farCell"));

const before = process.resourceUsage().maxRSS;
const isReport = new Ajv().compile(reportSchema);

/** What the command line prints of the bytes as JSON: of the shape that other tools were told. */
function answerOf(bytes: Uint8Array): Answer {
  const outcome = judge("budget.xlsx", bytes, SETTINGS, "ignore", null, schemes, words.ja, nodeCodec);
  const answer = JSON.parse([...jsonText(outcome, SETTINGS, "ignore", "ja")].join("")) as Answer;
  isReport(answer);
  expect(isReport.errors).toBeNull();
  return answer;
}

interface Answer {
  readonly totals: Readonly<Record<string, number | null | Readonly<Record<string, number>>>>;
  readonly subsidy: { readonly amount: number | null; readonly beforeCap: number | null };
  readonly lines: readonly { readonly amount: number | null; readonly eligibleAmount: number }[];
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

/** Always, whatever came in. */
function expectSound(answer: Answer): void {
  expect(answer.findings.filter(({ rule }) => rule === "kenzan/crashed")).toEqual([]);
  for (const { message } of answer.findings) expect(message).not.toMatch(/undefined|NaN|\[object|Infinity/);
  const figures = [
    ...Object.values(answer.totals).flatMap((sum) =>
      typeof sum === "object" && sum !== null ? Object.values(sum) : [sum],
    ),
    answer.subsidy.amount,
    ...answer.lines.map(({ eligibleAmount }) => eligibleAmount),
  ];
  expect(figures.filter((yen) => yen !== null && !Number.isSafeInteger(yen))).toEqual([]);
  expect(answer.subsidy.amount ?? 0).toBeGreaterThanOrEqual(0);
}

test("a workbook that was changed: sound figures, no rule that failed, work that follows the cells", () => {
  fc.assert(
    fc.property(base, changes, ({ workbook }, mutations) => {
      const changed = mutated(workbook, mutations);
      const { result, steps } = stepsOf(() => check(changed, schemes, SETTINGS));
      expect(result.rules.crashed).toEqual([]);
      expect(steps).toBeLessThan(cellsOf(changed) * STEPS.cell + changed.sheets.length * STEPS.sheet);
    }),
    share(0.4),
  );
});

test("the same as a file, printed as JSON", () => {
  fc.assert(
    fc.property(base, near, ({ workbook }, mutations) =>
      expectSound(answerOf(buildXlsx(specOf(mutated(workbook, mutations))))),
    ),
    share(0.2),
  );
});

test("a file whose parts were damaged", () => {
  const damage = fc.record({ part: fc.nat(20), at: fc.nat(100_000), length: fc.nat(40), by: fc.nat(8) });
  const BY = ["", "<", ">", '"', "&#0;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "</row>", "-1", "999999999999"];
  fc.assert(
    fc.property(base, fc.array(damage, { minLength: 1, maxLength: 3 }), ({ workbook }, damages) => {
      const parts = buildParts(specOf(workbook));
      for (const { part, at, length, by } of damages) {
        const name = Object.keys(parts)[part % Object.keys(parts).length] as string;
        const text = String(parts[name]);
        const place = at % (text.length + 1);
        parts[name] = text.slice(0, place) + (BY[by] as string) + text.slice(place + length);
      }
      expectSound(answerOf(zipParts(parts)));
    }),
    share(0.1),
  );
});

/** Figures of a check that a change of place or look leaves alone. */
const figuresOf = (workbook: Workbook): unknown => {
  const { totals, subsidy, lines } = check(workbook, schemes, SETTINGS);
  return [totals, subsidy?.amount, lines.map(({ amount, eligibleAmount }) => [amount, eligibleAmount])];
};

const LOOKS: Readonly<Record<string, (workbook: Workbook) => Workbook>> = {
  "rows hidden": (workbook) =>
    mapSheets(workbook, (sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, hidden: true })) })),
  "an empty sheet in front": (workbook) => ({
    ...workbook,
    sheets: [
      { name: "メモ", visibility: "visible", rows: [], merges: [], hiddenColumns: [], tables: [] },
      ...workbook.sheets,
    ],
  }),
  "everything three rows lower": (workbook) =>
    mapSheets(
      { ...workbook, sheets: workbook.sheets.filter(({ rows }) => (rows.at(-1)?.index ?? 0) < 1_000_000) },
      (sheet) => ({
        ...sheet,
        tables: sheet.tables.map((table) => ({
          ...table,
          area: { ...table.area, top: table.area.top + 3, bottom: table.area.bottom + 3 },
        })),
        rows: sheet.rows.map((row) => ({ ...row, index: row.index + 3 })),
        merges: sheet.merges.map((area) => ({ ...area, top: area.top + 3, bottom: area.bottom + 3 })),
      }),
    ),
};
const withoutFormulas = (workbook: Workbook): Workbook =>
  mapSheets(workbook, (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, formula: null })) })),
  }));

test("what only moves or hides changes no figure of a changed workbook either", () => {
  fc.assert(
    fc.property(base, near, fc.constantFrom(...Object.keys(LOOKS)), ({ workbook }, mutations, look) => {
      const changed = withoutFormulas(mutated(workbook, mutations));
      expect(figuresOf(LOOKS[look]!(changed))).toEqual(figuresOf(changed));
    }),
    share(0.1),
  );
});

/** What stands where an amount was, and says none. */
const UNREADABLE = ["別途見積", "未定", "#####", "9".repeat(30), { error: "#REF!" }, { error: "#VALUE!" }] as const;

test("an amount that cannot be read any more is told, by its row or by a sum, or is known all the same", () => {
  fc.assert(
    fc.property(base, fc.nat(500), fc.constantFrom(...UNREADABLE), ({ workbook }, at, value) => {
      const own = withoutFormulas(workbook);
      const before = check(own, schemes, SETTINGS);
      const lines = before.lines.filter(({ amountCell }) => amountCell !== null);
      const cell = lines[at % Math.max(1, lines.length)]?.amountCell;
      if (cell === null || cell === undefined) return;
      const changed = mapSheets(own, (sheet) =>
        sheet.name !== cell.sheet
          ? sheet
          : {
              ...sheet,
              rows: sheet.rows.map((row) =>
                row.index !== cell.row
                  ? row
                  : { ...row, cells: row.cells.map((it) => (it.column === cell.column ? { ...it, value } : it)) },
              ),
            },
      );
      const report = check(changed, schemes, SETTINGS);
      const told = report.findings.some(
        (finding) =>
          finding.sheet === cell.sheet &&
          (finding.cell === cellName(cell.row, cell.column) || finding.cell?.replace(/\D/g, "") === String(cell.row)),
      );
      const differs = report.findings.some(({ rule }) => rule.startsWith("arithmetic/") || rule.startsWith("sheet/"));
      const isKept = report.totals?.claimed === before.totals?.claimed; // it stands elsewhere too: price and quantity, hours
      expect(told || differs || isKept || report.totals === null).toBe(true);
    }),
    share(0.1),
  );
});

test("papers with bytes bent, cut and put in twice are read, or refused by name", async () => {
  const bend = fc.record({ at: fc.nat(400_000), length: fc.nat(64), by: fc.uint8Array({ maxLength: 8 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(PAPERS.length - 1),
      fc.array(bend, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (which, bends, cut) => {
        const { name, bytes } = PAPERS[which]!;
        let bent = Buffer.from(bytes);
        for (const { at, length, by } of bends) {
          const place = at % (bent.length + 1);
          bent = Buffer.concat([bent.subarray(0, place), by, bent.subarray(place + length)]);
        }
        if (cut) bent = bent.subarray(0, Math.ceil(bent.length / 2));
        const documents = await readFile(name, new Uint8Array(bent), { pdf: pdfEngine, codec: nodeCodec });
        expect(documents.length).toBeGreaterThan(0);
        for (const { net, gross, tax, items, problem } of documents) {
          for (const yen of [net, gross, tax, ...items.map(({ amount }) => amount)])
            expect(yen === null || Number.isSafeInteger(yen)).toBe(true);
          // Nothing read, and nothing said: that would be silence.
          if (net === null && gross === null && items.length === 0) expect(problem).not.toBeNull();
        }
      },
    ),
    share(0.1),
  );
});

/** Kilobytes: what other files took before in the same process is none of this one's. */
test("all of it in bounded memory", () => {
  expect(process.resourceUsage().maxRSS).toBeLessThan(Math.max(2 * 1024 * 1024, before + 512 * 1024));
});
