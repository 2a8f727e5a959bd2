/** Where the figures of the amount columns went: no yen is lost in silence. */
import { floor, toNumber } from "../money/fraction";
import type { Field } from "./field";
import { AMOUNT_FIELDS } from "./columns/fields";
import { compact } from "../text/fold";
import { isDateFormat } from "../text/date";
import { hasNoResult, isBlank, type Grid } from "../workbook/grid";
import { cellIn, type Row, type Sheet } from "../workbook/workbook";
import { LEAST_MONEY, moneyBelow, type MoneyBelow } from "./money-below";
import type { Account, SetAsideReason, UnreadReason } from "./reading";
import type { Draft } from "./rows/draft";
import { near } from "./sums/yen";
import type { Page, Part } from "./tables/part";
import type { HeaderColumn } from "./tables/table";
import { tellsMoney } from "./words/headers";
import { isTotalWord } from "./words/total-words";

/** Every figure of a counted table is a line's, a total's, tax, funding or a breakdown's; or it is told here. */
export function accountOf(pages: readonly Page[]): Account {
  const parts = pages.flatMap((page) => page.parts);
  const counted = parts.filter((part) => part.kind === "budget" && part.setAside === null);
  const unread = counted.flatMap(unexplainedIn);
  const found = counted.reduce((sum, { rows }) => sum + (rows?.found.yen ?? 0), 0);
  return {
    unread: [...unread, ...counted.flatMap(besideAmounts), ...counted.flatMap(amongWords)],
    setAside: setAsideOf(pages),
    withoutResult: counted.flatMap(withoutResult),
    accounted: Math.round(found - unread.reduce((sum, { yen }) => sum + yen, 0)),
  };
}

/** 例 in the row: it shows how to fill in, and holds nobody's money. */
const isExample = ({ view }: Draft): boolean => view?.senses.some(({ example }) => example) === true;

const yenOf = ({ money }: Draft): number => (money?.yen == null ? 0 : toNumber(money.yen));

function unexplainedIn({ table, rows, columns }: Part): Account["unread"][number][] {
  if (rows === null) return [];
  const amount = columns.find(({ isChosen }) => isChosen === true)?.column ?? table.left;
  return (
    rows.figures
      // 税率 0.1 is no yen.
      .filter((draft) => draft.role === "other" && !draft.isChosen && Math.round(yenOf(draft)) !== 0)
      .filter((draft) => !isExample(draft))
      .map((draft) => {
        const column =
          draft.row.cells.find((cell) => cell.column >= amount && typeof cell.value === "number")?.column ?? amount;
        const why: UnreadReason =
          draft.view?.leftOut ??
          (draft.view?.around.isBelowAll === true
            ? "below-total"
            : draft.texts.length === 0
              ? "unnamed"
              : "unexplained");
        return { cell: { sheet: table.grid.name, row: draft.row.index, column }, yen: Math.round(yenOf(draft)), why };
      })
  );
}

/**
 * Figures of items without an amount, under a word that says nothing, in a column that has a right total of its own:
 * another column of amounts, as 10%対象 in other words is.
 */
function besideAmounts({ table, rows, columns }: Part): Account["unread"][number][] {
  const roles = new Map(rows?.roles.map(({ row, role }) => [row, role]));
  const body = table.grid.rowsBetween(table.firstRow, table.lastRow);
  const isTaken = (at: number): boolean =>
    columns.some(({ column, right, set }) => (at >= column && at <= right) || set?.includes(at) === true);
  const figuresOf = (column: number, isTotal: boolean): { row: number; yen: number }[] =>
    body.flatMap((row) => {
      const value = cellIn(row, column)?.value;
      const isSum = /total$/.test(roles.get(row.index) ?? "");
      return typeof value === "number" && isSum === isTotal ? [{ row: row.index, yen: value }] : [];
    });
  // 総額 60,000 | 対象 0 | 対象外 60,000 says twice what does not count.
  const isAlone = (row: number): boolean =>
    (table.grid.row(row)?.cells ?? []).filter(
      ({ column, value }) => column >= table.left && column <= table.right && Number(value) >= LEAST_MONEY,
    ).length === 1;
  return table.columns
    .filter(({ column, text, meaning }) => text !== "" && meaning === null && !isTaken(column))
    .flatMap(({ column }) => {
      const own = figuresOf(column, false);
      const sum = own.reduce((all, { yen }) => all + yen, 0);
      if (sum < LEAST_MONEY || !figuresOf(column, true).some(({ yen }) => near(yen, sum))) return [];
      const isLost = ({ row, yen }: { row: number; yen: number }): boolean =>
        yen >= LEAST_MONEY && SAYS_NO_YEN.has(roles.get(row) ?? "other") && isAlone(row);
      return own.filter(isLost).map(({ row, yen }) => ({
        cell: { sheet: table.grid.name, row, column },
        yen: Math.round(yen),
        why: "unexplained" as const,
      }));
    });
}
/** 旅費 | 38,400 | below 委託 | 測量社 | 1,080,000: an item, and its only figure where the others name a firm or say a remark. */
function amongWords({ table, rows, columns }: Part): Account["unread"][number][] {
  const item = columns.find(({ field }) => field === "description")?.column;
  const roles = new Map(rows?.roles.map(({ row, role }) => [row, role]));
  return table.grid.rowsBetween(table.firstRow, table.lastRow).flatMap(({ index, cells }) => {
    if (!SAYS_NO_YEN.has(roles.get(index) ?? "line")) return [];
    const filled = cells.filter((cell) => cell.column >= table.left && cell.column <= table.right && !isBlank(cell));
    const [words, figure, ...more] = filled;
    const isMoney = typeof figure?.value === "number" && !isDateFormat(figure.format) && figure.value >= LEAST_ALONE;
    if (more.length > 0 || words?.column !== item || typeof words?.value !== "string" || !isMoney) return [];
    const isOfWords = columns.some(({ field, column }) => column === figure.column && OF_WORDS.has(field));
    const yen = Math.round(figure.value as number);
    return isOfWords
      ? [{ cell: { sheet: table.grid.name, row: index, column: figure.column }, yen, why: "unexplained" }]
      : [];
  });
}
const OF_WORDS: ReadonlySet<Field> = new Set<Field>(["vendor", "note", "specification"]);
/** Less may be a number of the form or a year. */
const LEAST_ALONE = 3_000;

const SAYS_NO_YEN: ReadonlySet<string> = new Set(["group", "other", "blank"]);

/** Tables that are not counted; a sheet of which nothing is counted is told as a whole. */
function setAsideOf(pages: readonly Page[]): Account["setAside"][number][] {
  return pages.flatMap(({ sheet, grid, parts, skipped }): Account["setAside"][number][] => {
    if (skipped === "no-table") {
      const below = moneyBelow(sheet.rows, [], 1);
      const yen = below?.yen ?? Math.max(0, ...sheet.rows.map((row) => statedOver(sheet, row)));
      return yen === 0 ? [] : [{ sheet: sheet.name, cell: null, reason: reasonOf(below), yen }];
    }
    const told = parts.flatMap((part): Account["setAside"][number][] => {
      const isUnread = part.kind === "other" && part.rows === null;
      if (part.setAside === null && !isUnread) return [];
      const sum = sumOf(part);
      const below = sum === 0 ? unreadIn(part) : null;
      const [yen, reason] = [below?.yen ?? sum, part.setAside ?? reasonOf(below)];
      const cell = { sheet: sheet.name, row: part.table.headerTop, column: part.table.left };
      return yen === 0 ? [] : [{ sheet: sheet.name, cell, reason, yen }];
    });
    const [first] = told;
    const money = parts.filter(({ rows }) => rows !== null);
    const isWhole =
      first !== undefined && told.length === money.length && told.every(({ reason }) => reason === first.reason);
    return isWhole && told.length > 1
      ? [{ ...first, cell: null, yen: told.reduce((sum, { yen }) => sum + yen, 0) }]
      : [...told, ...outsideTables(grid, parts)];
  });
}

/** Money above, below and beside the tables. */
function outsideTables({ sheet }: Grid, parts: readonly Part[]): Account["setAside"][number][] {
  const tables = parts.map(({ table }) => table);
  const rows = sheet.rows.flatMap((row) => {
    const here = tables.filter(({ headerTop, lastRow }) => row.index >= headerTop && row.index <= lastRow);
    const cells = row.cells.filter(({ column }) => here.every(({ left, right }) => column < left || column > right));
    return cells.length === 0 ? [] : [{ ...row, cells }];
  });
  const below = parts.length === 0 ? null : moneyBelow(rows, [], 1);
  if (below === null) return [];
  const { row, column, yen } = below;
  return [{ sheet: sheet.name, cell: { sheet: sheet.name, row, column }, reason: reasonOf(below), yen }];
}

/** The right figure of a row that says it is a total, of two and more figures above it; 0 of other rows. */
function statedOver(sheet: Sheet, row: Row): number {
  if (!row.cells.some(({ value }) => typeof value === "string" && isTotalWord(value))) return 0;
  const last = row.cells.findLast(({ value }) => typeof value === "number" && value >= LEAST_MONEY);
  if (last === undefined) return 0;
  const above = sheet.rows.filter(
    ({ index, cells }) =>
      index < row.index &&
      cells.some(({ column, value }) => column === last.column && typeof value === "number" && value >= LEAST_MONEY),
  );
  return above.length >= 2 ? Math.round(last.value as number) : 0;
}

/** What stands in the columns of money of a table of which no line was read. */
function unreadIn({ table: { grid, columns: headers, firstRow, lastRow }, columns, scale }: Part): MoneyBelow | null {
  const amounts = columns.filter(({ field }) => AMOUNT_FIELDS.includes(field));
  const known = [...amounts.map(({ column, header: text }) => ({ column, text })), ...headers.filter(headsMoney)];
  return moneyBelow(grid.rowsBetween(firstRow, lastRow), known, scale);
}

const headsMoney = ({ text }: HeaderColumn): boolean => tellsMoney(text);

const PRICE = /単価|価格|定価/;

const reasonOf = (below: MoneyBelow | null): SetAsideReason =>
  below === null ? "no-header" : PRICE.test(compact(below.header)) ? "price-list" : "other";

/** Whole yen of its lines; of a table without any, of its totals. */
function sumOf({ rows }: Part): number {
  if (rows === null) return 0;
  if (rows.all.length > 0) return rows.all.reduce((sum, { exact }) => sum + (exact === null ? 0 : floor(exact)), 0);
  return rows.figures.reduce((most, draft) => Math.max(most, Math.round(yenOf(draft))), 0);
}

/** Lines and totals whose amount is a formula without its result, in the order of the sheet. */
function withoutResult({ table, rows }: Part): Account["withoutResult"][number][] {
  const cells = new Map<number, Account["withoutResult"][number]>();
  for (const { line } of rows?.lines ?? []) {
    const { amount, amountExclusive, amountInclusive } = line.at;
    const cell = amount ?? amountExclusive ?? amountInclusive;
    if (line.amount === null && line.amountText === null && line.amountFormula !== null && cell !== undefined)
      cells.set(line.row, { cell: { ...cell, row: line.row }, description: line.description, role: "line" });
  }
  for (const { cell, label } of rows?.totals ?? [])
    if (hasNoResult(table.grid.own(cell.row, cell.column)))
      cells.set(cell.row, { cell, description: label, role: "total" });
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, found]) => found);
}
