/** A small summary sheet that uses everything a model can hold. */
import type { SheetMarks } from "../../src/views/marks/marks";
import type { ModelCell, SheetModel } from "../../src/views/summary/model";

/** Its figures are taken from A1 of `sheet`. */
export function smallModel(sheet: string): SheetModel {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const cell = (row: number, column: number, value: string | number, rest: Partial<ModelCell> = {}): ModelCell => ({
    row,
    column,
    value,
    formula: null,
    style: typeof value === "number" ? "number" : "text",
    format: null,
    link: null,
    ...rest,
  });
  return {
    name: "検算結果",
    cells: [
      cell(1, 1, "検算結果 & <要約>", { style: "title" }),
      cell(3, 1, "区分", { style: "header" }),
      cell(3, 2, "金額", { style: "headerNumber" }),
      cell(4, 1, "旅費", { style: "link", link: { sheet, row: 1, column: 1 } }),
      cell(4, 2, 1000, { format: "#,##0" }),
      cell(5, 1, "外注費\n2行", { style: "textWrap" }),
      cell(5, 2, 2500, { format: '#,##0"円"' }),
      cell(6, 1, "合計", { style: "total" }),
      cell(6, 2, 3500, { formula: "SUM(B4:B5)", style: "totalNumber", format: "#,##0" }),
      cell(6, 3, 0.25, { format: "0.0%" }),
      cell(7, 3, 0.5, { format: "0.0%" }),
      cell(7, 2, 45823, { format: "yyyy-mm-dd" }),
      cell(7, 1, "あり", { formula: `IF(ISBLANK(${quoted}!A1),"なし","あり")`, style: "note" }),
    ],
    area: { top: 1, left: 1, bottom: 7, right: 3 },
    merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
    columns: [
      { column: 1, width: 24.5 },
      { column: 2, width: 14 },
    ],
    rowHeights: [
      { row: 5, height: 32 },
      { row: 2, height: 8 },
    ],
    chart: {
      title: "区分ごとの金額",
      categories: { top: 4, left: 1, bottom: 5, right: 1 },
      values: { top: 4, left: 2, bottom: 5, right: 2 },
      seriesName: { row: 3, column: 2 },
      place: { top: 9, left: 1, bottom: 20, right: 5 },
    },
    table: { name: "KenzanLines", area: { top: 3, left: 1, bottom: 5, right: 2 } },
    print: {
      paper: "A4",
      orientation: "portrait",
      pagesWide: 1,
      area: { top: 1, left: 1, bottom: 20, right: 5 },
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6 },
    },
  };
}

export const marksOn = (sheet: string): SheetMarks => ({
  sheet,
  rules: [
    {
      severity: "error",
      areas: [
        { top: 2, left: 2, bottom: 4, right: 2 },
        { top: 9, left: 1, bottom: 9, right: 1 },
      ],
    },
    { severity: "warning", areas: [{ top: 6, left: 3, bottom: 6, right: 3 }] },
  ],
});
