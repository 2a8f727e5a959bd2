/**
 * The workbook's cells as the neutral snapshot that the engine reads. Excel is asked as rarely as it allows: what there
 * is (1), how large it is (2), where in it the cells are if one lies far away, then rows and cells, in parts of at most
 * 5 MB as Excel on the web hands over (3 and on). Colours are asked for, last, only where words of the workbook give them
 * a meaning.
 */
import { fromXml, latest, serialise, DECISIONS_KEY, SETTINGS_NAMESPACE } from "../core/decisions/saved";
import { painted, speaksOfColours, type Look } from "../core/read/sheets/colours";
import type { Area, Row, Sheet, TableObject, Workbook } from "../core/workbook/workbook";
import { areaOf, cellsOf, COLOURS, PLACE, PLACES, STRIKE } from "./cells";
import { WorkbookTooLarge, officeCode } from "./errors";

/** Bytes that one answer is planned to have, below the 5 MB at which Excel on the web refuses. */
const PART = 4_500_000;
/** Mean bytes of what is asked for, as JSON: a cell of a budget (38 to 48), the looks of a row, the looks of a cell, its colours. */
const BYTES = { cells: 45, rows: 65, strikes: 50, colours: 75 } as const;

/** More merged areas than this in one range make Excel refuse to list them. */
const MOST_MERGES = 512;

export interface Snapshot {
  readonly workbook: Workbook;
  /** In the order of `workbook.sheets`; what Excel's events name sheets by. */
  readonly sheetIds: readonly string[];
}

/** Something to ask of some rows of a sheet: its cells, which rows are hidden or struck, which cells of a row are, their colours. */
interface Part {
  readonly what: keyof typeof BYTES;
  readonly sheet: Gathered;
  readonly area: Area;
}

/** A sheet while its parts come in. */
interface Gathered {
  readonly id: string;
  readonly name: string;
  readonly visibility: Sheet["visibility"];
  /** Where cells are: none for an empty sheet, one area for most. They do not overlap. */
  readonly areas: readonly Area[];
  readonly tables: TableObject[];
  readonly grids: { readonly area: Area; readonly values: Grid; readonly formulas: Grid; readonly formats: Grid }[];
  readonly merges: Map<string, Area>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Rows of an area struck from end to end ("7" and its first column), and single cells ("7,3") of the others. */
  readonly struckRows: Set<string>;
  readonly struckCells: Set<string>;
  /** By cell ("7,3"), those that differ from a white ground and black text. */
  readonly looks: Map<string, Look>;
}

type Grid = readonly (readonly unknown[])[];

/**
 * @param progress share of the workbook read so far, 0–1
 * @throws WorkbookTooLarge, the signal's reason, and whatever office.js throws
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  progress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Snapshot> {
  const { sheets, date1904, settings } = await survey(context);
  let [read, share, room] = [0, 0, PART];
  const readAll = async (waiting: Part[]): Promise<void> => {
    while (waiting.length > 0) {
      signal?.throwIfAborted();
      share = Math.max(share, read / (read + size(waiting)));
      progress(share);
      const batch = take(waiting, room);
      try {
        waiting.push(...(await readParts(context, batch)));
        read += size(batch);
      } catch (error) {
        if (officeCode(error) !== "ResponsePayloadSizeLimitExceeded") throw error;
        if (rowsOf(batch) === 1) throw new WorkbookTooLarge(batch[0]?.sheet.name ?? null);
        room /= 2;
        waiting.unshift(...batch);
      }
    }
    signal?.throwIfAborted();
  };
  await readAll(planned(sheets, ["rows", "cells"]));
  let found = sheets.map(finished);
  if (speaksOfColours({ sheets: found })) {
    await readAll(planned(sheets, ["colours"]));
    found = found.map((sheet, index) =>
      painted(sheet, (row, column) => sheets[index]?.looks.get(`${String(row)},${String(column)}`)),
    );
  }
  progress(1);
  return { workbook: { date1904, sheets: found, settings }, sheetIds: sheets.map(({ id }) => id) };
}

/** What there is and how large it is: two syncs. */
async function survey(
  context: Excel.RequestContext,
): Promise<{ sheets: Gathered[]; date1904: boolean; settings: Workbook["settings"] }> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const tables = workbook.tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/id");
  const setting = workbook.settings.getItemOrNullObject(DECISIONS_KEY).load("value");
  const xmlParts = workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE).load("items/id");
  // The date system is no property: the serial number of a day tells it.
  const newYear = workbook.functions.date(1904, 1, 2).load("value");
  await context.sync();

  const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load(PLACE));
  const tableRanges = tables.items.map((table) => table.getRange().load(PLACE));
  const xml = xmlParts.items.map((part) => part.getXml());
  await context.sync();

  const areas = await inhabited(
    context,
    worksheets.items.map(({ id }, index) => ({ id, areas: areasOf([used[index] as Excel.Range]) })),
  );
  const sheets = worksheets.items.map((sheet, index): Gathered => {
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      areas: areas[index] ?? [],
      tables: [],
      grids: [],
      merges: new Map(),
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      struckRows: new Set(),
      struckCells: new Set(),
      looks: new Map(),
    };
  });
  for (const [index, table] of tables.items.entries())
    sheets
      .find(({ id }) => id === table.worksheet.id)
      ?.tables.push({
        name: table.name,
        area: areaOf(tableRanges[index] as Excel.Range),
        headerRows: table.showHeaders ? 1 : 0,
        totalsRows: table.showTotals ? 1 : 0,
      });
  const copies = [
    setting.isNullObject || typeof setting.value !== "string" ? null : setting.value,
    ...xml.map((text) => fromXml(text.value)),
  ];
  const { saved } = latest(copies);
  const date1904 = newYear.value === 1;
  return { sheets, date1904, settings: saved === null ? {} : { [DECISIONS_KEY]: serialise(saved) } };
}

/** Fewer cells than this are read as they lie, gaps and all. */
const FEW_CELLS = 200_000;
/** Into how many bands of rows, and of columns, an area is cut to see which of them hold cells. */
const CUTS = 16;
/** So many areas are cut at once. */
const MOST_CUT = 64;

/**
 * Where the cells of sheets are: a cell in the last row makes the used range of a sheet a million rows high. Large areas
 * are cut, and only what holds cells is kept, as long as that makes them much smaller. A sync for each cut, none for
 * sheets of usual size.
 */
async function inhabited(
  context: Excel.RequestContext,
  sheets: readonly { readonly id: string; readonly areas: readonly Area[] }[],
): Promise<readonly (readonly Area[])[]> {
  const places = sheets.flatMap(({ id, areas }, sheet) => areas.map((area) => ({ id, sheet, area })));
  for (let before = Infinity; ;) {
    const cells = places.reduce((sum, { area }) => sum + cellCount(area), 0);
    if (cells <= FEW_CELLS || cells > before * 0.75) break;
    before = cells;
    places.sort((a, b) => cellCount(b.area) - cellCount(a.area));
    const asked = places.splice(0, MOST_CUT).flatMap(({ id, sheet, area }) =>
      pieces(area).map((piece) => {
        const range = context.workbook.worksheets
          .getItem(id)
          .getRangeByIndexes(piece.top - 1, piece.left - 1, piece.bottom - piece.top + 1, piece.right - piece.left + 1);
        return { id, sheet, used: range.getUsedRangeOrNullObject(true).load(PLACE) };
      }),
    );
    await context.sync();
    places.push(...asked.flatMap(({ id, sheet, used }) => areasOf([used]).map((area) => ({ id, sheet, area }))));
  }
  return sheets.map((_, index) =>
    places
      .filter(({ sheet }) => sheet === index)
      .map(({ area }) => area)
      .sort((a, b) => a.top - b.top || a.left - b.left),
  );
}

const cellCount = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

const areasOf = (ranges: readonly Excel.Range[]): Area[] => ranges.filter((range) => !range.isNullObject).map(areaOf);

function pieces({ top, left, bottom, right }: Area): Area[] {
  const rows = Math.ceil((bottom - top + 1) / CUTS);
  const columns = Math.ceil((right - left + 1) / CUTS);
  const list: Area[] = [];
  for (let row = top; row <= bottom; row += rows)
    for (let column = left; column <= right; column += columns)
      list.push({
        top: row,
        left: column,
        bottom: Math.min(bottom, row + rows - 1),
        right: Math.min(right, column + columns - 1),
      });
  return list;
}

const visibilityOf = (visibility: string): Sheet["visibility"] =>
  visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden";

/** Looks of all rows first: what they say of struck rows decides whether single cells have to be asked. */
const planned = (sheets: readonly Gathered[], whats: readonly Part["what"][]): Part[] =>
  whats.flatMap((what) => sheets.flatMap((sheet) => sheet.areas.map((area) => ({ what, sheet, area }))));

const rowsOf = (parts: readonly Part[]): number => parts.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0);

/** Bytes that the answer is expected to have. */
const size = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => {
    const columns = part.what === "rows" ? 1 : part.area.right - part.area.left + 1;
    return sum + BYTES[part.what] * rowsOf([part]) * columns;
  }, 0);

/** Takes from the front as much as fits; the last part is cut between rows. At least one row is always taken. */
function take(waiting: Part[], limit: number): Part[] {
  const batch: Part[] = [];
  let room = limit;
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const rows = rowsOf([part]);
    const fitting = Math.floor((room * rows) / size([part]));
    if (fitting >= rows) {
      batch.push(part);
      room -= size([part]);
      continue;
    }
    const [now, later] = cut(part, batch.length === 0 ? Math.max(1, fitting) : fitting);
    batch.push(...now);
    waiting.unshift(...later);
    break;
  }
  return batch;
}

/** The first rows of a part, and the rest. */
function cut(part: Part, rows: number): [Part[], Part[]] {
  const { area } = part;
  const first = area.top + rows;
  if (rows === 0) return [[], [part]];
  if (first > area.bottom) return [[part], []];
  return [[{ ...part, area: { ...area, bottom: first - 1 } }], [{ ...part, area: { ...area, top: first } }]];
}

/** One sync. @returns what has to be asked besides */
async function readParts(context: Excel.RequestContext, batch: readonly Part[]): Promise<Part[]> {
  const taken = batch.map((part) => ask(context, part));
  await context.sync();
  return taken.flatMap((give) => give());
}

/** Loads a part; what comes back is to be called after the sync. */
function ask(context: Excel.RequestContext, { what, sheet, area }: Part): () => Part[] {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const range = worksheet.getRangeByIndexes(
    area.top - 1,
    area.left - 1,
    area.bottom - area.top + 1,
    area.right - area.left + 1,
  );
  if (what === "rows") return askRows(sheet, area, range);
  if (what === "strikes") return askStrikes(sheet, area, range);
  if (what === "colours") return askColours(sheet, area, range);
  range.load("values,formulas,numberFormat");
  const merged = bands(area).map(({ top, bottom }) =>
    worksheet
      .getRangeByIndexes(top - 1, area.left - 1, bottom - top + 1, area.right - area.left + 1)
      .getMergedAreasOrNullObject()
      .load(PLACES),
  );
  return () => {
    // Above five million cells Excel gives no values at all.
    if ((range.values as Grid | null) === null) throw new WorkbookTooLarge(sheet.name);
    sheet.grids.push({ area, values: range.values, formulas: range.formulas, formats: range.numberFormat });
    for (const areas of merged)
      if (!areas.isNullObject)
        for (const merge of areas.areas.items.map(areaOf)) sheet.merges.set(Object.values(merge).join(), merge);
    return [];
  };
}

/** Rows of which no range can have more merged areas than Excel lists. */
function bands(area: Area): { readonly top: number; readonly bottom: number }[] {
  const columns = area.right - area.left + 1;
  const rows = Math.max(1, Math.floor((2 * MOST_MERGES) / columns) - 4);
  const list = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    list.push({ top, bottom: Math.min(area.bottom, top + rows - 1) });
  return list;
}

function askRows(sheet: Gathered, area: Area, range: Excel.Range): () => Part[] {
  const rows = range.getRowProperties({ rowHidden: true, ...STRIKE });
  const isFirst = sheet.areas.some(({ top, left }) => top === area.top && left === area.left);
  const columns = isFirst ? range.getColumnProperties({ columnHidden: true }) : null;
  return () => {
    for (const [index, column] of (columns?.value ?? []).entries())
      if (column.columnHidden === true) sheet.hiddenColumns.add(area.left + index);
    const mixed: Part[] = [];
    for (const [index, row] of rows.value.entries()) {
      const at = area.top + index;
      if (row.rowHidden === true) sheet.hiddenRows.add(at);
      const struck: boolean | null | undefined = row.format?.font?.strikethrough;
      if (struck === true) sheet.struckRows.add(`${at},${area.left}`);
      else if (struck === null) mixed.push({ what: "strikes", sheet, area: { ...area, top: at, bottom: at } });
    }
    return mixed;
  };
}

function askStrikes(sheet: Gathered, area: Area, range: Excel.Range): () => Part[] {
  const cells = range.getCellProperties(STRIKE);
  return () => {
    for (const [row, properties] of cells.value.entries())
      for (const [column, { format }] of properties.entries())
        if (format?.font?.strikethrough === true) sheet.struckCells.add(`${area.top + row},${area.left + column}`);
    return [];
  };
}

function askColours(sheet: Gathered, area: Area, range: Excel.Range): () => Part[] {
  const cells = range.getCellProperties(COLOURS);
  return () => {
    for (const [row, properties] of cells.value.entries())
      for (const [column, { format }] of properties.entries()) {
        const [fill, color] = [format?.fill?.color, format?.font?.color].map(colourIn);
        if (fill === null && color === null) continue;
        const look = { ...(fill == null ? {} : { fill }), ...(color == null ? {} : { color }) };
        sheet.looks.set(`${String(area.top + row)},${String(area.left + column)}`, look);
      }
    return [];
  };
}

/** null of white, of black, and where Excel says none. */
function colourIn(said: string | undefined): string | null {
  const colour = said?.toLowerCase() ?? "";
  return /^#[0-9a-f]{6}$/.test(colour) && colour !== "#ffffff" && colour !== "#000000" ? colour : null;
}

function finished(sheet: Gathered): Sheet {
  const rows = new Map<number, Row>();
  const grids = [...sheet.grids].sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  for (const { area, values, formulas, formats } of grids)
    for (const [offset, row] of values.entries()) {
      const index = area.top + offset;
      const struck = (column: number): boolean =>
        sheet.struckRows.has(`${index},${area.left}`) || sheet.struckCells.has(`${index},${column}`);
      const cells = cellsOf(area.left, row, formulas[offset] ?? [], formats[offset] ?? [], struck);
      if (cells.length === 0) continue;
      const beside = rows.get(index)?.cells ?? [];
      const all = beside.length === 0 ? cells : [...beside, ...cells].sort((a, b) => a.column - b.column);
      rows.set(index, { index, hidden: sheet.hiddenRows.has(index), cells: all });
    }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows: [...rows.values()].sort((a, b) => a.index - b.index),
    merges: [...sheet.merges.values()].sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
    tables: sheet.tables,
  };
}
