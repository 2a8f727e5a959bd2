/**
 * What the colours of a sheet mean, where its own words say so: in a sentence (黄色のセルは対象外) or beside a patch of the
 * colour (■ 対象外). Only then are colours asked of the file or of Excel at all.
 */
import { oneLine } from "../../text/fold";
import { isBlank } from "../../workbook/grid";
import { cellIn, cellName, type Cell, type Row, type Sheet, type Workbook } from "../../workbook/workbook";
import { distanceTo } from "../words/colours";
import { meaningsIn, type Meaning } from "../words/legends";
import { markOf } from "../words/marks";

/** One meaning of colours, and where it is said. */
export interface Legend {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly text: string;
  readonly says: Meaning["says"];
  /** Rows with a line through them are meant. */
  readonly isStrike: boolean;
  /** Whether a cell has one of the colours meant. */
  readonly isMeant: (cell: Cell) => boolean;
  readonly isOthers: boolean;
}

/** Legends stand above a table or below it. */
const ROWS_CHECKED = 12;
const SIGN = /^\s*(?:[■●◆▲▇█]|凡例)\s*[:：]?\s*$/;

const rowsOfLegends = ({ rows }: Sheet): readonly Row[] =>
  rows.length <= 2 * ROWS_CHECKED ? rows : [...rows.slice(0, ROWS_CHECKED), ...rows.slice(-ROWS_CHECKED)];

/** 対象外 beside a patch of its colour: nothing but such words in the row. */
function patchesIn({ cells }: Row): Cell[] {
  const said: Cell[] = [];
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (typeof cell.value !== "string") return [];
    if (markOf(cell)?.isPlain === true) said.push(cell);
    else if (!SIGN.test(cell.value)) return [];
  }
  return said;
}

/** Whether the words of a workbook give its colours a meaning, so that it is worth asking for them. */
export const speaksOfColours = ({ sheets }: Pick<Workbook, "sheets">): boolean =>
  sheets.some(
    (sheet) =>
      sheet.visibility === "visible" &&
      rowsOfLegends(sheet).some(
        (row) =>
          patchesIn(row).length > 0 ||
          row.cells.some(
            ({ value }) =>
              typeof value === "string" &&
              meaningsIn(value).some(({ names, says }) => names.length > 0 && says !== null),
          ),
      ),
  );

export interface Look {
  readonly fill?: string;
  readonly color?: string;
}

/**
 * The sheet with the colours of its cells. Words of a legend without a colour of their own take that of the blank cell beside
 * them.
 * @param lookAt colours as "#rrggbb"
 */
export function painted(sheet: Sheet, lookAt: (row: number, column: number) => Look | undefined): Sheet {
  const rows = sheet.rows.map((row): Row => {
    const patches = patchesIn(row);
    const cells = row.cells.map((cell): Cell => {
      const look = inColour(lookAt(row.index, cell.column));
      if (look === undefined && !patches.includes(cell)) return cell;
      const beside =
        patches.includes(cell) && look?.fill === undefined ? patchBeside(row, cell.column, lookAt) : undefined;
      return { ...cell, ...look, ...(beside === undefined ? {} : { fill: beside }) };
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

function patchBeside(
  row: Row,
  column: number,
  lookAt: (row: number, column: number) => Look | undefined,
): string | undefined {
  for (const at of [column - 1, column + 1]) {
    const cell = cellIn(row, at);
    const look = inColour(lookAt(row.index, at));
    if (cell === undefined || isBlank(cell)) {
      if (look?.fill !== undefined) return look.fill;
    } else if (typeof cell.value === "string" && SIGN.test(cell.value)) return look?.fill ?? look?.color;
  }
  return undefined;
}

/** A white ground and black text are none. */
function inColour(look: Look | undefined): Look | undefined {
  const fill = look?.fill?.toLowerCase();
  const color = look?.color?.toLowerCase();
  const own = {
    ...(fill === undefined || fill === "#ffffff" ? {} : { fill }),
    ...(color === undefined || color === "#000000" ? {} : { color }),
  };
  return Object.keys(own).length === 0 ? undefined : own;
}

/** Every meaning that a sheet gives to colours, to the shades they have on it, and to lines through cells. */
export function legendsOf(sheet: Sheet): Legend[] {
  if (sheet.visibility !== "visible") return [];
  const rows = rowsOfLegends(sheet);
  const found = [...inSentences(rows), ...rows.flatMap((row) => beside(row, sheet))];
  return found.map(({ cell, row, ...meaning }) => ({
    sheet: sheet.name,
    cell: cellName(row, cell.column),
    text: oneLine(String(cell.value)),
    ...meaning,
  }));
}

type Said = Pick<Legend, "says" | "isStrike" | "isMeant" | "isOthers"> & { readonly cell: Cell; readonly row: number };

function inSentences(rows: readonly Row[]): Said[] {
  const all = rows.flatMap(({ index: row, cells }) =>
    cells.flatMap((cell) =>
      typeof cell.value === "string" ? meaningsIn(cell.value).map((meaning) => ({ cell, row, meaning })) : [],
    ),
  );
  return all.map(({ cell, row, meaning }): Said => {
    const others = all.flatMap((other) => (other.meaning === meaning ? [] : [other.meaning]));
    const { says, isOthers, names } = meaning;
    const isMeant = (seen: Cell): boolean =>
      coloursOf(seen, meaning).some((colour) => isCalled(colour, meaning, others));
    return { cell, row, says, isOthers, isStrike: names.length === 0, isMeant };
  });
}

/** Words beside a patch, where figures of the sheet have its colour; a heading in colour is none. */
export function patchedIn(row: Row, sheet: Sheet): Cell[] {
  const isUsed = (colour: string): boolean =>
    sheet.rows.some(({ cells }) =>
      cells.some(({ value, fill, color }) => typeof value === "number" && (fill === colour || color === colour)),
    );
  return patchesIn(row).filter(({ fill }) => fill !== undefined && isUsed(fill));
}

function beside(row: Row, sheet: Sheet): Said[] {
  return patchedIn(row, sheet).map((cell): Said => {
    const { fill } = cell;
    const says = markOf(cell)?.counts === true ? "in" : "out";
    const isMeant = (seen: Cell): boolean => seen.fill === fill || seen.color === fill;
    return { cell, row: row.index, says, isOthers: false, isStrike: false, isMeant };
  });
}

const coloursOf = ({ fill, color }: Cell, { on }: Meaning): string[] =>
  [on === "text" ? undefined : fill, on === "fill" ? undefined : color].filter((colour) => colour !== undefined);

/** Of the names in a legend, the nearest one is what a colour is called. */
function isCalled(colour: string, { names }: Meaning, others: readonly Meaning[]): boolean {
  const own = Math.min(...names.map((name) => distanceTo(name, colour)));
  const theirs = Math.min(Infinity, ...others.flatMap((other) => other.names).map((name) => distanceTo(name, colour)));
  return own < Infinity && own <= theirs;
}
