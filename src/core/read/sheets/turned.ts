/**
 * Items that do not stand one a row: one item a column, its 品名, 単価, 数量 and 金額 at the left; or one card an item,
 * labels and values beside each other. They are drawn anew with one item a row under the labels.
 */
import { compact } from "../../text/fold";
import { readNumber } from "../../text/number";
import { isBlank, textOf } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Place, type Redrawn } from "../../workbook/redrawn";
import type { Area, Cell, Row, Sheet } from "../../workbook/workbook";
import { AMOUNT_FIELDS } from "../columns/fields";
import type { Field } from "../field";
import { filledIn } from "../tables/title-rows";
import { looksLikeCategory } from "../words/categories";
import { headerOf } from "../words/headers";
import { spelled } from "../words/kana";
import { isTaxRow } from "../words/labels";
import { isTotalWord } from "../words/total-words";

interface Filled extends Place {
  readonly cell: Cell;
}

/** A label and what stands right of it, up to the next label. */
interface Pair {
  readonly label: Filled;
  readonly word: string;
  readonly field: Field | null;
  readonly values: readonly Filled[];
}

interface Block {
  readonly pairs: Pair[];
  readonly top: number;
  bottom: number;
}

/** An item: by the word of a label, its value; where it has none, where that would stand. */
interface Item {
  readonly values: ReadonlyMap<string, { readonly place: Place; readonly cell: Cell | null }>;
  readonly hidden: boolean;
}

const ROWS_CHECKED = 60;
const LONGEST_LABEL = 14;
const MONEY: ReadonlySet<Field> = new Set<Field>(AMOUNT_FIELDS);
const MEASURES: ReadonlySet<Field> = new Set<Field>([...MONEY, "unitPrice", "quantity"]);
const NAMES: ReadonlySet<Field> = new Set<Field>(["description", "category", "major", "middle", "minor", "vendor"]);
/** They head nothing of an item. */
const OF_PAPER: ReadonlySet<Field> = new Set<Field>(["address", "class", "role", "position"]);

/**
 * null where no item is drawn so. Only the first rows are looked at for such an item.
 * @param asked one card is enough on a sheet that is one of several filled in on the same form
 */
export function turnItems(sheet: Sheet, { isForm }: { readonly isForm: boolean }): Redrawn | null {
  if (!mayBeTurned(sheet) || readsDown(sheet)) return null;
  const blocks = blocksOf(sheet);
  const told = blocks.map((block) => ({ block, items: itemsOf(block, sheet) }));
  const usable = told.filter(({ block, items }) => items.length > 0 && saysAnItem(block));
  const [first] = usable;
  if (first === undefined) return null;
  const alike = usable.filter(({ block }) => isAlike(block, first.block));
  const isStrong = ({ block, items }: (typeof usable)[number]): boolean =>
    items.length > 1
      ? block.pairs.some(({ label, field }) => field !== null && field !== "quantity" && isMeasure(label.cell, field))
      : fields(block).size >= 4 && measures(block) >= 2;
  const isEnough = isForm || alike.some(isStrong) || (alike.length >= 2 && !hasTable(sheet));
  return isEnough ? drawnAnew(sheet, alike) : null;
}

/** Cheap refusal: in some column two labels of an item stand below each other, or beside a value between them. */
function mayBeTurned(sheet: Sheet): boolean {
  const last = new Map<number, { row: number; field: Field }>();
  for (const row of sheet.rows.slice(0, ROWS_CHECKED)) {
    let labels = 0;
    let measured = false;
    let others = 0;
    for (const cell of row.cells) {
      if (isBlank(cell)) continue;
      const field = fieldOf(cell);
      if (field === null) {
        others++;
        continue;
      }
      labels++;
      measured ||= MEASURES.has(field);
      const above = last.get(cell.column);
      if (above !== undefined && above.field !== field && row.index - above.row <= 3 && MEASURES.has(field))
        return true;
      last.set(cell.column, { row: row.index, field });
    }
    if (labels >= 2 && others >= 1 && measured) return true;
  }
  return false;
}

/** 品名 | … | 金額 with texts below the one and figures below the other: an ordinary header, whatever stands elsewhere. */
function readsDown({ rows }: Sheet): boolean {
  const under = (at: number, column: number, test: (cell: Cell) => boolean): number =>
    rows
      .slice(at + 1, at + 1 + ROWS_UNDER)
      .filter(({ cells }) => cells.some((cell) => cell.column === column && !isBlank(cell) && test(cell))).length;
  const isText = (cell: Cell): boolean => typeof cell.value === "string" && !isFigure(cell) && fieldOf(cell) === null;
  return rows.slice(0, ROWS_CHECKED).some(({ cells }, at) => {
    const labels = cells.filter((cell) => fieldOf(cell) !== null);
    const ofMoney = labels.filter((cell) => MONEY.has(fieldOf(cell) as Field));
    // 今回の導入内容 | 今回の導入費用: under words that nobody knows stand figures, and beside them texts under a known one.
    const unknown = cells.filter((cell) => typeof cell.value === "string" && !isBlank(cell) && fieldOf(cell) === null);
    const isHeader =
      cells.every((cell) => !isFigure(cell)) &&
      labels.some((label) => NAMES.has(fieldOf(label) as Field) && under(at, label.column, isText) >= MOST_SURE) &&
      unknown.some((cell) => under(at, cell.column, isFigure) >= MOST_SURE);
    return (
      isHeader ||
      ofMoney.some(
        (money) =>
          under(at, money.column, isFigure) >= 2 &&
          labels.some((label) => label.column !== money.column && under(at, label.column, isText) >= 2),
      )
    );
  });
}
const ROWS_UNDER = 4;
const MOST_SURE = 4;

function fieldOf({ value }: Cell): Field | null {
  if (typeof value !== "string" || value.length > LONGEST_LABEL) return null;
  const field = headerOf(bare({ value }))?.fields[0];
  return field === undefined || OF_PAPER.has(field) ? null : field;
}

const isFigure = ({ value }: Cell): boolean =>
  typeof value === "number" || (typeof value === "string" && /[\d０-９]/.test(value) && readNumber(value) !== null);

/** 48,000円×4 beside 単価×個数. */
const isProduct = ({ value }: Cell): boolean =>
  typeof value === "string" && /^[@¥\\]?\d[\d,]*[^\d×]{0,3}×\d/.test(compact(value));

/** "品名：" as a header says it. */
const bare = ({ value }: Pick<Cell, "value">): string => String(value).replace(/\s*[:：]\s*$/, "");
const wordOf = (cell: Cell): string => compact(spelled(String(cell.value))).replace(/[:：]$/, "");

/**
 * Columns of items beside the labels of one column: a row near by has several figures beside such a label, and no other
 * label. What stands there is a value, also where it would be a label elsewhere (合計, 備品).
 */
function itemColumns({ rows }: Sheet, at: number): ReadonlySet<number> {
  const columns = new Set<number>();
  const own = filledIn(rows[at]);
  const [first] = own;
  // A header has labels alone.
  if (first === undefined || isHeader(own)) return columns;
  const look = (step: 1 | -1): void => {
    for (let next = at, before = rows[at]; Math.abs(next - at) <= NEAR; next += step) {
      const row = rows[next];
      if (row === undefined || before === undefined || Math.abs(row.index - before.index) > 2) return;
      before = row;
      const [label, ...values] = filledIn(row);
      const field = label?.column === first.column ? fieldOf(label) : null;
      if (label === undefined || field === null || !isMeasure(label, field)) continue;
      if (values.some((cell) => fieldOf(cell) !== null)) continue;
      const figures = values.filter(isFigure);
      if (figures.length >= 2) for (const { column } of figures) columns.add(column);
    }
  };
  look(-1);
  look(1);
  return columns;
}

/** A word for a sum measures nothing of an item; nor does a longer word that merely ends like an amount's (付加価値額). */
const isMeasure = ({ value }: Cell, field: Field): boolean =>
  MEASURES.has(field) && !isTotalWord(String(value)) && (headerOf(bare({ value }))?.weight ?? 0) >= 2;

const isHeader = (filled: readonly Cell[]): boolean =>
  filled.every((cell) => fieldOf(cell) !== null) &&
  filled.some((cell) => MEASURES.has(fieldOf(cell) as Field) && !isTotalWord(String(cell.value)));
const NEAR = 8;

/**
 * The labels of a row with their values; null where it is none of labels and values. A short word nobody foresaw is a
 * label where it stands below one.
 */
function pairsOf(row: Row, left: number | null, items: ReadonlySet<number>): Pair[] | null {
  const filled = filledIn(row);
  const [first] = filled;
  if (first === undefined) return null;
  // 単位 | 台, 単位 | 月: words that head columns elsewhere.
  const isUnit = (cell: Cell, before: Cell | undefined): boolean =>
    before !== undefined && fieldOf(before) === "unit" && String(cell.value).length === 1;
  const isLabel = (cell: Cell, index: number): boolean =>
    (fieldOf(cell) !== null && !items.has(cell.column) && !isUnit(cell, filled[index - 1])) ||
    (index === 0 && cell.column === left && typeof cell.value === "string" && cell.value.length <= LONGEST_LABEL);
  if (!isLabel(first, 0)) return null;
  const pairs: { label: Filled; word: string; field: Field | null; values: Filled[] }[] = [];
  for (const [index, cell] of filled.entries()) {
    const place = { row: row.index, column: cell.column, cell };
    const open = pairs[pairs.length - 1];
    if (isLabel(cell, index)) pairs.push({ label: place, word: wordOf(cell), field: fieldOf(cell), values: [] });
    else open?.values.push(place);
  }
  // 品名 | 数量 | 原価金額 | 金額: what stands right of 数量 is another header.
  const isWord = ({ field, values }: Pair): boolean =>
    field !== null &&
    MEASURES.has(field) &&
    values[0] !== undefined &&
    !isFigure(values[0].cell) &&
    !isProduct(values[0].cell);
  if (pairs.some(isWord)) return null;
  const values = filled.length - pairs.length;
  // 備考 with nothing beside it, in a card.
  if (values === 0 && pairs.length === 1 && first.column === left) return pairs;
  const isCrowded = pairs.some(({ label }, index) => pairs[index + 1]?.label.column === label.column + 1);
  // A row of labels alone, or of labels beside each other, is a header.
  return values < pairs.length || isCrowded ? null : pairs;
}

/** Rows of labels and values that belong together; a label that comes again begins another block. */
function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let band: Block[] = [];
  let before: Row | null = null;
  const close = (): void => {
    blocks.push(...band);
    band = [];
  };
  for (const [at, row] of sheet.rows.entries()) {
    if (row.cells.every(isBlank)) continue;
    const left = band[0]?.pairs[0]?.label.column ?? null;
    const gap = before === null ? 0 : row.index - before.index;
    before = row;
    const [first] = filledIn(row) as [Cell];
    const sums = isTotalWord(String(first.value)) || isTaxRow(String(first.value));
    if (band.length > 0 && (gap > 2 || (sums && gap > 1))) close();
    const pairs = pairsOf(row, band.length > 0 && gap === 1 ? left : null, itemColumns(sheet, at));
    if (pairs === null || (sums && band.length === 0)) {
      const corner = namesAbove(row, sheet);
      if (corner !== null) {
        close();
        band = [{ pairs: [corner], top: row.index, bottom: row.index }];
      } else if (pairs === null) close();
      continue;
    }
    const seen = new Map<string, number>();
    const placed = pairs.map((pair) => {
      const at = seen.get(pair.word) ?? 0;
      seen.set(pair.word, at + 1);
      return { pair, at };
    });
    // Beside each other only labels that come again begin a card of their own.
    const cards = Math.max(1, ...seen.values());
    const isAgain = pairs.some(({ word }) => band[0]?.pairs.some((other) => other.word === word) === true);
    if (isAgain || (band.length > 0 && left !== null && pairs[0]?.label.column !== left)) close();
    while (band.length < cards) band.push({ pairs: [], top: row.index, bottom: row.index });
    for (const { pair, at } of placed) {
      const block = band[cards === 1 ? 0 : at] as Block;
      block.pairs.push(pair);
      block.bottom = row.index;
    }
  }
  close();
  return blocks.filter(({ pairs }) => pairs.length >= 2);
}

/** A row of names without a label of its own, over rows that have one: | センサー | アプリ | over 単価 | 35000 | 780000. */
function namesAbove(row: Row, sheet: Sheet): Pair | null {
  const filled = filledIn(row);
  const below = filledIn(sheet.rows.find(({ index }) => index === row.index + 1));
  const [label, ...figures] = below;
  if (label === undefined || filled.length < 2 || figures.length < 2 || fieldOf(label) === null) return null;
  const isName = (cell: Cell): boolean =>
    textOf(cell) !== null && !isFigure(cell) && (fieldOf(cell) === null || isTotalWord(String(cell.value)));
  if (!filled.every(isName)) return null;
  if (!filled.every(({ column }) => column > label.column)) return null;
  const isOver = figures.every(({ column }) => filled.some((cell) => cell.column === column));
  if (!isOver) return null;
  const corner: Cell = { ...label, value: "品名", formula: null };
  return {
    label: { row: row.index, column: label.column, cell: corner },
    word: "品名",
    field: "description",
    values: filled.map((cell) => ({ row: row.index, column: cell.column, cell })),
  };
}

const fields = ({ pairs }: Block): Set<Field> =>
  new Set(pairs.map(({ field }) => field).filter((field) => field !== null));
const measures = (block: Block): number => [...fields(block)].filter((field) => MEASURES.has(field)).length;

/** It names something, and says what that costs; most of its labels are words that head tables. */
function saysAnItem(block: Block): boolean {
  const said = fields(block);
  const known = block.pairs.filter(({ field }) => field !== null).length;
  return (
    known * 2 > block.pairs.length &&
    [...said].some((field) => NAMES.has(field)) &&
    ([...said].some((field) => MONEY.has(field)) || (said.has("unitPrice") && said.has("quantity")))
  );
}

/** Most labels of the shorter are the other's. */
function isAlike(block: Block, other: Block): boolean {
  const words = new Set(other.pairs.map(({ word }) => word));
  const shared = block.pairs.filter(({ word }) => words.has(word)).length;
  return shared * 3 >= Math.min(block.pairs.length, other.pairs.length) * 2;
}

/** Somewhere on the sheet a table has its header above: labels beside each other, one of money. */
const hasTable = ({ rows }: Sheet): boolean =>
  rows.some((row) => {
    const filled = filledIn(row);
    const said = filled.map(fieldOf).filter((field) => field !== null);
    return said.length >= 3 && said.length * 3 >= filled.length * 2 && said.some((field) => MEASURES.has(field));
  });

/** One item a column where the labels stand below each other and several columns have a figure beside one of money. */
function itemsOf({ pairs }: Block, sheet: Sheet): Item[] {
  const priced =
    pairs.find(({ label, field }) => field !== null && MONEY.has(field) && isMeasure(label.cell, field)) ??
    pairs.find(({ field }) => field !== null && MONEY.has(field)) ??
    pairs.find(({ field }) => field === "unitPrice");
  if (priced === undefined) return [];
  const columns = new Set(pairs.map(({ label }) => label.column));
  const figures = priced.values.filter(({ cell }) => isFigure(cell));
  if (columns.size === 1 && figures.length >= 2) {
    const named = pairs.filter(({ field }) => field !== null && NAMES.has(field));
    if (!figures.some(({ column }) => named.some(({ values }) => values.some((value) => value.column === column))))
      return [];
    return figures.map(({ column }) => ({
      hidden: sheet.hiddenColumns.includes(column),
      values: new Map(
        pairs.map(({ word, label, values }) => [
          word,
          {
            place: { row: label.row, column },
            cell: values.find((value) => value.column === column)?.cell ?? null,
          },
        ]),
      ),
    }));
  }
  if (figures.length === 0 && priced.field === "unitPrice") return [];
  return [
    {
      hidden: sheet.rows.find(({ index }) => index === priced.label.row)?.hidden === true,
      values: new Map(
        pairs.map(({ word, label, values, field }) => {
          const value =
            field !== null && MEASURES.has(field)
              ? (values.find(({ cell }) => isFigure(cell)) ?? values[0])
              : values[0];
          return [
            word,
            value === undefined
              ? { place: { row: label.row, column: label.column + 1 }, cell: null }
              : { place: { row: value.row, column: value.column }, cell: value.cell },
          ];
        }),
      ),
    },
  ];
}

type Told = { readonly block: Block; readonly items: readonly Item[] };

/** The labels as a header, each item a row below it; totals under their amounts; every other row as it stands. */
function drawnAnew(sheet: Sheet, told: readonly Told[]): Redrawn {
  const [{ block: first }] = told as readonly [Told];
  const lastSum = closingSum(told);
  const labels = new Map<string, Pair>();
  for (const { block } of told)
    for (const pair of block.pairs) if (pair !== lastSum && !labels.has(pair.word)) labels.set(pair.word, pair);
  const left = first.pairs[0]?.label.column ?? 1;
  const columnOf = new Map([...labels.keys()].map((word, index) => [word, left + index]));
  const of = (has: (field: Field) => boolean): number | undefined => {
    const pair = [...labels.values()].find(({ field }) => field !== null && has(field));
    return pair === undefined ? undefined : columnOf.get(pair.word);
  };
  const named = of((field) => field === "description") ?? of((field) => NAMES.has(field)) ?? left;
  const amount = of((field) => MONEY.has(field)) ?? left + labels.size;

  const rows: DrawnRow[] = [];
  const merges: Area[] = [];
  let next = 1;
  const add = (cells: readonly Cell[], from: Row, places?: ReadonlyMap<number, Place>): void => {
    rows.push({
      row: { index: next, hidden: from.hidden, cells: inColumnOrder(cells) },
      from: from.index,
      placeOf: (column) => places?.get(column) ?? { row: from.index, column },
    });
    next++;
  };
  const bottom = Math.max(...told.map(({ block }) => block.bottom));
  const blockAt = (row: number): Told[] => told.filter(({ block }) => block.top === row);
  const isInside = (row: number): boolean => told.some(({ block }) => row >= block.top && row <= block.bottom);
  let isHeaded = false;
  let above = bottom;
  const shift = new Map<number, number>();
  for (const row of sheet.rows) {
    const { index } = row;
    const starting = blockAt(index);
    if (starting.length > 0 && !isHeaded) {
      next = Math.max(next, index);
      const places = new Map([...labels].map(([word, { label }]) => [columnOf.get(word) as number, label]));
      add(
        [...labels].map(([word, { label }]) => ({
          ...label.cell,
          value: bare(label.cell),
          column: columnOf.get(word) as number,
        })),
        row,
        places,
      );
      isHeaded = true;
    }
    for (const { items, block } of starting)
      for (const item of items) {
        const values = [...item.values].filter(([word]) => columnOf.has(word) && word !== lastSum?.word);
        const cells = values.flatMap(([word, { cell }]) =>
          cell === null ? [] : [{ ...cell, column: columnOf.get(word) as number }],
        );
        const places = new Map(values.map(([word, { place }]) => [columnOf.get(word) as number, place]));
        add(cells, { ...row, index: block.top, hidden: item.hidden }, places);
      }
    if (isInside(index)) {
      if (lastSum?.label.row === index) addSum(row);
      continue;
    }
    const filled = filledIn(row);
    const [label] = filled;
    if (label === undefined || (isHeaded && index < bottom && isCaption(filled))) continue;
    if (isHeaded && typeof label.value === "string" && filled.some(isFigure) && isSum(label.value)) addSum(row);
    else if (!isHeaded || index > bottom || filled.some(isFigure)) {
      if (!isHeaded) next = index;
      // What stands apart from the cards stays as far from them.
      else if (index > above + 1) next += index - above - 1;
      above = Math.max(above, index);
      shift.set(index, next - index);
      add(row.cells, row);
    } else if (filled.length === 1 && looksLikeCategory(String(label.value)))
      add([{ ...label, column: left }], row, new Map([[left, { row: index, column: label.column }]]));
  }
  for (const area of sheet.merges) {
    const by = shift.get(area.top);
    if (by !== undefined && area.bottom === area.top)
      merges.push({ ...area, top: area.top + by, bottom: area.bottom + by });
  }
  merges.push(...mergedOver(sheet, first, columnOf, rows));
  return redrawn(sheet, rows, merges, false);

  /** A sum below the cards stands under their amounts. */
  function addSum(row: Row): void {
    const filled = filledIn(row);
    const label = filled[0] as Cell;
    const figure = filled.findLast(isFigure);
    const cells = [{ ...label, column: named }];
    const places = new Map<number, Place>([[named, { row: row.index, column: label.column }]]);
    if (figure !== undefined) {
      cells.push({ ...figure, column: amount });
      places.set(amount, { row: row.index, column: figure.column });
    }
    add(cells, row, places);
  }
}

/** カード | 2, above a card. */
const isCaption = ([label, count, ...more]: readonly Cell[]): boolean =>
  typeof label?.value === "string" &&
  typeof count?.value === "number" &&
  more.length === 0 &&
  count.value <= MOST_CARDS &&
  count.column === label.column + 1;
const MOST_CARDS = 99;

/** カード合計, 4件の総額 */
const isSum = (text: string): boolean =>
  isTotalWord(text) || isTaxRow(text) || (text.length <= LONGEST_LABEL && /(?:合計|総計|総額)$/.test(compact(text)));

/** 合計 right below the last of several cards, which no other card has: it sums them all. */
function closingSum(told: readonly Told[]): Pair | null {
  const last = told[told.length - 1]?.block.pairs.at(-1);
  if (told.length < 2 || last === undefined || !isSum(String(last.label.cell.value))) return null;
  const others = told.slice(0, -1).filter(({ block }) => block.pairs.some(({ word }) => word === last.word));
  return others.length === 0 ? last : null;
}

/** One value merged over the columns of several items holds for each: drawn anew it is merged over their rows. */
function mergedOver(
  { merges }: Sheet,
  block: Block,
  columnOf: ReadonlyMap<string, number>,
  rows: readonly DrawnRow[],
): Area[] {
  return merges.flatMap(({ top, bottom, left, right }) => {
    const pair = block.pairs.find(({ label }) => label.row === top && label.column < left);
    const column = pair === undefined ? undefined : columnOf.get(pair.word);
    if (column === undefined || top !== bottom || right === left) return [];
    const over = rows.filter(({ placeOf }) => {
      const place = placeOf?.(column);
      return place !== undefined && place.row === top && place.column >= left && place.column <= right;
    });
    const [from, to] = [over[0], over[over.length - 1]];
    return from === undefined || to === undefined || from === to
      ? []
      : [{ top: from.row.index, bottom: to.row.index, left: column, right: column }];
  });
}
