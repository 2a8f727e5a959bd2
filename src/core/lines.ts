/** From lines as read to lines as judged: category in force, tax, unit price, and the labour rows a line stands for. */
import { categorise } from "./classify/categorise";
import { classify } from "./classify/classify";
import type { Classification, LineText } from "./classify/nature";
import type { Conditions } from "./conditions";
import { assessLabour } from "./labour/assess";
import { linkLabour, shareOut, type LabourLine } from "./labour/link";
import { divide, floor, fraction, type Fraction } from "./money/fraction";
import type { Correction, Decisions } from "./report";
import type { BudgetLine, BudgetReading, LabourReading } from "./sheet/reading";
import type { Workbook } from "./sheet/workbook";
import { statedMatcher } from "./stated";
import type { LabourState, LineState } from "./state";
import { plain } from "./text/plain";
import { taxOfLine, withoutTax, type TaxOfLine } from "./tax";

export function judgeLines(
  workbook: Workbook,
  reading: BudgetReading,
  conditions: Conditions,
  decisions: Decisions,
): { lines: LineState[]; labour: LabourState[] } {
  const { scheme } = conditions;
  const labour = assessLabour(reading, (row) => classifyLabour(row, conditions));
  const drafts = draftLines(reading, conditions, decisions.corrections);
  const wages = new Map<LabourLine, number>();
  drafts.forEach((draft, index) => {
    const kind = wageKind(draft, scheme.majors);
    if (kind !== undefined) wages.set({ read: draft.read, kind }, index);
  });
  const links = linkLabour([...wages.keys()], labour, workbook);
  for (const rows of links.values()) for (const row of rows) row.inBudget = true;
  const rowsOf = new Map([...links].map(([line, rows]) => [wages.get(line), rows]));
  const matchStated = statedMatcher(scheme);
  const yenPerUnit = new Map(
    reading.sheets.map((sheet) => [sheet.sheet, sheet.tables.map((table) => table.yenPerUnit)]),
  );

  const lines = drafts.map((draft, index): LineState => {
    const { read, tax } = draft;
    return {
      ...draft,
      stated: matchStated(read.statedMajor, read.statedMiddle, read.statedMinor),
      tax: tax.tax,
      priceTax: tax.priceTax,
      taxPercent: tax.percent,
      labourRows: rowsOf.get(index) ?? [],
      yenPerUnit: yenPerUnit.get(read.sheet)?.[read.table] ?? 1,
      verdict: draft.classification.eligibility === "review" && !draft.corrected ? "review" : "eligible",
      counted: read.amount ?? 0,
      adjustments: [],
    };
  });
  return { lines, labour };
}

/** Once the labour rows are judged, lines that stand for them count what those rows count, once. */
export function countLabourLines(lines: readonly LineState[]): void {
  const links = new Map<LabourLine, readonly LabourState[]>();
  const lineOf = new Map<LabourLine, LineState>();
  for (const line of lines) {
    if (line.labourRows.length === 0 || line.verdict === "ineligible") continue;
    const labourLine: LabourLine = { read: line.read, kind: null };
    links.set(labourLine, line.labourRows);
    lineOf.set(labourLine, line);
  }
  for (const [labourLine, yen] of shareOut(links)) {
    const line = lineOf.get(labourLine);
    if (line !== undefined) line.counted = yen;
  }
}

interface Draft {
  readonly read: BudgetLine;
  readonly classification: Classification;
  readonly corrected: boolean;
  readonly tax: TaxOfLine;
  readonly unitPrice: number | null;
}

function draftLines(reading: BudgetReading, conditions: Conditions, corrections: readonly Correction[]): Draft[] {
  const drafts: Draft[] = [];
  for (const read of reading.lines) {
    const tax = taxOfLine(read, reading);
    const unitPrice = comparablePrice(read, tax, conditions);
    const before = drafts.at(-1);
    // A discount belongs to the line it follows (domain 1.2).
    if (read.discount && before !== undefined) {
      drafts.push({
        read,
        tax,
        unitPrice,
        classification: { ...before.classification, exclusions: [], eligibility: "eligible" },
        corrected: false,
      });
      continue;
    }
    const priced: LineText = unitPrice === null ? read : { ...read, unitPrice: fraction(unitPrice) };
    const classification = categorise(classify(read), priced, conditions.scheme);
    const corrected = correctionFor(read, corrections);
    drafts.push({
      read,
      tax,
      unitPrice,
      classification: corrected === null ? classification : correct(classification, corrected, conditions),
      corrected: corrected !== null,
    });
  }
  return drafts;
}

/** The person's decision on this very item of this vendor. */
const correctionFor = (read: BudgetLine, corrections: readonly Correction[]): Correction | null =>
  corrections.find(
    (it) =>
      plain(it.description) === plain(read.description) &&
      (it.vendor === null || plain(it.vendor) === plain(read.vendor ?? "")),
  ) ?? null;

function correct(classification: Classification, correction: Correction, { scheme }: Conditions): Classification {
  const category = scheme.categories.find(
    (it) => it.middle === correction.middle && (correction.minor === null || it.minor === correction.minor),
  );
  return {
    ...classification,
    major: category?.major ?? classification.major,
    middle: correction.middle,
    minor: correction.minor,
    clause: category?.clause ?? classification.clause,
    eligibility: correction.eligibility ?? classification.eligibility,
    exclusions: correction.eligibility === "eligible" ? [] : classification.exclusions,
  };
}

/**
 * Yen a unit, comparable with a scheme's limits: without tax; for an applicant who may include it, as stated [reading].
 */
function comparablePrice(read: BudgetLine, tax: TaxOfLine, conditions: Conditions): number | null {
  const price = read.unitPrice ?? derivedPrice(read);
  if (price === null) return null;
  const yen = floor(price);
  const of = read.unitPrice === null ? tax.tax : tax.priceTax;
  return of === "inclusive" && conditions.tax === "exclusive" ? withoutTax(yen, tax.percent) : yen;
}

function derivedPrice({ amount, quantity }: BudgetLine): Fraction | null {
  if (amount === null) return null;
  return quantity === null || quantity.n <= 0n ? fraction(amount) : divide(fraction(amount), quantity);
}

/** undefined: no wage line. */
function wageKind({ classification, read }: Draft, majors: readonly string[]): LabourLine["kind"] | undefined {
  if (read.discount) return undefined;
  const { kind } = classification.nature;
  if (kind === "employee-wage") return "従業員費";
  if (kind === "part-time-wage" || kind === "dispatch-wage") return "補助員費";
  return classification.major !== null && classification.major === "労務費" && majors.includes("労務費")
    ? null
    : undefined;
}

function classifyLabour(row: LabourReading, { scheme }: Conditions): Classification {
  const text: LineText = {
    description: [row.position, row.employment, row.person].filter((part) => part !== null).join(" "),
    specification: null,
    vendor: row.member,
    unitPrice: row.statedRate,
    quantity: row.hours,
    unit: "時間",
    note: null,
    statedMajor: "労務費",
    statedMiddle: row.employment,
    statedMinor: null,
  };
  return categorise(classify(text), text, scheme);
}
