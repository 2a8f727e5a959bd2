/**
 * 品名 | A社 | B社 | 採用: what several firms ask, side by side, and in each row the name of the one that is adopted. The
 * adopted price is drawn as the amount, the firm as whom it is paid; the other bids are left out.
 */
import { compact } from "../../text/fold";
import { readAmount } from "../../text/amount";
import { cellIn, type Cell, type Row, type Sheet } from "../../workbook/workbook";
import { isBlank } from "../../workbook/grid";
import { inColumnOrder, redrawn, type DrawnRow, type Place, type Redrawn } from "../../workbook/redrawn";
import { headerOf } from "../words/headers";
import { isTotalWord } from "../words/total-words";

const ROWS_CHECKED = 40;
const FEWEST_ROWS = 2;
const ADOPTED =
  /^(?:採用|決定|選定|契約|発注|採択|落札|購入)(?:先|業者|会社|社|企業|予定先)?(?:名)?$|^(?:選んだ|頼む)(?:所|会社|店)$/;
const MAY_ADOPT = /[採決選契発落購頼]/;

interface Comparison {
  readonly header: Row;
  readonly adopted: Cell;
  /** By the name of a firm, compact, the column of its bids. */
  readonly bids: ReadonlyMap<string, number>;
}

/** null where no sheet compares bids so; only its first rows are looked at for the header. */
export function takeAdoptedBids(sheet: Sheet): Redrawn | null {
  for (const [at, header] of sheet.rows.slice(0, ROWS_CHECKED).entries()) {
    const adopted = header.cells.find(
      ({ value }) => typeof value === "string" && MAY_ADOPT.test(value) && ADOPTED.test(compact(value)),
    );
    if (adopted === undefined) continue;
    const found = comparisonIn(header, adopted, sheet.rows.slice(at + 1));
    if (found !== null) return drawn(sheet, found);
  }
  return null;
}

const nameOf = (cell: Cell | undefined): string => (typeof cell?.value === "string" ? compact(cell.value) : "");
/** A社見積, 見積額（A社） are headers of A社. */
const firmIn = (text: string): string =>
  compact(text).replace(/[()（）]|(?:の)?(?:見積|提示|価格|金)?(?:金?額|価格|見積)$|^見積金?額?/g, "");
const isFigure = (cell: Cell | undefined): boolean =>
  typeof cell?.value === "number" || (typeof cell?.value === "string" && readAmount(cell.value) !== null);

function comparisonIn(header: Row, adopted: Cell, rows: readonly Row[]): Comparison | null {
  const bids = new Map<string, number>();
  for (const cell of header.cells)
    if (cell !== adopted && typeof cell.value === "string" && mayBeFirm(cell.value))
      bids.set(firmIn(cell.value), cell.column);
  const named = rows.filter((row) => isFigure(cellIn(row, bids.get(nameOf(cellIn(row, adopted.column))) ?? 0)));
  const isBid = (row: Row, column: number): boolean => isFigure(cellIn(row, column));
  const firms = new Map(
    [...bids].filter(
      ([, column]) =>
        named.some((row) => isBid(row, column)) &&
        named.every((row) => isBlank(cellIn(row, column)) || isBid(row, column)),
    ),
  );
  // Where one row leaves the firm open, nobody can tell its amount.
  const isOpen = (row: Row): boolean =>
    !named.includes(row) && !isSum(row) && [...firms.values()].some((column) => isBid(row, column));
  const chosen = named.map((row) => nameOf(cellIn(row, adopted.column)));
  return named.length >= FEWEST_ROWS && firms.size >= 2 && chosen.every((name) => firms.has(name)) && !rows.some(isOpen)
    ? { header, adopted, bids: firms }
    : null;
}

/** 数量 and 単価 head no bids; 見積額（A社） does. */
function mayBeFirm(text: string): boolean {
  const [field] = headerOf(text)?.fields ?? [];
  return firmIn(text) !== "" && (field === undefined || field === "amount" || field === "vendor");
}

const isSum = ({ cells }: Row): boolean =>
  cells.some(({ value }) => typeof value === "string" && (isTotalWord(value) || /計$/.test(compact(value))));

function drawn(sheet: Sheet, { header, adopted, bids }: Comparison): Redrawn {
  const columns = [...bids.values()];
  const amount = Math.min(...columns);
  const bidsIn = (row: Row): number => columns.filter((column) => isFigure(cellIn(row, column))).length;
  const rows = sheet.rows.flatMap((row): DrawnRow[] => {
    if (row.index < header.index) return [{ row, from: row.index }];
    const firm = cellIn(row, adopted.column);
    const places = new Map<number, Place>();
    const kept = row.cells.filter(({ column }) => !columns.includes(column) && column !== adopted.column);
    const put = (cell: Cell | undefined, column: number, value = cell?.value): Cell[] => {
      if (cell === undefined || value === undefined) return [];
      places.set(column, { row: row.index, column: cell.column });
      return [{ ...cell, column, value }];
    };
    const bid = bids.get(nameOf(firm));
    let own: Cell[];
    if (row === header) own = [...put(cellIn(row, amount), amount, "採用金額"), ...put(firm, adopted.column, "発注先")];
    else if (bid !== undefined) own = [...put(cellIn(row, bid), amount), ...put(firm, adopted.column)];
    // 採用額合計 stands under the names.
    else if (isFigure(firm)) own = put(firm, amount);
    // 各社計: what nobody pays as a whole.
    else if (isSum(row) && bidsIn(row) > 0) return [];
    else own = put(firm, adopted.column);
    const cells = inColumnOrder([...kept, ...own]);
    return [
      {
        row: { ...row, cells },
        from: row.index,
        placeOf: (column) => places.get(column) ?? { row: row.index, column },
      },
    ];
  });
  return redrawn(sheet, rows, sheet.merges, false);
}
