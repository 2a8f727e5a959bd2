/**
 * Amounts whose cell says something that only their column tells: 20,000- is negative where other amounts stand without
 * the dash (¥20,000- is how a receipt ends its figures), and of 800,000 over (880,000) one is the amount without tax.
 */
import { readNumber } from "../../text/number";
import { fold, mayHoldDigits } from "../../text/fold";
import { redrawn, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Sheet } from "../../workbook/workbook";
import type { Tax } from "../words/headers";

const ROWS_CHECKED = 60;
const FEWEST_PAIRS = 2;
const DASHED = /^(\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+)-$/;
const PLAIN = /^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+$/;
const YEN = String.raw`[¥\\]?\d[\d,]*円?`;
const BRACKETED_BELOW = new RegExp(String.raw`^(${YEN})\s*\((${YEN})\)$`);
const BRACKETED_ABOVE = new RegExp(String.raw`^\((${YEN})\)\s*(${YEN})$`);

const folded = ({ value }: Cell): string =>
  typeof value === "string" && mayHoldDigits(value) ? fold(value).trim() : "";

/** null where no amount of a sheet stands so; only its first rows say whether one does. */
export function settleCellAmounts(sheet: Sheet, { wanted }: { readonly wanted: Tax }): Redrawn | null {
  const said = new Map<number, string[]>();
  for (const { cells } of sheet.rows.slice(0, ROWS_CHECKED))
    for (const cell of cells) {
      const text = folded(cell);
      if (/\d/.test(text)) said.set(cell.column, [...(said.get(cell.column) ?? []), text]);
    }
  const settle = new Map<number, (text: string) => number | null>();
  for (const [column, texts] of said) {
    const settled = hasDashes(texts) ? negative : hasPairs(texts) ? (text: string) => ofPair(text, wanted) : null;
    if (settled !== null) settle.set(column, settled);
  }
  if (settle.size === 0) return null;
  const settled = (cell: Cell): Cell => {
    const value = typeof cell.value === "string" ? (settle.get(cell.column)?.(folded(cell)) ?? null) : null;
    return value === null ? cell : { ...cell, value };
  };
  const rows = sheet.rows.map((row) => ({ row: { ...row, cells: row.cells.map(settled) }, from: row.index }));
  return redrawn(sheet, rows, sheet.merges, true);
}

/** Fewer with a dash than without. */
function hasDashes(texts: readonly string[]): boolean {
  const dashed = texts.filter((text) => DASHED.test(text)).length;
  return dashed > 0 && texts.filter((text) => PLAIN.test(text)).length > dashed;
}

const hasPairs = (texts: readonly string[]): boolean =>
  texts.filter((text) => ofPair(text, "exclusive") !== null).length >= FEWEST_PAIRS;

function negative(text: string): number | null {
  const digits = DASHED.exec(text)?.[1];
  return digits === undefined ? null : -Number(digits.replace(/,/g, ""));
}

/** Of two amounts that differ by the tax, the wanted one; of others the one in brackets holds no longer. */
function ofPair(text: string, wanted: Tax): number | null {
  const below = BRACKETED_BELOW.exec(text);
  const above = BRACKETED_ABOVE.exec(text);
  const [own, other] = [yenOf(below?.[1] ?? above?.[2]), yenOf(below?.[2] ?? above?.[1])];
  if (own === null || other === null || own < 100 || other < 100) return null;
  const [small, large] = [Math.min(own, other), Math.max(own, other)];
  const isTaxed = [1.1, 1.08].some((rate) => Math.abs(small * rate - large) <= 1);
  if (isTaxed) return wanted === "exclusive" ? small : large;
  return own;
}

function yenOf(text: string | undefined): number | null {
  const value = text === undefined ? null : (readNumber(text)?.value ?? null);
  return value === null || value.d !== 1n ? null : Number(value.n);
}
