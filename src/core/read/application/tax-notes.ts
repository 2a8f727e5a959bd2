/** What titles and notes around budget tables say of tax. */
import { readAmount } from "../../text/amount";
import { oneLine } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";
import type { TextReading } from "../reading";
import type { Table } from "../tables/table";
import type { Page } from "../tables/part";
import type { Tax } from "../words/headers";
import { taxOfSentence } from "../words/tax-words";

export function taxNotesOf(page: Page): (TextReading & { tax: Tax })[] {
  const found: (TextReading & { tax: Tax })[] = [];
  for (const part of page.parts) {
    if (part.kind !== "budget") continue;
    const texts = [
      ...part.table.above
        .filter((text) => !isLabelOfFigure(page, text))
        .map(({ row, column, text }) => ({ text, cell: { sheet: page.grid.name, row, column } })),
      ...(part.rows?.notes ?? []),
    ];
    for (const { text, cell } of texts) {
      const tax = taxOfSentence(text);
      if (tax !== null) found.push({ text: oneLine(text), cell, tax });
    }
  }
  return found;
}

/** 合計金額（税込） beside its figure speaks of that figure alone; so does （税込） behind the figure. */
function isLabelOfFigure({ grid }: Page, { row, column, text }: Table["above"][number]): boolean {
  return (grid.row(row)?.cells ?? []).some(
    (cell) => isFigure(cell) && (cell.column > column || IN_BRACKETS.test(text)),
  );
}
const isFigure = ({ value }: Cell): boolean =>
  typeof value === "number" || (typeof value === "string" && readAmount(value) !== null);
const IN_BRACKETS = /^\s*[(（][^()（）]*[)）]\s*$/;
