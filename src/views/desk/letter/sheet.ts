/** The letter as a sheet to print, and to answer in. */
import { ASKED_COLUMNS } from "../../../core/desk/asked";
import type { ModelCell, SheetModel, StyleRole } from "../../summary/model";
import { printed } from "../../summary/print";
import { LINE, linesFor, sum } from "../heights";
import { WIDTHS } from "./columns";
import { kindOf, mendedLines, pointLines, type Letter } from "./letter";

/** By this name the answered sheet is known again. */
export const LETTER_NAME = "Kenzan.Letter";
const LETTER_SHEET = "補正のお願い";
const SHOWN = WIDTHS.length;

/** A sheet to print, and to answer in: the last column is the applicant's. Behind it, hidden, what each row is about. */
export function letterModel(letter: Letter): SheetModel {
  const cells: ModelCell[] = [];
  const heights: { row: number; height: number }[] = [];
  const merges: SheetModel["merges"][number][] = [];
  let row = 1;
  const put = (column: number, value: string | number, style: StyleRole): void => {
    cells.push({ row, column, value, style, formula: null, format: null, link: null });
  };
  const text = (lines: readonly string[], style: StyleRole, column = 1): void => {
    for (const line of lines) {
      put(column, line, style);
      merges.push({ top: row, left: column, bottom: row, right: SHOWN });
      const height = linesFor(line, sum(WIDTHS.slice(column - 1))) * LINE;
      if (height > LINE) heights.push({ row, height });
      row += 1;
    }
  };
  text(letter.date, "letterRight");
  text(letter.addressee, "letterBold");
  text(letter.sender, "letterRight");
  row += 1;
  text([letter.subject], "letterTitle");
  row += 1;
  text(letter.opening, "letter");
  row += 1;
  for (const lines of mendedLines(letter, "・")) {
    text(lines, "letter");
    row += 1;
  }
  text(["記"], "letterCenter");
  const head = row;
  for (const [at, name] of [...ASKED_COLUMNS, letter.answer].entries()) put(at + 1, name, "header");
  put(SHOWN + 1, letter.application, "plain");
  row += 1;
  for (const item of letter.items) {
    const values = [item.places.join("\n"), pointLines(item).join("\n"), item.reason, item.request];
    put(1, item.number, "cellCenter");
    put(2, kindOf(item).join("\n"), "cellCenter");
    for (const [at, value] of values.entries()) put(at + 3, value, "textWrap");
    put(SHOWN, "", "answer");
    put(SHOWN + 1, JSON.stringify(item.findings), "plain");
    const lines = values.map((value, at) =>
      sum(value.split("\n").map((part) => linesFor(part, WIDTHS[at + 2] as number))),
    );
    heights.push({ row, height: Math.min(400, Math.max(2, ...lines) * LINE + 4) });
    row += 1;
  }
  row += 1;
  text(letter.closing, "letter");
  text(["以上"], "letterRight");
  const area = { top: 1, left: 1, bottom: row - 1, right: SHOWN };
  return {
    name: LETTER_SHEET,
    cells,
    area: { ...area, right: SHOWN + 1 },
    merges,
    columns: [...WIDTHS, 2].map((width, at) => ({ column: at + 1, width })),
    rowHeights: heights,
    hidden: [SHOWN + 1],
    chart: null,
    table: null,
    print: { ...printed(area, { repeat: { top: head, bottom: head } }), foot: "", headless: true },
  };
}
