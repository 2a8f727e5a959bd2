/** The spreadsheet grid over the book: shows what the book holds, and puts what the user types into it. */
import {
  LocaleType,
  LogLevel,
  Univer,
  mergeLocales,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type IWorkbookData,
  type Plugin,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingJa from "@univerjs/preset-sheets-conditional-formatting/locales/ja-JP";
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreJa from "@univerjs/preset-sheets-core/locales/ja-JP";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteJa from "@univerjs/preset-sheets-note/locales/ja-JP";
import type { Area } from "../../core/workbook/workbook";
import type { Book, BookCell, BookSheet, BookValue } from "../host/book";
import { bareSnapshot, drawnRows, idOf, isWorkedOut, snapshotPieces, valueOf } from "./snapshot";
import { PlainFormulas } from "./plain";
import { measureTexts } from "./measured";
import { colorsOf, patternOf, styleOf } from "./look";
import { changesStructure, UNKEPT, writesNote } from "./structure";
import { aTurn, inTurns, whileWanted } from "../../taskpane/turns";
import { keepTexts } from "./texts";

export interface Grid {
  /** Shows a cell and selects it. */
  show(sheet: BookSheet, area: Area | null): void;
  /** Somebody is at a cell whose text is not entered yet. */
  isTyping(): boolean;
  /** Enters what is being typed, as Excel does when somebody goes elsewhere. */
  enter(): Promise<void>;
  dispose(): void;
}

/** What its Japanese lacks: told while formulas take longer than a second. */
const FORMULAS = {
  ...(coreJa as { readonly "sheets-formula"?: object })["sheets-formula"],
  progress: {
    analyzing: "式を調べています",
    calculating: "計算しています",
    "array-analysis": "配列の式を調べています",
    "array-calculation": "配列の式を計算しています",
    done: "計算しました",
  },
};

type Refused = (what: "structure" | "note") => void;
type Api = ReturnType<typeof FUniver.newAPI>;
type Workbook = ReturnType<Api["createWorkbook"]>;
type Worksheet = NonNullable<ReturnType<Workbook["getSheetBySheetId"]>>;

/**
 * Resolves once the grid can be used.
 * @param refused told when somebody wants to insert, delete or move rows, columns or sheets, or to write a note
 */
export async function openGrid(container: HTMLElement, book: Book, refused: Refused): Promise<Grid> {
  keepTexts();
  const univer = new Univer({
    locale: LocaleType.JA_JP,
    logLevel: LogLevel.ERROR,
    locales: {
      [LocaleType.JA_JP]: mergeLocales(coreJa, conditionalFormattingJa, noteJa, { "sheets-formula": FORMULAS }),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      toolbar: false,
      menu: Object.fromEntries(UNKEPT.map((entry) => [entry, { hidden: true }])),
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
  ];
  const plugins = new Map<string, unknown>();
  for (const preset of presets) {
    for (const entry of preset.plugins) {
      const plugin = (Array.isArray(entry) ? entry[0] : entry) as { readonly pluginName: string };
      // A later preset configures a plugin that an earlier one merely brought along.
      plugins.delete(plugin.pluginName);
      plugins.set(plugin.pluginName, entry);
    }
  }
  for (const entry of plugins.values()) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry]) as [new () => Plugin, unknown];
    univer.registerPlugin(plugin as never, options as never);
  }
  const api = FUniver.newAPI(univer);
  const undim = followDark((isDark) => api.toggleDarkMode(isDark));
  if (book.active !== null) await inTurns(measureTexts(book.active, FIRST_ROWS));
  const workbook = api.createWorkbook((await snapshotInTurns(book)) as IWorkbookData);
  const view = new View(api, workbook, book, refused);
  (window as unknown as { kenzanGrid: Api }).kenzanGrid = api;
  return new Promise((resolve) => {
    const ready = api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage !== api.Enum.LifecycleStages.Rendered && stage !== api.Enum.LifecycleStages.Steady) return;
      ready.dispose();
      view.start();
      resolve({
        show: (sheet, area) => view.show(sheet, area),
        isTyping: () => workbook.isCellEditing(),
        enter: async () => {
          if (workbook.isCellEditing()) await workbook.endEditingAsync(true);
        },
        dispose: () => {
          view.dispose();
          undim();
          calmDown(api);
          univer.dispose();
        },
      });
    });
  });
}

/**
 * A second after a calculation began the grid tells how far it is, and asks for its words also when it has been taken away
 * by then: it is told that the calculation has ended.
 */
function calmDown(api: Api): void {
  const functionsExecutedState = FormulaExecutedStateType.STOP_EXECUTION;
  api.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, { functionsExecutedState }, { onlyLocal: true });
}

/** As the page is: dark where the person wants it dark. Under a system's own few colours the grid keeps those of the sheet. */
function followDark(show: (isDark: boolean) => void): () => void {
  const dark = window.matchMedia("(prefers-color-scheme: dark) and (forced-colors: none)");
  const follow = () => show(dark.matches);
  dark.addEventListener("change", follow);
  follow();
  return () => dark.removeEventListener("change", follow);
}

/** What is written while it is taken is in it, too. */
async function snapshotInTurns(book: Book): Promise<Partial<IWorkbookData>> {
  for (;;) {
    const { version } = book;
    const snapshot = await inTurns(snapshotPieces(book));
    await aTurn(); // to put it into the grid is another
    if (version === book.version) return snapshot;
  }
}

class View {
  /** Changes the grid makes while this is set come from the book and must not go back there. */
  private drawing = false;
  /** Changes the book tells while this is set come from the grid. */
  private typing = false;
  private readonly stops: (() => void)[] = [];
  /** The grid is taken away: what is under way goes no further. */
  private readonly ended = new AbortController();
  private readonly stale = new Set<BookSheet>();
  private readonly ruled = new Set<BookSheet>();
  /** Sheets whose cells are being drawn, each with what stops it. */
  private readonly filling = new Map<BookSheet, AbortController>();
  private readonly plain: PlainFormulas;
  /** Until the grid is ready. */
  private readonly missed: () => void;
  /** Stops what is being taken of the grid's results. */
  private taking: AbortController | null = null;
  private refreshing = false;
  private readonly measured = new Set<BookSheet>();
  private isDark = false;

  constructor(
    private readonly api: Api,
    private readonly workbook: Workbook,
    private readonly book: Book,
    private readonly refused: Refused,
  ) {
    this.plain = new PlainFormulas(book);
    // The pane may write before the grid is ready: then a sheet is drawn once more.
    this.missed = book.subscribe(({ kind, sheet }) => {
      if (sheet !== null && kind !== "other" && kind !== "rules") this.stale.add(sheet);
    });
  }

  start(): void {
    this.missed();
    this.plain.forget();
    const undim = followDark((isDark) => {
      this.isDark = isDark;
      this.later(() => {
        for (const sheet of this.book.sheets) this.ruled.add(sheet);
      });
    });
    if (this.book.active !== null) this.show(this.book.active, null);
    if (this.stale.size > 0) this.later(() => undefined);
    this.stops.push(
      this.book.subscribe(({ kind, sheet, area, move }) => {
        if (kind === "sheets" || kind === "format") this.plain.forget();
        if ((kind === "cells" || kind === "results") && sheet !== null && area !== null) {
          // Results come to cells that have their formulas already.
          if (kind === "cells") this.plain.heed(sheet, area, move !== null);
          this.followPlain(sheet, area);
        }
        if (this.typing) return;
        if (kind === "rules" && sheet !== null) this.later(() => this.ruled.add(sheet));
        else if (kind === "cells" && sheet !== null && area !== null && !this.stale.has(sheet) && cellsOf(area) <= 500)
          this.drawCells(sheet, area);
        else if (kind === "other") void this.follow();
        else if (sheet !== null) this.later(() => this.stale.add(sheet));
      }),
    );
    const typed = this.api.addEvent(this.api.Event.SheetValueChanged, ({ effectedRanges }) => {
      if (this.drawing) return;
      for (const range of effectedRanges) this.take(range.getSheetId(), range.getRange());
    });
    const calculated = this.api.getFormula().calculationEnd(() => {
      if (!this.drawing) void this.takeResults();
    });
    const selected = this.api.addEvent(this.api.Event.SelectionChanged, ({ worksheet, selections }) => {
      const sheet = this.book.sheets.find((candidate) => idOf(candidate) === worksheet.getSheetId());
      const [range] = selections;
      if (this.drawing || sheet === undefined || range === undefined) return;
      this.visit(sheet);
      this.book.selection = { sheet, area: areaOf(range) };
    });
    // A sheet that is drawn anew may bring another one to the front meanwhile.
    const turned = this.api.addEvent(this.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      const sheet = this.book.sheets.find((candidate) => idOf(candidate) === activeSheet.getSheetId());
      if (!this.drawing && !this.refreshing && sheet !== undefined) this.visit(sheet);
    });
    const began = this.api.addEvent(this.api.Event.SheetEditStarted, () => void (this.book.visited = true));
    const guarded = this.api.addEvent(this.api.Event.BeforeCommandExecute, (command) => {
      if (this.drawing) return;
      const isNote = writesNote(command.id);
      if (!isNote && !changesStructure(command.id)) return;
      command.cancel = true;
      this.refused(isNote ? "note" : "structure");
    });
    this.stops.push(
      undim,
      () => guarded.dispose(),
      () => typed.dispose(),
      () => calculated.dispose(),
      () => selected.dispose(),
      () => turned.dispose(),
      () => began.dispose(),
    );
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    this.ended.abort();
    for (const stop of this.filling.values()) stop.abort();
    this.taking?.abort();
    this.plain.stop();
  }

  show(sheet: BookSheet, area: Area | null): void {
    const drawn = this.drawn(sheet);
    if (drawn === null) return;
    this.draw(() => {
      if (this.workbook.getActiveSheet().getSheetId() !== idOf(sheet)) this.workbook.setActiveSheet(drawn);
      if (area === null) return;
      const range = drawn.getRange(area.top - 1, area.left - 1, area.bottom - area.top + 1, area.right - area.left + 1);
      range.activate();
      const { ySplit, xSplit } = drawn.getFreeze();
      const seen = drawn.getVisibleRange() ?? null; // undefined, whatever its type says, of a sheet not drawn yet
      // What is at the edge may be cut: only what lies well inside is left where it is. Frozen rows and columns are
      // always in sight, and take their room from the others.
      const isSeen =
        seen !== null &&
        (area.top <= ySplit || (area.top - 1 >= seen.startRow && area.bottom < seen.endRow)) &&
        (area.left <= xSplit || (area.left - 1 >= seen.startColumn && area.right < seen.endColumn));
      if (!isSeen) drawn.scrollToCell(Math.max(ySplit, area.top - 4), Math.max(xSplit, area.left - 2));
    });
  }

  /** A person went to a sheet. */
  private visit(sheet: BookSheet): void {
    this.book.active = sheet;
    this.book.visited = true;
  }

  /** The pane activated a sheet or selected a cell. */
  private async follow(): Promise<void> {
    if (this.book.active !== null) await this.measure(this.book.active);
    if (this.ended.signal.aborted) return;
    const { selection, active } = this.book;
    if (selection !== null && selection.sheet === active) this.show(selection.sheet, selection.area);
    else if (active !== null) this.show(active, null);
  }

  /** Before it comes to the front for the first time. */
  private async measure(sheet: BookSheet): Promise<void> {
    if (this.measured.has(sheet)) return;
    this.measured.add(sheet);
    await whileWanted(measureTexts(sheet, FIRST_ROWS), this.ended.signal);
  }

  /** Many changes of one turn are drawn once. */
  private later(remember: () => void): void {
    remember();
    if (this.refreshing) return;
    this.refreshing = true;
    queueMicrotask(() => setTimeout(() => void whileWanted(this.refresh(), this.ended.signal), 0));
  }

  /** What changes while it is drawn is drawn after it. */
  private *refresh(): Generator<void, void> {
    while (this.stale.size > 0 || this.ruled.size > 0) {
      const [stale, ruled] = [[...this.stale], new Set([...this.ruled, ...this.stale])];
      this.stale.clear();
      this.ruled.clear();
      for (const sheet of stale) yield* this.redraw(sheet);
      for (const sheet of ruled) if (this.book.sheets.includes(sheet)) yield* this.drawRules(sheet);
    }
    this.refreshing = false;
  }

  /** A sheet that came, went or changed its looks is put into the grid anew. */
  private *redraw(sheet: BookSheet): Generator<void, void> {
    const drawn = this.drawn(sheet);
    const wasActive = drawn !== null && this.workbook.getActiveSheet().getSheetId() === idOf(sheet);
    const index = this.book.sheets.indexOf(sheet);
    this.filling.get(sheet)?.abort();
    if (drawn !== null)
      this.draw(() => {
        const spare = this.workbook
          .getSheets()
          .find((other) => other.getSheetId() !== idOf(sheet) && !other.isSheetHidden());
        if (index >= 0 && spare !== undefined) this.workbook.setActiveSheet(spare);
        this.workbook.deleteSheet(drawn);
      });
    if (index < 0) return;
    yield;
    const { mergeData = [], ...snapshot } = bareSnapshot(sheet);
    yield;
    const put = { unitId: this.workbook.getId(), index, sheet: mergeWorksheetSnapshotWithDefault(snapshot) };
    this.draw(() => void this.api.syncExecuteCommand("sheet.mutation.insert-sheet", put));
    yield;
    yield* measureTexts(sheet, FIRST_ROWS);
    const inserted = this.drawn(sheet);
    if (inserted === null) return;
    inserted.getSheet().setMergeData(mergeData);
    void this.fill(sheet, inserted);
    yield;
    if (wasActive || this.book.active === sheet) this.draw(() => void this.workbook.setActiveSheet(inserted));
    else if (this.book.active !== null) this.show(this.book.active, null);
  }

  /**
   * The cells of a sheet that was put into the grid, some at a time, the page answering in between. Formulas come last:
   * they are worked out once, over figures that are all there.
   */
  private async fill(sheet: BookSheet, drawn: Worksheet): Promise<void> {
    const stop = new AbortController();
    this.filling.set(sheet, stop);
    try {
      await whileWanted(this.filled(sheet, drawn), stop.signal);
    } finally {
      if (this.filling.get(sheet) === stop) this.filling.delete(sheet);
    }
  }

  private *filled(sheet: BookSheet, drawn: Worksheet): Generator<void, void> {
    const matrix = drawn.getSheet().getCellMatrix();
    const formulas: Record<number, Record<number, ICellData>> = {};
    let rows = 0;
    for (const { row, cells } of drawnRows(sheet)) {
      for (const [column, { f, ...cell }] of Object.entries(cells)) {
        matrix.setValue(row, Number(column), cell);
        if (f !== undefined && f !== null) (formulas[row] ??= {})[Number(column)] = { ...cell, f };
      }
      rows += 1;
      if (rows === FIRST_ROWS) drawn.refreshCanvas();
      if (rows % ROWS_A_TURN === 0) yield;
    }
    yield;
    const [unitId, subUnitId] = [this.workbook.getId(), idOf(sheet)];
    const all = Object.entries(formulas);
    for (let from = 0; from < all.length; from += ROWS_OF_FORMULAS) {
      const cellValue = Object.fromEntries(all.slice(from, from + ROWS_OF_FORMULAS));
      this.draw(
        () => void this.api.syncExecuteCommand("sheet.mutation.set-range-values", { unitId, subUnitId, cellValue }),
      );
      yield;
    }
    drawn.refreshCanvas();
  }

  /** What only repeats other cells follows them. */
  private followPlain(sheet: BookSheet, area: Area): void {
    const followed = this.plain.follow(sheet, area);
    if (followed.length > 500) for (const other of followed) this.later(() => this.stale.add(other.sheet));
    else
      for (const { sheet: other, row, column } of followed)
        this.drawCells(other, { top: row, left: column, bottom: row, right: column });
  }

  private drawCells(sheet: BookSheet, area: Area): void {
    const drawn = this.drawn(sheet);
    if (drawn === null) {
      this.later(() => this.stale.add(sheet));
      return;
    }
    this.draw(() => {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) {
          const cell = sheet.get(row, column);
          drawn
            .getRange(row - 1, column - 1)
            .setValue(
              cell === undefined
                ? { v: null }
                : { ...valueOf(cell), ...(cell.value === "" ? { v: null } : {}), s: styleOf(cell, this.book) },
            );
        }
      }
    });
  }

  /** Only the rules the book knows are drawn; those it cannot express stay in the file and are not shown here. */
  private *drawRules(sheet: BookSheet): Generator<void, void> {
    const drawn = this.drawn(sheet);
    if (drawn === null) return;
    const before = drawn.getConditionalFormattingRules();
    // The last one put in comes first: those before stay below until all are there, so that no mark goes out meanwhile.
    for (const rule of [...sheet.rules].reverse()) {
      if (rule.type !== "Custom") continue;
      let builder = drawn.newConditionalFormattingRule().whenFormulaSatisfied(rule.formula);
      const { fill, font } = colorsOf(rule, this.isDark);
      if (typeof fill === "string") builder = builder.setBackground(fill);
      if (typeof font === "string") builder = builder.setFontColor(font);
      const ranges = rule.areas.map((area) => ({
        startRow: area.top - 1,
        startColumn: area.left - 1,
        endRow: area.bottom - 1,
        endColumn: area.right - 1,
      }));
      this.draw(() => void drawn.addConditionalFormattingRule(builder.setRanges(ranges).build()));
      yield;
    }
    for (const { cfId } of before) {
      this.draw(() => void drawn.deleteConditionalFormattingRule(cfId));
      yield;
    }
  }

  /** What the user typed, pasted or deleted. */
  private take(id: string, range: { startRow: number; endRow: number; startColumn: number; endColumn: number }): void {
    const sheet = this.book.sheets.find((candidate) => idOf(candidate) === id);
    const drawn = sheet === undefined ? null : this.drawn(sheet);
    if (sheet === undefined || drawn === null) return;
    let changed = false;
    const [lastRow, lastColumn] = [
      Math.min(range.endRow, drawn.getMaxRows() - 1),
      Math.min(range.endColumn, drawn.getMaxColumns() - 1),
    ];
    for (let row = range.startRow; row <= lastRow; row += 1) {
      for (let column = range.startColumn; column <= lastColumn; column += 1)
        changed = this.takeCell(sheet, drawn, row, column) || changed;
    }
    if (changed) this.tell("cells", sheet, areaOf(range));
  }

  private takeCell(sheet: BookSheet, drawn: Worksheet, row: number, column: number): boolean {
    const now = drawn.getSheet().getCellRaw(row, column);
    const value = bookValue(now?.v, now?.t);
    const formula = typeof now?.f === "string" && now.f !== "" ? now.f.replace(/^=/, "") : null;
    const known = sheet.get(row + 1, column + 1);
    // What it came to is taken with all results; that it came to nothing is told here alone.
    if (formula !== null && known?.formula === formula && value !== "") return false;
    if (known === undefined ? value === "" && formula === null : same(known, value, formula)) return false;
    const cell = sheet.make(row + 1, column + 1);
    const pattern = patternOf(cell, this.book);
    cell.value = value;
    cell.formula = formula;
    // An era date's pattern is its text: a new date needs a new one.
    const renewed = patternOf(cell, this.book);
    if (pattern !== renewed)
      this.draw(() => drawn.getRange(row, column).setValue({ ...valueOf(cell), s: styleOf(cell, this.book) }));
    return true;
  }

  /** What formulas show after the grid calculated them; of what is calculated anew meanwhile, that. */
  private async takeResults(): Promise<void> {
    this.taking?.abort();
    const { signal } = (this.taking = new AbortController());
    await aTurn(); // the calculation's own came to its end
    await whileWanted(this.results(), signal);
  }

  private *results(): Generator<void, void> {
    for (const sheet of this.book.sheets) {
      let area: Area | null = null;
      let drawn = this.drawn(sheet);
      for (const [row, cells] of sheet.rows) {
        if (drawn === null) break;
        for (const [column, cell] of cells) {
          if (cell.formula === null || !isWorkedOut(cell.formula)) continue;
          const raw = drawn.getSheet().getCellRaw(row - 1, column - 1);
          const value = bookValue(raw?.v, raw?.t);
          if (value === "" || value === cell.value || isClose(value, cell.value)) continue;
          cell.value = value;
          area =
            area === null
              ? { top: row, left: column, bottom: row, right: column }
              : {
                  top: Math.min(area.top, row),
                  left: Math.min(area.left, column),
                  bottom: Math.max(area.bottom, row),
                  right: Math.max(area.right, column),
                };
        }
        if (row % ROWS_A_TURN === 0) {
          // What is taken is told before anybody else has a turn.
          if (area !== null) this.tell("results", sheet, area);
          area = null;
          yield;
          drawn = this.drawn(sheet);
        }
      }
      // Excel raises no event for what it calculated.
      if (area !== null) this.tell("results", sheet, area);
    }
  }

  private tell(kind: "cells" | "results", sheet: BookSheet, area: Area): void {
    this.typing = true;
    try {
      this.book.tell(kind, sheet, area);
    } finally {
      this.typing = false;
    }
  }

  private draw(work: () => void): void {
    const before = this.drawing;
    this.drawing = true;
    try {
      work();
    } finally {
      this.drawing = before;
    }
  }

  private drawn(sheet: BookSheet): Worksheet | null {
    return this.workbook.getSheetBySheetId(idOf(sheet)) ?? null;
  }
}

/** As many as are seen at first. */
const FIRST_ROWS = 60;
const ROWS_A_TURN = 20;
/** As many as the grid takes in at once. */
const ROWS_OF_FORMULAS = 500;

const cellsOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

const areaOf = (range: { startRow: number; endRow: number; startColumn: number; endColumn: number }): Area => ({
  top: range.startRow + 1,
  left: range.startColumn + 1,
  bottom: range.endRow + 1,
  right: range.endColumn + 1,
});

const BOOLEAN = 3;

function bookValue(value: unknown, type: unknown): BookValue {
  if (value === null || value === undefined) return "";
  if (type === BOOLEAN) return value === 1 || value === true;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

const same = (cell: BookCell, value: BookValue, formula: string | null): boolean =>
  (cell.formula === formula || (cell.formula !== null && formula === null && !isWorkedOut(cell.formula))) &&
  (cell.value === value || isClose(cell.value, value));

/** Two ways to calculate a double may end in different last digits; Excel shows fifteen. */
const isClose = (a: BookValue, b: BookValue): boolean =>
  typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
