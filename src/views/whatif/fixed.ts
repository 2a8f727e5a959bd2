/** The workbook as it would be with a fix written: what a fix is worth can be told before it is made. */
import type { Fix } from "../../core/judge/finding";
import { columnNumber, type Row, type Workbook } from "../../core/workbook/workbook";

/** The same workbook but for one cell; formulas elsewhere keep the results they had. */
export function withFix(workbook: Workbook, { sheet, cell, value }: Fix): Workbook {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const [column, index] = [columnNumber(letters), Number(digits)];
  const fixed = (row: Row): Row => {
    const before = row.cells.find((one) => one.column === column);
    const made = { format: null, struck: false, ...before, column, value, formula: null };
    const cells = [...row.cells.filter((one) => one.column !== column), made].sort((a, b) => a.column - b.column);
    return { ...row, cells };
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map((one) =>
      one.name !== sheet ? one : { ...one, rows: one.rows.map((row) => (row.index === index ? fixed(row) : row)) },
    ),
  };
}
