/** What a person still has to look at, said every time: nothing is silently taken for right. */
import type { DocumentFault } from "../documents/faults/fault";
import { toldOfColours } from "./colours";
import { isUnsure } from "./doubt";
import type { Report } from "./report";
import { SCHEME_ASKED } from "./scheme-asked";
import { isWage } from "../rules/category";
import { paymentBy } from "../judge/payment";
import { isTravel } from "../judge/travel/abroad";
import type { Stage } from "../judge/state";
import { cellName } from "../workbook/workbook";

type NotChecked = Report["notChecked"][number];

export function notCheckedIn(
  { lines, labour, reading, conditions, scheme, estimates }: Stage,
  run: { readonly crashed: readonly string[] },
): NotChecked[] {
  const list: NotChecked[] = [];
  const note = (code: string, data: NotChecked["data"] = {}) => list.push({ code, data });
  for (const rule of run.crashed) note("rule-crashed", { rule });
  if (lines.length === 0 && labour.length === 0) return list;
  const { otherGrant } = conditions;
  if (otherGrant !== null)
    note(SCHEME_ASKED[otherGrant.other], {
      text: otherGrant.text,
      sheet: otherGrant.cell.sheet,
      cell: cellName(otherGrant.cell.row, otherGrant.cell.column),
      scheme: scheme.name.ja,
      schemeEn: scheme.name.en,
    });
  const unsaved = reading.account.withoutResult.filter(({ role }) => role === "total");
  if (unsaved.length > 0)
    note("totals-unsaved", { cells: unsaved.map(({ cell }) => `${cell.sheet}!${cellName(cell.row, cell.column)}`) });
  for (const { sheet, headers, rows } of reading.undivided)
    note("members-undivided", { sheet, headers, rows: rows.map(String) });
  for (const list of reading.pricesAlone) note("prices-alone", list);
  for (const { code, ...legend } of toldOfColours(reading.colours)) note(code, legend);
  for (const line of lines) {
    if (line.verdict === "review") {
      const doubt = line.classification.exclusions.find((exclusion) => !exclusion.certain);
      note("review-line", {
        sheet: line.read.sheet,
        row: line.read.row,
        description: line.read.description,
        trait: doubt?.trait ?? null,
        words: doubt?.words ?? null,
        clause: doubt?.clause ?? null,
      });
    } else if (
      line.read.statedMiddle === null &&
      isUnsure({ confidence: line.classification.nature.confidence, corrected: line.corrected }) &&
      !line.read.discount
    ) {
      note("unsure-category", {
        sheet: line.read.sheet,
        row: line.read.row,
        description: line.read.description,
        middle: line.classification.middle,
        runnerUp: line.classification.runnerUp,
      });
    }
  }
  for (const { read, verdict, classification } of labour) {
    const doubt = classification.exclusions.find((exclusion) => !exclusion.certain);
    if (verdict === "ineligible" || doubt === undefined) continue;
    note("review-line", {
      sheet: read.sheet,
      row: read.row,
      description: read.person,
      trait: doubt.trait,
      words: doubt.words,
      clause: doubt.clause,
    });
  }
  if (conditions.frame === null)
    note("frame", {
      frames: scheme.frames.map(({ name }) => name.ja),
      framesEn: scheme.frames.map(({ name }) => name.en),
    });
  if (
    scheme.period !== null &&
    lines.every(({ read }) => read.orderDate === null && read.deliveryDate === null && read.paymentDate === null)
  )
    note("dates", { from: scheme.period.from, to: scheme.period.to });
  if (scheme.period === null) note("period-silent");
  if ("eligibility/payment-method" in scheme.rules) {
    if (lines.every(({ read }) => read.paymentMethod === null)) note("payment-methods");
    const unnamed = lines.flatMap(({ read: { paymentMethod: method } }) =>
      method !== null && paymentBy(method.text) === "unnamed" ? [method] : [],
    );
    if (unnamed.length > 0)
      note("payment-methods-unnamed", {
        methods: [...new Set(unnamed.map(({ text }) => text))],
        cells: unnamed.map(({ cell: { sheet, row, column } }) => `${sheet}!${cellName(row, column)}`),
      });
  }
  if (scheme.labour !== undefined) {
    if (lines.some((line) => isWage(line) && line.labourRows.length === 0))
      note("labour-unexplained", {
        rows: lines
          .filter((line) => isWage(line) && line.labourRows.length === 0)
          .map((line) => `${line.read.sheet}!${line.read.row}`),
      });
    if (labour.length > 0 && labour.every((row) => row.months.length === 0)) note("monthly-pay");
    const unproven = labour.filter(
      ({ kind, read }) => kind === "employee-wage" && read.statedRate !== null && read.at.basePay === undefined,
    );
    if (unproven.length > 0) note("rate-unproven", { rows: unproven.map(({ read }) => `${read.sheet}!${read.row}`) });
  }
  if (
    lines.some(isTravel) &&
    reading.team.length === 0 &&
    labour.length === 0 &&
    "eligibility/traveller-unlisted" in scheme.rules
  )
    note("travellers");
  if (estimates === null) note(reading.estimates.length === 0 ? "estimates-unlisted" : "estimates-paper");
  else {
    const open = estimates.matches.filter(({ state }) => state === "要確認").length;
    if (open > 0) note("estimates-open", { count: open });
    for (const { id, clause, files } of byFault(estimates.faults))
      note("estimate-fault", { id, clause, files, count: files.length });
  }
  if (scheme.city !== undefined && lines.every(({ read }) => read.vendorAddress === null))
    note("vendor-addresses", { city: scheme.city.name });
  if (conditions.requested === null) note("requested");
  note("necessity");
  return list;
}

interface FaultyPapers {
  readonly id: DocumentFault["id"];
  readonly clause: string | null;
  readonly files: string[];
}

/** One entry a fault, with the papers that have it. */
function byFault(faults: readonly DocumentFault[]): FaultyPapers[] {
  const found = new Map<string, FaultyPapers>();
  for (const { id, clause, file } of faults) {
    const papers = found.get(id) ?? { id, clause, files: [] };
    if (!papers.files.includes(file)) papers.files.push(file);
    found.set(id, papers);
  }
  return [...found.values()];
}
