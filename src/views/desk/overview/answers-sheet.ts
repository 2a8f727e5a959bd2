/** What applicants wrote in the letters that came back. */
import type { ExaminedAnswer } from "../../../core/desk/examined";
import type { SheetModel } from "../../summary/model";
import { printed } from "../../summary/print";
import { rowHeights } from "../heights";
import type { Lang } from "../words";
import { cell, SHEETS, TITLES, TOP } from "./sheets";

/** One answer, to one number of a letter. */
export type AnswerRow = { readonly application: string } & Pick<
  ExaminedAnswer,
  "number" | "places" | "points" | "text" | "file"
>;

const HEADS = {
  ja: ["申請", "番号", "箇所", "お願いした点", "ご回答", "ファイル"],
  en: ["Application", "Number", "Place", "What was asked", "Answer", "File"],
} as const;
const WIDTHS = [26, 7, 34, 46, 46, 30];

export function answersSheet(answers: readonly AnswerRow[], lang: Lang): SheetModel {
  const rows = answers.map(({ application, number, places, points, text, file }) => [
    application,
    number ?? "",
    places,
    points,
    text,
    file,
  ]);
  const area = { top: 1, left: 1, bottom: TOP + rows.length, right: WIDTHS.length };
  return {
    name: SHEETS[lang][4],
    cells: [
      cell(1, 1, TITLES[lang][4], "title"),
      ...HEADS[lang].map((head, at) => cell(TOP, at + 1, head, "header")),
      ...rows.flatMap((row, at) => row.map((value, column) => cell(TOP + 1 + at, column + 1, value, "textWrap"))),
    ],
    area,
    merges: [],
    columns: WIDTHS.map((width, at) => ({ column: at + 1, width })),
    rowHeights: rowHeights(
      rows.map((row) => row.map(String)),
      WIDTHS,
      TOP + 1,
    ),
    chart: null,
    table: null,
    print: printed(area),
    freeze: { rows: TOP, columns: 0 },
  };
}
