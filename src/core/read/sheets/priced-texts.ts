/**
 * Items whose amount stands behind them in the same cell, as in letters and notes: サーバー 120,000円,
 * 開発委託……………640,000円, ・カメラ：98,000円×2台＝196,000円. The amounts are given a column of their own.
 */
import { readAmount } from "../../text/amount";
import { compact } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";

const ROWS_CHECKED = 80;
const FEWEST = 2;
const LONGEST = 80;
/** Where an amount may begin: behind a blank, dots or a colon, or right before the last figure of a text. */
const BEFORE_AMOUNT =
  /[\s\u3000…‥・･.．:：＝=~〜─―－-]+(?=[¥￥@金]?\s*[\d０-９])|(?<=[^\d０-９,，.．¥￥@金])(?=[¥￥金]?[\d０-９,，.．]+円[^\d０-９]*$)/g;
const IS_MONEY = /円|[¥￥金]|[\d０-９][,，][\d０-９]{3}/;
const MARK_OF_LIST = /^[\s\u3000]*[・･\-*●■○◆◇▪•]\s*/;

interface Parted {
  readonly item: string;
  readonly amount: string;
}

/** null where no sheet is written so: only one whose cells with figures are such texts, in one column. */
export function partPrices(sheet: Sheet): Redrawn | null {
  const [first, ...others] = sheet.rows.slice(0, ROWS_CHECKED).filter((row) => partsOf(row) !== null);
  if (first === undefined || others.length + 1 < FEWEST) return null;
  const { column } = partsOf(first) as { column: number };
  if (others.some((row) => partsOf(row)?.column !== column) || sheet.rows.some(holdsAmounts)) return null;
  if (!isBudget(sheet, [first, ...others])) return null;
  const header = headerOver(first, column);
  const rows: DrawnRow[] = sheet.rows.flatMap((row): DrawnRow[] => {
    const shift = row.index >= first.index ? 1 : 0;
    const index = row.index + shift;
    const parts = partsOf(row);
    const drawn: DrawnRow = {
      row: { ...row, index, cells: parts === null ? row.cells : parted(row.cells, column, parts) },
      from: row.index,
      placeOf: (at) => ({ row: row.index, column: Math.min(at, column) }),
    };
    return row === first ? [header, drawn] : [drawn];
  });
  return redrawn(sheet, rows, [], false);
}

/** The only filled cell of a row, or the last behind words, parted into item and amount. */
function partsOf({ cells }: Row): (Parted & { column: number }) | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  const last = filled.at(-1);
  if (last === undefined || filled.length > 1 || typeof last.value !== "string") return null;
  const parted = partedText(last.value);
  return parted === null ? null : { ...parted, column: last.column };
}

function partedText(text: string): Parted | null {
  if (text.length > LONGEST) return null;
  for (const { index, 0: between } of text.matchAll(BEFORE_AMOUNT)) {
    const item = text.slice(0, index).replace(MARK_OF_LIST, "").trim();
    const amount = text.slice(index + between.length);
    if (item !== "" && /\p{L}/u.test(item) && IS_MONEY.test(amount) && readAmount(amount) !== null)
      return { item, amount };
  }
  return null;
}

/** A table of its own, or any figure. */
const holdsAmounts = ({ cells }: Row): boolean =>
  cells.some(({ value }) => typeof value === "number") ||
  (cells.filter((cell) => !isBlank(cell)).length > 1 &&
    cells.some(({ value }) => typeof value === "string" && IS_MONEY.test(value) && readAmount(value) !== null));

/** A sum says so; else several items below words of spending. Capital and sales are of an applicant, 補助上限額 of a grant. */
function isBudget(sheet: Sheet, rows: readonly Row[]): boolean {
  const items = rows.map((row) => compact(partsOf(row)?.item ?? ""));
  if (items.some((item) => OF_THE_APPLICANT.test(item))) return false;
  const spent = items.filter((item) => !OF_A_GRANT.test(item) && !SUMS.test(item)).length;
  if (spent < FEWEST) return false;
  const first = rows[0]?.index ?? 0;
  const says = (row: Row): boolean =>
    row.index < first && row.cells.some(({ value }) => typeof value === "string" && SPENDING.test(value));
  return items.some((item) => SUMS.test(item)) || (spent > FEWEST && sheet.rows.some(says));
}
const SUMS = /^(?:[^のをに]{0,8})?(?:合計|総計|総額|小計|計|全部で?|ぜんぶで?|total)(?:\(.*\))?$/;
const OF_THE_APPLICANT = /資本金|売上|年商|従業員|出資金/;
const OF_A_GRANT = /補助|助成|申請額|限度|上限|自己|負担/;
const SPENDING = /予算|経費|費用|見積|購入|買/;

const headerOver = ({ index }: Row, column: number): DrawnRow => {
  const cell = (value: string, at: number): Cell => ({ column: at, value, formula: null, format: null, struck: false });
  return {
    row: { index, hidden: false, cells: [cell("品名", column), cell("金額", column + 1)] },
    from: index,
    placeOf: () => ({ row: index, column }),
  };
};

function parted(cells: readonly Cell[], column: number, { item, amount }: Parted): Cell[] {
  return cells.flatMap((cell) =>
    cell.column === column
      ? [
          { ...cell, value: item },
          { ...cell, column: column + 1, value: amount },
        ]
      : [cell],
  );
}
