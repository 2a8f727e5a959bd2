/** How far tables reach: down to the next or to its title, over pages, to marks and headings beside, and what stands above. */
import { compact, oneLine } from "../../text/fold";
import { readNumber } from "../../text/number";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import { patchedIn } from "../sheets/colours";
import { withoutUnit } from "../words/headers";
import { isTotalWord } from "../words/total-words";
import { type Block, columnsOf } from "./header-block";
import { isFigure } from "./header-cells";
import { withMarksBeside } from "./marks-beside";
import type { HeaderColumn, Table, TextAbove } from "./table";
import { filledIn, titleIn } from "./title-rows";

const ROWS_ABOVE = 12;

export function tablesFrom(grid: Grid, blocks: readonly Block[]): Table[] {
  const overlaps = (a: Block, b: Block): boolean => a.left <= b.right && b.left <= a.right;
  const repeated = new Map<Block, Block>();
  const tables: Table[] = [];
  const previousOf = new Map<Block, Block>();
  blocks.forEach((block, index) => {
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const candidate = blocks[earlier] as Block;
      if (!overlaps(candidate, block) || candidate.headerBottom >= block.headerTop) continue;
      previousOf.set(block, candidate);
      const origin = repeated.get(candidate) ?? candidate;
      if (repeatsHeader(origin, block) && isPageBreak(grid, candidate, block)) repeated.set(block, origin);
      break;
    }
  });
  for (const [index, block] of blocks.entries()) {
    if (repeated.has(block)) continue;
    const pages = blocks.filter((other) => repeated.get(other) === block);
    const lastPage = pages[pages.length - 1] ?? block;
    const below = blocks
      .slice(index + 1)
      .filter(
        (other) => overlaps(block, other) && other.headerTop > lastPage.headerBottom && !pages.includes(other),
      )[0];
    const above = textsAbove(grid, block, previousOf.get(block), blocks);
    // What is typed right below a table object belongs to it, though the object was not drawn that far.
    const lastRow = below === undefined ? grid.lastRow : aboveTitle(grid, block, below);
    const rows = { firstRow: block.headerBottom + 1, lastRow: Math.max(block.headerBottom, lastRow) };
    const { left, right, columns } = withMarks(grid, block, rows, blocks);
    tables.push({
      grid,
      headerTop: block.headerTop,
      headerBottom: block.headerBottom,
      ...rows,
      left: Math.min(left, withHeadingColumn(grid, block, blocks)),
      right,
      columns,
      title: titleOf(above, block.columns),
      above,
      repeatedHeaders: new Set(
        pages.flatMap((page) => {
          const top = titleTop(grid, page);
          return Array.from({ length: page.headerBottom - top + 1 }, (_, at) => top + at);
        }),
      ),
      object: block.object,
    });
  }
  return tables;
}

/** With the marks that stand beside it. */
function withMarks(
  grid: Grid,
  block: Block,
  rows: Pick<Table, "firstRow" | "lastRow">,
  blocks: readonly Block[],
): Pick<Table, "left" | "right" | "columns"> {
  if (block.object !== null) return block;
  const isTaken = (column: number): boolean =>
    blocks.some((other) => other !== block && other.left <= column && column <= other.right);
  const { left, right } = withMarksBeside(grid, { ...block, ...rows }, isTaken);
  const { headerTop, headerBottom } = block;
  return {
    left,
    right,
    columns: [
      ...(left < block.left ? columnsOf(grid, headerTop, headerBottom, left, block.left - 1) : []),
      ...block.columns,
      ...(right > block.right ? columnsOf(grid, headerTop, headerBottom, block.right + 1, right) : []),
    ],
  };
}

/** The first row of a page's title: words, right above the header that comes again and below a blank row (2／3頁, stamps). */
function titleTop(grid: Grid, { headerTop }: Block): number {
  for (let row = headerTop - 1; row > 0 && headerTop - row <= ROWS_OF_TITLE; row--) {
    const cells = grid.row(row)?.cells.filter((cell) => !isBlank(cell)) ?? [];
    if (cells.length === 0) return row + 1;
    if (cells.some((cell) => isFigure(cell) || (typeof cell.value === "string" && isTotalWord(cell.value)))) break;
  }
  return headerTop;
}

const ROWS_OF_TITLE = 3;

/** The last row above a table that is none of its title, right above its header and below a blank row. */
function aboveTitle(grid: Grid, above: Block, { headerTop, left, right }: Block): number {
  const [from, to] = [Math.min(above.left, left - 1), Math.max(above.right, right)];
  for (let row = headerTop - 1; row > 0; row--) {
    const cells = filledIn(grid.row(row)).filter(({ column }) => column >= from && column <= to);
    if (cells.length === 0) return row;
    const title = titleIn(cells);
    if (title === undefined || title.column < left - 1 || title.column > right) break;
  }
  return headerTop - 1;
}

/** A column without header left of the table that holds its group headings belongs to it. */
function withHeadingColumn(grid: Grid, block: Block, blocks: readonly Block[]): number {
  const column = block.left - 1;
  if (column < 1 || block.object !== null) return block.left;
  if (blocks.some((other) => other !== block && other.left <= column && column <= other.right)) return block.left;
  for (let row = block.headerTop; row <= block.headerBottom; row++)
    if (!isBlank(grid.cell(row, column))) return block.left;
  for (let row = block.headerBottom + 1; row <= block.headerBottom + 40; row++)
    if (textOf(grid.own(row, column)) !== null) return column;
  return block.left;
}

/** The same words over the same columns; the unit of the money may stand on the first page alone. */
function repeatsHeader(first: Block, page: Block): boolean {
  if (first.object !== null || page.object !== null || first.columns.length !== page.columns.length) return false;
  return first.columns.every(({ column, text }, index) => {
    const again = page.columns[index] as HeaderColumn;
    const words = compact(text);
    return column === again.column && [words, withoutUnit(words)].includes(compact(again.text));
  });
}

/** Nothing but page furniture between two equal headers: the table goes on. */
function isPageBreak(grid: Grid, before: Block, after: Block): boolean {
  for (const row of [...grid.rowsBetween(before.headerBottom + 1, after.headerTop - 1)].reverse()) {
    const cells = row.cells.filter((cell) => cell.column >= after.left && cell.column <= after.right && !isBlank(cell));
    const words = cells.filter((cell) => !/^\s*[(（]?単位/.test(textOf(cell) ?? ""));
    if (words.length === 0) continue;
    const only = words.length === 1 ? textOf(words[0]) : null;
    if (only === null) return true;
    if (!/続き|つづき|続く|page|ページ|頁|^\s*単位|^\s*[(（]単位|\d\s*[/／]\s*\d/i.test(only)) return false;
  }
  return true;
}

export function textsAbove(
  grid: Grid,
  block: Block,
  previous: Block | undefined,
  blocks: readonly Block[],
): TextAbove[] {
  const texts: TextAbove[] = [];
  const from = Math.max(previous === undefined ? 1 : previous.headerBottom + 1, block.headerTop - ROWS_ABOVE);
  // Where tables stand beside each other, a text belongs to the table below it.
  const beside = blocks.filter(
    (other) => other !== block && other.headerTop <= block.headerTop + 2 && other.headerBottom >= block.headerTop - 2,
  );
  const leftEdge = Math.max(0, ...beside.filter((other) => other.right < block.left).map((other) => other.right));
  const rightEdge = Math.min(
    Infinity,
    ...beside.filter((other) => other.left > block.right).map((other) => other.left),
  );
  const apart = blocks.filter((other) => other.right < block.left || other.left > block.right);
  for (let row = block.headerTop - 1; row >= from; row--) {
    const at = grid.row(row);
    const cells = at?.cells ?? [];
    // 対象外 beside a patch of its colour is no title.
    const patched = at === undefined ? [] : patchedIn(at, grid.sheet);
    let figures = 0;
    const found: Omit<TextAbove, "labelsFigures">[] = [];
    for (const cell of cells) {
      if (cell.column <= leftEdge || cell.column >= rightEdge || isBlank(cell) || patched.includes(cell)) continue;
      if (apart.some((other) => row >= other.headerTop && cell.column >= other.left && cell.column <= other.right))
        continue;
      if (typeof cell.value === "string" && readNumber(cell.value) === null)
        found.push({ row, column: cell.column, text: oneLine(cell.value) });
      else figures++;
    }
    // Rows of another table's data end what belongs to this one.
    if (previous !== undefined && figures > 0 && found.length > 0) break;
    texts.push(...found.map((text) => ({ ...text, labelsFigures: figures >= FEWEST_FIGURES })));
  }
  return texts;
}

/** A number of the form or a year may stand beside a title. */
const FEWEST_FIGURES = 2;

const NO_TITLE = /^\s*[(（]?単位|(?<!\S{6}(?:予算|経費|費用|内訳|明細)[書表]?\s*)[:：](?!.*\d)|[:：].*\d|[。※＊*]/;
const REMARK = /(?<=\S)[(（][^()（）]*[)）]/g;
const TITLES = /(?<!代)[表書]|内訳|明細|の部|一覧|計画|体制|調達|費|収入|支出|リスト|台帳|【/;
/** Whose budget it is, and who signs for it. */
const NAMES_SOMEBODY = /^(?:申請者|代表)|(?:株式|有限|合同|合資|合名)会社|(?:社団|財団)法人|特定非営利活動法人/;

/** What begins right of a column without a header speaks of what stands there, unless nothing else is said. */
function titleOf(above: readonly TextAbove[], columns: Block["columns"]): string | null {
  const right = columns.find(({ text }, at) => at > 0 && text === "")?.column ?? Infinity;
  // 補助対象外経費（全額自己負担。申請額に含めない）: what its remark says ends no title.
  const isTitle = (text: string): boolean => !NO_TITLE.test(text.replace(REMARK, "")) && text.length <= 60;
  const texts = above.filter(({ text, labelsFigures }) => !labelsFigures && isTitle(text));
  const own = texts.filter(({ column }) => column < right);
  const said = own.length > 0 ? own : texts;
  const ofThings = said.filter(({ text }) => !NAMES_SOMEBODY.test(text) || TITLES.test(text));
  const candidates = ofThings.length > 0 ? ofThings : said;
  const named = candidates.find(({ text }) => TITLES.test(text));
  return (named ?? candidates[0])?.text ?? null;
}
