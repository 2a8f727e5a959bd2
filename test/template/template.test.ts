import fc from "fast-check";
import * as sheetjs from "xlsx";
import { check } from "../../src/core/check";
import type { Frame, Scheme } from "../../src/core/scheme/scheme";
import { cellName } from "../../src/core/workbook/workbook";
import { computeSubsidy } from "../../src/core/subsidy/subsidy";
import { readWorkbook } from "../../src/ooxml/read";
import { schemes } from "../../src/schemes";
import { templateBook } from "../../src/template/book";
import { classLabel, itemLabels } from "../../src/template/items";
import type { TemplateBook } from "../../src/template/model";
import { templateBytes } from "../../src/template/xlsx";
import { calculator, evaluate } from "./evaluate";
import { fill } from "./fill";

const all = schemes.map((scheme) => [scheme.id, scheme] as const);
const frames = schemes.flatMap((scheme) =>
  scheme.frames.map((frame) => [`${scheme.id}/${frame.id}`, scheme, frame] as const),
);

describe.each(all)("the template of %s", (id, scheme) => {
  const book = templateBook(scheme);
  const bytes = templateBytes(book);

  test("is the same every time, and other programs read it", () => {
    expect(templateBytes(templateBook(scheme))).toEqual(bytes);
    const names = book.sheets.map(({ name }) => name);
    expect(sheetjs.read(bytes).SheetNames).toEqual(names);
    expect(readWorkbook(bytes).sheets.map(({ name }) => name)).toEqual(names);
  });

  test("has the sheets the scheme needs", () => {
    const names = book.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["申請情報", "予算明細", "見積書一覧"]));
    expect(names.includes("収入")).toBe(scheme.incomeDeducted !== undefined);
    expect(names.includes("労務費")).toBe(scheme.categories.some(({ kinds }) => kinds.includes("employee-wage")));
  });

  test("keeps to what Excel allows, and every cell that is asked for says why", () => {
    for (const sheet of book.sheets) {
      const places = sheet.cells.map(({ row, column }) => `${String(row)},${String(column)}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { allow, prompt } of sheet.checks) {
        expect(prompt.length).toBeLessThanOrEqual(255);
        if (allow.kind !== "list") continue;
        expect(allow.options.join(",").length).toBeLessThanOrEqual(255);
        expect(allow.options.length).toBeGreaterThan(0);
        for (const option of allow.options) expect(option).not.toMatch(/[,"]/);
      }
      for (const { formula } of sheet.cells) expect((formula ?? "").length).toBeLessThan(8192);
    }
  });

  test("shows nothing but zeros and blanks while it is empty", () => {
    for (const sheet of evaluate(book).sheets) {
      const shown = new Map(
        book.sheets
          .find(({ name }) => name === sheet.name)
          ?.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell.value]),
      );
      for (const { row, column, value, formula } of sheet.cells)
        if (formula !== null)
          expect([row, column, value]).toEqual([row, column, shown.get(`${String(row)},${String(column)}`)]);
    }
  });

  test("is no budget yet", () => {
    const report = check(readWorkbook(bytes), schemes);
    expect(report.lines).toEqual([]);
    expect(report.labour).toEqual([]);
    expect(report.scheme).toBe(id);
  });

  test("offers every item once, and none that is never paid", () => {
    const labels = itemLabels(scheme).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).not.toContain("食糧費");
  });
});

describe.each(frames)("%s", (_name, scheme, frame) => {
  test("filled in correctly it checks clean, and its own figure is right", () => {
    const filled = fill(templateBook(scheme), scheme, { frame, applicant: scheme.classes[0]!, employees: 3 });
    const report = check(readWorkbook(templateBytes(evaluate(filled))), schemes);
    const faults = report.findings.filter(
      ({ severity, rule }) => severity !== "info" && rule !== "subsidy/below-floor",
    );
    expect(faults).toEqual([]);
    expect(report.lines.length).toBeGreaterThan(0);
    expect(report.scheme).toBe(scheme.id);
    if (scheme.result === "asset-qualification") return;
    expect(report.frame).toBe(frame.id);
    if (scheme.result === "subsidy") expect(report.subsidy?.requested).toBe(report.subsidy?.amount);
  });

  if (scheme.result !== "subsidy") return;
  const labels = itemLabels(scheme);

  test("its figure is the engine's for any budget, class and size", () => {
    const lines = fc.array(
      fc.record({ item: fc.nat(Math.max(0, labels.length - 1)), yen: fc.oneof(fc.nat(900_000), fc.nat(200_000_000)) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom(...scheme.classes),
        fc.integer({ min: 1, max: 150 }),
        fc.boolean(),
        fc.nat(90_000),
        (budget, applicant, employees, deficit, income) => {
          const settings = { applicant, employees, deficit, income };
          expect(figureOf(scheme, frame, budget, settings)).toBe(engineOf(scheme, frame, budget, settings) ?? "");
        },
      ),
      { numRuns: 12 },
    );
  });
});

interface Line {
  readonly item: number;
  readonly yen: number;
}
interface Circumstances {
  readonly applicant: Scheme["classes"][number];
  readonly employees: number;
  readonly deficit: boolean;
  readonly income: number;
}

/** What the workbook itself says may be applied for. */
function figureOf(scheme: Scheme, frame: Frame, budget: readonly Line[], given: Circumstances): string | number {
  const labels = itemLabels(scheme);
  const said: Record<string, string | number> = {
    申請枠: frame.name.ja,
    申請者区分: classLabel(scheme, given.applicant),
    従業員数: given.employees,
    "構成員数(法人)": 3,
    赤字事業者: given.deficit ? "はい" : "いいえ",
    補助率: "2/3",
  };
  const typed = new Map<string, string | number>([
    ["収入!A5", "対象経費に係る収入"],
    ["収入!C5", given.income],
  ]);
  const book = bookOf(scheme);
  for (const { value, row, column } of book.sheets[0]!.cells)
    if (column === 1 && typeof value === "string" && said[value] !== undefined)
      typed.set(`申請情報!B${String(row)}`, said[value]);
  const lines = book.sheets[1]!;
  for (const { row, column, value } of lines.cells) {
    if (row !== lines.headerRow || typeof value !== "string") continue;
    budget.forEach(({ item, yen }, index) => {
      const place = `予算明細!${cellName(5 + index, column)}`;
      if (/^(中項目|費目)$/.test(value)) typed.set(place, labels[item]?.label ?? "");
      if (value.startsWith("単価")) typed.set(place, yen);
      if (value === "数量") typed.set(place, 1);
    });
  }
  const row = book.sheets[0]!.cells.find(({ value }) => value === "補助金交付申請額")?.row;
  return calculator(book, typed)(`申請情報!B${String(row)}`) as string | number;
}

const books = new Map<string, TemplateBook>();
function bookOf(scheme: Scheme): TemplateBook {
  const book = books.get(scheme.id) ?? templateBook(scheme);
  books.set(scheme.id, book);
  return book;
}

function engineOf(scheme: Scheme, frame: Frame, budget: readonly Line[], given: Circumstances): number | null {
  const labels = itemLabels(scheme);
  const { subsidy } = computeSubsidy({
    scheme,
    frame,
    members: [{ name: "", class: given.applicant }],
    costs: budget.map(({ item, yen }) => ({
      member: 0,
      middle: labels[item]?.category.middle ?? null,
      minor: labels[item]?.category.minor ?? null,
      yen,
    })),
    employees: given.employees,
    corporateMembers: 3,
    deficit: given.deficit,
    rate: "2/3",
    income: given.income,
    waived: [],
    requested: null,
  });
  return subsidy.missing.includes("cap") ? null : subsidy.amount;
}
