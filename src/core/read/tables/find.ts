/** Finds the tables of a sheet: header rows anywhere, in one to three rows, several tables beside and below each other. */
import { compact, oneLine } from "../../text/fold";
import { isCalculation, readAmount } from "../../text/amount";
import { readNumber } from "../../text/number";
import { isDateFormat, serialDay } from "../../text/date";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import { looksLikeCategory, withoutNumbering } from "../words/categories";
import { patchedIn } from "../sheets/colours";
import { combinedHeader, headerOf, type Header } from "../words/headers";
import { ITEM_FIELDS } from "../words/item-fields";
import { isToCome } from "../words/labels";
import { isPartOfCost } from "../words/parts-of-cost";
import { isTotalWord } from "../words/total-words";
import { withMarksBeside } from "./marks-beside";
import type { Cell, TableObject } from "../../workbook/workbook";

export interface HeaderColumn {
  readonly column: number;
  /** Last column of a header merged over several; usually the column itself. */
  readonly right: number;
  /** As shown: the header cells above each other, joined. */
  readonly text: string;
  readonly meaning: Header | null;
}

interface TextAbove {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Table {
  readonly grid: Grid;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly HeaderColumn[];
  readonly title: string | null;
  /** Texts between the table above and this one, nearest first. */
  readonly above: readonly TextAbove[];
  /** Rows inside that repeat the header, as on each printed page. */
  readonly repeatedHeaders: ReadonlySet<number>;
  readonly object: TableObject | null;
}

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

interface Block {
  headerTop: number;
  headerBottom: number;
  left: number;
  right: number;
  columns: HeaderColumn[];
  object: TableObject | null;
}

interface Hit {
  readonly column: number;
  readonly right: number;
  /** null: the cell holds something, but no header this vocabulary knows. */
  readonly header: Header | null;
  /** A number, also one typed as text: headers hold none, save months and years. */
  readonly figure: boolean;
  /** It names a kind of cost: 消耗品費 | 外注費 | 旅費 may head columns of amounts. */
  readonly cost: boolean;
}

const HEADER_ROWS = 4;
const ROWS_ABOVE = 12;

export function findTables(grid: Grid): Table[] {
  const blocks: Block[] = [];
  const taken = new Map<number, Block[]>();
  for (const row of grid.sheet.rows) {
    const index = row.index;
    if (row.cells.length < 2) continue;
    const tableObjects = grid.sheet.tables.filter((table) => table.headerRows > 0 && table.area.top === index);
    const byWords = tableObjects.length > 0 || mayBeHeader(row.cells);
    if (!byWords && !mayBeHeaderByShape(row.cells)) continue;
    const hits = hitsOf(grid, index);
    if (isTurned(grid, index, hits)) continue;
    const segments = byWords ? segmentsOf(grid, index, hits, tableObjects) : [];
    const byShape = segments.length === 0 && isHeaderByShape(grid, index, hits);
    if (byShape) segments.push(wholeRow(hits));
    for (const segment of segments) {
      const covered = (taken.get(index) ?? []).some(
        (block) => segment.left <= block.right && segment.right >= block.left,
      );
      if (covered || isRowOfTableAbove(segment, hits, blocks)) continue;
      if (lacksItsAmount(grid, index, segment, blocks, byShape)) continue;
      if (segment.object === null && isTitleOfSeveral(grid, index, segment)) continue;
      const block = blockFrom(grid, index, segment);
      blocks.push(block);
      for (let at = block.headerTop; at <= block.headerBottom; at++) taken.set(at, [...(taken.get(at) ?? []), block]);
    }
  }
  return tablesFrom(grid, blocks);
}

/**
 * 品名 over 発注先, 単価, 数量 and 金額 in one column, their values beside them: one item a column, or one card an item. No
 * header stands in such a row, and its values are none of a table read from top to bottom.
 */
function isTurned(grid: Grid, row: number, hits: readonly Hit[]): boolean {
  const [first] = hits;
  if (first?.header == null || hits.slice(1).some(({ header }) => header !== null && measuresOrPrices(header)))
    return false;
  const said = new Set(first.header.fields.slice(0, 1));
  let measured = 0;
  for (let below = row + 1; below <= row + TURNED_ROWS; below++) {
    const text = textOf(grid.own(below, first.column));
    const header = text === null ? null : headerOf(text);
    const [field] = header?.fields ?? [];
    if (header === null || field === undefined || said.has(field)) break;
    said.add(field);
    if (measuresOrPrices(header)) measured++;
  }
  return said.size >= 4 && measured >= 2;
}
const TURNED_ROWS = 6;
const measuresOrPrices = ({ fields }: Header): boolean => MEASURES.has(fields[0] as string);

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

/**
 * Cheap refusal of data rows: beside figures, only short words can belong to the header of another table. Long words are
 * asked only where a gap parts the row: without one, another header begins with a word that stood there before.
 */
function mayBeHeader(cells: readonly Cell[]): boolean {
  let known = 0;
  let figures = 0;
  /** 経費の内訳 may stand over several columns, or over the items themselves. */
  let overOthers = 0;
  for (const cell of cells)
    if (typeof cell.value === "number") {
      if (isDateFormat(cell.format)) known++;
      else figures++;
    }
  const longest = figures > 0 ? 10 : 60;
  let describes = false;
  /** 数量 | 単価 | 金額 may stand right of items whose column has no header. */
  let measured = 0;
  const said = new Set<string>();
  for (const { value } of cells) {
    if (typeof value !== "string" || value.length > longest) continue;
    const header = headerOf(value);
    if (header === null) continue;
    known++;
    said.add(header.fields[0] as string);
    if (header.fields.length === 0 && !header.month) overOthers++;
    if (measuresOrPrices(header)) measured++;
    describes ||= isDescriptor(header);
  }
  if (known < 2) return false;
  return (
    describes ||
    (figures === 0 &&
      (known < cells.length || overOthers > 0 || measured >= 2 || DUE.every((field) => said.has(field)))) ||
    (hasGap(cells) && cells.some(({ value }) => typeof value === "string" && isDescriptor(headerOf(value))))
  );
}

const LONGEST_HEADER = 22;
const MOST_COLUMNS = 40;

/** Short words and no figure: it may be a header of words nobody foresaw. */
function mayBeHeaderByShape(cells: readonly Cell[]): boolean {
  let texts = 0;
  for (const { value } of cells) {
    if (value === null || value === "") continue;
    if (typeof value !== "string" || value.length > LONGEST_HEADER) return false;
    texts++;
  }
  return texts >= 2 && texts <= MOST_COLUMNS;
}

const isOfSpending = ({ fields }: Header): boolean => fields.length > 0 && !OF_THE_APPLICANT.has(fields[0] as string);
/** 申請者区分 beside its value heads no table. */
const OF_THE_APPLICANT = new Set<string>(["class", "role", "position", "address"]);

/** 補助金額 of each farm is what comes in. */
const NAMES_AN_AMOUNT = /^(?!.*(?:補助|助成|交付|給付|支援)).*(?:額|金額|費用|経費|価格|予算|決算)$/;

/**
 * Short words, one of them a header's, over rows that have figures below an unknown word and texts below another; or
 * words below a gap of which one names an amount.
 */
function isHeaderByShape(grid: Grid, row: number, hits: readonly Hit[]): boolean {
  const known = hits.filter(({ header }) => header !== null && header.weight >= 2 && isOfSpending(header));
  const texts = hits.map(({ column }) => compact(textOf(grid.own(row, column)) ?? ""));
  // 品名 | 製造部 | 品質部 | 計 heads items; else a word for a sum begins or ends a row of sums, or one of people.
  const items = known.some(({ header }) => header?.fields.some((field) => ITEM_FIELDS.has(field)) === true);
  const sums = items ? texts.slice(0, 1) : texts;
  if (hits.some(({ figure }) => figure) || sums.some(isTotalWord) || isPairs(hits)) return false;
  const isApart = row > 1 && (grid.row(row - 1)?.cells.every(isBlank) ?? true);
  if (known.length === 0 && !(isApart && texts.slice(1).some((text) => NAMES_AN_AMOUNT.test(text)))) return false;
  // Below a blank row, or below a title.
  const startsApart = (grid.row(row - 1)?.cells.filter((cell) => !isBlank(cell)).length ?? 0) <= 1;
  let rows = 0;
  let fitting = 0;
  for (let below = row + 1; below <= row + 3; below++) {
    const cells = grid.row(below)?.cells.filter((cell) => !isBlank(cell)) ?? [];
    if (cells.length === 0) continue;
    rows++;
    const at = (test: (cell: Cell, hit: Hit) => boolean): boolean =>
      hits.some((hit) =>
        cells.some((cell) => cell.column >= hit.column && cell.column <= hit.right && test(cell, hit)),
      );
    const figures = at(
      (cell, hit) =>
        (!known.includes(hit) || (typeof cell.value === "string" && isCalculation(cell.value))) &&
        isFigure(cell) &&
        Math.abs(Number(cell.value) || 100) >= 100,
    );
    // つくるもの | 費用: figures under the amount's word, words under one that nobody foresaw.
    const amounts = startsApart && at((cell, hit) => known.includes(hit) && measures(hit) && isFigure(cell));
    const words = at(
      (cell, hit) => typeof cell.value === "string" && !isFigure(cell) && (figures || !known.includes(hit)),
    );
    if ((figures || amounts) && words) fitting++;
  }
  return rows > 0 && fitting * 2 >= rows;
}

const wholeRow = (hits: readonly Hit[]): Segment => ({
  left: Math.min(...hits.map(({ column }) => column)),
  right: Math.max(...hits.map(({ right }) => right)),
  hits,
  object: null,
});

function hasGap(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first, last] = [filled[0], filled[filled.length - 1]];
  return first !== undefined && last !== undefined && last.column - first.column >= filled.length;
}

function hitsOf(grid: Grid, row: number): Hit[] {
  const hits: Hit[] = [];
  const counted = weeksIn(grid.row(row)?.cells ?? []);
  for (const cell of grid.row(row)?.cells ?? []) {
    if (isBlank(cell)) continue;
    const area = grid.area(row, cell.column);
    const figure = isFigure(cell) && !counted.has(cell.column);
    hits.push({
      column: cell.column,
      right: Math.max(cell.column, area?.right ?? 0),
      header: figure || counted.has(cell.column) ? null : headerOfCell(cell),
      figure,
      cost: typeof cell.value === "string" && (looksLikeCategory(cell.value) || isPartOfCost(cell.value)),
    });
  }
  return hits;
}

/** 6 | 7 | 8 | 9 beside words: the months or weeks of a chart of bars are counted through, and are no figures. */
function weeksIn(cells: readonly Cell[]): ReadonlySet<number> {
  const run: Cell[] = [];
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const before = run.at(-1);
    if (typeof cell.value !== "number" || !Number.isInteger(cell.value) || cell.value < 1 || cell.value > MOST_WEEKS) {
      if (before !== undefined) return NONE;
      continue;
    }
    const isNext =
      before === undefined || cell.value === (before.value as number) + 1 || (cell.value === 1 && before.value === 12);
    if (!isNext || (before !== undefined && cell.column !== before.column + 1)) return NONE;
    run.push(cell);
  }
  return run.length < FEWEST_WEEKS ? NONE : new Set(run.map(({ column }) => column));
}
const FEWEST_WEEKS = 4;
const MOST_WEEKS = 53;
const NONE: ReadonlySet<number> = new Set();

const MAY_SAY_A_FIGURE = /[\d０-９円]/;
function isFigure(cell: Cell): boolean {
  if (typeof cell.value === "number") return !isDateFormat(cell.format);
  return typeof cell.value === "string" && MAY_SAY_A_FIGURE.test(cell.value) && readAmount(cell.value) !== null;
}

function headerOfCell(cell: Cell): Header | null {
  if (typeof cell.value === "string") return headerOf(cell.value);
  if (typeof cell.value === "number" && isDateFormat(cell.format) && cell.value > 30_000)
    return { fields: [], weight: 1, tax: null, scale: null, word: "", month: true };
  return null;
}

interface Segment {
  readonly left: number;
  readonly right: number;
  readonly hits: readonly Hit[];
  readonly object: TableObject | null;
}

function segmentsOf(grid: Grid, row: number, hits: readonly Hit[], objects: readonly TableObject[]): Segment[] {
  const segments: Segment[] = [];
  for (const object of objects) {
    const inside = hits.filter((hit) => hit.column >= object.area.left && hit.column <= object.area.right);
    if (inside.length >= 2) segments.push({ left: object.area.left, right: object.area.right, hits: inside, object });
  }
  const free = hits.filter(
    (hit) => !segments.some((segment) => hit.column >= segment.left && hit.column <= segment.right),
  );
  const pieces: Hit[][] = [];
  let current: Hit[] = [];
  for (const [index, hit] of free.entries()) {
    const previous = current[current.length - 1];
    if (previous !== undefined) {
      const apart = hit.column > previous.right + 1 && emptyBetween(grid, row, previous.right + 1, hit.column - 1);
      if (apart || startsAgain(current, free.slice(index))) {
        pieces.push(current);
        current = [];
      }
    }
    current.push(hit);
  }
  if (current.length > 0) pieces.push(current);
  for (const found of joinPieces(grid, row, pieces)) {
    const piece = withItemsAtLeft(grid, row, found);
    const first = piece[0];
    if (first !== undefined && (isHeader(piece) || (pieces.length > 1 && isListBeside(grid, row, piece))))
      segments.push({
        left: first.column,
        right: Math.max(...piece.map((hit) => hit.right)),
        hits: piece,
        object: null,
      });
  }
  return segments.sort((a, b) => a.left - b.left);
}

/** Of a column of items without a header. */
const ITEMS: Header = { fields: ["description"], weight: 1, tax: null, scale: null, word: "", month: false };

/**
 * 数量 | 単価 | 金額 right of texts without a header of their own, or under one merged down: the texts are the items. Their
 * column belongs to the header.
 */
function withItemsAtLeft(grid: Grid, row: number, piece: Hit[]): Hit[] {
  const [first] = piece;
  const measured = piece.filter(({ header }) => header !== null && measuresOrPrices(header));
  if (first === undefined || first.column === 1 || measured.length < 2 || !measured.some(measures)) return piece;
  if (piece.some(({ header }) => isDescriptor(header))) return piece;
  const column = first.column - 1;
  const above = grid.cell(row, column);
  let [texts, rows] = [0, 0];
  for (const { cells } of grid.rowsBetween(row + 1, row + 6)) {
    const has = (test: (cell: Cell) => boolean): boolean => cells.some((cell) => !isBlank(cell) && test(cell));
    if (!has((cell) => cell.column >= first.column && isFigure(cell))) continue;
    rows++;
    if (has((cell) => cell.column === column && typeof cell.value === "string" && !isFigure(cell))) texts++;
  }
  if (texts < 2 || texts * 10 < rows * 7) return piece;
  const header = isBlank(above) ? ITEMS : headerOfCell(above as Cell);
  return [{ column, right: column, header, figure: false, cost: false }, ...piece];
}

/** An empty column inside a table parts its header in two: what is no table by itself belongs together. */
function joinPieces(grid: Grid, row: number, pieces: readonly Hit[][]): Hit[][] {
  const joined: Hit[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = joined[joined.length - 1];
    const gap = before === undefined ? Infinity : (piece[0]?.column ?? 0) - (before[before.length - 1]?.right ?? 0);
    // Items that nobody merged run over the blank columns beside them, as far as they are long.
    const needEachOther = before !== undefined && !isWhole(before) && !isWhole(piece);
    const isOne =
      before !== undefined &&
      gap <= (needEachOther ? WIDEST_GAP : 3) &&
      !(isWhole(before) && (isWhole(piece) || beginsAnother(piece, pieces.slice(index + 1)))) &&
      ((isPlain(before) && isPlain(piece)) || goTogether(grid, row, before, piece));
    if (isOne) before.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

const WIDEST_GAP = 20;

/** It says what its rows are about, and what they come to is said behind another blank column. */
function beginsAnother([first]: readonly Hit[], rest: readonly (readonly Hit[])[]): boolean {
  const says = (hit: Hit | undefined, words: ReadonlySet<string>): boolean =>
    hit?.header?.fields.some((field) => words.has(field)) === true;
  return says(first, SUBJECTS) && rest.some((hits) => hits.some((hit) => says(hit, MATTERS)));
}

/** Most rows below have something on both sides, and a figure on the right: they are one table's. */
function goTogether(grid: Grid, header: number, before: readonly Hit[], piece: readonly Hit[]): boolean {
  let [both, either, figures, last] = [0, 0, 0, header];
  // Without a column that says what its rows are about, the piece is hardly a table of its own.
  const isDependent = !piece.some((hit) => isSubject(hit) && !headsFigures(grid, header, hit));
  const share = isDependent ? 0.5 : 0.8;
  const isOne = (): boolean => {
    // What lacks its amount and the amount itself need each other.
    const needsOther = !before.some(measures) && piece.some(measures) && both === either;
    return both >= (needsOther ? 1 : 2) && both >= either * share && figures >= 1;
  };
  for (const { index, cells } of grid.rowsBetween(header + 1, header + 12)) {
    // Below a blank row may stand a stamp box or another table.
    if (isDependent && index - last > 1 && isOne()) return true;
    last = index;
    const under = (hits: readonly Hit[]): readonly Cell[] =>
      cells.filter(
        (cell) => !isBlank(cell) && hits.some((hit) => cell.column >= hit.column && cell.column <= hit.right),
      );
    const [left, right] = [under(before), under(piece)];
    if (left.length + right.length > 0) either++;
    if (left.length > 0 && right.length > 0) both++;
    if (right.some(isFigure)) figures++;
  }
  return isOne();
}

/** 費用 may head items or amounts: figures below say which. */
function headsFigures(grid: Grid, header: number, { column, right }: Hit): boolean {
  const below = [...grid.rowsBetween(header + 1, header + 12)].flatMap(({ cells }) =>
    cells.filter((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right),
  );
  return below.length > 0 && below.every(isFigure);
}

/** Nothing but words that can only be headers. */
const isPlain = (hits: readonly Hit[]): boolean =>
  hits.every((hit) => hit.header !== null && hit.header.weight >= 2 && hit.header.fields.length > 0);

/** A 細目 divides an item that stands to the left of it: by itself it says of no table what its rows are about. */
const SUBJECTS = new Set<string>([
  ...[...ITEM_FIELDS].filter((field) => field !== "minor"),
  "person",
  "name",
  "member",
]);
const MATTERS = new Set<string>(["amount", "hours", "payPaid", "class", "role", "position"]);

/** 事項 | 金額 beside another table: under a word that nobody foresaw stand words, and figures under the amount's. */
function isListBeside(grid: Grid, row: number, piece: readonly Hit[]): boolean {
  const [first] = piece;
  const amount = piece.find(measures);
  if (first === undefined || amount === undefined || amount === first || first.header !== null || first.figure)
    return false;
  let lines = 0;
  for (const { cells } of grid.rowsBetween(row + 1, row + 6)) {
    const at = ({ column, right }: Hit): Cell | undefined =>
      cells.find((cell) => !isBlank(cell) && cell.column >= column && cell.column <= right);
    const [words, figure] = [at(first), at(amount)];
    if (typeof words?.value === "string" && figure !== undefined && isFigure(figure)) lines++;
  }
  return lines >= 2;
}

/** 補助対象経費 may head items, but is an amount first. */
const isSubject = ({ header }: Hit): boolean =>
  header !== null && header.fields[0] !== "amount" && header.fields.some((field) => SUBJECTS.has(field));

/** It says both what its rows are about and, in another column, something of them. */
function isWhole(hits: readonly Hit[]): boolean {
  const saying = (words: ReadonlySet<string>): Hit[] =>
    hits.filter(({ header }) => header?.fields.some((field) => words.has(field)) === true);
  const matters = saying(MATTERS);
  return hits.filter(isSubject).some((subject) => matters.some((matter) => matter !== subject));
}

/** Whether columns hold nothing around a header row: then two tables stand beside each other. */
function emptyBetween(grid: Grid, row: number, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) {
    let empty = true;
    for (let at = row; at <= row + 8 && empty; at++) empty = isBlank(grid.cell(at, column));
    if (empty) return true;
  }
  return false;
}

/** 科目 | 金額 | 科目 | 金額: the second 科目 begins another table, as one amount lies before it and another behind it. */
function startsAgain(before: readonly Hit[], rest: readonly Hit[]): boolean {
  const [hit] = rest;
  if (hit === undefined) return false;
  const first = before.find((earlier) => earlier.header !== null && earlier.header.fields.length > 0)?.header;
  const header = hit.header;
  if (first === undefined || first === null || header === null || header.fields.length === 0) return false;
  if (!["category", "major", "description", "no", "person", "member"].includes(header.fields[0] as string))
    return false;
  return (
    (header.word === first.word || (header.fields[0] === first.fields[0] && header.fields[0] !== "category")) &&
    before.some(measures) &&
    rest.some(measures)
  );
}

const measures = ({ header }: Hit): boolean =>
  header !== null && header.fields.some((field) => field === "amount" || field === "hours");

const DESCRIPTORS = new Set<string>([
  "no",
  "major",
  "middle",
  "minor",
  "category",
  "description",
  "specification",
  "vendor",
  "member",
  "name",
  "person",
  "evidenceNo",
  "employment",
]);

const isDescriptor = (header: Header | null): boolean =>
  header !== null && header.fields.some((field) => DESCRIPTORS.has(field));

function isHeader(hits: readonly Hit[]): boolean {
  const known = hits.filter((hit) => hit.header !== null);
  const meaningful = new Set(known.flatMap((hit) => hit.header?.fields.slice(0, 1) ?? []));
  const months = known.filter((hit) => hit.header?.month === true).length;
  const costs = hits.filter(({ header, cost }) => header === null && cost).length;
  if ((known.length + costs) * 2 < hits.length || hits.some((hit) => hit.figure)) return false;
  if (isPairs(hits)) return false;
  const measured = known.filter((hit) => hit.header?.fields.some((field) => MEASURES.has(field)) === true).length;
  const describes =
    known.some((hit) => isDescriptor(hit.header)) ||
    (known.length === hits.length && DUE.every((field) => meaningful.has(field))) ||
    (measured >= 2 && hits.some((hit) => hit.header === null));
  const overColumns = known.some((hit) => hit.header?.fields.length === 0 && hit.right > hit.column);
  return describes && (meaningful.size >= 2 || overColumns || months >= 2);
}

const MEASURES = new Set<string>(["amount", "unitPrice", "quantity"]);
/** 支払区分 | 支払日 | 支払額: what is due when. */
const DUE = ["paymentDate", "amount"] as const;

/**
 * 所属 | 営業部 | 氏名 | 玄海 太郎: labels and their values side by side, nothing of which measures anything. A value may
 * hold a word of a header: 申請者区分 | 市内中小事業者以外.
 */
function isPairs(hits: readonly Hit[]): boolean {
  if (hits.length < 4 || hits.length % 2 !== 0) return false;
  const isLabel = (header: Header | null): boolean => header !== null && header.weight >= 2;
  return (
    hits.some(({ header }, index) => index % 2 === 1 && header === null) &&
    hits.every(
      ({ header }, index) =>
        isLabel(header) === (index % 2 === 0) && header?.fields.some((field) => MEASURES.has(field)) !== true,
    )
  );
}

function blockFrom(grid: Grid, row: number, segment: Segment): Block {
  let { left, right } = segment;
  let top = row;
  let bottom = row;
  if (segment.object !== null) bottom = row + segment.object.headerRows - 1;
  else {
    // A merged header reaches down as far as its cell.
    for (const hit of segment.hits) {
      const area = grid.area(row, hit.column);
      if (area !== undefined && area.bottom - row < HEADER_ROWS) bottom = Math.max(bottom, area.bottom);
    }
    for (let next = bottom + 1; next < row + HEADER_ROWS && continuesHeader(grid, next, row, left, right); next++)
      bottom = next;
    while (top > 1 && row - top < 2 && isHeadingOver(grid, top - 1, left, right)) top--;
    // Cells under the header's last heading may reach further right than the heading itself.
    for (let at = top; at <= bottom; at++) {
      if (at === row) continue;
      for (const hit of hitsOf(grid, at)) {
        if (hit.header === null) continue;
        if (hit.column === right + 1 && isBlank(grid.cell(row, hit.column))) right = hit.right;
        else if (hit.right === left - 1 && hit.header.fields.length > 0 && isBlank(grid.cell(row, hit.right)))
          left = hit.column;
      }
    }
  }
  return {
    headerTop: top,
    headerBottom: bottom,
    left,
    right,
    columns: columnsOf(grid, top, bottom, left, right).map((column) =>
      column.text === "" && segment.hits.some((hit) => hit.header === ITEMS && hit.column === column.column)
        ? { ...column, meaning: ITEMS }
        : column,
    ),
    object: segment.object,
  };
}

/** A second or third header row: only header words, units and signs such as (A×B), or the columns counted through. */
function continuesHeader(grid: Grid, row: number, first: number, left: number, right: number): boolean {
  const cells = (grid.row(row)?.cells ?? []).filter(
    (cell) => cell.column >= left && cell.column <= right && !isBlank(cell),
  );
  if (cells.length === 0) return false;
  if (cells.length >= 4 && areCounted(cells)) return true;
  if (partsMergedHeadings(grid, row, cells)) return true;
  if (!cells.every((cell) => typeof cell.value === "string" && headerOfCell(cell) !== null)) return false;
  // A figure under a header of its own is data, whatever the words beside it sound like ("合計金額表示器").
  const isData = (cell: Cell): boolean => {
    const above = textOf(grid.cell(row - 1, cell.column));
    return isFigure(cell) && above !== null && (headerOf(above)?.fields.length ?? 0) > 0;
  };
  if (cells.some(isData)) return false;
  // One word alone below a header of its own is the first heading of the rows.
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && (headerOfCell(only)?.fields.length ?? 0) > 0) {
    const above = grid.own(row - 1, only.column);
    if (above !== undefined && !isBlank(above) && grid.area(row - 1, only.column) === undefined) return false;
  }
  // The same words again are the header of another page.
  const repeats = cells.filter((cell) => {
    const above = textOf(grid.cell(first, cell.column));
    return above !== null && compact(above) === compact(cell.value as string);
  });
  return repeats.length * 2 < cells.length;
}

/** Each number once, also where the columns have changed places since. */
function areCounted(cells: readonly Cell[]): boolean {
  const numbers = cells.map(({ value }) => (typeof value === "string" ? countedThrough(value) : value));
  return cells.every((_, index) => numbers.includes(index + 1));
}

/** 1, (2), ③ and (4)=(2)×(3) below a header count its columns. */
function countedThrough(text: string): number | null {
  const number = /^\(?(\d{1,2})\)?(?:[=:].*)?$/.exec(compact(text))?.[1];
  return number === undefined ? null : Number(number);
}

/** 健康保険 | 厚生年金 | その他 below 法定福利費 over all of them: words, whatever they are, that only part headings, over figures. */
function partsMergedHeadings(grid: Grid, row: number, cells: readonly Cell[]): boolean {
  const isPart = ({ value, column }: Cell): boolean => {
    const area = grid.area(row - 1, column);
    return (
      typeof value === "string" &&
      value.length <= LONGEST_HEADER &&
      readNumber(value) === null &&
      withoutNumbering(value) !== "" &&
      area !== undefined &&
      area.bottom === row - 1 &&
      area.right > area.left &&
      !isBlank(grid.own(area.top, area.left))
    );
  };
  return (
    cells.length >= 2 &&
    cells.every(isPart) &&
    cells.filter(({ column }) => {
      const below = grid.own(row + 1, column);
      return below !== undefined && isFigure(below);
    }).length *
      2 >=
      cells.length
  );
}

/** A row above the header that holds nothing but headings over several columns. */
function isHeadingOver(grid: Grid, row: number, left: number, right: number): boolean {
  const hits = hitsOf(grid, row).filter((hit) => hit.right >= left && hit.column <= right);
  return (
    hits.length > 0 &&
    hits.every((hit) => hit.header !== null && hit.column >= left && hit.right <= right) &&
    hits.some((hit) => hit.right > hit.column) &&
    hits.every((hit) => hit.right - hit.column + 1 < right - left + 1)
  );
}

function columnsOf(grid: Grid, top: number, bottom: number, left: number, right: number): HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  for (let column = left; column <= right; column++) {
    const parts: string[] = [];
    let last: Cell | undefined;
    let span = column;
    for (let row = top; row <= bottom; row++) {
      const found = headerCell(grid, row, column, left, bottom);
      if (found === undefined || found.cell === last) continue;
      last = found.cell;
      span = found.right;
      // 消耗品費 over 86100: the account's number says nothing beside its name.
      if (parts.length === 0 || !isFigure(found.cell) || headerOfCell(found.cell) !== null)
        parts.push(shownHeader(found.cell));
    }
    const meaning = parts.length === 0 ? null : combinedHeader(parts);
    columns.push({
      column,
      right: Math.max(column, span),
      text: parts.join(" "),
      meaning,
    });
    column = Math.max(column, span);
  }
  return columns;
}

/** A month typed as a day is shown as "2025年9月". */
function shownHeader(cell: Cell): string {
  if (typeof cell.value === "string") return oneLine(cell.value);
  const day = typeof cell.value === "number" && headerOfCell(cell) !== null ? serialDay(cell.value, false) : null;
  return day === null ? String(cell.value) : `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`;
}

/** The header cell over a column, also when a heading over several columns is centred without being merged. */
function headerCell(
  grid: Grid,
  row: number,
  column: number,
  left: number,
  bottom: number,
): { cell: Cell; right: number } | undefined {
  const area = grid.area(row, column);
  if (area !== undefined) {
    const cell = grid.own(area.top, area.left);
    if (cell === undefined || isBlank(cell)) return undefined;
    // Only where the lowest header row itself is merged do several columns make one field.
    return { cell, right: area.bottom >= bottom ? area.right : column };
  }
  const own = grid.own(row, column);
  if (own !== undefined && !isBlank(own)) return { cell: own, right: column };
  if (row === bottom || isBlank(grid.cell(row + 1, column))) return undefined;
  for (let beside = column - 1; beside >= left; beside--) {
    if (grid.area(row, beside) !== undefined) return undefined;
    const cell = grid.own(row, beside);
    if (cell === undefined || isBlank(cell)) continue;
    const header = headerOfCell(cell);
    const isOver =
      header !== null && (header.fields.length === 0 || header.month) && !isBlank(grid.own(row + 1, beside));
    return isOver || (header !== null && !isBlank(grid.own(row + 1, beside))) ? { cell, right: column } : undefined;
  }
  return undefined;
}

function tablesFrom(grid: Grid, blocks: readonly Block[]): Table[] {
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
      if (sameHeader(origin, block) && isPageBreak(grid, candidate, block)) repeated.set(block, origin);
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
    const lastRow = below === undefined ? grid.lastRow : aboveTitle(grid, below);
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
      title: titleOf(above),
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

/** The last row above a table that is none of its title: words alone, right above its header and below a blank row. */
function aboveTitle(grid: Grid, { headerTop, left, right }: Block): number {
  for (let row = headerTop - 1; row > 0; row--) {
    const cells = grid.row(row)?.cells.filter((cell) => !isBlank(cell)) ?? [];
    if (cells.length === 0) return row;
    const [only] = cells;
    const isTitle =
      cells.length === 1 &&
      only !== undefined &&
      typeof only.value === "string" &&
      !isFigure(only) &&
      only.column >= left - 1 &&
      only.column <= right;
    if (!isTitle) break;
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

function sameHeader(a: Block, b: Block): boolean {
  if (a.object !== null || b.object !== null) return false;
  const words = (block: Block): string =>
    block.columns.map((column) => `${String(column.column)}:${compact(column.text)}`).join("|");
  return words(a) === words(b);
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

function textsAbove(grid: Grid, block: Block, previous: Block | undefined, blocks: readonly Block[]): TextAbove[] {
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
    const found: TextAbove[] = [];
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
    texts.push(...found);
  }
  return texts;
}

const NO_TITLE = /^\s*[(（]?単位|[:：。※＊*]/;

function titleOf(above: readonly TextAbove[]): string | null {
  const candidates = above.filter((text) => !NO_TITLE.test(text.text) && text.text.length <= 60);
  const named = candidates.find((text) =>
    /[表書]|内訳|明細|の部|一覧|計画|体制|調達|費|収入|支出|リスト|台帳|【/.test(text.text),
  );
  return (named ?? candidates[0])?.text ?? null;
}
