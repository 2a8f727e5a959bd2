/** Columns of money of which nothing is said: for tests that no yen is lost in silence. */
import type { Report } from "../../../src/core/report/report";
import type { Sheet, Workbook } from "../../../src/core/workbook/workbook";

/** Words of money, whatever the reading knows; sums alone (計) may be of anything. */
const MONEY =
  /^(?!.*補助率)(?:.*(?:金額|単価|価格|料金|予算|代金|価額)|[月年日]額|費用)(?:[(（](?:円|千円|税抜|税込)[)）])?$/;
const LEAST = 100;

interface Column {
  readonly header: string;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Headers of money with two figures and more right below them. */
function columnsOf({ rows }: Sheet): readonly Column[] {
  const found: Column[] = [];
  const running = new Map<number, Column & { figures: number }>();
  for (const { index, cells } of rows)
    for (const { column, value, format } of cells) {
      const run = running.get(column);
      if (typeof value === "string" && value.trim() !== "") {
        running.delete(column);
        if (MONEY.test(value.trim()))
          running.set(column, { header: value, column, from: index, to: index, figures: 0 });
      } else if (typeof value === "number" && run !== undefined && run.to === index - 1 && !/[yd]/.test(format ?? "")) {
        const next = { ...run, to: index, figures: run.figures + (Math.abs(value) >= LEAST ? 1 : 0) };
        running.set(column, next);
        if (next.figures === 2) found.push(next);
      }
    }
  return found;
}

/** Neither in a table that was read for what it is, nor with a line in it, nor told as set aside. */
export function untold(workbook: Workbook, { reading, lines, findings }: Report): readonly string[] {
  return workbook.sheets.flatMap((sheet) => {
    const read = reading.sheets.find((one) => one.sheet === sheet.name);
    const isTold = findings.some((finding) => finding.rule === "sheet/set-aside" && finding.sheet === sheet.name);
    if (read === undefined || read.skipped === "empty" || isTold) return [];
    return columnsOf(sheet)
      .filter(({ column, from, to }) => {
        const isIn = (row: number): boolean => row >= from && row <= to;
        const isRead = read.tables.some(
          ({ kind, left, right, headerTop, lastRow }) =>
            kind !== "other" && left <= column && right >= column && headerTop <= to && lastRow >= from,
        );
        return !isRead && !lines.some((line) => line.sheet === sheet.name && isIn(line.row));
      })
      .map(({ header, from }) => `${sheet.name} ${String(from)} ${header}`);
  });
}
