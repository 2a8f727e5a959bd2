/**
 * The number on a summary sheet that tells which result it shows: the same for the same result, another for any other.
 * So a sheet on paper can be held against a file, and the pane knows a sheet that it did not write itself.
 */
import type { ReportShown } from "../../core/report/shown";
import { isSummary } from "../../core/workbook/own-sheets";
import { rowAt, type Workbook } from "../../core/workbook/workbook";

/** "3F2A-91C4-07BE" */
export function checkNumber(report: ReportShown): string {
  const known = numbers.get(report) ?? numberOf(report);
  numbers.set(report, known);
  return known;
}

/** A number that was worked out elsewhere for the same report. */
export const keepNumber = (report: ReportShown, number: string): unknown => numbers.set(report, number);

const numbers = new WeakMap<ReportShown, string>();

function numberOf(report: ReportShown): string {
  const digits = residue(contentOf(report)).toString(16).padStart(12, "0").toUpperCase();
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join("-");
}

/** The summary sheet in a workbook, and the number on it; null where there is none. */
export function summaryIn(workbook: Workbook): { readonly sheet: string; readonly number: string | null } | null {
  const sheet = workbook.sheets.find(isSummary);
  if (sheet === undefined) return null;
  const texts = (rowAt(sheet, 1)?.cells ?? []).map(({ value }) => (typeof value === "string" ? value : ""));
  const number = texts.map((text) => NUMBER.exec(text)?.[0]).find((found) => found !== undefined);
  return { sheet: sheet.name, number: number ?? null };
}

const NUMBER = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/;

/** Everything that the summary sheet shows. */
function contentOf(report: ReportShown): string {
  const { scheme, frame, applicant, tax, steps, findings, lines, labour, subsidy, estimates } = report;
  return JSON.stringify([
    [scheme, frame, applicant, tax, subsidy],
    steps.map(({ id, yen }) => [id, yen]),
    findings.map(({ rule, sheet, cell, data, waived }) => [rule, sheet, cell, data, waived]),
    lines.map((line) => [
      ...[line.sheet, line.row, line.description, line.middle, line.amount, line.eligibleAmount],
      ...line.shares.map(({ middle, member, eligible }) => [middle, member, eligible]),
    ]),
    labour.map((row) => [row.person, row.rate, row.hours, row.eligibleAmount]),
    estimates?.matches.map(({ state, reason, difference, documents, decided }) => [
      state,
      reason,
      difference,
      documents,
      decided,
    ]),
  ]);
}

/** A prime below 2⁴⁷, so that every product below stays an exact number. */
const PRIME = 140_737_488_355_213;

/** The text's letters as the digits of one number, less all multiples of a prime; nothing secret hangs on it. */
function residue(text: string): number {
  let rest = 1;
  for (let index = 0; index < text.length; index += 1) rest = (rest * 61 + text.charCodeAt(index)) % PRIME;
  return rest;
}
