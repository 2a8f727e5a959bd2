/**
 * Whether an applicant is a small or medium business, by a table of industry × capital × employees.
 * For companies and sole traders capital OR employees suffices; associations and corporations of special kinds are
 * judged by headcount alone, some of them by that of their main industry.
 */
import { plain } from "../text/plain";
import type { ApplicantClass, Text } from "./terms";

export interface SmeRow {
  readonly no: number;
  readonly name: Text;
  /** Words of an industry that mean this row. */
  readonly words: readonly string[];
  /** Words that take an industry out of this row again. */
  readonly except?: readonly string[];
  /** Most capital, yen; absent where the headcount alone decides. */
  readonly capital?: number;
  /** Most regular employees, or those of the row of the main industry (rows 1–7). */
  readonly employees: number | "main-industry";
}

export interface SmeTable {
  readonly clause: string;
  readonly rows: readonly SmeRow[];
}

export interface SmeInput {
  /** A row number, or the industry in words. */
  readonly industry: number | string;
  /** The main industry of a body that is judged by it (rows 12–15). */
  readonly mainIndustry?: number | string;
  /** Capital or total contributions, yen; null for a sole trader, or when not known. */
  readonly capital: number | null;
  /** Regular employees; null when not known. */
  readonly employees: number | null;
}

export interface SmeResult {
  /** null when what is known cannot decide. */
  readonly class: Extract<ApplicantClass, "sme" | "non-sme"> | null;
  /** The row that decided (or that asks for more); null when the industry is not in the table. */
  readonly row: SmeRow | null;
  /** What decided. */
  readonly by: "capital" | "employees" | "both" | null;
  /** Limits that were applied: yen and heads. */
  readonly limits: { readonly capital: number | null; readonly employees: number | null };
  readonly missing: readonly ("industry" | "mainIndustry" | "capital" | "employees")[];
  readonly clause: string;
}

/** The row an industry means: the longest word it contains decides; undefined when none does. */
export function smeRow(table: SmeTable, industry: number | string): SmeRow | undefined {
  if (typeof industry === "number") return table.rows.find(({ no }) => no === industry);
  const text = plain(industry);
  let best: { row: SmeRow; length: number } | undefined;
  for (const row of table.rows) {
    if (row.except?.some((word) => text.includes(plain(word))) === true) continue;
    for (const word of row.words) {
      const found = plain(word);
      if (text.includes(found) && found.length > (best?.length ?? 0)) best = { row, length: found.length };
    }
  }
  return best?.row;
}

/** Rows 12–15 borrow the headcount of rows 1–7. */
const LAST_BORROWED = 7;

export function smeClass(table: SmeTable, input: SmeInput): SmeResult {
  const { clause } = table;
  const row = smeRow(table, input.industry);
  const unknown = (missing: SmeResult["missing"], limits: SmeResult["limits"]): SmeResult => ({
    class: null,
    row: row ?? null,
    by: null,
    limits,
    missing,
    clause,
  });
  if (row === undefined) return unknown(["industry"], { capital: null, employees: null });
  const heads = headLimit(table, row, input.mainIndustry);
  const limits = { capital: row.capital ?? null, employees: heads };
  if (heads === null) return unknown(["mainIndustry"], limits);

  const byCapital = limits.capital !== null && input.capital !== null && input.capital <= limits.capital;
  const byHeads = input.employees !== null && input.employees <= heads;
  if (byCapital || byHeads) {
    const by = byCapital && byHeads ? "both" : byCapital ? "capital" : "employees";
    return { class: "sme", row, by, limits, missing: [], clause };
  }
  // Capital not given may be that of a sole trader, who has none: the headcount then decides alone.
  if (input.employees === null) return unknown(["employees"], limits);
  const by = limits.capital !== null && input.capital !== null ? "both" : "employees";
  return { class: "non-sme", row, by, limits, missing: [], clause };
}

function headLimit(table: SmeTable, row: SmeRow, mainIndustry: number | string | undefined): number | null {
  if (row.employees !== "main-industry") return row.employees;
  const main = mainIndustry === undefined ? undefined : smeRow(table, mainIndustry);
  return main !== undefined && main.no <= LAST_BORROWED && typeof main.employees === "number" ? main.employees : null;
}
