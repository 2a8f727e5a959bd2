/** What the budget says of tax in its own amounts, and how such amounts count. */
import { cellName } from "../core/workbook/workbook";
import type { Tax, TaxSaid } from "../core/judge/settings";
import type { Lang } from "./message";

/** Letters of a note that are told: some are a paragraph. */
const LONGEST = 40;

/** @param counts how amounts count */
export function taxSaidText({ tax, text, cell }: TaxSaid, counts: Tax, lang: Lang): string {
  const place = `${cell.sheet} ${cellName(cell.row, cell.column)}`;
  const said = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const isTakenOut = tax === "inclusive" && counts === "exclusive";
  return lang === "ja"
    ? `${place} に「${said}」とあります。${isTakenOut ? "税込の額は、消費税を除いて数えます。" : ""}`
    : `${place} says “${said}”.${isTakenOut ? " Tax in amounts is left out." : ""}`;
}
