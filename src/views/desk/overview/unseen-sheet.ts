/** Files that were not looked at, and why. */
import type { SheetModel } from "../../summary/model";
import { printed } from "../../summary/print";
import { rowHeights } from "../heights";
import type { Lang } from "../words";
import { cell, SHEETS, TITLES, TOP } from "./sheets";

const UNSEEN = {
  ja: {
    heads: ["ファイル", "調べていない理由", "お願い"],
    passedOver: ["どの申請のものか分からない", "申請のフォルダーに入れてから、もう一度調べてください。"],
    left: ["深すぎる場所にあるか、ファイルが多すぎる", "フォルダーを分けて、もう一度調べてください。"],
  },
  en: {
    heads: ["File", "Why it was not checked", "To do"],
    passedOver: ["No application is known that it belongs to", "Put it into the folder of its application."],
    left: ["It lies too deep, or there are too many", "Divide the folder, and check again."],
  },
} as const;

export function unseenSheet(passedOver: readonly string[], left: readonly string[], lang: Lang): SheetModel {
  const say = UNSEEN[lang];
  const rows = [...passedOver.map((file) => [file, ...say.passedOver]), ...left.map((file) => [file, ...say.left])];
  const widths = [60, 30, 40];
  const area = { top: 1, left: 1, bottom: TOP + rows.length, right: say.heads.length };
  return {
    name: SHEETS[lang][3],
    cells: [
      cell(1, 1, TITLES[lang][3], "title"),
      ...say.heads.map((head, at) => cell(TOP, at + 1, head, "header")),
      ...rows.flatMap((row, at) => row.map((text, column) => cell(TOP + 1 + at, column + 1, text, "textWrap"))),
    ],
    area,
    merges: [],
    columns: widths.map((width, at) => ({ column: at + 1, width })),
    rowHeights: rowHeights(rows, widths, TOP + 1),
    chart: null,
    table: null,
    print: printed(area),
    freeze: { rows: TOP, columns: 0 },
  };
}
