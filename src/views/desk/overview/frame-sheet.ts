/** What is asked for in each frame. */
import { STANDINGS } from "../../../core/desk/standing";
import { columnName } from "../../../core/workbook/workbook";
import type { SheetModel, StyleRole } from "../../summary/model";
import { printed } from "../../summary/print";
import { standingNames, type Lang } from "../words";
import { FRAME, SCHEME, STANDING, SUMMED, type Column, type OverviewRow } from "./columns";
import { cell, SHEETS, TITLES, TOP, YEN } from "./sheets";

interface Group {
  readonly scheme: string;
  readonly frame: string;
}

/** Sums over the list by formulas, so that whoever changes the list sees them follow. */
export function frameSheet(rows: readonly OverviewRow[], lang: Lang, columns: readonly Column[]): SheetModel {
  const groups = [...new Set(rows.map(({ scheme, frame }) => `${scheme}\n${frame}`))].sort().map((key) => {
    const [scheme = "", frame = ""] = key.split("\n");
    return { scheme, frame, rows: rows.filter((row) => row.scheme === scheme && row.frame === frame) };
  });
  const heads = {
    ja: ["制度", "申請枠", "申請の数", "申請経費", "対象経費", "補助額（計算）", "申請額", "差（申請額−計算）"],
    en: ["Scheme", "Frame", "Applications", "Claimed", "Eligible", "Subsidy (computed)", "Requested", "Difference"],
  }[lang];
  const unknown = lang === "ja" ? "（分からない）" : "(not known)";
  const last = TOP + Math.max(1, rows.length);
  /** The cells of a column of the list. */
  const range = (column: Column): string => {
    const letter = columnName(columns.indexOf(column) + 1);
    return `'${SHEETS[lang][0]}'!$${letter}$${String(TOP + 1)}:$${letter}$${String(last)}`;
  };
  // A blank criterion is a zero to Excel: what is not known is asked for by an empty text.
  const criteria = ({ scheme, frame }: Group, at: number): string =>
    [
      `${range(SCHEME)},${scheme === "" ? '""' : `$A${String(at)}`}`,
      `${range(FRAME)},${frame === "" ? '""' : `$B${String(at)}`}`,
    ].join(",");
  const FIRST = 4;
  const total = FIRST + groups.length;
  const figures = (own: readonly OverviewRow[], at: number, style: StyleRole, formulas: (index: number) => string) =>
    SUMMED.map(({ value }, index) => {
      const sum = own.reduce((yen, row) => yen + Number(value(row, lang) ?? 0), 0);
      return cell(at, 4 + index, sum, style, { formula: formulas(index), format: YEN });
    });
  const standingTop = total + 3;
  const standings = STANDINGS.map((standing) => ({
    standing,
    number: rows.filter((row) => row.standing === standing).length,
  }));
  const bottom = Math.max(standingTop + standings.length, FIRST + groups.length + 26);
  return {
    name: SHEETS[lang][1],
    cells: [
      cell(1, 1, TITLES[lang][1], "title"),
      ...heads.map((head, at) => cell(FIRST - 1, at + 1, head, at < 2 ? "header" : "headerNumber")),
      ...groups.flatMap((group, index) => {
        const at = FIRST + index;
        return [
          cell(at, 1, group.scheme === "" ? unknown : group.scheme, "text"),
          cell(at, 2, group.frame === "" ? unknown : group.frame, "text"),
          cell(at, 3, group.rows.length, "number", { formula: `COUNTIFS(${criteria(group, at)})` }),
          ...figures(
            group.rows,
            at,
            "number",
            (index) => `SUMIFS(${range(SUMMED[index] as Column)},${criteria(group, at)})`,
          ),
        ];
      }),
      cell(total, 1, lang === "ja" ? "合計" : "Total", "total"),
      cell(total, 2, "", "total"),
      cell(total, 3, rows.length, "totalNumber", { formula: `SUM(C${String(FIRST)}:C${String(total - 1)})` }),
      ...figures(rows, total, "totalNumber", (column) => {
        const letter = columnName(4 + column);
        return `SUM(${letter}${String(FIRST)}:${letter}${String(total - 1)})`;
      }),
      cell(standingTop - 1, 1, lang === "ja" ? "状態ごとの数" : "By state", "heading"),
      ...standings.flatMap(({ standing, number }, at) => [
        cell(standingTop + at, 1, standingNames[lang][standing], "text"),
        cell(standingTop + at, 2, number, "number", {
          formula: `COUNTIF(${range(STANDING)},A${String(standingTop + at)})`,
        }),
      ]),
    ],
    area: { top: 1, left: 1, bottom, right: 8 },
    merges: [],
    columns: [26, 16, 10, 15, 15, 15, 15, 15].map((width, at) => ({ column: at + 1, width })),
    rowHeights: [],
    chart: {
      title: lang === "ja" ? "状態ごとの申請の数" : "Applications by state",
      categories: { top: standingTop, left: 1, bottom: standingTop + standings.length - 1, right: 1 },
      values: { top: standingTop, left: 2, bottom: standingTop + standings.length - 1, right: 2 },
      seriesName: { row: FIRST - 1, column: 3 },
      place: { top: standingTop - 1, left: 4, bottom: standingTop + 14, right: 8 },
    },
    table: null,
    print: printed({ top: 1, left: 1, bottom, right: 8 }),
  };
}
