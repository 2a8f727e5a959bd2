/** A host that keeps a workbook in memory: it behaves as Excel does, and can be told to refuse. */
import { NOTHING_SAVED, type Saved } from "../../src/core/decisions/saved";
import type { InForce } from "../../src/core/decisions/together";
import type { DocumentRead } from "../../src/core/documents/document";
import type { ReportShown } from "../../src/core/report/shown";
import { columnNumber, type Cell, type CellValue, type Sheet, type Workbook } from "../../src/core/workbook/workbook";
import { readWorkbook } from "../../src/ooxml/read";
import { templateOf } from "../../src/taskpane/templateOf";
import { SheetProtected, type HostError } from "../../src/excel/errors";
import type { CellWrite } from "../../src/excel/fix";
import { labourBasisOf } from "../../src/taskpane/summaryOf";
import type { Host, HostTheme, Inserted, Language } from "../../src/taskpane/host";

type Refusable = "readWorkbook" | "select" | "applyFix" | "mark" | "clearMarks" | "writeSummary" | "saveDecisions";

export class MemoryHost implements Host {
  readonly theme: HostTheme;
  readonly language: Language;
  readonly ownsDecisions: boolean = false;
  readonly decider: string = "";
  inForce: InForce | null = null;
  documents: readonly DocumentRead[] | null = null;
  readonly drafts = new Map<string, unknown>();
  saved: Saved = NOTHING_SAVED;
  marked: ReportShown | null = null;
  readonly selected: string[] = [];
  readonly summaries: ReportShown[] = [];
  reads = 0;
  /** What the host throws when asked. */
  readonly refusing = new Map<Refusable, HostError | Error>();
  protectedSheets: readonly string[] = [];
  /** While set, reading waits for it: a workbook that takes long. */
  slow: Promise<void> | null = null;
  private listeners = new Set<() => void>();

  constructor(
    public workbook: Workbook,
    { language = "ja", theme = "light" }: { language?: Language; theme?: HostTheme } = {},
  ) {
    this.language = language;
    this.theme = theme;
  }

  async readWorkbook(progress?: (share: number) => void, signal?: AbortSignal): Promise<Workbook> {
    this.refuse("readWorkbook");
    this.reads += 1;
    progress?.(0.5);
    if (this.slow !== null) {
      await Promise.race([
        this.slow,
        new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal?.reason))),
      ]);
    }
    return this.workbook;
  }

  async select(sheet: string, cell: string | null): Promise<void> {
    this.refuse("select");
    this.selected.push(cell === null ? sheet : `${sheet}!${cell}`);
  }

  async insertLabourBasis(report: ReportShown): Promise<Inserted> {
    const { sheets } = readWorkbook(labourBasisOf(report, this.language));
    this.workbook = { ...this.workbook, sheets: [...this.workbook.sheets, ...sheets] };
    const takeBack = async () => {
      const left = this.workbook.sheets.filter((sheet) => !sheets.includes(sheet));
      this.workbook = { ...this.workbook, sheets: left };
    };
    return { sheets: sheets.map(({ name }) => name), takeBack };
  }

  async applyFix(fix: CellWrite): Promise<() => Promise<void>> {
    this.refuse("applyFix");
    const before = this.write(fix.sheet, fix.cell, fix.value);
    return async () => {
      this.write(fix.sheet, fix.cell, before);
    };
  }

  insertRow(): Promise<() => Promise<void>> {
    throw new SheetProtected();
  }

  async mark(report: ReportShown): Promise<readonly string[]> {
    this.refuse("mark");
    this.marked = report;
    return this.protectedSheets;
  }

  async clearMarks(): Promise<void> {
    this.refuse("clearMarks");
    this.marked = null;
  }

  async writeSummary(report: ReportShown): Promise<string> {
    this.refuse("writeSummary");
    this.summaries.push(report);
    return "検算結果";
  }

  async insertTemplate(scheme: string): Promise<readonly string[]> {
    const { sheets } = readWorkbook(templateOf(scheme));
    this.workbook = { ...this.workbook, sheets: [...this.workbook.sheets, ...sheets] };
    return sheets.map(({ name }) => name);
  }

  async loadDecisions(): Promise<Saved> {
    return this.saved;
  }

  async saveDecisions(saved: Saved): Promise<void> {
    this.refuse("saveDecisions");
    this.saved = saved;
  }

  onChange(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** The user types into a cell. */
  type(sheet: string, cell: string, value: CellValue): void {
    this.write(sheet, cell, value);
    this.listeners.forEach((listener) => listener());
  }

  value(sheetName: string, cell: string): CellValue {
    const { row, column } = place(cell);
    const sheet = this.workbook.sheets.find(({ name }) => name === sheetName);
    return (
      sheet?.rows.find(({ index }) => index === row)?.cells.find((found) => found.column === column)?.value ?? null
    );
  }

  private refuse(what: Refusable): void {
    const error = this.refusing.get(what);
    if (error !== undefined) throw error;
  }

  private write(sheetName: string, cell: string, value: CellValue): CellValue {
    const before = this.value(sheetName, cell);
    const { row, column } = place(cell);
    const replaced: Cell = { column, value, formula: null, format: null, struck: false };
    const put = (sheet: Sheet): Sheet => ({
      ...sheet,
      rows: sheet.rows.map((candidate) =>
        candidate.index !== row
          ? candidate
          : {
              ...candidate,
              cells: [...candidate.cells.filter((other) => other.column !== column), replaced].sort(
                (a, b) => a.column - b.column,
              ),
            },
      ),
    });
    this.workbook = {
      ...this.workbook,
      sheets: this.workbook.sheets.map((sheet) => (sheet.name === sheetName ? put(sheet) : sheet)),
    };
    return before;
  }
}

function place(cell: string): { row: number; column: number } {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(digits), column: columnNumber(letters) };
}
