/** Whether a row heads a table: by its words, or by its shape over rows of words and figures. */
import { isCalculation } from "../../text/amount";
import { isDateFormat } from "../../text/date";
import { compact } from "../../text/fold";
import { Grid, isBlank, textOf } from "../../workbook/grid";
import type { Cell, Row } from "../../workbook/workbook";
import { kindsIn } from "../columns/own-kinds";
import { type Header, headerOf, scaleOf, withoutUnit } from "../words/headers";
import { spelled } from "../words/kana";
import { withoutNumbering } from "../words/categories";
import { ITEM_FIELDS } from "../words/item-fields";
import { isTotalWord } from "../words/total-words";
import { filledIn, titleIn } from "./title-rows";
import {
  type Hit,
  MEASURES,
  amountIn,
  isDescriptor,
  isFigure,
  measures,
  measuresOrPrices,
  measuresSomething,
} from "./header-cells";

/**
 * 品名 over 発注先, 単価, 数量 and 金額 in one column, their values beside them: one item a column, or one card an item. No
 * header stands in such a row, and its values are none of a table read from top to bottom.
 */
export function isTurned(grid: Grid, row: number, hits: readonly Hit[]): boolean {
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

/**
 * Cheap refusal of data rows: beside figures, only short words can belong to the header of another table. Long words are
 * asked only where a gap parts the row: without one, another header begins with a word that stood there before.
 */
export function mayBeHeader(cells: readonly Cell[]): boolean {
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
  /** So may 4月 | 5月 | 6月. */
  let months = 0;
  const said = new Set<string>();
  for (const { value } of cells) {
    if (typeof value !== "string" || value.length > longest) continue;
    const header = headerOf(value);
    if (header === null) continue;
    known++;
    said.add(header.fields[0] as string);
    if (header.fields.length === 0 && !header.month) overOthers++;
    if (measuresOrPrices(header)) measured++;
    if (header.month) months++;
    describes ||= isDescriptor(header);
  }
  // 財源 | 金額 beside the rows of another table.
  if (known < 2) return known > 0 && measured > 0 && figures > 0 && hasGap(cells);
  return (
    describes ||
    (figures === 0 &&
      (known < cells.length ||
        overOthers > 0 ||
        measured >= 2 ||
        months >= FEWEST_MONTHS ||
        DUE.every((field) => said.has(field)))) ||
    (hasGap(cells) && cells.some(({ value }) => typeof value === "string" && isDescriptor(headerOf(value))))
  );
}

/** Months that head a table of items whose column has no header. */
export const FEWEST_MONTHS = 3;

export const LONGEST_HEADER = 22;

const MOST_COLUMNS = 40;

/** Short words and no figure: it may be a header of words nobody foresaw. */
export function mayBeHeaderByShape(cells: readonly Cell[]): boolean {
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
export const NAMES_AN_AMOUNT = /^(?!.*(?:補助|助成|交付|給付|支援)).*(?:額|金額|費用|経費|価格|予算|決算)$/;

/**
 * Short words, one of them a header's, over rows that have figures below an unknown word and texts below another; or
 * words below a gap of which one names an amount.
 * @param isBelow another table stands above: a title of its own may part it from that
 */
export function isHeaderByShape(grid: Grid, row: number, hits: readonly Hit[], isBelow: boolean): boolean {
  const known = hits.filter(({ header }) => header !== null && header.weight >= 2 && isOfSpending(header));
  const said = hits.map(({ column }) => compact(spelled(textOf(grid.own(row, column)) ?? "")));
  const texts = said.map(withoutUnit);
  const scales = new Map(hits.map((hit, index) => [hit, scaleOf(said[index] as string) ?? 1]));
  // 品名 | 製造部 | 品質部 | 計 heads items; else a word for a sum begins or ends a row of sums, or one of people.
  const items = known.some(({ header }) => header?.fields.some((field) => ITEM_FIELDS.has(field)) === true);
  const sums = items ? texts.slice(0, 1) : texts;
  if (hits.some(({ figure }) => figure) || sums.some(isTotalWord) || isPairs(hits)) return false;
  const isApart =
    row > 1 && (isBelow ? startsBelowBlank(grid, row) : (grid.row(row - 1)?.cells.every(isBlank) ?? true));
  const namesAnAmount = (text: string): boolean => NAMES_AN_AMOUNT.test(text.replace(/\([^()]*\)/g, ""));
  if (known.length === 0 && !(isApart && texts.slice(1).some(namesAnAmount))) return false;
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
        Math.abs(Number(cell.value) || 100) * (scales.get(hit) ?? 1) >= 100,
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

/**
 * 対象 | 現状 kWh/年 | 導入後 kWh/年 below another table: under a blank row, or under a title of its own, short words nobody
 * foresaw over every figure of the rows below. One column of figures is enough below a word of amounts or costs.
 */
export function beginsAnother(grid: Grid, row: number, hits: readonly Hit[]): boolean {
  const [first] = hits;
  if (first === undefined || hits.length < FEWEST_WORDS || hits.some(({ figure }) => figure)) return false;
  if (
    !startsBelowBlank(grid, row) ||
    hits.some(({ column }) => isTotalWord(compact(textOf(grid.own(row, column)) ?? "")))
  )
    return false;
  const under = new Set<Hit>();
  for (let below = row + 1; below <= row + 2; below++) {
    const cells = grid.row(below)?.cells.filter((cell) => !isBlank(cell)) ?? [];
    const figures = cells.filter((cell) => cell.column !== first.column && measuresSomething(cell));
    const of = figures.map(({ column }) => hits.find((hit) => column >= hit.column && column <= hit.right));
    const isNamed = cells.some((cell) => cell.column === first.column && !isFigure(cell));
    if (figures.length === 0 || of.includes(undefined) || !isNamed) return false;
    for (const hit of of) under.add(hit as Hit);
  }
  return under.size >= 2 || [...under].some((hit) => measures(hit) || hit.cost);
}

const FEWEST_WORDS = 3;

/** 品目など | 買うもの | 頼むもの | 借りるもの over one figure a row, whose sums stand below: no word of it need be known. */
export function headsOwnKinds(grid: Grid, row: number, hits: readonly Hit[]): boolean {
  const [items, ...others] = hits;
  if (items === undefined || others.length < 2 || hits.some(({ figure }) => figure)) return false;
  if (others.some(({ header }) => header !== null && measuresOrPrices(header))) return false;
  const isNamed = ({ cells }: Row): boolean =>
    cells.some((cell) => cell.column >= items.column && cell.column <= items.right);
  const below = grid.rowsBetween(row + 1, row + ROWS_OF_KINDS);
  const end = below.findIndex((it) => !isNamed(it));
  const rows = end < 0 ? below : below.slice(0, end);
  const under = ({ column, right }: Hit): (number | undefined)[] =>
    rows.map(({ cells }) => {
      const figure = cells.find((it) => it.column >= column && it.column <= right && isFigure(it));
      return amountIn(figure) ?? undefined;
    });
  const filled = others.map(under).filter((column) => column.some((figure) => figure !== undefined));
  return kindsIn(rows.map((_, at) => filled.map((column) => column[at]))) > 0;
}

const ROWS_OF_KINDS = 80;

/** Nothing stands right above it, or its title does: below a blank row or a sum, or numbered as titles are. */
function startsBelowBlank(grid: Grid, row: number): boolean {
  const above = filledIn(grid.row(row - 1));
  if (above.length === 0) return true;
  const title = textOf(titleIn(above));
  if (title === null) return false;
  const [before] = filledIn(grid.row(row - 2));
  return (
    before === undefined || withoutNumbering(title) !== title || /計$/.test(compact(spelled(textOf(before) ?? "")))
  );
}

function hasGap(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const [first, last] = [filled[0], filled[filled.length - 1]];
  return first !== undefined && last !== undefined && last.column - first.column >= filled.length;
}

export function isHeader(hits: readonly Hit[]): boolean {
  const known = hits.filter((hit) => hit.header !== null);
  const meaningful = new Set(known.flatMap((hit) => hit.header?.fields.slice(0, 1) ?? []));
  const months = known.filter((hit) => hit.header?.month === true).length;
  const costs = hits.filter(({ header, cost }) => header === null && cost).length;
  const worded = hits.filter(({ counted }) => !counted);
  if ((known.length + costs) * 2 < worded.length || hits.some((hit) => hit.figure)) return false;
  if (isPairs(hits)) return false;
  const measured = known.filter((hit) => hit.header?.fields.some((field) => MEASURES.has(field)) === true).length;
  const describes =
    known.some((hit) => isDescriptor(hit.header)) ||
    (known.length === hits.length && DUE.every((field) => meaningful.has(field))) ||
    (measured >= 2 && hits.some((hit) => hit.header === null));
  const overColumns = known.some((hit) => hit.header?.fields.length === 0 && hit.right > hit.column);
  return describes && (meaningful.size >= 2 || overColumns || months >= 2);
}

/** 支払区分 | 支払日 | 支払額: what is due when. */
const DUE = ["paymentDate", "amount"] as const;

/**
 * 所属 | 営業部 | 氏名 | 玄海 太郎: labels and their values side by side, nothing of which measures anything. A value may
 * hold a word of a header: 申請者区分 | 市内中小事業者以外.
 */
export function isPairs(hits: readonly Hit[]): boolean {
  if (hits.length < 4 || hits.length % 2 !== 0) return false;
  const isLabel = (header: Header | null): boolean => header !== null && header.weight >= 2;
  // 支払い月 | ことがら | 相手 | 千円: a unit of money over figures is no value of the word before it.
  if (hits.some(({ header }) => header?.word === "" && header.scale !== null)) return false;
  return (
    hits.some(({ header }, index) => index % 2 === 1 && header === null) &&
    hits.every(
      ({ header }, index) =>
        isLabel(header) === (index % 2 === 0) && header?.fields.some((field) => MEASURES.has(field)) !== true,
    )
  );
}
