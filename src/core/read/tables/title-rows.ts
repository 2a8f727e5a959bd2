/** Rows that hold the title of a table, and what may stand beside it. */
import { isBlank, textOf } from "../../workbook/grid";
import type { Cell, Row } from "../../workbook/workbook";
import { saysUnitOfMoney } from "../words/headers";
import { isTotalWord } from "../words/total-words";
import { isFigure } from "./header-cells";

export const filledIn = (row: Row | undefined): readonly Cell[] => row?.cells.filter((cell) => !isBlank(cell)) ?? [];

/** Words that stand alone, or with the sum or the unit of what they title; undefined for any other cells of a row. */
export function titleIn([first, ...beside]: readonly Cell[]): Cell | undefined {
  const isWords = typeof first?.value === "string" && !isFigure(first);
  return isWords && (beside.length === 0 || isItsSum(beside) || isItsUnit(beside)) ? first : undefined;
}

/** ２ システム | 小計 | 2,340 above its header. */
const isItsSum = ([word, sum, ...more]: readonly Cell[]): boolean =>
  word !== undefined && sum !== undefined && more.length === 0 && isTotalWord(textOf(word) ?? "") && isFigure(sum);

/** ２．コスト比較 | 単位：百万円 */
const isItsUnit = ([unit, ...more]: readonly Cell[]): boolean =>
  unit !== undefined && more.length === 0 && saysUnitOfMoney(textOf(unit) ?? "");

/** １．補助対象経費 | （単位：千円） over words alone, which head the columns: a header's words, but the title of what follows. */
export function isTitleWithUnit(row: Row, below: Row | undefined): boolean {
  const [cells, under] = [filledIn(row), filledIn(below)];
  return titleIn(cells) !== undefined && isItsUnit(cells.slice(1)) && under.length > 2 && !under.some(isFigure);
}
