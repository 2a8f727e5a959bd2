/** What the sheets say of the application, outside the entries of their tables. */
import type { Fact, RowRole } from "../reading";
import type { Page, Part } from "../tables/part";
import { readFacts, type Taken } from "./facts";

export function factsOf(page: Page, date1904: boolean): Fact[] {
  if (page.skipped !== null && page.skipped !== "no-table") return [];
  const taken = page.parts.flatMap((part) => takenBy(part));
  const facts = readFacts(page.grid, taken, unitOf(page), date1904);
  return facts.filter(({ key, cell }) => key === "requested" || !page.parts.some((part) => isSource(part, cell)));
}

/** 財源 | 金額 over 補助金交付申請額 and 自己資金: the first is what is applied for, and the others are read as income. */
const isSource = ({ kind, table, rows }: Part, { row, column }: Fact["cell"]): boolean =>
  kind === "income" &&
  column >= table.left &&
  column <= table.right &&
  rows?.roles.some((one) => one.role === "line" && one.row === row) === true;

const ENTRIES: readonly RowRole[] = ["line", "subtotal", "total", "group", "tax", "breakdown"];

/** Header rows, and the rows of a table that are its own entries: no pairs stand there. */
function takenBy({ kind, table, rows, setAside }: Part): Taken[] {
  if (kind === "other" && rows === null) return [];
  // 区分 | 金額 over 経費合計 alone, on a cover: a figure of the application.
  const isOneFigure = setAside !== null && rows?.lines.length === 1;
  const others = (rows?.roles ?? []).filter(
    ({ role }) => isOneFigure || !ENTRIES.includes(role) || (kind === "income" && role === "line"),
  );
  const { left, right, headerTop: top, lastRow: bottom } = table;
  return [{ left, right, top, bottom, free: new Set(others.map(({ row }) => row)) }];
}

/** Of the sheet; where nothing but titles says one, of its budget. */
const unitOf = ({ units, parts }: Page): number =>
  (
    units.find(({ isOnTop, isTitle, isFirst }) => isOnTop && (!isTitle || isFirst)) ??
    parts.find(({ kind }) => kind === "budget")
  )?.scale ?? 1;
