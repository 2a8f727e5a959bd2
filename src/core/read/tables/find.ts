/** Finds the tables of a sheet: header rows anywhere, in one to three rows, several tables beside and below each other. */
import { compact } from "../../text/fold";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import { isToCome } from "../words/labels";
import { tablesFrom, textsAbove } from "./extent";
import { type Block, blockFrom, columnsOf } from "./header-block";
import { type Hit, hitsOf } from "./header-cells";
import {
  NAMES_AN_AMOUNT,
  beginsAnother,
  headsOwnKinds,
  isHeaderByShape,
  isTurned,
  mayBeHeader,
  mayBeHeaderByShape,
} from "./header-row";
import { isWhole, withoutTitles } from "./parted";
import { type Segment, segmentsOf, wholeRow } from "./segments";
import type { Table } from "./table";
import { isTitleWithUnit } from "./title-rows";

/** The table a person points at on a sheet whose header says nothing: the first row with `firstRow`'s data tells where it begins. */
export function tableAt(grid: Grid, firstRow: number, columns: readonly number[]): Table {
  const header = firstRow - 1;
  const cells = (grid.row(header)?.cells ?? []).filter((cell) => !isBlank(cell));
  const left = Math.min(...columns, ...cells.map((cell) => cell.column));
  const right = Math.max(...columns, ...cells.map((cell) => cell.column));
  const block: Block = {
    headerTop: Math.max(1, header),
    headerBottom: header,
    left,
    right,
    columns: header < 1 ? [] : columnsOf(grid, header, header, left, right),
    object: null,
  };
  return {
    ...block,
    grid,
    firstRow,
    lastRow: grid.lastRow,
    title: null,
    above: textsAbove(grid, block, undefined, []),
    repeatedHeaders: new Set(),
  };
}

export function findTables(grid: Grid): Table[] {
  const blocks: Block[] = [];
  const taken = new Map<number, Block[]>();
  for (const row of grid.sheet.rows) {
    const index = row.index;
    if (row.cells.length < 2) continue;
    const tableObjects = grid.sheet.tables.filter((table) => table.headerRows > 0 && table.area.top === index);
    const byWords = tableObjects.length > 0 || mayBeHeader(row.cells);
    if (!byWords && !mayBeHeaderByShape(row.cells)) continue;
    const hits = withoutTitles(grid, index, hitsOf(grid, index));
    if (isTurned(grid, index, hits) || isTitleWithUnit(row, grid.row(index + 1))) continue;
    const segments = byWords ? segmentsOf(grid, index, hits, tableObjects) : [];
    const whole = wholeRow(hits);
    const isBelow = lastOver(blocks, whole.left, whole.right) !== undefined;
    const begins = isBelow && beginsAnother(grid, index, hits);
    const byShape =
      !begins &&
      segments.length === 0 &&
      (isHeaderByShape(grid, index, hits, isBelow) || headsOwnKinds(grid, index, hits));
    if (byShape || (begins && segments.length === 0)) segments.push(whole);
    for (const segment of segments) {
      const covered = (taken.get(index) ?? []).some(
        (block) => segment.left <= block.right && segment.right >= block.left,
      );
      if (covered || isRowOfTableAbove(segment, hits, blocks)) continue;
      if (!begins && lacksItsAmount(grid, index, segment, blocks, byShape)) continue;
      if (segment.object === null && isTitleOfSeveral(grid, index, segment)) continue;
      const block = blockFrom(grid, index, segment);
      blocks.push(block);
      for (let at = block.headerTop; at <= block.headerBottom; at++) taken.set(at, [...(taken.get(at) ?? []), block]);
    }
  }
  return tablesFrom(grid, blocks);
}

/** ■ 補助対象経費 | | ■ 自社負担 over 内訳 | 経費 | | 内訳 | 経費: titles of tables that stand beside each other. */
function isTitleOfSeveral(grid: Grid, row: number, { left, right, hits }: Segment): boolean {
  const below = hitsOf(grid, row + 1).filter((hit) => hit.column >= left && hit.right <= right);
  if (below.length <= hits.length || below.some(({ figure }) => figure)) return false;
  return segmentsOf(grid, row + 1, below, []).filter((segment) => isWhole(segment.hits)).length >= 2;
}

/** Words of a row that has figures under the same header are data, also where an empty column parts them from the figures. */
function isRowOfTableAbove(segment: Segment, hits: readonly Hit[], blocks: readonly Block[]): boolean {
  const above = segment.object === null ? lastOver(blocks, segment.left, segment.right) : undefined;
  return (
    above !== undefined &&
    hits.some((hit) => hit.figure && !segment.hits.includes(hit) && lastOver(blocks, hit.column, hit.right) === above)
  );
}

/** The table that stands last above these columns. */
const lastOver = (blocks: readonly Block[], left: number, right: number): Block | undefined =>
  blocks.findLast((block) => block.left <= right && left <= block.right);

/**
 * A line of the table above with words where its amount should stand: 人件費 | データ入力補助員 | 別途見積. Taken for a header, it
 * would be lost with its yen.
 */
function lacksItsAmount(
  grid: Grid,
  row: number,
  { object, hits }: Segment,
  blocks: readonly Block[],
  byShape: boolean,
): boolean {
  if (object !== null || (grid.row(row - 1)?.cells.every(isBlank) ?? true)) return false;
  return hits.some(({ column, header }) => {
    const words = header === null ? (textOf(grid.own(row, column)) ?? "") : "";
    const isAmount = lastOver(blocks, column, column)?.columns.some(
      (it) => it.column === column && it.meaning?.fields[0] === "amount",
    );
    if (words === "" || isAmount !== true || OF_MONEY.test(words)) return false;
    return isToCome(words) || (byShape && !NAMES_AN_AMOUNT.test(compact(words)));
  });
}

/** 見積合計（税抜） heads figures, 別途見積 stands in place of one. */
const OF_MONEY = /[計額価税]/;
