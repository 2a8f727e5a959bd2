/** 見積書一覧: what the item numbers of the budget's remarks refer to. */
import type { Scheme } from "../core/scheme/scheme";
import type { TemplateSheet } from "./model";
import { SheetBuilder } from "./sheet";

const HEADER = 3;
const FIRST = 4;
const LAST = 43;

export function estimatesSheet(scheme: Scheme): TemplateSheet {
  const builder = new SheetBuilder("見積書一覧");
  const clause = scheme.rules["evidence/missing"]?.clause ?? scheme.quoteRequired?.clause;
  builder.put(1, 1, "title", "見積書等 根拠資料一覧");
  builder.put(
    2,
    1,
    "note",
    `※予算明細の備考に書いた項番と一致させてください${clause === undefined ? "" : `(${clause})`}。`,
  );
  ["項番", "発行者", "発行日", "品名", "金額(税抜)", "金額(税込)"].forEach((header, index) =>
    builder.put(HEADER, index + 1, "header", header),
  );
  for (let row = FIRST; row <= LAST; row++) {
    for (const column of [1, 2, 4]) builder.put(row, column, "input");
    builder.put(row, 3, "inputDate");
    for (const column of [5, 6]) builder.put(row, column, "inputYen");
  }
  const amount = { kind: "decimal", least: 0 } as const;
  builder
    .check(FIRST, LAST, 1, { kind: "any" }, "見積書に付けた番号。予算明細の備考と同じ番号にします。")
    .check(FIRST, LAST, 3, { kind: "date", from: "2000-01-01", to: "2099-12-31" }, "見積書の日付を記入してください。")
    .check(FIRST, LAST, 5, amount, "見積書の金額(税抜、円)")
    .check(FIRST, LAST, 6, amount, "見積書の金額(税込、円)");
  return builder.build({ widths: [8, 28, 13, 44, 15, 15], headerRow: HEADER, orientation: "landscape" });
}
