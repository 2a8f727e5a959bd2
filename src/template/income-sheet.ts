/** 収入: what the activity earns (it lowers the cost that is paid for), and own funds beside it. */
import type { Scheme } from "../core/scheme/scheme";
import type { TemplateSheet } from "./model";
import { SheetBuilder } from "./sheet";

const HEADER = 4;
const FIRST = 5;
const LAST = 14;
const EARNED = "対象経費に係る収入";

export interface IncomeSheet {
  readonly sheet: TemplateSheet;
  /** Formula of the income that is deducted. */
  readonly earned: string;
}

export function incomeSheet(scheme: Scheme): IncomeSheet {
  const builder = new SheetBuilder("収入");
  const clause = scheme.incomeDeducted?.clause;
  const cited = clause === undefined ? "" : `(${clause})`;
  builder.put(1, 1, "title", "収入の部");
  builder.put(2, 1, "note", `※活動によって得られる収入は、対象経費から差し引かれます${cited}。`);
  ["区分", "内容", "金額", "備考"].forEach((header, index) => builder.put(HEADER, index + 1, "header", header));
  for (let row = FIRST; row <= LAST; row++) {
    builder.put(row, 1, "input").put(row, 2, "input").put(row, 3, "inputYen").put(row, 4, "input");
  }
  const total = LAST + 1;
  builder.put(total, 1, "totalLabel", "収入合計").put(total, 2, "totalLabel").put(total, 4, "totalLabel");
  builder.compute(total, 3, "totalNumber", `SUM(C${String(FIRST)}:C${String(LAST)})`, 0);
  builder
    .check(
      FIRST,
      LAST,
      1,
      { kind: "list", options: [EARNED, "自主財源", "助成金"] },
      `参加費など、活動によって得られる収入は「${EARNED}」を選んでください${cited}。`,
    )
    .check(FIRST, LAST, 3, { kind: "decimal", least: 0 }, "金額(円)を数字で記入してください。");
  const area = (letter: string) => `収入!$${letter}$${String(FIRST)}:$${letter}$${String(LAST)}`;
  return {
    sheet: builder.build({ widths: [24, 40, 15, 30], headerRow: HEADER, orientation: "landscape" }),
    earned: `SUMIFS(${area("C")},${area("A")},"${EARNED}")`,
  };
}
