/** The list of applications. */
import type { Standing } from "../../../core/desk/standing";
import type { ModelCell, SheetModel, StyleRole } from "../../summary/model";
import { printed } from "../../summary/print";
import { rowHeights } from "../heights";
import type { Lang } from "../words";
import type { Column, OverviewRow } from "./columns";
import { cell, SHEETS, TITLES, TOP, YEN } from "./sheets";

const STANDING_ROLE: Readonly<Record<Standing, StyleRole>> = {
  unreadable: "error",
  correct: "error",
  confirm: "warning",
  fine: "info",
};

/** @param under lines under the title, two at most */
export function listSheet(
  rows: readonly OverviewRow[],
  under: readonly string[],
  lang: Lang,
  columns: readonly Column[],
): SheetModel {
  const bottom = TOP + Math.max(1, rows.length);
  return {
    name: SHEETS[lang][0],
    cells: [
      cell(1, 1, TITLES[lang][0], "title"),
      ...under.map((text, at) => cell(2 + at, 1, text, "subtitle")),
      ...columns.map((column, at) => cell(TOP, at + 1, column[lang], "header")),
      ...rows.flatMap((row, at) =>
        columns.map(({ value, yen }, column): ModelCell => {
          const shown = value(row, lang);
          const style: StyleRole =
            column === 0
              ? STANDING_ROLE[row.standing]
              : typeof shown === "number" || yen
                ? "number"
                : column === columns.length - 1
                  ? "textWrap"
                  : "text";
          return cell(TOP + 1 + at, column + 1, shown ?? "", style, { format: yen === true ? YEN : null });
        }),
      ),
    ],
    area: { top: 1, left: 1, bottom, right: columns.length },
    merges: [],
    columns: columns.map(({ width }, at) => ({ column: at + 1, width })),
    rowHeights: [
      { row: TOP, height: 42 },
      ...rowHeights(
        rows.map(({ remarks }) => columns.map((_, at) => (at === columns.length - 1 ? remarks : ""))),
        columns.map(({ width }) => width),
        TOP + 1,
      ),
    ],
    chart: null,
    table: { name: "KenzanApplications", area: { top: TOP, left: 1, bottom, right: columns.length }, filter: true },
    print: printed(
      { top: 1, left: 1, bottom, right: columns.length },
      { paper: "A3", repeat: { top: TOP, bottom: TOP } },
    ),
    freeze: { rows: TOP, columns: 2 },
  };
}
