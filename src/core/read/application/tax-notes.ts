/** What titles and notes around budget tables say of tax. */
import { readAmount } from "../../text/amount";
import { fold, oneLine } from "../../text/fold";
import type { Cell } from "../../workbook/workbook";
import type { TextReading } from "../reading";
import type { Table } from "../tables/table";
import type { Page } from "../tables/part";
import { taxOf, type Tax } from "../words/headers";

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
      const tax = taxOf(
        fold(text)
          .replace(/\s+/g, "")
          .replace(/(?:消費)?税(?:率|額|等|及び地方消費税|\(?\d{1,2}%\)?|分)*(?:は|を)?(?=抜|別|除|込|含|入)/g, "税")
          .replace(NOT_WITHIN, "税抜"),
      );
      if (tax !== null) found.push({ text: oneLine(text), cell, tax });
    }
  }
  return found;
}

/** 消費税は含んでいません, 税を含めず, 税は入っておりません */
const NOT_WITHIN = /税[込含入][まみめれんっでていおり]*(?:ません|ない|ず)/g;

/** 合計金額（税込） beside its figure speaks of that figure alone; so does （税込） behind the figure. */
function isLabelOfFigure({ grid }: Page, { row, column, text }: Table["above"][number]): boolean {
  return (grid.row(row)?.cells ?? []).some(
    (cell) => isFigure(cell) && (cell.column > column || IN_BRACKETS.test(text)),
  );
}
const isFigure = ({ value }: Cell): boolean =>
  typeof value === "number" || (typeof value === "string" && readAmount(value) !== null);
const IN_BRACKETS = /^\s*[(（][^()（）]*[)）]\s*$/;
