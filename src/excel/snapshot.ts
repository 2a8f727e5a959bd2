/**
 * The workbook's cells as the neutral snapshot that the engine reads. Excel is asked as rarely as it allows: what there
 * is (1), how large it is (2), then rows and cells, in parts of at most 5 MB as Excel on the web hands over (3 and on).
 */
import { fromXml, latest, serialise, DECISIONS_KEY, SETTINGS_NAMESPACE } from "../core/decisions/saved";
import type { Area, Row, Sheet, TableObject, Workbook } from "../core/workbook/workbook";
import { areaOf, cellsOf, PLACE, PLACES, STRIKE } from "./cells";
import { WorkbookTooLarge, officeCode } from "./errors";

/** Bytes that one answer is planned to have, below the 5 MB at which Excel on the web refuses. */
const PART = 4_500_000;
/** Mean bytes of what is asked for, as JSON: a cell of a budget (38 to 48), the looks of a row, the looks of a cell. */
const BYTES = { cells: 45, rows: 65, strikes: 50 } as const;

/** More merged areas than this in one range make Excel refuse to list them. */
const MOST_MERGES = 512;

export interface Snapshot {
  readonly workbook: Workbook;
  /** In the order of `workbook.sheets`; what Excel's events name sheets by. */
  readonly sheetIds: readonly string[];
}

/** Something to ask of some rows of a sheet: its cells, which rows are hidden or struck, which cells of a row are. */
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
  /** null: the sheet is empty. */
  readonly area: Area | null;
  readonly tables: TableObject[];
  readonly grids: { readonly top: number; readonly values: Grid; readonly formulas: Grid; readonly formats: Grid }[];
  readonly merges: Map<string, Area>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: number[];
  /** Rows struck from end to end, and single cells ("7,3") of the others. */
  readonly struckRows: Set<number>;
  readonly struckCells: Set<string>;
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
  const waiting = planned(sheets);
  let read = 0;
  let room = PART;
  while (waiting.length > 0) {
    signal?.throwIfAborted();
    progress(read / (read + size(waiting)));
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
  progress(1);
  return {
    workbook: { date1904, sheets: sheets.map(finished), settings },
    sheetIds: sheets.map(({ id }) => id),
  };
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

  const sheets = worksheets.items.map((sheet, index): Gathered => {
    const range = used[index] as Excel.Range;
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: visibilityOf(sheet.visibility),
      area: range.isNullObject ? null : areaOf(range),
      tables: [],
      grids: [],
      merges: new Map(),
      hiddenRows: new Set(),
      hiddenColumns: [],
      struckRows: new Set(),
      struckCells: new Set(),
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

const visibilityOf = (visibility: string): Sheet["visibility"] =>
  visibility === "Visible" ? "visible" : visibility === "Hidden" ? "hidden" : "veryHidden";

/** Looks of all rows first: what they say of struck rows decides whether single cells have to be asked. */
const planned = (sheets: readonly Gathered[]): Part[] =>
  (["rows", "cells"] as const).flatMap((what) =>
    sheets.flatMap((sheet) => (sheet.area === null ? [] : [{ what, sheet, area: sheet.area }])),
  );

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
    sheet.grids.push({ top: area.top, values: range.values, formulas: range.formulas, formats: range.numberFormat });
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
  const columns = area.top === sheet.area?.top ? range.getColumnProperties({ columnHidden: true }) : null;
  return () => {
    for (const [index, column] of (columns?.value ?? []).entries())
      if (column.columnHidden === true) sheet.hiddenColumns.push(area.left + index);
    const mixed: Part[] = [];
    for (const [index, row] of rows.value.entries()) {
      const at = area.top + index;
      if (row.rowHidden === true) sheet.hiddenRows.add(at);
      const struck: boolean | null | undefined = row.format?.font?.strikethrough;
      if (struck === true) sheet.struckRows.add(at);
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

function finished(sheet: Gathered): Sheet {
  const left = sheet.area?.left ?? 1;
  const rows: Row[] = [];
  for (const { top, values, formulas, formats } of sheet.grids.sort((a, b) => a.top - b.top))
    for (const [offset, row] of values.entries()) {
      const index = top + offset;
      const struck = (column: number): boolean =>
        sheet.struckRows.has(index) || sheet.struckCells.has(`${index},${column}`);
      const cells = cellsOf(left, row, formulas[offset] ?? [], formats[offset] ?? [], struck);
      if (cells.length > 0) rows.push({ index, hidden: sheet.hiddenRows.has(index), cells });
    }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges: [...sheet.merges.values()].sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenColumns: sheet.hiddenColumns,
    tables: sheet.tables,
  };
}
