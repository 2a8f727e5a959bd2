/** The tables of an estimate: where each begins and ends, over all its pages, and the rows in it. */
import { isOptionWord, isSectionHead } from "../words/labels";
import type { Line, Page } from "../page/paper";
import { headAt, type Column, type TableHead } from "./columns";
import { endsTable, entryOf, toldByColumns, type Entry } from "./entries";
import { amountColumnsOf, edgesOf, isInside } from "./extent";
import { grouped } from "./groups";
import { rowOf } from "./row";
import type { Money, Row, Table } from "./table";

/** @param used lines that turned out to be items are added to it */
export function tablesIn(pages: readonly Page[], money: Money, used: Set<Line>, heads: readonly TableHead[]): Table[] {
  const tables: Table[] = [];
  let open: TableHead | null = null;
  for (const page of pages) {
    const here = heads.filter((head) => head.page === page.lines[0]?.page);
    const starts = here.map(({ line }) => line);
    if (open !== null && page.lines.length > 0) {
      // A table goes on where the page before ended, until another begins.
      const lines = page.lines.slice(0, starts[0] === undefined ? undefined : Math.max(0, starts[0] - 1));
      const more = tableOf(open, page, lines, money, tables.length, used);
      if (more.rows.length > 0 || more.told.length > 0) tables.push(more);
    }
    for (const [n, head] of here.entries()) {
      const next = starts[n + 1];
      const lines = page.lines.slice(head.line + 1, next === undefined ? undefined : Math.max(head.line + 1, next));
      tables.push(tableOf(head, page, lines, money, tables.length, used));
      open = head;
    }
  }
  return tables.filter(({ rows, told }) => rows.length > 0 || told.length > 0);
}

export function headsIn(pages: readonly Page[]): TableHead[] {
  const heads: TableHead[] = [];
  for (const page of pages)
    for (let at = 0; at < page.lines.length; at++) {
      const head = headAt(page, at);
      if (head === null) continue;
      heads.push(head);
      at = head.line;
    }
  return heads;
}

function tableOf(
  head: TableHead,
  page: Page,
  lines: readonly Line[],
  money: Money,
  table: number,
  used: Set<Line>,
): Table {
  const amountColumns = amountColumnsOf(head, lines);
  const edges = edgesOf(head, page, lines, amountColumns);
  const entries: Entry[] = [];
  for (const line of lines) {
    const segments = line.segments.filter((segment) => isInside(segment, edges));
    if (segments.length === 0) continue;
    const entry = entryOf(line, segments, head.columns, amountColumns, money);
    entries.push(entry);
    if (entry.kind === "end") break;
  }
  return {
    head,
    amountColumns,
    rows: rowsOf(grouped(entries, page, head), head, page, amountColumns, money, table, used),
    told: entries.flatMap((entry) => (entry.kind === "total" ? toldByColumns(entry, head.columns, money) : [])),
  };
}

/** The rows from top to bottom: whether each is offered beside the total hangs on what stands above it. */
function rowsOf(
  groups: readonly (readonly Entry[])[],
  head: TableHead,
  page: Page,
  amountColumns: readonly number[],
  money: Money,
  table: number,
  used: Set<Line>,
): Row[] {
  const rows: Row[] = [];
  let optional =
    isOptionWord((page.lines[head.line - 1]?.segments ?? []).map(({ text }) => text).join("")) ||
    head.columns.some(({ heading }, at) => heading?.role === "name" && isOptionWord(wordsOver(page, head, at)));
  let afterTotal = false;
  for (const group of groups) {
    const core = group.find(({ kind }) => kind === "row");
    if (core === undefined) {
      const words = group.flatMap(({ cells }) => cells.flat().map(({ text }) => text)).join("");
      if (group.some(({ kind }) => kind === "total")) afterTotal ||= group.some(({ line }) => endsTable(line));
      else if (isOptionWord(words) && (words.length < 40 || isSectionHead(words))) optional = true;
      // What follows a total of the whole stands beside it, whatever it is called.
      else if (isSectionHead(words) && !/^[※＊*]/.test(words)) optional = afterTotal;
      continue;
    }
    const row = rowOf(group, core, head.columns, amountColumns, money);
    if (row === null) continue;
    for (const { line } of group) used.add(line);
    rows.push({ ...row, table, optional: optional || isOptionWord(row.name.slice(0, 12)), afterTotal });
  }
  return rows;
}

const wordsOver = (page: Page, head: TableHead, at: number): string => {
  const column = head.columns[at] as Column;
  return (page.lines[head.line]?.segments ?? [])
    .filter(({ x0, x1 }) => x1 > column.x0 && x0 < column.x1)
    .map(({ text }) => text)
    .join("");
};
