/** Two amounts below each other in one record, 変更前 in brackets and 変更後: the amount in brackets holds no longer. */
import { readNumber } from "../../text/number";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Redrawn } from "../../workbook/redrawn";
import type { Cell, Row, Sheet } from "../../workbook/workbook";

const ROWS_CHECKED = 60;
const FEWEST_PAIRS = 2;
const BRACKETED = /^\s*[(（]\s*[¥￥]?\s*[\d０-９][\d０-９,，.]*\s*円?\s*[)）]\s*$/;
const IN_BRACKETS = /^"?[(（]"?[#0,]+"?[)）]"?(?:;|$)/;

type Kind = "old" | "figure" | "words" | "blank";

/** （600,000）, also as a figure shown so. */
const isOld = ({ value, format }: Cell): boolean =>
  typeof value === "number"
    ? format !== null && IN_BRACKETS.test(format)
    : typeof value === "string" && BRACKETED.test(value);

function kindOf(cell: Cell): Kind {
  if (isBlank(cell)) return "blank";
  if (isOld(cell)) return "old";
  const { value } = cell;
  return typeof value === "number" || (typeof value === "string" && readNumber(value) !== null) ? "figure" : "words";
}

/** The rows of a pair: which amounts are in brackets, and beside which words. */
interface Tier {
  readonly old: ReadonlySet<number>;
  readonly figures: ReadonlySet<number>;
  readonly words: number;
}

function tierOf({ cells }: Row): Tier {
  const of = (kind: Kind): number[] => cells.filter((cell) => kindOf(cell) === kind).map(({ column }) => column);
  return { old: new Set(of("old")), figures: new Set(of("figure")), words: of("words").length };
}

/** Every amount in brackets stands over a plain one, or under it: one of the rows has words, or a merged cell for both. */
function isPair(upper: Tier, lower: Tier): "above" | "below" | null {
  const over = (old: Tier, plain: Tier): boolean =>
    old.old.size > 0 && plain.old.size === 0 && [...old.old].every((column) => plain.figures.has(column));
  if (lower.words > 0) return null;
  if (over(upper, lower)) return "above";
  return over(lower, upper) && lower.figures.size === 0 ? "below" : null;
}

/** null where no amounts of a sheet stand so; only its first rows are looked at. */
export function dropOldAmounts(sheet: Sheet): Redrawn | null {
  if (!sheet.rows.slice(0, ROWS_CHECKED).some(({ cells }) => cells.some(isOld))) return null;
  const drawn: DrawnRow[] = [];
  let pairs = 0;
  let single = 0;
  for (let at = 0; at < sheet.rows.length; at++) {
    const row = sheet.rows[at] as Row;
    const next = sheet.rows[at + 1];
    const tier = tierOf(row);
    const how = next?.index === row.index + 1 ? isPair(tier, tierOf(next)) : null;
    if (how === null || next === undefined) {
      if (tier.old.size > 0) single++;
      drawn.push({ row, from: row.index });
      continue;
    }
    pairs++;
    at++;
    drawn.push(how === "above" ? oneOf(row, next) : { row, from: row.index });
  }
  // Brackets that stand alone say something else.
  return pairs < FEWEST_PAIRS || single > pairs ? null : redrawn(sheet, drawn, mergesIn(sheet, drawn), true);
}

/** The words of the upper row with the amounts of the lower. */
function oneOf(upper: Row, lower: Row): DrawnRow {
  const below = new Map(lower.cells.filter((cell) => !isBlank(cell)).map((cell) => [cell.column, cell]));
  const kept = upper.cells.filter((cell) => kindOf(cell) !== "old" && !below.has(cell.column));
  return {
    row: { ...upper, cells: inColumnOrder([...kept, ...below.values()]) },
    from: upper.index,
    placeOf: (column) => ({ row: below.has(column) ? lower.index : upper.index, column }),
  };
}

/** A cell merged over both rows of one record is one cell now. */
const mergesIn = ({ merges }: Sheet, drawn: readonly DrawnRow[]): Sheet["merges"] => {
  const kept = new Set(drawn.map(({ from }) => from));
  return merges.flatMap((area) => {
    let { bottom } = area;
    while (bottom > area.top && !kept.has(bottom)) bottom--;
    return [{ ...area, bottom }];
  });
};
